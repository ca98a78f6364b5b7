//! One document tree and its writers: what a report says stands in a [`document::Document`], how it looks in PDF, DOCX and
//! HTML stands in the writers.
//!
//! Writers know nothing of delimitation and of no human language; reports know nothing of page formats. [`delimitation`]
//! and [`diagnosis`] turn a study into a document, [`figure`] draws maps and charts, [`xlsx`] writes tables for those who
//! reckon on. No file is read or written here and no clock is asked: the same study gives the same bytes.

mod columns;
pub mod delimitation;
pub mod diagnosis;
pub mod document;
pub mod docx;
mod error;
pub mod figure;
mod front;
pub mod html;
mod markup;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod xlsx;

pub use document::Document;
pub use error::Error;
