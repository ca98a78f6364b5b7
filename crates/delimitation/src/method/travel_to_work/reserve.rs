//! The end: units of the reserve are given to the clusters they are linked with most.
//!
//! Section 2.6. No validity is asked for here, so an area may end below 1; the outcome keeps the state before this stage.

use miedza_territory::UnitIx;

use super::steps::{Run, figures};
use crate::method::{Action, Reason, Step};

impl Run<'_> {
    /// Gives away the reserve, from the last unit to the first, pass by pass; what has no link stays and is returned,
    /// ascending.
    pub fn empty_reserve(&mut self) -> Vec<UnitIx> {
        let mut waiting = std::mem::take(&mut self.reserve);
        waiting.sort_unstable();
        loop {
            let before = waiting.len();
            waiting = self.pass(&waiting);
            if waiting.len() == before {
                break;
            }
        }
        for &unit in &waiting {
            self.log.push(Step { reason: Reason::NoLink, ..Step::of(Action::Unassigned, unit) });
        }
        waiting
    }

    fn pass(&mut self, waiting: &[UnitIx]) -> Vec<UnitIx> {
        let mut left = Vec::new();
        for &unit in waiting.iter().rev() {
            self.links.gather(&self.clusters, unit);
            match self.links.strongest(&self.clusters, unit) {
                None => left.push(unit),
                Some(choice) => {
                    let target = choice.best.founder;
                    self.clusters.move_unit(unit, target, &self.links);
                    let figures = figures(&choice);
                    let step = Step::of(Action::AssignedFromReserve, unit);
                    self.log.push(Step { to: Some(target), reason: Reason::StrongestLink, figures, ..step });
                }
            }
        }
        left.reverse();
        left
    }
}
