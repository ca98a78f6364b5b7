//! Tables of anybody's own: which column holds the unit, the variable, the period and the value is said by a mapping.
//!
//! A mapping can be kept and comes back from a form; [`guess()`] proposes one from the names of columns in Polish, Czech and
//! English and from what stands below them, and says whether it is sure. Rows are gone through once, with some 24 bytes kept
//! for a value, and what cannot be read is refused with its line; see [`observations::read`](crate::observations::read()).
//! Tables of SMUP (code of the unit, name of the indicator, year, value, unit of measure) are of the long shape. Not here:
//! what a code means, and formats of offices.

mod guess;
mod heading;
mod mapping;
mod read;

pub use guess::{ColumnSeen, Guess, guess};
pub use mapping::{ColumnOrFixed, Mapping, Shape, WideColumn};
pub(crate) use read::{Rest, read};
