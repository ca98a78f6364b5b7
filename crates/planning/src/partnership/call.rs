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

use super::flag::{Flag, UnitFlag, county_seat, flag_of};
use super::membership::{Ground, Member, MembersOn, Party};
use super::places::{Places, is_same_unit};
use super::reading::{Kept, Reading};
use super::words::words;
use crate::record::{Kind, Origin};
use crate::values::{Day, PartialDate, Translated};

mod judged;

pub use judged::{Grounds, Judged, Lack, Listed, SMALL_COUNTY_TOWN, Verdict, small_county_town};

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
    let Some(unit) = unit else { return Judged::by(Verdict::Missed, Grounds::lacking([Lack::Unit])) };
    let population = knowledge.places.population(unit, condition.year);
    match condition.condition {
        Condition::Flag => listed(condition.flag, unit, knowledge, day),
        Condition::SmallCountyTownOrFlag => {
            let listed = listed(condition.flag.or(Some(Flag::MarginalisationRisk)), unit, knowledge, day);
            let limit = condition.limit.map_or(SMALL_COUNTY_TOWN, u64::from);
            listed.or(small_county_town(population, is_county_seat(unit, knowledge, day), limit))
        }
        Condition::PopulationMax => {
            let limit = condition.limit.map(u64::from);
            let is_met = population.zip(limit).map(|(population, limit)| population.inhabitants <= limit);
            let lacking = population.is_none().then_some(Lack::Population).into_iter().collect();
            Judged::by(Verdict::of(is_met), Grounds { population, limit, lacking, ..Grounds::default() })
        }
        _ => {
            let is_county_seat = is_county_seat(unit, knowledge, day);
            let lacking = is_county_seat.is_none().then_some(Lack::CountySeat).into_iter().collect();
            Judged::by(Verdict::of(is_county_seat), Grounds { is_county_seat, lacking, ..Grounds::default() })
        }
    }
}

/// A unit that no imported list names may still be on a list that was not imported: it is missed only where some list of that
/// flag is known. That a text calls a unit so makes no list of which others are left out.
fn listed(flag: Option<Flag>, unit: &UnitCode, knowledge: Knowledge<'_>, day: Day) -> Judged {
    if let Some(entry) = flag.and_then(|flag| flag_of(knowledge.flags, unit, flag, day)) {
        return Judged::by(Verdict::Met, Grounds { listed: Some(Listed::of(entry)), ..Grounds::default() });
    }
    let is_list = |entry: &&Kept<UnitFlag>| Some(entry.flag) == flag && matches!(entry.origin, Origin::External | Origin::Own);
    let by_then = |entry: &&Kept<UnitFlag>| entry.list_date.is_none_or(|date| date.first_day() <= day);
    let newest = knowledge.flags.iter().filter(is_list).filter(by_then).max_by_key(|entry| (entry.list_date, &entry.list_name));
    match newest {
        Some(entry) => Judged::by(Verdict::Missed, Grounds { not_on: Some(Listed::of(entry)), ..Grounds::default() }),
        None => Judged::by(Verdict::Unknown, Grounds::lacking([Lack::List])),
    }
}

fn is_county_seat(unit: &UnitCode, knowledge: Knowledge<'_>, day: Day) -> Option<bool> {
    let registered = knowledge.places.find(unit).and_then(|place| place.is_county_seat);
    registered.or_else(|| county_seat(knowledge.flags, unit, day))
}

fn linked(member: &Member, alone: &[(Party, Verdict)]) -> Judged {
    if member.ground != Some(Ground::FunctionallyLinked) {
        return Judged::by(Verdict::Missed, Grounds::lacking([Lack::Linked]));
    }
    let verdict_of = |unit: &UnitCode| {
        let found = alone.iter().find(|(party, _)| party.unit().is_some_and(|other| is_same_unit(other, unit)));
        found.map_or(Verdict::Unknown, |(_, verdict)| *verdict)
    };
    // A link that names no unit may lead to an eligible one.
    let verdict = member.linked_to.iter().map(verdict_of).max().unwrap_or(Verdict::Unknown);
    let linked_to = member.linked_to.iter().filter(|unit| verdict_of(unit) == Verdict::Met).cloned().collect();
    let lacking = member.linked_to.is_empty().then_some(Lack::LinkedUnit).into_iter().collect();
    Judged::by(verdict, Grounds { linked_to, lacking, ..Grounds::default() })
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
    Judged::by(Verdict::of(is_met), Grounds { limit, members: Some(certain), ..Grounds::default() })
}

#[cfg(test)]
mod tests;
