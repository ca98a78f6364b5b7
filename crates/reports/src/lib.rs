//! One document tree and its writers: what a report says stands in a [`document::Document`], how it looks in PDF, DOCX and
//! HTML stands in the writers.
//!
//! Writers know nothing of delimitation and of no human language; reports know nothing of page formats. [`delimitation`]
//! turns a study into a document, [`figure`] draws maps. No file is read or written here and no clock is asked: the same
//! study gives the same bytes.

pub mod delimitation;
pub mod document;
pub mod docx;
mod error;
pub mod figure;
pub mod html;
mod markup;
#[cfg(feature = "pdf")]
pub mod pdf;

pub use document::Document;
pub use error::Error;
