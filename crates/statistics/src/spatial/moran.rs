//! Moran's I: whether neighbours are alike over the whole land.
//!
//! # Source
//! Moran (1950) *Notes on continuous stochastic phenomena*, Biometrika 37; expectation and both variances: Cliff & Ord (1981)
//! *Spatial processes*, chapter 2.
//!
//! # Steps
//! 1. `I = n / S0 · Σ_i Σ_j w_ij z_i z_j / Σ_i z_i²`, `z` values less their mean, `S0 = Σ w_ij`.
//! 2. `E(I) = −1 / (n − 1)`; the variance if values were drawn from a normal distribution, and the variance if the values at
//!    hand were put on units by chance (randomisation), with `S1 = ½ Σ (w_ij + w_ji)²` and `S2 = Σ_i (w_i. + w_.i)²`.
//! 3. The values are put on units by chance so many times; how often I is as extreme gives the pseudo p.
//!
//! Units without neighbours stay in n, as esda has it (spdep takes them out unless told otherwise).
//! Cost: `O(n + m)`, for `m` weights, and as much for each permutation.

use miedza_territory::{UnitIx, UnitVec, count};
use rayon::prelude::*;

use super::permutation::{Observed, Tally};
use super::sample::Sample;
use super::significance::normal_p;
use super::{Error, Permutations, Weights};
use crate::chance::{Row, below};

/// Fewest units: the variance under randomisation divides by `n − 3`.
const LEAST: usize = 4;
/// Permutations whose sums are added up before those of other blocks.
const BLOCK: u32 = 64;

/// Moran's I and how unusual it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Moran {
    /// Moran's I: above the expectation neighbours are alike, below they are unlike. As a rule between −1 and 1.
    pub i: f64,
    /// What it is expected to be where values lie by chance, `−1 / (n − 1)`.
    pub expectation: f64,
    /// If the values at hand were put on units by chance.
    pub randomisation: Spread,
    /// If values were drawn from a normal distribution.
    pub normality: Spread,
    /// What permutations gave; `None` where none were asked for.
    pub simulated: Option<Simulated>,
    /// How many units take part.
    pub units: usize,
    /// How many units have no value and take no part.
    pub missing: usize,
    /// Units that take part and have no neighbour that does, ascending.
    pub islands: Vec<UnitIx>,
}

/// How I varies under an assumption, and how far the observed one is from its expectation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Variance of I, 0 or more.
    pub variance: f64,
    /// `(I − E(I)) / √variance`; `None` where I cannot vary.
    pub z: Option<f64>,
    /// Probability of a normal deviate at least as far from 0 in both directions; `None` where I cannot vary.
    pub p: Option<f64>,
}

/// What permutations gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Simulated {
    /// Pseudo p value, above 0 and at most 1.
    pub p: f64,
    /// Mean of I over the permutations.
    pub mean: f64,
    /// Standard deviation of I over the permutations (divisor: their number).
    pub standard_deviation: f64,
}

/// Moran's I of a figure, one value per unit, with permutations if they are asked for.
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotANumber`], [`Error::TooFew`] (below 4), [`Error::Constant`], [`Error::NoNeighbours`],
/// [`Error::OutOfRange`] for no permutations.
pub fn global(values: &UnitVec<Option<f64>>, weights: &Weights, permutations: Option<Permutations>) -> Result<Moran, Error> {
    let permutations = permutations.map(Permutations::check).transpose()?;
    let sample = Sample::new(values, weights, LEAST)?;
    let sums = Sums::of(&sample);
    let i = sums.i(product(&sample, &sample.deviates));
    let expectation = -1.0 / (sums.units - 1.0);
    let spread = |variance: f64| Spread::new(i - expectation, variance);
    Ok(Moran {
        i,
        expectation,
        randomisation: spread(sums.randomisation()),
        normality: spread(sums.normality()),
        simulated: permutations.map(|permutations| simulated(&sample, &sums, permutations)),
        units: sample.len(),
        missing: values.len() - sample.len(),
        islands: sample.islands(),
    })
}

impl Spread {
    fn new(apart: f64, variance: f64) -> Self {
        let z = (variance > 0.0).then(|| apart / libm::sqrt(variance));
        Self { variance: variance.max(0.0), z, p: z.map(normal_p) }
    }
}

/// `Σ_i z_i Σ_j w_ij z_j`.
fn product(sample: &Sample, deviates: &[f64]) -> f64 {
    deviates.iter().enumerate().map(|(place, deviate)| deviate * sample.lag(place, deviates)).sum()
}

/// The sums of step 2.
struct Sums {
    units: f64,
    s0: f64,
    s1: f64,
    s2: f64,
    squares: f64,
    kurtosis: f64,
}

impl Sums {
    fn of(sample: &Sample) -> Self {
        let units = count(sample.len());
        let (mut s0, mut s1, mut given, mut taken) = (0.0, 0.0, vec![0.0; sample.len()], vec![0.0; sample.len()]);
        for (from, given) in given.iter_mut().enumerate() {
            for (&weight, &to) in sample.weights_of(from).iter().zip(sample.neighbours_of(from)) {
                s0 += weight;
                // ½ (w_ij + w_ji)² over all ordered pairs.
                s1 += weight * (weight + sample.weight(to, from));
                *given += weight;
                taken[to] += weight;
            }
        }
        let s2 = given.iter().zip(&taken).map(|(given, taken)| (given + taken) * (given + taken)).sum();
        let powers = sample.deviates.iter().map(|deviate| deviate * deviate);
        let (squares, fourths) =
            powers.fold((0.0, 0.0), |(squares, fourths), square| (squares + square, fourths + square * square));
        let kurtosis = fourths / units / ((squares / units) * (squares / units));
        Self { units, s0, s1, s2, squares, kurtosis }
    }

    fn i(&self, product: f64) -> f64 {
        self.units / self.s0 * product / self.squares
    }

    fn normality(&self) -> f64 {
        let (n, s02) = (self.units, self.s0 * self.s0);
        let above = n * n * self.s1 - n * self.s2 + 3.0 * s02;
        above / ((n - 1.0) * (n + 1.0) * s02) - 1.0 / ((n - 1.0) * (n - 1.0))
    }

    fn randomisation(&self) -> f64 {
        let (n, s02) = (self.units, self.s0 * self.s0);
        let first = n * ((n * n - 3.0 * n + 3.0) * self.s1 - n * self.s2 + 3.0 * s02);
        let second = self.kurtosis * ((n * n - n) * self.s1 - 2.0 * n * self.s2 + 6.0 * s02);
        (first - second) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s02) - 1.0 / ((n - 1.0) * (n - 1.0))
    }
}

/// What a block of permutations adds up to; I less its expectation, so that squares do not cancel.
#[derive(Clone, Copy, Default)]
struct Block {
    tally: Tally,
    sum: f64,
    squares: f64,
}

/// Step 3: each permutation begins from the order of units.
fn simulated(sample: &Sample, sums: &Sums, permutations: Permutations) -> Simulated {
    let observed = product(sample, &sample.deviates);
    let observed = Observed::new(sums.i(observed), sums.i(sums.squares * sums.s0));
    let block = |number: u32| {
        let (mut deviates, mut found) = (Vec::with_capacity(sample.len()), Block::default());
        for permutation in number * BLOCK..permutations.count.min((number + 1).saturating_mul(BLOCK)) {
            deviates.clone_from(&sample.deviates);
            shuffle(&mut deviates, Row::new(permutations.seed, u64::from(permutation)));
            let i = sums.i(product(sample, &deviates));
            found.tally.add(i, observed);
            found.sum += i;
            found.squares += i * i;
        }
        found
    };
    let blocks: Vec<Block> = (0..permutations.count.div_ceil(BLOCK)).into_par_iter().map(block).collect();
    let all = blocks.into_iter().fold(Block::default(), |all, block| Block {
        tally: all.tally.and(block.tally),
        sum: all.sum + block.sum,
        squares: all.squares + block.squares,
    });
    let mean = all.sum / f64::from(permutations.count);
    let variance = (all.squares / f64::from(permutations.count) - mean * mean).max(0.0);
    Simulated { p: all.tally.p(permutations), mean, standard_deviation: libm::sqrt(variance) }
}

/// Fisher & Yates, from the first place on.
fn shuffle(figures: &mut [f64], mut row: Row) {
    let mut left = Sample::narrow(figures.len());
    let mut place = 0;
    while left > 1 {
        for bits in row.pair() {
            if left > 1 {
                figures.swap(place, place + below(bits, left));
                place += 1;
                left -= 1;
            }
        }
    }
}
