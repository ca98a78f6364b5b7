-- Records: a table for each kind. Made from the kinds of `planning`; see tests/store/schema.rs.

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
CREATE UNIQUE INDEX themes_by_slug ON themes ("slug") WHERE deleted_at IS NULL;
CREATE INDEX themes_by_parent_theme ON themes ("parent_theme");

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

CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    -- only sqlite
    "partnership" TEXT REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    -- only postgres
    "partnership" TEXT,
    -- both
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
CREATE INDEX organisations_of_partnership ON organisations (partnership, deleted_at);
CREATE INDEX organisations_by_unit ON organisations ("unit");

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
CREATE UNIQUE INDEX partnerships_by_slug ON partnerships ("slug") WHERE deleted_at IS NULL;
CREATE INDEX partnerships_by_parent_organisation ON partnerships ("parent_organisation");
CREATE INDEX partnerships_by_parent_partnership ON partnerships ("parent_partnership");
CREATE INDEX partnerships_by_seat_unit ON partnerships ("seat_unit");

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
CREATE INDEX documents_of_partnership ON documents (partnership, deleted_at);
CREATE INDEX documents_by_file ON documents ("file");

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
CREATE INDEX memberships_of_partnership ON memberships (partnership, deleted_at);
CREATE INDEX memberships_by_unit ON memberships ("unit");
CREATE INDEX memberships_by_organisation ON memberships ("organisation");
CREATE INDEX memberships_by_basis ON memberships ("basis");

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
CREATE INDEX signatures_of_partnership ON signatures (partnership, deleted_at);
CREATE INDEX signatures_by_document ON signatures ("document");
CREATE INDEX signatures_by_unit ON signatures ("unit");
CREATE INDEX signatures_by_organisation ON signatures ("organisation");

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
CREATE INDEX bodies_of_partnership ON bodies (partnership, deleted_at);
CREATE INDEX bodies_by_parent_organisation ON bodies ("parent_organisation");

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
CREATE INDEX seats_of_partnership ON seats (partnership, deleted_at);
CREATE INDEX seats_by_body ON seats ("body");
CREATE INDEX seats_by_unit ON seats ("unit");
CREATE INDEX seats_by_organisation ON seats ("organisation");

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
CREATE INDEX meetings_of_partnership ON meetings (partnership, deleted_at);
CREATE INDEX meetings_by_body ON meetings ("body");
CREATE INDEX meetings_by_unit ON meetings ("unit");
CREATE INDEX meetings_by_minutes_file ON meetings ("minutes_file");

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
CREATE INDEX agenda_items_of_partnership ON agenda_items (partnership, deleted_at);
CREATE INDEX agenda_items_by_meeting ON agenda_items ("meeting");

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
CREATE INDEX attendances_of_partnership ON attendances (partnership, deleted_at);
CREATE INDEX attendances_by_meeting ON attendances ("meeting");
CREATE INDEX attendances_by_seat ON attendances ("seat");

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
CREATE INDEX flow_tables_of_partnership ON flow_tables (partnership, deleted_at);
CREATE INDEX flow_tables_by_file ON flow_tables ("file");

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
CREATE INDEX resolutions_of_partnership ON resolutions (partnership, deleted_at);
CREATE INDEX resolutions_by_body ON resolutions ("body");
CREATE INDEX resolutions_by_meeting ON resolutions ("meeting");
CREATE INDEX resolutions_by_file ON resolutions ("file");

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
CREATE INDEX variants_of_partnership ON variants (partnership, deleted_at);
CREATE INDEX variants_by_flow_table ON variants ("flow_table");
CREATE INDEX variants_by_resolution ON variants ("resolution");

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
CREATE INDEX effects_of_partnership ON effects (partnership, deleted_at);
CREATE INDEX effects_by_resolution ON effects ("resolution");
CREATE INDEX effects_by_document ON effects ("document");
CREATE INDEX effects_by_variant ON effects ("variant");
CREATE INDEX effects_by_unit ON effects ("unit");

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
CREATE INDEX institutional_partners_of_partnership ON institutional_partners (partnership, deleted_at);
CREATE INDEX institutional_partners_by_organisation ON institutional_partners ("organisation");

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
CREATE INDEX timeline_events_of_partnership ON timeline_events (partnership, deleted_at);
CREATE INDEX timeline_events_by_document ON timeline_events ("document");

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
CREATE UNIQUE INDEX calls_by_slug ON calls ("slug") WHERE deleted_at IS NULL;
CREATE INDEX calls_by_issuer ON calls ("issuer");

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
CREATE INDEX call_answers_of_partnership ON call_answers (partnership, deleted_at);
CREATE INDEX call_answers_by_call ON call_answers ("call");
CREATE INDEX call_answers_by_document ON call_answers ("document");

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
    "figure" TEXT NOT NULL CHECK ("figure" IN ('members', 'population', 'area_km2', 'partnerships', 'allocation_eur', 'other')),
    "what" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "date" TEXT,
    "document" TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
);
CREATE INDEX stated_figures_of_partnership ON stated_figures (partnership, deleted_at);
CREATE INDEX stated_figures_by_document ON stated_figures ("document");

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
CREATE INDEX news_of_partnership ON news (partnership, deleted_at);
CREATE INDEX news_by_picture ON news ("picture");

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
CREATE INDEX funder_lines_of_partnership ON funder_lines (partnership, deleted_at);
CREATE INDEX funder_lines_by_logo ON funder_lines ("logo");

-- only postgres
ALTER TABLE organisations ADD FOREIGN KEY ("partnership") REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED;
-- both
