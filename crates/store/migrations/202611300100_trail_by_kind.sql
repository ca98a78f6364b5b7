-- The last line of a kind is asked for with every page of a diagnosis.

CREATE INDEX audit_entries_of_kind ON audit_entries (kind, seq);
