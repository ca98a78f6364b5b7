//! The land of units as it is kept: boundaries of the year that fits best, else the cells drawn around seats.

use std::collections::BTreeMap;

use geo_types::{LineString, MultiPolygon};
use miedza_sources::boundary;
use miedza_store::Store;
use miedza_territory::{Boundaries, UnitCode, UnitVec, Units};

use crate::failure::Failure;

/// The shape of a unit with where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitShape {
    /// The land, or the cell drawn around the seat.
    land: MultiPolygon<f64>,
    /// Whether it is such a cell.
    pub is_schematic: bool,
    /// The year whose state it shows.
    pub year: u16,
    /// Where it comes from.
    pub source: String,
}

impl UnitShape {
    /// Its polygons: rings of places, longitude before latitude, the outer ring first.
    pub fn polygons(&self) -> impl Iterator<Item = Vec<Vec<[f64; 2]>>> {
        let ring = |ring: &LineString<f64>| ring.0.iter().map(|corner| [corner.x, corner.y]).collect();
        self.land.0.iter().map(move |polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect())
    }
}

/// The shapes of units that fit a year best, each with its source: land where the unit has it, else its cell; a unit without
/// either is missing.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn unit_shapes(store: &Store, codes: &[UnitCode], year: u16) -> Result<BTreeMap<UnitCode, UnitShape>, Failure> {
    let sets = store.boundary_sets().await?;
    let mut shapes = BTreeMap::new();
    for shape in store.boundaries(codes, year).await? {
        let set = sets.iter().find(|set| set.id == shape.set);
        // A shape that cannot be read leaves its unit without one, as if it had not been imported.
        if let (Some(set), Ok(land)) = (set, boundary::from_wkb(&shape.wkb)) {
            let (is_schematic, source) = (set.is_schematic, set.source.clone());
            shapes.insert(shape.code, UnitShape { land, is_schematic, year: set.year, source });
        }
    }
    Ok(shapes)
}

/// The shapes of units that fit a year best, the newest where no year is wanted; land counts where any unit has it, else
/// drawn cells. `None` where no unit has either.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn shapes(store: &Store, codes: &[UnitCode], year: Option<u16>) -> Result<Option<Boundaries>, Failure> {
    let sets: BTreeMap<String, bool> = store.boundary_sets().await?.into_iter().map(|set| (set.id, set.is_schematic)).collect();
    let kept = store.boundaries(codes, year.unwrap_or(u16::MAX)).await?;
    let is_cell = |set: &String| sets.get(set).copied().unwrap_or(false);
    let schematic = kept.iter().all(|shape| is_cell(&shape.set));
    let mut shapes = Vec::with_capacity(kept.len());
    for shape in kept.iter().filter(|shape| schematic || !is_cell(&shape.set)) {
        // A shape that cannot be read leaves its unit without one, as if it had not been imported.
        if let Ok(land) = boundary::from_wkb(&shape.wkb) {
            shapes.push((shape.code.clone(), land));
        }
    }
    if shapes.is_empty() {
        return Ok(None);
    }
    let units = Units::new(shapes.iter().map(|(code, _)| code.clone()).collect());
    shapes.sort_by_key(|(code, _)| units.find(code));
    let names = UnitVec::filled(shapes.len(), None);
    let shapes = UnitVec::new(shapes.into_iter().map(|(_, land)| land).collect());
    Ok(Some(Boundaries { units, shapes, names, schematic }))
}
