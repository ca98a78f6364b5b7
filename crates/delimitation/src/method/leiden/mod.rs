//! Areas that exchange more commuters inside than expected: modularity, CPM and null models with distance, by Leiden.
//!
//! Sources: Traag, Waltman & van Eck (2019), *From Louvain to Leiden: guaranteeing well-connected communities*; Leicht &
//! Newman (2008), *Community structure in directed networks*; Traag, Van Dooren & Nesterov (2011), *Narrow scope for
//! resolution-limit-free community detection* (CPM); Expert et al. (2011) for [`spatial`]. With `R`, `W` full margins,
//! self-flows included, and `F` all persons, the quality of areas `c` is
//!
//! ```text
//! modularity   Σ [ f_cc / F − γ · R_c · W_c / F² ]
//! cpm          Σ [ f_cc − γ · n_c² ]                    n: units, or inhabitants
//! gravity, radiation   Σ (f_ij − γ · P_ij) / F, over pairs i ≠ j of one area, F without the diagonal
//! ```
//!
//! Steps, from each unit alone:
//!
//! 1. Fast local moving ([`moving`]): units wait in a queue in an order of chance; each moves where it gains most.
//! 2. Refinement ([`refinement`]): inside each area all begin anew, and only what is well tied to it merges.
//! 3. The refined groups become the units of the next level ([`graph`]), the areas of step 1 its first areas; from 1 again
//!    until every area is one node. Then another round begins with these areas, until one changes nothing ([`search`]).
//! 4. The best of several trials, each from its own seed; on a tie the earlier one.
//!
//! Changed against the paper: refinement takes the best merger instead of one drawn by chance, as the authors' program
//! does; after every round areas are cut into pieces that hang together, so that it is true of every outcome; all chance
//! comes from seed and place, so threads change nothing. Cost about the flows times the rounds, memory 12 bytes for each
//! end of a pair; models with distance need the square of the units.

pub(crate) mod expected;
pub(crate) mod graph;
pub(crate) mod moving;
mod refinement;
mod search;
pub mod spatial;
mod value;

use miedza_territory::Partition;
use serde::Serialize;

use self::expected::{Expected, Margins};
use self::graph::Graph;
use self::search::{Effort, Level};
use self::spatial::Places;
use super::parameter::{COUNT, HOUSE, MOST_TRIALS, Parameter, parameter};
use super::{Input, Kind, Method, Note, Outcome, Settings, grouped};
use crate::error::Error;

const TRAAG: &str = "Traag, Waltman & van Eck (2019)";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("quality", "modularity", Kind::Choice(&["modularity", "cpm", "gravity", "radiation"])).means(
        "what makes areas good: more commuters inside than the sizes of units (modularity), a fixed density (cpm), or sizes and \
         distances (gravity, radiation) let expect",
        "Leicht & Newman (2008); Traag, Van Dooren & Nesterov (2011); Expert et al. (2011); Simini et al. (2012)",
    ),
    parameter("resolution", "1", COUNT).means(
        "weight of the expectation: larger values give smaller areas; usual values 0.5 to 20",
        "Reichardt & Bornholdt (2006)",
    ),
    parameter("node_size", "units", Kind::Choice(&["units", "population"])).means(
        "cpm only: whether the density is persons per pair of units or of inhabitants",
        "Traag, Van Dooren & Nesterov (2011)",
    ),
    parameter("class_km", "5", COUNT).means("gravity only: width of the classes of distance, kilometres", "Expert et al. (2011)"),
    parameter("seed", "1", Kind::Count).means("number from which all chance follows", TRAAG),
    parameter("trials", "10", Kind::Count).means("how many times the search begins anew; the best is kept", HOUSE),
    parameter("iterations", "10", Kind::Count).means("rounds of a trial at most; it ends when one changes nothing", TRAAG),
];

/// What makes areas good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// More commuters inside than employed residents and jobs let expect.
    #[default]
    Modularity,
    /// More commuters inside than a fixed density.
    Cpm,
    /// More commuters inside than a gravity model lets expect.
    Gravity,
    /// More commuters inside than a radiation model lets expect.
    Radiation,
}

impl Objective {
    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Modularity => "modularity",
            Self::Cpm => "cpm",
            Self::Gravity => "gravity",
            Self::Radiation => "radiation",
        }
    }
}

/// What a unit counts as under CPM.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeSize {
    /// One.
    #[default]
    Units,
    /// Its inhabitants.
    Population,
}

/// What is looked for and how long.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// What makes areas good.
    pub quality: Objective,
    /// Weight of the expectation, above 0; for CPM persons per pair.
    pub resolution: f64,
    /// What a unit counts as under CPM.
    pub node_size: NodeSize,
    /// Width of the classes of distance of the gravity model, kilometres, above 0.
    pub class_km: f64,
    /// Number from which all chance follows.
    pub seed: u32,
    /// How many times the search begins anew, 1 to 10000.
    pub trials: u32,
    /// Rounds of a trial at most, 1 to 10000.
    pub iterations: u32,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            quality: Objective::Modularity,
            resolution: 1.0,
            node_size: NodeSize::Units,
            class_km: 5.0,
            seed: 1,
            trials: 10,
            iterations: 10,
        }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or a number is out of its range.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let quality = match settings.get("quality")? {
            "cpm" => Objective::Cpm,
            "gravity" => Objective::Gravity,
            "radiation" => Objective::Radiation,
            _ => Objective::Modularity,
        };
        let node_size = if settings.get("node_size")? == "population" { NodeSize::Population } else { NodeSize::Units };
        let parameters = Self {
            quality,
            resolution: settings.number("resolution")?,
            node_size,
            class_km: settings.number("class_km")?,
            seed: settings.count("seed")?,
            trials: settings.count("trials")?,
            iterations: settings.count("iterations")?,
        };
        parameters.check()?;
        Ok(parameters)
    }

    /// Checks that numbers are above 0, and that trials and rounds end within a working day.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        let refuse = |parameter, value, wanted: &str| Err(Error::OutOfRange { parameter, value, wanted: wanted.to_owned() });
        let numbers = [("resolution", self.resolution), ("class_km", self.class_km)];
        if let Some((parameter, value)) = numbers.into_iter().find(|(_, number)| !(*number > 0.0 && number.is_finite())) {
            return refuse(parameter, value, "above 0");
        }
        let efforts = [("trials", self.trials), ("iterations", self.iterations)];
        match efforts.into_iter().find(|(_, effort)| !(1..=MOST_TRIALS).contains(effort)) {
            Some((parameter, effort)) => refuse(parameter, f64::from(effort), "1 to 10000"),
            None => Ok(()),
        }
    }

    const fn effort(&self) -> Effort {
        Effort { seed: self.seed, trials: self.trials, iterations: self.iterations }
    }
}

/// Finds areas of high quality; each hangs together by flows.
///
/// Units without any flow are set aside. The log holds one step for each other unit: the share of its exchange that stays
/// in the area, and the area that comes second.
///
/// ```
/// use miedza_delimitation::method::{Input, leiden::{Parameters, run}};
/// use miedza_territory::samples;
///
/// let outcome = run(&Input::new(&samples::two_towns()), &Parameters::default()).unwrap();
///
/// assert_eq!(outcome.partition.len(), 4);
/// assert!((outcome.quality.unwrap().value - 0.4606).abs() < 1e-4);
/// ```
///
/// # Errors
/// [`Error`] if a parameter is out of its range, or the quality needs seats or inhabitants that are not there.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    let graph = Graph::of(input.flows, |_| 1.0);
    match parameters.quality {
        Objective::Modularity => Ok(areas(input, parameters, Level { graph, expected: residents_and_jobs(input, parameters) })),
        Objective::Cpm => Ok(areas(input, parameters, Level { graph, expected: sizes(input, parameters)? })),
        Objective::Gravity | Objective::Radiation => {
            let places = Places::of(input)?;
            let expected = match parameters.quality {
                Objective::Gravity => spatial::gravity(&places, parameters.class_km, parameters.resolution),
                _ => spatial::radiation(&places, parameters.resolution),
            };
            let mut outcome = areas(input, parameters, Level { graph, expected });
            outcome.notes.push(Note::BeyondDistance);
            Ok(outcome)
        }
    }
}

fn residents_and_jobs(input: &Input<'_>, parameters: &Parameters) -> Margins {
    let flows = input.flows;
    let sides = flows.units().indices().map(|unit| [flows.residents(unit), flows.jobs(unit)]).collect();
    let scale = if flows.total() > 0.0 { parameters.resolution / flows.total() } else { 0.0 };
    Margins { sides, scale }
}

/// The sizes of units under CPM; a unit without a figure of inhabitants is refused if it has flows.
fn sizes(input: &Input<'_>, parameters: &Parameters) -> Result<Margins, Error> {
    let missing = Error::NeedsFigures { parameter: "node_size", figures: "the population" };
    let size = |unit| match parameters.node_size {
        NodeSize::Units => Ok([1.0; 2]),
        NodeSize::Population => {
            let known = input.population.ok_or_else(|| missing.clone())?[unit];
            let persons = known.or_else(|| grouped::is_without_flow(input.flows, unit).then_some(0.0));
            persons.map(|persons| [persons; 2]).ok_or_else(|| missing.clone())
        }
    };
    let sides = input.flows.units().indices().map(size).collect::<Result<_, _>>()?;
    Ok(Margins { sides, scale: parameters.resolution })
}

fn areas<E: Expected>(input: &Input<'_>, parameters: &Parameters, level: Level<E>) -> Outcome {
    let found = search::trials(&level, parameters.effort());
    let name = parameters.quality.name();
    let value = |groups: &Vec<u32>| value::of(input.flows, parameters, &level.expected, groups);
    let chosen = grouped::best(name, found, value, |one, other| one > other);
    drop(level);
    grouped::outcome(Method::Leiden, input.flows, chosen)
}

/// The quality of any areas under the parameters; units of no area count as areas of their own.
///
/// # Errors
/// As [`run`].
///
/// # Panics
/// If the partition does not hold the units of the flows.
pub fn quality(input: &Input<'_>, partition: &Partition, parameters: &Parameters) -> Result<f64, Error> {
    parameters.check()?;
    let groups = grouped::numbers(partition);
    Ok(match parameters.quality {
        Objective::Modularity => value::of(input.flows, parameters, &residents_and_jobs(input, parameters), &groups),
        Objective::Cpm => value::of(input.flows, parameters, &sizes(input, parameters)?, &groups),
        Objective::Gravity => {
            let pairs = spatial::gravity(&Places::of(input)?, parameters.class_km, parameters.resolution);
            value::of(input.flows, parameters, &pairs, &groups)
        }
        Objective::Radiation => {
            value::of(input.flows, parameters, &spatial::radiation(&Places::of(input)?, parameters.resolution), &groups)
        }
    })
}
