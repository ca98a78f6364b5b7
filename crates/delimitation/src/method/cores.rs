//! Cores: the units that others are tied to, given as a list or found by rule.
//!
//! Shared by `functional_urban_area` and `threshold`. A core is one unit or several that count as one. Which ring belongs
//! to a core is the methods' business.

use std::collections::BTreeSet;

use miedza_territory::{AreaVec, Flows, Partition, UnitCode, UnitIx, UnitVec};
use serde::Serialize;

use super::parameter::{COUNT, HOUSE, Parameter, parameter};
use super::step::{Action, Figures, Reason, Step};
use super::{Exclusion, Input, Kind, Method, Outcome, Tie};
use crate::error::Error;

/// Which units are cores.
pub(super) const CORES: Parameter = parameter("cores", "", Kind::UnitList)
    .means("codes of the cores, by commas; units of one core joined by +; without it cores are found by rule", HOUSE);
/// Jobs of a core found by rule.
pub(super) const CORE_MIN_JOBS: Parameter =
    parameter("core_min_jobs", "10000", COUNT).means("jobs that a core found by rule needs", HOUSE);
/// Jobs of a core found by rule, for each employed resident.
pub(super) const CORE_MIN_JOB_RATIO: Parameter =
    parameter("core_min_job_ratio", "1", COUNT).means("jobs for each employed resident that a core found by rule needs", HOUSE);

/// A core as it was given: codes of its units.
pub type CoreCodes = Vec<UnitCode>;

/// When a unit is a core; used where no core is given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CoreRule {
    /// Jobs that it needs, persons.
    pub min_jobs: f64,
    /// Jobs for each employed resident. In flows without a diagonal these are in-commuters for each out-commuter.
    pub min_job_ratio: f64,
    /// Inhabitants; 0 asks nothing.
    pub min_population: f64,
    /// Inhabitants per square kilometre; 0 asks nothing.
    pub min_density: f64,
    /// Whether units that touch and reach the density are one core, which meets the other figures as a whole.
    pub clusters: bool,
}

impl Default for CoreRule {
    fn default() -> Self {
        Self { min_jobs: 10_000.0, min_job_ratio: 1.0, min_population: 0.0, min_density: 0.0, clusters: false }
    }
}

/// Reads a list such as `146501,306401+306402`: cores apart by commas, semicolons or white space, units of one core joined
/// by `+`.
///
/// # Errors
/// [`Error::NotACode`] if a piece is no code.
pub fn parse_list(text: &str) -> Result<Vec<CoreCodes>, Error> {
    let code = |text: &str| {
        UnitCode::parse(text).map_err(|_| Error::NotACode { parameter: "cores", text: text.chars().take(80).collect() })
    };
    let separators = |letter: char| letter == ',' || letter == ';' || letter.is_whitespace();
    let cores = text.split(separators).filter(|core| !core.is_empty());
    cores.map(|core| core.split('+').map(code).collect()).collect()
}

/// Cores as unit numbers, each ascending, in the order of their smallest units, with the reason why they are cores.
pub(crate) struct Cores {
    /// The units of each core.
    pub groups: Vec<Vec<UnitIx>>,
    /// Listed or by rule.
    pub reason: Reason,
}

impl Cores {
    /// Takes the list, or the rule where the list is empty.
    pub fn of(input: &Input<'_>, listed: &[CoreCodes], rule: &CoreRule) -> Result<Self, Error> {
        if listed.is_empty() { Self::by_rule(input, rule) } else { Self::by_list(input, listed) }
    }

    fn by_list(input: &Input<'_>, listed: &[CoreCodes]) -> Result<Self, Error> {
        let units = input.flows.units();
        let mut seen = BTreeSet::new();
        let mut find = |code: &UnitCode| match units.find(code) {
            None => Err(Error::UnknownUnit { parameter: "cores", code: code.clone() }),
            Some(unit) if !seen.insert(unit) => Err(Error::UnitTwice { parameter: "cores", code: code.clone() }),
            Some(unit) => Ok(unit),
        };
        let mut groups = Vec::with_capacity(listed.len());
        for core in listed {
            let mut group = core.iter().map(&mut find).collect::<Result<Vec<_>, _>>()?;
            group.sort_unstable();
            groups.push(group);
        }
        groups.retain(|group| !group.is_empty());
        groups.sort_unstable();
        Ok(Self { groups, reason: Reason::Listed })
    }

    fn by_rule(input: &Input<'_>, rule: &CoreRule) -> Result<Self, Error> {
        if rule.min_population > 0.0 && input.population.is_none() {
            return Err(Error::NeedsFigures { parameter: "core_min_population", figures: "the population" });
        }
        if rule.min_density > 0.0 && (input.population.is_none() || input.area_km2.is_none()) {
            return Err(Error::NeedsFigures { parameter: "core_min_density", figures: "the population and area" });
        }
        let dense = input.flows.units().indices().filter(|&unit| rule.is_dense(input, unit));
        let mut groups = if rule.clusters { rule.joined(input, dense)? } else { dense.map(|unit| vec![unit]).collect() };
        groups.retain(|group| rule.is_met(input, group));
        if groups.is_empty() {
            return Err(Error::NoCore { min_jobs: rule.min_jobs, min_job_ratio: rule.min_job_ratio });
        }
        Ok(Self { groups, reason: Reason::MeetsCoreRule })
    }

    /// The number of the core of each core unit.
    pub fn by_unit(&self, units: usize) -> UnitVec<Option<usize>> {
        let mut core_of = UnitVec::filled(units, None);
        for (core, group) in self.groups.iter().enumerate() {
            for &unit in group {
                core_of[unit] = Some(core);
            }
        }
        core_of
    }

    /// One log entry per core unit, with its jobs.
    pub fn log(&self, flows: &Flows) -> Vec<Step> {
        let entry = |group: &[UnitIx], unit| {
            let figures = Figures { persons: Some(flows.jobs(unit)), ..Figures::default() };
            Step { to: Some(group[0]), reason: self.reason, figures, ..Step::of(Action::Core, unit) }
        };
        self.groups.iter().flat_map(|group| group.iter().map(|&unit| entry(group, unit))).collect()
    }
}

impl CoreRule {
    /// Whether a unit or several together have the jobs and the inhabitants.
    fn is_met(&self, input: &Input<'_>, group: &[UnitIx]) -> bool {
        let (residents, jobs) = group.iter().fold((0.0, 0.0), |(residents, jobs), &unit| {
            (residents + input.flows.residents(unit), jobs + input.flows.jobs(unit))
        });
        let many_jobs = jobs > 0.0 && jobs >= self.min_jobs;
        let drawing = residents <= 0.0 || jobs / residents >= self.min_job_ratio;
        let inhabitants = |&unit: &UnitIx| input.population.and_then(|figures| figures[unit]);
        let peopled = self.min_population <= 0.0 || group.iter().filter_map(inhabitants).sum::<f64>() >= self.min_population;
        many_jobs && drawing && peopled
    }

    fn is_dense(&self, input: &Input<'_>, unit: UnitIx) -> bool {
        let population = input.population.and_then(|figures| figures[unit]);
        let area = input.area_km2.and_then(|figures| figures[unit]).filter(|&area| area > 0.0);
        let density = population.zip(area).map(|(persons, km2)| persons / km2);
        self.min_density <= 0.0 || density.is_some_and(|density| density >= self.min_density)
    }

    /// Units that touch, as one group each, in the order of their smallest units.
    fn joined(&self, input: &Input<'_>, dense: impl Iterator<Item = UnitIx>) -> Result<Vec<Vec<UnitIx>>, Error> {
        let Some(neighbours) = input.neighbours else {
            return Err(Error::NeedsFigures { parameter: "core_clusters", figures: "the neighbours" });
        };
        if self.min_density <= 0.0 {
            let wanted = "above 0 where core_clusters is true".to_owned();
            return Err(Error::OutOfRange { parameter: "core_min_density", value: self.min_density, wanted });
        }
        let mut left: BTreeSet<UnitIx> = dense.collect();
        let mut groups = Vec::new();
        while let Some(first) = left.pop_first() {
            let mut group = vec![first];
            let mut next = 0;
            while let Some(&unit) = group.get(next) {
                next += 1;
                group.extend(neighbours.of(unit).iter().map(|contact| contact.unit).filter(|beside| left.remove(beside)));
            }
            group.sort_unstable();
            groups.push(group);
        }
        Ok(groups)
    }
}

/// Persons between one unit and each core, in scratch rows used again for each unit.
pub(crate) struct CoreFlows {
    persons: Vec<f64>,
    touched: Vec<usize>,
}

impl CoreFlows {
    /// Rows for so many cores.
    pub fn new(cores: usize) -> Self {
        Self { persons: vec![0.0; cores], touched: Vec::new() }
    }

    /// Sums the flows of one row by core: `(core, persons)`, ascending by core.
    pub fn gather(&mut self, core_of: &UnitVec<Option<usize>>, row: impl Iterator<Item = (UnitIx, f64)>) -> Vec<(usize, f64)> {
        for (other, persons) in row {
            if let Some(core) = core_of[other] {
                if self.persons[core] <= 0.0 {
                    self.touched.push(core);
                }
                self.persons[core] += persons;
            }
        }
        self.touched.sort_unstable();
        self.touched.drain(..).map(|core| (core, std::mem::take(&mut self.persons[core]))).collect()
    }
}

/// Cores with what was found around them.
pub(crate) struct Found {
    /// The core of each unit that belongs to one.
    pub core_of: UnitVec<Option<usize>>,
    /// Units of each core.
    pub groups: Vec<Vec<UnitIx>>,
    /// The strongest tie of each unit that is no core.
    pub profile: UnitVec<Option<Tie>>,
    /// Units that could not take part.
    pub excluded: Vec<Exclusion>,
}

impl Found {
    /// The outcome: areas named by core, the rest unassigned.
    pub fn outcome(self, method: Method, log: Vec<Step>) -> Outcome {
        let partition = Partition::from_labels(self.core_of.iter().copied());
        let excluded: Vec<Exclusion> =
            self.excluded.into_iter().filter(|exclusion| self.core_of[exclusion.unit].is_none()).collect();
        let number = |core: usize| u32::try_from(core + 1).expect("cores are fewer than units");
        let mut labels: UnitVec<Option<u32>> = self.core_of.iter().map(|core| Some(core.map_or(0, number))).collect();
        for exclusion in &excluded {
            labels[exclusion.unit] = None;
        }
        let mut cores = AreaVec::filled(partition.len(), Vec::new());
        for group in self.groups {
            let area = partition.area_of(group[0]).expect("a core unit belongs to its own area");
            cores[area] = group;
        }
        let unassigned = labels.enumerate().filter(|(_, label)| **label == Some(0)).map(|(unit, _)| unit).collect();
        let profile = Some(self.profile);
        Outcome { partition, labels, excluded, unassigned, cores, profile, ..Outcome::new(method, log) }
    }
}

/// A core that a unit is tied to, with the one that comes second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Strength {
    /// Number of the core.
    pub core: usize,
    /// Share compared with the threshold.
    pub share: f64,
    /// Persons behind it.
    pub persons: f64,
}

impl Strength {
    /// Larger share, then larger flow, then smaller core.
    pub fn beats(&self, other: &Self) -> bool {
        let order = self.share.total_cmp(&other.share).then(self.persons.total_cmp(&other.persons));
        order.then(other.core.cmp(&self.core)).is_gt()
    }
}

impl Strength {
    /// The tie, with the core by its smallest unit.
    pub fn tie(self, groups: &[Vec<UnitIx>]) -> Tie {
        Tie { core: groups[self.core][0], share: self.share, persons: self.persons }
    }
}

/// The strongest and the second of some strengths.
pub(crate) fn two_strongest(strengths: impl IntoIterator<Item = Strength>) -> Option<(Strength, Option<Strength>)> {
    let mut ranking: Option<(Strength, Option<Strength>)> = None;
    for strength in strengths {
        ranking = Some(match ranking {
            None => (strength, None),
            Some((best, _)) if strength.beats(&best) => (strength, Some(best)),
            Some((best, second)) => (best, Some(second.filter(|second| !strength.beats(second)).unwrap_or(strength))),
        });
    }
    ranking
}

/// Share and persons of a strength, and the core that comes second, for the log.
pub(crate) fn figures(best: Strength, second: Option<Strength>, groups: &[Vec<UnitIx>]) -> Figures {
    Figures {
        share: Some(best.share),
        persons: Some(best.persons),
        runner_up: second.map(|second| groups[second.core][0]),
        runner_up_share: second.map(|second| second.share),
        ..Figures::default()
    }
}
