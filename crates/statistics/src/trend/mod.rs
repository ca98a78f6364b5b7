//! Change over years: slopes with their confidence, change per year, breaks, and gaps filled where somebody asks for it.
//!
//! Series are lists of years, each after the one before, with one value each; missing values are left out, and nothing is
//! filled in silently. A slope over few years says little, whatever its confidence; successive years are not independent
//! draws, so the intervals are rather too narrow.
//!
//! # Source
//! Theil (1950) and Sen (1968) for the median of slopes; Chow (1960) for a break at a known year; Andrews (1993) for one at an
//! unknown year.

pub mod breaks;
mod growth;
mod interpolation;
mod slope;

use crate::Error;
use crate::known::{known, same_length};

pub use growth::{CompoundChange, compound_annual_change};
pub use interpolation::{Filled, interpolate};
pub use slope::{Slope, least_squares, theil_sen};

/// A year with its known value.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    year: u16,
    value: f64,
}

/// Known values with their years.
fn points(years: &[u16], values: &[Option<f64>]) -> Result<Vec<Point>, Error> {
    same_length("values", values.len(), years.len())?;
    if let Some(entry) = (1..years.len()).find(|&entry| years[entry] <= years[entry - 1]) {
        return Err(Error::NotRising { entry, year: years[entry] });
    }
    Ok(known("values", values)?.into_iter().map(|(entry, value)| Point { year: years[entry], value }).collect())
}

/// Refuses series with too few known values.
fn at_least(needed: usize, points: &[Point]) -> Result<(), Error> {
    if points.len() < needed {
        return Err(Error::TooFew { what: "the series".to_owned(), given: points.len(), needed });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
