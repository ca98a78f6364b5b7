//! The change per year that leads from the first value to the last.

use serde::Serialize;

use super::{at_least, points};
use crate::Error;

/// Compound annual change between two years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CompoundChange {
    /// The first year with a value.
    pub from: u16,
    /// The last year with a value.
    pub to: u16,
    /// Change per year as a share of the year before: −0.02 is a loss of two per cent each year.
    pub change: f64,
}

/// Compound annual change from the first to the last known value: `(last / first)^(1 / years) − 1`.
///
/// Years between them are not looked at.
///
/// # Errors
/// [`Error::TooFew`] with fewer than two known values, [`Error::OutOfRange`] where one of the two is not above 0,
/// [`Error::WrongLength`], [`Error::NotRising`], [`Error::NotFinite`].
pub fn compound_annual_change(years: &[u16], values: &[Option<f64>]) -> Result<CompoundChange, Error> {
    let points = points(years, values)?;
    at_least(2, &points)?;
    let (first, last) = (points[0], points[points.len() - 1]);
    for (parameter, value) in [("the first value", first.value), ("the last value", last.value)] {
        if value <= 0.0 {
            return Err(Error::OutOfRange { parameter, value, wanted: "above 0 for a change in per cent" });
        }
    }
    let years = f64::from(last.year) - f64::from(first.year);
    let change = libm::expm1(libm::log(last.value / first.value) / years);
    Ok(CompoundChange { from: first.year, to: last.year, change })
}
