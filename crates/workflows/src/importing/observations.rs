//! Observations of any file: variables of publishers over units and years, and the figures that pages of members stand on.

use std::fs;
use std::path::PathBuf;

use bytes::Bytes;
use miedza_sources::observations::{self, Found, How, Layout, Remark};
use miedza_sources::own::Mapping;
use miedza_sources::table::Input;
use miedza_sources::{czso, gus};
use miedza_store::{Author, Empty, ObservationsSaved, Store};
use miedza_territory::{Day, Period, SeriesSource, UnitFigures};
use miedza_texts::{Message, key};
use serde::Serialize;

use super::{AUTHOR, Described, Imported, word};
use crate::cause;
use crate::failure::Failure;
use crate::lab::aside;

/// Variables, refusals and remarks that are told one by one.
const MOST_TOLD: usize = 12;

/// A file with observations.
#[derive(Clone, Debug)]
pub struct ObservationsFile {
    /// The file.
    pub file: PathBuf,
    /// What its sources and columns are, where it does not tell itself.
    pub about: About,
}

/// What is known of a file with observations beside its content.
#[derive(Clone, Debug)]
pub struct About {
    /// The day on which it was received.
    pub retrieved: Day,
    /// The time of values that tell none.
    pub period: Option<Period>,
    /// Subject of an export of the Local Data Bank.
    pub subject: Option<String>,
    /// What the columns of an own table hold.
    pub mapping: Option<Mapping>,
    /// Word of the source of variables that are named by words.
    pub source: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Licence or line of attribution.
    pub licence: Option<String>,
}

impl About {
    /// Only the day is known.
    #[must_use]
    pub const fn received(retrieved: Day) -> Self {
        Self { retrieved, period: None, subject: None, mapping: None, source: None, publisher: None, licence: None }
    }

    /// What is told beside a file; time and day as they are written.
    ///
    /// # Errors
    /// [`Failure`] if the time or the day of retrieval is no such word.
    pub fn told(
        (retrieved, period): (&str, Option<&str>),
        (subject, source): (Option<String>, Option<String>),
        Described { source: publisher, licence }: Described,
    ) -> Result<Self, Failure> {
        let (retrieved, period) = (word(retrieved)?, period.map(word).transpose()?);
        Ok(Self { retrieved, period, subject, mapping: None, source, publisher, licence })
    }

    pub(super) fn how(&self) -> How {
        How {
            retrieved: self.retrieved,
            subject: self.subject.clone(),
            year: self.period.map(Period::year),
            mapping: self.mapping.clone(),
            source: self.source.clone(),
            publisher: self.publisher.clone(),
            licence: self.licence.clone(),
        }
    }
}

/// What came in.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationsImported {
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Rows that were read, those that are refused among them.
    pub rows: u64,
    /// Rows and values that were refused.
    pub refused: u64,
    /// The refused ones, at most some thousand: line, what stands there and why.
    #[serde(skip)]
    pub refusals: Vec<Refusal>,
    /// Variables, by source and identifier.
    pub variables: Vec<VariableImported>,
    /// Units with a value.
    pub units: usize,
    /// Values, missing ones too.
    pub values: u64,
    /// Values that were not there before.
    pub new: u64,
    /// Values that replaced another one.
    pub revised: u64,
    /// Values that were there already, and empty fields that say nothing of one that is there.
    pub unchanged: u64,
    /// What a person has to know.
    #[serde(skip)]
    pub remarks: Vec<Message>,
}

/// A variable of which values came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VariableImported {
    /// Source and identifier.
    pub key: String,
    /// What it is called; empty where nobody tells.
    pub label: String,
}

/// A row that was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// What stands there.
    pub what: String,
    /// Why.
    pub reason: Message,
}

impl Refusal {
    /// Line, what stands there and why, in one sentence.
    #[must_use]
    pub fn told(&self) -> Message {
        let told = Message::new(key::IMPORT_REFUSED_LINE).with("line", self.line.to_string());
        told.with("what", self.what.as_str()).with("reason", self.reason.clone())
    }
}

impl From<&observations::Refused> for Refusal {
    fn from(refused: &observations::Refused) -> Self {
        Self { line: refused.line, what: refused.what.clone(), reason: cause::observed::reason(&refused.reason) }
    }
}

/// Reads a file and keeps what it holds.
///
/// # Errors
/// [`Failure`] if the file holds no observations or the store cannot keep them.
pub async fn observations(store: &Store, file: &ObservationsFile) -> Result<Imported, Failure> {
    let bytes = fs::read(&file.file).map_err(|error| Failure::not_read(&file.file, &error))?;
    let name = file.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let imported = keep_observations(store, (name, bytes.into()), &file.about, &AUTHOR).await?;
    let changed = usize::try_from(imported.new + imported.revised).unwrap_or(usize::MAX);
    Ok(Imported { told: imported.told(), units: imported.units, changed })
}

/// What a file does not tell itself, and a person can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The year or day of its values.
    Period,
    /// The same of table 21 of Statistics Poland, whose edition of a year has the inhabitants of the year before.
    Edition,
    /// The subject of an export of the Local Data Bank.
    Subject,
}

impl Lacking {
    const fn of(error: &observations::Error) -> Option<Self> {
        use observations::Error;
        match error {
            Error::Table(miedza_sources::Error::NoPeriod { .. }) | Error::Bank(miedza_sources::bdl::Error::NoPeriod { .. }) => {
                Some(Self::Period)
            }
            Error::Edition { .. } => Some(Self::Edition),
            Error::Unknown { is_export: true, .. } => Some(Self::Subject),
            _ => None,
        }
    }
}

/// Why the observations of a file are not kept.
#[derive(Debug)]
pub enum NotKept {
    /// One thing is not told by the file; a person has to say it.
    Lacking(Lacking, Failure),
    /// The columns of a table do not tell what they hold; a person has to say it.
    Unclear(Failure),
    /// Anything else.
    Failure(Failure),
}

impl From<NotKept> for Failure {
    fn from(not_kept: NotKept) -> Self {
        match not_kept {
            NotKept::Lacking(_, failure) | NotKept::Unclear(failure) | NotKept::Failure(failure) => failure,
        }
    }
}

impl From<miedza_store::Error> for NotKept {
    fn from(error: miedza_store::Error) -> Self {
        Self::Failure(error.into())
    }
}

/// Reads observations from bytes and keeps them.
///
/// # Errors
/// [`NotKept::Lacking`] if they do not tell their time or subject, [`NotKept::Unclear`] if they are a table whose columns do
/// not tell what they hold, else [`NotKept::Failure`] if they hold no observations or the store cannot keep them.
pub async fn keep_observations(
    store: &Store,
    (name, bytes): (String, Bytes),
    about: &About,
    author: &Author,
) -> Result<ObservationsImported, NotKept> {
    let read = read_aside((name, bytes), about).await?;
    Ok(keep_read(store, read, author).await?)
}

/// A file that was read, before anything of it is kept.
pub(super) struct ReadFile {
    name: String,
    /// Its observations; `None` if it holds figures for the pages of units alone.
    pub found: Option<Found>,
    figures: Vec<UnitFigures>,
}

/// Reads observations from bytes, aside from what others ask meanwhile.
///
/// # Errors
/// [`NotKept`], as for [`keep_observations`].
pub(super) async fn read_aside((name, bytes): (String, Bytes), about: &About) -> Result<ReadFile, NotKept> {
    let (how, period, of_file) = (about.how(), about.period, name.clone());
    let read = aside(move || Ok(read(&Input::new(&of_file, bytes), &how, period))).await.map_err(NotKept::Failure)?;
    let (found, figures) = read?;
    Ok(ReadFile { name, found, figures })
}

/// Keeps what a file holds.
///
/// # Errors
/// What the store says.
pub(super) async fn keep_read(
    store: &Store,
    ReadFile { name: of_file, found, figures }: ReadFile,
    author: &Author,
) -> Result<ObservationsImported, miedza_store::Error> {
    for set in &figures {
        store.save_figures(set, author).await?;
    }
    let Some(found) = found else { return Ok(of_figures(of_file, &figures)) };
    // A table of one's own says of an empty field that there is no value; an office only that it publishes none here.
    let empty = if matches!(found.layout, Layout::Own | Layout::Types) { Empty::TakesBack } else { Empty::SaysNothing };
    let saved = store.save_observations_of(&found.series, (&of_file, empty), author).await?;
    Ok(told_of(of_file, &found, saved))
}

/// What a file holds: observations, and figures for the pages of units.
fn read(input: &Input, how: &How, period: Option<Period>) -> Result<(Option<Found>, Vec<UnitFigures>), NotKept> {
    let figures = if how.mapping.is_none() { figures(input, period) } else { Vec::new() };
    match observations::read(input.clone(), how) {
        Ok(found) => Ok((Some(found), figures)),
        // A list of the Czech office may hold inhabitants and nothing else.
        Err(_) if !figures.is_empty() => Ok((None, figures)),
        Err(error) => {
            let failure = Failure::observations(input.name(), &error);
            Err(match (Lacking::of(&error), error) {
                (Some(lacking), _) => NotKept::Lacking(lacking, failure),
                (None, observations::Error::Unknown { .. }) => NotKept::Unclear(failure),
                (None, _) => NotKept::Failure(failure),
            })
        }
    }
}

/// Inhabitants and areas for the pages of units, as far as the file is a table of those.
fn figures(input: &Input, period: Option<Period>) -> Vec<UnitFigures> {
    if let Ok(found) = gus::observations(input, period) {
        return found;
    }
    let day = period.and_then(Period::day);
    czso::read(vec![input.clone()], day).map(|found| found.figures).unwrap_or_default()
}

fn of_figures(file: String, figures: &[UnitFigures]) -> ObservationsImported {
    let units = figures.iter().map(|set| set.values.len()).max().unwrap_or(0);
    let values = u64::try_from(figures.iter().map(|set| set.values.len()).sum::<usize>()).unwrap_or(u64::MAX);
    ObservationsImported {
        file,
        sha256: figures.first().map(|set| set.provenance.sha256.clone()).unwrap_or_default(),
        rows: u64::try_from(units).unwrap_or(u64::MAX),
        refused: 0,
        refusals: Vec::new(),
        variables: figures
            .iter()
            .map(|set| VariableImported { key: set.figure.word().to_owned(), label: String::new() })
            .collect(),
        units,
        values,
        new: values,
        revised: 0,
        unchanged: 0,
        remarks: Vec::new(),
    }
}

fn told_of(file: String, found: &Found, saved: ObservationsSaved) -> ObservationsImported {
    ObservationsImported {
        file,
        sha256: found.provenance.sha256.clone(),
        rows: found.read_rows,
        refused: found.refused_total,
        refusals: found.refused.iter().map(Refusal::from).collect(),
        variables: found.series.iter().map(|series| variable(series.about())).collect(),
        units: found.series.iter().map(|series| series.units().len()).max().unwrap_or(0),
        values: saved.values,
        new: saved.new,
        revised: saved.revised,
        unchanged: saved.values.saturating_sub(saved.new + saved.revised),
        remarks: found.remarks.iter().filter_map(remark).take(MOST_TOLD).collect(),
    }
}

/// A variable with its name, if that is more than its code.
fn variable(about: &SeriesSource) -> VariableImported {
    let key = about.key();
    let label = Some(&about.label).filter(|label| **label != key && **label != about.variable);
    VariableImported { label: label.cloned().unwrap_or_default(), key }
}

fn remark(remark: &Remark) -> Option<Message> {
    Some(match remark {
        Remark::LabelNotChecked { variable } => Message::new(key::IMPORT_LABEL_NOT_CHECKED).with("variable", variable.as_str()),
        Remark::NotListed { label, variable } => {
            Message::new(key::IMPORT_NOT_LISTED).with("label", label.as_str()).with("variable", variable.as_str())
        }
        Remark::OnePage { records, total } => {
            Message::new(key::IMPORT_ONE_PAGE).with("records", records.to_string()).with("total", total.to_string())
        }
        Remark::OddFlags { values } => Message::new(key::IMPORT_ODD_FLAGS).with("values", values.to_string()),
        Remark::LeftOut { rows } => Message::new(key::IMPORT_LEFT_OUT).with("rows", rows.to_string()),
        _ => return None,
    })
}

impl ObservationsImported {
    /// The answer in words: what came in, what was refused, what to know.
    #[must_use]
    pub fn told(&self) -> Vec<Message> {
        let came = Message::new(key::IMPORT_OBSERVATIONS)
            .with("file", self.file.as_str())
            .with("rows", self.rows.to_string())
            .with("variables", self.variables.len())
            .with("units", self.units);
        let kept = Message::new(key::IMPORT_OBSERVATIONS_KEPT)
            .with("values", self.values.to_string())
            .with("new", self.new.to_string())
            .with("revised", self.revised.to_string())
            .with("unchanged", self.unchanged.to_string());
        let mut told = vec![came, kept];
        let named = self.variables.iter().filter(|variable| !variable.label.is_empty()).take(MOST_TOLD);
        told.extend(named.map(|variable| {
            Message::new(key::IMPORT_VARIABLE).with("variable", variable.key.as_str()).with("label", variable.label.as_str())
        }));
        if self.refused > 0 {
            told.push(Message::new(key::IMPORT_REFUSED).with("count", self.refused.to_string()));
            told.extend(self.refusals.iter().take(MOST_TOLD).map(Refusal::told));
        }
        told.extend(self.remarks.iter().cloned());
        told
    }
}
