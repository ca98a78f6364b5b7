//! Variants side by side: which units only one of them has, and how far they agree.

use std::collections::{BTreeMap, BTreeSet};

use miedza_delimitation::compare as comparison;
use miedza_territory::{Partition, UnitIx, UnitVec, count};
use miedza_texts::Language;
use serde::Serialize;

use super::desk::Desk;

/// Two variants side by side, by the codes of their units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// Units that only the first has.
    pub only_first: Vec<String>,
    /// Units that only the second has.
    pub only_second: Vec<String>,
    /// Units that both have.
    pub both: Vec<String>,
    /// Units of both over units of either, 0 to 1; missing if neither has any.
    pub jaccard: Option<f64>,
    /// The same, each unit counting its inhabitants; missing where any has no figure.
    pub jaccard_by_population: Option<f64>,
    /// Adjusted Rand index of in and out over all units; missing if the variants stand on different units.
    pub adjusted_rand: Option<f64>,
}

/// Compares two variants.
pub fn compare(first: &Desk, second: &Desk) -> Compared {
    let (one, other) = (units(first), units(second));
    let list = |codes: BTreeSet<&String>| codes.into_iter().cloned().collect::<Vec<String>>();
    let (both, either) = (list(one.intersection(&other).collect()), one.union(&other).count());
    let population = |codes: &mut dyn Iterator<Item = &String>| -> Option<f64> {
        let of = |code: &String| {
            let known = |desk: &Desk| desk.ground.find(code).and_then(|unit| desk.population(unit));
            known(first).or_else(|| known(second))
        };
        codes.map(of).sum()
    };
    let whole = population(&mut one.union(&other)).filter(|persons| *persons > 0.0);
    Compared {
        only_first: list(one.difference(&other).collect()),
        only_second: list(other.difference(&one).collect()),
        jaccard: (either > 0).then(|| count(both.len()) / count(either)),
        jaccard_by_population: whole.and_then(|whole| Some(population(&mut one.intersection(&other))? / whole)),
        adjusted_rand: adjusted_rand(first, second),
        both,
    }
}

fn units(desk: &Desk) -> BTreeSet<String> {
    desk.members.iter().map(|&unit| desk.code(unit).to_owned()).chain(desk.strangers.iter().cloned()).collect()
}

fn adjusted_rand(first: &Desk, second: &Desk) -> Option<f64> {
    let same = first.ground.units() == second.ground.units();
    let in_and_out = |is_in: &UnitVec<bool>| Partition::from_labels(is_in.iter().map(|is_in| Some(*is_in)));
    let compared = comparison::compare(&in_and_out(&first.is_in), &in_and_out(&second.is_in), None).ok().filter(|_| same)?;
    compared.by_units.adjusted_rand
}

/// Which of several variants have a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether each of the variants has it, in their order.
    pub is_in: Vec<bool>,
    /// Whether it is a member of the partnership.
    pub is_member: bool,
}

impl Shared {
    /// How many variants have it.
    pub fn variants(&self) -> usize {
        self.is_in.iter().filter(|is_in| **is_in).count()
    }
}

/// Every unit that any of the variants has, or that is a member: those of most variants first, then by name, as the language
/// sorts.
pub fn side_by_side(desks: &[&Desk], language: Language) -> Vec<Shared> {
    let mut units: BTreeMap<String, Shared> = BTreeMap::new();
    for (position, desk) in desks.iter().enumerate() {
        let members = desk.is_member.enumerate().filter(|(_, is_member)| **is_member).map(|(unit, _)| unit);
        let known = desk.members.iter().copied().chain(members).map(|unit| (desk.code(unit).to_owned(), Some(unit)));
        for (code, unit) in known.chain(desk.strangers.iter().map(|code| (code.clone(), None))) {
            let shared = units.entry(code.clone()).or_insert_with(|| shared(desk, code, unit, desks.len()));
            shared.is_in[position] |= unit.is_none_or(|unit| desk.is_in[unit]);
            shared.is_member |= unit.is_some_and(|unit| desk.is_member[unit]);
        }
    }
    let mut rows: Vec<Shared> = units.into_values().collect();
    let by_name = |a: &Shared, b: &Shared| language.compare(&a.name, &b.name).then_with(|| a.code.cmp(&b.code));
    rows.sort_by(|a, b| b.variants().cmp(&a.variants()).then_with(|| by_name(a, b)));
    rows
}

fn shared(desk: &Desk, code: String, unit: Option<UnitIx>, variants: usize) -> Shared {
    let name = unit.map_or_else(|| code.clone(), |unit| desk.ground.names().apart(unit));
    Shared { code, name, is_in: vec![false; variants], is_member: false }
}
