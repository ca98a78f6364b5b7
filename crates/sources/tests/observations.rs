//! One way in for observations: real files and recorded answers of each source as they are, and files that are none.

#[expect(dead_code, reason = "other tests make the other formats")]
mod made;
mod reference;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use made::gzip;
use miedza_sources::observations::{Error, Found, How, Layout, Reason, Remark, read};
use miedza_sources::table::Input;
use miedza_territory::{Day, Missing, Note, Notes, Period, Series, UnitCode, Value};
use reference::shared;

fn how() -> How {
    How::new(Day::new(2026, 1, 5).expect("a day of the test"))
}

fn in_year(year: u16) -> How {
    How { year: Some(year), ..how() }
}

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

fn recorded(path: &str) -> Input {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(path);
    Input::open(&path).expect("a recorded file")
}

fn found(input: Input, how: &How) -> Found {
    let name = input.name().to_string();
    read(input, how).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn of_shared(name: &str, how: &How) -> Option<Found> {
    Some(found(Input::open(&shared(name)?).expect("a readable file"), how))
}

fn series<'a>(found: &'a Found, key: &str) -> &'a Series {
    let keys: Vec<String> = found.series.iter().map(|one| one.about().key()).collect();
    found.series.iter().find(|one| one.about().key() == key).unwrap_or_else(|| panic!("no {key} in {keys:?}"))
}

fn keys(found: &Found) -> Vec<String> {
    found.series.iter().map(|one| one.about().key()).collect()
}

fn value(series: &Series, unit: &str, period: &str) -> Option<Value> {
    series.get(&code(unit), period.parse().expect("a period of the test")).map(|(value, _)| value)
}

/// Sum over municipalities as wholes.
fn sum(series: &Series, year: u16) -> f64 {
    let is_whole = |unit: &UnitCode| unit.kind().is_some_and(|kind| !kind.is_part());
    series.in_period(Period::Year(year)).iter().filter(|(unit, _)| is_whole(unit)).filter_map(|(_, value)| value.number()).sum()
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.5
}

/// Figures counted with Python 3 (`csv`, `gzip`) beside this program.
#[test]
fn the_exports_of_the_local_data_bank_are_read_as_they_are_with_the_right_variables() {
    let ages = "72305 72306 72307 72308 72309 47734 47694 47722 47701 47707 47726 47717 47732 47739 72239 72240 76022 76023 76024 76025 454048";
    let density = "60559 P2425_gestosc_zaludnienia_powierzchni_zabudowanej_i_zurbanizowanej_osoby_km2 P2425_zmiana_liczby_ludnosci_na_1000_mieszkancow P2425_ludnosc_w_tysiacach P2425_ludnosc_w_tysiacach_mezczyzni P2425_ludnosc_w_tysiacach_kobiety P2425_wskaznik_urbanizacji";
    let cases = [
        ("P1944_registered_unemployed_2003_2024", how(), "10514", 4434, 0),
        // The bank itself gives three municipalities less than nobody of 85 and more.
        ("P2137_population_by_age_gmina_2020", in_year(2020), ages, 3779, 3),
        ("P2137_population_by_age_powiat_2020", in_year(2020), ages, 380, 0),
        ("P2425_density_population_2024", how(), density, 4314, 0),
        ("P2425_population_2023", in_year(2023), "P2425_ludnosc_w_tysiacach", 4247, 1),
    ];
    for (name, how, variables, rows, refused) in cases {
        let Some(found) = of_shared(&format!("pl-statistics/bdl_{name}.csv.gz"), &how) else { return };

        let expected: Vec<String> = variables.split(' ').map(|variable| format!("bdl:{variable}")).collect();
        assert_eq!(keys(&found), expected, "{name}");
        assert_eq!((found.layout, found.read_rows, found.refused_total), (Layout::BankExport, rows, refused), "{name}");
        assert_eq!(found.provenance.sha256, found.series[0].about().sha256);
        let unlisted = found.remarks.iter().filter(|remark| matches!(remark, Remark::NotListed { .. })).count();
        assert_eq!(unlisted, variables.split(' ').filter(|variable| variable.starts_with('P')).count(), "{name}");
    }
}

#[test]
fn counties_are_the_sum_of_their_municipalities_in_every_additive_variable() {
    let name = "pl-statistics/bdl_P2137_population_by_age";
    let (Some(below), Some(above)) = (
        of_shared(&format!("{name}_gmina_2020.csv.gz"), &in_year(2020)),
        of_shared(&format!("{name}_powiat_2020.csv.gz"), &in_year(2020)),
    ) else {
        return;
    };

    for counties in &above.series {
        let key = counties.about().key();
        let parts = series(&below, &key);
        let mut sums = BTreeMap::<String, f64>::new();
        for (unit, _, value, _) in parts.iter().filter(|(unit, ..)| unit.kind().is_some_and(|kind| !kind.is_part())) {
            *sums.entry(unit.as_str()[..4].to_string()).or_default() += value.number().expect("a value");
        }
        assert_eq!(sums.len(), 380);
        // Less than nobody of 85 and more was refused in one of their municipalities.
        let is_whole = |unit: &UnitCode| key != "bdl:76025" || !["0224", "2213", "2610"].contains(&unit.as_str());
        for (unit, _, value, _) in counties.iter().filter(|(unit, ..)| is_whole(unit)) {
            assert!(near(sums[unit.as_str()], value.number().expect("a value")), "{unit} in {key}");
        }
    }
}

#[test]
fn table_21_gives_inhabitants_and_hectares_under_the_keys_of_the_local_data_bank() {
    for (edition, year, persons, hectares) in [(2022, 2021, 37_907_704.0, 31_272_030.0), (2023, 2022, 37_766_327.0, 31_393_136.0)]
    {
        let name = format!("pl-statistics/gus_area_population_{edition}.csv.gz");
        let Some(found) = of_shared(&name, &in_year(year)) else { return };

        assert_eq!((found.layout, keys(&found)), (Layout::PolishAreas, vec!["bdl:1".to_string(), "bdl:72305".to_string()]));
        assert!(near(sum(series(&found, "bdl:72305"), year), persons), "{name}");
        assert!(near(sum(series(&found, "bdl:1"), year), hectares), "{name}");
        let whole = series(&found, "bdl:1").iter().all(|(_, _, value, _)| value.number().is_some_and(|ha| near(ha.fract(), 0.0)));
        assert!(whole, "hectares are whole numbers");
        assert!(series(&found, "bdl:1").about().publisher.contains("table 21"));
        let silent = read(Input::open(&shared(&name).expect("a file")).expect("a file"), &how());
        assert!(matches!(silent, Err(Error::Edition { .. })), "the table tells no year");
    }
}

/// The keys of inhabitants in all and by age, in their order.
fn czech_ages() -> Vec<String> {
    let group = |from: u8| if from < 85 { format!("czso:2406_age_{from}_{}", from + 4) } else { "czso:2406_age_85".to_owned() };
    let mut keys: Vec<String> = (0..18).map(|group_of| group(group_of * 5)).chain(["czso:2406".to_owned()]).collect();
    keys.sort();
    keys
}

#[test]
fn lists_of_czech_municipalities_give_their_inhabitants_and_their_ages() {
    let Some(small) = of_shared("cz-municipalities/population_age_5y_2020_under1000.csv.gz", &in_year(2020)) else { return };
    assert_eq!((small.layout, keys(&small)), (Layout::CzechList, czech_ages()));
    assert_eq!(value(&small.series[0], "500101", "2020"), Some(Value::Known(227.0)));
    assert_eq!(value(series(&small, "czso:2406_age_0_4"), "500101", "2020"), Some(Value::Known(17.0)));
    assert_eq!(value(series(&small, "czso:2406_age_85"), "500101", "2020"), Some(Value::Known(0.0)));
    assert!(matches!(small.remarks[0], Remark::LeftOut { rows } if rows > 1000), "one sex alone is not taken");

    let Some(large) = of_shared("cz-municipalities/population_age_single_years_2020_1000plus.csv.gz", &in_year(2020)) else {
        return;
    };
    assert_eq!(value(series(&large, "czso:2406"), "500011", "2020"), Some(Value::Known(1851.0)));
    assert_eq!(value(series(&large, "czso:2406_age_0_4"), "500011", "2020"), Some(Value::Known(99.0)), "not a single year");
    assert_eq!(value(series(&large, "czso:2406_age_85"), "500011", "2020"), Some(Value::Known(40.0)));
    let everybody = |found: &Found| -> f64 {
        let ages = found.series.iter().filter(|series| series.about().key().contains("_age_"));
        let of_age = |series: &Series| -> f64 {
            series.in_period(Period::Year(2020)).iter().filter_map(|(_, value)| value.number()).sum()
        };
        ages.map(of_age).sum()
    };
    assert!(near(everybody(&small) + everybody(&large), 10_701_777.0), "the ages of all are the inhabitants of Czechia");

    for name in ["rud_2026.csv.gz", "rud_2026.xlsx"] {
        let Some(taxes) = of_shared(&format!("cz-municipalities/{name}"), &how()) else { return };
        assert_eq!(value(series(&taxes, "mfcr:population"), "554782", "2024"), Some(Value::Known(1_397_880.0)), "{name}");
        // The workbook spreads the name of the column of employees over more rows than a header has.
        if name.ends_with("gz") {
            assert_eq!(keys(&taxes), ["mfcr:employees", "mfcr:population"]);
            assert_eq!(value(series(&taxes, "mfcr:employees"), "529303", "2024-12-01"), Some(Value::Known(13_110.0)));
        }
    }
}

#[test]
fn saved_answers_of_the_local_data_bank_are_read_and_say_that_no_label_was_checked() {
    let page = found(recorded("bdl/by-variable-0.json"), &how());
    assert_eq!((page.layout, keys(&page)), (Layout::BankVariable, vec!["bdl:990001".to_string()]));
    assert_eq!(
        page.series[0].get(&code("0299022"), Period::Year(2024)),
        Some((Value::Known(0.0), Notes::of(&[Note::BelowPrecision])))
    );
    assert_eq!(page.refused.iter().map(|one| &one.reason).collect::<Vec<_>>(), [&Reason::NotAPeriod]);
    assert_eq!(
        page.remarks,
        [
            Remark::OnePage { records: 3, total: 5 },
            Remark::OddFlags { values: 2 },
            Remark::LabelNotChecked { variable: "990001".into() }
        ]
    );

    let unit = found(recorded("bdl/by-unit.json"), &how());
    assert_eq!((unit.layout, keys(&unit)), (Layout::BankUnit, vec!["bdl:990001".to_string(), "bdl:990002".to_string()]));
    assert_eq!(value(&unit.series[0], "0299011", "2024"), Some(Value::Known(5.0)));
}

#[test]
fn cubes_give_a_variable_for_each_combination_of_their_categories() {
    let eurostat = found(recorded("eurostat/population.json"), &how());
    assert_eq!(
        (eurostat.layout, keys(&eurostat)),
        (Layout::Cube, vec!["eurostat:MADE_UP_A_NR_F".into(), "eurostat:MADE_UP_A_NR_T".into()])
    );
    let all = series(&eurostat, "eurostat:MADE_UP_A_NR_T");
    assert_eq!(
        all.get(&code("PL524"), Period::Year(2022)),
        Some((Value::Known(945_000.0), Notes::of(&[Note::BreakInSeries, Note::Preliminary])))
    );
    assert_eq!(value(all, "PL524", "2023"), Some(Value::Missing(Missing::NotGiven)));
    assert_eq!(value(all, "CZ071", "2022"), Some(Value::Estimated(0.0)));
    let women = series(&eurostat, "eurostat:MADE_UP_A_NR_F");
    assert_eq!(value(women, "PL524", "2021"), Some(Value::Missing(Missing::NotApplicable)));
    assert_eq!(value(women, "CZ071", "2022"), Some(Value::Missing(Missing::NotGiven)), "nothing is listed");

    let czech = found(recorded("czso/data_stat.json"), &how());
    assert_eq!(keys(&czech), ["czso:2406", "czso:2406_POHZM_1", "czso:3041", "czso:3041_POHZM_1"]);
    let inhabitants = series(&czech, "czso:2406");
    assert_eq!(value(inhabitants, "500496", "2023"), Some(Value::Known(1240.0)));
    assert_eq!((inhabitants.about().label.as_str(), inhabitants.about().measure.as_deref()), ("Počet obyvatel", Some("osoba")));
    assert_eq!(value(series(&czech, "czso:2406_POHZM_1"), "552356", "2023"), Some(Value::Missing(Missing::Suppressed)));
}

#[test]
fn a_number_of_a_cube_under_the_mark_of_a_secret_is_kept_as_secret() {
    let cube = |source: &str, mark: &str| {
        format!(
            r#"{{"version": "2.0", "class": "dataset", "source": "{source}", "id": ["geo", "time"], "size": [1, 2],
            "role": {{"geo": ["geo"], "time": ["time"]}}, "dimension": {{"geo": {{"category": {{"index": ["500496"]}}}},
            "time": {{"category": {{"index": ["2022", "2023"]}}}}}}, "value": [7, 8], "status": {{"0": "{mark}"}}}}"#
        )
    };
    for (source, mark) in [("ESTAT", "c"), ("ČSÚ", "i.d."), ("somebody", ":c"), ("somebody", "confidential")] {
        let found = found(Input::new("cube.json", cube(source, mark)), &how());

        let values: Vec<Value> = found.series[0].iter().map(|(_, _, value, _)| value).collect();
        assert_eq!(values, [Value::Missing(Missing::Suppressed), Value::Known(8.0)], "{source}");
    }
}

#[test]
fn open_data_of_the_czech_office_give_each_statistic_of_municipalities() {
    let found = found(recorded("czso/130149.csv"), &how());

    assert_eq!(
        (found.layout, keys(&found)),
        (Layout::CzechLong, ["2406", "2406_102_1", "2406_102_2", "4321"].map(|id| format!("czso:{id}")).into())
    );
    let all = series(&found, "czso:2406");
    assert_eq!(value(all, "500496", "2022"), Some(Value::Known(2000.0)));
    assert_eq!(value(all, "500801", "2022"), Some(Value::Missing(Missing::Suppressed)));
    assert_eq!(value(series(&found, "czso:2406_102_2"), "500496", "2022"), Some(Value::Known(1100.0)));
    assert_eq!((found.read_rows, found.refused_total), (8, 1));
    assert_eq!((found.refused[0].line, &found.refused[0].reason), (8, &Reason::OtherUnits { list: "101".into() }));
}

#[test]
fn local_units_give_inhabitants_and_area_from_a_table_and_from_features() {
    let table = found(recorded("gisco/lau_2021.csv"), &how());
    let features = br#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": null, "properties": {"GISCO_ID": "PL_3217011", "LAU_NAME": "A", "POP_2021": 24000, "AREA_KM2": 38.112}},
        {"type": "Feature", "geometry": null, "properties": {"GISCO_ID": "CZ_552356", "LAU_NAME": "B", "POP_2021": null, "AREA_KM2": 0}},
        {"type": "Feature", "geometry": null, "properties": null}]}"#;
    let features = found(Input::new("lau.geojson", gzip(features)), &how());

    for found in [&table, &features] {
        assert_eq!((found.layout, keys(found)), (Layout::LocalUnits, vec!["gisco:area_km2".into(), "gisco:population".into()]));
        assert_eq!(value(series(found, "gisco:population"), "3217011", "2021"), Some(Value::Known(24_000.0)));
        assert_eq!(value(series(found, "gisco:population"), "552356", "2021"), Some(Value::Missing(Missing::NotGiven)));
        assert_eq!(value(series(found, "gisco:area_km2"), "3217011", "2021"), Some(Value::Known(38.112)));
    }
    assert_eq!(table.series[0].len(), 4);
}

#[test]
fn a_number_of_an_export_that_its_variable_cannot_have_is_refused_and_the_rest_of_its_row_stays() {
    let export = "Kod;Nazwa;\"ogółem;2023;[osoba]\";\"ogółem;2024;[osoba]\";\n0299011;A (1);16;17;\n0299022;B (2);5;-3;\n0299033;C (3);1,5;6;\n";

    let found = found(Input::new("RYNE_1944_CTAB_20250101120000.csv", export), &how());

    let told: Vec<(u64, String)> = found.refused.iter().map(|one| (one.line, one.reason.to_string())).collect();
    let expected = [
        (3, "in column 4, -3 is negative, which this variable cannot be".to_owned()),
        (4, "in column 3, 1.5 is no whole number, which this variable must be".to_owned()),
    ];
    assert_eq!((keys(&found), found.series[0].len()), (vec!["bdl:10514".to_owned()], 4));
    assert_eq!(value(&found.series[0], "0299022", "2023"), Some(Value::Known(5.0)));
    assert_eq!(told, expected);
}

#[test]
fn publisher_licence_and_source_are_those_that_a_person_gives() {
    let how = How { publisher: Some("Urząd".into()), licence: Some("CC0".into()), ..how() };
    let export = "Kod;Nazwa;\"ogółem;2024;[osoba]\";\n0299011;A (1);17;\n";

    let found = found(Input::new("RYNE_1944_CTAB_20250101120000.csv", export), &how);

    let about = found.series[0].about();
    assert_eq!((about.key().as_str(), about.publisher.as_str(), about.licence.as_str()), ("bdl:10514", "Urząd", "CC0"));
    let named = How { source: Some("gmina X".into()), ..how };
    assert!(matches!(read(Input::new("a.csv", export), &named), Err(Error::NotAWord { .. })));
}

#[test]
fn a_file_that_holds_no_observations_is_refused_and_says_why() {
    let table = "kod;rok;zmienna;wartość\n0299011;2023;a;5\n";
    let packed = gzip(table.repeat(500).as_bytes());
    let wide = format!("kod{}\n0299011{}\n", ";a".repeat(60_000), ";1".repeat(60_000));
    let cube = br#"{"version": "2.0", "class": "dataset", "id": ["geo", "time"], "size": [4294967296, 1], "dimension": {}, "value": []}"#;
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("cut.csv.gz", packed[..packed.len() / 2].to_vec(), "cut.csv.gz ends too early, after row 0: the file is cut off"),
        ("empty.csv", Vec::new(), "empty.csv is empty"),
        ("wide.csv", wide.into(), "wide.csv, row 1: the row is too long, perhaps a quote is not closed"),
        ("cube.json", cube.to_vec(), "cube.json has the sizes 4294967296 × 1, more than 8388608 cells"),
        ("other.csv", "x;y\na;b\n".into(), "other.csv does not tell which of its columns hold what, it has x, y;"),
        ("half.json", br#"{"variableId": 5, "results": ["#.to_vec(), "half.json begins like JSON, but is damaged"),
        (
            "later.json",
            fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/eurostat/later.json")).expect("an answer"),
            "later.json: Eurostat is still making the answer",
        ),
        ("names.csv", "kod;rok;zmienna;wartość\nOlomouc;2023;a;5\n".into(), "names.csv does not tell"),
        ("page.html", "<html></html>".into(), "page.html is no table: it is XML or HTML"),
        (
            "mixed.csv",
            "kod;rok;zmienna;wartość\n0299011;2023;a;1,5\n0299021;2023;a;1.5\n".into(),
            "mixed.csv, column wartość: row 2 has a decimal comma and row 3 a decimal point",
        ),
        (
            "commas.csv",
            "kod;rok;zmienna;wartość\n0299011;2023;a;1,234\n".into(),
            "commas.csv, row 2, column wartość: 1,234 may have a decimal comma",
        ),
    ];
    for (name, bytes, expected) in cases {
        let told = read(Input::new(name, bytes), &how()).expect_err(name).to_string();
        assert!(told.starts_with(expected), "{name}: {told}");
    }
}

#[test]
fn no_damage_to_a_recorded_file_makes_the_reader_panic() {
    let files =
        ["bdl/by-variable-0.json", "bdl/by-unit.json", "eurostat/population.json", "czso/130149.csv", "gisco/lau_2021.csv"];
    for name in files {
        let bytes = recorded(name).into_bytes();
        for step in 0..bytes.len() / 17 {
            let mut damaged = bytes.clone();
            damaged[step * 17] ^= 0x15;
            let _ = read(Input::new(name, damaged), &how());
            let _ = read(Input::new(name, &bytes[..step * 17]), &how());
        }
    }
}
