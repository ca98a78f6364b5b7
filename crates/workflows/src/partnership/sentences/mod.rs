//! What rules say of a partnership, as messages in the reader's language: findings, verdicts, votes, stages, refusals.
//!
//! Rules give data, here each case gets its sentence. Whoever shows it says how units, organisations and records are called:
//! see [`Teller`].

mod effects;
mod findings;
mod refusals;

#[cfg(test)]
mod tests;

use miedza_planning::partnership::Party;
use miedza_planning::partnership::body::DecisionReason;
use miedza_planning::partnership::call::{Grounds, Lack, Listed, Verdict};
use miedza_planning::partnership::check::{Rule, Severity};
use miedza_planning::partnership::count::{CountCheck, CountVerdict};
use miedza_planning::partnership::flag::Flag;
use miedza_planning::partnership::membership::Doubt;
use miedza_planning::partnership::stage::{Gate, Passage};
use miedza_planning::partnership::timeline::Saying;
use miedza_planning::record::Kind;
use miedza_texts::{Key, Language, Message, key};

use crate::labels;

pub use effects::{change, effect};
pub use findings::finding;
pub use refusals::{Told, effect_refusal, not_taken_back, resolution_refusal, variant_refusal};

/// The reader's language, and how things are called in it.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The language.
    pub language: Language,
    /// The name of a unit or organisation; with code and kind where another unit has the same name.
    pub name: &'a dyn Fn(&Party) -> String,
    /// The name of a record.
    pub title: &'a dyn Fn(Kind, &str) -> String,
}

impl Teller<'_> {
    fn names<'p>(&self, parties: impl IntoIterator<Item = &'p Party>) -> String {
        let names: Vec<String> = parties.into_iter().map(|party| (self.name)(party)).collect();
        if names.is_empty() { "–".to_owned() } else { names.join(", ") }
    }

    fn date(&self, date: miedza_planning::values::PartialDate) -> String {
        labels::date(self.language, date)
    }
}

/// What a rule asks for.
pub fn rule(rule: Rule) -> Message {
    labels::found(&["rule", &rule.id().to_lowercase()]).map_or_else(|| labels::plain(rule.id()), Message::new)
}

/// How much a finding weighs.
pub const fn severity(severity: Severity) -> Key {
    match severity {
        Severity::Error => key::SEVERITY_ERROR,
        Severity::Warning => key::SEVERITY_WARNING,
        Severity::Information => key::SEVERITY_INFORMATION,
    }
}

/// Why a membership is not certain.
pub fn doubt(doubt: Doubt, language: Language) -> Message {
    match doubt {
        Doubt::BeginningNotStated => key::DOUBT_BEGINNING_NOT_STATED.into(),
        Doubt::BeginningImprecise(date) => {
            Message::new(key::DOUBT_BEGINNING_IMPRECISE).with("date", labels::date(language, date))
        }
        Doubt::EndImprecise(date) => Message::new(key::DOUBT_END_IMPRECISE).with("date", labels::date(language, date)),
        Doubt::NotAllOfIt(date) => Message::new(key::DOUBT_NOT_ALL_OF_IT).with("date", labels::date(language, date)),
    }
}

/// How a stated number of members compares with the recorded ones.
pub fn count(check: &CountCheck) -> Message {
    let (key, difference) = match check.verdict {
        CountVerdict::Equal => (key::VERDICT_COUNT_EQUAL, 0),
        CountVerdict::NamesNotGiven { unnamed } => (key::VERDICT_COUNT_NAMES_NOT_GIVEN, unnamed),
        CountVerdict::NamedOtherwise { named, .. } => (key::VERDICT_COUNT_NAMED_OTHERWISE, named),
        CountVerdict::Fewer { missing } => (key::VERDICT_COUNT_FEWER, missing),
        CountVerdict::More { surplus } => (key::VERDICT_COUNT_MORE, surplus),
    };
    Message::new(key).with("stated", check.stated).with("certain", check.certain).with("difference", difference)
}

/// How a condition came out.
pub const fn verdict(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Met => key::VERDICT_MET,
        Verdict::Missed => key::VERDICT_MISSED,
        Verdict::Unknown => key::VERDICT_UNKNOWN,
    }
}

/// The values that decided a condition, in the order in which people ask for them, and what would have to be known.
pub fn grounds(grounds: &Grounds, teller: &Teller) -> Vec<Message> {
    let mut told: Vec<Message> = Vec::new();
    told.extend(grounds.listed.as_ref().map(|entry| list([key::GROUNDS_LISTED, key::GROUNDS_LISTED_UNDATED], entry, teller)));
    let not_on = grounds.not_on.as_ref();
    told.extend(not_on.map(|entry| list([key::GROUNDS_NOT_LISTED, key::GROUNDS_NOT_LISTED_UNDATED], entry, teller)));
    told.extend(grounds.population.map(|population| {
        let inhabitants = usize::try_from(population.inhabitants).unwrap_or(usize::MAX);
        Message::new(key::GROUNDS_POPULATION).with("inhabitants", inhabitants).with("year", population.year.to_string())
    }));
    told.extend(
        grounds
            .is_county_seat
            .map(|is_seat| Message::new(if is_seat { key::GROUNDS_COUNTY_SEAT } else { key::GROUNDS_NO_COUNTY_SEAT })),
    );
    if let Some(members) = grounds.members {
        told.push(Message::new(key::GROUNDS_MEMBERS).with("count", members));
    }
    if let Some(limit) = grounds.limit.and_then(|limit| usize::try_from(limit).ok()) {
        told.push(Message::new(key::GROUNDS_LIMIT).with("limit", limit));
    }
    if !grounds.linked_to.is_empty() {
        let units: Vec<Party> = grounds.linked_to.iter().cloned().map(Party::Unit).collect();
        told.push(Message::new(key::GROUNDS_LINKED_TO).with("units", teller.names(&units)));
    }
    told.extend(grounds.lacking.iter().map(|lack| Message::new(lacking(*lack))));
    told
}

fn list([dated, undated]: [Key; 2], entry: &Listed, teller: &Teller) -> Message {
    let date = entry.date.map_or_else(String::new, |date| teller.date(date));
    let message = Message::new(if entry.date.is_some() { dated } else { undated }).with("list", entry.list.as_str());
    message.with("date", date).with("flag", labels::choice(Flag::CHOICES, entry.flag.name()))
}

const fn lacking(lack: Lack) -> Key {
    match lack {
        Lack::Unit => key::GROUNDS_NO_UNIT,
        Lack::List => key::GROUNDS_LIST_UNKNOWN,
        Lack::Population => key::GROUNDS_POPULATION_UNKNOWN,
        Lack::CountySeat => key::GROUNDS_COUNTY_SEAT_UNKNOWN,
        Lack::Linked => key::GROUNDS_NOT_LINKED,
        Lack::LinkedUnit => key::GROUNDS_LINKED_UNIT_UNKNOWN,
    }
}

/// What a vote lacks, or why that cannot be told.
pub fn vote(reason: DecisionReason) -> Message {
    match reason {
        DecisionReason::NoSeats => key::VOTE_NO_SEATS.into(),
        DecisionReason::SeatsUncertain { possible } => {
            Message::new(key::VOTE_SEATS_UNCERTAIN).with("possible", f64::from(possible))
        }
        DecisionReason::QuorumNotStated => key::VOTE_QUORUM_NOT_STATED.into(),
        DecisionReason::AttendanceNotRecorded => key::VOTE_ATTENDANCE_NOT_RECORDED.into(),
        DecisionReason::QuorumMissed { present, needed, seats } => {
            let message = Message::new(key::VOTE_QUORUM_MISSED).with("present", f64::from(present));
            message.with("needed", f64::from(needed)).with("seats", f64::from(seats))
        }
        DecisionReason::MajorityNotStated => key::VOTE_MAJORITY_NOT_STATED.into(),
        DecisionReason::VotesNotRecorded => key::VOTE_VOTES_NOT_RECORDED.into(),
        DecisionReason::MajorityMissed { for_, needed } => {
            Message::new(key::VOTE_MAJORITY_MISSED).with("for", f64::from(for_)).with("needed", f64::from(needed))
        }
        DecisionReason::MoreVotesThanPresent { votes, present } => {
            let message = Message::new(key::VOTE_MORE_VOTES_THAN_PRESENT).with("votes", f64::from(votes));
            message.with("present", f64::from(present))
        }
    }
}

/// Whether there was a quorum.
pub const fn quorum(has_quorum: Option<bool>) -> Key {
    match has_quorum {
        Some(true) => key::VOTE_QUORUM,
        Some(false) => key::VOTE_NO_QUORUM,
        None => key::VOTE_OPEN,
    }
}

/// Whether there was a majority.
pub const fn majority(has_majority: Option<bool>) -> Key {
    match has_majority {
        Some(true) => key::VOTE_MAJORITY,
        Some(false) => key::VOTE_NO_MAJORITY,
        None => key::VOTE_OPEN,
    }
}

/// How far a partnership has come with a stage.
pub const fn passage(passage: Passage) -> Key {
    match passage {
        Passage::Ahead => key::PASSAGE_AHEAD,
        Passage::Planned => key::PASSAGE_PLANNED,
        Passage::Here => key::PASSAGE_HERE,
        Passage::Done => key::PASSAGE_DONE,
        Passage::Skipped => key::PASSAGE_SKIPPED,
        Passage::NotRecorded => key::PASSAGE_NOT_RECORDED,
    }
}

/// What must be there before a stage is entered.
pub const fn gate(gate: Gate) -> Key {
    match gate {
        Gate::InitiatorKnown => key::GATE_INITIATOR_KNOWN,
        Gate::TwoUnitsInterested => key::GATE_TWO_UNITS_INTERESTED,
        Gate::CouncilResolutions => key::GATE_COUNCIL_RESOLUTIONS,
        Gate::AgreementInForce => key::GATE_AGREEMENT_IN_FORCE,
        Gate::WorkPlanAdopted => key::GATE_WORK_PLAN_ADOPTED,
        Gate::DataAvailable => key::GATE_DATA_AVAILABLE,
        Gate::DiagnosisAccepted => key::GATE_DIAGNOSIS_ACCEPTED,
        Gate::DraftPublished => key::GATE_DRAFT_PUBLISHED,
        Gate::ConsultationClosed => key::GATE_CONSULTATION_CLOSED,
        Gate::OpinionsReceived => key::GATE_OPINIONS_RECEIVED,
        Gate::StrategyDrafted => key::GATE_STRATEGY_DRAFTED,
        Gate::ContractsSigned => key::GATE_CONTRACTS_SIGNED,
        Gate::BaselinesKnown => key::GATE_BASELINES_KNOWN,
        Gate::MonitoringEnded => key::GATE_MONITORING_ENDED,
        Gate::LessonsExist => key::GATE_LESSONS_EXIST,
        Gate::PeriodEnded => key::GATE_PERIOD_ENDED,
    }
}

/// What an entry of the line of time says; `of` is the record that it was made from.
pub fn saying(saying: &Saying, of: &(Kind, String), teller: &Teller) -> Message {
    let title = || (teller.title)(of.0, &of.1);
    match saying {
        Saying::Own { .. } | Saying::Document { .. } | Saying::Meeting { .. } => labels::plain(&title()),
        Saying::Joined { parties } => Message::new(key::TOLD_JOINED).with("who", teller.names(parties)),
        Saying::Left { parties } => Message::new(key::TOLD_LEFT).with("who", teller.names(parties)),
        Saying::Resolution { number, title: words } => {
            let title = words.wording(labels::tongue(teller.language)).map_or_else(title, |wording| wording.text().to_owned());
            Message::new(key::TOLD_RESOLUTION).with("number", number).with("title", title)
        }
        Saying::Answer { call, state } => {
            let choices = miedza_planning::partnership::call::AnswerState::CHOICES;
            let message = Message::new(key::TOLD_ANSWER).with("title", (teller.title)(Kind::Calls, call));
            message.with("state", labels::choice(choices, state.name()))
        }
    }
}
