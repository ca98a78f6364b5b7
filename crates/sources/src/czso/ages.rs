//! Tables of the Czech Statistical Office with one row per municipality and sex and a column for each age: `0-4`, …, `85+`.
//!
//! Taken are five-year ages of both sexes together. A table that has single years beside them repeats them as groups; one
//! that has single years alone holds no groups and gives none, for nothing is added up here that the office did not print.

use miedza_territory::{Observations, Value};

use super::wide::{Codes, is_of_one_sex, numbers_columns, refuse_foreign};
use crate::Error;
use crate::commuting::rows::unsettled_told;
use crate::table::{Found, Input, Lack, Numbers, Table};
use crate::units::columns::{CATALOGUE, Places as FigurePlaces, code};
use crate::units::figures::value;
use crate::units::listed::Listed;

/// Groups of five years, the last one open.
const GROUPS: u8 = 18;

/// Persons of one age by municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct OfAge {
    /// The first age of the group, years.
    pub from: u8,
    /// The last age of the group, years; `None` for the open one.
    pub to: Option<u8>,
    /// The persons.
    pub values: Observations,
}

/// Where the columns stand, counted from 0.
struct Places {
    code: usize,
    sex: Option<usize>,
    ages: Vec<(u8, usize)>,
}

/// A column while it is read.
struct Column {
    from: u8,
    place: FigurePlaces,
    numbers: Numbers,
    values: Vec<Value>,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let sex = if let Found::One(column) = CATALOGUE.find("sex", header) { Some(column) } else { None };
        let place = |group: u8| header.iter().position(|name| is_named(name, group * 5)).map(|column| (group * 5, column));
        Ok(Self { code: code(None, header)?, sex, ages: (0..GROUPS).filter_map(place).collect() })
    }
}

/// Whether a column is called by the ages that begin with `from`, with whatever dash.
fn is_named(name: &str, from: u8) -> bool {
    let name = name.trim().replace(['–', '—'], "-");
    if from + 5 == GROUPS * 5 { name == format!("{from}+") } else { name == format!("{from}-{}", from + 4) }
}

/// Reads the ages of a list; none where it has no columns of them, or not all eighteen.
///
/// # Errors
/// [`Error`] if the file cannot be read, has no column of codes, or a value is no number.
pub(crate) fn ages(input: Input) -> Result<Vec<OfAge>, Error> {
    let (mut table, places) = Table::find(input, None, Places::find)?;
    if places.ages.len() < usize::from(GROUPS) {
        return Ok(Vec::new());
    }
    let column = |&(from, value): &(u8, usize)| {
        let place = FigurePlaces { code: places.code, value, name: None };
        Column { from, place, numbers: Numbers::default(), values: Vec::new() }
    };
    let (mut columns, mut listed): (Vec<Column>, _) = (places.ages.iter().map(column).collect(), Listed::default());
    while table.advance()? {
        let is_other = is_of_one_sex(&table, places.sex) || numbers_columns(&table, &[places.code]);
        if is_other || !listed.add(&table, places.code)? {
            continue;
        }
        refuse_foreign(&table, places.code)?;
        for column in &mut columns {
            let read = value(&table, &column.place, &mut column.numbers, column.values.len())?;
            column.values.push(read);
        }
    }
    let rows: Vec<usize> = (0..columns.first().map_or(0, |column| column.values.len())).collect();
    let codes = listed.with(table.file(), rows, |_, _| false)?.0;
    columns.into_iter().map(|column| column.settled(&table, &codes)).collect()
}

impl Column {
    fn settled(mut self, table: &Table, codes: &Codes) -> Result<OfAge, Error> {
        let name = table.column_name(self.place.value);
        let put = |position: usize, number| self.values[position] = Value::Known(number);
        self.numbers.settle(put).map_err(|unsettled| unsettled_told(table.file(), name, unsettled))?;
        let mut values = Observations::new();
        for (code, &row) in codes {
            values.insert(code.clone(), self.values[row]);
        }
        let to = (self.from + 5 < GROUPS * 5).then_some(self.from + 4);
        Ok(OfAge { from: self.from, to, values })
    }
}
