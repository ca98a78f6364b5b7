//! What each record says on the line of time: one entry per event, document, resolution, meeting and answer, and one per date
//! on which members joined or left.

use std::collections::BTreeMap;

use super::{Entry, EventKind, Saying, TimelineEvent};
use crate::partnership::call::CallAnswer;
use crate::partnership::document::{Document, DocumentKind};
use crate::partnership::meeting::{Meeting, MeetingState};
use crate::partnership::membership::{Membership, Party};
use crate::partnership::reading::Kept;
use crate::partnership::resolution::{Resolution, ResolutionState};
use crate::record::Kind;
use crate::values::PartialDate;

pub(super) fn own(event: &Kept<TimelineEvent>) -> Entry {
    let saying = Saying::Own { title: event.title.clone(), description: event.description.clone() };
    let of = (Kind::TimelineEvents, event.id.clone());
    Entry {
        date_to: event.date_to,
        is_doubtful: event.doubtful == Some(true),
        doubt: event.doubt.clone(),
        told_as: event.told_as,
        document: event.document.clone(),
        ..Entry::new(event.date, event.event_kind, saying, of, event.origin)
    }
}

pub(super) fn document(document: &Kept<Document>) -> Option<Entry> {
    let saying = Saying::Document { document_kind: document.document_kind, title: document.title.clone() };
    let event_kind = match document.document_kind {
        DocumentKind::ConceptPaper => EventKind::ConceptPaper,
        DocumentKind::Declaration => EventKind::Declaration,
        DocumentKind::LetterOfIntent => EventKind::LetterOfIntent,
        kind if kind.gives_form() => EventKind::Agreement,
        _ => EventKind::Document,
    };
    Some(Entry {
        is_doubtful: document.doubtful == Some(true),
        doubt: document.doubt.clone(),
        document: Some(document.id.clone()),
        ..Entry::new(Some(document.date?), event_kind, saying, (Kind::Documents, document.id.clone()), document.origin)
    })
}

pub(super) fn resolved(resolution: &Kept<Resolution>, meetings: &[Kept<Meeting>]) -> Option<Entry> {
    if !matches!(resolution.state, ResolutionState::Adopted | ResolutionState::Repealed) {
        return None;
    }
    let date = resolution.decided_on(meetings)?;
    let saying = Saying::Resolution { number: resolution.number.clone(), title: resolution.title.clone() };
    let of = (Kind::Resolutions, resolution.id.clone());
    Some(Entry::new(Some(date), EventKind::Document, saying, of, resolution.origin))
}

pub(super) fn met(meeting: &Kept<Meeting>) -> Option<Entry> {
    let saying = Saying::Meeting { title: meeting.title.clone() };
    let of = (Kind::Meetings, meeting.id.clone());
    let is_held = meeting.state == MeetingState::Held;
    is_held.then(|| Entry::new(Some(meeting.date), EventKind::Meeting, saying, of, meeting.origin))
}

pub(super) fn answered(answer: &Kept<CallAnswer>) -> Option<Entry> {
    let saying = Saying::Answer { call: answer.call.clone(), state: answer.state };
    let of = (Kind::CallAnswers, answer.id.clone());
    Some(Entry::new(Some(answer.date?), EventKind::Call, saying, of, answer.origin))
}

/// Somebody who joined or left, and the membership that says so.
type Mover<'a> = (Party, &'a Kept<Membership>);

/// Accessions and withdrawals, those of one date together. Who only changes role on that date neither joins nor leaves.
pub(super) fn movements(memberships: &[Kept<Membership>]) -> Vec<Entry> {
    let mut moved: BTreeMap<(PartialDate, bool), Vec<Mover<'_>>> = BTreeMap::new();
    for membership in memberships.iter().filter(|membership| membership.role.is_member()) {
        let Some(party) = membership.party() else { continue };
        for (date, joins) in [(membership.valid_from, true), (membership.valid_to, false)] {
            if let Some(date) = date.filter(|date| !goes_on_elsewhere(memberships, membership, *date, joins)) {
                moved.entry((date, joins)).or_default().push((party.clone(), membership));
            }
        }
    }
    moved.into_iter().map(|((date, joins), who)| movement(date, joins, who)).collect()
}

fn movement(date: PartialDate, joins: bool, mut who: Vec<Mover<'_>>) -> Entry {
    who.sort_by(|one, two| one.0.cmp(&two.0).then_with(|| one.1.id.cmp(&two.1.id)));
    let origin = who.iter().map(|(_, row)| row.origin).max().unwrap_or_default();
    let of = (Kind::Memberships, who.first().map_or_else(String::new, |(_, row)| row.id.clone()));
    let mut parties: Vec<Party> = who.into_iter().map(|(party, _)| party).collect();
    parties.dedup();
    let (event_kind, saying) = if joins {
        (EventKind::Accession, Saying::Joined { parties })
    } else {
        (EventKind::Withdrawal, Saying::Left { parties })
    };
    Entry::new(Some(date), event_kind, saying, of, origin)
}

/// Whether another membership of the same party covers the day before it joins, or the day after it leaves.
fn goes_on_elsewhere(memberships: &[Kept<Membership>], row: &Kept<Membership>, date: PartialDate, joins: bool) -> bool {
    let beside = if joins { date.first_day().previous() } else { date.last_day().next() };
    let others = memberships.iter().filter(|other| other.id != row.id && other.party() == row.party());
    others.filter(|other| other.role.is_member()).any(|other| {
        let has_begun = other.valid_from.is_none_or(|from| from.first_day() <= beside);
        has_begun && other.valid_to.is_none_or(|to| to.last_day() >= beside)
    })
}
