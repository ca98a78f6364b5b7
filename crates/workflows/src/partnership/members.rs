//! The members of a partnership on a date, as a table: roles, ground, links, since when and by which document.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::count::CountCheck;
use miedza_planning::partnership::counties::{CountyTouched, Cover, counties, covers_whole_counties};
use miedza_planning::partnership::membership::{Doubt, Ground, LinkEvidence};
use miedza_planning::partnership::{Kept, Member, MemberRole, Membership, Party};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::{Day, PartialDate};
use miedza_territory::UnitCode;

use super::book::Book;

/// A member on a date with all that is known of its membership.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberRow {
    /// Who.
    pub party: Party,
    /// Its roles, with whether each is certain.
    pub roles: Vec<(MemberRole, bool)>,
    /// Why it takes part.
    pub ground: Option<Ground>,
    /// The units it is linked to.
    pub linked_to: Vec<UnitCode>,
    /// What shows the link.
    pub link_evidence: BTreeSet<LinkEvidence>,
    /// Since when, as a source states it.
    pub since: Option<PartialDate>,
    /// The date on which it is known as a member, where nobody states since when.
    pub known_on: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// Ids of the documents that it stands on.
    pub basis: BTreeSet<String>,
    /// Why it is not certain; empty if it is.
    pub doubts: Vec<Doubt>,
    /// The memberships that say all this.
    pub memberships: Vec<Record>,
}

/// A date on which the list changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The date, as precise as it is stated.
    pub date: PartialDate,
    /// Who joins or is first known.
    pub come: BTreeSet<Party>,
    /// Who leaves.
    pub gone: BTreeSet<Party>,
}

/// Who takes part on a date, and what is stated about it.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberList {
    /// The date that was asked for.
    pub date: PartialDate,
    /// The last day of that date.
    pub day: Day,
    /// Members for certain.
    pub certain: Vec<MemberRow>,
    /// Members possibly.
    pub possible: Vec<MemberRow>,
    /// Associates and observers.
    pub beside: Vec<MemberRow>,
    /// Counties touched by those who are certain.
    pub counties: BTreeMap<Option<UnitCode>, CountyTouched>,
    /// How much of each county takes part, where the register holds the county whole.
    pub covers: Vec<Cover>,
    /// Stated numbers of members for this date.
    pub counts: Vec<CountCheck>,
    /// The dates on which the list changes.
    pub turns: Vec<Turn>,
}

impl MemberList {
    /// The list of a date: certain are those who are members on every day of it.
    #[must_use]
    pub fn on(book: &Book, date: PartialDate) -> Self {
        let day = date.last_day();
        let members = book.dossier.members_in(date);
        let rows = |members: &[Member]| members.iter().map(|member| row(book, member)).collect();
        let units: BTreeSet<UnitCode> = members.units().cloned().collect();
        let places = &book.dossier.places;
        Self {
            date,
            day,
            certain: rows(&members.certain),
            possible: rows(&members.possible),
            beside: rows(&members.beside),
            counties: counties(&units, places),
            covers: covers_whole_counties(&units, &book.dossier.register, places),
            counts: stated(book, date),
            turns: turns(&book.dossier.memberships),
        }
    }
}

fn row(book: &Book, member: &Member) -> MemberRow {
    let held: Vec<&Kept<Membership>> = (member.roles.iter())
        .filter_map(|held| book.dossier.memberships.iter().find(|membership| membership.id == held.membership))
        .collect();
    let of_members = || held.iter().filter(|row| row.role.is_member() || !member.roles.iter().any(|held| held.role.is_member()));
    MemberRow {
        party: member.party.clone(),
        roles: member.roles.iter().map(|held| (held.role, held.is_certain)).collect(),
        ground: member.ground,
        linked_to: member.linked_to.clone(),
        link_evidence: held.iter().flat_map(|row| row.link_evidence.iter().copied()).collect(),
        since: of_members().filter_map(|row| row.valid_from).min(),
        known_on: of_members().filter_map(|row| row.known_on).min(),
        until: if of_members().any(|row| row.valid_to.is_none()) {
            None
        } else {
            of_members().filter_map(|row| row.valid_to).max()
        },
        basis: held.iter().filter_map(|row| row.basis.clone()).collect(),
        doubts: member.doubts.clone(),
        memberships: held.iter().filter_map(|row| book.find(Kind::Memberships, &row.id).cloned()).collect(),
    }
}

/// What is stated for a day of this date.
fn stated(book: &Book, date: PartialDate) -> Vec<CountCheck> {
    let overlaps = |check: &CountCheck| check.date.first_day() <= date.last_day() && date.first_day() <= check.date.last_day();
    book.dossier.count_checks().into_iter().filter(overlaps).collect()
}

fn turns(memberships: &[Kept<Membership>]) -> Vec<Turn> {
    let mut turns: BTreeMap<PartialDate, Turn> = BTreeMap::new();
    for membership in memberships.iter().filter(|membership| membership.role.is_member()) {
        let Some(party) = membership.party() else { continue };
        let turn = |date| Turn { date, come: BTreeSet::new(), gone: BTreeSet::new() };
        if let Some(date) = membership.valid_from.or(membership.known_on) {
            turns.entry(date).or_insert_with(|| turn(date)).come.insert(party.clone());
        }
        if let Some(date) = membership.valid_to {
            turns.entry(date).or_insert_with(|| turn(date)).gone.insert(party);
        }
    }
    let mut known: BTreeSet<Party> = BTreeSet::new();
    for turn in turns.values_mut() {
        // Who is known already does not come again with a further role.
        turn.come.retain(|party| known.insert(party.clone()));
        turn.gone.iter().for_each(|party| _ = known.remove(party));
    }
    turns.into_values().filter(|turn| !turn.come.is_empty() || !turn.gone.is_empty()).collect()
}
