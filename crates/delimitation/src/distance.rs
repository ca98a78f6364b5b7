//! Distances between seats of units.
//!
//! Great-circle distances on a sphere: what models of flows need, and the same on every machine. Roads and times of travel
//! are not known here.

use geo_types::Point;

/// Mean radius of the Earth (IUGG), kilometres.
const EARTH_KM: f64 = 6371.0088;

/// Great-circle distance in kilometres between two points in degrees east and north on WGS 84, 0 or more.
///
/// ```
/// use geo_types::Point;
/// use miedza_delimitation::distance::kilometres;
///
/// let (kalisz, ostrow) = (Point::new(18.091, 51.762), Point::new(17.807, 51.655));
///
/// assert!((kilometres(kalisz, ostrow) - 22.93).abs() < 0.1);
/// ```
#[must_use]
pub fn kilometres(one: Point, other: Point) -> f64 {
    let (east, north) = (one.x().to_radians() - other.x().to_radians(), one.y().to_radians() - other.y().to_radians());
    let half = |angle: f64| {
        let sine = libm::sin(angle / 2.0);
        sine * sine
    };
    let chord = half(north) + libm::cos(one.y().to_radians()) * libm::cos(other.y().to_radians()) * half(east);
    2.0 * EARTH_KM * libm::asin(libm::sqrt(chord.min(1.0)))
}
