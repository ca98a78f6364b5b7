//! Units through the doors: the register, the page of a unit, the map to explore, in all languages.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use miedza_portal::{App, Portal, routes};
use miedza_store::samples::{Engines, Sample};
use tower::ServiceExt as _;

/// A portal with the demonstration.
async fn portal() -> (Sample, App) {
    let sample = Engines::sqlite().await;
    miedza_workflows::demo::load(&sample.store).await.expect("the demonstration loads");
    let app = App::new(sample.store.clone(), Portal::default());
    (sample, app)
}

async fn asked(app: &App, address: &str) -> (StatusCode, String) {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let answer = routes::router(app).oneshot(request).await.expect("an answer");
    let status = answer.status();
    let body = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn the_register_finds_walbrzych_without_marks_and_by_code() {
    let (_sample, app) = portal().await;

    for address in ["/pl/units?q=walbrzych", "/cs/units?q=Wałbrzych", "/en/units?q=0265011"] {
        let (status, page) = asked(&app, address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert!(page.contains(">Wałbrzych</a>"), "{address}: {page}");
    }
    let (_, page) = asked(&app, "/pl/units?q=walbrzych").await;
    assert!(!page.contains(">Olomouc</a>"), "{page}");
}

#[tokio::test]
async fn the_register_sorts_names_as_the_language_of_the_page_does() {
    let (_sample, app) = portal().await;
    let places = |page: &str| ["sieradzki", "strzeliński", "średzki"].map(|name| page.find(&format!(">{name}</a>")));

    let (_, polish) = asked(&app, "/pl/units?q=s&level=county").await;
    let (_, english) = asked(&app, "/en/units?q=s&level=county").await;

    assert!(places(&polish).iter().all(Option::is_some) && places(&polish).is_sorted(), "{polish}");
    let [_, plain, marked] = places(&english);
    assert!(marked < plain, "in English ś is an s: {english}");
}

#[tokio::test]
async fn a_unit_shows_where_it_takes_part_and_where_it_lies() {
    let (_sample, app) = portal().await;

    let (status, page) = asked(&app, "/pl/units/0265011").await;

    assert_eq!(status, StatusCode::OK);
    for expected in [
        "<h1>Wałbrzych</h1>",
        "/pl/partnerships/aglomeracja-walbrzyska\">Aglomeracja Wałbrzyska",
        "<svg class=\"map\"",
        "0265011",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
}

#[tokio::test]
async fn a_code_that_no_register_has_is_refused_kindly() {
    let (_sample, app) = portal().await;

    let (status, page) = asked(&app, "/pl/units/9999999").await;

    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(page.contains("<h1>"), "{page}");
}

#[tokio::test]
async fn the_map_to_explore_is_complete_without_scripts() {
    let (_sample, app) = portal().await;

    for language in ["pl", "cs", "en"] {
        let (status, page) = asked(&app, &format!("/{language}/explore?place=aglomeracja-walbrzyska&show=population")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("<svg class=\"map\"") && page.contains("class-1"), "{page}");
        assert!(!page.contains("style="), "{page}");
        // Where no unit is chosen, flows are those of the seat.
        let (_, flows) = asked(&app, &format!("/{language}/explore?place=aglomeracja-kalisko-ostrowska&show=flows-in")).await;
        assert!(flows.contains("class-1") && flows.contains("member leader"), "{flows}");
    }
}

#[tokio::test]
async fn units_of_two_countries_are_on_one_map() {
    let (_sample, app) = portal().await;

    let (status, answer) = asked(&app, "/pl/explore/units.geojson?place=opole-olomouc").await;
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    let codes: Vec<&str> = answer["features"].as_array().expect("features").iter().filter_map(|one| one["id"].as_str()).collect();

    assert_eq!(status, StatusCode::OK);
    assert!(codes.iter().any(|code| code.len() == 7) && codes.iter().any(|code| code.len() == 6), "{codes:?}");
}

#[tokio::test]
async fn the_contract_of_the_island_names_what_the_door_answers() {
    let (_sample, app) = portal().await;
    let contract = include_str!("../islands/area-map/contract.ts");

    let (_, units) = asked(&app, "/pl/explore/units.geojson?place=aglomeracja-walbrzyska").await;
    let (_, flows) = asked(&app, "/pl/explore/flows.json?unit=0265011").await;
    let units: serde_json::Value = serde_json::from_str(&units).expect("JSON");
    let flows: serde_json::Value = serde_json::from_str(&flows).expect("JSON");

    let objects = [&units["features"][0]["properties"], &flows];
    for name in objects.into_iter().filter_map(serde_json::Value::as_object).flat_map(serde_json::Map::keys) {
        assert!(contract.contains(&format!("  {name}: ")), "{name}");
    }
}
