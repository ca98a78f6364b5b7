//! From a table of local administrative units to units.

use std::collections::BTreeMap;

use miedza_territory::{UnitCode, Value};

use crate::Error;
use crate::commuting::unsettled_told;
use crate::table::{Decimal, Field, Input, Lack, Numbers, Table, fold};

/// A local administrative unit.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalUnit {
    /// Country as Eurostat codes it, `PL` or `CZ` for instance.
    pub country: Box<str>,
    /// Code within the country.
    pub code: UnitCode,
    /// Name in the language of the country.
    pub name: String,
    /// The NUTS 3 region; `None` if the table has no such column or an empty field.
    pub nuts3: Option<UnitCode>,
    /// Inhabitants, persons; `None` if the table has no such column.
    pub population: Option<Value>,
    /// The year of the inhabitants, where the name of the column tells it.
    pub population_year: Option<u16>,
    /// Area in square kilometres; `None` if the table has no such column.
    pub area_km2: Option<Value>,
}

/// Where the columns stand, counted from 0.
struct Places {
    id: Option<usize>,
    code: Option<usize>,
    country: Option<usize>,
    nuts3: Option<usize>,
    name: usize,
    population: Option<usize>,
    population_year: Option<u16>,
    area: Option<usize>,
    /// How many of the area's units make a square kilometre.
    area_units: f64,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let one = |names: &[&str]| names.iter().find_map(|name| folded.iter().position(|column| column == name));
        let (id, code) = (one(&["gisco id"]), one(&["lau id", "lau code"]));
        let (country, nuts3) = (one(&["cntr code"]), one(&["nuts 3 code", "nuts3 code", "nuts 3", "nuts3"]));
        let name = one(&["lau name", "lau name national"]);
        let found = [id.or(code), country.or(nuts3), name].iter().flatten().count();
        let missing = |role, option: &str| Lack::Missing { role, option: option.into(), found };
        if id.is_none() && code.is_none() {
            return Err(missing("the code of the unit", "a column GISCO_ID or LAU CODE"));
        }
        if id.is_none() && country.is_none() && nuts3.is_none() {
            return Err(missing("the country", "a column GISCO_ID, CNTR_CODE or NUTS 3 CODE"));
        }
        let name = name.ok_or_else(|| missing("the name of the unit", "a column LAU_NAME or LAU NAME NATIONAL"))?;
        let years: Vec<(usize, u16)> = folded.iter().enumerate().filter_map(|(at, name)| Some((at, year(name)?))).collect();
        if years.len() > 1 {
            let columns = years.into_iter().map(|(at, _)| at).collect();
            let option = "a table of one year".into();
            return Err(Lack::Ambiguous { role: "the inhabitants", option, columns, found });
        }
        let population = years.first().map(|(at, _)| *at).or_else(|| one(&["population"]));
        let population_year = years.first().map(|(_, year)| *year);
        let (km2, m2) = (one(&["area km2"]), one(&["total area m2"]));
        let area_units = if km2.is_some() { 1.0 } else { 1e6 };
        Ok(Self { id, code, country, nuts3, name, population, population_year, area: km2.or(m2), area_units })
    }
}

/// The year in `POP_2021`.
fn year(folded: &str) -> Option<u16> {
    folded.strip_prefix("pop ").filter(|year| year.len() == 4)?.parse().ok()
}

/// Reads the units of a table, in its order; `sheet` picks the country in a workbook.
///
/// # Errors
/// [`Error`] if the file is no table, lacks a column for code, country or name, a code is none, is a number whose leading
/// zeros may be lost, a value is no number or negative, or a unit stands in two rows.
pub fn read(input: Input, sheet: Option<&str>) -> Result<Vec<LocalUnit>, Error> {
    let (mut table, places) = Table::find(input, sheet, Places::find)?;
    let (mut units, mut rows) = (Vec::new(), BTreeMap::new());
    let (mut persons, mut areas) = (Numbers::with_decimal(Some(Decimal::Point)), Numbers::with_decimal(Some(Decimal::Point)));
    while table.advance()? {
        if table.row().is_blank() {
            continue;
        }
        let (country, code) = code(&table, &places)?;
        let row = table.row().number();
        if let Some(first) = rows.insert((country.clone(), code.clone()), row) {
            return Err(Error::DuplicateUnit { file: table.file().into(), code, first, second: row });
        }
        let nuts3 = places.nuts3.filter(|&column| !table.row().field(column).is_empty());
        let nuts3 = nuts3.map(|column| unit_code(&table, column, table.row().field(column))).transpose()?;
        let population = places.population.map(|column| value(&table, column, &mut persons, units.len())).transpose()?;
        let area = places.area.map(|column| value(&table, column, &mut areas, units.len())).transpose()?;
        let (name, population_year) = (name(&table, places.name)?, places.population_year);
        let area_km2 = area.map(|area| if let Value::Known(area) = area { Value::Known(area / places.area_units) } else { area });
        units.push(LocalUnit { country, code, name, nuts3, population, population_year, area_km2 });
    }
    // The decimal sign is known from the start, so that nothing is put anew; a comma that contradicts it is refused.
    for (numbers, column) in [(persons, places.population), (areas, places.area)] {
        let told = |unsettled| unsettled_told(table.file(), table.column_name(column.unwrap_or_default()), unsettled);
        numbers.settle(|_, _| {}).map_err(told)?;
    }
    if units.is_empty() { Err(Error::NoRows { file: table.file().into() }) } else { Ok(units) }
}

/// Country and code of the row, together in `GISCO_ID` or each in its column.
fn code(table: &Table, places: &Places) -> Result<(Box<str>, UnitCode), Error> {
    let row = table.row();
    let refused = |column: usize, what: String| Error::NotAUnit {
        file: table.file().into(),
        row: row.number(),
        column: table.column_name(column),
        what: what.into(),
    };
    let id = places.id.map(|column| (column, row.field(column)));
    let parted = id.map(|(column, id)| {
        id.split_once('_').ok_or_else(|| refused(column, format!("{id} is no identifier such as PL_3217011")))
    });
    let parted = parted.transpose()?;
    let named = places.country.or(places.nuts3).map(|column| (column, row.field(column)));
    let country = parted.map(|(country, _)| country).or_else(|| named.and_then(|(_, text)| text.get(..2)));
    let country = country.filter(|country| country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()));
    let at = places.id.or(places.country).or(places.nuts3).unwrap_or_default();
    let country = country.ok_or_else(|| refused(at, "it names no country such as PL".into()))?;
    let (column, text) = match (parted, places.code) {
        (Some((_, code)), _) => (at, code),
        (None, Some(column)) => (column, row.field(column)),
        (None, None) => (at, ""),
    };
    if row.is_number(column) {
        return Err(refused(column, format!("{text} is stored as a number, whose leading zeros may be lost; store it as text")));
    }
    Ok((country.into(), unit_code(table, column, text)?))
}

fn unit_code(table: &Table, column: usize, text: &str) -> Result<UnitCode, Error> {
    let (row, column) = (table.row().number(), table.column_name(column));
    UnitCode::parse(text).map_err(|source| Error::NotACode { file: table.file().into(), row, column, source })
}

fn name(table: &Table, column: usize) -> Result<String, Error> {
    match table.row().field(column) {
        "" => {
            let (file, row, column) = (table.file().into(), table.row().number(), table.column_name(column));
            Err(Error::NotAUnit { file, row, column, what: "the unit has no name".into() })
        }
        name => Ok(name.to_owned()),
    }
}

fn value(table: &Table, column: usize, numbers: &mut Numbers, position: usize) -> Result<Value, Error> {
    let row = table.row();
    let written = row.field(column);
    let (file, name) = (|| table.file().into(), || table.column_name(column));
    match numbers.read(written, row.number(), position) {
        Field::Number(number) if number >= 0.0 => Ok(Value::Known(number)),
        Field::Number(_) => Err(Error::Negative { file: file(), row: row.number(), column: name(), value: written.into() }),
        Field::Missing(reason) => Ok(Value::Missing(reason)),
        Field::Other => Err(Error::NotANumber { file: file(), row: row.number(), column: name(), value: written.into() }),
    }
}
