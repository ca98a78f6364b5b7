//! What is on the map: units of the registers through the years, their figures and their boundaries.
//!
//! A unit is kept once for each run of editions that show it alike ([`intervals`]), so a year more of a register costs only
//! what changed in it. What is loaded here is no content of a partnership: each loading is one line in the trail, which
//! names the source and says how much it was.

mod boundaries;
mod editions;
mod figures;
mod intervals;
mod units;

pub use boundaries::{BoundarySet, Shape, sealed as sealed_shape};
pub use editions::{EditionKept, EditionSaved, sealed as sealed_edition};
pub use figures::{FigureSet, KeptFigure, sealed as sealed_figure};
pub use intervals::KeptUnit;
pub use units::{UnitOrder, UnitQuestion};

use crate::Error;

/// Rows written by one statement.
const ROWS: usize = 300;

/// A kept word read as the type that it names.
fn read<T: std::str::FromStr>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|_| Error::Unreadable { what: format!("word {text}") })
}
