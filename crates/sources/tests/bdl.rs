//! The Local Data Bank: recorded answers of the right shape, real exports and dictionaries of the reference data, and bytes
//! that are no answer at all.

mod reference;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use miedza_sources::bdl::export::{self, Export, ExportRow};
use miedza_sources::bdl::gather::{self, Received, Warning};
use miedza_sources::bdl::label::Labels;
use miedza_sources::bdl::{Error, UnitId, UnitIds, flag, parse};
use miedza_sources::observations::Outside;
use miedza_sources::table::Input;
use miedza_territory::{Day, Missing, Note, Notes, Observation, Period, UnitCode, Value};
use proptest::prelude::*;
use reference::shared;

const VARIABLE: u32 = 990_001;
const RECORDED: [&str; 7] = ["variable", "variables", "by-variable-0", "by-variable-1", "by-unit", "units", "attributes"];

fn recorded(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/bdl").join(name).with_extension("json");
    fs::read(path).expect("a recorded answer")
}

fn day() -> Day {
    Day::new(2026, 1, 5).expect("a day of the test")
}

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

fn labels(label: &str) -> Labels {
    Labels::parse(&format!("{VARIABLE};{label};person;6;2026-01-05")).expect("labels of the test")
}

fn received() -> Received {
    Received { retrieved: day(), sha256: "0".repeat(64) }
}

#[test]
fn flags_of_recorded_answers_become_values_notes_and_warnings() {
    let pages = ["by-variable-0", "by-variable-1"].map(|name| parse::by_variable(&recorded(name)).expect("a page"));
    let variable = parse::variable(&recorded("variable")).expect("a variable");

    let gathered = gather::of_variable(VARIABLE, &pages).expect("values of one variable");
    let warnings = gathered.warnings.clone();
    let series = gather::series(&variable, &labels("ogółem, kobiety"), gathered, received()).expect("a series");

    let (missing, secret) = (Value::Missing(Missing::NotGiven), Value::Missing(Missing::Suppressed));
    let cases: [(&str, u16, Value, &[Note]); 8] = [
        ("0299011", 2023, Value::Known(10_500.0), &[]),
        ("0299011", 2024, Value::Known(10_410.5), &[Note::BreakInSeries, Note::MayBeIncomplete]),
        ("0299022", 2023, secret, &[Note::NotDisclosed]),
        ("0299022", 2024, Value::Known(0.0), &[Note::BelowPrecision]),
        ("0299033", 2023, missing, &[Note::UnknownFlag]),
        ("0299033", 2024, missing, &[]),
        ("0299044", 2023, missing, &[Note::UnknownFlag]),
        ("0299044", 2024, missing, &[Note::NotYetAvailable]),
    ];
    for (unit, year, value, notes) in cases {
        assert_eq!(series.get(&code(unit), Period::Year(year)), Some((value, Notes::of(notes))), "{unit} {year}");
    }
    assert_eq!(series.len(), cases.len());
    let (year, town) = (Period::Year, "030210199044".to_string());
    let third = "030210199033".to_string();
    assert_eq!(
        warnings,
        [
            Warning::UnknownFlag { unit: third.clone(), period: year(2023), flag: 77 },
            Warning::NoPeriod { unit: third.clone(), found: None },
            Warning::NoNumber { unit: third, period: year(2024) },
            Warning::NoFlag { unit: town, period: year(2023) },
            Warning::NotAUnit { unit: "030210199044-0000001".into() },
        ]
    );
    let about = series.about();
    assert_eq!((about.label.as_str(), about.measure.as_deref()), ("ogółem; kobiety", Some("osoba")));
    assert_eq!((about.variable.as_str(), about.retrieved), ("990001", day()));
}

#[test]
fn numbers_that_a_variable_cannot_have_are_left_out_and_told() {
    let observation = |value: f64| Observation {
        unit: UnitCode::parse("3217011").expect("a code"),
        period: Period::Year(2023),
        value: Value::Known(value),
        notes: Notes::NONE,
    };
    let gathered = || gather::Gathered { observations: vec![observation(12.0), observation(-3.0)], warnings: Vec::new() };

    let population = gathered().within_bounds(72305);
    let balance = gathered().within_bounds(1_365_234);

    assert_eq!(population.observations, [observation(12.0)]);
    let (unit, number) = ("3217011".to_owned(), "-3".to_owned());
    let expected = Warning::OutOfBounds { unit, period: Period::Year(2023), outside: Outside::Negative, number };
    assert_eq!(population.warnings, [expected]);
    assert_eq!((balance.observations.len(), balance.warnings.len()), (2, 0), "a balance may be negative");
}

#[test]
fn an_import_stops_where_the_label_or_the_variable_is_another() {
    let variable = parse::variable(&recorded("variable")).expect("a variable");
    let page = parse::by_variable(&recorded("by-variable-0")).expect("a page");

    let differs = gather::series(&variable, &labels("ogółem, mężczyźni"), gather::Gathered::default(), received());

    let Err(Error::LabelDiffers { variable: VARIABLE, expected, returned }) = differs else { panic!("{differs:?}") };
    assert_eq!((expected.as_str(), returned.as_str()), ("ogółem, mężczyźni", "ogółem; kobiety"));
    let other = gather::of_variable(5, &[page]);
    assert!(matches!(other, Err(Error::OtherVariable { asked: 5, found: VARIABLE })));
}

#[test]
fn values_of_a_unit_units_and_dictionaries_are_read() {
    let unit = parse::by_unit(&recorded("by-unit")).expect("a page");
    let units = parse::units(&recorded("units")).expect("a page");
    let variables = parse::variables(&recorded("variables")).expect("a page");
    let attributes = parse::attributes(&recorded("attributes")).expect("a page");

    let gathered = gather::of_units(990_002, &[unit]);
    let ids = UnitIds::new(units.results.iter().map(|unit| UnitId::parse(&unit.id).expect("an identifier")));

    assert_eq!(gathered.observations.len(), 1);
    assert_eq!(gathered.observations[0].value, Value::Missing(Missing::NotApplicable));
    assert_eq!(ids.municipalities(), 2, "town and rural area are parts of an urban-rural municipality");
    assert_eq!(ids.of(&code("0299")).map(UnitId::as_str).collect::<Vec<_>>(), ["030210199000"]);
    for unit in &units.results {
        let id = UnitId::parse(&unit.id).expect("an identifier");
        assert_eq!(id.level().number(), unit.level, "{}", unit.name);
    }
    assert_eq!(variables.results[1].label(), "ogółem; 0-4");
    assert_eq!(flag::unknown(&attributes.results).iter().map(|flag| flag.id).collect::<Vec<_>>(), [77]);
}

#[test]
fn an_answer_of_another_shape_is_refused_with_its_place() {
    let cases: [(&[u8], &str); 4] = [
        (
            b"<html>",
            "the answer is no variable of the Local Data Bank (line 1, column 1); ask again or look at what was received",
        ),
        (b"", "the answer is no variable of the Local Data Bank (line 1, column 0); ask again or look at what was received"),
        (b"{}", "the answer is no variable of the Local Data Bank (line 1, column 2); ask again or look at what was received"),
        (
            b"{\"id\":-1}",
            "the answer is no variable of the Local Data Bank (line 1, column 8); ask again or look at what was received",
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(parse::variable(bytes).expect_err("no variable").to_string(), expected);
    }
    let long = vec![b' '; parse::MOST_BYTES + 1];
    assert!(matches!(parse::by_variable(&long), Err(Error::TooLarge { .. })));
}

fn parse_everything(bytes: &[u8]) {
    let _ = parse::by_variable(bytes).map(|page| gather::of_variable(page.variable_id, &[page]));
    let _ = parse::by_unit(bytes).map(|page| gather::of_units(VARIABLE, &[page]));
    let _ = parse::units(bytes).map(|page| page.results.iter().filter(|unit| UnitId::parse(&unit.id).is_ok()).count());
    let _ = (parse::variables(bytes), parse::variable(bytes), parse::attributes(bytes), parse::frame(bytes));
    let _ = export::read(Input::new("bdl.csv", bytes)).map(|export| export.series(day(), Some(2020), None));
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        parse_everything(&bytes);
    }

    #[test]
    fn no_damage_to_an_answer_makes_the_readers_panic(
        name in proptest::sample::select(RECORDED.to_vec()),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = recorded(name);
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        parse_everything(&bytes);
        parse_everything(&bytes[..cut.index(bytes.len())]);
    }

    #[test]
    fn no_rows_make_the_reader_of_exports_panic(rows in "(Kod;Nazwa;\"a;2020;\\[o\\]\";b,2021;\n)([0-9]{5,8};[^\n]{0,9};[-0-9,.]{0,6};[-0-9,. x]{0,6};?\n){0,8}") {
        let read = export::read(Input::new("bdl.csv", rows.as_bytes()));
        if let Ok(export) = read {
            for row in &export.rows {
                prop_assert_eq!(row.values.len(), export.headings.len());
            }
            let lines: Vec<u64> = export.rows.iter().map(|row| row.line).collect();
            prop_assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn an_identifier_keeps_the_code_within_it(voivodeship in 1_u8..=16, statistics in 0_u32..1000, county in 1_u8..100, gmina in 1_u8..100, kind in 1_u8..=5) {
        let id = format!("04{:02}{statistics:03}{county:02}{gmina:02}{kind}", voivodeship * 2);

        let read = UnitId::parse(&id).expect("an identifier");

        prop_assert_eq!(read.code().as_str(), format!("{:02}{county:02}{gmina:02}{kind}", voivodeship * 2));
        prop_assert_eq!(read.is_municipality(), kind <= 3);
        let same = UnitIds::new([read.clone()]);
        prop_assert_eq!(same.of(read.code()).collect::<Vec<_>>(), [&read]);
    }

    #[test]
    fn any_text_is_an_identifier_or_refused(text in any::<String>()) {
        let _ = UnitId::parse(&text);
        let _ = export::heading(&text);
    }
}

fn shared_export(name: &str) -> Option<Export> {
    let path = shared(&format!("pl-statistics/bdl_{name}.csv.gz"))?;
    Some(export::read(Input::open(&path).expect("a readable file")).expect("an export"))
}

fn is_municipality(row: &ExportRow) -> bool {
    row.code.kind().is_some_and(|kind| !kind.is_part())
}

fn number(value: Value) -> f64 {
    value.number().expect("a value that is given")
}

/// Figures counted with Python 3 (`csv`, `gzip`) beside this program.
#[test]
fn each_row_of_the_real_exports_is_read_or_refused() {
    let cases = [
        ("P1944_registered_unemployed_2003_2024", 4434, 0, 22, Some(2003), Some("osoba"), 7213),
        ("P2137_population_by_age_gmina_2020", 3779, 0, 21, None, None, 0),
        ("P2137_population_by_age_powiat_2020", 380, 0, 21, None, None, 0),
        ("P2425_density_population_2024", 4314, 0, 7, Some(2024), Some("osoba"), 4297),
        ("P2425_population_2023", 4246, 1, 1, None, None, 0),
    ];
    for (name, rows, refused, columns, year, measure, empty) in cases {
        let Some(export) = shared_export(name) else { return };

        assert_eq!((export.rows.len(), export.refused.len()), (rows, refused), "{name}: {:?}", export.refused);
        assert_eq!(export.headings.len(), columns, "{name}");
        assert_eq!((export.headings[0].year, export.headings[0].measure.as_deref()), (year, measure), "{name}");
        let missing = export.rows.iter().flat_map(|row| &row.values).filter(|value| value.number().is_none()).count();
        assert_eq!(missing, empty, "{name}");
        let series = export.series(day(), Some(2020), None).expect(name);
        assert_eq!(series.iter().map(miedza_territory::Series::len).sum::<usize>(), rows * columns, "{name}");
        assert_eq!(series[0].about().sha256.len(), 64);
    }
}

#[test]
fn no_file_of_the_local_data_bank_is_left_out_here() {
    let Some(folder) = shared("pl-statistics") else { return };
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let exports = files.filter(|name| name.to_string_lossy().starts_with("bdl_P")).count();

    assert_eq!(exports, 5);
}

#[test]
fn registered_unemployed_of_all_years_are_one_series_that_adds_up() {
    let Some(export) = shared_export("P1944_registered_unemployed_2003_2024") else { return };

    let series = export.series(day(), None, None).expect("a series");

    assert_eq!(series.len(), 1);
    let of = series[0].in_period(Period::Year(2024));
    let all: f64 =
        of.iter().filter(|(code, _)| code.kind().is_some_and(|kind| !kind.is_part())).filter_map(|(_, v)| v.number()).sum();
    assert_eq!(of.get(&code("00")).map(number), Some(786_179.0));
    assert!((all - 786_179.0).abs() < 0.5, "{all}");
}

#[test]
fn decimal_points_and_commas_are_read_as_the_exports_have_them() {
    let Some(export) = shared_export("P2425_density_population_2024") else { return };
    let labels: Vec<&str> = export.headings.iter().map(|heading| heading.label.as_str()).collect();
    assert_eq!(labels[1], "gęstość zaludnienia powierzchni zabudowanej i zurbanizowanej (osoby/km2)");
    assert_eq!(export.headings[3].measure.as_deref(), Some("tys. osób"));
    assert_eq!(export.rows[0].values[2..4], [Value::Known(-3.9), Value::Known(37_489.09)]);

    let Some(export) = shared_export("P2425_population_2023") else { return };
    assert_eq!(export.rows[0].values, [Value::Known(37_636.51)]);
}

#[test]
fn inhabitants_of_municipalities_add_up_to_those_of_their_counties_in_each_age_group() {
    let name = "P2137_population_by_age";
    let (Some(below), Some(above)) =
        (shared_export(&format!("{name}_gmina_2020")), shared_export(&format!("{name}_powiat_2020")))
    else {
        return;
    };
    assert_eq!(below.headings, above.headings);

    let mut sums: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for row in below.rows.iter().filter(|row| is_municipality(row)) {
        let sum = sums.entry(&row.code.as_str()[..4]).or_insert_with(|| vec![0.0; below.headings.len()]);
        sum.iter_mut().zip(&row.values).for_each(|(sum, value)| *sum += number(*value));
    }

    assert_eq!((sums.len(), above.rows.len()), (380, 380));
    for row in &above.rows {
        let own: Vec<f64> = row.values.iter().map(|value| number(*value)).collect();
        assert_eq!(sums[row.code.as_str()], own, "{}", row.name);
    }
    assert_eq!(below.rows.iter().filter(|row| is_municipality(row)).count(), 2477);
    assert!((sums.values().map(|sum| sum[0]).sum::<f64>() - 38_265_013.0).abs() < 0.5);
}

#[test]
fn the_recorded_answers_of_the_service_are_understood() {
    let Some(folder) = shared("pl-statistics/bdl_api_samples") else { return };
    let read = |name: &str| samples(&folder, name);

    let page = |results: &serde_json::Value| serde_json::json!({ "results": results }).to_string().into_bytes();
    let attributes = parse::attributes(&page(&read("attributes")["list_attributes"])).expect("attributes");
    assert_eq!(attributes.results.len(), 18);
    assert_eq!(flag::unknown(&attributes.results), Vec::<&parse::Attribute>::new());

    for list in ["list_units", "search_units"] {
        for unit in parse::units(&page(&read("units")[list])).expect("units").results {
            let id = UnitId::parse(&unit.id).expect("an identifier");
            assert_eq!(id.level().number(), unit.level, "{}", unit.name);
            let kind = unit.kind.filter(|_| unit.level == 6);
            assert_eq!(id.kind().is_some(), kind.is_some(), "{}", unit.name);
        }
    }
    for unit in parse::units(&page(&read("units")["list_localities"])).expect("localities").results {
        assert!(UnitId::parse(&unit.id).is_err(), "a locality is no unit: {}", unit.id);
    }

    let variables = read("variables");
    assert_eq!(parse::variables(&page(&variables["list_variables"])).expect("variables").results.len(), 10);
    let variable = parse::variable(variables["get_variable"].to_string().as_bytes()).expect("a variable");
    assert_eq!((variable.label().as_str(), variable.years.len()), ("ogółem; 25-29", 30));

    let data = read("data");
    let frame = serde_json::json!({ "variableId": 10, "results": data["get_data_by_variable"] }).to_string();
    let gathered = gather::of_variable(10, &[parse::by_variable(frame.as_bytes()).expect("values")]).expect("values");
    assert_eq!((gathered.observations.len(), gathered.warnings.len()), (90, 0));
    let unit = parse::by_unit(data["get_data_by_unit"].to_string().as_bytes()).expect("values");
    assert_eq!(gather::of_units(9, &[unit]).observations.len(), 30);
}

fn samples(folder: &Path, name: &str) -> serde_json::Value {
    let bytes = fs::read(folder.join(name).with_extension("json")).expect("recorded answers");
    serde_json::from_slice(&bytes).expect("JSON")
}
