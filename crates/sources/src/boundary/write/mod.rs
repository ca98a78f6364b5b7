//! Polygons with attributes to the files that geographers open: GeoJSON and GeoPackage.
//!
//! A layer is a table with a shape in each row; what its columns mean is for the caller. Same layers, same bytes: no
//! clock is asked, and members and rows stay in the order given. Polygons are longitude and latitude (WGS 84).

mod geojson;
mod geopackage;
mod wkb;

use geo_types::{Coord, MultiPolygon};

pub use geojson::{geojson, write_geojson};
pub use geopackage::{geopackage, write_geopackage};
pub use wkb::to_wkb;

/// A table with shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer<'a> {
    /// Its name: `areas`, `units`.
    pub name: &'a str,
    /// What stands in each row, in order.
    pub columns: Vec<Column<'a>>,
    /// The rows, in order.
    pub rows: Vec<Row<'a>>,
}

/// A column of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// Its name, without regard to case unlike all others and unlike `fid` and `geom`.
    pub name: &'a str,
    /// What its values are.
    pub kind: ColumnKind,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers.
    Real,
    /// Yes or no.
    Flag,
}

/// A row of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The shape; `None` where the land is not known.
    pub geometry: Option<&'a MultiPolygon<f64>>,
    /// One value per column; missing ones at the end count as [`Cell::Missing`].
    pub values: Vec<Cell>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value.
    Missing,
    /// Text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number; not a finite one counts as missing.
    Real(f64),
    /// Yes or no.
    Flag(bool),
}

impl<'a> Column<'a> {
    /// A column of this name and kind.
    #[must_use]
    pub const fn new(name: &'a str, kind: ColumnKind) -> Self {
        Self { name, kind }
    }
}

/// West, south, east and north ends; `None` without any point.
struct Extent {
    low: Coord<f64>,
    high: Coord<f64>,
}

impl Extent {
    fn of<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon<f64>>) -> Option<Self> {
        let mut extent: Option<Self> = None;
        for polygon in shapes.into_iter().flatten() {
            let (low, high) = miedza_territory::ring::box_of(&polygon.exterior().0);
            let so_far = extent.unwrap_or(Self { low, high });
            extent = Some(Self {
                low: Coord { x: so_far.low.x.min(low.x), y: so_far.low.y.min(low.y) },
                high: Coord { x: so_far.high.x.max(high.x), y: so_far.high.y.max(high.y) },
            });
        }
        extent
    }
}

#[cfg(test)]
mod tests;
