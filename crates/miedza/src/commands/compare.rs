//! `miedza compare`: how far two partitions agree.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::delimitation;

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

    /// Flows whose employed residents weigh the units
    #[arg(long, value_name = "FLOWS")]
    flows: Option<PathBuf>,
}

impl Compare {
    /// Prints the comparison.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let comparison = delimitation::compare(&self.first, &self.second, self.flows.as_deref())?;
        terminal.answer(&comparison, || comparison.told(terminal.language()));
        Ok(())
    }
}
