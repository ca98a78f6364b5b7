//! `miedza compare`: how far two partitions agree.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::delimitation::{self, CompareRequest, Source};

use crate::commands::input::BoundaryArgs;
use crate::terminal::{Outcome, Terminal};

/// Compares two partitions, each a table of units and areas.
#[derive(Debug, Args)]
pub struct Compare {
    /// First partition: a table with columns unit and area
    #[arg(value_name = "A")]
    first: PathBuf,

    /// Second partition
    #[arg(value_name = "B")]
    second: PathBuf,

    /// Flows whose employed residents weigh the units, and whose jobs move with them
    #[arg(long, value_name = "FLOWS")]
    flows: Option<PathBuf>,

    /// Table of units: names, seat coordinates, population
    #[arg(long, value_name = "FILE", help_heading = "Units")]
    units: Option<PathBuf>,

    /// Population by unit
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Units")]
    population: Option<String>,

    #[command(flatten)]
    boundaries: BoundaryArgs,

    /// Folder for matches.csv, moves.csv, summary.json and, with boundaries, comparison.svg
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Replace the results of an earlier comparison in that folder
    #[arg(long)]
    overwrite: bool,

    /// Title of the map
    #[arg(long, value_name = "TEXT", help_heading = "Map")]
    title: Option<String>,

    /// Publisher and year of the outlines and figures, for the source line; as often as needed
    #[arg(long = "source", value_name = "TEXT", help_heading = "Map")]
    sources: Vec<String>,
}

impl Compare {
    /// Prints the comparison.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let request = CompareRequest {
            first: self.first,
            second: self.second,
            flows: self.flows,
            units: self.units,
            population: self.population.as_deref().map(Source::from_argument),
            boundaries: self.boundaries.into_request(),
            out: self.out,
            overwrite: self.overwrite,
            title: self.title,
            sources: self.sources,
            language: terminal.language(),
        };
        let done = delimitation::compare(&request, &terminal.teller())?;
        terminal.warn(&done.notes);
        terminal.answer(&done.compared, || done.told(terminal.language()));
        Ok(())
    }
}
