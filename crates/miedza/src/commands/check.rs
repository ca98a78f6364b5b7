//! `miedza check`: a partnership against the rules of cooperation.

use clap::Args;
use miedza_workflows::account::terminal::today;
use miedza_workflows::opening;
use miedza_workflows::partnership::consistency;

use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Holds a partnership against the consistency rules; exit code 2 if an error waits to be put right.
#[derive(Debug, Args)]
pub struct Check {
    /// Address of the partnership, such as aglomeracja-walbrzyska
    #[arg(value_name = "SLUG")]
    slug: String,
    /// Only the rules of this stage, such as formation or delimitation
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// Where the data lie
    #[command(flatten)]
    data: Data,
}

impl Check {
    /// Judges, says what was found, and fails if an error waits.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            let store = opening::open_kept(&self.data.place()).await?;
            let language = terminal.language();
            let report = consistency::report(&store, &self.slug, self.stage.as_deref(), (today(), language)).await;
            store.close().await;
            let report = report?;
            terminal.answer(&report, || report.told(language));
            report.outcome()
        })
    }
}
