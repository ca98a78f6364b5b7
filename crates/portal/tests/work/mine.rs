//! My work: what waits for whoever signed in, until when, and why for them.

use axum::http::StatusCode;
use miedza_planning::record::Kind;

use crate::office::{DESK, Office};

#[tokio::test]
async fn the_coordinator_sees_what_waits_until_when_and_why() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let meetings = office.records(Kind::Meetings).await;
    let planned = meetings.iter().find(|meeting| meeting.text("state") == Some("planned")).expect("a planned meeting");
    let resolutions = office.records(Kind::Resolutions).await;
    let resolution = resolutions.iter().find(|found| found.text("state") == Some("adopted")).expect("an adopted one");
    let effect = [("effect", "change_list"), ("note.en", "The list of projects")];
    let added = office.post(&format!("{DESK}/resolutions/{}/effects", resolution.id), &effect).await;
    for item in office.records(Kind::AgendaItems).await {
        let seen = item.version.to_string();
        office.post(&format!("{DESK}/agenda_items/{}/delete", item.id), &[("seen-version", &seen)]).await;
    }
    let twice = [("unit", "3007012"), ("role", "member"), ("valid_from", "2014-05-01"), ("visibility", "partners")];
    office.post(&format!("{DESK}/memberships/new"), &twice).await;

    let page = office.get("/en/work").await;

    assert_eq!((added.status, page.status), (StatusCode::SEE_OTHER, StatusCode::OK));
    let text = &page.text;
    assert!(text.contains(&format!("/meetings/{}/sitting", planned.id)) && text.contains("has no agenda"), "{text}");
    assert!(text.contains("<time datetime=\"2027-03-18\">18\u{a0}March 2027</time>"), "{text}");
    assert!(text.contains("Resolution 1/2026: one effect is not carried out."), "{text}");
    assert!(text.contains("/consistency\">The rules find something to mend"), "{text}");
    assert!(text.contains("You are coordinator"), "{text}");
    assert!(text.contains("Next dates") && text.contains("Meeting: "), "{text}");
}

#[tokio::test]
async fn an_editor_of_a_municipality_is_not_asked_for_what_the_office_does() {
    let office = Office::of(Some("goluchow@example.org")).await;

    let page = office.get("/en/work").await;

    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Nothing waits for you") && page.text.contains("Next dates"), "{}", page.text);
    assert!(!page.text.contains("has no agenda"), "{}", page.text);
}
