-- Records: a table for each kind. Made from the kinds of `planning`; see tests/store/schema.rs.

CREATE TABLE participations (
    id TEXT PRIMARY KEY,
    "partnership" TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "stage" TEXT NOT NULL CHECK ("stage" IN ('initiation', 'declaration', 'formation', 'governance', 'diagnosis', 'delimitation', 'strategy', 'consultation', 'assessment_and_opinion', 'adoption', 'project_package', 'action_plans', 'capacity_building', 'promotion', 'implementation', 'monitoring', 'evaluation', 'sharing', 'renewal_or_end')),
    "title" TEXT NOT NULL,
    "date" TEXT,
    "unit" TEXT,
    "stakeholder_group" TEXT NOT NULL CHECK ("stakeholder_group" IN ('residents', 'youth', 'seniors', 'entrepreneurs', 'ngos', 'local_governments', 'public_institutions', 'schools_and_science', 'other')),
    "participants" BIGINT NOT NULL CHECK ("participants" BETWEEN 0 AND 1000000000),
    "note" TEXT
);
CREATE INDEX participations_of_partnership ON participations (partnership, deleted_at);
CREATE INDEX participations_by_unit ON participations ("unit");

ALTER TABLE diagnoses ADD COLUMN "peer_weights" TEXT;

ALTER TABLE findings ADD COLUMN "themes" TEXT;

ALTER TABLE diagnoses ADD COLUMN "peer_rule_new" TEXT CHECK ("peer_rule_new" IN ('voivodeship', 'country', 'counties_around', 'same_kind', 'same_type', 'same_type_and_size', 'nearest', 'own_list'));
UPDATE diagnoses SET "peer_rule_new" = "peer_rule";
ALTER TABLE diagnoses DROP COLUMN "peer_rule";
ALTER TABLE diagnoses RENAME COLUMN "peer_rule_new" TO "peer_rule";
