//! All that a diagnostic report tells, as plain data: who fills it in need not know how it is told.
//!
//! Names are already in the language of the report. A figure that is not known is `None` and is shown as missing, never as
//! zero. Shares are in 0..=1. Every part may be missing; its chapter then says which data would fill it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::evidence::{Challenge, Commuting, Finding, PlanningDocument, Population, Problem, Score, Survey, Swot};
use super::kind::ChapterKind;
use crate::document::Day;

/// A diagnosis of the area of a partnership.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Study {
    /// Title of the report.
    pub title: String,
    /// A sentence below the title.
    pub subtitle: Option<String>,
    /// Whose area it is.
    pub whose: Whose,
    /// Name of the area, as it stands at the end of its line in a chart; empty if nobody named it.
    pub area: String,
    /// Who answers for the report.
    pub author: Option<String>,
    /// The day the report bears; `None` for a report whose bytes depend on its data alone.
    pub day: Option<Day>,
    /// Years of the data, for example "2014–2024".
    pub period: Option<String>,
    /// A remark before everything else, for example that the report is an example.
    pub remark: Option<String>,
    /// Under which law and in which process the diagnosis is made.
    pub basis: Basis,
    /// The members of the partnership, in the order in which they are listed.
    pub members: Vec<Member>,
    /// The map of the members.
    pub map: Option<Picture>,
    /// How the area was delimited.
    pub delimitation: Option<Delimitation>,
    /// With whom the area is compared.
    pub peers: Option<PeerGroup>,
    /// What the data cannot tell, one sentence each.
    pub limits: Vec<String>,
    /// Large figures of the first page, at most eight: value with unit, and what it counts.
    pub key_figures: Vec<(String, String)>,
    /// The most telling sentences of all, best five, with their sources.
    pub telling: Vec<Claim>,
    /// What stands in the chapters; a kind that is named twice is told in this order within one chapter.
    pub chapters: Vec<ChapterStudy>,
    /// Commuting inside the area and across its border.
    pub commuting: Option<Commuting>,
    /// Population so far and projected.
    pub population: Option<Population>,
    /// Surveys, protected before they come here.
    pub surveys: Vec<Survey>,
    /// Scores of the development monitor.
    pub scores: Vec<Score>,
    /// The four lists of the SWOT analysis.
    pub swot: Option<Swot>,
    /// What was found, with evidence.
    pub findings: Vec<Finding>,
    /// The tree of problems, each behind the one that it belongs to.
    pub problems: Vec<Problem>,
    /// The challenges that follow.
    pub challenges: Vec<Challenge>,
    /// What the planning documents of the members say.
    pub planning_documents: Vec<PlanningDocument>,
    /// What the strategy is to take from all this, one sentence each.
    pub conclusions: Vec<String>,
    /// Drawings of the annex.
    pub annex_figures: Vec<Picture>,
    /// Sources; those named with figures are added behind them.
    pub sources: Vec<Source>,
    /// Name and version of the program.
    pub program: String,
}

/// Whose area a diagnosis is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The members of a partnership.
    #[default]
    Partnership,
    /// Municipalities that somebody named.
    Own,
}

/// A country whose law is the basis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Country {
    /// Poland: the act of 6 December 2006 on the principles of development policy.
    #[default]
    Poland,
    /// Czechia: act 248/2000 on support of regional development.
    Czechia,
}

/// Under which law and in which process the diagnosis is made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Basis {
    /// Whose law.
    pub country: Country,
    /// Steps of the process so far, for example resolutions, one sentence each.
    pub process: Vec<String>,
}

/// A member of the partnership.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Member {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its county (powiat, okres).
    pub county: String,
    /// Its role in the partnership, in words.
    pub role: String,
    /// On which ground it is in, in words.
    pub ground: String,
    /// Inhabitants.
    pub population: Option<f64>,
    /// Area in square kilometres.
    pub area_km2: Option<f64>,
}

/// How the area was delimited.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Delimitation {
    /// Name of the method.
    pub method: String,
    /// Name of the adopted variant.
    pub variant: String,
    /// The resolution that adopted it.
    pub resolution: Option<String>,
    /// What else is to be said, one sentence each.
    pub remarks: Vec<String>,
}

/// With whom the area is compared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeerGroup {
    /// Name of the group.
    pub name: String,
    /// How it was chosen.
    pub choice: String,
    /// How many areas are in it, the own one included.
    pub areas: usize,
}

/// A drawing made elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Picture {
    /// The drawing as SVG, its text escaped there.
    pub svg: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// What it shows, below it.
    pub caption: String,
    /// Where its figures come from.
    pub sources: Vec<Source>,
}

/// A ready sentence with its sources.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claim {
    /// The sentence.
    pub text: String,
    /// Where its figures come from.
    pub sources: Vec<Source>,
}

/// A source of figures. Two with the same publisher, data, period, day of retrieval and bytes are one, whatever their years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Who published the data.
    pub publisher: String,
    /// Which data.
    pub dataset: String,
    /// Period of the figures, where they are of no years.
    pub period: String,
    /// Years of the figures.
    pub years: BTreeSet<i32>,
    /// The day on which they were retrieved.
    pub retrieved: Option<Day>,
    /// Under which licence.
    pub licence: String,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: Option<String>,
}

/// What stands in a chapter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChapterStudy {
    /// Which chapter.
    pub kind: ChapterKind,
    /// Its comment; without one the claims of the indicators stand with them.
    pub comment: Option<Comment>,
    /// Its indicators.
    pub indicators: Vec<IndicatorStudy>,
    /// Further drawings.
    pub figures: Vec<Picture>,
    /// Further tables.
    pub tables: Vec<TableStudy>,
    /// Further sections.
    pub sections: Vec<SectionStudy>,
}

/// A section of a chapter that no indicator alone makes up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionStudy {
    /// Its heading.
    pub title: String,
    /// What it says, one sentence each, as one paragraph.
    pub sentences: Vec<String>,
    /// Its drawings.
    pub figures: Vec<Picture>,
    /// Its tables.
    pub tables: Vec<TableStudy>,
}

/// The comment of a chapter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Comment {
    /// The text; an empty line parts paragraphs.
    pub text: String,
    /// Whether people wrote it, or the program.
    pub is_edited: bool,
    /// Names of indicators whose figures changed after it was written.
    pub figures_changed: Vec<String>,
}

/// A table made elsewhere, its cells ready.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableStudy {
    /// What it shows, of when.
    pub caption: String,
    /// Headings of the columns, each with its unit (empty for words).
    pub columns: Vec<(String, String)>,
    /// Rows, each as long as the columns; others are filled up or cut.
    pub rows: Vec<Vec<String>>,
    /// Where its figures come from.
    pub sources: Vec<Source>,
}

/// Whether more of an indicator is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Stimulant,
    /// More is worse.
    Destimulant,
    /// Neither.
    #[default]
    Neutral,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Final.
    #[default]
    Final,
    /// Preliminary.
    Preliminary,
    /// Estimated.
    Estimated,
}

/// Figures of one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct YearStudy {
    /// The year.
    pub year: i32,
    /// The own area.
    pub value: Option<f64>,
    /// How sure it is.
    pub mark: Mark,
    /// Median of the group.
    pub median: Option<f64>,
    /// First quartile of the group.
    pub lower: Option<f64>,
    /// Third quartile of the group.
    pub upper: Option<f64>,
}

/// An indicator with all its figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IndicatorStudy {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its unit, in words or as a sign.
    pub unit: String,
    /// Decimals with which it is shown.
    pub decimals: usize,
    /// Whether more is better.
    pub direction: Direction,
    /// How it is reckoned, in words.
    pub formula: String,
    /// Its figures, in the order of the years.
    pub years: Vec<YearStudy>,
    /// Years from which on it is defined anew or counted within other borders.
    pub breaks: Vec<i32>,
    /// Least figure of the group in the newest year.
    pub least: Option<f64>,
    /// Greatest figure of the group in the newest year.
    pub greatest: Option<f64>,
    /// Place of the own area in the group.
    pub rank: Option<usize>,
    /// Areas that have a place.
    pub ranked: Option<usize>,
    /// Figures of the members in the newest year, in the order of [`Study::members`].
    pub member_values: Vec<Option<f64>>,
    /// How many members lack a figure.
    pub missing: usize,
    /// Their share by population or whatever weighs the indicator; `None` if not known.
    pub missing_share: Option<f64>,
    /// Figures of the members in all years that are known, by member.
    pub member_years: Vec<MemberYear>,
    /// Ready sentences.
    pub claims: Vec<String>,
    /// Where the figures of the sentences come from.
    pub claim_sources: Vec<Source>,
    /// Where its figures come from.
    pub sources: Vec<Source>,
}

/// The figure of a member in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberYear {
    /// Position of the member in [`Study::members`].
    pub member: usize,
    /// The year.
    pub year: i32,
    /// The figure.
    pub value: Option<f64>,
    /// How sure it is, or why it is missing.
    pub flag: Flag,
}

/// How sure the figure of a member is, or why it is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Final.
    #[default]
    Final,
    /// Preliminary.
    Preliminary,
    /// Estimated.
    Estimated,
    /// Missing: kept secret by the publisher.
    Suppressed,
    /// Missing: there is nothing to count.
    NotApplicable,
    /// Missing: the source gives none.
    NotGiven,
}

impl IndicatorStudy {
    /// The sources behind the figures of some years.
    pub(super) fn sources_of(&self, is_shown: impl Fn(i32) -> bool) -> Vec<Source> {
        let of_years = |source: &Source| {
            let years: BTreeSet<i32> = source.years.iter().copied().filter(|year| is_shown(*year)).collect();
            (source.years.is_empty() || !years.is_empty()).then(|| Source { years, ..source.clone() })
        };
        self.sources.iter().filter_map(of_years).collect()
    }

    /// The newest year with a figure of the area.
    pub fn newest(&self) -> Option<&YearStudy> {
        self.years.iter().filter(|year| year.value.is_some()).max_by_key(|year| year.year)
    }

    /// The year of the figures of members: the newest of all.
    pub fn newest_year(&self) -> Option<i32> {
        self.newest().map(|year| year.year).or_else(|| self.years.iter().map(|year| year.year).max())
    }
}
