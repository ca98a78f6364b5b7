//! `miedza diagnose`: the diagnostic report of a partnership or of a list of units.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::account::terminal::today;
use miedza_workflows::diagnosis::{DiagnoseRequest, diagnose};

use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Writes the diagnostic report of a partnership or of a list of units.
#[derive(Debug, Args)]
pub struct Diagnose {
    /// Slug of a partnership: its members today, or its newest published diagnosis
    #[arg(long, value_name = "SLUG", conflicts_with = "units")]
    partnership: Option<String>,
    /// Codes or names of municipalities, counties or regions, apart from each other by commas, or a file of them
    #[arg(long, value_name = "LIST")]
    units: Option<String>,
    /// With whom the area is compared
    #[arg(long, value_name = "RULE", value_parser = ["voivodeship", "country", "counties_around", "same_kind", "same_type", "same_type_and_size", "nearest"])]
    peers: Option<String>,
    /// Compares with the nearest by these weights: population:2;seniors_share:1
    #[arg(long, value_name = "WEIGHTS")]
    peer_weights: Option<String>,
    /// Title of the report
    #[arg(long)]
    title: Option<String>,
    /// The report; its ending says the form: .pdf, .docx, .html, .xlsx
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replaces a file that is there
    #[arg(long)]
    overwrite: bool,
    /// Where the data lie
    #[command(flatten)]
    data: Data,
}

impl Diagnose {
    /// Writes the report and says what is in it.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let Self { partnership, units, peers, peer_weights, title, out, overwrite, data } = self;
        let request = DiagnoseRequest { partnership, units, peers, peer_weights, title, out, overwrite };
        run(async {
            let store = data.open().await?;
            let done = diagnose(&store, &request, (today(), terminal.language())).await?;
            terminal.answer(&done, || done.told(terminal.language()));
            Ok(())
        })
    }
}
