//! Each criterion on each unit: value, threshold, passed or not, and by how much; then whether the unit qualifies.
//!
//! A figure that is missing makes a criterion unknown: it is not passed, and it is told apart from one that failed.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{UnitIx, UnitVec, count};
use serde::Serialize;

use super::list::{Criterion, RelativeTo};
use super::{Core, Mean, Parameters};
use crate::error::Error;
use crate::method::Input;

/// Each criterion on each unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgements {
    /// The criteria, in the order of the list.
    pub criteria: Vec<Criterion>,
    /// What each unit came to; `None` for the units of cores, of which nothing is asked.
    pub units: UnitVec<Option<Verdict>>,
}

/// What one unit came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// The smallest unit of the core that it was judged against; `None` where no core could be told.
    pub core: Option<UnitIx>,
    /// One entry per criterion.
    pub results: Vec<Judged>,
    /// How many criteria it passes.
    pub passed: usize,
    /// How many groups it passes.
    pub groups: usize,
    /// Sum of the weights of criteria that it passes.
    pub weight: f64,
    /// Whether that is enough.
    pub qualifies: bool,
}

/// One criterion on one unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// The figure; `None` if it is not known.
    pub value: Option<f64>,
    /// The threshold in the unit of the figure; `None` where the mean that it is a part of is not known.
    pub threshold: Option<f64>,
    /// Whether it is passed; `None` where that is not known.
    pub passed: Option<bool>,
    /// How far the figure is on the right side of the threshold, below 0 on the wrong side.
    pub margin: Option<f64>,
}

/// Judges all units that are not in a core.
pub(super) fn judge(
    input: &Input<'_>,
    parameters: &Parameters,
    against: &UnitVec<Core>,
    groups: &[Vec<UnitIx>],
) -> Result<Judgements, Error> {
    let columns: Vec<Column> = parameters
        .criteria
        .iter()
        .map(|criterion| Column::of(input, parameters, criterion, against))
        .collect::<Result<_, _>>()?;
    let in_core: BTreeSet<UnitIx> = groups.iter().flatten().copied().collect();
    let verdict = |unit: UnitIx| {
        let results: Vec<Judged> = columns.iter().map(|column| column.judged(unit)).collect();
        let core = against[unit].number.map(|core| groups[core][0]);
        Verdict { core, ..parameters.verdict(results) }
    };
    let units = input.flows.units().indices().map(|unit| (!in_core.contains(&unit)).then(|| verdict(unit))).collect();
    Ok(Judgements { criteria: parameters.criteria.clone(), units })
}

/// One criterion with the figures and thresholds of all units.
struct Column<'a> {
    criterion: &'a Criterion,
    values: UnitVec<Option<f64>>,
    thresholds: UnitVec<Option<f64>>,
}

impl<'a> Column<'a> {
    fn of(input: &Input<'_>, parameters: &Parameters, criterion: &'a Criterion, against: &UnitVec<Core>) -> Result<Self, Error> {
        let values = super::figures::values(input, &criterion.indicator, against)?;
        let means = means(input, parameters, criterion.relative_to, &values);
        let thresholds = match means {
            None => UnitVec::filled(values.len(), Some(criterion.threshold)),
            Some(means) => means.iter().map(|mean| mean.map(|mean| criterion.threshold * mean)).collect(),
        };
        Ok(Self { criterion, values, thresholds })
    }

    fn judged(&self, unit: UnitIx) -> Judged {
        let (value, threshold) = (self.values[unit], self.thresholds[unit]);
        let both = value.zip(threshold);
        let comparison = self.criterion.comparison;
        Judged {
            value,
            threshold,
            passed: both.map(|(value, threshold)| comparison.holds(value, threshold)),
            margin: both.map(|(value, threshold)| comparison.margin(value, threshold)),
        }
    }
}

/// The mean that each unit is compared with; `None` for an absolute threshold.
fn means(
    input: &Input<'_>,
    parameters: &Parameters,
    relative_to: RelativeTo,
    values: &UnitVec<Option<f64>>,
) -> Option<UnitVec<Option<f64>>> {
    let region = |unit: UnitIx| match relative_to {
        RelativeTo::RegionMean => region(input, parameters, unit),
        _ => Some(String::new()),
    };
    if relative_to == RelativeTo::Absolute {
        return None;
    }
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for (unit, value) in values.enumerate() {
        let weight = match parameters.mean {
            Mean::OfUnits => Some(1.0),
            Mean::ByPopulation => input.population.and_then(|figures| figures[unit]),
        };
        if let (Some(region), Some(value), Some(weight)) = (region(unit), *value, weight) {
            let sum = sums.entry(region).or_default();
            *sum = (sum.0 + value * weight, sum.1 + weight);
        }
    }
    let mean = |unit: UnitIx| region(unit).and_then(|name| sums.get(&name)).filter(|sum| sum.1 > 0.0).map(|sum| sum.0 / sum.1);
    Some(values.indices().map(mean).collect())
}

fn region(input: &Input<'_>, parameters: &Parameters, unit: UnitIx) -> Option<String> {
    match input.regions {
        Some(regions) => regions[unit].clone(),
        None => Some(input.flows.units().code(unit).as_str().chars().take(parameters.region_digits).collect()),
    }
}

impl Parameters {
    /// Whether results are enough, with the sums behind it.
    fn verdict(&self, results: Vec<Judged>) -> Verdict {
        let judged = || self.criteria.iter().zip(&results);
        let is_passed = |judged: &Judged| judged.passed == Some(true);
        let passed = results.iter().filter(|judged| is_passed(judged)).count();
        let weight = judged().filter(|(_, judged)| is_passed(judged)).fold(0.0, |sum, (criterion, _)| sum + criterion.weight);
        let mut by_group: BTreeMap<&str, usize> = BTreeMap::new();
        for (criterion, _) in judged().filter(|(criterion, judged)| !criterion.group.is_empty() && is_passed(judged)) {
            *by_group.entry(&criterion.group).or_default() += 1;
        }
        let groups = by_group.values().filter(|&&passed| passed >= self.group_criteria).count();
        let mandatory = judged().all(|(criterion, judged)| !criterion.mandatory || is_passed(judged));
        let qualifies = mandatory && self.is_enough(passed, groups, weight);
        Verdict { core: None, results, passed, groups, weight, qualifies }
    }

    /// Whether all that is asked for is reached; all criteria where nothing else is asked for.
    fn is_enough(&self, passed: usize, groups: usize, weight: f64) -> bool {
        let asks_nothing = self.min_criteria == 0 && self.min_groups == 0 && self.min_weight <= 0.0;
        if asks_nothing && !self.criteria.iter().any(|criterion| criterion.mandatory) {
            return passed == self.criteria.len();
        }
        passed >= self.min_criteria && groups >= self.min_groups && weight >= self.min_weight
    }
}

impl Verdict {
    /// How many criteria could not be judged.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.results.iter().filter(|judged| judged.passed.is_none()).count()
    }

    /// Share of criteria that are passed, 0 to 1.
    #[must_use]
    pub fn passed_share(&self) -> f64 {
        count(self.passed) / count(self.results.len())
    }
}
