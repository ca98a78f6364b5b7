//! The Polish register of borders (PRG): what is asked of its service of features (WFS 2.0.0), and how its pages become one
//! document.
//!
//! [`fetch()`] asks page by page, [`parse()`] tells what a page holds and [`join()`] puts the members of all pages under one root;
//! the polygons in it are read by [`crate::boundary`].
//!
//! # Source
//! GUGiK, service `PZGIK/PRG/WFS/AdministrativeBoundaries`; OGC 09-025r2 (WFS 2.0), OGC 09-026r2 (filters).

mod error;
mod fetch;
mod join;
mod parse;

pub use error::Error;
pub use fetch::{LICENCE, Layer, MOST_BYTES, PUBLISHER, Question, SERVICE, fetch};
pub use join::join;
pub use parse::{Page, parse};
