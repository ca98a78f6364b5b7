//! One figure per unit, and how it meets the units of the flows.

use std::collections::BTreeMap;
use std::path::Path;

use miedza_territory::{Figure, Observations, Provenance, UnitCode, Units, Value};

use super::columns::{self, Places};
use super::join::{Join, Match};
use super::listed::Listed;
use crate::Error;
use crate::commuting::rows::unsettled_told;
use crate::table::{Column, Decimal, Field, Input, Numbers, Table, fold};

/// What is wanted of a file.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The figure.
    pub figure: Figure,
    /// Its column; `None` where the name shall tell.
    pub column: Option<Column>,
    /// The column of the code; `None` where the name shall tell.
    pub code: Option<Column>,
    /// Sheet of a workbook; by default the first that has the columns.
    pub sheet: Option<String>,
    /// Decimal sign, where the numbers do not tell.
    pub decimal: Option<Decimal>,
}

impl Wanted {
    /// A figure whose columns the names shall tell.
    #[must_use]
    pub const fn new(figure: Figure) -> Self {
        Self { figure, column: None, code: None, sheet: None, decimal: None }
    }

    /// The same in this column.
    #[must_use]
    pub fn in_column(mut self, column: Option<Column>) -> Self {
        self.column = column;
        self
    }
}

/// A figure of the units of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// By the codes of the file.
    pub observations: Observations,
    /// Names of units, where the file has them.
    pub names: BTreeMap<UnitCode, String>,
    /// Name of the column of the figure.
    pub column: String,
    /// What one unit of the column stands for: 1000 where its name says thousands, 0.01 for an area in hectares, else 1.
    pub scale: f64,
    /// How many rows repeat a unit with the same figure.
    pub repeated: usize,
    /// Which file it was.
    pub provenance: Provenance,
}

/// A figure of the units of the flows.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// By the codes of the flows.
    pub observations: Observations,
    /// Units that the file does not list.
    pub unlisted: Vec<UnitCode>,
    /// How many units took the figure of a code with another kind or without one.
    pub by_other_kind: usize,
    /// How many units took the sum of their parts, because the file does not list the whole.
    pub by_parts: usize,
}

/// Reads a figure from disk.
///
/// # Errors
/// [`Error`], see [`read_figures`].
pub fn open_figures(path: &Path, wanted: &Wanted) -> Result<Figures, Error> {
    read_figures(Input::open(path)?, wanted)
}

/// Reads a figure.
///
/// # Errors
/// [`Error`] if the file is no table, lacks a column, a value is no number or negative, or a unit stands in two rows.
pub fn read_figures(input: Input, wanted: &Wanted) -> Result<Figures, Error> {
    let provenance = input.provenance(columns::word(wanted.figure));
    let look = |header: &[String]| columns::find(wanted.figure, wanted.column.as_ref(), wanted.code.as_ref(), header);
    let (mut table, places) = Table::find(input, wanted.sheet.as_deref(), look)?;
    let (mut listed, mut values, mut names) = (Listed::default(), Vec::new(), Vec::new());
    let mut numbers = Numbers::with_decimal(wanted.decimal);
    while table.advance()? {
        if listed.add(&table, places.code)? {
            table.refuse_short(places.value)?;
            values.push(value(&table, &places, &mut numbers, values.len())?);
            names.push(places.name.map(|column| name(table.row().field(column))));
        }
    }
    let column = table.column_name(places.value);
    let put = |position: usize, number| values[position] = Value::Known(number);
    numbers.settle(put).map_err(|unsettled| unsettled_told(table.file(), column.clone(), unsettled))?;
    let scale = scale(wanted.figure, &column);
    let both = values.into_iter().zip(names).collect();
    let (both, repeated) = listed.with(table.file(), both, |one: &(Value, _), other| one.0 == other.0)?;
    let mut figures =
        Figures { observations: Observations::new(), names: BTreeMap::new(), column: column.into(), scale, repeated, provenance };
    for (code, (value, name)) in both {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            figures.names.insert(code.clone(), name);
        }
        figures.observations.insert(code, scaled(value, scale));
    }
    Ok(figures)
}

pub(crate) fn value(table: &Table, places: &Places, numbers: &mut Numbers, position: usize) -> Result<Value, Error> {
    let row = table.row();
    let written = row.field(places.value);
    let (file, column) = (|| table.file().into(), || table.column_name(places.value));
    match numbers.read(written, row.number(), position) {
        Field::Number(number) if number >= 0.0 => Ok(Value::Known(number)),
        Field::Number(_) => Err(Error::Negative { file: file(), row: row.number(), column: column(), value: written.into() }),
        Field::Missing(reason) => Ok(Value::Missing(reason)),
        Field::Other => Err(Error::NotANumber { file: file(), row: row.number(), column: column(), value: written.into() }),
    }
}

/// A name without the dots that fill its line in printed tables, and without the kind behind it in brackets.
pub(super) fn name(text: &str) -> String {
    let text = text.trim_end_matches('.').trim();
    let kind = text
        .rsplit_once(" (")
        .filter(|(_, kind)| kind.len() == 2 && kind.ends_with(')') && kind.starts_with(|c: char| c.is_ascii_digit()));
    kind.map_or(text, |(name, _)| name).to_string()
}

/// What one unit of the column stands for: thousands of persons, hectares of an area that is wanted in square kilometres.
fn scale(figure: Figure, column: &str) -> f64 {
    let is_thousands = |word: &str| {
        ["tys", "tis", "thousands"].contains(&word)
            || ["tysiac", "tisic", "thousand", "tausend"].iter().any(|stem| word.starts_with(stem))
    };
    let folded = fold(column);
    match figure {
        Figure::AreaKm2 if folded.split(' ').any(|word| word == "ha") => 0.01,
        Figure::AreaKm2 => 1.0,
        _ if folded.split(' ').any(is_thousands) => 1000.0,
        _ => 1.0,
    }
}

fn scaled(value: Value, scale: f64) -> Value {
    match value {
        // Rounded to millionths, so that 37.06 thousand are 37060 and nothing less.
        Value::Known(number) if !(1.0..=1.0).contains(&scale) => Value::Known((number * scale * 1e6).round() / 1e6),
        value => value,
    }
}

impl Figures {
    /// The figure for the units of `flows_file`.
    ///
    /// # Errors
    /// [`Error::CodeSystems`] if the codes of the two files do not belong together.
    pub fn join(&self, units: &Units, flows_file: &str) -> Result<Joined, Error> {
        let join = Join::new(units, self.observations.iter().map(|(code, value)| (code, value.number().is_some())));
        join.refuse_strangers(&self.provenance.file, flows_file)?;
        let mut joined = Joined { observations: Observations::new(), unlisted: Vec::new(), by_other_kind: 0, by_parts: 0 };
        for (unit, found) in join.iter() {
            let code = units.code(unit).clone();
            let value = match found {
                Match::None => {
                    joined.unlisted.push(code);
                    continue;
                }
                Match::Same(own) => self.observations.get(own),
                Match::Alike(other) => {
                    joined.by_other_kind += 1;
                    self.observations.get(other)
                }
                Match::Parts(parts) => {
                    joined.by_parts += 1;
                    sum(parts.iter().filter_map(|part| self.observations.get(part)))
                }
            };
            if let Some(value) = value {
                joined.observations.insert(code, value);
            }
        }
        Ok(joined)
    }
}

/// The sum of parts; missing where any of them is.
fn sum(values: impl Iterator<Item = Value>) -> Option<Value> {
    values.reduce(|one, other| match (one, other) {
        (Value::Missing(reason), _) | (_, Value::Missing(reason)) => Value::Missing(reason),
        (Value::Known(one), Value::Known(other)) => Value::Known(one + other),
        (one, other) => Value::Estimated(one.number().unwrap_or(0.0) + other.number().unwrap_or(0.0)),
    })
}
