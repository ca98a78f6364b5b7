//! Members as intervals with ground and document, and who is a member on a day.
//!
//! One unit may have several memberships: leader and initiator are roles of their own, each with its interval. A list of
//! members shows each unit once, with all roles that it holds on that day.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::places::lasting;
use super::reading::{Kept, Reading};
use super::tenure::{Certainty, Tenure};
use super::words::words;
use crate::record::Kind;
use crate::values::{Day, PartialDate, Precision, Translated};

words! {
    /// What somebody is in a partnership.
    MemberRole of MEMBER_ROLE {
        /// Member.
        Member = "member",
        /// Leader.
        Leader = "leader",
        /// Who began it.
        Initiator = "initiator",
        /// Takes part without the rights of a member.
        Associate = "associate",
        /// Looks on.
        Observer = "observer",
    }
}

impl MemberRole {
    /// Whether who has it counts as a member.
    #[must_use]
    pub const fn is_member(self) -> bool {
        matches!(self, Self::Member | Self::Leader | Self::Initiator)
    }
}

words! {
    /// Why a member takes part.
    Ground of GROUND {
        /// It is at risk of permanent marginalisation.
        MarginalisationRisk = "marginalisation_risk",
        /// It is functionally linked to others.
        FunctionallyLinked = "functionally_linked",
        /// It is the core.
        Core = "core",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// What shows a functional link.
    LinkEvidence of LINK_EVIDENCE {
        /// Commuting to work.
        Commuting = "commuting",
        /// Services.
        Services = "services",
        /// Shared facilities.
        SharedFacilities = "shared_facilities",
        /// A text says so, nothing shows it.
        StatedOnly = "stated_only",
    }
}

/// One interval in which somebody has one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Code of the unit; given if no organisation is.
    pub unit: Option<UnitCode>,
    /// Id of the organisation; given if no unit is.
    pub organisation: Option<String>,
    /// The role.
    pub role: MemberRole,
    /// Why it takes part.
    pub ground: Option<Ground>,
    /// The units it is linked to.
    #[serde(default)]
    pub linked_to: Vec<UnitCode>,
    /// What shows the link.
    #[serde(default)]
    pub link_evidence: Vec<LinkEvidence>,
    /// First day; `None` if no source states it.
    pub valid_from: Option<PartialDate>,
    /// Last day; `None` if it goes on.
    pub valid_to: Option<PartialDate>,
    /// When it was a member at the latest, where no source states since when.
    pub known_on: Option<PartialDate>,
    /// Id of the document that it stands on.
    pub basis: Option<String>,
    /// Number of votes.
    pub vote_weight: Option<u32>,
    /// What it pays.
    pub fee_rule: Option<Translated>,
    /// Anything else.
    pub note: Option<Translated>,
}

impl Reading for Membership {
    const KIND: Kind = Kind::Memberships;
}

/// Who takes part, signs or sits: a territorial unit or another body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Code of a unit.
    Unit(UnitCode),
    /// Id of an organisation.
    Organisation(String),
}

impl Party {
    /// The party that a record names by one of two fields; `None` if it names neither.
    #[must_use]
    pub fn of(unit: Option<&UnitCode>, organisation: Option<&String>) -> Option<Self> {
        unit.cloned().map(Self::Unit).or_else(|| organisation.cloned().map(Self::Organisation))
    }

    /// The code, if it is a unit.
    #[must_use]
    pub const fn unit(&self) -> Option<&UnitCode> {
        match self {
            Self::Unit(code) => Some(code),
            Self::Organisation(_) => None,
        }
    }

    /// The same under what stays of its code when a Polish municipality changes its kind; a part stands under its whole.
    #[must_use]
    pub fn lasting(&self) -> Self {
        match self {
            Self::Unit(code) => Self::Unit(lasting(code)),
            Self::Organisation(_) => self.clone(),
        }
    }

    /// The code or the id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Unit(code) => code.as_str(),
            Self::Organisation(id) => id,
        }
    }
}

impl Membership {
    /// Who it is about.
    #[must_use]
    pub fn party(&self) -> Option<Party> {
        Party::of(self.unit.as_ref(), self.organisation.as_ref())
    }

    /// From when to when it holds, as far as is known.
    #[must_use]
    pub fn tenure(&self) -> Tenure {
        Tenure::new(self.valid_from, self.valid_to).known_by(self.known_on)
    }
}

/// A role held on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleHeld {
    /// The role.
    pub role: MemberRole,
    /// Whether it is certain on that day.
    pub is_certain: bool,
    /// Id of the membership that says so.
    pub membership: String,
}

/// Why a membership is not certain on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// No source states when it began.
    BeginningNotStated,
    /// It began some day of this period, which is not over.
    BeginningImprecise(PartialDate),
    /// It ended some day of this period.
    EndImprecise(PartialDate),
    /// It takes part on some days of this period, not on all of them.
    NotAllOfIt(PartialDate),
}

/// Somebody who takes part on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Who.
    pub party: Party,
    /// The roles held, the most certain first, then in the order of the list of roles.
    pub roles: Vec<RoleHeld>,
    /// Why it takes part.
    pub ground: Option<Ground>,
    /// The units it is linked to.
    pub linked_to: Vec<UnitCode>,
    /// Why it is not certain; empty if it is.
    pub doubts: Vec<Doubt>,
}

impl Member {
    /// Whether it surely has this role.
    #[must_use]
    pub fn is(&self, role: MemberRole) -> bool {
        self.roles.iter().any(|held| held.role == role && held.is_certain)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.party.lasting() == other.party.lasting()
    }

    /// The same, not certain for this reason.
    fn within(mut self, doubt: Doubt) -> Self {
        if self.doubts.is_empty() {
            self.doubts.push(doubt);
        }
        Self { roles: self.roles.into_iter().map(|held| RoleHeld { is_certain: false, ..held }).collect(), ..self }
    }

    fn is_certain(&self) -> bool {
        self.roles.iter().any(|held| held.is_certain && held.role.is_member())
    }

    fn is_member(&self) -> bool {
        self.roles.iter().any(|held| held.role.is_member())
    }
}

/// Who takes part on a day, each once, in the order of codes, then of ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MembersOn {
    /// The day.
    pub day: Day,
    /// Members for certain.
    pub certain: Vec<Member>,
    /// Members as far as is known, but not for certain; none of them is in `certain`.
    pub possible: Vec<Member>,
    /// Associates and observers, certain or not.
    pub beside: Vec<Member>,
}

impl MembersOn {
    /// All that are members for certain or possibly.
    pub fn all(&self) -> impl Iterator<Item = &Member> {
        self.certain.iter().chain(&self.possible)
    }

    /// Those who surely lead.
    pub fn leaders(&self) -> impl Iterator<Item = &Member> {
        self.certain.iter().filter(|member| member.is(MemberRole::Leader))
    }

    /// Codes of the units that are members for certain.
    pub fn units(&self) -> impl Iterator<Item = &UnitCode> {
        self.certain.iter().filter_map(|member| member.party.unit())
    }
}

/// In which case of PAR-005 two memberships are one too many; `None` if they may stand beside each other.
#[must_use]
pub fn collision(one: &Membership, two: &Membership) -> Option<&'static str> {
    let (first, second) = (one.party()?, two.party()?);
    if first.lasting() != second.lasting() || !one.tenure().surely_overlaps(&two.tenure()) {
        return None;
    }
    if first == second {
        return (one.role == two.role).then_some("overlap");
    }
    let is_part = |party: &Party| party.unit().and_then(UnitCode::kind).is_some_and(miedza_territory::Kind::is_part);
    Some(if is_part(&first) == is_part(&second) { "other-code" } else { "part" })
}

/// Who takes part on this day.
///
/// Dates are taken as precisely as they are stated: a beginning in "2013-10" is possible from the first day of that month and
/// certain from its last; a beginning that is not stated is never certain before the date on which the member is known. A unit
/// that is kept under several codes, with another kind or as its part, is one member.
#[must_use]
pub fn members_on(memberships: &[Kept<Membership>], day: Day) -> MembersOn {
    let mut rows: BTreeMap<Party, Vec<(Certainty, &Kept<Membership>)>> = BTreeMap::new();
    for membership in memberships {
        let certainty = membership.tenure().on(day);
        if let Some(party) = membership.party().filter(|_| certainty > Certainty::No) {
            rows.entry(party.lasting()).or_default().push((certainty, membership));
        }
    }
    let (mut certain, mut possible, mut beside) = (Vec::new(), Vec::new(), Vec::new());
    for held in rows.into_values() {
        let Some(party) = named(&held) else { continue };
        let member = member(party, held, day);
        let list = match (member.is_certain(), member.is_member()) {
            (true, _) => &mut certain,
            (false, true) => &mut possible,
            (false, false) => &mut beside,
        };
        list.push(member);
    }
    MembersOn { day, certain, possible, beside }
}

/// Who takes part in a time that is stated as precisely as this: certain are those who surely do on every day of it, possible
/// those who may on some day. Of a single day it is the same as [`members_on`].
#[must_use]
pub fn members_in(memberships: &[Kept<Membership>], date: PartialDate) -> MembersOn {
    let (first, last) = (date.first_day(), date.last_day());
    let turns = memberships.iter().flat_map(|membership| membership.tenure().turns().collect::<Vec<_>>());
    let days: BTreeSet<Day> = turns.filter(|day| first < *day && *day < last).chain([first, last]).collect();
    let mut days = days.into_iter().map(|day| members_on(memberships, day)).rev();
    let Some(mut found) = days.next() else { return members_on(memberships, last) };
    for earlier in days {
        let leaves_open = |member: &Member| !earlier.certain.iter().any(|other| other.is_same(member));
        let (open, certain): (Vec<Member>, Vec<Member>) = found.certain.into_iter().partition(leaves_open);
        found.certain = certain;
        found.possible.extend(open.into_iter().map(|member| member.within(Doubt::NotAllOfIt(date))));
        let gone: Vec<Member> = earlier.all().filter(|member| !found.all().any(|other| other.is_same(member))).cloned().collect();
        found.possible.extend(gone.into_iter().map(|member| member.within(Doubt::NotAllOfIt(date))));
        let beside = earlier.beside.into_iter().filter(|member| !found.beside.iter().any(|other| other.is_same(member)));
        let beside: Vec<Member> = beside.collect();
        found.beside.extend(beside);
    }
    let members: BTreeSet<Party> = found.all().map(|member| member.party.lasting()).collect();
    found.beside.retain(|member| !members.contains(&member.party.lasting()));
    found.possible.sort_by_key(|member| member.party.lasting());
    found.beside.sort_by_key(|member| member.party.lasting());
    found
}

/// The name under which a unit stands that is a member under several codes: that of the whole before that of a part, a code
/// with its kind before one without, of these the one that began last.
fn named(held: &[(Certainty, &Kept<Membership>)]) -> Option<Party> {
    let rank = |party: &Party, row: &Membership| {
        let kind = party.unit().map(|code| code.kind().map(|kind| !kind.is_part()));
        let rank = kind.map(|kind| kind.map_or(1, |is_whole| if is_whole { 2 } else { 0 }));
        (rank, row.valid_from)
    };
    let parties = held.iter().filter_map(|(_, row)| Some((row.party()?, row)));
    parties
        .max_by(|(one, first), (two, second)| rank(one, first).cmp(&rank(two, second)).then_with(|| two.cmp(one)))
        .map(|(party, _)| party)
}

fn member(party: Party, mut held: Vec<(Certainty, &Kept<Membership>)>, day: Day) -> Member {
    held.sort_by_key(|(certainty, row)| (std::cmp::Reverse(*certainty), row.role));
    let role = |(certainty, row): &(Certainty, &Kept<Membership>)| RoleHeld {
        role: row.role,
        is_certain: *certainty == Certainty::Certain,
        membership: row.id.clone(),
    };
    let roles: Vec<RoleHeld> = held.iter().map(role).collect();
    let is_settled = roles.iter().any(|held| held.is_certain && held.role.is_member());
    let mut linked_to: Vec<UnitCode> = held.iter().flat_map(|(_, row)| row.linked_to.iter().cloned()).collect();
    linked_to.sort();
    linked_to.dedup();
    let mut doubts: Vec<Doubt> = held.iter().flat_map(|(_, row)| doubts(&row.tenure(), day)).collect();
    doubts.sort();
    doubts.dedup();
    if is_settled {
        doubts.clear();
    }
    Member { party, roles, ground: held.iter().find_map(|(_, row)| row.ground), linked_to, doubts }
}

fn doubts(tenure: &Tenure, day: Day) -> Vec<Doubt> {
    let is_begun = tenure.surely_begun_on().is_some_and(|first| first <= day);
    let beginning = (!is_begun).then(|| tenure.from.map_or(Doubt::BeginningNotStated, Doubt::BeginningImprecise));
    let end = tenure.to.filter(|to| to.precision() != Precision::Day && to.first_day() < day).map(Doubt::EndImprecise);
    beginning.into_iter().chain(end).collect()
}

#[cfg(test)]
mod tests;
