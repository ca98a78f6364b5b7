//! Maps of units for pages, and the same land for maps that are drawn by the browser.

use geo_types::{LineString, MultiPolygon};
pub use miedza_reports::figure::Line;
use miedza_reports::figure::{Name, PageMap, Piece, Prominence};
use miedza_territory::{Boundaries, UnitCode};
use serde_json::{Value, json};

/// A unit that a map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Its code.
    pub code: String,
    /// How it stands.
    pub class: String,
    /// Where it leads; may be empty.
    pub href: String,
    /// Its name with what the map says of it.
    pub told: String,
    /// Its name on the map; may be empty.
    pub name: String,
    /// Whether its name stands on small maps too.
    pub is_foremost: bool,
    /// Whether the map is as large as to show it whole.
    pub is_framed: bool,
}

/// The drawing; empty if none of the framed units has land. `words` are id, title and description.
#[must_use]
pub fn drawing(units: &[Drawn], land: &Boundaries, words: (&str, &str, &str)) -> String {
    drawing_with_lines(units, land, &[], words)
}

/// The same with lines over the land, those that should lie on top last.
#[must_use]
pub fn drawing_with_lines(
    units: &[Drawn],
    land: &Boundaries,
    lines: &[Line],
    (id, title, description): (&str, &str, &str),
) -> String {
    let pieces: Vec<Piece> = units.iter().filter_map(|unit| piece(unit, land)).collect();
    PageMap { id, title, description, pieces: &pieces }.svg_with_lines(lines)
}

fn piece<'a>(unit: &'a Drawn, land: &'a Boundaries) -> Option<Piece<'a>> {
    let prominence = if unit.is_foremost { Prominence::Foremost } else { Prominence::Other };
    Some(Piece {
        class: &unit.class,
        shape: shape(land, &unit.code)?,
        href: unit.href.clone(),
        told: unit.told.clone(),
        name: (!unit.name.is_empty()).then_some(Name { text: &unit.name, prominence }),
        seat: None,
        is_framed: unit.is_framed,
    })
}

fn shape<'a>(land: &'a Boundaries, code: &str) -> Option<&'a MultiPolygon<f64>> {
    let code = UnitCode::parse(code).ok()?;
    Some(&land.shapes[land.units.find(&code)?])
}

/// Corners of the whole map on one side; finer than any screen.
const FINE: f64 = 4000.0;

/// Land as a feature collection of `GeoJSON`, in degrees. Corners lie on one grid for all units, so that common borders stay
/// common; those that fall together are left out.
#[must_use]
pub fn features(units: Vec<(String, Value)>, land: &Boundaries) -> Value {
    let step = step(land);
    let feature = |(code, properties): (String, Value)| {
        let shape = shape(land, &code)?;
        let polygons: Vec<Value> = shape.iter().filter_map(|polygon| rings(polygon, step)).collect();
        let geometry = json!({"type": "MultiPolygon", "coordinates": polygons});
        Some(json!({"type": "Feature", "id": code, "properties": properties, "geometry": geometry}))
    };
    json!({"type": "FeatureCollection", "features": units.into_iter().filter_map(feature).collect::<Vec<_>>()})
}

fn rings(polygon: &geo_types::Polygon<f64>, step: f64) -> Option<Value> {
    let exterior = ring(polygon.exterior(), step)?;
    let holes = polygon.interiors().iter().filter_map(|hole| ring(hole, step));
    Some([exterior].into_iter().chain(holes).collect())
}

/// A ring on the grid; `None` if nothing of it is left.
fn ring(line: &LineString<f64>, step: f64) -> Option<Value> {
    let snap = |value: f64| ((value / step).round() * step * 1e6).round() / 1e6;
    let mut corners: Vec<(f64, f64)> = line.0.iter().map(|corner| (snap(corner.x), snap(corner.y))).collect();
    corners.dedup();
    (corners.len() >= 4).then(|| corners.into_iter().map(|(x, y)| json!([x, y])).collect())
}

fn step(land: &Boundaries) -> f64 {
    let corners = || land.shapes.iter().flat_map(|shape| shape.iter().flat_map(|polygon| polygon.exterior().0.iter()));
    let low = corners().map(|corner| corner.x).fold(f64::INFINITY, f64::min);
    let high = corners().map(|corner| corner.x).fold(f64::NEG_INFINITY, f64::max);
    let width = high - low;
    if width.is_finite() && width > 0.0 { width / FINE } else { 1e-6 }
}
