//! Before the first step: which units take part.
//!
//! Section 2.2. Units without residents, without jobs or without any exchange are set aside, again and again, since their
//! leaving lowers the totals of others.

use miedza_territory::{Flows, UnitIx, UnitVec};

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
