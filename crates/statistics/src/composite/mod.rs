//! Composite indices: several figures of a unit put together into one.
//!
//! An indicator that a unit lacks is left out of its mean or distance and lowers its coverage; below half coverage there is
//! no figure. Which indicators belong together is for the floors above.
//!
//! # Source
//! Kukuła (2000) for the mean of unitarised figures; Hellwig (1968) *Zastosowanie metody taksonomicznej do typologicznego
//! podziału krajów* for the measure of development; Perkal (1953) *O wskaźnikach antropologicznych* for the mean of standard
//! scores; Hwang & Yoon (1981) *Multiple attribute decision making* for TOPSIS.

pub mod nested;
mod prepared;
pub mod sensitivity;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::rank::Direction;
use prepared::Prepared;

/// The least share of the weights that a unit needs known values for.
pub const LEAST_COVERAGE: f64 = 0.5;

/// One figure that goes into an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What it is called in refusals.
    pub name: String,
    /// Whether more or less of it is better.
    pub direction: Direction,
    /// Its importance, 0 or more; only the proportions between indicators matter.
    pub weight: f64,
    /// One value per unit, in the order of units.
    pub values: Vec<Option<f64>>,
}

/// How figures are put together; in all methods more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Weighted mean of unitarised figures, 0 to 1.
    WeightedMean,
    /// Hellwig's measure of development: 1 for a unit that is best in all, seldom below 0. `1 − d / (d̄ + 2 s)`, where `d` is
    /// the distance of standard scores (divisor `n`) from the best value of each figure, `d̄` and `s` its mean and standard
    /// deviation (divisor `n`) over the units with a figure.
    Hellwig,
    /// Perkal's index: weighted mean of standard scores (divisor `n`), with the sign turned where less is better; 0 on average.
    Perkal,
    /// TOPSIS: nearness to the ideal, 0 to 1. Figures are divided by the root of their sum of squares and multiplied by their
    /// weights; `d⁻ / (d⁺ + d⁻)` of the distances from the best and the worst values.
    Topsis,
}

/// The index of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Score {
    /// The index; `None` where the coverage is below [`LEAST_COVERAGE`].
    pub value: Option<f64>,
    /// Share of the weights that known values stand for, 0 to 1.
    pub coverage: f64,
}

/// The index of each unit, in the order of units.
///
/// ```
/// use miedza_statistics::composite::{Indicator, Method, score};
/// use miedza_statistics::rank::Direction;
///
/// let indicator = |name: &str, direction, values: [f64; 3]| {
///     Indicator { name: name.to_owned(), direction, weight: 1.0, values: values.map(Some).to_vec() }
/// };
/// let income = indicator("income", Direction::Stimulant, [10.0, 20.0, 30.0]);
/// let unemployment = indicator("unemployment", Direction::Destimulant, [2.0, 4.0, 10.0]);
/// let found = score(&[income, unemployment], Method::WeightedMean)?;
/// assert_eq!(found[1].value, Some((0.5 + 0.75) / 2.0));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::WrongLength`] where indicators have different numbers of units, [`Error::NotFinite`], [`Error::Negative`] or
/// [`Error::AllZero`] for weights, [`Error::TooFew`] without indicators or with fewer than two known values of one,
/// [`Error::NoSpread`] for an indicator with the same value everywhere.
///
/// # Source
/// See the module. How missing values are left out is not from these papers, which know none.
pub fn score(indicators: &[Indicator], method: Method) -> Result<Vec<Score>, Error> {
    let prepared = Prepared::of(indicators, method)?;
    let coverage = prepared.coverage(&prepared.weights);
    let has_figure: Vec<bool> = coverage.iter().map(|coverage| is_covered(*coverage)).collect();
    let values = prepared.values(&prepared.weights, &has_figure);
    Ok(values.into_iter().zip(coverage).map(|(value, coverage)| Score { value, coverage }).collect())
}

/// Whether the coverage is enough, rounding forgiven.
fn is_covered(coverage: f64) -> bool {
    coverage >= LEAST_COVERAGE - 1e-12
}

#[cfg(test)]
mod tests;
