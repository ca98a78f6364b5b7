//! A profile of cumulated negative phenomena, reckoned here: in how many respects, and how far, a municipality is worse off than
//! the reference, such as the country.
//!
//! This is own work and never the list of municipalities at risk of permanent marginalisation of the National Strategy of
//! Regional Development 2030. Who is on that list is told by records of published lists alone
//! ([`Flag::MarginalisationRisk`](crate::partnership::flag::Flag::MarginalisationRisk)), and what is reckoned here changes nothing about it:
//! hence the type [`OwnWork`]. Whether a municipality is a small county town is decided elsewhere too
//! ([`small_county_town`](crate::partnership::call::small_county_town)).
//!
//! Steps: (1) each indicator is turned into standard scores by the mean and the standard deviation (divisor `n`) of the
//! reference, with the sign turned where more is better, so that more is worse in all; (2) the index is the weighted mean of
//! the scores that a unit has, if they stand for enough of the weights; (3) ranks, the worst first, among all units with an index.
//!
//! # Source
//! Perkal (1953), *O wskaźnikach antropologicznych*, for the mean of standard scores; the choice of indicators is that of this program.

#[cfg(test)]
mod tests;

use miedza_statistics::rank::{self, Ties, ranks};
use miedza_statistics::summary::{Divisor, mean, standard_deviation};
use miedza_territory::UnitCode;
use serde::Serialize;
use thiserror::Error;

use super::{Catalogue, Direction, Indicator, Snapshot};

/// Whose work a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Reckoned by this program; no authority has published it.
    OwnWork,
}

/// Something that was reckoned here and must be shown as such.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwnWork<T> {
    /// Always [`Origin::OwnWork`], so that it stands beside the content wherever that is written.
    pub origin: Origin,
    /// What was reckoned.
    pub content: T,
}

impl<T> OwnWork<T> {
    const fn new(content: T) -> Self {
        Self { origin: Origin::OwnWork, content }
    }
}

/// Which side of an indicator is the negative one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Worse {
    /// More is worse.
    High,
    /// Less is worse.
    Low,
}

/// An indicator of the profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Phenomenon {
    /// Code of the indicator in the catalogue.
    pub indicator: String,
    /// Which side is negative; `None` for the one that the catalogue says.
    pub worse: Option<Worse>,
    /// Its importance, 0 or more; only proportions matter.
    pub weight: f64,
}

/// Indicators of the default profile: demographic decline, lack of work, weak economy, weak finance, poor access to services.
pub const DEFAULT_INDICATORS: [&str; 10] = [
    "net_migration_per_1000",
    "natural_change_per_1000",
    "seniors_share",
    "unemployed_of_working_age",
    "social_assistance_per_10000",
    "firms_per_10000",
    "own_revenue_share",
    "sewerage_share",
    "preschool_share",
    "turnout_council",
];

/// What the profile is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// The indicators.
    pub phenomena: Vec<Phenomenon>,
    /// Share of the weights that a unit must have known values for, above 0 to 1.
    pub least_coverage: f64,
}

impl Default for Parameters {
    /// The [`DEFAULT_INDICATORS`] with equal weights, the negative side as the catalogue says, and a coverage of two thirds.
    fn default() -> Self {
        let phenomenon = |code: &&str| Phenomenon { indicator: (*code).to_owned(), worse: None, weight: 1.0 };
        Self { phenomena: DEFAULT_INDICATORS.iter().map(phenomenon).collect(), least_coverage: 2.0 / 3.0 }
    }
}

/// One indicator of one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// Code of the indicator.
    pub indicator: String,
    /// The value; `None` if it is missing.
    pub value: Option<f64>,
    /// Standard deviations that the unit is worse than the mean of the reference; `None` likewise.
    pub worse_by: Option<f64>,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The unit.
    pub unit: UnitCode,
    /// Mean of its scores, above 0 if it is worse off than the reference on average; `None` below the coverage.
    pub index: Option<f64>,
    /// Share of the weights that known values stand for, 0 to 1.
    pub coverage: f64,
    /// Its place among units with an index, 1 for the worst, the lowest of the places that equals take; `None` without one.
    pub rank: Option<f64>,
    /// Its scores, in the order of the indicators.
    pub scores: Vec<Score>,
}

/// How an indicator lies in the reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scale {
    /// Code of the indicator.
    pub indicator: String,
    /// Which side is negative.
    pub worse: Worse,
    /// Its weight.
    pub weight: f64,
    /// Mean of the reference.
    pub mean: f64,
    /// Standard deviation of the reference, divisor `n`.
    pub deviation: f64,
    /// How many units of the reference have it.
    pub known: usize,
}

/// The profile of units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    /// The year.
    pub year: u16,
    /// Share of the weights that an index needs.
    pub least_coverage: f64,
    /// How many units the reference has.
    pub reference: usize,
    /// How many units have an index and a rank.
    pub ranked: usize,
    /// The indicators that were used.
    pub scales: Vec<Scale>,
    /// Indicators that tell nothing, since fewer than two units of the reference have them or all are equal.
    pub left_out: Vec<String>,
    /// The units, in the order given.
    pub units: Vec<Row>,
}

/// Why there is no profile.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum MarginalisationError {
    /// An indicator is not in the catalogue.
    #[error("the catalogue has no indicator {code}; take one of its codes")]
    UnknownIndicator {
        /// The code.
        code: String,
    },
    /// The catalogue does not say which side is negative.
    #[error("the catalogue does not say whether more of {code} is worse; say it for the profile")]
    NoDirection {
        /// The code.
        code: String,
    },
    /// A weight or the coverage is out of its range.
    #[error("{what} is {value}, and it must be {wanted}")]
    OutOfRange {
        /// Which one.
        what: String,
        /// What was given.
        value: f64,
        /// What would do.
        wanted: &'static str,
    },
    /// No indicator is left.
    #[error("no indicator of the profile differs between units of the reference in {year}; take another year or other ones")]
    NoIndicator {
        /// The year.
        year: u16,
    },
    /// A figure cannot be used.
    #[error(transparent)]
    Figure(#[from] miedza_statistics::Error),
}

/// The profile of units against a reference group, which may hold them or not.
///
/// # Errors
/// [`MarginalisationError`] with the indicator at fault.
pub fn profile(
    (parameters, catalogue): (&Parameters, &Catalogue),
    now: Snapshot<'_>,
    units: &[UnitCode],
    reference: &[UnitCode],
) -> Result<OwnWork<Profile>, MarginalisationError> {
    in_range("the coverage", parameters.least_coverage, parameters.least_coverage > 0.0 && parameters.least_coverage <= 1.0)?;
    let (mut used, mut left_out) = (Vec::new(), Vec::new());
    for phenomenon in &parameters.phenomena {
        let code = &phenomenon.indicator;
        let unknown = || MarginalisationError::UnknownIndicator { code: code.clone() };
        let indicator = catalogue.indicator(code).ok_or_else(unknown)?;
        match Scale::of(phenomenon, indicator, &now.of_units(indicator, reference))? {
            Some(scale) => used.push((scale, now.of_units(indicator, units))),
            None => left_out.push(code.clone()),
        }
    }
    // What was asked for and tells nothing still counts against the coverage.
    let asked = parameters.phenomena.iter().fold(0.0, |sum, phenomenon| sum + phenomenon.weight);
    if used.iter().all(|(scale, _)| scale.weight <= 0.0) {
        return Err(MarginalisationError::NoIndicator { year: now.year });
    }
    let row = |(place, unit): (usize, &UnitCode)| row(unit, place, &used, (asked, parameters.least_coverage));
    let mut rows: Vec<Row> = units.iter().enumerate().map(row).collect();
    let indices: Vec<Option<f64>> = rows.iter().map(|row| row.index).collect();
    let ranks = ranks(&indices, rank::Direction::Stimulant, Ties::Lowest)?;
    rows.iter_mut().zip(ranks).for_each(|(row, rank)| row.rank = rank);
    Ok(OwnWork::new(Profile {
        year: now.year,
        least_coverage: parameters.least_coverage,
        reference: reference.len(),
        ranked: indices.iter().flatten().count(),
        scales: used.into_iter().map(|(scale, _)| scale).collect(),
        left_out,
        units: rows,
    }))
}

fn in_range(what: &str, value: f64, holds: bool) -> Result<(), MarginalisationError> {
    let refusal =
        || MarginalisationError::OutOfRange { what: what.to_owned(), value, wanted: "a number from 0 on, a share at most 1" };
    if holds && value.is_finite() { Ok(()) } else { Err(refusal()) }
}

impl Scale {
    /// `None` if nothing is told apart by the indicator.
    fn of(
        phenomenon: &Phenomenon,
        indicator: &Indicator,
        reference: &[Option<f64>],
    ) -> Result<Option<Self>, MarginalisationError> {
        let code = &phenomenon.indicator;
        in_range(&format!("the weight of {code}"), phenomenon.weight, phenomenon.weight >= 0.0)?;
        let worse = match (phenomenon.worse, indicator.direction) {
            (Some(worse), _) => worse,
            (None, Direction::Stimulant) => Worse::Low,
            (None, Direction::Destimulant) => Worse::High,
            (None, Direction::Neutral) => return Err(MarginalisationError::NoDirection { code: code.clone() }),
        };
        let known = reference.iter().flatten().count();
        let (mean, deviation) = (mean(reference)?, standard_deviation(reference, Divisor::Population)?);
        let Some((mean, deviation)) = mean.zip(deviation).filter(|(mean, deviation)| *deviation > 1e-12 * mean.abs()) else {
            return Ok(None);
        };
        Ok(Some(Self { indicator: code.clone(), worse, weight: phenomenon.weight, mean, deviation, known }))
    }

    fn worse_by(&self, value: f64) -> f64 {
        let above = (value - self.mean) / self.deviation;
        match self.worse {
            Worse::High => above,
            Worse::Low => -above,
        }
    }
}

fn row(unit: &UnitCode, place: usize, used: &[(Scale, Vec<Option<f64>>)], (asked, least_coverage): (f64, f64)) -> Row {
    let score = |(scale, values): &(Scale, Vec<Option<f64>>)| {
        let value = values[place];
        Score { indicator: scale.indicator.clone(), value, worse_by: value.map(|value| scale.worse_by(value)) }
    };
    let scores: Vec<Score> = used.iter().map(score).collect();
    let known = used.iter().zip(&scores).filter_map(|((scale, _), score)| Some((scale.weight, score.worse_by?)));
    let (weights, sum) = known.fold((0.0, 0.0), |(weights, sum), (weight, score)| (weights + weight, sum + weight * score));
    let coverage = weights / asked;
    let index = (coverage >= least_coverage - 1e-12 && weights > 0.0).then(|| sum / weights);
    Row { unit: unit.clone(), index, coverage, rank: None, scores }
}
