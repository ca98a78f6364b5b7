//! What documents state about a partnership in numbers, and whether that agrees with what is recorded.

use miedza_planning::partnership::count::{CountVerdict, Figure, StatedFigure};
use miedza_planning::partnership::stage::Passage;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Money;
use miedza_texts::{Message, key};
use miedza_workflows::labels;

use super::desk::Desk;
use super::figures::number;
use super::sources::{SourceLink, Sources};
use crate::frame::marks::Said;
use crate::frame::parts::{Entry, Heading};
use crate::frame::rail::Place;

/// A stated figure in the table.
pub struct StatedRow {
    /// What is counted.
    pub figure: String,
    /// What exactly.
    pub what: Said,
    /// How much.
    pub value: String,
    /// The same in another currency, with rate and day; empty if nothing was converted.
    pub converted: String,
    /// For which date.
    pub date: String,
    /// The document that states it.
    pub document: Entry,
    /// Where it comes from.
    pub sources: Vec<SourceLink>,
}

/// A stated number of members beside the recorded one.
pub struct CheckRow {
    /// For which date, with the way to its list.
    pub date: Entry,
    /// The number stated.
    pub stated: String,
    /// The number recorded.
    pub recorded: String,
    /// Tone of the badge.
    pub tone: &'static str,
    /// Sign of the badge.
    pub sign: &'static str,
    /// The verdict.
    pub verdict: String,
    /// The document that states it.
    pub document: Entry,
}

/// Headings of the stated figures.
pub fn headings(desk: &Desk) -> Vec<Heading> {
    vec![
        Heading::words(desk.say(key::PAGE_FIGURE)),
        Heading::number(desk.field(Kind::StatedFigures, "value"), ""),
        Heading::words(desk.field(Kind::StatedFigures, "date")),
        Heading::words(desk.field(Kind::StatedFigures, "document")),
        Heading::words(desk.say(key::PAGE_SOURCE)),
    ]
}

/// The stated figures, in the order of the list of figures, then of dates.
pub fn rows(desk: &Desk, sources: &mut Sources) -> Vec<StatedRow> {
    let mut records: Vec<&Record> = desk.book.of(Kind::StatedFigures).iter().collect();
    let rank = |record: &Record| Figure::ALL.iter().position(|figure| Some(figure.name()) == record.text("figure"));
    records.sort_by_key(|record| (rank(record), record.date("date")));
    records.into_iter().map(|record| row(desk, record, sources)).collect()
}

fn row(desk: &Desk, record: &Record, sources: &mut Sources) -> StatedRow {
    let value = record.value("value").and_then(serde_json::Value::as_f64);
    let figure = desk.book.dossier.figures.iter().find(|figure| figure.id == record.id);
    let money = figure.and_then(|figure| figure.money());
    let plain = || value.map(|value| number(desk, value)).unwrap_or_default();
    StatedRow {
        figure: desk.choice(record, "figure"),
        what: desk.said(record, "what"),
        value: money.map_or_else(plain, |money| told(desk, money)),
        converted: figure.and_then(|figure| converted(desk, figure)).unwrap_or_default(),
        date: desk.date(record.date("date")),
        document: desk.document(record.text("document")),
        sources: sources.of(desk, [record]),
    }
}

fn told(desk: &Desk, money: Money) -> String {
    desk.asker.language.money(money.minor, money.currency.code())
}

/// An amount in another currency, with the rate, its day and its source.
fn converted(desk: &Desk, figure: &StatedFigure) -> Option<String> {
    let (from, conversion) = (figure.money()?, figure.conversion()?);
    let by = Message::new(key::PAGE_FIGURE_CONVERTED)
        .with("rate", desk.asker.language.exact(conversion.rate))
        .with("to", conversion.money.currency.code())
        .with("from", from.currency.code())
        .with("day", labels::day(desk.asker.language, conversion.day));
    let source = figure.rate_source.iter().map(|source| format!(" ({source})")).collect::<String>();
    Some(format!("= {}, {}{source}", told(desk, conversion.money), desk.tell(&by)))
}

/// Headings of the comparison.
pub fn check_headings(desk: &Desk) -> Vec<Heading> {
    vec![
        Heading::words(desk.field(Kind::StatedFigures, "date")),
        Heading::number(desk.say(key::PAGE_STATED_MEMBERS), ""),
        Heading::number(desk.say(key::PAGE_RECORDED_MEMBERS), ""),
        Heading::words(desk.say(key::PAGE_VERDICT)),
        Heading::words(desk.field(Kind::StatedFigures, "document")),
    ]
}

/// Each stated number of members beside the recorded one.
pub fn checks(desk: &Desk) -> Vec<CheckRow> {
    let row = |check: miedza_planning::partnership::count::CountCheck| {
        let (tone, sign, verdict) = match check.verdict {
            CountVerdict::Equal => ("ok", "ok", key::PAGE_VERDICT_EQUAL),
            CountVerdict::NamesNotGiven { .. } => ("attention", "attention", key::PAGE_VERDICT_UNNAMED),
            CountVerdict::NamedOtherwise { .. } => ("attention", "attention", key::PAGE_VERDICT_OTHERWISE),
            CountVerdict::Fewer { .. } => ("attention", "attention", key::PAGE_VERDICT_FEWER),
            CountVerdict::More { .. } => ("attention", "attention", key::PAGE_VERDICT_MORE),
        };
        let apart = check.stated.abs_diff(check.certain);
        CheckRow {
            date: Entry::new(desk.address(Place::Members).ask("on", &check.date.to_string()), desk.asker.date(check.date)),
            stated: check.stated.to_string(),
            recorded: check.certain.to_string(),
            tone,
            sign,
            verdict: desk.tell(&Message::new(verdict).with("apart", apart)),
            document: desk.document(check.document.as_deref()),
        }
    };
    desk.book.dossier.count_checks().into_iter().map(row).collect()
}

/// How far a stage has come, in a word.
pub fn passage_told(desk: &Desk, passage: Passage) -> String {
    desk.say(match passage {
        Passage::Ahead => key::PAGE_PASSAGE_AHEAD,
        Passage::Planned => key::PAGE_PASSAGE_PLANNED,
        Passage::Here => key::PAGE_PASSAGE_HERE,
        Passage::Done => key::PAGE_PASSAGE_DONE,
        Passage::Skipped => key::PAGE_PASSAGE_SKIPPED,
        Passage::NotRecorded => key::PAGE_PASSAGE_NOT_RECORDED,
    })
}
