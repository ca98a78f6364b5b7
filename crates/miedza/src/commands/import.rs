//! `miedza import`: files of publishers into the store.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use miedza_workflows::Failure;
use miedza_workflows::account::terminal::today;
use miedza_workflows::importing::{self, Imported};
use miedza_workflows::lab::How;

use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Imports files of publishers into the store.
#[derive(Debug, Args)]
pub struct Import {
    /// What is imported
    #[command(subcommand)]
    what: What,
    /// Where the data lie
    #[command(flatten)]
    data: Data,
}

/// A country of units.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum CountryName {
    /// Poland
    Pl,
    /// Czechia
    Cz,
}

/// A level of units.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LevelName {
    /// Voivodeship, kraj
    Region,
    /// Powiat, okres
    County,
    /// Gmina, obec
    Municipality,
}

impl CountryName {
    /// The word under which the country is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::Cz => "cz",
        }
    }
}

impl LevelName {
    /// The word under which the level is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::County => "county",
            Self::Municipality => "municipality",
        }
    }
}

#[derive(Debug, Subcommand)]
enum What {
    /// Units of a day: TERC, lists of Czech municipalities
    Register {
        /// The file
        file: PathBuf,
        /// The country, where the file does not show it
        #[arg(long)]
        country: Option<CountryName>,
        /// The day whose state it shows, where the file does not say it: 2025-01-01
        #[arg(long, value_name = "DAY")]
        day: Option<String>,
        /// Who published it
        #[arg(long, value_name = "NAME")]
        source: Option<String>,
    },
    /// Boundaries of a year: GeoJSON, TopoJSON, GeoPackage, Shapefile, GML
    Boundaries {
        /// The file
        file: PathBuf,
        /// The year whose state it shows
        #[arg(long)]
        year: u16,
        /// The country, where the codes do not show it
        #[arg(long)]
        country: Option<CountryName>,
        /// The level of its units, where the codes do not show it
        #[arg(long)]
        level: Option<LevelName>,
        /// Who published it
        #[arg(long, value_name = "NAME")]
        source: Option<String>,
        /// Under which licence
        #[arg(long)]
        licence: Option<String>,
        /// Property that holds the code
        #[arg(long)]
        code: Option<String>,
        /// Coordinate system instead of the one that the file declares
        #[arg(long)]
        crs: Option<String>,
    },
    /// Observations of units: exports and answers of the Local Data Bank, JSON-stat, tables of statistical offices, own tables
    Observations {
        /// The file
        #[arg(required_unless_present = "withdraw")]
        file: Option<PathBuf>,
        /// Take the import with this number back, as if its file had never come; the page of observations lists the numbers
        #[arg(long, value_name = "NUMBER", conflicts_with_all = ["file", "period", "subject", "source", "prefix", "licence", "retrieved"])]
        withdraw: Option<u32>,
        /// The time that it speaks of, where the file does not say it: 2023 or 2023-12-31
        #[arg(long)]
        period: Option<String>,
        /// Subject of an export of the Local Data Bank, where its name does not say it: P2137
        #[arg(long)]
        subject: Option<String>,
        /// Who published it
        #[arg(long, value_name = "NAME")]
        source: Option<String>,
        /// Word before the names of variables that have none: own
        #[arg(long, value_name = "WORD")]
        prefix: Option<String>,
        /// Under which licence
        #[arg(long)]
        licence: Option<String>,
        /// The day on which it was retrieved, today where it is not said
        #[arg(long, value_name = "DAY")]
        retrieved: Option<String>,
    },
    /// A table of flows for the area lab
    Flows {
        /// The file
        file: PathBuf,
        /// What people call it
        #[arg(long)]
        name: String,
        /// The year that it speaks of
        #[arg(long)]
        year: u16,
        /// What flows
        #[arg(long, default_value = "commuting", value_parser = ["commuting", "school", "migration", "service"])]
        kind: String,
        /// Who published it
        #[arg(long, value_name = "NAME")]
        source: Option<String>,
        /// Under which licence
        #[arg(long)]
        licence: Option<String>,
        /// How it is read
        #[command(flatten)]
        columns: Columns,
    },
}

/// How a table of flows is read, where it does not tell it itself.
#[derive(Debug, Args)]
pub struct Columns {
    /// Column of origins, by name or number
    #[arg(long, value_name = "COLUMN")]
    origin: Option<String>,
    /// Column of destinations, by name or number
    #[arg(long, value_name = "COLUMN")]
    destination: Option<String>,
    /// Column of persons, by name or number
    #[arg(long, value_name = "COLUMN")]
    persons: Option<String>,
    /// Sheet of a workbook
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Decimal sign, where the numbers do not tell
    #[arg(long, value_name = "SIGN", value_parser = ["comma", "point"])]
    decimal: Option<String>,
    /// Sum rows that have the same origin and destination
    #[arg(long)]
    sum_duplicates: bool,
}

impl From<Columns> for How {
    fn from(columns: Columns) -> Self {
        let Columns { origin, destination, persons, sheet, decimal, sum_duplicates } = columns;
        Self { origin, destination, persons, sheet, decimal, sum_duplicates, ..Self::default() }
    }
}

impl Import {
    /// Imports the file and says what came in.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            let store = self.data.open().await?;
            if let What::Observations { withdraw: Some(import), .. } = self.what {
                let withdrawn = importing::withdraw(&store, import, None).await?;
                terminal.answer(&withdrawn, || withdrawn.told(terminal.language()));
                return Ok(());
            }
            let request = self.what.request()?;
            let imported: Imported = importing::import(&store, &request).await?;
            terminal.answer(&imported, || imported.told(terminal.language()));
            Ok(())
        })
    }
}

impl What {
    /// The request behind the arguments.
    fn request(self) -> Result<importing::Request, Failure> {
        Ok(match self {
            Self::Register { file, country: of, day, source } => {
                importing::Request::register(file, of.map(CountryName::word), day.as_deref(), source)?
            }
            Self::Boundaries { file, year, country: of, level, source, licence, code, crs } => {
                let described = importing::Described { source, licence };
                importing::Request::boundaries(
                    file,
                    (of.map(CountryName::word), level.map(LevelName::word), year),
                    described,
                    (code, crs),
                )?
            }
            Self::Observations { file, period, subject, source, prefix, licence, retrieved, withdraw: _ } => {
                let file = file.unwrap_or_default();
                let retrieved = retrieved.unwrap_or_else(|| today().to_string());
                let described = importing::Described { source, licence };
                importing::Request::observations(file, (&retrieved, period.as_deref()), (subject, prefix), described)?
            }
            Self::Flows { file, name, year, kind, source, licence, columns } => {
                importing::Request::flows(file, (name, kind, year), importing::Described { source, licence }, columns.into())
            }
        })
    }
}
