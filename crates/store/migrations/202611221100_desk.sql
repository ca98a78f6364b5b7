-- What the workbench keeps beside records: forms that are not saved yet, and findings that were accepted with a reason.

CREATE TABLE form_drafts (
    account TEXT NOT NULL REFERENCES accounts (id),
    form TEXT NOT NULL,
    partnership TEXT,
    kind TEXT NOT NULL,
    record_id TEXT,
    seen_version BIGINT NOT NULL,
    entries TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (account, form)
);
CREATE INDEX form_drafts_by_end ON form_drafts (expires_at);

CREATE TABLE waivers (
    id TEXT PRIMARY KEY,
    partnership TEXT NOT NULL,
    rule TEXT NOT NULL,
    "case" TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    party TEXT NOT NULL,
    mark TEXT NOT NULL,
    reason TEXT NOT NULL,
    waived_by TEXT,
    waived_at TEXT NOT NULL,
    UNIQUE (partnership, rule, "case", kind, record_id, party)
);
