//! What a file is, told by its bytes, and whether such a file is kept at all.
//!
//! The list is short: what people attach and what importers read. Nothing on it runs in a browser: no HTML, no SVG, no
//! workbook with macros. A file must also be whole: its end is looked at, so that a broken upload is told at once.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use flate2::read::GzDecoder;
use serde::Deserialize;
use serde::de::IgnoredAny;
use zip::ZipArchive;

/// How much is unpacked to see whether a packed file is one.
const LOOK_INSIDE: u64 = 64 * 1024;
/// Where the end of a PDF is looked for.
const PDF_END: usize = 2048;
/// Where the root of XML is looked for.
const XML_HEAD: usize = 64 * 1024;
/// Most entries of an archive.
const ENTRIES: usize = 20_000;

/// Why a file is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UploadRefusal {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than allowed.
    #[error("the file has {bytes} bytes, more than {most}")]
    TooLarge {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// Of no type on the list.
    #[error("{} is not kept", found.unwrap_or("a file of unknown type"))]
    Type {
        /// What it is, where that is known.
        found: Option<&'static str>,
    },
    /// It begins as a file of this type and is none.
    #[error("the file is a damaged {media_type}")]
    Damaged {
        /// What it begins as.
        media_type: &'static str,
    },
    /// A workbook or document with a program in it.
    #[error("the file holds macros")]
    Macros,
}

/// The media type of a file that may be kept.
pub fn media_type(bytes: &[u8]) -> Result<&'static str, UploadRefusal> {
    if bytes.is_empty() {
        return Err(UploadRefusal::Empty);
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return wide_text(bytes);
    }
    // Some marks of binary files are plain letters, with which a table may begin as well.
    if !bytes.starts_with(b"%PDF") && !bytes.iter().copied().any(is_control) {
        return text(bytes);
    }
    let found = infer::get(bytes).map(|found| found.mime_type());
    match found {
        Some("application/pdf") => whole(is_whole_pdf(bytes), "application/pdf"),
        Some("image/png") => whole(bytes.ends_with(b"IEND\xAEB`\x82"), "image/png"),
        Some("image/jpeg") => whole(is_whole_jpeg(bytes), "image/jpeg"),
        Some("image/webp") => whole(is_whole_webp(bytes), "image/webp"),
        Some("application/gzip") => whole(is_gzip(bytes), "application/gzip"),
        Some("application/vnd.sqlite3") => geopackage(bytes),
        _ if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") => archive(bytes),
        _ if bytes.starts_with(b"PAR1") => whole(bytes.len() > 12 && bytes.ends_with(b"PAR1"), "application/vnd.apache.parquet"),
        other => Err(UploadRefusal::Type { found: other }),
    }
}

/// Bytes that stand in no text.
const fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11 | 14..=31 | 127)
}

const fn whole(is_whole: bool, media_type: &'static str) -> Result<&'static str, UploadRefusal> {
    if is_whole { Ok(media_type) } else { Err(UploadRefusal::Damaged { media_type }) }
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

fn is_whole_pdf(bytes: &[u8]) -> bool {
    holds(&bytes[bytes.len().saturating_sub(PDF_END)..], b"%%EOF")
}

/// Cameras write a little behind the end mark.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    bytes.len() > 64 && holds(&bytes[bytes.len() - bytes.len().min(256 * 1024)..], b"\xFF\xD9")
}

fn is_whole_webp(bytes: &[u8]) -> bool {
    let length = bytes.get(4..8).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
    length.and_then(|length| usize::try_from(length).ok()).is_some_and(|length| bytes.len() >= length.saturating_add(8))
}

fn is_gzip(bytes: &[u8]) -> bool {
    let mut start = Vec::new();
    GzDecoder::new(bytes).take(LOOK_INSIDE).read_to_end(&mut start).is_ok()
}

/// A GeoPackage is a SQLite file with a number of its own.
fn geopackage(bytes: &[u8]) -> Result<&'static str, UploadRefusal> {
    let is_one = matches!(bytes.get(68..72), Some(b"GPKG" | b"GP10" | b"GP11"));
    let page = bytes.get(16..18).map_or(0, |two| usize::from(two[0]) << 8 | usize::from(two[1]));
    let page = if page == 1 { 65_536 } else { page };
    if is_one {
        return whole(page >= 512 && bytes.len().is_multiple_of(page), "application/geopackage+sqlite3");
    }
    Err(UploadRefusal::Type { found: Some("application/vnd.sqlite3") })
}

fn archive(bytes: &[u8]) -> Result<&'static str, UploadRefusal> {
    let damaged = UploadRefusal::Damaged { media_type: "application/zip" };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged.clone())?;
    if archive.len() > ENTRIES {
        return Err(damaged);
    }
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect();
    if names.iter().any(|name| name.ends_with("vbaProject.bin")) {
        return Err(UploadRefusal::Macros);
    }
    let has = |name: &str| names.iter().any(|entry| entry == name);
    if has("[Content_Types].xml") && has("word/document.xml") {
        return Ok("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
    if has("[Content_Types].xml") && names.iter().any(|name| name.starts_with("xl/workbook.")) {
        return Ok("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
    let mut mark = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // Where it cannot be read, it is an archive like any other.
        file.take(256).read_to_string(&mut mark).unwrap_or_default();
    }
    if mark.trim() == "application/vnd.oasis.opendocument.spreadsheet" {
        return Ok("application/vnd.oasis.opendocument.spreadsheet");
    }
    Ok("application/zip")
}

/// Text of any code page; what is written with angle brackets must be XML that no browser runs.
fn text(bytes: &[u8]) -> Result<&'static str, UploadRefusal> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    match start.first() {
        None => Err(UploadRefusal::Empty),
        Some(b'<') => xml(start),
        Some(b'{') => json(start).ok_or(UploadRefusal::Damaged { media_type: "application/json" }),
        Some(b'[') => Ok(json(start).unwrap_or("text/csv")),
        Some(_) => {
            let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let is_table = line.iter().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'|'));
            Ok(if is_table { "text/csv" } else { "text/plain" })
        }
    }
}

/// Text of two bytes per sign, as spreadsheets save it.
fn wide_text(bytes: &[u8]) -> Result<&'static str, UploadRefusal> {
    let is_little = bytes[0] == 0xFF;
    let signs = bytes[2..].chunks_exact(2).map(|pair| if is_little { [pair[1], pair[0]] } else { [pair[0], pair[1]] });
    let mut signs = char::decode_utf16(signs.map(u16::from_be_bytes));
    let first = signs.find(|sign| !matches!(sign, Ok(sign) if sign.is_whitespace()));
    match first {
        Some(Ok('<')) | None => Err(UploadRefusal::Type { found: None }),
        Some(Ok(_)) if bytes.len().is_multiple_of(2) && signs.all(|sign| sign.is_ok_and(|sign| sign != '\0')) => Ok("text/csv"),
        Some(_) => Err(UploadRefusal::Type { found: None }),
    }
}

/// JSON, and whether it is a map; `None` if it is none.
fn json(bytes: &[u8]) -> Option<&'static str> {
    #[derive(Deserialize)]
    struct Head {
        #[serde(rename = "type")]
        kind: Option<String>,
        features: Option<IgnoredAny>,
        coordinates: Option<IgnoredAny>,
        geometry: Option<IgnoredAny>,
    }
    if let Ok(head) = serde_json::from_slice::<Head>(bytes) {
        let is_map = head.kind.is_some() && (head.features.is_some() || head.coordinates.is_some() || head.geometry.is_some());
        return Some(if is_map { "application/geo+json" } else { "application/json" });
    }
    serde_json::from_slice::<IgnoredAny>(bytes).ok().map(|_| "application/json")
}

fn xml(bytes: &[u8]) -> Result<&'static str, UploadRefusal> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(XML_HEAD)]).to_lowercase();
    let root = root(&head);
    let name = root.split(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '/')).next().unwrap_or("");
    let runs = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "<?xml-stylesheet", "<!entity"];
    let is_declared = head.starts_with("<?xml") || root.split('>').next().is_some_and(|tag| tag.contains("xmlns"));
    match name.rsplit(':').next().unwrap_or("") {
        "svg" => Err(UploadRefusal::Type { found: Some("image/svg+xml") }),
        "html" | "script" | "iframe" | "body" | "head" | "!doctype" => Err(UploadRefusal::Type { found: Some("text/html") }),
        _ if !is_declared || runs.iter().any(|words| head.contains(words)) => {
            Err(UploadRefusal::Type { found: Some("text/html") })
        }
        _ if !bytes.trim_ascii_end().ends_with(b">") => Err(UploadRefusal::Damaged { media_type: "application/xml" }),
        _ => Ok("application/xml"),
    }
}

/// The text from the name of the first element on, behind declarations and comments.
fn root(head: &str) -> &str {
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?") {
            rest.find("?>").map(|at| at + 2)
        } else if rest.starts_with("<!doctype") && !rest.starts_with("<!doctype html") {
            rest.find('>').map(|at| at + 1)
        } else {
            return rest.strip_prefix('<').unwrap_or("");
        };
        match end {
            Some(end) => rest = &rest[end..],
            None => return "",
        }
    }
}
