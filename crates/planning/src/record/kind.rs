//! The kinds of records, one per plural noun of the glossary.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rights::Room;

/// A kind of record; its name is its table, its folder in addresses and its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Local governments that work together.
    Partnerships,
    /// Bodies that are no territorial units: ministries, associations, agencies.
    Organisations,
    /// Controlled list of themes.
    Themes,
    /// Members as intervals with ground and document.
    Memberships,
    /// Concept papers, declarations, agreements, strategies.
    Documents,
    /// Who signed a document, when.
    Signatures,
    /// Councils, committees, groups.
    Bodies,
    /// Who sits in a body.
    Seats,
    /// Meetings of bodies.
    Meetings,
    /// What a meeting talks about, in order.
    AgendaItems,
    /// Who was there.
    Attendances,
    /// What a body decided.
    Resolutions,
    /// What follows from a resolution.
    Effects,
    /// Ministries, associations and offices beside the members.
    InstitutionalPartners,
    /// The history of a partnership.
    TimelineEvents,
    /// Steps of the life cycle or of an advisory process.
    Steps,
    /// Which groups took part in a step, and how many people.
    Participations,
    /// Calls and invitations.
    Calls,
    /// What a call asks of members.
    CallConditions,
    /// What a partnership answered to a call.
    CallAnswers,
    /// Flags of units from published lists.
    UnitFlags,
    /// Figures that a document states about a partnership.
    StatedFigures,
    /// News of a partnership.
    News,
    /// Files with their description and licence.
    Attachments,
    /// Who pays and who supports.
    FunderLines,
    /// Tables of flows between units.
    FlowTables,
    /// Variants of a functional area.
    Variants,
    /// What is known of the area, to a day and for some years.
    Diagnoses,
    /// What a person says to a chapter of a diagnosis.
    DiagnosisComments,
    /// Surveys of residents, young people, leaders.
    Surveys,
    /// What a survey asks, in order.
    SurveyQuestions,
    /// Conclusions from planning documents of the members.
    DocumentReviews,
    /// What a diagnosis finds, with its evidence.
    Findings,
    /// Strengths, weaknesses, opportunities, threats.
    SwotItems,
    /// Problems with their causes and effects.
    Problems,
    /// Challenges that rest on findings.
    Challenges,
}

impl Kind {
    /// All kinds; one that others point to stands before them.
    pub const ALL: [Self; 36] = [
        Self::Organisations,
        Self::Themes,
        Self::Partnerships,
        Self::Attachments,
        Self::Documents,
        Self::Memberships,
        Self::Signatures,
        Self::Bodies,
        Self::Seats,
        Self::Meetings,
        Self::AgendaItems,
        Self::Attendances,
        Self::FlowTables,
        Self::Variants,
        Self::Resolutions,
        Self::Effects,
        Self::InstitutionalPartners,
        Self::TimelineEvents,
        Self::Steps,
        Self::Participations,
        Self::Calls,
        Self::CallConditions,
        Self::CallAnswers,
        Self::UnitFlags,
        Self::StatedFigures,
        Self::News,
        Self::FunderLines,
        Self::Diagnoses,
        Self::DiagnosisComments,
        Self::Surveys,
        Self::SurveyQuestions,
        Self::DocumentReviews,
        Self::Findings,
        Self::SwotItems,
        Self::Problems,
        Self::Challenges,
    ];

    /// The name of its table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Partnerships => "partnerships",
            Self::Organisations => "organisations",
            Self::Themes => "themes",
            Self::Memberships => "memberships",
            Self::Documents => "documents",
            Self::Signatures => "signatures",
            Self::Bodies => "bodies",
            Self::Seats => "seats",
            Self::Meetings => "meetings",
            Self::AgendaItems => "agenda_items",
            Self::Attendances => "attendances",
            Self::Resolutions => "resolutions",
            Self::Effects => "effects",
            Self::InstitutionalPartners => "institutional_partners",
            Self::TimelineEvents => "timeline_events",
            Self::Steps => "steps",
            Self::Participations => "participations",
            Self::Calls => "calls",
            Self::CallConditions => "call_conditions",
            Self::CallAnswers => "call_answers",
            Self::UnitFlags => "unit_flags",
            Self::StatedFigures => "stated_figures",
            Self::News => "news",
            Self::Attachments => "attachments",
            Self::FunderLines => "funder_lines",
            Self::FlowTables => "flow_tables",
            Self::Variants => "variants",
            Self::Diagnoses => "diagnoses",
            Self::DiagnosisComments => "diagnosis_comments",
            Self::Surveys => "surveys",
            Self::SurveyQuestions => "survey_questions",
            Self::DocumentReviews => "document_reviews",
            Self::Findings => "findings",
            Self::SwotItems => "swot_items",
            Self::Problems => "problems",
            Self::Challenges => "challenges",
        }
    }

    /// The kind of a name; `None` if there is none.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether each record belongs to one partnership.
    #[must_use]
    pub const fn is_of_partnership(self) -> bool {
        !matches!(
            self,
            Self::Partnerships
                | Self::Organisations
                | Self::Themes
                | Self::Calls
                | Self::CallConditions
                | Self::UnitFlags
                | Self::FlowTables
                | Self::Attachments
                | Self::FunderLines
        )
    }

    /// Whether a record may belong to a partnership or to the whole portal.
    #[must_use]
    pub const fn may_be_of_partnership(self) -> bool {
        self.is_of_partnership() || matches!(self, Self::Organisations | Self::Attachments | Self::FunderLines | Self::FlowTables)
    }

    /// The room of the table of rights that it belongs to.
    #[must_use]
    pub const fn room(self) -> Room {
        match self {
            Self::Organisations | Self::Themes | Self::Calls | Self::CallConditions => Room::Partnership,
            Self::UnitFlags | Self::FlowTables | Self::Variants | Self::StatedFigures => Room::Diagnosis,
            Self::Diagnoses | Self::DiagnosisComments | Self::Surveys | Self::SurveyQuestions => Room::Diagnosis,
            Self::DocumentReviews | Self::Findings | Self::SwotItems | Self::Problems | Self::Challenges => Room::Diagnosis,
            Self::News | Self::FunderLines => Room::Events,
            _ => Room::Partnership,
        }
    }

    /// The field whose text names a record of this kind, or the fields from which its name is put together.
    #[must_use]
    pub const fn naming_fields(self) -> &'static [&'static str] {
        match self {
            Self::Partnerships => &["short_name"],
            Self::Organisations | Self::Themes | Self::Bodies | Self::FlowTables | Self::Variants => &["name"],
            Self::Memberships | Self::Signatures | Self::Seats => &["unit", "organisation"],
            Self::Documents | Self::Meetings | Self::TimelineEvents | Self::News | Self::AgendaItems => &["title"],
            Self::Attendances => &["seat"],
            Self::Resolutions => &["number", "title"],
            Self::Effects => &["effect"],
            Self::InstitutionalPartners => &["organisation"],
            Self::Steps => &["stage"],
            Self::Participations => &["title", "stakeholder_group"],
            Self::Calls => &["subject"],
            Self::CallConditions | Self::FunderLines => &["text"],
            Self::CallAnswers => &["call"],
            Self::UnitFlags => &["unit", "flag"],
            Self::StatedFigures => &["figure"],
            Self::Attachments => &["file_name"],
            Self::Diagnoses | Self::Surveys => &["title"],
            Self::DiagnosisComments => &["chapter"],
            Self::SurveyQuestions => &["text"],
            Self::DocumentReviews => &["document_title"],
            Self::Findings | Self::SwotItems | Self::Problems | Self::Challenges => &["statement"],
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
