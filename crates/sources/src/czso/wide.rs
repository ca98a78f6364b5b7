//! Tables with one row per municipality, or one per municipality and sex: code, name, district, inhabitants.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{
    Country, Day, Figure, Level, Observations, Period, Provenance, RegisterEdition, RegisterUnit, UnitCode, UnitFigures, Value,
};

use super::districts;
use super::parse::{Municipalities, Report};
use crate::Error;
use crate::commuting::rows::unsettled_told;
use crate::table::{Found, Input, Lack, Numbers, Table, fold};
use crate::units::columns::{CATALOGUE, Places as FigurePlaces, code, one, word};
use crate::units::figures::value;
use crate::units::listed::Listed;
use crate::units::period::in_name;

/// Where the columns stand, counted from 0.
pub(super) struct Places {
    code: usize,
    name: usize,
    district: Option<usize>,
    sex: Option<usize>,
    figures: Vec<(Figure, usize)>,
}

impl Places {
    pub(super) fn find(header: &[String]) -> Result<Self, Lack> {
        let code = code(None, header)?;
        let optional = |role: &str| if let Found::One(column) = CATALOGUE.find(role, header) { Some(column) } else { None };
        let name = one(CATALOGUE.find("name", header), "the name of the municipality", "a column obec", 1)?;
        let population = one(CATALOGUE.find(word(Figure::Population), header), "population", "a column obyvatel", 2)?;
        let jobs = optional(word(Figure::Jobs)).map(|column| (Figure::Jobs, column));
        let figures = [(Figure::Population, population)].into_iter().chain(jobs).collect();
        Ok(Self { code, name, district: optional("district"), sex: optional("sex"), figures })
    }
}

/// A column while it is read.
struct Column {
    figure: Figure,
    place: FigurePlaces,
    period: Period,
    numbers: Numbers,
    values: Vec<Value>,
}

/// Reads the table; `day` is the day of columns that do not tell it.
pub(super) fn read(input: Input, day: Option<Day>) -> Result<Municipalities, Error> {
    let provenance = input.provenance("register");
    let (mut table, places) = Table::find(input, None, Places::find)?;
    let mut columns = columns(&table, &places, day)?;
    let date = date(&table, &columns)?;
    let (mut listed, mut units, mut report) = (Listed::default(), Vec::new(), Report::default());
    while table.advance()? {
        if is_of_one_sex(&table, places.sex) || numbers_columns(&table, &[places.code, places.name]) {
            report.left_out += 1;
        } else if listed.add(&table, places.code)? {
            refuse_foreign(&table, places.code)?;
            units.push(unit(&table, &places));
            for column in &mut columns {
                let read = value(&table, &column.place, &mut column.numbers, column.values.len())?;
                column.values.push(read);
            }
        }
    }
    let rows: Vec<usize> = (0..units.len()).collect();
    let codes = listed.with(table.file(), rows, |_, _| false)?.0;
    let edition = edition(date, &units, &codes, &mut report);
    let figures = columns.into_iter().map(|column| column.settled(&table, &codes, &provenance)).collect::<Result<_, _>>()?;
    Ok(Municipalities { edition, figures, report })
}

/// Rows by code, counted from 0.
pub(super) type Codes = BTreeMap<UnitCode, usize>;

impl Column {
    /// The figures by code, once all rows have told what a comma means in them.
    fn settled(mut self, table: &Table, codes: &Codes, provenance: &Provenance) -> Result<UnitFigures, Error> {
        let column = table.column_name(self.place.value);
        let put = |position: usize, number| self.values[position] = Value::Known(number);
        self.numbers.settle(put).map_err(|unsettled| unsettled_told(table.file(), column.clone(), unsettled))?;
        let mut values = Observations::new();
        for (code, &row) in codes {
            values.insert(code.clone(), self.values[row]);
        }
        let (country, column, provenance) = (Country::Czechia, column.into(), provenance.clone());
        Ok(UnitFigures { country, figure: self.figure, period: self.period, values, total: None, column, provenance })
    }
}

fn columns(table: &Table, places: &Places, day: Option<Day>) -> Result<Vec<Column>, Error> {
    let column = |&(figure, value): &(Figure, usize)| {
        let name = table.column_name(value);
        let period = in_name(&name).or(day.map(Period::Day));
        let period = period.ok_or_else(|| Error::NoPeriod { file: table.file().into(), column: name })?;
        let place = FigurePlaces { code: places.code, value, name: Some(places.name) };
        Ok(Column { figure, place, period, numbers: Numbers::default(), values: Vec::new() })
    };
    places.figures.iter().map(column).collect()
}

/// The day of the register: that of the inhabitants, who are counted in every table.
fn date(table: &Table, columns: &[Column]) -> Result<Day, Error> {
    let population = columns.iter().find(|column| column.figure == Figure::Population);
    population.and_then(|column| column.period.day()).ok_or_else(|| Error::NoPeriod {
        file: table.file().into(),
        column: population.map_or_else(|| "1".into(), |column| table.column_name(column.place.value)),
    })
}

/// Rows of a table by sex that do not count both together.
pub(super) fn is_of_one_sex(table: &Table, sex: Option<usize>) -> bool {
    let both = ["", "celkem", "total"];
    sex.is_some_and(|sex| !both.contains(&fold(table.row().field(sex)).as_str()))
}

/// A row that numbers the columns, as printed tables have it under their header.
pub(super) fn numbers_columns(table: &Table, columns: &[usize]) -> bool {
    let is_short_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    columns.iter().all(|&column| is_short_number(table.row().field(column)))
}

/// Refuses a code that cannot be one of a Czech municipality.
pub(super) fn refuse_foreign(table: &Table, column: usize) -> Result<(), Error> {
    let code = table.row().field(column);
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    let (file, row, what) = (table.file().into(), table.row().number(), format!("{code} is not six digits"));
    Err(Error::NotAUnit { file, row, column: table.column_name(column), what: what.into() })
}

/// Name of a municipality, and that of its district where the table has one.
type Named = (String, Option<String>);

fn unit(table: &Table, places: &Places) -> Named {
    let district = places.district.map(|column| table.row().field(column).to_string());
    (table.row().field(places.name).to_string(), district.filter(|name| !name.is_empty()))
}

fn edition(date: Day, units: &[Named], codes: &Codes, report: &mut Report) -> RegisterEdition {
    let mut edition = RegisterEdition::new(Country::Czechia, date);
    let mut unknown = BTreeSet::new();
    for (code, &row) in codes {
        let (name, district) = &units[row];
        let parent = district.as_deref().and_then(districts::code);
        match (&parent, district) {
            (Some(parent), _) => districts::add(&mut edition, parent),
            (None, Some(name)) => drop(unknown.insert(name.clone())),
            (None, None) => {}
        }
        let (country, code, level, name) = (Country::Czechia, code.clone(), Level::Municipality, name.clone());
        edition.insert(RegisterUnit { country, code, level, kind: None, name, parent, is_county_seat: None });
    }
    report.unknown_districts = unknown.into_iter().collect();
    edition
}
