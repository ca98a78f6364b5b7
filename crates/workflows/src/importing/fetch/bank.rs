//! Figures of the Local Data Bank from its service into the store: labels are held against the list first, then the values
//! come page by page, and each variable is kept as soon as it is there.
//!
//! A label that nobody confirmed stops the retrieval before any value is asked for. A person who compared both confirms it;
//! it then stands in a file of the data folder, which later retrievals read.

use std::path::PathBuf;

use miedza_sources::bdl::fetch::{Client, Imported as Fetched, Key, Request, Settings};
use miedza_sources::bdl::gather::Warning;
use miedza_sources::bdl::{Error, Level, UnitId, UnitIds, parse};
use miedza_store::Store;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};

use super::failed::unanswered;
use crate::failure::{Failure, Kind};
use crate::importing::labels::confirmed;
use crate::importing::{AUTHOR, Imported, word};

/// Years that can be asked for.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// What is asked of the Local Data Bank.
#[derive(Clone, Debug)]
pub struct BankQuestion {
    /// Numbers of the variables.
    pub variables: Vec<u32>,
    /// Codes of counties and voivodeships whose municipalities are wanted, or identifiers of the bank; none for all of Poland.
    pub units: Vec<String>,
    /// The years.
    pub years: Vec<u16>,
    /// Whether labels as the service gives them are taken over.
    pub confirms_labels: bool,
    /// The file of labels that were confirmed here.
    pub labels: PathBuf,
    /// Whether pages stay in their folder when all is kept.
    pub keeps_pages: bool,
}

/// Years as people write them: `2015-2024`, `2019`.
///
/// # Errors
/// [`Failure`] with the word that is no year.
pub fn years(words: &[String]) -> Result<Vec<u16>, Failure> {
    let mut years = Vec::new();
    for text in words {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let year = |part: &str| part.trim().parse().ok().filter(|year| YEARS.contains(year));
        let both = year(first).zip(year(last)).filter(|(first, last)| first <= last);
        let (first, last) = both
            .ok_or_else(|| Failure::invalid(Message::new(key::FETCH_YEARS).with("word", text.as_str()), key::FETCH_YEARS_HINT))?;
        years.extend(first..=last);
    }
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

/// Where and how to ask: the folder of pages, today, the client key and another address of the service where they are given.
///
/// # Errors
/// [`Failure`] if the day or the key is none.
pub fn bank(folder: PathBuf, today: &str, key: Option<&str>, service: Option<String>) -> Result<Settings, Failure> {
    let key = key.map(Key::parse).transpose().map_err(|error| failed(&error))?;
    let mut settings = Settings::new(folder, word(today)?, key);
    if let Some(service) = service {
        settings.service = service;
    }
    Ok(settings)
}

/// Asks the Local Data Bank and keeps what it answers.
///
/// # Errors
/// [`Failure`] if a label is not confirmed, a unit is unknown, the service does not answer or its limit is reached (what came
/// so far is kept, and the same question goes on there), or the store cannot keep the values.
pub async fn fetch_bank(
    store: &Store,
    question: &BankQuestion,
    settings: Settings,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Imported, Failure> {
    let today = settings.asking.today;
    let client = Client::open(settings).await.map_err(|error| failed(&error))?;
    let labels = confirmed(&client, question, today).await?;
    let areas = Areas::of(&client, &question.units).await?;
    let mut imported = Imported { told: Vec::new(), units: 0, changed: 0 };
    for (&variable, number) in question.variables.iter().zip(1_usize..) {
        let progress = Message::new(key::FETCH_PROGRESS).with("number", number).with("total", question.variables.len());
        tell(&progress.with("variable", variable.to_string()));
        let level = level(labels.get(variable).map_or(6, |expected| expected.level));
        for area in areas.above(level) {
            let request = Request::by_variable(variable).in_years(&question.years).at_level(level);
            let request = match area {
                Some(area) => request.within(area),
                None => request,
            };
            let fetched = client.import(variable, &request, &labels).await.map_err(|error| failed(&error))?;
            keep(store, fetched, &mut imported).await?;
        }
    }
    if !question.keeps_pages {
        client.finish().await.map_err(|error| failed(&error))?;
    }
    Ok(imported)
}

/// Keeps a variable and tells what changed.
async fn keep(store: &Store, fetched: Fetched, imported: &mut Imported) -> Result<(), Failure> {
    let Fetched { series, warnings } = fetched;
    let (variable, label) = (series.about().key(), series.about().label.clone());
    imported.units = imported.units.max(series.units().len());
    let file = format!("api/v1/data/by-variable/{}", series.about().variable);
    let saved = store.save_observations(&[series], &file, &AUTHOR).await?;
    imported.changed += usize::try_from(saved.new + saved.revised).unwrap_or(usize::MAX);
    let kept = Message::new(key::FETCH_KEPT)
        .with("variable", variable)
        .with("label", label)
        .with("values", saved.values.to_string())
        .with("new", saved.new.to_string())
        .with("revised", saved.revised.to_string());
    imported.told.push(kept);
    let (outside, odd): (Vec<Warning>, Vec<Warning>) =
        warnings.into_iter().partition(|warning| matches!(warning, Warning::OutOfBounds { .. }));
    if !odd.is_empty() {
        imported.told.push(Message::new(key::IMPORT_ODD_FLAGS).with("values", odd.len().to_string()));
    }
    imported.told.extend(outside.into_iter().filter_map(refused));
    Ok(())
}

/// A number that its variable cannot have, in a sentence.
fn refused(warning: Warning) -> Option<Message> {
    let Warning::OutOfBounds { unit, period, number, .. } = warning else { return None };
    let told = Message::new(key::FETCH_REFUSED).with("unit", unit).with("period", period.to_string());
    Some(told.with("number", number))
}

const fn level(number: u8) -> Level {
    match number {
        0 => Level::Country,
        1 => Level::Macroregion,
        2 => Level::Voivodeship,
        3 => Level::Region,
        4 => Level::Subregion,
        5 => Level::County,
        _ => Level::Municipality,
    }
}

/// The units below which values are wanted.
struct Areas {
    wanted: Vec<UnitId>,
    ids: UnitIds,
}

impl Areas {
    async fn of(client: &Client, words: &[String]) -> Result<Self, Failure> {
        let unknown = |text: &str| Failure::invalid(Message::new(key::FETCH_UNIT).with("unit", text), key::FETCH_UNIT_HINT);
        if words.is_empty() {
            return Ok(Self { wanted: Vec::new(), ids: UnitIds::default() });
        }
        let mut listed = list(client, Level::Voivodeship).await?;
        if words.iter().any(|text| text.len() == 4) {
            listed.extend(list(client, Level::County).await?);
        }
        let ids = UnitIds::new(listed);
        let mut wanted = Vec::new();
        for text in words {
            if text.len() >= 12 {
                wanted.push(UnitId::parse(text).map_err(|error| unknown(text).because(&error))?);
                continue;
            }
            let code = UnitCode::parse(text).map_err(|_| unknown(text))?;
            let found: Vec<UnitId> = ids.of(&code).cloned().collect();
            if found.is_empty() {
                return Err(unknown(text));
            }
            wanted.extend(found);
        }
        Ok(Self { wanted, ids })
    }

    /// The areas in which values of a level are asked for: a unit of this level or below gives its voivodeship, and where that
    /// is of this level too, the whole country. `None` is the whole country.
    fn above(&self, level: Level) -> Vec<Option<&UnitId>> {
        let above = |unit: &'_ UnitId| UnitCode::parse(unit.code().as_str().get(..2)?).ok();
        let mut areas: Vec<Option<&UnitId>> = Vec::new();
        for unit in &self.wanted {
            let area = if unit.level() < level {
                Some(unit)
            } else {
                above(unit).and_then(|code| self.ids.of(&code).find(|id| id.level() < level))
            };
            if !areas.contains(&area) {
                areas.push(area);
            }
        }
        if areas.is_empty() || areas.contains(&None) { vec![None] } else { areas }
    }
}

async fn list(client: &Client, level: Level) -> Result<Vec<UnitId>, Failure> {
    let mut ids = Vec::new();
    for answer in client.all(&Request::units(level)).await.map_err(|error| failed(&error))? {
        let page = parse::units(&answer.bytes).map_err(|error| failed(&error))?;
        // What is no unit, such as a locality, cannot be asked for.
        ids.extend(page.results.iter().filter_map(|unit| UnitId::parse(&unit.id).ok()));
    }
    Ok(ids)
}

/// What is told when the Local Data Bank gives no values.
pub(in crate::importing) fn failed(error: &Error) -> Failure {
    let (kind, hint) = match error {
        Error::Service(error) => unanswered(error),
        Error::LabelDiffers { .. } | Error::NotExpected { .. } => (Kind::Conflict, key::FETCH_LABELS_HINT),
        _ => (Kind::Invalid, key::FETCH_HINT),
    };
    Failure { kind, ..Failure::invalid(key::FETCH_FAILED, hint).because(error) }
}

/// The labels that are not confirmed, both names of each.
pub(in crate::importing) fn unconfirmed(errors: &[Error]) -> Failure {
    let told = Failure { kind: Kind::Conflict, ..Failure::invalid(key::FETCH_LABELS, key::FETCH_LABELS_HINT) };
    errors.iter().fold(told, |failure, error| failure.because(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn years_are_read_as_people_write_them_each_once() {
        assert_eq!(years(&words(&["2015-2017", "2016", "2020"])).expect("years"), [2015, 2016, 2017, 2020]);
        for wrong in ["2017-2015", "15", "2015-", "", "x", "2015-2016-2017"] {
            assert!(years(&words(&[wrong])).is_err(), "{wrong}");
        }
    }

    #[test]
    fn values_of_counties_are_asked_for_in_the_voivodeship_of_a_county() {
        let id = |text: &str| UnitId::parse(text).expect(text);
        let (county, voivodeship) = (id("030210199000"), id("030200000000"));
        let ids = UnitIds::new([county.clone(), voivodeship.clone()]);
        let areas = Areas { wanted: vec![county.clone()], ids };

        assert_eq!(areas.above(Level::Municipality), [Some(&county)]);
        assert_eq!(areas.above(Level::County), [Some(&voivodeship)]);
        assert_eq!(areas.above(Level::Voivodeship), [None]);
    }

    #[test]
    fn without_units_the_whole_country_is_asked_for() {
        let areas = Areas { wanted: Vec::new(), ids: UnitIds::default() };

        assert_eq!(areas.above(Level::Municipality), [None]);
    }
}
