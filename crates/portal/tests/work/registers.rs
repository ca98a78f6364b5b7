//! The workbench through HTTP: registers, forms, merge pages, sheets, deletions, on the demonstration.

use axum::http::StatusCode;
use miedza_planning::record::Kind;

use crate::office::{DESK, Office, hidden};

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_and_another_office_is_refused() {
    let stranger = Office::of(None).await;
    let other = Office::of(Some("secretary.walbrzych@example.org")).await;

    let asked = stranger.get(DESK).await;
    let refused = other.get(&format!("{DESK}/memberships")).await;

    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.text.contains("/en/sign-in?to="), "{}", asked.text);
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn somebody_who_saw_an_older_version_chooses_field_by_field() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let body = office.records(Kind::Bodies).await.remove(0);
    let address = format!("{DESK}/bodies/{}", body.id);
    let seen = body.version.to_string();

    let first = office.post(&address, &[("seen-version", &seen), ("quorum_percent", "60"), ("majority", "absolute")]).await;
    let merge = office.post(&address, &[("seen-version", &seen), ("quorum_percent", "70"), ("majority", "unanimous")]).await;

    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(merge.status, StatusCode::CONFLICT);
    assert!(merge.text.contains("choose:quorum_percent") && merge.text.contains("choose:majority"), "{}", merge.text);

    let now = hidden(&merge.text, "seen-version");
    let form = [
        ("seen-version", now.as_str()),
        ("quorum_percent", "70"),
        ("majority", "unanimous"),
        ("choose:quorum_percent", "yours"),
        ("choose:majority", "theirs"),
    ];
    let chosen = office.post(&address, &form).await;
    let kept = office.sample.store.record(Kind::Bodies, &body.id).await.expect("an answer").expect("it is there");

    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text);
    assert_eq!((kept.number("quorum_percent"), kept.text("majority")), (Some(70), Some("absolute")));
}

#[tokio::test]
async fn a_sheet_with_three_changed_cells_changes_three_cells_and_can_be_undone() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let before = office.records(Kind::Memberships).await;
    let sheet = office.get(&format!("{DESK}/memberships/sheet/csv")).await.text;
    let changed: Vec<String> = sheet
        .lines()
        .map(|line| {
            let is_one = ["3007012", "3007022", "3007032"].iter().any(|code| line.contains(code));
            if is_one { line.replacen(",member,", ",observer,", 1) } else { line.to_owned() }
        })
        .collect();

    let shown = office.send_file(&format!("{DESK}/memberships/import"), &changed.join("\r\n"), &[]).await;

    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
    assert_eq!(shown.text.matches("<del>").count(), 3, "{}", shown.text);
    assert_eq!(office.records(Kind::Memberships).await, before);

    let kept = hidden(&shown.text, "kept");
    let saved = office.send_file(&format!("{DESK}/memberships/import"), "", &[("kept", &kept), ("confirm", "yes")]).await;
    let after = office.records(Kind::Memberships).await;
    let differing = after.iter().zip(&before).filter(|(after, before)| after.content != before.content).count();

    assert_eq!((saved.status, differing), (StatusCode::OK, 3), "{}", saved.text);

    let undo = hidden(&saved.text, "undo");
    let undone = office.send_file(&format!("{DESK}/memberships/import"), "", &[("undo", &undo)]).await;
    let again = office.records(Kind::Memberships).await;

    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text);
    assert!(again.iter().zip(&before).all(|(again, before)| again.content == before.content));
}

#[tokio::test]
async fn a_deleted_entry_is_brought_back() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let partner = office.records(Kind::TimelineEvents).await.remove(0);
    let address = format!("{DESK}/timeline_events/{}", partner.id);

    let deleted = office.post(&format!("{address}/delete"), &[("seen-version", &partner.version.to_string())]).await;
    let gone = office.get(&address).await;
    let list = office.get(&format!("{DESK}/timeline_events?deleted=true")).await;
    let back = office.post(&format!("{DESK}/timeline_events/undelete/{}", partner.id), &[]).await;

    assert_eq!((deleted.status, gone.status), (StatusCode::SEE_OTHER, StatusCode::NOT_FOUND));
    assert!(list.text.contains(&format!("undelete/{}", partner.id)), "{}", list.text);
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    assert_eq!(office.get(&address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_typed_stays_when_a_field_is_wrong() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let form = [
        ("date", "spring"),
        ("event_kind", "other"),
        ("title.en", "A walk <script>alert(1)</script>"),
        ("visibility", "partners"),
    ];

    let refused = office.post(&format!("{DESK}/timeline_events/new"), &form).await;
    let saved = office.post(&format!("{DESK}/timeline_events/new"), &[("date", "2024-04"), form[1], form[2], form[3]]).await;
    let list = office.get(&format!("{DESK}/timeline_events")).await;

    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"spring\"") && refused.text.contains("date-error"), "{}", refused.text);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(saved.to.contains("/timeline_events/"), "{}", saved.to);
    assert!(list.text.contains("A walk") && !list.text.contains("<script>alert"), "{}", list.text);
}

#[tokio::test]
async fn an_editor_of_a_municipality_writes_for_the_own_one_and_publishes_nothing() {
    let office = Office::of(Some("goluchow@example.org")).await;
    let form = |unit: &'static str, visibility: &'static str| [("unit", unit), ("role", "observer"), ("visibility", visibility)];

    let own = office.post(&format!("{DESK}/memberships/new"), &form("3020052", "partners")).await;
    let other = office.post(&format!("{DESK}/memberships/new"), &form("3007012", "partners")).await;
    let public = office.post(&format!("{DESK}/memberships/new"), &form("3020052", "public")).await;

    assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", own.text);
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    assert_eq!(public.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_unit_that_no_register_knows_is_refused_beside_its_field_with_the_way_out() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let new = format!("{DESK}/memberships/new");
    let form = |unit: &'static str| [("unit", unit), ("role", "observer"), ("visibility", "partners")];

    let name = office.post(&new, &form("Pleszew")).await;
    let unknown = office.post(&new, &form("3020999")).await;
    let part = office.post(&new, &form("3020064")).await;
    let six = office.post(&new, &form("302006")).await;
    let kept = office.records(Kind::Memberships).await;

    for refused in [&name, &unknown, &part] {
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(refused.text.contains("unit-error"), "{}", refused.text);
    }
    assert!(name.text.contains("3020063 Pleszew"), "{}", name.text);
    assert!(unknown.text.contains("Codes most like it: 30200"), "{}", unknown.text);
    assert!(part.text.contains("Write the code of the whole: 3020063 Pleszew"), "{}", part.text);
    assert_eq!(six.status, StatusCode::SEE_OTHER, "{}", six.text);
    assert!(kept.iter().any(|membership| membership.text("unit") == Some("3020063")));
}
