//! What is told first of a list of figures: how many there are, their middle, their spread, and who stands at the ends.
//!
//! Missing values are left out and counted. Sums run in the order of the list.
//!
//! # Source
//! Quantiles: Hyndman & Fan (1996) *Sample quantiles in statistical packages*, type 7, the default of R, NumPy and
//! spreadsheets (`PERCENTILE.INC`).

use miedza_territory::{UnitIx, count};
use serde::Serialize;

use crate::Error;
use crate::known::{known, known_pairs, total};

/// A value at the end of a list and the first unit that has it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Extreme {
    /// The unit, the first of those with this value.
    pub unit: UnitIx,
    /// The value.
    pub value: f64,
}

/// What is told first of a list of figures; all figures are in the unit of measure of the list.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Known values.
    pub count: usize,
    /// Missing values.
    pub missing: usize,
    /// Arithmetic mean; `None` without known values, as are the next five.
    pub mean: Option<f64>,
    /// Quantile at 0.25.
    pub lower_quartile: Option<f64>,
    /// Quantile at 0.5.
    pub median: Option<f64>,
    /// Quantile at 0.75.
    pub upper_quartile: Option<f64>,
    /// The smallest value.
    pub smallest: Option<Extreme>,
    /// The largest value.
    pub largest: Option<Extreme>,
    /// Standard deviation as of a sample; `None` with fewer than two known values.
    pub standard_deviation: Option<f64>,
}

/// What the squared deviations are divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divisor {
    /// By `n − 1`: the values are a sample.
    Sample,
    /// By `n`: the values are all there are.
    Population,
}

/// Summary of one value per unit, in the order of units.
///
/// ```
/// let found = miedza_statistics::summary::summary(&[Some(4.0), None, Some(1.0)])?;
/// assert_eq!((found.count, found.missing, found.median), (2, 1, Some(2.5)));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::NotFinite`].
pub fn summary(values: &[Option<f64>]) -> Result<Summary, Error> {
    let known = known("values", values)?;
    let sorted = sorted(&known);
    let at = |share: f64| (!sorted.is_empty()).then(|| quantile_of_sorted(&sorted, share));
    Ok(Summary {
        count: known.len(),
        missing: values.len() - known.len(),
        mean: mean(values)?,
        lower_quartile: at(0.25),
        median: at(0.5),
        upper_quartile: at(0.75),
        smallest: extreme(&known, |one, best| one < best),
        largest: extreme(&known, |one, best| one > best),
        standard_deviation: standard_deviation(values, Divisor::Sample)?,
    })
}

/// Arithmetic mean of the known values; `None` if there is none.
///
/// # Errors
/// [`Error::NotFinite`].
pub fn mean(values: &[Option<f64>]) -> Result<Option<f64>, Error> {
    let known = known("values", values)?;
    Ok((!known.is_empty()).then(|| total(known.iter().map(|(_, value)| *value)) / count(known.len())))
}

/// Mean weighted by weights of 0 or more, over the entries where both are known.
///
/// `None` if nothing is known or the weights of what is known add up to 0.
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotFinite`], [`Error::Negative`] for a weight.
pub fn weighted_mean(values: &[Option<f64>], weights: &[Option<f64>]) -> Result<Option<f64>, Error> {
    let known = known_pairs(values, weights)?;
    let weight = total(known.iter().map(|(_, _, weight)| *weight));
    Ok((weight > 0.0).then(|| total(known.iter().map(|(_, value, weight)| value * weight)) / weight))
}

/// Quantile of the known values at a share from 0 to 1, by type 7: at place `(n − 1) share` of the sorted values, counted
/// from 0, straight between neighbours. `None` without known values.
///
/// # Errors
/// [`Error::OutOfRange`] for a share outside 0 to 1, [`Error::NotFinite`].
///
/// # Source
/// Hyndman & Fan (1996), definition 7.
pub fn quantile(values: &[Option<f64>], share: f64) -> Result<Option<f64>, Error> {
    if !(0.0..=1.0).contains(&share) {
        return Err(Error::OutOfRange { parameter: "share", value: share, wanted: "from 0 to 1" });
    }
    let sorted = sorted(&known("values", values)?);
    Ok((!sorted.is_empty()).then(|| quantile_of_sorted(&sorted, share)))
}

/// Standard deviation of the known values; `None` with too few of them (two for a sample, one for a population).
///
/// # Errors
/// [`Error::NotFinite`].
pub fn standard_deviation(values: &[Option<f64>], divisor: Divisor) -> Result<Option<f64>, Error> {
    let known: Vec<f64> = known("values", values)?.into_iter().map(|(_, value)| value).collect();
    Ok(deviation(&known, divisor))
}

/// Two passes: the mean, then the squared deviations from it.
pub(crate) fn deviation(known: &[f64], divisor: Divisor) -> Option<f64> {
    let by = match divisor {
        Divisor::Sample => known.len().checked_sub(1)?,
        Divisor::Population => known.len(),
    };
    let mean = total(known.iter().copied()) / count(known.len());
    let squares = total(known.iter().map(|value| (value - mean) * (value - mean)));
    (by > 0).then(|| libm::sqrt(squares / count(by)))
}

/// Known values, smallest first.
pub(crate) fn sorted(known: &[(usize, f64)]) -> Vec<f64> {
    let mut sorted: Vec<f64> = known.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// Type 7 of a list that is sorted and not empty.
pub(crate) fn quantile_of_sorted(sorted: &[f64], share: f64) -> f64 {
    let place = count(sorted.len() - 1) * share;
    let below = (0..sorted.len()).take_while(|&at| count(at) <= place).last().unwrap_or(0);
    let above = sorted[(below + 1).min(sorted.len() - 1)];
    sorted[below] + (place - count(below)) * (above - sorted[below])
}

fn extreme(known: &[(usize, f64)], is_further: impl Fn(f64, f64) -> bool) -> Option<Extreme> {
    let furthest = known.iter().copied().reduce(|best, one| if is_further(one.1, best.1) { one } else { best });
    furthest.map(|(entry, value)| Extreme { unit: UnitIx::new(entry), value })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assert_near(found: Option<f64>, expected: f64, what: &str) {
        let found = found.expect(what);
        assert!((found - expected).abs() < 1e-12 * expected.abs().max(1.0), "{what}: {found} instead of {expected}");
    }

    #[test]
    fn figures_are_as_worked_out_by_hand() {
        let values = [Some(7.0), None, Some(2.0), Some(4.0), Some(7.0)];

        let found = summary(&values).expect("finite");

        // Sorted 2, 4, 7, 7; the mean is 20/4; deviations 2, −3, −1, 2 squared add up to 18.
        // Type 7 at a quarter: place 0.75, so 2 + 0.75·2; at a half: place 1.5, so 4 + 0.5·3; at three quarters: 7.
        assert_eq!((found.count, found.missing), (4, 1));
        assert_near(found.mean, 5.0, "mean");
        assert_near(found.lower_quartile, 3.5, "lower quartile");
        assert_near(found.median, 5.5, "median");
        assert_near(found.upper_quartile, 7.0, "upper quartile");
        assert_near(found.standard_deviation, libm::sqrt(6.0), "deviation of a sample");
        assert_near(standard_deviation(&values, Divisor::Population).expect("finite"), libm::sqrt(4.5), "of a population");
        assert_eq!(found.smallest, Some(Extreme { unit: UnitIx::new(2), value: 2.0 }));
        assert_eq!(found.largest, Some(Extreme { unit: UnitIx::new(0), value: 7.0 }));
    }

    #[test]
    fn quantiles_are_those_of_numpy() {
        let values = [3.1, 0.4, 9.7, 5.5, 2.2, 8.1, 1.9].map(Some);

        // numpy 2.4.6: numpy.quantile([3.1, 0.4, 9.7, 5.5, 2.2, 8.1, 1.9], [0, .1, .33, .9, 1])
        for (share, expected) in [(0.0, 0.4), (0.1, 1.3), (0.33, 2.194), (0.9, 8.74), (1.0, 9.7)] {
            assert_near(quantile(&values, share).expect("finite"), expected, &format!("at {share}"));
        }
    }

    #[test]
    fn a_list_without_known_values_has_no_figures_and_is_no_zero() {
        let found = summary(&[None, None]).expect("nothing to refuse");

        assert_eq!((found.count, found.missing), (0, 2));
        assert_eq!((found.mean, found.median, found.smallest, found.standard_deviation), (None, None, None, None));
        assert_eq!(summary(&[Some(1.0)]).expect("finite").standard_deviation, None);
    }

    #[test]
    fn a_weighted_mean_leaves_out_what_lacks_value_or_weight() {
        let values = [Some(10.0), Some(20.0), None, Some(99.0)];
        let weights = [Some(1.0), Some(3.0), Some(5.0), None];

        assert_near(weighted_mean(&values, &weights).expect("fits"), 17.5, "(10 + 60) / 4");
        assert_eq!(weighted_mean(&[Some(1.0)], &[Some(0.0)]).expect("fits"), None);
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_place() {
        let cases = [
            ("infinite", mean(&[Some(1.0), Some(f64::INFINITY)]), "entry 1 of values is no finite number"),
            ("negative weight", weighted_mean(&[Some(1.0)], &[Some(-2.0)]), "entry 0 of weights is -2"),
            ("too few weights", weighted_mean(&[Some(1.0)], &[]), "weights has 0 entries, and 1 are needed"),
            ("share", quantile(&[Some(1.0)], 1.5), "share is 1.5, and it must be from 0 to 1"),
        ];
        for (name, found, expected) in cases {
            let error = found.expect_err(name).to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }

    proptest! {
        #[test]
        fn shuffling_changes_no_quantile_and_equal_weights_change_no_mean(
            (values, shuffled) in proptest::collection::vec(proptest::option::of(-1e6..1e6), 1..30)
                .prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
            share in 0.0..=1.0,
        ) {
            let weights = vec![Some(2.0); values.len()];

            prop_assert_eq!(quantile(&values, share)?, quantile(&shuffled, share)?);
            match (mean(&values)?, weighted_mean(&shuffled, &weights)?) {
                (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-6),
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }
}
