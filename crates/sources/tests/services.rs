//! Answers of Eurostat and of DataStat become observations; their refusals and the questions that cannot be asked.

use miedza_sources::czso::data_stat;
use miedza_sources::eurostat::{self, GeoLevel, Language, Query, Times};
use miedza_territory::{Missing, Value};
use proptest::prelude::*;

const POPULATION: &[u8] = include_bytes!("recorded/eurostat/population.json");
const DATA_STAT: &[u8] = include_bytes!("recorded/czso/data_stat.json");

const NOT_GIVEN: Value = Value::Missing(Missing::NotGiven);

/// The error with all its causes.
fn told(error: impl std::error::Error) -> String {
    let (mut told, mut cause) = (error.to_string(), error.source());
    while let Some(source) = cause {
        (told, cause) = (format!("{told}: {source}"), source.source());
    }
    told
}

#[test]
fn regions_of_eurostat_have_their_values_with_flags() {
    let dataset = eurostat::parse("population.json", POPULATION).expect("a cube");
    let read = |sex: &str| {
        let observations = eurostat::observations(&dataset, &[("sex", sex)]).expect("observations");
        let told = observations.iter().map(|one| (format!("{} {}", one.geo, one.period), one.value, one.flags.to_string()));
        told.collect::<Vec<_>>()
    };
    let expected = |cells: [(&str, Value, &str); 6]| cells.map(|(place, value, flags)| (place.into(), value, flags.into()));

    assert_eq!(
        read("T"),
        expected([
            ("PL524 2021", Value::Known(950_000.0), ""),
            ("PL524 2022", Value::Known(945_000.0), "bp"),
            ("PL524 2023", NOT_GIVEN, ":"),
            ("CZ071 2021", Value::Known(630_000.0), "p"),
            ("CZ071 2022", Value::Estimated(0.0), "e"),
            ("CZ071 2023", Value::Missing(Missing::Suppressed), "c"),
        ])
    );
    assert_eq!(
        read("F"),
        expected([
            ("PL524 2021", Value::Missing(Missing::NotApplicable), "z:"),
            ("PL524 2022", NOT_GIVEN, ""),
            ("PL524 2023", Value::Known(478_000.0), ""),
            ("CZ071 2021", Value::Estimated(470_000.5), "s"),
            ("CZ071 2022", NOT_GIVEN, "u"),
            ("CZ071 2023", NOT_GIVEN, ""),
        ])
    );
    assert_eq!(
        told(eurostat::observations(&dataset, &[]).expect_err("no sex was chosen")),
        "the answer is not the cube that was asked for: population.json, dimension sex has several categories, choose one of T, F"
    );
}

#[test]
fn an_answer_that_nothing_fits_has_no_observations() {
    let dataset = eurostat::parse("f", include_bytes!("recorded/eurostat/nothing_found.json")).expect("a cube");

    assert_eq!(eurostat::observations(&dataset, &[]).expect("observations"), []);
}

#[test]
fn refusals_of_eurostat_say_what_to_do() {
    let cases: [(&[u8], &str); 7] = [
        (
            include_bytes!("recorded/eurostat/later.json"),
            "f: Eurostat is still making the answer, ask again in some minutes or for less (ASYNCHRONOUS_RESPONSE. Your",
        ),
        (
            include_bytes!("recorded/eurostat/too_large.json"),
            "f: Eurostat gives no answer of this size, choose fewer categories (EXTRACTION_TOO_BIG: The requested extraction",
        ),
        (
            include_bytes!("recorded/eurostat/too_large.xml"),
            "f: Eurostat gives no answer of this size, choose fewer categories (EXTRACTION_TOO_BIG: The requested extraction",
        ),
        (
            include_bytes!("recorded/eurostat/not_found.json"),
            "f: Eurostat refuses the question with 404: ERR_NOT_FOUND_4: the dataset made_up is not available",
        ),
        (br#"{"error": {"status": 400, "label": "no"}}"#, "f: Eurostat refuses the question with 400: no"),
        (b"<html>", "the answer is not the cube that was asked for: f cannot be read as JSON-stat: expected value at line 1"),
        (b"{\"error\": []}", "the answer is not the cube that was asked for: f is no JSON-stat dataset: it has neither"),
    ];
    for (bytes, expected) in cases {
        let refusal = told(eurostat::parse("f", bytes).expect_err("no cube"));
        assert!(refusal.starts_with(expected), "{refusal}\ninstead of\n{expected}");
    }
}

#[test]
fn a_category_that_is_no_code_or_no_time_is_refused_with_its_dimension() {
    let changed = |from: &str, to: &str| {
        let text = String::from_utf8_lossy(POPULATION).replace(from, to);
        let dataset = eurostat::parse("f", text.as_bytes()).expect("a cube");
        told(eurostat::observations(&dataset, &[("sex", "T")]).expect_err("a stranger"))
    };

    assert_eq!(
        changed("\"2021\": 0", "\"TOTAL\": 0"),
        "the answer is not the cube that was asked for: f, dimension time holds a category that is no time: \
         TOTAL is no time such as 2023, 2023-Q4, 2023-05 or 2023-12-31"
    );
    assert_eq!(
        changed("\"PL524\": 0", "\" \": 0"),
        "the answer is not the cube that was asked for: f, dimension geo holds a category that is no code of a unit: the code is empty"
    );
    assert_eq!(
        changed("\"geo\"", "\"nuts\""),
        "the answer is not the cube that was asked for: f has 0 dimensions for geo, not one; it has freq, unit, sex, nuts, time"
    );
}

#[test]
fn a_question_becomes_an_address_and_what_cannot_be_asked_is_refused() {
    let time = |text: &str| text.parse().expect("a time of the test");
    let filter = |dimension: &str, category: &str| vec![(dimension.to_owned(), category.to_owned())];
    let start = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/";
    let query = Query::new("demo_r_pjanaggr3");
    let good = [
        (query.clone(), "demo_r_pjanaggr3?format=JSON&lang=EN"),
        (
            Query { filters: [filter("geo", "PL524"), filter("geo", "CZ071")].concat(), ..query.clone() },
            "demo_r_pjanaggr3?format=JSON&lang=EN&geo=PL524&geo=CZ071",
        ),
        (
            Query { filters: filter("unit", "A&b=ł %"), language: Language::German, ..query.clone() },
            "demo_r_pjanaggr3?format=JSON&lang=DE&unit=A%26b%3D%C5%82%20%25",
        ),
        (
            Query { level: Some(GeoLevel::Nuts3), times: Times::Each(vec![time("2022"), time("2023-Q1")]), ..query.clone() },
            "demo_r_pjanaggr3?format=JSON&lang=EN&geoLevel=nuts3&time=2022&time=2023-Q1",
        ),
        (
            Query { times: Times::Between(Some(time("2014")), Some(time("2023"))), language: Language::French, ..query.clone() },
            "demo_r_pjanaggr3?format=JSON&lang=FR&sinceTimePeriod=2014&untilTimePeriod=2023",
        ),
        (Query { times: Times::Last(3), ..query.clone() }, "demo_r_pjanaggr3?format=JSON&lang=EN&lastTimePeriod=3"),
    ];
    for (query, expected) in good {
        assert_eq!(query.address().expect("an address"), format!("{start}{expected}"));
    }
    let bad = [
        (Query::new("../x"), "the dataset cannot be ../x in a question to Eurostat: a code such as demo_r_pjanaggr3"),
        (Query { filters: filter("a=b", "T"), ..query.clone() }, "a dimension cannot be a=b in a question to Eurostat"),
        (Query { filters: filter("Lang", "EN"), ..query.clone() }, "a dimension cannot be Lang in a question to Eurostat"),
        (Query { filters: filter("sex", ""), ..query.clone() }, "a category cannot be  in a question to Eurostat: a code"),
        (Query { times: Times::Each(vec![]), ..query.clone() }, "the time cannot be an empty list"),
        (Query { times: Times::Last(0), ..query.clone() }, "the time cannot be the last 0"),
        (Query { times: Times::Between(Some(time("2023")), Some(time("2014"))), ..query }, "the time cannot be 2023 to 2014"),
    ];
    for (query, expected) in bad {
        let refusal = query.address().expect_err("no address").to_string();
        assert!(refusal.starts_with(expected), "{refusal}");
    }
}

#[test]
fn municipalities_of_data_stat_have_their_indicators() {
    let dataset = data_stat::parse("data_stat.json", DATA_STAT).expect("a cube");
    let read = |sex: &str| {
        let observations = data_stat::observations(&dataset, &[("POHZM", sex)]).expect("observations");
        let told = observations.into_iter().map(|one| {
            let (indicator, unit) = (one.indicator.expect("an indicator"), one.unit.expect("a unit of measure"));
            (format!("{indicator} {unit} {} {}", one.territory, one.period), one.value)
        });
        told.collect::<Vec<_>>()
    };
    let expected = |cells: [(&str, Value); 8]| cells.map(|(place, value)| (place.to_owned(), value));

    assert_eq!(
        read("0"),
        expected([
            ("2406 osoba 500496 2022", Value::Known(1234.0)),
            ("2406 osoba 500496 2023", Value::Known(1240.0)),
            ("2406 osoba 552356 2022", Value::Known(81.0)),
            ("2406 osoba 552356 2023", Value::Known(0.0)),
            ("3041 rok 500496 2022", Value::Known(43.5)),
            ("3041 rok 500496 2023", Value::Known(43.6)),
            ("3041 rok 552356 2022", Value::Missing(Missing::NotApplicable)),
            ("3041 rok 552356 2023", NOT_GIVEN),
        ])
    );
    assert_eq!(
        read("1")[..4],
        expected([
            ("2406 osoba 500496 2022", Value::Known(600.0)),
            ("2406 osoba 500496 2023", Value::Known(603.0)),
            ("2406 osoba 552356 2022", Value::Known(40.0)),
            ("2406 osoba 552356 2023", Value::Missing(Missing::Suppressed)),
            ("", NOT_GIVEN),
            ("", NOT_GIVEN),
            ("", NOT_GIVEN),
            ("", NOT_GIVEN),
        ])[..4]
    );
}

#[test]
fn a_dataset_of_data_stat_has_its_address() {
    let selection = data_stat::address(data_stat::Question::Selection("OBY02AT01")).expect("an address");

    assert_eq!(selection, "https://data.csu.gov.cz/api/dotaz/v1/data/vybery/OBY02AT01?format=JSON_STAT");
    let refusal = data_stat::address(data_stat::Question::Dataset("a/b")).expect_err("no code").to_string();
    assert_eq!(refusal, "a/b is no code of a dataset or selection such as OBY01A");
}

proptest! {
    #[test]
    fn no_damage_to_an_answer_brings_the_services_down(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)
    ) {
        for answer in [POPULATION, DATA_STAT, include_bytes!("recorded/eurostat/too_large.xml")] {
            let mut bytes = answer.to_vec();
            for (at, byte) in &cuts {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if let Ok(dataset) = eurostat::parse("f", &bytes) {
                let _ = eurostat::observations(&dataset, &[("sex", "T")]);
                let _ = data_stat::observations(&dataset, &[("POHZM", "0")]);
            }
        }
    }
}
