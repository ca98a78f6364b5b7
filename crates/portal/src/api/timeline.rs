//! The history of a partnership in the order of dates, each date as precise and as doubtful as it is stated.

use miedza_planning::partnership::Dossier;
use miedza_planning::partnership::call::AnswerState;
use miedza_planning::partnership::timeline::{Entry, EventKind, Saying};
use miedza_planning::partnership::{Party, timeline::as_told};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_planning::values::{PartialDate, Translated};
use miedza_store::Question;
use miedza_texts::key;
use miedza_workflows::{Failure, labels};

use super::answer::Found;
use super::column::{Cell, Column, Holds, Named};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
use super::record::{self, Around, ORIGINS};
use super::table::Table;
use crate::frame::{About, Asker, Told};

/// Of what the line is made.
const MADE_OF: [Kind; 6] =
    [Kind::TimelineEvents, Kind::Memberships, Kind::Documents, Kind::Resolutions, Kind::Meetings, Kind::CallAnswers];
const ORDERS: &[&str] = &["date", "told"];

/// The history of a partnership.
pub const LIST: Endpoint = Endpoint {
    name: "timeline",
    summary: key::API_TIMELINE,
    room: Room::Partnership,
    about: About::Partnership,
    written: &[
        (Written::Json, "/api/v1/partnerships/{partnership}/timeline"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/timeline.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/timeline.xlsx"),
    ],
    parameters: &[
        Parameter { name: "from", expects: Expects::Day, about: key::API_PARAMETER_FROM },
        Parameter { name: "to", expects: Expects::Day, about: key::API_PARAMETER_TO },
        Parameter { name: "kind", expects: Expects::Choice(EventKind::CHOICES.words), about: key::API_PARAMETER_EVENT_KIND },
        Parameter { name: "order", expects: Expects::Choice(ORDERS), about: key::API_PARAMETER_ORDER },
        WORDS,
        SORT,
        LIMIT,
        CURSOR,
    ],
    gives: Gives::List,
    columns,
    told: &[],
};

fn columns() -> Vec<Column> {
    let field = |name| labels::field(Kind::TimelineEvents, name);
    vec![
        Column::new("date", Holds::Date, field("date")),
        Column::new("date_to", Holds::Date, field("date_to")),
        Column::needed("kind", Holds::Choice(EventKind::CHOICES.words), field("event_kind")),
        Column::new("title", Holds::Words, field("title")),
        Column::new("description", Holds::Words, field("description")),
        Column::needed("units", Holds::Units, key::API_COLUMN_UNITS),
        Column::needed("organisations", Holds::Links(Kind::Organisations), key::API_COLUMN_ORGANISATIONS),
        Column::new("number", Holds::Text, labels::field(Kind::Resolutions, "number")),
        Column::new("call", Holds::Link(Kind::Calls), labels::field(Kind::CallAnswers, "call")),
        Column::new("answer", Holds::Choice(AnswerState::CHOICES.words), labels::field(Kind::CallAnswers, "state")),
        Column::needed("doubtful", Holds::Flag, field("doubtful")),
        Column::new("doubt", Holds::Words, field("doubt")),
        Column::new("told_as", Holds::Whole, field("told_as")),
        Column::new("document", Holds::Link(Kind::Documents), field("document")),
        Column::needed("record_kind", Holds::Text, key::API_COLUMN_RECORD_KIND),
        Column::needed("record", Holds::Text, key::API_COLUMN_RECORD),
        Column::needed("origin", Holds::Choice(ORIGINS), field("origin")),
        Column::new("source", Holds::Text, field("source")),
    ]
}

/// The line, in the order of dates or in the order in which the source tells it.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let partnership = asker.the_partnership();
    let mut records = vec![partnership.clone()];
    for kind in MADE_OF {
        let question = Question::of(kind).in_partnership(partnership.id.as_str());
        records.extend(record::seen(&asker, asker.app.store().records(&question).await?).await?);
    }
    let dossier = Dossier::read(&records, &partnership.id).map_err(|error| Failure::fault(&error))?;
    let line = dossier.map(|dossier| dossier.timeline()).unwrap_or_default();
    let around = Around::of(&asker, &records).await?;
    let ordered: Vec<&Entry> = if asked.text("order") == Some("told") { as_told(&line) } else { line.iter().collect() };
    let fitting = ordered.into_iter().filter(|entry| is_asked(entry, &asked));
    let rows = fitting.map(|entry| row(&asker, entry, &records, &around)).collect();
    Ok(Found::All(Table { columns: columns(), rows }.asked(&asker, &asked), asked))
}

fn is_asked(entry: &Entry, asked: &Asked) -> bool {
    let last = |date: PartialDate| entry.date_to.unwrap_or(date).last_day();
    let begins = asked.day("from").is_none_or(|from| entry.date.is_some_and(|date| last(date) >= from));
    let ends = asked.day("to").is_none_or(|to| entry.date.is_some_and(|date| date.first_day() <= to));
    begins && ends && asked.text("kind").is_none_or(|kind| kind == entry.event_kind.name())
}

/// What an entry says, in the columns that fit it.
#[derive(Default)]
struct Says<'a> {
    title: Option<&'a Translated>,
    description: Option<&'a Translated>,
    parties: &'a [Party],
    number: Option<&'a str>,
    answer: Option<(&'a str, AnswerState)>,
}

impl<'a> Says<'a> {
    fn of(saying: &'a Saying) -> Self {
        match saying {
            Saying::Own { title, description } => {
                Self { title: Some(title), description: description.as_ref(), ..Self::default() }
            }
            Saying::Joined { parties } | Saying::Left { parties } => Self { parties, ..Self::default() },
            Saying::Document { title, .. } | Saying::Meeting { title } => Self { title: Some(title), ..Self::default() },
            Saying::Resolution { number, title } => Self { title: Some(title), number: Some(number), ..Self::default() },
            Saying::Answer { call, state } => Self { answer: Some((call, *state)), ..Self::default() },
        }
    }
}

fn row(asker: &Asker, entry: &Entry, records: &[Record], around: &Around) -> Vec<Cell> {
    let says = Says::of(&entry.saying);
    let words = |words: Option<&Translated>| words.map_or(Cell::Missing, |words| Cell::Words(words.clone()));
    let date = |date: Option<PartialDate>| Cell::maybe(date.map(|date| date.to_string()));
    let word =
        |choices, word: &str| Cell::Named(Named { id: word.to_owned(), name: Some(asker.tell(&labels::choice(choices, word))) });
    let units = says.parties.iter().filter_map(Party::unit).map(|code| around.unit(code.as_str()));
    let others = says.parties.iter().filter(|party| party.unit().is_none()).map(|party| around.record(party.id()));
    let source = records.iter().find(|record| record.id == entry.of.1).and_then(|record| record.content.source.as_deref());
    vec![
        date(entry.date),
        date(entry.date_to),
        word(EventKind::CHOICES, entry.event_kind.name()),
        words(says.title),
        words(says.description),
        Cell::Several(units.collect()),
        Cell::Several(others.collect()),
        Cell::maybe(says.number),
        says.answer.map_or(Cell::Missing, |(call, _)| Cell::Named(around.record(call))),
        says.answer.map_or(Cell::Missing, |(_, state)| word(AnswerState::CHOICES, state.name())),
        Cell::Flag(entry.is_doubtful),
        words(entry.doubt.as_ref()),
        entry.told_as.map_or(Cell::Missing, |told| Cell::Whole(told.into())),
        entry.document.as_deref().map_or(Cell::Missing, |id| Cell::Named(around.record(id))),
        Cell::Text(entry.of.0.name().to_owned()),
        Cell::Text(entry.of.1.clone()),
        record::origin(asker, entry.origin),
        Cell::maybe(source),
    ]
}
