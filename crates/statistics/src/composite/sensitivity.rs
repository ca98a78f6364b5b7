//! How much the order of units hangs on the weights.
//!
//! Each weight is raised and lowered by a share, the others kept; and all weights are drawn anew many times, each set of
//! weights as likely as any other. What is told is the range of ranks of each unit. Units without a figure at the weights
//! given have no rank at others.
//!
//! # Source
//! OECD & JRC (2008) *Handbook on constructing composite indicators*, chapter 7. Random weights: exponential deviates, which
//! are uniform on the simplex (Rubin 1981).

use rayon::prelude::*;
use serde::Serialize;

use super::prepared::Prepared;
use super::{Indicator, Method, is_covered};
use crate::Error;
use crate::chance::Chance;
use crate::rank::{Direction, Ties, ranks};

/// How weights are changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// The share by which one weight is raised and lowered, above 0, at most 1.
    pub change: f64,
    /// How often all weights are drawn anew, at least 1.
    pub draws: u32,
    /// The seed of the draws.
    pub seed: u64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { change: 0.25, draws: 1000, seed: 0 }
    }
}

/// Ranks of a unit, 1 for the best; equal indices share the lowest of their places.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RankRange {
    /// At the weights given.
    pub rank: f64,
    /// The best at any of the changed weights, or at those given.
    pub best: f64,
    /// The worst.
    pub worst: f64,
}

/// Ranges of ranks, one per unit in the order of units; `None` for a unit without a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// With one weight changed at a time.
    pub one_at_a_time: Vec<Option<RankRange>>,
    /// With all weights drawn.
    pub random: Vec<Option<RankRange>>,
}

/// Ranges of ranks when weights change.
///
/// The same seed gives the same ranges with any number of threads.
///
/// # Errors
/// As [`score`](super::score), and [`Error::OutOfRange`] for parameters out of their range.
pub fn sensitivity(indicators: &[Indicator], method: Method, parameters: Parameters) -> Result<Sensitivity, Error> {
    let Parameters { change, draws, seed } = parameters;
    if !(change > 0.0 && change <= 1.0) {
        return Err(Error::OutOfRange { parameter: "change", value: change, wanted: "above 0, at most 1" });
    }
    if draws == 0 {
        return Err(Error::OutOfRange { parameter: "draws", value: 0.0, wanted: "1 or more" });
    }
    let prepared = Prepared::of(indicators, method)?;
    let changed = (0..2 * indicators.len()).map(|at| one_changed(&prepared.weights, at / 2, [-change, change][at % 2]));
    let chance = Chance::new(seed);
    let drawn = (0..draws).map(|draw| drawn(chance, u64::from(draw), indicators.len()));
    Ok(Sensitivity {
        one_at_a_time: ranges(&prepared, changed.filter(|weights| weights.iter().any(|weight| *weight > 0.0)).collect())?,
        random: ranges(&prepared, drawn.collect())?,
    })
}

fn one_changed(weights: &[f64], which: usize, by: f64) -> Vec<f64> {
    let weigh = |(at, weight): (usize, &f64)| if at == which { weight * (1.0 + by) } else { *weight };
    weights.iter().enumerate().map(weigh).collect()
}

/// Weights uniform on the simplex, but for a factor that all share.
fn drawn(chance: Chance, draw: u64, indicators: usize) -> Vec<f64> {
    (0..indicators).zip(0_u64..).map(|(_, column)| -libm::log(1.0 - chance.at(draw, column))).collect()
}

fn ranges(prepared: &Prepared, sets: Vec<Vec<f64>>) -> Result<Vec<Option<RankRange>>, Error> {
    let has_figure: Vec<bool> = prepared.coverage(&prepared.weights).into_iter().map(is_covered).collect();
    let ranked = |weights: &[f64]| ranks(&prepared.values(weights, &has_figure), Direction::Stimulant, Ties::Lowest);
    let given = ranked(&prepared.weights)?;
    let at_sets: Vec<Vec<Option<f64>>> = sets.par_iter().map(|weights| ranked(weights)).collect::<Result<_, _>>()?;
    let range = |(unit, rank): (usize, Option<f64>)| {
        let rank = rank?;
        let others = || at_sets.iter().filter_map(|ranks| ranks[unit]);
        Some(RankRange { rank, best: others().fold(rank, f64::min), worst: others().fold(rank, f64::max) })
    };
    Ok(given.into_iter().enumerate().map(range).collect())
}
