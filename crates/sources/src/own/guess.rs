//! A proposal of what the columns of a table hold, from their names and from what stands below them.
//!
//! Names are those of Polish, Czech and English tables (`columns.txt`). A column that is named like a code, a period or a
//! number counts as such only if its first rows hold some. What is left and holds numbers is taken as columns of values.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::Period;

use super::heading::heading;
use super::{ColumnOrFixed, Mapping, Shape, WideColumn};
use crate::Error;
use crate::observations::interned::{period, unit_code};
use crate::table::{Catalogue, Column, Field, Found, Input, Lack, Numbers, Table};

/// Names of columns.
static CATALOGUE: Catalogue = Catalogue::new(include_str!("columns.txt"));

/// How many rows are looked at, and how many fields of them are shown.
const LOOKED_AT: usize = 200;
const SHOWN: usize = 5;

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What the columns probably hold; for a table without any code it names the first column as the unit.
    pub mapping: Mapping,
    /// Whether nothing is open: the names of all columns that are needed are known and their first rows bear them out.
    pub sure: bool,
    /// The columns, for a page on which a person says what they hold.
    pub columns: Vec<ColumnSeen>,
}

/// A column as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnSeen {
    /// Its name; its number, counted from 1, where it has none.
    pub name: String,
    /// Its first fields, at most five.
    pub first: Vec<String>,
}

/// Proposes what the columns of a table hold. `year` is the year of values whose period the table does not tell.
///
/// ```
/// use miedza_sources::own::guess;
/// use miedza_sources::table::Input;
///
/// let table = "kod;rok;wskaźnik;wartość\n0299011;2023;szkoły;7\n0299011;2024;szkoły;6\n";
///
/// assert!(guess(Input::new("own.csv", table), None).unwrap().sure);
/// ```
///
/// # Errors
/// [`Error`] if the file is no table, has no rows, or is cut off within its first rows.
pub fn guess(input: Input, year: Option<u16>) -> Result<Guess, Error> {
    let mut table = match Table::find(input.clone(), None, known) {
        Err(Error::MissingColumn { .. } | Error::AmbiguousColumn { .. }) => Table::find(input, None, any)?.0,
        found => found?.0,
    };
    let seen = Seen::of(&mut table)?;
    let (mapping, sure) = seen.mapping(&table, year);
    let columns = (0..table.header().len()).map(|column| {
        let first = seen.fields(column).take(SHOWN).map(str::to_string).collect();
        ColumnSeen { name: table.column_name(column).into(), first }
    });
    Ok(Guess { columns: columns.collect(), mapping, sure })
}

/// A header that names a code and something else.
fn known(header: &[String]) -> Result<(), Lack> {
    any(header)?;
    match CATALOGUE.find("unit", header) {
        Found::None => Err(Lack::Missing { role: "the code of the unit", option: "a mapping".into(), found: 0 }),
        _ => Ok(()),
    }
}

/// A row with two names at least.
fn any(header: &[String]) -> Result<(), Lack> {
    let named = header.iter().filter(|name| !name.is_empty()).count();
    if named > 1 { Ok(()) } else { Err(Lack::Missing { role: "values", option: "a mapping".into(), found: 0 }) }
}

/// The names of columns and the first rows below them.
struct Seen {
    header: Vec<String>,
    /// How many columns have a name.
    named: BTreeMap<String, usize>,
    rows: Vec<Vec<String>>,
}

/// Columns that play a role, counted from 0.
#[derive(Default)]
struct Roles {
    unit: Option<usize>,
    variable: Option<usize>,
    period: Option<usize>,
    value: Option<usize>,
    measure: Option<usize>,
    flag: Option<usize>,
}

impl Seen {
    fn of(table: &mut Table) -> Result<Self, Error> {
        let mut rows = Vec::new();
        while rows.len() < LOOKED_AT && table.advance()? {
            if !table.row().is_blank() {
                rows.push(table.row().fields().map(|field| field.chars().take(64).collect()).collect());
            }
        }
        let header = table.header().to_vec();
        let named = header.iter().fold(BTreeMap::new(), |mut named, name| {
            *named.entry(name.clone()).or_default() += 1;
            named
        });
        Ok(Self { header, named, rows })
    }

    fn fields(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.get(column).map_or("", String::as_str))
    }

    /// Whether there are fields and two in three of those that are not empty are of a kind; the others are refused later.
    fn mostly(&self, column: usize, is: impl Fn(&str) -> bool) -> bool {
        let given = self.fields(column).filter(|field| !field.is_empty()).count();
        let fitting = self.fields(column).filter(|field| !field.is_empty() && is(field)).count();
        given > 0 && fitting * 3 >= given * 2
    }

    fn holds_codes(&self, column: usize) -> bool {
        self.mostly(column, |field| unit_code(field).is_some())
    }

    fn holds_numbers(&self, column: usize) -> bool {
        let read = |field: &str| Numbers::default().read(field, 0, 0);
        let any = self.fields(column).any(|field| matches!(read(field), Field::Number(_)));
        any && self.mostly(column, |field| read(field) != Field::Other)
    }

    /// Whether there are rows, and nothing in them but empty fields and marks of missing values: a table that takes values back.
    fn holds_none(&self, column: usize) -> bool {
        let is_missing = |field: &str| matches!(Numbers::default().read(field, 0, 0), Field::Missing(_));
        !self.rows.is_empty() && self.fields(column).all(is_missing)
    }

    /// The columns of all roles; whether one of them could be another as well comes second.
    fn roles(&self) -> (Roles, bool) {
        let (mut free, mut sure) = (self.header.clone(), true);
        let mut take = |role: &str, fits: &dyn Fn(usize) -> bool| {
            let found = match CATALOGUE.find(role, &free) {
                Found::None => None,
                Found::One(column) => Some(column).filter(|&column| fits(column)),
                Found::Several(columns) => {
                    let fitting: Vec<usize> = columns.into_iter().filter(|&column| fits(column)).collect();
                    sure &= fitting.len() < 2;
                    fitting.first().copied()
                }
            };
            if let Some(name) = found.and_then(|column| free.get_mut(column)) {
                name.clear();
            }
            found
        };
        let unit = take("unit", &|column| self.holds_codes(column));
        let period = take("period", &|column| self.mostly(column, |field| period(field).is_some()));
        let value =
            take("value", &|column| self.holds_numbers(column)).or_else(|| take("value", &|column| self.holds_none(column)));
        let variable = take("variable", &|column| self.mostly(column, |field| !field.is_empty()));
        let measure = take("measure", &|column| !self.holds_numbers(column) && !self.holds_codes(column));
        let flag = take("flag", &|column| !self.holds_numbers(column));
        (Roles { unit, variable, period, value, measure, flag }, sure)
    }

    fn mapping(&self, table: &Table, year: Option<u16>) -> (Mapping, bool) {
        let (roles, is_one) = self.roles();
        let by_content = || (0..self.header.len()).find(|&column| self.holds_codes(column) && !self.are_years(column));
        let unit = roles.unit.or_else(by_content).unwrap_or(0);
        let (shape, told) = match (roles.value, self.value_columns(&roles, unit)) {
            (Some(value), _) => self.long(&roles, value, (table.file(), year)),
            // A single column of numbers beside variable and period is the value, whatever it is called.
            (None, numbers) if numbers.len() == 1 && roles.variable.is_some() && roles.period.is_some() => {
                self.long(&roles, numbers[0], (table.file(), year))
            }
            (None, numbers) => self.wide(&roles, &numbers, (table.file(), year)),
        };
        let header_row = Some(table.header_row()).filter(|row| *row > 0);
        let (sheet, unit) = (table.sheet().map(str::to_string), self.column(unit));
        (Mapping { sheet, header_row, decimal: None, unit, shape }, told && is_one && roles.unit.is_some())
    }

    fn are_years(&self, column: usize) -> bool {
        self.mostly(column, |field| period(field).is_some())
    }

    /// Columns of numbers that play no other role and are no names of units.
    fn value_columns(&self, roles: &Roles, unit: usize) -> Vec<usize> {
        let taken = [Some(unit), roles.variable, roles.period, roles.measure, roles.flag];
        let names: BTreeSet<usize> = match CATALOGUE.find("name", &self.header) {
            Found::None => BTreeSet::new(),
            Found::One(column) => BTreeSet::from([column]),
            Found::Several(columns) => columns.into_iter().collect(),
        };
        let is_free = |column: &usize| !taken.contains(&Some(*column)) && !names.contains(column);
        let named = |column: &usize| self.header.get(*column).is_some_and(|name| !name.is_empty());
        // A column without a number is one of values where its heading says so.
        let tells_time = |column: usize| self.header.get(column).is_some_and(|name| heading(name).period.is_some());
        let holds_values = |column: usize| self.holds_numbers(column) || tells_time(column) && self.holds_none(column);
        (0..self.header.len()).filter(|column| is_free(column) && named(column) && holds_values(*column)).collect()
    }

    fn long(&self, roles: &Roles, value: usize, (file, year): (&str, Option<u16>)) -> (Shape, bool) {
        let said = heading(self.header.get(value).map_or("", String::as_str));
        let period = self.when(roles.period, said.period, year);
        let variable = roles.variable.map_or_else(|| ColumnOrFixed::Fixed(stem(file)), |column| self.in_column(column));
        let sure = roles.variable.is_some() && is_told(&period);
        let (measure, flag) = (roles.measure.map(|column| self.column(column)), roles.flag.map(|column| self.column(column)));
        (Shape::Long { variable, period, value: self.column(value), measure, flag }, sure)
    }

    fn wide(&self, roles: &Roles, columns: &[usize], (file, year): (&str, Option<u16>)) -> (Shape, bool) {
        let mut sure = !columns.is_empty();
        let column = |&at: &usize| {
            let said = heading(self.header.get(at).map_or("", String::as_str));
            let period = self.when(roles.period, said.period, year);
            let variable = match roles.variable {
                Some(column) => self.in_column(column),
                None if said.label.is_empty() => {
                    sure = false;
                    ColumnOrFixed::Fixed(stem(file))
                }
                None => ColumnOrFixed::Fixed(said.label),
            };
            sure &= is_told(&period);
            WideColumn { column: self.column(at), variable, period, measure: said.measure }
        };
        let columns = columns.iter().map(column).collect();
        (Shape::Wide(columns), sure)
    }

    /// The period in its column, in a heading, or the one that is given.
    fn when(&self, column: Option<usize>, said: Option<Period>, year: Option<u16>) -> ColumnOrFixed {
        match (said, column) {
            (Some(said), _) => ColumnOrFixed::Fixed(said.to_string()),
            (None, Some(column)) => self.in_column(column),
            (None, None) => ColumnOrFixed::Fixed(year.map(|year| year.to_string()).unwrap_or_default()),
        }
    }

    fn in_column(&self, column: usize) -> ColumnOrFixed {
        ColumnOrFixed::Column(self.column(column))
    }

    /// The column by its name, by its number where another has the same or it has none.
    fn column(&self, at: usize) -> Column {
        let name = self.header.get(at).map_or("", String::as_str);
        let is_alone = !name.is_empty() && self.named.get(name) == Some(&1);
        if is_alone { Column::Name(name.into()) } else { Column::Number(at + 1) }
    }
}

fn is_told(period: &ColumnOrFixed) -> bool {
    *period != ColumnOrFixed::Fixed(String::new())
}

/// The name of a file without its endings, for a variable that nothing else names.
fn stem(file: &str) -> String {
    file.split('.').next().unwrap_or(file).to_string()
}
