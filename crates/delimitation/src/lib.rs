//! Flow graphs to functional areas.
//!
//! Methods that put units into areas by their flows, contiguity and its repair, figures of quality, comparison of
//! partitions. Pure: no files, no clock, no hash order; the same input gives the same bytes. What flows and units are is
//! `miedza_territory`'s; reading them, drawing them and telling of them is for the floors above.

pub mod certainty;
pub mod chance;
pub mod compare;
pub mod contiguity;
pub mod diagonal;
pub mod distance;
pub mod error;
pub mod estimate;
pub mod fine_tuning;
pub mod generate;
pub mod method;
pub mod outline;
pub mod pieces;
pub mod quality;
pub mod repair;

pub use error::Error;
