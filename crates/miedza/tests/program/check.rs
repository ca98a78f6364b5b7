//! `miedza check`: what the rules find, on paper and for programs, and the exit code that a pipeline waits for.

use miedza_planning::record::{Draft, Kind, Origin, Visibility};
use miedza_store::{Author, Place as Kept, Store, Uploads};
use serde_json::{Value, json};

use crate::support::{Place, Run};

const AUTHOR: Author = Author::Program("test");

fn words(text: &str) -> Value {
    json!({"original": "pl", "pl": {"text": text}})
}

/// A partnership that was formed and has a leader, or none.
async fn kept(place: &Place, has_leader: bool) {
    let data = place.path("data");
    std::fs::create_dir_all(&data).expect("a folder");
    let database = format!("sqlite://{}", data.join("miedza.sqlite").display());
    let store = Store::open(&Kept { database, uploads: Uploads::Folder(data.join("uploads")) }).await.expect("a store");
    let draft = |kind, partnership: Option<&str>, values: Value| Draft {
        kind,
        partnership: partnership.map(ToOwned::to_owned),
        visibility: Visibility::Public,
        origin: Origin::Own,
        source: None,
        values: values.as_object().cloned().expect("an object"),
    };
    let values = json!({
        "slug": "ako", "short_name": words("AKO"), "formal_name": words("AKO"), "state": "published", "stage": "formation",
        "founded": "2012-04-17",
    });
    let partnership = store.create(draft(Kind::Partnerships, None, values), &AUTHOR).await.expect("kept");
    if has_leader {
        let values = json!({"unit": "3061011", "role": "leader", "valid_from": "2012-04-17"});
        store.create(draft(Kind::Memberships, Some(&partnership.id), values), &AUTHOR).await.expect("kept");
    }
    store.close().await;
}

fn check(place: &Place, arguments: &[&str]) -> Run {
    place.run(&[&["check"][..], arguments, &["--data", "data"]].concat())
}

#[tokio::test]
async fn an_error_ends_with_exit_code_2_and_the_answer_is_whole() {
    let place = Place::new();
    kept(&place, false).await;

    let told = check(&place, &["ako"]);
    let json = check(&place, &["ako", "--json"]);

    assert_eq!((told.code, json.code), (2, 2), "{}", told.answer);
    assert!(told.answer.contains("ERROR") && told.answer.contains("PAR-003  No leader is recorded from"), "{}", told.answer);
    assert!(told.talk.contains("One error is to be put right"), "{}", told.talk);
    let report: Value = serde_json::from_str(&json.answer).expect("one answer in JSON");
    assert_eq!((&report["errors"], &report["partnership"]), (&json!(1), &json!("ako")));
    let finding = &report["findings"][0];
    assert_eq!(
        (&finding["rule"], &finding["severity"], &finding["stage"]),
        (&json!("PAR-003"), &json!("error"), &json!("formation"))
    );
}

#[tokio::test]
async fn a_stage_narrows_the_rules_and_what_is_clean_ends_well() {
    let place = Place::new();
    kept(&place, false).await;
    let clean = Place::new();
    kept(&clean, true).await;

    let other_stage = check(&place, &["ako", "--stage", "delimitation", "--json"]);
    let with_leader = check(&clean, &["ako"]);
    let no_stage = check(&place, &["ako", "--stage", "spring"]);
    let nobody = check(&place, &["nowhere", "--json"]);

    let report: Value = serde_json::from_str(&other_stage.answer).expect("an answer");
    assert_eq!((other_stage.code, &report["findings"]), (0, &json!([])));
    assert_eq!(with_leader.code, 0, "{}", with_leader.answer);
    assert_eq!(no_stage.code, 2);
    assert!(no_stage.talk.contains("Stages: initiation, declaration, formation"), "{}", no_stage.talk);
    let failure: Value = serde_json::from_str(&nobody.answer).expect("a failure in JSON");
    assert_eq!((nobody.code, &failure["error"]["kind"]), (3, &json!("not_found")));
}
