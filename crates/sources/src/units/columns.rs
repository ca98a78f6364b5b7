//! What is wanted of a file with one row per unit, and in which column it stands.

use std::path::PathBuf;

use miedza_territory::Figure;

use crate::table::{Catalogue, Column, Found, Lack};

/// Names of columns in Polish, Czech, English, German, French and Italian tables.
pub(crate) static CATALOGUE: Catalogue = Catalogue::new(include_str!("columns.txt"));

/// What the column of a figure is for.
const fn role(figure: Figure) -> &'static str {
    match figure {
        Figure::Employed => "employed residents",
        Figure::Jobs => "jobs",
        Figure::Population => "population",
        Figure::EmployedShare => "the employed share",
        Figure::AreaKm2 => "the area",
    }
}

/// The word of the catalogue, and of provenance.
pub(crate) const fn word(figure: Figure) -> &'static str {
    match figure {
        Figure::Employed => "employed",
        Figure::Jobs => "jobs",
        Figure::Population => "population",
        Figure::EmployedShare => "share",
        Figure::AreaKm2 => "surface",
    }
}

const fn option(figure: Figure) -> &'static str {
    match figure {
        Figure::Employed => "--employed FILE:COLUMN",
        Figure::Jobs => "--jobs FILE:COLUMN",
        Figure::Population => "--population FILE:COLUMN",
        Figure::EmployedShare => "--employed-share FILE:COLUMN",
        Figure::AreaKm2 => "a column area_km2",
    }
}

/// A file, and the column of it that is meant: `FILE` or `FILE:COLUMN`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// The column; `None` where its name shall tell.
    pub column: Option<Column>,
}

impl Source {
    /// Reads `FILE` or `FILE:COLUMN`, the column by name or by number from 1. The last colon parts the two, unless a folder
    /// or nothing follows it, or only a drive letter stands before it.
    #[must_use]
    pub fn from_argument(text: &str) -> Self {
        let whole = || Self { path: text.into(), column: None };
        // A drive letter is no file, and a folder after the colon shows that it belongs to the path.
        match text.rsplit_once(':') {
            Some((file, column)) if file.len() > 1 && !column.is_empty() && !column.contains(['/', '\\']) => {
                Self { path: file.into(), column: Some(Column::from(column)) }
            }
            _ => whole(),
        }
    }
}

/// Where code, value and name stand, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) code: usize,
    pub(crate) value: usize,
    pub(crate) name: Option<usize>,
}

/// The column of the code, given or found.
pub(crate) fn code(given: Option<&Column>, header: &[String]) -> Result<usize, Lack> {
    let found = given.map_or_else(|| CATALOGUE.find("code", header), |column| column.find(header));
    one(found, "the code of the unit", "--code", 0)
}

pub(crate) fn name(header: &[String]) -> Option<usize> {
    match CATALOGUE.find("name", header) {
        Found::One(column) => Some(column),
        _ => None,
    }
}

pub(crate) fn one(found: Found, role: &'static str, option: &str, before: usize) -> Result<usize, Lack> {
    let option = option.to_string();
    match found {
        Found::One(column) => Ok(column),
        Found::None => Err(Lack::Missing { role, option, found: before }),
        Found::Several(columns) => Err(Lack::Ambiguous { role, option, columns, found: before }),
    }
}

/// The columns of a figure: the value by the given name, by a well-known name, or the only column beside code and name.
pub(super) fn find(
    figure: Figure,
    given: Option<&Column>,
    code_given: Option<&Column>,
    header: &[String],
) -> Result<Places, Lack> {
    let code = code(code_given, header)?;
    let name = name(header).filter(|name| *name != code);
    let value = match given {
        Some(column) => column.find(header),
        None => known(figure, header, |column| column == code || Some(column) == name),
    };
    let value = one(value, role(figure), option(figure), 1)?;
    Ok(Places { code, value, name: name.filter(|name| *name != value) })
}

fn known(figure: Figure, header: &[String], is_taken: impl Fn(usize) -> bool) -> Found {
    let found = CATALOGUE.find(word(figure), header);
    if found != Found::None {
        return found;
    }
    let rest: Vec<usize> = (0..header.len()).filter(|&column| !header[column].is_empty() && !is_taken(column)).collect();
    if rest.len() == 1 { rest.into() } else { Found::None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_be_followed_by_a_column() {
        let cases = [
            ("a.csv", "a.csv", None),
            ("a.csv:jobs", "a.csv", Some(Column::Name("jobs".into()))),
            ("a.csv:3", "a.csv", Some(Column::Number(3))),
            ("C:\\data\\a.csv", "C:\\data\\a.csv", None),
            ("C:\\data\\a.csv:ogółem;2016;[osoba]", "C:\\data\\a.csv", Some(Column::Name("ogółem;2016;[osoba]".into()))),
            ("a:b/c.csv", "a:b/c.csv", None),
        ];
        for (text, path, column) in cases {
            assert_eq!(Source::from_argument(text), Source { path: path.into(), column }, "{text}");
        }
    }

    #[test]
    fn columns_of_figures_are_found_by_name() {
        let cases: [(Figure, &[&str], [usize; 2]); 9] = [
            (
                Figure::Population,
                &["kraj", "okres", "obec", "kod", "population_2025_01_01", "area_ha", "employees_2024_12_01"],
                [3, 4],
            ),
            (Figure::Jobs, &["kraj", "okres", "obec", "kod", "population_2025_01_01", "area_ha", "employees_2024_12_01"], [3, 6]),
            (Figure::Employed, &["areacd", "resident", "workday", "home", "within"], [0, 1]),
            (Figure::Jobs, &["areacd", "resident", "workday", "home", "within"], [0, 2]),
            (Figure::Population, &["Kod", "Nazwa", "ludność w tysiącach", ""], [0, 2]),
            (Figure::Population, &["Kod", "Nazwa", "ogółem", "0-4", "5-9", ""], [0, 2]),
            (Figure::Population, &["id", "county", "type", "nuts_id", "state", "pop_2018", "area"], [0, 5]),
            (Figure::Population, &["id", "Population", "Out_Commuters", "In_Commuters"], [0, 1]),
            (Figure::Employed, &["unit", "whatever"], [0, 1]),
        ];
        for (figure, names, expected) in cases {
            let header: Vec<String> = names.iter().map(ToString::to_string).collect();

            let places = find(figure, None, None, &header).map(|places| [places.code, places.value]);

            assert_eq!(places, Ok(expected), "{figure:?} in {names:?}");
        }
    }
}
