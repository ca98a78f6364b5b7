//! Bringing figures of different units of measure to one scale.
//!
//! Missing values stay missing. A figure with the same value everywhere tells nothing apart and is refused.
//!
//! # Source
//! Kukuła (2000) *Metoda unitaryzacji zerowanej* (zero unitarisation); Perkal (1953) for the scores in standard deviations.

use miedza_territory::count;

use crate::Error;
use crate::known::{are_equal, known, total};
use crate::rank::Direction;
use crate::summary::{Divisor, deviation, quantile_of_sorted, sorted};

/// Standard scores: deviations from the mean in standard deviations, with the sign of the figure itself.
///
/// # Errors
/// [`Error::NotFinite`], [`Error::TooFew`] with fewer than two known values, [`Error::NoSpread`] if they are all equal.
pub fn z_scores(what: &str, values: &[Option<f64>], divisor: Divisor) -> Result<Vec<Option<f64>>, Error> {
    let known = spread(what, values)?;
    let mean = total(known.iter().copied()) / count(known.len());
    let Some(deviation) = deviation(&known, divisor) else {
        return Err(Error::TooFew { what: what.to_owned(), given: known.len(), needed: 2 });
    };
    Ok(values.iter().map(|value| value.map(|value| (value - mean) / deviation)).collect())
}

/// Zero unitarisation: `(x − min) / (max − min)`, and `(max − x) / (max − min)` where less is better; 0 to 1, 1 for the best.
///
/// ```
/// use miedza_statistics::{rank::Direction, standardise::unitarise};
///
/// let found = unitarise("unemployment", &[Some(4.0), None, Some(8.0), Some(5.0)], Direction::Destimulant)?;
/// assert_eq!(found, [Some(1.0), None, Some(0.0), Some(0.75)]);
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::NotFinite`], [`Error::TooFew`] with fewer than two known values, [`Error::NoSpread`] if they are all equal.
///
/// # Source
/// Kukuła (2000).
pub fn unitarise(what: &str, values: &[Option<f64>], direction: Direction) -> Result<Vec<Option<f64>>, Error> {
    let known = spread(what, values)?;
    let low = known.iter().copied().fold(f64::INFINITY, f64::min);
    let high = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let place = |value: f64| match direction {
        Direction::Stimulant => (value - low) / (high - low),
        Direction::Destimulant => (high - value) / (high - low),
    };
    Ok(values.iter().map(|value| value.map(place)).collect())
}

/// Values moved to the quantiles (type 7) at two shares where they lie beyond them, so that single units do not stretch the
/// scale for all (winsorising).
///
/// # Errors
/// [`Error::OutOfRange`] unless `0 ≤ lower < upper ≤ 1`, [`Error::NotFinite`].
pub fn clip(values: &[Option<f64>], lower: f64, upper: f64) -> Result<Vec<Option<f64>>, Error> {
    if !(0.0..1.0).contains(&lower) {
        return Err(Error::OutOfRange { parameter: "lower share", value: lower, wanted: "from 0 to below 1" });
    }
    if !(lower < upper && upper <= 1.0) {
        return Err(Error::OutOfRange { parameter: "upper share", value: upper, wanted: "above the lower share, at most 1" });
    }
    let sorted = sorted(&known("values", values)?);
    if sorted.is_empty() {
        return Ok(values.to_vec());
    }
    let (low, high) = (quantile_of_sorted(&sorted, lower), quantile_of_sorted(&sorted, upper));
    Ok(values.iter().map(|value| value.map(|value| value.max(low).min(high))).collect())
}

/// Known values that differ.
fn spread(what: &str, values: &[Option<f64>]) -> Result<Vec<f64>, Error> {
    let known: Vec<f64> = known(what, values)?.into_iter().map(|(_, value)| value).collect();
    if known.len() < 2 {
        return Err(Error::TooFew { what: what.to_owned(), given: known.len(), needed: 2 });
    }
    if are_equal(&known) {
        return Err(Error::NoSpread { what: what.to_owned() });
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn assert_near(found: &[Option<f64>], expected: &[Option<f64>], what: &str) {
        assert_eq!(found.len(), expected.len(), "{what}");
        for (found, expected) in found.iter().zip(expected) {
            match (found, expected) {
                (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-9, "{what}: {found}, not {expected}"),
                _ => assert_eq!(found, expected, "{what}"),
            }
        }
    }

    #[test]
    fn scores_are_as_worked_out_by_hand() {
        let values = [Some(2.0), Some(4.0), None, Some(9.0)];

        // The mean is 5; the squared deviations 9, 1, 16 add up to 26.
        let (sample, population) = (libm::sqrt(13.0), libm::sqrt(26.0 / 3.0));
        let expected = |by: f64| [Some(-3.0 / by), Some(-1.0 / by), None, Some(4.0 / by)];
        let cases = [("sample", Divisor::Sample, sample), ("population", Divisor::Population, population)];
        for (name, divisor, by) in cases {
            assert_near(&z_scores("x", &values, divisor).expect("they differ"), &expected(by), name);
        }
        let up = [Some(0.0), Some(2.0 / 7.0), None, Some(1.0)];
        assert_near(&unitarise("x", &values, Direction::Stimulant).expect("they differ"), &up, "more is better");
        let down = [Some(1.0), Some(5.0 / 7.0), None, Some(0.0)];
        assert_near(&unitarise("x", &values, Direction::Destimulant).expect("they differ"), &down, "less is better");
    }

    #[test]
    fn clipping_moves_the_ends_to_the_quantiles() {
        let values = [Some(0.0), Some(1.0), Some(2.0), Some(3.0), Some(100.0), None];

        let found = clip(&values, 0.125, 0.75).expect("shares");

        // Places 0.5 and 3 of five sorted values.
        assert_near(&found, &[Some(0.5), Some(1.0), Some(2.0), Some(3.0), Some(3.0), None], "clipped");
        assert!(clip(&values, 0.5, 0.5).is_err() && clip(&values, -0.1, 0.5).is_err() && clip(&values, 0.1, 1.1).is_err());
    }

    #[test]
    fn a_figure_without_spread_is_refused_by_name() {
        let same = [Some(0.1 + 0.2), Some(0.3), None];
        let cases = [
            ("equal but for rounding", z_scores("roads", &same, Divisor::Sample), "all known values of roads are equal"),
            ("one value", unitarise("roads", &[Some(1.0), None], Direction::Stimulant), "roads has 1 known values"),
        ];
        for (name, found, expected) in cases {
            let error = found.expect_err(name).to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }

    proptest! {
        #[test]
        fn another_unit_of_measure_changes_nothing(
            values in proptest::collection::vec(proptest::option::of((-1000..1000_i32).prop_map(f64::from)), 2..20),
            factor in 0.001..1000.0,
            shift in -1000.0..1000.0,
        ) {
            let moved: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| value * factor + shift)).collect();

            if let Ok(one) = unitarise("x", &values, Direction::Destimulant) {
                let other = unitarise("x", &moved, Direction::Destimulant)?;
                let scores = (z_scores("x", &values, Divisor::Sample)?, z_scores("x", &moved, Divisor::Sample)?);
                for (one, other) in one.iter().zip(&other).chain(scores.0.iter().zip(&scores.1)) {
                    prop_assert!((one.unwrap_or(0.0) - other.unwrap_or(0.0)).abs() < 1e-6);
                }
                prop_assert!(one.iter().flatten().all(|place| (0.0..=1.0).contains(place)));
            }
        }
    }
}
