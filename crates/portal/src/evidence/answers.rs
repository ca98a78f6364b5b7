//! Answers in the workbench: the next sheet of paper, what was answered in own words, sheets that were entered wrongly.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::diagnosis::survey::{AnswerSheet, Channel, Given};
use miedza_planning::values::PartialDate;
use miedza_store::Author;
use miedza_texts::key;
use miedza_workflows::account::secret::Secret;
use miedza_workflows::evidence::{self as surveys, Answered, Questionnaire};
use serde::Deserialize;

use super::form::{self, Filled, Part};
use super::results::place;
use super::survey::{address, read, work};
use crate::frame::desk::Desk;
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Notice, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker, Told};

/// What stands after the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
}

/// The answer that is taken away.
#[derive(Debug, Deserialize)]
pub struct Removed {
    answer: String,
}

/// What was said in own words to one question.
struct Words {
    heading: String,
    said: Vec<String>,
}

/// A sheet from paper.
struct Sheet {
    id: String,
    day: String,
    unit: Entry,
    first: String,
}

#[derive(Template)]
#[template(path = "evidence/answers.html")]
struct AnswersPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    errors_title: String,
    errors: Vec<Entry>,
    paper_heading: String,
    none: String,
    action: String,
    form_key: String,
    unit: FormField,
    units: Vec<Choice>,
    parts: Vec<Part>,
    send: String,
    words_heading: String,
    words: Vec<Words>,
    sheets_heading: String,
    sheets_none: String,
    caption: Caption,
    headings: Vec<Heading>,
    sheets: Vec<Sheet>,
    remove_action: String,
    remove: String,
}

fn author(asker: &Asker) -> Author {
    match &asker.signed_in {
        Some(signed_in) => Author::Account(signed_in.account.clone()),
        None => Author::Program("portal"),
    }
}

/// The page.
pub async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    let desk = Desk::open(asker).await?;
    let asked = read(&desk)?;
    let mut shown = shown(&desk, &asked, &Filled::default()).await?;
    let done = match after.done.as_str() {
        "entered" => Some(key::SURVEY_ENTERED),
        "removed" => Some(key::SURVEY_REMOVED),
        _ => None,
    };
    shown.page.notices.extend(done.map(|told| Notice { kind: "success", title: desk.say(told), ..Notice::default() }));
    page::answer(&shown)
}

/// A sheet is entered; then the form stands ready for the next one.
pub async fn enter(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let desk = Desk::open(asker).await?;
    let asked = read(&desk)?;
    let typed = form::typed(pairs);
    let who = (&author(&desk.asker), desk.asker.today());
    match surveys::enter(desk.asker.app.store(), &asked, &typed, who).await? {
        Answered::Faults(faults) => {
            let shown = shown(&desk, &asked, &Filled { typed, faults }).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page::answer(&shown)?).into_response())
        }
        _ => Ok(Redirect::to(&work(&desk, &asked).ask("done", "entered").to_string()).into_response()),
    }
}

/// A sheet that was entered wrongly goes.
pub async fn remove(asker: Asker, Form(removed): Form<Removed>) -> Answer {
    let desk = Desk::open(asker).await?;
    let asked = read(&desk)?;
    surveys::remove(desk.asker.app.store(), &asked, &removed.answer, &author(&desk.asker)).await?;
    Ok(Redirect::to(&work(&desk, &asked).ask("done", "removed").to_string()).into_response())
}

async fn shown(desk: &Desk, asked: &Questionnaire, filled: &Filled) -> Result<AnswersPage, Told> {
    let sheets = desk.asker.app.store().answers_to(&asked.record.id).await.map_err(miedza_workflows::Failure::from)?;
    let heading = desk.say(key::SURVEY_ANSWERS);
    let survey = desk.entry(address(desk, asked), &asked.record, "title");
    let results = Entry::new(address(desk, asked).step("results"), desk.say(key::SURVEY_RESULTS));
    let (unit, units) = form::unit(desk, asked, filled);
    let is_sent_before = !filled.typed.form_key.is_empty();
    let headings = [key::SURVEY_DAY, key::SURVEY_MUNICIPALITY, key::SURVEY_FIRST_ANSWER, key::SURVEY_REMOVE];
    Ok(AnswersPage {
        page: desk.page_below(Place::Surveys, vec![survey.clone()], &heading).unlisted(),
        title: Title {
            kind: desk.words(&asked.record, "title"),
            heading,
            lead: desk.say(key::SURVEY_ANSWERS_LEAD),
            ..Title::default()
        },
        ways: vec![survey, results],
        errors_title: desk.say(key::SURVEY_FAULTS),
        errors: form::errors(desk, asked, &filled.faults),
        paper_heading: desk.say(key::SURVEY_PAPER),
        none: if asked.asked.is_empty() { desk.say(key::SURVEY_NO_QUESTIONS) } else { String::new() },
        action: work(desk, asked).into(),
        form_key: if is_sent_before { filled.typed.form_key.clone() } else { Secret::new()?.text },
        unit,
        units,
        parts: form::parts(desk, asked, filled),
        send: desk.say(key::SURVEY_ENTER),
        words_heading: desk.say(key::SURVEY_OWN_WORDS),
        words: words(desk, asked, &sheets),
        sheets_heading: desk.say(key::SURVEY_SHEETS),
        sheets_none: desk.say(key::SURVEY_SHEETS_NONE),
        caption: desk.caption("sheets", desk.say(key::SURVEY_SHEETS), ""),
        headings: headings.map(|key| Heading::words(desk.say(key))).to_vec(),
        sheets: sheets.iter().rev().filter(|sheet| sheet.channel == Channel::Paper).map(|one| sheet(desk, asked, one)).collect(),
        remove_action: work(desk, asked).step("remove").into(),
        remove: desk.say(key::SURVEY_REMOVE),
    })
}

fn words(desk: &Desk, asked: &Questionnaire, sheets: &[AnswerSheet]) -> Vec<Words> {
    let said = |id: &str| -> Vec<String> {
        let given = sheets.iter().filter_map(|sheet| sheet.answers.get(id));
        given.filter_map(|given| if let Given::Words(words) = given { Some(words.clone()) } else { None }).collect()
    };
    let all = asked
        .asked
        .iter()
        .map(|question| Words { heading: Said::text(&desk.asker, Some(&question.text)).text, said: said(&question.id) });
    all.filter(|words| !words.said.is_empty()).collect()
}

fn sheet(desk: &Desk, asked: &Questionnaire, sheet: &AnswerSheet) -> Sheet {
    let first = asked.asked.iter().find_map(|question| Some((question, sheet.answers.get(&question.id)?)));
    let first = first.map(|(question, given)| match given {
        Given::Rating(rating) => rating.to_string(),
        Given::Options(options) => {
            options.iter().map(|option| question.option(option, desk.asker.tongue())).collect::<Vec<_>>().join(", ")
        }
        Given::Words(words) => words.clone(),
    });
    Sheet {
        id: sheet.id.clone(),
        day: desk.date(Some(PartialDate::from(sheet.day))),
        unit: place(desk, sheet.unit.as_deref()),
        first: first.unwrap_or_default(),
    }
}
