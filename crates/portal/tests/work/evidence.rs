//! Evidence of a diagnosis through the doors: a survey from the first answer to its results, the board of findings, the
//! register of conclusions, and who is kept out.

use axum::http::StatusCode;
use miedza_planning::record::{Draft, Kind, Origin, Visibility};
use miedza_store::Author;
use serde_json::{Value, json};

use crate::office::{DESK, Office};

const KALISZ: &str = "coordinator.kalisz@example.org";
const HOME: &str = "/en/partnerships/aglomeracja-kalisko-ostrowska";

fn english(text: &str) -> Value {
    json!({"original": "en", "en": {"text": text}})
}

impl Office {
    /// Keeps a record of the partnership; gives its id.
    async fn keep(&self, kind: Kind, visibility: Visibility, values: Value) -> String {
        let slug = "aglomeracja-kalisko-ostrowska";
        let home = self.sample.store.by_slug(Kind::Partnerships, slug).await.expect("an answer").expect("it is there");
        let values = values.as_object().cloned().expect("an object");
        let draft = Draft { kind, partnership: Some(home.id), visibility, origin: Origin::Own, source: None, values };
        self.sample.store.create(draft, &Author::Program("test")).await.expect("kept").id
    }

    async fn survey(&self, visibility: Visibility, state: &str) -> String {
        let values = json!({"title": english("Life here"), "target_group": "residents", "survey_state": state,
            "valid_from": "2026-05-01", "valid_to": "2026-05-31"});
        self.keep(Kind::Surveys, visibility, values).await
    }

    async fn question(&self, survey: &str, (text, kind): (&str, &str), is_required: bool) -> String {
        let options = json!({"original": "en", "en": {"text": "Bus\nTrain\nCar"}});
        let values = json!({"survey": survey, "text": english(text), "question_kind": kind, "options": options,
            "is_required": is_required});
        self.keep(Kind::SurveyQuestions, Visibility::Public, values).await
    }

    async fn set_state(&self, survey: &str, state: &str) {
        let record = self.sample.store.record(Kind::Surveys, survey).await.expect("an answer").expect("it is there");
        let mut draft = record.content.clone();
        draft.values.insert("survey_state".to_owned(), json!(state));
        let change = miedza_store::Change { kind: Kind::Surveys, id: record.id, seen_version: record.version, draft };
        self.sample.store.update(change, &Author::Program("test")).await.expect("changed");
    }
}

/// The mark of the form on a page.
fn form_key(page: &str) -> String {
    let rest = page.split("name=\"form-key\" value=\"").nth(1).expect("a form with its mark");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_resident_answers_without_an_account_and_nothing_typed_is_lost() {
    let office = Office::of(None).await;
    let survey = office.survey(Visibility::Public, "open").await;
    let how = office.question(&survey, ("How do you travel?", "single"), true).await;
    let why = office.question(&survey, ("Why?", "open"), false).await;
    let (how, why) = (format!("q-{how}"), format!("q-{why}"));
    let address = format!("{HOME}/surveys/{survey}");

    let page = office.get(&address).await;
    let again = office.get(&address).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("How do you travel?") && page.text.contains("value=\"Train\""), "{}", page.text);
    assert_ne!(form_key(&page.text), form_key(&again.text), "each form has a mark of its own");

    let mark = form_key(&page.text);
    let refused = office.post(&address, &[("form-key", &mark), (&why, "There is no bus")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("There is no bus") && refused.text.contains(&format!("href=\"#{how}\"")), "{}", refused.text);
    assert_eq!(form_key(&refused.text), mark);

    let form = [("form-key", mark.as_str()), ("unit", ""), (&how, "Train"), (&why, "There is no bus")];
    let sent = office.post(&address, &form).await;
    let twice = office.post(&address, &form).await;
    assert_eq!((sent.status, twice.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{}", sent.text);
    let thanks = office.get(&sent.to).await;
    assert!(thanks.text.contains("Thank you") && !thanks.text.contains("<form class=\"form\""), "{}", thanks.text);
    assert_eq!(office.sample.store.answers_to(&survey).await.expect("answers").len(), 1, "a reload is no second answer");

    let results = office.get(&format!("{address}/results")).await;
    assert!(results.text.contains("once the survey is closed") && !results.text.contains("<table"), "{}", results.text);
    let wrong = office.post(&address, &[(&how, "Spaceship")]).await;
    let elsewhere = office.post(&address, &[(&how, "Bus"), ("unit", "9999999")]).await;
    assert_eq!((wrong.status, elsewhere.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
}

#[tokio::test]
async fn results_are_public_once_closed_and_small_counts_and_own_words_never() {
    let mut office = Office::of(None).await;
    let survey = office.survey(Visibility::Public, "open").await;
    let how = office.question(&survey, ("How do you travel?", "single"), true).await;
    let why = office.question(&survey, ("Why?", "open"), false).await;
    let (how, why) = (format!("q-{how}"), format!("q-{why}"));
    let address = format!("{HOME}/surveys/{survey}");
    for (count, option) in [(13, "Bus"), (17, "Train"), (3, "Car")] {
        for _ in 0..count {
            let sent = office.post(&address, &[(&how, option), (&why, "Secret words")]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        }
    }
    office.set_state(&survey, "closed").await;

    let closed = office.post(&address, &[(&how, "Bus")]).await;
    let results = office.get(&format!("{address}/results")).await;
    let csv = office.get(&format!("{address}/results?file=csv")).await;

    assert_eq!(closed.status, StatusCode::CONFLICT);
    // 3 is hidden, and 13 with it, or 33 less 17 and 13 would tell.
    assert!(results.text.contains("<td class=\"n\">33</td>") && results.text.contains("<td class=\"n\">17</td>"));
    assert!(!results.text.contains("<td class=\"n\">3</td>") && !results.text.contains("<td class=\"n\">13</td>"));
    assert!(results.text.contains("<td class=\"missing\">hidden</td>"), "{}", results.text);
    assert!(csv.text.contains("Train") && csv.text.contains(",17,") && !csv.text.contains(",13,"), "{}", csv.text);
    for text in [&results.text, &csv.text] {
        assert!(!text.contains("Secret words"), "{text}");
    }

    let answers = format!("{DESK}/surveys/{survey}/answers");
    assert_eq!(office.get(&answers).await.status, StatusCode::UNAUTHORIZED);
    office.enter(KALISZ).await;
    assert!(office.get(&answers).await.text.contains("Secret words"));
}

#[tokio::test]
async fn the_office_enters_sheets_of_paper_one_after_the_other_and_takes_a_wrong_one_away() {
    let mut office = Office::of(Some(KALISZ)).await;
    let survey = office.survey(Visibility::Private, "closed").await;
    let many = office.question(&survey, ("What do you use?", "multiple"), true).await;
    let rate = office.question(&survey, ("How good is it?", "scale"), false).await;
    let (many, rate) = (format!("q-{many}"), format!("q-{rate}"));
    let answers = format!("{DESK}/surveys/{survey}/answers");

    let mark = form_key(&office.get(&answers).await.text);
    let form = [("form-key", mark.as_str()), (&many, "Bus"), (&many, "Car"), (&rate, "4")];
    let entered = office.post(&answers, &form).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
    let next = office.get(&entered.to).await;
    assert!(next.text.contains("The sheet is saved.") && next.text.contains("<td>Bus, Car</td>"), "{}", next.text);

    let sheets = office.sample.store.answers_to(&survey).await.expect("answers");
    let removed = office.post(&format!("{answers}/remove"), &[("answer", &sheets[0].id)]).await;
    let again = office.post(&format!("{answers}/remove"), &[("answer", &sheets[0].id)]).await;
    assert_eq!((removed.status, again.status), (StatusCode::SEE_OTHER, StatusCode::CONFLICT));
    assert!(office.sample.store.answers_to(&survey).await.expect("answers").is_empty());

    office.cookie.clear();
    for address in [answers, format!("{HOME}/surveys/{survey}"), format!("{HOME}/surveys/{survey}/results")] {
        assert_eq!(office.get(&address).await.status, StatusCode::UNAUTHORIZED, "{address}");
        let sent = office.post(&address, &[(&many, "Bus")]).await;
        assert!(matches!(sent.status, StatusCode::UNAUTHORIZED | StatusCode::METHOD_NOT_ALLOWED), "{address}");
    }
}

#[tokio::test]
async fn the_board_shows_findings_with_both_ends_of_their_threads() {
    let office = Office::of(None).await;
    let boxes = office.get(&format!("{HOME}/findings")).await.text.matches("<rect").count();
    let survey = office.survey(Visibility::Public, "closed").await;
    let finding = json!({"dimension": "social", "finding_kind": "trend", "statement": english("Young people leave"),
        "strength": 4, "indicators": ["births_per_1000"], "surveys": [survey]});
    let finding = office.keep(Kind::Findings, Visibility::Public, finding).await;
    let hidden = json!({"dimension": "social", "finding_kind": "trend", "statement": english("Nobody knows yet")});
    office.keep(Kind::Findings, Visibility::Private, hidden).await;
    let rests = json!({"statement": english("Keep the young"), "findings": [finding]});
    let challenge = office.keep(Kind::Challenges, Visibility::Public, rests).await;
    let item = json!({"statement": english("Few jobs"), "quadrant": "weakness", "findings": [finding]});
    office.keep(Kind::SwotItems, Visibility::Public, item).await;
    let core = json!({"statement": english("The area grows old"), "problem_role": "core", "position": 1});
    let core = office.keep(Kind::Problems, Visibility::Public, core).await;
    for (role, statement) in [("cause", "Young families move away"), ("effect", "Schools close")] {
        let values = json!({"statement": english(statement), "problem_role": role, "parent_problem": core});
        office.keep(Kind::Problems, Visibility::Public, values).await;
    }

    let page = office.get(&format!("{HOME}/findings")).await;

    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let text = &page.text;
    assert!(!text.contains("Nobody knows yet"), "{text}");
    assert!(text.contains(&format!("{HOME}/diagnosis/births_per_1000")) && text.contains(&format!("{HOME}/surveys/{survey}")));
    assert!(text.contains(&format!("href=\"#challenge-{challenge}\"")) && text.contains(&format!("href=\"#finding-{finding}\"")));
    assert!(text.contains("strength 4 of 5") && text.contains("Few jobs"), "{text}");
    assert_eq!(text.matches("<rect").count(), boxes + 3, "{text}");
    assert_eq!(text.matches("<ul").count(), text.matches("</ul>").count());
    assert_eq!(text.matches("<li>").count() + text.matches("<li ").count(), text.matches("</li>").count());

    let economic = office.get(&format!("{HOME}/findings?dimension=economic")).await;
    assert!(!economic.text.contains(&format!("id=\"finding-{finding}\"")) && economic.text.contains("Keep the young"));
    let json = office.get(&format!("{HOME}/findings?file=json")).await;
    let told: Value = serde_json::from_str(&json.text).expect("JSON");
    let rows = told["data"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["statement"] == "Young people leave").expect("the finding");
    assert!(told.get("licence").is_some() && row["challenges"] == "Keep the young", "{told}");
    let problems = office.get(&format!("{HOME}/findings?part=problems&file=csv")).await;
    assert!(problems.text.contains("Schools close") && problems.text.contains("The area grows old"), "{}", problems.text);
}

#[tokio::test]
async fn conclusions_for_the_spatial_plan_go_out_with_their_reasons() {
    let office = Office::of(None).await;
    let review = |title: &str, for_plan: bool| {
        json!({"document_title": english(title), "conclusion": english("A by-pass is missing"), "unit": "3007012",
            "for_spatial_plan": for_plan, "justification": english("Heavy traffic in the centre"), "date": "2019"})
    };
    office.keep(Kind::DocumentReviews, Visibility::Public, review("Study of conditions", true)).await;
    office.keep(Kind::DocumentReviews, Visibility::Public, review("Environment programme", false)).await;

    let all = office.get(&format!("{HOME}/reviews")).await;
    let plan = office.get(&format!("{HOME}/reviews?plan=yes")).await;
    let csv = office.get(&format!("{HOME}/reviews?plan=yes&file=csv")).await;

    assert!(all.text.contains("Study of conditions") && all.text.contains("Environment programme"), "{}", all.text);
    assert!(plan.text.contains("Study of conditions") && !plan.text.contains("Environment programme"), "{}", plan.text);
    assert!(csv.text.contains("Heavy traffic in the centre") && !csv.text.contains("Environment programme"), "{}", csv.text);
}

#[tokio::test]
async fn a_form_can_be_begun_with_an_indicator_in_its_address() {
    let office = Office::of(Some(KALISZ)).await;

    let page = office.get(&format!("{DESK}/findings/new?indicators=births_per_1000&dimension=social")).await;

    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("value=\"births_per_1000\" checked"), "{}", page.text);
    assert!(page.text.contains("<option value=\"social\" selected>"), "{}", page.text);
}

#[tokio::test]
async fn groups_that_took_part_are_counted_on_the_page_of_stages_and_in_the_report() {
    let office = Office::of(None).await;
    for (group, participants) in [("residents", 20), ("residents", 15), ("youth", 9)] {
        let values = json!({"stage": "diagnosis", "title": english("Workshop"), "date": "2026-05-12",
            "stakeholder_group": group, "participants": participants});
        office.keep(Kind::Participations, Visibility::Public, values).await;
    }

    let stages = office.get(&format!("{HOME}/stages")).await;
    let report = office.get(&format!("{HOME}/diagnosis/report/html")).await;
    let list = office.get("/api/v1/partnerships/aglomeracja-kalisko-ostrowska/participations?lang=en").await;

    assert!(stages.text.contains("residents: 35; young people: 9"), "{}", stages.text);
    assert!(report.text.contains("residents: 35; young people: 9"), "the report names no groups");
    let list: Value = serde_json::from_str(&list.text).expect("JSON");
    assert_eq!(list["data"].as_array().map(Vec::len), Some(3), "{list}");
}
