//! A meeting: agenda, attendance by institution and role, minutes, resolutions.

use askama::Template;
use miedza_planning::partnership::meeting::turnout;
use miedza_planning::record::{Kind, Record};
use miedza_texts::{Message, key};

use super::desk::Desk;
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// What the meeting talks about.
struct AgendaRow {
    title: Said,
    text: Said,
}

/// Who was there.
struct PresenceRow {
    who: Entry,
    role: String,
    office: Said,
    presence: String,
}

/// A resolution with its votes.
struct Voted {
    link: Entry,
    votes: String,
    state: String,
}

#[derive(Template)]
#[template(path = "partnership/meeting.html")]
struct MeetingPage {
    page: Page,
    title: Title,
    facts: Vec<Fact>,
    mark: Mark,
    themes: Vec<Entry>,
    agenda_heading: String,
    agenda: Vec<AgendaRow>,
    attendance_heading: String,
    turnout: String,
    attendance_caption: Caption,
    attendance_headings: Vec<Heading>,
    attendance: Vec<PresenceRow>,
    minutes_heading: String,
    minutes: Said,
    minutes_file: Entry,
    resolutions_heading: String,
    resolutions: Vec<Voted>,
}

/// One meeting.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let record = desk.asker.the_record().clone();
    page::answer(&meeting_page(&desk, &record))
}

fn meeting_page(desk: &Desk, record: &Record) -> MeetingPage {
    let heading = desk.said(record, "title");
    let body = record.text("body").and_then(|id| desk.book.find(Kind::Bodies, id));
    let above = body.map(|body| desk.entry(desk.address_of("bodies", &body.id), body, "name"));
    let when = [desk.date(record.date("date")), record.text("time").unwrap_or_default().to_owned()];
    let when = when.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    MeetingPage {
        page: desk.page_of(Place::Bodies, above.clone().into_iter().collect(), &heading),
        title: Title { kind: above.map(|body| body.label).unwrap_or_default(), lead: when, ..Title::said(&heading) },
        facts: facts(desk, record),
        mark: desk.mark(record),
        themes: desk.themes(record),
        agenda_heading: desk.say(key::PAGE_AGENDA),
        agenda: agenda(desk, record),
        attendance_heading: desk.say(key::PAGE_ATTENDANCE),
        turnout: turned_out(desk, record),
        attendance_caption: desk.caption("attendance", desk.say(key::PAGE_ATTENDANCE), desk.date(record.date("date"))),
        attendance_headings: vec![
            Heading::words(desk.say(key::PAGE_INSTITUTION)),
            Heading::words(desk.field(Kind::Seats, "seat_role")),
            Heading::words(desk.field(Kind::Seats, "held_by")),
            Heading::words(desk.field(Kind::Attendances, "presence")),
        ],
        attendance: attendance(desk, record),
        minutes_heading: desk.field(Kind::Meetings, "minutes"),
        minutes: desk.said(record, "minutes"),
        minutes_file: minutes_file(desk, record),
        resolutions_heading: desk.say(key::PAGE_RESOLUTIONS),
        resolutions: resolutions(desk, record),
    }
}

fn facts(desk: &Desk, record: &Record) -> Vec<Fact> {
    let unit = record.text("unit").and_then(|code| miedza_territory::UnitCode::parse(code).ok());
    let unit = unit.map(|code| desk.unit(&code));
    let unit = unit.map(|entry| Fact { label: desk.field(Kind::Meetings, "unit"), value: entry.label, href: entry.href });
    let place = record.text("place").map(ToOwned::to_owned).unwrap_or_default();
    let place = desk.fact(desk.field(Kind::Meetings, "place"), place);
    [desk.fact_of(record, "state"), place, unit].into_iter().flatten().collect()
}

fn agenda(desk: &Desk, record: &Record) -> Vec<AgendaRow> {
    let of_meeting = |item: &&Record| item.text("meeting") == Some(&record.id);
    let mut items: Vec<&Record> = desk.book.of(Kind::AgendaItems).iter().filter(of_meeting).collect();
    items.sort_by_key(|item| item.number("position"));
    items.into_iter().map(|item| AgendaRow { title: desk.said(item, "title"), text: desk.said(item, "text") }).collect()
}

/// How many of the seats with a vote were taken; empty if nobody wrote it down.
fn turned_out(desk: &Desk, record: &Record) -> String {
    let dossier = &desk.book.dossier;
    let (Some(body), Some(date)) = (record.text("body"), record.date("date")) else { return String::new() };
    let turnout = turnout(&dossier.seats, &dossier.attendances, (body, Some(&record.id)), date.last_day());
    let told = |present: u32| {
        let message = Message::new(key::PAGE_TURNOUT).with("present", f64::from(present)).with("seats", f64::from(turnout.seats));
        desk.tell(&message)
    };
    turnout.present.map(told).unwrap_or_default()
}

fn attendance(desk: &Desk, record: &Record) -> Vec<PresenceRow> {
    let of_meeting = |entry: &&Record| entry.text("meeting") == Some(&record.id);
    let row = |entry: &Record| {
        let seat = desk.book.find(Kind::Seats, entry.text("seat")?)?;
        let substitute = desk.said(seat, "substitute");
        let is_substitute = entry.text("presence") == Some("substitute") && !substitute.is_empty();
        Some(PresenceRow {
            who: desk.party_of(seat),
            role: desk.choice(seat, "seat_role"),
            office: if is_substitute { substitute } else { desk.said(seat, "held_by") },
            presence: desk.choice(entry, "presence"),
        })
    };
    let mut rows: Vec<PresenceRow> = desk.book.of(Kind::Attendances).iter().filter(of_meeting).filter_map(row).collect();
    rows.sort_by(|one, two| desk.asker.language.compare(&one.who.label, &two.who.label));
    rows
}

fn minutes_file(desk: &Desk, record: &Record) -> Entry {
    let file = record.text("minutes_file").and_then(|id| desk.book.find(Kind::Attachments, id));
    file.map_or_else(Entry::default, |file| {
        let name = file.text("file_name").unwrap_or_default();
        Entry::new(desk.address_of("files", &file.id), desk.tell(&Message::new(key::PAGE_DOWNLOAD).with("name", name)))
    })
}

fn resolutions(desk: &Desk, record: &Record) -> Vec<Voted> {
    let of_meeting = |resolution: &&Record| resolution.text("meeting") == Some(&record.id);
    let mut found: Vec<&Record> = desk.book.of(Kind::Resolutions).iter().filter(of_meeting).collect();
    found.sort_by_key(|resolution| resolution.text("number"));
    let voted = |resolution: &Record| {
        let label = format!("{} {}", resolution.text("number").unwrap_or_default(), desk.words(resolution, "title"));
        Voted {
            link: Entry::new(desk.address_of("resolutions", &resolution.id), label),
            votes: votes(desk, resolution),
            state: desk.choice(resolution, "state"),
        }
    };
    found.into_iter().map(voted).collect()
}

/// The votes in one line; empty if nobody wrote them down.
pub fn votes(desk: &Desk, resolution: &Record) -> String {
    let count = |field| f64::from(resolution.number(field).and_then(|count| i32::try_from(count).ok()).unwrap_or(0));
    if resolution.number("votes_for").is_none() {
        return String::new();
    }
    let message = Message::new(key::PAGE_VOTES)
        .with("for", count("votes_for"))
        .with("against", count("votes_against"))
        .with("abstained", count("votes_abstained"));
    desk.tell(&message)
}
