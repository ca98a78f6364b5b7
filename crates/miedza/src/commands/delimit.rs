//! `miedza delimit`: from a table of flows to areas, map and report.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::delimitation::{self, Format, Reckoning, Request};

use crate::commands::input::{BoundaryArgs, FlowArgs, FolderArgs, MethodArgs, UnitArgs};
use crate::terminal::{Outcome, Terminal};

/// Puts the units of a flow table into functional areas.
#[derive(Debug, Args)]
pub struct Delimit {
    #[command(flatten)]
    flows: FlowArgs,

    #[command(flatten)]
    folder: FolderArgs,

    #[command(flatten)]
    method: MethodArgs,

    #[command(flatten)]
    units: UnitArgs,

    #[command(flatten)]
    boundaries: BoundaryArgs,

    /// What happens to areas in several pieces: whole pieces move, units move one by one, or nothing; auto moves whole
    /// pieces but for functional_urban_area, which has a step of its own
    #[arg(long, value_name = "HOW", default_value = "auto", value_parser = ["auto", "piece", "unit", "none"], help_heading = "Contiguity")]
    repair: String,

    /// Table of moves made by hand (`unit,area`), tried in its order after the contiguity step; an area is named by any unit
    /// of it, and of several allowed ones the strongest link wins
    #[arg(long, value_name = "FILE", help_heading = "Contiguity")]
    moves: Option<PathBuf>,

    /// Totals that the links of these moves rest on: of the unit and its allowed areas alone, as the program of Istat has
    /// it, or of the full matrix
    #[arg(long, value_name = "WHICH", default_value = "restricted", value_parser = ["restricted", "full"], help_heading = "Contiguity")]
    moves_totals: String,

    /// Write the report, in any of these formats: pdf, html, docx
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', help_heading = "Report")]
    report: Vec<Format>,

    /// Title of the report and of the map
    #[arg(long, value_name = "TEXT", help_heading = "Report")]
    title: Option<String>,

    /// Publisher and year of the figures, for the source line; as often as needed
    #[arg(long = "source", value_name = "TEXT", help_heading = "Report")]
    sources: Vec<String>,

    /// Date on the title page; without it the report bears none and its bytes depend on its input alone
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Report")]
    date: Option<String>,
}

impl Delimit {
    /// Runs the delimitation and tells what came of it.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let request = Request {
            flows: self.flows.into_request()?,
            method: self.method.method,
            settings: self.method.settings,
            criteria: self.method.criteria,
            grid: self.method.grid,
            units: self.units.units,
            register: self.units.register,
            boundaries: self.boundaries.into_request(),
            repair: self.repair,
            moves: self.moves,
            moves_totals: if self.moves_totals == "full" { Reckoning::Full } else { Reckoning::Restricted },
            reports: self.report,
            title: self.title,
            sources: self.sources,
            date: self.date,
            language: terminal.language(),
            out: self.folder.out,
            overwrite: self.folder.overwrite,
        };
        let done = delimitation::delimit(&request, &terminal.teller())?;
        terminal.warn(&done.notes);
        terminal.answer(&done.summary, || done.told(terminal.language()));
        Ok(())
    }
}
