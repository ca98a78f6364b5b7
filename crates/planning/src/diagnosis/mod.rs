//! What a diagnosis is made of: the catalogue of indicators, the values that they are reckoned from, and how each is reckoned
//! for a municipality and for an area.

pub mod block;
pub mod catalogue;
pub mod indicator;
pub mod survey;

pub use block::{Block, Cell, Years};
pub use catalogue::{Catalogue, CatalogueError};
pub use indicator::{Direction, Indicator, Part, Reckoned, Variable};
