//! Lengths on the earth, near enough for borders and equal on every machine.

use geo_types::Coord;

/// Metres in one degree of a great circle on the sphere of mean radius 6,371,008.8 m.
pub(crate) const METRES_PER_DEGREE: f64 = 6_371_008.8 * std::f64::consts::PI / 180.0;

/// How many times shorter a degree of longitude is than one of latitude.
pub(crate) fn narrowing(latitude: f64) -> f64 {
    libm::cos(latitude.to_radians())
}

/// Length in metres of a short straight edge between two places given in degrees.
pub(crate) fn length_m(a: Coord<f64>, b: Coord<f64>) -> f64 {
    let x = (b.x - a.x) * narrowing(f64::midpoint(a.y, b.y));
    let y = b.y - a.y;
    (x * x + y * y).sqrt() * METRES_PER_DEGREE
}
