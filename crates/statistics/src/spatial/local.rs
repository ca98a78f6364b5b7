//! Local Moran: which units lie among their like, and which stand out from their neighbours.
//!
//! # Source
//! Anselin (1995) *Local indicators of spatial association – LISA*, Geographical Analysis 27; conditional permutation as in
//! GeoDa and in PySAL's esda (`Moran_Local`).
//!
//! # Steps
//! 1. `z` values less their mean, divided by their standard deviation; lag `l_i = Σ_j w_ij z_j`.
//! 2. `I_i = (n − 1) / Σ z² · z_i · l_i`, as esda scales it: with row-standardised weights their mean over all units is I times
//!    `(n − 1) / n`.
//! 3. The quadrant of a unit, by the signs of `z_i` and `l_i`; 0 counts as low.
//! 4. Conditional permutation: a unit keeps its value, its `k` neighbours are drawn without replacement from the `n − 1`
//!    others, so many times. How often `I_i` is as extreme gives its pseudo p.
//! 5. Units whose p is significant at the level, with the correction for many tests, are classed by their quadrant.
//!
//! Step 4 is a Fisher–Yates shuffle broken off after `k` places: from any order of the others the first `k` are a draw with equal
//! chances, so the order that the last permutation left serves the next. Each unit begins from the order of units, and
//! draws from its own row of chance; esda draws once for all units.
//! Cost: `O(P · m)`, for `P` permutations and `m` weights.

use miedza_territory::{UnitIx, UnitVec, count};
use rayon::prelude::*;

use super::permutation::{Observed, Tally};
use super::sample::Sample;
use super::significance::Correction;
use super::{Error, Permutations, Weights};
use crate::chance::{Row, below};

/// Fewest units: two others to draw from.
const LEAST: usize = 3;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// How values are permuted.
    pub permutations: Permutations,
    /// Level of significance, above 0 and below 1; 0.05 unless said otherwise.
    pub level: f64,
    /// What is done about many tests at once.
    pub correction: Correction,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { permutations: Permutations::default(), level: 0.05, correction: Correction::default() }
    }
}

/// Where a unit stands: its value first, then its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// High among high ones.
    HighHigh,
    /// Low among low ones.
    LowLow,
    /// High among low ones.
    HighLow,
    /// Low among high ones.
    LowHigh,
}

/// What a map of local association shows of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Significant, in its quadrant: a core of a cluster (high-high, low-low) or an outlier (high-low, low-high).
    Significant(Quadrant),
    /// Chance would do as well.
    NotSignificant,
    /// It has a value and no neighbour with a value.
    NoNeighbours,
    /// It has no value.
    Missing,
}

/// Local association of one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Local {
    /// Standard deviations that the value is above the mean.
    pub deviate: f64,
    /// Weighted sum of the neighbours' deviates; their mean where weights are row-standardised.
    pub lag: f64,
    /// Local Moran: above 0 among its like, below 0 an outlier.
    pub i: f64,
    /// By the signs of deviate and lag.
    pub quadrant: Quadrant,
    /// Pseudo p value, above 0 and at most 1.
    pub p: f64,
}

/// Local association of all units.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalMoran {
    /// Figures of each unit; `None` without a value or without a neighbour that has one.
    pub figures: UnitVec<Option<Local>>,
    /// Class of each unit.
    pub classes: UnitVec<Class>,
    /// The largest p that is called significant; `None` where none is.
    pub cutoff: Option<f64>,
    /// How many units take part.
    pub units: usize,
    /// How many units have no value and take no part.
    pub missing: usize,
    /// Units that take part and have no neighbour that does, ascending.
    pub islands: Vec<UnitIx>,
}

impl LocalMoran {
    /// How many units are of a class.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        self.classes.iter().filter(|of_unit| **of_unit == class).count()
    }
}

/// Local Moran of a figure, one value per unit.
///
/// ```
/// use miedza_statistics::spatial::local::{Class, Parameters, Quadrant, local};
/// use miedza_statistics::spatial::{Standardisation, Weights};
/// use miedza_territory::{Neighbours, UnitIx, UnitVec};
///
/// // Thirty units in a row, each the neighbour of three on either side; the last ten are rich, the first has no value.
/// let pairs = (0..30).flat_map(|unit| (unit + 1..30.min(unit + 4)).map(move |other| (UnitIx::new(unit), UnitIx::new(other), None)));
/// let weights = Weights::contiguity(&Neighbours::from_pairs(30, pairs), Standardisation::Row);
/// let value = |unit| (unit > 0).then_some(if unit < 20 { 1.0 } else { 9.0 });
/// let values: UnitVec<_> = (0..30).map(value).collect();
///
/// let found = local(&values, &weights, Parameters::default())?;
///
/// assert_eq!(found.classes[UnitIx::new(25)], Class::Significant(Quadrant::HighHigh));
/// assert_eq!(found.classes[UnitIx::new(20)], Class::NotSignificant);
/// assert_eq!(found.classes[UnitIx::new(0)], Class::Missing);
/// # Ok::<(), miedza_statistics::spatial::Error>(())
/// ```
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotANumber`], [`Error::TooFew`] (below 3), [`Error::Constant`], [`Error::NoNeighbours`],
/// [`Error::OutOfRange`] for no permutations or a level beyond 0 and 1.
pub fn local(values: &UnitVec<Option<f64>>, weights: &Weights, parameters: Parameters) -> Result<LocalMoran, Error> {
    let permutations = parameters.permutations.check()?;
    if !(parameters.level > 0.0 && parameters.level < 1.0) {
        return Err(Error::OutOfRange { parameter: "the level", value: parameters.level, wanted: "above 0 and below 1" });
    }
    let sample = Sample::new(values, weights, LEAST)?;
    let found = figures(&sample, permutations);
    let p: Vec<f64> = found.iter().flatten().map(|figures| figures.p).collect();
    let cutoff = parameters.correction.cutoff(&p, parameters.level);

    let mut figures = UnitVec::filled(values.len(), None);
    let mut classes = UnitVec::filled(values.len(), Class::Missing);
    for (&unit, of_unit) in sample.units.iter().zip(found) {
        figures[unit] = of_unit;
        classes[unit] = Class::of(of_unit, cutoff);
    }
    let (units, islands) = (sample.len(), sample.islands());
    Ok(LocalMoran { figures, classes, cutoff, units, missing: values.len() - units, islands })
}

impl Class {
    fn of(figures: Option<Local>, cutoff: Option<f64>) -> Self {
        match figures {
            None => Self::NoNeighbours,
            Some(figures) if cutoff.is_some_and(|cutoff| figures.p <= cutoff) => Self::Significant(figures.quadrant),
            Some(_) => Self::NotSignificant,
        }
    }
}

impl Quadrant {
    fn of(deviate: f64, lag: f64) -> Self {
        match (deviate > 0.0, lag > 0.0) {
            (true, true) => Self::HighHigh,
            (false, false) => Self::LowLow,
            (true, false) => Self::HighLow,
            (false, true) => Self::LowHigh,
        }
    }
}

/// Steps 1 to 4 for each unit that takes part.
fn figures(sample: &Sample, permutations: Permutations) -> Vec<Option<Local>> {
    let squares: f64 = sample.deviates.iter().map(|deviate| deviate * deviate).sum();
    let scale = (count(sample.len()) - 1.0) / squares;
    let largest = sample.deviates.iter().fold(0.0_f64, |largest, deviate| largest.max(deviate.abs()));
    let of_unit = |others: &mut Vec<f64>, place: usize| {
        let weights = sample.weights_of(place);
        if weights.is_empty() {
            return None;
        }
        let (deviate, lag) = (sample.deviates[place], sample.lag(place, &sample.deviates));
        let observed = Observed::new(lag, largest * weights.iter().sum::<f64>());
        sample.others(place, others);
        let row = Row::new(permutations.seed, sample.row(place));
        let tally = draw(others, weights, (observed, permutations.count), row);
        let tally = by_sign(tally, deviate, permutations.count);
        let (i, quadrant) = (scale * deviate * lag, Quadrant::of(deviate, lag));
        Some(Local { deviate, lag, i, quadrant, p: tally.p(permutations) })
    };
    (0..sample.len()).into_par_iter().map_init(Vec::new, of_unit).collect()
}

/// A larger lag is a larger `I_i` for a unit above the mean, a smaller one for a unit below; at the mean all are the same.
fn by_sign(tally: Tally, deviate: f64, permutations: u32) -> Tally {
    if deviate > 0.0 {
        tally
    } else if deviate < 0.0 {
        tally.reversed()
    } else {
        Tally { at_least: permutations, at_most: permutations }
    }
}

/// Step 4: lags of neighbours drawn from the others.
fn draw(others: &mut [f64], weights: &[f64], (observed, permutations): (Observed, u32), mut row: Row) -> Tally {
    let all = Sample::narrow(others.len());
    let mut tally = Tally::default();
    for _ in 0..permutations {
        let (mut lag, mut left, mut place) = (0.0, all, 0);
        for two in weights.chunks(2) {
            for (weight, bits) in two.iter().zip(row.pair()) {
                others.swap(place, place + below(bits, left));
                lag += weight * others[place];
                place += 1;
                left -= 1;
            }
        }
        tally.add(lag, observed);
    }
    tally
}
