//! Czech municipalities as the register of territorial identification (RÚIAN) and files made from it show them: features
//! with `kod` and `nazev`, or `kod`, `ob` (name), `ok` (district) and `obv` (inhabitants).
//!
//! Their polygons are read by [`crate::boundary`]; here their attributes become a register. Some files cut Prague into
//! its 22 administrative districts. They become parts of the one municipality 554782, which is added with the sum of
//! their inhabitants, so that figures and maps of either kind find their unit. [`fetch()`] alone asks the service.

mod error;
mod fetch;
mod parse;

pub use error::Error;
pub use fetch::{LICENCE, Layer, MOST_BYTES, PUBLISHER, SERVICE, fetch, join};
pub use parse::{open, parse};
