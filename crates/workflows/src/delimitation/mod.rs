//! From a table of flows to areas, a map and a report; the list of methods; the comparison of two partitions.

pub(crate) mod certainty;
pub(crate) mod choice;
mod columns;
mod compare;
mod criteria;
pub(crate) mod figures;
mod fine_tuning;
mod grid;
mod indicators;
pub(crate) mod land;
mod map;
pub(crate) mod matrix;
pub(crate) mod methods;
pub(crate) mod notes;
pub(crate) mod outputs;
mod request;
pub(crate) mod run;
pub(crate) mod sentences;
mod study;
pub(crate) mod summarise;
pub(crate) mod summary;
mod tables;
mod why;
pub(crate) mod work;

use std::path::Path;

use miedza_delimitation::method::{Method, Settings, needs_seats};
use miedza_sources::commuting::{self, Columns, DiagonalRule, Duplicates, NoPlace, Reading, Treatment};
use miedza_sources::table::{Column, Decimal};
use miedza_sources::teryt::Register;
use miedza_territory::Provenance;
use miedza_texts::{Language, Message, key};

pub use certainty::{Certain, CertaintyRequest, certainty};
pub use compare::{CompareDone, CompareRequest, Compared, compare};
pub use methods::{MethodList, methods};
pub use miedza_delimitation::fine_tuning::Reckoning;
pub use miedza_sources::units::Source;
pub(crate) use notes::boundaries as boundary_notes;
pub use request::{BoundaryRequest, EmployedShare, FlowRequest, Format, Request};
pub use summary::Summary;

use self::figures::{FigureTables, FlowUnits, by_unit};
use self::indicators::NamedFigure;
use self::land::Land;
use self::matrix::Matrix;
use self::run::{Afterwards, UnitFigures};
use self::sentences::Names;
use self::work::{Work, area_names};
use crate::Tell;
use crate::failure::{Failure, Table};
use crate::output_folder::OutputFolder;

/// What a delimitation came to.
#[derive(Debug)]
pub struct Done {
    /// The summary, as it stands in the folder.
    pub summary: Summary,
    /// What a reader should know.
    pub notes: Vec<Message>,
    folder: String,
}

impl Done {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        outputs::told(&self.summary, language, &self.folder)
    }
}

/// Puts the units of a flow table into areas and writes everything that was asked for.
///
/// # Errors
/// [`Failure`] with what was refused, why, and the way out; nothing is written then.
pub fn delimit(request: &Request, tell: Tell) -> Result<Done, Failure> {
    let (request, criteria) = criteria::taken_in(request)?;
    let request = request.as_ref();
    let output = OutputFolder::prepare(&request.out, &outputs::FILES, request.overwrite)?;
    let Prepared { register, reading, tables, land, matrix, settings, figures, choice_notes } =
        Prepared::read(request, criteria, tell)?;
    let flows = FlowUnits { units: reading.flows.units(), file: &reading.provenance.file };
    tell(&Message::new(key::STAGE_METHOD).with("method", settings.method().name()));
    let afterwards = Afterwards { repair: &request.repair, moves: request.moves.as_deref(), reckoning: request.moves_totals };
    let run = run::run(afterwards, settings, &matrix.flows, &figures, land.neighbours())?;
    let land = land.dissolved(flows.units, &run.partition)?;
    let mut work = Work {
        files: files(&reading, register.as_ref(), &tables, &land),
        request,
        reading: &reading,
        tables: &tables,
        matrix: &matrix,
        land: &land,
        run: &run,
        notes: Vec::new(),
        area_names: area_names(&run, &Names::new(flows.units, &tables.names)),
    };
    work.notes = [
        choice_notes,
        notes::reading(&reading.report),
        notes::unused_no_places(&request.flows, &reading.report),
        matrix.notes.clone(),
        land.notes.clone(),
        work.result_notes(),
    ]
    .concat();
    let summary = summarise::summary(&work);
    outputs::write(&work, &summary, &output, tell)?;
    let notes = work.notes.clone();
    output.finish()?;
    Ok(Done { summary, notes, folder: request.out.display().to_string() })
}

/// Everything that a method needs, read and settled.
struct Prepared {
    register: Option<Register>,
    reading: Reading,
    tables: FigureTables,
    land: Land,
    matrix: Matrix,
    settings: Settings,
    figures: UnitFigures,
    choice_notes: Vec<Message>,
}

impl Prepared {
    fn read(request: &Request, criteria: Option<Provenance>, tell: Tell) -> Result<Self, Failure> {
        let register = read_register(request)?;
        let reading = read_flows(request, register.as_ref(), tell)?;
        let flows = FlowUnits { units: reading.flows.units(), file: &reading.provenance.file };
        let mut tables = FigureTables::read(request, flows, register.as_ref())?;
        let land = Land::read(&request.boundaries, flows, &mut tables, tell)?;
        tables.settle_names();
        tables.files.extend(criteria);
        let matrix = Matrix::of(&reading, &tables, &Names::new(flows.units, &tables.names));
        let (settings, mut choice_notes) = choice::choose(request, &matrix)?;
        let grid = read_grid(request, &settings, &land, (&mut tables, flows))?;
        let figures = UnitFigures {
            population: by_unit(tables.population.as_ref(), flows.units),
            working_age: by_unit(tables.working_age.as_ref(), flows.units),
            area_km2: land.areas_km2(),
            seats: needs_seats(&settings).then(|| land.seats(flows.units)),
            grid: grid.map(|read| {
                choice_notes.extend(read.notes);
                read.grid
            }),
            indicators: indicators(request, &settings, &tables, flows)?,
        };
        Ok(Self { register, reading, tables, land, matrix, settings, figures, choice_notes })
    }
}

/// Figures by name that the method may ask for: the columns of the table of units.
fn indicators(
    request: &Request,
    settings: &Settings,
    tables: &FigureTables,
    flows: FlowUnits,
) -> Result<Vec<NamedFigure>, Failure> {
    let asks = matches!(settings.method(), Method::Criteria | Method::DominantFlow);
    match request.units.as_ref().filter(|_| asks) {
        Some(file) => indicators::read(file, tables.decimal, flows).map_err(|error| Failure::table(Table::Units, file, &error)),
        None => Ok(Vec::new()),
    }
}

/// The population grid, for the method that looks at it.
fn read_grid(
    request: &Request,
    settings: &Settings,
    land: &Land,
    (tables, flows): (&mut FigureTables, FlowUnits),
) -> Result<Option<grid::Read>, Failure> {
    let Some(file) = &request.grid else { return Ok(None) };
    if settings.method() != Method::FunctionalUrbanArea {
        let told = Message::new(key::FAILURE_GRID_METHOD).with("method", settings.method().name());
        return Err(Failure::invalid(told, key::HINT_GRID_METHOD));
    }
    let boundaries = land.boundaries().filter(|boundaries| !boundaries.schematic);
    let read = grid::read(file, grid::Ground { units: flows.units, boundaries, decimal: tables.decimal })?;
    tables.files.push(read.provenance.clone());
    Ok(Some(read))
}

fn read_register(request: &Request) -> Result<Option<Register>, Failure> {
    let Some(file) = &request.register else { return Ok(None) };
    Register::open(file).map(Some).map_err(|error| Failure::table(Table::Units, file, &error))
}

fn read_flows(request: &Request, register: Option<&Register>, tell: Tell) -> Result<Reading, Failure> {
    let flows = &request.flows;
    tell(&Message::new(key::STAGE_READING).with("file", flows.file.display().to_string()));
    let options = options(flows, register)?;
    let reading = commuting::open(&flows.file, &options).map_err(|error| Failure::table(Table::Flows, &flows.file, &error))?;
    refuse_empty(&reading, &flows.file)?;
    Ok(reading)
}

/// A table of flows without any flow is refused.
pub(crate) fn refuse_empty(reading: &Reading, file: &Path) -> Result<(), Failure> {
    if reading.flows.is_empty() {
        let told = Message::new(key::FAILURE_NO_FLOWS).with("file", file.display().to_string());
        return Err(Failure::invalid(told, key::HINT_NO_FLOWS));
    }
    Ok(())
}

/// How the flow table is read.
pub(crate) fn options<'a>(flows: &FlowRequest, register: Option<&'a Register>) -> Result<commuting::Options<'a>, Failure> {
    let column = |name: &Option<String>| name.as_deref().map(Column::from);
    Ok(commuting::Options {
        columns: Columns {
            origin: column(&flows.origin),
            destination: column(&flows.destination),
            persons: column(&flows.persons),
        },
        sheet: flows.sheet.clone(),
        decimal: decimal(flows),
        duplicates: if flows.sum_duplicates { Duplicates::Sum } else { Duplicates::Refuse },
        diagonal: match flows.diagonal.as_str() {
            "keep" => DiagonalRule::Keep,
            "apart" => DiagonalRule::Apart,
            _ => DiagonalRule::Auto,
        },
        no_places: no_places(&flows.no_places)?,
        register,
    })
}

/// Destinations that are no place; one code with two treatments is a slip.
fn no_places(texts: &[String]) -> Result<Vec<NoPlace>, Failure> {
    let mut places: Vec<NoPlace> = Vec::new();
    for text in texts {
        let place = no_place(text)?;
        if places.iter().any(|other| other.code == place.code && other.treatment != place.treatment) {
            return Err(Failure::invalid(Message::new(key::FAILURE_NO_PLACE_TWICE).with("code", place.code), key::HINT_NO_PLACE));
        }
        places.push(place);
    }
    Ok(places)
}

/// The decimal sign that was asked for.
fn decimal(flows: &FlowRequest) -> Option<Decimal> {
    flows.decimal.as_deref().map(|sign| if sign == "comma" { Decimal::Comma } else { Decimal::Point })
}

fn no_place(text: &str) -> Result<NoPlace, Failure> {
    let refused = || Failure::invalid(Message::new(key::FAILURE_NO_PLACE).with("text", text), key::HINT_NO_PLACE);
    let (code, treatment) = text.split_once('=').ok_or_else(refused)?;
    let treatment = match treatment {
        "at_home" => Treatment::AtHome,
        "outside" => Treatment::Outside,
        _ => return Err(refused()),
    };
    Ok(NoPlace { code: code.to_owned(), treatment })
}

fn files(
    reading: &Reading,
    register: Option<&Register>,
    tables: &FigureTables,
    land: &Land,
) -> Vec<miedza_territory::Provenance> {
    let first = std::iter::once(reading.provenance.clone());
    first
        .chain(register.map(|register| register.provenance().clone()))
        .chain(tables.files.iter().cloned())
        .chain(land.files.iter().cloned())
        .collect()
}
