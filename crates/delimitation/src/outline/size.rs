//! The size of land.

use geo_types::{Coord, LineString, MultiPolygon};

/// Semi-major axis of the WGS 84 ellipsoid in kilometres.
const SEMI_MAJOR_KM: f64 = 6_378.137;
/// Square of its first eccentricity.
const ECCENTRICITY_SQUARED: f64 = 0.006_694_379_990_141_316;

/// Area in km² on the WGS 84 ellipsoid of a shape in longitude and latitude, holes taken off; 0 or more.
///
/// Edges are taken as straight in the cylindrical equal-area projection, which for edges shorter than 10 km differs from
/// the shortest way by less than a millionth of a municipality.
///
/// # Source
/// Snyder (1987), "Map projections: a working manual", equations 3-12 and 10-11.
#[must_use]
pub fn area_km2(shape: &MultiPolygon<f64>) -> f64 {
    let polygon = |polygon: &geo_types::Polygon<f64>| {
        let holes: f64 = polygon.interiors().iter().map(ring_km2).sum();
        ring_km2(polygon.exterior()) - holes
    };
    shape.iter().map(polygon).sum::<f64>().max(0.0)
}

fn ring_km2(ring: &LineString<f64>) -> f64 {
    let equal_area: Vec<_> = ring.0.iter().map(|at| Coord { x: at.x.to_radians(), y: authalic(at.y.to_radians()) }).collect();
    miedza_territory::ring::doubled_area(&equal_area).abs() / 4.0 * SEMI_MAJOR_KM * SEMI_MAJOR_KM
}

/// Snyder's q: the area of the ellipsoid from the equator to a latitude, per radian, is half its square of axis times q.
fn authalic(latitude: f64) -> f64 {
    let e = ECCENTRICITY_SQUARED.sqrt();
    let sine = libm::sin(latitude);
    let (more, less) = (1.0 + e * sine, 1.0 - e * sine);
    (1.0 - ECCENTRICITY_SQUARED) * (sine / (more * less) - libm::log(less / more) / (2.0 * e))
}
