//! Conclusions from planning documents of the members, and proposals for the spatial plan of the voivodeship.

use serde::{Deserialize, Serialize};

use crate::partnership::reading::Reading;
use crate::partnership::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// How much a conclusion matters to the partnership.
    Relevance of RELEVANCE {
        /// Much.
        High = "high",
        /// Somewhat.
        Medium = "medium",
        /// Little.
        Low = "low",
    }
}

/// A conclusion from a planning document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentReview {
    /// Code of the unit whose document it is.
    pub unit: Option<String>,
    /// Title of the document.
    pub document_title: Translated,
    /// Its date.
    pub date: Option<PartialDate>,
    /// What follows from it.
    pub conclusion: Translated,
    /// How much it matters.
    pub relevance: Option<Relevance>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Whether it is a proposal for the spatial plan of the voivodeship.
    pub for_spatial_plan: Option<bool>,
    /// Why it is proposed.
    pub justification: Option<Translated>,
    /// Id of the document, if it is kept here.
    pub document: Option<String>,
    /// Where it can be read.
    pub website: Option<String>,
}

impl Reading for DocumentReview {
    const KIND: Kind = Kind::DocumentReviews;
}
