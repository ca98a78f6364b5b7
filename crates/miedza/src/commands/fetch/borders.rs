//! `miedza fetch gisco`, `miedza fetch prg` and `miedza fetch ruian`.

use clap::Args;
use miedza_workflows::Failure;
use miedza_workflows::importing::{self, Fetched, LocalUnitsQuestion, PolishBordersQuestion};

use super::Answers;
use crate::commands::import::{CountryName, LevelName};
use crate::commands::serve::Data;
use crate::terminal::Terminal;

/// What is asked of GISCO, and how.
#[derive(Debug, Args)]
pub struct Gisco {
    /// The year whose state is wanted: 2021
    #[arg(long)]
    year: u16,
    /// The countries; both without it
    #[arg(long, value_name = "LIST", value_delimiter = ',', ignore_case = true)]
    country: Vec<CountryName>,
    /// Address of the folder in which the files lie, if it has moved
    #[arg(long, value_name = "URL")]
    service: Option<String>,
    /// Where the answers lie
    #[command(flatten)]
    answers: Answers,
}

/// What is asked of the Polish register of borders, and how.
#[derive(Debug, Args)]
pub struct Prg {
    /// The level of the units
    #[arg(long, value_enum, default_value = "municipality")]
    level: LevelName,
    /// Beginnings of codes: 3217,30; all of Poland without it
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    units: Vec<String>,
    /// The year under which the boundaries are kept; this year without it, for the service shows today's state
    #[arg(long)]
    year: Option<u16>,
    /// Lets a part of the country take the place of a set that holds more
    #[arg(long)]
    replace: bool,
    /// Address of the service, if it has moved
    #[arg(long, value_name = "URL")]
    service: Option<String>,
    /// Where the answers lie
    #[command(flatten)]
    answers: Answers,
}

/// What is asked of RÚIAN, and how.
#[derive(Debug, Args)]
pub struct Ruian {
    /// The level of the units
    #[arg(long, value_enum, default_value = "municipality")]
    level: LevelName,
    /// The year under which the boundaries are kept; this year without it, for the service shows today's state
    #[arg(long)]
    year: Option<u16>,
    /// Address of the service, if it has moved
    #[arg(long, value_name = "URL")]
    service: Option<String>,
    /// Where the answers lie
    #[command(flatten)]
    answers: Answers,
}

impl Gisco {
    /// Fetches the boundaries.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Result<Fetched, Failure> {
        let countries = self.country.into_iter().map(|name| name.word().to_owned()).collect();
        let question = LocalUnitsQuestion { year: self.year, countries };
        let way = self.answers.way(data, "gisco", self.service)?;
        importing::fetch_local_units(&data.open().await?, &question, &way, &terminal.teller()).await
    }
}

impl Prg {
    /// Fetches the boundaries.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Result<Fetched, Failure> {
        let level = self.level.word().to_owned();
        let question = PolishBordersQuestion { level, units: self.units, year: self.year, replaces: self.replace };
        let way = self.answers.way(data, "prg", self.service)?;
        importing::fetch_polish_borders(&data.open().await?, &question, &way, &terminal.teller()).await
    }
}

impl Ruian {
    /// Fetches the boundaries.
    pub async fn run(self, data: &Data, terminal: &Terminal) -> Result<Fetched, Failure> {
        let asked = (self.level.word(), self.year);
        let way = self.answers.way(data, "ruian", self.service)?;
        importing::fetch_czech_borders(&data.open().await?, asked, &way, &terminal.teller()).await
    }
}
