//! Observations are kept, completed, replaced with what they were, and asked for by variable, unit and year.

use miedza_planning::diagnosis::{Variable, Years};
use miedza_store::samples::Engines;
use miedza_store::{Empty, ObservationsSaved, Store};
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
        assert_eq!((kept.years, kept.units, kept.values), (Some(Years { first: 2020, last: 2021 }), 2, 3));
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
async fn an_empty_field_of_an_own_table_takes_a_value_back_and_a_variable_without_numbers_has_no_years() {
    for sample in Engines::all().await {
        let store = &sample.store;
        store.save_observations(&[series("1", "a", &FIRST[..1])], "one.csv", &author()).await.expect("kept");
        let empty = [series("1", "b", &[("0202031", 2020, Value::Missing(Missing::NotGiven))])];

        let of_office = store.save_observations(&empty, "office.csv", &author()).await.expect("kept");
        let own = store.save_observations_of(&empty, ("own.csv", Empty::TakesBack), &author()).await.expect("kept");

        assert_eq!((of_office.revised, own.revised), (0, 1));
        assert_eq!(numbers(store, "1", &["0202031"]).await, [("0202031".to_owned(), 2020, None)]);
        let kept = store.observation_variables().await.expect("variables").remove(0);
        assert_eq!((kept.years, kept.units, kept.values), (None, 1, 1));
    }
}

#[tokio::test]
async fn a_file_that_names_a_variable_by_its_code_alone_leaves_its_name_and_measure() {
    for sample in Engines::all().await {
        let store = &sample.store;
        store.save_observations(&[series("1", "a", &FIRST[..1])], "one.csv", &author()).await.expect("kept");
        let bare = SeriesSource { label: "bdl:1".to_owned(), measure: None, ..about("1", "b") };
        let (unit, period) = (code("0202031"), Period::Year(2021));
        let one = Observation { unit, period, value: Value::Known(5.0), notes: Notes::NONE };

        store.save_observations(&[Series::new(bare, vec![one]).expect("a series")], "own.csv", &author()).await.expect("kept");

        let kept = store.observation_variables().await.expect("variables").remove(0);
        assert_eq!((kept.label.as_str(), kept.measure.as_deref()), ("label of 1", Some("osoba")));
    }
}

#[tokio::test]
async fn an_import_is_withdrawn_as_if_it_had_never_come_and_comes_again_with_its_file() {
    for sample in Engines::all().await {
        let store = &sample.store;
        let known = |year: u16, value: f64| ("0202031", year, Value::Known(value));
        let first = [series("1", "a", &[known(2020, 1.0), known(2021, 1.0)])];
        let second =
            [series("1", "b", &[known(2020, 2.0), known(2021, 2.0), known(2022, 2.0)]), series("2", "b", &[known(2020, 9.0)])];
        let third = [series("1", "c", &[known(2021, 3.0)])];
        for (file, made) in [("one.csv", &first[..]), ("two.csv", &second), ("three.csv", &third)] {
            store.save_observations(made, file, &author()).await.expect("kept");
        }
        let values =
            async || numbers(store, "1", &["0202031"]).await.into_iter().filter_map(|(_, _, number)| number).collect::<Vec<_>>();

        let withdrawn = store.withdraw_observations(2, &author()).await.expect("withdrawn").expect("an import");
        assert_eq!((withdrawn.file.as_str(), withdrawn.variables), ("two.csv", 2));
        assert_eq!((withdrawn.restored, withdrawn.removed), (1, 2));
        assert_eq!(values().await, [1.0, 3.0], "what a later file replaced stays as that file says");
        let left: Vec<_> =
            store.observation_variables().await.expect("variables").into_iter().map(|kept| kept.variable.id).collect();
        assert_eq!(left, ["1"], "a variable without values is not told");
        assert_eq!(store.withdraw_observations(2, &author()).await.expect("asked"), None, "it is withdrawn already");
        assert_eq!(store.withdraw_observations(77, &author()).await.expect("asked"), None, "there is none");
        assert!(store.verify(&|_| ()).await.expect("a verdict").is_whole(), "the trail tells of what was withdrawn");

        store.withdraw_observations(3, &author()).await.expect("withdrawn");
        assert_eq!(values().await, [1.0, 1.0], "no way leads back to a value that is withdrawn");

        store.save_observations(&second, "two.csv", &author()).await.expect("kept");
        assert_eq!(values().await, [2.0, 2.0, 2.0]);
        let imports = store.observation_imports().await.expect("imports");
        let told: Vec<_> = imports.iter().map(|import| (import.id, import.withdrawn_at.is_some())).collect();
        assert_eq!(told, [(4, false), (3, true), (2, true), (1, false)]);
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

#[tokio::test]
async fn what_is_at_hand_is_what_the_database_holds_also_after_imports_and_withdrawals() {
    let units = ["0202032", "0202", "020203", "9999999"];
    for sample in Engines::all().await {
        let store = &sample.store;
        let fresh = async || {
            let other = Store::open(&sample.place).await.expect("another node");
            let (one, two) = (numbers(&other, "1", &units).await, numbers(&other, "2", &units).await);
            other.close().await;
            (one, two)
        };
        let here = async || (numbers(store, "1", &units).await, numbers(store, "2", &units).await);
        let ahead = async || store.read_ahead(&[]).await.expect("read");

        ahead().await;
        assert_eq!(here().await, fresh().await, "nothing was imported yet");
        store.save_observations(&[series("1", "a", &FIRST)], "one.csv", &author()).await.expect("kept");
        assert_eq!(here().await, fresh().await, "it is not read yet");
        ahead().await;
        assert_eq!(here().await.0.len(), 5, "a county, and two years of a municipality under two codes");
        assert_eq!(here().await, fresh().await);

        let later = [("0202031", 2020, Value::Known(11.0)), ("0202", 2021, Value::Known(7.0))];
        store.save_observations(&[series("1", "b", &later), series("2", "b", &later)], "two.csv", &author()).await.expect("kept");
        assert_eq!(here().await, fresh().await, "what is at hand is out of date");
        ahead().await;
        assert_eq!(here().await, fresh().await);
        store.withdraw_observations(2, &author()).await.expect("withdrawn").expect("an import");
        assert_eq!(here().await, fresh().await, "out of date again");
        ahead().await;
        assert_eq!(here().await, fresh().await);
    }
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
