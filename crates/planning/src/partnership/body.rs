//! Bodies of a partnership, who sits in them on a day, and what a vote decides.
//!
//! A body may carry two kinds and two names at once: a council that is a working group of the parent organisation. A rule
//! that a body does not state is not made up: then it stays open whether there was a quorum. A majority that it does not state
//! is taken as the simple one, as is usual, and the judgement says so.

use serde::{Deserialize, Serialize};

use miedza_territory::UnitCode;

use super::meeting::Turnout;
use super::membership::Party;
use super::reading::{Kept, Reading};
use super::tenure::{Certainty, Tenure};
use super::words::words;
use crate::record::Kind;
use crate::values::{Day, PartialDate, Translated};

words! {
    /// Kind of a body.
    BodyKind of BODY_KIND {
        /// All members.
        GeneralAssembly = "general_assembly",
        /// Council of the partnership.
        PartnershipCouncil = "partnership_council",
        /// Board.
        Board = "board",
        /// Steering committee.
        SteeringCommittee = "steering_committee",
        /// Working group.
        WorkingGroup = "working_group",
        /// Audit committee.
        AuditCommittee = "audit_committee",
        /// Office of a project.
        ProjectOffice = "project_office",
        /// Panel that scores projects.
        EvaluationPanel = "evaluation_panel",
        /// Forum that is asked for its opinion.
        ConsultativeForum = "consultative_forum",
    }
}

words! {
    /// What part of the votes carries a resolution.
    Majority of MAJORITY {
        /// More votes for than against.
        Simple = "simple",
        /// More votes for than against and abstentions together.
        Absolute = "absolute",
        /// Two thirds of the votes cast, abstentions counted.
        TwoThirds = "two_thirds",
        /// Every vote for.
        Unanimous = "unanimous",
    }
}

words! {
    /// What somebody is in a body.
    SeatRole of SEAT_ROLE {
        /// Chair.
        Chair = "chair",
        /// Deputy chair.
        DeputyChair = "deputy_chair",
        /// Secretary.
        Secretary = "secretary",
        /// Member.
        Member = "member",
        /// Looks on, has no vote.
        Observer = "observer",
    }
}

/// A council, committee or group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its name.
    pub name: Translated,
    /// Its kinds; often one, sometimes two.
    pub body_kinds: Vec<BodyKind>,
    /// Its name in its second function.
    pub second_name: Option<Translated>,
    /// Id of the organisation whose body it is as well.
    pub parent_organisation: Option<String>,
    /// What it does.
    pub task: Option<Translated>,
    /// First day of its term.
    pub valid_from: Option<PartialDate>,
    /// Last day of its term.
    pub valid_to: Option<PartialDate>,
    /// Part of the seats that must be present, in per cent.
    pub quorum_percent: Option<u32>,
    /// Part of the votes that carries a resolution.
    pub majority: Option<Majority>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
}

impl Reading for Body {
    const KIND: Kind = Kind::Bodies;
}

/// A seat in a body, held by an institution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Id of the body.
    pub body: String,
    /// Code of the unit; given if no organisation is.
    pub unit: Option<UnitCode>,
    /// Id of the organisation; given if no unit is.
    pub organisation: Option<String>,
    /// What it is in the body.
    pub seat_role: SeatRole,
    /// Which office holds it.
    pub held_by: Option<Translated>,
    /// Which office stands in.
    pub substitute: Option<Translated>,
    /// First day.
    pub valid_from: Option<PartialDate>,
    /// Last day.
    pub valid_to: Option<PartialDate>,
}

impl Reading for Seat {
    const KIND: Kind = Kind::Seats;
}

impl Seat {
    /// Who has it.
    #[must_use]
    pub fn party(&self) -> Option<Party> {
        Party::of(self.unit.as_ref(), self.organisation.as_ref())
    }
}

/// The seats of a body on a day, with how certain each is: in the order of their roles, then of those who have them.
///
/// A seat without a stated beginning is taken as lasting as long as the body: certain unless it has ended.
#[must_use]
pub fn seats_on<'a>(seats: &'a [Kept<Seat>], body: &str, day: Day) -> Vec<(&'a Kept<Seat>, Certainty)> {
    let ours = seats.iter().filter(|seat| seat.body == body);
    let held = ours.map(|seat| (seat, Tenure::new(seat.valid_from, seat.valid_to).unless_ended(day)));
    let mut held: Vec<_> = held.filter(|(_, certainty)| *certainty > Certainty::No).collect();
    held.sort_by_key(|(seat, _)| (seat.seat_role, seat.party(), &seat.id));
    held
}

/// Votes of a ballot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// For.
    pub for_: u32,
    /// Against.
    pub against: u32,
    /// Abstentions.
    pub abstained: u32,
}

impl Ballot {
    /// All votes cast, abstentions counted.
    #[must_use]
    pub const fn cast(self) -> u32 {
        self.for_.saturating_add(self.against).saturating_add(self.abstained)
    }

    /// The least votes for that would have carried, had the others stayed as they are.
    #[must_use]
    pub const fn needed(self, majority: Majority) -> u32 {
        let others = self.against.saturating_add(self.abstained);
        match majority {
            Majority::Simple => self.against.saturating_add(1),
            Majority::Absolute => others.saturating_add(1),
            // for ≥ 2/3 (for + others) means for ≥ 2 others; nobody is carried by no vote.
            Majority::TwoThirds if others == 0 => 1,
            Majority::TwoThirds => others.saturating_mul(2),
            Majority::Unanimous => self.cast(),
        }
    }

    /// Whether the votes carry.
    #[must_use]
    pub const fn is_carried(self, majority: Majority) -> bool {
        self.for_ > 0 && self.for_ >= self.needed(majority)
    }
}

/// What a body's rules say of a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VotingRule {
    /// Part of the seats that must be present, in per cent; exactly as much is enough.
    pub quorum_percent: Option<u32>,
    /// Part of the votes that carries.
    pub majority: Option<Majority>,
}

impl Body {
    /// Its rule for votes.
    #[must_use]
    pub const fn voting_rule(&self) -> VotingRule {
        VotingRule { quorum_percent: self.quorum_percent, majority: self.majority }
    }
}

/// Who could vote and who did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assembly {
    /// Seats with a vote on that day.
    pub seats: u32,
    /// Further seats that may be there on that day.
    pub possible: u32,
    /// How many of them were present, by themselves or a substitute; `None` if nobody recorded it.
    pub present: Option<u32>,
    /// The votes; `None` if nobody recorded them.
    pub ballot: Option<Ballot>,
}

impl From<Turnout> for Assembly {
    fn from(turnout: Turnout) -> Self {
        Self { seats: turnout.seats, possible: turnout.possible, present: turnout.present, ballot: None }
    }
}

/// Why a vote has no quorum or majority, or why that cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum DecisionReason {
    /// The body has no seat with a vote on that day.
    NoSeats,
    /// No seat is there for certain on that day; so many are possibly.
    SeatsUncertain {
        /// How many.
        possible: u32,
    },
    /// The body states no quorum.
    QuorumNotStated,
    /// Nobody recorded who was present.
    AttendanceNotRecorded,
    /// Too few were present.
    QuorumMissed {
        /// Present.
        present: u32,
        /// Needed.
        needed: u32,
        /// Seats with a vote.
        seats: u32,
    },
    /// The body states no majority; the usual simple one is assumed.
    MajorityNotStated,
    /// Nobody recorded the votes.
    VotesNotRecorded,
    /// Too few voted for it.
    MajorityMissed {
        /// Votes for.
        for_: u32,
        /// Needed.
        needed: u32,
    },
    /// More votes than seats that were present.
    MoreVotesThanPresent {
        /// Votes.
        votes: u32,
        /// Present.
        present: u32,
    },
}

/// What a vote decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Whether enough were present; `None` if it cannot be told.
    pub has_quorum: Option<bool>,
    /// Whether enough voted for it; `None` if it cannot be told.
    pub has_majority: Option<bool>,
    /// Whatever is amiss or cannot be told.
    pub reasons: Vec<DecisionReason>,
}

impl Decision {
    /// Whether it is known that the vote did not carry.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.has_quorum == Some(false) || self.has_majority == Some(false)
    }
}

/// Holds a vote against the rule of its body. Where that states no majority, the usual simple one is assumed and said so.
#[must_use]
pub fn decide(rule: VotingRule, assembly: Assembly) -> Decision {
    let (quorum, majority) = (quorum(rule, assembly), majority(rule, assembly));
    let assumed = rule.majority.is_none().then_some(DecisionReason::MajorityNotStated);
    let votes = assembly.ballot.map(Ballot::cast);
    let too_many = votes.zip(assembly.present).filter(|(votes, present)| votes > present);
    let too_many = too_many.map(|(votes, present)| DecisionReason::MoreVotesThanPresent { votes, present });
    Decision {
        has_quorum: told(quorum),
        has_majority: told(majority),
        reasons: quorum.err().into_iter().chain(assumed).chain(majority.err()).chain(too_many).collect(),
    }
}

/// `true` without a reason, `false` with a reason that says what was missed, nothing with one that says what is not known.
const fn told(result: Result<(), DecisionReason>) -> Option<bool> {
    match result {
        Ok(()) => Some(true),
        Err(DecisionReason::QuorumMissed { .. } | DecisionReason::MajorityMissed { .. }) => Some(false),
        Err(_) => None,
    }
}

fn quorum(rule: VotingRule, assembly: Assembly) -> Result<(), DecisionReason> {
    let percent = rule.quorum_percent.ok_or(DecisionReason::QuorumNotStated)?;
    let present = assembly.present.ok_or(DecisionReason::AttendanceNotRecorded)?;
    if assembly.seats == 0 && assembly.possible > 0 {
        return Err(DecisionReason::SeatsUncertain { possible: assembly.possible });
    }
    if assembly.seats == 0 {
        return Err(DecisionReason::NoSeats);
    }
    let needed = assembly.seats.saturating_mul(percent).div_ceil(100);
    if present >= needed { Ok(()) } else { Err(DecisionReason::QuorumMissed { present, needed, seats: assembly.seats }) }
}

fn majority(rule: VotingRule, assembly: Assembly) -> Result<(), DecisionReason> {
    let majority = rule.majority.unwrap_or(Majority::Simple);
    let ballot = assembly.ballot.ok_or(DecisionReason::VotesNotRecorded)?;
    if ballot.is_carried(majority) {
        return Ok(());
    }
    Err(DecisionReason::MajorityMissed { for_: ballot.for_, needed: ballot.needed(majority).max(1) })
}

#[cfg(test)]
mod tests;
