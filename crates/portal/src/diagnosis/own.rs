//! The diagnosis of municipalities that somebody names: a form, and behind it the same pages as for a partnership.

use askama::Template;
use axum::response::{IntoResponse, Response};
use miedza_texts::key;
use miedza_workflows::Failure;

use super::area::Area;
use super::chosen::Chosen;
use super::dashboard;
use crate::frame::failure::status;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, FormField, Notice, Title};
use crate::frame::{Address, Answer, Asker, Told};

#[derive(Template)]
#[template(path = "diagnosis/own.html")]
struct OwnPage {
    page: Page,
    title: Title,
    action: String,
    name: FormField,
    units: FormField,
    act: String,
    ways_heading: String,
    ways: Vec<Entry>,
}

/// The form, or the first page of the diagnosis of the units that the address names.
pub async fn show(asker: Asker) -> Answer {
    let chosen = Chosen::of(&asker.uri);
    if chosen.units.trim().is_empty() {
        return form(&asker, &chosen, None);
    }
    match Area::open(asker.clone()).await {
        Ok(area) => dashboard::answer(&area),
        Err(Told(failure)) => form(&asker, &chosen, Some(&failure)),
    }
}

fn form(asker: &Asker, chosen: &Chosen, failure: Option<&Failure>) -> Answer {
    let heading = asker.say(key::DIAGNOSIS_OWN);
    let mut page = Page::of(asker, &heading).under(Vec::new(), &heading);
    page.notices.extend(failure.map(|failure| Notice {
        kind: "refusal",
        title: asker.tell(&failure.told),
        text: failure.hint.as_ref().map(|hint| asker.tell(hint)).unwrap_or_default(),
        ways: Vec::new(),
    }));
    let field = |name: &str, label, hint, value: &str, is_needed: bool| FormField {
        name: name.to_owned(),
        label: asker.say(label),
        hint: asker.say(hint),
        value: value.to_owned(),
        optional: if is_needed { String::new() } else { asker.say(key::WORK_OPTIONAL) },
        ..FormField::default()
    };
    let answer = page::answer(&OwnPage {
        page,
        title: Title { heading, lead: asker.say(key::DIAGNOSIS_OWN_LEAD), ..Title::default() },
        action: Address::page(asker.language).step("diagnosis").into(),
        name: field("name", key::DIAGNOSIS_OWN_NAME, key::DIAGNOSIS_OWN_NAME_HINT, &chosen.name, false),
        units: field("units", key::DIAGNOSIS_OWN_UNITS, key::DIAGNOSIS_OWN_UNITS_HINT, &chosen.units, true),
        act: asker.say(key::DIAGNOSIS_OWN_ACT),
        ways_heading: asker.say(key::DIAGNOSIS_OWN_WAYS),
        ways: vec![
            Entry::new(Address::page(asker.language).step("units"), asker.say(key::PORTAL_MENU_UNITS)),
            Entry::new(Address::page(asker.language).step("partnerships"), asker.say(key::PORTAL_MENU_PARTNERSHIPS)),
        ],
    })?;
    let mut answer: Response = answer.into_response();
    if let Some(failure) = failure {
        *answer.status_mut() = status(failure.kind);
    }
    Ok(answer)
}
