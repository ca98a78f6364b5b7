//! `miedza fetch`: figures, boundaries and files of offices from their services into the store.

mod bdl;
mod borders;
mod cubes;
mod file;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use miedza_workflows::Failure;
use miedza_workflows::account::terminal::today;
use miedza_workflows::importing::{Fetched, Keeps, Way};

use self::bdl::Bdl;
use self::borders::{Gisco, Prg, Ruian};
use self::cubes::{DataStat, Eurostat};
use self::file::FromAddress;
use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Fetches figures, boundaries and files of offices from their services into the store.
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
    /// A dataset of Eurostat
    Eurostat(Eurostat),
    /// A dataset of DataStat, the service of the Czech Statistical Office
    #[command(name = "datastat")]
    DataStat(DataStat),
    /// Municipalities of Poland and Czechia from GISCO, the geographic service of Eurostat
    Gisco(Gisco),
    /// Polish boundaries from the register of borders (PRG)
    Prg(Prg),
    /// Czech boundaries from the register of territorial identification (RÚIAN)
    Ruian(Ruian),
    /// A file that a publisher offers at an address: TERC, the commuting matrix, any that `miedza import` reads
    File(Box<FromAddress>),
}

/// Where the answers of a service lie, and how long they may be.
#[derive(Debug, Args)]
struct Answers {
    /// Folder in which the answers that came stay; without it they stay only until all is kept
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// The most megabytes of one answer, if more or less than usual
    #[arg(long, value_name = "MB")]
    most: Option<u64>,
}

impl Answers {
    /// How a service is asked; each has a folder of its own, for its limits are its own.
    fn way(self, data: &Data, word: &str, service: Option<String>) -> Result<Way, Failure> {
        let keeps = if self.cache.is_some() { Keeps::Always } else { Keeps::UntilDone };
        let folder = self.cache.unwrap_or_else(|| data.folder.join("fetched").join(word));
        Ok(Way::new(folder, &today().to_string(), service, self.most)?.keeping(keeps))
    }
}

impl Fetch {
    /// Fetches what is asked for and says what came in.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let data = &self.data;
        run(async {
            let fetched: Fetched = match self.what {
                What::Bdl(asked) => return asked.run(data, terminal).await,
                What::Eurostat(asked) => asked.run(data, terminal).await?,
                What::DataStat(asked) => asked.run(data, terminal).await?,
                What::Gisco(asked) => asked.run(data, terminal).await?,
                What::Prg(asked) => asked.run(data, terminal).await?,
                What::Ruian(asked) => asked.run(data, terminal).await?,
                What::File(asked) => asked.run(data, terminal).await?,
            };
            terminal.answer(&fetched, || fetched.told(terminal.language()));
            Ok(())
        })
    }
}
