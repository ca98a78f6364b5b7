//! The answer as a program reads it. Names of members are part of the promise.

use miedza_delimitation::compare::{self as comparison, Agreement, Comparison};
use miedza_territory::{AreaIx, Partition, UnitCode, UnitIx, UnitVec};
use serde::Serialize;

use super::ground::Ground;
use crate::delimitation::summary::Marks;

/// Two partitions side by side.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// Marks of either partition, as the summary beside it has them, and of the flows.
    pub(super) marks: Marks,
    /// How many units both partitions put into an area.
    pub(super) common_units: usize,
    /// Units that only the first puts into an area.
    pub(super) only_first: Vec<UnitCode>,
    /// Units that only the second puts into an area.
    pub(super) only_second: Vec<UnitCode>,
    /// How many areas the partitions have.
    pub(super) areas: [usize; 2],
    /// Agreement, each unit counting 1.
    pub(super) units: Measures,
    /// What a unit weighs: `employed_residents`, `out_commuters` where the flows have no diagonal, `null` without flows.
    pub(super) weight: Option<&'static str>,
    /// Agreement, each unit counting this weight; `null` without flows.
    pub(super) weighted: Option<Measures>,
    /// Units that are not in the area assigned to theirs.
    pub(super) changed: Vec<Changed>,
    /// Units of `only_first` with what they held: they leave all areas.
    pub(super) left: Vec<Changed>,
    /// Units of `only_second`: they join an area.
    pub(super) joined: Vec<Changed>,
    /// Weight of these units, or their number without flows.
    pub(super) changed_weight: f64,
    /// What moves with them.
    pub(super) moved: Vec<MovedFigure>,
    /// Areas in several pieces, first and second; `null` where neighbours are not known.
    pub(super) contiguity: Option<[Pieces; 2]>,
    /// For each area of the first partition the one of the second that it is most like.
    pub(super) best_matches: Vec<BestMatch>,
    /// For each area of the second partition the one of the first that it is most like.
    pub(super) best_matches_of_second: Vec<BestMatch>,
}

/// Measures of agreement.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Measures {
    pub adjusted_rand: Option<f64>,
    pub normalised_mutual_information: f64,
    /// In nats.
    pub variation_of_information: f64,
}

/// A unit that changes its area, leaves all areas or joins one; `from` or `to` is empty for none.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    pub unit: UnitCode,
    pub name: Option<String>,
    pub from: String,
    pub to: String,
    /// What people call the areas.
    pub from_name: String,
    pub to_name: String,
    pub employed_residents: Option<f64>,
    pub jobs: Option<f64>,
    pub population: Option<f64>,
}

/// A figure, and the part of it in units that change, leave or join.
#[derive(Debug, Serialize)]
pub(super) struct MovedFigure {
    /// `units`, `employed_residents` or `out_commuters`, `jobs` or `in_commuters`, `population`.
    pub figure: &'static str,
    #[serde(flatten)]
    pub sums: comparison::Moved,
}

/// How far areas are from lying in one piece each.
#[derive(Debug, Serialize)]
pub(super) struct Pieces {
    /// Pieces beyond the first, over all areas.
    pub violations: usize,
    /// Areas in several pieces.
    pub areas: usize,
    /// Units outside the main piece of their area.
    pub units: Vec<UnitCode>,
    /// Inhabitants of these units; `null` where any figure is missing.
    pub population: Option<f64>,
}

/// An area and the one of the other partition that it is most like.
#[derive(Debug, Serialize)]
pub(super) struct BestMatch {
    pub first: String,
    pub second: String,
    /// What people call the area that is matched.
    pub name: String,
    pub jaccard: f64,
    pub moved_out: f64,
    pub moved_in: f64,
    /// Whether the two are also the pair that is counted as the same area.
    pub assigned: bool,
}

impl Compared {
    pub(super) fn of(found: &Comparison, ground: &Ground) -> Self {
        let codes = |list: &[UnitIx]| list.iter().map(|&unit| ground.units.code(unit).clone()).collect();
        let all = |list: &[UnitIx]| list.iter().map(|&unit| changed(ground, unit)).collect();
        let [first, second] = &ground.sides;
        let back = comparison::compare(&second.partition, &first.partition, ground.weights().as_ref());
        let back = back.map(|back| back.best_matches).unwrap_or_default();
        let are_commuters = ground.flows.as_ref().map(|flows| flows.are_commuters);
        Self {
            marks: ground.marks,
            common_units: found.compared,
            only_first: codes(&found.only_first),
            only_second: codes(&found.only_second),
            areas: [first.partition.len(), second.partition.len()],
            units: (&found.by_units).into(),
            weight: are_commuters.map(|are| if are { "out_commuters" } else { "employed_residents" }),
            weighted: found.by_weight.as_ref().map(Into::into),
            changed: all(&found.changed),
            left: all(&found.only_first),
            joined: all(&found.only_second),
            changed_weight: found.changed_weight,
            moved: moved(found, ground),
            contiguity: pieces(ground),
            best_matches: found.best_matches.iter().map(|own| best_match(found, ground, own, 0)).collect(),
            best_matches_of_second: back.iter().map(|own| best_match(found, ground, own, 1)).collect(),
        }
    }
}

fn changed(ground: &Ground, unit: UnitIx) -> Changed {
    let area = |side: usize| ground.sides[side].name(ground.sides[side].partition.area_of(unit));
    let called =
        |side: usize| ground.sides[side].partition.area_of(unit).map_or_else(String::new, |area| ground.area_name(side, area));
    Changed {
        unit: ground.units.code(unit).clone(),
        name: ground.name(unit).map(ToOwned::to_owned),
        from: area(0),
        to: area(1),
        from_name: called(0),
        to_name: called(1),
        employed_residents: ground.flows.as_ref().and_then(|flows| flows.residents[unit]),
        jobs: ground.flows.as_ref().and_then(|flows| flows.jobs[unit]),
        population: ground.population.as_ref().and_then(|population| population[unit]),
    }
}

fn moved(found: &Comparison, ground: &Ground) -> Vec<MovedFigure> {
    let sides = [&ground.sides[0].partition, &ground.sides[1].partition];
    let ones: UnitVec<Option<f64>> = ground.units.indices().map(|_| Some(1.0)).collect();
    let flows = ground.flows.as_ref();
    let names = match flows {
        Some(flows) if flows.are_commuters => ["out_commuters", "in_commuters"],
        _ => ["employed_residents", "jobs"],
    };
    let figures = [
        ("units", Some(&ones)),
        (names[0], flows.map(|flows| &flows.residents)),
        (names[1], flows.map(|flows| &flows.jobs)),
        ("population", ground.population.as_ref()),
    ];
    let known = figures.into_iter().filter_map(|(figure, of)| Some((figure, of?)));
    known.map(|(figure, of)| MovedFigure { figure, sums: comparison::moved(found, sides, of) }).collect()
}

fn pieces(ground: &Ground) -> Option<[Pieces; 2]> {
    let neighbours = ground.land.neighbours()?;
    let of = |side: usize| {
        let partition = &ground.sides[side].partition;
        // A unit without a boundary is not apart: nobody knows where it lies.
        let lies = |&unit: &UnitIx| !ground.land.is_known() || ground.land.unit_shape(unit).is_some();
        let placed = partition.units().map(|unit| Some(unit).filter(lies).and_then(|unit| partition.area_of(unit)));
        let found = comparison::violations(&Partition::from_labels(placed), neighbours);
        let population = ground.population.as_ref();
        Pieces {
            violations: found.violations,
            areas: found.areas,
            population: population.and_then(|figures| found.apart.iter().map(|&unit| figures[unit]).sum()),
            units: found.apart.iter().map(|&unit| ground.units.code(unit).clone()).collect(),
        }
    };
    Some([of(0), of(1)])
}

/// A match as the side that it was looked for from has it; `first` is always of the first partition.
fn best_match(found: &Comparison, ground: &Ground, own: &comparison::Match, side: usize) -> BestMatch {
    let pair: (AreaIx, AreaIx) = if side == 0 { (own.first, own.second) } else { (own.second, own.first) };
    BestMatch {
        first: ground.sides[0].name(Some(pair.0)),
        second: ground.sides[1].name(Some(pair.1)),
        name: ground.area_name(side, own.first),
        jaccard: own.jaccard,
        moved_out: own.moved_out,
        moved_in: own.moved_in,
        assigned: found.assignment.binary_search(&pair).is_ok(),
    }
}

impl From<&Agreement> for Measures {
    fn from(agreement: &Agreement) -> Self {
        Self {
            adjusted_rand: agreement.adjusted_rand,
            normalised_mutual_information: agreement.normalised_mutual_information,
            variation_of_information: agreement.variation_of_information,
        }
    }
}
