//! Meetings of bodies: when, with which agenda, who was there.

use std::collections::BTreeSet;

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::body::{Seat, SeatRole, seats_on};
use super::reading::{Kept, Reading};
use super::tenure::Certainty;
use super::words::words;
use crate::record::Kind;
use crate::values::{Day, PartialDate, Translated};

words! {
    /// How far a meeting has come.
    MeetingState of MEETING_STATE {
        /// It is planned.
        Planned = "planned",
        /// It was held.
        Held = "held",
        /// It was cancelled.
        Cancelled = "cancelled",
    }
}

words! {
    /// Whether a seat was filled at a meeting.
    Presence of PRESENCE {
        /// By the one who holds it.
        Present = "present",
        /// By the substitute.
        Substitute = "substitute",
        /// Not, with an excuse.
        Excused = "excused",
        /// Not.
        Absent = "absent",
    }
}

/// A meeting of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Id of the body.
    pub body: String,
    /// Its title.
    pub title: Translated,
    /// Its date.
    pub date: PartialDate,
    /// When it begins.
    pub time: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// In which unit.
    pub unit: Option<UnitCode>,
    /// How far it has come.
    pub state: MeetingState,
    /// What was said.
    pub minutes: Option<Translated>,
    /// Id of the file of the minutes.
    pub minutes_file: Option<String>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
}

impl Reading for Meeting {
    const KIND: Kind = Kind::Meetings;
}

/// What a meeting talks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Id of the meeting.
    pub meeting: String,
    /// Place in the order.
    pub position: u32,
    /// What it is about.
    pub title: Translated,
    /// More about it.
    pub text: Option<Translated>,
}

impl Reading for AgendaItem {
    const KIND: Kind = Kind::AgendaItems;
}

/// Whether a seat was filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Id of the meeting.
    pub meeting: String,
    /// Id of the seat.
    pub seat: String,
    /// Whether it was filled.
    pub presence: Presence,
}

impl Reading for Attendance {
    const KIND: Kind = Kind::Attendances;
}

/// Seats with a vote on the day of a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// Those that are there for certain, or whose attendance was recorded.
    pub seats: u32,
    /// Further ones that may be there, as their dates are not precise enough.
    pub possible: u32,
    /// How many were filled; `None` if no attendance was recorded.
    pub present: Option<u32>,
}

/// Seats with a vote on a day, and how many of them were present at a meeting.
///
/// Observers have no vote. A seat counts once, however often it was written down; one whose dates leave open whether it was
/// there yet counts if the list of attendance names it.
#[must_use]
pub fn turnout(
    seats: &[Kept<Seat>],
    attendances: &[Kept<Attendance>],
    (body, meeting): (&str, Option<&str>),
    day: Day,
) -> Turnout {
    let written: Vec<&Kept<Attendance>> = attendances.iter().filter(|entry| Some(entry.meeting.as_str()) == meeting).collect();
    let is_written = |seat: &Kept<Seat>| written.iter().any(|entry| entry.seat == seat.id);
    let held = seats_on(seats, body, day).into_iter().filter(|(seat, _)| seat.seat_role != SeatRole::Observer);
    let held: Vec<(&Kept<Seat>, Certainty)> = held.collect();
    let voting: BTreeSet<&str> = held
        .iter()
        .filter(|(seat, certainty)| *certainty == Certainty::Certain || is_written(seat))
        .map(|(seat, _)| seat.id.as_str())
        .collect();
    let there = written.iter().filter(|entry| matches!(entry.presence, Presence::Present | Presence::Substitute));
    let there: BTreeSet<&str> = there.map(|entry| entry.seat.as_str()).filter(|seat| voting.contains(seat)).collect();
    Turnout {
        seats: number(voting.len()),
        possible: number(held.len() - voting.len()),
        present: (!written.is_empty()).then(|| number(there.len())),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
