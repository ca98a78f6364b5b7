//! From a published table to figures of units, one set for each column and time.
//!
//! A column is taken only where its name says what it counts. A bare `ogółem` (total) may count anything; it means
//! inhabitants where the columns beside it are age groups, and nowhere else.

use std::path::Path;

use miedza_territory::{CodeSystem, Country, Figure, Observations, Period, UnitCode, UnitFigures};

use crate::Error;
use crate::table::{Column, Found, Input, Lack, Table, fold};
use crate::units::columns::{CATALOGUE, code, word};
use crate::units::period::in_name;
use crate::units::{Wanted, read_figures};

/// The figures that are looked for.
const FIGURES: [Figure; 2] = [Figure::Population, Figure::AreaKm2];

/// A column of the table, counted from 0, and what it holds.
#[derive(Clone, Copy)]
struct Place {
    figure: Figure,
    column: usize,
}

/// Reads population and area from disk.
///
/// # Errors
/// [`Error`], see [`observations`].
pub fn open(path: &Path, given: Option<Period>) -> Result<Vec<UnitFigures>, Error> {
    observations(&Input::open(path)?, given)
}

/// Reads population and area of Polish units, as far as the table has them, the earliest time first.
///
/// `given` is the time of a table whose columns do not tell it; of a table with several years it picks one.
///
/// # Errors
/// [`Error`] if the file is no table with population or area, tells no time and none was given, tells another one, or
/// holds a code that is no TERYT code.
pub fn observations(input: &Input, given: Option<Period>) -> Result<Vec<UnitFigures>, Error> {
    let (table, places) = Table::find(input.clone(), None, places)?;
    let mut found = Vec::new();
    let mut other = None;
    for place in places {
        let name = table.column_name(place.column);
        match period(table.file(), &name, given) {
            Ok(period) => found.push(figures(input, place, period)?),
            Err(error @ Error::OtherPeriod { .. }) => other = Some(error),
            Err(error) => return Err(error),
        }
    }
    found.sort_by_key(|figures| (figures.figure, figures.period));
    match other {
        Some(error) if found.is_empty() => Err(error),
        _ => Ok(found),
    }
}

fn places(header: &[String]) -> Result<Vec<Place>, Lack> {
    code(None, header)?;
    let mut places = Vec::new();
    for figure in FIGURES {
        match columns(figure, header) {
            Found::None => {}
            Found::One(column) => places.push(Place { figure, column }),
            Found::Several(columns) if have_times_of_their_own(&columns, header) => {
                places.extend(columns.into_iter().map(|column| Place { figure, column }));
            }
            Found::Several(columns) => {
                return Err(Lack::Ambiguous {
                    role: "population or area",
                    option: "a table with one of them".into(),
                    columns,
                    found: 1,
                });
            }
        }
    }
    if places.is_empty() {
        return Err(Lack::Missing { role: "population or area", option: "a column ludność or powierzchnia".into(), found: 1 });
    }
    Ok(places)
}

fn columns(figure: Figure, header: &[String]) -> Found {
    let found = CATALOGUE.find(word(figure), header);
    let is_total = |column: usize| ["ogolem", "total"].contains(&fold(&header[column]).as_str());
    let has_ages = || header.iter().any(|name| fold(name) == "0 4");
    match found {
        Found::One(column) if is_total(column) && !has_ages() => Found::None,
        found => found,
    }
}

fn have_times_of_their_own(columns: &[usize], header: &[String]) -> bool {
    let mut times: Vec<Period> = columns.iter().filter_map(|&column| in_name(&header[column])).collect();
    times.sort_unstable();
    times.dedup();
    times.len() == columns.len()
}

/// The time of a column: what its name says, made exact by what was given, else what was given.
fn period(file: &str, column: &str, given: Option<Period>) -> Result<Period, Error> {
    match (in_name(column), given) {
        (Some(found), None) => Ok(found),
        (Some(found), Some(given)) if found == given || (found.day().is_none() && found.year() == given.year()) => Ok(given),
        (Some(found), Some(given)) if given.day().is_none() && found.year() == given.year() => Ok(found),
        (Some(found), Some(given)) => Err(Error::OtherPeriod { file: file.into(), column: column.into(), found, given }),
        (None, Some(given)) => Ok(given),
        (None, None) => Err(Error::NoPeriod { file: file.into(), column: column.into() }),
    }
}

fn figures(input: &Input, place: Place, period: Period) -> Result<UnitFigures, Error> {
    let wanted = Wanted::new(place.figure).in_column(Some(Column::Number(place.column + 1)));
    let read = read_figures(input.clone(), &wanted)?;
    let (mut values, mut total) = (Observations::new(), None);
    for (code, value) in read.observations.iter() {
        match teryt(code) {
            Some(code) if code.as_str() == COUNTRY => total = Some(value),
            Some(code) => {
                values.insert(code, value);
            }
            None => {
                let file = read.provenance.file.as_str().into();
                return Err(Error::ForeignCode { file, code: code.clone(), register: "TERYT" });
            }
        }
    }
    let (country, figure, column, provenance) = (Country::Poland, place.figure, read.column, read.provenance);
    Ok(UnitFigures { country, figure, period, values, total, column, provenance })
}

/// How the tables write the whole country.
const COUNTRY: &str = "00";

/// The code as the register writes it: BDL fills the codes of voivodeships and counties with zeros up to seven digits.
pub(crate) fn teryt(code: &UnitCode) -> Option<UnitCode> {
    let text = code.as_str();
    let short = match (text.len(), text.get(2..), text.get(4..)) {
        (7, Some("00000"), _) => text.get(..2)?,
        (7, _, Some("000")) => text.get(..4)?,
        _ => text,
    };
    let short = UnitCode::parse(short).ok()?;
    let is_region = short.as_str().len() == 2 && short.is_numeric();
    let is_known = is_region || matches!(CodeSystem::of([&short]), Some(CodeSystem::TerytCounty | CodeSystem::TerytSeven));
    is_known.then_some(short)
}

#[cfg(test)]
mod tests {
    use miedza_territory::{Missing, Value};

    use super::*;

    fn read(text: &str, given: Option<&str>) -> Result<Vec<UnitFigures>, Error> {
        let given = given.map(|text| text.parse().expect("a period of the test"));
        observations(&Input::new("figures.csv", text), given)
    }

    fn value(figures: &UnitFigures, text: &str) -> Option<Value> {
        figures.values.get(&UnitCode::parse(text).expect("a code of the test"))
    }

    #[test]
    fn codes_of_the_local_data_bank_become_those_of_the_register() {
        let text = "Kod,Nazwa,\"ludność;2023;[osoba]\",\n0000000,POLSKA,9,\n0200000,D,8,\n0201000,Powiat b,7,\n\
            0201011,B (1),6,\n0201032,G (2),,\n";

        let found = read(text, None).expect("figures");

        assert_eq!(found.len(), 1);
        assert_eq!((found[0].figure, found[0].period), (Figure::Population, Period::Year(2023)));
        assert_eq!(found[0].total, Some(Value::Known(9.0)));
        for (code, expected) in [("02", 8.0), ("0201", 7.0), ("0201011", 6.0)] {
            assert_eq!(value(&found[0], code), Some(Value::Known(expected)), "{code}");
        }
        assert_eq!(value(&found[0], "0201032"), Some(Value::Missing(Missing::NotGiven)));
    }

    #[test]
    fn years_in_columns_are_sets_of_their_own_and_one_can_be_picked() {
        let text = "kod,powierzchnia w ha 2022,powierzchnia w ha 2023\n0201011,2285,2286\n";

        let both = read(text, None).expect("figures");
        let one = read(text, Some("2023-01-01")).expect("figures");

        assert_eq!(both.iter().map(|set| set.period.year()).collect::<Vec<_>>(), [2022, 2023]);
        assert_eq!(value(&both[0], "0201011"), Some(Value::Known(22.85)));
        assert_eq!(one.iter().map(|set| set.period.to_string()).collect::<Vec<_>>(), ["2023-01-01"]);
        assert_eq!(
            read(text, Some("2019")).expect_err("no such year").to_string(),
            "figures.csv, column powierzchnia w ha 2023 speaks of 2023, not of 2019"
        );
    }

    #[test]
    fn what_a_table_does_not_say_is_not_guessed() {
        let cases = [
            ("kod,ludność\n0201011,5\n", "figures.csv does not tell the day or year of column ludność; it must be given"),
            ("kod,ludność 2023\n500496,5\n", "figures.csv has the code 500496, which is none of TERYT"),
            (
                "kod,nazwa,ogółem,mężczyźni\n0201011,A,5,2\n",
                "figures.csv has no column for population or area, it has kod, nazwa, ogółem, mężczyźni; name the column with a column ludność or powierzchnia",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, None).expect_err(text).to_string(), expected);
        }
    }

    #[test]
    fn a_total_beside_age_groups_counts_inhabitants() {
        let found = read("Kod;Nazwa;ogółem;0-4;5-9;\n0201011;A (1);38486;1673;1729;\n", Some("2020")).expect("figures");

        assert_eq!(value(&found[0], "0201011"), Some(Value::Known(38_486.0)));
    }
}
