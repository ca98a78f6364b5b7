//! The fields of each kind, in the order of forms and sheets.

use super::Shape::{
    Address, Choice, Data, Date, Day, Decimal, Flag, Indicators, Line, Link, Links, Number, Prose, Several, Slug, Unit, Units,
    Weights, Words,
};
use super::choices::{
    ACTOR_KIND, ANSWER_STATE, BODY_KIND, CHAPTER, CONDITION, COUNTRY, CURRENCY, DIAGNOSIS_STATE, DIMENSION, DOCUMENT_KIND,
    DOCUMENT_STATE, EFFECT, EVENT_KIND, FIGURE, FINDING_KIND, FLOW_KIND, GROUND, LANGUAGE, LEGAL_FORM, LINK_EVIDENCE, MAJORITY,
    MEETING_STATE, MEMBER_ROLE, PARTNERSHIP_STATE, PEER_RULE, PRESENCE, PROBLEM_ROLE, QUADRANT, QUESTION_KIND, RELEVANCE,
    RESOLUTION_STATE, SEAT_ROLE, STAGE, STAKEHOLDER_GROUP, STEP_STATE, SURVEY_STATE, TARGET_GROUP, UNIT_FLAG, VARIANT_STATE,
};
use super::{Field, Kind};

/// Names of what every record has beside the fields of its kind.
pub const COMMON_FIELDS: [&str; 4] = ["id", "visibility", "origin", "source"];

const YEAR: super::Shape = Number(1900, 2200);
const COUNT: super::Shape = Number(0, 1_000_000_000);
const POSITION: super::Shape = Number(1, 100_000);

const PARTNERSHIPS: &[Field] = &[
    Slug.needed("slug"),
    Words.needed("short_name"),
    Words.needed("formal_name"),
    Choice(LEGAL_FORM).field("legal_form"),
    Choice(PARTNERSHIP_STATE).needed("state"),
    Choice(STAGE).needed("stage"),
    Prose.field("purpose"),
    Prose.field("how_it_began"),
    Links(Kind::Themes).field("themes"),
    Link(Kind::Organisations).field("parent_organisation"),
    Link(Kind::Partnerships).field("parent_partnership"),
    Date.field("founded"),
    Date.field("dissolved"),
    Unit.field("seat_unit"),
    Line(120).field("seat"),
    Line(60).field("register_number"),
    Address.field("website"),
];

const ORGANISATIONS: &[Field] = &[
    Words.needed("name"),
    Choice(ACTOR_KIND).needed("actor_kind"),
    Choice(COUNTRY).needed("country"),
    Unit.field("unit"),
    Address.field("website"),
];

const THEMES: &[Field] =
    &[Slug.needed("slug"), Words.needed("name"), Link(Kind::Themes).field("parent_theme"), POSITION.field("position")];

const MEMBERSHIPS: &[Field] = &[
    Unit.field("unit"),
    Link(Kind::Organisations).field("organisation"),
    Choice(MEMBER_ROLE).needed("role"),
    Choice(GROUND).field("ground"),
    Units.field("linked_to"),
    Several(LINK_EVIDENCE).field("link_evidence"),
    Date.field("valid_from"),
    Date.field("valid_to"),
    Date.field("known_on"),
    Link(Kind::Documents).field("basis"),
    Number(0, 1000).field("vote_weight"),
    Words.field("fee_rule"),
    Words.field("note"),
];

const DOCUMENTS: &[Field] = &[
    Choice(DOCUMENT_KIND).needed("document_kind"),
    Words.needed("title"),
    Words.field("subject"),
    Date.field("date"),
    Line(120).field("place"),
    Choice(LEGAL_FORM).field("legal_form"),
    Choice(DOCUMENT_STATE).needed("state"),
    Number(0, 100_000).field("stated_member_count"),
    Words.field("duration"),
    Words.field("notice_period"),
    Line(40).field("edition"),
    YEAR.field("period_from"),
    YEAR.field("period_to"),
    YEAR.field("horizon"),
    Link(Kind::Attachments).field("file"),
    Address.field("website"),
    Flag.field("doubtful"),
    Words.field("doubt"),
];

const SIGNATURES: &[Field] = &[
    Link(Kind::Documents).needed("document"),
    Unit.field("unit"),
    Link(Kind::Organisations).field("organisation"),
    Date.field("date"),
    Words.field("signed_as"),
    Words.field("note"),
];

const BODIES: &[Field] = &[
    Words.needed("name"),
    Several(BODY_KIND).needed("body_kinds"),
    Words.field("second_name"),
    Link(Kind::Organisations).field("parent_organisation"),
    Prose.field("task"),
    Date.field("valid_from"),
    Date.field("valid_to"),
    Number(0, 100).field("quorum_percent"),
    Choice(MAJORITY).field("majority"),
    Links(Kind::Themes).field("themes"),
];

const SEATS: &[Field] = &[
    Link(Kind::Bodies).needed("body"),
    Unit.field("unit"),
    Link(Kind::Organisations).field("organisation"),
    Choice(SEAT_ROLE).needed("seat_role"),
    Words.field("held_by"),
    Words.field("substitute"),
    Date.field("valid_from"),
    Date.field("valid_to"),
];

const MEETINGS: &[Field] = &[
    Link(Kind::Bodies).needed("body"),
    Words.needed("title"),
    Date.needed("date"),
    Line(20).field("time"),
    Line(160).field("place"),
    Unit.field("unit"),
    Choice(MEETING_STATE).needed("state"),
    Prose.field("minutes"),
    Link(Kind::Attachments).field("minutes_file"),
    Links(Kind::Themes).field("themes"),
];

const AGENDA_ITEMS: &[Field] =
    &[Link(Kind::Meetings).needed("meeting"), POSITION.needed("position"), Words.needed("title"), Prose.field("text")];

const ATTENDANCES: &[Field] =
    &[Link(Kind::Meetings).needed("meeting"), Link(Kind::Seats).needed("seat"), Choice(PRESENCE).needed("presence")];

const RESOLUTIONS: &[Field] = &[
    Link(Kind::Bodies).needed("body"),
    Link(Kind::Meetings).field("meeting"),
    Line(60).needed("number"),
    Words.needed("title"),
    Date.field("date"),
    Prose.field("text"),
    COUNT.field("votes_for"),
    COUNT.field("votes_against"),
    COUNT.field("votes_abstained"),
    Choice(RESOLUTION_STATE).needed("state"),
    Link(Kind::Attachments).field("file"),
];

const EFFECTS: &[Field] = &[
    Link(Kind::Resolutions).needed("resolution"),
    Choice(EFFECT).needed("effect"),
    Link(Kind::Documents).field("document"),
    Link(Kind::Variants).field("variant"),
    Unit.field("unit"),
    Date.field("valid_from"),
    Words.field("note"),
    Data.field("changed"),
    Day.field("applied_on"),
];

const INSTITUTIONAL_PARTNERS: &[Field] = &[
    Link(Kind::Organisations).needed("organisation"),
    Words.needed("partner_role"),
    Date.field("valid_from"),
    Date.field("valid_to"),
];

const TIMELINE_EVENTS: &[Field] = &[
    Date.field("date"),
    Date.field("date_to"),
    Choice(EVENT_KIND).needed("event_kind"),
    Words.needed("title"),
    Prose.field("description"),
    POSITION.field("told_as"),
    Flag.field("doubtful"),
    Words.field("doubt"),
    Link(Kind::Documents).field("document"),
    Address.field("website"),
    Links(Kind::Themes).field("themes"),
];

const STEPS: &[Field] = &[
    Choice(STAGE).needed("stage"),
    Choice(STEP_STATE).needed("state"),
    Date.field("valid_from"),
    Date.field("valid_to"),
    Words.field("responsible"),
    Words.field("outputs"),
    Prose.field("note"),
];

const PARTICIPATIONS: &[Field] = &[
    Choice(STAGE).needed("stage"),
    Words.needed("title"),
    Date.field("date"),
    Unit.field("unit"),
    Choice(STAKEHOLDER_GROUP).needed("stakeholder_group"),
    COUNT.needed("participants"),
    Prose.field("note"),
];

const CALLS: &[Field] = &[
    Slug.needed("slug"),
    Words.needed("subject"),
    Link(Kind::Organisations).field("issuer"),
    Words.field("programme"),
    Prose.field("description"),
    Date.field("announced"),
    Date.field("opens"),
    Date.field("closes"),
    Date.field("decided"),
    COUNT.field("submitted_count"),
    COUNT.field("recommended_count"),
    Address.field("website"),
];

const CALL_CONDITIONS: &[Field] = &[
    Link(Kind::Calls).needed("call"),
    Words.needed("text"),
    Choice(CONDITION).needed("condition"),
    Choice(UNIT_FLAG).field("flag"),
    COUNT.field("limit"),
    YEAR.field("year"),
];

const CALL_ANSWERS: &[Field] = &[
    Link(Kind::Calls).needed("call"),
    Choice(ANSWER_STATE).needed("state"),
    Date.field("date"),
    Words.field("title"),
    Link(Kind::Documents).field("document"),
    Prose.field("note"),
];

const UNIT_FLAGS: &[Field] = &[
    Unit.needed("unit"),
    Choice(UNIT_FLAG).needed("flag"),
    Line(200).needed("list_name"),
    Date.field("list_date"),
    Words.field("note"),
];

const STATED_FIGURES: &[Field] = &[
    Choice(FIGURE).needed("figure"),
    Words.field("what"),
    Decimal.needed("value"),
    Choice(CURRENCY).field("currency"),
    Date.field("date"),
    Link(Kind::Documents).field("document"),
    Decimal.field("rate"),
    Choice(CURRENCY).field("rate_currency"),
    Day.field("rate_date"),
    Line(200).field("rate_source"),
    Words.field("note"),
];

const NEWS: &[Field] = &[
    Words.needed("title"),
    Day.needed("date"),
    Prose.field("body"),
    Link(Kind::Attachments).field("picture"),
    Address.field("website"),
    Links(Kind::Themes).field("themes"),
];

const ATTACHMENTS: &[Field] = &[
    Line(200).needed("file_name"),
    Line(64).needed("sha256"),
    Line(120).needed("media_type"),
    COUNT.needed("bytes"),
    Words.field("title"),
    Words.field("alt"),
    Line(80).field("licence"),
    Choice(LANGUAGE).field("language"),
    Date.field("date"),
];

const FUNDER_LINES: &[Field] =
    &[Words.needed("text"), Link(Kind::Attachments).field("logo"), POSITION.field("position"), Address.field("website")];

const FLOW_TABLES: &[Field] = &[
    Words.needed("name"),
    Choice(FLOW_KIND).needed("flow_kind"),
    YEAR.needed("year"),
    Line(300).field("publisher"),
    Line(80).field("licence"),
    Decimal.field("suppressed_below"),
    Choice(COUNTRY).field("country"),
    Link(Kind::Attachments).needed("file"),
    Data.field("reading"),
];

const VARIANTS: &[Field] = &[
    Words.needed("name"),
    Choice(VARIANT_STATE).needed("state"),
    Line(60).field("method"),
    Data.field("settings"),
    Link(Kind::FlowTables).field("flow_table"),
    YEAR.field("data_year"),
    Units.field("core_units"),
    Units.field("units"),
    Words.field("criteria"),
    Prose.field("note"),
    Decimal.field("stated_area_km2"),
    COUNT.field("stated_population"),
    COUNT.field("stated_unit_count"),
    Data.field("edits"),
    Data.field("figures"),
    Data.field("certainty"),
    Link(Kind::Resolutions).field("resolution"),
];

const DIAGNOSES: &[Field] = &[
    Words.needed("title"),
    Choice(DIAGNOSIS_STATE).needed("diagnosis_state"),
    Units.field("units"),
    Day.field("on_date"),
    YEAR.field("year_from"),
    YEAR.field("year_to"),
    Choice(PEER_RULE).field("peer_rule"),
    Units.field("peer_units"),
    Weights.field("peer_weights"),
    Prose.field("note"),
    Data.field("snapshot"),
    Day.field("computed_on"),
];

const DIAGNOSIS_COMMENTS: &[Field] = &[
    Link(Kind::Diagnoses).needed("diagnosis"),
    Choice(CHAPTER).needed("chapter"),
    Prose.needed("text"),
    Data.field("fingerprint"),
];

const SURVEYS: &[Field] = &[
    Words.needed("title"),
    Choice(TARGET_GROUP).needed("target_group"),
    Choice(SURVEY_STATE).needed("survey_state"),
    Prose.field("description"),
    Date.field("valid_from"),
    Date.field("valid_to"),
    Words.field("sampling"),
    Prose.field("privacy_note"),
    Link(Kind::Attachments).field("attachment"),
];

const SURVEY_QUESTIONS: &[Field] = &[
    Link(Kind::Surveys).needed("survey"),
    POSITION.field("position"),
    Words.needed("text"),
    Choice(QUESTION_KIND).needed("question_kind"),
    Prose.field("options"),
    Flag.field("is_required"),
];

const DOCUMENT_REVIEWS: &[Field] = &[
    Unit.field("unit"),
    Words.needed("document_title"),
    Date.field("date"),
    Prose.needed("conclusion"),
    Choice(RELEVANCE).field("relevance"),
    Links(Kind::Themes).field("themes"),
    Flag.field("for_spatial_plan"),
    Prose.field("justification"),
    Link(Kind::Documents).field("document"),
    Address.field("website"),
];

const FINDINGS: &[Field] = &[
    Link(Kind::Diagnoses).field("diagnosis"),
    Choice(DIMENSION).needed("dimension"),
    Choice(FINDING_KIND).needed("finding_kind"),
    Words.needed("statement"),
    Number(1, 5).field("strength"),
    Links(Kind::Themes).field("themes"),
    Units.field("units"),
    Indicators.field("indicators"),
    Links(Kind::Surveys).field("surveys"),
    Links(Kind::DocumentReviews).field("reviews"),
    Link(Kind::Variants).field("variant"),
    Prose.field("evidence_note"),
];

const SWOT_ITEMS: &[Field] = &[
    Choice(QUADRANT).needed("quadrant"),
    Words.needed("statement"),
    Links(Kind::Findings).field("findings"),
    POSITION.field("position"),
];

const PROBLEMS: &[Field] = &[
    Words.needed("statement"),
    Choice(PROBLEM_ROLE).needed("problem_role"),
    Link(Kind::Problems).field("parent_problem"),
    Links(Kind::Findings).field("findings"),
    POSITION.field("position"),
];

const CHALLENGES: &[Field] = &[Words.needed("statement"), Links(Kind::Findings).needed("findings"), POSITION.field("position")];

impl Kind {
    /// The fields of this kind, in the order of forms and sheets.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Partnerships => PARTNERSHIPS,
            Self::Organisations => ORGANISATIONS,
            Self::Themes => THEMES,
            Self::Memberships => MEMBERSHIPS,
            Self::Documents => DOCUMENTS,
            Self::Signatures => SIGNATURES,
            Self::Bodies => BODIES,
            Self::Seats => SEATS,
            Self::Meetings => MEETINGS,
            Self::AgendaItems => AGENDA_ITEMS,
            Self::Attendances => ATTENDANCES,
            Self::Resolutions => RESOLUTIONS,
            Self::Effects => EFFECTS,
            Self::InstitutionalPartners => INSTITUTIONAL_PARTNERS,
            Self::TimelineEvents => TIMELINE_EVENTS,
            Self::Steps => STEPS,
            Self::Participations => PARTICIPATIONS,
            Self::Calls => CALLS,
            Self::CallConditions => CALL_CONDITIONS,
            Self::CallAnswers => CALL_ANSWERS,
            Self::UnitFlags => UNIT_FLAGS,
            Self::StatedFigures => STATED_FIGURES,
            Self::News => NEWS,
            Self::Attachments => ATTACHMENTS,
            Self::FunderLines => FUNDER_LINES,
            Self::FlowTables => FLOW_TABLES,
            Self::Variants => VARIANTS,
            Self::Diagnoses => DIAGNOSES,
            Self::DiagnosisComments => DIAGNOSIS_COMMENTS,
            Self::Surveys => SURVEYS,
            Self::SurveyQuestions => SURVEY_QUESTIONS,
            Self::DocumentReviews => DOCUMENT_REVIEWS,
            Self::Findings => FINDINGS,
            Self::SwotItems => SWOT_ITEMS,
            Self::Problems => PROBLEMS,
            Self::Challenges => CHALLENGES,
        }
    }

    /// The field of this name.
    #[must_use]
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }
}
