//! Certainty by codes of units. Names of members are part of the promise: files, answers and the lab hold them.

use miedza_delimitation::certainty::{Certainty, Consensus, Draw, Parameters, Staying};
use miedza_territory::{AreaIx, Partition, UnitCode, UnitIx, Units, count};
use serde::{Deserialize, Serialize};

use super::study::Basis;

/// What a study came to, by codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CertaintyTable {
    /// What was drawn.
    pub drawn: Drawn,
    /// Certainty below which a unit is on the edge.
    pub limit: f64,
    /// Fewest, middle and most areas of a replicate.
    pub area_counts: [usize; 3],
    /// Mean variation of information between the areas and the replicates, nats.
    pub mean_variation: f64,
    /// What stands for all replicates.
    pub consensus: ConsensusRow,
    /// The areas, in the order of their labels.
    pub areas: Vec<AreaRow>,
    /// The units, in their order.
    pub units: Vec<UnitRow>,
}

/// What was drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// `poisson` or `multinomial`.
    pub draw: String,
    /// How many replicates.
    pub replicates: usize,
    /// The seed.
    pub seed: u64,
    /// Those who live and work in the same unit: `drawn`, or `rest` of employed residents or jobs where any were worked out.
    pub diagonal: String,
    /// Suppressed flows that were drawn inside their range.
    pub suppressed: usize,
}

/// What stands for all replicates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsensusRow {
    /// `medoid` or `co_assignment`.
    pub kind: String,
    /// How many areas it has.
    pub areas: usize,
    /// The replicate that it is, counted from 1; `null` where it is none.
    pub replicate: Option<usize>,
    /// Its mean variation of information to the other replicates, nats.
    pub mean_variation: Option<f64>,
}

/// How sure an area is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaRow {
    /// Its label: the code of its smallest unit.
    pub area: UnitCode,
    /// The unit with most jobs.
    pub seat: UnitCode,
    /// How many units.
    pub units: usize,
    /// Mean certainty of its units, 0 to 1.
    pub mean_certainty: f64,
    /// Share of employed residents in units that are not on the edge, 0 to 1.
    pub certain_residents: Option<f64>,
    /// In how many replicates an area shares at least half of all units of both with it.
    pub found_again: u32,
}

/// How sure a unit is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// The unit.
    pub unit: UnitCode,
    /// Label of its area; `null` if it has none.
    pub area: Option<UnitCode>,
    /// Share of replicates in which it is with the seat of its area, 0 to 1.
    pub certainty: f64,
    /// Label of the other area whose seat it goes with most often.
    pub second: Option<UnitCode>,
    /// In which share of replicates.
    pub second_share: Option<f64>,
    /// Share of replicates in which it is in an area without any of the seats.
    pub new_area_share: f64,
    /// Share of replicates in which it is in no area, though it has one.
    pub no_area_share: f64,
    /// Whether its certainty is below the limit.
    pub is_edge: bool,
    /// Label of its area in the consensus.
    pub consensus: Option<UnitCode>,
}

impl CertaintyTable {
    pub(super) fn of(found: &Certainty, basis: &Basis, parameters: &Parameters) -> Self {
        let flows = &basis.matrix.flows;
        let units = flows.units();
        let [kind, draw] = words(parameters);
        Self {
            drawn: Drawn {
                draw,
                replicates: found.replicates,
                seed: parameters.seed,
                diagonal: diagonal(parameters).to_owned(),
                suppressed: parameters.hidden.len(),
            },
            limit: parameters.limit,
            area_counts: found.area_counts,
            mean_variation: found.mean_variation,
            consensus: ConsensusRow {
                kind,
                areas: found.consensus.len(),
                replicate: found.medoid.map(|medoid| medoid.replicate + 1),
                mean_variation: found.medoid.map(|medoid| medoid.mean_variation),
            },
            areas: found.base.areas().map(|area| area_row(found, units, area)).collect(),
            units: units.indices().map(|unit| unit_row(found, units, unit)).collect(),
        }
    }

    /// Units on the edge, in their order.
    pub fn edges(&self) -> impl Iterator<Item = &UnitRow> {
        self.units.iter().filter(|unit| unit.is_edge)
    }
}

fn words(parameters: &Parameters) -> [String; 2] {
    let consensus = match parameters.consensus {
        Consensus::Medoid => "medoid",
        Consensus::CoAssignment => "co_assignment",
    };
    let draw = match parameters.draw {
        Draw::Poisson => "poisson",
        Draw::Multinomial => "multinomial",
    };
    [consensus.to_owned(), draw.to_owned()]
}

fn diagonal(parameters: &Parameters) -> &'static str {
    let is_rest = parameters.staying.iter().flatten().any(|staying| *staying != Staying::Counted);
    if is_rest { "rest" } else { "drawn" }
}

/// The label of an area.
fn label(partition: &Partition, units: &Units, area: AreaIx) -> UnitCode {
    partition.label(area, units).clone()
}

fn area_row(found: &Certainty, units: &Units, area: AreaIx) -> AreaRow {
    let certainty = &found.areas[area];
    AreaRow {
        area: label(&found.base, units, area),
        seat: units.code(certainty.seat).clone(),
        units: found.base.members(area).len(),
        mean_certainty: certainty.mean_certainty,
        certain_residents: certainty.certain_residents,
        found_again: certainty.found_again,
    }
}

fn unit_row(found: &Certainty, units: &Units, unit: UnitIx) -> UnitRow {
    let certainty = &found.units[unit];
    let share = |times: u32| f64::from(times) / count(found.replicates);
    UnitRow {
        unit: units.code(unit).clone(),
        area: certainty.area.map(|area| label(&found.base, units, area)),
        certainty: certainty.certainty,
        second: certainty.second.map(|(area, _)| label(&found.base, units, area)),
        second_share: certainty.second.map(|(_, share)| share),
        new_area_share: share(certainty.whereabouts.new_area),
        no_area_share: share(certainty.whereabouts.nowhere),
        is_edge: certainty.is_edge,
        consensus: found.consensus.area_of(unit).map(|area| label(&found.consensus, units, area)),
    }
}
