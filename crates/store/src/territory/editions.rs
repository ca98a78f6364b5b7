//! Keeping an edition of a register: its place among the others, and what happened to units between neighbours.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Country, Day, Level, RegisterEdition, UnitCode, UnitSuccession, successions};
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::intervals::{KeptUnit, editions, intervals};
use super::{ROWS, read, units};
use crate::search::{self, Entry, Folding, Words};
use crate::sql::{Columns, Sql};
use crate::writing::Writing;
use crate::{Author, Error, Store, held};

/// An edition that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionKept {
    /// The country.
    pub country: Country,
    /// The day whose state it shows.
    pub day: Day,
    /// Where it came from.
    pub source: String,
    /// How many units it has.
    pub units: u64,
    /// When it was kept.
    pub saved_at: String,
}

/// What keeping an edition changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditionSaved {
    /// Whether it was not there before, or differed.
    pub is_new: bool,
    /// How many rows of units came, went or changed by it.
    pub changed: usize,
}

impl Store {
    /// Keeps an edition of a register; one that is there already changes nothing, another one of its day is replaced.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn save_edition(&self, edition: &RegisterEdition, source: &str, author: &Author) -> Result<EditionSaved, Error> {
        let country = edition.country;
        let mut writing = self.begin_content(author).await?;
        let mut days = days(&writing.tx, country).await?;
        let before = units::of_country(&writing.tx, country).await?;
        let mut all = editions(&before, &days, country);
        if all.get(&edition.date) == Some(edition) {
            return Ok(EditionSaved { is_new: false, changed: 0 });
        }
        days.insert(edition.date);
        all.insert(edition.date, edition.clone());
        let before = before.into_iter().map(|kept| ((kept.unit.code.clone(), kept.valid_from), kept)).collect();
        let after = intervals(&all);
        let changed = writing.keep_units(&before, &after).await?;
        writing.keep_successions(country, &all).await?;
        writing.keep_edition(edition, source).await?;
        writing.commit().await?;
        Ok(EditionSaved { is_new: true, changed })
    }

    /// All editions that are kept, by country and day.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn editions(&self) -> Result<Vec<EditionKept>, Error> {
        let text = "SELECT country, day, source, units, saved_at FROM register_editions ORDER BY country, day";
        let rows = Sql::new(text).all(self.reader()).await?;
        rows.iter()
            .map(|row| {
                let mut columns = Columns::of(row);
                Ok(EditionKept {
                    country: columns.word(Country::from_word)?,
                    day: columns.word(|text| text.parse().ok())?,
                    source: columns.take()?,
                    units: u64::try_from(columns.take::<i64>()?).unwrap_or(0),
                    saved_at: columns.take()?,
                })
            })
            .collect()
    }

    /// What happened to the unit with this code, and how it came to have it, the oldest first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn successions(&self, code: &UnitCode) -> Result<Vec<UnitSuccession>, Error> {
        let text = "SELECT country, level, old_code, new_code, old_name, new_name, after_day, by_day, reason FROM successions \
                    WHERE old_code = $1 OR new_code = $1 ORDER BY by_day, reason";
        let rows = Sql::new(text).with(code.as_str()).all(self.reader()).await?;
        rows.iter().map(succession).collect()
    }
}

/// The editions of a country as they are kept, each with the seal of its units, by their names in the trail.
pub async fn sealed(connection: &impl ConnectionTrait, country: Country) -> Result<Vec<(String, String)>, Error> {
    let (days, kept) = (days(connection, country).await?, units::of_country(connection, country).await?);
    let named = |(day, edition): (&Day, &RegisterEdition)| (format!("{}-{day}", country.word()), seal(edition));
    Ok(editions(&kept, &days, country).iter().map(named).collect())
}

fn seal(edition: &RegisterEdition) -> String {
    let mut seal = held::Rows::default();
    for unit in edition.units() {
        seal.add(json!(unit).to_string().as_bytes());
    }
    seal.text()
}

fn succession(row: &sea_orm::QueryResult) -> Result<UnitSuccession, Error> {
    let mut columns = Columns::of(row);
    let (country, level) = (columns.word(Country::from_word)?, columns.word(Level::from_word)?);
    let (old, new): (Option<String>, Option<String>) = (columns.take()?, columns.take()?);
    let code = |text: Option<String>| text.map(|text| units::code(&text)).transpose();
    Ok(UnitSuccession {
        country,
        level,
        old_code: code(old)?,
        new_code: code(new)?,
        old_name: columns.take()?,
        new_name: columns.take()?,
        after: read(&columns.take::<String>()?)?,
        by: read(&columns.take::<String>()?)?,
        reason: columns.word(|word| serde_json::from_value(json!(word)).ok())?,
    })
}

/// Days of the editions of a country.
pub async fn days(connection: &impl ConnectionTrait, country: Country) -> Result<BTreeSet<Day>, Error> {
    let rows = Sql::new("SELECT day FROM register_editions WHERE country = $1").with(country.word()).all(connection).await?;
    rows.iter().map(|row| read(&Columns::of(row).take::<String>()?)).collect()
}

type Kept = BTreeMap<(UnitCode, Day), KeptUnit>;

impl Writing<'_> {
    /// Writes what differs; gives the number of rows that came, went or changed.
    async fn keep_units(&self, before: &Kept, after: &Kept) -> Result<usize, Error> {
        let gone: Vec<_> = before.iter().filter(|(key, kept)| after.get(key) != Some(kept)).map(|(key, _)| key).collect();
        for (code, from) in &gone {
            let sql = Sql::new("DELETE FROM units WHERE code = $1 AND valid_from = $2");
            sql.with(code.as_str()).with(from.to_string()).run(&self.tx).await?;
        }
        let come: Vec<_> = after.iter().filter(|(key, kept)| before.get(key) != Some(kept)).map(|(_, kept)| kept).collect();
        for part in come.chunks(ROWS) {
            units::insert(&self.tx, part).await?;
        }
        let codes: BTreeSet<&UnitCode> =
            gone.iter().map(|(code, _)| code).chain(come.iter().map(|kept| &kept.unit.code)).collect();
        self.find_units(&codes, after).await?;
        Ok(gone.len().max(come.len()))
    }

    /// Lets all units be found that are kept.
    pub async fn find_all_units(&self) -> Result<(), Error> {
        let mut all = Kept::new();
        for country in [Country::Poland, Country::Czechia] {
            let kept = units::of_country(&self.tx, country).await?;
            all.extend(kept.into_iter().map(|kept| ((kept.unit.code.clone(), kept.valid_from), kept)));
        }
        let codes = all.keys().map(|(code, _)| code).collect();
        self.find_units(&codes, &all).await
    }

    /// Lets units be found by their code and by every name that they had; parts of municipalities are not.
    async fn find_units(&self, codes: &BTreeSet<&UnitCode>, after: &Kept) -> Result<(), Error> {
        let folding = Folding::new();
        let mut entries = BTreeMap::new();
        let listed = after.values().filter(|kept| kept.unit.level != Level::Part && codes.contains(&kept.unit.code));
        for kept in listed {
            let code = kept.unit.code.as_str();
            let (mut name, mut text) = (Words::default(), Words::default());
            folding.add(&kept.unit.name, None, &mut name);
            folding.add(code, None, &mut text);
            folding.add(kept.unit.lasting_code().as_str(), None, &mut text);
            let new = Entry { kind: search::UNITS, id: code, partnership: None, visibility: "public", name, text };
            // In the order of days: the newest name is the name, the older ones are words like others.
            if let Some(older) = entries.insert(code, new)
                && let Some(newest) = entries.get_mut(code)
            {
                newest.text.join(older.name);
                newest.text.join(older.text);
            }
        }
        for code in codes.iter().filter(|code| !entries.contains_key(code.as_str())) {
            let sql = Sql::new("DELETE FROM search_entries WHERE kind = $1 AND record_id = $2");
            sql.with(search::UNITS).with(code.as_str()).run(&self.tx).await?;
        }
        let mut entries = entries.into_values();
        loop {
            let part: Vec<_> = entries.by_ref().take(ROWS).collect();
            if part.is_empty() {
                return Ok(());
            }
            search::keep(&self.tx, part).await?;
        }
    }

    async fn keep_successions(&self, country: Country, all: &BTreeMap<Day, RegisterEdition>) -> Result<(), Error> {
        Sql::new("DELETE FROM successions WHERE country = $1").with(country.word()).run(&self.tx).await?;
        let pairs = all.values().zip(all.values().skip(1));
        let told: Vec<UnitSuccession> = pairs.flat_map(|(older, newer)| successions(older, newer)).collect();
        for part in told.chunks(ROWS) {
            let mut sql = Sql::new(
                "INSERT INTO successions (country, level, old_code, new_code, old_name, new_name, after_day, by_day, reason) VALUES ",
            );
            for (row, one) in part.iter().enumerate() {
                sql.push(if row == 0 { "(" } else { ", (" }).bind_all([one.country.word(), one.level.word()]).push(", ");
                let code = |code: &Option<UnitCode>| code.as_ref().map(|code| code.as_str().to_owned());
                sql.bind_all([code(&one.old_code), code(&one.new_code), one.old_name.clone(), one.new_name.clone()]);
                sql.push(", ").bind_all([one.after.to_string(), one.by.to_string(), one.reason.word().to_owned()]).push(")");
            }
            sql.run(&self.tx).await?;
        }
        Ok(())
    }

    async fn keep_edition(&mut self, edition: &RegisterEdition, source: &str) -> Result<(), Error> {
        let (country, day) = (edition.country.word(), edition.date.to_string());
        let text = "INSERT INTO register_editions (country, day, source, units, saved_at) VALUES ($1, $2, $3, $4, $5) \
                    ON CONFLICT (country, day) DO UPDATE SET source = excluded.source, units = excluded.units, \
                    saved_at = excluded.saved_at";
        let sql = Sql::new(text).with(country).with(day.as_str()).with(source);
        let units = i64::try_from(edition.len()).unwrap_or(i64::MAX);
        sql.with(units).with(self.at.as_str()).run(&self.tx).await?;
        let what = json!({"source": source, "units": units, "rows": seal(edition)});
        self.imported("register_editions", format!("{country}-{day}"), what);
        Ok(())
    }
}
