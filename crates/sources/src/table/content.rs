//! What a file is, told by its bytes and never by its name.

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gzip,
    Zip,
    Parquet,
    Json,
    Utf16Little,
    Utf16Big,
    /// No table at all, and what it is.
    Other(&'static str),
    /// Text, as far as can be seen.
    Text,
}

const SIGNATURES: [(&[u8], Kind); 18] = [
    (b"\x1F\x8B", Kind::Gzip),
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"PAR1", Kind::Parquet),
    (b"\xFF\xFE", Kind::Utf16Little),
    (b"\xFE\xFF", Kind::Utf16Big),
    (b"\x89PNG", Kind::Other("it is a PNG picture")),
    (b"\xFF\xD8\xFF", Kind::Other("it is a JPEG picture")),
    (b"GIF8", Kind::Other("it is a GIF picture")),
    (b"%PDF", Kind::Other("it is a PDF document")),
    (b"\xD0\xCF\x11\xE0", Kind::Other("it is a workbook or document of the old Office format; save it as XLSX or CSV")),
    (b"SQLite format 3", Kind::Other("it is a database or GeoPackage")),
    (b"7z\xBC\xAF", Kind::Other("it is a 7z archive; unpack it first")),
    (b"Rar!", Kind::Other("it is a RAR archive; unpack it first")),
    (b"BZh", Kind::Other("it is packed with bzip2; unpack it first")),
    (b"\xFD7zXZ", Kind::Other("it is packed with xz; unpack it first")),
    (b"\x28\xB5\x2F\xFD", Kind::Other("it is packed with zstd; unpack it first")),
    (b"<", Kind::Other("it is XML or HTML; perhaps a page was saved instead of the file")),
];

/// What a file is.
pub(super) fn kind(bytes: &[u8]) -> Kind {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return *kind;
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'[' | b'{') => Kind::Json,
        _ => Kind::Text,
    }
}

/// Why a sample of bytes is no text, if it is none.
pub(super) fn no_text(sample: &[u8]) -> Option<&'static str> {
    if let Kind::Other(found) = kind(sample) {
        return Some(found);
    }
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 14..=25 | 27..=31 | 127);
    let strange = sample.iter().filter(|byte| is_control(byte)).count();
    // One stray byte is named with its row later; many mean that this was never text.
    (strange > 2 && strange * 50 > sample.len()).then_some("its bytes are no text")
}
