//! Shift-share analysis: why employment of a unit grew as it did.
//!
//! For each industry with `e` persons before: the national share `e G`, what the unit would have gained at the growth `G` of
//! the reference as a whole; the structural shift `e (g − G)`, because its industries grow faster or slower there; and the
//! regional shift, what is left: the change less `e g`. The three add up to the change, but for rounding of floats.
//! What the regional shift comes from is not told by it.
//!
//! # Source
//! Dunn (1960) *A statistical and analytical technique for regional analysis*.

use serde::Serialize;

use crate::Error;
use crate::known::{known_counts, same_length, total};

/// Persons employed in one industry at two times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Industry {
    /// At the first time, 0 or more.
    pub before: Option<f64>,
    /// At the second time, 0 or more.
    pub after: Option<f64>,
}

/// What a change is made of, persons.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shift {
    /// The change itself.
    pub change: f64,
    /// At the growth of the reference as a whole.
    pub national: f64,
    /// For the mix of industries.
    pub structural: f64,
    /// What is left.
    pub regional: f64,
}

/// What the change of a unit is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShiftShare {
    /// By industry, in their order; `None` where the unit's figure of either time is missing.
    pub industries: Vec<Option<Shift>>,
    /// Sum over the industries that are known; `None` if none is.
    pub of_known: Option<Shift>,
    /// Industries that are missing: unless it is 0, the sum is not that of the unit.
    pub missing: usize,
}

/// Shift-share analysis of one unit against a reference, such as the country, with the same industries in the same order.
///
/// ```
/// use miedza_statistics::shift_share::{Industry, shift_share};
///
/// let industry = |before, after| Industry { before: Some(before), after: Some(after) };
/// let found = shift_share(&[industry(10.0, 15.0)], &[industry(100.0, 120.0)])?;
/// let sum = found.of_known.expect("one industry");
/// assert_eq!((sum.national, sum.structural, sum.regional), (2.0, 0.0, 3.0));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotFinite`], [`Error::Negative`]; [`Error::TooFew`] where a figure of the reference is
/// missing; [`Error::AllZero`] where the reference has nobody before, in all or in an industry that the unit has.
pub fn shift_share(unit: &[Industry], reference: &[Industry]) -> Result<ShiftShare, Error> {
    same_length("the reference", reference.len(), unit.len())?;
    for (what, of) in [("the unit", unit), ("the reference", reference)] {
        known_counts(&format!("{what} before"), &of.iter().map(|industry| industry.before).collect::<Vec<_>>())?;
        known_counts(&format!("{what} after"), &of.iter().map(|industry| industry.after).collect::<Vec<_>>())?;
    }
    let whole: Vec<(f64, f64)> = reference.iter().filter_map(|industry| industry.before.zip(industry.after)).collect();
    if whole.len() < reference.len() {
        return Err(Error::TooFew { what: "the reference".to_owned(), given: whole.len(), needed: reference.len() });
    }
    let before = total(whole.iter().map(|(before, _)| *before));
    if before <= 0.0 {
        return Err(Error::AllZero { what: "the persons of the reference before".to_owned() });
    }
    let growth = total(whole.iter().map(|(before, after)| after - before)) / before;
    let industries =
        unit.iter().zip(&whole).enumerate().map(|(at, (industry, whole))| {
            industry.before.zip(industry.after).map(|own| shift(own, *whole, growth, at)).transpose()
        });
    let industries: Vec<Option<Shift>> = industries.collect::<Result<_, _>>()?;
    let missing = industries.iter().filter(|shift| shift.is_none()).count();
    Ok(ShiftShare { of_known: industries.iter().flatten().copied().reduce(sum), industries, missing })
}

fn shift((before, after): (f64, f64), whole: (f64, f64), growth: f64, at: usize) -> Result<Shift, Error> {
    let change = after - before;
    if before <= 0.0 {
        return Ok(Shift { change, national: 0.0, structural: 0.0, regional: change });
    }
    if whole.0 <= 0.0 {
        return Err(Error::AllZero { what: format!("the persons of the reference before in industry {at}") });
    }
    let of_industry = before * (whole.1 - whole.0) / whole.0;
    let national = before * growth;
    Ok(Shift { change, national, structural: of_industry - national, regional: change - of_industry })
}

fn sum(one: Shift, other: Shift) -> Shift {
    Shift {
        change: one.change + other.change,
        national: one.national + other.national,
        structural: one.structural + other.structural,
        regional: one.regional + other.regional,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn industry(before: f64, after: f64) -> Industry {
        Industry { before: Some(before), after: Some(after) }
    }

    fn assert_near(found: Shift, expected: [f64; 4], what: &str) {
        for (found, expected) in [found.change, found.national, found.structural, found.regional].into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{what}: {found} instead of {expected}");
        }
    }

    #[test]
    fn shifts_are_as_worked_out_by_hand() {
        // The country grows from 1000 to 1100: G is 0.1; farming −0.1, making 0.1, services 0.4.
        let country = [industry(400.0, 360.0), industry(400.0, 440.0), industry(200.0, 280.0 + 20.0)];
        let unit = [industry(50.0, 40.0), industry(30.0, 36.0), industry(0.0, 5.0)];

        let found = shift_share(&unit, &country).expect("figures fit");

        assert_near(found.industries[0].expect("known"), [-10.0, 5.0, -10.0, -5.0], "farming");
        assert_near(found.industries[1].expect("known"), [6.0, 3.0, 0.0, 3.0], "making");
        assert_near(found.industries[2].expect("known"), [5.0, 0.0, 0.0, 5.0], "services that were not there");
        assert_near(found.of_known.expect("known"), [1.0, 8.0, -10.0, 3.0], "all");
    }

    #[test]
    fn what_is_missing_is_told_or_refused() {
        let hidden = Industry { before: Some(5.0), after: None };
        let country = [industry(100.0, 110.0), industry(0.0, 0.0)];

        let found = shift_share(&[industry(10.0, 10.0), hidden], &[country[0]; 2]).expect("figures fit");
        assert_eq!((found.industries[1], found.missing), (None, 1));

        let cases = [
            ("reference", shift_share(&[hidden], &[hidden]), "the reference has 0 known values, and 1"),
            ("nobody", shift_share(&[hidden], &country[1..]), "the persons of the reference before add up to 0"),
            ("new there", shift_share(&[industry(1.0, 1.0); 2], &country), "the persons of the reference before in industry 1"),
            ("negative", shift_share(&[industry(-1.0, 1.0)], &country[..1]), "entry 0 of the unit before is -1"),
        ];
        for (name, found, expected) in cases {
            let error = found.expect_err(name).to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }

    proptest! {
        #[test]
        fn the_three_parts_add_up_and_regional_shifts_of_all_units_cancel(
            units in proptest::collection::vec(proptest::collection::vec((1.0..1e5, 0.0..1e5), 4), 1..8),
        ) {
            let units: Vec<Vec<Industry>> =
                units.iter().map(|unit| unit.iter().map(|(before, after)| industry(*before, *after)).collect()).collect();
            let whole = |at: usize| {
                let sum = |of: fn(&Industry) -> Option<f64>| units.iter().filter_map(|unit| of(&unit[at])).sum::<f64>();
                industry(sum(|industry| industry.before), sum(|industry| industry.after))
            };
            let country: Vec<Industry> = (0..4).map(whole).collect();

            let mut regional = 0.0;
            for unit in &units {
                let found = shift_share(unit, &country)?.of_known.expect("known");
                prop_assert!((found.national + found.structural + found.regional - found.change).abs() < 1e-6);
                regional += found.regional;
            }
            prop_assert!(regional.abs() < 1e-4);
        }
    }
}
