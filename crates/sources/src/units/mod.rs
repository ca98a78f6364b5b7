//! Figures, names, seats and areas of units: files with one row per unit.
//!
//! The columns of the code and of the value are found by name or given. Codes of six and of seven digits are joined both
//! ways, a part of a municipality never beside its whole. A value that is not there stays missing, with its reason.

mod areas;
pub(crate) mod columns;
pub(crate) mod figures;
mod join;
pub(crate) mod listed;
pub(crate) mod period;
mod seats;

pub use miedza_territory::Figure;

pub use areas::{Areas, read_areas};
pub use columns::Source;
pub use figures::{Figures, Joined, Wanted, open_figures, read_figures};
pub use join::{Join, Match};
pub use seats::{Seats, open_seats, read_seats};
