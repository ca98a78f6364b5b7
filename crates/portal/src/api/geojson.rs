//! Areas as GeoJSON (RFC 7946): rings turn as the standard wants, places are in degrees of WGS 84 with six decimals.
//!
//! Each feature says whether its shape is the land of its unit or a cell drawn around its seat, and where it comes from. A
//! unit without a shape is a feature without a geometry, so that no unit is missing.

use std::collections::BTreeMap;

use miedza_planning::values::Day;
use miedza_territory::UnitCode;
use miedza_workflows::Failure;
use miedza_workflows::territory::{UnitShape, unit_shapes};
use serde_json::{Map, Value, json};

use super::column::Named;
use super::record::Around;
use crate::frame::Asker;

/// The shapes of units as they were in a year.
pub struct Land(BTreeMap<UnitCode, UnitShape>);

impl Land {
    /// The shapes that fit the year best.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn of(asker: &Asker, codes: &[UnitCode], year: u16) -> Result<Self, Failure> {
        Ok(Self(unit_shapes(asker.app.store(), codes, year).await?))
    }

    /// A unit as a feature: what is said of it, its shape, and what kind of shape that is.
    pub fn feature(&self, unit: &Named, said: Map<String, Value>) -> Value {
        let shape = UnitCode::parse(&unit.id).ok().and_then(|code| self.0.get(&code));
        let mut properties = Map::from_iter([("code".to_owned(), json!(unit.id)), ("name".to_owned(), json!(unit.name))]);
        properties.extend(said);
        let of_shape = [
            ("schematic", json!(shape.map(|shape| shape.is_schematic))),
            ("boundary_year", json!(shape.filter(|shape| !shape.is_schematic).map(|shape| shape.year))),
            ("boundary_source", json!(shape.map(|shape| &shape.source))),
        ];
        properties.extend(of_shape.map(|(name, value)| (name.to_owned(), value)));
        json!({
            "type": "Feature",
            "id": unit.id,
            "geometry": shape.map_or(Value::Null, geometry),
            "properties": properties,
        })
    }

    /// Whether any of the shapes is a cell drawn around a seat.
    pub fn is_schematic(&self) -> bool {
        self.0.values().any(|shape| shape.is_schematic)
    }

    /// West, south, east, north of all shapes.
    fn bounds(&self) -> Option<[f64; 4]> {
        let mut corners = self.0.values().flat_map(UnitShape::polygons).flatten().flatten().peekable();
        corners.peek()?;
        let start = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        let bounds =
            corners.fold(start, |[west, south, east, north], [x, y]| [west.min(x), south.min(y), east.max(x), north.max(y)]);
        Some(bounds.map(rounded))
    }

    /// The features with what is said about all of them.
    pub fn collection(&self, features: Vec<Value>, about: Map<String, Value>) -> Map<String, Value> {
        let mut collection = Map::from_iter([("type".to_owned(), json!("FeatureCollection"))]);
        if let Some(bounds) = self.bounds() {
            collection.insert("bbox".to_owned(), json!(bounds));
        }
        collection.extend(about);
        collection.insert("schematic".to_owned(), json!(self.is_schematic()));
        collection.insert("features".to_owned(), Value::Array(features));
        collection
    }
}

/// Six decimals: a tenth of a metre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// One polygon, or several.
fn geometry(shape: &UnitShape) -> Value {
    let mut polygons: Vec<Value> = shape.polygons().map(polygon).collect();
    match polygons.len() {
        0 => Value::Null,
        1 => json!({"type": "Polygon", "coordinates": polygons.pop()}),
        _ => json!({"type": "MultiPolygon", "coordinates": polygons}),
    }
}

/// The ring around turns against the clock, those around holes with it.
fn polygon(rings: Vec<Vec<[f64; 2]>>) -> Value {
    let turned = |(number, ring): (usize, Vec<[f64; 2]>)| {
        let mut ring: Vec<[f64; 2]> = ring.into_iter().map(|corner| corner.map(rounded)).collect();
        ring.dedup();
        if (doubled_area(&ring) > 0.0) != (number == 0) {
            ring.reverse();
        }
        ring
    };
    // A ring that vanished by rounding is none.
    let rings = rings.into_iter().enumerate().map(turned).filter(|ring| ring.len() >= 4);
    json!(rings.collect::<Vec<_>>())
}

/// Twice the area of a ring, above zero if it turns against the clock.
fn doubled_area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|side| side[0][0] * side[1][1] - side[1][0] * side[0][1]).sum()
}

/// The year of a day.
pub fn year_of(day: Day) -> u16 {
    u16::try_from(day.year()).unwrap_or(u16::MAX)
}

/// Names of units for features.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn names(asker: &Asker, codes: &[UnitCode]) -> Result<Around, Failure> {
    let mut around = Around::default();
    around.add_units(asker, codes.iter().map(UnitCode::as_str)).await?;
    Ok(around)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ring_around_turns_against_the_clock_and_holes_with_it() {
        let clockwise = || vec![[0.0, 0.0], [0.0, 4.0], [4.0, 4.0], [4.0, 0.0], [0.0, 0.0]];
        let hole = vec![[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0], [1.0, 1.0]];

        let written = polygon(vec![clockwise(), hole]);

        let rings: Vec<Vec<[f64; 2]>> = serde_json::from_value(written).expect("rings");
        assert!(doubled_area(&rings[0]) > 0.0 && doubled_area(&rings[1]) < 0.0, "{rings:?}");
        assert!(rings.iter().all(|ring| ring.first() == ring.last()));
    }

    #[test]
    fn places_have_six_decimals() {
        assert_eq!(json!(rounded(16.284_355_499_9)), json!(16.284_355));
    }
}
