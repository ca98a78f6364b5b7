//! Figures of units under names of their own, which a list of criteria may ask for.
//!
//! A value that is missing stays missing: it is never 0, and a criterion on it is neither passed nor failed.

use miedza_territory::{UnitVec, Units};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::fault::Fault;
use crate::frame::Columns;
use crate::units;

/// A name with the figure of each unit.
type Named = (String, UnitVec<Option<f64>>);

/// Indicators of a frame, one per column of numbers beside that of the units, or of a dict from names to figures by unit.
pub fn read(given: &Bound<'_, PyAny>, units: &Units) -> Result<Vec<Named>, Fault> {
    let indicators = match given.cast::<PyDict>() {
        Ok(dict) if is_by_name(dict)? => of_dict(dict, units)?,
        _ => of_frame(&Columns::of(given)?, units)?,
    };
    let mut names: Vec<&String> = indicators.iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    match names.windows(2).find(|two| two[0] == two[1]) {
        Some(two) => Err(Fault::input(format!("two indicators are called {}", two[0]))),
        None => Ok(indicators),
    }
}

/// Whether a dict holds figures by unit; else it is a frame, a dict of columns.
fn is_by_name(dict: &Bound<'_, PyDict>) -> PyResult<bool> {
    for value in dict.values() {
        if !value.hasattr("items")? && !value.hasattr("columns")? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn of_dict(dict: &Bound<'_, PyDict>, units: &Units) -> Result<Vec<Named>, Fault> {
    dict.iter().map(|(name, values)| Ok((plain(&name.str()?.to_cow()?), units::figures(&values, units)?))).collect()
}

fn of_frame(columns: &Columns<'_>, units: &Units) -> Result<Vec<Named>, Fault> {
    let unit = columns.unit(None)?;
    let places = units::places(&columns.at(unit)?, units)?;
    let mut found = Vec::new();
    for column in (0..columns.len()).filter(|&column| column != unit) {
        let Some(numbers) = columns.at(column)?.only_numbers() else { continue };
        let mut values = UnitVec::filled(units.len(), None);
        for (place, number) in places.iter().zip(numbers) {
            if let Some(unit) = *place {
                values[unit] = number;
            }
        }
        found.push((plain(columns.name(column)), values));
    }
    Ok(found)
}

/// A name as criteria write it: `Firms per 1000` is `firms_per_1000`.
fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}
