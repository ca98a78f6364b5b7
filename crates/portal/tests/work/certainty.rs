//! How sure a boundary is: asked for in the lab, drawn by a worker, read by everybody and by programs.

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record};
use miedza_workflows::jobs::Worker;
use miedza_workflows::lab::Lab;
use serde_json::Value;

use crate::office::{Answer, DESK, Office};

const REPLICATES: &str = "40";
const OPEN: &str = "/en/partnerships/aglomeracja-kalisko-ostrowska/area";
const API: &str = "/api/v1/partnerships/aglomeracja-kalisko-ostrowska/variants";

impl Office {
    async fn variant_by(&self, method: &str) -> Record {
        let variants = self.records(Kind::Variants).await;
        let is_it = |variant: &Record| variant.text("method") == Some(method) && variant.text("state") == Some("proposed");
        variants.into_iter().find(is_it).expect("a variant of this method that may change")
    }

    async fn ask_certainty(&self, variant: &Record, further: &[(&str, &str)]) -> Answer {
        let version = variant.version.to_string();
        let form = [further, &[("seen-version", version.as_str()), ("replicates", REPLICATES)]].concat();
        self.post(&format!("{DESK}/area/{}/certainty", variant.id), &form).await
    }

    /// Does the job that waits.
    async fn work(&self) {
        let worker = Worker::new(self.sample.store.clone(), Lab::new(self.sample.store.clone()));
        assert!(worker.take_one().await.expect("a store that answers"), "a job waits");
    }
}

/// The value of a row of a table in JSON.
fn row<'a>(list: &'a Value, code: &str) -> &'a Value {
    let rows = list["data"].as_array().expect("rows");
    rows.iter().find(|row| row["unit"]["code"] == code).expect("the unit has a row")
}

#[tokio::test]
async fn a_certainty_is_drawn_by_a_job_and_stands_on_the_page_in_files_and_in_the_interface() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let variant = office.variant_by("functional_urban_area").await;
    let (page, api) = (format!("{OPEN}/{}/certainty", variant.id), format!("{API}/{}/certainty", variant.id));
    let before = [office.get(&page).await.status, office.get(&api).await.status];

    let asked = office.ask_certainty(&variant, &[]).await;
    let waiting = office.get(&asked.to).await;
    office.work().await;
    let done = office.get(&asked.to).await;
    let desk = office.get(&done.to).await.text;
    let shown = office.get(&page).await;
    let csv = office.get(&format!("{page}/csv")).await;
    let list: Value = serde_json::from_str(&office.get(&api).await.text).expect("JSON");

    assert_eq!(before, [StatusCode::NOT_FOUND; 2]);
    assert_eq!((asked.status, waiting.status), (StatusCode::SEE_OTHER, StatusCode::OK), "{}", asked.text);
    assert_eq!(done.to, format!("{DESK}/area/{}/certainty", variant.id));
    for page in [&desk, &shown.text] {
        assert!(page.contains(&format!("of {REPLICATES} replicates")), "{page}");
        assert!(page.contains("<svg class=\"map"), "a map of certainty: {page}");
    }
    assert_eq!(row(&list, "3061011")["certainty"], 1.0, "a seat is with itself");
    let lisków = row(&list, "3007062");
    assert!(lisków["certainty"].as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)), "{lisków}");
    let rows = list["data"].as_array().map_or(0, Vec::len);
    assert_eq!(csv.text.lines().count(), rows + 1, "{}", csv.text);
}

#[tokio::test]
async fn the_same_seed_draws_the_same() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let id = office.variant_by("threshold").await.id;
    let file = format!("{OPEN}/{id}/certainty/csv");

    let mut drawn = Vec::new();
    for _ in 0..2 {
        let variant = office.variant_by("threshold").await;
        office.ask_certainty(&variant, &[("seed", "7")]).await;
        office.work().await;
        drawn.push(office.get(&file).await.text);
    }

    assert_eq!(drawn[0], drawn[1]);
    assert!(drawn[0].contains("3061011"), "{}", drawn[0]);
}

#[tokio::test]
async fn what_cannot_be_drawn_is_refused_beside_the_form_and_no_job_waits() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let variant = office.variant_by("threshold").await;
    let listed = office.variant_by("list").await;

    let many = office.ask_certainty(&variant, &[("replicates", "1000000")]).await;
    let limit = office.ask_certainty(&variant, &[("limit", "1,5")]).await;
    let seed = office.ask_certainty(&variant, &[("seed", "first")]).await;
    let by_hand = office.ask_certainty(&listed, &[]).await;
    let worker = Worker::new(office.sample.store.clone(), Lab::new(office.sample.store.clone()));

    for refused in [&many, &limit, &seed, &by_hand] {
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    }
    assert!(seed.text.contains("value=\"first\""), "what was typed stays: {}", seed.text);
    assert!(!worker.take_one().await.expect("a store that answers"), "no job waits");
}
