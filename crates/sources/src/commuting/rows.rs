//! Rows of a flow table as they stand: two codes, persons, and the row, codes replaced by numbers in the order of reading.

use std::collections::HashMap;

use miedza_territory::Missing;

use super::columns::Places;
use super::modelled;
use crate::Error;
use crate::table::{Decimal, Field, Numbers, Row, Table, Unsettled};

/// Most rows of a flow table.
const MOST_ROWS: usize = 60_000_000;
/// Most persons of one flow: a larger number is no count of people, and sums of such would not be exact.
const MOST_PERSONS: f64 = 1e12;
/// Most characters of a code, as [`miedza_territory::UnitCode`] has it, with room for spaces.
const MOST_CODE: usize = 256;

/// A flow as the table gives it; codes by number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Counted {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) row: u32,
    pub(super) persons: f64,
}

/// A row without a number of persons, and why.
#[derive(Clone, Debug)]
pub(super) struct Uncounted {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) row: u32,
    pub(super) reason: Missing,
    pub(super) mark: Box<str>,
}

/// All rows of a table.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) codes: Codes,
    pub(super) counted: Vec<Counted>,
    pub(super) uncounted: Vec<Uncounted>,
    /// Rows that hold a note, not a flow.
    pub(super) notes: usize,
    /// Rows that say that their persons are modelled.
    pub(super) modelled: usize,
}

/// Codes in the order in which they were met.
#[derive(Default)]
pub(super) struct Codes {
    numbers: HashMap<Box<str>, u32>,
    pub(super) texts: Vec<Box<str>>,
    /// Whether the file stores the code as a number.
    pub(super) stored_as_number: Vec<bool>,
}

impl Codes {
    fn number(&mut self, text: &str, is_number: bool) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = u32::try_from(self.texts.len()).expect("there are fewer rows than that");
        self.numbers.insert(text.into(), number);
        self.texts.push(text.into());
        self.stored_as_number.push(is_number);
        number
    }

    /// The text of a code.
    pub(super) fn text(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", AsRef::as_ref)
    }
}

/// Reads all rows of a table.
pub(super) fn read(table: &mut Table, places: &Places, decimal: Option<Decimal>) -> Result<Rows, Error> {
    let mut rows = Rows::default();
    let mut numbers = Numbers::with_decimal(decimal);
    let last = places.origin.max(places.destination).max(places.persons);
    while table.advance()? {
        let row = table.row();
        if row.is_blank() {
            continue;
        }
        table.refuse_short(last)?;
        rows.add(table, row, places, &mut numbers)?;
    }
    let column = table.column_name(places.persons);
    numbers
        .settle(|position, persons| rows.counted[position].persons = persons)
        .map_err(|unsettled| unsettled_told(table.file(), column, unsettled))?;
    if rows.counted.is_empty() && rows.uncounted.is_empty() {
        return Err(Error::NoRows { file: table.file().into() });
    }
    Ok(rows)
}

impl Rows {
    fn add(&mut self, table: &Table, row: &Row, places: &Places, numbers: &mut Numbers) -> Result<(), Error> {
        let (origin, destination, written) = (row.field(places.origin), row.field(places.destination), row.field(places.persons));
        if destination.is_empty() && written.is_empty() || origin.is_empty() && written.is_empty() {
            self.notes += 1;
            return Ok(());
        }
        self.modelled +=
            usize::from(places.status.is_some_and(|column| modelled::says_so(row.field(column), &table.header()[column])));
        let at = u32::try_from(row.number()).ok().filter(|_| self.counted.len() < MOST_ROWS);
        let Some(at) = at else {
            return Err(Error::TooLarge { file: table.file().into(), what: format!("it has more than {MOST_ROWS} rows").into() });
        };
        if origin.len().max(destination.len()) > MOST_CODE {
            refuse_long(table, row, places)?;
        }
        let from = self.from(origin, row.is_number(places.origin));
        let to = self.codes.number(destination, row.is_number(places.destination));
        let fault = || (table.file().into(), row.number(), table.column_name(places.persons), written.into());
        match numbers.read(written, row.number(), self.counted.len()) {
            Field::Number(persons) if (0.0..=MOST_PERSONS).contains(&persons) => {
                self.counted.push(Counted { from, to, row: at, persons });
            }
            Field::Number(persons) if persons < 0.0 => {
                let (file, row, column, value) = fault();
                return Err(Error::Negative { file, row, column, value });
            }
            Field::Missing(reason) => self.uncounted.push(Uncounted { from, to, row: at, reason, mark: written.into() }),
            Field::Number(_) | Field::Other => {
                let (file, row, column, value) = fault();
                return Err(Error::NotANumber { file, row, column, value });
            }
        }
        Ok(())
    }

    /// The number of an origin; tables are mostly ordered by it, so the last one is asked first.
    fn from(&mut self, origin: &str, is_number: bool) -> u32 {
        match self.counted.last() {
            Some(last) if self.codes.text(last.from) == origin => last.from,
            _ => self.codes.number(origin, is_number),
        }
    }
}

fn refuse_long(table: &Table, row: &Row, places: &Places) -> Result<(), Error> {
    for column in [places.origin, places.destination] {
        if row.field(column).len() > MOST_CODE {
            let source = miedza_territory::UnitCode::parse(row.field(column)).err();
            let Some(source) = source else { continue };
            let (file, column) = (table.file().into(), table.column_name(column));
            return Err(Error::NotACode { file, row: row.number(), column, source });
        }
    }
    Ok(())
}

/// What an unsettled column of numbers means for the person who gave the file.
pub fn unsettled_told(file: &str, column: Box<str>, unsettled: Unsettled) -> Error {
    let file = file.into();
    match unsettled {
        Unsettled::Mixed { comma, point } => Error::MixedDecimals { file, column, comma, point },
        Unsettled::Unknown { row, text } => Error::AmbiguousNumber { file, row, column, value: text.into() },
    }
}
