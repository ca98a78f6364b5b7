//! The rows of the page: items of the agenda, seats with their presence, resolutions with their votes.

use std::collections::BTreeMap;

use miedza_planning::partnership::meeting::{MeetingState, Presence};
use miedza_planning::partnership::resolution::ResolutionState;
use miedza_planning::record::{Choices, Kind, Record};
use miedza_planning::values::Translated;
use miedza_texts::{Key, Message, key};
use miedza_workflows::labels;
use miedza_workflows::partnership::sitting::{NEW_ROWS, VOTES, seats};

use super::page::Desk;
use crate::frame::Asker;
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading};
use crate::work::{decision, register};

/// A field inside a row: its name is its id, its label is read aloud only.
pub struct Cell {
    pub name: String,
    pub label: String,
    pub value: String,
    pub error: String,
    pub note: String,
}

/// An item of the agenda, or an empty row for a new one.
pub struct AgendaRow {
    pub position: Cell,
    pub title: Cell,
    pub version_name: String,
    pub version: String,
    pub remove: Option<Cell>,
    pub is_removed: bool,
}

/// A seat that may be filled.
pub struct SeatRow {
    pub who: String,
    pub role: String,
    pub presence: Cell,
    pub choices: Vec<Choice>,
    pub version_name: String,
    pub version: String,
}

/// All seats.
pub struct Attendance {
    pub heading: String,
    pub caption: Caption,
    pub headings: Vec<Heading>,
    pub seats: Vec<SeatRow>,
    pub none: String,
    pub add: Entry,
    pub all_present: String,
}

/// A resolution of the meeting, or empty fields for a new one.
pub struct ResolutionRow {
    pub heading: String,
    pub link: Entry,
    pub state: String,
    pub told: String,
    pub naming: Vec<FormField>,
    pub votes: Vec<FormField>,
    pub outcome: Option<FormField>,
    pub outcomes: Vec<Choice>,
    pub version_name: String,
    pub version: String,
    pub now: String,
}

/// Caption of a table of the page.
pub fn caption(id: &str, what: String) -> Caption {
    Caption::new(format!("{id}-caption"), what)
}

/// Headings of columns of words.
pub fn headings(asker: &Asker, words: &[Key]) -> Vec<Heading> {
    words.iter().map(|word| Heading::words(asker.say(*word))).collect()
}

fn choices(asker: &Asker, list: Choices, chosen: &str) -> Vec<Choice> {
    let choice = |word: &&str| Choice {
        value: (*word).to_owned(),
        label: asker.tell(&labels::choice(list, word)),
        is_chosen: *word == chosen,
        ..Choice::default()
    };
    list.words.iter().map(choice).collect()
}

/// How far the meeting has come.
pub fn states(desk: &Desk) -> Vec<Choice> {
    let kept = desk.asker.the_record().text("state").unwrap_or_default();
    choices(desk.asker, MeetingState::CHOICES, &desk.value("state", kept))
}

/// The text of another language, where there is none in that of the page.
pub fn in_other_language(desk: &Desk, texts: Option<&Translated>) -> String {
    let other = texts.and_then(|texts| texts.wording(desk.asker.tongue())).map(|wording| wording.text().to_owned());
    let told = |text| desk.asker.tell(&Message::new(key::SITTING_IN_OTHER_LANGUAGE).with("text", text));
    other.map(told).unwrap_or_default()
}

/// The items of the agenda in their order, then empty rows.
pub fn agenda(desk: &Desk) -> Vec<AgendaRow> {
    let mut items: Vec<&Record> =
        desk.book.of(Kind::AgendaItems).iter().filter(|item| item.text("meeting") == Some(&desk.meeting.id)).collect();
    items.sort_by_key(|item| item.number("position"));
    let there = items.into_iter().map(|item| agenda_row(desk, format!("agenda-{}", item.id), Some(item), 0));
    let new = (1..=NEW_ROWS).map(|row| agenda_row(desk, format!("agenda-new-{row}"), None, row));
    there.chain(new).collect()
}

fn agenda_row(desk: &Desk, prefix: String, item: Option<&Record>, row: usize) -> AgendaRow {
    let asker = desk.asker;
    let texts = item.and_then(|item| item.words("title"));
    let kept = texts.as_ref().and_then(|texts| texts.text(asker.tongue())).unwrap_or_default().to_owned();
    let name = match item {
        Some(item) => asker.words(item, "title"),
        None => asker.tell(&Message::new(key::SITTING_NEW_ITEM).with("row", row)),
    };
    let title = format!("{prefix}-title.{}", asker.tongue().code());
    let position = format!("{prefix}-position");
    let kept_position = item.and_then(|item| item.number("position")).map(|number| number.to_string()).unwrap_or_default();
    let remove = format!("{prefix}-remove");
    let cell = |entry: &str, what: Key, kept: &str| Cell {
        label: format!("{}: {name}", asker.say(what)),
        value: desk.value(entry, kept),
        error: desk.fault(entry),
        note: String::new(),
        name: entry.to_owned(),
    };
    let now = desk.now(&prefix, |record| asker.words(record, "title"));
    let other = if kept.is_empty() { in_other_language(desk, texts.as_ref()) } else { String::new() };
    // A title that is missing is told beside its line, whichever language it should have.
    let missing = desk.fault(&format!("{prefix}-title"));
    let mut titled = cell(&title, key::SITTING_ITEM, &kept);
    titled.note = if now.is_empty() { other } else { now };
    if titled.error.is_empty() {
        titled.error = missing;
    }
    AgendaRow {
        position: cell(&position, key::SITTING_ORDER, &kept_position),
        title: titled,
        version_name: format!("{prefix}-version"),
        version: desk.version(&prefix, item),
        is_removed: desk.shown.typed.has(&remove),
        remove: item.map(|_| cell(&remove, key::SITTING_REMOVE, "yes")),
    }
}

/// Every seat of the body on the day of the meeting, with who is there.
pub fn attendance(desk: &Desk) -> Attendance {
    let asker = desk.asker;
    let entries = desk.book.of(Kind::Attendances).iter().filter(|entry| entry.text("meeting") == Some(&desk.meeting.id));
    let recorded: BTreeMap<&str, &Record> = entries.filter_map(|entry| Some((entry.text("seat")?, entry))).collect();
    let of = |seat: &&miedza_planning::partnership::Kept<miedza_planning::partnership::body::Seat>| {
        seat_row(desk, seat, recorded.get(seat.id.as_str()).copied())
    };
    let seats: Vec<SeatRow> = seats(&desk.book, &desk.meeting).iter().map(of).collect();
    let mut headings = headings(asker, &[key::PAGE_INSTITUTION]);
    headings.push(Heading::words(desk.field(Kind::Seats, "seat_role")));
    headings.push(Heading::words(desk.field(Kind::Attendances, "presence")));
    Attendance {
        heading: asker.say(key::PAGE_ATTENDANCE),
        caption: caption("attendance", asker.say(key::PAGE_ATTENDANCE)),
        headings,
        none: if seats.is_empty() { asker.say(key::SITTING_NO_SEATS) } else { String::new() },
        add: Entry::new(register::address(asker, Kind::Seats).step("new"), asker.say(key::SITTING_ADD_SEATS)),
        all_present: if seats.is_empty() { String::new() } else { asker.say(key::SITTING_ALL_PRESENT) },
        seats,
    }
}

fn seat_row(
    desk: &Desk,
    seat: &miedza_planning::partnership::Kept<miedza_planning::partnership::body::Seat>,
    recorded: Option<&Record>,
) -> SeatRow {
    let asker = desk.asker;
    let prefix = format!("presence-{}", seat.id);
    let who = seat.party().map(|party| desk.naming().party(&party)).unwrap_or_default();
    let kept = recorded.and_then(|entry| entry.text("presence")).unwrap_or_default();
    let value = desk.value(&prefix, kept);
    let not_recorded = Choice { label: asker.say(key::SITTING_NOT_RECORDED), is_chosen: value.is_empty(), ..Choice::default() };
    let presence = |record: &Record| asker.tell(&labels::choice(Presence::CHOICES, record.text("presence").unwrap_or_default()));
    SeatRow {
        role: asker.tell(&labels::choice(miedza_planning::partnership::body::SeatRole::CHOICES, seat.seat_role.name())),
        choices: [not_recorded].into_iter().chain(choices(asker, Presence::CHOICES, &value)).collect(),
        presence: Cell {
            label: format!("{}: {who}", desk.field(Kind::Attendances, "presence")),
            error: desk.fault(&format!("{prefix}-presence")),
            note: desk.now(&prefix, presence),
            name: prefix.clone(),
            value,
        },
        version_name: format!("{prefix}-version"),
        version: desk.version(&prefix, recorded),
        who,
    }
}

/// The resolutions of the meeting, then empty fields for new ones.
pub fn resolutions(desk: &Desk) -> Vec<ResolutionRow> {
    let of_meeting = |found: &&Record| found.text("meeting") == Some(&desk.meeting.id);
    let mut found: Vec<&Record> = desk.book.of(Kind::Resolutions).iter().filter(of_meeting).collect();
    found.sort_by_key(|found| found.text("number"));
    let there = found.into_iter().map(|found| kept_resolution(desk, found));
    there.chain((1..=NEW_ROWS.min(2)).map(|row| new_resolution(desk, row))).collect()
}

fn kept_resolution(desk: &Desk, found: &Record) -> ResolutionRow {
    let asker = desk.asker;
    let prefix = format!("resolution-{}", found.id);
    let is_open = found.text("state") == Some("draft");
    let number = Message::new(key::PAGE_RESOLUTION_NUMBER).with("number", found.text("number").unwrap_or_default());
    let state = asker.tell(&labels::choice(ResolutionState::CHOICES, found.text("state").unwrap_or_default()));
    let votes = |(ending, field): (&str, &str)| {
        let kept = found.number(field).map(|votes| votes.to_string()).unwrap_or_default();
        vote_field(desk, format!("{prefix}-{ending}"), (field, &kept))
    };
    let told =
        VOTES.iter().filter_map(|(_, field)| Some(format!("{}: {}", desk.field(Kind::Resolutions, field), found.number(field)?)));
    ResolutionRow {
        heading: asker.words(found, "title"),
        link: Entry::new(decision::address(asker, &found.id), asker.tell(&number)),
        told: if is_open { String::new() } else { told.collect::<Vec<_>>().join(" · ") },
        naming: Vec::new(),
        votes: if is_open { VOTES.map(votes).to_vec() } else { Vec::new() },
        outcome: is_open.then(|| outcome_field(desk, &prefix)),
        outcomes: outcomes(desk, &prefix, desk.shown.lacking.contains(&found.id)),
        version_name: format!("{prefix}-version"),
        version: desk.version(&prefix, Some(found)),
        now: desk.now(&prefix, |_| state.clone()),
        state,
    }
}

fn new_resolution(desk: &Desk, row: usize) -> ResolutionRow {
    let asker = desk.asker;
    let prefix = format!("resolution-new-{row}");
    let title = format!("{prefix}-title.{}", asker.tongue().code());
    let mut naming = vec![
        named_field(desk, format!("{prefix}-number"), desk.field(Kind::Resolutions, "number")),
        named_field(desk, title, desk.field(Kind::Resolutions, "title")),
    ];
    let missing = desk.fault(&format!("{prefix}-title"));
    if naming[1].error.is_empty() {
        naming[1].error = missing;
    }
    ResolutionRow {
        heading: asker.tell(&Message::new(key::SITTING_NEW_RESOLUTION).with("row", row)),
        link: Entry::default(),
        state: String::new(),
        told: String::new(),
        naming,
        votes: VOTES.map(|(ending, field)| vote_field(desk, format!("{prefix}-{ending}"), (field, ""))).to_vec(),
        outcome: Some(outcome_field(desk, &prefix)),
        outcomes: outcomes(desk, &prefix, false),
        version_name: String::new(),
        version: String::new(),
        now: String::new(),
    }
}

fn named_field(desk: &Desk, name: String, label: String) -> FormField {
    FormField {
        error: desk.fault(&name),
        value: desk.value(&name, ""),
        optional: desk.asker.say(key::WORK_OPTIONAL),
        label,
        name,
        ..FormField::default()
    }
}

fn vote_field(desk: &Desk, name: String, (field, kept): (&str, &str)) -> FormField {
    let label = desk.field(Kind::Resolutions, field);
    FormField { value: desk.value(&name, kept), ..named_field(desk, name, label) }
}

fn outcome_field(desk: &Desk, prefix: &str) -> FormField {
    named_field(desk, format!("{prefix}-event"), desk.asker.say(key::SITTING_OUTCOME))
}

fn outcomes(desk: &Desk, prefix: &str, is_lacking: bool) -> Vec<Choice> {
    let asker = desk.asker;
    let chosen = desk.value(&format!("{prefix}-event"), "");
    let state = |state: ResolutionState| asker.tell(&labels::choice(ResolutionState::CHOICES, state.name()));
    let choice =
        |value: &str, label: String| Choice { is_chosen: chosen == value, value: value.to_owned(), label, ..Choice::default() };
    let mut outcomes = vec![
        choice("", asker.say(key::SITTING_OPEN)),
        choice("adopt", state(ResolutionState::Adopted)),
        choice("reject", state(ResolutionState::Rejected)),
    ];
    if is_lacking {
        outcomes.push(choice("adopt-anyway", asker.say(key::SITTING_ANYWAY)));
    }
    outcomes
}
