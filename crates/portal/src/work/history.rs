//! The history of a record: who changed what, when; any version can be brought back.

use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::record::{Draft, Record};
use miedza_planning::rights::Verb;
use miedza_store::{Action, AuditEntry};
use miedza_texts::{Key, Message, key};
use miedza_workflows::record::{Names, changes, take_back as bring_back};
use serde::Deserialize;

use super::register::{Register, author};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Change, Changed, Title};
use crate::frame::{Answer, Asker};

/// A change that may be gone back to.
struct Version {
    change: Change,
    version: String,
}

#[derive(Template)]
#[template(path = "work/history.html")]
struct HistoryPage {
    page: Page,
    title: Title,
    before_label: String,
    after_label: String,
    versions: Vec<Version>,
    take_back: String,
    action: String,
}

/// Who did something, in words that name no person.
pub fn who(asker: &Asker, account: Option<&str>) -> String {
    match account {
        Some(account) if asker.signed_in.as_ref().is_some_and(|own| own.account == account) => {
            asker.signed_in.as_ref().map(|own| own.name.clone()).unwrap_or_default()
        }
        Some(account) => asker.tell(&Message::new(key::WORK_SOMEONE).with("id", account.chars().take(8).collect::<String>())),
        None => asker.say(key::WORK_PROGRAM),
    }
}

/// When and by whom a record was last changed.
pub fn changed(asker: &Asker, record: &Record) -> String {
    let told = Message::new(key::WORK_CHANGED)
        .with("when", asker.moment(&record.updated_at))
        .with("who", who(asker, record.updated_by.as_deref()))
        .with("version", record.version.to_string());
    asker.tell(&told)
}

/// What was done, in a word.
pub const fn done(action: Action) -> Key {
    match action {
        Action::Created => key::WORK_WAS_CREATED,
        Action::Updated => key::WORK_WAS_UPDATED,
        Action::Deleted => key::WORK_WAS_DELETED,
        Action::Undeleted => key::WORK_WAS_UNDELETED,
        _ => key::WORK_WAS_OTHER,
    }
}

fn draft(value: Option<&serde_json::Value>) -> Option<Draft> {
    serde_json::from_value(value?.clone()).ok()
}

/// An entry of the trail in words, field by field.
pub fn in_words(asker: &Asker, entry: &AuditEntry, names: &Names) -> Change {
    let (before, after) = (draft(entry.before.as_ref()), draft(entry.after.as_ref()));
    let fields = changes(before.as_ref(), after.as_ref(), names, asker.language);
    Change {
        iso: entry.at.clone(),
        date: asker.moment(&entry.at),
        who: who(asker, entry.account()),
        what: asker.say(done(entry.action)),
        fields: fields
            .into_iter()
            .map(|field| Changed { label: field.label, before: field.before, after: field.after })
            .collect(),
    }
}

/// Everything that was done with a record.
pub async fn show(asker: Asker) -> Answer {
    let register = Register::of(&asker);
    let record = asker.the_record();
    let names = register.names(std::slice::from_ref(record)).await?;
    let entries = asker.app.store().history(register.kind, &record.id).await?;
    let may_edit = register.may(Verb::Edit, Some(record));
    let versions = entries.iter().map(|entry| Version {
        change: in_words(&asker, entry, &names),
        version: if may_edit && entry.version != record.version && entry.after.is_some() {
            entry.version.to_string()
        } else {
            String::new()
        },
    });
    let heading = asker.say(key::WORK_HISTORY);
    let name = names.name(record, asker.language);
    let above = vec![crate::frame::parts::Entry::new(register.record(&record.id), name.clone())];
    page::answer(&HistoryPage {
        page: register.page(&heading, above).await?,
        title: Title { kind: name, heading, ..Title::default() },
        before_label: asker.say(key::WORK_BEFORE),
        after_label: asker.say(key::WORK_AFTER),
        versions: versions.collect(),
        take_back: asker.say(key::WORK_TAKE_BACK),
        action: register.record(&record.id).step("take-back").into(),
    })
}

/// The version to go back to.
#[derive(Debug, Deserialize)]
pub struct To {
    version: i64,
}

/// Makes an older version the newest one.
pub async fn take_back(asker: Asker, Form(to): Form<To>) -> Answer {
    let register = Register::of(&asker);
    let record = asker.the_record();
    let former = asker.app.store().version(register.kind, &record.id, to.version).await?;
    former.as_ref().map_or(Ok(()), |former| register.may_save(Some(record), former))?;
    let record = bring_back(asker.app.store(), record, to.version, &author(&asker)).await?;
    Ok(Redirect::to(&register.record(&record.id).ask("done", "saved").to_string()).into_response())
}
