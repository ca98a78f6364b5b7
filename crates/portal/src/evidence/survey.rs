//! One survey on its public page: the form while it is open, the way to the results when it is closed.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use miedza_planning::rights::Verb;
use miedza_texts::{Message, key};
use miedza_workflows::account::secret::Secret;
use miedza_workflows::evidence::{self as surveys, Answered, Questionnaire, questionnaire};
use serde::Deserialize;

use super::form::{self, Filled, Part};
use crate::frame::coming::Coming;
use crate::frame::desk::Desk;
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Choice, Entry, Fact, FormField, Notice, Title};
use crate::frame::rail::Place;
use crate::frame::{Address, Answer, Asker, Told};

/// What stands after the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/survey.html")]
struct SurveyPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    errors_title: String,
    errors: Vec<Entry>,
    description: Said,
    facts: Vec<Fact>,
    privacy_heading: String,
    privacy: Said,
    none: String,
    action: String,
    form_key: String,
    unit: FormField,
    units: Vec<Choice>,
    parts: Vec<Part>,
    send: String,
}

/// The page of a survey.
pub async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    let desk = Desk::open(asker).await?;
    let asked = read(&desk)?;
    let mut shown = shown(&desk, &asked, &Filled::default())?;
    if after.done == "answered" {
        shown.parts.clear();
        let (title, text) = (desk.say(key::SURVEY_THANKS), desk.say(key::SURVEY_THANKS_TEXT));
        shown.page = shown.page.telling(Notice { kind: "success", title, text, ways: Vec::new() });
    }
    let mut answer = page::answer(&shown)?;
    if asked.is_open() {
        // Each form has a mark of its own, so nobody may get that of another.
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(answer)
}

/// A form that was filled in.
pub async fn send(asker: Asker, coming: Coming, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let desk = Desk::open(asker).await?;
    let asked = read(&desk)?;
    let typed = form::typed(pairs);
    let visit = coming.visit(&desk.asker.app);
    match surveys::answer(&visit, &asked, &typed, desk.asker.today()).await? {
        Answered::Kept => Ok(Redirect::to(&address(&desk, &asked).ask("done", "answered").to_string()).into_response()),
        Answered::Faults(faults) => {
            let shown = shown(&desk, &asked, &Filled { typed, faults })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page::answer(&shown)?).into_response())
        }
        Answered::TooOften(seconds) => {
            let minutes = usize::try_from(seconds.max(0)).unwrap_or_default().div_ceil(60);
            let text = desk.tell(&Message::new(key::SURVEY_TOO_OFTEN_HINT).with("minutes", minutes));
            let mut shown = shown(&desk, &asked, &Filled { typed, faults: Vec::new() })?;
            let notice = Notice { kind: "refusal", title: desk.say(key::SURVEY_TOO_OFTEN), text, ways: Vec::new() };
            shown.page = shown.page.telling(notice);
            Ok((StatusCode::TOO_MANY_REQUESTS, page::answer(&shown)?).into_response())
        }
    }
}

/// The survey that the address names, as it is asked.
pub fn read(desk: &Desk) -> Result<Questionnaire, Told> {
    Ok(questionnaire(&desk.book, desk.asker.the_record(), desk.asker.today())?)
}

/// The public address of a survey.
pub fn address(desk: &Desk, asked: &Questionnaire) -> Address {
    desk.address(Place::Surveys).step(&asked.record.id)
}

/// The facts of a survey: who was asked, when, how they were chosen.
pub fn facts(desk: &Desk, asked: &Questionnaire) -> Vec<Fact> {
    let record = &asked.record;
    let period = desk.period(record.date("valid_from"), record.date("valid_to"));
    let facts = [
        desk.fact_of(record, "target_group"),
        desk.fact_of(record, "survey_state"),
        desk.fact(desk.say(key::SURVEY_PERIOD), period),
        desk.fact_of(record, "sampling"),
    ];
    facts.into_iter().flatten().collect()
}

fn shown(desk: &Desk, asked: &Questionnaire, filled: &Filled) -> Result<SurveyPage, Told> {
    let heading = desk.said(&asked.record, "title");
    let (unit, units) = form::unit(desk, asked, filled);
    let none = match (asked.is_open(), asked.is_closed()) {
        (true, _) if asked.asked.is_empty() => desk.say(key::SURVEY_NO_QUESTIONS),
        (true, _) => String::new(),
        (_, true) => desk.say(key::SURVEY_CLOSED),
        _ => desk.say(key::SURVEY_PLANNED),
    };
    let is_sent_before = !filled.typed.form_key.is_empty();
    Ok(SurveyPage {
        page: desk.page_of(Place::Surveys, Vec::new(), &heading),
        title: Title { kind: desk.name(), ..Title::said(&heading) },
        ways: ways(desk, asked),
        errors_title: desk.say(key::SURVEY_FAULTS),
        errors: form::errors(desk, asked, &filled.faults),
        description: desk.said(&asked.record, "description"),
        facts: facts(desk, asked),
        privacy_heading: desk.say(key::SURVEY_PRIVACY),
        privacy: desk.said(&asked.record, "privacy_note"),
        none,
        action: address(desk, asked).into(),
        form_key: if is_sent_before { filled.typed.form_key.clone() } else { Secret::new()?.text },
        unit,
        units,
        parts: if asked.is_open() { form::parts(desk, asked, filled) } else { Vec::new() },
        send: desk.say(key::SURVEY_SEND),
    })
}

fn ways(desk: &Desk, asked: &Questionnaire) -> Vec<Entry> {
    let may_edit = may_edit(desk, asked);
    let results = Entry::new(address(desk, asked).step("results"), desk.say(key::SURVEY_RESULTS));
    let answers = Entry::new(work(desk, asked), desk.say(key::SURVEY_ANSWERS));
    let all = [(asked.is_closed() || may_edit, results), (may_edit, answers)];
    all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, entry)| entry).collect()
}

/// Whether the asker enters answers from paper and sees all of them.
pub fn may_edit(desk: &Desk, asked: &Questionnaire) -> bool {
    let object = desk.asker.object_of(&asked.record, Some(&desk.book.partnership));
    desk.asker.may(Verb::Edit, asked.record.kind().room(), &object).is_ok()
}

/// The address of the answers in the workbench.
pub fn work(desk: &Desk, asked: &Questionnaire) -> Address {
    let work = Address::partnership_work(desk.asker.language, desk.asker.slug());
    work.step(asked.record.kind().name()).step(&asked.record.id).step("answers")
}
