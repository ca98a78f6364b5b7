//! Further pages of a diagnosis through the doors: population to 2040, an indicator in space, types, municipalities side by side.

use std::collections::BTreeMap;

use axum::http::StatusCode;

use crate::office::Office;

const WALCZ: &str = "partnerships/powiat-walecki/diagnosis";

#[tokio::test]
async fn further_pages_answer_in_every_language_for_a_partnership_and_an_area_of_ones_own() {
    let office = Office::of(None).await;
    let own = "?units=3217011+3217052+3217043";

    for language in ["pl", "cs", "en"] {
        for page in
            ["outlook", "compare", "types", "structure", "index", "marginalisation", "peers", "registered_unemployed/space"]
        {
            let below = if page.ends_with("space") { "indicators/" } else { "" };
            for address in [format!("/{language}/{WALCZ}/{page}"), format!("/{language}/diagnosis/{below}{page}{own}")] {
                let answer = office.get(&address).await;

                assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
                assert_eq!(answer.text.matches("<h1").count(), 1, "{address}");
                assert!(!answer.text.contains(" style="), "{address} bears a style that pages forbid");
            }
        }
    }
}

#[tokio::test]
async fn the_indicator_of_the_population_keeps_its_page_beside_the_outlook() {
    let office = Office::of(None).await;

    let indicator = office.get(&format!("/en/{WALCZ}/population")).await;
    let outlook = office.get(&format!("/en/{WALCZ}/outlook")).await;

    assert_eq!((indicator.status, outlook.status), (StatusCode::OK, StatusCode::OK));
    assert!(outlook.text.contains("Population to 2040"), "{}", outlook.text);
    assert!(indicator.text.contains(&format!("/en/{WALCZ}/outlook")), "the indicator leads to the outlook: {}", indicator.text);
}

#[tokio::test]
async fn the_outlook_of_an_area_is_the_sum_of_its_municipalities() {
    let office = Office::of(None).await;

    let file = office.get(&format!("/en/{WALCZ}/outlook/export/csv")).await;

    assert_eq!(file.status, StatusCode::OK);
    let mut sums: BTreeMap<(&str, &str), (f64, f64)> = BTreeMap::new();
    for line in file.text.lines().skip(1) {
        // Names of these municipalities have no commas: unit, name, year, scenario, figure, value, low, high.
        let cells: Vec<&str> = line.split(',').collect();
        if cells[4] == "persons" {
            let sum = sums.entry((cells[2], cells[3])).or_default();
            let persons: f64 = cells[5].parse().expect("a number");
            if cells[0] == "area" { sum.0 += persons } else { sum.1 += persons }
        }
    }
    assert!(sums.len() >= 9, "three years or more in three scenarios: {sums:?}");
    // GUS, P2137: powiat wałecki on 31 December 2020.
    assert!((sums[&("2020", "medium")].0 - 52_707.0).abs() < 0.5, "{sums:?}");
    for (at, (area, units)) in sums {
        assert!((area - units).abs() < 1e-6 * area, "{at:?}: {area} is not {units}");
    }
}

#[tokio::test]
async fn where_ages_are_missing_the_page_names_what_would_be_needed() {
    let office = Office::of(None).await;
    office.import("unit;variable;year;value\n500496;czso:2406_age_0_4;2020;\n").await;

    let page = office.get("/en/diagnosis/outlook?units=500496").await;
    let file = office.get("/en/diagnosis/outlook/export/csv?units=500496").await;

    assert_eq!((page.status, file.status), (StatusCode::OK, StatusCode::NOT_FOUND), "{}", page.text);
    assert!(page.text.contains("bdl:72306"), "{}", page.text);
}

#[tokio::test]
async fn an_area_across_the_border_has_figures_and_a_projection_and_says_what_differs() {
    let office = Office::of(None).await;

    let olomouc = office.get("/en/diagnosis?units=Olomouc").await;
    let both = office.get("/en/diagnosis/outlook?units=500496+3217011").await;
    let population = office.get("/en/diagnosis/indicators/population?units=500496+3217011").await;

    assert!(olomouc.status == StatusCode::OK && olomouc.text.contains("100,514"), "{}", olomouc.text);
    assert!(both.text.contains("Poland: Life expectancy") && both.text.contains("Czechia: Life expectancy"), "{}", both.text);
    assert!(population.text.contains("permanent or long-term residence"), "{}", population.text);
}
