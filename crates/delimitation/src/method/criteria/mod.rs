//! Units around cores that meet enough criteria of a list.
//!
//! Source: the practice of Polish functional areas of cities (miejskie obszary funkcjonalne), Śleszyński (2013),
//! *Delimitacja Miejskich Obszarów Funkcjonalnych stolic województw*. No list of criteria is built in, since thresholds
//! differ from one decision to the next; the list is a parameter. Steps:
//!
//! 1. Cores: a list, or units that meet a rule.
//! 2. Each other unit is judged against one core: the one most of its commuters go to, or the nearest ([`figures`]).
//! 3. Each criterion compares a figure with a threshold, as it is or as a part of the mean of country or region ([`judge`]).
//!    A missing figure is never passed, and it is told.
//! 4. A unit qualifies if it passes all mandatory criteria and reaches what is asked for: so many criteria, so many groups,
//!    so much weight. Where none of these is asked for and no criterion is mandatory, it must pass all.
//! 5. Units that do not touch their area are dropped and surrounded ones may be added, as for `functional_urban_area`.
//!
//! Cost: units times criteria, the flows once, and the neighbours once per round of the last step.

pub(super) mod figures;
mod judge;
mod list;

use miedza_territory::{UnitIx, UnitVec};
use serde::Serialize;

use super::cores::{CORE_MIN_JOB_RATIO, CORE_MIN_JOBS, CORES, CoreCodes, CoreRule, Cores, Found, parse_list};
use super::enclaves::{Rule, make_whole};
use super::parameter::{COUNT, HOUSE, Parameter, parameter};
use super::{Action, Figures, Input, Kind, Method, Note, Outcome, Reason, Settings, Step};
use crate::error::Error;

pub use figures::built_in_names;
pub use judge::{Judged, Judgements, Verdict};
pub use list::{Comparison, Criterion, Fault, ListError, RelativeTo, read};

const PRACTICE: &str = "practice of Polish functional areas of cities; Śleszyński (2013)";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    CORES,
    CORE_MIN_JOBS,
    CORE_MIN_JOB_RATIO,
    parameter("criteria", "", Kind::CriterionList)
        .means("the criteria, apart by semicolons, such as: density >= 75% of region group morphological", PRACTICE),
    parameter("min_criteria", "0", Kind::Count).means("how many criteria a unit must pass; 0 asks nothing", PRACTICE),
    parameter("min_groups", "0", Kind::Count).means("in how many groups a unit must pass; 0 asks nothing", PRACTICE),
    parameter("group_criteria", "1", Kind::Count).means("how many criteria of a group make it passed", HOUSE),
    parameter("min_weight", "0", COUNT).means("sum of weights of passed criteria that a unit needs; 0 asks nothing", HOUSE),
    parameter("mean", "of_units", Kind::Choice(&["of_units", "by_population"]))
        .means("how means of country and region are taken: each unit alike, or by inhabitants", HOUSE),
    parameter("region_digits", "2", Kind::Count)
        .means("how many first characters of a code name the region; 2 is the voivodeship of a Polish code", HOUSE),
    parameter("core_choice", "strongest", Kind::Choice(&["strongest", "nearest"]))
        .means("which core a unit is judged against: the one most of its commuters go to, or the nearest", HOUSE),
    parameter("exclaves", "true", Kind::Switch).means("whether units that do not touch their area are dropped", PRACTICE),
    parameter("enclaves", "false", Kind::Switch).means("whether units surrounded by one area are added", HOUSE),
    parameter("enclave_border_share", "1", Kind::Share).means("share of the border that surrounds an enclave", HOUSE),
];

/// How means of country and region are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mean {
    /// Each unit counts alike.
    #[default]
    OfUnits,
    /// Each unit counts by its inhabitants.
    ByPopulation,
}

/// The list of criteria and what is enough of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Codes of the units of each core; empty where the rule is to find them.
    pub cores: Vec<CoreCodes>,
    /// The rule for cores where none is listed.
    pub core_rule: CoreRule,
    /// The criteria.
    pub criteria: Vec<Criterion>,
    /// How many must be passed; 0 asks nothing.
    pub min_criteria: usize,
    /// In how many groups; 0 asks nothing.
    pub min_groups: usize,
    /// How many criteria of a group make it passed.
    pub group_criteria: usize,
    /// What the passed criteria must weigh; 0 asks nothing.
    pub min_weight: f64,
    /// How means are taken.
    pub mean: Mean,
    /// How many first characters of a code name the region.
    pub region_digits: usize,
    /// Whether a unit is judged against the nearest core, not the one most of its commuters go to.
    pub nearest_core: bool,
    /// Whether units that do not touch their area are dropped.
    pub exclaves: bool,
    /// Whether surrounded units are added.
    pub enclaves: bool,
    /// Share of the border that surrounds a unit, above 0, at most 1.
    pub enclave_border_share: f64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            cores: Vec::new(),
            core_rule: CoreRule::default(),
            criteria: Vec::new(),
            min_criteria: 0,
            min_groups: 0,
            group_criteria: 1,
            min_weight: 0.0,
            mean: Mean::OfUnits,
            region_digits: 2,
            nearest_core: false,
            exclaves: true,
            enclaves: false,
            enclave_border_share: 1.0,
        }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or a list cannot be read.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let many = |name| Ok::<usize, Error>(usize::try_from(settings.count(name)?).unwrap_or(usize::MAX));
        Ok(Self {
            cores: parse_list(settings.get("cores")?)?,
            core_rule: CoreRule {
                min_jobs: settings.number("core_min_jobs")?,
                min_job_ratio: settings.number("core_min_job_ratio")?,
                ..CoreRule::default()
            },
            criteria: read(settings.get("criteria")?)?,
            min_criteria: many("min_criteria")?,
            min_groups: many("min_groups")?,
            group_criteria: many("group_criteria")?.max(1),
            min_weight: settings.number("min_weight")?,
            mean: if settings.get("mean")? == "by_population" { Mean::ByPopulation } else { Mean::OfUnits },
            region_digits: many("region_digits")?,
            nearest_core: settings.get("core_choice")? == "nearest",
            exclaves: settings.switch("exclaves")?,
            enclaves: settings.switch("enclaves")?,
            enclave_border_share: settings.number("enclave_border_share")?,
        })
    }

    /// Whether a criterion makes no sense without persons who live and work in the same unit.
    #[must_use]
    pub fn needs_diagonal(&self) -> bool {
        self.resting_on_diagonal().next().is_some()
    }

    /// Names of the figures of criteria that make no sense without persons who live and work in the same unit.
    pub fn resting_on_diagonal(&self) -> impl Iterator<Item = &str> {
        let names = self.criteria.iter().map(|criterion| criterion.indicator.as_str());
        names.filter(|name| figures::BuiltIn::find(name).is_some_and(figures::BuiltIn::needs_diagonal))
    }

    fn check(&self, input: &Input<'_>) -> Result<(), Error> {
        if self.criteria.is_empty() {
            return Err(Error::NoCriteria);
        }
        let reachable =
            [("min_criteria", self.min_criteria, self.criteria.len()), ("min_groups", self.min_groups, self.groups())];
        if let Some((parameter, asked, there)) = reachable.into_iter().find(|(_, asked, there)| asked > there) {
            return Err(Error::OutOfReach { parameter, asked, there });
        }
        if self.nearest_core && input.seats.is_none() {
            return Err(Error::NeedsFigures { parameter: "core_choice", figures: "the seats" });
        }
        if self.mean == Mean::ByPopulation && input.population.is_none() {
            return Err(Error::NeedsFigures { parameter: "mean", figures: "the population" });
        }
        Ok(())
    }

    fn groups(&self) -> usize {
        let mut names: Vec<&str> = self.criteria.iter().map(|criterion| criterion.group.as_str()).collect();
        names.retain(|name| !name.is_empty());
        names.sort_unstable();
        names.dedup();
        names.len()
    }
}

/// The core that a unit is judged against.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Core {
    /// Its number; `None` where none could be told.
    number: Option<usize>,
    /// Persons who commute there.
    commuters: f64,
    /// Kilometres to it, where seats are known.
    distance_km: Option<f64>,
}

/// Puts units that meet enough criteria with their core; the others belong to no area.
///
/// The outcome holds each criterion on each unit, whether or not the unit qualifies.
///
/// ```
/// use miedza_delimitation::method::{Input, criteria::{Parameters, read, run}};
/// use miedza_territory::samples;
///
/// let flows = samples::two_towns();
/// let criteria = read("commuters_per_employed >= 50%; jobs_per_employed <= 0.4").unwrap();
/// let cores = vec![vec![samples::code("1")], vec![samples::code("4")]];
/// let outcome = run(&Input::new(&flows), &Parameters { cores, criteria, ..Parameters::default() }).unwrap();
///
/// assert_eq!(outcome.unassigned.len(), 1);
/// assert_eq!(outcome.judgements.unwrap().criteria.len(), 2);
/// ```
///
/// # Errors
/// [`Error`] if there are no criteria, a figure is unknown or not given, or cores are unknown or not found.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check(input)?;
    let cores = Cores::of(input, &parameters.cores, &parameters.core_rule)?;
    let against = figures::cores_of(input, &cores.groups, parameters.nearest_core);
    let judgements = judge::judge(input, parameters, &against, &cores.groups)?;
    let mut log = cores.log(input.flows);
    let is_core = cores.by_unit(input.flows.units().len());
    let profile = UnitVec::filled(is_core.len(), None);
    let mut found = Found { core_of: is_core.clone(), groups: cores.groups, profile, excluded: Vec::new() };
    for (unit, verdict) in judgements.units.enumerate().filter_map(|(unit, verdict)| verdict.as_ref().map(|known| (unit, known)))
    {
        let core = against[unit].number.filter(|_| verdict.qualifies);
        found.core_of[unit] = core;
        log.push(told(unit, verdict, against[unit].commuters));
    }
    let Parameters { exclaves, enclaves, enclave_border_share: border_share, .. } = *parameters;
    let rule = Rule { exclaves, enclaves, border_share };
    let note = make_whole(input.neighbours, rule, &is_core, &mut found, &mut log);
    let units = judgements.units.iter().flatten().filter(|verdict| verdict.unknown() > 0).count();
    let unknown = (units > 0).then_some(Note::CriteriaUnknown { units });
    Ok(Outcome {
        notes: note.into_iter().chain(unknown).collect(),
        profile: None,
        judgements: Some(judgements),
        steps: 1,
        ..found.outcome(Method::Criteria, log)
    })
}

fn told(unit: UnitIx, verdict: &Verdict, commuters: f64) -> Step {
    let figures = Figures { share: Some(verdict.passed_share()), persons: Some(commuters), ..Figures::default() };
    let (action, reason) = match (verdict.qualifies, verdict.core) {
        (true, Some(_)) => (Action::Joined, Reason::CriteriaMet),
        (true, None) => (Action::Unassigned, Reason::NoLink),
        (false, _) => (Action::Unassigned, Reason::CriteriaNotMet),
    };
    Step { to: verdict.core, reason, figures, ..Step::of(action, unit) }
}
