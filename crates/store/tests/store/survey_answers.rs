//! Answers to surveys: once each, without anybody's trace, gone with their survey.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::survey::{Channel, Given};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::samples::Engines;
use miedza_store::{AnswerDraft, AuditQuestion, Moment, Store};
use serde_json::json;

use crate::sample::{author, draft, partnership};

async fn survey(store: &Store) -> Record {
    let home = store.create(partnership("walbrzych"), &author()).await.expect("created");
    let words = json!({"original": "pl", "pl": {"text": "Ankieta"}});
    let values = json!({"title": words, "target_group": "residents", "survey_state": "open"});
    store.create(draft(Kind::Surveys, Some(&home.id), values), &author()).await.expect("created")
}

fn answer(form_key: &str, unit: Option<&str>) -> AnswerDraft {
    let day: Day = "2026-05-04".parse().expect("a day");
    let answers = BTreeMap::from([("q".to_owned(), Given::Options(vec!["Tak".to_owned()]))]);
    AnswerDraft { form_key: form_key.to_owned(), unit: unit.map(ToOwned::to_owned), day, answers }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_one_answer_and_the_web_leaves_no_line_in_the_trail() {
    for sample in Engines::all().await {
        let store = &sample.store;
        let survey = survey(store).await;
        let before = store.revision().await.expect("a revision");

        assert!(store.keep_answer(&survey, &answer("a", Some("0265011"))).await.expect("kept"));
        assert!(!store.keep_answer(&survey, &answer("a", Some("0265011"))).await.expect("known"));
        assert!(store.keep_answer(&survey, &answer("b", None)).await.expect("kept"));

        let sheets = store.answers_to(&survey.id).await.expect("answers");
        assert_eq!(sheets.len(), 2);
        assert!(sheets.iter().all(|sheet| sheet.channel == Channel::Web && sheet.answers == answer("", None).answers));
        assert_eq!(store.revision().await.expect("a revision"), before);
        let home = survey.content.partnership.as_deref().expect("a partnership");
        let counts = store.answers_by_unit(home).await.expect("counts");
        assert_eq!(counts[&survey.id], BTreeMap::from([(String::new(), 1), ("0265011".to_owned(), 1)]));
    }
}

#[tokio::test]
async fn what_came_from_paper_can_be_taken_away_and_the_trail_says_that_and_not_what_was_answered() {
    for sample in Engines::all().await {
        let store = &sample.store;
        let survey = survey(store).await;
        store.keep_answer(&survey, &answer("web", None)).await.expect("kept");
        assert!(store.enter_answer(&survey, &answer("paper", None), &author()).await.expect("entered"));
        assert!(!store.enter_answer(&survey, &answer("paper", None), &author()).await.expect("known"));
        let sheets = store.answers_to(&survey.id).await.expect("answers");
        let id = |channel| sheets.iter().find(|sheet| sheet.channel == channel).map(|sheet| sheet.id.clone()).expect("one");

        assert!(!store.remove_answer(&survey, &id(Channel::Web), &author()).await.expect("an answer"));
        assert!(store.remove_answer(&survey, &id(Channel::Paper), &author()).await.expect("removed"));
        assert!(!store.remove_answer(&survey, &id(Channel::Paper), &author()).await.expect("gone"));

        let lines = store.audit(&AuditQuestion::default()).await.expect("the trail");
        let ours: Vec<_> = lines.iter().filter(|line| line.kind == "survey_answers").collect();
        assert_eq!(ours.len(), 2);
        assert!(ours.iter().all(|line| !format!("{line:?}").contains("Tak")));
        assert_eq!(store.answers_to(&survey.id).await.expect("answers").len(), 1);
    }
}

#[tokio::test]
async fn answers_go_for_good_with_their_survey() {
    for sample in Engines::all().await {
        let store = &sample.store;
        let survey = survey(store).await;
        store.keep_answer(&survey, &answer("a", None)).await.expect("kept");
        store.delete(Kind::Surveys, &survey.id, 1, &author()).await.expect("deleted");

        store.purge_deleted(&Moment::at_unix_seconds(0).to_string()).await.expect("nothing is old");
        assert_eq!(store.answers_to(&survey.id).await.expect("answers").len(), 1);
        store.purge_deleted("9999").await.expect("purged");

        assert!(store.answers_to(&survey.id).await.expect("answers").is_empty());
        assert!(store.records(&miedza_store::Question::of(Kind::Surveys).deleted()).await.expect("an answer").is_empty());
    }
}
