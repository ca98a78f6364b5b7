//! Types of municipalities: those that are like each other in chosen indicators, wherever they lie, and what makes each a type.
//!
//! Figures are turned into standard scores (divisor `n`) over the units. A unit that lacks any of the figures has no type, since
//! its place is not known; so that one seldom known indicator does not leave most units without a type, an indicator that
//! fewer than a share of units have is left out first. Both are told.
//!
//! # Source
//! See [`miedza_statistics::typology`]; medoid as in Kaufman & Rousseeuw (1990), *Finding groups in data*.

mod kinds;
#[cfg(test)]
mod tests;

use miedza_statistics::standardise::z_scores;
use miedza_statistics::summary::Divisor;
use miedza_statistics::typology::{self as statistics, Method, typology_by_silhouette};
use miedza_territory::{UnitCode, count};
use serde::Serialize;
use thiserror::Error;

use super::{Catalogue, Snapshot};

pub use kinds::{Kind, Mean};

/// How types are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// K-means with k-means++ starts.
    #[default]
    KMeans,
    /// Ward's hierarchy, cut at the number of types.
    Ward,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// How types are found.
    pub by: By,
    /// How many types; `None` for the number with the greatest silhouette.
    pub types: Option<usize>,
    /// Most types that silhouettes are made for, 2 or more; fewer if there are fewer different units.
    pub most: usize,
    /// Share of units that must have an indicator, 0 to 1, or it is left out.
    pub least_known: f64,
    /// Where chance begins for k-means.
    pub seed: u64,
}

impl Default for Parameters {
    /// K-means, 2 to 8 types by silhouette, indicators that eight in ten units have, seed 0.
    fn default() -> Self {
        Self { by: By::KMeans, types: None, most: 8, least_known: 0.8, seed: 0 }
    }
}

/// A silhouette of a number of types.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Silhouette {
    /// How many types.
    pub types: usize,
    /// Mean silhouette of the units, −1 to 1; below 0.25 there are no types to speak of.
    pub silhouette: f64,
}

/// A unit with its type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TypedUnit {
    /// The unit.
    pub unit: UnitCode,
    /// Number of its type, from 1; `None` if it lacks a figure.
    pub kind: Option<usize>,
    /// How much nearer its own type is than the next, −1 to 1; `None` likewise, and with a single type.
    pub silhouette: Option<f64>,
    /// Codes of the indicators that it lacks.
    pub lacks: Vec<String>,
}

/// An indicator that was left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// Its code.
    pub indicator: String,
    /// Share of units that have it, 0 to 1.
    pub known_share: f64,
    /// Whether it is the same everywhere.
    pub is_equal: bool,
}

/// Types of units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Typology {
    /// The year.
    pub year: u16,
    /// How they were found.
    pub parameters: Parameters,
    /// Codes of the indicators that were used, in the order asked.
    pub indicators: Vec<String>,
    /// Indicators that were left out.
    pub left_out: Vec<LeftOut>,
    /// Silhouettes by number of types, fewest first.
    pub silhouettes: Vec<Silhouette>,
    /// The number of types with the greatest silhouette.
    pub suggested: usize,
    /// Mean silhouette of the types that follow; `None` with a single type.
    pub silhouette: Option<f64>,
    /// The types, by number.
    pub kinds: Vec<Kind>,
    /// All units, in the order given.
    pub units: Vec<TypedUnit>,
}

/// Why there are no types.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum TypologyError {
    /// An indicator is not in the catalogue.
    #[error("the catalogue has no indicator {code}; take one of its codes")]
    UnknownIndicator {
        /// The code.
        code: String,
    },
    /// No indicator is left.
    #[error("none of {asked} indicators is known of enough units in {year} and differs between them; choose others")]
    NoIndicator {
        /// How many were asked for.
        asked: usize,
        /// The year.
        year: u16,
    },
    /// The figures or the parameters do not allow types.
    #[error(transparent)]
    Figure(#[from] miedza_statistics::Error),
}

/// Indicators that are used, with raw values and standard scores by unit.
struct Columns {
    codes: Vec<String>,
    values: Vec<Vec<Option<f64>>>,
    scores: Vec<Vec<Option<f64>>>,
}

/// Types of units by indicators of the catalogue in a year.
///
/// # Errors
/// [`TypologyError::UnknownIndicator`], [`TypologyError::NoIndicator`]; [`TypologyError::Figure`] for more types than there are
/// different units, fewer than two different units, or a value that is no number.
pub fn typology(
    (indicators, catalogue): (&[&str], &Catalogue),
    now: Snapshot<'_>,
    units: &[UnitCode],
    parameters: Parameters,
) -> Result<Typology, TypologyError> {
    let (columns, left_out) = columns((indicators, catalogue), now, units, parameters.least_known)?;
    let method = match parameters.by {
        By::Ward => Method::Ward,
        By::KMeans => Method::KMeans(statistics::Parameters { seed: parameters.seed, ..statistics::Parameters::default() }),
    };
    let most = parameters.most.min(different(&columns.scores)).max(2);
    let (best, silhouettes) = typology_by_silhouette(&columns.scores, most, method)?;
    let suggested = best.centres.len();
    let found = match parameters.types {
        Some(types) if types != suggested => statistics::typology(&columns.scores, types, method)?,
        _ => best,
    };
    let of_unit = |(place, unit): (usize, &UnitCode)| TypedUnit {
        unit: unit.clone(),
        kind: found.types[place].map(|kind| kind + 1),
        silhouette: found.silhouettes.get(place).copied().flatten(),
        lacks: columns.lacked_by(place),
    };
    Ok(Typology {
        year: now.year,
        parameters,
        left_out,
        silhouettes: silhouettes.into_iter().map(|(types, silhouette)| Silhouette { types, silhouette }).collect(),
        suggested,
        silhouette: found.silhouette,
        kinds: kinds::kinds(&columns, &found, units),
        units: units.iter().enumerate().map(of_unit).collect(),
        indicators: columns.codes,
    })
}

fn columns(
    (indicators, catalogue): (&[&str], &Catalogue),
    now: Snapshot<'_>,
    units: &[UnitCode],
    least_known: f64,
) -> Result<(Columns, Vec<LeftOut>), TypologyError> {
    let (mut columns, mut left_out) = (Columns { codes: vec![], values: vec![], scores: vec![] }, Vec::new());
    for code in indicators {
        let unknown = || TypologyError::UnknownIndicator { code: (*code).to_owned() };
        let values = now.of_units(catalogue.indicator(code).ok_or_else(unknown)?, units);
        let known_share = count(values.iter().flatten().count()) / count(units.len().max(1));
        let scores = match z_scores(code, &values, Divisor::Population) {
            Err(miedza_statistics::Error::NoSpread { .. } | miedza_statistics::Error::TooFew { .. }) => None,
            found => Some(found?),
        };
        match scores {
            Some(scores) if known_share >= least_known => {
                columns.codes.push((*code).to_owned());
                columns.values.push(values);
                columns.scores.push(scores);
            }
            scores => left_out.push(LeftOut { indicator: (*code).to_owned(), known_share, is_equal: scores.is_none() }),
        }
    }
    if columns.codes.is_empty() {
        return Err(TypologyError::NoIndicator { asked: indicators.len(), year: now.year });
    }
    Ok((columns, left_out))
}

impl Columns {
    /// The scores of a unit; `None` if it lacks one.
    fn row(&self, place: usize) -> Option<Vec<f64>> {
        self.scores.iter().map(|column| column[place]).collect()
    }

    fn lacked_by(&self, place: usize) -> Vec<String> {
        let lacking = self.codes.iter().zip(&self.values).filter(|(_, values)| values[place].is_none());
        lacking.map(|(code, _)| code.clone()).collect()
    }
}

/// How many units without gaps differ from each other.
fn different(scores: &[Vec<Option<f64>>]) -> usize {
    let units = scores.first().map_or(0, Vec::len);
    let row = |unit: usize| -> Option<Vec<f64>> { scores.iter().map(|column| column[unit].map(|score| score + 0.0)).collect() };
    let mut rows: Vec<Vec<u64>> = (0..units).filter_map(row).map(|row| row.into_iter().map(f64::to_bits).collect()).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}
