//! Reporting a barrier: a form without an account, whose letter goes to the office.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use miedza_planning::portal::{Office, Topic};
use miedza_texts::{Message, key};
use miedza_workflows::report::{Barrier, Reported, report};
use miedza_workflows::saying;
use serde::Deserialize;

use crate::frame::coming::Coming;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, FormField, Notice, Title};
use crate::frame::{Address, Answer, Asker};

/// What was typed, or the page that the address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    page: String,
    what: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "about/barrier.html")]
struct BarrierPage {
    page: Page,
    title: Title,
    action: String,
    none: String,
    what: FormField,
    where_: FormField,
    answer: FormField,
    privacy: Entry,
    send: String,
    back: Entry,
    is_sent: bool,
}

/// The form.
pub async fn ask(asker: Asker, Query(typed): Query<Typed>) -> Answer {
    page::answer(&form(&asker, &typed).await?)
}

/// The report is sent.
pub async fn send(asker: Asker, coming: Coming, Form(typed): Form<Typed>) -> Answer {
    let office: Office = saying::read(asker.app.store(), Topic::Office).await?;
    let barrier = Barrier { page: typed.page.clone(), what: typed.what.clone(), answer_to: typed.answer.clone() };
    let reported = report(&coming.visit(&asker.app), &office, &barrier, asker.language).await?;
    let mut shown = form(&asker, &typed).await?;
    let (status, told) = match reported {
        Reported::Sent => (StatusCode::OK, ("success", key::BARRIER_SENT.into(), key::BARRIER_SENT_HINT.into())),
        Reported::Empty => {
            shown.what.error = asker.say(key::BARRIER_EMPTY);
            (StatusCode::UNPROCESSABLE_ENTITY, ("refusal", key::BARRIER_EMPTY.into(), key::BARRIER_EMPTY_HINT.into()))
        }
        Reported::TooLong => {
            (StatusCode::UNPROCESSABLE_ENTITY, ("refusal", key::BARRIER_TOO_LONG.into(), key::BARRIER_TOO_LONG_HINT.into()))
        }
        Reported::TooOften(seconds) => {
            let minutes = usize::try_from(seconds.max(0)).unwrap_or_default().div_ceil(60);
            let hint = Message::new(key::BARRIER_TOO_OFTEN_HINT).with("minutes", minutes);
            (StatusCode::TOO_MANY_REQUESTS, ("refusal", key::BARRIER_TOO_OFTEN.into(), hint))
        }
    };
    let (kind, title, text): (&'static str, Message, Message) = told;
    shown.is_sent = reported == Reported::Sent;
    shown.page = shown.page.telling(Notice { kind, title: asker.tell(&title), text: asker.tell(&text), ways: Vec::new() });
    Ok((status, page::answer(&shown)).into_response())
}

async fn form(asker: &Asker, typed: &Typed) -> Result<BarrierPage, crate::frame::Told> {
    let office: Office = saying::read(asker.app.store(), Topic::Office).await?;
    let heading = asker.say(key::BARRIER_HEADING);
    let start = Address::page(asker.language);
    let declaration = Entry::new(start.clone().step("accessibility"), asker.say(key::PORTAL_ACCESSIBILITY));
    let field = |name: &str, label, hint, value: &str, optional: &str| FormField {
        name: name.to_owned(),
        label: asker.say(label),
        hint: asker.say(hint),
        value: value.to_owned(),
        optional: optional.to_owned(),
        ..FormField::default()
    };
    let optional = asker.say(key::BARRIER_OPTIONAL);
    Ok(BarrierPage {
        page: Page::of(asker, &heading).unlisted().under(vec![declaration.clone()], &heading),
        action: start.clone().step("accessibility").step("report").into(),
        none: if office.email.is_some() { String::new() } else { asker.say(key::BARRIER_NO_OFFICE_HINT) },
        what: field("what", key::BARRIER_WHAT, key::BARRIER_WHAT_HINT, &typed.what, ""),
        where_: field("page", key::BARRIER_PAGE, key::BARRIER_PAGE_HINT, &typed.page, &optional),
        answer: field("answer", key::BARRIER_ANSWER, key::BARRIER_ANSWER_HINT, &typed.answer, &optional),
        privacy: Entry::new(start.step("privacy"), asker.say(key::PORTAL_PRIVACY)),
        send: asker.say(key::BARRIER_SEND),
        back: declaration,
        is_sent: false,
        title: Title { heading, lead: asker.say(key::BARRIER_LEAD), ..Title::default() },
    })
}
