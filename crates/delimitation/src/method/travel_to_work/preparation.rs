//! Before the first step: which units take part, and figures that add up exactly.
//!
//! Section 2.2. Units without residents, without jobs or without any exchange are set aside, again and again, since their
//! leaving lowers the totals of others. Counts with fractions are rounded to a power of two so small that nobody sees it
//! and so chosen that every later sum is exact: then no result hangs on the order of additions.

use std::borrow::Cow;

use miedza_territory::{Beyond, Flow, Flows, UnitIx, UnitVec};

use super::validity::Totals;
use crate::method::{Exclusion, Reason};

/// Units that take part, with their totals without the units that do not.
pub(super) struct Prepared {
    /// Residents, jobs and internal flow of each unit, flows of excluded units taken off; zeros for excluded units.
    pub totals: UnitVec<Totals>,
    /// Number of each unit among those that take part, from 1; `None` for excluded units.
    pub ranks: UnitVec<Option<u32>>,
    /// Units set aside, in the order in which it happened.
    pub excluded: Vec<Exclusion>,
}

/// The flows themselves if all are whole numbers, else rounded so that sums of them are exact.
pub(super) fn exact(flows: &Flows) -> Cow<'_, Flows> {
    let is_whole = |beyond: &Beyond| beyond.leaving.fract() == 0.0 && beyond.arriving.fract() == 0.0;
    let are_whole = || flows.iter().all(|flow| flow.persons.fract() == 0.0) && flows.all_beyond().iter().all(is_whole);
    if flows.total() < LARGEST_EXACT && are_whole() {
        return Cow::Borrowed(flows);
    }
    let mut quantum = 1.0 / LARGEST_EXACT;
    while flows.total() / quantum > LARGEST_EXACT / 2.0 {
        quantum *= 2.0;
    }
    let round = |persons: f64| (persons / quantum).round() * quantum;
    let rounded = flows.iter().map(|flow| Flow { persons: round(flow.persons), ..flow }).collect();
    let beyond = flows.all_beyond().iter().map(|held| Beyond { leaving: round(held.leaving), arriving: round(held.arriving) });
    let exact = Flows::new(flows.units().clone(), rounded).and_then(|exact| exact.with_beyond(beyond.collect()));
    Cow::Owned(exact.expect("the same pairs as before, still counts"))
}

/// 2^53: whole numbers up to here are exact.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

impl Prepared {
    /// Sets units aside until all that are left have residents, jobs and an exchange.
    pub fn of(flows: &Flows) -> Self {
        let units = flows.units();
        let totals = units.indices().map(|unit| Totals {
            residents: flows.residents(unit),
            jobs: flows.jobs(unit),
            internal: flows.internal(unit),
        });
        let mut rounds =
            Rounds { flows, totals: totals.collect(), gone: UnitVec::filled(units.len(), false), excluded: Vec::new() };
        let mut suspects: Vec<UnitIx> = units.indices().collect();
        while !suspects.is_empty() {
            suspects = rounds.exclude(&suspects);
        }
        let mut rank = 0;
        let ranks = rounds.gone.iter().map(|gone| {
            rank += u32::from(!gone);
            (!gone).then_some(rank)
        });
        Self { ranks: ranks.collect(), totals: rounds.totals, excluded: rounds.excluded }
    }
}

struct Rounds<'a> {
    flows: &'a Flows,
    totals: UnitVec<Totals>,
    gone: UnitVec<bool>,
    excluded: Vec<Exclusion>,
}

impl Rounds<'_> {
    /// One round: sets aside those of the suspects that must go; gives those whose totals fell by it, ascending.
    fn exclude(&mut self, suspects: &[UnitIx]) -> Vec<UnitIx> {
        let leaving: Vec<Exclusion> = suspects
            .iter()
            .filter(|&&unit| !self.gone[unit])
            .filter_map(|&unit| reason(self.totals[unit]).map(|reason| Exclusion { unit, reason }))
            .collect();
        let mut touched = Vec::new();
        for exclusion in &leaving {
            self.gone[exclusion.unit] = true;
        }
        for exclusion in &leaving {
            self.take_off(exclusion.unit, &mut touched);
        }
        self.excluded.extend(leaving);
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    fn take_off(&mut self, unit: UnitIx, touched: &mut Vec<UnitIx>) {
        for (destination, persons) in self.flows.leaving(unit).filter(|&(other, _)| !self.gone[other]) {
            self.totals[destination].jobs -= persons;
            touched.push(destination);
        }
        for (origin, persons) in self.flows.arriving(unit).filter(|&(other, _)| !self.gone[other]) {
            self.totals[origin].residents -= persons;
            touched.push(origin);
        }
        self.totals[unit] = Totals::default();
    }
}

#[expect(clippy::float_cmp, reason = "sums are exact here, and the rule asks for equality")]
fn reason(unit: Totals) -> Option<Reason> {
    if unit.residents <= 0.0 {
        Some(Reason::NoResidents)
    } else if unit.jobs <= 0.0 {
        Some(Reason::NoJobs)
    } else if unit.internal == unit.residents && unit.internal == unit.jobs {
        Some(Reason::Closed)
    } else {
        None
    }
}
