//! Two partitions of the same land: how far they agree, what became of each area, and what moves.

mod answer;
mod drawing;
mod ground;
mod tables;
mod told;

use std::path::PathBuf;

use miedza_delimitation::compare::{self as comparison, Comparison};
use miedza_sources::units::Source;
use miedza_texts::{Language, Message, key};

pub use answer::Compared;

use self::ground::Ground;
use super::outputs::json;
use super::request::BoundaryRequest;
use crate::Tell;
use crate::failure::Failure;
use crate::output_folder::OutputFolder;

/// Names of all files that this command may write.
const FILES: [&str; 4] = ["comparison.svg", "matches.csv", "moves.csv", "summary.json"];

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct CompareRequest {
    /// First partition: a table of units and areas.
    pub first: PathBuf,
    /// Second partition.
    pub second: PathBuf,
    /// Flows: employed residents weigh the units, jobs move with them.
    pub flows: Option<PathBuf>,
    /// Table of units: names, seats, population.
    pub units: Option<PathBuf>,
    /// Population by unit.
    pub population: Option<Source>,
    /// Boundaries or neighbours: contiguity and the map.
    pub boundaries: BoundaryRequest,
    /// Folder of results; nothing is written where `None`.
    pub out: Option<PathBuf>,
    /// Whether earlier results there may be replaced.
    pub overwrite: bool,
    /// Title of the map.
    pub title: Option<String>,
    /// Lines that name publisher and year.
    pub sources: Vec<String>,
    /// Language of the map.
    pub language: Language,
}

/// What a comparison came to.
#[derive(Debug)]
pub struct CompareDone {
    /// The answer.
    pub compared: Compared,
    /// What a reader should know.
    pub notes: Vec<Message>,
    folder: Option<String>,
}

/// Compares two tables of units and areas and writes what was asked for.
///
/// # Errors
/// [`Failure`] if a file cannot be read or written, or the partitions have no unit in common.
pub fn compare(request: &CompareRequest, tell: Tell) -> Result<CompareDone, Failure> {
    let output = request.out.as_deref().map(|folder| OutputFolder::prepare(folder, &FILES, request.overwrite)).transpose()?;
    let ground = Ground::read(request, tell)?;
    let found = held_together(&ground)?;
    let compared = Compared::of(&found, &ground);
    if let Some(output) = output {
        tell(&key::STAGE_WRITING.into());
        write(request, &ground, (&found, &compared), &output)?;
        output.finish()?;
    }
    let folder = request.out.as_ref().map(|folder| folder.display().to_string());
    Ok(CompareDone { compared, notes: ground.notes, folder })
}

fn held_together(ground: &Ground) -> Result<Comparison, Failure> {
    let nothing = || Failure::invalid(key::FAILURE_NO_COMMON_UNITS, key::HINT_PARTITION);
    let [first, second] = [&ground.sides[0].partition, &ground.sides[1].partition];
    let found = comparison::compare(first, second, ground.weights().as_ref()).map_err(|error| nothing().because(&error))?;
    if found.compared == 0 { Err(nothing()) } else { Ok(found) }
}

fn write(
    request: &CompareRequest,
    ground: &Ground,
    (found, compared): (&Comparison, &Compared),
    output: &OutputFolder,
) -> Result<(), Failure> {
    output.write("summary.json", &json(compared))?;
    output.write("matches.csv", &tables::matches(compared, request.language))?;
    output.write("moves.csv", &tables::moves(compared, request.language))?;
    if let Some(svg) = drawing::picture(request, ground, found)? {
        output.write("comparison.svg", svg.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
