//! Small files that tests make themselves: workbooks, Parquet, gzip.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::Arc;

use miedza_sources::table::Input;
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use zip::write::SimpleFileOptions;

/// Text as it is.
pub fn csv(text: &str) -> Input {
    Input::new("flows.csv", text)
}

/// Bytes packed with gzip.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

/// A zip archive.
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// A workbook with sheets of rows; a cell that begins with `#` is stored as a number.
pub fn xlsx(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let (mut book, mut links, mut parts) = (String::new(), String::new(), Vec::new());
    for ((name, rows), number) in sheets.iter().zip(1..) {
        write!(book, r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#).expect("a string takes it");
        write!(
            links,
            r#"<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        )
        .expect("a string takes it");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), xlsx_sheet(rows)));
    }
    let book = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{book}</sheets></workbook>"#
    );
    let links = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#
    );
    let top = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
    ];
    entries.extend(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    zip(&entries)
}

fn xlsx_sheet(rows: &[&[&str]]) -> String {
    let mut cells = String::new();
    for (row, number) in rows.iter().zip(1..) {
        write!(cells, r#"<row r="{number}">"#).expect("a string takes it");
        for (text, letter) in row.iter().zip('A'..) {
            match text.strip_prefix('#') {
                _ if text.is_empty() => Ok(()),
                Some(digits) => write!(cells, r#"<c r="{letter}{number}"><v>{digits}</v></c>"#),
                None => write!(cells, r#"<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#),
            }
            .expect("a string takes it");
        }
        cells.push_str("</row>");
    }
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>"#
    )
}

/// An OpenDocument spreadsheet with this content between the tags of its sheets.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// A sheet of an OpenDocument spreadsheet; a cell that begins with `#` is stored as a number.
pub fn ods_sheet(name: &str, rows: &[&[&str]]) -> String {
    let mut cells = String::new();
    for row in rows {
        cells.push_str("<table:table-row>");
        for text in *row {
            match text.strip_prefix('#') {
                _ if text.is_empty() => write!(cells, "<table:table-cell/>"),
                Some(digits) => {
                    write!(cells, r#"<table:table-cell office:value="{digits}"><text:p>{digits},00</text:p></table:table-cell>"#)
                }
                None => write!(cells, "<table:table-cell><text:p>{text}</text:p></table:table-cell>"),
            }
            .expect("a string takes it");
        }
        cells.push_str("</table:table-row>");
    }
    let rest = r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    format!(r#"<table:table table:name="{name}">{cells}{rest}</table:table>"#)
}

/// A Parquet file of flows.
pub fn parquet(rows: &[(&str, &str, i64)]) -> Vec<u8> {
    let schema = "message flows { required binary from (UTF8); required binary to (UTF8); optional int64 persons; }";
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::default())).expect("a writer");
    let mut group = writer.next_row_group().expect("a group");
    let codes =
        |pick: fn(&(&str, &str, i64)) -> String| rows.iter().map(|row| ByteArray::from(pick(row).as_str())).collect::<Vec<_>>();
    for column in [codes(|row| row.0.into()), codes(|row| row.1.into())] {
        let mut writer = group.next_column().expect("a column").expect("a column");
        writer.typed::<ByteArrayType>().write_batch(&column, None, None).expect("memory takes it");
        writer.close().expect("memory takes it");
    }
    let persons: Vec<i64> = rows.iter().map(|row| row.2).collect();
    let mut column = group.next_column().expect("a column").expect("a column");
    column.typed::<Int64Type>().write_batch(&persons, Some(&vec![1; rows.len()]), None).expect("memory takes it");
    column.close().expect("memory takes it");
    group.close().expect("memory takes it");
    writer.close().expect("memory takes it");
    bytes
}
