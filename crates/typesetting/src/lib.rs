//! Pages and pictures from a template and data, everything in memory: the wall around the Typst compiler.
//!
//! This crate exists to keep a heavy dependency in one place (feature `pdf`), and to own the fonts that pages and map
//! pictures are set in. It knows no report, no language and no method: a template and its files go in, bytes come out.
//! It reads no file, asks no clock and no network; the same source gives the same bytes. The text of people reaches the
//! template as data files, never as template source, so it cannot act as markup.

mod error;
#[cfg(feature = "pdf")]
mod fonts;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
#[cfg(feature = "pdf")]
mod world;

pub use error::Error;
#[cfg(feature = "pdf")]
pub use pdf::{Source, pdf};
pub use picture::png;

/// Lato Regular, under the SIL Open Font License (`fonts/OFL.txt`): the sans serif of headings, tables and maps.
pub(crate) const SANS_REGULAR: &[u8] = include_bytes!("../fonts/Lato-Regular.ttf");

/// Lato Bold, under the same licence.
pub(crate) const SANS_BOLD: &[u8] = include_bytes!("../fonts/Lato-Bold.ttf");
