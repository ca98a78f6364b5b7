//! Drafts of forms through HTTP: kept field by field, private, found again, gone once saved; and forms over which a session ends.

use axum::http::StatusCode;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Tongue;
use miedza_store::Author;
use miedza_workflows::record::{self as records, Entered, Saving};

use crate::office::{DESK, Office, hidden, urlencoded};

const KALISZ: &str = "coordinator.kalisz@example.org";

async fn first(office: &Office, kind: Kind) -> Record {
    office.records(kind).await.remove(0)
}

#[tokio::test]
async fn a_draft_is_found_again_after_signing_out_and_a_new_start_by_its_owner_alone() {
    let mut office = Office::of(Some(KALISZ)).await;
    let form = format!("{DESK}/timeline_events/new");

    let one = office.post_for_json(&format!("{form}/draft"), &[("title.en", "A walk"), ("seen-version", "0")]).await;
    let other = office.post_for_json(&format!("{form}/draft"), &[("date", "2024-04")]).await;
    office.post("/en/sign-out", &[]).await;
    office.start_anew();
    office.enter("goluchow@example.org").await;
    let stranger = office.get(&form).await;
    office.enter(KALISZ).await;
    let found = office.get(&form).await;
    let mine = office.get("/en/work").await;

    assert_eq!((one.status, other.status), (StatusCode::OK, StatusCode::OK), "{}", one.text);
    assert!(one.text.contains("Draft saved"), "{}", one.text);
    assert!(!stranger.text.contains("A walk"), "{}", stranger.text);
    assert!(found.text.contains("value=\"A walk\"") && found.text.contains("value=\"2024-04\""), "{}", found.text);
    assert!(found.text.contains("Draft of ") && found.text.contains("not yet saved"), "{}", found.text);
    assert!(mine.text.contains("/timeline_events/new\">Draft:"), "{}", mine.text);

    let full = [("title.en", "A walk"), ("date", "2024-04"), ("event_kind", "other"), ("visibility", "partners")];
    let saved = office.post(&form, &full).await;
    let empty = office.get(&form).await;
    let nothing = office.get("/en/work").await;

    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(!empty.text.contains("A walk") && !nothing.text.contains("Draft:"));
}

#[tokio::test]
async fn a_button_keeps_a_draft_and_another_throws_it_away() {
    let office = Office::of(Some(KALISZ)).await;
    let body = first(&office, Kind::Bodies).await;
    let form = format!("{DESK}/bodies/{}", body.id);
    let page = office.get(&form).await.text;

    let kept = office.post(&format!("{form}/draft"), &[("seen-version", "1"), ("quorum_percent", "sixty")]).await;
    let shown = office.get(&kept.to).await;
    let discarded = office.post(&format!("{form}/draft"), &[("discard", "yes")]).await;
    let after = office.get(&discarded.to).await;

    assert!(page.contains(&format!("formaction=\"{form}/draft\"")), "{page}");
    assert_eq!((kept.status, discarded.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert!(shown.text.contains("value=\"sixty\"") && shown.text.contains("The draft is saved"), "{}", shown.text);
    assert!(!after.text.contains("sixty") && after.text.contains("The draft was discarded"), "{}", after.text);
    assert_eq!(first(&office, Kind::Bodies).await, body, "a draft changes no record");
}

#[tokio::test]
async fn a_draft_of_an_older_version_says_so_and_becomes_a_merge_page() {
    let office = Office::of(Some(KALISZ)).await;
    let body = first(&office, Kind::Bodies).await;
    let form = format!("{DESK}/bodies/{}", body.id);
    office.post(&format!("{form}/draft"), &[("seen-version", "1"), ("quorum_percent", "60")]).await;

    let saved = records::save(&office.sample.store, saving(&body, &[("quorum_percent", "70")]), &Author::Program("test")).await;
    let shown = office.get(&form).await.text;
    let merge = office.post(&form, &[("seen-version", &hidden(&shown, "seen-version")), ("quorum_percent", "60")]).await;

    assert!(saved.is_ok());
    assert!(shown.contains("Somebody changed the entry since") && shown.contains("value=\"60\""), "{shown}");
    assert_eq!(merge.status, StatusCode::CONFLICT);
    assert!(merge.text.contains("choose:quorum_percent"), "{}", merge.text);
}

/// A change of somebody else.
fn saving(record: &Record, change: &[(&str, &str)]) -> Saving {
    let entered = Entered::new(change.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let partnership = record.content.partnership.as_deref();
    let draft = records::draft_of(record.kind(), partnership, &entered, Some(record), Tongue::En);
    Saving { before: Some((record.clone(), record.version)), draft }
}

#[tokio::test]
async fn a_draft_needs_the_right_to_the_form() {
    let office = Office::of(Some("council.kalisz@example.org")).await;
    let body = first(&office, Kind::Bodies).await;

    let kept = office.post(&format!("{DESK}/bodies/{}/draft", body.id), &[("quorum_percent", "60")]).await;

    assert_eq!(kept.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_typed_while_the_session_ended_is_there_after_signing_in_again() {
    let mut office = Office::of(Some(KALISZ)).await;
    let form = format!("{DESK}/timeline_events/new");
    let typed =
        [("title.en", "A walk along the miedza"), ("title.pl", "Spacer miedzą"), ("event_kind", "other"), ("date", "2024-04")];
    office.cookie.clear();

    let asked = office.post(&form, &typed).await;
    let wrong = [("email", KALISZ), ("password", "not the password"), ("to", &form), ("typed", &urlencoded(&typed))];
    let again = office.post("/en/sign-in", &wrong).await;
    let password = office.password(KALISZ);
    let right = [("email", KALISZ), ("password", &password), ("to", &form), ("typed", &urlencoded(&typed))];
    let entered = office.post("/en/sign-in", &right).await;

    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.text.contains("name=\"typed\"") && asked.text.contains("what you typed is kept"), "{}", asked.text);
    assert!(asked.text.contains("name=\"title.pl\" value=\"Spacer miedzą\""), "{}", asked.text);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("name=\"typed\""), "a wrong password loses nothing: {}", again.text);
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
    assert!(entered.text.contains(&format!("action=\"{form}\"")) && entered.text.contains("name=\"again\""), "{}", entered.text);

    office.enter(KALISZ).await;
    let back = office.post(&form, &[&typed[..], &[("again", "yes")]].concat()).await;
    let list = office.get(&format!("{DESK}/timeline_events")).await;

    assert_eq!(back.status, StatusCode::OK, "{}", back.text);
    assert!(back.text.contains("value=\"A walk along the miedza\"") && back.text.contains("not yet saved"), "{}", back.text);
    assert!(!list.text.contains("A walk along the miedza"));
}

#[tokio::test]
async fn a_form_cannot_be_carried_to_another_site() {
    let office = Office::of(None).await;
    let password = office.password(KALISZ);
    for to in ["https://evil.example/", "//evil.example", "/en/sign-in"] {
        let form = [("email", KALISZ), ("password", password.as_str()), ("to", to), ("typed", "a=b")];

        let entered = office.post("/en/sign-in", &form).await;

        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{to}: {}", entered.text);
        assert!(entered.to.starts_with("/en/work"), "{}", entered.to);
    }
}

#[tokio::test]
async fn languages_are_edited_side_by_side_with_what_is_missing_and_out_of_date() {
    let office = Office::of(Some(KALISZ)).await;
    let bodies = office.records(Kind::Bodies).await;
    let committee = bodies.iter().find(|body| body.words("name").is_some_and(|name| name.texts.len() == 3)).expect("a body");
    let form = format!("{DESK}/bodies/{}", committee.id);
    let version = committee.version.to_string();

    let changed = office.post(&form, &[("seen-version", &version), ("name.pl", "Komitet"), ("name.cs", "")]).await;
    let page = office.get(&form).await.text;
    let copied = office.post(&form, &[("seen-version", "2"), ("name.pl", "Komitet"), ("name.cs", ""), ("copy", "name.cs")]).await;
    let kept = office.records(Kind::Bodies).await.into_iter().find(|body| body.id == committee.id).expect("it is there");

    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
    for mark in ["original", "missing", "out of date", "Missing – Čeština: 1", "Out of date – English: 1", "Copy from: Polski"]
    {
        assert!(page.contains(mark), "{mark}: {page}");
    }
    assert!(page.contains("name=\"name.en.still-right\""), "{page}");
    assert_eq!(copied.status, StatusCode::OK);
    assert!(copied.text.contains("name=\"name.cs\" lang=\"cs\" value=\"Komitet\""), "{}", copied.text);
    assert_eq!(kept.words("name").and_then(|name| name.text(Tongue::Cs).map(str::to_owned)), None);
}
