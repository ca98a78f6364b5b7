//! Writes a document as PDF: the tree goes to the template as data, the template sets the pages.
//!
//! The look stands in `templates/document.typ`; nothing of a document ever becomes template source.

use std::collections::BTreeMap;

use miedza_typesetting::Source;

use crate::columns::Room;
use crate::document::{Block, Document};
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
    let data = serde_json::to_vec(&fitted(document))?;
    let source = Source {
        template: TEMPLATE.to_owned(),
        files: BTreeMap::from([("/document.json".to_owned(), data)]),
        identity: format!("{} {}", document.title, document.identity),
        day: (document.day.year, document.day.month, document.day.day),
    };
    Ok(miedza_typesetting::pdf(&source)?)
}

/// The document with columns wide enough for their words, wherever a page has the room.
fn fitted(document: &Document) -> Document {
    let mut document = document.clone();
    for block in &mut document.blocks {
        let Block::Table(table) = block else { continue };
        let room = if table.columns.len() > MANY { SMALL_ROOM } else { ROOM };
        if room.holds(table) {
            let widths = room.widths(table);
            for (column, width) in table.columns.iter_mut().zip(widths) {
                column.width = tenths(width);
            }
        }
    }
    document
}

/// Tables with more columns have smaller letters; as the template has it.
const MANY: usize = 7;
/// Room of a table: 160 mm.
const ROOM: Room = Room { width: 453.5, letters: 8.8, padding: 9.0 };
/// The same with smaller letters.
const SMALL_ROOM: Room = Room { width: 453.5, letters: 7.6, padding: 6.0 };

/// A width as a share: tenths of a point.
fn tenths(width: f64) -> u16 {
    format!("{:.0}", width * 10.0).parse().unwrap_or(u16::MAX)
}
