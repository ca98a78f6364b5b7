//! Writes a document as PDF: the tree goes to the template as data, the template sets the pages.
//!
//! The look stands in `templates/document.typ`; nothing of a document ever becomes template source.

use std::collections::BTreeMap;

use miedza_typesetting::Source;

use crate::document::Document;
use crate::error::Error;

/// The look of all reports.
const TEMPLATE: &str = include_str!("../templates/document.typ");

/// The document as a tagged PDF (PDF/UA-1 and PDF/A-2a), A4.
///
/// The same document gives the same bytes.
///
/// # Errors
/// [`Error::Typesetting`] if the pages cannot be set, for example for a drawing that is no SVG.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let data = serde_json::to_vec(document)?;
    let source = Source {
        template: TEMPLATE.to_owned(),
        files: BTreeMap::from([("/document.json".to_owned(), data)]),
        identity: format!("{} {}", document.title, document.identity),
        day: (document.day.year, document.day.month, document.day.day),
    };
    Ok(miedza_typesetting::pdf(&source)?)
}
