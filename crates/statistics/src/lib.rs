//! Figures from observations of units: pure functions, each named as the literature names it, with the source of its method.
//!
//! A value that is missing stays missing: it is never 0, and every figure says how many values it rests on. Sums run in the
//! order of the units, so that the same input gives the same bytes with any number of threads.

pub mod aggregate;
mod chance;
pub mod composite;
mod distribution;
mod error;
pub mod inequality;
mod known;
pub mod location_quotient;
pub mod peers;
pub mod projection;
pub mod rank;
pub mod shift_share;
pub mod spatial;
pub mod standardise;
pub mod summary;
pub mod trend;
pub mod typology;

pub use error::Error;
