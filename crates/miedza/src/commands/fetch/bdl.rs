//! `miedza fetch bdl`.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::account::terminal::today;
use miedza_workflows::importing::{self, BankQuestion};

use crate::commands::serve::Data;
use crate::terminal::{Outcome, Terminal};

/// What is asked of the Local Data Bank, and how.
#[derive(Debug, Args)]
pub struct Bdl {
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

impl Bdl {
    /// Fetches the figures and says what came in.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Outcome {
        let question = BankQuestion {
            variables: self.variables,
            units: self.units,
            years: importing::years(&self.years)?,
            confirms_labels: self.confirm_labels,
            labels: data.folder.join("bdl-labels.csv"),
            keeps_pages: self.cache.is_some(),
        };
        let pages = self.cache.unwrap_or_else(|| data.folder.join("bdl-pages"));
        let settings = importing::bank(pages, &today().to_string(), self.key.as_deref(), self.service)?;
        let store = data.open().await?;
        let imported = importing::fetch_bank(&store, &question, settings, &terminal.teller()).await?;
        terminal.answer(&imported, || imported.told(terminal.language()));
        Ok(())
    }
}
