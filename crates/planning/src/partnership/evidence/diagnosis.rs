//! A diagnosis as a record: for which units, day and years, and what people say to its chapters.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::partnership::reading::Reading;
use crate::partnership::words::words;
use crate::record::Kind;
use crate::values::{Day, Translated};

words! {
    /// How far a diagnosis is.
    DiagnosisState of DIAGNOSIS_STATE {
        /// Being written.
        Draft = "draft",
        /// Shown with its snapshot of figures.
        Published = "published",
    }
}

words! {
    /// Whom the area is compared with.
    PeerRule of PEER_RULE {
        /// Its voivodeship or region.
        Voivodeship = "voivodeship",
        /// Its country.
        Country = "country",
        /// The counties around.
        CountiesAround = "counties_around",
        /// Municipalities of the same kind.
        SameKind = "same_kind",
        /// Municipalities of the same functional types.
        SameType = "same_type",
        /// Of these, those of the same classes of size.
        SameTypeAndSize = "same_type_and_size",
        /// Those whose figures are nearest.
        Nearest = "nearest",
        /// Units that somebody listed.
        OwnList = "own_list",
    }
}

words! {
    /// A chapter of a diagnostic report.
    Chapter of CHAPTER {
        /// Introduction, legal and process basis.
        Introduction = "introduction",
        /// Area and members, delimitation.
        Area = "area",
        /// Method, data years, limits.
        Method = "method",
        /// Functional links.
        Links = "links",
        /// Demography.
        Demography = "demography",
        /// Economy and labour market.
        Economy = "economy",
        /// Local finance and investment.
        Finance = "finance",
        /// Social services.
        Services = "services",
        /// Housing and technical infrastructure.
        Housing = "housing",
        /// Transport and accessibility.
        Transport = "transport",
        /// Environment, climate, biodiversity.
        Environment = "environment",
        /// Space and planning documents.
        Space = "space",
        /// Tourism and heritage.
        Tourism = "tourism",
        /// Civil society and cooperation so far.
        CivilSociety = "civil_society",
        /// Survey results.
        Surveys = "surveys",
        /// Position against the peer group.
        Position = "position",
        /// SWOT.
        Swot = "swot",
        /// Potentials, barriers, challenges.
        Challenges = "challenges",
        /// Conclusions for the strategy.
        Conclusions = "conclusions",
    }
}

/// A diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// Its title.
    pub title: Translated,
    /// How far it is.
    pub diagnosis_state: DiagnosisState,
    /// Codes of its units; empty for the members of the partnership.
    #[serde(default)]
    pub units: Vec<String>,
    /// The day whose members it is about.
    pub on_date: Option<Day>,
    /// First year of its figures.
    pub year_from: Option<i64>,
    /// Last year of its figures.
    pub year_to: Option<i64>,
    /// Whom the area is compared with.
    pub peer_rule: Option<PeerRule>,
    /// Codes of the units of an own list.
    #[serde(default)]
    pub peer_units: Vec<String>,
    /// Weights of nearness, `population:2;seniors_share:1`; empty for the usual ones.
    pub peer_weights: Option<String>,
    /// Anything else.
    pub note: Option<Translated>,
    /// The figures as they were when it was computed; the program writes them.
    pub snapshot: Option<Value>,
    /// When they were computed.
    pub computed_on: Option<Day>,
}

impl Reading for Diagnosis {
    const KIND: Kind = Kind::Diagnoses;
}

/// What a person says to a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiagnosisComment {
    /// Id of the diagnosis.
    pub diagnosis: String,
    /// The chapter.
    pub chapter: Chapter,
    /// The text.
    pub text: Translated,
    /// Marks of the figures that were on screen when it was written; the program writes them.
    pub fingerprint: Option<Value>,
}

impl Reading for DiagnosisComment {
    const KIND: Kind = Kind::DiagnosisComments;
}
