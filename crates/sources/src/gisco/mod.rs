//! Local administrative units of Europe (LAU): Polish gminas, Czech municipalities and their neighbours in one list.
//!
//! Two tables hold them: the attributes of Eurostat's GISCO (`GISCO_ID`, `LAU_NAME`, `POP_2021`, `AREA_KM2`) and the
//! correspondence with NUTS 3 (`NUTS 3 CODE`, `LAU CODE`, `TOTAL AREA (m2)`), whose sheets are countries. Not here: their
//! polygons, which [`crate::boundary`] reads from the file that [`fetch()`] brings, and whether a code is the one of the
//! national register.
//!
//! # Known quirks
//! The names of columns of the correspondence are taken from memory of its editions and were not compared with a file.

mod error;
mod fetch;
mod parse;

pub use error::Error;
pub use fetch::{LICENCE, MOST_BYTES, PUBLISHER, SERVICE, address, cut_out, fetch};
pub use parse::{LocalUnit, read};
