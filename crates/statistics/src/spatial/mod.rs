//! Spatial association: whether neighbouring units are more alike than chance would have it, and where.
//!
//! [`Weights`] say who is whose neighbour and how much it counts, [`moran::global`] says whether a figure is spread over the
//! land by chance, [`local::local`] names the units where it is not, for a map of clusters and outliers. Polygons, files and
//! sentences are for other rooms.
//!
//! A unit whose value is missing takes no part, as if it were not on the map: others lose a neighbour, and weights that are
//! row-standardised are standardised anew over those that remain. It is counted. A unit without neighbours takes part in the
//! mean and may be drawn, has no figure of its own, and is listed.
//!
//! Numbers of permutations come from their own place, of (seed, unit, permutation): the same input gives the same bytes with any
//! number of threads.
//!
//! ```
//! use miedza_statistics::spatial::{Standardisation, Weights, moran};
//! use miedza_territory::{Neighbours, UnitIx, UnitVec};
//!
//! // Four units in a row, and a figure that rises along it.
//! let pairs = (0..3).map(|unit| (UnitIx::new(unit), UnitIx::new(unit + 1), None));
//! let weights = Weights::contiguity(&Neighbours::from_pairs(4, pairs), Standardisation::None);
//! let values = UnitVec::new(vec![Some(1.0), Some(2.0), Some(3.0), Some(4.0)]);
//!
//! let found = moran::global(&values, &weights, None)?;
//!
//! assert!((found.i - 1.0 / 3.0).abs() < 1e-12);
//! # Ok::<(), miedza_statistics::spatial::Error>(())
//! ```

pub mod error;
pub mod local;
pub mod moran;
pub mod permutation;
pub mod places;
mod sample;
pub mod significance;
pub mod weights;

pub use error::Error;
pub use permutation::{Permutations, Tail};
pub use places::Places;
pub use weights::{Reach, Standardisation, Weights};
