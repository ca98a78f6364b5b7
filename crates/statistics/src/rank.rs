//! Places of units in a list: ranks and deciles, by what is wished for of the figure.
//!
//! Units without a value have no place and take none from others.

use miedza_territory::count;
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::known::known;
use crate::summary::{quantile_of_sorted, sorted};

/// What is wished for of a figure.
///
/// # Source
/// Hellwig (1968), who named stimulants and destimulants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Stimulant,
    /// Less is better.
    Destimulant,
}

impl Direction {
    /// The value with its sign turned where less is better, so that more is better in all figures.
    #[must_use]
    pub const fn turned(self, value: f64) -> f64 {
        match self {
            Self::Stimulant => value,
            Self::Destimulant => -value,
        }
    }
}

/// Which rank equal values share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ties {
    /// The mean of the places they take: 1, 2.5, 2.5, 4.
    Average,
    /// The lowest of the places they take, as in sports: 1, 2, 2, 4.
    Lowest,
}

/// Rank of each unit, 1 for the best; `None` where the value is missing.
///
/// ```
/// use miedza_statistics::rank::{Direction, Ties, ranks};
///
/// let unemployment = [Some(8.0), Some(3.0), None, Some(3.0)];
/// let found = ranks(&unemployment, Direction::Destimulant, Ties::Average)?;
/// assert_eq!(found, [Some(3.0), Some(1.5), None, Some(1.5)]);
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::NotFinite`].
pub fn ranks(values: &[Option<f64>], direction: Direction, ties: Ties) -> Result<Vec<Option<f64>>, Error> {
    let mut best_first: Vec<(usize, f64)> =
        known("values", values)?.into_iter().map(|(entry, value)| (entry, -direction.turned(value) + 0.0)).collect();
    best_first.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    let mut ranks = vec![None; values.len()];
    let mut before = 0;
    for tied in best_first.chunk_by(|one, other| one.1.total_cmp(&other.1).is_eq()) {
        let rank = match ties {
            Ties::Average => count(before) + count(tied.len() + 1) / 2.0,
            Ties::Lowest => count(before + 1),
        };
        tied.iter().for_each(|(entry, _)| ranks[*entry] = Some(rank));
        before += tied.len();
    }
    Ok(ranks)
}

/// Decile of each unit, from 1 for the least to 10 for the most favourable tenth; `None` where the value is missing.
///
/// A unit stands one above the number of decile limits (quantiles of type 7 at 0.1 to 0.9) that lie below its value, so equal
/// values share a decile, and with fewer than ten different values some deciles are empty.
///
/// # Errors
/// [`Error::NotFinite`].
pub fn deciles(values: &[Option<f64>], direction: Direction) -> Result<Vec<Option<u8>>, Error> {
    let turned: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| direction.turned(value))).collect();
    let sorted = sorted(&known("values", &turned)?);
    if sorted.is_empty() {
        return Ok(vec![None; values.len()]);
    }
    let limits: Vec<f64> = (1..10).map(|tenth| quantile_of_sorted(&sorted, count(tenth) / 10.0)).collect();
    let decile = |value: f64| (1..=10_u8).zip(&limits).find(|(_, limit)| value <= **limit).map_or(10, |(decile, _)| decile);
    Ok(turned.into_iter().map(|value| value.map(decile)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranks_are_as_worked_out_by_hand() {
        let values = [Some(5.0), Some(9.0), None, Some(5.0), Some(1.0), Some(0.0), Some(-0.0)];
        let cases = [
            ("more is better, average", Direction::Stimulant, Ties::Average, [2.5, 1.0, 2.5, 4.0, 5.5, 5.5]),
            ("more is better, lowest", Direction::Stimulant, Ties::Lowest, [2.0, 1.0, 2.0, 4.0, 5.0, 5.0]),
            ("less is better, average", Direction::Destimulant, Ties::Average, [4.5, 6.0, 4.5, 3.0, 1.5, 1.5]),
            ("less is better, lowest", Direction::Destimulant, Ties::Lowest, [4.0, 6.0, 4.0, 3.0, 1.0, 1.0]),
        ];
        for (name, direction, ties, expected) in cases {
            let found = ranks(&values, direction, ties).expect("finite");

            assert_eq!(found[2], None, "{name}");
            assert_eq!(found.into_iter().flatten().collect::<Vec<_>>(), expected, "{name}");
        }
    }

    #[test]
    fn deciles_are_those_of_pandas() {
        let values = [12.0, 3.0, 7.0, 7.0, 20.0, 15.0, 1.0, 9.0, 30.0, 2.0, 11.0, 5.0].map(Some);

        let found: Vec<u8> = deciles(&values, Direction::Stimulant).expect("finite").into_iter().flatten().collect();

        // pandas 3.1.1: pandas.qcut(values, 10, labels=False) + 1
        assert_eq!(found, [8, 2, 4, 4, 10, 9, 1, 6, 10, 1, 7, 3]);
    }

    #[test]
    fn the_best_tenth_of_what_should_be_low_is_the_lowest() {
        let values: Vec<Option<f64>> = (0..20_u32).map(|value| Some(f64::from(value))).chain([None]).collect();

        let found = deciles(&values, Direction::Destimulant).expect("finite");

        assert_eq!((found[0], found[19], found[20]), (Some(10), Some(1), None));
        assert_eq!(deciles(&[None], Direction::Stimulant).expect("nothing to refuse"), [None]);
    }

    proptest! {
        #[test]
        fn average_ranks_add_up_and_turning_the_direction_turns_the_list(
            values in proptest::collection::vec(proptest::option::of((-5..5_i32).prop_map(f64::from)), 0..30),
        ) {
            let up = ranks(&values, Direction::Stimulant, Ties::Average)?;
            let down = ranks(&values, Direction::Destimulant, Ties::Average)?;

            let known = count(values.iter().flatten().count());
            prop_assert!((up.iter().flatten().sum::<f64>() - known * (known + 1.0) / 2.0).abs() < 1e-9);
            for (one, other) in up.iter().flatten().zip(down.iter().flatten()) {
                prop_assert!((one + other - known - 1.0).abs() < 1e-9);
            }
        }
    }
}
