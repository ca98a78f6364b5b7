//! `miedza fetch file`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use miedza_workflows::Failure;
use miedza_workflows::importing::{self, Described, Fetched, FileQuestion, Request};

use super::Answers;
use crate::commands::import::{Columns, CountryName, LevelName};
use crate::commands::serve::Data;
use crate::terminal::Terminal;

/// A file at an address, and what it is.
#[derive(Debug, Args)]
pub struct FromAddress {
    /// Address of the file itself, not of the page that offers it
    #[arg(value_name = "URL")]
    address: String,
    /// What it holds; the other options are those of `miedza import` for it
    #[arg(long = "as", value_enum)]
    content: ContentName,
    /// The country, where the file does not show it
    #[arg(long)]
    country: Option<CountryName>,
    /// The day whose state a register shows, where the file does not say it: 2025-01-01
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// The year of boundaries or flows
    #[arg(long, required_if_eq_any([("content", "boundaries"), ("content", "flows")]))]
    year: Option<u16>,
    /// The level of the units of boundaries, where the codes do not show it
    #[arg(long)]
    level: Option<LevelName>,
    /// Property of boundaries that holds the code
    #[arg(long)]
    code: Option<String>,
    /// Coordinate system of boundaries instead of the one that the file declares
    #[arg(long)]
    crs: Option<String>,
    /// The time that observations speak of, where the file does not say it: 2023 or 2023-12-31
    #[arg(long)]
    period: Option<String>,
    /// Subject of an export of the Local Data Bank: P2137
    #[arg(long)]
    subject: Option<String>,
    /// Word before the names of variables that have none: own
    #[arg(long, value_name = "WORD")]
    prefix: Option<String>,
    /// What people call the flows
    #[arg(long, required_if_eq("content", "flows"))]
    name: Option<String>,
    /// What flows
    #[arg(long, default_value = "commuting", value_parser = ["commuting", "school", "migration", "service"])]
    kind: String,
    /// Who published it; the host of the address, where the file does not tell
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Under which licence
    #[arg(long)]
    licence: Option<String>,
    /// How a table of flows is read
    #[command(flatten)]
    columns: Columns,
    /// Where the answers lie
    #[command(flatten)]
    answers: Answers,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ContentName {
    /// Units of a day
    Register,
    /// Boundaries of a year
    Boundaries,
    /// Observations of units
    Observations,
    /// A table of flows
    Flows,
}

impl FromAddress {
    /// Fetches the file and imports it.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Result<Fetched, Failure> {
        let way = self.answers.way(data, "files", None)?;
        // The path is that of the file once it is here.
        let (file, described) = (PathBuf::new(), Described { source: self.source, licence: self.licence });
        let (country, year) = (self.country.map(CountryName::word), self.year.unwrap_or_default());
        let request = match self.content {
            ContentName::Register => Request::register(file, country, self.day.as_deref(), described.source)?,
            ContentName::Boundaries => {
                let told = (country, self.level.map(LevelName::word), year);
                Request::boundaries(file, told, described, (self.code, self.crs))?
            }
            ContentName::Observations => {
                let received = way.received();
                Request::observations(file, (&received, self.period.as_deref()), (self.subject, self.prefix), described)?
            }
            ContentName::Flows => {
                let named = (self.name.unwrap_or_default(), self.kind, year);
                Request::flows(file, named, described, self.columns.into())
            }
        };
        let question = FileQuestion { address: self.address, request };
        importing::fetch_file(&data.open().await?, question, &way, &terminal.teller()).await
    }
}
