//! The land of units: polygons, and the point where a unit's seat stands.

use geo_types::{Coord, MultiPolygon};

use crate::index::UnitVec;
use crate::unit::Units;

/// Where the seat of a unit stands, longitude and latitude in degrees (WGS 84).
pub type Seat = Coord<f64>;

/// Polygons of units, longitude and latitude in degrees (WGS 84), outer rings counter-clockwise, as RFC 7946 asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundaries {
    /// The units that have a polygon, in order.
    pub units: Units,
    /// One multipolygon per unit.
    pub shapes: UnitVec<MultiPolygon<f64>>,
    /// The name that the file of boundaries gives; `None` where it gives none.
    pub names: UnitVec<Option<String>>,
    /// Whether the polygons are cells drawn around seats, not the land of the units.
    pub schematic: bool,
}

impl Boundaries {
    /// Only the boundaries of these units.
    #[must_use]
    pub fn of_units(self, units: &Units) -> Self {
        let shapes = self.shapes.into_inner().into_iter().zip(self.names.into_inner());
        let mut rows: Vec<_> =
            self.units.codes().iter().cloned().zip(shapes).filter(|(code, _)| units.find(code).is_some()).collect();
        // Fewer codes may sort in another way: numbers by number, once the texts among them are gone.
        let units = Units::new(rows.iter().map(|(code, _)| code.clone()).collect());
        rows.sort_by_key(|(code, _)| units.find(code));
        let (shapes, names): (Vec<_>, Vec<_>) = rows.into_iter().map(|(_, row)| row).unzip();
        Self { units, shapes: UnitVec::new(shapes), names: UnitVec::new(names), schematic: self.schematic }
    }
}
