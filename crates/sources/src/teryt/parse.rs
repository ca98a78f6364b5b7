//! From the rows of a TERC file to the register of one day.
//!
//! The level shows in which fields are empty: no county means a voivodeship, no municipality a county. Copies in JSON and
//! spreadsheets turn `02` into 2, so fields of two digits are padded. The name of the sixth column differs between years
//! (`NAZWA_DOD`, `NAZDOD`) and is not needed: the seventh digit says the same.

use std::collections::BTreeMap;

use miedza_territory::{CodeSystem, Country, Day, Kind, Level, RegisterEdition, RegisterUnit, UnitCode};

use crate::Error;
use crate::commuting::resolve::whole;
use crate::table::{Found, Input, Lack, Row, Table, fold};

/// Columns of the register, in the order of the official file, counted from 0.
struct Places {
    voivodeship: usize,
    county: usize,
    municipality: usize,
    kind: usize,
    name: usize,
    date: usize,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let mut found = 0;
        let mut column = |role: &'static str, name: &str| {
            let columns: Vec<usize> = (0..header.len()).filter(|&column| fold(&header[column]) == name).collect();
            match columns.into() {
                Found::One(column) => {
                    found += 1;
                    Ok(column)
                }
                Found::None => Err(Lack::Missing { role, option: "the official TERC file".into(), found }),
                Found::Several(columns) => Err(Lack::Ambiguous { role, option: "the official TERC file".into(), columns, found }),
            }
        };
        Ok(Self {
            voivodeship: column("the voivodeship (WOJ)", "woj")?,
            county: column("the county (POW)", "pow")?,
            municipality: column("the municipality (GMI)", "gmi")?,
            kind: column("the kind (RODZ)", "rodz")?,
            name: column("the name (NAZWA)", "nazwa")?,
            date: column("the date (STAN_NA)", "stan na")?,
        })
    }
}

/// Reads the register.
///
/// # Errors
/// [`Error`] if the file is no table, lacks a column of the official file, or a row is no unit of the register: no
/// code, no kind, no name, another day than the rows before, or a code that stands there already.
pub fn read(input: Input) -> Result<RegisterEdition, Error> {
    let (mut table, places) = Table::find(input, None, Places::find)?;
    let (mut edition, mut rows) = (None::<RegisterEdition>, BTreeMap::new());
    while table.advance()? {
        table.refuse_short(places.name)?;
        if table.row().is_blank() {
            continue;
        }
        let (file, row) = (|| table.file().into(), table.row().number());
        let refused = |what: Fault| what.told(file(), row);
        let date = day(table.row().field(places.date)).map_err(refused)?;
        let edition = edition.get_or_insert_with(|| RegisterEdition::new(Country::Poland, date));
        if edition.date != date {
            return Err(Error::SeveralDays { file: file(), row, first: edition.date, second: date });
        }
        let unit = unit(table.row(), &places).map_err(refused)?;
        if let Some(first) = rows.insert(unit.code.clone(), row) {
            return Err(Error::DuplicateUnit { file: file(), code: unit.code, first, second: row });
        }
        edition.insert(unit);
    }
    edition.ok_or_else(|| Error::NoRows { file: table.file().into() })
}

/// Why a row is no unit of the register.
enum Fault {
    /// One of the codes.
    Code(miedza_territory::CodeError),
    /// Something else, in words, with the column.
    Row(&'static str, String),
}

impl From<miedza_territory::CodeError> for Fault {
    fn from(error: miedza_territory::CodeError) -> Self {
        Self::Code(error)
    }
}

impl Fault {
    fn told(self, file: Box<str>, row: u64) -> Error {
        match self {
            Self::Code(source) => Error::NotACode { file, row, column: "WOJ, POW, GMI, RODZ".into(), source },
            Self::Row(column, what) => Error::NotAUnit { file, row, column: column.into(), what: what.into() },
        }
    }
}

fn unit(row: &Row, places: &Places) -> Result<RegisterUnit, Fault> {
    let (county, municipality) = (row.field(places.county), row.field(places.municipality));
    let region = UnitCode::parse(&two("WOJ", row.field(places.voivodeship))?)?;
    let written = row.field(places.name);
    if written.is_empty() {
        return Err(Fault::Row("NAZWA", "the unit has no name".into()));
    }
    let plain = |code, level, parent| RegisterUnit {
        country: Country::Poland,
        code,
        level,
        kind: None,
        name: written.to_string(),
        parent,
        is_county_seat: None,
    };
    if county.is_empty() && municipality.is_empty() {
        // The register writes voivodeships in capitals; people write them like any adjective.
        return Ok(RegisterUnit { name: written.to_lowercase(), ..plain(region, Level::Region, None) });
    }
    if county.is_empty() {
        return Err(Fault::Row("POW", format!("the municipality {municipality} has no county")));
    }
    let county = UnitCode::parse(&format!("{region}{}", two("POW", county)?))?;
    if municipality.is_empty() {
        return Ok(plain(county, Level::County, Some(region)));
    }
    let kind = row.field(places.kind);
    let code = UnitCode::parse(&format!("{county}{}{kind}", two("GMI", municipality)?))?;
    let nameless = || if kind.is_empty() { "the field is empty".into() } else { format!("{kind} names no kind of municipality") };
    let found = code.kind().ok_or_else(|| Fault::Row("RODZ", nameless()))?;
    Ok(RegisterUnit { kind: Some(found), ..plain(code.clone(), level(found), Some(parent(&code, county))) })
}

const fn level(kind: Kind) -> Level {
    if kind.is_part() { Level::Part } else { Level::Municipality }
}

/// The whole of a part, else the county.
fn parent(code: &UnitCode, county: UnitCode) -> UnitCode {
    whole(code, Some(CodeSystem::TerytSeven)).unwrap_or(county)
}

/// Two digits, the zero in front given back.
fn two(column: &'static str, text: &str) -> Result<String, Fault> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        return Ok(format!("{text:0>2}"));
    }
    let what = if text.is_empty() { "the field is empty".into() } else { format!("{text} is not two digits") };
    Err(Fault::Row(column, what))
}

/// The day of `STAN_NA`: as the register writes it, or as a spreadsheet has rewritten it.
fn day(text: &str) -> Result<Day, Fault> {
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    let turned = || match date.split('.').collect::<Vec<_>>()[..] {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}").parse().ok(),
        _ => None,
    };
    let read = date.parse().ok().or_else(turned);
    let shown = if text.is_empty() { "nothing" } else { text };
    read.ok_or_else(|| Fault::Row("STAN_NA", format!("{shown} is no day such as 2025-01-01")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "WOJ;POW;GMI;RODZ;NAZWA;NAZDOD;STAN_NA\n";

    fn register(rows: &str) -> Result<RegisterEdition, Error> {
        read(Input::new("terc.csv", format!("{HEADER}{rows}")))
    }

    fn code(text: &str) -> UnitCode {
        UnitCode::parse(text).expect("a code of the test")
    }

    #[test]
    fn the_level_shows_in_which_fields_are_empty() {
        let edition = register(
            "14;;;;MAZOWIECKIE;województwo;2025-01-01\n14;65;;;Warszawa;miasto;2025-01-01\n\
             14;65;01;1;Warszawa;gmina;2025-01-01\n14;65;02;8;Bemowo;dzielnica;2025-01-01\n\
             14;1;4;3;X;gmina;2025-01-01\n14;01;04;5;X;obszar wiejski;2025-01-01\n",
        )
        .expect("a register");

        let cases = [
            ("14", Level::Region, "mazowieckie", None),
            ("1465", Level::County, "Warszawa", Some("14")),
            ("1465011", Level::Municipality, "Warszawa", Some("1465")),
            ("1465028", Level::Part, "Bemowo", Some("1465011")),
            ("1401043", Level::Municipality, "X", Some("1401")),
            ("1401045", Level::Part, "X", Some("1401043")),
        ];
        for (text, level, name, parent) in cases {
            let unit = edition.find(&code(text)).unwrap_or_else(|| panic!("no unit {text}"));

            assert_eq!((unit.level, unit.name.as_str(), unit.parent.clone()), (level, name, parent.map(code)), "{text}");
        }
        assert_eq!(edition.date.to_string(), "2025-01-01");
    }

    #[test]
    fn a_row_that_is_no_unit_is_refused_with_its_row_and_the_reason() {
        let cases = [
            ("02;;01;1;A;;2025-01-01\n", "terc.csv, row 2, column POW: the municipality 01 has no county"),
            ("02;01;01;7;A;;2025-01-01\n", "terc.csv, row 2, column RODZ: 7 names no kind of municipality"),
            ("02;01;01;;A;;2025-01-01\n", "terc.csv, row 2, column RODZ: the field is empty"),
            ("02;01;;;;;2025-01-01\n", "terc.csv, row 2, column NAZWA: the unit has no name"),
            ("02;201;;;A;;2025-01-01\n", "terc.csv, row 2, column POW: 201 is not two digits"),
            (";01;;;A;;2025-01-01\n", "terc.csv, row 2, column WOJ: the field is empty"),
            ("02;01;;;A;;2025\n", "terc.csv, row 2, column STAN_NA: 2025 is no day such as 2025-01-01"),
            ("02;01;;;A;;\n", "terc.csv, row 2, column STAN_NA: nothing is no day such as 2025-01-01"),
            ("02;;;;A;;2025-01-01\n02;;;;B;;2025-01-01\n", "terc.csv: row 3 repeats the unit 02 of row 2"),
            (
                "02;;;;A;;2025-01-01\n04;;;;B;;2024-01-01\n",
                "terc.csv, row 3 shows the state of 2024-01-01, the rows above that of 2025-01-01",
            ),
        ];
        for (rows, expected) in cases {
            assert_eq!(register(rows).expect_err(rows).to_string(), expected);
        }
    }

    #[test]
    fn a_day_that_a_spreadsheet_rewrote_is_the_same_day() {
        for text in ["2025-01-01", "2025-01-01 00:00:00", "2025-01-01T00:00:00", "01.01.2025", "1.1.2025"] {
            let edition = register(&format!("02;;;;A;;{text}\n")).expect("a register");

            assert_eq!(edition.date.to_string(), "2025-01-01", "{text}");
        }
    }
}
