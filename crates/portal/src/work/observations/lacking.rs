//! The page of a file that does not say one thing: the file is kept, and the one field stands open, explained.

use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use miedza_texts::{Key, key};
use miedza_workflows::Failure;
use miedza_workflows::importing::Lacking;
use miedza_workflows::record::Entered;

use super::about::{Waiting, fields};
use super::{above, address};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, FormField, Notice, Title};
use crate::frame::{Answer, Asker};

#[derive(Template)]
#[template(path = "work/observations/lacking.html")]
struct LackingPage {
    page: Page,
    title: Title,
    action: String,
    hidden: Vec<(String, String)>,
    /// The field that is needed; it has the focus.
    needed: FormField,
    further: String,
    others: Vec<FormField>,
    button: String,
    /// The other way on, of a table that may be no export.
    describe: Option<String>,
    back: Entry,
}

/// Which field is needed, and what is said beside it.
const fn needed(lacking: Lacking) -> (&'static str, Key) {
    match lacking {
        Lacking::Period => ("table-period", key::OBSERVATIONS_PERIOD_NEEDED),
        Lacking::Edition => ("table-period", key::OBSERVATIONS_PERIOD_EDITION),
        Lacking::Subject => ("subject", key::OBSERVATIONS_SUBJECT_NEEDED),
    }
}

/// The page, with what was typed so far.
///
/// # Errors
/// A fault of the program if the page cannot be drawn.
pub fn answer(asker: &Asker, waiting: &Waiting, entered: &Entered, (lacking, failure): (Lacking, &Failure)) -> Answer {
    let heading = asker.say(key::OBSERVATIONS_LACKING);
    let (name, hint) = needed(lacking);
    let typed = |field: FormField| FormField { value: entered.one(&field.name).unwrap_or_default().to_owned(), ..field };
    let (found, others): (Vec<FormField>, Vec<FormField>) =
        fields(asker).into_iter().map(typed).partition(|field| field.name == name);
    let field = found.into_iter().next().unwrap_or_default();
    let wrong = if field.value.is_empty() { String::new() } else { asker.tell(&failure.told) };
    let told = failure.causes.first().unwrap_or(&failure.told);
    let notice = Notice { kind: "attention", title: asker.tell(told), ..Notice::default() };
    let shown = LackingPage {
        page: Page::of(asker, &heading).unlisted().under(above(asker), &heading).telling(notice),
        title: Title { kind: waiting.name.clone(), heading, lead: asker.say(key::OBSERVATIONS_LACKING_LEAD), ..Title::default() },
        action: address(asker).step("lacking").into(),
        hidden: waiting.carried(),
        needed: FormField { hint: asker.say(hint), optional: String::new(), error: wrong, ..field },
        further: asker.say(key::OBSERVATIONS_FURTHER),
        others,
        button: asker.say(key::OBSERVATIONS_READ),
        describe: (lacking == Lacking::Subject).then(|| asker.say(key::OBSERVATIONS_DESCRIBE)),
        back: Entry::new(address(asker), asker.say(key::WORK_BACK)),
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page::answer(&shown)?).into_response())
}
