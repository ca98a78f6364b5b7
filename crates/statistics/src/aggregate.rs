//! Figures of areas from those of their members.
//!
//! Which rule a figure needs is known where the figure is declared: persons add up, shares do not. Where a member's value is
//! missing the figure of the area is missing too; what the known members give stands beside it with the share that it lacks,
//! so that nobody shows the one for the other.

use miedza_territory::{AreaVec, Partition, UnitIx, count};
use serde::Serialize;

use crate::Error;
use crate::known::{known, known_counts, same_length, total};

/// How figures of members make that of an area; each list has one entry per unit, in the order of units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule<'a> {
    /// Counts: they add up.
    Sum,
    /// Means and shares whose denominator is known: weighted by it, 0 or more.
    WeightedMean(&'a [Option<f64>]),
    /// The values are numerators: their sum over the sum of these denominators, 0 or more.
    RatioOfSums(&'a [Option<f64>]),
    /// Medians, ranks and the like: no figure of the area follows from those of its members.
    NotAddable,
}

/// The figure of an area.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AreaFigure {
    /// The figure; `None` if anything of a member is missing, the denominators add up to 0, or there is no member.
    pub value: Option<f64>,
    /// The figure of the members whose values are known; `None` without any.
    pub of_known: Option<f64>,
    /// Members.
    pub members: usize,
    /// Members whose value, weight or denominator is missing.
    pub missing: usize,
    /// The share that is missing, 0 to 1: of the weights or denominators where all of them are known and not all 0, else of
    /// the members.
    pub missing_share: f64,
}

/// The figure of an area from those of its members.
///
/// ```
/// use miedza_statistics::aggregate::{Rule, aggregate};
/// use miedza_territory::UnitIx;
///
/// let (unemployed, residents) = ([Some(30.0), Some(10.0)], [Some(400.0), Some(100.0)]);
/// let members = [UnitIx::new(0), UnitIx::new(1)];
/// let found = aggregate(&unemployed, &members, Rule::RatioOfSums(&residents))?;
/// assert_eq!(found.value, Some(0.08));
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::WrongLength`], also where a member is beyond the values; [`Error::NotFinite`]; [`Error::Negative`] for weights and
/// denominators.
pub fn aggregate(values: &[Option<f64>], members: &[UnitIx], rule: Rule<'_>) -> Result<AreaFigure, Error> {
    check(values, rule)?;
    if let Some(beyond) = members.iter().find(|member| member.get() >= values.len()) {
        return Err(Error::WrongLength { what: "values".to_owned(), given: values.len(), wanted: beyond.get() + 1 });
    }
    Ok(of_members(values, members, rule))
}

/// The figure of each area of a partition.
///
/// # Errors
/// As [`aggregate`]; the values must be as many as the units of the partition.
pub fn aggregate_areas(values: &[Option<f64>], partition: &Partition, rule: Rule<'_>) -> Result<AreaVec<AreaFigure>, Error> {
    same_length("values", values.len(), partition.unit_count())?;
    check(values, rule)?;
    Ok(partition.areas().map(|area| of_members(values, partition.members(area), rule)).collect())
}

fn check(values: &[Option<f64>], rule: Rule<'_>) -> Result<(), Error> {
    known("values", values)?;
    let (what, divisors) = match rule {
        Rule::Sum | Rule::NotAddable => return Ok(()),
        Rule::WeightedMean(weights) => ("weights", weights),
        Rule::RatioOfSums(denominators) => ("denominators", denominators),
    };
    same_length(what, divisors.len(), values.len())?;
    known_counts(what, divisors).map(|_| ())
}

fn of_members(values: &[Option<f64>], members: &[UnitIx], rule: Rule<'_>) -> AreaFigure {
    let divisor = |unit: usize| match rule {
        Rule::Sum | Rule::NotAddable => Some(1.0),
        Rule::WeightedMean(divisors) | Rule::RatioOfSums(divisors) => divisors[unit],
    };
    let pairs: Vec<(Option<f64>, Option<f64>)> =
        members.iter().map(|member| (values[member.get()], divisor(member.get()))).collect();
    let known: Vec<(f64, f64)> = pairs.iter().filter_map(|(value, divisor)| value.zip(*divisor)).collect();
    let of_known = together(&known, rule);
    let missing = members.len() - known.len();
    AreaFigure {
        value: of_known.filter(|_| missing == 0),
        of_known,
        members: members.len(),
        missing,
        missing_share: missing_share(&pairs, missing),
    }
}

/// The figure of known values with their divisors.
fn together(known: &[(f64, f64)], rule: Rule<'_>) -> Option<f64> {
    let divisors = total(known.iter().map(|(_, divisor)| *divisor));
    if known.is_empty() || divisors <= 0.0 {
        return None;
    }
    match rule {
        Rule::Sum => Some(total(known.iter().map(|(value, _)| *value))),
        Rule::WeightedMean(_) => Some(total(known.iter().map(|(value, weight)| value * weight)) / divisors),
        Rule::RatioOfSums(_) => Some(total(known.iter().map(|(value, _)| *value)) / divisors),
        Rule::NotAddable => None,
    }
}

fn missing_share(pairs: &[(Option<f64>, Option<f64>)], missing: usize) -> f64 {
    if missing == 0 {
        return 0.0;
    }
    let all: Option<Vec<f64>> = pairs.iter().map(|(_, divisor)| *divisor).collect();
    match all.map(total).filter(|all| *all > 0.0) {
        Some(all) => total(pairs.iter().filter(|(value, _)| value.is_none()).filter_map(|(_, divisor)| *divisor)) / all,
        None => count(missing) / count(pairs.len()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn members(of: &[usize]) -> Vec<UnitIx> {
        of.iter().copied().map(UnitIx::new).collect()
    }

    #[test]
    fn figures_of_areas_are_as_worked_out_by_hand() {
        let values = [Some(2.0), Some(8.0), None, Some(6.0)];
        let weights = [Some(3.0), Some(1.0), Some(4.0), None];
        let cases = [
            ("sum", vec![0, 1], Rule::Sum, (Some(10.0), Some(10.0), 0, 0.0)),
            ("sum with a gap", vec![0, 1, 2], Rule::Sum, (None, Some(10.0), 1, 1.0 / 3.0)),
            ("mean", vec![0, 1], Rule::WeightedMean(&weights), (Some(3.5), Some(3.5), 0, 0.0)),
            ("mean with a gap", vec![0, 1, 2], Rule::WeightedMean(&weights), (None, Some(3.5), 1, 0.5)),
            ("mean without a weight", vec![0, 1, 3], Rule::WeightedMean(&weights), (None, Some(3.5), 1, 1.0 / 3.0)),
            ("ratio", vec![0, 1], Rule::RatioOfSums(&weights), (Some(2.5), Some(2.5), 0, 0.0)),
            ("nothing known", vec![2], Rule::Sum, (None, None, 1, 1.0)),
            ("no member", vec![], Rule::Sum, (None, None, 0, 0.0)),
            ("a median", vec![0, 1], Rule::NotAddable, (None, None, 0, 0.0)),
        ];
        for (name, of, rule, expected) in cases {
            let found = aggregate(&values, &members(&of), rule).expect("figures fit");

            assert_eq!((found.value, found.of_known, found.missing), (expected.0, expected.1, expected.2), "{name}");
            assert!((found.missing_share - expected.3).abs() < 1e-12, "{name}: {}", found.missing_share);
        }
    }

    #[test]
    fn a_ratio_over_nobody_is_missing_and_no_zero() {
        let nobody = [Some(0.0), Some(0.0)];

        let found = aggregate(&[Some(0.0), Some(0.0)], &members(&[0, 1]), Rule::RatioOfSums(&nobody)).expect("figures fit");

        assert_eq!((found.value, found.missing), (None, 0));
    }

    #[test]
    fn lists_that_do_not_fit_are_refused() {
        let short = [Some(1.0)];
        let negative = [Some(1.0), Some(-1.0)];
        let values = [Some(1.0), Some(2.0)];
        let cases = [
            ("short", aggregate(&values, &[], Rule::WeightedMean(&short)), "weights has 1 entries"),
            ("negative", aggregate(&values, &[], Rule::RatioOfSums(&negative)), "entry 1 of denominators is -1"),
            ("beyond", aggregate(&values, &members(&[2]), Rule::Sum), "values has 2 entries, and 3 are needed"),
        ];
        for (name, found, expected) in cases {
            let error = found.expect_err(name).to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }

    proptest! {
        #[test]
        fn what_the_areas_hold_adds_up_to_what_the_land_holds(
            units in proptest::collection::vec((proptest::option::of(0..1000_i32), 0..4_usize), 1..30),
        ) {
            let values: Vec<Option<f64>> = units.iter().map(|(value, _)| value.map(f64::from)).collect();
            let partition = Partition::from_labels(units.iter().map(|(_, label)| Some(*label)));

            let found = aggregate_areas(&values, &partition, Rule::Sum)?;

            let all: f64 = values.iter().flatten().sum();
            prop_assert!((found.iter().filter_map(|area| area.of_known).sum::<f64>() - all).abs() < 1e-9);
            let missing: usize = found.iter().map(|area| area.missing).sum();
            prop_assert_eq!(missing, values.iter().filter(|value| value.is_none()).count());
            prop_assert!(found.iter().all(|area| area.value.is_some() == (area.missing == 0)));
        }
    }
}
