//! Whether a line breaks: level or slope differ before and after a year.
//!
//! # Source
//! Chow (1960) *Tests of equality between sets of coefficients in two linear regressions*; Andrews (1993) *Tests for parameter
//! instability and structural change with unknown change point*; critical values for two coefficients and a trimming of 15 %
//! from Stock & Watson, *Introduction to econometrics*, table of the QLR statistic, which follows Andrews (2003, corrected).

use miedza_territory::count;
use serde::Serialize;

use super::slope::Line;
use super::{Point, at_least, points};
use crate::Error;
use crate::distribution::f_above;

/// Known values that each side of a break must have.
const LEAST_SIDE: usize = 3;

/// A test of a break at a known year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Chow {
    /// The first year after the break.
    pub year: u16,
    /// The F statistic, 0 or more.
    pub f: f64,
    /// Chance of such an F without a break, if the errors are independent and normal, with the same spread on both sides.
    pub p_value: f64,
    /// Change per year before the break.
    pub slope_before: f64,
    /// Change per year after it.
    pub slope_after: f64,
}

/// The largest F over all years where a break could be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SupF {
    /// The first year after the most likely break, the first of equal ones.
    pub year: u16,
    /// Its F.
    pub f: f64,
    /// All candidate years with their F.
    pub candidates: Vec<(u16, f64)>,
}

impl SupF {
    /// F that the largest one exceeds by chance with 10, 5 and 1 %, as Andrews found for long series.
    ///
    /// Limits: they hold for long series of independent errors around figures that do not grow by themselves, and a line over
    /// time grows. Without any break, 4000 made-up lines with independent normal errors exceed the value of 5 % in 13 % of
    /// cases over 12 years, 11 % over 20, 8 % over 30 and 400 (NumPy 2.4.6): a break that exceeds it only just is none to build
    /// on. The p-value of [`Chow`] must not be used for a year that was found by looking.
    pub const CRITICAL: [(f64, f64); 3] = [(0.10, 5.00), (0.05, 5.86), (0.01, 7.78)];
}

/// Chow's test of a break at a known year, which is the first of the second part.
///
/// # Errors
/// [`Error::TooFew`] with fewer than three known values on a side, [`Error::NoScatter`], [`Error::WrongLength`],
/// [`Error::NotRising`], [`Error::NotFinite`].
pub fn chow(years: &[u16], values: &[Option<f64>], year: u16) -> Result<Chow, Error> {
    test(&points(years, values)?, year)
}

/// The largest of Chow's F over the years that leave 15 % of the known values, and at least three, on each side.
///
/// # Errors
/// [`Error::TooFew`] with fewer than six known values, else as [`chow`].
pub fn sup_f(years: &[u16], values: &[Option<f64>]) -> Result<SupF, Error> {
    let points = points(years, values)?;
    at_least(2 * LEAST_SIDE, &points)?;
    let trimmed = (points.len() * 15).div_ceil(100).max(LEAST_SIDE);
    let mut candidates = Vec::new();
    for at in trimmed..=points.len() - trimmed {
        let found = test(&points, points[at].year)?;
        candidates.push((found.year, found.f));
    }
    let largest = candidates.iter().copied().reduce(|best, one| if one.1 > best.1 { one } else { best });
    match largest {
        Some((year, f)) => Ok(SupF { year, f, candidates }),
        None => Err(Error::TooFew { what: "the series".to_owned(), given: points.len(), needed: 2 * LEAST_SIDE }),
    }
}

fn test(points: &[Point], year: u16) -> Result<Chow, Error> {
    let (before, after) = points.split_at(points.partition_point(|point| point.year < year));
    for (side, points) in [("the series before the break", before), ("the series after the break", after)] {
        if points.len() < LEAST_SIDE {
            return Err(Error::TooFew { what: side.to_owned(), given: points.len(), needed: LEAST_SIDE });
        }
    }
    let (whole, before, after) = (Line::through(points), Line::through(before), Line::through(after));
    let apart = before.residual + after.residual;
    let freedom = count(points.len()) - 4.0;
    if apart <= 1e-20 * whole.scatter {
        return Err(Error::NoScatter { year });
    }
    let f = ((whole.residual - apart) / 2.0 / (apart / freedom)).max(0.0);
    Ok(Chow { year, f, p_value: f_above(f, 2.0, freedom), slope_before: before.slope, slope_after: after.slope })
}
