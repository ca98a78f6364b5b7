//! Answers of services into the store: figures, boundaries, and any file that a publisher offers at an address.
//!
//! What a source is asked stands in its room of `miedza-sources`; what came goes the way of files that are imported by hand,
//! and the trail notes where it came from.

pub(super) mod bank;
mod boundaries;
mod cubes;
mod failed;
mod file;
mod known;

use std::path::PathBuf;

use miedza_sources::service::{Answer, Client, Redirects, Settings, address};
use miedza_store::{Retrieval, Store};
use miedza_territory::Day;
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::{AUTHOR, Imported, word};
use crate::failure::Failure;

pub use self::bank::{BankQuestion, bank, fetch_bank, years};
pub use self::boundaries::{
    LocalUnitsQuestion, PolishBordersQuestion, fetch_czech_borders, fetch_local_units, fetch_polish_borders,
};
pub use self::cubes::{DataStatPart, EurostatQuestion, fetch_data_stat, fetch_eurostat};
pub use self::file::{FileQuestion, fetch_file};

/// Most bytes of an answer that may be asked for: what readers of files take.
const MOST_MEGABYTES: u64 = 2048;

/// How a service is asked, and what becomes of its answers.
#[derive(Clone, Debug)]
pub struct Way {
    /// How it is asked, and the folder of its answers.
    pub asking: Settings,
    /// Address of the service, if it has moved.
    pub service: Option<String>,
    /// Whether answers stay in their folder when all is kept.
    pub keeps_answers: bool,
    /// The most bytes of one answer, in place of what the source is known for.
    pub most_bytes: Option<u64>,
}

impl Way {
    /// A way with this folder of answers and this day of today; `most` is in megabytes.
    ///
    /// # Errors
    /// [`Failure`] if the day is none, the service no address that may be asked, or `most` out of its range.
    pub fn new(folder: PathBuf, today: &str, service: Option<String>, most: Option<u64>) -> Result<Self, Failure> {
        if let Some(service) = &service {
            address(service).map_err(|error| failed::file(&error))?;
        }
        if let Some(most) = most.filter(|most| !(1..=MOST_MEGABYTES).contains(most)) {
            let told = Message::new(key::FETCH_MOST).with("most", most.to_string());
            return Err(Failure::invalid(told.with("limit", MOST_MEGABYTES.to_string()), key::FETCH_BOUND_HINT));
        }
        let most_bytes = most.map(|most| most << 20);
        Ok(Self { asking: Settings::new(folder, word(today)?), service, keeps_answers: false, most_bytes })
    }

    /// The same, but what came stays in its folder.
    #[must_use]
    pub fn keeping(mut self, keeps: Keeps) -> Self {
        self.keeps_answers = keeps == Keeps::Always;
        self
    }

    /// The day on which answers are received, as it is written.
    #[must_use]
    pub fn received(&self) -> String {
        self.today().to_string()
    }

    /// Today.
    const fn today(&self) -> Day {
        self.asking.today
    }

    /// The address of the service.
    fn at<'a>(&'a self, usual: &'a str) -> &'a str {
        self.service.as_deref().unwrap_or(usual)
    }

    /// A client for answers of at most so many bytes.
    async fn client(&self, most_bytes: u64, redirects: Redirects) -> Result<Client, Failure> {
        let most_bytes = self.most_bytes.unwrap_or(most_bytes);
        let settings = Settings { most_bytes, redirects, ..self.asking.clone() };
        Client::open(settings).await.map_err(|error| failed::file(&error))
    }

    /// A file of this way beside its answers.
    fn beside(&self, name: &str) -> PathBuf {
        self.asking.folder.join(name)
    }

    /// Ends a retrieval.
    async fn finish(&self, client: Client) -> Result<(), Failure> {
        if self.keeps_answers {
            return Ok(());
        }
        client.finish().await.map_err(|error| failed::file(&error))
    }
}

/// How long answers stay in their folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// Until all that was asked for is kept in the store.
    UntilDone,
    /// For as long as nobody takes them away.
    Always,
}

/// What was fetched.
#[derive(Clone, Debug, Serialize)]
pub struct Fetched {
    /// What came in.
    #[serde(flatten)]
    pub imported: Imported,
    /// The answers from which something was taken.
    pub answers: Vec<Retrieval>,
}

impl Fetched {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        let came = |answer: &Retrieval| {
            let came = Message::new(key::FETCH_CAME).with("address", answer.address.as_str());
            let came = came.with("bytes", answer.bytes.to_string()).with("sha256", answer.sha256.as_str());
            language.say(&came.with("day", answer.retrieved.to_string()))
        };
        let lines = self.answers.iter().map(came);
        std::iter::once(self.imported.told(language)).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// Notes in the trail where something came from, if it changed anything.
    async fn noted(store: &Store, imported: Imported, answers: Vec<Retrieval>) -> Result<Self, Failure> {
        if imported.changed > 0 {
            for answer in &answers {
                store.note_retrieval(answer, &AUTHOR).await?;
            }
        }
        Ok(Self { imported, answers })
    }
}

/// What the trail says of an answer.
fn retrieval(answer: &Answer) -> Retrieval {
    let Answer { address, sha256, bytes, retrieved, etag, .. } = answer.clone();
    Retrieval { address, sha256, bytes, retrieved, etag }
}

/// Tells that a service is asked.
fn asking(service: &str) -> Message {
    Message::new(key::FETCH_ASKING).with("service", service)
}
