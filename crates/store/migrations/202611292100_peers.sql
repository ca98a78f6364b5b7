-- Peers of the same functional type, and weights by which the nearest are sought.

ALTER TABLE diagnoses ADD COLUMN "peer_weights" TEXT;
ALTER TABLE diagnoses ADD COLUMN "peer_rule_new" TEXT CHECK ("peer_rule_new" IN ('voivodeship', 'country', 'counties_around', 'same_kind', 'same_type', 'same_type_and_size', 'nearest', 'own_list'));
UPDATE diagnoses SET "peer_rule_new" = "peer_rule";
ALTER TABLE diagnoses DROP COLUMN "peer_rule";
ALTER TABLE diagnoses RENAME COLUMN "peer_rule_new" TO "peer_rule";
