//! Open data of ČSÚ of the older kind, for instance set 130149: one row per value, each dimension with the number of its
//! code list and its code.
//!
//! Taken are inhabitants (`stapro_kod` 2406) of municipalities (`vuzemi_cis` 43) that are not broken down: every other
//! column of codes is empty. An empty value is kept secret by the office.

use std::collections::BTreeMap;

use miedza_territory::{
    Country, Day, Figure, Level, Missing, Observations, Period, Provenance, RegisterEdition, RegisterUnit, UnitCode, UnitFigures,
    Value,
};

use super::parse::{Municipalities, Report};
use super::wide::refuse_foreign;
use crate::Error;
use crate::table::{Input, Lack, Row, Table, fold};

/// Code list of municipalities.
const MUNICIPALITIES: &str = "43";
/// Number of inhabitants.
const INHABITANTS: &str = "2406";

/// Where the columns stand, counted from 0.
pub(super) struct Places {
    value: usize,
    statistic: Option<usize>,
    list: usize,
    code: usize,
    name: usize,
    day: usize,
    /// Codes of sex, age and whatever else a row may be about.
    breakdowns: Vec<usize>,
}

impl Places {
    pub(super) fn find(header: &[String]) -> Result<Self, Lack> {
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let optional = |name: &str| folded.iter().position(|column| column == name);
        let mut found = 0;
        let mut column = |role: &'static str, name: &str| {
            let column = optional(name);
            found += usize::from(column.is_some());
            column.ok_or_else(|| Lack::Missing { role, option: "the open data file as published".into(), found })
        };
        let places = Self {
            value: column("the value (hodnota)", "hodnota")?,
            list: column("the code list of the unit (vuzemi_cis)", "vuzemi cis")?,
            code: column("the code of the unit (vuzemi_kod)", "vuzemi kod")?,
            name: column("the name of the unit (vuzemi_txt)", "vuzemi txt")?,
            day: column("the day (casref_do)", "casref do")?,
            statistic: optional("stapro kod"),
            breakdowns: Vec::new(),
        };
        let is_breakdown = |name: &String| name.ends_with(" kod") && !["vuzemi kod", "stapro kod"].contains(&name.as_str());
        let breakdowns = (0..folded.len()).filter(|&column| is_breakdown(&folded[column])).collect();
        Ok(Self { breakdowns, ..places })
    }

    fn is_wanted(&self, row: &Row) -> bool {
        let is_inhabitants = self.statistic.is_none_or(|column| row.field(column) == INHABITANTS);
        let is_whole = self.breakdowns.iter().all(|&column| row.field(column).is_empty());
        is_inhabitants && is_whole && row.field(self.list) == MUNICIPALITIES
    }
}

/// A value with the row that it stands in.
struct Counted {
    row: u64,
    name: String,
    value: Value,
}

/// Reads the table; the register is that of its last day.
pub(super) fn read(input: Input) -> Result<Municipalities, Error> {
    let provenance = input.provenance("register");
    let (mut table, places) = Table::find(input, None, Places::find)?;
    let (mut days, mut report) = (BTreeMap::<Day, BTreeMap<UnitCode, Counted>>::new(), Report::default());
    while table.advance()? {
        if !places.is_wanted(table.row()) {
            report.left_out += usize::from(!table.row().is_blank());
            continue;
        }
        let (day, code, counted) = counted(&table, &places)?;
        report.suppressed += usize::from(counted.value == Value::Missing(Missing::Suppressed));
        let row = counted.row;
        if let Some(first) = days.entry(day).or_default().insert(code.clone(), counted) {
            return Err(Error::DuplicateUnit { file: table.file().into(), code, first: first.row, second: row });
        }
    }
    let Some((&last, units)) = days.last_key_value() else { return Err(Error::NoRows { file: table.file().into() }) };
    let edition = edition(last, units);
    let column = table.column_name(places.value);
    let figures = days.into_iter().map(|(day, units)| figures(day, units, &column, &provenance)).collect();
    Ok(Municipalities { edition, figures, report })
}

fn counted(table: &Table, places: &Places) -> Result<(Day, UnitCode, Counted), Error> {
    let row = table.row();
    let (file, number) = (|| table.file().into(), row.number());
    let column = |column: usize| table.column_name(column);
    let refused = |at: usize, what: String| Error::NotAUnit { file: file(), row: number, column: column(at), what: what.into() };
    let code = UnitCode::parse(row.field(places.code));
    let code = code.map_err(|source| Error::NotACode { file: file(), row: number, column: column(places.code), source })?;
    refuse_foreign(table, places.code)?;
    let day = row.field(places.day).parse::<Day>().map_err(|error| refused(places.day, error.to_string()))?;
    let name = row.field(places.name).to_string();
    if name.is_empty() {
        return Err(refused(places.name, "the unit has no name".into()));
    }
    let written = row.field(places.value);
    let not_a_number = || Error::NotANumber { file: file(), row: number, column: column(places.value), value: written.into() };
    let value = match written.parse::<u32>() {
        _ if written.is_empty() => Value::Missing(Missing::Suppressed),
        Ok(persons) => Value::Known(persons.into()),
        Err(_) => return Err(not_a_number()),
    };
    Ok((day, code, Counted { row: number, name, value }))
}

fn edition(day: Day, units: &BTreeMap<UnitCode, Counted>) -> RegisterEdition {
    let mut edition = RegisterEdition::new(Country::Czechia, day);
    for (code, counted) in units {
        let (country, code, level, name) = (Country::Czechia, code.clone(), Level::Municipality, counted.name.clone());
        edition.insert(RegisterUnit { country, code, level, kind: None, name, parent: None, is_county_seat: None });
    }
    edition
}

fn figures(day: Day, units: BTreeMap<UnitCode, Counted>, column: &str, provenance: &Provenance) -> UnitFigures {
    let mut values = Observations::new();
    for (code, counted) in units {
        values.insert(code, counted.value);
    }
    let (country, figure, period) = (Country::Czechia, Figure::Population, Period::Day(day));
    UnitFigures { country, figure, period, values, total: None, column: column.into(), provenance: provenance.clone() }
}
