//! The closed lists of words; each word is a term of the glossary and has its label in three languages.

use super::Choices;

const fn list(name: &'static str, words: &'static [&'static str]) -> Choices {
    Choices { name, words }
}

pub const LEGAL_FORM: Choices = list(
    "legal-form",
    &[
        "declaration_only",
        "agreement",
        "union",
        "association",
        "company",
        "project_consortium",
        "cross_border_agreement",
        "nested_group",
    ],
);

/// Stages of the life cycle of a partnership, in order.
pub const STAGE: Choices = list(
    "stage",
    &[
        "initiation",
        "declaration",
        "formation",
        "governance",
        "diagnosis",
        "delimitation",
        "strategy",
        "consultation",
        "assessment_and_opinion",
        "adoption",
        "project_package",
        "action_plans",
        "capacity_building",
        "promotion",
        "implementation",
        "monitoring",
        "evaluation",
        "sharing",
        "renewal_or_end",
    ],
);

pub const PARTNERSHIP_STATE: Choices = list("partnership-state", &["draft", "internal", "published", "archived"]);

pub const ACTOR_KIND: Choices = list(
    "actor-kind",
    &[
        "municipality",
        "county",
        "city_with_county_rights",
        "voivodeship_government",
        "ministry",
        "association_of_local_governments",
        "intermunicipal_union",
        "national_association",
        "zit_union",
        "iti_holder",
        "intermediate_body",
        "managing_authority",
        "development_agency",
        "ngo",
        "social_partner",
        "business",
        "university",
        "school",
        "health_unit",
        "cultural_institution",
        "water_authority",
        "environment_authority",
        "expert",
        "resident",
        "other",
    ],
);

pub const COUNTRY: Choices = list("country", &["pl", "cz", "eu", "no", "other"]);

pub const MEMBER_ROLE: Choices = list("member-role", &["member", "leader", "initiator", "associate", "observer"]);

pub const GROUND: Choices = list("ground", &["marginalisation_risk", "functionally_linked", "core", "other"]);

pub const LINK_EVIDENCE: Choices = list("link-evidence", &["commuting", "services", "shared_facilities", "stated_only"]);

pub const DOCUMENT_KIND: Choices = list(
    "document-kind",
    &[
        "concept_paper",
        "declaration",
        "letter_of_intent",
        "agreement",
        "statute",
        "annex",
        "zit_agreement",
        "cross_border_agreement",
        "project_application",
        "resolution",
        "diagnostic_report",
        "strategy",
        "action_plan",
        "report",
        "higher_level_document",
        "other",
    ],
);

pub const DOCUMENT_STATE: Choices = list(
    "document-state",
    &[
        "draft",
        "internal_review",
        "public_consultation",
        "revised",
        "submitted_for_opinion",
        "adopted",
        "in_force",
        "superseded",
        "repealed",
        "expired",
    ],
);

pub const BODY_KIND: Choices = list(
    "body-kind",
    &[
        "general_assembly",
        "partnership_council",
        "board",
        "steering_committee",
        "working_group",
        "audit_committee",
        "project_office",
        "evaluation_panel",
        "consultative_forum",
    ],
);

pub const MAJORITY: Choices = list("majority", &["simple", "absolute", "two_thirds", "unanimous"]);

pub const SEAT_ROLE: Choices = list("seat-role", &["chair", "deputy_chair", "secretary", "member", "observer"]);

pub const MEETING_STATE: Choices = list("meeting-state", &["planned", "held", "cancelled"]);

pub const PRESENCE: Choices = list("presence", &["present", "substitute", "excused", "absent"]);

pub const RESOLUTION_STATE: Choices = list("resolution-state", &["draft", "adopted", "rejected", "repealed"]);

pub const EFFECT: Choices =
    list("effect", &["adopt_document", "adopt_variant", "admit_member", "end_membership", "change_list", "change_budget"]);

pub const EVENT_KIND: Choices = list(
    "event-kind",
    &[
        "initiative",
        "concept_paper",
        "declaration",
        "letter_of_intent",
        "accession",
        "agreement",
        "registration",
        "withdrawal",
        "recognition",
        "call",
        "document",
        "survey",
        "consultation",
        "project",
        "meeting",
        "study_visit",
        "exchange",
        "presentation",
        "other",
    ],
);

pub const STEP_STATE: Choices = list("step-state", &["planned", "in_progress", "done", "skipped"]);

pub const CONDITION: Choices = list(
    "condition",
    &["flag", "small_county_town_or_flag", "population_max", "county_seat", "member_count_min", "linked_to_eligible"],
);

pub const ANSWER_STATE: Choices =
    list("answer-state", &["invited", "in_preparation", "submitted", "recommended", "accepted", "rejected", "withdrawn"]);

pub const UNIT_FLAG: Choices = list(
    "unit-flag",
    &["marginalisation_risk", "small_county_town", "medium_town_losing_functions", "border_area", "county_seat"],
);

pub const FIGURE: Choices =
    list("figure", &["members", "population", "area_km2", "partnerships", "allocation_eur", "amount", "other"]);

pub const CURRENCY: Choices = list("currency", &["eur", "pln", "czk"]);

pub const FLOW_KIND: Choices = list("flow-kind", &["commuting", "school", "migration", "service"]);

pub const VARIANT_STATE: Choices = list("variant-state", &["draft", "proposed", "adopted"]);

pub const LANGUAGE: Choices = list("language", &["pl", "cs", "en", "other"]);

pub const DIAGNOSIS_STATE: Choices = list("diagnosis-state", &["draft", "published"]);

/// Whom a diagnosis compares the area with.
pub const PEER_RULE: Choices = list(
    "peer-rule",
    &["voivodeship", "country", "counties_around", "same_kind", "same_type", "same_type_and_size", "nearest", "own_list"],
);

/// Chapters of a diagnostic report, in order.
pub const CHAPTER: Choices = list(
    "chapter",
    &[
        "introduction",
        "area",
        "method",
        "links",
        "demography",
        "economy",
        "finance",
        "services",
        "housing",
        "transport",
        "environment",
        "space",
        "tourism",
        "civil_society",
        "surveys",
        "position",
        "swot",
        "challenges",
        "conclusions",
    ],
);

pub const TARGET_GROUP: Choices = list("target-group", &["residents", "youth", "leaders", "entrepreneurs", "ngos"]);

pub const STAKEHOLDER_GROUP: Choices = list(
    "stakeholder-group",
    &[
        "residents",
        "youth",
        "seniors",
        "entrepreneurs",
        "ngos",
        "local_governments",
        "public_institutions",
        "schools_and_science",
        "other",
    ],
);

pub const SURVEY_STATE: Choices = list("survey-state", &["planned", "open", "closed"]);

pub const QUESTION_KIND: Choices = list("question-kind", &["single", "multiple", "scale", "open"]);

pub const RELEVANCE: Choices = list("relevance", &["high", "medium", "low"]);

pub const DIMENSION: Choices =
    list("dimension", &["social", "economic", "environmental", "infrastructural", "spatial", "institutional"]);

pub const FINDING_KIND: Choices = list("finding-kind", &["potential", "problem", "barrier", "trend", "link"]);

pub const QUADRANT: Choices = list("quadrant", &["strength", "weakness", "opportunity", "threat"]);

pub const PROBLEM_ROLE: Choices = list("problem-role", &["core", "cause", "effect"]);
