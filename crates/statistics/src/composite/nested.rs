//! Means of means: indicators make sub-areas, sub-areas areas, areas dimensions, each part of a whole with the same weight.
//!
//! # Source
//! After the monitor of local development (Monitor Rozwoju Lokalnego) of the Association of Polish Cities, which has three
//! dimensions, 12 areas and 48 sub-areas. Its exact formulas are not known to us; means of equal weight, the unitarisation
//! of Kukuła (2000) and the rule for what is missing are those of this house.

use miedza_territory::count;
use serde::Serialize;

use super::{Indicator, Method, Score, is_covered, score};
use crate::Error;
use crate::known::{same_length, total};

/// A whole and what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// What it is called.
    pub name: String,
    /// What it is made of.
    pub content: Content,
}

/// What a whole is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Indicators: the whole is their weighted mean on the scale of 0 to 1.
    Indicators(Vec<Indicator>),
    /// Figures on the scale of 0 to 1 that are there already, one per unit: of indicators of which nobody has a value there
    /// may be some, and only who chose them can count these as not covered.
    Scores(Vec<Score>),
    /// Other wholes, each of the same weight.
    Branches(Vec<Branch>),
}

/// A whole with its figures, and those of its parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Nested {
    /// What it is called.
    pub name: String,
    /// One per unit, in the order of units; 0 to 1, 1 for a unit that is best in all.
    pub scores: Vec<Score>,
    /// Its parts, in their order; none where it is made of indicators.
    pub parts: Vec<Nested>,
}

/// The mean of means of each unit.
///
/// A part without a figure is left out of the mean and counts as not covered. The coverage of a whole is the mean of the
/// coverages of its parts; below half of it there is no figure.
///
/// # Errors
/// As [`score`], and [`Error::TooFew`] for a whole without parts.
pub fn nested_mean(branch: &Branch) -> Result<Nested, Error> {
    let parts = match &branch.content {
        Content::Indicators(indicators) => {
            let scores = score(indicators, Method::WeightedMean)?;
            return Ok(Nested { name: branch.name.clone(), scores, parts: Vec::new() });
        }
        Content::Scores(scores) => {
            return Ok(Nested { name: branch.name.clone(), scores: scores.clone(), parts: Vec::new() });
        }
        Content::Branches(branches) => branches.iter().map(nested_mean).collect::<Result<Vec<_>, _>>()?,
    };
    let Some(first) = parts.first() else {
        return Err(Error::TooFew { what: branch.name.clone(), given: 0, needed: 1 });
    };
    let units = first.scores.len();
    for part in &parts {
        same_length(&part.name, part.scores.len(), units)?;
    }
    let scores = (0..units).map(|unit| together(parts.iter().map(|part| part.scores[unit]).collect())).collect();
    Ok(Nested { name: branch.name.clone(), scores, parts })
}

fn together(parts: Vec<Score>) -> Score {
    let known: Vec<(f64, f64)> = parts.iter().filter_map(|part| part.value.map(|value| (value, part.coverage))).collect();
    let coverage = total(known.iter().map(|(_, coverage)| *coverage)) / count(parts.len());
    let mean = || total(known.iter().map(|(value, _)| *value)) / count(known.len());
    Score { value: is_covered(coverage).then(mean), coverage }
}
