//! Boundaries of GISCO, of the Polish register of borders and of RÚIAN into the store, each as the set of a year.

use std::path::{Path, PathBuf};

use miedza_sources::service::{Answer, Redirects};
use miedza_sources::{gisco, prg, ruian};
use miedza_store::{Retrieval, Store};
use miedza_territory::{Country, Level};
use miedza_texts::{Message, key};

use super::{Fetched, Way, asking, failed, retrieval};
use crate::failure::{Failure, Kind};
use crate::importing::{BoundariesFile, Imported, boundaries, country_of, known};
use crate::lab::aside;

/// What is asked of GISCO.
#[derive(Clone, Debug)]
pub struct LocalUnitsQuestion {
    /// The year of the file.
    pub year: u16,
    /// The countries, `pl` and `cz`; none for both.
    pub countries: Vec<String>,
}

/// What is asked of the Polish register of borders.
#[derive(Clone, Debug)]
pub struct PolishBordersQuestion {
    /// The level, `municipality`, `county` or `region`.
    pub level: String,
    /// The beginnings of codes; none for the whole country.
    pub units: Vec<String>,
    /// The year under which the set is kept; this year where it is not said.
    pub year: Option<u16>,
    /// Whether a part of the country may take the place of a set that holds more.
    pub replaces: bool,
}

fn of_level(text: &str) -> Result<Level, Failure> {
    known(Level::from_word(text), text)
}

/// Fetches the municipalities of a year from GISCO, a set for each country.
///
/// # Errors
/// [`Failure`] if a country or the year is none, there is no answer, or it holds no boundaries.
pub async fn fetch_local_units(
    store: &Store,
    question: &LocalUnitsQuestion,
    way: &Way,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Fetched, Failure> {
    let words = question.countries.iter().map(|text| country_of(text)).collect::<Result<Vec<_>, _>>()?;
    let countries = if words.is_empty() { vec![Country::Poland, Country::Czechia] } else { words };
    let client = way.client(gisco::MOST_BYTES, Redirects::Refused).await?;
    tell(&asking("GISCO"));
    let answer = gisco::fetch(&client, way.at(gisco::SERVICE), question.year).await.map_err(|error| failed::gisco(&error))?;
    let mut imported = Imported { told: Vec::new(), units: 0, changed: 0 };
    for country in countries {
        let code = country.word().to_ascii_uppercase();
        let part = way.beside(&format!("LAU_{code}_{}.geojson", question.year));
        let (all, to) = (answer.file.clone(), part.clone());
        let cut_out = aside(move || gisco::cut_out(&code, &all, &to).map_err(|error| failed::gisco(&error))).await;
        let of_country = match cut_out {
            Ok(_) => keep(store, part, Told { country, level: Level::Municipality, ..Told::gisco(question.year) }).await,
            Err(failure) => Err(failure),
        };
        match of_country {
            Ok(of_country) => imported.add(of_country),
            Err(failure) => {
                client.forget(&answer.address).await.map_err(|error| failed::file(&error))?;
                return Err(failure);
            }
        }
    }
    way.finish(client).await?;
    Fetched::noted(store, imported, vec![retrieval(&answer)]).await
}

/// Fetches units of a level from the Polish register of borders.
///
/// # Errors
/// [`Failure`] if the level or a code is none, there is no answer, or a part would take the place of a set that holds more.
pub async fn fetch_polish_borders(
    store: &Store,
    question: &PolishBordersQuestion,
    way: &Way,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Fetched, Failure> {
    let level = of_level(&question.level)?;
    let layer = match level {
        Level::Region => prg::Layer::Voivodeships,
        Level::County => prg::Layer::Counties,
        Level::Municipality => prg::Layer::Municipalities,
        Level::Part => return known(None, &question.level),
    };
    let year = question.year.unwrap_or_else(|| way.today().year());
    let client = way.client(prg::MOST_BYTES, Redirects::Refused).await?;
    tell(&asking("PRG"));
    let asked = prg::Question { layer, beginnings: question.units.clone() };
    let told = |found: u64, matched: Option<u64>| tell(&features("PRG", found, matched));
    let pages = prg::fetch(&client, (way.at(prg::SERVICE), &asked), &told).await.map_err(|error| failed::prg(&error))?;
    let file = way.beside(&format!("{}.gml", layer.name()));
    let (to, answers) = (file.clone(), files(&pages));
    let count = aside(move || prg::join(answers.iter().map(PathBuf::as_path), &to).map_err(|error| failed::prg(&error))).await?;
    if !question.units.is_empty() && !question.replaces {
        spare_larger(store, (Country::Poland, level, year), count).await?;
    }
    let joined = whole(&file, &pages).await?;
    let imported = keep(store, file, Told { level, year, ..Told::prg() }).await?;
    way.finish(client).await?;
    Fetched::noted(store, imported, joined).await
}

/// Fetches all units of a level from RÚIAN; they are kept under the year, this one where it is not said.
///
/// # Errors
/// [`Failure`] if the level is none, there is no answer, or it holds no boundaries.
pub async fn fetch_czech_borders(
    store: &Store,
    (level, year): (&str, Option<u16>),
    way: &Way,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Fetched, Failure> {
    let (word, level) = (level, of_level(level)?);
    let layer = match level {
        Level::Region => ruian::Layer::Regions,
        Level::County => ruian::Layer::Districts,
        Level::Municipality => ruian::Layer::Municipalities,
        Level::Part => return known(None, word),
    };
    let year = year.unwrap_or_else(|| way.today().year());
    let client = way.client(ruian::MOST_BYTES, Redirects::Refused).await?;
    tell(&asking("RÚIAN"));
    let told = |found: usize| tell(&features("RÚIAN", u64::try_from(found).unwrap_or(u64::MAX), None));
    let pages = ruian::fetch(&client, (way.at(ruian::SERVICE), layer), &told).await.map_err(|error| failed::ruian(&error))?;
    let file = way.beside(&format!("RUIAN_{word}.geojson"));
    let (to, answers) = (file.clone(), files(&pages));
    aside(move || ruian::join(answers.iter().map(PathBuf::as_path), &to).map_err(|error| failed::ruian(&error))).await?;
    let joined = whole(&file, &pages).await?;
    let imported = keep(store, file, Told { level, year, code: layer.code(), ..Told::ruian() }).await?;
    way.finish(client).await?;
    Fetched::noted(store, imported, joined).await
}

/// What is known of boundaries beside their file.
#[derive(Clone, Copy)]
struct Told {
    country: Country,
    level: Level,
    year: u16,
    code: &'static str,
    publisher: &'static str,
    licence: &'static str,
}

impl Told {
    const fn gisco(year: u16) -> Self {
        let (country, level) = (Country::Poland, Level::Municipality);
        Self { country, level, year, code: "LAU_ID", publisher: gisco::PUBLISHER, licence: gisco::LICENCE }
    }

    const fn prg() -> Self {
        let (country, level) = (Country::Poland, Level::Municipality);
        Self { country, level, year: 0, code: "JPT_KOD_JE", publisher: prg::PUBLISHER, licence: prg::LICENCE }
    }

    const fn ruian() -> Self {
        let (country, level) = (Country::Czechia, Level::Municipality);
        Self { country, level, year: 0, code: "kod", publisher: ruian::PUBLISHER, licence: ruian::LICENCE }
    }
}

/// Imports a file as one that somebody gives by hand, and takes it away.
async fn keep(store: &Store, file: PathBuf, told: Told) -> Result<Imported, Failure> {
    let request = BoundariesFile {
        file,
        country: Some(told.country),
        level: Some(told.level),
        year: told.year,
        source: Some(told.publisher.to_owned()),
        licence: Some(told.licence.to_owned()),
        code: Some(told.code.to_owned()),
        crs: None,
    };
    let imported = boundaries(store, &request).await;
    // It was made of answers, which the folder keeps as long as they are wanted.
    let _ = tokio::fs::remove_file(&request.file).await;
    imported
}

/// Refuses that a part of a country takes the place of a set that holds more.
async fn spare_larger(store: &Store, (country, level, year): (Country, Level, u16), units: usize) -> Result<(), Failure> {
    let id = format!("{}-{}-{year}", country.word(), level.word());
    let kept = store.shapes_of_set(&id).await?.len();
    if kept <= units {
        return Ok(());
    }
    let told = Message::new(key::FETCH_REPLACES).with("year", year.to_string()).with("kept", kept).with("units", units);
    Err(Failure { kind: Kind::Conflict, ..Failure::invalid(told, key::FETCH_REPLACES_HINT) })
}

fn files(pages: &[Answer]) -> Vec<PathBuf> {
    pages.iter().map(|page| page.file.clone()).collect()
}

/// What the trail says of pages that were put together: the address of the first, the file of all.
async fn whole(file: &Path, pages: &[Answer]) -> Result<Vec<Retrieval>, Failure> {
    let Some(first) = pages.first() else { return Ok(Vec::new()) };
    let retrieved = pages.iter().map(|page| page.retrieved).min().unwrap_or(first.retrieved);
    let whole = Answer::of_file(first.address.clone(), file, retrieved).await.map_err(|error| failed::file(&error))?;
    Ok(vec![retrieval(&whole)])
}

fn features(service: &str, found: u64, matched: Option<u64>) -> Message {
    let matched = matched.map_or_else(|| "?".to_owned(), |matched| matched.to_string());
    Message::new(key::FETCH_FEATURES).with("service", service).with("found", found.to_string()).with("matched", matched)
}

impl Imported {
    /// Adds what else came in.
    fn add(&mut self, other: Self) {
        self.told.extend(other.told);
        self.units += other.units;
        self.changed += other.changed;
    }
}
