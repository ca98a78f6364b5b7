//! Parts of a diagnosis beside its indicators: commuting, projection, survey, scores, findings and what follows from them.

use serde::{Deserialize, Serialize};

use super::study::Source;

/// A count of persons between two places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowCount {
    /// So many persons.
    Counted(f64),
    /// Kept secret by the publisher.
    Suppressed,
    /// Not known.
    #[default]
    Missing,
}

/// Commuting inside the area and across its border.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Commuting {
    /// What is counted, for example "commuting to work"; stands in captions.
    pub name: String,
    /// Year or period.
    pub period: String,
    /// Names of the places, rows and columns of the matrix alike.
    pub places: Vec<String>,
    /// Persons from the place of the row to the place of the column.
    pub persons: Vec<Vec<FlowCount>>,
    /// Persons who go from one municipality of the area to another one.
    pub inside: Option<f64>,
    /// Persons who leave the area for work.
    pub leaving: Option<f64>,
    /// Persons who come to work from outside.
    pub arriving: Option<f64>,
    /// Share of employed residents who work in the area; `None` where the table does not tell who stays at home.
    pub self_containment: Option<f64>,
    /// Share of those who leave their municipality that stay in the area.
    pub kept_share: Option<f64>,
    /// Ready sentences.
    pub claims: Vec<String>,
    /// Where the figures come from.
    pub sources: Vec<Source>,
}

/// Population of a projected year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectedYear {
    /// The year.
    pub year: i32,
    /// The main variant.
    pub middle: Option<f64>,
    /// The lower bound of the band around it.
    pub low: Option<f64>,
    /// The upper bound of the band around it.
    pub high: Option<f64>,
}

/// Persons of one sex, or all, by age group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgesOf {
    /// Whose ages they are, in words; may be empty for all.
    pub name: String,
    /// Persons today.
    pub today: Vec<Option<f64>>,
    /// Persons in the last projected year; may be empty.
    pub later: Vec<Option<f64>>,
}

/// Population so far and projected.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Population {
    /// Counted population by year.
    pub counted: Vec<(i32, Option<f64>)>,
    /// Projected population by year.
    pub projected: Vec<ProjectedYear>,
    /// What the projection assumes, one sentence each.
    pub assumptions: Vec<String>,
    /// The year of the ages of today.
    pub ages_today: String,
    /// The year of the projected ages; empty without any.
    pub ages_later: String,
    /// Age groups, the youngest first.
    pub age_groups: Vec<String>,
    /// One entry for all, or two for the sexes.
    pub ages: Vec<AgesOf>,
    /// Where the figures come from.
    pub sources: Vec<Source>,
}

/// An answer to a question; a protected count is `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The answer.
    pub text: String,
    /// Who gave it; `None` if too few to be told.
    pub persons: Option<usize>,
    /// Their share of those who answered; `None` if too few to be told.
    pub share: Option<f64>,
}

/// A question of a survey.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// The question.
    pub text: String,
    /// Who answered it.
    pub answered: Option<usize>,
    /// The answers, in their order.
    pub answers: Vec<Answer>,
}

/// A survey, protected before it comes here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Survey {
    /// Its name.
    pub name: String,
    /// When it was held.
    pub period: String,
    /// Who took part.
    pub respondents: Option<usize>,
    /// How respondents were found, and what this means for reading it.
    pub method: String,
    /// The questions.
    pub questions: Vec<Question>,
    /// Where it is kept.
    pub sources: Vec<Source>,
}

/// A score of the development monitor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Score {
    /// The dimension.
    pub dimension: String,
    /// The area within the dimension; empty for the dimension itself.
    pub area: String,
    /// The score.
    pub value: Option<f64>,
    /// Median of the group.
    pub median: Option<f64>,
    /// Place in the group.
    pub rank: Option<usize>,
    /// Areas that have a place.
    pub ranked: Option<usize>,
    /// Share of the indicators that have figures.
    pub coverage: Option<f64>,
}

/// A point of the SWOT analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SwotPoint {
    /// The point.
    pub text: String,
    /// Codes of the findings that it rests on.
    pub findings: Vec<String>,
}

/// The four lists of the SWOT analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Swot {
    /// Strengths.
    pub strengths: Vec<SwotPoint>,
    /// Weaknesses.
    pub weaknesses: Vec<SwotPoint>,
    /// Opportunities.
    pub opportunities: Vec<SwotPoint>,
    /// Threats.
    pub threats: Vec<SwotPoint>,
}

/// Whether a finding helps or hinders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// It helps.
    Potential,
    /// It hinders.
    Barrier,
    /// It is worth knowing.
    #[default]
    Observation,
}

/// What was found, with evidence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Finding {
    /// Its code, to which others refer.
    pub code: String,
    /// Its dimension: social, economic, spatial, environmental, …
    pub dimension: String,
    /// Whether it helps or hinders.
    pub kind: FindingKind,
    /// The finding.
    pub text: String,
    /// What it rests on, one sentence each.
    pub evidence: Vec<String>,
    /// Where that comes from.
    pub sources: Vec<Source>,
}

/// A problem of the tree of problems.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    /// How deep it lies: 0 for a root, 1 for what belongs to it.
    pub depth: usize,
    /// Problem, cause or effect, in words.
    pub role: String,
    /// The problem.
    pub text: String,
    /// Codes of the findings that it rests on.
    pub findings: Vec<String>,
}

/// A challenge that follows from findings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Challenge {
    /// Its code.
    pub code: String,
    /// The challenge.
    pub text: String,
    /// Codes of the findings that it rests on.
    pub findings: Vec<String>,
}

/// A planning document with what the diagnosis takes from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanningDocument {
    /// Whose document.
    pub owner: String,
    /// Its name.
    pub name: String,
    /// When it was adopted, in words.
    pub adopted: String,
    /// What it says that matters here.
    pub conclusion: String,
}
