//! Documents of a partnership: concept papers, declarations, agreements, strategies, with date, state and stated numbers.

use serde::{Deserialize, Serialize};

use super::identity::LegalForm;
use super::reading::Reading;
use super::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// Kind of a document.
    DocumentKind of DOCUMENT_KIND {
        /// What the cooperation is thought to be.
        ConceptPaper = "concept_paper",
        /// Declaration.
        Declaration = "declaration",
        /// Letter of intent.
        LetterOfIntent = "letter_of_intent",
        /// Agreement.
        Agreement = "agreement",
        /// Statute.
        Statute = "statute",
        /// Annex to an agreement.
        Annex = "annex",
        /// Agreement with a managing authority about a ZIT.
        ZitAgreement = "zit_agreement",
        /// Agreement across a border.
        CrossBorderAgreement = "cross_border_agreement",
        /// Application for funding.
        ProjectApplication = "project_application",
        /// Resolution of somebody else, for instance of a municipal council.
        Resolution = "resolution",
        /// Diagnostic report.
        DiagnosticReport = "diagnostic_report",
        /// Strategy.
        Strategy = "strategy",
        /// Action plan.
        ActionPlan = "action_plan",
        /// Report.
        Report = "report",
        /// Document of a higher level, for instance a strategy of the voivodeship.
        HigherLevelDocument = "higher_level_document",
        /// Another.
        Other = "other",
    }
}

impl DocumentKind {
    /// Whether those who sign it found the partnership or join it.
    #[must_use]
    pub const fn is_founding(self) -> bool {
        matches!(self, Self::Declaration | Self::LetterOfIntent | Self::Agreement | Self::Statute | Self::Annex)
    }

    /// Whether it gives the partnership its form.
    #[must_use]
    pub const fn gives_form(self) -> bool {
        matches!(self, Self::Agreement | Self::Statute | Self::ZitAgreement | Self::CrossBorderAgreement)
    }
}

words! {
    /// How far a document has come.
    DocumentState of DOCUMENT_STATE {
        /// Draft.
        Draft = "draft",
        /// Seen inside.
        InternalReview = "internal_review",
        /// Open for remarks.
        PublicConsultation = "public_consultation",
        /// Revised after them.
        Revised = "revised",
        /// With an authority that gives its opinion.
        SubmittedForOpinion = "submitted_for_opinion",
        /// Adopted.
        Adopted = "adopted",
        /// In force.
        InForce = "in_force",
        /// A newer one stands in its place.
        Superseded = "superseded",
        /// Repealed.
        Repealed = "repealed",
        /// Its time is over.
        Expired = "expired",
    }
}

impl DocumentState {
    /// Whether it has been adopted, then or earlier.
    #[must_use]
    pub fn is_decided(self) -> bool {
        self >= Self::Adopted
    }

    /// Whether it binds.
    #[must_use]
    pub const fn is_effective(self) -> bool {
        matches!(self, Self::Adopted | Self::InForce)
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its kind.
    pub document_kind: DocumentKind,
    /// Its title.
    pub title: Translated,
    /// What it is about.
    pub subject: Option<Translated>,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Where it was signed.
    pub place: Option<String>,
    /// The legal form that it gives.
    pub legal_form: Option<LegalForm>,
    /// How far it has come.
    pub state: DocumentState,
    /// How many members it says there are.
    pub stated_member_count: Option<u32>,
    /// How long it holds.
    pub duration: Option<Translated>,
    /// How long notice takes.
    pub notice_period: Option<Translated>,
    /// Its edition.
    pub edition: Option<String>,
    /// First year of its period.
    pub period_from: Option<i16>,
    /// Last year of its period.
    pub period_to: Option<i16>,
    /// Year up to which its goals reach; may differ from the period.
    pub horizon: Option<i16>,
    /// Id of the file.
    pub file: Option<String>,
    /// Where it can be read.
    pub website: Option<String>,
    /// Whether its date is doubtful.
    pub doubtful: Option<bool>,
    /// What is doubtful.
    pub doubt: Option<Translated>,
}

impl Reading for Document {
    const KIND: Kind = Kind::Documents;
}
