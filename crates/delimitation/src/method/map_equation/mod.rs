//! Areas in which a random walker on the flows stays long: the map equation with two levels.
//!
//! Source: Rosvall & Bergstrom (2008), *Maps of random walks on complex networks reveal community structure*. Steps:
//!
//! 1. The walker's rates of visit and steps ([`walk`]): without direction (each unit in proportion to all it exchanges) or
//!    along the flows with restarts.
//! 2. The code length `L` of modules ([`code`]): bits for one step, a step that changes the module told by one code book,
//!    all others by that of the module.
//! 3. Units move to the module that shortens the code most ([`moving`]); modules are split into parts by the same moves held
//!    inside them, the parts are the units of the next level, until nothing changes ([`search`]); then from the units again.
//! 4. The best of several trials; on a tie the earlier one.
//!
//! With those who work where they live the walker hardly ever leaves a unit, and areas fall to single units: by default
//! they are left out. Changed against the authors' program: modules that do not hang together are cut (which never
//! lengthens the code), and all chance comes from seed and place. Cost the flows per sweep, some logarithms for each pair.

mod code;
mod moving;
mod search;
mod walk;

use miedza_territory::Partition;
use serde::Serialize;

use self::walk::Walk;
use super::parameter::{HOUSE, MOST_TRIALS, Parameter, parameter};
use super::{Input, Kind, Method, Note, Outcome, Settings, grouped};
use crate::error::Error;

const ROSVALL: &str = "Rosvall & Bergstrom (2008)";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("self_flows", "false", Kind::Switch).means(
        "whether those who work where they live count; with them most areas are single units",
        "Rosvall & Bergstrom (2008); convention of this program",
    ),
    parameter("directed", "false", Kind::Switch)
        .means("whether the walker follows flows only from origin to destination", ROSVALL),
    parameter("teleportation", "unrecorded", Kind::Choice(&["unrecorded", "recorded"]))
        .means("directed only: whether restarts of the walker are coded like its other steps", "Lambiotte & Rosvall (2012)"),
    parameter("teleport", "0.15", Kind::Share).means("directed only: chance that the walker starts anew elsewhere", ROSVALL),
    parameter("seed", "1", Kind::Count).means("number from which all chance follows", HOUSE),
    parameter("trials", "10", Kind::Count).means("how many times the search begins anew; the best is kept", ROSVALL),
];

/// Whether restarts of the walker are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Teleportation {
    /// No: only steps along flows are.
    #[default]
    Unrecorded,
    /// Yes, like other steps.
    Recorded,
}

/// How the walker goes and how long is searched.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Whether those who work where they live count.
    pub self_flows: bool,
    /// Whether the walker follows flows only from origin to destination.
    pub directed: bool,
    /// Directed only: whether restarts are coded.
    pub teleportation: Teleportation,
    /// Directed only: chance of a restart at each step, above 0, below 1.
    pub teleport: f64,
    /// Number from which all chance follows.
    pub seed: u32,
    /// How many times the search begins anew, 1 to 10000.
    pub trials: u32,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { self_flows: false, directed: false, teleportation: Teleportation::Unrecorded, teleport: 0.15, seed: 1, trials: 10 }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or a number is out of its range.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let is_recorded = settings.get("teleportation")? == "recorded";
        let parameters = Self {
            self_flows: settings.switch("self_flows")?,
            directed: settings.switch("directed")?,
            teleportation: if is_recorded { Teleportation::Recorded } else { Teleportation::Unrecorded },
            teleport: settings.number("teleport")?,
            seed: settings.count("seed")?,
            trials: settings.count("trials")?,
        };
        parameters.check()?;
        Ok(parameters)
    }

    /// Checks that the chance of a restart is one and that trials are neither none nor without end.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        let refuse = |parameter, value, wanted: &str| Err(Error::OutOfRange { parameter, value, wanted: wanted.to_owned() });
        if !(self.teleport > 0.0 && self.teleport < 1.0) {
            return refuse("teleport", self.teleport, "above 0 and below 1");
        }
        if !(1..=MOST_TRIALS).contains(&self.trials) {
            return refuse("trials", f64::from(self.trials), "1 to 10000");
        }
        Ok(())
    }
}

/// Finds areas in which the walker stays long; each hangs together by flows.
///
/// Units without any flow are set aside; units that exchange nobody are areas of their own.
///
/// ```
/// use miedza_delimitation::method::{Input, map_equation::{Parameters, run}};
/// use miedza_territory::samples;
///
/// let outcome = run(&Input::new(&samples::two_towns()), &Parameters::default()).unwrap();
///
/// assert_eq!(outcome.quality.unwrap().name, "code_length");
/// ```
///
/// # Errors
/// [`Error::OutOfRange`] if a parameter is out of its range.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    let walk = Walk::of(input.flows, parameters);
    let found = search::trials(&walk, parameters);
    let chosen = grouped::best("code_length", found, |groups| code::length(&walk, groups), |one, other| one < other);
    let mut outcome = grouped::outcome(Method::MapEquation, input.flows, chosen);
    outcome.notes.push(Note::WalkNotLabour);
    Ok(outcome)
}

/// Bits per step of the walker with any areas; units of no area count as areas of their own.
///
/// # Errors
/// As [`run`].
pub fn code_length(input: &Input<'_>, partition: &Partition, parameters: &Parameters) -> Result<f64, Error> {
    parameters.check()?;
    Ok(code::length(&Walk::of(input.flows, parameters), &grouped::numbers(partition)))
}
