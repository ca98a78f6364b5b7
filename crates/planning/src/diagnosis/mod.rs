//! What a diagnosis is made of: the catalogue of indicators, and how each is reckoned for a municipality and for an area.

pub mod catalogue;
pub mod indicator;

pub use catalogue::{Catalogue, CatalogueError};
pub use indicator::{Direction, Indicator, Part, Reckoned, Variable};
