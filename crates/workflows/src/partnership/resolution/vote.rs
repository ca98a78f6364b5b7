//! Recording what a body decided: carried, not carried, or taken back by a later resolution.

use miedza_planning::partnership::body::{Decision, DecisionReason};
use miedza_planning::partnership::effect::{Change, repealed};
use miedza_planning::partnership::resolution::{Resolution, ResolutionEvent, ResolutionRefusal, Votes, judge};
use miedza_planning::partnership::{Kept, read};
use miedza_planning::record::{Fault, FaultKind, Kind, Record, Values, check};
use miedza_planning::values::PartialDate;
use miedza_store::{Author, Error, Store, Write};
use serde_json::{Value, json};

use super::steady::{rewrite, write};
use crate::failure::Failure;
use crate::partnership::Book;

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// What happened.
    pub event: ResolutionEvent,
    /// The votes, as far as somebody counted them; of a repeal they are those of the other resolution and not kept here.
    pub votes: Votes,
    /// The date, if the resolution is to have one of its own.
    pub date: Option<PartialDate>,
    /// Whether it is recorded as carried although the vote lacks quorum or majority under the rules of the body, or nobody
    /// counted the votes.
    pub is_confirmed: bool,
}

/// Why nothing was recorded.
#[derive(Debug)]
pub enum NotVoted {
    /// It cannot happen to the resolution.
    Refused(ResolutionRefusal),
    /// The vote lacks quorum or majority or was not counted, and nobody confirmed that it is adopted nonetheless.
    Lacks(Decision),
    /// Fields to correct.
    Faults(Vec<Fault>),
    /// Somebody else changed the resolution, or something that a repeal takes along.
    Stale,
    /// Anything else.
    Failure(Failure),
}

impl From<Failure> for NotVoted {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Error> for NotVoted {
    fn from(error: Error) -> Self {
        match error {
            Error::Stale { .. } => Self::Stale,
            Error::Faults { faults, .. } => Self::Faults(faults),
            other => Self::Failure(other.into()),
        }
    }
}

/// What happens to other records when an event happens to a resolution: a repeal takes along what it adopted.
#[must_use]
pub fn consequences(book: &Book, resolution: &str, event: ResolutionEvent) -> Vec<Change> {
    let found = book.dossier.resolutions.iter().find(|found| found.id == resolution);
    let Some(resolution) = found.filter(|_| event == ResolutionEvent::Repeal) else { return Vec::new() };
    repealed(resolution, &book.dossier.effects, book.dossier.holdings())
}

/// Records the vote of a resolution as it was seen on screen, and what a repeal takes along, all at once.
///
/// # Errors
/// [`NotVoted`]; then nothing was changed.
pub async fn vote(
    store: &Store,
    (partnership, seen): (&Record, &Record),
    vote: &Vote,
    author: &Author,
) -> Result<Record, NotVoted> {
    let decide = |book: &Book| {
        let kept = book.find(Kind::Resolutions, &seen.id).ok_or_else(|| gone(seen))?;
        if kept.version != seen.version {
            return Err(NotVoted::Stale);
        }
        let mut writes = vec![Write::Update(voted(book, kept, vote)?)];
        for change in consequences(book, &seen.id, vote.event) {
            if let Change::Set { kind, id, values } = change {
                writes.push(Write::Update(rewrite(book, (kind, &id), values)?));
            }
        }
        Ok(writes)
    };
    write(store, partnership, author, decide).await?.into_iter().next().ok_or_else(|| gone(seen))
}

fn gone(resolution: &Record) -> NotVoted {
    Error::NotFound { kind: Kind::Resolutions, id: resolution.id.clone() }.into()
}

/// The resolution after the vote, if it may become that.
fn voted(book: &Book, kept: &Record, vote: &Vote) -> Result<miedza_store::Change, NotVoted> {
    let before: Kept<Resolution> = read(kept).map_err(|error| NotVoted::Failure(Failure::fault(&error)))?;
    let state = before.state.next(vote.event).map_err(NotVoted::Refused)?;
    let mut values = Values::from_iter([("state".to_owned(), json!(state))]);
    if vote.event != ResolutionEvent::Repeal {
        values.extend(counted(vote));
    }
    let change = rewrite(book, (Kind::Resolutions, &kept.id), values)?;
    let faults = check(Kind::Resolutions, &change.draft.values);
    if !faults.is_empty() {
        return Err(NotVoted::Faults(faults));
    }
    let mut after = kept.clone();
    after.content = change.draft.clone();
    let after: Kept<Resolution> = read(&after).map_err(|error| NotVoted::Failure(Failure::fault(&error)))?;
    if vote.event != ResolutionEvent::Repeal {
        possible(book, &after)?;
    }
    if vote.event == ResolutionEvent::Adopt {
        dated(book, &after)?;
        carried(book, &after, vote.is_confirmed)?;
    }
    Ok(change)
}

/// The votes that were counted; where some were, those that nobody gave are not there, never 0.
fn counted(vote: &Vote) -> Vec<(String, Value)> {
    let Votes { for_, against, abstained } = vote.votes;
    let votes = [("votes_for", for_), ("votes_against", against), ("votes_abstained", abstained)];
    let is_counted = votes.iter().any(|(_, votes)| votes.is_some());
    let votes = votes.into_iter().filter(|_| is_counted).map(|(field, votes)| (field.to_owned(), json!(votes)));
    let date = vote.date.map(|date| ("date".to_owned(), json!(date)));
    votes.chain(date).collect()
}

/// Nobody counts more votes than there were voters. Where members have several votes each, that cannot be told.
fn possible(book: &Book, resolution: &Kept<Resolution>) -> Result<(), NotVoted> {
    if book.dossier.memberships.iter().any(|membership| membership.vote_weight.is_some_and(|votes| votes > 1)) {
        return Ok(());
    }
    let reasons = judge(resolution, book.dossier.chamber()).map(|decision| decision.reasons).unwrap_or_default();
    let too_many = reasons.into_iter().find_map(|reason| match reason {
        DecisionReason::MoreVotesThanPresent { votes, present } => Some(FaultKind::MoreVotesThanPresent { votes, present }),
        _ => None,
    });
    too_many.map_or(Ok(()), |kind| Err(NotVoted::Faults(vec![Fault { field: "votes_for".to_owned(), kind }])))
}

/// What is adopted has a date, its own or that of its meeting: from then on things hold.
fn dated(book: &Book, resolution: &Kept<Resolution>) -> Result<(), NotVoted> {
    let is_dated = resolution.decided_on(&book.dossier.meetings).is_some();
    let fault = || NotVoted::Faults(vec![Fault { field: "date".to_owned(), kind: FaultKind::Missing }]);
    if is_dated { Ok(()) } else { Err(fault()) }
}

/// What is known to lack quorum or majority, or was not counted, is adopted only if somebody says so a second time.
fn carried(book: &Book, resolution: &Kept<Resolution>, is_confirmed: bool) -> Result<(), NotVoted> {
    let decision = judge(resolution, book.dossier.chamber());
    let is_open = |decision: &Decision| decision.is_void() || decision.reasons.contains(&DecisionReason::VotesNotRecorded);
    match decision.filter(|decision| is_open(decision) && !is_confirmed) {
        Some(decision) => Err(NotVoted::Lacks(decision)),
        None => Ok(()),
    }
}
