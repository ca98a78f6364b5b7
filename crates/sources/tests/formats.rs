//! The same small matrix in every format that is read, and the same figures whatever a person's program wrote.
#![expect(clippy::float_cmp, reason = "whole numbers of persons are exact")]

mod made;

use made::{csv, gzip, ods, ods_sheet, parquet, xlsx, zip};
use miedza_sources::commuting::{self, Columns, Options, Reading};
use miedza_sources::table::{Format, Input};
use miedza_territory::{Flow, UnitCode};
use proptest::prelude::*;

const FLOWS: &str = "from,to,n\n020101,020102,189\n020102,020101,12\n";

fn read(input: Input) -> Reading {
    commuting::read(input, &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn rows(reading: &Reading) -> Vec<(String, String, f64)> {
    let units = reading.flows.units();
    let row = |flow: Flow| (units.code(flow.from).to_string(), units.code(flow.to).to_string(), flow.persons);
    reading.flows.iter().map(row).collect()
}

fn expected() -> Vec<(String, String, f64)> {
    vec![("020101".into(), "020102".into(), 189.0), ("020102".into(), "020101".into(), 12.0)]
}

fn in_utf_16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn every_format_gives_the_same_matrix() {
    let sheet: &[&[&str]] = &[&["from", "to", "n"], &["020101", "020102", "#189"], &["020102", "020101", "#12"]];
    let note: &[&[&str]] = &[&["Nothing to see here"]];
    let halves = FLOWS.split_at(20);
    let two_members = [gzip(halves.0.as_bytes()), gzip(halves.1.as_bytes())].concat();
    let json = r#"[{"from":"020101","to":"020102","n":189},{"from":"020102","to":"020101","n":12}]"#;
    let cases: Vec<(&str, Vec<u8>, Format)> = vec![
        ("commas", FLOWS.into(), Format::Text),
        ("semicolons", FLOWS.replace(',', ";").into(), Format::Text),
        ("tabs", FLOWS.replace(',', "\t").into(), Format::Text),
        ("bars", FLOWS.replace(',', "|").into(), Format::Text),
        ("Windows line ends", FLOWS.replace('\n', "\r\n").into(), Format::Text),
        ("old Macintosh line ends", FLOWS.replace('\n', "\r").into(), Format::Text),
        ("byte order mark", format!("\u{feff}{FLOWS}").into(), Format::Text),
        (
            "quoted header with mark",
            "\u{feff}\"from\",\"to\",\"n\"\n\"020101\",\"020102\",\"189\"\n020102,020101,12".into(),
            Format::Text,
        ),
        ("no line end at the end", FLOWS.trim_end().into(), Format::Text),
        ("told by Excel", format!("sep=,\n{FLOWS}").into(), Format::Text),
        ("title and empty lines", format!("Commuting 2021;source GUS\n\n\n{}\n\n", FLOWS.replace(',', ";")).into(), Format::Text),
        ("separator at the end", FLOWS.replace(',', ";").replace('\n', ";\n").into(), Format::Text),
        ("UTF-16", in_utf_16(FLOWS), Format::Text),
        ("gzip", gzip(FLOWS.as_bytes()), Format::Text),
        ("gzip of two members", two_members, Format::Text),
        ("zip of one file", zip(&[("flows.csv", FLOWS.as_bytes())]), Format::Text),
        ("XLSX", xlsx(&[("Data", sheet)]), Format::Xlsx),
        ("XLSX, second sheet", xlsx(&[("Notes", note), ("Data", sheet)]), Format::Xlsx),
        ("XLSX in gzip", gzip(&xlsx(&[("Data", sheet)])), Format::Xlsx),
        ("ODS", ods(&ods_sheet("Data", sheet)), Format::Ods),
        ("ODS, second sheet", ods(&(ods_sheet("Notes", note) + &ods_sheet("Data", sheet))), Format::Ods),
        ("Parquet", parquet(&[("020101", "020102", 189), ("020102", "020101", 12)]), Format::Parquet),
        ("JSON", json.into(), Format::Json),
        ("JSON in gzip", gzip(json.as_bytes()), Format::Json),
    ];
    for (name, bytes, format) in cases {
        let reading =
            commuting::read(Input::new(name, bytes), &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"));

        assert_eq!(rows(&reading), expected(), "{name}");
        assert_eq!(reading.report.table.format, format, "{name}");
    }
}

#[test]
fn windows_1250_is_told_from_utf_8() {
    let text = "skąd;dokąd;liczba\nŁódź;Żory;5\n";
    let bytes = encoding_rs::WINDOWS_1250.encode(text).0.into_owned();

    for (bytes, encoding) in [(text.as_bytes().to_vec(), "UTF-8"), (bytes, "Windows-1250")] {
        let reading = read(Input::new("flows.csv", bytes));

        assert_eq!(rows(&reading), [("Łódź".into(), "Żory".into(), 5.0)]);
        assert_eq!(reading.report.table.encoding, Some(encoding));
    }
}

#[test]
fn zeros_that_a_spreadsheet_took_come_back_where_other_codes_prove_them() {
    let sheet: &[&[&str]] = &[&["from", "to", "n"], &["#20101", "#306401", "#189"], &["#306401", "#20101", "#12"]];

    let reading = read(Input::new("flows.xlsx", xlsx(&[("Data", sheet)])));

    assert_eq!(reading.flows.units().codes().iter().map(UnitCode::as_str).collect::<Vec<_>>(), ["020101", "306401"]);
    assert_eq!((reading.report.padded.codes, reading.report.padded.example.as_deref()), (1, Some("20101")));
}

#[test]
fn codes_that_may_have_lost_zeros_are_told_where_nothing_proves_it() {
    let sheet: &[&[&str]] = &[&["from", "to", "n"], &["#1001", "#90064", "#189"]];

    let reading = read(Input::new("flows.xlsx", xlsx(&[("Data", sheet)])));

    assert_eq!(reading.flows.units().codes().iter().map(UnitCode::as_str).collect::<Vec<_>>(), ["1001", "90064"]);
    assert_eq!((reading.report.padded.codes, reading.report.padded.doubtful), (0, 2));
}

#[test]
fn the_workbook_of_the_polish_census_is_found_sheet_and_columns() {
    let margins: &[&[&str]] = &[&["Kod gminy", "Nazwa gminy", "Liczba wyjeżdżających"], &["0201011", "Bolesławiec", "#700"]];
    let flows: &[&[&str]] = &[
        &["Macierz przepływów ludności związanych z zatrudnieniem – NSP 2021"],
        &[],
        &[
            "Kod gminy miejsca\nzamieszkania\nCode of gmina of residence",
            "Nazwa gminy miejsca\nzamieszkania",
            "Rodzaj",
            "Kod gminy miejsca\npracy\nCode of gmina of workplace",
            "Nazwa gminy miejsca\npracy",
            "Liczba osób\nNumber of persons",
        ],
        &["3017042", "Ostrów Wielkopolski", "2", "3017011", "Ostrów Wielkopolski", "#1234"],
        &["3007012", "Blizanów", "2", "3061011", "Kalisz", "#567"],
        &["Źródło: GUS"],
    ];

    let reading = read(Input::new("nsp.xlsx", xlsx(&[("Spis treści", &[&["Spis"]]), ("Margines", margins), ("Macierz", flows)])));

    assert_eq!(reading.report.table.sheet.as_deref(), Some("Macierz"));
    assert_eq!(reading.report.table.header_row, 3);
    assert_eq!((reading.report.rows, reading.report.notes), (2, 1));
    assert_eq!(reading.flows.total(), 1801.0);
}

#[test]
fn a_header_over_two_rows_is_read_as_one() {
    let text = "Miejsce zamieszkania;;Miejsce pracy;;Liczba\nkod;nazwa;kod;nazwa;osób\n0201011;A;0201022;B;7\n";

    let reading = read(csv(text));

    assert_eq!(reading.report.table.destination, "Miejsce pracy kod");
    assert_eq!(reading.flows.total(), 7.0);
}

#[test]
fn a_table_without_a_header_is_read_by_numbers() {
    let columns = Columns { origin: Some("1".into()), destination: Some("2".into()), persons: Some("3".into()) };
    let options = Options { columns, ..Options::default() };

    let reading = commuting::read(csv("020101,020102,189\n020102,020101,12\n"), &options).expect("a matrix");

    assert_eq!(rows(&reading), expected());
}

#[test]
fn the_sheet_may_be_given() {
    let sheet = |persons: &'static str| -> Vec<Vec<&'static str>> { vec![vec!["from", "to", "n"], vec!["a", "b", persons]] };
    let (one, two) = (sheet("#1"), sheet("#2"));
    let (one, two): (Vec<&[&str]>, Vec<&[&str]>) =
        (one.iter().map(Vec::as_slice).collect(), two.iter().map(Vec::as_slice).collect());
    let bytes = xlsx(&[("2016", &one), ("2021", &two)]);
    let of = |sheet: &str| {
        commuting::read(Input::new("f.xlsx", bytes.clone()), &Options { sheet: Some(sheet.into()), ..Options::default() })
    };

    assert_eq!(of("2021").expect("a matrix").flows.total(), 2.0);
    assert_eq!(of("2031").expect_err("no such sheet").to_string(), "f.xlsx has no sheet 2031; its sheets are 2016, 2021");
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        table in proptest::collection::btree_map(("[a-zA-ZłŻ][a-zA-Z0-9łŻó\"; ,|]{0,6}[a-zł9]", "[a-zA-Z][a-z0-9,;\"\n]{0,6}z"), 1_u32..100_000, 1..30),
        separator in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
        line_end in prop_oneof![Just("\n"), Just("\r\n")],
        mark in any::<bool>(),
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut text = if mark { "\u{feff}".to_string() } else { String::new() };
        text += &["from", "to", "persons"].join(&separator.to_string());
        text += line_end;
        for ((from, to), persons) in &table {
            let to = to.replace('\n', "_");
            text += &[quoted(from), quoted(&to), persons.to_string()].join(&separator.to_string());
            text += line_end;
        }
        let options = Options { duplicates: commuting::Duplicates::Sum, diagonal: commuting::DiagonalRule::Keep, ..Options::default() };

        let reading = commuting::read(csv(&text), &options).expect("a table");

        let units = reading.flows.units();
        let unit = |code: &str| UnitCode::parse(code).ok().and_then(|code| units.find(&code));
        let mut written = std::collections::BTreeMap::<_, f64>::new();
        for ((from, to), persons) in &table {
            *written.entry((from.clone(), to.replace('\n', "_"))).or_default() += f64::from(*persons);
        }
        for ((from, to), persons) in &written {
            let (Some(from), Some(to)) = (unit(from), unit(to)) else { continue };
            prop_assert_eq!(reading.flows.between(from, to), *persons);
        }
        prop_assert_eq!(reading.report.persons, written.values().sum::<f64>());
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(
        table in proptest::collection::vec((0_u8..6, 0_u8..6, 0_u32..1000), 1..60),
        turn in 0_usize..60,
    ) {
        let text = |rows: &[(u8, u8, u32)]| {
            let lines = rows.iter().map(|(from, to, n)| format!("0{from}0104{},0{to}0104{},{n}.{n}\n", 4 + from % 2, 3 + to % 3)).collect::<Vec<_>>().concat();
            format!("from,to,n\n{lines}")
        };
        let options = Options { duplicates: commuting::Duplicates::Sum, ..Options::default() };
        let mut shuffled = table.clone();
        shuffled.rotate_left(turn % table.len());
        shuffled.reverse();

        let one = commuting::read(csv(&text(&table)), &options).expect("a table");
        let other = commuting::read(csv(&text(&shuffled)), &options).expect("a table");

        prop_assert_eq!(&one.flows, &other.flows);
        prop_assert_eq!(one.report.persons.to_bits(), other.report.persons.to_bits());
        prop_assert_eq!(one.report.between_parts, other.report.between_parts);
    }
}
