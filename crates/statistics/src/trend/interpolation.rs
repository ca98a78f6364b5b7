//! Gaps between known values, filled where somebody asks for it and marked as filled.

use serde::Serialize;

use super::{Point, points};
use crate::Error;

/// A value of a year and where it is from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filled {
    /// It was known.
    Known(f64),
    /// It lies on the line between the known values of two years.
    Interpolated {
        /// The value on the line.
        value: f64,
        /// The known year before.
        from: u16,
        /// The known year after.
        to: u16,
    },
    /// It is missing, and there is no known value on both sides: nothing is carried on beyond the ends.
    Missing,
}

/// Linear interpolation between known years, each value marked with where it is from.
///
/// ```
/// use miedza_statistics::trend::{Filled, interpolate};
///
/// let found = interpolate(&[2020, 2021, 2024], &[Some(10.0), None, Some(18.0)])?;
/// assert_eq!(found[1], Filled::Interpolated { value: 12.0, from: 2020, to: 2024 });
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotRising`], [`Error::NotFinite`].
pub fn interpolate(years: &[u16], values: &[Option<f64>]) -> Result<Vec<Filled>, Error> {
    let points = points(years, values)?;
    let filled = |(year, value): (&u16, &Option<f64>)| value.map_or_else(|| between(&points, *year), Filled::Known);
    Ok(years.iter().zip(values).map(filled).collect())
}

fn between(points: &[Point], year: u16) -> Filled {
    let after = points.partition_point(|point| point.year < year);
    let (Some(before), Some(after)) = (after.checked_sub(1).map(|at| points[at]), points.get(after)) else {
        return Filled::Missing;
    };
    let share = f64::from(year - before.year) / f64::from(after.year - before.year);
    Filled::Interpolated { value: before.value + share * (after.value - before.value), from: before.year, to: after.year }
}
