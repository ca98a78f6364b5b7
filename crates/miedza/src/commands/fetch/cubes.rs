//! `miedza fetch eurostat` and `miedza fetch datastat`.

use clap::{Args, ValueEnum};
use miedza_workflows::Failure;
use miedza_workflows::importing::{self, DataStatPart, EurostatQuestion, Fetched};

use super::Answers;
use crate::commands::serve::Data;
use crate::terminal::Terminal;

/// What is asked of Eurostat, and how.
#[derive(Debug, Args)]
pub struct Eurostat {
    /// Code of the dataset: `demo_r_pjanaggr3`
    dataset: String,
    /// Codes of units: PL524,CZ071; all without it
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    geo: Vec<String>,
    /// Categories of other dimensions: sex=T,age=TOTAL; all without it
    #[arg(long, value_name = "DIMENSION=CATEGORY", value_delimiter = ',')]
    filter: Vec<String>,
    /// The first time that is wanted: 2015
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// The last time that is wanted
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Takes another label or unit of measure than before over, after a person compared both
    #[arg(long)]
    confirm_labels: bool,
    /// Address of the service, if it has moved
    #[arg(long, value_name = "URL")]
    service: Option<String>,
    /// Where the answers lie
    #[command(flatten)]
    answers: Answers,
}

/// What is asked of DataStat, and how.
#[derive(Debug, Args)]
pub struct DataStat {
    /// Code of the dataset or selection: `OBY01A`
    code: String,
    /// Which part of it
    #[arg(long, value_enum, default_value = "dataset")]
    part: PartName,
    /// Takes another label or unit of measure than before over, after a person compared both
    #[arg(long)]
    confirm_labels: bool,
    /// Address of the service, if it has moved
    #[arg(long, value_name = "URL")]
    service: Option<String>,
    /// Where the answers lie
    #[command(flatten)]
    answers: Answers,
}

/// What a code of DataStat stands for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum PartName {
    /// A whole dataset (sada)
    Dataset,
    /// A selection that the office has made ready (výběr)
    Selection,
    /// The open data of a dataset, a file with a row per value
    OpenData,
}

impl From<PartName> for DataStatPart {
    fn from(name: PartName) -> Self {
        match name {
            PartName::Dataset => Self::Dataset,
            PartName::Selection => Self::Selection,
            PartName::OpenData => Self::OpenData,
        }
    }
}

impl Eurostat {
    /// Fetches the figures.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Result<Fetched, Failure> {
        let question = EurostatQuestion {
            dataset: self.dataset,
            units: self.geo,
            filters: self.filter,
            times: (self.since, self.until),
            confirms_labels: self.confirm_labels,
        };
        let way = self.answers.way(data, "eurostat", self.service)?;
        importing::fetch_eurostat(&data.open().await?, &question, &way, &terminal.teller()).await
    }
}

impl DataStat {
    /// Fetches the figures.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Result<Fetched, Failure> {
        let asked = (self.code.as_str(), self.part.into(), self.confirm_labels);
        let way = self.answers.way(data, "datastat", self.service)?;
        importing::fetch_data_stat(&data.open().await?, asked, &way, &terminal.teller()).await
    }
}
