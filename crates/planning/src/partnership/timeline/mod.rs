//! The history of a partnership on one line: its own events, accessions, documents, resolutions, meetings and answers to calls.
//!
//! Dates stay as precise and as doubtful as they are stated. A source may tell events in another order than that of their
//! dates; both orders can be asked for, and [`out_of_order`] says where they differ. Nothing is put in order silently.

mod entries;

use serde::{Deserialize, Serialize};

use super::call::{AnswerState, CallAnswer};
use super::document::{Document, DocumentKind};
use super::meeting::Meeting;
use super::membership::{Membership, Party};
use super::reading::{Kept, Reading};
use super::resolution::Resolution;
use super::words::words;
use crate::record::{Kind, Origin};
use crate::values::{PartialDate, Translated};

words! {
    /// Kind of an event.
    EventKind of EVENT_KIND {
        /// Somebody began it.
        Initiative = "initiative",
        /// Concept paper.
        ConceptPaper = "concept_paper",
        /// Declaration.
        Declaration = "declaration",
        /// Letter of intent.
        LetterOfIntent = "letter_of_intent",
        /// Members joined.
        Accession = "accession",
        /// Agreement.
        Agreement = "agreement",
        /// Entry in a register.
        Registration = "registration",
        /// Members left.
        Withdrawal = "withdrawal",
        /// A higher document names the partnership.
        Recognition = "recognition",
        /// Call or invitation.
        Call = "call",
        /// Document.
        Document = "document",
        /// Survey.
        Survey = "survey",
        /// Public consultation.
        Consultation = "consultation",
        /// Project.
        Project = "project",
        /// Meeting.
        Meeting = "meeting",
        /// Study visit.
        StudyVisit = "study_visit",
        /// Staff exchange.
        Exchange = "exchange",
        /// Presentation.
        Presentation = "presentation",
        /// Another.
        Other = "other",
    }
}

/// An event that somebody wrote down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEvent {
    /// When it was, or began.
    pub date: Option<PartialDate>,
    /// When it ended.
    pub date_to: Option<PartialDate>,
    /// Its kind.
    pub event_kind: EventKind,
    /// What happened.
    pub title: Translated,
    /// More about it.
    pub description: Option<Translated>,
    /// Place in the order in which the source tells it.
    pub told_as: Option<u32>,
    /// Whether its date is doubtful.
    pub doubtful: Option<bool>,
    /// What is doubtful.
    pub doubt: Option<Translated>,
    /// Id of the document that it is about.
    pub document: Option<String>,
    /// A page about it.
    pub website: Option<String>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
}

impl Reading for TimelineEvent {
    const KIND: Kind = Kind::TimelineEvents;
}

/// What an entry of the line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "saying", rename_all = "snake_case")]
pub enum Saying {
    /// What somebody wrote.
    Own {
        /// What happened.
        title: Translated,
        /// More about it.
        description: Option<Translated>,
    },
    /// These joined.
    Joined {
        /// Who.
        parties: Vec<Party>,
    },
    /// These left.
    Left {
        /// Who.
        parties: Vec<Party>,
    },
    /// A document is dated so.
    Document {
        /// Its kind.
        document_kind: DocumentKind,
        /// Its title.
        title: Translated,
    },
    /// A body adopted a resolution.
    Resolution {
        /// Its number.
        number: String,
        /// Its title.
        title: Translated,
    },
    /// A body met.
    Meeting {
        /// Its title.
        title: Translated,
    },
    /// The partnership answered a call.
    Answer {
        /// Id of the call.
        call: String,
        /// How far the answer came.
        state: AnswerState,
    },
}

/// An entry of the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// When it was, or began; `None` if no source states it.
    pub date: Option<PartialDate>,
    /// When it ended.
    pub date_to: Option<PartialDate>,
    /// Its kind.
    pub event_kind: EventKind,
    /// What it says.
    pub saying: Saying,
    /// Whether its date is doubtful.
    pub is_doubtful: bool,
    /// What is doubtful.
    pub doubt: Option<Translated>,
    /// Place in the order in which the source tells it.
    pub told_as: Option<u32>,
    /// Where the fact comes from; of accessions the least certain of their memberships.
    pub origin: Origin,
    /// The record that it was made from; of accessions the first membership.
    pub of: (Kind, String),
    /// Id of the document that it is about.
    pub document: Option<String>,
}

/// What a line is made from.
#[derive(Clone, Copy, Debug)]
pub struct Chronicle<'a> {
    /// Events that somebody wrote down.
    pub events: &'a [Kept<TimelineEvent>],
    /// Memberships: who joined and left.
    pub memberships: &'a [Kept<Membership>],
    /// Documents.
    pub documents: &'a [Kept<Document>],
    /// Resolutions.
    pub resolutions: &'a [Kept<Resolution>],
    /// Meetings.
    pub meetings: &'a [Kept<Meeting>],
    /// Answers to calls.
    pub answers: &'a [Kept<CallAnswer>],
}

/// The whole line in the order of dates; what has no date stands last.
///
/// Of equal dates the order told decides, then kind and id. A document, and an accession on a date, that somebody wrote an
/// event about are told by that event alone.
#[must_use]
pub fn timeline(chronicle: Chronicle<'_>) -> Vec<Entry> {
    let mut line: Vec<Entry> = chronicle.events.iter().map(entries::own).collect();
    let told = line.clone();
    let is_told = |entry: &Entry| told.iter().any(|event| event.tells(entry));
    let documents = chronicle.documents.iter().filter_map(entries::document);
    let resolutions = chronicle.resolutions.iter().filter_map(|resolution| entries::resolved(resolution, chronicle.meetings));
    let meetings = chronicle.meetings.iter().filter_map(entries::met);
    let answers = chronicle.answers.iter().filter_map(entries::answered);
    let movements = entries::movements(chronicle.memberships);
    let others = documents.chain(resolutions).chain(meetings).chain(answers).chain(movements);
    line.extend(others.filter(|entry| !is_told(entry)));
    line.sort_by(by_date);
    line
}

fn by_date(one: &Entry, two: &Entry) -> std::cmp::Ordering {
    let date = |entry: &Entry| (entry.date.is_none(), entry.date);
    let told = |entry: &Entry| (entry.told_as.is_none(), entry.told_as);
    date(one).cmp(&date(two)).then_with(|| told(one).cmp(&told(two))).then_with(|| one.of.cmp(&two.of))
}

/// The entries that the source tells, in the order in which it tells them.
#[must_use]
pub fn as_told(line: &[Entry]) -> Vec<&Entry> {
    let mut told: Vec<&Entry> = line.iter().filter(|entry| entry.told_as.is_some()).collect();
    told.sort_by_key(|entry| (entry.told_as, &entry.of));
    told
}

/// The entries whose date does not fit the order in which the source tells them: they are taken out one by one until both
/// orders agree, each time the one that disagrees with most others, of several a doubtful one, then the one told last.
#[must_use]
pub fn out_of_order(line: &[Entry]) -> Vec<&Entry> {
    let mut told: Vec<&Entry> = as_told(line).into_iter().filter(|entry| entry.date.is_some()).collect();
    let mut odd = Vec::new();
    while let Some((position, _)) = most_at_odds(&told) {
        odd.push(told.remove(position));
    }
    odd.sort_by_key(|entry| (entry.told_as, &entry.of));
    odd
}

/// The entry that disagrees with most others, and with how many; `None` if all agree.
fn most_at_odds(told: &[&Entry]) -> Option<(usize, usize)> {
    let odds = |(position, entry): (usize, &&Entry)| {
        let before = told[..position].iter().filter(|earlier| is_surely_later(earlier, entry)).count();
        let after = told[position + 1..].iter().filter(|later| is_surely_later(entry, later)).count();
        (position, before + after)
    };
    told.iter()
        .enumerate()
        .map(odds)
        .filter(|(_, count)| *count > 0)
        .max_by_key(|(position, count)| (*count, told[*position].is_doubtful, *position))
}

/// Whether every day that the first may mean lies after every day that the second may mean.
fn is_surely_later(one: &Entry, two: &Entry) -> bool {
    one.date.zip(two.date).is_some_and(|(one, two)| one.first_day() > two.last_day())
}

impl Entry {
    fn new(date: Option<PartialDate>, event_kind: EventKind, saying: Saying, of: (Kind, String), origin: Origin) -> Self {
        let (date_to, doubt, told_as, document) = (None, None, None, None);
        Self { date, date_to, event_kind, saying, is_doubtful: false, doubt, told_as, origin, of, document }
    }

    /// Whether this event says what the other entry would say.
    fn tells(&self, other: &Self) -> bool {
        match &other.saying {
            Saying::Document { .. } => self.document.is_some() && self.document == other.document,
            Saying::Joined { .. } | Saying::Left { .. } => self.event_kind == other.event_kind && self.date == other.date,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
