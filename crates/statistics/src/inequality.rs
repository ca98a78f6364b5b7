//! How unequal units are: one number for a list of figures of 0 or more.
//!
//! Missing values are left out. Weights make the figures those of persons rather than of units: with inhabitants as weights,
//! a large city counts as much as all who live there.
//!
//! # Source
//! Gini (1912); Theil (1967) *Economics and information theory*, his measure T; the formulas for groups follow Cowell (2011)
//! *Measuring inequality*.

use std::collections::BTreeMap;

use miedza_territory::count;
use serde::Serialize;

use crate::Error;
use crate::known::{known_counts, known_pairs, same_length, total};
use crate::summary::{Divisor, deviation};

/// Gini coefficient of units, 0 where all are equal, up to `1 − 1/n`; `None` if nothing is known or all is 0.
///
/// ```
/// use miedza_statistics::inequality::gini;
///
/// assert_eq!(gini(&[Some(0.0), Some(0.0), Some(0.0), None, Some(12.0)])?, Some(0.75));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::NotFinite`], [`Error::Negative`].
pub fn gini(values: &[Option<f64>]) -> Result<Option<f64>, Error> {
    gini_weighted(values, &vec![Some(1.0); values.len()])
}

/// Gini coefficient of persons who each have the value of their unit: `Σ_i Σ_j w_i w_j |x_i − x_j| / (2 W² x̄)`, 0 to below 1;
/// `None` if nothing is known, or the weights or values add up to 0.
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotFinite`], [`Error::Negative`].
pub fn gini_weighted(values: &[Option<f64>], weights: &[Option<f64>]) -> Result<Option<f64>, Error> {
    let mut pairs = weighed(values, weights)?;
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (weight, sum) = sums(&pairs);
    // Twice the area under the Lorenz curve, in trapezes.
    let (twice, _) = pairs.iter().fold((0.0, 0.0), |(twice, below), (value, weight)| {
        let above = below + value * weight;
        (twice + weight * (below + above), above)
    });
    Ok((weight > 0.0 && sum > 0.0).then(|| (1.0 - twice / (weight * sum)).max(0.0)))
}

/// Coefficient of variation: standard deviation over mean; `None` with too few known values or a mean of 0.
///
/// # Errors
/// [`Error::NotFinite`], [`Error::Negative`]: over values of both signs the mean says nothing of their size.
pub fn coefficient_of_variation(values: &[Option<f64>], divisor: Divisor) -> Result<Option<f64>, Error> {
    let known: Vec<f64> = known_counts("values", values)?.into_iter().map(|(_, value)| value).collect();
    let mean = total(known.iter().copied()) / count(known.len().max(1));
    Ok(deviation(&known, divisor).filter(|_| mean > 0.0).map(|deviation| deviation / mean))
}

/// Theil's T and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Theil {
    /// Of all units, 0 where all are equal.
    pub total: f64,
    /// What would be left if all units of a group were equal.
    pub between: f64,
    /// What would be left if all groups had the same mean: the groups' T weighted by their shares.
    pub within: f64,
    /// The groups, by number.
    pub groups: Vec<GroupTheil>,
}

/// Theil's T of one group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GroupTheil {
    /// Number of the group.
    pub group: usize,
    /// What the group has of all, 0 to 1.
    pub share: f64,
    /// T among its units; 0 for a group that has nothing.
    pub theil: f64,
}

/// Theil's T of persons who each have the value of their unit, between and within groups: `Σ s_i ln(x_i / x̄)` with the share
/// `s_i = w_i x_i / Σ w x`; natural logarithms, a value of 0 adds 0. `None` if nothing is known or the weights or values add up
/// to 0.
///
/// Weights of 1 make it that of units. `groups` has the number of the group of each unit.
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotFinite`], [`Error::Negative`].
///
/// # Source
/// Theil (1967), chapter 4.
pub fn theil(values: &[Option<f64>], weights: &[Option<f64>], groups: &[usize]) -> Result<Option<Theil>, Error> {
    same_length("groups", groups.len(), values.len())?;
    weighed(values, weights)?;
    let known = known_pairs(values, weights)?;
    let all: Vec<(f64, f64)> = known.iter().map(|&(_, value, weight)| (value, weight)).collect();
    let (weight, sum) = sums(&all);
    if weight <= 0.0 || sum <= 0.0 {
        return Ok(None);
    }
    let mut by_group: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
    for (entry, value, weight) in known {
        by_group.entry(groups[entry]).or_default().push((value, weight));
    }
    let mean = sum / weight;
    let (mut between, mut within) = (0.0, 0.0);
    let mut told = Vec::with_capacity(by_group.len());
    for (group, pairs) in by_group {
        let (group_weight, group_sum) = sums(&pairs);
        let (share, theil) = (group_sum / sum, theil_t(&pairs));
        if group_sum > 0.0 {
            between += share * libm::log(group_sum / group_weight / mean);
            within += share * theil;
        }
        told.push(GroupTheil { group, share, theil });
    }
    Ok(Some(Theil { total: theil_t(&all), between, within, groups: told }))
}

/// T of values with weights; 0 where there is nothing to share.
fn theil_t(pairs: &[(f64, f64)]) -> f64 {
    let (weight, sum) = sums(pairs);
    let mean = sum / weight;
    let part = |&(value, weight): &(f64, f64)| weight * value / sum * libm::log(value / mean);
    total(pairs.iter().filter(|(value, weight)| *value > 0.0 && *weight > 0.0).map(part)).max(0.0)
}

/// Values and weights where both are known, all of them 0 or more.
fn weighed(values: &[Option<f64>], weights: &[Option<f64>]) -> Result<Vec<(f64, f64)>, Error> {
    known_counts("values", values)?;
    Ok(known_pairs(values, weights)?.into_iter().map(|(_, value, weight)| (value, weight)).collect())
}

/// Sum of weights, and of values times weights.
fn sums(pairs: &[(f64, f64)]) -> (f64, f64) {
    (total(pairs.iter().map(|(_, weight)| *weight)), total(pairs.iter().map(|(value, weight)| value * weight)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assert_near(found: f64, expected: f64, what: &str) {
        assert!((found - expected).abs() < 1e-12, "{what}: {found} instead of {expected}");
    }

    #[test]
    fn gini_is_as_worked_out_by_hand() {
        let values = [Some(1.0), Some(5.0), None, Some(3.0)];

        // Differences 4, 2, 2, each twice, over 2 · 9 · 3.
        assert_near(gini(&values).expect("counts").expect("known"), 16.0 / 54.0, "units");
        // 1 once, 5 twice, 3 once: mean 3.5; pairs 1–5 twice 4, 1–3 once 2, 5–3 twice 2: 14, each twice, over 2 · 16 · 3.5.
        let weighted = gini_weighted(&values, &[Some(1.0), Some(2.0), Some(9.0), Some(1.0)]);
        assert_near(weighted.expect("counts").expect("known"), 28.0 / 112.0, "persons");
        for nothing in [vec![], vec![None], vec![Some(0.0), Some(0.0)]] {
            assert_eq!(gini(&nothing).expect("counts"), None, "{nothing:?}");
        }
    }

    #[test]
    fn theil_is_as_worked_out_by_hand() {
        let values = [Some(2.0), Some(6.0), None, Some(4.0), Some(0.0)];
        let ones = [Some(1.0); 5];

        let found = theil(&values, &ones, &[7, 7, 7, 2, 2]).expect("counts").expect("known");

        // The mean is 3; shares 1/6, 1/2, 1/3, 0. Group 7 has 2 and 6, mean 4; group 2 has 4 and 0, mean 2.
        let log = libm::log;
        assert_near(found.total, log(2.0 / 3.0) / 6.0 + log(2.0) / 2.0 + log(4.0 / 3.0) / 3.0, "total");
        assert_near(found.between, 2.0 / 3.0 * log(4.0 / 3.0) + log(2.0 / 3.0) / 3.0, "between");
        let (second, seventh) = (log(2.0), 0.25 * log(0.5) + 0.75 * log(1.5));
        assert_near(found.within, second / 3.0 + seventh * 2.0 / 3.0, "within");
        assert_eq!(found.groups.iter().map(|group| group.group).collect::<Vec<_>>(), [2, 7]);
        assert_near(found.groups[0].theil, second, "group 2");
    }

    #[test]
    fn variation_is_as_worked_out_by_hand() {
        let values = [Some(2.0), Some(4.0), None, Some(9.0)];

        let found = coefficient_of_variation(&values, Divisor::Sample).expect("counts");

        assert_near(found.expect("known"), libm::sqrt(13.0) / 5.0, "mean 5, squared deviations 26");
        assert_eq!(coefficient_of_variation(&[Some(0.0), Some(0.0)], Divisor::Sample).expect("counts"), None);
        assert_eq!(coefficient_of_variation(&[Some(1.0), Some(-1.0)], Divisor::Sample), gini(&[Some(1.0), Some(-1.0)]));
    }

    type Land = Vec<(Option<f64>, f64, usize)>;

    fn land() -> impl Strategy<Value = (Land, Land)> {
        let unit = (proptest::option::weighted(0.8, 0.0..1e4), 0.0..50.0, 0..4_usize);
        proptest::collection::vec(unit, 1..25).prop_flat_map(|land| (Just(land.clone()), Just(land).prop_shuffle()))
    }

    fn columns(land: &Land) -> (Vec<Option<f64>>, Vec<Option<f64>>, Vec<usize>) {
        let values = land.iter().map(|unit| unit.0).collect();
        let weights = land.iter().map(|unit| Some(unit.1)).collect();
        (values, weights, land.iter().map(|unit| unit.2).collect())
    }

    proptest! {
        #[test]
        fn between_and_within_make_the_total((land, shuffled) in land(), factor in 0.001..1000.0) {
            let ((values, weights, groups), other) = (columns(&land), columns(&shuffled));
            let scaled: Vec<Option<f64>> = other.0.iter().map(|value| value.map(|value| value * factor)).collect();

            let (found, other) = (theil(&values, &weights, &groups)?, theil(&scaled, &other.1, &other.2)?);

            if let (Some(found), Some(other)) = (found, other) {
                prop_assert!((found.between + found.within - found.total).abs() < 1e-9);
                prop_assert!((found.total - other.total).abs() < 1e-9 && (found.between - other.between).abs() < 1e-9);
                prop_assert!(found.between > -1e-12 && found.within > -1e-12);
            }
        }

        #[test]
        fn gini_is_that_of_all_pairs_whatever_the_order((land, shuffled) in land()) {
            let ((values, weights, _), other) = (columns(&land), columns(&shuffled));

            let (found, other) = (gini_weighted(&values, &weights)?, gini_weighted(&other.0, &other.1)?);

            let pairs: Vec<(f64, f64)> = land.iter().filter_map(|unit| unit.0.map(|value| (value, unit.1))).collect();
            let (weight, sum) = sums(&pairs);
            let all_pairs = pairs.iter().flat_map(|one| pairs.iter().map(move |two| (one, two)));
            let apart: f64 = all_pairs.map(|(one, two)| one.1 * two.1 * (one.0 - two.0).abs()).sum();
            match (found, other) {
                (Some(found), Some(other)) => {
                    prop_assert!((found - apart / (2.0 * weight * sum)).abs() < 1e-9);
                    prop_assert!((found - other).abs() < 1e-9 && (0.0..1.0).contains(&found));
                }
                (found, other) => prop_assert_eq!(found, other),
            }
        }
    }
}
