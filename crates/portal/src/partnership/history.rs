//! The time line: dates as precise and as doubtful as they are stated, in the order of dates or as the source tells it.

use askama::Template;
use axum::extract::Query;
use miedza_planning::partnership::call::AnswerState;
use miedza_planning::partnership::document::DocumentKind;
use miedza_planning::partnership::timeline::{Entry as Told, EventKind, Saying, as_told, out_of_order};
use miedza_planning::record::Kind;
use miedza_planning::values::Translated;
use miedza_texts::{Message, key};
use serde::Deserialize;

use super::desk::Desk;
use super::sources::{SourceLink, Sources};
use crate::frame::marks::{Mark, Said};
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Choice, Entry, FormField, Notice, Title};
use crate::frame::rail::Place;
use crate::frame::{Address, Answer, Asker};

/// Which events, in which order.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kind: String,
    order: String,
}

/// The word for the order in which the source tells.
const TOLD: &str = "told";

/// An event on the line.
struct Event {
    iso: String,
    date: String,
    heading: Said,
    href: String,
    kind: String,
    text: Said,
    document: Entry,
    doubt: String,
    reason: Said,
    sources: Vec<SourceLink>,
}

#[derive(Template)]
#[template(path = "partnership/history.html")]
struct HistoryPage {
    page: Page,
    title: Title,
    action: String,
    kind: FormField,
    kinds: Vec<Choice>,
    order: String,
    show: String,
    orders_label: String,
    orders: Vec<Entry>,
    odd: Vec<Notice>,
    events: Vec<Event>,
    sources: Sources,
    empty: String,
}

/// The time line.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let desk = Desk::open(asker).await?;
    let line = desk.book.dossier.timeline();
    let is_told = asked.order == TOLD;
    let ordered: Vec<&Told> = if is_told { as_told(&line) } else { line.iter().collect() };
    let wanted = ordered.into_iter().filter(|entry| asked.kind.is_empty() || entry.event_kind.name() == asked.kind);
    let mut sources = Sources::new(&desk, "source");
    let events = wanted.map(|entry| event(&desk, entry, &mut sources)).collect();
    let heading = desk.say(key::PAGE_HISTORY);
    let shown = HistoryPage {
        page: desk.page(Place::History, &heading),
        title: Title { kind: desk.name(), lead: desk.count(key::PAGE_COUNT_EVENTS, line.len()), heading, ..Title::default() },
        action: desk.address(Place::History).into(),
        kind: FormField {
            name: "kind".to_owned(),
            label: desk.field(Kind::TimelineEvents, "event_kind"),
            optional: " ".to_owned(),
            ..FormField::default()
        },
        kinds: kinds(&desk, &line, &asked.kind),
        order: asked.order.clone(),
        show: desk.say(key::LIST_FILTER),
        orders_label: desk.say(key::PAGE_ORDER),
        orders: orders(&desk, &line, &asked),
        odd: odd(&desk, &line),
        events,
        sources,
        empty: desk.say(key::PAGE_HISTORY_NONE),
    };
    page::answer(&shown)
}

fn kinds(desk: &Desk, line: &[Told], chosen: &str) -> Vec<Choice> {
    let occurs = |kind: &&EventKind| line.iter().any(|entry| entry.event_kind == **kind);
    let all = Choice { label: desk.say(key::PAGE_ALL_KINDS), is_chosen: chosen.is_empty(), ..Choice::default() };
    let choices = EventKind::ALL.iter().filter(occurs).map(|kind| Choice {
        value: kind.name().to_owned(),
        label: desk.word(EventKind::CHOICES, kind.name()),
        is_chosen: chosen == kind.name(),
        ..Choice::default()
    });
    std::iter::once(all).chain(choices).collect()
}

/// Both orders, where the source tells any event in an order of its own.
fn orders(desk: &Desk, line: &[Told], asked: &Asked) -> Vec<Entry> {
    if as_told(line).is_empty() {
        return Vec::new();
    }
    let address = |order: &str| {
        let mut address = desk.address(Place::History);
        if !asked.kind.is_empty() {
            address = address.ask("kind", &asked.kind);
        }
        if order.is_empty() { address } else { address.ask("order", order) }
    };
    let is_told = asked.order == TOLD;
    vec![
        Entry::new(address(""), desk.say(key::PAGE_ORDER_DATES)).current_if(!is_told),
        Entry::new(address(TOLD), desk.say(key::PAGE_ORDER_TOLD)).current_if(is_told),
    ]
}

/// Dates that do not fit the order in which the source tells.
fn odd(desk: &Desk, line: &[Told]) -> Vec<Notice> {
    let odd = out_of_order(line);
    if odd.is_empty() {
        return Vec::new();
    }
    let told: Vec<String> = odd.iter().map(|entry| format!("{}: {}", desk.date(entry.date), heading(desk, entry).text)).collect();
    vec![Notice { kind: "attention", title: desk.count(key::PAGE_ODD_DATES, odd.len()), text: told.join("; "), ways: Vec::new() }]
}

fn event(desk: &Desk, entry: &Told, sources: &mut Sources) -> Event {
    let (kind, id) = &entry.of;
    let date = match entry.date {
        Some(from) if entry.date_to.is_some() => desk.period(Some(from), entry.date_to),
        Some(date) => desk.asker.date(date),
        None => desk.say(key::PAGE_DATE_NOT_STATED),
    };
    let source = desk.book.find(*kind, id).and_then(|record| record.content.source.as_deref());
    let document = desk.document(entry.document.as_deref());
    let (heading, href) = (heading(desk, entry), href(desk, entry));
    Event {
        iso: entry.date.map(iso).unwrap_or_default(),
        date,
        kind: desk.word(EventKind::CHOICES, entry.event_kind.name()),
        text: match &entry.saying {
            Saying::Own { description, .. } => text(desk, description.as_ref()),
            _ => Said::default(),
        },
        document: if document.href == href { Entry::default() } else { document },
        doubt: if entry.is_doubtful { desk.say(key::PAGE_DATE_DOUBTFUL) } else { String::new() },
        reason: text(desk, entry.doubt.as_ref()),
        sources: sources.of_mark(&Mark::new(&desk.asker, entry.origin, source)).into_iter().collect(),
        heading,
        href,
    }
}

fn text(desk: &Desk, text: Option<&Translated>) -> Said {
    Said::text(&desk.asker, text)
}

fn heading(desk: &Desk, entry: &Told) -> Said {
    let plain = |text: String| Said { paragraphs: vec![text.clone()], text, ..Said::default() };
    let names = |parties: &[miedza_planning::partnership::Party]| {
        let names: Vec<String> = parties.iter().map(|party| desk.party(party).label).collect();
        names.join(", ")
    };
    match &entry.saying {
        Saying::Own { title, .. } | Saying::Meeting { title } => text(desk, Some(title)),
        Saying::Document { document_kind, title } => {
            let said = text(desk, Some(title));
            let kind = desk.word(DocumentKind::CHOICES, document_kind.name());
            Said { text: format!("{kind}: {}", said.text), ..said }
        }
        Saying::Resolution { number, title } => {
            let said = text(desk, Some(title));
            Said { text: format!("{number}: {}", said.text), ..said }
        }
        Saying::Joined { parties } => {
            plain(desk.tell(&Message::new(key::PAGE_JOINED).with("count", parties.len()).with("names", names(parties))))
        }
        Saying::Left { parties } => {
            plain(desk.tell(&Message::new(key::PAGE_LEFT).with("count", parties.len()).with("names", names(parties))))
        }
        Saying::Answer { call, state } => {
            let subject = desk.book.find(Kind::Calls, call).map(|call| desk.words(call, "subject")).unwrap_or_default();
            let state = desk.word(AnswerState::CHOICES, state.name());
            plain(desk.tell(&Message::new(key::PAGE_ANSWERED).with("call", subject).with("state", state)))
        }
    }
}

/// The page of what the entry tells; empty if it has none.
fn href(desk: &Desk, entry: &Told) -> String {
    let (kind, id) = &entry.of;
    match (&entry.saying, kind) {
        (Saying::Document { .. }, _) => desk.address_of("documents", id).into(),
        (Saying::Resolution { .. }, _) => desk.address_of("resolutions", id).into(),
        (Saying::Meeting { .. }, _) => desk.address_of("meetings", id).into(),
        (Saying::Joined { .. } | Saying::Left { .. }, _) => {
            let date = entry.date.map(|date| date.to_string()).unwrap_or_default();
            desk.address(Place::Members).ask("on", &date).into()
        }
        (Saying::Answer { call, .. }, _) => {
            let slug = desk.book.find(Kind::Calls, call).and_then(|call| call.text("slug"));
            slug.map(|slug| Address::page(desk.asker.language).step("calls").step(slug).to_string()).unwrap_or_default()
        }
        (Saying::Own { .. }, _) => String::new(),
    }
}
