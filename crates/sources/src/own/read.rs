//! Rows of a table that a mapping describes become series.

use std::fmt::Write as _;

use miedza_territory::{Missing, Notes, Period, UnitIx, Value};

use super::{ColumnOrFixed, Mapping, Shape};
use crate::bdl::label::Labels;
use crate::eurostat::Flags;
use crate::observations::gather::{Gathered, Gathering, Origin, Place, Variable};
use crate::observations::interned::period;
use crate::observations::key::{Key, is_thousands, word};
use crate::observations::{Error, Reason};
use crate::table::{Column, Found, Input, Lack, Row, Table};

/// What a mapping leaves open.
pub(crate) struct Rest<'a> {
    /// Source of variables that the table names by words.
    pub(crate) source: &'a str,
    /// Year of values whose period is told neither by the table nor by the mapping.
    pub(crate) year: Option<u16>,
}

/// Where the values of a row stand, counted from 0.
struct Cell {
    value: usize,
    /// Name of the column of values.
    column: Box<str>,
    variable: Told<usize>,
    period: Told<u16>,
    measure: Option<usize>,
    flag: Option<usize>,
}

/// Something in a column, or known from the start.
#[derive(Clone, Copy)]
enum Told<T> {
    In(usize),
    Known(T),
}

/// Columns of a mapping in a header, counted from 0.
struct Columns {
    unit: usize,
    /// Value, variable, period, measure and flag of each column of values, the three in the middle where they are columns.
    cells: Vec<[Option<usize>; 5]>,
}

/// Reads the rows of a table once.
pub(crate) fn read(input: Input, mapping: &Mapping, rest: &Rest<'_>, origin: &Origin) -> Result<Gathered, Error> {
    let place = (mapping.sheet.as_deref(), mapping.header_row.unwrap_or(0));
    let (mut table, columns) = Table::find_from(input, place, |header| Columns::find(mapping, header))?;
    let mut gathering = Gathering::new(mapping.decimal);
    let cells = cells(mapping, &columns, rest, &mut gathering, &table)?;
    let last = columns.cells.iter().flatten().flatten().copied().chain([columns.unit]).max().unwrap_or(0);
    let labels = Labels::built_in()?;
    let mut reader = Reader { rest, labels, gathering, name: String::new() };
    while table.advance()? {
        if table.row().is_blank() {
            continue;
        }
        reader.gathering.rows += 1;
        if table.refuse_short(last).is_err() {
            let (fields, expected) = (table.row().len(), table.header().len());
            let first = table.row().field(0);
            reader.gathering.refuse(table.row().number(), first, Reason::Short { fields, expected });
            continue;
        }
        reader.row(&table, columns.unit, &cells);
    }
    let column = cells.first().map_or_else(|| "1".into(), |cell| table.column_name(cell.value));
    reader.gathering.finish(table.file(), &column, origin)
}

impl Columns {
    fn find(mapping: &Mapping, header: &[String]) -> Result<Self, Lack> {
        let mut found = 0;
        let mut one = |role: &'static str, column: &Column| {
            let option = format!("the mapping in place of {column}");
            let at = match column.find(header) {
                Found::One(at) => at,
                Found::None => return Err(Lack::Missing { role, option, found }),
                Found::Several(columns) => return Err(Lack::Ambiguous { role, option, columns, found }),
            };
            found += 1;
            Ok(at)
        };
        let unit = one("the code of the unit", &mapping.unit)?;
        let cells = match &mapping.shape {
            Shape::Long { variable, period, value, measure, flag } => {
                let value = one("the value", value)?;
                let variable = in_column(&mut one, "the variable", variable)?;
                let period = in_column(&mut one, "the period", period)?;
                let measure = measure.as_ref().map(|column| one("the unit of measure", column)).transpose()?;
                let flag = flag.as_ref().map(|column| one("the flag", column)).transpose()?;
                vec![[Some(value), variable, period, measure, flag]]
            }
            Shape::Wide(columns) => {
                let mut cells = Vec::with_capacity(columns.len());
                for column in columns {
                    let value = one("the value", &column.column)?;
                    let variable = in_column(&mut one, "the variable", &column.variable)?;
                    cells.push([Some(value), variable, in_column(&mut one, "the period", &column.period)?, None, None]);
                }
                cells
            }
        };
        Ok(Self { unit, cells })
    }
}

/// The column, where it is one.
fn in_column(
    one: &mut dyn FnMut(&'static str, &Column) -> Result<usize, Lack>,
    role: &'static str,
    told: &ColumnOrFixed,
) -> Result<Option<usize>, Lack> {
    match told {
        ColumnOrFixed::Column(column) => one(role, column).map(Some),
        ColumnOrFixed::Fixed(_) => Ok(None),
    }
}

/// The columns of values, with what the mapping itself tells of them.
fn cells(
    mapping: &Mapping,
    columns: &Columns,
    rest: &Rest<'_>,
    gathering: &mut Gathering,
    table: &Table,
) -> Result<Vec<Cell>, Error> {
    let described: Vec<(&ColumnOrFixed, &ColumnOrFixed, Option<&str>)> = match &mapping.shape {
        Shape::Long { variable, period, .. } => vec![(variable, period, None)],
        Shape::Wide(columns) => columns.iter().map(|one| (&one.variable, &one.period, one.measure.as_deref())).collect(),
    };
    let labels = Labels::built_in()?;
    let mut cells = Vec::with_capacity(described.len());
    for (&[value, variable_at, period_at, measure, flag], (variable, when, said)) in columns.cells.iter().zip(described) {
        let value = value.unwrap_or(0);
        let at = |reason| Error::Mapping { file: table.file().into(), column: table.column_name(value), reason };
        let period = match (period_at, when) {
            (Some(column), _) => Told::In(column),
            (None, ColumnOrFixed::Fixed(text)) if !text.trim().is_empty() => {
                let told = period(text.trim()).ok_or(Reason::NotAPeriod);
                Told::Known(told.and_then(|told| gathering.period(told)).map_err(at)?)
            }
            (None, _) => {
                let (file, column) = (table.file().into(), table.column_name(value));
                let year = rest.year.ok_or(crate::Error::NoPeriod { file, column })?;
                Told::Known(gathering.period(Period::Year(year)).map_err(at)?)
            }
        };
        let variable = match (variable_at, variable) {
            (Some(column), _) => Told::In(column),
            (None, ColumnOrFixed::Fixed(text)) => {
                let name = named(text, said.unwrap_or_default());
                Told::Known(gathering.variable(&name, || made(text, said, rest.source, &labels)).map_err(at)?)
            }
            (None, ColumnOrFixed::Column(_)) => continue,
        };
        cells.push(Cell { value, column: table.column_name(value), variable, period, measure, flag });
    }
    Ok(cells)
}

/// Variable and measure as one name.
fn named(variable: &str, measure: &str) -> String {
    format!("{variable}\u{1F}{measure}")
}

/// The variable of a text, `bdl:72305` or words.
fn made(text: &str, measure: Option<&str>, source: &str, labels: &Labels) -> Result<Variable, Reason> {
    let measure = measure.map(str::trim).filter(|measure| !measure.is_empty());
    let told = Key::told(text);
    let is_told = told.is_some();
    let variable = |key: Key, label: String| Variable { key, is_told, label, measure: measure.map(str::to_string) };
    let Some(key) = told else {
        let words = word(text).ok_or(Reason::NoVariable)?;
        return Ok(variable(Key { source: source.into(), variable: words }, text.trim().to_string()));
    };
    let expected = if key.source == "bdl" { key.variable.parse().ok().and_then(|id| labels.get(id)) } else { None };
    match (expected, measure) {
        (Some(expected), Some(measure)) if is_thousands(measure) && !is_thousands(&expected.measure) => {
            Err(Reason::Thousands { measure: measure.into() })
        }
        (expected, _) => {
            let label = expected.map_or_else(|| text.trim().to_string(), |expected| expected.label.clone());
            Ok(variable(key, label))
        }
    }
}

struct Reader<'a> {
    rest: &'a Rest<'a>,
    labels: Labels,
    gathering: Gathering,
    /// Room for the name of a variable, used again in each row.
    name: String,
}

impl Reader<'_> {
    fn row(&mut self, table: &Table, unit: usize, cells: &[Cell]) {
        let row = table.row();
        let text = row.field(unit);
        let Some(number) = self.gathering.codes.number(text, row.is_number(unit)) else {
            self.gathering.refuse(row.number(), text, Reason::NotACode);
            return;
        };
        for cell in cells {
            if let Err((what, reason)) = self.cell(table, number, cell) {
                self.gathering.refuse(row.number(), what, reason);
            }
        }
    }

    /// Takes one value; else what is at fault and why.
    fn cell<'t>(&mut self, table: &'t Table, unit: UnitIx, cell: &Cell) -> Result<(), (&'t str, Reason)> {
        let row = table.row();
        let period = match cell.period {
            Told::Known(number) => number,
            Told::In(column) => {
                let text = row.field(column);
                let told = period(text).ok_or(Reason::NotAPeriod);
                told.and_then(|told| self.gathering.period(told)).map_err(|reason| (text, reason))?
            }
        };
        let variable = match cell.variable {
            Told::Known(number) => number,
            Told::In(column) => self.variable(row, column, cell.measure).map_err(|reason| (row.field(column), reason))?,
        };
        // Before the number: one that waits to be settled must have a row.
        let flags = match cell.flag.map(|column| row.field(column)).filter(|flag| !flag.is_empty()) {
            Some(flag) => Some(known(flag).ok_or_else(|| (flag, Reason::UnknownFlag { flag: flag.chars().take(16).collect() }))?),
            None => None,
        };
        let (text, line) = (row.field(cell.value), row.number());
        let place = Place { variable, unit, period, line, column: &cell.column };
        let value = if row.is_number(cell.value) {
            text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Known)
        } else {
            self.gathering.value(text, place)
        };
        let value = value.ok_or_else(|| {
            let column = cell.column.to_string();
            (text, Reason::NotANumber { column, value: text.chars().take(64).collect() })
        })?;
        let (value, notes) = flags.map_or((value, Notes::NONE), |(flags, notes)| (flagged(value, &flags), notes));
        self.gathering.push(place, value, notes).map_err(|reason| (text, reason))
    }

    fn variable(&mut self, row: &Row, column: usize, measure: Option<usize>) -> Result<usize, Reason> {
        let (text, measure) = (row.field(column), measure.map(|column| row.field(column)));
        self.name.clear();
        // Writing into a string cannot fail.
        let _ = match measure {
            Some(measure) => write!(self.name, "{text}\u{1F}{measure}"),
            None => self.name.write_str(text),
        };
        let (source, labels) = (self.rest.source, &self.labels);
        self.gathering.variable(&self.name, || made(text, measure, source, labels))
    }
}

/// Flags as Eurostat writes them, with their notes; `None` if one is not known.
fn known(text: &str) -> Option<(Flags, Notes)> {
    let flags = Flags::read(text);
    let notes = flags.notes()?;
    Some((flags, notes))
}

/// A value under flags; the mark in place of a number says more of its reason than a flag that says none.
fn flagged(value: Value, flags: &Flags) -> Value {
    match (value, flags.value(None)) {
        (Value::Missing(reason), Value::Missing(Missing::NotGiven)) => Value::Missing(reason),
        _ => flags.value(value.number()),
    }
}
