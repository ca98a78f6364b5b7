//! Variation of information between many partitions, and the one that is least far from the others.
//!
//! Units count alike; a unit of no area counts as alone. With `g(x) = x ln x` over the sizes of groups and what two groups
//! share, `VI = (Σ g(a) + Σ g(b) − 2 Σ g(ab)) / n`: one pass over the units for each pair of partitions.
//!
//! Source: Meilă (2007), *Comparing clusterings — an information based distance*.

use miedza_territory::count;
use rayon::prelude::*;

use super::labels::{Groups, Labels};

/// At most so many replicates are compared with each other: the work grows with the square.
pub const MOST_COMPARED: usize = 1000;

/// Mean variations that differ by less are equal: the sums behind them are rounded.
const EQUAL: f64 = 1e-12;

/// The replicate that is least far from the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Medoid {
    /// Its number, from 0.
    pub replicate: usize,
    /// Its mean variation of information to the other replicates, nats.
    pub mean_variation: f64,
}

/// The replicate with the smallest mean variation of information to the others, the first on a tie; `None` for no
/// replicate. Of more than [`MOST_COMPARED`] replicates the first ones stand for all.
#[must_use]
pub fn medoid(replicates: &[Labels]) -> Option<Medoid> {
    let compared = &replicates[..replicates.len().min(MOST_COMPARED)];
    let groups: Vec<Groups> = compared.par_iter().map(Labels::groups).collect();
    let table = Table::for_units(compared.first()?.units());
    let sizes: Vec<f64> = groups.iter().map(|groups| table.of_sizes(groups)).collect();
    let after = |one: usize| {
        let later = one + 1..groups.len();
        let mut counts = Vec::new();
        let shared = |other: usize| table.of_shared(&groups[one], &groups[other], &mut counts);
        let shared: Vec<f64> = later.clone().map(shared).collect();
        later.zip(shared).map(|(other, shared)| table.variation(sizes[one] + sizes[other], shared)).collect::<Vec<f64>>()
    };
    let triangle: Vec<Vec<f64>> = (0..groups.len()).into_par_iter().map(after).collect();
    let distance = |one: usize, other: usize| triangle[one.min(other)][one.abs_diff(other) - 1];
    let others = count(groups.len().max(2) - 1);
    let mean = |one: usize| {
        (0..groups.len()).filter(|&other| other != one).map(|other| distance(one, other)).fold(0.0, |sum, far| sum + far) / others
    };
    let all = (0..groups.len()).map(|replicate| Medoid { replicate, mean_variation: mean(replicate) });
    all.reduce(|best, next| if next.mean_variation < best.mean_variation - EQUAL { next } else { best })
}

/// Variation of information between two partitions of the same units, nats.
#[must_use]
pub fn variation(one: &Labels, other: &Labels) -> f64 {
    let table = Table::for_units(one.units());
    let (one, other) = (one.groups(), other.groups());
    table.variation(table.of_sizes(&one) + table.of_sizes(&other), table.of_shared(&one, &other, &mut Vec::new()))
}

/// Mean variation of information between one partition and others, nats; 0 for none.
pub(super) fn mean(one: &Labels, others: &[Labels]) -> f64 {
    let (table, one) = (Table::for_units(one.units()), one.groups());
    let size = table.of_sizes(&one);
    let far = |other: &Labels| {
        let other = other.groups();
        table.variation(size + table.of_sizes(&other), table.of_shared(&one, &other, &mut Vec::new()))
    };
    let far: Vec<f64> = others.par_iter().map(far).collect();
    far.iter().fold(0.0, |sum, far| sum + far) / count(far.len().max(1))
}

/// `g(x) = x ln x` for all sizes that may come, and its steps.
struct Table {
    units: f64,
    values: Vec<f64>,
    steps: Vec<f64>,
}

impl Table {
    fn for_units(units: usize) -> Self {
        let value = |size: usize| if size > 1 { count(size) * libm::log(count(size)) } else { 0.0 };
        let values: Vec<f64> = (0..=units).map(value).collect();
        let steps = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
        Self { units: count(units.max(1)), values, steps }
    }

    fn of_sizes(&self, groups: &Groups) -> f64 {
        (0..groups.len()).map(|group| self.values[groups.members(group).len()]).fold(0.0, |sum, value| sum + value)
    }

    /// `Σ g` over what each two groups share.
    fn of_shared(&self, one: &Groups, other: &Groups, counts: &mut Vec<u32>) -> f64 {
        counts.clear();
        counts.resize(other.len(), 0);
        let mut sum = 0.0;
        for group in 0..one.len() {
            let members = one.members(group);
            for &unit in members {
                let shared = &mut counts[other.of[unit]];
                sum += self.steps[position(*shared)];
                *shared += 1;
            }
            for &unit in members {
                counts[other.of[unit]] = 0;
            }
        }
        sum
    }

    fn variation(&self, sizes: f64, shared: f64) -> f64 {
        ((sizes - 2.0 * shared) / self.units).max(0.0)
    }
}

fn position(number: u32) -> usize {
    usize::try_from(number).expect("u32 fits usize")
}

#[cfg(test)]
mod tests {
    use miedza_territory::Partition;

    use super::*;

    fn labels<const N: usize>(areas: [u32; N]) -> Labels {
        Labels::of(&Partition::from_labels(areas.map(|area| (area > 0).then_some(area))))
    }

    #[test]
    fn variation_is_as_worked_out_by_hand() {
        let ln2 = std::f64::consts::LN_2;
        let cases = [
            ("the same under other labels", labels([1, 1, 2, 2]), labels([7, 7, 3, 3]), 0.0),
            // H(A) = 0, H(B) = ln 2, no information shared.
            ("one area against two halves", labels([1, 1, 1, 1]), labels([1, 1, 2, 2]), ln2),
            // H = ln 2 each, independent.
            ("two halves across", labels([1, 1, 2, 2]), labels([1, 2, 1, 2]), 2.0 * ln2),
            // A unit of no area is alone: {12}{3}{4} against {12}{34}: H(A) = 1.5 ln 2, H(B) = ln 2, I = ln 2.
            ("units of no area are alone", labels([1, 1, 0, 0]), labels([1, 1, 2, 2]), 0.5 * ln2),
        ];
        for (name, one, other, expected) in cases {
            let found = variation(&one, &other);
            assert!((found - expected).abs() < 1e-12, "{name}: {found}");
        }
    }

    #[test]
    fn the_medoid_is_the_one_between_the_others() {
        // From the outer ones to the middle one 0.5 ln 2 each, between the outer ones ln 2.
        let replicates = [labels([1, 1, 1, 1]), labels([1, 1, 2, 3]), labels([1, 1, 2, 2])];

        let found = medoid(&replicates).expect("three replicates");

        // VI: 0–2 ln 2 · 1, 1–2 ln 2 / 2, 0–1 ln 2 · 1.5; means 1.25, 1, 0.75.
        assert_eq!(found.replicate, 2);
        assert!((found.mean_variation - 0.75 * std::f64::consts::LN_2).abs() < 1e-12);
        assert_eq!(medoid(&[]), None);
    }

    #[test]
    fn the_first_of_equal_replicates_stands_for_them() {
        let same = labels([1, 1, 2]);

        assert_eq!(medoid(&[labels([1, 2, 3]), same.clone(), same]).expect("three").replicate, 1);
    }
}
