//! A composite index of chosen indicators: who scores how much by a method of choice, and how far the ranks hang on the weights.
//!
//! The methods and their sources are those of [`miedza_statistics::composite`].

use miedza_statistics::composite::sensitivity::sensitivity;
use miedza_statistics::composite::{self, score};
use miedza_statistics::rank::{Direction as Order, Ties, deciles, ranks};
use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

pub use miedza_statistics::composite::Method;
pub use miedza_statistics::composite::sensitivity::{Parameters as Changes, RankRange};

use super::error::DiagnosisError;
use super::indicator::Direction;
use super::table::AreaTable;

/// An indicator that goes into an index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Code of the indicator.
    pub indicator: String,
    /// Its importance, 0 or more; only the proportions matter.
    pub weight: f64,
}

/// The index of one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Indexed {
    /// The unit.
    pub unit: UnitCode,
    /// The index, more is better; `None` where less than half of the weights has values.
    pub value: Option<f64>,
    /// Share of the weights that known values stand for, 0 to 1.
    pub coverage: f64,
    /// 1 for the best; equal indices share the lowest of their places.
    pub rank: Option<f64>,
    /// Its tenth among the units with an index, 10 for the best.
    pub decile: Option<u8>,
    /// Ranks when one weight changes at a time; `None` if nobody asked.
    pub one_at_a_time: Option<RankRange>,
    /// Ranks when all weights are drawn anew.
    pub random: Option<RankRange>,
}

/// The index of each unit of a table in a year, in the order of the table.
///
/// # Errors
/// [`DiagnosisError::NoIndicator`]; [`DiagnosisError::Neutral`] for an indicator of which more is neither better nor worse;
/// [`DiagnosisError::Index`] where values, weights or parameters bear none.
pub fn index(
    group: &AreaTable,
    choices: &[Choice],
    method: Method,
    year: u16,
    changed: Option<Changes>,
) -> Result<Vec<Indexed>, DiagnosisError> {
    let indicators = choices.iter().map(|choice| chosen(group, choice, year)).collect::<Result<Vec<_>, _>>()?;
    let scores = score(&indicators, method).map_err(DiagnosisError::Index)?;
    let values: Vec<Option<f64>> = scores.iter().map(|score| score.value).collect();
    let ranks = ranks(&values, Order::Stimulant, Ties::Lowest).map_err(DiagnosisError::Index)?;
    let deciles = deciles(&values, Order::Stimulant).map_err(DiagnosisError::Index)?;
    let ranges = changed.map(|parameters| sensitivity(&indicators, method, parameters)).transpose();
    let ranges = ranges.map_err(DiagnosisError::Index)?;
    let indexed = |(((at, unit), score), rank): (((usize, &UnitCode), &composite::Score), Option<f64>)| Indexed {
        unit: unit.clone(),
        value: score.value,
        coverage: score.coverage,
        rank,
        decile: deciles.get(at).copied().flatten(),
        one_at_a_time: ranges.as_ref().and_then(|ranges| ranges.one_at_a_time.get(at).copied().flatten()),
        random: ranges.as_ref().and_then(|ranges| ranges.random.get(at).copied().flatten()),
    };
    Ok(group.members().iter().enumerate().zip(&scores).zip(ranks).map(indexed).collect())
}

/// Why an indicator that was chosen does not go into an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// More of it is neither better nor worse.
    Neutral,
    /// Fewer than two units have it in that year.
    TooFew,
    /// All that have it are equal.
    AllEqual,
}

/// Codes of indicators that do not go into an index, with the reason.
pub type LeftOut = Vec<(String, Unfit)>;

/// The choices that an index of a year can be made of, and the codes of the others with the reason, both in the order given.
///
/// # Errors
/// [`DiagnosisError::NoIndicator`] for a code that the table does not hold.
pub fn usable(group: &AreaTable, choices: &[Choice], year: u16) -> Result<(Vec<Choice>, LeftOut), DiagnosisError> {
    let (mut used, mut left_out) = (Vec::new(), Vec::new());
    for choice in choices {
        let row = group.row(&choice.indicator)?;
        let values: Vec<f64> = row.member_values(year).into_iter().flatten().collect();
        let unfit = match (row.measure.direction, values.as_slice()) {
            (Direction::Neutral, _) => Some(Unfit::Neutral),
            (_, [] | [_]) => Some(Unfit::TooFew),
            (_, [first, rest @ ..]) if rest.iter().all(|value| value.total_cmp(first).is_eq()) => Some(Unfit::AllEqual),
            _ => None,
        };
        match unfit {
            Some(unfit) => left_out.push((choice.indicator.clone(), unfit)),
            None => used.push(choice.clone()),
        }
    }
    Ok((used, left_out))
}

fn chosen(group: &AreaTable, choice: &Choice, year: u16) -> Result<composite::Indicator, DiagnosisError> {
    let row = group.row(&choice.indicator)?;
    if row.measure.direction == Direction::Neutral {
        return Err(DiagnosisError::Neutral { code: choice.indicator.clone() });
    }
    Ok(composite::Indicator {
        name: choice.indicator.clone(),
        direction: row.measure.direction.order(),
        weight: choice.weight,
        values: row.member_values(year),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::samples::{block, catalogue, code};

    fn land() -> AreaTable {
        // Sewerage: more is better; unemployment: less is better.
        let block = block(&[
            ("79130", "1", 2022, 80.0),
            ("79130", "2", 2022, 50.0),
            ("79130", "3", 2022, 40.0),
            ("60270", "1", 2022, 4.0),
            ("60270", "2", 2022, 12.0),
            ("60270", "3", 2022, 8.0),
        ]);
        AreaTable::new(&catalogue(), &block, &[code("1"), code("2"), code("3")]).expect("sound values")
    }

    fn choices(sewerage: f64) -> Vec<Choice> {
        let choice = |indicator: &str, weight| Choice { indicator: indicator.to_owned(), weight };
        vec![choice("sewerage_share", sewerage), choice("unemployment_rate", 1.0)]
    }

    #[test]
    fn a_weighted_mean_is_as_worked_out_by_hand_and_weights_can_turn_the_order() {
        // Sewerage 1, 1/4, 0; unemployment 1, 0, 1/2.
        let cases = [(1.0, [1.0, 0.125, 0.25], [1.0, 3.0, 2.0]), (3.0, [1.0, 0.1875, 0.125], [1.0, 2.0, 3.0])];
        for (weight, expected, ranks) in cases {
            let found = index(&land(), &choices(weight), Method::WeightedMean, 2022, None).expect("known");

            for ((found, expected), rank) in found.iter().zip(expected).zip(ranks) {
                let value = found.value.expect("covered");
                assert!((value - expected).abs() < 1e-12, "{weight}: {value} instead of {expected}");
                assert_eq!((found.rank, found.random), (Some(rank), None));
            }
        }
    }

    #[test]
    fn every_method_puts_who_is_best_in_all_first_whatever_the_weights() {
        for method in [Method::WeightedMean, Method::Hellwig, Method::Perkal, Method::Topsis] {
            let changed = Changes { draws: 50, ..Changes::default() };

            let found = index(&land(), &choices(1.0), method, 2022, Some(changed)).expect("known");

            let range = found[0].random.expect("asked for");
            assert!(found[0].rank == Some(1.0) && (range.best, range.worst) == (1.0, 1.0), "{method:?}: {found:?}");
            let other = found[2].random.expect("asked for");
            assert!((other.best, other.worst) == (2.0, 3.0), "{method:?}: {other:?}");
        }
    }

    #[test]
    fn neutral_unknown_and_empty_choices_are_refused() {
        let one = |indicator: &str| vec![Choice { indicator: indicator.to_owned(), weight: 1.0 }];
        let refused = |choices: &[Choice]| index(&land(), choices, Method::Hellwig, 2022, None).expect_err("refused");

        assert_eq!(refused(&one("population")), DiagnosisError::Neutral { code: "population".to_owned() });
        assert!(matches!(refused(&one("nothing")), DiagnosisError::NoIndicator { .. }));
        assert!(matches!(refused(&[]), DiagnosisError::Index(_)));
        assert!(matches!(refused(&one("births_per_1000")), DiagnosisError::Index(_)));
    }

    #[test]
    fn tenths_follow_the_index_and_what_tells_nothing_is_left_out_with_the_reason() {
        let found = index(&land(), &choices(1.0), Method::WeightedMean, 2022, None).expect("known");
        let one = |indicator: &str| Choice { indicator: indicator.to_owned(), weight: 1.0 };
        let asked = ["sewerage_share", "population", "births_per_1000", "unemployment_rate"].map(one);
        let alike = block(&[("79130", "1", 2022, 80.0), ("79130", "2", 2022, 80.0), ("60270", "1", 2022, 4.0)]);
        let alike = AreaTable::new(&catalogue(), &alike, &[code("1"), code("2")]).expect("sound values");

        let (used, left_out) = usable(&land(), &asked, 2022).expect("known codes");
        let (none, equal) = usable(&alike, &asked, 2022).expect("known codes");

        // Indices 1, 0.125, 0.25: limits of tenths lie between 0.125 and 0.25, and between 0.25 and 1.
        assert_eq!(found.iter().map(|one| one.decile).collect::<Vec<_>>(), [Some(10), Some(1), Some(5)]);
        assert_eq!(used, [one("sewerage_share"), one("unemployment_rate")]);
        assert_eq!(left_out, [("population".to_owned(), Unfit::Neutral), ("births_per_1000".to_owned(), Unfit::TooFew)]);
        assert!(none.is_empty());
        assert_eq!(equal.first(), Some(&("sewerage_share".to_owned(), Unfit::AllEqual)));
        assert!(matches!(usable(&land(), &[one("nothing")], 2022), Err(DiagnosisError::NoIndicator { .. })));
    }
}
