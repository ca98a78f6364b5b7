//! Tables of anybody's own: what their columns are guessed to hold, how they are read, and how fast.

#[expect(dead_code, reason = "other tests make the other formats")]
mod made;

use std::fmt::Write as _;
use std::time::Instant;

use made::{ods, ods_sheet, parquet, xlsx};
use miedza_sources::observations::{Error, Found, How, Layout, MOST_KEPT, Reason, read};
use miedza_sources::own::{ColumnOrFixed, Mapping, Shape, WideColumn, guess};
use miedza_sources::table::{Column, Decimal, Input};
use miedza_territory::{Day, Missing, Note, Notes, Period, Series, UnitCode, Value};
use proptest::prelude::*;

fn how() -> How {
    How::new(Day::new(2026, 1, 5).expect("a day of the test"))
}

fn found(text: &str) -> Found {
    read(Input::new("own.csv", text), &how()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

fn told(found: &Found) -> Vec<String> {
    let of = |one: &Series| {
        let key = one.about().key();
        let told = |(unit, period, value, _): (&UnitCode, Period, Value, Notes)| match value {
            Value::Known(number) => format!("{key} {unit} {period} {number}"),
            other => format!("{key} {unit} {period} {other:?}"),
        };
        one.iter().map(told).collect::<Vec<_>>()
    };
    found.series.iter().flat_map(of).collect()
}

fn name(text: &str) -> Column {
    Column::Name(text.into())
}

fn long(variable: ColumnOrFixed, value: &str) -> Mapping {
    let period = ColumnOrFixed::Column(name("rok"));
    let shape = Shape::Long { variable, period, value: name(value), measure: None, flag: None };
    Mapping { sheet: None, header_row: None, decimal: None, unit: name("kod"), shape }
}

#[test]
fn the_columns_of_tables_in_three_languages_are_guessed() {
    let cases = [
        ("SMUP", "Kod TERYT;Nazwa;Nazwa wskaźnika;Rok;Wartość;Jednostka miary\n0299011;A;szkoły;2023;7;szt.\n", true, "long"),
        ("Polish long", "kod;rok;zmienna;wartość\n0299011;2023;bdl:72305;7\n", true, "long"),
        ("Czech long", "kód obce,ukazatel,období,hodnota\n500496,školy,2023,7\n", true, "long"),
        ("English long", "unit code,indicator name,year,value,unit\n0299011,schools,2023,7,item\n", true, "long"),
        ("English with flags", "lau\tvariable\tperiod\tvalue\tflag\n500496\tschools\t2023\t7\tp\n", true, "long"),
        ("a value of another name", "teryt;wskaźnik;rok;ile\n0299011;szkoły;2023;7\n", true, "long"),
        ("years in columns", "kod;wskaźnik;2022;2023\n0299011;szkoły;6;7\n", true, "wide"),
        ("indicators in columns", "kod gminy;nazwa;rok;szkoły;uczniowie\n0299011;A;2023;7;900\n", true, "wide"),
        ("both in headings", "kod;gmina;bezrobotni 2022;bezrobotni 2023\n0299011;A;60;50\n", true, "wide"),
        ("Czech headings", "zuj;obec;okres;obyvatel k 1. 1. 2025\n500496;Olomouc;Olomouc;100000\n", true, "wide"),
        ("years without a variable", "kod;2022;2023\n0299011;6;7\n", false, "wide"),
        ("no period", "kod;szkoły\n0299011;7\n", false, "wide"),
        ("no code", "gmina;rok;szkoły\nOlomouc;2023;7\n", false, "wide"),
        ("names in place of codes", "kod;rok;zmienna;wartość\nOlomouc;2023;szkoły;7\n", false, "long"),
        ("quarters", "kod;rok;zmienna;wartość\n0299011;2023-Q4;szkoły;7\n", false, "long"),
    ];
    for (case, text, sure, shape) in cases {
        let guessed = guess(Input::new("own.csv", text), None).unwrap_or_else(|error| panic!("{case}: {error}"));

        assert_eq!(guessed.sure, sure, "{case}: {:?}", guessed.mapping);
        let is_long = matches!(guessed.mapping.shape, Shape::Long { .. });
        assert_eq!(is_long, shape == "long", "{case}: {:?}", guessed.mapping);
        assert_eq!(read(Input::new("own.csv", text), &how()).is_ok(), sure, "{case}");
        let first = text.split(['\n', ';', ',', '\t']).next().expect("a name");
        assert_eq!(guessed.columns[0].name, first, "{case}");
        assert_eq!(guessed.columns[0].first.len(), 1, "{case}");
    }
}

#[test]
fn a_table_of_smup_is_read_without_a_mapping() {
    let table = "Kod TERYT;Nazwa;Nazwa wskaźnika;Rok;Wartość;Jednostka miary\n0299011;A;Szkoły podstawowe;2023;7;szt.\n\
        0299011;A;Szkoły podstawowe;2022;;szt.\n0299022;B;szkoły podstawowe;2023;1 250,5;szt.\n0299022;B;Wydatki;2023;x;zł\n\
        Razem;;Wydatki;2023;5;zł\n";

    let found = found(table);

    assert_eq!(
        told(&found),
        [
            "own:szkoly_podstawowe 0299011 2022 Missing(NotGiven)",
            "own:szkoly_podstawowe 0299011 2023 7",
            "own:szkoly_podstawowe 0299022 2023 1250.5",
            "own:wydatki 0299022 2023 Missing(NotApplicable)",
        ]
    );
    let about = found.series[0].about();
    assert_eq!((about.label.as_str(), about.measure.as_deref()), ("Szkoły podstawowe", Some("szt.")));
    assert_eq!((found.layout, found.read_rows, found.refused_total), (Layout::Own, 5, 1));
    assert_eq!((found.refused[0].line, found.refused[0].what.as_str()), (6, "Razem"));
}

#[test]
fn a_wide_table_gives_each_heading_its_variable_and_year() {
    let both = found("kod;gmina;bezrobotni 2022;bezrobotni 2023;szkoły 2023\n0299011;A;60;50;7\n");
    let years = found("kod;wskaźnik;2022;2023\n0299011;szkoły;6;7\n0299011;domy;600;700\n");
    let indicators = found("kod;rok;szkoły;domy\n0299011;2022;6;600\n0299011;2023;7;700\n");

    assert_eq!(told(&both), ["own:bezrobotni 0299011 2022 60", "own:bezrobotni 0299011 2023 50", "own:szkoly 0299011 2023 7"]);
    let expected =
        ["own:domy 0299011 2022 600", "own:domy 0299011 2023 700", "own:szkoly 0299011 2022 6", "own:szkoly 0299011 2023 7"];
    assert_eq!(told(&years), expected);
    assert_eq!(told(&indicators), expected);
}

#[test]
fn the_same_table_is_read_from_every_kind_of_file() {
    let rows: &[&[&str]] = &[
        &["kod", "rok", "zmienna", "wartość"],
        &["0299011", "#2023", "szkoły", "#7"],
        &["0299022", "#2023", "szkoły", "#1.234"],
    ];
    let text = "kod;rok;zmienna;wartość\n0299011;2023;szkoły;7\n0299022;2023;szkoły;1.234\n";
    let json = r#"[{"kod":"0299011","rok":2023,"zmienna":"szkoły","wartość":7},{"kod":"0299022","rok":2023,"zmienna":"szkoły","wartość":1.234}]"#;
    let expected = ["own:szkoly 0299011 2023 7", "own:szkoly 0299022 2023 1.234"];

    for (kind, bytes) in [
        ("text", text.as_bytes().to_vec()),
        ("JSON", json.as_bytes().to_vec()),
        ("gzip", made::gzip(text.as_bytes())),
        ("XLSX", xlsx(&[("Arkusz1", rows)])),
        ("ODS", ods(&ods_sheet("Arkusz1", rows))),
    ] {
        let found = read(Input::new("own", bytes), &how()).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(told(&found), expected, "{kind}");
    }
}

#[test]
fn a_parquet_file_is_read_by_a_mapping() {
    let shape = Shape::Long {
        variable: ColumnOrFixed::Column(name("to")),
        period: ColumnOrFixed::Fixed("2023-12-31".into()),
        value: name("persons"),
        measure: None,
        flag: None,
    };
    let mapping = Mapping { sheet: None, header_row: None, decimal: None, unit: name("from"), shape };
    let file = Input::new("own.parquet", parquet(&[("0299011", "szkoły", 7), ("0299022", "szkoły", 6)]));

    let found = read(file, &How { mapping: Some(mapping), ..how() }).expect("observations");

    assert_eq!(told(&found), ["own:szkoly 0299011 2023-12-31 7", "own:szkoly 0299022 2023-12-31 6"]);
}

#[test]
fn a_mapping_comes_back_from_a_form_as_it_was() {
    let column = WideColumn {
        column: Column::Number(3),
        variable: ColumnOrFixed::Fixed("bdl:72305".into()),
        period: ColumnOrFixed::Column(name("rok")),
        measure: Some("osoba".into()),
    };
    let wide = Mapping {
        decimal: Some(Decimal::Comma),
        header_row: Some(3),
        sheet: Some("Dane".into()),
        unit: name("kod"),
        shape: Shape::Wide(vec![column]),
    };

    for mapping in [wide, long(ColumnOrFixed::Column(name("zmienna")), "wartość")] {
        let text = serde_json::to_string(&mapping).expect("a mapping can be written");
        assert_eq!(serde_json::from_str::<Mapping>(&text).expect("and read"), mapping, "{text}");
    }
}

#[test]
fn a_mapping_says_what_names_do_not() {
    let table = "Wyniki gminy;;\n;;\nkod;rok;ile\n0299011;2023;1,234\n";
    let mapping =
        Mapping { decimal: Some(Decimal::Comma), header_row: Some(3), ..long(ColumnOrFixed::Fixed("bdl:76973".into()), "ile") };
    let how = How { mapping: Some(mapping.clone()), publisher: Some("Gmina".into()), ..how() };

    let found = read(Input::new("own.csv", table), &how).expect("observations");

    assert_eq!(told(&found), ["bdl:76973 0299011 2023 1.234"]);
    assert_eq!(found.series[0].about().publisher, "Gmina");
    let lacking = Mapping { unit: name("teryt"), ..mapping };
    let refused = read(Input::new("own.csv", table), &How { mapping: Some(lacking), ..how }).expect_err("no such column");
    assert!(refused.to_string().starts_with("own.csv has no column for the code of the unit, it has"), "{refused}");
}

#[test]
fn a_wide_table_is_read_by_a_mapping_and_told_keys_are_taken_over() {
    let table = "kod;a;b\n0299011;5;7\n0299022;6;\n";
    let column = |at: usize, variable: &str, period: &str| WideColumn {
        column: Column::Number(at),
        variable: ColumnOrFixed::Fixed(variable.into()),
        period: ColumnOrFixed::Fixed(period.into()),
        measure: None,
    };
    let mapping = |columns| Mapping { shape: Shape::Wide(columns), ..long(ColumnOrFixed::Fixed(String::new()), "a") };
    let by = |columns, year| read(Input::new("own.csv", table), &How { mapping: Some(mapping(columns)), year, ..how() });

    let found = by(vec![column(2, "bdl:1", "2022"), column(3, "domy", "")], Some(2023)).expect("observations");

    let expected =
        ["bdl:1 0299011 2022 5", "bdl:1 0299022 2022 6", "own:domy 0299011 2023 7", "own:domy 0299022 2023 Missing(NotGiven)"];
    assert_eq!(told(&found), expected);
    let silent = by(vec![column(3, "domy", "")], None).expect_err("no year").to_string();
    assert_eq!(silent, "own.csv does not tell the day or year of column b; it must be given");
    let nameless = by(vec![column(3, "", "2023")], None).expect_err("no variable").to_string();
    assert_eq!(nameless, "own.csv, column b: what the mapping says of it cannot be: it names no variable");
    let quarter = by(vec![column(3, "domy", "2023-Q1")], None);
    assert!(matches!(quarter, Err(Error::Mapping { reason: Reason::NotAPeriod, .. })));
}

#[test]
fn an_own_table_is_no_export_though_it_begins_like_one() {
    let table = "Kod;Nazwa;Rok;Zmienna;Wartość\n0299011;A;2023;szkoły;7\n";

    let found = read(Input::new("P2137.csv", table), &how()).expect("observations");

    assert_eq!((found.layout, told(&found)), (Layout::Own, vec!["own:szkoly 0299011 2023 7".to_string()]));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line_and_the_others_stay() {
    let table = "kod;rok;zmienna;wartość;flaga\n0299011;2023;a;5;\n0299011;2023;a;6;\n0299022;2023;a;5;p\n0299022;2023;a;5;p\n\
        0299033;2023-Q1;a;5;\n0299033;2023;;5;\n0299033;2023;a;wiele;\n0299033;2023;a;NaN;\n0299032;2023;a;inf;\n0299031;2023;a;1;?\n\
        Źródło: GUS;;;;\n0299031;2023\n";

    let found = found(table);

    let refused: Vec<(u64, String)> = found.refused.iter().map(|one| (one.line, one.reason.to_string())).collect();
    let expected = [
        (3, "line 2 gives another value for this unit in 2023; neither is taken, leave one of them out"),
        (6, "it is no year such as 2023 and no day such as 2023-12-31; parts of a year are not read"),
        (7, "it names no variable"),
        (8, "in column wartość, wiele is no number"),
        (10, "in column wartość, inf is no number"),
        (11, "? is no flag that is known; write one of Eurostat's letters, such as p or e"),
        (12, "it is no code of a unit"),
        (13, "it has 2 fields where the header has 5"),
    ];
    assert_eq!(refused, expected.map(|(line, reason)| (line, reason.to_string())));
    assert_eq!(told(&found), ["own:a 0299022 2023 5", "own:a 0299033 2023 Missing(NotGiven)"]);
    let flagged = found.series[0].get(&code("0299022"), Period::Year(2023));
    assert_eq!(flagged, Some((Value::Known(5.0), Notes::of(&[Note::Preliminary]))));
    assert_eq!(
        found.series[0].get(&code("0299033"), Period::Year(2023)).map(|(value, _)| value),
        Some(Value::Missing(Missing::NotGiven))
    );
    assert_eq!(found.read_rows, 12);
}

#[test]
fn a_number_beside_the_flag_of_a_secret_is_kept_as_secret() {
    let found = found(
        "kod;rok;zmienna;wartość;flaga\n0299011;2025;bdl:10514;7;c\n0299022;2025;bdl:10514;7;cp\n0299033;2025;bdl:10514;7;p\n",
    );

    let secret = "Missing(Suppressed)";
    let expected = [
        format!("bdl:10514 0299011 2025 {secret}"),
        format!("bdl:10514 0299022 2025 {secret}"),
        "bdl:10514 0299033 2025 7".into(),
    ];
    assert_eq!(told(&found), expected);
}

#[test]
fn numbers_that_a_variable_cannot_have_are_refused_with_line_column_and_reason() {
    let table = "kod;rok;zmienna;wartość\n0299011;2021;bdl:72305;-500\n0299011;2022;bdl:72305;12,7\n0299011;2023;bdl:72305;99999999999\n\
        0299011;2024;bdl:72305;1e33\n0299011;2025;bdl:72305;500\n0299011;2021;bdl:1365234;-12\n0299011;2022;wynik;-7,5\n\
        0299011;2023;wynik;1e15\n0299022;2025;bdl:72305;1,234\n0299022;2024;wynik;1,234\n";

    let found = found(table);

    let refused: Vec<(u64, String)> = found.refused.iter().map(|one| (one.line, one.reason.to_string())).collect();
    let expected = [
        (2, "in column wartość, -500 is negative, which this variable cannot be"),
        (3, "in column wartość, 12.7 is no whole number, which this variable must be"),
        (4, "in column wartość, 99999999999 is more than any unit can have"),
        (5, "in column wartość, 1000000000000000000000000000000000 is more than any unit can have"),
        (9, "in column wartość, 1000000000000000 is more than any unit can have"),
        (10, "in column wartość, 1.234 is no whole number, which this variable must be"),
    ];
    assert_eq!(refused, expected.map(|(line, reason)| (line, reason.to_string())));
    let expected = [
        "bdl:1365234 0299011 2021 -12",
        "bdl:72305 0299011 2025 500",
        "own:wynik 0299011 2022 -7.5",
        "own:wynik 0299022 2024 1.234",
    ];
    assert_eq!(told(&found), expected);
}

#[test]
fn a_number_that_waits_to_be_settled_is_held_against_the_bounds_as_it_is_settled() {
    let found = found("kod;rok;zmienna;wartość\n0299011;2024;bdl:72305;1,234\n0299011;2025;wynik;0.5\n");

    assert_eq!(told(&found), ["bdl:72305 0299011 2024 1234", "own:wynik 0299011 2025 0.5"]);
    assert_eq!(found.refused_total, 0);
}

#[test]
fn a_name_as_long_as_a_text_is_refused() {
    let long = "ż".repeat(301);
    let table = format!(
        "kod;rok;zmienna;wartość\n0299011;2024;{long};1\n0299011;2024;own:{};1\n0299011;2024;{};1\n",
        "a".repeat(101),
        "ż".repeat(300)
    );

    let found = found(&table);

    let refused: Vec<(u64, &Reason)> = found.refused.iter().map(|one| (one.line, &one.reason)).collect();
    assert_eq!(refused, [(2, &Reason::LongName { most: 300 }), (3, &Reason::LongIdentifier { most: 100 })]);
    assert_eq!(found.series.len(), 1);
}

#[test]
fn a_table_whose_values_are_all_empty_says_that_they_are_missing() {
    let missing = "Missing(NotGiven)";
    let cases = [
        ("kod;rok;zmienna;wartość\n3217043;2025;bdl:10514;\n", format!("bdl:10514 3217043 2025 {missing}")),
        ("kod,rok,zmienna,wartość\n3217043,2025,bdl:10514,NA\n", format!("bdl:10514 3217043 2025 {missing}")),
        ("kod;szkoły 2025\n3217043;\n", format!("own:szkoly 3217043 2025 {missing}")),
    ];
    for (table, expected) in cases {
        assert_eq!(told(&found(table)), [expected], "{table}");
    }
}

#[test]
fn all_refused_rows_are_counted_and_some_are_kept() {
    let mut table = "kod;rok;zmienna;wartość\n".to_string();
    for row in 0..5_000 {
        let _ = writeln!(table, "{:07};2023;a;{}", 299_000 + row, if row % 5 == 4 { "wiele" } else { "1" });
    }

    let found = found(&table);

    assert_eq!((found.refused.len(), found.refused_total), (MOST_KEPT, 1_000));
    assert_eq!(found.series[0].len(), 4_000);
}

#[test]
fn thousands_are_never_taken_for_the_variable_that_counts_in_ones() {
    let told_key =
        "kod;rok;zmienna;wartość;jednostka miary\n0299011;2023;bdl:72305;5;tys. osób\n0299022;2023;bdl:72305;5000;osoba\n";
    let words = "kod;rok;zmienna;wartość;jednostka miary\n0299011;2023;ludność;5;tys. osób\n0299022;2023;ludność;5000;osoba\n";
    let twice = "kod;rok;zmienna;wartość;jednostka miary\n0299011;2023;bdl:1;5;ha\n0299022;2023;bdl:1;5000;km²\n";

    let one = found(told_key);

    assert_eq!(told(&one), ["bdl:72305 0299022 2023 5000"]);
    assert_eq!((one.refused[0].line, &one.refused[0].reason), (2, &Reason::Thousands { measure: "tys. osób".into() }));
    assert_eq!(told(&found(words)), ["own:ludnosc_osoba 0299022 2023 5000", "own:ludnosc_tys_osob 0299011 2023 5"]);
    let refused = read(Input::new("own.csv", twice), &how());
    assert!(matches!(refused, Err(Error::Measures { .. })), "{refused:?}");
}

#[test]
fn a_leading_zero_that_a_spreadsheet_took_comes_back() {
    let rows: &[&[&str]] =
        &[&["kod", "rok", "zmienna", "wartość"], &["#201011", "#2023", "a", "#7"], &["#1465011", "#2023", "a", "#9"]];

    let found = read(Input::new("own.xlsx", xlsx(&[("Arkusz1", rows)])), &how()).expect("observations");

    assert_eq!(told(&found), ["own:a 0201011 2023 7", "own:a 1465011 2023 9"]);
}

fn table_of(rows: &[(u32, u16, u8, i32)]) -> String {
    let mut table = "kod;rok;zmienna;wartość\n".to_string();
    for (unit, year, variable, number) in rows {
        let (whole, part) = (number / 100, number.unsigned_abs() % 100);
        let sign = if *number < 0 && whole == 0 { "-" } else { "" };
        let _ = writeln!(table, "{unit:07};{year};zmienna {variable};{sign}{whole},{part:02}");
    }
    table
}

proptest! {
    #[test]
    fn a_long_table_gives_its_values_back_in_any_order_of_rows(
        values in proptest::collection::btree_map((200_000_u32..200_060, 1990_u16..2030, 0_u8..4), -1_000_000_i32..1_000_000, 1..80),
        turns in proptest::collection::vec(any::<prop::sample::Index>(), 80),
    ) {
        let rows: Vec<_> = values.iter().map(|(&(unit, year, variable), &number)| (unit, year, variable, number)).collect();
        let mut turned = rows.clone();
        for (at, turn) in turns.iter().enumerate().take(rows.len()) {
            turned.swap(at, turn.index(rows.len()));
        }

        let (one, other) = (found(&table_of(&rows)), found(&table_of(&turned)));

        prop_assert_eq!(one.refused_total, 0);
        let without_file = |found: &Found| found.series.iter().map(|one| (one.about().key(), one.iter().map(|(unit, period, value, notes)| (unit.clone(), period, value, notes)).collect::<Vec<_>>())).collect::<Vec<_>>();
        prop_assert_eq!(without_file(&one), without_file(&other));
        prop_assert_eq!(one.series.iter().map(Series::len).sum::<usize>(), rows.len());
        for (unit, year, variable, number) in rows {
            let series = one.series.iter().find(|one| one.about().variable == format!("zmienna_{variable}")).expect("a series");
            let expected = Value::Known(f64::from(number) / 100.0);
            prop_assert_eq!(series.get(&code(&format!("{unit:07}")), Period::Year(year)), Some((expected, Notes::NONE)));
        }
    }

    #[test]
    fn no_rows_make_the_reader_panic(rows in "(kod;rok;zmienna;wartość\n)([0-9a-z]{0,8};[0-9-]{0,6};[a-z: ]{0,4};[-0-9,.x ]{0,9}\n){0,9}") {
        let _ = read(Input::new("own.csv", rows.as_bytes()), &how());
        let _ = guess(Input::new("own.csv", rows.as_bytes()), None);
    }
}

/// Most memory that the process has used since it was forgotten last, in bytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or("VmHWM: 0 kB");
    line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// Rows of a second, and bytes of a row beyond the file itself: `cargo test --release -p miedza-sources --test own_tables -- --ignored --nocapture`.
#[test]
#[ignore = "measures ten million rows; run it in release"]
fn ten_million_rows_are_read_in_seconds() {
    let rows: u32 = 10_000_000;
    for (case, variables, scattered) in
        [("hundred variables", 100_u32, false), ("one variable", 1, false), ("scattered, decimals", 100, true)]
    {
        let (units, years) = (2_500, rows / 2_500 / variables.min(100));
        let mut table = String::with_capacity(300_000_000);
        table.push_str("variable;unit;year;value\n");
        for row in 0..rows {
            let at = if scattered { u32::try_from(u64::from(row) * 7_919_997 % u64::from(rows)).expect("small") } else { row };
            let (variable, rest) = (at % variables, at / variables);
            let (unit, year) = (rest % units, rest / units);
            let year = if years > 100 {
                format!("{}-{:02}-{:02}", 1990 + year % 100, 1 + year / 100 % 12, 1 + year / 1200)
            } else {
                (1990 + year).to_string()
            };
            let _ = if scattered {
                writeln!(table, "w{variable};{:07};{year};{}.{:02}", 200_000 + unit, at % 9973, at % 100)
            } else {
                writeln!(table, "w{variable};{:07};{year};{}", 200_000 + unit, at % 99_991)
            };
        }
        let bytes = table.len();
        let input = Input::new("long.csv", table);
        // On Linux this forgets what was used most; elsewhere the figure is 0.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let (before, start) = (most_memory(), Instant::now());

        let found = read(input, &how()).expect("observations");

        let seconds = start.elapsed().as_secs_f64();
        let read: usize = found.series.iter().map(Series::len).sum();
        assert_eq!(read, usize::try_from(rows).expect("it fits"), "{case}");
        let beyond = most_memory().saturating_sub(before) / u64::from(rows);
        eprintln!("{case}: {bytes} bytes, {seconds:.2} s, {:.0} rows/s, {beyond} bytes a row at most", f64::from(rows) / seconds);
    }
}
