//! Files of publishers into the store: registers, boundaries, observations, flows.
//!
//! What a file is, is found by its content; what it does not say itself (a day, a year, who published it) is asked for.
//! Loading the same file again changes nothing.

mod boundaries;
mod columns;
mod fetch;
mod flows;
mod labels;
mod observations;
mod register;
mod withdraw;

use std::path::PathBuf;

use miedza_store::{Author, Store};
use miedza_territory::{Country, Level};
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use crate::failure::Failure;
use crate::lab::How;

use self::boundaries::boundaries;
use self::flows::flows;
use self::observations::observations;
use self::register::register;

pub use self::boundaries::BoundariesFile;
pub use self::columns::{
    Column, ColumnOrFixed, ColumnSeen, Decimal, Guess, Mapping, Preview, PreviewValue, Shape, WideColumn, look, preview,
};
pub use self::fetch::{
    BankQuestion, DataStatPart, EurostatQuestion, Fetched, FileQuestion, Keeps, LocalUnitsQuestion, PolishBordersQuestion, Way,
    bank, fetch_bank, fetch_czech_borders, fetch_data_stat, fetch_eurostat, fetch_file, fetch_local_units, fetch_polish_borders,
    years,
};
pub use self::flows::FlowsFile;
pub use self::observations::{
    About, Lacking, NotKept, ObservationsFile, ObservationsImported, Refusal, VariableImported, keep_observations,
};
pub use self::register::RegisterFile;
pub use self::withdraw::{Withdrawn, withdraw};

/// Who imports on a terminal.
const AUTHOR: Author = Author::Program("import");

/// What was imported.
#[derive(Clone, Debug, Serialize)]
pub struct Imported {
    /// Each thing that came in, in words.
    #[serde(skip)]
    pub told: Vec<Message>,
    /// How many units the file speaks of.
    pub units: usize,
    /// How many rows of the store changed.
    pub changed: usize,
}

impl Imported {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        self.told.iter().map(|message| language.say(message)).collect::<Vec<_>>().join("\n")
    }
}

/// What is imported.
#[derive(Clone, Debug)]
pub enum Request {
    /// A register.
    Register(RegisterFile),
    /// Boundaries.
    Boundaries(BoundariesFile),
    /// Observations.
    Observations(Box<ObservationsFile>),
    /// Flows.
    Flows(Box<FlowsFile>),
}

/// Who published a file, and under which licence.
#[derive(Clone, Debug, Default)]
pub struct Described {
    /// Who published it.
    pub source: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
}

fn known<T>(found: Option<T>, text: &str) -> Result<T, Failure> {
    found.ok_or_else(|| Failure::invalid(Message::new(key::IMPORT_WORD).with("word", text), key::IMPORT_WORD_HINT))
}

fn word<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    known(text.parse().ok(), text)
}

fn country_of(text: &str) -> Result<Country, Failure> {
    known(Country::from_word(text), text)
}

impl Request {
    /// A register in a file.
    ///
    /// # Errors
    /// [`Failure`] if country or day is no such word.
    pub fn register(file: PathBuf, country: Option<&str>, day: Option<&str>, source: Option<String>) -> Result<Self, Failure> {
        let (country, day) = (country.map(country_of).transpose()?, day.map(word).transpose()?);
        Ok(Self::Register(RegisterFile { file, country, day, source }))
    }

    /// Boundaries in a file, of country, level and year.
    ///
    /// # Errors
    /// [`Failure`] if country or level is no such word.
    pub fn boundaries(
        file: PathBuf,
        (country, level, year): (Option<&str>, Option<&str>, u16),
        described: Described,
        (code, crs): (Option<String>, Option<String>),
    ) -> Result<Self, Failure> {
        let country = country.map(country_of).transpose()?;
        let level = level.map(|level| known(Level::from_word(level), level)).transpose()?;
        let Described { source, licence } = described;
        Ok(Self::Boundaries(BoundariesFile { file, country, level, year, source, licence, code, crs }))
    }

    /// Observations in a file; `period`, `subject` and `source` are what it does not tell itself.
    ///
    /// # Errors
    /// [`Failure`] if the time or the day of retrieval is no such word.
    pub fn observations(
        file: PathBuf,
        (retrieved, period): (&str, Option<&str>),
        (subject, source): (Option<String>, Option<String>),
        described: Described,
    ) -> Result<Self, Failure> {
        let about = About::told((retrieved, period), (subject, source), described)?;
        Ok(Self::Observations(Box::new(ObservationsFile { file, about })))
    }

    /// Flows in a file, with name, kind and year.
    pub fn flows(file: PathBuf, (name, kind, year): (String, String, u16), described: Described, how: How) -> Self {
        let Described { source: publisher, licence } = described;
        Self::Flows(Box::new(FlowsFile { file, name, year, kind, publisher, licence, how }))
    }
}

/// Imports what is asked for.
///
/// # Errors
/// [`Failure`] if the file cannot be read or the store not keep it.
pub async fn import(store: &Store, request: &Request) -> Result<Imported, Failure> {
    match request {
        Request::Register(file) => register(store, file).await,
        Request::Boundaries(file) => boundaries(store, file).await,
        Request::Observations(file) => observations(store, file).await,
        Request::Flows(file) => flows(store, file).await,
    }
}
