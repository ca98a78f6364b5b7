//! Files that are broken, dishonest or not what they seem: each is refused with its name and the place at fault.

mod made;

use std::io::Write as _;

use made::{csv, gzip, ods, xlsx, zip};
use miedza_sources::Error;
use miedza_sources::commuting::{self, Options, Reading};
use miedza_sources::table::Input;

fn read(bytes: impl Into<Vec<u8>>) -> Result<Reading, Error> {
    commuting::read(Input::new("f", bytes), &Options::default())
}

fn told(bytes: impl Into<Vec<u8>>) -> String {
    match read(bytes) {
        Ok(reading) => format!("read as {} rows", reading.report.rows),
        Err(error) => error.to_string(),
    }
}

#[test]
fn each_fault_is_told_with_file_and_row() {
    let flows = "from,to,n\na,b,1\n";
    let half = gzip(flows.repeat(300).as_bytes());
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "f is empty"),
        ("only white space", b"  \n\n".to_vec(), "f is empty"),
        ("gzip of nothing", gzip(b""), "f is empty"),
        ("header only", b"from,to,n\n".to_vec(), "f has no rows below its header"),
        (
            "missing column",
            b"from,to\na,b\n".to_vec(),
            "f has no column for the persons, it has from, to; name the column with --persons",
        ),
        (
            "two columns",
            b"from,origin,to,n\na,a,b,1\n".to_vec(),
            "f has several columns for the unit of residence: from, origin; choose one with --origin",
        ),
        ("a word for a number", b"from,to,n\na,b,1\na,c,many\n".to_vec(), "f, row 3, column n: many is not a number"),
        ("less than nobody", b"from,to,n\na,b,-5\n".to_vec(), "f, row 2, column n: -5 is negative"),
        ("too few fields", b"from,to,n\na,b,1\na,b\n".to_vec(), "f, row 3: 2 fields where the header has 3"),
        ("too many fields", b"from,to,n\na,b,1,5\n".to_vec(), "f, row 2: 4 fields where the header has 3"),
        ("a pair twice", b"from,to,n\na,b,1\na,c,2\n\na,b,1\n".to_vec(), "f: row 5 repeats the flow from a to b of row 2"),
        ("a byte that is 0", b"from,to,n\na,b,1\na,\0,2\n".to_vec(), "f, row 3: a byte that is 0, this is no text"),
        (
            "broken UTF-8",
            "from,to,n\nł,b,1\n".bytes().chain(*b"\xB3,c,1\n").collect(),
            "f, row 3: bytes that are no UTF-8, though the rows before are",
        ),
        (
            "both decimal signs",
            b"from;to;n\na;b;1,5\na;c;1.25\n".to_vec(),
            "f, column n: row 2 has a decimal comma and row 3 a decimal point",
        ),
        (
            "comma of two meanings",
            b"from;to;n\na;b;1,500\n".to_vec(),
            "f, row 2, column n: 1,500 may have a decimal comma or a comma between thousands",
        ),
        ("a code too long", format!("from,to,n\na,{},1\n", "z".repeat(65)).into(), "f, row 2, column to holds no code of a unit"),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "f is no table: it is a PNG picture"),
        ("document", b"%PDF-1.7\n".to_vec(), "f is no table: it is a PDF document"),
        ("page", b"<!DOCTYPE html>".to_vec(), "f is no table: it is XML or HTML; perhaps a page was saved instead of the file"),
        (
            "random bytes",
            (0..2000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect(),
            "f is no table: its bytes are no text",
        ),
        (
            "several files",
            zip(&[("a", b"x"), ("b", b"y")]),
            "f is no table: it is an archive of 2 files; unpack it and give the one with the table",
        ),
        ("cut gzip", half[..half.len() - 12].to_vec(), "f ends too early"),
        ("cut head of gzip", half[..5].to_vec(), "f ends too early"),
        ("cut zip", xlsx(&[("D", &[&["from", "to", "n"], &["a", "b", "#1"]])])[..400].to_vec(), "f is damaged"),
        ("cut Parquet", b"PAR1 and nothing".to_vec(), "f is damaged"),
        (
            "open quote",
            format!("from,to,n\n\"a,b,1\n{}", "a,c,1\n".repeat(900_000)).into(),
            "f, row 2: the row is too long, perhaps a quote is not closed",
        ),
        ("object", b"{\"type\": \"FeatureCollection\", \"features\": 5".to_vec(), "f is no table: it begins like JSON"),
        ("list of numbers", b"[1, 2, 3]".to_vec(), "f is no table: it begins like JSON"),
    ];
    for (name, bytes, expected) in cases {
        let message = told(bytes);

        assert!(message.starts_with(expected), "{name}: {message}");
    }
}

#[test]
fn a_missing_file_is_named() {
    let error = commuting::open(std::path::Path::new("/no/such/flows.csv"), &Options::default()).expect_err("no file");

    assert_eq!(error.to_string(), "/no/such/flows.csv cannot be read");
}

/// `bytes` of one kind, packed.
fn bomb(bytes: usize, filling: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let block = filling.repeat((1 << 20) / filling.len());
    for _ in 0..bytes.div_ceil(block.len()) {
        encoder.write_all(&block).expect("memory takes it");
    }
    encoder.finish().expect("memory takes it")
}

#[test]
fn bombs_are_refused() {
    let rows = [gzip(b"from,to,n\n"), bomb(100 << 20, b"1,2,3\n")].concat();
    let quote = bomb(100 << 20, b"\"aaaaaaaaaaaaaaaaa");
    let zeros = bomb(100 << 20, b"\0");
    let xml = "<c><v>1</v></c>".repeat(4 << 20);
    let sheet = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", xml.as_bytes())]);
    let cells = r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#;
    let cases =
        [("rows", rows), ("an open quote", quote), ("zeros", zeros), ("a workbook", sheet), ("repeated cells", ods(cells))];
    for (name, bytes) in cases {
        assert!(bytes.len() < 500_000, "{name} is packed into {} bytes", bytes.len());

        let message = told(bytes);

        assert!(
            message.starts_with("f is refused") || message.contains("too long") || message.contains("no table"),
            "{name}: {message}"
        );
    }
}

#[test]
fn no_cut_and_no_changed_byte_of_a_file_makes_a_panic() {
    let sheet: &[&[&str]] = &[&["from", "to", "n"], &["020101", "020102", "#189"]];
    let files = [
        b"from;to;n\n\"020101\";020102;1 189,5\n".to_vec(),
        gzip(b"from,to,n\na,b,1\n"),
        xlsx(&[("D", sheet)]),
        ods(&made::ods_sheet("D", sheet)),
        made::parquet(&[("a", "b", 5), ("a", "c", 7)]),
    ];
    for file in files {
        for at in (0..file.len()).step_by(3) {
            let mut changed = file.clone();
            changed[at] ^= 0x5A;

            drop(read(changed));
            drop(read(&file[..at]));
        }
    }
}

#[test]
fn a_duplicate_is_named_by_the_row_of_the_spreadsheet() {
    let sheet: &[&[&str]] = &[&["Title"], &[], &["from", "to", "n"], &["a", "b", "#1"], &["a", "b", "#2"]];

    assert_eq!(told(xlsx(&[("D", sheet)])), "f: row 5 repeats the flow from a to b of row 4");
}

#[test]
fn line_numbers_count_lines_inside_quotes_and_empty_lines() {
    let text = "from,to,n\r\n\"a\r\nb\",c,1\r\n\r\n\r\nx,y,what\r\n";

    let error = commuting::read(csv(text), &Options::default()).expect_err("a word");

    assert!(error.to_string().contains("row 6,") || error.to_string().contains("holds no code"), "{error}");
}
