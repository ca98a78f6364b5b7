//! How sure is each boundary? The same method on flows drawn again and again, and on other parameters.
//!
//! A replicate is the matrix with each flow drawn anew ([`Sample`]); the method runs on each. A unit is as certain as the
//! share of replicates in which it is in one area with the seat of its area, the unit with most jobs. [`sweep`] asks the
//! same of a grid of parameters. Section 11 of the design. Cost: replicates times the method, and `replicates² · n / 2`
//! steps for the medoid. The same seed gives the same bytes with any number of threads.
//!
//! Source: Coombes & Bond (2008) on sensitivity of areas; Lancichinetti & Fortunato (2012) and Meilă (2007) on consensus.

mod draw;
mod labels;
mod sample;
mod stays;
pub mod sweep;
mod together;
mod variation;
mod watch;

use miedza_territory::{AreaIx, AreaVec, Flows, Partition, UnitIx, UnitVec, count};
use rayon::prelude::*;
use serde::Serialize;

pub use labels::Labels;
pub use sample::{Draw, Hidden, Sample, Staying};
pub use stays::Whereabouts;
pub use together::CoAssignment;
pub use variation::{MOST_COMPARED, Medoid, medoid, variation};
pub use watch::Watch;

use self::stays::Base;
use self::watch::Progress;
use crate::error::Error;
use crate::method::{self, Input, Settings};

/// More replicates than this are refused: nothing is learnt from them that a thousand do not tell.
pub const MOST_REPLICATES: usize = 100_000;

/// What stands for all replicates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Consensus {
    /// The replicate least far from the others: areas that the method itself made.
    #[default]
    Medoid,
    /// Units together in more than half of the replicates, on average; areas that no single run need have made.
    CoAssignment,
}

/// How the flows are drawn, and what counts as certain.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// How many replicates, 1 to [`MOST_REPLICATES`].
    pub replicates: usize,
    /// Number from which everything drawn follows.
    pub seed: u64,
    /// How counted flows are drawn.
    pub draw: Draw,
    /// A unit that stays in a smaller share of replicates is on the edge, 0 to 1.
    pub limit: f64,
    /// What stands for all replicates.
    pub consensus: Consensus,
    /// Flows that the source hides.
    pub hidden: Vec<Hidden>,
    /// What is known of each unit's diagonal; `None` where all were counted.
    pub staying: Option<UnitVec<Staying>>,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            replicates: 1000,
            seed: 1,
            draw: Draw::Poisson,
            limit: 0.8,
            consensus: Consensus::Medoid,
            hidden: Vec::new(),
            staying: None,
        }
    }
}

/// How sure a unit is of its area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitCertainty {
    /// Its base area; `None` if it has none.
    pub area: Option<AreaIx>,
    /// Share of replicates in which it is in one area with the seat of that area, 0 to 1; for a unit of no area the share
    /// in which it is in none.
    pub certainty: f64,
    /// The other area whose seat it goes with most often, and in which share of replicates.
    pub second: Option<(AreaIx, f64)>,
    /// Whether its certainty is below the limit.
    pub is_edge: bool,
    /// Where it was in all replicates.
    pub whereabouts: Whereabouts,
}

/// How sure an area is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AreaCertainty {
    /// The unit with most jobs, the smaller code on a tie.
    pub seat: UnitIx,
    /// Mean certainty of its units, 0 to 1.
    pub mean_certainty: f64,
    /// Share of its employed residents who live in units that are not on the edge, 0 to 1; `None` without residents.
    pub certain_residents: Option<f64>,
    /// In how many replicates an area shares at least half of all units of both with it (Jaccard index).
    pub found_again: u32,
}

/// What the replicates came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Certainty {
    /// The areas of the counted flows, of which certainty is told.
    pub base: Partition,
    /// How sure each unit is.
    pub units: UnitVec<UnitCertainty>,
    /// How sure each area is.
    pub areas: AreaVec<AreaCertainty>,
    /// What stands for all replicates.
    pub consensus: Partition,
    /// The replicate least far from the others; `None` where another consensus was asked for.
    pub medoid: Option<Medoid>,
    /// Mean variation of information between the base areas and the replicates, nats.
    pub mean_variation: f64,
    /// Fewest, middle (the lower of two) and most areas of a replicate.
    pub area_counts: [usize; 3],
    /// How many replicates were drawn.
    pub replicates: usize,
    /// How often units are together; only where the consensus asks for it.
    pub co_assignment: Option<CoAssignment>,
}

impl Certainty {
    /// Units whose certainty is below the limit, ascending.
    pub fn edges(&self) -> impl Iterator<Item = UnitIx> + '_ {
        self.units.enumerate().filter(|(_, unit)| unit.is_edge).map(|(unit, _)| unit)
    }
}

/// Puts drawn flows into areas.
pub type Delimit<'a> = dyn Fn(&Flows) -> Result<Partition, Error> + Sync + 'a;

/// Draws the flows of an input again and again and runs the method of the settings on each.
///
/// ```
/// use miedza_delimitation::certainty::{Parameters, run};
/// use miedza_delimitation::method::{Input, Method, Settings};
/// use miedza_territory::samples;
///
/// let flows = samples::two_towns();
/// let mut settings = Settings::new(Method::TravelToWork);
/// settings.set("min_size", "100").unwrap();
/// settings.set("target_size", "500").unwrap();
///
/// let certainty = run(&Input::new(&flows), &settings, &Parameters { replicates: 100, ..Parameters::default() }).unwrap();
///
/// let edges: Vec<_> = certainty.edges().map(|unit| flows.units().code(unit).as_str()).collect();
/// assert_eq!(edges, ["6"]);
/// ```
///
/// # Errors
/// [`Error`] if a parameter is out of its range or the method refuses its settings.
pub fn run(input: &Input<'_>, settings: &Settings, parameters: &Parameters) -> Result<Certainty, Error> {
    let delimit = |flows: &Flows| method::run(&Input { flows, ..*input }, settings).map(|outcome| outcome.partition);
    let found = of(input.flows, &delimit, parameters, &Watch::nobody())?;
    Ok(found.expect("nobody stops it"))
}

/// The same with any way to put flows into areas; `None` if it was stopped.
///
/// A replicate in which the method finds no core has no areas.
///
/// # Errors
/// [`Error`] if a parameter is out of its range or the method refuses.
pub fn of(flows: &Flows, delimit: &Delimit<'_>, parameters: &Parameters, watch: &Watch<'_>) -> Result<Option<Certainty>, Error> {
    check(parameters)?;
    let sample = Sample::of(flows, parameters)?;
    let base = delimit(flows)?;
    let progress = Progress::new(watch, parameters.replicates);
    let replicate = |number| progress.piece(|| labels(delimit(&sample.replicate(number)), flows));
    let numbers = 0..u64::try_from(parameters.replicates).expect("a number of replicates fits 64 bits");
    let made: Vec<Option<Result<Labels, Error>>> = numbers.into_par_iter().map(replicate).collect();
    // The first failure in the order of the replicates, whatever came first in time.
    let Some(made) = made.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
    let replicates = made.into_iter().collect::<Result<Vec<Labels>, Error>>()?;
    Ok(Some(sum_up(flows, base, &replicates, parameters)))
}

fn check(parameters: &Parameters) -> Result<(), Error> {
    let Parameters { replicates, limit, .. } = *parameters;
    if !(1..=MOST_REPLICATES).contains(&replicates) {
        let wanted = format!("1 to {MOST_REPLICATES}");
        return Err(Error::OutOfRange { parameter: "replicates", value: count(replicates), wanted });
    }
    if !(0.0..=1.0).contains(&limit) {
        return Err(Error::OutOfRange { parameter: "limit", value: limit, wanted: "from 0 to 1".to_owned() });
    }
    Ok(())
}

/// Puts together what the replicates say of the base areas.
fn sum_up(flows: &Flows, partition: Partition, replicates: &[Labels], parameters: &Parameters) -> Certainty {
    let base = Base::of(flows, &partition);
    let followed = base.follow(replicates);
    let units: UnitVec<UnitCertainty> =
        followed.enumerate().map(|(unit, found)| unit_certainty(partition.area_of(unit), found, parameters)).collect();
    let found_again = base.found_again(replicates);
    let area = |area| AreaCertainty {
        seat: base.seats[area],
        found_again: found_again[area],
        ..area_certainty(flows, partition.members(area), &units)
    };
    let areas = partition.areas().map(area).collect();
    let (medoid, co_assignment) = match parameters.consensus {
        Consensus::Medoid => (medoid(replicates), None),
        Consensus::CoAssignment => (None, Some(CoAssignment::of(replicates))),
    };
    let consensus = match (medoid, &co_assignment) {
        (_, Some(together)) => together.consensus(),
        (Some(medoid), None) => replicates[medoid.replicate].partition(),
        (None, None) => partition.clone(),
    };
    Certainty {
        units,
        areas,
        consensus,
        medoid,
        co_assignment,
        mean_variation: variation::mean(&Labels::of(&partition), replicates),
        area_counts: area_counts(replicates),
        replicates: replicates.len(),
        base: partition,
    }
}

fn labels(found: Result<Partition, Error>, flows: &Flows) -> Result<Labels, Error> {
    match found {
        Ok(partition) => Ok(Labels::of(&partition)),
        Err(Error::NoCore { .. }) => Ok(Labels::of(&Partition::from_labels::<u32>(flows.units().indices().map(|_| None)))),
        Err(error) => Err(error),
    }
}

fn unit_certainty(area: Option<AreaIx>, found: &Whereabouts, parameters: &Parameters) -> UnitCertainty {
    let share = |times: u32| f64::from(times) / count(parameters.replicates);
    let certainty = share(found.stays);
    UnitCertainty {
        area,
        certainty,
        second: found.second().map(|(area, times)| (area, share(times))),
        is_edge: certainty < parameters.limit,
        whereabouts: found.clone(),
    }
}

fn area_certainty(flows: &Flows, members: &[UnitIx], units: &UnitVec<UnitCertainty>) -> AreaCertainty {
    let sum = |value: &dyn Fn(UnitIx) -> f64| members.iter().map(|&unit| value(unit)).fold(0.0, |sum, value| sum + value);
    let residents = sum(&|unit| flows.residents(unit));
    let certain = sum(&|unit| if units[unit].is_edge { 0.0 } else { flows.residents(unit) });
    AreaCertainty {
        seat: members[0],
        mean_certainty: sum(&|unit| units[unit].certainty) / count(members.len()),
        certain_residents: (residents > 0.0).then(|| certain / residents),
        found_again: 0,
    }
}

fn area_counts(replicates: &[Labels]) -> [usize; 3] {
    let mut counts: Vec<usize> = replicates.iter().map(Labels::areas).collect();
    counts.sort_unstable();
    let last = counts.len().saturating_sub(1);
    [0, last / 2, last].map(|place| counts.get(place).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests;
