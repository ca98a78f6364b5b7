//! Which unit is in which cluster, with sums kept up to date.
//!
//! A cluster is named by the unit that founded it, even after that unit has left. One place beyond the last unit, called
//! `nowhere`, stands for the reserve, for excluded units and for units set free for a moment: nothing there is ever a
//! candidate. Members hang in a linked list, so that a move costs no allocation. The rules live elsewhere.

use miedza_territory::{Flows, UnitIx, UnitVec};

use super::linkage::Links;
use super::preparation::Prepared;
use super::validity::{Cluster, Totals};

/// All clusters at one moment.
pub(super) struct Clusters<'a> {
    flows: &'a Flows,
    own: UnitVec<Totals>,
    homes: UnitVec<UnitIx>,
    totals: UnitVec<Totals>,
    from_home: UnitVec<f64>,
    sizes: UnitVec<u32>,
    first: UnitVec<UnitIx>,
    next: UnitVec<UnitIx>,
    previous: UnitVec<UnitIx>,
    nowhere: UnitIx,
}

impl<'a> Clusters<'a> {
    /// Each unit that takes part alone in its own cluster.
    pub fn alone(flows: &'a Flows, prepared: &Prepared) -> Self {
        let nowhere = UnitIx::new(flows.units().len());
        let homes: UnitVec<UnitIx> =
            prepared.ranks.enumerate().map(|(unit, rank)| if rank.is_some() { unit } else { nowhere }).collect();
        let places = nowhere.get() + 1;
        Self {
            flows,
            own: prepared.totals.clone(),
            totals: prepared.totals.iter().copied().chain([Totals::default()]).collect(),
            from_home: prepared.totals.iter().map(|totals| totals.internal).collect(),
            sizes: prepared.ranks.iter().map(|rank| u32::from(rank.is_some())).chain([0]).collect(),
            first: homes.iter().copied().chain([nowhere]).collect(),
            next: UnitVec::filled(places, nowhere),
            previous: UnitVec::filled(places, nowhere),
            homes,
            nowhere,
        }
    }

    /// The flows that the clusters stand on.
    pub const fn flows(&self) -> &'a Flows {
        self.flows
    }

    /// The place that is no cluster.
    pub const fn nowhere(&self) -> UnitIx {
        self.nowhere
    }

    /// The founder of the cluster of a unit, or `nowhere`.
    pub fn home(&self, unit: UnitIx) -> UnitIx {
        self.homes[unit]
    }

    /// Totals of one unit.
    pub fn own(&self, unit: UnitIx) -> Totals {
        self.own[unit]
    }

    /// A cluster with its totals.
    pub fn cluster(&self, founder: UnitIx) -> Cluster {
        Cluster { founder, totals: self.totals[founder] }
    }

    /// How many units a cluster has; 0 if it is not live.
    pub fn size(&self, founder: UnitIx) -> u32 {
        self.sizes[founder]
    }

    /// The units of a cluster, in no particular order.
    pub fn members(&self, founder: UnitIx) -> impl Iterator<Item = UnitIx> + '_ {
        let listed = |unit: UnitIx| (unit != self.nowhere).then_some(unit);
        std::iter::successors(listed(self.first[founder]), move |&unit| listed(self.next[unit]))
    }

    /// The unit to take out of a cluster: the one with the largest inflow from outside the cluster plus outflow to
    /// everywhere but itself; the smallest unit on a tie. Section 2.3, step 2.
    pub fn most_open_unit(&self, founder: UnitIx) -> UnitIx {
        let mut chosen = (self.nowhere, f64::NEG_INFINITY);
        for unit in self.members(founder) {
            let own = self.own[unit];
            let openness = (own.jobs - self.from_home[unit]) + (own.residents - own.internal);
            if openness > chosen.1 || (openness >= chosen.1 && unit < chosen.0) {
                chosen = (unit, openness);
            }
        }
        chosen.0
    }

    /// Totals that a cluster would have with one more unit.
    pub fn with(&self, founder: UnitIx, unit: UnitIx, links: &Links) -> Totals {
        sum(self.totals[founder], self.own[unit], links.exchange(founder))
    }

    /// Moves a unit, whose links must have been gathered, to another cluster or to `nowhere`.
    pub fn move_unit(&mut self, unit: UnitIx, target: UnitIx, links: &Links) {
        let source = self.homes[unit];
        let own = self.own[unit];
        if source != self.nowhere {
            self.totals[source] = difference(self.totals[source], own, links.exchange(source));
            self.unlink(unit, source);
        }
        if target != self.nowhere {
            self.totals[target] = sum(self.totals[target], own, links.exchange(target));
            self.from_home[unit] = own.internal + links.arriving(target);
            self.link(unit, target);
        }
        self.homes[unit] = target;
        self.tell_neighbours(unit, source, target);
    }

    /// Keeps the inflow from the own cluster of those who receive persons of the moved unit.
    fn tell_neighbours(&mut self, unit: UnitIx, source: UnitIx, target: UnitIx) {
        if self.sizes[source] == 0 && self.sizes[target] <= 1 {
            return;
        }
        for (other, persons) in self.flows.leaving(unit).filter(|&(other, _)| other != unit) {
            let home = self.homes[other];
            if home == source {
                self.from_home[other] -= persons;
            } else if home == target {
                self.from_home[other] += persons;
            }
        }
    }

    fn link(&mut self, unit: UnitIx, founder: UnitIx) {
        let head = self.first[founder];
        self.next[unit] = head;
        self.previous[unit] = self.nowhere;
        if head != self.nowhere {
            self.previous[head] = unit;
        }
        self.first[founder] = unit;
        self.sizes[founder] += 1;
    }

    fn unlink(&mut self, unit: UnitIx, founder: UnitIx) {
        let (before, after) = (self.previous[unit], self.next[unit]);
        if before == self.nowhere {
            self.first[founder] = after;
        } else {
            self.next[before] = after;
        }
        if after != self.nowhere {
            self.previous[after] = before;
        }
        self.sizes[founder] -= 1;
    }
}

fn sum(cluster: Totals, unit: Totals, exchange: f64) -> Totals {
    Totals {
        residents: cluster.residents + unit.residents,
        jobs: cluster.jobs + unit.jobs,
        internal: cluster.internal + unit.internal + exchange,
    }
}

fn difference(cluster: Totals, unit: Totals, exchange: f64) -> Totals {
    Totals {
        residents: cluster.residents - unit.residents,
        jobs: cluster.jobs - unit.jobs,
        internal: cluster.internal - unit.internal - exchange,
    }
}
