//! Resolutions of bodies: how far one has come, what may happen to it next, and whether its vote carried it.

use serde::{Deserialize, Serialize};

use super::body::{Assembly, Ballot, Body, Decision, Seat, decide};
use super::meeting::{Attendance, Meeting, turnout};
use super::reading::{Kept, Reading};
use super::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// How far a resolution has come.
    ResolutionState of RESOLUTION_STATE {
        /// Written, not voted on.
        Draft = "draft",
        /// Carried.
        Adopted = "adopted",
        /// Not carried.
        Rejected = "rejected",
        /// Carried once, taken back by another.
        Repealed = "repealed",
    }
}

/// What may happen to a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResolutionEvent {
    /// The body carries it.
    Adopt,
    /// The body does not carry it.
    Reject,
    /// A later resolution takes it back.
    Repeal,
}

impl ResolutionEvent {
    /// All events.
    pub const ALL: [Self; 3] = [Self::Adopt, Self::Reject, Self::Repeal];
}

/// Why something cannot happen to a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResolutionRefusal {
    /// It was voted on before.
    #[error("the resolution was voted on before")]
    AlreadyVoted,
    /// It was never adopted, so there is nothing to take back.
    #[error("only an adopted resolution can be repealed")]
    NotAdopted,
}

impl ResolutionState {
    /// The state after an event.
    ///
    /// # Errors
    /// [`ResolutionRefusal`] if it cannot happen in this state.
    pub const fn next(self, event: ResolutionEvent) -> Result<Self, ResolutionRefusal> {
        match (self, event) {
            (Self::Draft, ResolutionEvent::Adopt) => Ok(Self::Adopted),
            (Self::Draft, ResolutionEvent::Reject) => Ok(Self::Rejected),
            (Self::Adopted, ResolutionEvent::Repeal) => Ok(Self::Repealed),
            (_, ResolutionEvent::Repeal) => Err(ResolutionRefusal::NotAdopted),
            (_, ResolutionEvent::Adopt | ResolutionEvent::Reject) => Err(ResolutionRefusal::AlreadyVoted),
        }
    }
}

/// What a body decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Id of the body.
    pub body: String,
    /// Id of the meeting.
    pub meeting: Option<String>,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Translated,
    /// Its date; `None` stands for that of the meeting.
    pub date: Option<PartialDate>,
    /// Its text.
    pub text: Option<Translated>,
    /// Votes for.
    pub votes_for: Option<u32>,
    /// Votes against.
    pub votes_against: Option<u32>,
    /// Abstentions.
    pub votes_abstained: Option<u32>,
    /// How far it has come.
    pub state: ResolutionState,
    /// Id of the file.
    pub file: Option<String>,
}

/// Votes as they were counted; what nobody wrote down is `None`, never 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// For.
    pub for_: Option<u32>,
    /// Against.
    pub against: Option<u32>,
    /// Abstentions.
    pub abstained: Option<u32>,
}

impl Reading for Resolution {
    const KIND: Kind = Kind::Resolutions;
}

impl Resolution {
    /// Its votes; `None` if the votes for it were not recorded. Votes against and abstentions that nobody wrote down are none
    /// beside recorded votes for.
    #[must_use]
    pub fn ballot(&self) -> Option<Ballot> {
        let others = |votes: Option<u32>| votes.unwrap_or_default();
        let (against, abstained) = (others(self.votes_against), others(self.votes_abstained));
        self.votes_for.map(|for_| Ballot { for_, against, abstained })
    }

    /// Its date, or that of its meeting.
    #[must_use]
    pub fn decided_on(&self, meetings: &[Kept<Meeting>]) -> Option<PartialDate> {
        let meeting = || meetings.iter().find(|meeting| Some(&meeting.id) == self.meeting.as_ref());
        self.date.or_else(|| meeting().map(|meeting| meeting.date))
    }
}

/// A number as it is compared with others: case and spaces say nothing.
#[must_use]
pub fn folded(number: &str) -> String {
    number.split_whitespace().collect::<String>().to_lowercase()
}

/// What bodies a resolution is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Chamber<'a> {
    /// The bodies.
    pub bodies: &'a [Kept<Body>],
    /// Their seats.
    pub seats: &'a [Kept<Seat>],
    /// Their meetings.
    pub meetings: &'a [Kept<Meeting>],
    /// Who was there.
    pub attendances: &'a [Kept<Attendance>],
}

/// Whether the vote of a resolution carried under the rule of its body; `None` if its body or its date is not known.
#[must_use]
pub fn judge(resolution: &Resolution, chamber: Chamber<'_>) -> Option<Decision> {
    let body = chamber.bodies.iter().find(|body| body.id == resolution.body)?;
    let day = resolution.decided_on(chamber.meetings)?.last_day();
    let turnout = turnout(chamber.seats, chamber.attendances, (&body.id, resolution.meeting.as_deref()), day);
    Some(decide(body.voting_rule(), Assembly { ballot: resolution.ballot(), ..turnout.into() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_is_voted_on_once_and_repealed_only_when_adopted() {
        use ResolutionEvent::{Adopt, Reject, Repeal};
        use ResolutionState::{Adopted, Draft, Rejected, Repealed};
        let cases = [
            (Draft, Adopt, Ok(Adopted)),
            (Draft, Reject, Ok(Rejected)),
            (Draft, Repeal, Err(ResolutionRefusal::NotAdopted)),
            (Adopted, Adopt, Err(ResolutionRefusal::AlreadyVoted)),
            (Adopted, Reject, Err(ResolutionRefusal::AlreadyVoted)),
            (Adopted, Repeal, Ok(Repealed)),
            (Rejected, Adopt, Err(ResolutionRefusal::AlreadyVoted)),
            (Rejected, Repeal, Err(ResolutionRefusal::NotAdopted)),
            (Repealed, Adopt, Err(ResolutionRefusal::AlreadyVoted)),
            (Repealed, Repeal, Err(ResolutionRefusal::NotAdopted)),
        ];
        for (state, event, expected) in cases {
            assert_eq!(state.next(event), expected, "{state:?} {event:?}");
        }
    }
}
