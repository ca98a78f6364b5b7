//! A meeting on one page: attendance of all seats, agenda, resolutions with votes and minutes in one form.

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record};

use crate::office::{DESK, Office, hidden};

const KALISZ: &str = "coordinator.kalisz@example.org";

impl Office {
    /// The meeting of the example council that is planned.
    async fn planned(&self) -> (Record, String) {
        let meetings = self.records(Kind::Meetings).await;
        let planned = meetings.into_iter().find(|meeting| meeting.text("state") == Some("planned")).expect("a planned meeting");
        let address = format!("{DESK}/meetings/{}/sitting", planned.id);
        (planned, address)
    }

    async fn of_meeting(&self, kind: Kind, meeting: &Record) -> Vec<Record> {
        let all = self.records(kind).await;
        all.into_iter().filter(|record| record.text("meeting") == Some(&meeting.id)).collect()
    }

    /// Entries that say the same of every seat of the council.
    async fn everybody(&self, presence: &str) -> Vec<(String, String)> {
        let seats = self.records(Kind::Seats).await;
        let council: Vec<&Record> = seats.iter().filter(|seat| seat.text("valid_from") == Some("2026-01-01")).collect();
        assert_eq!(council.len(), 9);
        council.into_iter().map(|seat| (format!("presence-{}", seat.id), presence.to_owned())).collect()
    }
}

fn pairs(owned: &[(String, String)]) -> Vec<(&str, &str)> {
    owned.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

#[tokio::test]
async fn one_form_keeps_attendance_agenda_votes_and_minutes() {
    let office = Office::of(Some(KALISZ)).await;
    let (meeting, address) = office.planned().await;
    let shown = office.get(&address).await;
    let everybody = office.everybody("present").await;
    let typed = [
        ("seen-version", "1"),
        ("state", "held"),
        ("place", "Ostrów Wielkopolski, town hall"),
        ("agenda-new-1-title.en", "Quorum"),
        ("agenda-new-2-title.en", "Diagnosis of the area"),
        ("resolution-new-1-number", "2/2027"),
        ("resolution-new-1-title.en", "Accepting the diagnosis"),
        ("resolution-new-1-for", "7"),
        ("resolution-new-1-against", "2"),
        ("resolution-new-1-event", "adopt"),
        ("minutes.en", "All nine seats were taken."),
    ];

    let saved = office.post(&address, &[pairs(&everybody), typed.to_vec()].concat()).await;
    let after = office.get(&address).await.text;

    assert_eq!(shown.text.matches("name=\"presence-").count(), 18, "nine seats, each with its version: {}", shown.text);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(after.contains("9 of 9 seats with a vote are taken – Quorum: quorum reached"), "{after}");
    assert_eq!(office.of_meeting(Kind::Attendances, &meeting).await.len(), 9);
    let agenda = office.of_meeting(Kind::AgendaItems, &meeting).await;
    let mut order: Vec<_> = agenda.iter().map(|item| item.number("position")).collect();
    order.sort();
    assert_eq!(order, [Some(1), Some(2), Some(3), Some(4)], "two stood there before");
    let resolution = office.of_meeting(Kind::Resolutions, &meeting).await.remove(0);
    assert_eq!((resolution.text("state"), resolution.number("votes_for")), (Some("adopted"), Some(7)));
    let kept = office.sample.store.record(Kind::Meetings, &meeting.id).await.expect("an answer").expect("kept");
    assert_eq!((kept.text("state"), kept.text("place")), (Some("held"), Some("Ostrów Wielkopolski, town hall")));
    assert_eq!(kept.content.visibility, agenda[0].content.visibility);
}

#[tokio::test]
async fn a_vote_without_quorum_is_told_and_the_rest_is_saved() {
    let office = Office::of(Some(KALISZ)).await;
    let (meeting, address) = office.planned().await;
    let mut absent = office.everybody("absent").await;
    absent[0].1 = "present".to_owned();
    let typed = [
        ("seen-version", "1"),
        ("resolution-new-1-number", "2/2027"),
        ("resolution-new-1-title.en", "Accepting the diagnosis"),
        ("resolution-new-1-for", "1"),
        ("resolution-new-1-event", "adopt"),
    ];

    let told = office.post(&address, &[pairs(&absent), typed.to_vec()].concat()).await;
    let resolution = office.of_meeting(Kind::Resolutions, &meeting).await.remove(0);

    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text);
    assert!(
        told.text.contains("No quorum: 1 of 9 present, 5 needed.") && told.text.contains("adopted nonetheless"),
        "{}",
        told.text
    );
    assert_eq!((resolution.text("state"), resolution.number("votes_for")), (Some("draft"), Some(1)));
    assert_eq!(office.of_meeting(Kind::Attendances, &meeting).await.len(), 9);

    let event = format!("resolution-{}-event", resolution.id);
    let version = format!("resolution-{}-version", resolution.id);
    let form = [("seen-version", "1"), (event.as_str(), "adopt-anyway"), (version.as_str(), "1")];
    let confirmed = office.post(&address, &form).await;

    assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.text);
    assert_eq!(office.of_meeting(Kind::Resolutions, &meeting).await[0].text("state"), Some("adopted"));
}

#[tokio::test]
async fn what_is_wrong_or_changed_by_others_keeps_what_was_typed() {
    let office = Office::of(Some(KALISZ)).await;
    let (meeting, address) = office.planned().await;
    let everybody = office.everybody("").await;
    let one = everybody[0].0.clone();
    let seat_version = format!("{one}-version");
    office.post(&address, &[("seen-version", "1"), (&one, "present")]).await;

    let wrong =
        [("seen-version", "1"), ("agenda-new-1-title.en", "Quorum"), ("agenda-new-1-position", "first"), (&one, "present")];
    let faulty = office.post(&address, &wrong).await;
    office.post(&address, &[("seen-version", "1"), (&one, "excused"), (&seat_version, "1")]).await;
    let stale =
        office.post(&address, &[("seen-version", "1"), (&one, "absent"), (&seat_version, "1"), ("place", "Kalisz")]).await;

    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", faulty.text);
    assert!(
        faulty.text.contains("value=\"first\"") && faulty.text.contains("href=\"#agenda-new-1-position\""),
        "{}",
        faulty.text
    );
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text);
    assert!(stale.text.contains("there now: excused") && stale.text.contains("value=\"Kalisz\""), "{}", stale.text);
    assert_eq!(office.of_meeting(Kind::AgendaItems, &meeting).await.len(), 2, "those that stood there before");

    let now = hidden(&stale.text, &seat_version);
    let again =
        office.post(&address, &[("seen-version", "1"), (&one, "absent"), (&seat_version, &now), ("place", "Kalisz")]).await;

    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
    assert_eq!(office.of_meeting(Kind::Attendances, &meeting).await[0].text("presence"), Some("absent"));
}

#[tokio::test]
async fn a_button_sets_everybody_present_and_a_file_becomes_the_minutes() {
    let office = Office::of(Some(KALISZ)).await;
    let (meeting, address) = office.planned().await;
    let everybody = office.everybody("").await;

    let filled = office.post(&address, &[pairs(&everybody), vec![("fill", "present"), ("place", "Kalisz")]].concat()).await;
    let file = office.send_file(&format!("{address}/minutes"), "Minutes;of the meeting\n", &[]).await;
    let kept = office.sample.store.record(Kind::Meetings, &meeting.id).await.expect("an answer").expect("kept");

    assert_eq!(filled.status, StatusCode::OK);
    assert_eq!(filled.text.matches("<option value=\"present\" selected>").count(), 9, "{}", filled.text);
    assert!(filled.text.contains("value=\"Kalisz\""), "{}", filled.text);
    assert!(office.of_meeting(Kind::Attendances, &meeting).await.is_empty(), "nothing is saved by it");
    assert_eq!(file.status, StatusCode::SEE_OTHER, "{}", file.text);
    assert!(kept.text("minutes_file").is_some());
}

#[tokio::test]
async fn the_page_has_drafts_and_is_for_the_office_only() {
    let office = Office::of(Some(KALISZ)).await;
    let (_, address) = office.planned().await;

    let kept =
        office.post_for_json(&format!("{address}/draft"), &[("seen-version", "1"), ("minutes.en", "It began late.")]).await;
    let shown = office.get(&address).await.text;
    let mine = office.get("/en/work").await.text;
    let editor = Office::of(Some("goluchow@example.org")).await;
    let refused = editor.get(&editor.planned().await.1).await;

    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    assert!(shown.contains("It began late.") && shown.contains("Draft of "), "{shown}");
    assert!(mine.contains(&format!("{address}\">Draft: Meeting: ")), "{mine}");
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn more_votes_than_were_present_are_refused_with_both_numbers() {
    let office = Office::of(Some(KALISZ)).await;
    let (meeting, address) = office.planned().await;
    let everybody = office.everybody("present").await;
    let typed = [
        ("seen-version", "1"),
        ("resolution-new-1-number", "2/2027"),
        ("resolution-new-1-title.en", "Accepting the diagnosis"),
        ("resolution-new-1-for", "9"),
        ("resolution-new-1-against", "1"),
        ("resolution-new-1-event", "adopt"),
    ];

    let told = office.post(&address, &[pairs(&everybody), typed.to_vec()].concat()).await;
    let resolution = office.of_meeting(Kind::Resolutions, &meeting).await.remove(0);

    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text);
    assert!(told.text.contains("10 votes were counted, but only 9 with a vote were present."), "{}", told.text);
    assert_eq!((resolution.text("state"), resolution.number("votes_abstained")), (Some("draft"), None));
}
