//! Stated numbers of members beside the recorded ones, in words.

use miedza_planning::partnership::count::{CountCheck, CountVerdict};
use miedza_texts::{Message, key};

use super::desk::Desk;
use crate::frame::parts::{Entry, Notice};
use crate::frame::rail::Place;

/// What a stated number comes to.
pub fn notice(desk: &Desk, check: &CountCheck) -> Notice {
    let date = desk.asker.date(check.date);
    let (kind, title, text) = match check.verdict {
        CountVerdict::Equal => ("success", key::PAGE_COUNT_EQUAL, key::PAGE_COUNT_EQUAL_TEXT),
        CountVerdict::NamesNotGiven { .. } => ("attention", key::PAGE_COUNT_UNNAMED, key::PAGE_COUNT_UNNAMED_TEXT),
        CountVerdict::NamedOtherwise { .. } => ("attention", key::PAGE_COUNT_OTHERWISE, key::PAGE_COUNT_OTHERWISE_TEXT),
        CountVerdict::Fewer { .. } => ("attention", key::PAGE_COUNT_FEWER, key::PAGE_COUNT_FEWER_TEXT),
        CountVerdict::More { .. } => ("attention", key::PAGE_COUNT_MORE, key::PAGE_COUNT_MORE_TEXT),
    };
    let named = match check.verdict {
        CountVerdict::NamedOtherwise { named, .. } => named,
        _ => check.certain,
    };
    let told = |key| {
        let message = Message::new(key).with("date", date.clone()).with("stated", check.stated).with("certain", check.certain);
        let message = message.with("named", named);
        desk.tell(&message.with("possible", check.possible).with("apart", check.stated.abs_diff(check.certain)))
    };
    let document = desk.document(check.document.as_deref());
    let members = Entry::new(
        desk.address(Place::Members).ask("on", &check.date.to_string()),
        desk.tell(&Message::new(key::PAGE_MEMBERS_ON).with("date", date.clone())),
    );
    let is_here = desk.asker.uri.path() == desk.address(Place::Members).to_string();
    let ways = [Some(document).filter(|entry| !entry.label.is_empty()), (!is_here).then_some(members)];
    Notice { kind, title: told(title), text: told(text), ways: ways.into_iter().flatten().collect() }
}
