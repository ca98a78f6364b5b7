//! Local labour market areas: travel-to-work areas after Coombes & Bond, as the Italian statistical office applies them.
//!
//! Source: Coombes & Bond (2008), *Travel-to-Work Areas: the 2007 review*; Franconi, D'Alò & Ichim (2016), *Istat
//! implementation of the algorithm to develop Labour Market Areas*. Steps:
//!
//! 1. Units without residents, jobs or exchange are set aside ([`preparation`]); each other unit starts alone.
//! 2. The cluster with the smallest validity ([`validity`]) is opened; one unit is taken out ([`steps`]).
//! 3. The unit joins the cluster it is linked with most ([`linkage`]) unless that cluster would become less valid; then
//!    it goes to the reserve. The rest of the opened cluster is scattered for one step ([`scattered`]).
//! 4. When all clusters are valid, units of the reserve join the cluster they are linked with most ([`reserve`]).
//!
//! Changed against the reference program: nothing in the result; sums are kept up to date and the worst cluster is found
//! by a tournament, so a step costs the flows of one unit and log n. Repeated states are recognised and the number of
//! steps is limited, since nobody has proved that the method ends. Cost about (n + m) log n. No geography is used:
//! contiguity is a later step.

mod clusters;
mod history;
pub mod linkage;
mod preparation;
mod reserve;
mod scattered;
mod steps;
mod tournament;
pub mod validity;

use miedza_territory::{Flows, Partition, UnitIx, UnitVec};
use serde::Serialize;

use self::clusters::Clusters;
use self::preparation::Prepared;
use self::steps::Run;
use self::validity::Standard;
use super::exact::exact;
use super::parameter::{COUNT, Parameter, Preset, parameter};
use super::{Action, Kind, Method, Outcome, Settings, Step};
use crate::error::Error;

const COOMBES: &str = "Coombes & Bond (2008); Franconi, D'Alò & Ichim (2016)";

/// Named sets of the four figures.
pub(super) const PRESETS: &[Preset] = &[
    (
        "istat_example",
        &[
            ("min_size", "1000"),
            ("min_self_containment", "0.6667"),
            ("target_size", "10000"),
            ("target_self_containment", "0.75"),
        ],
    ),
    (
        "ons_2011",
        &[("min_size", "3500"), ("min_self_containment", "0.667"), ("target_size", "25000"), ("target_self_containment", "0.75")],
    ),
];

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("preset", "", Kind::Choice(&["istat_example", "ons_2011"])).means(
        "a named set of the four figures; single figures that are set as well come before it",
        "Franconi, D'Alò & Ichim (2016); Coombes & ONS (2015)",
    ),
    parameter("min_size", "1000", COUNT).means("employed residents that the smallest area needs", COOMBES),
    parameter("min_self_containment", "0.6667", Kind::Share)
        .means("self-containment that an area of the target size or above needs", COOMBES),
    parameter("target_size", "10000", COUNT).means("employed residents from which the lower self-containment is enough", COOMBES),
    parameter("target_self_containment", "0.75", Kind::Share).means("self-containment that the smallest area needs", COOMBES),
    parameter("rule", "istat_compatible", Kind::Choice(&["istat_compatible", "aggregated"])).means(
        "how an opened cluster is judged in the step after: unit by unit as in the reference program, or as a whole",
        "Franconi, D'Alò & Ichim (2016)",
    ),
];

/// Which rule judges a cluster right after a unit was taken out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Unit by unit for one step, as the reference program of Istat does.
    #[default]
    IstatCompatible,
    /// As a whole, always.
    Aggregated,
}

/// What an area must be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Employed residents that the smallest area needs, persons.
    pub min_size: f64,
    /// Self-containment that a large area needs, above 0, at most 1.
    pub min_self_containment: f64,
    /// Employed residents from which the lower self-containment is enough, persons.
    pub target_size: f64,
    /// Self-containment that the smallest area needs, at most 1.
    pub target_self_containment: f64,
    /// How an opened cluster is judged.
    pub rule: Rule,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            min_size: 1000.0,
            min_self_containment: 0.6667,
            target_size: 10_000.0,
            target_self_containment: 0.75,
            rule: Rule::IstatCompatible,
        }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or contradict each other.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let rule = match settings.get("rule")? {
            "aggregated" => Rule::Aggregated,
            _ => Rule::IstatCompatible,
        };
        let parameters = Self {
            min_size: settings.number("min_size")?,
            min_self_containment: settings.number("min_self_containment")?,
            target_size: settings.number("target_size")?,
            target_self_containment: settings.number("target_self_containment")?,
            rule,
        };
        parameters.check()?;
        Ok(parameters)
    }

    /// Checks `0 <= min_size < target_size` and `0 < min_self_containment <= target_self_containment <= 1`.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        let refuse = |parameter, value, wanted: String| Err(Error::OutOfRange { parameter, value, wanted });
        if !(self.min_size >= 0.0 && self.min_size.is_finite()) {
            return refuse("min_size", self.min_size, "0 or more".into());
        }
        if !(self.target_size > self.min_size && self.target_size.is_finite()) {
            return refuse("target_size", self.target_size, format!("above min_size, which is {}", self.min_size));
        }
        if !(self.target_self_containment > 0.0 && self.target_self_containment <= 1.0) {
            return refuse("target_self_containment", self.target_self_containment, "above 0 and at most 1".into());
        }
        if !(self.min_self_containment > 0.0 && self.min_self_containment <= self.target_self_containment) {
            let wanted = format!("above 0 and at most target_self_containment, which is {}", self.target_self_containment);
            return refuse("min_self_containment", self.min_self_containment, wanted);
        }
        Ok(())
    }
}

/// Puts units into labour market areas.
///
/// The outcome holds the state before the reserve stage, and raw labels: the number of the founding unit among the units
/// that take part, counted from 1; 0 for the reserve.
///
/// ```
/// use miedza_delimitation::method::travel_to_work::{Parameters, run};
/// use miedza_territory::samples;
///
/// let parameters = Parameters { min_size: 100.0, target_size: 500.0, ..Parameters::default() };
/// let outcome = run(&samples::two_towns(), &parameters).unwrap();
///
/// assert_eq!(outcome.partition.len(), 2);
/// ```
///
/// # Errors
/// [`Error::OutOfRange`] if the parameters contradict each other.
pub fn run(flows: &Flows, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    let flows = exact(flows);
    let prepared = Prepared::of(&flows);
    let mut run = Run::new(Clusters::alone(&flows, &prepared), Standard::new(parameters), parameters.rule);
    run.log.extend(
        prepared.excluded.iter().map(|exclusion| Step { reason: exclusion.reason, ..Step::of(Action::Excluded, exclusion.unit) }),
    );

    let (steps, stop) = run.settle(STEPS_PER_UNIT * flows.units().len());
    let labels_before_reserve = labels(&run.clusters, &prepared);
    let unassigned = run.empty_reserve();
    let labels = labels(&run.clusters, &prepared);

    let Run { log, notes, .. } = run;
    Ok(Outcome {
        before_reserve: Some(partition(&labels_before_reserve)),
        labels_before_reserve: Some(labels_before_reserve),
        partition: partition(&labels),
        labels,
        excluded: prepared.excluded,
        unassigned,
        notes,
        steps,
        stop,
        ..Outcome::new(Method::TravelToWork, log)
    })
}

/// More steps than this for each unit mean that the method does not settle.
const STEPS_PER_UNIT: usize = 50;

fn labels(clusters: &Clusters<'_>, prepared: &Prepared) -> UnitVec<Option<u32>> {
    let label = |unit: UnitIx| match clusters.home(unit) {
        home if home == clusters.nowhere() => 0,
        home => prepared.ranks[home].expect("only units that take part found clusters"),
    };
    prepared.ranks.enumerate().map(|(unit, rank)| rank.map(|_| label(unit))).collect()
}

fn partition(labels: &UnitVec<Option<u32>>) -> Partition {
    Partition::from_labels(labels.iter().map(|label| label.filter(|&label| label != 0)))
}
