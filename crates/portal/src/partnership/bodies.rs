//! Bodies: the list, and one body with its names, rule for votes, seats on a date, meetings and resolutions.

use askama::Template;
use axum::extract::Query;
use miedza_planning::partnership::body::{SeatRole, seats_on};
use miedza_planning::partnership::tenure::Certainty;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::PartialDate;
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use serde::Deserialize;

use super::desk::Desk;
use super::sources::{SourceLink, Sources};
use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, FormField, Heading, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// A body in the list.
struct Row {
    link: Entry,
    second_name: Said,
    kinds: String,
    task: Said,
    seats: String,
    mark: Mark,
}

#[derive(Template)]
#[template(path = "partnership/bodies.html")]
struct BodiesPage {
    page: Page,
    title: Title,
    filter: Filter,
    orders_label: String,
    orders: Vec<Heading>,
    bodies: Vec<Row>,
    foot: Foot,
    empty: String,
}

/// A seat in the table.
struct SeatRow {
    who: Entry,
    role: String,
    held_by: Said,
    substitute: Said,
    period: String,
    sources: Vec<SourceLink>,
}

/// A meeting or a resolution of the body.
struct Item {
    link: Entry,
    date: String,
    state: String,
}

#[derive(Template)]
#[template(path = "partnership/body.html")]
struct BodyPage {
    page: Page,
    title: Title,
    second_label: String,
    second_name: Said,
    task: Said,
    mark: Mark,
    facts: Vec<Fact>,
    themes: Vec<Entry>,
    seats_heading: String,
    action: String,
    date: FormField,
    show: String,
    seats_caption: Caption,
    seats_headings: Vec<Heading>,
    has_holders: bool,
    has_substitutes: bool,
    seats: Vec<SeatRow>,
    no_seats: String,
    meetings_heading: String,
    meetings: Vec<Item>,
    resolutions_heading: String,
    resolutions: Vec<Item>,
    sources: Sources,
}

/// The list of bodies.
pub async fn list(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let heading = desk.say(key::PAGE_BODIES);
    let listing = listing(&desk);
    let words = |body: &&Record| {
        let said = ["name", "second_name", "task"].map(|field| desk.words(body, field));
        format!("{} {}", said.join(" "), desk.choice(body, "body_kinds"))
    };
    let bodies = listing.view(desk.book.of(Kind::Bodies).iter().collect(), words);
    if let Some(file) = listing.file(&bodies).await? {
        return Ok(file);
    }
    let list = listing.cut(bodies);
    page::answer(&BodiesPage {
        page: desk.page(Place::Bodies, &heading),
        title: Title { kind: desk.name(), heading, ..Title::default() },
        bodies: list.rows.into_iter().map(|record| row(&desk, record)).collect(),
        filter: list.filter,
        orders_label: desk.say(key::PAGE_ORDER),
        orders: list.headings,
        foot: list.foot,
        empty: desk.say(key::PAGE_BODIES_NONE),
    })
}

fn listing(desk: &Desk) -> Listing<'_, &Record> {
    let words = |name: &str| Heading::words(desk.field(Kind::Bodies, name));
    let label = |name: &str| desk.field(Kind::Bodies, name);
    Listing::of(&desk.asker, "name")
        .column("name", words("name"), |body: &&Record| SortKey::from(desk.words(body, "name")))
        .unseen("second_name", label("second_name"), |body| desk.words(body, "second_name"))
        .column("kinds", words("body_kinds"), |body: &&Record| SortKey::from(desk.choice(body, "body_kinds")))
        .column("seats", Heading::number(desk.asker.tell(&labels::kind(Kind::Seats)), ""), |body: &&Record| {
            SortKey::from(certain_seats(desk, body))
        })
        .unseen("task", label("task"), |body| desk.words(body, "task"))
        .unseen("valid_from", label("valid_from"), |body| body.text("valid_from"))
        .unseen("valid_to", label("valid_to"), |body| body.text("valid_to"))
        .unseen("majority", label("majority"), |body| desk.choice(body, "majority"))
        .unseen("source", desk.say(key::PAGE_SOURCE), |body| body.content.source.as_deref())
        .as_files(format!("bodies-{}", desk.asker.slug()))
}

/// Seats that are certainly held today.
fn certain_seats(desk: &Desk, record: &Record) -> usize {
    let seats = seats_on(&desk.book.dossier.seats, &record.id, desk.asker.today());
    seats.iter().filter(|(_, certainty)| *certainty == Certainty::Certain).count()
}

/// How many seats are held today, with those of which the dates leave it open; empty if there is none.
fn seats_told(desk: &Desk, record: &Record) -> String {
    let certain = certain_seats(desk, record);
    let possible = seats_on(&desk.book.dossier.seats, &record.id, desk.asker.today()).len() - certain;
    match (certain, possible) {
        (0, 0) => String::new(),
        (_, 0) => desk.count(key::PAGE_COUNT_SEATS, certain),
        _ => {
            let seats = desk.count(key::PAGE_COUNT_SEATS, certain);
            desk.tell(&Message::new(key::PAGE_SEATS_POSSIBLE).with("seats", seats).with("possible", possible))
        }
    }
}

fn row(desk: &Desk, record: &Record) -> Row {
    Row {
        link: desk.entry(desk.address_of("bodies", &record.id), record, "name"),
        second_name: desk.said(record, "second_name"),
        kinds: desk.choice(record, "body_kinds"),
        task: desk.said(record, "task"),
        seats: seats_told(desk, record),
        mark: desk.mark(record),
    }
}

/// For which date seats are asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    on: String,
}

/// One body.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let desk = Desk::open(asker).await?;
    let record = desk.asker.the_record().clone();
    let today = PartialDate::Day(desk.asker.today());
    let typed = asked.on.trim();
    let wanted = if typed.is_empty() { Ok(today) } else { typed.parse() };
    let error =
        if wanted.is_err() { desk.tell(&Message::new(key::PAGE_DATE_UNREADABLE).with("text", typed)) } else { String::new() };
    let date = FormField {
        name: "on".to_owned(),
        label: desk.say(key::PAGE_SEATS_ASKED),
        hint: desk.say(key::PAGE_DATE_HINT),
        error,
        value: if typed.is_empty() { desk.asker.today().to_string() } else { typed.to_owned() },
        optional: " ".to_owned(),
    };
    page::answer(&body_page(&desk, &record, date, wanted.unwrap_or(today)))
}

fn body_page(desk: &Desk, record: &Record, field: FormField, on: PartialDate) -> BodyPage {
    let heading = desk.said(record, "name");
    let mut sources = Sources::new(desk, "source");
    let seats = seats(desk, record, on, &mut sources);
    let on = desk.asker.date(on);
    BodyPage {
        page: desk.page_of(Place::Bodies, Vec::new(), &heading),
        title: Title { kind: desk.choice(record, "body_kinds"), ..Title::said(&heading) },
        second_label: desk.say(key::PAGE_SECOND_FUNCTION),
        second_name: desk.said(record, "second_name"),
        task: desk.said(record, "task"),
        mark: desk.mark(record),
        facts: facts(desk, record),
        themes: desk.themes(record),
        seats_heading: desk.tell(&Message::new(key::PAGE_SEATS_ON).with("date", on.clone())),
        action: desk.address_of("bodies", &record.id).into(),
        date: field,
        show: desk.say(key::PAGE_DATE_SHOW),
        seats_caption: desk.caption("seats", desk.count(key::PAGE_COUNT_SEATS, seats.len()), on),
        seats_headings: seat_headings(desk, &seats),
        has_holders: has_holders(&seats),
        has_substitutes: has_substitutes(&seats),
        no_seats: desk.say(key::PAGE_SEATS_NONE),
        seats,
        meetings_heading: desk.say(key::PAGE_MEETINGS),
        meetings: meetings(desk, record),
        resolutions_heading: desk.say(key::PAGE_RESOLUTIONS),
        resolutions: resolutions(desk, record),
        sources,
    }
}

fn facts(desk: &Desk, record: &Record) -> Vec<Fact> {
    let parent = record.text("parent_organisation").map(|id| desk.organisation(id)).unwrap_or_default();
    let quorum = record.number("quorum_percent").map(|percent| {
        desk.tell(&Message::new(key::PAGE_QUORUM).with("percent", f64::from(i32::try_from(percent).unwrap_or(i32::MAX))))
    });
    let not_stated = || desk.say(key::PAGE_RULE_NOT_STATED);
    let majority = desk.choice(record, "majority");
    [
        desk.fact(desk.field(Kind::Bodies, "parent_organisation"), parent),
        desk.fact(desk.say(key::PAGE_TERM), desk.period(record.date("valid_from"), record.date("valid_to"))),
        desk.fact(desk.say(key::PAGE_QUORUM_LABEL), quorum.unwrap_or_else(not_stated)),
        desk.fact(desk.field(Kind::Bodies, "majority"), if majority.is_empty() { not_stated() } else { majority }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn has_holders(seats: &[SeatRow]) -> bool {
    seats.iter().any(|seat| !seat.held_by.is_empty())
}

fn has_substitutes(seats: &[SeatRow]) -> bool {
    seats.iter().any(|seat| !seat.substitute.is_empty())
}

/// The columns; who holds a seat and who stands in only where that is said of any.
fn seat_headings(desk: &Desk, seats: &[SeatRow]) -> Vec<Heading> {
    let field = |name| desk.field(Kind::Seats, name);
    let columns = [
        (true, desk.say(key::PAGE_INSTITUTION)),
        (true, field("seat_role")),
        (has_holders(seats), field("held_by")),
        (has_substitutes(seats), field("substitute")),
        (true, desk.say(key::PAGE_TERM)),
        (true, desk.say(key::PAGE_SOURCE)),
    ];
    columns.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, label)| Heading::words(label)).collect()
}

fn seats(desk: &Desk, record: &Record, on: PartialDate, sources: &mut Sources) -> Vec<SeatRow> {
    let mut held: Vec<(SeatRole, SeatRow)> = Vec::new();
    for (seat, _) in seats_on(&desk.book.dossier.seats, &record.id, on.last_day()) {
        let Some(kept) = desk.book.find(Kind::Seats, &seat.id) else { continue };
        let row = SeatRow {
            who: desk.party_of(kept),
            role: desk.choice(kept, "seat_role"),
            held_by: desk.said(kept, "held_by"),
            substitute: desk.said(kept, "substitute"),
            period: desk.period(kept.date("valid_from"), kept.date("valid_to")),
            sources: sources.of(desk, [kept]),
        };
        held.push((seat.seat_role, row));
    }
    held.sort_by(|one, two| one.0.cmp(&two.0).then_with(|| desk.asker.language.compare(&one.1.who.label, &two.1.who.label)));
    held.into_iter().map(|(_, row)| row).collect()
}

/// Meetings of the body, the newest first.
fn meetings(desk: &Desk, record: &Record) -> Vec<Item> {
    let mut meetings: Vec<&Record> =
        desk.book.of(Kind::Meetings).iter().filter(|meeting| meeting.text("body") == Some(&record.id)).collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.date("date")));
    let item = |meeting: &Record| Item {
        link: desk.entry(desk.address_of("meetings", &meeting.id), meeting, "title"),
        date: desk.date(meeting.date("date")),
        state: desk.choice(meeting, "state"),
    };
    meetings.into_iter().map(item).collect()
}

/// Resolutions of the body, the newest first.
fn resolutions(desk: &Desk, record: &Record) -> Vec<Item> {
    let of_body = |resolution: &&Record| resolution.text("body") == Some(&record.id);
    let mut resolutions: Vec<&Record> = desk.book.of(Kind::Resolutions).iter().filter(of_body).collect();
    resolutions.sort_by_key(|resolution| std::cmp::Reverse(resolution.date("date")));
    let item = |resolution: &Record| {
        let label = format!("{} {}", resolution.text("number").unwrap_or_default(), desk.words(resolution, "title"));
        Item {
            link: Entry::new(desk.address_of("resolutions", &resolution.id), label),
            date: desk.date(resolution.date("date")),
            state: desk.choice(resolution, "state"),
        }
    };
    resolutions.into_iter().map(item).collect()
}
