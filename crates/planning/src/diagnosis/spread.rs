//! How unequal the members of an area are by one indicator, between groups of members, such as counties, and within them.
//!
//! Inequality says something only of figures of 0 or more that share a common zero: counts, and rates over inhabitants or the
//! like. A balance, such as net migration, is near 0 on average, and every measure over its mean is wild.
//!
//! # Source
//! Gini (1912), Theil (1967), by [`miedza_statistics::inequality`].

use std::collections::{BTreeMap, BTreeSet};

use miedza_statistics::Error;
use miedza_statistics::inequality::{coefficient_of_variation, gini_weighted, theil};
use miedza_statistics::summary::Divisor;
use miedza_territory::UnitCode;
use serde::Serialize;
use thiserror::Error;

use super::position::{UnitValue, ends};
use super::reckoned::Form;
use super::table::{AreaTable, Row};

/// Fewest members with a value.
const LEAST_MEMBERS: usize = 3;

/// Inequality among the members of an area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// Code of the indicator.
    pub indicator: String,
    /// The year.
    pub year: u16,
    /// Members with a value and a weight.
    pub known: usize,
    /// Members without.
    pub missing: usize,
    /// Whom the measures compare.
    pub among: Among,
    /// The measures.
    pub inequality: Inequality,
    /// The best member, for neutral figures the one with the largest value; the first of equal ones.
    pub strongest: UnitValue,
    /// The member at the other end.
    pub weakest: UnitValue,
}

/// Measures of inequality.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inequality {
    /// Gini coefficient, 0 where all are equal, below 1.
    pub gini: f64,
    /// Theil's T, 0 where all are equal.
    pub theil: f64,
    /// What of it lies between groups and within them; `None` if the group of a member is not known.
    pub by_group: Option<ByGroup>,
    /// Standard deviation (divisor `n`) over mean of the members, each counted once.
    pub variation: f64,
}

/// Whom a measure of inequality compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Among {
    /// Inhabitants who each have the rate of their municipality.
    Inhabitants,
    /// Municipalities, each counted once: the figure is a count.
    Members,
}

/// Theil's T by group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByGroup {
    /// What would be left if all members of a group were equal.
    pub between: f64,
    /// What would be left if all groups had the same mean.
    pub within: f64,
    /// The groups, in the order of their names.
    pub groups: Vec<GroupSpread>,
}

/// Inequality within one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupSpread {
    /// The group: code of a county or region, or a kind of municipality.
    pub group: String,
    /// What it has of all, 0 to 1.
    pub share: f64,
    /// T among its members.
    pub theil: f64,
}

/// Why nothing is said of inequality.
#[derive(Clone, Debug, PartialEq, Error, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoSpread {
    /// A rate that comes without what it is a rate of.
    #[error("{indicator} is published as a rate without a weight, so its members cannot be put together")]
    NotAddable {
        /// The indicator.
        indicator: String,
    },
    /// A balance, which can be below 0.
    #[error("{indicator} is a balance that may be below 0; look at its strongest and weakest member instead")]
    Balance {
        /// The indicator.
        indicator: String,
    },
    /// A value below 0.
    #[error("{unit} has a value of {indicator} below 0; look at the strongest and weakest member instead")]
    BelowZero {
        /// The indicator.
        indicator: String,
        /// The first member with one.
        unit: UnitCode,
    },
    /// Too few members have a value and a weight.
    #[error("{known} members have a value of {indicator} in {year}, and {LEAST_MEMBERS} are needed; take another year")]
    TooFew {
        /// The indicator.
        indicator: String,
        /// The year.
        year: u16,
        /// How many there are.
        known: usize,
    },
    /// Nobody has anything.
    #[error("all values of {indicator} in {year} are 0, so there is nothing to share")]
    AllZero {
        /// The indicator.
        indicator: String,
        /// The year.
        year: u16,
    },
    /// The table has no inhabitants to weigh by, or values that are no numbers.
    #[error("the values of {indicator} cannot be compared: {why}")]
    Unfit {
        /// The indicator.
        indicator: String,
        /// What is wrong.
        why: String,
    },
}

/// How unequal the members are by an indicator in a year; `weight` is the code of the indicator that rates are weighted by,
/// `group_of` the group of each member, such as its county.
///
/// # Errors
/// [`NoSpread`] with the reason why nothing is said.
pub fn spread(
    table: &AreaTable,
    code: &str,
    weight: &str,
    year: u16,
    group_of: &BTreeMap<UnitCode, String>,
) -> Result<Spread, NoSpread> {
    let unfit = |why: String| NoSpread::Unfit { indicator: code.to_owned(), why };
    let row = table.row(code).map_err(|error| unfit(error.to_string()))?;
    let values = row.member_values(year);
    let (among, weights) = match row.measure.form {
        Form::NotAddable => return Err(NoSpread::NotAddable { indicator: code.to_owned() }),
        Form::Sum => (Among::Members, vec![Some(1.0); values.len()]),
        Form::Ratio | Form::Weighted => {
            let weights = table.row(weight).map_err(|error| unfit(error.to_string()))?;
            (Among::Inhabitants, weights.member_values(year))
        }
    };
    let with_weight = |(value, weight): (&Option<f64>, &Option<f64>)| value.filter(|_| weight.is_some());
    let values: Vec<Option<f64>> = values.iter().zip(&weights).map(with_weight).collect();
    let known = check(table, row, &values, year)?;
    let found = Measured { table, values: &values, weights: &weights };
    let nothing = || NoSpread::AllZero { indicator: code.to_owned(), year };
    let (strongest, weakest) = ends(table, row, &values).map_err(|error| unfit(error.to_string()))?.ok_or_else(nothing)?;
    let inequality = found.inequality(group_of).map_err(|error| unfit(error.to_string()))?.ok_or_else(nothing)?;
    let missing = values.len() - known;
    Ok(Spread { indicator: code.to_owned(), year, known, missing, among, inequality, strongest, weakest })
}

/// How many values are known, if they can be compared.
fn check(table: &AreaTable, row: &Row, values: &[Option<f64>], year: u16) -> Result<usize, NoSpread> {
    let indicator = || row.measure.code.clone();
    if row.measure.is_balance {
        return Err(NoSpread::Balance { indicator: indicator() });
    }
    let below = table.members().iter().zip(values).find(|(_, value)| value.is_some_and(|value| value < 0.0));
    if let Some((unit, _)) = below {
        return Err(NoSpread::BelowZero { indicator: indicator(), unit: unit.clone() });
    }
    let known = values.iter().flatten().count();
    if known < LEAST_MEMBERS {
        return Err(NoSpread::TooFew { indicator: indicator(), year, known });
    }
    Ok(known)
}

struct Measured<'a> {
    table: &'a AreaTable,
    values: &'a [Option<f64>],
    weights: &'a [Option<f64>],
}

impl Measured<'_> {
    /// All measures; `None` if all is 0.
    fn inequality(&self, group_of: &BTreeMap<UnitCode, String>) -> Result<Option<Inequality>, Error> {
        let named: Option<Vec<&String>> = self.table.members().iter().map(|member| group_of.get(member)).collect();
        let all: BTreeSet<&String> = named.iter().flatten().copied().collect();
        let place = |group: &&String| all.iter().position(|one| one == group).unwrap_or(0);
        let places = match &named {
            Some(named) => named.iter().map(place).collect(),
            None => vec![0; self.values.len()],
        };
        let (gini, theil) = (gini_weighted(self.values, self.weights)?, theil(self.values, self.weights, &places)?);
        let variation = coefficient_of_variation(self.values, Divisor::Population)?;
        let (Some(gini), Some(theil), Some(variation)) = (gini, theil, variation) else { return Ok(None) };
        let group = |found: miedza_statistics::inequality::GroupTheil| {
            let group = all.iter().nth(found.group)?;
            Some(GroupSpread { group: (*group).clone(), share: found.share, theil: found.theil })
        };
        let by_group = named.as_ref().map(|_| ByGroup {
            between: theil.between,
            within: theil.within,
            groups: theil.groups.into_iter().filter_map(group).collect(),
        });
        Ok(Some(Inequality { gini, theil: theil.total, by_group, variation }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::samples::{block_of, catalogue_of, code};

    fn table(rates: &[(&'static str, f64, f64)]) -> AreaTable {
        let catalogue =
            catalogue_of(&[("income", "economy", "income", "stimulant"), ("waste", "environment", "waste", "destimulant")]);
        let cells: Vec<_> = rates
            .iter()
            .flat_map(|(unit, rate, people)| {
                ["income", "waste", "places"]
                    .map(|id| (id, *unit, 2022, *rate))
                    .into_iter()
                    .chain([("people", *unit, 2022, *people)])
            })
            .collect();
        let units: Vec<UnitCode> = rates.iter().map(|rate| code(rate.0)).collect();
        AreaTable::new(&catalogue, &block_of(&catalogue, &cells), &units).expect("sound values")
    }

    fn counties() -> BTreeMap<UnitCode, String> {
        [("11", "1"), ("12", "1"), ("21", "2")].map(|(member, county)| (code(member), county.to_owned())).into()
    }

    #[test]
    fn inequality_is_as_worked_out_by_hand() {
        // Rates 2 and 6 with one inhabitant each, 4 with two: mean 4.
        let table = table(&[("11", 2.0, 1.0), ("12", 6.0, 1.0), ("21", 4.0, 2.0)]);

        let found = spread(&table, "income", "population", 2022, &counties()).expect("rates above 0");

        // Pairs of persons: 2–6 differ by 4, 2–4 twice by 2, 6–4 twice by 2: 12, each twice, over 2 · 16 · 4.
        assert!((found.inequality.gini - 24.0 / 128.0).abs() < 1e-12, "{}", found.inequality.gini);
        // Shares 1/8, 3/8, 1/2; both counties have the mean of 4.
        let theil = libm_log(0.5) / 8.0 + libm_log(1.5) * 3.0 / 8.0;
        assert!((found.inequality.theil - theil).abs() < 1e-12, "{}", found.inequality.theil);
        let by_group = found.inequality.by_group.clone().expect("all counties are known");
        assert!(by_group.between.abs() < 1e-12 && (by_group.within - theil).abs() < 1e-12);
        assert_eq!(by_group.groups.iter().map(|one| one.group.clone()).collect::<Vec<_>>(), ["1", "2"]);
        // The members' mean is 4, their squared deviations 4, 4, 0.
        assert!((found.inequality.variation - (8.0_f64 / 3.0).sqrt() / 4.0).abs() < 1e-12, "{}", found.inequality.variation);
        assert_eq!((found.strongest.unit, found.weakest.unit), (code("12"), code("11")));
        let waste = spread(&table, "waste", "population", 2022, &BTreeMap::new()).expect("rates above 0");
        assert_eq!((waste.strongest.unit, waste.weakest.unit, waste.inequality.by_group), (code("11"), code("12"), None));
    }

    /// Natural logarithms of the two numbers of the test, from a table: ln 0.5 and ln 1.5.
    fn libm_log(of: f64) -> f64 {
        if of < 1.0 { -std::f64::consts::LN_2 } else { 0.405_465_108_108_164_4 }
    }

    #[test]
    fn counts_are_compared_member_by_member() {
        let found =
            spread(&table(&[("11", 0.0, 9.0), ("12", 0.0, 1.0), ("21", 12.0, 5.0)]), "places", "population", 2022, &counties());

        let found = found.expect("counts");
        assert_eq!((found.among, found.known), (Among::Members, 3));
        assert!((found.inequality.gini - 2.0 / 3.0).abs() < 1e-12, "all with one of three");
    }

    #[test]
    fn what_cannot_be_compared_is_refused_with_the_reason() {
        let refused = |rates: &[(&'static str, f64, f64)], code: &str| {
            spread(&table(rates), code, "population", 2022, &counties()).expect_err("refused")
        };
        let all = |value| [("11", value, 1.0), ("12", value, 1.0), ("21", value, 1.0)];

        assert!(matches!(refused(&all(0.0), "income"), NoSpread::AllZero { year: 2022, .. }));
        assert!(matches!(refused(&all(-1.0), "income"), NoSpread::BelowZero { .. }));
        assert!(matches!(refused(&all(1.0)[..2], "income"), NoSpread::TooFew { known: 2, .. }));
        assert!(matches!(refused(&all(1.0), "nothing"), NoSpread::Unfit { .. }));
        let built_in = crate::diagnosis::samples::catalogue();
        let empty = AreaTable::new(&built_in, &block_of(&built_in, &[]), &[]).expect("nothing to refuse");
        let of = |indicator| spread(&empty, indicator, "population", 2020, &counties()).expect_err("refused");
        assert!(matches!(of("unemployment_rate"), NoSpread::NotAddable { .. }));
        assert!(matches!(of("natural_change_per_1000"), NoSpread::Balance { .. }));
    }
}
