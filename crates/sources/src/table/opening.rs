//! From bytes to rows: what the file is, what is packed in it, and which reader takes it.

use std::io::{Cursor, Read};

use bytes::Bytes;

use super::archive::Archive;
use super::content::Kind;
use super::row::Rows;
use super::{Format, bounded, columnar, content, delimited, grid, objects, opendocument, workbook};
use crate::Error;

/// A table whose header is not known yet.
pub(super) struct Sheet {
    pub(super) name: Option<String>,
    pub(super) rows: Box<dyn Rows>,
}

/// The sheet that a person asked for, or all.
pub(super) fn chosen(file: &str, sheets: Vec<Sheet>, wanted: Option<&str>) -> Result<Vec<Sheet>, Error> {
    let Some(wanted) = wanted else { return Ok(sheets) };
    let names: Vec<String> = sheets.iter().filter_map(|sheet| sheet.name.clone()).collect();
    let found: Vec<Sheet> = sheets.into_iter().filter(|sheet| sheet.name.as_deref() == Some(wanted)).collect();
    if found.is_empty() {
        return Err(Error::NoSuchSheet { file: file.into(), sheet: wanted.into(), sheets: names.join(", ").into() });
    }
    Ok(found)
}

/// Opens a file, whatever it is.
pub(super) fn sheets(file: &str, bytes: Bytes) -> Result<(Format, Vec<Sheet>), Error> {
    match content::kind(&bytes) {
        _ if bytes.is_empty() => Err(Error::Empty { file: file.into() }),
        Kind::Gzip => gzipped(file, bytes),
        Kind::Text => text(file, Box::new(Cursor::new(bytes)), None),
        _ => unpacked(file, bytes.into()),
    }
}

/// What lies in a gzip file: text is streamed, all else is unpacked first.
fn gzipped(file: &str, bytes: Bytes) -> Result<(Format, Vec<Sheet>), Error> {
    let packed = bounded::length(&bytes);
    let mut start = Vec::new();
    let sample =
        bounded::Bounded::new(flate2::bufread::MultiGzDecoder::new(&bytes[..]), packed).take(512).read_to_end(&mut start);
    sample.map_err(|error| bounded::told(file, 0, &error))?;
    match content::kind(&start) {
        _ if start.is_empty() => Err(Error::Empty { file: file.into() }),
        Kind::Text => text(file, Box::new(bounded::gunzip(bytes)), None),
        Kind::Gzip => Err(Error::NotATable { file: file.into(), found: "it is packed twice; unpack it first".into() }),
        _ => unpacked(file, bounded::read_all(file, bounded::gunzip(bytes), packed)?),
    }
}

/// The text of a file that is JSON, packed or not; `None` for any other.
pub(super) fn json(file: &str, bytes: Bytes) -> Result<Option<Bytes>, Error> {
    let unpacked = match content::kind(&bytes) {
        Kind::Json => return Ok(Some(bytes)),
        Kind::Gzip => {
            let mut start = Vec::new();
            let sample = bounded::gunzip(bytes.clone()).take(512).read_to_end(&mut start);
            // What is cut off is told by the reader that takes the whole.
            if sample.is_err() || content::kind(&start) != Kind::Json {
                return Ok(None);
            }
            let packed = bounded::length(&bytes);
            bounded::read_all(file, bounded::gunzip(bytes), packed)?
        }
        _ => return Ok(None),
    };
    Ok(Some(unpacked.into()))
}

/// A file that is held in memory as a whole.
fn unpacked(file: &str, bytes: Vec<u8>) -> Result<(Format, Vec<Sheet>), Error> {
    let alone = |rows: Box<dyn Rows>| vec![Sheet { name: None, rows }];
    match content::kind(&bytes) {
        Kind::Zip => zipped(file, Archive::open(file, bytes)?),
        Kind::Parquet => Ok((Format::Parquet, alone(Box::new(columnar::Columnar::open(file, bytes)?)))),
        Kind::Json => Ok((Format::Json, alone(Box::new(objects::Objects::parse(file, &bytes)?)))),
        Kind::Utf16Little => text(file, transcoded(encoding_rs::UTF_16LE, &bytes), Some("UTF-16LE")),
        Kind::Utf16Big => text(file, transcoded(encoding_rs::UTF_16BE, &bytes), Some("UTF-16BE")),
        Kind::Other(found) => Err(Error::NotATable { file: file.into(), found: found.into() }),
        Kind::Gzip | Kind::Text => text(file, Box::new(Cursor::new(bytes)), None),
    }
}

fn transcoded(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Box<dyn Read + Send> {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Box::new(Cursor::new(text.into_owned().into_bytes()))
}

fn text(file: &str, input: Box<dyn Read + Send>, original: Option<&'static str>) -> Result<(Format, Vec<Sheet>), Error> {
    let rows = Box::new(delimited::Delimited::new(file, input, original)?);
    Ok((Format::Text, vec![Sheet { name: None, rows }]))
}

/// A workbook, or the only file of an archive.
fn zipped(file: &str, archive: Archive) -> Result<(Format, Vec<Sheet>), Error> {
    let sheets = |grids: Vec<(String, grid::Grid)>| {
        let sheet = |(name, grid)| Sheet { name: Some(name), rows: Box::new(grid::GridRows::new(grid)) };
        grids.into_iter().filter(|(_, grid)| !grid.is_empty()).map(sheet).collect()
    };
    if archive.has("xl/workbook.xml") {
        return Ok((Format::Xlsx, sheets(workbook::sheets(file, archive)?)));
    }
    if archive.has("content.xml") {
        return Ok((Format::Ods, sheets(opendocument::sheets(file, &archive)?)));
    }
    let [only] = &archive.names[..] else {
        let found = format!("it is an archive of {} files; unpack it and give the one with the table", archive.names.len());
        return Err(Error::NotATable { file: file.into(), found: found.into() });
    };
    let inside = archive.entry(only)?;
    match content::kind(&inside) {
        Kind::Zip | Kind::Gzip => {
            Err(Error::NotATable { file: file.into(), found: "it is packed twice; unpack it first".into() })
        }
        _ if inside.is_empty() => Err(Error::Empty { file: file.into() }),
        _ => unpacked(file, inside),
    }
}
