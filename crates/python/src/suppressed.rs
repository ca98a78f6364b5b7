//! Flows that a source hides, with the range in which each lies.

use miedza_delimitation::certainty::Hidden;
use miedza_territory::Units;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};

use crate::column::Column;
use crate::fault::Fault;
use crate::flows;
use crate::frame::Columns;
use crate::units::places;

/// Four columns: origins, destinations, fewest and most persons; of a frame or as a tuple of columns. Pairs with a code that
/// is no unit are passed over.
pub fn read(given: &Bound<'_, PyAny>, units: &Units) -> Result<Vec<Hidden>, Fault> {
    let [origins, destinations, low, high] = columns(given)?;
    let (from, to) = (places(&origins, units)?, places(&destinations, units)?);
    let (low, high) = (counts(&low)?, counts(&high)?);
    if [to.len(), low.len(), high.len()].iter().any(|&len| len != from.len()) {
        return Err(Fault::input("the columns of suppressed are of different lengths"));
    }
    let pairs = from.into_iter().zip(to).zip(low.into_iter().zip(high));
    let hidden = |((from, to), (low, high))| Some(Hidden { from: from?, to: to?, low, high });
    Ok(pairs.filter_map(hidden).collect())
}

fn columns<'py>(given: &Bound<'py, PyAny>) -> Result<[Column<'py>; 4], Fault> {
    if given.is_instance_of::<PyTuple>() || given.is_instance_of::<PyList>() {
        let four = given.try_iter()?.map(|column| Column::of(&column?)).collect::<Result<Vec<_>, Fault>>()?;
        return four.try_into().map_err(|_| Fault::input("suppressed has four columns: origins, destinations, low, high"));
    }
    let columns = Columns::of(given)?;
    let find = |usual: &[&str]| {
        let place = columns.find(None, usual)?;
        let lacking = || Fault::input(format!("suppressed has no column {}; {}", usual[0], columns.told()));
        columns.at(place.ok_or_else(lacking)?)
    };
    Ok([find(flows::ORIGIN)?, find(flows::DESTINATION)?, find(&["low", "min", "fewest"])?, find(&["high", "max", "most"])?])
}

fn counts(column: &Column<'_>) -> Result<Vec<u32>, Fault> {
    column.numbers()?.into_iter().map(count).collect()
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a whole number in range"
)]
fn count(number: Option<f64>) -> Result<u32, Fault> {
    match number {
        Some(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => Ok(number as u32),
        _ => Err(Fault::input("the bounds of suppressed are whole numbers of persons")),
    }
}
