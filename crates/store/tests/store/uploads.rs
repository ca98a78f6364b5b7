//! Uploads: kept once, checked by content, read back whole; what is broken or runs in a browser is not kept.

use std::io::{Cursor, Write as _};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Error, UploadRefusal};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1F\x15\xC4\x89\0\0\0\0IEND\xAEB`\x82";

pub fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        archive.write_all(content.as_bytes()).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

pub fn packed(content: &str) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(content.as_bytes()).expect("packed");
    packed.finish().expect("packed")
}

fn geopackage() -> Vec<u8> {
    let mut bytes = vec![0; 4096];
    bytes[..16].copy_from_slice(b"SQLite format 3\0");
    bytes[16] = 0x10;
    bytes[68..72].copy_from_slice(b"GPKG");
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

pub fn good() -> Vec<(Vec<u8>, &'static str)> {
    let types = ("[Content_Types].xml", "<Types/>");
    vec![
        (b"kod;nazwa\n0265011;Wa\xB3brzych\n".to_vec(), "text/csv"),
        (wide("kod\tnazwa\n0265011\tWałbrzych\n"), "text/csv"),
        ("Zażółć gęślą jaźń.\n".into(), "text/plain"),
        (b"BMI;MZ\n1;2\n".to_vec(), "text/csv"),
        (b" {\"a\": [1, 2]}".to_vec(), "application/json"),
        (b"[1, 2]".to_vec(), "application/json"),
        (b"{\"type\": \"FeatureCollection\", \"features\": []}".to_vec(), "application/geo+json"),
        (b"<?xml version=\"1.0\"?><!-- a --><catalogue><unit/></catalogue>\n".to_vec(), "application/xml"),
        (b"<kml xmlns=\"http://www.opengis.net/kml/2.2\"></kml>".to_vec(), "application/xml"),
        (b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".to_vec(), "application/pdf"),
        (PNG.to_vec(), "image/png"),
        ([&b"\xFF\xD8\xFF\xE0"[..], &[1; 100], b"\xFF\xD9"].concat(), "image/jpeg"),
        (b"RIFF\x0C\0\0\0WEBPVP8 \0\0\0\0".to_vec(), "image/webp"),
        (packed("kod;nazwa\n"), "application/gzip"),
        (geopackage(), "application/geopackage+sqlite3"),
        (b"PAR1\x15\0\0\0\0\0\0\0\0PAR1".to_vec(), "application/vnd.apache.parquet"),
        (archive(&[("a.shp", "x")]), "application/zip"),
        (
            archive(&[types, ("word/document.xml", "<w/>")]),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (archive(&[types, ("xl/workbook.xml", "<w/>")]), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (
            archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")]),
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
    ]
}

#[tokio::test]
async fn what_is_on_the_list_is_kept_once_and_read_back() {
    for Sample { store, .. } in Engines::all().await {
        for (content, media_type) in good() {
            let kept = store.keep_upload(Bytes::from(content.clone())).await;
            let kept = kept.unwrap_or_else(|fault| panic!("{media_type}: {fault}"));
            let again = store.keep_upload(Bytes::from(content.clone())).await.expect("kept again");

            assert_eq!(kept.media_type, media_type);
            assert_eq!(again, kept);
            assert_eq!(store.upload(&kept.sha256).await.expect("read"), Some(Bytes::from(content)));
            assert_eq!(store.upload_kept(&kept.sha256).await.expect("known"), Some(kept));
        }
        assert_eq!(store.uploads().await.expect("all").len(), good().len());
        for name in ["", "../../etc/passwd", &"0".repeat(64), &"Z".repeat(64)] {
            assert_eq!(store.upload(name).await.expect("an answer"), None, "{name}");
        }
    }
}

#[tokio::test]
async fn what_runs_in_a_browser_is_not_kept() {
    let Sample { store, .. } = Engines::sqlite().await;
    let bad: [&[u8]; 16] = [
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        b"<?xml version=\"1.0\"?>\n<!-- map --><svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"/>",
        b"<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\"><svg></svg>",
        b"<!DOCTYPE html><p>Hello</p>",
        b"  \n\t<html><script>alert(1)</script></html>",
        b"\xEF\xBB\xBF<HTML>",
        b"<script>alert(1)</script>",
        b"<a href=\"javascript:alert(1)\">x</a>",
        b"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>",
        b"<?xml version=\"1.0\"?><x xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>1</h:script></x>",
        b"<?xml version=\"1.0\"?><?xml-stylesheet href=\"x.xsl\"?><x></x>",
        b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
        b"\xFF\xFE<\0h\0t\0m\0l\0>\0",
        b"MZ\x90\0\x03\0\0\0",
        b"\x7FELF\x02\x01\x01\0",
        b"SQLite format 3\0................................................................................",
    ];
    for content in bad {
        let refused = store.keep_upload(Bytes::from_static(content)).await;

        let shown = String::from_utf8_lossy(content);
        assert!(matches!(refused, Err(Error::Upload(UploadRefusal::Type { .. }))), "{shown}: {refused:?}");
    }
    let macros = archive(&[("[Content_Types].xml", ""), ("xl/workbook.xml", ""), ("xl/vbaProject.bin", "x")]);
    assert!(matches!(store.keep_upload(Bytes::from(macros)).await, Err(Error::Upload(UploadRefusal::Macros))));
    assert!(matches!(store.keep_upload(Bytes::new()).await, Err(Error::Upload(UploadRefusal::Empty))));
}

#[tokio::test]
async fn a_file_that_was_cut_off_is_refused() {
    let Sample { store, .. } = Engines::sqlite().await;
    let is_marked = |media_type: &&str| !media_type.starts_with("text/") && *media_type != "application/gzip";
    for (content, media_type) in good().into_iter().filter(|(_, media_type)| is_marked(media_type)) {
        let cut = content[..content.len() * 3 / 4].to_vec();

        let refused = store.keep_upload(Bytes::from(cut)).await;

        let is_csv = matches!(&refused, Ok(kept) if kept.media_type == "text/csv" && content.starts_with(b"["));
        assert!(is_csv || matches!(refused, Err(Error::Upload(_))), "{media_type}: {refused:?}");
    }
}

#[tokio::test]
async fn a_kept_file_that_was_changed_is_told() {
    let Sample { store, folder, .. } = Engines::sqlite().await;
    let kept = store.keep_upload(Bytes::from_static(b"a;b\n1;2\n")).await.expect("kept");
    let (first, rest) = kept.sha256.split_at(2);
    std::fs::write(folder.path().join("uploads").join(first).join(rest), b"a;b\n1;3\n").expect("changed");

    let told = store.upload(&kept.sha256).await;

    assert!(matches!(told, Err(Error::DamagedFile { .. })));
}

/// A number that looks like chance and is the same each time.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 40).expect("24 bits")
}

#[tokio::test]
async fn of_a_thousand_damaged_files_each_is_refused_or_harmless() {
    let Sample { store, .. } = Engines::sqlite().await;
    let allowed: Vec<&str> = good().into_iter().map(|(_, media_type)| media_type).collect();
    let mut state = 1;
    for (content, _) in good() {
        for _ in 0..50 {
            let mut damaged = content[..next(&mut state) % content.len()].to_vec();
            for _ in 0..next(&mut state) % 4 {
                let at = next(&mut state) % content.len();
                if let Some(byte) = damaged.get_mut(at) {
                    *byte = u8::try_from(next(&mut state) % 256).expect("a byte");
                }
            }
            match store.keep_upload(Bytes::from(damaged)).await {
                Ok(kept) => assert!(allowed.contains(&kept.media_type.as_str()), "{kept:?}"),
                Err(refused) => assert!(matches!(refused, Error::Upload(_)), "{refused:?}"),
            }
        }
    }
}
