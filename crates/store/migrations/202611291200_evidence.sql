-- Records: a table for each kind. Made from the kinds of `planning`; see tests/store/schema.rs.

CREATE TABLE diagnoses (
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
    "title" TEXT NOT NULL,
    "diagnosis_state" TEXT NOT NULL CHECK ("diagnosis_state" IN ('draft', 'published')),
    "units" TEXT,
    "on_date" TEXT,
    "year_from" BIGINT CHECK ("year_from" BETWEEN 1900 AND 2200),
    "year_to" BIGINT CHECK ("year_to" BETWEEN 1900 AND 2200),
    "peer_rule" TEXT CHECK ("peer_rule" IN ('voivodeship', 'country', 'counties_around', 'same_kind', 'nearest', 'own_list')),
    "peer_units" TEXT,
    "note" TEXT,
    "snapshot" TEXT,
    "computed_on" TEXT
);
CREATE INDEX diagnoses_of_partnership ON diagnoses (partnership, deleted_at);

CREATE TABLE diagnosis_comments (
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
    "diagnosis" TEXT NOT NULL REFERENCES diagnoses (id) DEFERRABLE INITIALLY DEFERRED,
    "chapter" TEXT NOT NULL CHECK ("chapter" IN ('introduction', 'area', 'method', 'links', 'demography', 'economy', 'finance', 'services', 'housing', 'transport', 'environment', 'space', 'tourism', 'civil_society', 'surveys', 'position', 'swot', 'challenges', 'conclusions')),
    "text" TEXT NOT NULL,
    "fingerprint" TEXT
);
CREATE INDEX diagnosis_comments_of_partnership ON diagnosis_comments (partnership, deleted_at);
CREATE INDEX diagnosis_comments_by_diagnosis ON diagnosis_comments ("diagnosis");

CREATE TABLE surveys (
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
    "title" TEXT NOT NULL,
    "target_group" TEXT NOT NULL CHECK ("target_group" IN ('residents', 'youth', 'leaders', 'entrepreneurs', 'ngos')),
    "survey_state" TEXT NOT NULL CHECK ("survey_state" IN ('planned', 'open', 'closed')),
    "description" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "sampling" TEXT,
    "privacy_note" TEXT,
    "attachment" TEXT REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX surveys_of_partnership ON surveys (partnership, deleted_at);
CREATE INDEX surveys_by_attachment ON surveys ("attachment");

CREATE TABLE survey_questions (
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
    "survey" TEXT NOT NULL REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED,
    "position" BIGINT CHECK ("position" BETWEEN 1 AND 100000),
    "text" TEXT NOT NULL,
    "question_kind" TEXT NOT NULL CHECK ("question_kind" IN ('single', 'multiple', 'scale', 'open')),
    "options" TEXT,
    "is_required" BOOLEAN
);
CREATE INDEX survey_questions_of_partnership ON survey_questions (partnership, deleted_at);
CREATE INDEX survey_questions_by_survey ON survey_questions ("survey");

CREATE TABLE document_reviews (
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
    "unit" TEXT,
    "document_title" TEXT NOT NULL,
    "date" TEXT,
    "conclusion" TEXT NOT NULL,
    "relevance" TEXT CHECK ("relevance" IN ('high', 'medium', 'low')),
    "themes" TEXT,
    "for_spatial_plan" BOOLEAN,
    "justification" TEXT,
    "document" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "website" TEXT
);
CREATE INDEX document_reviews_of_partnership ON document_reviews (partnership, deleted_at);
CREATE INDEX document_reviews_by_unit ON document_reviews ("unit");
CREATE INDEX document_reviews_by_document ON document_reviews ("document");

CREATE TABLE findings (
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
    "diagnosis" TEXT REFERENCES diagnoses (id) DEFERRABLE INITIALLY DEFERRED,
    "dimension" TEXT NOT NULL CHECK ("dimension" IN ('social', 'economic', 'environmental', 'infrastructural', 'spatial', 'institutional')),
    "finding_kind" TEXT NOT NULL CHECK ("finding_kind" IN ('potential', 'problem', 'barrier', 'trend', 'link')),
    "statement" TEXT NOT NULL,
    "strength" BIGINT CHECK ("strength" BETWEEN 1 AND 5),
    "units" TEXT,
    "indicators" TEXT,
    "surveys" TEXT,
    "reviews" TEXT,
    "variant" TEXT REFERENCES variants (id) DEFERRABLE INITIALLY DEFERRED,
    "evidence_note" TEXT
);
CREATE INDEX findings_of_partnership ON findings (partnership, deleted_at);
CREATE INDEX findings_by_diagnosis ON findings ("diagnosis");
CREATE INDEX findings_by_variant ON findings ("variant");

CREATE TABLE swot_items (
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
    "quadrant" TEXT NOT NULL CHECK ("quadrant" IN ('strength', 'weakness', 'opportunity', 'threat')),
    "statement" TEXT NOT NULL,
    "findings" TEXT,
    "position" BIGINT CHECK ("position" BETWEEN 1 AND 100000)
);
CREATE INDEX swot_items_of_partnership ON swot_items (partnership, deleted_at);

CREATE TABLE problems (
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
    "statement" TEXT NOT NULL,
    "problem_role" TEXT NOT NULL CHECK ("problem_role" IN ('core', 'cause', 'effect')),
    "parent_problem" TEXT REFERENCES problems (id) DEFERRABLE INITIALLY DEFERRED,
    "findings" TEXT,
    "position" BIGINT CHECK ("position" BETWEEN 1 AND 100000)
);
CREATE INDEX problems_of_partnership ON problems (partnership, deleted_at);
CREATE INDEX problems_by_parent_problem ON problems ("parent_problem");

CREATE TABLE challenges (
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
    "statement" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "position" BIGINT CHECK ("position" BETWEEN 1 AND 100000)
);
CREATE INDEX challenges_of_partnership ON challenges (partnership, deleted_at);
