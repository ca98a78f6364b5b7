//! Which units touch, as a table.

mod atlas;
mod classes;
mod countries;
mod flows;
mod map;
mod matrix;
mod shapes;

pub use atlas::{Atlas, Frames};
pub use classes::{Class, class_of, classes};
pub use countries::country;
pub use flows::{FlowWith, UnitFlows, flows_of, speaks_of};
pub use map::{Drawn, Line, drawing, drawing_with_lines, features};
pub use matrix::{Among, FlowMatrix};
pub use shapes::{UnitShape, shapes, unit_shapes};

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use miedza_delimitation::contiguity;
use miedza_sources::boundary;
use miedza_territory::{Neighbours, Rule, UnitCode, Units};
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use crate::failure::Failure;
use crate::listing;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct ContiguityRequest {
    /// File of boundaries.
    pub file: PathBuf,
    /// Table to write.
    pub out: PathBuf,
    /// Whether that table may be replaced.
    pub overwrite: bool,
    /// `queen` or `rook`.
    pub rule: String,
    /// Widest gap in metres; the default of the method where `None`.
    pub gap_m: Option<f64>,
    /// Property that holds the code.
    pub code: Option<String>,
    /// Layer or object of the file.
    pub layer: Option<String>,
    /// Coordinate system instead of the one that the file declares.
    pub crs: Option<String>,
}

/// What was found.
#[derive(Debug)]
pub struct ContiguityDone {
    /// Counts and islands.
    pub summary: ContiguitySummary,
    /// What a reader should know.
    pub notes: Vec<Message>,
}

/// Counts and islands.
#[derive(Debug, Serialize)]
pub struct ContiguitySummary {
    /// The table.
    pub file: PathBuf,
    /// `queen` or `rook`.
    pub rule: &'static str,
    /// Widest gap in metres across which units touch.
    pub gap_m: f64,
    /// How many units.
    pub units: usize,
    /// How many pairs of neighbours.
    pub pairs: usize,
    /// Pairs that touch only within the gap.
    pub only_near: usize,
    /// Units that touch no other.
    pub islands: Vec<UnitCode>,
}

impl ContiguityDone {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        let told = Message::new(key::CONTIGUITY_TOLD)
            .with("pairs", self.summary.pairs)
            .with("units", self.summary.units)
            .with("file", self.summary.file.display().to_string());
        language.say(&told)
    }
}

/// The rule of a word.
pub fn rule(word: &str) -> Rule {
    if word == "rook" { Rule::Rook } else { Rule::Queen }
}

/// How neighbours are found.
pub fn parameters(word: &str, gap_m: Option<f64>) -> contiguity::Parameters {
    let usual = contiguity::Parameters { rule: rule(word), ..contiguity::Parameters::default() };
    gap_m.map_or(usual, |gap_m| contiguity::Parameters { gap_m, ..usual })
}

fn write(path: &Path, table: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, table)
}

/// One row per pair, the smaller unit first.
fn pair_table(units: &Units, neighbours: &Neighbours) -> String {
    let mut table = String::from("unit,neighbour,border_m\n");
    for unit in units.indices() {
        for contact in neighbours.of(unit).iter().filter(|contact| contact.unit > unit) {
            let border = contact.border_m.map_or_else(String::new, |metres| format!("{metres:.1}"));
            // Writing into a string cannot fail.
            let _ = writeln!(table, "{},{},{border}", units.code(unit), units.code(contact.unit));
        }
    }
    table
}

/// Finds the pairs of units that touch and writes them as a table.
///
/// # Errors
/// [`Failure`] if the boundaries cannot be read or the table not be written.
pub fn contiguity(request: &ContiguityRequest) -> Result<ContiguityDone, Failure> {
    if request.out.exists() && !request.overwrite {
        return Err(Failure::exists(&request.out));
    }
    let options = boundary::Options {
        crs: request.crs.as_deref(),
        layer: request.layer.as_deref(),
        code: request.code.as_deref(),
        ..boundary::Options::default()
    };
    let read = boundary::read(&request.file, &options).map_err(|error| Failure::boundaries(&request.file, &error))?;
    let parameters = parameters(&request.rule, request.gap_m);
    let found =
        contiguity::neighbours(&read.boundaries, &parameters).map_err(|error| Failure::contiguity(&request.file, &error))?;
    let units = &read.boundaries.units;
    let table = pair_table(units, &found.neighbours);
    write(&request.out, &table).map_err(|error| Failure::not_written(&request.out, &error))?;
    let islands: Vec<UnitCode> = found.islands.iter().map(|&unit| units.code(unit).clone()).collect();
    let mut notes = crate::delimitation::boundary_notes(&read.report);
    notes.extend(listing::note(key::NOTE_ISLANDS, &islands.iter().map(ToString::to_string).collect::<Vec<_>>()));
    let summary = ContiguitySummary {
        file: request.out.clone(),
        rule: if parameters.rule == Rule::Rook { "rook" } else { "queen" },
        gap_m: parameters.gap_m,
        units: units.len(),
        pairs: found.neighbours.pair_count(),
        only_near: found.only_near.len(),
        islands,
    };
    Ok(ContiguityDone { summary, notes })
}
