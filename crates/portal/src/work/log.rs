//! The log of a partnership: every change, the newest first.

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::Kind;
use miedza_store::{AuditEntry, AuditQuestion};
use miedza_texts::key;
use miedza_workflows::labels;
use miedza_workflows::record::Names;
use serde::Deserialize;

use super::history::in_words;
use super::register::{above, rail};
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

#[derive(Template)]
#[template(path = "work/log.html")]
struct LogPage {
    page: Page,
    title: Title,
    before_label: String,
    after_label: String,
    changes: Vec<Change>,
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
    let names = Names::default();
    let changes = entries.iter().map(|entry| {
        let mut change = in_words(&asker, entry, &names);
        let of = match Kind::parse(&entry.kind) {
            Some(kind) => Some(asker.tell(&labels::kind_one(kind))),
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
        change
    });
    let changes: Vec<Change> = changes.collect();
    let desk = Address::partnership_work(asker.language, asker.slug());
    let last = entries.last().filter(|_| entries.len() == usize::try_from(ENTRIES).unwrap_or(usize::MAX));
    let older = last.map(|entry| Entry::new(desk.step("log").ask("before", &entry.seq.to_string()), asker.say(key::WORK_OLDER)));
    let heading = asker.say(key::WORK_LOG);
    page::answer(&LogPage {
        page: Page::of(&asker, &heading).unlisted().under(above(&asker), &heading).beside(rail(&asker, None).await?),
        title: Title { heading, lead: asker.say(key::WORK_LOG_LEAD), ..Title::default() },
        before_label: asker.say(key::WORK_BEFORE),
        after_label: asker.say(key::WORK_AFTER),
        changes,
        older,
    })
}
