//! What waits for the office of a partnership: meetings without an agenda or a record, votes and effects that stand out, calls
//! that close.

use super::Kept;
use super::call::{AnswerState, Call, CallAnswer};
use super::effect::Effect;
use super::meeting::{AgendaItem, Attendance, Meeting, MeetingState};
use super::resolution::{Resolution, ResolutionState};
use crate::values::{Day, PartialDate};

/// Something that waits; ids name the record that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// A meeting ahead has no agenda.
    Agenda {
        /// Id of the meeting.
        meeting: String,
        /// When it is.
        on: PartialDate,
    },
    /// A meeting is over, and nobody recorded whether it was held and who was there.
    Record {
        /// Id of the meeting.
        meeting: String,
        /// When it was.
        on: PartialDate,
    },
    /// A meeting was held, and the vote of a resolution is not recorded.
    Vote {
        /// Id of the resolution.
        resolution: String,
    },
    /// An adopted resolution has effects that were not carried out.
    Effects {
        /// Id of the resolution.
        resolution: String,
        /// How many.
        count: usize,
    },
    /// A call closes that the partnership was invited to or prepares an answer for.
    Answer {
        /// Id of the answer.
        answer: String,
        /// Id of the call.
        call: String,
        /// When the call closes; `None` if it does not say.
        closes: Option<PartialDate>,
    },
}

impl Waiting {
    /// Until when it should be done; `None` for what is due at once or has no date.
    #[must_use]
    pub const fn until(&self) -> Option<PartialDate> {
        match self {
            Self::Agenda { on, .. } => Some(*on),
            Self::Answer { closes, .. } => *closes,
            Self::Record { .. } | Self::Vote { .. } | Self::Effects { .. } => None,
        }
    }
}

/// The records of one partnership that something may wait in, and all calls.
#[derive(Clone, Copy, Debug)]
pub struct Papers<'a> {
    /// Its meetings.
    pub meetings: &'a [Kept<Meeting>],
    /// Their agendas.
    pub agenda_items: &'a [Kept<AgendaItem>],
    /// Who was there.
    pub attendances: &'a [Kept<Attendance>],
    /// Its resolutions.
    pub resolutions: &'a [Kept<Resolution>],
    /// What follows from them.
    pub effects: &'a [Kept<Effect>],
    /// Its answers to calls.
    pub answers: &'a [Kept<CallAnswer>],
    /// The calls.
    pub calls: &'a [Kept<Call>],
}

/// Everything that waits, in the order of dates; what has none, or is overdue, comes first.
#[must_use]
pub fn waiting(papers: Papers<'_>, today: Day) -> Vec<Waiting> {
    let mut found: Vec<Waiting> = papers.meetings.iter().filter_map(|meeting| of_meeting(papers, meeting, today)).collect();
    found.extend(papers.resolutions.iter().filter_map(|resolution| of_resolution(papers, resolution)));
    found.extend(papers.answers.iter().filter_map(|answer| of_answer(papers, answer, today)));
    found.sort_by_key(Waiting::until);
    found
}

fn of_meeting(papers: Papers<'_>, meeting: &Kept<Meeting>, today: Day) -> Option<Waiting> {
    let (id, on) = (meeting.id.clone(), meeting.date);
    let is_over = on.last_day() < today;
    match meeting.state {
        MeetingState::Planned if is_over => Some(Waiting::Record { meeting: id, on }),
        MeetingState::Planned => {
            let has_agenda = papers.agenda_items.iter().any(|item| item.meeting == id);
            (!has_agenda).then_some(Waiting::Agenda { meeting: id, on })
        }
        MeetingState::Held => {
            let is_recorded = papers.attendances.iter().any(|entry| entry.meeting == id) || meeting.minutes.is_some();
            (!is_recorded && meeting.minutes_file.is_none()).then_some(Waiting::Record { meeting: id, on })
        }
        MeetingState::Cancelled => None,
    }
}

fn of_resolution(papers: Papers<'_>, resolution: &Kept<Resolution>) -> Option<Waiting> {
    let id = resolution.id.clone();
    match resolution.state {
        ResolutionState::Draft => {
            let meeting = papers.meetings.iter().find(|meeting| resolution.meeting.as_ref() == Some(&meeting.id))?;
            (meeting.state == MeetingState::Held).then_some(Waiting::Vote { resolution: id })
        }
        ResolutionState::Adopted => {
            let waits = papers.effects.iter().filter(|effect| effect.resolution == id && effect.applied_on.is_none());
            let count = waits.count();
            (count > 0).then_some(Waiting::Effects { resolution: id, count })
        }
        ResolutionState::Rejected | ResolutionState::Repealed => None,
    }
}

fn of_answer(papers: Papers<'_>, answer: &Kept<CallAnswer>, today: Day) -> Option<Waiting> {
    if !matches!(answer.state, AnswerState::Invited | AnswerState::InPreparation) {
        return None;
    }
    let call = papers.calls.iter().find(|call| call.id == answer.call)?;
    let is_open = call.closes.is_none_or(|closes| closes.last_day() >= today);
    is_open.then(|| Waiting::Answer { answer: answer.id.clone(), call: call.id.clone(), closes: call.closes })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::partnership::samples::{date, day, made, with, words};

    fn meeting(id: &str, on: &str, state: &str) -> Kept<Meeting> {
        made(id, json!({"body": "b", "title": words(id), "date": on, "state": state}))
    }

    fn resolution(id: &str, values: Value) -> Kept<Resolution> {
        made(id, with(json!({"body": "b", "number": id, "title": words(id)}), values))
    }

    #[test]
    fn what_has_no_date_or_is_overdue_comes_first_then_the_nearest() {
        let meetings = [
            meeting("ahead", "2027-03-18", "planned"),
            meeting("prepared", "2027-01-10", "planned"),
            meeting("over", "2026-10-01", "planned"),
            meeting("held", "2026-02-19", "held"),
            meeting("noted", "2026-02-20", "held"),
            meeting("cancelled", "2027-01-01", "cancelled"),
        ];
        let agenda_items = [made("a", json!({"meeting": "prepared", "position": 1, "title": words("a")}))];
        let attendances = [made("p", json!({"meeting": "noted", "seat": "s", "presence": "present"}))];
        let resolutions = [
            resolution("voted", json!({"state": "adopted"})),
            resolution("waits", json!({"state": "draft", "meeting": "held"})),
            resolution("ahead", json!({"state": "draft", "meeting": "ahead"})),
        ];
        let effect = |id: &str, applied: Value| made(id, with(json!({"resolution": "voted", "effect": "change_list"}), applied));
        let effects = [effect("e1", json!({})), effect("e2", json!({"applied_on": "2026-03-01"}))];
        let call = |id: &str, closes: &str| made(id, json!({"slug": id, "subject": words(id), "closes": closes}));
        let calls = [call("open", "2026-12-31"), call("closed", "2026-01-31")];
        let answer = |id: &str, call: &str, state: &str| made(id, json!({"call": call, "state": state}));
        let answers =
            [answer("w1", "open", "in_preparation"), answer("w2", "closed", "invited"), answer("w3", "open", "submitted")];
        let papers = Papers {
            meetings: &meetings,
            agenda_items: &agenda_items,
            attendances: &attendances,
            resolutions: &resolutions,
            effects: &effects,
            answers: &answers,
            calls: &calls,
        };

        let found = waiting(papers, day("2026-11-22"));

        let expected = [
            Waiting::Record { meeting: "over".to_owned(), on: date("2026-10-01") },
            Waiting::Record { meeting: "held".to_owned(), on: date("2026-02-19") },
            Waiting::Effects { resolution: "voted".to_owned(), count: 1 },
            Waiting::Vote { resolution: "waits".to_owned() },
            Waiting::Answer { answer: "w1".to_owned(), call: "open".to_owned(), closes: Some(date("2026-12-31")) },
            Waiting::Agenda { meeting: "ahead".to_owned(), on: date("2027-03-18") },
        ];
        assert_eq!(found, expected);
    }
}
