//! Rings around cores by a share of commuters.
//!
//! No single source: the rule of most national delimitations, with the denominators in use (section 5.1 of the design;
//! two-sided after Statistics Canada's census metropolitan areas). Steps:
//!
//! 1. Cores: a list, or units that meet a rule. In flows without a diagonal the rule compares in-commuters with
//!    out-commuters, since nobody else is in the matrix.
//! 2. For each unit the share that ties it to each core; largest share, then larger flow, then smaller core.
//! 3. Units that reach the share belong to the ring; with `cascading` they count as core for the next round.
//!
//! The profile of the outcome holds the largest share of every unit, so that any other threshold is a filter of it. Units
//! that reach nothing belong to no area. Cost: the flows once per round.

use miedza_territory::{UnitIx, UnitVec};
use serde::Serialize;

use super::cores::{
    CORE_MIN_JOB_RATIO, CORE_MIN_JOBS, CORES, CoreCodes, CoreFlows, CoreRule, Cores, Found, Strength, figures, parse_list,
    two_strongest,
};
use super::parameter::{COUNT, HOUSE, Parameter, Preset, parameter};
use super::{Action, Exclusion, Input, Kind, Method, Outcome, Reason, Settings, Step};
use crate::error::Error;

const CANADA: &str = "Statistics Canada, census metropolitan areas";

/// Named rules. Other countries' rules are single shares; only this one has several figures that belong together.
pub(super) const PRESETS: &[Preset] =
    &[("cma_canada", &[("denominator", "two_sided"), ("share", "0.5"), ("reverse_share", "0.25"), ("min_commuters", "100")])];

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("preset", "", Kind::Choice(&["cma_canada"])).means(
        "a named rule; single figures that are set as well come before it. cma_canada: half of the employed residents work in the core, or a quarter of the jobs are held from there, by at least 100 commuters",
        CANADA,
    ),
    CORES,
    CORE_MIN_JOBS,
    CORE_MIN_JOB_RATIO,
    parameter("share", "0.15", Kind::Share).means("share from which a unit belongs to a core; usual values 0.10 to 0.30", HOUSE),
    parameter(
        "denominator",
        "employed_residents",
        Kind::Choice(&["employed_residents", "out_commuters", "interchange", "two_sided", "working_age"]),
    )
    .means("what the commuters to the core are a share of", HOUSE),
    parameter("reverse_share", "0.25", Kind::Share).means(
        "two_sided only: share of a unit's jobs held by residents of the core that is enough as well",
        CANADA,
    ),
    parameter("min_commuters", "0", COUNT).means(
        "persons between unit and core below which a share does not count",
        "Statistics Canada, census metropolitan areas (100)",
    ),
    parameter("cascading", "false", Kind::Switch).means("whether units of the ring count as core for a further ring", HOUSE),
];

/// What the commuters to a core are a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    /// All employed residents of the unit.
    #[default]
    EmployedResidents,
    /// Employed residents who leave the unit for work; the only one that flows without a diagonal allow.
    OutCommuters,
    /// Commuters both ways over the employed residents of the smaller side.
    Interchange,
    /// Employed residents, or, the other way, jobs of the unit held by residents of the core.
    TwoSided,
    /// Inhabitants of working age: the share is per person, 0.05 is 50 per 1,000.
    WorkingAge,
}

/// What makes a core and what belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Codes of the units of each core; empty where the rule is to find them.
    pub cores: Vec<CoreCodes>,
    /// The rule for cores where none is listed.
    pub core_rule: CoreRule,
    /// Share from which a unit belongs to a core, above 0, at most 1.
    pub share: f64,
    /// What it is a share of.
    pub denominator: Denominator,
    /// Two-sided only: share of the unit's jobs that is enough the other way, above 0, at most 1.
    pub reverse_share: f64,
    /// Persons below which a share does not count.
    pub min_commuters: f64,
    /// Whether the ring counts as core for a further ring.
    pub cascading: bool,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            cores: Vec::new(),
            core_rule: CoreRule::default(),
            share: 0.15,
            denominator: Denominator::EmployedResidents,
            reverse_share: 0.25,
            min_commuters: 0.0,
            cascading: false,
        }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or the list of cores cannot be read.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let denominator = match settings.get("denominator")? {
            "out_commuters" => Denominator::OutCommuters,
            "interchange" => Denominator::Interchange,
            "two_sided" => Denominator::TwoSided,
            "working_age" => Denominator::WorkingAge,
            _ => Denominator::EmployedResidents,
        };
        Ok(Self {
            cores: parse_list(settings.get("cores")?)?,
            core_rule: CoreRule {
                min_jobs: settings.number("core_min_jobs")?,
                min_job_ratio: settings.number("core_min_job_ratio")?,
                ..CoreRule::default()
            },
            share: settings.number("share")?,
            denominator,
            reverse_share: settings.number("reverse_share")?,
            min_commuters: settings.number("min_commuters")?,
            cascading: settings.switch("cascading")?,
        })
    }

    /// Checks that shares are shares.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        let shares = [("share", self.share), ("reverse_share", self.reverse_share)];
        match shares.into_iter().find(|(_, share)| !(*share > 0.0 && *share <= 1.0)) {
            Some((parameter, value)) => Err(Error::OutOfRange { parameter, value, wanted: "above 0 and at most 1".to_owned() }),
            None => Ok(()),
        }
    }
}

/// Makes rings around cores.
///
/// ```
/// use miedza_delimitation::method::{Input, threshold::{Parameters, run}};
/// use miedza_territory::samples;
///
/// let flows = samples::two_towns();
/// let parameters = Parameters { cores: vec![vec![samples::code("1")]], share: 0.3, ..Parameters::default() };
/// let outcome = run(&Input::new(&flows), &parameters).unwrap();
///
/// assert_eq!(outcome.partition.members(outcome.partition.areas().next().unwrap()).len(), 4);
/// ```
///
/// # Errors
/// [`Error`] if a core is unknown or named twice, none is found, or the denominator needs figures that are not there.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    if parameters.denominator == Denominator::WorkingAge && input.working_age.is_none() {
        return Err(Error::NeedsFigures { parameter: "denominator", figures: "the population of working age" });
    }
    let cores = Cores::of(input, &parameters.cores, &parameters.core_rule)?;
    let mut log = cores.log(input.flows);
    let mut rings = Rings::around(cores, input, parameters);
    let mut rounds = 1;
    while rings.grow(&mut log) && parameters.cascading {
        rounds += 1;
        rings.is_first_round = false;
    }
    rings.close(&mut log);
    Ok(Outcome { steps: rounds, ..rings.found.outcome(Method::Threshold, log) })
}

/// A unit that waits, with what speaks for the strongest core.
struct Verdict {
    step: Step,
    core: Option<usize>,
}

struct Rings<'a> {
    input: &'a Input<'a>,
    parameters: &'a Parameters,
    found: Found,
    residents: Vec<f64>,
    rows: CoreFlows,
    waiting: Vec<UnitIx>,
    is_first_round: bool,
    refused: Vec<Step>,
}

impl<'a> Rings<'a> {
    fn around(cores: Cores, input: &'a Input<'a>, parameters: &'a Parameters) -> Self {
        let units = input.flows.units();
        let core_of = cores.by_unit(units.len());
        let sum = |group: &Vec<UnitIx>| group.iter().map(|&unit| input.flows.residents(unit)).sum();
        let waiting = units.indices().filter(|&unit| core_of[unit].is_none()).collect();
        Self {
            input,
            parameters,
            residents: cores.groups.iter().map(sum).collect(),
            rows: CoreFlows::new(cores.groups.len()),
            found: Found { core_of, groups: cores.groups, profile: UnitVec::filled(units.len(), None), excluded: Vec::new() },
            waiting,
            is_first_round: true,
            refused: Vec::new(),
        }
    }

    /// One round: all that reach the share join at once; tells whether any did.
    fn grow(&mut self, log: &mut Vec<Step>) -> bool {
        let waiting = std::mem::take(&mut self.waiting);
        let verdicts: Vec<Verdict> = waiting.into_iter().map(|unit| self.judge(unit)).collect();
        self.refused.clear();
        let before = log.len();
        for Verdict { step, core } in verdicts {
            if let Some(core) = core {
                self.found.core_of[step.unit] = Some(core);
                self.residents[core] += self.input.flows.residents(step.unit);
                log.push(step);
            } else {
                self.waiting.push(step.unit);
                self.refused.push(step);
            }
        }
        log.len() > before
    }

    /// Tells of those that belong to no core.
    fn close(&mut self, log: &mut Vec<Step>) {
        for step in std::mem::take(&mut self.refused) {
            if step.action == Action::Excluded {
                self.found.excluded.push(Exclusion { unit: step.unit, reason: step.reason });
            }
            log.push(step);
        }
    }

    fn judge(&mut self, unit: UnitIx) -> Verdict {
        let ties = self.ties(unit);
        if self.is_first_round {
            let strongest = two_strongest(ties.iter().map(|tie| tie.strength));
            self.found.profile[unit] = strongest.map(|(best, _)| best.tie(&self.found.groups));
        }
        let passing = ties.iter().filter(|tie| tie.passes);
        if let Some((best, second)) = two_strongest(passing.map(|tie| tie.strength)) {
            let reversed = ties.iter().any(|tie| tie.strength == best && tie.reversed);
            let reason = if reversed { Reason::ReverseShareReached } else { Reason::ShareReached };
            return Verdict {
                step: self.step(Step { reason, ..Step::of(Action::Joined, unit) }, best, second),
                core: Some(best.core),
            };
        }
        let step = match two_strongest(ties.iter().map(|tie| tie.strength)) {
            Some((best, second)) => {
                let step = Step { reason: Reason::BelowThreshold, ..Step::of(Action::Unassigned, unit) };
                self.step(step, best, second)
            }
            None => self.without_tie(unit),
        };
        Verdict { step, core: None }
    }

    fn step(&self, step: Step, best: Strength, second: Option<Strength>) -> Step {
        let groups = &self.found.groups;
        Step { to: Some(groups[best.core][0]), figures: figures(best, second, groups), ..step }
    }

    fn without_tie(&self, unit: UnitIx) -> Step {
        let flows = self.input.flows;
        let (action, reason) = if flows.residents(unit) <= 0.0 {
            (Action::Excluded, Reason::NoResidents)
        } else if self.denominator(unit).is_none() {
            (Action::Unassigned, Reason::NoDenominator)
        } else {
            (Action::Unassigned, Reason::NoLink)
        };
        Step { reason, ..Step::of(action, unit) }
    }

    /// What commuters to a core are a share of; `None` if it is 0 or not known. For interchange the unit's own side.
    fn denominator(&self, unit: UnitIx) -> Option<f64> {
        let flows = self.input.flows;
        let figure = match self.parameters.denominator {
            Denominator::OutCommuters => flows.residents(unit) - flows.internal(unit),
            Denominator::WorkingAge => self.input.working_age.and_then(|figures| figures[unit])?,
            _ => flows.residents(unit),
        };
        (figure > 0.0).then_some(figure)
    }

    /// How each core ties the unit, ascending by core.
    fn ties(&mut self, unit: UnitIx) -> Vec<CoreTie> {
        let flows = self.input.flows;
        let out = self.rows.gather(&self.found.core_of, flows.leaving(unit));
        let two_ways = matches!(self.parameters.denominator, Denominator::Interchange | Denominator::TwoSided);
        let back = if two_ways { self.rows.gather(&self.found.core_of, flows.arriving(unit)) } else { Vec::new() };
        let pairs = both_ways(&out, &back);
        pairs.into_iter().filter_map(|(core, out, back)| self.tie(unit, core, (out, back))).collect()
    }

    fn tie(&self, unit: UnitIx, core: usize, (out, back): (f64, f64)) -> Option<CoreTie> {
        let denominator = self.denominator(unit);
        let forward = |persons: f64, whole: f64| {
            let strength = Strength { core, share: persons / whole, persons };
            CoreTie { strength, passes: self.passes(strength, self.parameters.share), reversed: false }
        };
        match self.parameters.denominator {
            Denominator::Interchange => {
                let smaller = denominator?.min(self.residents[core]);
                (smaller > 0.0).then(|| forward(out + back, smaller))
            }
            Denominator::TwoSided => {
                let jobs = self.input.flows.jobs(unit);
                let backward = (jobs > 0.0 && back > 0.0).then(|| {
                    let strength = Strength { core, share: back / jobs, persons: back };
                    CoreTie { strength, passes: self.passes(strength, self.parameters.reverse_share), reversed: true }
                });
                let onward = denominator.filter(|_| out > 0.0).map(|whole| forward(out, whole));
                stronger(onward, backward)
            }
            _ => denominator.map(|whole| forward(out, whole)),
        }
    }

    fn passes(&self, strength: Strength, share: f64) -> bool {
        strength.share >= share && strength.persons >= self.parameters.min_commuters
    }
}

#[derive(Clone, Copy)]
struct CoreTie {
    strength: Strength,
    passes: bool,
    reversed: bool,
}

/// Of two directions the one that passes; the larger share if both or neither do, the way out on a tie.
fn stronger(onward: Option<CoreTie>, backward: Option<CoreTie>) -> Option<CoreTie> {
    match (onward, backward) {
        (Some(onward), Some(backward)) => {
            let rank = |tie: CoreTie| (tie.passes, tie.strength.share);
            Some(if rank(backward) > rank(onward) { backward } else { onward })
        }
        (one, other) => one.or(other),
    }
}

/// Joins two ascending lists of `(core, persons)`.
fn both_ways(out: &[(usize, f64)], back: &[(usize, f64)]) -> Vec<(usize, f64, f64)> {
    let mut cores: Vec<usize> = out.iter().chain(back).map(|&(core, _)| core).collect();
    cores.sort_unstable();
    cores.dedup();
    let persons = |list: &[(usize, f64)], core: usize| {
        list.binary_search_by_key(&core, |&(core, _)| core).map_or(0.0, |position| list[position].1)
    };
    cores.into_iter().map(|core| (core, persons(out, core), persons(back, core))).collect()
}
