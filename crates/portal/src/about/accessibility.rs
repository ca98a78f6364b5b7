//! The accessibility declaration, with the identifiers that its monitors look for.
//!
//! # Source
//! Polish act of 4 April 2019 on digital accessibility, articles 10 to 12, 18 and 19; structure of the declaration, version 2.0
//! of 31 July 2024. Czech act no. 99/2019 Sb., §§ 7 to 10; model statement of Commission Implementing Decision (EU) 2018/1523.

use askama::Template;
use miedza_planning::portal::{Accessibility, Assessor, Conformance, Law, Office, Topic};
use miedza_planning::values::Day;
use miedza_texts::{Key, key};
use miedza_workflows::{labels, saying};

use super::form;
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Notice};
use crate::frame::{Address, Answer, Asker};

/// A day with the identifier of what happened on it.
struct Dated {
    id: &'static str,
    label: String,
    iso: String,
    date: String,
}

/// A heading with what stands under it.
struct Part {
    id: &'static str,
    heading: String,
    lines: Vec<String>,
    language: &'static str,
}

/// Who answers, and how to reach them.
struct Contact {
    heading: String,
    lead: String,
    person_label: String,
    person: Said,
    email_label: String,
    email: String,
    phone_label: String,
    phone: String,
    dialled: String,
    form: Entry,
}

#[derive(Template)]
#[template(path = "about/accessibility.html")]
struct DeclarationPage {
    page: Page,
    heading: String,
    empty: String,
    first_step: Option<Entry>,
    entity: Said,
    commits: String,
    applies: String,
    site: Entry,
    dates: Vec<Dated>,
    status_heading: String,
    status: String,
    gaps: Vec<Part>,
    alternative_heading: String,
    alternative: Said,
    burden: Entry,
    prepared_heading: String,
    prepared: Vec<Dated>,
    assessed: String,
    assessor: String,
    keys_heading: String,
    keys: String,
    contact: Contact,
    procedure_heading: String,
    procedure: Vec<String>,
    complaint_heading: String,
    complaint: String,
    ombudsman: Entry,
    building_heading: String,
    building: Said,
    no_building: String,
    apps: String,
    more_heading: String,
    more: Said,
}

/// Where complaints end that nobody else heard: the Polish ombudsman, the Czech agency for digital matters.
const fn last_instance(law: Law) -> (&'static str, Key) {
    match law {
        Law::Polish => ("https://bip.brpo.gov.pl/", key::ABOUT_OMBUDSMAN),
        Law::Czech => ("https://www.dia.gov.cz/", key::ABOUT_CZ_AGENCY),
    }
}

pub async fn show(asker: Asker) -> Answer {
    let store = asker.app.store();
    let office: Office = saying::read(store, Topic::Office).await?;
    let said: Accessibility = saying::read(store, Topic::Accessibility).await?;
    page::answer(&declaration(&asker, &office, &said))
}

fn declaration(asker: &Asker, office: &Office, said: &Accessibility) -> DeclarationPage {
    let say = |key| asker.say(key);
    let by = |polish: Key, czech: Key| say(by_law(said.law, polish, czech));
    let (instance, instance_name) = last_instance(said.law);
    let is_polish = said.law == Law::Polish;
    let heading = say(key::PORTAL_ACCESSIBILITY);
    let is_written = office.name.is_some() && said.status.is_some();
    let topic = if office.name.is_some() { Topic::Accessibility } else { Topic::Office };
    let empty = if is_written { String::new() } else { say(key::ABOUT_NO_DECLARATION) };
    let address = &asker.app.portal().public_address;
    DeclarationPage {
        page: framed(asker, said, is_written, &heading),
        first_step: form(asker, topic).map(|href| Entry::new(href, asker.tell(&labels::topic(topic)))),
        entity: Said::text(asker, office.name.as_ref()),
        commits: by(key::ABOUT_COMMITS, key::ABOUT_CZ_COMMITS),
        applies: say(key::ABOUT_APPLIES),
        site: Entry::new(address.clone(), say(key::PORTAL_NAME)),
        dates: dates(asker, said),
        status_heading: say(key::ABOUT_STATUS),
        status: said.status.map(|status| say(status_key(said.law, status))).unwrap_or_default(),
        gaps: gaps(asker, said),
        alternative_heading: say(key::ABOUT_ALTERNATIVE),
        alternative: Said::text(asker, said.alternative_access.as_ref()),
        burden: Entry::new(said.burden_assessment.clone().unwrap_or_default(), by(key::ABOUT_BURDEN, key::ABOUT_CZ_BURDEN)),
        prepared_heading: say(key::ABOUT_PREPARED),
        prepared: prepared(asker, said),
        assessed: said.assessed_by.map(|by| say(assessed_key(by))).unwrap_or_default(),
        assessor: said.assessor.clone().unwrap_or_default(),
        keys_heading: say(key::ABOUT_KEYS),
        keys: say(key::ABOUT_KEYS_USUAL),
        contact: contact(asker, office),
        procedure_heading: by(key::ABOUT_PROCEDURE, key::ABOUT_CZ_PROCEDURE),
        procedure: match said.law {
            Law::Polish => [key::ABOUT_RIGHT, key::ABOUT_REQUEST, key::ABOUT_TERM].map(say).to_vec(),
            Law::Czech => [key::ABOUT_CZ_RIGHT, key::ABOUT_CZ_REQUEST].map(say).to_vec(),
        },
        complaint_heading: say(key::ABOUT_COMPLAINT),
        complaint: by(key::ABOUT_COMPLAINT_TEXT, key::ABOUT_CZ_COMPLAINT),
        ombudsman: Entry::new(instance, say(instance_name)),
        building_heading: say(key::ABOUT_BUILDING),
        building: Said::text(asker, said.building.as_ref()),
        // What the Czech act does not ask for is left out where nothing is said.
        no_building: if is_polish { say(key::ABOUT_NO_BUILDING) } else { String::new() },
        apps: if is_polish { say(key::ABOUT_NO_APPS) } else { String::new() },
        more_heading: say(key::ABOUT_MORE),
        more: Said::text(asker, said.more.as_ref()),
        heading,
        empty,
    }
}

/// The frame; staff read in it that the declaration must be looked through.
fn framed(asker: &Asker, said: &Accessibility, is_written: bool, heading: &str) -> Page {
    let page = Page::of(asker, heading).under(Vec::new(), heading);
    let Some(form) = form(asker, Topic::Accessibility).filter(|_| is_written && said.is_overdue(asker.today())) else {
        return page;
    };
    page.telling(Notice {
        kind: "attention",
        title: asker.say(key::SETTINGS_OVERDUE),
        text: asker.say(key::SETTINGS_OVERDUE_HINT),
        ways: vec![Entry::new(form, asker.tell(&labels::topic(Topic::Accessibility)))],
    })
}

const fn by_law(law: Law, polish: Key, czech: Key) -> Key {
    match law {
        Law::Polish => polish,
        Law::Czech => czech,
    }
}

const fn status_key(law: Law, status: Conformance) -> Key {
    let (polish, czech) = match status {
        Conformance::Full => (key::ABOUT_STATUS_FULL, key::ABOUT_CZ_STATUS_FULL),
        Conformance::Partial => (key::ABOUT_STATUS_PARTIAL, key::ABOUT_CZ_STATUS_PARTIAL),
        Conformance::None => (key::ABOUT_STATUS_NONE, key::ABOUT_CZ_STATUS_NONE),
    };
    by_law(law, polish, czech)
}

const fn assessed_key(by: Assessor) -> Key {
    match by {
        Assessor::Own => key::ABOUT_ASSESSED_SELF,
        Assessor::External => key::ABOUT_ASSESSED_EXTERNAL,
    }
}

fn dated(asker: &Asker, id: &'static str, label: Key, day: Option<Day>) -> Option<Dated> {
    let day = day?;
    Some(Dated { id, label: asker.say(label), iso: day.to_string(), date: labels::day(asker.language, day) })
}

fn dates(asker: &Asker, said: &Accessibility) -> Vec<Dated> {
    let published = dated(asker, "a11y-data-publikacja", key::SAID_ACCESSIBILITY_PUBLISHED_ON, said.published_on);
    let rebuilt = dated(asker, "a11y-data-aktualizacja", key::SAID_ACCESSIBILITY_REBUILT_ON, said.rebuilt_on);
    published.into_iter().chain(rebuilt).collect()
}

fn prepared(asker: &Asker, said: &Accessibility) -> Vec<Dated> {
    let prepared = dated(asker, "a11y-data-sporzadzenie", key::SAID_ACCESSIBILITY_PREPARED_ON, said.prepared_on);
    let reviewed = dated(asker, "a11y-data-przeglad", key::SAID_ACCESSIBILITY_REVIEWED_ON, said.reviewed_on);
    prepared.into_iter().chain(reviewed).collect()
}

fn gaps(asker: &Asker, said: &Accessibility) -> Vec<Part> {
    let parts = [
        (
            "a11y-tresci-niedostepne",
            by_law(said.law, key::ABOUT_NOT_ACCESSIBLE, key::ABOUT_CZ_NOT_ACCESSIBLE),
            &said.not_accessible,
        ),
        ("a11y-wylaczenia", by_law(said.law, key::ABOUT_EXEMPTIONS, key::ABOUT_CZ_EXEMPTIONS), &said.exemptions),
    ];
    let part = |(id, heading, text): (&'static str, Key, &Option<_>)| {
        let said = Said::text(asker, text.as_ref());
        let lines = said.text.lines().map(|line| line.trim().trim_start_matches("- ").to_owned()).filter(|line| !line.is_empty());
        Part { id, heading: asker.say(heading), lines: lines.collect(), language: said.language }
    };
    parts.into_iter().map(part).filter(|part| !part.lines.is_empty()).collect()
}

fn contact(asker: &Asker, office: &Office) -> Contact {
    let say = |key| asker.say(key);
    let phone = office.phone.clone().unwrap_or_default();
    Contact {
        heading: say(key::ABOUT_CONTACT),
        lead: say(key::ABOUT_CONTACT_LEAD),
        person_label: say(key::ABOUT_CONTACT_PERSON),
        person: Said::text(asker, office.contact.as_ref()),
        email_label: say(key::ABOUT_EMAIL),
        email: office.email.clone().unwrap_or_default(),
        phone_label: say(key::ABOUT_PHONE),
        dialled: phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect(),
        phone,
        form: Entry::new(Address::page(asker.language).step("accessibility").step("report"), say(key::BARRIER_HEADING)),
    }
}
