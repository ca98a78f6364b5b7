//! Figures of units by the time that they speak of: inhabitants, area, jobs; a missing one is kept with its reason.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Country, Figure, Missing, Period, UnitCode, UnitFigures, Value};
use sea_orm::QueryResult;
use serde_json::json;

use super::{ROWS, units};
use crate::sql::{Columns, Sql};
use crate::writing::Writing;
use crate::{Author, Error, Store, held};

/// A figure of a unit at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptFigure {
    /// The unit.
    pub code: UnitCode,
    /// What was counted.
    pub figure: Figure,
    /// The time that it speaks of.
    pub period: Period,
    /// How much.
    pub value: Value,
    /// Name of the file that says so.
    pub file: String,
}

/// One figure of a country at a time, as it was loaded from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSet {
    /// The country.
    pub country: Country,
    /// What was counted.
    pub figure: Figure,
    /// The time that it speaks of.
    pub period: Period,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The columns that were read.
    pub column: String,
    /// For how many units.
    pub units: u64,
    /// What the file says of the whole country; `None` where it does not.
    pub total: Option<Value>,
}

/// Codes in one statement.
const CODES: usize = 500;
const COLUMNS: &str = "code, figure, period, state, \"value\", file";
const OF_SET: &str = "country, figure, period, file, sha256, column_name, units, total_state, total";

impl Store {
    /// Keeps figures; those that are there already for the same unit, figure and time are replaced.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn save_figures(&self, figures: &UnitFigures, author: &Author) -> Result<(), Error> {
        let mut writing = self.begin_content(author).await?;
        writing.keep_figure_set(figures).await?;
        let (figure, period) = (figures.figure.word(), figures.period.to_string());
        let all: Vec<(&UnitCode, Value)> = figures.values.iter().collect();
        for part in all.chunks(ROWS) {
            let mut sql = Sql::new(format!("INSERT INTO figures ({COLUMNS}) VALUES "));
            for (row, (code, value)) in part.iter().enumerate() {
                let (state, number) = words(*value);
                sql.push(if row == 0 { "(" } else { ", (" }).bind_all([code.as_str(), figure, &period, state]).push(", ");
                sql.bind(number).push(", ").bind(figures.provenance.file.as_str()).push(")");
            }
            sql.push(
                " ON CONFLICT (code, figure, period) DO UPDATE SET state = excluded.state, \"value\" = excluded.\"value\", \
                 file = excluded.file",
            );
            sql.run(&writing.tx).await?;
        }
        writing.commit().await
    }

    /// One figure of these units at all times, by unit and time.
    ///
    /// A Polish municipality is found also where a table has it with another kind or without any, as far as its own code has
    /// no figure of that time; the figure bears the code that was asked for.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn figures(&self, codes: &[UnitCode], figure: Figure) -> Result<Vec<KeptFigure>, Error> {
        let asked: Vec<UnitCode> = codes.iter().flat_map(UnitCode::whatever_kind).collect::<BTreeSet<_>>().into_iter().collect();
        let mut held: BTreeMap<UnitCode, Vec<KeptFigure>> = BTreeMap::new();
        for part in asked.chunks(CODES) {
            let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM figures WHERE figure = "));
            sql.bind(figure.word()).push(" AND code IN (").bind_all(part.iter().map(UnitCode::as_str)).push(")");
            for row in &sql.all(self.reader()).await? {
                let kept = read(row)?;
                held.entry(kept.code.clone()).or_default().push(kept);
            }
        }
        let codes: BTreeSet<&UnitCode> = codes.iter().collect();
        let mut found: Vec<KeptFigure> = codes.into_iter().flat_map(|code| of_unit(code, &held)).collect();
        found.sort_by_cached_key(|kept| (kept.code.clone(), kept.period.to_string()));
        Ok(found)
    }

    /// All figures of a unit, by figure and time; those under another kind of its code as in [`Self::figures`].
    ///
    /// # Errors
    /// What the engine says.
    pub async fn figures_of_unit(&self, code: &UnitCode) -> Result<Vec<KeptFigure>, Error> {
        let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM figures WHERE code IN ("));
        let names = code.whatever_kind();
        sql.bind_all(names.iter().map(UnitCode::as_str)).push(")");
        let mut held: BTreeMap<UnitCode, Vec<KeptFigure>> = BTreeMap::new();
        for row in &sql.all(self.reader()).await? {
            let kept = read(row)?;
            held.entry(kept.code.clone()).or_default().push(kept);
        }
        let mut found = of_unit(code, &held);
        found.sort_by_cached_key(|kept| (kept.figure.word(), kept.period.to_string()));
        Ok(found)
    }

    /// All that was loaded, by country, figure and time.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn figure_sets(&self) -> Result<Vec<FigureSet>, Error> {
        let sql = Sql::new(format!("SELECT {OF_SET} FROM figure_sets ORDER BY country, figure, period, file"));
        sql.all(self.reader()).await?.iter().map(set).collect()
    }
}

/// The figures of a unit under its own code, and of other times under the other kinds of it.
fn of_unit(code: &UnitCode, held: &BTreeMap<UnitCode, Vec<KeptFigure>>) -> Vec<KeptFigure> {
    let mut found: Vec<KeptFigure> = Vec::new();
    for name in code.whatever_kind() {
        for kept in held.get(&name).into_iter().flatten() {
            let is_there = found.iter().any(|other| (other.figure, &other.period) == (kept.figure, &kept.period));
            if !is_there {
                found.push(KeptFigure { code: code.clone(), ..kept.clone() });
            }
        }
    }
    found
}

impl Writing<'_> {
    async fn keep_figure_set(&mut self, figures: &UnitFigures) -> Result<(), Error> {
        let (country, figure, period) = (figures.country.word(), figures.figure.word(), figures.period.to_string());
        let (state, total) = figures.total.map(words).map_or((None, None), |(state, total)| (Some(state.to_owned()), total));
        let units = i64::try_from(figures.values.len()).unwrap_or(i64::MAX);
        let mut sql = Sql::new(format!("INSERT INTO figure_sets ({OF_SET}, saved_at) VALUES ("));
        let origin = &figures.provenance;
        sql.bind_all([country, figure, &period, &origin.file, &origin.sha256, &figures.column]).push(", ");
        sql.bind(units).push(", ").bind(state).push(", ").bind(total).push(", ").bind(self.at.as_str());
        sql.push(
            ") ON CONFLICT (country, figure, period, file) DO UPDATE SET sha256 = excluded.sha256, units = excluded.units, \
             column_name = excluded.column_name, total_state = excluded.total_state, total = excluded.total, \
             saved_at = excluded.saved_at",
        );
        sql.run(&self.tx).await?;
        let mut seal = held::Rows::default();
        for (code, value) in figures.values.iter() {
            let (state, number) = words(value);
            seal.add(&sealed(code.as_str(), state, number));
        }
        let what = json!({"file": origin.file, "sha256": origin.sha256, "units": units, "rows": seal.text()});
        self.imported("figure_sets", format!("{country}-{figure}-{period}"), what);
        Ok(())
    }
}

/// A figure as it is sealed in the trail.
pub fn sealed(code: &str, state: &str, number: Option<f64>) -> Vec<u8> {
    let number = number.map_or_else(Vec::new, |number| number.to_bits().to_be_bytes().to_vec());
    [code.as_bytes(), b"\0", state.as_bytes(), b"\0", &number].concat()
}

const fn words(value: Value) -> (&'static str, Option<f64>) {
    match value {
        Value::Known(number) => ("known", Some(number)),
        Value::Estimated(number) => ("estimated", Some(number)),
        Value::Missing(Missing::Suppressed) => ("suppressed", None),
        Value::Missing(Missing::NotGiven) => ("not_given", None),
        Value::Missing(Missing::NotApplicable) => ("not_applicable", None),
    }
}

fn value(state: &str, number: Option<f64>) -> Result<Value, Error> {
    match (state, number) {
        ("known", Some(number)) => Ok(Value::Known(number)),
        ("estimated", Some(number)) => Ok(Value::Estimated(number)),
        ("suppressed", None) => Ok(Value::Missing(Missing::Suppressed)),
        ("not_given", None) => Ok(Value::Missing(Missing::NotGiven)),
        ("not_applicable", None) => Ok(Value::Missing(Missing::NotApplicable)),
        _ => Err(Error::Unreadable { what: format!("value {state}") }),
    }
}

fn read(row: &QueryResult) -> Result<KeptFigure, Error> {
    let mut columns = Columns::of(row);
    let code = units::code(&columns.take::<String>()?)?;
    let figure = columns.word(Figure::from_word)?;
    let period = columns.word(|text| text.parse().ok())?;
    let state: String = columns.take()?;
    let value = value(&state, columns.take()?)?;
    Ok(KeptFigure { code, figure, period, value, file: columns.take()? })
}

fn set(row: &QueryResult) -> Result<FigureSet, Error> {
    let mut columns = Columns::of(row);
    let country = columns.word(Country::from_word)?;
    let figure = columns.word(Figure::from_word)?;
    let period = columns.word(|text| text.parse().ok())?;
    let [file, sha256, column] = [columns.take()?, columns.take()?, columns.take()?];
    let units = u64::try_from(columns.take::<i64>()?).unwrap_or(0);
    let state: Option<String> = columns.take()?;
    let total: Option<f64> = columns.take()?;
    let total = state.map(|state| value(&state, total)).transpose()?;
    Ok(FigureSet { country, figure, period, file, sha256, column, units, total })
}
