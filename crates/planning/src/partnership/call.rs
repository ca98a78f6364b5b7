//! Calls and invitations, and whether members meet their conditions, each verdict with the value that decides it.
//!
//! What is not known is neither met nor missed. A member is admitted if it meets every condition on members, or if the call
//! admits functionally linked members and it is linked to one that does.
//!
//! # Source
//! Pilot of the advisory support centre: units at risk of permanent marginalisation, and county seats of at most 20,000
//! inhabitants with their functional areas.

use std::collections::BTreeMap;

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::flag::{Flag, UnitFlag, flag_of};
use super::membership::{Ground, Member, MembersOn, Party};
use super::places::{Places, Population, is_same_unit};
use super::reading::{Kept, Reading};
use super::words::words;
use crate::record::Kind;
use crate::values::{Day, PartialDate, Translated};

/// Most inhabitants of a small county town, unless the condition says otherwise.
pub const SMALL_COUNTY_TOWN: u64 = 20_000;

words! {
    /// What a condition asks for.
    Condition of CONDITION {
        /// The unit is on a list.
        Flag = "flag",
        /// The unit is a small county town or on a list.
        SmallCountyTownOrFlag = "small_county_town_or_flag",
        /// The unit has at most so many inhabitants.
        PopulationMax = "population_max",
        /// The unit is the seat of a county.
        CountySeat = "county_seat",
        /// The partnership has at least so many members.
        MemberCountMin = "member_count_min",
        /// The unit is functionally linked to one that meets the others.
        LinkedToEligible = "linked_to_eligible",
    }
}

words! {
    /// How far an answer to a call has come.
    AnswerState of ANSWER_STATE {
        /// The partnership was invited.
        Invited = "invited",
        /// It is written.
        InPreparation = "in_preparation",
        /// It was sent.
        Submitted = "submitted",
        /// It was recommended.
        Recommended = "recommended",
        /// It was accepted.
        Accepted = "accepted",
        /// It was rejected.
        Rejected = "rejected",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

/// A call or invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Its part of the address.
    pub slug: String,
    /// What it is about.
    pub subject: Translated,
    /// Id of the organisation that issued it.
    pub issuer: Option<String>,
    /// The programme.
    pub programme: Option<Translated>,
    /// More about it.
    pub description: Option<Translated>,
    /// When it was announced.
    pub announced: Option<PartialDate>,
    /// First day for answers.
    pub opens: Option<PartialDate>,
    /// Last day for answers.
    pub closes: Option<PartialDate>,
    /// When it was decided.
    pub decided: Option<PartialDate>,
    /// How many answers came.
    pub submitted_count: Option<u32>,
    /// How many were recommended.
    pub recommended_count: Option<u32>,
    /// Its page.
    pub website: Option<String>,
}

impl Reading for Call {
    const KIND: Kind = Kind::Calls;
}

/// A condition of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallCondition {
    /// Id of the call.
    pub call: String,
    /// The condition in words.
    pub text: Translated,
    /// What it asks for.
    pub condition: Condition,
    /// Which list, where one is asked for.
    pub flag: Option<Flag>,
    /// How many inhabitants or members.
    pub limit: Option<u32>,
    /// Year of the figure.
    pub year: Option<i16>,
}

impl Reading for CallCondition {
    const KIND: Kind = Kind::CallConditions;
}

/// What a partnership answered to a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallAnswer {
    /// Id of the call.
    pub call: String,
    /// How far it came.
    pub state: AnswerState,
    /// When.
    pub date: Option<PartialDate>,
    /// Its title.
    pub title: Option<Translated>,
    /// Id of the document.
    pub document: Option<String>,
    /// Anything else.
    pub note: Option<Translated>,
}

impl Reading for CallAnswer {
    const KIND: Kind = Kind::CallAnswers;
}

/// How a condition came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is missed.
    Missed,
    /// What is known does not decide it.
    Unknown,
    /// It is met.
    Met,
}

impl Verdict {
    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Unknown => "unknown",
            Self::Met => "met",
        }
    }

    const fn of(is_met: Option<bool>) -> Self {
        match is_met {
            Some(true) => Self::Met,
            Some(false) => Self::Missed,
            None => Self::Unknown,
        }
    }
}

/// The values that decided a verdict; what is not known is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    /// The entry of a list: flag, name of the list, its date.
    pub listed: Option<(Flag, String, Option<PartialDate>)>,
    /// Inhabitants, with the year.
    pub population: Option<Population>,
    /// What the population or number of members was held against.
    pub limit: Option<u64>,
    /// Whether it is the seat of a county.
    pub is_county_seat: Option<bool>,
    /// Number of members.
    pub members: Option<usize>,
    /// The units it is linked to that meet the conditions.
    pub linked_to: Vec<UnitCode>,
}

/// A verdict with its grounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How it came out.
    pub verdict: Verdict,
    /// What decided it.
    pub grounds: Grounds,
}

/// Whether a unit is a small county town: a seat of a county with at most `limit` inhabitants.
///
/// Too many inhabitants, or not being a seat, decides it even where the other is not known.
#[must_use]
pub fn small_county_town(population: Option<Population>, is_county_seat: Option<bool>, limit: u64) -> Judged {
    let is_small = population.map(|population| population.inhabitants <= limit);
    let is_met = match (is_small, is_county_seat) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    };
    let grounds = Grounds { population, is_county_seat, limit: Some(limit), ..Grounds::default() };
    Judged { verdict: Verdict::of(is_met), grounds }
}

/// What conditions are judged by.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// Entries of published lists.
    pub flags: &'a [Kept<UnitFlag>],
    /// What is known of units.
    pub places: &'a Places,
}

/// How a call's conditions came out for the members on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallCheck {
    /// For each member, in their order: whether it is admitted, and the verdict of each condition on members by its id.
    pub members: Vec<MemberCheck>,
    /// Verdicts of conditions on the partnership, by their id.
    pub partnership: BTreeMap<String, Judged>,
}

/// How the conditions came out for one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberCheck {
    /// The member.
    pub party: Party,
    /// Whether it is admitted.
    pub verdict: Verdict,
    /// The verdict of each condition on members, by its id.
    pub conditions: BTreeMap<String, Judged>,
}

/// Holds the members on a day, certain and possible, against the conditions of one call.
#[must_use]
pub fn check(conditions: &[Kept<CallCondition>], members: &MembersOn, knowledge: Knowledge<'_>) -> CallCheck {
    let plain: Vec<&Kept<CallCondition>> = conditions.iter().filter(|condition| condition.condition.is_of_member()).collect();
    let links: Vec<&Kept<CallCondition>> =
        conditions.iter().filter(|condition| condition.condition == Condition::LinkedToEligible).collect();
    let judge = |member: &Member| plain_check(member, &plain, knowledge, members.day);
    let mut checks: Vec<MemberCheck> = members.all().map(judge).collect();
    let alone: Vec<(Party, Verdict)> = checks.iter().map(|check| (check.party.clone(), check.verdict)).collect();
    for (check, member) in checks.iter_mut().zip(members.all()) {
        for condition in &links {
            let judged = linked(member, &alone);
            check.verdict = check.verdict.max(judged.verdict);
            check.conditions.insert(condition.id.clone(), judged);
        }
    }
    let counted = conditions.iter().filter(|condition| condition.condition == Condition::MemberCountMin);
    let partnership = counted.map(|condition| (condition.id.clone(), enough(condition, members))).collect();
    CallCheck { members: checks, partnership }
}

impl Condition {
    const fn is_of_member(self) -> bool {
        !matches!(self, Self::MemberCountMin | Self::LinkedToEligible)
    }
}

/// Without any condition on members nobody is admitted by it alone, and nobody is turned away.
fn plain_check(member: &Member, conditions: &[&Kept<CallCondition>], knowledge: Knowledge<'_>, day: Day) -> MemberCheck {
    let judge = |condition: &&Kept<CallCondition>| (condition.id.clone(), judge(condition, member.party.unit(), knowledge, day));
    let judged: BTreeMap<String, Judged> = conditions.iter().map(judge).collect();
    let verdict = judged.values().map(|judged| judged.verdict).min().unwrap_or(Verdict::Unknown);
    MemberCheck { party: member.party.clone(), verdict, conditions: judged }
}

fn judge(condition: &CallCondition, unit: Option<&UnitCode>, knowledge: Knowledge<'_>, day: Day) -> Judged {
    // Bodies that are no units are on no list and have no inhabitants.
    let Some(unit) = unit else { return Judged { verdict: Verdict::Missed, grounds: Grounds::default() } };
    match condition.condition {
        Condition::Flag => listed(condition.flag, unit, knowledge, day),
        Condition::SmallCountyTownOrFlag => {
            let listed = listed(condition.flag.or(Some(Flag::MarginalisationRisk)), unit, knowledge, day);
            let limit = condition.limit.map_or(SMALL_COUNTY_TOWN, u64::from);
            let population = knowledge.places.population(unit, condition.year);
            let town = small_county_town(population, is_county_seat(unit, knowledge, day), limit);
            let verdict = listed.verdict.max(town.verdict);
            Judged { verdict, grounds: Grounds { listed: listed.grounds.listed, ..town.grounds } }
        }
        Condition::PopulationMax => {
            let population = knowledge.places.population(unit, condition.year);
            let limit = condition.limit.map(u64::from);
            let is_met = population.zip(limit).map(|(population, limit)| population.inhabitants <= limit);
            Judged { verdict: Verdict::of(is_met), grounds: Grounds { population, limit, ..Grounds::default() } }
        }
        _ => {
            let is_county_seat = is_county_seat(unit, knowledge, day);
            Judged { verdict: Verdict::of(is_county_seat), grounds: Grounds { is_county_seat, ..Grounds::default() } }
        }
    }
}

/// A unit that no imported list names may still be on a list that was not imported: it is missed only where some list of that
/// flag is known.
fn listed(flag: Option<Flag>, unit: &UnitCode, knowledge: Knowledge<'_>, day: Day) -> Judged {
    let entry = flag.and_then(|flag| flag_of(knowledge.flags, unit, flag, day));
    let is_list_known = knowledge.flags.iter().any(|entry| Some(entry.flag) == flag);
    let verdict = match entry {
        Some(_) => Verdict::Met,
        None if is_list_known => Verdict::Missed,
        None => Verdict::Unknown,
    };
    let listed = entry.map(|entry| (entry.flag, entry.list_name.clone(), entry.list_date));
    Judged { verdict, grounds: Grounds { listed, ..Grounds::default() } }
}

fn is_county_seat(unit: &UnitCode, knowledge: Knowledge<'_>, day: Day) -> Option<bool> {
    let registered = knowledge.places.find(unit).and_then(|place| place.is_county_seat);
    registered.or_else(|| flag_of(knowledge.flags, unit, Flag::CountySeat, day).map(|_| true))
}

fn linked(member: &Member, alone: &[(Party, Verdict)]) -> Judged {
    if member.ground != Some(Ground::FunctionallyLinked) {
        return Judged { verdict: Verdict::Missed, grounds: Grounds::default() };
    }
    let verdict_of = |unit: &UnitCode| {
        let found = alone.iter().find(|(party, _)| party.unit().is_some_and(|other| is_same_unit(other, unit)));
        found.map_or(Verdict::Unknown, |(_, verdict)| *verdict)
    };
    // A link that names no unit may lead to an eligible one.
    let verdict = member.linked_to.iter().map(verdict_of).max().unwrap_or(Verdict::Unknown);
    let linked_to = member.linked_to.iter().filter(|unit| verdict_of(unit) == Verdict::Met).cloned().collect();
    Judged { verdict, grounds: Grounds { linked_to, ..Grounds::default() } }
}

fn enough(condition: &CallCondition, members: &MembersOn) -> Judged {
    let (certain, all) = (members.certain.len(), members.all().count());
    let limit = condition.limit.map(u64::from);
    let reaches = |count: usize, limit: u64| u64::try_from(count).is_ok_and(|count| count >= limit);
    let is_met = limit.and_then(|limit| match (reaches(certain, limit), reaches(all, limit)) {
        (true, _) => Some(true),
        (_, false) => Some(false),
        _ => None,
    });
    Judged { verdict: Verdict::of(is_met), grounds: Grounds { limit, members: Some(certain), ..Grounds::default() } }
}

#[cfg(test)]
mod tests;
