//! The log of a partnership: every change, the newest first.

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::{Draft, Kind, Record};
use miedza_store::{AuditEntry, AuditQuestion};
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use miedza_workflows::record::Names;
use serde::Deserialize;

use super::history::in_words;
use super::register::{above, rail, sees_here};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Change, Changed, Entry, Title};
use crate::frame::{Address, Answer, Asker};

/// Entries of a page.
const ENTRIES: u32 = 100;

/// Where the log stands.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct View {
    before: Option<i64>,
}

/// A change, with how many fields it changed in words.
struct Line {
    change: Change,
    fields_label: String,
}

#[derive(Template)]
#[template(path = "work/log.html")]
struct LogPage {
    page: Page,
    title: Title,
    before_label: String,
    after_label: String,
    lines: Vec<Line>,
    older: Option<Entry>,
}

/// A finding that was accepted, or no more: the rule, and the reasons before and now.
fn waiver(asker: &Asker, entry: &AuditEntry) -> Changed {
    let text = |value: Option<&serde_json::Value>, name: &str| {
        value.and_then(|value| value.get(name)).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    let rule = text(entry.after.as_ref().or(entry.before.as_ref()), "rule");
    Changed {
        label: format!("{} ({rule})", asker.say(key::CONSISTENCY_REASON)),
        before: text(entry.before.as_ref(), "reason"),
        after: text(entry.after.as_ref(), "reason"),
    }
}

/// What was changed: its kind and its name.
fn subject(asker: &Asker, (kind, entry): (Kind, &AuditEntry), names: &Names) -> String {
    let kind = asker.tell(&labels::kind_one(kind));
    let name = record_of(entry).map(|record| names.name(&record, asker.language)).filter(|name| *name != entry.record_id);
    name.map_or_else(|| kind.clone(), |name| format!("{kind}: {name}"))
}

/// The record as it stood after a change, or before it was deleted.
fn record_of(entry: &AuditEntry) -> Option<Record> {
    Kind::parse(&entry.kind)?;
    let content: Draft = serde_json::from_value(entry.after.clone().or_else(|| entry.before.clone())?).ok()?;
    Some(Record {
        id: entry.record_id.clone(),
        content,
        version: entry.version,
        created_at: entry.at.clone(),
        updated_at: entry.at.clone(),
        updated_by: None,
        deleted_at: None,
    })
}

/// Every change in the partnership.
pub async fn show(asker: Asker, Query(view): Query<View>) -> Answer {
    let partnership = asker.the_partnership();
    let question = AuditQuestion {
        partnership: Some(partnership.id.clone()),
        before_seq: view.before,
        limit: ENTRIES,
        ..AuditQuestion::default()
    };
    let entries = asker.app.store().audit(&question).await?;
    let records: Vec<Record> = entries.iter().filter_map(record_of).collect();
    let names = Names::known(asker.app.store(), &records, asker.language, |record| sees_here(&asker, record)).await?;
    let changes = entries.iter().map(|entry| {
        let mut change = in_words(&asker, entry, &names);
        let of = match Kind::parse(&entry.kind) {
            Some(kind) => Some(subject(&asker, (kind, entry), &names)),
            None if entry.kind == "waivers" => {
                change.what =
                    asker.say(if entry.after.is_some() { key::CONSISTENCY_LOG_WAIVED } else { key::CONSISTENCY_LOG_OPEN });
                change.fields = vec![waiver(&asker, entry)];
                Some(asker.say(key::CONSISTENCY_LOG))
            }
            None => None,
        };
        if let Some(of) = of {
            change.what = format!("{of} – {}", change.what);
        }
        let count = Message::new(key::WORK_LOG_FIELDS).with("count", change.fields.len());
        Line { fields_label: asker.tell(&count), change }
    });
    let lines = changes.collect();
    let desk = Address::partnership_work(asker.language, asker.slug());
    let last = entries.last().filter(|_| entries.len() == usize::try_from(ENTRIES).unwrap_or(usize::MAX));
    let older = last.map(|entry| Entry::new(desk.step("log").ask("before", &entry.seq.to_string()), asker.say(key::WORK_OLDER)));
    let heading = asker.say(key::WORK_LOG);
    page::answer(&LogPage {
        page: Page::of(&asker, &heading).unlisted().under(above(&asker), &heading).beside(rail(&asker, None).await?),
        title: Title { heading, lead: asker.say(key::WORK_LOG_LEAD), ..Title::default() },
        before_label: asker.say(key::WORK_BEFORE),
        after_label: asker.say(key::WORK_AFTER),
        lines,
        older,
    })
}
