//! From groups of units to an outcome: what methods that search a graph for areas have in common.
//!
//! The best of several trials, areas in the order of their smallest unit, and one step of the log for each unit: the share
//! of its exchange with other units that stays in its area, and the area that comes second.

use miedza_territory::{AreaIx, AreaVec, Flows, Partition, UnitIx, UnitVec};

use super::{Action, Exclusion, Figures, Method, Outcome, Quality, Reason, Step};
use crate::quality::seat;

/// The groups of the best trial, one number for each unit, with what they are worth.
pub(super) struct Chosen {
    groups: Vec<u32>,
    quality: Quality,
}

/// The best of several trials, the earlier one on a tie.
///
/// # Panics
/// If there is no trial.
pub(super) fn best(
    name: &'static str,
    trials: Vec<Vec<u32>>,
    value: impl Fn(&Vec<u32>) -> f64 + Send + Sync,
    beats: impl Fn(f64, f64) -> bool,
) -> Chosen {
    use rayon::prelude::*;
    let values: Vec<f64> = trials.par_iter().map(value).collect();
    let mut first = 0;
    let mut worst = values[0];
    for (trial, &value) in values.iter().enumerate() {
        if beats(value, values[first]) {
            first = trial;
        }
        if beats(worst, value) {
            worst = value;
        }
    }
    let groups = trials.into_iter().nth(first).expect("as many trials as values");
    Chosen { groups, quality: Quality { name, value: values[first], worst, trials: values.len() } }
}

/// The groups of a partition; units of no area are groups of their own.
pub(super) fn numbers(partition: &Partition) -> Vec<u32> {
    let mut next = partition.len();
    let number = |unit| {
        partition.area_of(unit).map_or_else(
            || {
                next += 1;
                next - 1
            },
            AreaIx::get,
        )
    };
    partition.units().map(number).map(super::leiden::graph::number).collect()
}

/// Whether a unit has neither residents nor jobs in the matrix.
pub(super) fn is_without_flow(flows: &Flows, unit: UnitIx) -> bool {
    flows.residents(unit) <= 0.0 && flows.jobs(unit) <= 0.0
}

/// The outcome of groups; units without any flow are set aside.
pub(super) fn outcome(method: Method, flows: &Flows, chosen: Chosen) -> Outcome {
    let units = flows.units();
    let label = |unit: UnitIx| (!is_without_flow(flows, unit)).then(|| chosen.groups[unit.get()]);
    let partition = Partition::from_labels(units.indices().map(label));
    let seats: AreaVec<UnitIx> = partition.areas().map(|area| seat(flows, &partition, area)).collect();
    let mut ties = Ties { flows, partition: &partition, seats: &seats, persons: AreaVec::filled(partition.len(), 0.0) };
    let log: Vec<Step> = units.indices().map(|unit| ties.step(unit)).collect();
    let excluded = partition.unassigned().map(|unit| Exclusion { unit, reason: Reason::NoFlow }).collect();
    let number = |area: AreaIx| u32::try_from(area.get() + 1).expect("areas are fewer than units");
    let labels: UnitVec<Option<u32>> = partition.units().map(|unit| partition.area_of(unit).map(number)).collect();
    let (cores, steps) = (AreaVec::filled(partition.len(), Vec::new()), log.len());
    Outcome { partition, labels, excluded, cores, quality: Some(chosen.quality), steps, ..Outcome::new(method, log) }
}

/// How units are tied to areas.
struct Ties<'a> {
    flows: &'a Flows,
    partition: &'a Partition,
    seats: &'a AreaVec<UnitIx>,
    /// Exchange of one unit by area; swept clean after each use.
    persons: AreaVec<f64>,
}

impl Ties<'_> {
    /// Why a unit is where it is.
    fn step(&mut self, unit: UnitIx) -> Step {
        let Some(own) = self.partition.area_of(unit) else {
            return Step { reason: Reason::NoFlow, ..Step::of(Action::Excluded, unit) };
        };
        let (inside, all, second) = self.exchange(unit, own);
        let alone = self.partition.members(own).len() == 1;
        let figures = Figures {
            share: (all > 0.0).then(|| inside / all),
            persons: Some(inside),
            runner_up: second.map(|(area, _)| self.seats[area]),
            runner_up_share: second.map(|(_, persons)| persons / all),
            ..Figures::default()
        };
        let reason = if alone { Reason::BetterAlone } else { Reason::ExchangeInside };
        Step { to: Some(self.seats[own]), reason, figures, ..Step::of(Action::Grouped, unit) }
    }

    /// Persons exchanged with other units: in the own area, in all, and with the other area that has most, the smaller
    /// number on a tie.
    fn exchange(&mut self, unit: UnitIx, own: AreaIx) -> (f64, f64, Option<(AreaIx, f64)>) {
        let (mut all, mut touched) = (0.0, Vec::new());
        let flows = self.flows.leaving(unit).chain(self.flows.arriving(unit));
        for (other, persons) in flows.filter(|&(other, _)| other != unit) {
            let area = self.partition.area_of(other).expect("a unit with a flow has an area");
            if self.persons[area] <= 0.0 {
                touched.push(area);
            }
            self.persons[area] += persons;
            all += persons;
        }
        let inside = self.persons[own];
        let mut second: Option<(AreaIx, f64)> = None;
        for area in touched {
            let persons = std::mem::take(&mut self.persons[area]);
            let is_more = second.is_none_or(|(best, most)| persons > most || (persons >= most && area < best));
            if area != own && is_more {
                second = Some((area, persons));
            }
        }
        (inside, all, second)
    }
}
