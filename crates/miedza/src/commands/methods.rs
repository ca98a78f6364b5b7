//! `miedza methods`: the methods with their parameters.

use clap::Args;
use miedza_workflows::delimitation;

use crate::terminal::{Outcome, Terminal};

/// Lists the methods.
#[derive(Debug, Args)]
pub struct Methods {
    /// Only this method
    #[arg(value_name = "METHOD")]
    method: Option<String>,
}

impl Methods {
    /// Prints the list.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let list = delimitation::methods(self.method.as_deref())?;
        terminal.answer(&list, || list.told(terminal.language()));
        Ok(())
    }
}
