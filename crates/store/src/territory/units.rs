//! Questions about units: by code, by level, by the unit above, by the beginning of the name, on a day.

use std::collections::BTreeMap;

use miedza_territory::{Country, Day, Level, RegisterUnit, UnitCode};
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::json;

use super::{KeptUnit, editions, read};
use crate::search::fold;
use crate::sql::{Columns, Sql};
use crate::{Error, Store};

const COLUMNS: &str = "code, valid_from, valid_to, country, level, kind, name, parent, is_county_seat";
/// Codes in one statement.
const CODES: usize = 500;

/// Which units are asked for; the answer is in the order of names, that of codes in the order of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitQuestion {
    /// Of this country.
    pub country: Option<Country>,
    /// Of this level.
    pub level: Option<Level>,
    /// Directly below the unit with this code.
    pub parent: Option<UnitCode>,
    /// Whose name begins so, case and marks do not matter; digits are the beginning of a code.
    pub name: Option<String>,
    /// As the edition of this day or the last one before it shows them; before the first edition, as that one does.
    /// `None` for the last edition.
    pub on: Option<Day>,
    /// At most so many; 0 for all.
    pub limit: u32,
    /// How many are left out at the beginning.
    pub offset: u32,
}

/// How units are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitOrder {
    /// By name.
    #[default]
    Name,
    /// By name, the last one first.
    NameDown,
    /// By code.
    Code,
    /// By code, the last one first.
    CodeDown,
}

impl UnitOrder {
    const fn columns(self) -> &'static str {
        match self {
            Self::Name => "folded_name, code",
            Self::NameDown => "folded_name DESC, code DESC",
            Self::Code => "code",
            Self::CodeDown => "code DESC",
        }
    }
}

impl Store {
    /// The units that are asked for.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn units(&self, question: &UnitQuestion) -> Result<Vec<KeptUnit>, Error> {
        self.units_in_order(question, UnitOrder::Name).await
    }

    /// The units that are asked for, in another order.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn units_in_order(&self, question: &UnitQuestion, order: UnitOrder) -> Result<Vec<KeptUnit>, Error> {
        let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM units WHERE "));
        self.narrow_units(&mut sql, question).await?;
        sql.push(" ORDER BY ").push(order.columns());
        if question.limit > 0 {
            sql.push(" LIMIT ").bind(i64::from(question.limit)).push(" OFFSET ").bind(i64::from(question.offset));
        }
        sql.all(self.reader()).await?.iter().map(kept).collect()
    }

    /// How many units are asked for, on all pages.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn count_units(&self, question: &UnitQuestion) -> Result<u64, Error> {
        let mut sql = Sql::new("SELECT COUNT(*) FROM units WHERE ");
        self.narrow_units(&mut sql, question).await?;
        let row = sql.one(self.reader()).await?.ok_or_else(|| Error::Unreadable { what: "count of units".to_owned() })?;
        Ok(u64::try_from(Columns::of(&row).take::<i64>()?).unwrap_or(0))
    }

    /// The units with these codes as they were last known, gone ones too; codes that no register holds are missing.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn units_by_code(&self, codes: &[UnitCode]) -> Result<BTreeMap<UnitCode, KeptUnit>, Error> {
        let mut found = BTreeMap::new();
        for part in codes.chunks(CODES) {
            let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM units WHERE code IN ("));
            sql.bind_all(part.iter().map(UnitCode::as_str)).push(") ORDER BY valid_from");
            for row in &sql.all(self.reader()).await? {
                let kept = kept(row)?;
                found.insert(kept.unit.code.clone(), kept);
            }
        }
        Ok(found)
    }

    /// A unit as it was last known; `None` if no register holds its code.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn unit(&self, code: &UnitCode) -> Result<Option<KeptUnit>, Error> {
        Ok(self.unit_states(code).await?.pop())
    }

    /// A unit through the years, the oldest state first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn unit_states(&self, code: &UnitCode) -> Result<Vec<KeptUnit>, Error> {
        let sql = Sql::new(format!("SELECT {COLUMNS} FROM units WHERE code = $1 ORDER BY valid_from"));
        sql.with(code.as_str()).all(self.reader()).await?.iter().map(kept).collect()
    }

    /// From when to when these codes were in the register, whatever stood under them meanwhile: the day before which no
    /// edition has the code, `None` if the first edition of its country has it; and the day of the first edition that has it
    /// no more, `None` if the last one has it.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn code_spans(&self, codes: &[UnitCode]) -> Result<BTreeMap<UnitCode, (Option<Day>, Option<Day>)>, Error> {
        let mut found = BTreeMap::new();
        for part in codes.chunks(CODES) {
            let mut sql = Sql::new(
                "SELECT code, \
                 NULLIF(MIN(valid_from), (SELECT MIN(day) FROM register_editions WHERE register_editions.country = units.country)), \
                 CASE WHEN COUNT(*) = COUNT(valid_to) THEN MAX(valid_to) END FROM units WHERE code IN (",
            );
            sql.bind_all(part.iter().map(UnitCode::as_str)).push(") GROUP BY code, country");
            for row in &sql.all(self.reader()).await? {
                let mut columns = Columns::of(row);
                let own = code(&columns.take::<String>()?)?;
                let mut day = || columns.take::<Option<String>>()?.map(|text| read(&text)).transpose();
                found.insert(own, (day()?, day()?));
            }
        }
        Ok(found)
    }

    async fn narrow_units(&self, sql: &mut Sql, question: &UnitQuestion) -> Result<(), Error> {
        self.on_day(sql, question.on).await?;
        if let Some(country) = question.country {
            sql.push(" AND country = ").bind(country.word());
        }
        if let Some(level) = question.level {
            sql.push(" AND level = ").bind(level.word());
        }
        if let Some(parent) = &question.parent {
            sql.push(" AND parent = ").bind(parent.as_str());
        }
        if let Some(name) = &question.name {
            // Folded names hold letters and digits only, so nothing in them is a sign of LIKE.
            let folded = fold(name);
            let is_code = !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit());
            sql.push(if is_code { " AND code LIKE " } else { " AND folded_name LIKE " }).bind(format!("{folded}%"));
        }
        Ok(())
    }

    /// Those that hold on a day; each country begins with its first edition.
    async fn on_day(&self, sql: &mut Sql, day: Option<Day>) -> Result<(), Error> {
        let Some(day) = day else {
            sql.push("valid_to IS NULL");
            return Ok(());
        };
        sql.push("(1 = 0");
        for country in [Country::Poland, Country::Czechia] {
            let first = editions::days(self.reader(), country).await?.into_iter().next();
            let day = first.map_or(day, |first| day.max(first)).to_string();
            sql.push(" OR (country = ").bind(country.word()).push(" AND valid_from <= ").bind(day.as_str());
            sql.push(" AND (valid_to IS NULL OR valid_to > ").bind(day).push("))");
        }
        sql.push(")");
        Ok(())
    }
}

/// All rows of a country.
pub async fn of_country(connection: &impl ConnectionTrait, country: Country) -> Result<Vec<KeptUnit>, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM units WHERE country = $1")).with(country.word());
    sql.all(connection).await?.iter().map(kept).collect()
}

/// Writes rows, at most as many as fit into one statement.
pub async fn insert(connection: &impl ConnectionTrait, units: &[&KeptUnit]) -> Result<(), Error> {
    let mut sql = Sql::new(format!("INSERT INTO units ({COLUMNS}, folded_name) VALUES "));
    for (row, kept) in units.iter().enumerate() {
        let unit = &kept.unit;
        sql.push(if row == 0 { "(" } else { ", (" }).bind(unit.code.as_str()).push(", ").bind(kept.valid_from.to_string());
        sql.push(", ").bind(kept.valid_to.map(|day| day.to_string())).push(", ");
        sql.bind_all([unit.country.word(), unit.level.word()]).push(", ").bind(unit.kind.and_then(kind_word)).push(", ");
        sql.bind(unit.name.as_str()).push(", ").bind(unit.parent.as_ref().map(|code| code.as_str().to_owned()));
        sql.push(", ").bind(unit.is_county_seat).push(", ").bind(fold(&unit.name)).push(")");
    }
    sql.run(connection).await?;
    Ok(())
}

fn kind_word(kind: miedza_territory::Kind) -> Option<String> {
    serde_json::to_value(kind).ok()?.as_str().map(str::to_owned)
}

/// A kept code.
pub fn code(text: &str) -> Result<UnitCode, Error> {
    UnitCode::parse(text).map_err(|_| Error::Unreadable { what: format!("code {text}") })
}

fn kept(row: &QueryResult) -> Result<KeptUnit, Error> {
    let mut columns = Columns::of(row);
    let own = code(&columns.take::<String>()?)?;
    let valid_from = read(&columns.take::<String>()?)?;
    let valid_to = columns.take::<Option<String>>()?.map(|text| read(&text)).transpose()?;
    let country = columns.word(Country::from_word)?;
    let level = columns.word(Level::from_word)?;
    let kind = columns.take::<Option<String>>()?.and_then(|word| serde_json::from_value(json!(word)).ok());
    let name = columns.take()?;
    let parent = columns.take::<Option<String>>()?.map(|text| code(&text)).transpose()?;
    let is_county_seat = columns.take()?;
    let unit = RegisterUnit { country, code: own, level, kind, name, parent, is_county_seat };
    Ok(KeptUnit { unit, valid_from, valid_to })
}
