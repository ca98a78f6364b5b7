//! EU–OECD functional urban areas: cities with the municipalities whose residents work in them.
//!
//! Source: Dijkstra & Poelman (2012), *Cities in Europe: the new OECD-EC definition*; Dijkstra, Poelman & Veneri (2019),
//! *The EU-OECD definition of a functional urban area*. Steps:
//!
//! 1. Cities: a list; else, where a population grid is given, the units that live in its urban centres ([`centres`]); else
//!    units that meet a rule.
//! 2. Cities that are tied are one ([`cities`]): at least 15 % of the employed residents of one work in the other. One
//!    round on the original cities, unless `merge_iterated`.
//! 3. A unit with at least 15 % of its employed residents working in a city belongs to the zone of that city; if several,
//!    to the one with the largest share, then the larger flow, then the smaller code.
//! 4. Zone units that do not touch the area are dropped, surrounded units are added, in this order, until nothing changes
//!    ([`enclaves`](super)).
//!
//! Cost: the flows once, and the neighbours once per round of the last step.

mod centres;
mod cities;
pub mod grid;

use miedza_territory::{UnitIx, UnitVec};
use serde::Serialize;

use self::cities::merge;
use super::cores::{
    CORE_MIN_JOB_RATIO, CORE_MIN_JOBS, CORES, CoreCodes, CoreFlows, CoreRule, Cores, Found, Strength, figures, parse_list,
    two_strongest,
};
use super::enclaves::{Rule, make_whole};
use super::parameter::{COUNT, HOUSE, Parameter, parameter};
use super::{Action, Exclusion, Input, Kind, Method, Note, Outcome, Reason, Settings, Step};
use crate::error::Error;

const OECD: &str = "Dijkstra, Poelman & Veneri (2019)";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    CORES,
    CORE_MIN_JOBS,
    CORE_MIN_JOB_RATIO,
    parameter("core_min_population", "0", COUNT)
        .means("inhabitants that a core found by rule needs; 0 asks nothing, the European definition asks 50000", OECD),
    parameter("core_min_density", "0", COUNT).means(
        "inhabitants per square kilometre that a core found by rule needs; 0 asks nothing, the European definition asks 1500",
        OECD,
    ),
    parameter("core_clusters", "false", Kind::Switch).means(
        "whether units that touch and reach core_min_density are one core, and its other figures are taken together",
        HOUSE,
    ),
    parameter("grid_density", "1500", COUNT)
        .means("inhabitants of a square kilometre of the population grid from which it can belong to an urban centre", OECD),
    parameter("grid_population", "50000", COUNT).means("inhabitants that an urban centre of the population grid needs", OECD),
    parameter("city_share", "0.5", Kind::Share)
        .means("share of the inhabitants of a unit who live in an urban centre of the grid, for it to be a city", OECD),
    parameter("commuting", "0.15", Kind::Share).means("share of employed residents who work in the city, for its zone", OECD),
    parameter("merge", "0.15", Kind::Share)
        .means("share of a city's employed residents who work in another city, for the two to be one", OECD),
    parameter("merge_iterated", "false", Kind::Switch).means("whether merged cities are compared again", HOUSE),
    parameter("exclaves", "true", Kind::Switch).means("whether zone units that do not touch the area are dropped", OECD),
    parameter("enclaves", "true", Kind::Switch).means("whether units surrounded by one area are added", OECD),
    parameter("enclave_border_share", "1", Kind::Share).means("share of the border that surrounds an enclave", OECD),
];

/// What makes a city and what belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Codes of the units of each city; empty where the rule is to find them.
    pub cores: Vec<CoreCodes>,
    /// The rule for cities where none is listed.
    pub core_rule: CoreRule,
    /// Inhabitants of a square kilometre of the grid, from which it can belong to an urban centre, above 0.
    pub grid_density: f64,
    /// Inhabitants that an urban centre of the grid needs.
    pub grid_population: f64,
    /// Share of the inhabitants of a unit who live in an urban centre, for it to be a city, above 0, at most 1.
    pub city_share: f64,
    /// Share of employed residents who work in the city, for its zone, 0 to 1.
    pub commuting: f64,
    /// Share of a city's employed residents who work in another, for the two to be one, 0 to 1.
    pub merge: f64,
    /// Whether merged cities are compared again.
    pub merge_iterated: bool,
    /// Whether zone units that do not touch the area are dropped.
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
            grid_density: 1_500.0,
            grid_population: 50_000.0,
            city_share: 0.5,
            commuting: 0.15,
            merge: 0.15,
            merge_iterated: false,
            exclaves: true,
            enclaves: true,
            enclave_border_share: 1.0,
        }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or the list of cores cannot be read.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        Ok(Self {
            cores: parse_list(settings.get("cores")?)?,
            core_rule: CoreRule {
                min_jobs: settings.number("core_min_jobs")?,
                min_job_ratio: settings.number("core_min_job_ratio")?,
                min_population: settings.number("core_min_population")?,
                min_density: settings.number("core_min_density")?,
                clusters: settings.switch("core_clusters")?,
            },
            grid_density: settings.number("grid_density")?,
            grid_population: settings.number("grid_population")?,
            city_share: settings.number("city_share")?,
            commuting: settings.number("commuting")?,
            merge: settings.number("merge")?,
            merge_iterated: settings.switch("merge_iterated")?,
            exclaves: settings.switch("exclaves")?,
            enclaves: settings.switch("enclaves")?,
            enclave_border_share: settings.number("enclave_border_share")?,
        })
    }

    /// Checks that shares are shares and that an urban centre has inhabitants.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        if self.grid_density <= 0.0 {
            let wanted = "above 0".to_owned();
            return Err(Error::OutOfRange { parameter: "grid_density", value: self.grid_density, wanted });
        }
        let shares = [
            ("city_share", self.city_share),
            ("commuting", self.commuting),
            ("merge", self.merge),
            ("enclave_border_share", self.enclave_border_share),
        ];
        match shares.into_iter().find(|(_, share)| !(*share > 0.0 && *share <= 1.0)) {
            Some((parameter, value)) => Err(Error::OutOfRange { parameter, value, wanted: "above 0 and at most 1".to_owned() }),
            None => Ok(()),
        }
    }
}

/// Makes functional urban areas. Units below the threshold belong to no area.
///
/// ```
/// use miedza_delimitation::method::{Input, functional_urban_area::{Parameters, run}};
/// use miedza_territory::samples;
///
/// let flows = samples::two_towns();
/// let parameters = Parameters { cores: vec![vec![samples::code("1")], vec![samples::code("4")]], ..Parameters::default() };
/// let outcome = run(&Input::new(&flows), &parameters).unwrap();
///
/// assert_eq!(outcome.partition.len(), 2);
/// ```
///
/// # Errors
/// [`Error`] if a core is unknown or named twice, none is found, or the rule asks for figures that are not there.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    let (cores, mut log, without_city) = cores(input, parameters)?;
    let cities = merge(cores, input.flows, parameters, &mut log);
    let is_core = cities.by_unit(input.flows.units().len());
    let mut found = zones(input, cities, parameters.commuting, &mut log);
    let Parameters { exclaves, enclaves, enclave_border_share: border_share, .. } = *parameters;
    let rule = Rule { exclaves, enclaves, border_share };
    let note = make_whole(input.neighbours, rule, &is_core, &mut found, &mut log);
    Ok(Outcome { notes: without_city.into_iter().chain(note).collect(), ..found.outcome(Method::FunctionalUrbanArea, log) })
}

/// Step 1: the list; without one the grid; without both the rule.
fn cores(input: &Input<'_>, parameters: &Parameters) -> Result<(Cores, Vec<Step>, Option<Note>), Error> {
    if let Some(grid) = input.grid.filter(|_| parameters.cores.is_empty()) {
        let Parameters { grid_density: density, grid_population: population, city_share, .. } = *parameters;
        return centres::cities(grid, input.flows.units().len(), centres::Rule { density, population, city_share });
    }
    let cores = Cores::of(input, &parameters.cores, &parameters.core_rule)?;
    let log = cores.log(input.flows);
    Ok((cores, log, None))
}

/// Step 3: each unit that is no city to the zone of the city it is tied to most, if the share is reached.
fn zones(input: &Input<'_>, cities: Cores, threshold: f64, log: &mut Vec<Step>) -> Found {
    let units = input.flows.units();
    let core_of = cities.by_unit(units.len());
    let mut rows = CoreFlows::new(cities.groups.len());
    let mut found = Found {
        core_of: core_of.clone(),
        profile: UnitVec::filled(units.len(), None),
        excluded: Vec::new(),
        groups: cities.groups,
    };
    for unit in units.indices().filter(|&unit| core_of[unit].is_none()) {
        let residents = input.flows.residents(unit);
        if residents <= 0.0 {
            let reason = Reason::NoResidents;
            found.excluded.push(Exclusion { unit, reason });
            log.push(Step { reason, ..Step::of(Action::Excluded, unit) });
            continue;
        }
        let persons = rows.gather(&core_of, input.flows.leaving(unit));
        let strengths = persons.into_iter().map(|(core, persons)| Strength { core, share: persons / residents, persons });
        log.push(decide(unit, two_strongest(strengths), threshold, &mut found));
    }
    found
}

fn decide(unit: UnitIx, ties: Option<(Strength, Option<Strength>)>, threshold: f64, found: &mut Found) -> Step {
    let Some((best, second)) = ties else {
        return Step { reason: Reason::NoLink, ..Step::of(Action::Unassigned, unit) };
    };
    found.profile[unit] = Some(best.tie(&found.groups));
    let figures = figures(best, second, &found.groups);
    let to = Some(found.groups[best.core][0]);
    if best.share >= threshold {
        found.core_of[unit] = Some(best.core);
        Step { to, figures, reason: Reason::ShareReached, ..Step::of(Action::Joined, unit) }
    } else {
        Step { to, figures, reason: Reason::BelowThreshold, ..Step::of(Action::Unassigned, unit) }
    }
}
