//! Writes a document as DOCX: the few parts of the Office Open XML package that a report needs, by hand.
//!
//! Written here and not by a library, because the libraries at hand cannot give a picture a description, repeat the head
//! of a table or set the language of the text, and those three are what makes the file accessible. Real headings and
//! captions with fields, so that Word can list and number them anew; page numbers in the footer; A4.
//!
//! Standard: ECMA-376, Part 1 (WordprocessingML, DrawingML) and Part 2 (packages).

mod body;
mod parts;
mod tables;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::document::{Block, Document};
use crate::error::Error;

/// Dots of a picture per unit of the drawing: 640 units become 162 mm at 200 dots per inch.
const PICTURE_SCALE: f32 = 2.0;

/// The document as a DOCX package.
///
/// The same document gives the same bytes.
///
/// # Errors
/// [`Error::Typesetting`] if a drawing is no SVG.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let pictures = pictures(document)?;
    let sizes: Vec<(u32, u32)> = pictures.iter().map(|picture| size(picture)).collect();
    let body = body::document(document, &sizes);
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), parts::CONTENT_TYPES.into()),
        ("_rels/.rels".to_owned(), parts::PACKAGE_RELATIONS.into()),
        ("docProps/core.xml".to_owned(), parts::core(document).into()),
        ("docProps/app.xml".to_owned(), parts::APP.into()),
        ("word/document.xml".to_owned(), body.xml.into()),
        ("word/styles.xml".to_owned(), parts::styles(document).into()),
        ("word/numbering.xml".to_owned(), parts::numbering(body.numbered_lists).into()),
        ("word/settings.xml".to_owned(), parts::settings(document).into()),
        ("word/fontTable.xml".to_owned(), parts::FONTS.into()),
        ("word/header1.xml".to_owned(), parts::header(document).into()),
        ("word/footer1.xml".to_owned(), parts::footer(document).into()),
        ("word/_rels/document.xml.rels".to_owned(), parts::relations(pictures.len()).into()),
    ];
    for (number, picture) in pictures.into_iter().enumerate() {
        parts.push((format!("word/media/figure{}.png", number + 1), picture));
    }
    package(parts)
}

fn pictures(document: &Document) -> Result<Vec<Vec<u8>>, Error> {
    let figures = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    figures.map(|figure| Ok(miedza_typesetting::png(&figure.svg, PICTURE_SCALE)?)).collect()
}

/// Width and height of a PNG, which stand at fixed places of its head.
fn size(picture: &[u8]) -> (u32, u32) {
    let number = |from: usize| picture.get(from..from + 4).and_then(|bytes| bytes.try_into().ok()).map_or(1, u32::from_be_bytes);
    (number(16), number(20))
}

fn package(parts: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, Error> {
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        package.start_file(name, options)?;
        package.write_all(&bytes)?;
    }
    Ok(package.finish()?.into_inner())
}
