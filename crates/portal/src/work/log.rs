//! The log of a partnership: every change, the newest first.

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::Kind;
use miedza_store::AuditQuestion;
use miedza_texts::key;
use miedza_workflows::labels;
use miedza_workflows::record::Names;
use serde::Deserialize;

use super::history::in_words;
use super::register::{above, rail};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Change, Entry, Title};
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
        if let Some(kind) = Kind::parse(&entry.kind) {
            change.what = format!("{} – {}", asker.tell(&labels::kind_one(kind)), change.what);
        }
        change
    });
    let changes: Vec<Change> = changes.collect();
    let desk = Address::partnership_work(asker.language, asker.slug());
    let last = entries.last().filter(|_| entries.len() == usize::try_from(ENTRIES).unwrap_or(usize::MAX));
    let older = last.map(|entry| Entry::new(desk.step("log").ask("before", &entry.seq.to_string()), asker.say(key::WORK_OLDER)));
    let heading = asker.say(key::WORK_LOG);
    page::answer(&LogPage {
        page: Page::of(&asker, &heading).unlisted().under(above(&asker), &heading).beside(rail(&asker, None)),
        title: Title { heading, lead: asker.say(key::WORK_LOG_LEAD), ..Title::default() },
        before_label: asker.say(key::WORK_BEFORE),
        after_label: asker.say(key::WORK_AFTER),
        changes,
        older,
    })
}
