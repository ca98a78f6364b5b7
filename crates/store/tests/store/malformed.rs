//! More than 200 broken, lying and hostile files: each is refused in words, or kept as a type that no browser runs.

use std::time::{Duration, Instant};

use bytes::Bytes;
use miedza_store::Error;
use miedza_store::samples::Engines;

use crate::uploads::{PNG, archive, good, packed};

/// What may be kept; none of it runs in a browser, and all of it is served to be saved.
const HARMLESS: [&str; 14] = [
    "text/csv",
    "text/plain",
    "application/json",
    "application/geo+json",
    "application/xml",
    "application/pdf",
    "image/png",
    "image/jpeg",
    "image/webp",
    "application/gzip",
    "application/geopackage+sqlite3",
    "application/vnd.apache.parquet",
    "application/zip",
    "application/vnd.oasis.opendocument.spreadsheet",
];
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";
/// Most memory that looking at all of them may take.
const MEMORY_KB: u64 = 256 * 1024;

/// Whole files with their end cut off, and with bytes changed.
fn damaged() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (number, (bytes, media_type)) in good().into_iter().enumerate() {
        for part in 0..8 {
            files.push((format!("{media_type} {number} cut {part}"), bytes[..bytes.len() * part / 8].to_vec()));
        }
        for step in 1..6 {
            let (mut changed, at) = (bytes.clone(), bytes.len() * step / 7);
            changed[at] ^= 0xFF;
            files.push((format!("{media_type} {number} changed at {at}"), changed));
        }
    }
    files
}

/// Small files that say or unpack to far more than they are.
fn bombs() -> Vec<(String, Vec<u8>)> {
    let zeros = "0".repeat(64 * 1024 * 1024);
    let inner = archive(&[("zeros.csv", &*zeros)]);
    let name = "n".repeat(65_000);
    let many: Vec<String> = (0..25_000).map(|number| format!("{number}.csv")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    let types = ("[Content_Types].xml", "<Types/>");
    // The size that an entry claims stands in its header and in the list at the end.
    let mut claims = archive(&[types, ("xl/workbook.xml", "<w/>")]);
    for at in 0..claims.len() - 30 {
        if claims[at..].starts_with(b"PK\x01\x02") {
            claims[at + 20..at + 28].fill(0xFE);
        }
    }
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><a>&b;</a>";
    [
        ("zip of zeros", inner.clone()),
        ("zip in zip", archive(&[("inner.zip", &*"PK\x03\x04".repeat(1000))])),
        ("workbook of zeros", archive(&[types, ("xl/workbook.xml", &*zeros)])),
        ("table of zeros behind a mark", archive(&[("mimetype", &*zeros)])),
        ("gzip of zeros", packed(&zeros)),
        ("gzip in gzip", packed(&String::from_utf8_lossy(&packed(&zeros)))),
        ("very many entries", archive(&many)),
        ("a very long name", archive(&[(&*name, "x")])),
        ("sizes that lie", claims),
        ("deep lists", "[".repeat(1_000_000).into_bytes()),
        ("deep objects", "{\"a\":".repeat(200_000).into_bytes()),
        ("deep elements", format!("<?xml version=\"1.0\"?>{}", "<a>".repeat(200_000)).into_bytes()),
        ("entities of entities", entities.into()),
        ("one endless line", vec![b'a'; 8 * 1024 * 1024]),
        ("endless separators", vec![b';'; 8 * 1024 * 1024]),
        ("endless comment", format!("<!--{}", "-".repeat(4 * 1024 * 1024)).into_bytes()),
        ("endless white space", vec![b' '; 8 * 1024 * 1024]),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into()
}

/// What a browser or a system would run.
fn programs() -> Vec<(String, Vec<u8>)> {
    let texts = [
        "<html><script>alert(1)</script></html>",
        "<!DOCTYPE html><body onload=alert(1)>",
        "<!-- a --><html></html>",
        "\u{FEFF}<html></html>",
        "  \n\t<HTML></HTML>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
        "<?xml version=\"1.0\"?><s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<?xml version=\"1.0\"?><a><b:script xmlns:b=\"http://www.w3.org/1999/xhtml\"/></a>",
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.xsl\"?><a/>",
        "<iframe src=x>",
        "<script>1</script>",
        "<",
        "<?xml",
        "<!--",
        "<!doctype",
    ];
    let mut files: Vec<(String, Vec<u8>)> = texts.iter().map(|text| ((*text).to_owned(), text.as_bytes().to_vec())).collect();
    let wide =
        |text: &str| -> Vec<u8> { [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect() };
    let html = b"<html><script>alert(1)</script></html>";
    let binaries: [(&str, Vec<u8>); 22] = [
        ("exe", [&b"MZ\x90\0\x03\0\0\0"[..], &[0; 300]].concat()),
        ("elf", [&b"\x7FELF\x02\x01\x01\0"[..], &[0; 300]].concat()),
        ("class", b"\xCA\xFE\xBA\xBE\0\0\0\x41\0\0".to_vec()),
        ("flash", b"FWS\x05\0\0\0\0".to_vec()),
        ("gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()),
        ("gif and script", b"GIF89a=1/*\0*/;alert(1)".to_vec()),
        ("wide html", wide("<html></html>")),
        ("wide html behind spaces", wide("  \n<html></html>")),
        ("half a wide sign", wide("a;b\n")[..7].to_vec()),
        ("wide text with NUL", wide("a\0;b")),
        ("only a mark of wide text", vec![0xFF, 0xFE]),
        ("html and pdf", [&html[..], b"%PDF-1.7\0%%EOF"].concat()),
        ("pdf and html", [&b"%PDF-1.7\n"[..], html, b"\n%%EOF\n"].concat()),
        ("png and html", [PNG, html].concat()),
        ("html and zip", [&html[..], &archive(&[("a.csv", "x")])].concat()),
        ("exe and zip", [&b"MZ\x90\0"[..], &archive(&[("a.csv", "x")])].concat()),
        ("path out of the folder", archive(&[("../../../etc/passwd", "x"), ("/etc/passwd", "x"), ("C:\\a", "x")])),
        ("equal but for case", archive(&[("a.csv", "x"), ("A.CSV", "y")])),
        ("macros", archive(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>"), ("xl/vbaProject.bin", "x")])),
        (
            "macros of words",
            archive(&[("[Content_Types].xml", "<T/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")]),
        ),
        ("sqlite", [&b"SQLite format 3\0"[..], &[0; 4080]].concat()),
        ("old workbook", [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 1000]].concat()),
    ];
    files.extend(binaries.map(|(name, bytes)| (name.to_owned(), bytes)));
    for length in [0, 1, 2, 3, 4, 11, 12, 68, 72, 100, 4096] {
        files.push((format!("{length} NUL"), vec![0; length]));
        files.push((format!("{length} of 0xFF"), vec![0xFF; length]));
    }
    files
}

/// The most memory that this process ever had, where the system tells.
fn most_memory_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.parse().ok()
}

#[tokio::test]
async fn hostile_files_are_refused_or_kept_as_what_no_browser_runs() {
    let store = Engines::sqlite().await.store;
    let files = [damaged(), bombs(), programs()].concat();
    assert!(files.len() >= 200, "{}", files.len());
    let before = most_memory_kb();
    for (name, bytes) in files {
        let since = Instant::now();
        match store.keep_upload(Bytes::from(bytes)).await {
            Ok(kept) => {
                let is_harmless = HARMLESS.contains(&&*kept.media_type) || kept.media_type.starts_with(OFFICE);
                assert!(is_harmless, "{name} was kept as {}", kept.media_type);
            }
            Err(Error::Upload(_)) => {}
            Err(other) => panic!("{name}: {other:?}"),
        }
        assert!(since.elapsed() < Duration::from_secs(10), "{name} took {:?}", since.elapsed());
    }
    if let (Some(before), Some(after)) = (before, most_memory_kb()) {
        assert!(after - before < MEMORY_KB, "looking at them took {} kB", after - before);
    }
}

#[tokio::test]
async fn what_a_browser_runs_is_never_kept_as_text() {
    let store = Engines::sqlite().await.store;
    for (name, bytes) in programs().into_iter().filter(|(name, _)| name.contains('<')) {
        let told = store.keep_upload(Bytes::from(bytes)).await.expect_err(&name);
        assert!(matches!(told, Error::Upload(_)), "{name}: {told:?}");
    }
}
