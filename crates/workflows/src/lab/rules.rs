//! A variant held against the rules of `planning`: the facts are put together here.

use std::collections::BTreeMap;

use miedza_delimitation::quality;
use miedza_planning::delimitation::{Base, Facts, Finding, check};
use miedza_territory::{UnitIx, UnitVec};

use super::desk::Desk;

impl Desk {
    /// All rules with how they came out.
    pub fn rules(&self) -> Vec<Finding> {
        check(&self.facts(), &self.limits)
    }

    fn facts(&self) -> Facts {
        let lonely = |neighbours: &miedza_territory::Neighbours| -> Vec<UnitIx> {
            let alone = |unit: UnitIx| !neighbours.of(unit).iter().any(|contact| self.is_in[contact.unit]);
            self.members.iter().copied().filter(|&unit| self.members.len() > 1 && alone(unit)).collect()
        };
        let known_member = |unit: &UnitIx| self.is_member[*unit];
        let outside: Vec<UnitIx> = self.ground.units().indices().filter(known_member).filter(|&unit| !self.is_in[unit]).collect();
        let no_members: Vec<UnitIx> = self.members.iter().copied().filter(|unit| !known_member(unit)).collect();
        Facts {
            units: self.members.len() + self.strangers.len(),
            pieces: self.pieces().map(|pieces| pieces.iter().map(|piece| self.codes(piece)).collect()),
            lonely: self.ground.touching.as_ref().map(|neighbours| self.codes(&lonely(neighbours))),
            core: self.codes(&self.core),
            core_population: self.core.iter().map(|&unit| self.population(unit)).sum(),
            shares: self.shares(),
            is_made_again: self.is_made_again(),
            members_outside: self.codes(&outside),
            no_members: self.codes(&no_members),
            has_members: self.is_member.iter().any(|is_member| *is_member),
            variants: self.setting.variants,
            counties: self.figures_of_counties(),
        }
    }

    /// Share of each unit outside the core that works in the core.
    fn shares(&self) -> BTreeMap<String, Option<f64>> {
        let core = self.core_set();
        let ring = self.members.iter().copied().filter(|&unit| !core[unit]);
        let known = ring.map(|unit| (self.code(unit).to_owned(), self.core_share(unit, &core)));
        known.chain(self.strangers.iter().map(|code| (code.clone(), None))).collect()
    }

    /// Share of those who live in a unit and work in the core: of its employed residents where they are known or estimated,
    /// else of those who leave it for work.
    pub(super) fn core_share(&self, unit: UnitIx, core: &UnitVec<bool>) -> Option<f64> {
        let flows = &self.matrix.flows;
        let bond = quality::bond(flows, core, unit);
        let whole = if self.matrix.has_diagonal() { flows.residents(unit) } else { bond.out_commuters };
        (whole > 0.0).then(|| bond.to_set / whole)
    }

    /// Whether the same run gives the units with which the variant began.
    fn is_made_again(&self) -> Option<bool> {
        let Base::Method { run, units } = self.base() else { return None };
        let made = self.made.as_ref()?;
        let wanted: Vec<UnitIx> = run.area_of.iter().filter_map(|code| self.ground.find(code)).collect();
        let mut again = self.codes(&made.members(&made.areas_of(&wanted)));
        again.sort_unstable();
        Some(again.iter().eq(units.iter()))
    }
}
