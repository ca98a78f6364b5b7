//! What the office says about its portal: an overview, and a form for each topic.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use miedza_planning::portal::{Accessibility, Topic};
use miedza_planning::record::{Fault, Values};
use miedza_planning::rights::{Room, Verb};
use miedza_store::AuditQuestion;
use miedza_texts::{Message, key};
use miedza_workflows::record::{Entered, read_fields, written_fields};
use miedza_workflows::saying::{self, NotSaid, Said};
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::blocks::{Block, Filled, Targets, blocks};
use super::history::{done, who};
use super::register::author;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Change, Changed, Entry, Notice, Title};
use crate::frame::{About, Address, Answer, App, Asker, Doors, Row, Told};

/// Changes shown below a form.
const CHANGES: u32 = 20;
/// The name of the entry that carries the version on screen.
const VERSION: &str = "seen-version";

/// The doors of the settings; only administrators of the portal pass.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const ALL: &str = "/{lang}/work/settings";
    const ONE: &str = "/{lang}/work/settings/{topic}";
    doors
        .open(app, Row::page(ALL, Room::Portal, About::Portal).needing(Verb::Administer), show)
        .open(app, Row::page(ONE, Room::Portal, About::Portal).needing(Verb::Administer), edit)
        .open(app, Row::post(ONE, Verb::Administer, Room::Portal, About::Portal), save)
}

fn address(asker: &Asker) -> Address {
    Address::work(asker.language).step("settings")
}

/// A topic in the overview.
struct TopicLine {
    link: Entry,
    about: String,
    is_said: bool,
    state: String,
    page: Entry,
}

#[derive(Template)]
#[template(path = "work/settings.html")]
struct SettingsPage {
    page: Page,
    title: Title,
    topics: Vec<TopicLine>,
}

async fn show(asker: Asker) -> Answer {
    let heading = asker.say(key::SETTINGS);
    let mut page = Page::of(&asker, &heading).unlisted().under(above(&asker, false), &heading);
    let mut topics = Vec::new();
    for topic in Topic::ALL {
        let said = saying::said(asker.app.store(), topic).await?;
        if topic == Topic::Accessibility && said.version > 0 {
            page = warned(&asker, page, &saying::read(asker.app.store(), topic).await?);
        }
        topics.push(line(&asker, topic, said.version > 0));
    }
    let title = Title { heading, lead: asker.say(key::SETTINGS_LEAD), ..Title::default() };
    page::answer(&SettingsPage { page, title, topics })
}

/// The page with a word to staff if the declaration must be looked through.
fn warned(asker: &Asker, page: Page, said: &Accessibility) -> Page {
    if said.is_overdue(asker.today()) { page.telling(overdue(asker)) } else { page }
}

/// Tells staff that the accessibility declaration must be looked through.
pub fn overdue(asker: &Asker) -> Notice {
    let form = address(asker).step(Topic::Accessibility.name());
    Notice {
        kind: "attention",
        title: asker.say(key::SETTINGS_OVERDUE),
        text: asker.say(key::SETTINGS_OVERDUE_HINT),
        ways: vec![Entry::new(form, asker.tell(&labels::topic(Topic::Accessibility)))],
    }
}

fn line(asker: &Asker, topic: Topic, is_said: bool) -> TopicLine {
    let (about, page) = match topic {
        Topic::Office => (key::SETTINGS_ABOUT_OFFICE, "accessibility"),
        Topic::Accessibility => (key::SETTINGS_ABOUT_ACCESSIBILITY, "accessibility"),
        Topic::Privacy => (key::SETTINGS_ABOUT_PRIVACY, "privacy"),
        Topic::Data => (key::SETTINGS_ABOUT_DATA, "data"),
    };
    TopicLine {
        link: Entry::new(address(asker).step(topic.name()), asker.tell(&labels::topic(topic))),
        about: asker.say(about),
        state: asker.say(if is_said { key::SETTINGS_SAID } else { key::SETTINGS_NOT_SAID }),
        page: Entry::new(Address::page(asker.language).step(page), asker.say(key::SETTINGS_PAGE)),
        is_said,
    }
}

fn above(asker: &Asker, is_topic: bool) -> Vec<Entry> {
    let mut above = vec![Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK))];
    if is_topic {
        above.push(Entry::new(address(asker), asker.say(key::SETTINGS)));
    }
    above
}

/// What stands after an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct After {
    done: String,
}

#[derive(Template)]
#[template(path = "work/setting.html")]
struct TopicPage {
    page: Page,
    title: Title,
    errors_title: String,
    errors: Vec<Entry>,
    blocks: Vec<Block>,
    version: String,
    save: String,
    back: Entry,
    changes_heading: String,
    before_label: String,
    after_label: String,
    changes: Vec<Change>,
}

fn topic_of(name: &str) -> Result<Topic, Failure> {
    Topic::parse(name).ok_or_else(unknown_address)
}

async fn edit(asker: Asker, Path((_, name)): Path<(String, String)>, Query(after): Query<After>) -> Answer {
    let topic = topic_of(&name)?;
    let said = saying::said(asker.app.store(), topic).await?;
    let mut shown = form(&asker, topic, &Filled::said(topic, &said.values), said.version).await?;
    if after.done == "saved" {
        let told = Notice { kind: "success", title: asker.say(key::SETTINGS_SAVED), ..Notice::default() };
        shown.page = shown.page.telling(told);
    }
    page::answer(&shown)
}

async fn form(asker: &Asker, topic: Topic, filled: &Filled<'_>, version: i64) -> Result<TopicPage, Told> {
    let heading = asker.tell(&labels::topic(topic));
    let errors = filled.faults.iter().map(|fault| {
        let label = asker.tell(&filled.of.label(&fault.field));
        Entry::new(format!("#{}", fault.field), format!("{label}: {}", asker.tell(&filled.of.fault(fault))))
    });
    Ok(TopicPage {
        page: Page::of(asker, &heading).unlisted().under(above(asker, true), &heading),
        errors_title: asker.say(key::WORK_ERRORS),
        errors: errors.collect(),
        blocks: blocks(asker, filled, &Targets::new()),
        version: version.to_string(),
        save: asker.say(key::WORK_SAVE),
        back: Entry::new(address(asker), asker.say(key::WORK_BACK)),
        changes_heading: asker.say(key::WORK_HISTORY),
        before_label: asker.say(key::WORK_BEFORE),
        after_label: asker.say(key::WORK_AFTER),
        changes: changes(asker, topic).await?,
        title: Title { kind: asker.say(key::SETTINGS), heading, lead: line(asker, topic, true).about, ..Title::default() },
    })
}

/// The last changes of a topic, field by field.
async fn changes(asker: &Asker, topic: Topic) -> Result<Vec<Change>, Failure> {
    let question = AuditQuestion {
        kind: Some("settings".to_owned()),
        record_id: Some(topic.name().to_owned()),
        limit: CHANGES,
        ..AuditQuestion::default()
    };
    let entries = asker.app.store().audit(&question).await?;
    let values = |value: &Option<serde_json::Value>| value.as_ref().and_then(|value| value.as_object().cloned());
    let change = |entry: &miedza_store::AuditEntry| Change {
        iso: entry.at.clone(),
        date: asker.moment(&entry.at),
        who: who(asker, entry.account()),
        what: asker.say(done(entry.action)),
        fields: differences(asker, topic, &values(&entry.before).unwrap_or_default(), &values(&entry.after).unwrap_or_default()),
    };
    Ok(entries.iter().map(change).collect())
}

fn differences(asker: &Asker, topic: Topic, before: &Values, after: &Values) -> Vec<Changed> {
    let (old, new) = (written_fields(topic.fields(), before), written_fields(topic.fields(), after));
    let differing = old.into_iter().zip(new).filter(|(old, new)| old.1 != new.1);
    let changed = |((entry, before), (_, after)): ((String, String), (String, String))| {
        let (field, tongue) = entry.split_once('.').unwrap_or((&entry, ""));
        let label = asker.tell(&labels::topic_field(topic, field));
        Changed { label: if tongue.is_empty() { label } else { format!("{label} ({tongue})") }, before, after }
    };
    differing.map(changed).collect()
}

async fn save(asker: Asker, Path((_, name)): Path<(String, String)>, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let topic = topic_of(&name)?;
    let entered = Entered::new(pairs);
    let kept = saying::said(asker.app.store(), topic).await?;
    let version = entered.one(VERSION).and_then(|version| version.parse().ok()).unwrap_or(-1);
    let values = read_fields(topic.fields(), &entered, &kept.values, asker.tongue());
    let said = Said { values: values.clone(), version };
    match saying::say(asker.app.store(), topic, said, &author(&asker)).await {
        Ok(()) => Ok(Redirect::to(&address(&asker).step(topic.name()).ask("done", "saved").to_string()).into_response()),
        Err(NotSaid::Faults(faults)) => again(&asker, topic, (&values, &entered), (&faults, version), None).await,
        Err(NotSaid::Stale(now)) => {
            let told = stale(&asker, topic, &values, &now.values);
            again(&asker, topic, (&values, &entered), (&[], now.version), Some(told)).await
        }
        Err(NotSaid::Failure(failure)) => Err(Told(failure)),
    }
}

/// What somebody else said in the meantime, where it is something else; saving again says it as it was typed here.
fn stale(asker: &Asker, topic: Topic, typed: &Values, kept: &Values) -> Notice {
    let others = differences(asker, topic, kept, typed).into_iter();
    let told = others.map(|other| format!("{}: {}", other.label, if other.before.is_empty() { "–" } else { &other.before }));
    let text = Message::new(key::SETTINGS_STALE_HINT).with("fields", told.collect::<Vec<_>>().join("; "));
    Notice { kind: "attention", title: asker.say(key::STORE_STALE), text: asker.tell(&text), ways: Vec::new() }
}

async fn again(
    asker: &Asker,
    topic: Topic,
    (values, entered): (&Values, &Entered),
    (faults, version): (&[Fault], i64),
    told: Option<Notice>,
) -> Answer {
    let status = if told.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut shown = form(asker, topic, &Filled::said(topic, values).with(entered, faults), version).await?;
    if let Some(told) = told {
        shown.page = shown.page.telling(told);
    }
    let answer: Response = page::answer(&shown)?;
    Ok((status, answer).into_response())
}
