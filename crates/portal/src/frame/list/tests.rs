//! Tests of the room beside.

use miedza_planning::rights::{Object, Visitor};
use miedza_store::samples::{Engines, Sample};
use miedza_texts::Language;

use super::*;
use crate::frame::App;

/// An asker in Polish at an address, with the store behind it.
async fn asker(address: &str) -> (Asker, Sample) {
    let sample = Engines::sqlite().await;
    let asker = Asker {
        app: App::new(sample.store.clone(), crate::Portal::default()),
        language: Language::Pl,
        uri: address.parse().expect("an address"),
        visitor: Visitor::default(),
        signed_in: None,
        partnership: None,
        record: None,
        kind: None,
        own: std::sync::Arc::default(),
        object: Object::public(),
    };
    (asker, sample)
}

type Row = (&'static str, Option<f64>);

const ROWS: [Row; 5] =
    [("Żarów", Some(3.0)), ("Łagiewniki", None), ("Zabrze", Some(20.0)), ("Lubin", Some(7.0)), ("Świdnica", Some(7.0))];

fn listing(asker: &Asker) -> Listing<'_, Row> {
    Listing::of(asker, "name")
        .column("name", Heading::words("Nazwa"), |row: &Row| row.0.into())
        .column("people", Heading::number("Ludność", ""), |row: &Row| row.1.into())
        .plain(Heading::words("Uwagi"))
}

fn names(list: &List<Row>) -> Vec<&'static str> {
    list.rows.iter().map(|row| row.0).collect()
}

#[tokio::test]
async fn names_sort_as_people_of_the_language_sort() {
    let (asker, _sample) = asker("/pl/units").await;

    let list = listing(&asker).show(ROWS.to_vec(), |row| row.0.to_owned());

    assert_eq!(names(&list), ["Lubin", "Łagiewniki", "Świdnica", "Zabrze", "Żarów"]);
    assert_eq!(list.headings.iter().map(|heading| heading.sort).collect::<Vec<_>>(), ["ascending", "none", ""]);
    assert_eq!(list.headings[0].sort_href, "/pl/units?sort=-name");
    assert_eq!(list.foot.shown, "Pozycje 1–5, razem 5");
    assert!(list.foot.pages.is_empty());
}

#[tokio::test]
async fn a_missing_value_comes_last_in_either_direction() {
    for (address, expected) in [
        ("/pl/units?sort=people", ["Żarów", "Lubin", "Świdnica", "Zabrze", "Łagiewniki"]),
        ("/pl/units?sort=-people", ["Zabrze", "Lubin", "Świdnica", "Żarów", "Łagiewniki"]),
    ] {
        let (asker, _sample) = asker(address).await;
        assert_eq!(names(&listing(&asker).show(ROWS.to_vec(), |row| row.0.to_owned())), expected, "{address}");
    }
}

#[tokio::test]
async fn words_without_marks_filter_and_stay_in_every_link() {
    let (asker, _sample) = asker("/pl/units?q=swid&country=pl").await;

    let list = listing(&asker).as_files("units").show(ROWS.to_vec(), |row| row.0.to_owned());

    assert_eq!(names(&list), ["Świdnica"]);
    assert_eq!(list.headings[1].sort_href, "/pl/units?country=pl&q=swid&sort=people");
    assert_eq!(list.foot.files[0].href, "/pl/units?country=pl&q=swid&file=csv");
    assert_eq!(list.filter.hidden, [("country".to_owned(), "pl".to_owned())]);
    assert_eq!(list.filter.clear.href, "/pl/units?country=pl");
}

#[tokio::test]
async fn long_lists_turn_pages_and_a_page_too_far_is_the_last() {
    let (asker, _sample) = asker("/pl/units?page=99").await;
    let rows: Vec<Row> = ROWS.into_iter().cycle().take(100).collect();

    let list = listing(&asker).per_page(5).show(rows, |row| row.0.to_owned());

    assert_eq!(list.foot.shown, "Pozycje 96–100, razem 100");
    let labels: Vec<&str> = list.foot.pages.iter().map(|turn| if turn.is_gap { "…" } else { &turn.label }).collect();
    assert_eq!(labels, ["1", "…", "18", "19", "20"]);
    assert!(list.foot.pages[4].is_current);
    assert_eq!(list.foot.pages[2].href, "/pl/units?page=18");
}

#[tokio::test]
async fn an_order_nobody_knows_leaves_the_rows_as_they_came() {
    let (asker, _sample) = asker("/pl/units?sort=%3Cscript%3E&page=x").await;

    let list = listing(&asker).show(ROWS.to_vec(), |row| row.0.to_owned());

    assert_eq!(names(&list), ROWS.map(|row| row.0));
}
