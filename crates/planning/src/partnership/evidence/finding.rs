//! Findings with their evidence, and what rests on them: strengths and weaknesses, the tree of problems, challenges.

use serde::{Deserialize, Serialize};

use crate::partnership::reading::Reading;
use crate::partnership::words::words;
use crate::record::Kind;
use crate::values::Translated;

words! {
    /// The side of development that a finding is about.
    Dimension of DIMENSION {
        /// Social.
        Social = "social",
        /// Economic.
        Economic = "economic",
        /// Environmental.
        Environmental = "environmental",
        /// Infrastructural.
        Infrastructural = "infrastructural",
        /// Spatial.
        Spatial = "spatial",
        /// Institutional.
        Institutional = "institutional",
    }
}

words! {
    /// What a finding is.
    FindingKind of FINDING_KIND {
        /// Something to build on.
        Potential = "potential",
        /// Something to solve.
        Problem = "problem",
        /// Something in the way.
        Barrier = "barrier",
        /// Something that changes.
        Trend = "trend",
        /// Something that ties units together.
        Link = "link",
    }
}

words! {
    /// A field of the SWOT table.
    Quadrant of QUADRANT {
        /// Inside, good.
        Strength = "strength",
        /// Inside, bad.
        Weakness = "weakness",
        /// Outside, good.
        Opportunity = "opportunity",
        /// Outside, bad.
        Threat = "threat",
    }
}

words! {
    /// The place of a problem in its tree.
    ProblemRole of PROBLEM_ROLE {
        /// The problem itself.
        Core = "core",
        /// Why there is one.
        Cause = "cause",
        /// What comes of it.
        Effect = "effect",
    }
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of its diagnosis.
    pub diagnosis: Option<String>,
    /// The side of development.
    pub dimension: Dimension,
    /// What it is.
    pub finding_kind: FindingKind,
    /// What is found.
    pub statement: Translated,
    /// How strong, 1 to 5.
    pub strength: Option<i64>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Codes of the units that it is about; empty for the whole area.
    #[serde(default)]
    pub units: Vec<String>,
    /// Codes of indicators that show it.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Ids of surveys that show it.
    #[serde(default)]
    pub surveys: Vec<String>,
    /// Ids of conclusions from documents that show it.
    #[serde(default)]
    pub reviews: Vec<String>,
    /// Id of a variant of the area that shows it.
    pub variant: Option<String>,
    /// Evidence in words.
    pub evidence_note: Option<Translated>,
}

impl Reading for Finding {
    const KIND: Kind = Kind::Findings;
}

impl Finding {
    /// Whether it names anything that shows it.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        let is_named = !self.indicators.is_empty() || !self.surveys.is_empty() || !self.reviews.is_empty();
        is_named || self.variant.is_some() || self.evidence_note.as_ref().is_some_and(|note| !note.is_empty())
    }
}

/// An item of the SWOT table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwotItem {
    /// The field of the table.
    pub quadrant: Quadrant,
    /// What is said.
    pub statement: Translated,
    /// Ids of findings that it rests on.
    #[serde(default)]
    pub findings: Vec<String>,
    /// Its place in the order.
    pub position: Option<u32>,
}

impl Reading for SwotItem {
    const KIND: Kind = Kind::SwotItems;
}

/// A problem of the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What is said.
    pub statement: Translated,
    /// Its place in the tree.
    pub problem_role: ProblemRole,
    /// Id of the problem that it is a cause or an effect of.
    pub parent_problem: Option<String>,
    /// Ids of findings that it rests on.
    #[serde(default)]
    pub findings: Vec<String>,
    /// Its place in the order.
    pub position: Option<u32>,
}

impl Reading for Problem {
    const KIND: Kind = Kind::Problems;
}

/// A challenge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// What is said.
    pub statement: Translated,
    /// Ids of findings that it rests on.
    #[serde(default)]
    pub findings: Vec<String>,
    /// Its place in the order.
    pub position: Option<u32>,
}

impl Reading for Challenge {
    const KIND: Kind = Kind::Challenges;
}
