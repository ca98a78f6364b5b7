//! `miedza certainty`: how sure each boundary of a delimitation is.

use clap::Args;
use miedza_workflows::delimitation::{self, CertaintyRequest, Reckoning, Request};

use crate::commands::input::{BoundaryArgs, FlowArgs, FolderArgs, MethodArgs, UnitArgs};
use crate::terminal::{Outcome, Terminal};

/// Draws the flows again and again and tells how sure each unit is of its area.
#[derive(Debug, Args)]
pub struct Certainty {
    #[command(flatten)]
    flows: FlowArgs,

    #[command(flatten)]
    folder: FolderArgs,

    #[command(flatten)]
    method: MethodArgs,

    /// How many times the flows are drawn
    #[arg(long, value_name = "N", default_value_t = 1000, help_heading = "Certainty")]
    replicates: usize,

    /// Number from which everything drawn follows: the same seed gives the same bytes
    #[arg(long, value_name = "S", default_value_t = 1, help_heading = "Certainty")]
    seed: u64,

    /// How flows are drawn: each by itself, or the residents of each unit over its destinations
    #[arg(long, value_name = "HOW", default_value = "poisson", value_parser = ["poisson", "multinomial"], help_heading = "Certainty")]
    draw: String,

    /// Persons that may stand behind a suppressed flow, behind every mark or behind this one; as often as needed
    #[arg(long, value_name = "[MARK=]LOW-HIGH", allow_hyphen_values = true, help_heading = "Certainty")]
    suppressed: Vec<String>,

    /// Certainty below which a unit is on the edge, 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.8, help_heading = "Certainty")]
    limit: f64,

    /// What stands for all replicates: the one least far from the others, or units together in most of them
    #[arg(long, value_name = "HOW", default_value = "medoid", value_parser = ["medoid", "co_assignment"], help_heading = "Certainty")]
    consensus: String,

    /// Values of a parameter to be tried on the counted flows: A,B,C or FIRST:LAST:STEP; as often as needed, all combinations
    #[arg(long = "sweep", value_name = "NAME=VALUES", help_heading = "Certainty")]
    sweeps: Vec<String>,

    #[command(flatten)]
    units: UnitArgs,

    #[command(flatten)]
    boundaries: BoundaryArgs,

    /// What happens to areas in several pieces, as in `miedza delimit`
    #[arg(long, value_name = "HOW", default_value = "auto", value_parser = ["auto", "piece", "unit", "none"], help_heading = "Contiguity")]
    repair: String,

    /// Title of the map
    #[arg(long, value_name = "TEXT", help_heading = "Map")]
    title: Option<String>,

    /// Publisher and year of the figures, for the source line; as often as needed
    #[arg(long = "source", value_name = "TEXT", help_heading = "Map")]
    sources: Vec<String>,
}

impl Certainty {
    /// Runs the study and tells what came of it.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let delimitation = Request {
            flows: self.flows.into_request()?,
            method: self.method.method,
            settings: self.method.settings,
            criteria: self.method.criteria,
            grid: self.method.grid,
            units: self.units.units,
            register: self.units.register,
            boundaries: self.boundaries.into_request(),
            repair: self.repair,
            moves: None,
            moves_totals: Reckoning::default(),
            reports: Vec::new(),
            title: self.title,
            sources: self.sources,
            date: None,
            language: terminal.language(),
            out: self.folder.out,
            overwrite: self.folder.overwrite,
        };
        let request = CertaintyRequest {
            delimitation,
            replicates: self.replicates,
            seed: self.seed,
            draw: self.draw,
            consensus: self.consensus,
            limit: self.limit,
            suppressed: self.suppressed,
            sweeps: self.sweeps,
        };
        let certain = delimitation::certainty(&request, &terminal.teller())?;
        terminal.warn(&certain.notes);
        terminal.answer(&certain.summary, || certain.told(terminal.language()));
        Ok(())
    }
}
