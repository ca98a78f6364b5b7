//! Who is most like a unit: its nearest neighbours in what was measured, wherever they lie.
//!
//! Figures are turned into standard scores (divisor `n`), so that the unit of measure of none weighs more than that of others.
//! A figure that either unit lacks is left out of their distance and lowers its coverage; below half coverage a unit is
//! no peer.

use miedza_territory::UnitIx;
use serde::Serialize;

use crate::Error;
use crate::composite::{Indicator, LEAST_COVERAGE};
use crate::known::{known_counts, same_length, total};
use crate::standardise::z_scores;
use crate::summary::Divisor;

/// A unit that is like another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Peer {
    /// The unit.
    pub unit: UnitIx,
    /// Weighted Euclidean distance: the root of the weighted mean of squared differences, in standard deviations.
    pub distance: f64,
    /// Share of the weights of the figures that both have, from one half to 1.
    pub coverage: f64,
}

/// The units most like one, nearest first, at most as many as asked for; of equally near ones the smaller number first.
///
/// The direction of the indicators does not matter.
///
/// ```
/// use miedza_statistics::{composite::Indicator, peers::peers, rank::Direction};
/// use miedza_territory::UnitIx;
///
/// let values = [10.0, 90.0, 14.0].map(Some).to_vec();
/// let income = Indicator { name: "income".to_owned(), direction: Direction::Stimulant, weight: 1.0, values };
/// assert_eq!(peers(&[income], UnitIx::new(0), 1)?[0].unit, UnitIx::new(2));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::TooFew`] without indicators or with fewer than two known values of one, [`Error::WrongLength`] for indicators of
/// different lengths or a unit beyond them, [`Error::NotFinite`], [`Error::NoSpread`], [`Error::Negative`] and
/// [`Error::AllZero`] for weights.
pub fn peers(indicators: &[Indicator], of: UnitIx, most: usize) -> Result<Vec<Peer>, Error> {
    let Some(first) = indicators.first() else {
        return Err(Error::TooFew { what: "the list of indicators".to_owned(), given: 0, needed: 1 });
    };
    let units = first.values.len();
    if of.get() >= units {
        return Err(Error::WrongLength { what: first.name.clone(), given: units, wanted: of.get() + 1 });
    }
    let weights: Vec<Option<f64>> = indicators.iter().map(|indicator| Some(indicator.weight)).collect();
    let all = total(known_counts("the weights of indicators", &weights)?.into_iter().map(|(_, weight)| weight));
    if all <= 0.0 {
        return Err(Error::AllZero { what: "the weights of indicators".to_owned() });
    }
    let mut columns = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        same_length(&indicator.name, indicator.values.len(), units)?;
        columns.push((z_scores(&indicator.name, &indicator.values, Divisor::Population)?, indicator.weight));
    }
    let others = (0..units).filter(|unit| *unit != of.get());
    let mut found: Vec<Peer> = others.filter_map(|other| peer(&columns, of.get(), other, all)).collect();
    found.sort_by(|one, other| one.distance.total_cmp(&other.distance).then(one.unit.cmp(&other.unit)));
    found.truncate(most);
    Ok(found)
}

fn peer(columns: &[(Vec<Option<f64>>, f64)], of: usize, other: usize, all: f64) -> Option<Peer> {
    let parts = columns.iter().filter_map(|(scores, weight)| {
        scores[of].zip(scores[other]).map(|(one, other)| (weight * (one - other) * (one - other), *weight))
    });
    let (squares, weight) = parts.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let coverage = weight / all;
    let is_peer = coverage >= LEAST_COVERAGE - 1e-12;
    is_peer.then(|| Peer { unit: UnitIx::new(other), distance: libm::sqrt(squares / weight), coverage })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::Direction;

    fn indicator(name: &str, weight: f64, values: &[Option<f64>]) -> Indicator {
        Indicator { name: name.to_owned(), direction: Direction::Stimulant, weight, values: values.to_vec() }
    }

    #[test]
    fn peers_are_as_worked_out_by_hand() {
        // Both have a standard deviation of 2 where all are known: a is 1, 1, 5, 5, b is 8, 4, 4, 8.
        let a = indicator("a", 3.0, &[1.0, 1.0, 5.0, 5.0].map(Some));
        let b = indicator("b", 1.0, &[8.0, 4.0, 4.0, 8.0].map(Some));

        let found = peers(&[a, b], UnitIx::new(0), 9).expect("figures fit");

        // Differences in standard deviations: 2 in b; 2 in both; 2 in a. Mean squares 1, 4, 3.
        let expected = [(1, 1.0), (3, libm::sqrt(3.0)), (2, 2.0)];
        assert_eq!(found.len(), 3);
        for (peer, (unit, distance)) in found.iter().zip(expected) {
            assert!(peer.unit.get() == unit && (peer.distance - distance).abs() < 1e-12, "{peer:?}");
        }
    }

    #[test]
    fn a_unit_that_shares_too_few_figures_is_no_peer() {
        let a = indicator("a", 1.0, &[Some(1.0), Some(3.0), None, None]);
        let b = indicator("b", 1.0, &[Some(1.0), None, Some(1.0), Some(5.0)]);
        let c = indicator("c", 1.0, &[None, Some(1.0), Some(3.0), Some(2.0)]);
        let d = indicator("d", 1.0, &[Some(0.0), Some(1.0), Some(0.0), Some(1.0)]);

        let found = peers(&[a, b, c, d], UnitIx::new(0), 9).expect("figures fit");

        // Shared with the first: a and d; b and d, equal in both; b and d.
        assert_eq!(found[0], Peer { unit: UnitIx::new(2), distance: 0.0, coverage: 0.5 });
        assert_eq!(found.len(), 3);
        let lonely = indicator("e", 9.0, &[None, Some(1.0), Some(2.0), Some(3.0)]);
        let d = indicator("d", 1.0, &[Some(0.0), Some(1.0), Some(0.0), Some(1.0)]);
        assert_eq!(peers(&[lonely, d], UnitIx::new(0), 9).expect("figures fit"), []);
    }

    #[test]
    fn figures_without_peers_are_refused() {
        let a = indicator("a", 1.0, &[Some(1.0), Some(3.0)]);
        let cases = [
            ("nothing", peers(&[], UnitIx::new(0), 1), "the list of indicators has 0"),
            ("beyond", peers(std::slice::from_ref(&a), UnitIx::new(2), 1), "a has 2 entries, and 3 are needed"),
            ("no weight", peers(&[Indicator { weight: 0.0, ..a.clone() }], UnitIx::new(0), 1), "the weights of indicators add"),
            ("length", peers(&[a, indicator("b", 1.0, &[None])], UnitIx::new(0), 1), "b has 1 entries, and 2 are needed"),
        ];
        for (name, found, expected) in cases {
            let error = found.expect_err(name).to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }

    proptest! {
        #[test]
        fn being_a_peer_is_mutual_and_free_of_units_of_measure(
            values in proptest::collection::vec((0..1000_i32, proptest::option::of(0..1000_i32)), 3..12),
            factor in 0.01..100.0,
        ) {
            let column = |by: f64, of: fn(&(i32, Option<i32>)) -> Option<i32>| -> Vec<Option<f64>> {
                values.iter().map(|pair| of(pair).map(|value| by * f64::from(value))).collect()
            };
            let b = indicator("b", 1.0, &column(1.0, |pair| pair.1));
            let with = |by: f64| [indicator("a", 2.0, &column(by, |pair| Some(pair.0))), b.clone()];

            if let Ok(found) = peers(&with(1.0), UnitIx::new(0), 99) {
                for peer in found {
                    let (back, scaled) = (peers(&with(1.0), peer.unit, 99)?, peers(&with(factor), UnitIx::new(0), 99)?);
                    let of = |list: &[Peer], unit: UnitIx| {
                        list.iter().find(|peer| peer.unit == unit).map_or(-1.0, |peer| peer.distance)
                    };
                    prop_assert!((of(&back, UnitIx::new(0)) - peer.distance).abs() < 1e-9);
                    prop_assert!((of(&scaled, peer.unit) - peer.distance).abs() < 1e-7);
                }
            }
        }
    }
}
