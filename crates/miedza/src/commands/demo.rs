//! `miedza demo`: the main job on the demonstration figures.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::demo;

use crate::terminal::{Outcome, Terminal};

/// Delimits the demonstration areas and writes all outputs.
#[derive(Debug, Args)]
pub struct Demo {
    /// Folder for the results; earlier demonstration results in it are replaced
    #[arg(long, value_name = "DIR", default_value = "demo-result")]
    data: PathBuf,
}

impl Demo {
    /// Runs the main job on each demonstration area and says where the results lie.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let shown = demo::demo(&self.data, terminal.language(), &terminal.teller())?;
        terminal.answer(&shown.summary, || shown.told(terminal.language()));
        Ok(())
    }
}
