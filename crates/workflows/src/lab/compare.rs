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
    /// Measures of in and out over all units, each unit counting 1; missing if the variants stand on different units.
    pub by_units: Option<Measures>,
    /// The same, each unit counting its employed residents; missing too where these are not known.
    pub by_residents: Option<Measures>,
    /// What changes sides: units that only one of the two has.
    pub moved: Moved,
}

/// Measures of agreement of two partitions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// Adjusted Rand index, at most 1; missing where it is not defined.
    pub adjusted_rand: Option<f64>,
    /// Normalised mutual information, 0 to 1.
    pub normalised_mutual_information: f64,
    /// Variation of information in nats, 0 or more.
    pub variation_of_information: f64,
}

impl From<&comparison::Agreement> for Measures {
    fn from(agreement: &comparison::Agreement) -> Self {
        Self {
            adjusted_rand: agreement.adjusted_rand,
            normalised_mutual_information: agreement.normalised_mutual_information,
            variation_of_information: agreement.variation_of_information,
        }
    }
}

/// What changes its area from one variant or partition to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Moved {
    /// Units.
    pub units: usize,
    /// Their share of all units compared, 0 to 1; missing if there are none.
    pub units_share: Option<f64>,
    /// Their inhabitants; missing where any has no figure.
    pub population: Option<f64>,
    /// Share of the inhabitants of all units compared, 0 to 1.
    pub population_share: Option<f64>,
    /// Their jobs; missing where the flows do not tell who works where they live.
    pub jobs: Option<f64>,
    /// Share of the jobs of all units compared, 0 to 1.
    pub jobs_share: Option<f64>,
}

/// Figures of a unit that count when it moves.
pub(super) struct Weights<'a> {
    pub population: &'a dyn Fn(&str) -> Option<f64>,
    pub jobs: &'a dyn Fn(&str) -> Option<f64>,
}

impl Moved {
    /// What these units are of all these.
    pub(super) fn of(moved: &[String], all: &[&String], weights: &Weights) -> Self {
        let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        let sums = |figure: &dyn Fn(&str) -> Option<f64>| {
            let part: Option<f64> = moved.iter().map(|code| figure(code)).sum();
            let whole: Option<f64> = all.iter().map(|code| figure(code)).sum();
            (part, part.zip(whole).and_then(|(part, whole)| share(part, whole)))
        };
        let ((population, population_share), (jobs, jobs_share)) = (sums(weights.population), sums(weights.jobs));
        let units_share = share(count(moved.len()), count(all.len()));
        Self { units: moved.len(), units_share, population, population_share, jobs, jobs_share }
    }
}

/// Compares two variants.
pub fn compare(first: &Desk, second: &Desk) -> Compared {
    let (one, other) = (units(first), units(second));
    let list = |codes: BTreeSet<&String>| codes.into_iter().cloned().collect::<Vec<String>>();
    let (both, either) = (list(one.intersection(&other).collect()), one.union(&other).collect::<Vec<_>>());
    let known = |figure: fn(&Desk, UnitIx) -> Option<f64>, code: &str| {
        let of = |desk: &Desk| desk.ground.find(code).and_then(|unit| figure(desk, unit));
        of(first).or_else(|| of(second))
    };
    let (population, jobs) = (|code: &str| known(Desk::population, code), |code: &str| known(Desk::jobs, code));
    let moved: Vec<String> = one.symmetric_difference(&other).cloned().collect();
    let moved = Moved::of(&moved, &either, &Weights { population: &population, jobs: &jobs });
    let (by_units, by_residents) = measures(first, second);
    Compared {
        only_first: list(one.difference(&other).collect()),
        only_second: list(other.difference(&one).collect()),
        jaccard: (!either.is_empty()).then(|| count(both.len()) / count(either.len())),
        jaccard_by_population: moved.population_share.map(|share| 1.0 - share),
        by_units,
        by_residents,
        moved,
        both,
    }
}

fn units(desk: &Desk) -> BTreeSet<String> {
    desk.members.iter().map(|&unit| desk.code(unit).to_owned()).chain(desk.strangers.iter().cloned()).collect()
}

/// How far in and out agree over all units of the ground, by units and by employed residents.
fn measures(first: &Desk, second: &Desk) -> (Option<Measures>, Option<Measures>) {
    if first.ground.units() != second.ground.units() {
        return (None, None);
    }
    let in_and_out = |is_in: &UnitVec<bool>| Partition::from_labels(is_in.iter().map(|is_in| Some(*is_in)));
    let residents = first.residents();
    let compared = comparison::compare(&in_and_out(&first.is_in), &in_and_out(&second.is_in), residents.as_ref()).ok();
    let by_residents = compared.as_ref().and_then(|compared| compared.by_weight.as_ref()).map(Measures::from);
    (compared.map(|compared| Measures::from(&compared.by_units)), by_residents)
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
