//! What a unit has more of than its country: location quotients by industry and one number for the whole mix.
//!
//! Totals are handed over, since offices publish them where they hide single industries.
//!
//! # Source
//! Florence (1939) *Report on the location of industry*; Hildebrand & Mace (1950) for the quotient's use.

use serde::Serialize;

use crate::Error;
use crate::known::{known_counts, same_length, total};

/// Persons by industry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix<'a> {
    /// By industry, 0 or more.
    pub industries: &'a [Option<f64>],
    /// In all industries, above 0.
    pub total: f64,
}

/// How a unit differs from a reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Specialisation {
    /// Share of the industry in the unit over its share in the reference, 0 or more, 1 where they are equal; `None` where
    /// either is missing or the reference has nobody in it.
    pub location_quotients: Vec<Option<f64>>,
    /// Florence's coefficient of specialisation, half the sum of the differences of shares: 0 for the mix of the reference,
    /// towards 1 for a unit of few rare industries; `None` if anything is missing.
    pub coefficient: Option<f64>,
}

/// Location quotients of a unit and its coefficient of specialisation against a reference with the same industries.
///
/// ```
/// use miedza_statistics::location_quotient::{Mix, specialisation};
///
/// let unit = Mix { industries: &[Some(30.0), Some(10.0)], total: 40.0 };
/// let country = Mix { industries: &[Some(500.0), Some(500.0)], total: 1000.0 };
/// let found = specialisation(unit, country)?;
/// assert_eq!((found.location_quotients[0], found.coefficient), (Some(1.5), Some(0.25)));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotFinite`], [`Error::Negative`]; [`Error::OutOfRange`] for a total that is not above 0 or
/// below the sum of its industries.
pub fn specialisation(unit: Mix<'_>, reference: Mix<'_>) -> Result<Specialisation, Error> {
    same_length("the reference", reference.industries.len(), unit.industries.len())?;
    let (own, whole) = (shares("the unit", unit)?, shares("the reference", reference)?);
    let pairs = || own.iter().zip(&whole).map(|(own, whole)| own.zip(*whole));
    let quotient = |pair: Option<(f64, f64)>| pair.filter(|(_, whole)| *whole > 0.0).map(|(own, whole)| own / whole);
    let differences: Option<Vec<f64>> = pairs().map(|pair| pair.map(|(own, whole)| (own - whole).abs())).collect();
    Ok(Specialisation {
        location_quotients: pairs().map(quotient).collect(),
        coefficient: differences.map(|differences| total(differences) / 2.0),
    })
}

fn shares(what: &str, mix: Mix<'_>) -> Result<Vec<Option<f64>>, Error> {
    let known = total(known_counts(what, mix.industries)?.into_iter().map(|(_, persons)| persons));
    if !(mix.total > 0.0 && mix.total.is_finite()) {
        return Err(Error::OutOfRange { parameter: "the total", value: mix.total, wanted: "above 0" });
    }
    // Published figures are rounded, totals too.
    if known > mix.total * 1.001 {
        return Err(Error::OutOfRange { parameter: "the total", value: mix.total, wanted: "the sum of its industries or more" });
    }
    Ok(mix.industries.iter().map(|persons| persons.map(|persons| persons / mix.total)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotients_are_as_worked_out_by_hand() {
        let unit = Mix { industries: &[Some(60.0), Some(30.0), None, Some(0.0), Some(5.0)], total: 100.0 };
        let country = Mix { industries: &[Some(240.0), Some(480.0), Some(40.0), Some(40.0), Some(0.0)], total: 800.0 };

        let found = specialisation(unit, country).expect("figures fit");

        // Shares 0.6, 0.3, –, 0, 0.05 against 0.3, 0.6, 0.05, 0.05, 0.
        let expected = [Some(2.0), Some(0.5), None, Some(0.0), None];
        for (found, expected) in found.location_quotients.iter().zip(expected) {
            assert!((found.unwrap_or(-1.0) - expected.unwrap_or(-1.0)).abs() < 1e-12, "{found:?} instead of {expected:?}");
        }
        assert_eq!(found.coefficient, None);
        let known = specialisation(
            Mix { industries: &unit.industries[..2], ..unit },
            Mix { industries: &country.industries[..2], ..country },
        );
        assert!((known.expect("figures fit").coefficient.expect("known") - 0.3).abs() < 1e-12);
    }

    #[test]
    fn totals_that_cannot_be_are_refused() {
        let mix = |total| Mix { industries: &[Some(6.0), Some(5.0)], total };
        for total in [0.0, 10.0, f64::NAN] {
            assert!(specialisation(mix(total), mix(11.0)).is_err(), "{total}");
        }
        assert!(specialisation(mix(11.0), Mix { industries: &[Some(1.0)], total: 1.0 }).is_err());
    }

    proptest! {
        #[test]
        fn quotients_weighted_by_the_mix_of_the_reference_are_one(
            mix in proptest::collection::vec((0.0..1e4, 1.0..1e4), 1..12),
            factor in 0.01..100.0,
        ) {
            let column = |of: fn(&(f64, f64)) -> f64, by: f64| mix.iter().map(|pair| Some(by * of(pair))).collect::<Vec<_>>();
            let sum = |column: &[Option<f64>]| column.iter().flatten().sum::<f64>();
            let (own, scaled) = (column(|pair| pair.0 + 0.1, 1.0), column(|pair| pair.0 + 0.1, factor));
            let whole = column(|pair| pair.1, 1.0);
            let against = |own: &[Option<f64>]| {
                specialisation(Mix { industries: own, total: sum(own) }, Mix { industries: &whole, total: sum(&whole) })
            };

            let (found, other) = (against(&own)?, against(&scaled)?);

            let mean: f64 = found.location_quotients.iter().zip(&whole).filter_map(|(quotient, persons)| quotient.zip(*persons))
                .map(|(quotient, persons)| quotient * persons / sum(&whole)).sum();
            prop_assert!((mean - 1.0).abs() < 1e-9);
            let (one, other) = (found.coefficient.expect("known"), other.coefficient.expect("known"));
            prop_assert!((one - other).abs() < 1e-9 && (0.0..1.0).contains(&one));
        }
    }
}
