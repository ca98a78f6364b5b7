//! Areas in one piece without holes: exclaves are dropped, enclaves added.
//!
//! Order: drop every zone unit from which no way inside the area leads to a city unit; then add every unit whose border
//! is held by one area to the wanted share; again, until nothing changes. The border counts by length where lengths are
//! known, coast and edge of the map included, else by the number of neighbours. Shared by `functional_urban_area` and
//! `criteria`.

use std::collections::BTreeMap;

use miedza_territory::{Neighbours, UnitIx, UnitVec, count};

use super::cores::Found;
use super::{Action, Figures, Note, Reason, Step};

/// Which of the two moves are made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// Whether units that do not touch their area are dropped.
    pub exclaves: bool,
    /// Whether surrounded units are added.
    pub enclaves: bool,
    /// Share of the border that surrounds a unit, above 0, at most 1.
    pub border_share: f64,
}

/// Makes areas whole by the rule, and notes what stood in the way.
pub(super) fn make_whole(
    neighbours: Option<&Neighbours>,
    rule: Rule,
    is_core: &UnitVec<Option<usize>>,
    found: &mut Found,
    log: &mut Vec<Step>,
) -> Option<Note> {
    if !rule.exclaves && !rule.enclaves {
        return None;
    }
    let Some(neighbours) = neighbours else { return Some(Note::NeighboursUnknown) };
    (!settle(neighbours, rule, is_core, found, log)).then_some(Note::EnclavesUnsettled)
}

/// Repeats both moves; false if as many rounds as there are units were not enough.
fn settle(neighbours: &Neighbours, rule: Rule, is_core: &UnitVec<Option<usize>>, found: &mut Found, log: &mut Vec<Step>) -> bool {
    for _ in 0..=neighbours.unit_count() {
        let before = log.len();
        if rule.exclaves {
            drop_exclaves(neighbours, is_core, found, log);
        }
        if rule.enclaves {
            add_enclaves(neighbours, rule.border_share, found, log);
        }
        if log.len() == before {
            return true;
        }
    }
    false
}

fn drop_exclaves(neighbours: &Neighbours, is_core: &UnitVec<Option<usize>>, found: &mut Found, log: &mut Vec<Step>) {
    let mut reached: UnitVec<bool> = is_core.iter().map(Option::is_some).collect();
    let mut front: Vec<UnitIx> = is_core.enumerate().filter(|(_, core)| core.is_some()).map(|(unit, _)| unit).collect();
    while let Some(unit) = front.pop() {
        for contact in neighbours.of(unit) {
            if !reached[contact.unit] && found.core_of[contact.unit] == found.core_of[unit] {
                reached[contact.unit] = true;
                front.push(contact.unit);
            }
        }
    }
    for unit in reached.indices().filter(|&unit| !reached[unit]) {
        if let Some(core) = found.core_of[unit].take() {
            let from = Some(found.groups[core][0]);
            log.push(Step { from, reason: Reason::NotContiguous, ..Step::of(Action::DroppedExclave, unit) });
        }
    }
}

fn add_enclaves(neighbours: &Neighbours, wanted: f64, found: &mut Found, log: &mut Vec<Step>) {
    let outside = found.core_of.enumerate().filter(|(_, core)| core.is_none()).map(|(unit, _)| unit);
    let surrounded: Vec<(UnitIx, usize, f64)> = outside
        .filter_map(|unit| largest_holder(neighbours, unit, found).map(|(core, share)| (unit, core, share)))
        .filter(|&(_, _, share)| share >= wanted)
        .collect();
    for (unit, core, share) in surrounded {
        found.core_of[unit] = Some(core);
        let figures = Figures { share: Some(share), ..Figures::default() };
        let to = Some(found.groups[core][0]);
        log.push(Step { to, figures, reason: Reason::Surrounded, ..Step::of(Action::AddedEnclave, unit) });
    }
}

/// The area that holds most of a unit's border, with the share it holds; the smaller core on a tie.
fn largest_holder(neighbours: &Neighbours, unit: UnitIx, found: &Found) -> Option<(usize, f64)> {
    let contacts = neighbours.of(unit);
    let measured = contacts.iter().all(|contact| contact.border_m.is_some());
    let lengths: f64 = contacts.iter().filter_map(|contact| contact.border_m).sum();
    let outer = neighbours.outer_border_m(unit).unwrap_or(0.0);
    let by_length = measured && lengths + outer > 0.0;
    let whole = if by_length { lengths + outer } else { count(contacts.len()) };

    let mut held: BTreeMap<usize, f64> = BTreeMap::new();
    for contact in contacts {
        if let Some(core) = found.core_of[contact.unit] {
            *held.entry(core).or_default() += if by_length { contact.border_m.unwrap_or(0.0) } else { 1.0 };
        }
    }
    let largest = held.into_iter().reduce(|best, other| if other.1 > best.1 { other } else { best });
    largest.map(|(core, border)| (core, border / whole))
}
