//! `miedza fetch`: figures of offices from their services into the store.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use miedza_workflows::account::terminal::today;
use miedza_workflows::importing::{self, BankQuestion};

use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Fetches figures of offices from their services into the store.
#[derive(Debug, Args)]
pub struct Fetch {
    /// From where
    #[command(subcommand)]
    what: What,
    /// Where the data lie
    #[command(flatten)]
    data: Data,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The Local Data Bank of Statistics Poland
    Bdl(Bdl),
}

/// What is asked of the Local Data Bank, and how.
#[derive(Debug, Args)]
struct Bdl {
    /// Numbers of the variables: 72305,59
    #[arg(long, value_name = "LIST", value_delimiter = ',', required = true)]
    variables: Vec<u32>,
    /// Codes of counties and voivodeships whose municipalities are wanted: 3217,30; all of Poland without it
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    units: Vec<String>,
    /// The years: 2015-2024
    #[arg(long, value_name = "LIST", value_delimiter = ',', required = true)]
    years: Vec<String>,
    /// Client key; without it the service allows fewer requests
    #[arg(long, env = "MIEDZA_BDL_KEY", hide_env_values = true)]
    key: Option<String>,
    /// Folder in which the pages that came stay; without it they stay only until all is kept
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Takes the labels of the service over as the expected ones, after a person compared both
    #[arg(long)]
    confirm_labels: bool,
    /// Address of the service, if it has moved
    #[arg(long, value_name = "URL")]
    service: Option<String>,
}

impl Fetch {
    /// Fetches the figures and says what came in.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let What::Bdl(asked) = self.what;
        run(async {
            let question = BankQuestion {
                variables: asked.variables,
                units: asked.units,
                years: importing::years(&asked.years)?,
                confirms_labels: asked.confirm_labels,
                labels: self.data.folder.join("bdl-labels.csv"),
                keeps_pages: asked.cache.is_some(),
            };
            let pages = asked.cache.unwrap_or_else(|| self.data.folder.join("bdl-pages"));
            let settings = importing::bank(pages, &today().to_string(), asked.key.as_deref(), asked.service)?;
            let store = self.data.open().await?;
            let imported = importing::fetch_bank(&store, &question, settings, &terminal.teller()).await?;
            terminal.answer(&imported, || imported.told(terminal.language()));
            Ok(())
        })
    }
}
