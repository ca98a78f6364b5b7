//! All that a report of a delimitation tells, as plain figures: who fills it in need not know how it is told.
//!
//! A figure that is not known is `None` and is shown as missing, never as 0. Shares are in 0..=1. Areas are referred to by
//! their position in [`Study::areas`].

use miedza_texts::Message;

use crate::document::Day;

/// A delimitation with its data, its doubts and its provenance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// Title of the report, for example the name of the territory.
    pub title: String,
    /// A sentence below the title.
    pub subtitle: Option<String>,
    /// The question in the words of those who ask; `None` for the usual one.
    pub question: Option<String>,
    /// Who answers for the report.
    pub author: Option<String>,
    /// The day the report bears; `None` for a report whose bytes depend on its data alone.
    pub day: Option<Day>,
    /// A remark before everything else, for example that the report is an example.
    pub remark: Option<String>,
    /// What the flows are.
    pub data: Data,
    /// What was done to them before the method.
    pub treatment: Treatment,
    /// The method with its parameters.
    pub method: MethodUsed,
    /// The map, where boundaries or seats were given.
    pub map: Option<MapPicture>,
    /// The areas, in any order.
    pub areas: Vec<AreaRow>,
    /// The units, in any order.
    pub units: Vec<UnitRow>,
    /// What is doubtful.
    pub doubts: Doubts,
    /// Where everything comes from.
    pub provenance: Sources,
}

/// What the flows are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// Name of the data, for example "Commuting to work 2016".
    pub name: String,
    /// Year or period of the figures.
    pub period: Option<String>,
    /// Who published them.
    pub publisher: Option<String>,
    /// Flows between different units.
    pub flows: usize,
    /// Persons in these flows.
    pub persons: f64,
}

/// Where the figures of those who live and work in the same unit come from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum DiagonalOrigin {
    /// They are counted in the source.
    #[default]
    Counted,
    /// They are unknown.
    Absent,
    /// Employed residents or jobs less commuters.
    WorkedOut,
    /// Estimated from population; the share of employed persons, where it is the same everywhere.
    Estimated(Option<f64>),
}

/// What was done to the data before the method.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Treatment {
    /// Whether the flows are modelled and were never counted.
    pub is_modelled: bool,
    /// Where the diagonal comes from.
    pub diagonal: DiagonalOrigin,
    /// Town and rural parts that were joined to their whole municipalities.
    pub parts_folded: usize,
    /// Rows from a unit to itself that are commuting between its parts and were kept apart: how many, and their persons.
    pub between_parts: Option<(usize, f64)>,
    /// Destinations that are no place on the map: their codes, and all their persons.
    pub no_places: Option<(Vec<String>, f64)>,
    /// Pairs of units that stood in the file more than once and were summed.
    pub summed_duplicates: usize,
    /// Whether areas in several pieces were mended afterwards.
    pub is_contiguity_mended: bool,
    /// Anything else.
    pub remarks: Vec<Message>,
}

/// The method with its parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodUsed {
    /// Name of the method as the program knows it, for example `travel_to_work`.
    pub name: String,
    /// The parameters, in the order of the method.
    pub parameters: Vec<ParameterUsed>,
}

/// A parameter as it was entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterUsed {
    /// Its name.
    pub name: String,
    /// Its value, exactly as entered.
    pub value: String,
    /// What it means; `None` for the explanation that the catalogues have under its name.
    pub explanation: Option<Message>,
}

/// The map of the areas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapPicture {
    /// The drawing, see [`crate::figure::Map`].
    pub svg: String,
    /// What it shows, for those who do not see it, see [`crate::figure::Map::description`].
    pub description: String,
    /// Whether its outlines are cells made for drawing.
    pub is_schematic: bool,
}

/// One area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaRow {
    /// Its name: that of its seat.
    pub label: String,
    /// How many units it has.
    pub units: usize,
    /// Inhabitants.
    pub population: Option<f64>,
    /// Employed residents.
    pub employed: Option<f64>,
    /// Jobs.
    pub jobs: Option<f64>,
    /// Persons who live and work in the area.
    pub internal: Option<f64>,
    /// Share of employed residents who work in the area.
    pub supply_side: Option<f64>,
    /// Share of jobs held by residents of the area.
    pub demand_side: Option<f64>,
    /// Jobs for each employed resident.
    pub job_ratio: Option<f64>,
    /// Validity by the method; 1 or more meets its requirements.
    pub validity: Option<f64>,
    /// Pieces without a common border; 1 for a contiguous area, `None` where neighbours are unknown.
    pub pieces: Option<usize>,
    /// Whether it meets the requirements of the method; `None` for methods without requirements.
    pub meets_target: Option<bool>,
}

/// One unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitRow {
    /// Its code.
    pub code: String,
    /// Its name; empty if unknown.
    pub name: String,
    /// Its area; `None` if it is in no area.
    pub area: Option<usize>,
    /// Employed residents.
    pub employed: Option<f64>,
    /// Jobs.
    pub jobs: Option<f64>,
    /// Share of employed residents who work in the own area.
    pub own_share: Option<f64>,
    /// The other unit to which most persons go, by name, with their number.
    pub strongest: Option<(String, f64)>,
    /// Why it is in its area.
    pub reason: Option<Message>,
}

/// What a careful reader should know before deciding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doubts {
    /// Flows that the publisher suppressed.
    pub suppressed_flows: usize,
    /// The most persons that the suppressed flows can hold together.
    pub suppressed_persons_at_most: Option<f64>,
    /// Flows of fewer persons are not published.
    pub threshold: Option<f64>,
    /// Units that one file has and another lacks, by code and name.
    pub missing_units: Vec<(String, String)>,
    /// Units from which more persons commute than are employed there.
    pub cut_diagonals: Vec<CutDiagonal>,
    /// Units almost as strongly tied to another area.
    pub edge_units: Vec<EdgeUnit>,
    /// Units in no area.
    pub unassigned: Vec<UnassignedUnit>,
    /// Anything else.
    pub others: Vec<Message>,
}

/// A unit from which more persons commute than are employed there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CutDiagonal {
    /// Code of the unit.
    pub code: String,
    /// Name of the unit.
    pub name: String,
    /// Employed residents (or jobs) as given.
    pub given: f64,
    /// Persons who leave (or arrive).
    pub moving: f64,
}

/// A unit almost as strongly tied to another area as to its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EdgeUnit {
    /// Code of the unit.
    pub code: String,
    /// Name of the unit.
    pub name: String,
    /// Its area.
    pub area: usize,
    /// The other area.
    pub other: usize,
    /// Share of its employed residents who work in its own area, those who stay in the unit left out.
    pub own_share: Option<f64>,
    /// Share of its employed residents who work in the other area.
    pub other_share: Option<f64>,
}

/// A unit in no area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnassignedUnit {
    /// Code of the unit.
    pub code: String,
    /// Name of the unit.
    pub name: String,
    /// Why it is in no area.
    pub reason: Option<Message>,
}

/// Where everything comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// The files, in the order in which they were named.
    pub files: Vec<FileUsed>,
    /// Name and version of the program.
    pub program: String,
    /// The command that makes the result again.
    pub command: Option<String>,
    /// Who is to be named for the data, with licence; one sentence each.
    pub licences: Vec<String>,
}

/// A file that the result rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileUsed {
    /// What it was used for, one word: `flows`, `boundaries`, `population`, …
    pub role: String,
    /// Its name without the folder.
    pub file: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
}
