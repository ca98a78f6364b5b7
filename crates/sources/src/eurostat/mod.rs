//! Eurostat's statistics service: which address to ask, and what its answers say.
//!
//! An answer is a cube in JSON-stat, or a refusal in one of three shapes. Here a cube becomes one observation per unit and
//! time; a flag that says why there is no value becomes that reason, and the other flags stay with the value. Not here:
//! which dataset holds which figure. [`fetch()`] alone asks the service.
//!
//! # Source
//! Eurostat, API Statistics, data query (2024); the flags are those of its code lists of observation and
//! confidentiality status.

mod address;
mod answer;
mod error;
mod fetch;
mod flag;
mod observation;

pub use address::{GeoLevel, Language, Query, SERVICE, Times};
pub use answer::parse;
pub use error::Error;
pub use fetch::fetch;
pub use flag::{Flag, Flags};
pub use observation::{Observation, observations};
