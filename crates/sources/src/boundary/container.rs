//! What kind of file the bytes are, found by content, and the parts of a Shapefile, beside it or inside an archive.

use std::io::Cursor;
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::Error;
use super::feature::Features;
use super::packing::{kept_whole, measured, unwrapped};
use super::shapefile::{self, Parts};
use super::{Options, geopackage, gml, json};

/// Most files in an archive; boundaries come in a handful.
const MOST_ENTRIES: usize = 2_000;

/// Reads the bytes of a file, whatever kind of boundaries they are; `beside` finds the other parts of a Shapefile.
pub(super) fn features(
    file: &str,
    bytes: Vec<u8>,
    beside: &dyn Fn(&str) -> Option<Vec<u8>>,
    options: &Options<'_>,
) -> Result<Features, Error> {
    let bytes = unwrapped(file, bytes)?;
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(file, &bytes, options);
    }
    if bytes.starts_with(b"SQLite format 3\0") {
        return geopackage::read(file, &bytes, options);
    }
    if bytes.starts_with(&[0, 0, 0x27, 0x0a]) {
        let parts = Parts { dbf: beside("dbf"), prj: beside("prj"), cpg: beside("cpg"), shp: bytes };
        return shapefile::read(file, &parts);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii_start();
    match text.first() {
        Some(b'{') => json::read(file, &bytes, options),
        Some(b'<') if !is_page(text) => gml::read(file, text),
        None => Err(Error::Empty { file: file.to_owned() }),
        Some(_) => Err(Error::UnknownKind { file: file.to_owned(), found: looks_like(text).to_owned() }),
    }
}

fn is_page(text: &[u8]) -> bool {
    let start = text.get(..14).unwrap_or(text).to_ascii_lowercase();
    start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

fn looks_like(text: &[u8]) -> &'static str {
    match text {
        [b'<', ..] => "a web page; perhaps it was saved instead of the file",
        [b'[', ..] => "a JSON list",
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16 text",
        [b'P', b'A', b'R', b'1', ..] => "Parquet",
        _ if text.iter().take(200).all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()) => "plain text",
        _ => "unknown bytes",
    }
}

/// The other part of a Shapefile that lies beside it on disk, in lower or upper case.
pub(super) fn sibling(path: &Path, extension: &str) -> Option<Vec<u8>> {
    let plain = if path.extension().is_some_and(|last| last.eq_ignore_ascii_case("gz")) {
        path.with_extension("")
    } else {
        path.to_owned()
    };
    [extension.to_owned(), extension.to_ascii_uppercase()].iter().find_map(|name| std::fs::read(plain.with_extension(name)).ok())
}

struct Archive<'a> {
    file: &'a str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

fn archive(file: &str, bytes: &[u8], options: &Options<'_>) -> Result<Features, Error> {
    let mut archive = Archive::open(file, bytes)?;
    let stems: Vec<_> = archive.names.iter().filter_map(|name| stem(name, "shp")).map(ToOwned::to_owned).collect();
    if !stems.is_empty() {
        let chosen = archive.chosen(&stems, options)?;
        let shp = archive.part(&chosen, "shp")?.unwrap_or_default();
        if !shp.starts_with(&[0, 0, 0x27, 0x0a]) {
            return Err(Error::UnknownKind {
                file: file.to_owned(),
                found: "an archive whose .shp file is no Shapefile".to_owned(),
            });
        }
        let (dbf, prj, cpg) = (archive.part(&chosen, "dbf")?, archive.part(&chosen, "prj")?, archive.part(&chosen, "cpg")?);
        let mut found = shapefile::read(file, &Parts { shp, dbf, prj, cpg })?;
        found.layer = Some(chosen);
        return Ok(found);
    }
    let single = archive
        .names
        .iter()
        .position(|name| ["geojson", "topojson", "json", "gpkg", "gml"].iter().any(|end| stem(name, end).is_some()));
    let Some(position) = single else {
        return Err(Error::UnknownKind {
            file: file.to_owned(),
            found: "an archive without .shp, .geojson, .gpkg or .gml".to_owned(),
        });
    };
    let name = format!("{} in {file}", archive.names[position]);
    let inside = archive.bytes(position)?;
    if inside.starts_with(b"PK") {
        return Err(Error::UnknownKind { file: file.to_owned(), found: "an archive inside an archive".to_owned() });
    }
    features(&name, inside, &|_| None, options)
}

fn stem<'a>(name: &'a str, extension: &str) -> Option<&'a str> {
    let (stem, end) = name.rsplit_once('.')?;
    (end.eq_ignore_ascii_case(extension) && !name.starts_with("__MACOSX")).then_some(stem)
}

impl<'a> Archive<'a> {
    fn open(file: &'a str, bytes: &'a [u8]) -> Result<Self, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| packed(file, &cause))?;
        if zip.len() > MOST_ENTRIES {
            return Err(Error::Packed { file: file.to_owned(), detail: format!("more than {MOST_ENTRIES} files inside") });
        }
        let name = |at| zip.name_for_index(at).and_then(Result::ok).map(std::borrow::Cow::into_owned).unwrap_or_default();
        let names = (0..zip.len()).map(name).collect();
        Ok(Self { file, zip, names })
    }

    /// The Shapefile whose number of rows is closest to the wanted one; the row counts stand in the tables' headers.
    fn chosen(&mut self, stems: &[String], options: &Options<'_>) -> Result<String, Error> {
        let mut sizes = Vec::new();
        for stem in stems {
            let rows = if stems.len() == 1 { 1 } else { self.part(stem, "dbf")?.map_or(1, |dbf| rows_of(&dbf)) };
            sizes.push((stem.clone(), rows));
        }
        let named = options.layer.map(|layer| {
            stems
                .iter()
                .find(|stem| stem.rsplit('/').next().is_some_and(|last| last.eq_ignore_ascii_case(layer)))
                .map_or(layer, |stem| stem)
        });
        let wanted = options.match_codes.map(miedza_territory::Units::len);
        let chosen = super::feature::choose(&sizes, named, wanted).map_err(|known| Error::NoLayer {
            file: self.file.to_owned(),
            layer: options.layer.unwrap_or_default().to_owned(),
            known,
        })?;
        Ok(chosen.unwrap_or(&stems[0]).to_owned())
    }

    fn part(&mut self, wanted: &str, extension: &str) -> Result<Option<Vec<u8>>, Error> {
        let position = self.names.iter().position(|name| stem(name, extension) == Some(wanted));
        position.map(|position| self.bytes(position)).transpose()
    }

    fn bytes(&mut self, position: usize) -> Result<Vec<u8>, Error> {
        let file = self.file;
        let entry = self.zip.by_index(position).map_err(|cause| packed(file, &cause))?;
        let size = measured(file, entry.compressed_size(), entry)?;
        let entry = self.zip.by_index(position).map_err(|cause| packed(file, &cause))?;
        kept_whole(file, size, entry)
    }
}

fn rows_of(dbf: &[u8]) -> usize {
    dbf.get(4..8).map_or(1, |four| usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).unwrap_or(1))
}

fn packed(file: &str, cause: &ZipError) -> Error {
    Error::Packed { file: file.to_owned(), detail: cause.to_string() }
}
