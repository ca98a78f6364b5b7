//! Codes that come row by row, numbered as they come and put in order at the end; figures and pairs by code.

use std::collections::HashMap;

use miedza_territory::{UnitCode, UnitIx, UnitVec, Units};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::column::{Column, code, number};
use crate::fault::Fault;
use crate::frame::Columns;

/// Codes by the order in which they were first met. The table is looked into and never walked through.
#[derive(Default)]
pub struct Met {
    numbers: HashMap<Box<str>, u32>,
    codes: Vec<UnitCode>,
}

impl Met {
    /// The numbers of a column's codes.
    pub fn column(&mut self, column: &Column<'_>, what: &'static str) -> Result<Vec<u32>, Fault> {
        let mut numbers = Vec::with_capacity(column.len());
        column.codes(&mut |text| {
            let row = numbers.len() + 1;
            let text = text.ok_or_else(|| Fault::input(format!("row {row} of {what} has no code")))?;
            numbers.push(self.number(text).map_err(|source| Fault::Code { row, column: what, source })?);
            Ok(())
        })?;
        Ok(numbers)
    }

    fn number(&mut self, text: &str) -> Result<u32, miedza_territory::CodeError> {
        if let Some(&number) = self.numbers.get(text) {
            return Ok(number);
        }
        let code = UnitCode::parse(text)?;
        let number = u32::try_from(self.codes.len()).expect("no register holds more than 4 billion units");
        self.codes.push(code);
        self.numbers.insert(text.into(), number);
        Ok(number)
    }

    /// The units in order.
    pub fn units(&self) -> Units {
        Units::new(self.codes.clone())
    }

    /// The place in a list of units of each number; `None` for a code that is not in the list.
    pub fn places(&self, units: &Units) -> Vec<Option<UnitIx>> {
        self.codes.iter().map(|code| units.find(code)).collect()
    }
}

/// The position that a number of [`Met`] stands for.
pub fn position(number: u32) -> usize {
    usize::try_from(number).expect("u32 fits usize")
}

/// A list of units that was handed over as a column.
pub fn listed(values: &Bound<'_, PyAny>) -> Result<Units, Fault> {
    let mut met = Met::default();
    met.column(&Column::of(values)?, "units")?;
    Ok(met.units())
}

/// The unit of each row of a column; `None` for codes that are no unit, since a table of a whole country serves its parts.
pub fn places(codes: &Column<'_>, units: &Units) -> Result<Vec<Option<UnitIx>>, Fault> {
    let mut places = Vec::with_capacity(codes.len());
    codes.codes(&mut |text| {
        places.push(text.and_then(|text| UnitCode::parse(text).ok()).and_then(|code| units.find(&code)));
        Ok(())
    })?;
    Ok(places)
}

/// The codes of a column, each of which must be one.
pub fn codes(column: &Column<'_>) -> Result<Vec<UnitCode>, Fault> {
    let mut codes = Vec::with_capacity(column.len());
    column.codes(&mut |text| {
        let row = codes.len() + 1;
        codes.push(UnitCode::parse(text.unwrap_or_default()).map_err(|source| Fault::Code { row, column: "units", source })?);
        Ok(())
    })?;
    Ok(codes)
}

/// The unit of a code of Python.
pub fn find(units: &Units, value: &Bound<'_, PyAny>) -> Result<UnitIx, Fault> {
    let text = code(value)?.unwrap_or_default();
    let found = UnitCode::parse(&text).ok().and_then(|code| units.find(&code));
    found.ok_or_else(|| Fault::input(format!("there is no unit {text}")))
}

/// Codes with what belongs to them: of a dict, a series or a frame whose first or only recognised column holds the codes.
pub fn pairs<'py>(values: &Bound<'py, PyAny>) -> Result<Vec<(String, Bound<'py, PyAny>)>, Fault> {
    if values.hasattr("items")? && !values.hasattr("columns")? {
        let items = values.call_method0("items")?;
        let pair = |item: PyResult<Bound<'py, PyAny>>| {
            let (key, value): (Bound<'py, PyAny>, Bound<'py, PyAny>) = item?.extract()?;
            Ok((code(&key)?.unwrap_or_default(), value))
        };
        return items.try_iter()?.map(pair).collect();
    }
    Columns::of(values)?.code_and_value(values.py())
}

/// A number for each unit; `None` where none is given. Codes that are no unit are passed over: a table of a whole country
/// serves its parts.
pub fn figures(values: &Bound<'_, PyAny>, units: &Units) -> Result<UnitVec<Option<f64>>, Fault> {
    let mut figures = UnitVec::filled(units.len(), None);
    for (text, value) in pairs(values)? {
        if let Some(unit) = UnitCode::parse(&text).ok().and_then(|code| units.find(&code)) {
            figures[unit] = number(&value)?;
        }
    }
    Ok(figures)
}

/// A point for each unit, degrees east and north: of pairs of numbers or of points with `x` and `y`.
pub fn seats(values: &Bound<'_, PyAny>, units: &Units) -> Result<UnitVec<Option<geo_types::Point>>, Fault> {
    let mut seats = UnitVec::filled(units.len(), None);
    for (text, value) in pairs(values)? {
        if let Some(unit) = UnitCode::parse(&text).ok().and_then(|code| units.find(&code)).filter(|_| !value.is_none()) {
            let (x, y) = if value.hasattr("x")? {
                (value.getattr("x")?.extract()?, value.getattr("y")?.extract()?)
            } else {
                value.extract::<(f64, f64)>()?
            };
            seats[unit] = Some(geo_types::Point::new(x, y));
        }
    }
    Ok(seats)
}

/// A text for each unit; `None` where none is given.
pub fn texts(values: &Bound<'_, PyAny>, units: &Units) -> Result<UnitVec<Option<String>>, Fault> {
    let mut texts = UnitVec::filled(units.len(), None);
    for (unit, text) in labels(values)? {
        if let Some(unit) = units.find(&unit) {
            texts[unit] = text;
        }
    }
    Ok(texts)
}

/// The label of the area of each unit, of a dict, a series or a frame; `None` where a unit has no area.
pub fn labels(values: &Bound<'_, PyAny>) -> Result<Vec<(UnitCode, Option<String>)>, Fault> {
    let label = |(row, (text, value)): (usize, (String, Bound<'_, PyAny>))| {
        let unit = UnitCode::parse(&text).map_err(|source| Fault::Code { row: row + 1, column: "unit", source })?;
        Ok((unit, code(&value)?))
    };
    pairs(values)?.into_iter().enumerate().map(label).collect()
}

/// A dict in the order of the units.
pub fn dict<'py, T: IntoPyObject<'py>>(
    py: Python<'py>,
    units: &Units,
    value: impl Fn(UnitIx) -> T,
) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    units.indices().try_for_each(|unit| dict.set_item(units.code(unit).as_str(), value(unit)))?;
    Ok(dict)
}
