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
use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::marks::{Mark, Said};
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Choice, Entry, FormField, Heading, Notice, Title};
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
    themes: Vec<Entry>,
    doubt: String,
    reason: Said,
    sources: Vec<SourceLink>,
}

#[derive(Template)]
#[template(path = "partnership/history.html")]
struct HistoryPage {
    page: Page,
    title: Title,
    filter: Filter,
    kind: FormField,
    kinds: Vec<Choice>,
    foot: Foot,
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
    let listing = listing(&desk, is_told);
    let fitting = listing.view(wanted.collect(), |entry| words(&desk, entry));
    if let Some(file) = listing.file(&fitting).await? {
        return Ok(file);
    }
    let orders = orders(&desk, &line, &listing, is_told);
    let list = listing.cut(fitting);
    let mut sources = Sources::new(&desk, "source");
    let events = list.rows.iter().map(|entry| event(&desk, entry, &mut sources)).collect();
    let heading = desk.say(key::PAGE_HISTORY);
    let shown = HistoryPage {
        page: desk.page(Place::History, &heading),
        title: Title { kind: desk.name(), lead: desk.count(key::PAGE_COUNT_EVENTS, line.len()), heading, ..Title::default() },
        filter: list.filter,
        kind: FormField {
            name: "kind".to_owned(),
            label: desk.field(Kind::TimelineEvents, "event_kind"),
            optional: " ".to_owned(),
            ..FormField::default()
        },
        kinds: kinds(&desk, &line, &asked.kind),
        orders_label: desk.say(key::PAGE_ORDER),
        orders,
        foot: list.foot,
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

/// The line as a list: by date in either direction, or as the source tells it.
fn listing(desk: &Desk, is_told: bool) -> Listing<'_, &Told> {
    let field = |name| Heading::words(desk.field(Kind::TimelineEvents, name));
    let said = |text: Option<&Translated>| text_of(desk, text);
    Listing::of(&desk.asker, if is_told { TOLD } else { "date" })
        .column("date", field("date"), |entry: &&Told| SortKey::from(entry.date))
        .unseen("date_to", desk.field(Kind::TimelineEvents, "date_to"), |entry| entry.date_to.map(|date| date.to_string()))
        .unseen("kind", desk.field(Kind::TimelineEvents, "event_kind"), |entry| {
            desk.word(EventKind::CHOICES, entry.event_kind.name())
        })
        .unseen("title", desk.field(Kind::TimelineEvents, "title"), |entry| heading(desk, entry).text)
        .unseen("description", desk.field(Kind::TimelineEvents, "description"), move |entry| match &entry.saying {
            Saying::Own { description, .. } => said(description.as_ref()),
            _ => String::new(),
        })
        .unseen("doubtful", desk.field(Kind::TimelineEvents, "doubtful"), |entry| entry.is_doubtful.then_some("yes"))
        .unseen("doubt", desk.field(Kind::TimelineEvents, "doubt"), move |entry| said(entry.doubt.as_ref()))
        .unseen("told_as", desk.field(Kind::TimelineEvents, "told_as"), |entry| entry.told_as.map(f64::from))
        .unseen("source", desk.say(key::PAGE_SOURCE), |entry| {
            desk.book.find(entry.of.0, &entry.of.1).and_then(|record| record.content.source.as_deref())
        })
        .filtered_by(&["kind"])
        .as_files(format!("history-{}", desk.asker.slug()))
}

fn text_of(desk: &Desk, said: Option<&Translated>) -> String {
    text(desk, said).text
}

/// What the filter looks into.
fn words(desk: &Desk, entry: &Told) -> String {
    let kind = desk.word(EventKind::CHOICES, entry.event_kind.name());
    let description = match &entry.saying {
        Saying::Own { description, .. } => text_of(desk, description.as_ref()),
        _ => String::new(),
    };
    [heading(desk, entry).text, kind, description, desk.date(entry.date)].join(" ")
}

/// The orders: by date in both directions, and as the source tells where it tells any event in an order of its own.
fn orders(desk: &Desk, line: &[Told], listing: &Listing<&Told>, is_told: bool) -> Vec<Entry> {
    let asked = listing.asked();
    let is_newest = !is_told && asked.order.is_descending;
    let address = |order: &[(&str, &str)]| {
        let start = asked.but(&["order", "sort"]);
        let pairs = start.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(order.iter().copied());
        pairs.fold(desk.address(Place::History), |address, (name, value)| address.ask(name, value))
    };
    let mut orders = vec![
        Entry::new(address(&[]), desk.say(key::PAGE_ORDER_DATES)).current_if(!is_told && !is_newest),
        Entry::new(address(&[("sort", "-date")]), desk.say(key::PAGE_ORDER_NEWEST)).current_if(is_newest),
    ];
    if !as_told(line).is_empty() {
        orders.push(Entry::new(address(&[("order", TOLD)]), desk.say(key::PAGE_ORDER_TOLD)).current_if(is_told));
    }
    orders
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
    let record = desk.book.find(*kind, id);
    let source = record.and_then(|record| record.content.source.as_deref());
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
        themes: record.map(|record| desk.themes(record)).unwrap_or_default(),
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
