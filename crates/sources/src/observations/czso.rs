//! Open data of the Czech Statistical Office with a row per value: each statistic, whole or broken down, is a variable.
//!
//! `czso:2406` are inhabitants; `czso:2406_102_1` those of code 1 in the code list 102, men. Taken are municipalities, code
//! list 43; districts and regions have codes there that no register of ours has. An empty value is kept secret by the office.

use std::fmt::Write as _;

use miedza_territory::{Day, Missing, Notes, Period, Provenance, Value};

use super::gather::{Gathering, Place, Variable};
use super::interned::period;
use super::key::Key;
use super::{Error, How, Reason, Taken};
use crate::table::{Input, Lack, Row, Table, fold};

/// Code list of municipalities.
const MUNICIPALITIES: &str = "43";

/// Where the columns stand, counted from 0.
struct Places {
    value: usize,
    /// Name of the column of values.
    column: String,
    statistic: usize,
    list: usize,
    code: usize,
    year: Option<usize>,
    day: Option<usize>,
    /// Code list, code and name of each dimension by which a value is broken down.
    breakdowns: Vec<(usize, usize, Option<usize>)>,
    name: Option<usize>,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let at = |name: &str| folded.iter().position(|column| column == name);
        let named = |stem: &str| at(&format!("{stem} txt")).or_else(|| at(&format!("{stem} text")));
        let needed = |role: &'static str, name: &str| {
            at(name).ok_or_else(|| Lack::Missing { role, option: "the open data file as published".into(), found: 0 })
        };
        let stems = folded.iter().filter_map(|name| name.strip_suffix(" cis")).filter(|stem| *stem != "vuzemi");
        let breakdown = |stem: &str| Some((at(&format!("{stem} cis"))?, at(&format!("{stem} kod"))?, named(stem)));
        let value = needed("the value (hodnota)", "hodnota")?;
        Ok(Self {
            value,
            column: header.get(value).cloned().unwrap_or_default(),
            statistic: needed("the statistic (stapro_kod)", "stapro kod")?,
            list: needed("the code list of the unit (vuzemi_cis)", "vuzemi cis")?,
            code: needed("the code of the unit (vuzemi_kod)", "vuzemi kod")?,
            year: at("rok"),
            day: at("casref do"),
            breakdowns: stems.filter_map(breakdown).collect(),
            name: named("stapro"),
        })
    }

    /// The period: the year where the last day is that of the year, else that day.
    fn period(&self, row: &Row, given: Option<u16>) -> Option<Period> {
        let day: Option<Day> = self.day.and_then(|column| row.field(column).parse().ok());
        match (day, self.year.and_then(|column| period(row.field(column)))) {
            (Some(day), year) if Day::new(day.year(), 12, 31) != Some(day) || year.is_none() => Some(Period::Day(day)),
            (_, Some(year)) => Some(year),
            (_, None) => given.map(Period::Year),
        }
    }

    /// The identifier of the statistic with the categories by which it is broken down.
    fn variable(&self, row: &Row, name: &mut String) {
        name.clear();
        name.push_str(row.field(self.statistic));
        for (list, code, _) in self.breakdowns.iter().filter(|(_, code, _)| !row.field(*code).is_empty()) {
            // Writing into a string cannot fail.
            let _ = write!(name, "_{}_{}", row.field(*list), row.field(*code));
        }
    }

    fn label(&self, row: &Row, name: &str) -> String {
        let named = self.name.map(|column| row.field(column)).filter(|text| !text.is_empty());
        let parts = self.breakdowns.iter().filter_map(|(_, _, text)| text.map(|column| row.field(column)));
        let parts: Vec<&str> = named.into_iter().chain(parts).filter(|part| !part.is_empty()).collect();
        if named.is_none() { [&[name], &parts[..]].concat().join("; ") } else { parts.join("; ") }
    }
}

/// Reads all statistics of municipalities.
pub(super) fn read(input: Input, how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let origin = how.origin("Czech Statistical Office (ČSÚ)", "Český statistický úřad, CC BY 4.0", provenance);
    let (mut table, places) = Table::find(input, None, Places::find)?;
    let (mut gathering, mut name) = (Gathering::default(), String::new());
    while table.advance()? {
        if table.row().is_blank() {
            continue;
        }
        gathering.rows += 1;
        places.variable(table.row(), &mut name);
        if let Err((what, reason)) = take(&mut gathering, &table, &places, (&name, how)) {
            gathering.refuse(table.row().number(), what, reason);
        }
    }
    Ok(gathering.finish(table.file(), &places.column, &origin)?.into())
}

fn take<'t>(
    gathering: &mut Gathering,
    table: &'t Table,
    places: &Places,
    (name, how): (&str, &How),
) -> Result<(), (&'t str, Reason)> {
    let row = table.row();
    let (code, list, line) = (row.field(places.code), row.field(places.list), row.number());
    if list != MUNICIPALITIES {
        return Err((code, Reason::OtherUnits { list: list.chars().take(16).collect() }));
    }
    let unit = gathering.codes.number(code, row.is_number(places.code)).ok_or((code, Reason::NotACode))?;
    let told = places.period(row, how.year).ok_or(Reason::NotAPeriod);
    let period = told.and_then(|told| gathering.period(told)).map_err(|reason| (code, reason))?;
    let key = || Key { source: how.source.clone().unwrap_or_else(|| "czso".into()), variable: name.into() };
    let made = || {
        let is_word = miedza_territory::SeriesSource::is_word(name);
        let variable = Variable { key: key(), is_told: true, label: places.label(row, name), measure: None };
        if is_word { Ok(variable) } else { Err(Reason::NoVariable) }
    };
    let variable = gathering.variable(name, made).map_err(|reason| (row.field(places.statistic), reason))?;
    let text = row.field(places.value);
    let place = Place { variable, unit, period, line, column: &places.column };
    let value = if text.is_empty() { Some(Value::Missing(Missing::Suppressed)) } else { gathering.value(text, place) };
    let value = value.ok_or_else(|| {
        let column = places.column.clone();
        (text, Reason::NotANumber { column, value: text.chars().take(64).collect() })
    })?;
    gathering.push(place, value, Notes::NONE).map_err(|reason| (text, reason))
}
