-- The form of the database, as SQLite tells it after all steps.

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    totp_secret TEXT,
    totp_step BIGINT,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled', 'erased')),
    language TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((email IS NULL) = (state = 'erased'))
);
CREATE TABLE agenda_items (
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
    "meeting" TEXT NOT NULL REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    "position" BIGINT NOT NULL CHECK ("position" BETWEEN 1 AND 100000),
    "title" TEXT NOT NULL,
    "text" TEXT
);
CREATE INDEX agenda_items_by_meeting ON agenda_items ("meeting");
CREATE INDEX agenda_items_of_partnership ON agenda_items (partnership, deleted_at);
CREATE TABLE api_tokens (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at BIGINT,
    last_used_at TEXT,
    revoked_at TEXT
);
CREATE INDEX api_tokens_of_account ON api_tokens (account);
CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    "partnership" TEXT REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL CHECK ("bytes" BETWEEN 0 AND 1000000000),
    "title" TEXT,
    "alt" TEXT,
    "licence" TEXT,
    "language" TEXT CHECK ("language" IN ('pl', 'cs', 'en', 'other')),
    "date" TEXT
);
CREATE INDEX attachments_of_partnership ON attachments (partnership, deleted_at);
CREATE TABLE attendances (
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
    "meeting" TEXT NOT NULL REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    "seat" TEXT NOT NULL REFERENCES seats (id) DEFERRABLE INITIALLY DEFERRED,
    "presence" TEXT NOT NULL CHECK ("presence" IN ('present', 'substitute', 'excused', 'absent'))
);
CREATE INDEX attendances_by_meeting ON attendances ("meeting");
CREATE INDEX attendances_by_seat ON attendances ("seat");
CREATE INDEX attendances_of_partnership ON attendances (partnership, deleted_at);
CREATE TRIGGER audit_entries_are_not_changed BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END;
CREATE TRIGGER audit_entries_are_not_removed BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END;
CREATE TABLE audit_entries (
    seq BIGINT PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    partnership TEXT,
    version BIGINT NOT NULL,
    before_change TEXT,
    after_change TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX audit_entries_of_kind ON audit_entries (kind, seq);
CREATE INDEX audit_entries_of_partnership ON audit_entries (partnership, seq);
CREATE INDEX audit_entries_of_record ON audit_entries (record_id, kind, version);
CREATE TABLE audit_head (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE bodies (
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
    "name" TEXT NOT NULL,
    "body_kinds" TEXT NOT NULL,
    "second_name" TEXT,
    "parent_organisation" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "task" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "quorum_percent" BIGINT CHECK ("quorum_percent" BETWEEN 0 AND 100),
    "majority" TEXT CHECK ("majority" IN ('simple', 'absolute', 'two_thirds', 'unanimous')),
    "themes" TEXT
);
CREATE INDEX bodies_by_parent_organisation ON bodies ("parent_organisation");
CREATE INDEX bodies_of_partnership ON bodies (partnership, deleted_at);
CREATE TABLE boundaries (
    boundary_set TEXT NOT NULL REFERENCES boundary_sets (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    shape BLOB NOT NULL,
    PRIMARY KEY (boundary_set, code)
);
CREATE INDEX boundaries_by_code ON boundaries (code, boundary_set);
CREATE TABLE boundary_sets (
    id TEXT PRIMARY KEY,
    country TEXT NOT NULL,
    level TEXT NOT NULL,
    "year" BIGINT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    licence TEXT,
    is_schematic BOOLEAN NOT NULL,
    units BIGINT NOT NULL,
    saved_at TEXT NOT NULL
);
CREATE TABLE call_answers (
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
    "call" TEXT NOT NULL REFERENCES calls (id) DEFERRABLE INITIALLY DEFERRED,
    "state" TEXT NOT NULL CHECK ("state" IN ('invited', 'in_preparation', 'submitted', 'recommended', 'accepted', 'rejected', 'withdrawn')),
    "date" TEXT,
    "title" TEXT,
    "document" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
);
CREATE INDEX call_answers_by_call ON call_answers ("call");
CREATE INDEX call_answers_by_document ON call_answers ("document");
CREATE INDEX call_answers_of_partnership ON call_answers (partnership, deleted_at);
CREATE TABLE call_conditions (
    id TEXT PRIMARY KEY,
    partnership TEXT CHECK (partnership IS NULL),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "call" TEXT NOT NULL REFERENCES calls (id) DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "condition" TEXT NOT NULL CHECK ("condition" IN ('flag', 'small_county_town_or_flag', 'population_max', 'county_seat', 'member_count_min', 'linked_to_eligible')),
    "flag" TEXT CHECK ("flag" IN ('marginalisation_risk', 'small_county_town', 'medium_town_losing_functions', 'border_area', 'county_seat')),
    "limit" BIGINT CHECK ("limit" BETWEEN 0 AND 1000000000),
    "year" BIGINT CHECK ("year" BETWEEN 1900 AND 2200)
);
CREATE INDEX call_conditions_by_call ON call_conditions ("call");
CREATE TABLE calls (
    id TEXT PRIMARY KEY,
    partnership TEXT CHECK (partnership IS NULL),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "slug" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "issuer" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "programme" TEXT,
    "description" TEXT,
    "announced" TEXT,
    "opens" TEXT,
    "closes" TEXT,
    "decided" TEXT,
    "submitted_count" BIGINT CHECK ("submitted_count" BETWEEN 0 AND 1000000000),
    "recommended_count" BIGINT CHECK ("recommended_count" BETWEEN 0 AND 1000000000),
    "website" TEXT
);
CREATE INDEX calls_by_issuer ON calls ("issuer");
CREATE UNIQUE INDEX calls_by_slug ON calls ("slug") WHERE deleted_at IS NULL;
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
    "peer_units" TEXT,
    "note" TEXT,
    "snapshot" TEXT,
    "computed_on" TEXT
, "peer_weights" TEXT, "peer_rule" TEXT CHECK ("peer_rule" IN ('voivodeship', 'country', 'counties_around', 'same_kind', 'same_type', 'same_type_and_size', 'nearest', 'own_list')));
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
CREATE INDEX diagnosis_comments_by_diagnosis ON diagnosis_comments ("diagnosis");
CREATE INDEX diagnosis_comments_of_partnership ON diagnosis_comments (partnership, deleted_at);
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
CREATE INDEX document_reviews_by_document ON document_reviews ("document");
CREATE INDEX document_reviews_by_unit ON document_reviews ("unit");
CREATE INDEX document_reviews_of_partnership ON document_reviews (partnership, deleted_at);
CREATE TABLE documents (
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
    "document_kind" TEXT NOT NULL CHECK ("document_kind" IN ('concept_paper', 'declaration', 'letter_of_intent', 'agreement', 'statute', 'annex', 'zit_agreement', 'cross_border_agreement', 'project_application', 'resolution', 'diagnostic_report', 'strategy', 'action_plan', 'report', 'higher_level_document', 'other')),
    "title" TEXT NOT NULL,
    "subject" TEXT,
    "date" TEXT,
    "place" TEXT,
    "legal_form" TEXT CHECK ("legal_form" IN ('declaration_only', 'agreement', 'union', 'association', 'company', 'project_consortium', 'cross_border_agreement', 'nested_group')),
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'internal_review', 'public_consultation', 'revised', 'submitted_for_opinion', 'adopted', 'in_force', 'superseded', 'repealed', 'expired')),
    "stated_member_count" BIGINT CHECK ("stated_member_count" BETWEEN 0 AND 100000),
    "duration" TEXT,
    "notice_period" TEXT,
    "edition" TEXT,
    "period_from" BIGINT CHECK ("period_from" BETWEEN 1900 AND 2200),
    "period_to" BIGINT CHECK ("period_to" BETWEEN 1900 AND 2200),
    "horizon" BIGINT CHECK ("horizon" BETWEEN 1900 AND 2200),
    "file" TEXT REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED,
    "website" TEXT,
    "doubtful" BOOLEAN,
    "doubt" TEXT
);
CREATE INDEX documents_by_file ON documents ("file");
CREATE INDEX documents_of_partnership ON documents (partnership, deleted_at);
CREATE TABLE effects (
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
    "resolution" TEXT NOT NULL REFERENCES resolutions (id) DEFERRABLE INITIALLY DEFERRED,
    "effect" TEXT NOT NULL CHECK ("effect" IN ('adopt_document', 'adopt_variant', 'admit_member', 'end_membership', 'change_list', 'change_budget')),
    "document" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "variant" TEXT REFERENCES variants (id) DEFERRABLE INITIALLY DEFERRED,
    "unit" TEXT,
    "valid_from" TEXT,
    "note" TEXT,
    "changed" TEXT,
    "applied_on" TEXT
);
CREATE INDEX effects_by_document ON effects ("document");
CREATE INDEX effects_by_resolution ON effects ("resolution");
CREATE INDEX effects_by_unit ON effects ("unit");
CREATE INDEX effects_by_variant ON effects ("variant");
CREATE INDEX effects_of_partnership ON effects (partnership, deleted_at);
CREATE TABLE figure_sets (
    country TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    column_name TEXT NOT NULL,
    units BIGINT NOT NULL,
    total_state TEXT,
    total DOUBLE PRECISION,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (country, figure, period, file)
);
CREATE TABLE figures (
    code TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('known', 'estimated', 'suppressed', 'not_given', 'not_applicable')),
    "value" DOUBLE PRECISION,
    file TEXT NOT NULL,
    PRIMARY KEY (code, figure, period),
    CHECK ((state IN ('known', 'estimated')) = ("value" IS NOT NULL))
);
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
, "themes" TEXT);
CREATE INDEX findings_by_diagnosis ON findings ("diagnosis");
CREATE INDEX findings_by_variant ON findings ("variant");
CREATE INDEX findings_of_partnership ON findings (partnership, deleted_at);
CREATE TABLE flow_tables (
    id TEXT PRIMARY KEY,
    "partnership" TEXT REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "name" TEXT NOT NULL,
    "flow_kind" TEXT NOT NULL CHECK ("flow_kind" IN ('commuting', 'school', 'migration', 'service')),
    "year" BIGINT NOT NULL CHECK ("year" BETWEEN 1900 AND 2200),
    "publisher" TEXT,
    "licence" TEXT,
    "suppressed_below" DOUBLE PRECISION,
    "country" TEXT CHECK ("country" IN ('pl', 'cz', 'eu', 'no', 'other')),
    "file" TEXT NOT NULL REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED,
    "reading" TEXT
);
CREATE INDEX flow_tables_by_file ON flow_tables ("file");
CREATE INDEX flow_tables_of_partnership ON flow_tables (partnership, deleted_at);
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
CREATE TABLE funder_lines (
    id TEXT PRIMARY KEY,
    "partnership" TEXT REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "text" TEXT NOT NULL,
    "logo" TEXT REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED,
    "position" BIGINT CHECK ("position" BETWEEN 1 AND 100000),
    "website" TEXT
);
CREATE INDEX funder_lines_by_logo ON funder_lines ("logo");
CREATE INDEX funder_lines_of_partnership ON funder_lines (partnership, deleted_at);
CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    partnership TEXT,
    unit TEXT,
    valid_from TEXT,
    valid_to TEXT,
    version BIGINT NOT NULL CHECK (version > 0)
);
CREATE INDEX grants_of_account ON grants (account);
CREATE INDEX grants_of_partnership ON grants (partnership);
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    created_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_of_account ON identities (account);
CREATE TABLE institutional_partners (
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
    "organisation" TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "partner_role" TEXT NOT NULL,
    "valid_from" TEXT,
    "valid_to" TEXT
);
CREATE INDEX institutional_partners_by_organisation ON institutional_partners ("organisation");
CREATE INDEX institutional_partners_of_partnership ON institutional_partners (partnership, deleted_at);
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    account TEXT,
    partnership TEXT,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    progress DOUBLE PRECISION NOT NULL CHECK (progress BETWEEN 0 AND 1),
    words TEXT,
    result TEXT,
    attempts BIGINT NOT NULL,
    node TEXT,
    leased_until TEXT,
    created_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE INDEX jobs_of_partnership ON jobs (partnership, created_at);
CREATE INDEX jobs_waiting ON jobs (state, created_at);
CREATE TABLE login_attempts (
    "key" TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY ("key", window_start)
);
CREATE TABLE mails (
    id TEXT PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
    attempts BIGINT NOT NULL,
    next_at TEXT NOT NULL,
    node TEXT,
    fault TEXT,
    created_at TEXT NOT NULL,
    sent_at TEXT
);
CREATE INDEX mails_waiting ON mails (state, next_at);
CREATE TABLE meetings (
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
    "body" TEXT NOT NULL REFERENCES bodies (id) DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "time" TEXT,
    "place" TEXT,
    "unit" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'held', 'cancelled')),
    "minutes" TEXT,
    "minutes_file" TEXT REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED,
    "themes" TEXT
);
CREATE INDEX meetings_by_body ON meetings ("body");
CREATE INDEX meetings_by_minutes_file ON meetings ("minutes_file");
CREATE INDEX meetings_by_unit ON meetings ("unit");
CREATE INDEX meetings_of_partnership ON meetings (partnership, deleted_at);
CREATE TABLE memberships (
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
    "organisation" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL CHECK ("role" IN ('member', 'leader', 'initiator', 'associate', 'observer')),
    "ground" TEXT CHECK ("ground" IN ('marginalisation_risk', 'functionally_linked', 'core', 'other')),
    "linked_to" TEXT,
    "link_evidence" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "known_on" TEXT,
    "basis" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "vote_weight" BIGINT CHECK ("vote_weight" BETWEEN 0 AND 1000),
    "fee_rule" TEXT,
    "note" TEXT
);
CREATE INDEX memberships_by_basis ON memberships ("basis");
CREATE INDEX memberships_by_organisation ON memberships ("organisation");
CREATE INDEX memberships_by_unit ON memberships ("unit");
CREATE INDEX memberships_of_partnership ON memberships (partnership, deleted_at);
CREATE TABLE news (
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
    "date" TEXT NOT NULL,
    "body" TEXT,
    "picture" TEXT REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED,
    "website" TEXT,
    "themes" TEXT
);
CREATE INDEX news_by_picture ON news ("picture");
CREATE INDEX news_of_partnership ON news (partnership, deleted_at);
CREATE TABLE observation_imports (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    publisher TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    licence TEXT NOT NULL,
    "values" BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    revised BIGINT NOT NULL,
    imported_at TEXT NOT NULL
, withdrawn_at TEXT);
CREATE TABLE observation_revisions (
    import BIGINT NOT NULL,
    variable BIGINT NOT NULL,
    code TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (import, variable, code)
) WITHOUT ROWID;
CREATE INDEX observation_revisions_by_variable ON observation_revisions (variable, code);
CREATE TABLE observation_variables (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    variable TEXT NOT NULL,
    label TEXT NOT NULL,
    measure TEXT,
    first_year BIGINT NOT NULL,
    last_year BIGINT NOT NULL,
    units BIGINT NOT NULL,
    "values" BIGINT NOT NULL,
    UNIQUE (source, variable)
);
CREATE TABLE observations (
    variable BIGINT NOT NULL,
    code TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (variable, code)
) WITHOUT ROWID;
CREATE TABLE old_slugs (
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (kind, slug)
);
CREATE TABLE one_time_tokens (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invite', 'reset', 'email')),
    data TEXT,
    expires_at BIGINT NOT NULL,
    used_at TEXT
);
CREATE INDEX one_time_tokens_of_account ON one_time_tokens (account);
CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    "partnership" TEXT REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "name" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL CHECK ("actor_kind" IN ('municipality', 'county', 'city_with_county_rights', 'voivodeship_government', 'ministry', 'association_of_local_governments', 'intermunicipal_union', 'national_association', 'zit_union', 'iti_holder', 'intermediate_body', 'managing_authority', 'development_agency', 'ngo', 'social_partner', 'business', 'university', 'school', 'health_unit', 'cultural_institution', 'water_authority', 'environment_authority', 'expert', 'resident', 'other')),
    "country" TEXT NOT NULL CHECK ("country" IN ('pl', 'cz', 'eu', 'no', 'other')),
    "unit" TEXT,
    "website" TEXT
);
CREATE INDEX organisations_by_unit ON organisations ("unit");
CREATE INDEX organisations_of_partnership ON organisations (partnership, deleted_at);
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
CREATE INDEX participations_by_unit ON participations ("unit");
CREATE INDEX participations_of_partnership ON participations (partnership, deleted_at);
CREATE TABLE partnerships (
    id TEXT PRIMARY KEY,
    partnership TEXT CHECK (partnership IS NULL),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "slug" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "formal_name" TEXT NOT NULL,
    "legal_form" TEXT CHECK ("legal_form" IN ('declaration_only', 'agreement', 'union', 'association', 'company', 'project_consortium', 'cross_border_agreement', 'nested_group')),
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'internal', 'published', 'archived')),
    "stage" TEXT NOT NULL CHECK ("stage" IN ('initiation', 'declaration', 'formation', 'governance', 'diagnosis', 'delimitation', 'strategy', 'consultation', 'assessment_and_opinion', 'adoption', 'project_package', 'action_plans', 'capacity_building', 'promotion', 'implementation', 'monitoring', 'evaluation', 'sharing', 'renewal_or_end')),
    "purpose" TEXT,
    "how_it_began" TEXT,
    "themes" TEXT,
    "parent_organisation" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "parent_partnership" TEXT REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    "founded" TEXT,
    "dissolved" TEXT,
    "seat_unit" TEXT,
    "seat" TEXT,
    "register_number" TEXT,
    "website" TEXT
);
CREATE INDEX partnerships_by_parent_organisation ON partnerships ("parent_organisation");
CREATE INDEX partnerships_by_parent_partnership ON partnerships ("parent_partnership");
CREATE INDEX partnerships_by_seat_unit ON partnerships ("seat_unit");
CREATE UNIQUE INDEX partnerships_by_slug ON partnerships ("slug") WHERE deleted_at IS NULL;
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
CREATE INDEX problems_by_parent_problem ON problems ("parent_problem");
CREATE INDEX problems_of_partnership ON problems (partnership, deleted_at);
CREATE TABLE recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id),
    hash TEXT NOT NULL,
    PRIMARY KEY (account, hash)
);
CREATE TABLE register_editions (
    country TEXT NOT NULL,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    units BIGINT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (country, day)
);
CREATE TABLE resolutions (
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
    "body" TEXT NOT NULL REFERENCES bodies (id) DEFERRABLE INITIALLY DEFERRED,
    "meeting" TEXT REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date" TEXT,
    "text" TEXT,
    "votes_for" BIGINT CHECK ("votes_for" BETWEEN 0 AND 1000000000),
    "votes_against" BIGINT CHECK ("votes_against" BETWEEN 0 AND 1000000000),
    "votes_abstained" BIGINT CHECK ("votes_abstained" BETWEEN 0 AND 1000000000),
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'adopted', 'rejected', 'repealed')),
    "file" TEXT REFERENCES attachments (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX resolutions_by_body ON resolutions ("body");
CREATE INDEX resolutions_by_file ON resolutions ("file");
CREATE INDEX resolutions_by_meeting ON resolutions ("meeting");
CREATE INDEX resolutions_of_partnership ON resolutions (partnership, deleted_at);
CREATE TABLE "seaql_migrations" ( "version" varchar NOT NULL PRIMARY KEY, "applied_at" integer NOT NULL );
CREATE TRIGGER search_entries_change AFTER UPDATE ON search_entries BEGIN
    INSERT INTO search_words (search_words, rowid, name_text, search_text)
    VALUES ('delete', old.entry, old.name_text, old.search_text);
    INSERT INTO search_words (rowid, name_text, search_text) VALUES (new.entry, new.name_text, new.search_text);
END;
CREATE TRIGGER search_entries_come AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_words (rowid, name_text, search_text) VALUES (new.entry, new.name_text, new.search_text);
END;
CREATE TRIGGER search_entries_go AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_words (search_words, rowid, name_text, search_text)
    VALUES ('delete', old.entry, old.name_text, old.search_text);
END;
CREATE TABLE search_entries (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    partnership TEXT,
    visibility TEXT NOT NULL,
    name_text TEXT NOT NULL,
    search_text TEXT NOT NULL,
    UNIQUE (kind, record_id)
);
CREATE VIRTUAL TABLE search_words USING fts5 (
    name_text, search_text, content = 'search_entries', content_rowid = 'entry', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TABLE seats (
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
    "body" TEXT NOT NULL REFERENCES bodies (id) DEFERRABLE INITIALLY DEFERRED,
    "unit" TEXT,
    "organisation" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "seat_role" TEXT NOT NULL CHECK ("seat_role" IN ('chair', 'deputy_chair', 'secretary', 'member', 'observer')),
    "held_by" TEXT,
    "substitute" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT
);
CREATE INDEX seats_by_body ON seats ("body");
CREATE INDEX seats_by_organisation ON seats ("organisation");
CREATE INDEX seats_by_unit ON seats ("unit");
CREATE INDEX seats_of_partnership ON seats (partnership, deleted_at);
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    account TEXT REFERENCES accounts (id),
    data TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_seen TEXT NOT NULL
);
CREATE INDEX sessions_by_end ON sessions (expires_at);
CREATE INDEX sessions_of_account ON sessions (account);
CREATE TABLE settings (
    "key" TEXT PRIMARY KEY,
    "value" TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT
);
CREATE TABLE signatures (
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
    "document" TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "unit" TEXT,
    "organisation" TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "date" TEXT,
    "signed_as" TEXT,
    "note" TEXT
);
CREATE INDEX signatures_by_document ON signatures ("document");
CREATE INDEX signatures_by_organisation ON signatures ("organisation");
CREATE INDEX signatures_by_unit ON signatures ("unit");
CREATE INDEX signatures_of_partnership ON signatures (partnership, deleted_at);
CREATE TABLE stated_figures (
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
    "what" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "date" TEXT,
    "document" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
, "currency" TEXT CHECK ("currency" IN ('eur', 'pln', 'czk')), "rate" DOUBLE PRECISION, "rate_currency" TEXT CHECK ("rate_currency" IN ('eur', 'pln', 'czk')), "rate_date" TEXT, "rate_source" TEXT, "figure" TEXT NOT NULL DEFAULT 'other' CHECK ("figure" IN ('members', 'population', 'area_km2', 'partnerships', 'allocation_eur', 'amount', 'other')));
CREATE INDEX stated_figures_by_document ON stated_figures ("document");
CREATE INDEX stated_figures_of_partnership ON stated_figures (partnership, deleted_at);
CREATE TABLE steps (
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
    "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'in_progress', 'done', 'skipped')),
    "valid_from" TEXT,
    "valid_to" TEXT,
    "responsible" TEXT,
    "outputs" TEXT,
    "note" TEXT
);
CREATE INDEX steps_of_partnership ON steps (partnership, deleted_at);
CREATE TABLE successions (
    country TEXT NOT NULL,
    level TEXT NOT NULL,
    old_code TEXT,
    new_code TEXT,
    old_name TEXT,
    new_name TEXT,
    after_day TEXT NOT NULL,
    by_day TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX successions_by_new_code ON successions (new_code);
CREATE INDEX successions_by_old_code ON successions (old_code);
CREATE TABLE survey_answers (
    id TEXT PRIMARY KEY,
    survey TEXT NOT NULL REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED,
    unit TEXT,
    channel TEXT NOT NULL CHECK (channel IN ('web', 'paper')),
    "day" TEXT NOT NULL,
    form_key TEXT NOT NULL,
    answers TEXT NOT NULL,
    UNIQUE (survey, form_key)
);
CREATE INDEX survey_answers_of_survey ON survey_answers (survey, unit);
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
CREATE INDEX survey_questions_by_survey ON survey_questions ("survey");
CREATE INDEX survey_questions_of_partnership ON survey_questions (partnership, deleted_at);
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
CREATE INDEX surveys_by_attachment ON surveys ("attachment");
CREATE INDEX surveys_of_partnership ON surveys (partnership, deleted_at);
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
CREATE TABLE themes (
    id TEXT PRIMARY KEY,
    partnership TEXT CHECK (partnership IS NULL),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_theme" TEXT REFERENCES themes (id) DEFERRABLE INITIALLY DEFERRED,
    "position" BIGINT CHECK ("position" BETWEEN 1 AND 100000)
);
CREATE INDEX themes_by_parent_theme ON themes ("parent_theme");
CREATE UNIQUE INDEX themes_by_slug ON themes ("slug") WHERE deleted_at IS NULL;
CREATE TABLE timeline_events (
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
    "date" TEXT,
    "date_to" TEXT,
    "event_kind" TEXT NOT NULL CHECK ("event_kind" IN ('initiative', 'concept_paper', 'declaration', 'letter_of_intent', 'accession', 'agreement', 'registration', 'withdrawal', 'recognition', 'call', 'document', 'survey', 'consultation', 'project', 'meeting', 'study_visit', 'exchange', 'presentation', 'other')),
    "title" TEXT NOT NULL,
    "description" TEXT,
    "told_as" BIGINT CHECK ("told_as" BETWEEN 1 AND 100000),
    "doubtful" BOOLEAN,
    "doubt" TEXT,
    "document" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "website" TEXT,
    "themes" TEXT
);
CREATE INDEX timeline_events_by_document ON timeline_events ("document");
CREATE INDEX timeline_events_of_partnership ON timeline_events (partnership, deleted_at);
CREATE TABLE unit_flags (
    id TEXT PRIMARY KEY,
    partnership TEXT CHECK (partnership IS NULL),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT,
    "unit" TEXT NOT NULL,
    "flag" TEXT NOT NULL CHECK ("flag" IN ('marginalisation_risk', 'small_county_town', 'medium_town_losing_functions', 'border_area', 'county_seat')),
    "list_name" TEXT NOT NULL,
    "list_date" TEXT,
    "note" TEXT
);
CREATE INDEX unit_flags_by_unit ON unit_flags ("unit");
CREATE TABLE units (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    country TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('region', 'county', 'municipality', 'part')),
    kind TEXT,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    parent TEXT,
    is_county_seat BOOLEAN,
    PRIMARY KEY (code, valid_from)
);
CREATE INDEX units_by_parent ON units (parent);
CREATE INDEX units_of_level ON units (country, level, folded_name);
CREATE TABLE uploads (
    sha256 TEXT PRIMARY KEY,
    bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE TABLE variants (
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
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'proposed', 'adopted')),
    "method" TEXT,
    "settings" TEXT,
    "flow_table" TEXT REFERENCES flow_tables (id) DEFERRABLE INITIALLY DEFERRED,
    "data_year" BIGINT CHECK ("data_year" BETWEEN 1900 AND 2200),
    "core_units" TEXT,
    "units" TEXT,
    "criteria" TEXT,
    "note" TEXT,
    "stated_area_km2" DOUBLE PRECISION,
    "stated_population" BIGINT CHECK ("stated_population" BETWEEN 0 AND 1000000000),
    "stated_unit_count" BIGINT CHECK ("stated_unit_count" BETWEEN 0 AND 1000000000),
    "edits" TEXT,
    "figures" TEXT,
    "certainty" TEXT,
    "resolution" TEXT REFERENCES resolutions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX variants_by_flow_table ON variants ("flow_table");
CREATE INDEX variants_by_resolution ON variants ("resolution");
CREATE INDEX variants_of_partnership ON variants (partnership, deleted_at);
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
