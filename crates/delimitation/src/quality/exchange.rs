//! One set of units against the rest of the matrix: who stays, who goes, and how strongly each unit is tied to the set.
//!
//! For areas that people put together themselves; figures of every area of a partition are in [`super::areas()`].

use miedza_territory::{Flows, UnitIx, UnitVec};
use serde::Serialize;

use super::areas::{ratio, sum};

/// Who moves inside a set of units, and across its border, in persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Exchange {
    /// Who lives and works in the same unit of the set.
    pub staying: f64,
    /// Who goes from one unit of the set to another.
    pub between: f64,
    /// Who leaves the set for work.
    pub leaving: f64,
    /// Who comes to the set for work.
    pub arriving: f64,
}

impl Exchange {
    /// Share of those who leave their unit and stay in the set, 0 to 1. It can be told without a diagonal too.
    #[must_use]
    pub fn kept_share(&self) -> Option<f64> {
        ratio(self.between, self.between + self.leaving)
    }

    /// Share of employed residents who work in the set, 0 to 1.
    #[must_use]
    pub fn supply_self_containment(&self) -> Option<f64> {
        ratio(self.staying + self.between, self.staying + self.between + self.leaving)
    }

    /// Share of jobs that are held by residents of the set, 0 to 1.
    #[must_use]
    pub fn demand_self_containment(&self) -> Option<f64> {
        ratio(self.staying + self.between, self.staying + self.between + self.arriving)
    }
}

/// The exchange of the units that are in, with each other and with the rest.
#[must_use]
pub fn exchange(flows: &Flows, is_in: &UnitVec<bool>) -> Exchange {
    let mut found = Exchange::default();
    for unit in flows.units().indices().filter(|&unit| is_in[unit]) {
        found.staying += flows.internal(unit);
        for (other, persons) in flows.leaving(unit).filter(|&(other, _)| other != unit) {
            if is_in[other] {
                found.between += persons;
            } else {
                found.leaving += persons;
            }
        }
        found.arriving += sum(flows.arriving(unit).filter(|&(other, _)| !is_in[other]).map(|(_, persons)| persons));
        found.leaving += flows.beyond(unit).leaving;
        found.arriving += flows.beyond(unit).arriving;
    }
    found
}

/// How strongly a unit is tied to a set, itself left out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bond {
    /// Who leaves the unit for work, persons.
    pub out_commuters: f64,
    /// Who of them works in the set.
    pub to_set: f64,
    /// Who comes from the set to work here.
    pub from_set: f64,
}

impl Bond {
    /// Share of those who leave who work in the set, 0 to 1; `None` if nobody leaves.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        ratio(self.to_set, self.out_commuters)
    }
}

/// How strongly a unit is tied to the units that are in.
#[must_use]
pub fn bond(flows: &Flows, is_in: &UnitVec<bool>, unit: UnitIx) -> Bond {
    let leaving = || flows.leaving(unit).filter(|&(other, _)| other != unit);
    let arriving = flows.arriving(unit).filter(|&(other, _)| other != unit && is_in[other]);
    Bond {
        out_commuters: sum(leaving().map(|(_, persons)| persons)) + flows.beyond(unit).leaving,
        to_set: sum(leaving().filter(|&(other, _)| is_in[other]).map(|(_, persons)| persons)),
        from_set: sum(arriving.map(|(_, persons)| persons)),
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::Beyond;
    use miedza_territory::samples::{code, two_towns};

    use super::*;

    fn set(flows: &Flows, codes: &[&str]) -> UnitVec<bool> {
        flows.units().codes().iter().map(|unit| codes.iter().any(|text| code(text) == *unit)).collect()
    }

    #[test]
    fn every_commuter_of_a_set_stays_moves_inside_or_leaves() {
        let flows = two_towns();

        let found = exchange(&flows, &set(&flows, &["1", "2", "3"]));

        // 900 + 60 + 50 stay, 140 + 100 + 10 move inside, 40 go to 4; 30 come from 4 and 40 from 6.
        assert_eq!(found, Exchange { staying: 1010.0, between: 250.0, leaving: 40.0, arriving: 70.0 });
        assert_eq!(found.kept_share(), Some(250.0 / 290.0));
        assert_eq!(found.supply_self_containment(), Some(1260.0 / 1300.0));
        assert_eq!(found.demand_self_containment(), Some(1260.0 / 1330.0));
    }

    #[test]
    fn a_bond_leaves_the_unit_itself_out() {
        let flows = two_towns();
        let village = flows.units().find(&code("3")).expect("in the sample");

        let found = bond(&flows, &set(&flows, &["1", "2", "3"]), village);

        assert_eq!(found, Bond { out_commuters: 110.0, to_set: 110.0, from_set: 0.0 });
        assert_eq!(bond(&flows, &set(&flows, &["4"]), village).share(), Some(0.0));
    }

    #[test]
    fn who_goes_beyond_the_units_leaves_every_set() {
        let flows = two_towns();
        let mut beyond = UnitVec::filled(flows.units().len(), Beyond::default());
        let village = flows.units().find(&code("3")).expect("in the sample");
        beyond[village] = Beyond { leaving: 90.0, arriving: 7.0 };
        let flows = flows.with_beyond(beyond).expect("counts");

        let found = exchange(&flows, &set(&flows, &["1", "2", "3"]));

        assert_eq!(found, Exchange { staying: 1010.0, between: 250.0, leaving: 130.0, arriving: 77.0 });
        let found = bond(&flows, &set(&flows, &["1"]), village);
        assert_eq!(found, Bond { out_commuters: 200.0, to_set: 100.0, from_set: 0.0 });
    }

    #[test]
    fn an_empty_set_has_no_share() {
        let flows = two_towns();

        let found = exchange(&flows, &set(&flows, &[]));

        assert_eq!((found.kept_share(), found.supply_self_containment()), (None, None));
    }
}
