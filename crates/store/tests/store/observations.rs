//! Observations are kept, completed, replaced with what they were, and asked for by variable, unit and year.

use miedza_planning::diagnosis::{Variable, Years};
use miedza_store::samples::Engines;
use miedza_store::{ObservationsSaved, Store};
use miedza_territory::{Missing, Note, Notes, Observation, Period, Series, SeriesSource, UnitCode, Units, Value};

use crate::sample::author;

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

fn about(variable: &str, sha256: &str) -> SeriesSource {
    SeriesSource {
        source: "bdl".to_owned(),
        publisher: "Statistics Poland".to_owned(),
        variable: variable.to_owned(),
        label: format!("label of {variable}"),
        measure: Some("osoba".to_owned()),
        retrieved: "2026-01-05".parse().expect("a day"),
        licence: "open data".to_owned(),
        sha256: sha256.repeat(64),
    }
}

fn series(variable: &str, sha256: &str, values: &[(&str, u16, Value)]) -> Series {
    let one = |(unit, year, value): &(&str, u16, Value)| Observation {
        unit: code(unit),
        period: Period::Year(*year),
        value: *value,
        notes: Notes::of(&[Note::Preliminary]),
    };
    Series::new(about(variable, sha256), values.iter().map(one).collect()).expect("a series")
}

fn variable(id: &str) -> Variable {
    Variable { source: "bdl".to_owned(), id: id.to_owned() }
}

async fn numbers(store: &Store, id: &str, units: &[&str]) -> Vec<(String, u16, Option<f64>)> {
    let units = Units::new(units.iter().map(|unit| code(unit)).collect());
    let block = store.block(&[variable(id)], units, Years { first: 2019, last: 2024 }).await.expect("a block");
    let mut found = Vec::new();
    for (at, unit) in block.units().codes().iter().enumerate() {
        for year in block.years().iter() {
            if let Some(cell) = block.cell(&variable(id), miedza_territory::UnitIx::new(at), year) {
                found.push((unit.to_string(), year, cell.value.number()));
            }
        }
    }
    found
}

const FIRST: [(&str, u16, Value); 4] = [
    ("0202031", 2020, Value::Known(10.0)),
    ("0202031", 2021, Value::Missing(Missing::NotGiven)),
    ("0202033", 2021, Value::Known(12.0)),
    ("0202", 2020, Value::Known(100.5)),
];

#[tokio::test]
async fn values_are_found_whatever_kind_a_municipality_has() {
    for sample in Engines::all().await {
        let store = &sample.store;
        let saved = store.save_observations(&[series("1", "a", &FIRST)], "one.csv", &author()).await.expect("kept");

        assert_eq!(saved, ObservationsSaved { variables: 1, values: 4, new: 3, revised: 0 });
        let expected =
            [("0202".to_owned(), 2020, Some(100.5)), ("0202032".into(), 2020, Some(10.0)), ("0202032".into(), 2021, Some(12.0))];
        assert_eq!(numbers(store, "1", &["0202032", "0202"]).await, expected);
        assert_eq!(store.units_observed(&variable("1")).await.expect("units"), [code("0202"), code("020203")]);
        let kept = store.observation_variables().await.expect("variables").remove(0);
        assert_eq!((kept.first_year, kept.last_year, kept.units, kept.values), (2020, 2021, 2, 3));
        assert_eq!((kept.label.as_str(), kept.measure.as_deref()), ("label of 1", Some("osoba")));
    }
}

#[tokio::test]
async fn the_same_file_changes_nothing_and_another_one_leaves_what_was_as_revisions() {
    for sample in Engines::all().await {
        let store = &sample.store;
        let first = [series("1", "a", &FIRST), series("2", "a", &[("0202031", 2020, Value::Known(1.0))])];
        store.save_observations(&first, "one.csv", &author()).await.expect("kept");
        let revision = store.revision().await.expect("a revision");

        let again = store.save_observations(&first, "one.csv", &author()).await.expect("kept");
        assert_eq!((again.new, again.revised), (0, 0));
        assert_eq!(store.revision().await.expect("a revision"), revision);

        let other = [
            ("0202031", 2020, Value::Known(11.0)),
            ("0202031", 2022, Value::Known(13.0)),
            ("0202", 2020, Value::Missing(Missing::NotGiven)),
        ];
        let saved = store.save_observations(&[series("1", "b", &other)], "two.csv", &author()).await.expect("kept");
        assert_eq!((saved.new, saved.revised), (1, 1));
        let found = numbers(store, "1", &["0202031", "0202"]).await;
        let values: Vec<_> = found.iter().map(|(_, year, number)| (*year, *number)).collect();
        assert_eq!(values, [(2020, Some(100.5)), (2020, Some(11.0)), (2021, Some(12.0)), (2022, Some(13.0))]);

        let imports = store.observation_imports().await.expect("imports");
        let told: Vec<_> =
            imports.iter().map(|import| (import.id, import.file.as_str(), import.changed, import.revised)).collect();
        assert_eq!(told, [(2, "two.csv", 2, 1), (1, "one.csv", 4, 0)]);
        let asked = [code("0202032"), code("0202")];
        let revised = store.revisions_after(1, &[variable("1"), variable("2")], &asked).await.expect("revisions");
        let told: Vec<_> =
            revised.iter().map(|one| (one.import, one.code.as_str(), one.period, one.before.value, one.before.import)).collect();
        assert_eq!(told, [(2, "020203", Period::Year(2020), Value::Known(10.0), 1)]);
        assert_eq!(store.revisions_after(2, &[variable("1")], &asked).await.expect("revisions"), []);
    }
}

#[tokio::test]
async fn a_value_that_becomes_secret_is_no_longer_told() {
    for sample in Engines::all().await {
        let store = &sample.store;
        store.save_observations(&[series("1", "a", &FIRST)], "one.csv", &author()).await.expect("kept");

        let secret = [("0202031", 2020, Value::Missing(Missing::Suppressed))];
        let saved = store.save_observations(&[series("1", "b", &secret)], "two.csv", &author()).await.expect("kept");

        assert_eq!(saved.revised, 1);
        assert_eq!(numbers(store, "1", &["0202031"]).await[0], ("0202031".to_owned(), 2020, None));
    }
}

#[tokio::test]
async fn a_whole_country_is_asked_for_like_a_few_units() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    let codes: Vec<String> = (0..900).map(|number| format!("{:06}1", 20_101 + number)).collect();
    let values: Vec<(&str, u16, Value)> =
        codes.iter().zip(0_u16..).map(|(code, place)| (code.as_str(), 2020, Value::Known(f64::from(place)))).collect();
    store.save_observations(&[series("1", "a", &values)], "one.csv", &author()).await.expect("kept");

    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    let found = numbers(store, "1", &all).await;

    assert_eq!(found.len(), 900);
    assert_eq!(found[..3], numbers(store, "1", &all[..3]).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn millions_of_values_are_kept_quickly_and_a_table_is_read_quickly() {
    let (units, years, variables) = (3_000_u32, 30_u16, 130_u32);
    for sample in Engines::all().await {
        let store = &sample.store;
        let made: Vec<Series> = (0..variables)
            .map(|id| {
                let observations = (0..units).flat_map(|unit| {
                    (0..years).map(move |year| Observation {
                        unit: code(&format!("{:06}1", 20_101 + unit)),
                        period: Period::Year(1995 + year),
                        value: Value::Known(f64::from(unit * 31 + u32::from(year) * 7 + id)),
                        notes: Notes::NONE,
                    })
                });
                Series::new(about(&id.to_string(), "a"), observations.collect()).expect("a series")
            })
            .collect();
        let since = std::time::Instant::now();
        let saved = store.save_observations(&made, "many.csv", &author()).await.expect("kept");
        eprintln!("{:?}: {saved:?} {:?}", store.engine(), since.elapsed());

        let asked: Vec<Variable> = (0..variables).map(|id| variable(&id.to_string())).collect();
        let members = Units::new((0..22).map(|unit| code(&format!("{:06}1", 20_501 + unit))).collect());
        let since = std::time::Instant::now();
        let block = store.block(&asked, members, Years { first: 1995, last: 2024 }).await.expect("a block");
        eprintln!("{:?}: block of {} variables {:?}", store.engine(), block.variables().count(), since.elapsed());
        let all = Units::new((0..units).map(|unit| code(&format!("{:06}1", 20_101 + unit))).collect());
        let since = std::time::Instant::now();
        store.block(&asked[..2], all, Years { first: 1995, last: 2024 }).await.expect("a block");
        eprintln!("{:?}: two variables of a country {:?}", store.engine(), since.elapsed());
    }
}
