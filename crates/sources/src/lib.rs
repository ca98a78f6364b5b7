//! Files of the world become territory: flow tables, registers, figures per unit, boundaries.
//!
//! This floor knows files, not methods. A file is recognised by its content, never by its name; whatever cannot be read
//! is refused with the file, the row and the column, and whatever was changed while reading (codes padded, parts folded,
//! flows suppressed) is counted in a report. Parse functions take bytes, `open` reads from disk, `fetch` asks a
//! service through the one room that knows the network, [`service`]; nothing here calculates.

pub mod bdl;
pub mod boundary;
pub mod commuting;
pub mod czso;
mod error;
pub mod eurostat;
pub mod gisco;
pub mod gus;
pub mod json_stat;
pub mod observations;
pub mod own;
pub mod prg;
pub mod ruian;
pub mod service;
pub mod table;
pub mod teryt;
pub mod units;

pub use error::Error;
