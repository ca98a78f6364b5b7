//! How strongly a unit is linked with each cluster.
//!
//! Section 2.3, steps 3 and 4: the flows of one unit are gathered by cluster in scratch rows that are cleared, not
//! allocated, for each unit; then the strongest candidate is found, with the tie rule of the reference program.

use std::cmp::Ordering;

use miedza_territory::{UnitIx, UnitVec};

use super::clusters::Clusters;
use super::validity::Totals;

/// Flows of one unit to and from each cluster.
pub(super) struct Links {
    to: UnitVec<f64>,
    from: UnitVec<f64>,
    touched: Vec<UnitIx>,
}

/// A cluster that a unit could join.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Its founder.
    pub founder: UnitIx,
    /// `L`, how strongly the two are linked.
    pub linkage: f64,
    outgoing_only: bool,
}

/// The strongest candidate and the next one, for the log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    /// The one to join.
    pub best: Candidate,
    /// The one that stands second, if there are two.
    pub runner_up: Option<Candidate>,
}

impl Links {
    /// Scratch rows for this many units.
    pub fn new(units: usize) -> Self {
        Self { to: UnitVec::filled(units + 1, 0.0), from: UnitVec::filled(units + 1, 0.0), touched: Vec::new() }
    }

    /// Gathers the flows of a unit with all others, by their cluster.
    pub fn gather(&mut self, clusters: &Clusters<'_>, unit: UnitIx) {
        for place in self.touched.drain(..) {
            self.to[place] = 0.0;
            self.from[place] = 0.0;
        }
        for (other, persons) in clusters.flows().leaving(unit).filter(|&(other, _)| other != unit) {
            let home = clusters.home(other);
            if self.to[home] <= 0.0 {
                self.touched.push(home);
            }
            self.to[home] += persons;
        }
        for (other, persons) in clusters.flows().arriving(unit).filter(|&(other, _)| other != unit) {
            let home = clusters.home(other);
            if self.to[home] <= 0.0 && self.from[home] <= 0.0 {
                self.touched.push(home);
            }
            self.from[home] += persons;
        }
    }

    /// Persons between the unit and a cluster, both ways.
    pub fn exchange(&self, founder: UnitIx) -> f64 {
        self.to[founder] + self.from[founder]
    }

    /// Persons who come from a cluster to the unit.
    pub fn arriving(&self, founder: UnitIx) -> f64 {
        self.from[founder]
    }

    /// The candidate with the strongest link among live clusters other than the unit's own.
    ///
    /// On equal strength a cluster without a flow towards the unit wins over one with, then the larger label.
    pub fn strongest(&self, clusters: &Clusters<'_>, unit: UnitIx) -> Option<Choice> {
        let own = clusters.own(unit);
        let (home, nowhere) = (clusters.home(unit), clusters.nowhere());
        let mut choice: Option<Choice> = None;
        for &founder in self.touched.iter().filter(|&&founder| founder != home && founder != nowhere) {
            let candidate = self.candidate(own, clusters.cluster(founder).totals, founder);
            choice = Some(match choice {
                None => Choice { best: candidate, runner_up: None },
                Some(Choice { best, .. }) if candidate.beats(&best) => Choice { best: candidate, runner_up: Some(best) },
                Some(Choice { best, runner_up: None }) => Choice { best, runner_up: Some(candidate) },
                Some(Choice { best, runner_up: Some(second) }) => {
                    Choice { best, runner_up: Some(if candidate.beats(&second) { candidate } else { second }) }
                }
            });
        }
        choice
    }

    fn candidate(&self, unit: Totals, cluster: Totals, founder: UnitIx) -> Candidate {
        let (to, from) = (self.to[founder], self.from[founder]);
        Candidate { founder, linkage: linkage(unit, cluster, Exchange { to, from }), outgoing_only: from <= 0.0 }
    }
}

/// Persons between a unit and a cluster that does not hold it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exchange {
    /// From the unit to the cluster.
    pub to: f64,
    /// From the cluster to the unit.
    pub from: f64,
}

/// `L`: the flow out, as a share of the unit's residents and of the cluster's jobs, plus the flow in, as a share of the
/// cluster's residents and of the unit's jobs; 0 or more.
///
/// # Source
/// Coombes & Bond (2008); evaluated in the order of the Istat implementation.
#[must_use]
pub fn linkage(unit: Totals, cluster: Totals, exchange: Exchange) -> f64 {
    let term = |persons: f64, origin: f64, destination: f64| {
        if persons > 0.0 { ((persons / origin) * persons) / destination } else { 0.0 }
    };
    term(exchange.to, unit.residents, cluster.jobs) + term(exchange.from, cluster.residents, unit.jobs)
}

impl Candidate {
    fn beats(&self, other: &Self) -> bool {
        let order = self.linkage.total_cmp(&other.linkage);
        order.then(self.outgoing_only.cmp(&other.outgoing_only)).then(self.founder.cmp(&other.founder)) == Ordering::Greater
    }
}
