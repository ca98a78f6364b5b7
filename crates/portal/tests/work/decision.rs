//! A resolution in the workbench: its vote, what follows from it, done once, taken back, repealed.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use futures_util::future::join_all;
use miedza_planning::record::{Kind, Record};

use crate::office::{Answer, DESK, Office, hidden};

const KALISZ: &str = "coordinator.kalisz@example.org";
/// Pleszew, no member of the agglomeration.
const PLESZEW: &str = "3020063";

impl Office {
    /// A resolution of the example council that nobody voted on.
    async fn draft(&self, number: &str) -> Record {
        let bodies = self.records(Kind::Bodies).await;
        let council = bodies.iter().find(|body| body.number("quorum_percent") == Some(50)).expect("the council");
        let form = [
            ("body", council.id.as_str()),
            ("number", number),
            ("title.en", "Admitting Pleszew"),
            ("date", "2024-05-01"),
            ("state", "draft"),
            ("visibility", "public"),
        ];
        let made = self.post(&format!("{DESK}/resolutions/new"), &form).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let found = self.records(Kind::Resolutions).await;
        found.into_iter().find(|resolution| resolution.text("number") == Some(number)).expect("it is kept")
    }

    async fn act(&self, resolution: &Record, verb: &str, form: &[(&str, &str)]) -> Answer {
        self.post(&format!("{DESK}/resolutions/{}/{verb}", resolution.id), form).await
    }

    async fn decision(&self, resolution: &Record) -> Answer {
        self.get(&format!("{DESK}/resolutions/{}/decision", resolution.id)).await
    }

    async fn adopted(&self, number: &str) -> Record {
        let draft = self.draft(number).await;
        let voted = self.act(&draft, "vote", &[("seen-version", "1"), ("event", "adopt"), ("votes_for", "7")]).await;
        assert_eq!(voted.status, StatusCode::SEE_OTHER, "{}", voted.text);
        draft
    }

    async fn memberships_of(&self, unit: &str) -> Vec<Record> {
        let all = self.records(Kind::Memberships).await;
        all.into_iter().filter(|membership| membership.text("unit") == Some(unit)).collect()
    }
}

#[tokio::test]
async fn what_will_change_is_shown_before_and_done_once_however_often_it_is_asked_for() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = office.draft("3/2024").await;

    let added = office.act(&resolution, "effects", &[("effect", "admit_member"), ("unit", PLESZEW)]).await;
    let before = office.decision(&resolution).await;
    let too_early = office.act(&resolution, "carry-out", &[("shown", &hidden_or(&before.text, "shown"))]).await;
    let voted = office.act(&resolution, "vote", &[("seen-version", "1"), ("event", "adopt"), ("votes_for", "7")]).await;
    let shown = office.decision(&resolution).await;

    let sentence = "Pleszew becomes a member (from: 1\u{a0}May 2024) by resolution 3/2024.";
    assert_eq!((added.status, voted.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", added.text, voted.text);
    assert!(before.text.contains(sentence) && before.text.contains("once the resolution is adopted"), "{}", before.text);
    assert_eq!(too_early.status, StatusCode::CONFLICT);
    assert!(shown.text.contains(sentence), "{}", shown.text);
    assert!(office.memberships_of(PLESZEW).await.is_empty());

    let mark = hidden(&shown.text, "shown");
    let form = [("shown", mark.as_str())];
    let pressed = (0..100).map(|_| office.act(&resolution, "carry-out", &form));
    let answers = join_all(pressed).await;

    let done = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
    let told: BTreeSet<StatusCode> = answers.iter().map(|answer| answer.status).collect();
    let members = office.memberships_of(PLESZEW).await;
    assert_eq!((done, members.len()), (1, 1), "{told:?}");
    assert_eq!(told, BTreeSet::from([StatusCode::SEE_OTHER, StatusCode::CONFLICT]));
    assert_eq!(members[0].text("valid_from"), Some("2024-05-01"));
    let after = office.decision(&resolution).await.text;
    assert!(after.contains("Carried out on") && !after.contains("name=\"shown\""), "{after}");
}

/// The entry, or nothing where the page has no such form.
fn hidden_or(page: &str, name: &str) -> String {
    if page.contains(&format!("name=\"{name}\"")) { hidden(page, name) } else { String::new() }
}

#[tokio::test]
async fn an_effect_is_taken_back_until_somebody_changes_what_it_made() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = office.adopted("4/2024").await;
    office.act(&resolution, "effects", &[("effect", "admit_member"), ("unit", PLESZEW)]).await;
    let carry = async || {
        let mark = hidden(&office.decision(&resolution).await.text, "shown");
        office.act(&resolution, "carry-out", &[("shown", &mark)]).await.status
    };

    let first = carry().await;
    let effect = hidden(&office.decision(&resolution).await.text, "effect");
    let back = office.act(&resolution, "take-effect-back", &[("effect", &effect)]).await;
    let none = office.memberships_of(PLESZEW).await;
    let again = carry().await;
    let member = office.memberships_of(PLESZEW).await.remove(0);
    let form = [("seen-version", "1"), ("role", "associate")];
    office.post(&format!("{DESK}/memberships/{}", member.id), &form).await;
    let refused = office.act(&resolution, "take-effect-back", &[("effect", &effect)]).await;

    assert_eq!((first, back.status, again), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert!(none.is_empty());
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("was changed or deleted since"), "{}", refused.text);
    assert_eq!(office.memberships_of(PLESZEW).await.len(), 1);
}

#[tokio::test]
async fn a_vote_that_lacks_its_majority_is_recorded_as_adopted_only_when_confirmed() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = office.draft("5/2024").await;
    let votes = [("seen-version", "1"), ("votes_for", "2"), ("votes_against", "5")];
    let with = |event: &'static str| [votes.to_vec(), vec![("event", event)]].concat();

    let lacking = office.act(&resolution, "vote", &with("adopt")).await;
    let unreadable = office.act(&resolution, "vote", &[("seen-version", "1"), ("event", "adopt"), ("votes_for", "many")]).await;
    let confirmed = office.act(&resolution, "vote", &with("adopt-anyway")).await;
    let twice = office.act(&resolution, "vote", &[("seen-version", "2"), ("event", "reject")]).await;

    assert_eq!(lacking.status, StatusCode::CONFLICT);
    assert!(lacking.text.contains("No majority: 2 for, 6 needed.") && lacking.text.contains("adopt-anyway"), "{}", lacking.text);
    assert!(lacking.text.contains("name=\"votes_against\" value=\"5\""), "{}", lacking.text);
    assert_eq!(unreadable.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unreadable.text.contains("value=\"many\""), "{}", unreadable.text);
    assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.text);
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.text.contains("voted on before"), "{}", twice.text);
}

#[tokio::test]
async fn an_effect_that_cannot_be_says_why_and_leads_to_the_field() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = office.adopted("6/2024").await;
    office.act(&resolution, "effects", &[("effect", "admit_member"), ("unit", PLESZEW)]).await;
    office.act(&resolution, "effects", &[("effect", "admit_member"), ("unit", "3020052"), ("valid_from", "2026-05-01")]).await;
    let wrong =
        office.act(&resolution, "effects", &[("effect", "admit_member"), ("unit", "302 05"), ("note.en", "as agreed")]).await;

    let page = office.decision(&resolution).await.text;
    let refused = office.act(&resolution, "carry-out", &[("shown", "x")]).await;

    assert!(page.contains("is a member already on that date.") && page.contains("#unit\""), "{page}");
    assert!(!page.contains("name=\"shown\""), "{page}");
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(office.memberships_of(PLESZEW).await.is_empty(), "all or none");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("value=\"302 05\"") && wrong.text.contains("value=\"as agreed\""), "{}", wrong.text);
}

#[tokio::test]
async fn a_repeal_frees_the_variant_that_the_resolution_adopted() {
    let office = Office::of(Some(KALISZ)).await;
    let resolutions = office.records(Kind::Resolutions).await;
    let resolution = resolutions.iter().find(|found| found.text("number") == Some("1/2026")).expect("the example");
    let version = resolution.version.to_string();

    let before = office.decision(resolution).await.text;
    let repealed = office.act(resolution, "vote", &[("seen-version", &version), ("event", "repeal")]).await;
    let variants = office.records(Kind::Variants).await;

    assert!(before.contains("is adopted no more; it becomes a proposal"), "{before}");
    assert_eq!(repealed.status, StatusCode::SEE_OTHER, "{}", repealed.text);
    assert!(variants.iter().all(|variant| variant.text("state") != Some("adopted")));
}

#[tokio::test]
async fn a_vote_is_not_recorded_by_typing_a_state() {
    let office = Office::of(Some(KALISZ)).await;
    let resolution = office.draft("7/2024").await;
    let form = [("seen-version", "1"), ("state", "adopted"), ("text.en", "The whole text")];

    let refused = office.post(&format!("{DESK}/resolutions/{}", resolution.id), &form).await;

    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("is recorded on the page “Vote and effects”"), "{}", refused.text);
    assert!(refused.text.contains("The whole text"), "{}", refused.text);
}

#[tokio::test]
async fn only_the_office_records_votes_and_carries_out() {
    let editor = Office::of(Some("goluchow@example.org")).await;
    let resolution = editor.records(Kind::Resolutions).await.remove(0);

    for verb in ["vote", "effects", "carry-out", "take-effect-back"] {
        assert_eq!(editor.act(&resolution, verb, &[]).await.status, StatusCode::FORBIDDEN, "{verb}");
    }
    assert_eq!(editor.decision(&resolution).await.status, StatusCode::FORBIDDEN);
}
