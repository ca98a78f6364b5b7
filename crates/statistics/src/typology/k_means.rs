//! K-means: each unit has the type whose mean is nearest, and no exchange of nearest means is left.
//!
//! # Steps
//! 1. The first centre is a row drawn at random; each next one is drawn with chances as the squared distances from the
//!    nearest centre so far (Arthur & Vassilvitskii 2007).
//! 2. Each row takes the nearest centre, the first of equal ones; centres move to the mean of their rows (Lloyd 1982). A centre
//!    without rows moves to the row that is furthest from its own.
//! 3. Of all starts the one with the least sum of squared distances is kept, the first of equal ones.
//!
//! Cost: `O(n k m)` a round for `n` units, `k` types and `m` figures.

use rayon::prelude::*;

use super::rows::{Rows, renumbered, squared};
use crate::Error;
use crate::chance::Chance;
use crate::known::total;

/// How the best k-means is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// The seed of the draws.
    pub seed: u64,
    /// How often it is started anew, at least 1.
    pub starts: u32,
    /// Most rounds of a start, at least 1.
    pub rounds: u32,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { seed: 0, starts: 20, rounds: 300 }
    }
}

/// Labels of rows.
pub(super) fn labels(rows: &Rows, types: usize, parameters: Parameters) -> Result<Vec<usize>, Error> {
    for (parameter, value) in [("starts", parameters.starts), ("rounds", parameters.rounds)] {
        if value == 0 {
            return Err(Error::OutOfRange { parameter, value: 0.0, wanted: "1 or more" });
        }
    }
    let chance = Chance::new(parameters.seed);
    let started = |start: u32| {
        let labels = settled(rows, first_centres(rows, types, (chance, u64::from(start))), parameters.rounds);
        let centres = rows.centres(&labels, types);
        (total(rows.values.iter().zip(&labels).map(|(row, label)| squared(row, &centres[*label]))), labels)
    };
    let found: Vec<(f64, Vec<usize>)> = (0..parameters.starts).into_par_iter().map(started).collect();
    let best = found.into_iter().reduce(|best, one| if one.0 < best.0 { one } else { best });
    Ok(best.map(|(_, labels)| renumbered(&labels)).unwrap_or_default())
}

/// Step 1.
fn first_centres(rows: &Rows, types: usize, (chance, start): (Chance, u64)) -> Vec<Vec<f64>> {
    let mut apart = vec![1.0; rows.values.len()];
    let mut centres: Vec<Vec<f64>> = Vec::with_capacity(types);
    for (number, _) in (0_u64..).zip(0..types) {
        let centre = drawn(&apart, chance.at(start, number));
        for (apart, row) in apart.iter_mut().zip(&rows.values) {
            let distance = squared(row, &rows.values[centre]);
            *apart = if number == 0 { distance } else { apart.min(distance) };
        }
        centres.push(rows.values[centre].clone());
    }
    centres
}

/// A place drawn with chances as the weights; never one of weight 0, of which not all may be.
fn drawn(weights: &[f64], share: f64) -> usize {
    let aim = share * total(weights.iter().copied());
    let mut reached = 0.0;
    let mut last = 0;
    for (place, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
        reached += weight;
        last = place;
        if reached > aim {
            break;
        }
    }
    last
}

/// Step 2.
fn settled(rows: &Rows, mut centres: Vec<Vec<f64>>, rounds: u32) -> Vec<usize> {
    let mut labels = Vec::new();
    for _ in 0..rounds {
        let nearest: Vec<(usize, f64)> = rows.values.iter().map(|row| nearest(row, &centres)).collect();
        let mut next: Vec<usize> = nearest.iter().map(|(label, _)| *label).collect();
        fill_empty(&mut next, &nearest, centres.len());
        if next == labels {
            break;
        }
        labels = next;
        centres = rows.centres(&labels, centres.len());
    }
    labels
}

fn nearest(row: &[f64], centres: &[Vec<f64>]) -> (usize, f64) {
    let distances = centres.iter().map(|centre| squared(row, centre)).enumerate();
    distances.fold((0, f64::INFINITY), |best, one| if one.1 < best.1 { one } else { best })
}

/// Gives each label that nobody has the row that is furthest from its centre, among labels of more than one row.
fn fill_empty(labels: &mut [usize], nearest: &[(usize, f64)], types: usize) {
    for empty in 0..types {
        if labels.contains(&empty) {
            continue;
        }
        let has_company = |label: usize| labels.iter().filter(|other| **other == label).take(2).count() > 1;
        let rows = nearest.iter().map(|(_, distance)| *distance).enumerate().filter(|(row, _)| has_company(labels[*row]));
        let furthest = rows.reduce(|best, one| if one.1 > best.1 { one } else { best });
        if let Some((row, _)) = furthest {
            labels[row] = empty;
        }
    }
}
