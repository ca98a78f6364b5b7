//! The page of consistency: what the rules find, the way to the field, and accepting it with a reason.

use axum::http::StatusCode;
use miedza_planning::record::Kind;

use crate::office::{DESK, Office, hidden};

const KALISZ: &str = "coordinator.kalisz@example.org";

/// The example resolution with a vote that lacks its majority.
async fn broken(office: &Office) -> String {
    let resolutions = office.records(Kind::Resolutions).await;
    let resolution = resolutions.iter().find(|found| found.text("number") == Some("1/2026")).expect("the example");
    let version = resolution.version.to_string();
    let form = [("seen-version", version.as_str()), ("votes_for", "1"), ("votes_against", "7"), ("votes_abstained", "0")];
    let saved = office.post(&format!("{DESK}/resolutions/{}", resolution.id), &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    resolution.id.clone()
}

/// The form that accepts the finding with this sentence, as pairs.
fn accepting(page: &str, sentence: &str) -> Vec<(&'static str, String)> {
    let row = &page[page.find(sentence).expect("the finding is there")..];
    let names = ["rule", "case", "kind", "record", "party", "mark"];
    names.map(|name| (name, hidden(row, name))).to_vec()
}

fn with<'f>(form: &'f [(&'static str, String)], reason: &'f str) -> Vec<(&'f str, &'f str)> {
    let pairs = form.iter().map(|(name, text)| (*name, text.as_str()));
    pairs.chain([("reason-warnings-0", reason)]).collect()
}

#[tokio::test]
async fn a_finding_leads_to_its_field_and_is_accepted_with_a_reason_until_its_facts_change() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = broken(&office).await;
    let address = format!("{DESK}/consistency");
    let sentence = "Resolution 1/2026: no majority, 1 for, 8 needed.";

    let page = office.get(&address).await;
    let form = accepting(&page.text, sentence);
    let without = office.post(&format!("{address}/waive"), &with(&form, " ")).await;
    let waived = office.post(&format!("{address}/waive"), &with(&form, "The chair had the casting vote.")).await;
    let after = office.get(&address).await.text;
    let log = office.get(&format!("{DESK}/log")).await.text;

    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains(&format!("/resolutions/{resolution}/decision#votes_for")), "{}", page.text);
    assert!(page.text.contains("Rule PAR-008: Every resolution had quorum and majority"), "{}", page.text);
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text.contains("only with a reason"), "{}", without.text);
    assert_eq!(waived.status, StatusCode::SEE_OTHER, "{}", waived.text);
    assert!(after.contains("The chair had the casting vote.") && after.contains("Accept no more"), "{after}");
    assert!(log.contains("finding – accepted") && log.contains("The chair had the casting vote."), "{log}");

    let version = office.sample.store.record(Kind::Resolutions, &resolution).await.expect("an answer").expect("kept").version;
    let form = [("seen-version", &*version.to_string()), ("votes_against", "6")];
    office.post(&format!("{DESK}/resolutions/{resolution}"), &form).await;
    let lapsed = office.get(&address).await.text;

    assert!(lapsed.contains("was accepted, but what shows it has changed since: The chair had the casting vote."), "{lapsed}");
}

#[tokio::test]
async fn the_desk_and_the_rail_say_how_many_findings_wait() {
    let office = Office::of(Some(KALISZ)).await;
    let before = office.get(DESK).await.text;

    broken(&office).await;
    let after = office.get(DESK).await.text;

    let warnings = |page: &str| -> usize {
        let told = page.split("warnings: ").nth(1).expect("the number of warnings");
        told.split(',').next().and_then(|number| number.parse().ok()).expect("a number")
    };
    assert_eq!(warnings(&after), warnings(&before) + 1);
    assert!(after.contains("/consistency\">Consistency <span class=\"count\">"), "{after}");
}

#[tokio::test]
async fn who_only_reads_sees_the_findings_and_accepts_none() {
    let council = Office::of(Some("council.kalisz@example.org")).await;
    let address = format!("{DESK}/consistency");

    let page = council.get(&address).await;
    let refused = council.post(&format!("{address}/waive"), &[("rule", "PAR-005")]).await;
    let stranger = Office::of(None).await.get(&address).await;

    assert_eq!((page.status, refused.status), (StatusCode::OK, StatusCode::FORBIDDEN));
    assert!(!page.text.contains("Accept with a reason"), "{}", page.text);
    assert_eq!(stranger.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_finding_that_is_gone_is_not_accepted() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = broken(&office).await;
    let address = format!("{DESK}/consistency");
    let form = accepting(&office.get(&address).await.text, "Resolution 1/2026: no majority");
    office
        .post(&format!("{DESK}/resolutions/{resolution}"), &[("seen-version", "2"), ("votes_for", "8"), ("votes_against", "0")])
        .await;

    let gone = office.post(&format!("{address}/waive"), &with(&form, "As agreed.")).await;

    assert_eq!(gone.status, StatusCode::CONFLICT);
    assert!(gone.text.contains("This finding is not there any more"), "{}", gone.text);
}
