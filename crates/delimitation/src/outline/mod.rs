//! How units and areas look on a map: areas as one shape, lighter shapes, sizes, places for labels, and cells around
//! seats where the land is not known.
//!
//! Everything works on boundaries as they are; which units touch is `contiguity`, drawing is for the floors above.

mod dissolve;
mod label;
mod locate;
mod schematic;
mod simplify;
mod size;
mod stitch;

#[cfg(test)]
mod tests;

pub use dissolve::{areas_of, dissolve};
pub use label::label_point;
pub use locate::Locator;
pub use schematic::schematic;
pub use simplify::simplify;
pub use size::area_km2;

/// Why an outline could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A vertex that is no place.
    #[error("the boundary of unit {unit} has a vertex that is not a longitude and latitude")]
    Vertex {
        /// Code of the unit.
        unit: miedza_territory::UnitCode,
    },
    /// Two units whose seats are one point.
    #[error("the seats of units {one} and {other} lie at the same place")]
    SameSeat {
        /// Code of the first unit.
        one: miedza_territory::UnitCode,
        /// Code of the second unit.
        other: miedza_territory::UnitCode,
    },
    /// A seat that is no place.
    #[error("the seat of unit {unit} is not at a longitude and latitude")]
    Seat {
        /// Code of the unit.
        unit: miedza_territory::UnitCode,
    },
}
