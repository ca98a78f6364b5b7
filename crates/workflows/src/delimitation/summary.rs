//! `summary.json`: how the areas were made, from what, and the figures of each. Names of members are part of the promise.

use std::collections::BTreeMap;

use miedza_delimitation::method::Quality;
use miedza_sources::commuting::{NoPlaceReport, TableReport};
use miedza_territory::{CodeSystem, Provenance, UnitCode};
use miedza_texts::{Language, key};
use serde::Serialize;

use super::matrix::DiagonalSource;

/// Everything that a program may want to know of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// What made it.
    pub program: Program,
    /// Name of the method.
    pub method: &'static str,
    /// Parameters as entered, by name; empty texts where nothing is set.
    pub parameters: BTreeMap<&'static str, String>,
    /// Names of the parameters that were entered, not taken from a default or preset.
    pub entered: Vec<&'static str>,
    /// The files, with hashes.
    pub inputs: Vec<Provenance>,
    /// Lines that name publisher and year.
    pub sources: Vec<String>,
    /// Marks that stand wherever the result is shown.
    pub marks: Marks,
    /// How many of what.
    pub counts: Counts,
    /// Sums and figures of the whole.
    pub totals: Totals,
    /// What the areas are worth by the measure that the method searched with, before the contiguity step; `null` for
    /// methods that follow rules.
    pub quality: Option<Quality>,
    /// The same measure of the areas in the end, where pieces or units moved after the method; absent otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality_after: Option<f64>,
    /// What was found in the flow table and done with it.
    pub data: DataSummary,
    /// The contiguity step; `None` where neighbours are not known.
    pub contiguity: Option<Contiguity>,
    /// Units that could not take part.
    pub excluded: Vec<Reasoned>,
    /// Units that took part and belong to no area.
    pub unassigned: Vec<UnitCode>,
    /// Units on an edge between two areas.
    pub edge_units: Vec<Edge>,
    /// Units that were judged by criteria, with each criterion; absent for other methods.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<UnitCriteria>,
    /// Why the method stopped.
    pub stop: &'static str,
    /// Steps of the method.
    pub steps: usize,
    /// What a reader should know, in the language that was asked for.
    pub notes: Vec<String>,
    /// The areas, in the order of their labels.
    pub areas: Vec<AreaSummary>,
}

/// What made a result.
#[derive(Clone, Debug, Serialize)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// Marks that stand wherever the result is shown.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Marks {
    /// The flows are modelled and were never counted.
    pub modelled: bool,
    /// Figures rest on an estimated diagonal.
    pub estimated: bool,
    /// The map draws cells around seats.
    pub schematic: bool,
}

impl Marks {
    /// The marks of either.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            modelled: self.modelled || other.modelled,
            estimated: self.estimated || other.estimated,
            schematic: self.schematic || other.schematic,
        }
    }

    /// The marks that stand, in a language.
    pub fn words(self, language: Language) -> Vec<String> {
        let marks =
            [(self.modelled, key::MARK_MODELLED), (self.estimated, key::MARK_ESTIMATED), (self.schematic, key::MARK_SCHEMATIC)];
        marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| language.say(&mark.into())).collect()
    }
}

/// How many of what.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Counts {
    /// Units of the flow table.
    pub units: usize,
    /// Pairs with a flow, the diagonal included.
    pub pairs: usize,
    /// Areas.
    pub areas: usize,
    /// Units in an area.
    pub assigned: usize,
    /// Units that took part and belong to no area.
    pub unassigned: usize,
    /// Units that could not take part.
    pub excluded: usize,
}

/// Sums and figures of the whole; a figure that cannot be told is `null`.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Totals {
    /// Persons in the matrix.
    pub persons: f64,
    /// Of them, who live and work in the same unit.
    pub internal: f64,
    /// Share of persons who live and work in the same area, 0 to 1.
    pub inside_share: Option<f64>,
    /// Modularity of the areas.
    pub modularity: Option<f64>,
    /// Mean of the worse self-containment, weighted by employed residents.
    pub mean_self_containment: Option<f64>,
    /// The worst self-containment of any area.
    pub min_self_containment: Option<f64>,
    /// Inhabitants of all units with a figure.
    pub population: Option<f64>,
}

/// What was found in the flow table and done with it.
#[derive(Clone, Debug, Serialize)]
pub struct DataSummary {
    /// The table and its columns.
    pub table: TableReport,
    /// Rows that hold a flow.
    pub rows: usize,
    /// Persons of all rows that count any, those outside the matrix included.
    pub persons: f64,
    /// Rows that count 0 persons.
    pub zero_rows: usize,
    /// What the codes look like.
    pub code_system: Option<CodeSystem>,
    /// Suppressed flows: counted, in no sum.
    pub suppressed: usize,
    /// Codes that are no place, and how they were treated.
    pub no_places: Vec<NoPlaceReport>,
    /// Codes of parts that were counted with their whole.
    pub folded_parts: usize,
    /// Rows of parts left out beside their whole.
    pub left_out_part_rows: usize,
    /// Pairs summed from several rows.
    pub summed_pairs: usize,
    /// Commuting between parts of one unit, kept apart: units and persons.
    pub between_parts: BetweenParts,
    /// Where the diagonal comes from.
    pub diagonal: DiagonalSummary,
    /// Units that the register does not hold.
    pub unknown_units: Vec<UnitCode>,
}

/// Commuting between parts of one unit.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BetweenParts {
    /// In how many units.
    pub units: usize,
    /// How many persons.
    pub persons: f64,
}

/// Where the diagonal comes from.
#[derive(Clone, Debug, Serialize)]
pub struct DiagonalSummary {
    /// The source.
    pub source: DiagonalSource,
    /// Persons on it.
    pub persons: f64,
    /// Units where it had to be cut to 0.
    pub cut: Vec<CutUnit>,
    /// Units that lack the figure for it and take no part.
    pub missing: Vec<UnitCode>,
}

/// A unit from which more persons leave than it is said to have.
#[derive(Clone, Debug, Serialize)]
pub struct CutUnit {
    /// The unit.
    pub unit: UnitCode,
    /// Employed residents or jobs as given.
    pub given: f64,
    /// Persons who leave or arrive.
    pub moving: f64,
}

/// The contiguity step.
#[derive(Clone, Debug, Serialize)]
pub struct Contiguity {
    /// `queen` or `rook`.
    pub rule: &'static str,
    /// Pairs of neighbours.
    pub pairs: usize,
    /// Units that touch no other.
    pub islands: Vec<UnitCode>,
    /// Units that were moved.
    pub moved: usize,
    /// Areas that are still in several pieces.
    pub areas_in_pieces: usize,
}

/// A unit with a reason.
#[derive(Clone, Debug, Serialize)]
pub struct Reasoned {
    /// The unit.
    pub unit: UnitCode,
    /// The stable name of the reason.
    pub reason: &'static str,
}

/// A unit on an edge.
#[derive(Clone, Debug, Serialize)]
pub struct Edge {
    /// The unit.
    pub unit: UnitCode,
    /// Its area.
    pub area: UnitCode,
    /// Strength of its link with the rest of it.
    pub linkage: f64,
    /// The other area.
    pub other: UnitCode,
    /// Strength of its link with that.
    pub other_linkage: f64,
}

/// What a unit came to by criteria.
#[derive(Clone, Debug, Serialize)]
pub struct UnitCriteria {
    /// The unit.
    pub unit: UnitCode,
    /// The core that it was judged against, by its smallest unit.
    pub core: Option<UnitCode>,
    /// Whether what it passes is enough.
    pub qualifies: bool,
    /// How many criteria it passes.
    pub passed: usize,
    /// How many groups it passes.
    pub groups: usize,
    /// Sum of the weights of criteria that it passes.
    pub weight: f64,
    /// Each criterion, in the order of the list.
    pub results: Vec<CriterionResult>,
}

/// One criterion on one unit; `null` where a figure is not known.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionResult {
    /// Name of the figure.
    pub indicator: String,
    /// The figure.
    pub value: Option<f64>,
    /// The threshold in the unit of the figure.
    pub threshold: Option<f64>,
    /// Whether it is passed.
    pub passed: Option<bool>,
    /// How far the figure is on the right side, below 0 on the wrong side.
    pub margin: Option<f64>,
}

/// The figures of an area; a figure that cannot be told is `null`.
#[derive(Clone, Debug, Serialize)]
pub struct AreaSummary {
    /// Its label: the code of its smallest unit.
    pub area: UnitCode,
    /// Raw label of the method.
    pub cluster: Option<u32>,
    /// The unit with most jobs.
    pub seat: UnitCode,
    /// Name of the seat.
    pub seat_name: Option<String>,
    /// Core units, for methods with cores.
    pub cores: Vec<UnitCode>,
    /// How many units.
    pub units: usize,
    /// Inhabitants; `null` where any unit's figure is missing.
    pub population: Option<f64>,
    /// Employed residents.
    pub employed_residents: Option<f64>,
    /// Jobs.
    pub jobs: Option<f64>,
    /// Persons who live and work in the area.
    pub internal_flow: Option<f64>,
    /// Share of employed residents who work inside, 0 to 1.
    pub supply_side_self_containment: Option<f64>,
    /// Share of jobs held by residents of the area, 0 to 1.
    pub demand_side_self_containment: Option<f64>,
    /// Jobs for each employed resident.
    pub job_ratio: Option<f64>,
    /// Validity; `null` for methods without one.
    pub validity: Option<f64>,
    /// Whether the area lies in one piece; `null` where neighbours are not known.
    pub contiguous: Option<bool>,
    /// Pieces; `null` where neighbours are not known.
    pub pieces: Option<usize>,
    /// Land; `null` where boundaries are not known.
    pub area_km2: Option<f64>,
    /// Share of possible links between its units that have a flow.
    pub cohesion_of_links: Option<f64>,
    /// Persons between different units as a percentage of the internal flow.
    pub cohesion_of_flows: Option<f64>,
    /// Commuters across the border for each person inside.
    pub commuter_ratio: Option<f64>,
    /// Above 0 where more leave than come.
    pub home_work_ratio: Option<f64>,
    /// Units that draw more commuters than they send, with more than 100 jobs.
    pub central_units: usize,
    /// Its units.
    pub members: Vec<UnitCode>,
}
