//! A resolution: its text, votes, whether quorum and majority were reached, and what follows from it.

use askama::Template;
use miedza_planning::partnership::body::{Decision, DecisionReason};
use miedza_planning::partnership::resolution::judge;
use miedza_planning::record::{Kind, Record};
use miedza_texts::{Message, key};

use super::desk::Desk;
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Fact, KeyFigure, Notice, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// What follows from the resolution.
struct EffectRow {
    effect: String,
    target: Entry,
    from: String,
    applied: String,
    note: Said,
}

#[derive(Template)]
#[template(path = "partnership/resolution.html")]
struct ResolutionPage {
    page: Page,
    title: Title,
    text: Said,
    mark: Mark,
    facts: Vec<Fact>,
    file: Entry,
    votes_heading: String,
    votes: Vec<KeyFigure>,
    verdict: Vec<Notice>,
    effects_heading: String,
    effects: Vec<EffectRow>,
}

/// One resolution.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let record = desk.asker.the_record().clone();
    page::answer(&resolution_page(&desk, &record))
}

fn resolution_page(desk: &Desk, record: &Record) -> ResolutionPage {
    let heading = desk.said(record, "title");
    let number = record.text("number").unwrap_or_default();
    let body = record.text("body").and_then(|id| desk.book.find(Kind::Bodies, id));
    let body = body.map(|body| desk.entry(desk.address_of("bodies", &body.id), body, "name"));
    let kind = Message::new(key::PAGE_RESOLUTION_NUMBER).with("number", number);
    let file = record.text("file").and_then(|id| desk.book.find(Kind::Attachments, id));
    let file = file.map(|file| {
        let name = Message::new(key::PAGE_DOWNLOAD).with("name", file.text("file_name").unwrap_or_default());
        Entry::new(desk.address_of("files", &file.id), desk.tell(&name))
    });
    ResolutionPage {
        page: desk.page_of(Place::Bodies, body.clone().into_iter().collect(), &heading),
        title: Title { kind: desk.tell(&kind), ..Title::said(&heading) },
        text: desk.said(record, "text"),
        mark: desk.mark(record),
        facts: facts(desk, record, body),
        file: file.unwrap_or_default(),
        votes_heading: desk.say(key::PAGE_VOTES_HEADING),
        votes: votes(desk, record),
        verdict: verdict(desk, record),
        effects_heading: desk.field(Kind::Effects, "effect"),
        effects: effects(desk, record),
    }
}

fn facts(desk: &Desk, record: &Record, body: Option<Entry>) -> Vec<Fact> {
    let meeting = record.text("meeting").and_then(|id| desk.book.find(Kind::Meetings, id));
    let meeting = meeting.map(|meeting| Fact {
        label: desk.field(Kind::Resolutions, "meeting"),
        value: desk.words(meeting, "title"),
        href: desk.address_of("meetings", &meeting.id).into(),
    });
    let body = body.map(|body| Fact { label: desk.field(Kind::Resolutions, "body"), value: body.label, href: body.href });
    let decided = desk.book.dossier.resolutions.iter().find(|resolution| resolution.id == record.id);
    let date = decided.and_then(|resolution| resolution.decided_on(&desk.book.dossier.meetings));
    [desk.fact_of(record, "state"), desk.fact(desk.field(Kind::Resolutions, "date"), desk.date(date)), body, meeting]
        .into_iter()
        .flatten()
        .collect()
}

fn votes(desk: &Desk, record: &Record) -> Vec<KeyFigure> {
    let figure = |field| {
        let value = record.number(field)?.to_string();
        Some(KeyFigure { label: desk.field(Kind::Resolutions, field), value, ..KeyFigure::default() })
    };
    ["votes_for", "votes_against", "votes_abstained"].into_iter().filter_map(figure).collect()
}

/// Whether quorum and majority were reached, with the numbers that show it.
fn verdict(desk: &Desk, record: &Record) -> Vec<Notice> {
    let dossier = &desk.book.dossier;
    let found = dossier.resolutions.iter().find(|resolution| resolution.id == record.id);
    let Some(decision) = found.and_then(|resolution| judge(resolution, dossier.chamber())) else { return Vec::new() };
    let (kind, title) = tone(&decision);
    let reasons: Vec<String> = decision.reasons.iter().map(|reason| desk.tell(&told(*reason))).collect();
    vec![Notice { kind, title: desk.say(title), text: reasons.join(" "), ways: Vec::new() }]
}

const fn tone(decision: &Decision) -> (&'static str, miedza_texts::Key) {
    match (decision.has_quorum, decision.has_majority) {
        (Some(true), Some(true)) => ("success", key::PAGE_CARRIED),
        (Some(false), _) => ("attention", key::PAGE_NO_QUORUM),
        (_, Some(false)) => ("attention", key::PAGE_NO_MAJORITY),
        _ => ("info", key::PAGE_VOTE_OPEN),
    }
}

fn told(reason: DecisionReason) -> Message {
    match reason {
        DecisionReason::NoSeats => key::PAGE_REASON_NO_SEATS.into(),
        DecisionReason::SeatsUncertain { possible } => {
            Message::new(key::VOTE_SEATS_UNCERTAIN).with("possible", f64::from(possible))
        }
        DecisionReason::QuorumNotStated => key::PAGE_REASON_QUORUM_NOT_STATED.into(),
        DecisionReason::AttendanceNotRecorded => key::PAGE_REASON_ATTENDANCE.into(),
        DecisionReason::QuorumMissed { present, needed, seats } => Message::new(key::PAGE_REASON_QUORUM_MISSED)
            .with("present", f64::from(present))
            .with("needed", f64::from(needed))
            .with("seats", f64::from(seats)),
        DecisionReason::MajorityNotStated => key::PAGE_REASON_MAJORITY_NOT_STATED.into(),
        DecisionReason::VotesNotRecorded => key::PAGE_REASON_VOTES.into(),
        DecisionReason::MajorityMissed { for_, needed } => {
            Message::new(key::PAGE_REASON_MAJORITY_MISSED).with("for", f64::from(for_)).with("needed", f64::from(needed))
        }
        DecisionReason::MoreVotesThanPresent { votes, present } => {
            Message::new(key::PAGE_REASON_TOO_MANY).with("votes", f64::from(votes)).with("present", f64::from(present))
        }
    }
}

fn effects(desk: &Desk, record: &Record) -> Vec<EffectRow> {
    let ours = desk.book.of(Kind::Effects).iter().filter(|effect| effect.text("resolution") == Some(&record.id));
    let row = |effect: &Record| EffectRow {
        effect: desk.choice(effect, "effect"),
        target: target(desk, effect),
        from: desk.date(effect.date("valid_from")),
        applied: match effect.date("applied_on") {
            Some(on) => desk.tell(&Message::new(key::PAGE_APPLIED).with("date", desk.asker.date(on))),
            None => desk.say(key::PAGE_NOT_APPLIED),
        },
        note: desk.said(effect, "note"),
    };
    ours.map(row).collect()
}

/// The document, variant or unit that the effect is about.
fn target(desk: &Desk, effect: &Record) -> Entry {
    let document = desk.document(effect.text("document"));
    if !document.label.is_empty() {
        return document;
    }
    let variant = effect.text("variant").and_then(|id| desk.book.find(Kind::Variants, id));
    if let Some(variant) = variant {
        return desk.entry("", variant, "name");
    }
    desk.party_of(effect)
}
