//! The scattered state: what an opened cluster is worth before its rest is put together again.
//!
//! Section 2.4. For one step the reference program sees each unit of the rest with each single flow among them. The
//! smallest and the largest of these values are needed, exactly; since validity rises (or, for a negative size factor,
//! falls) with the inner flow, the ends of the flows suffice, but for the flow that makes a unit look closed.

use miedza_territory::UnitIx;

use super::clusters::Clusters;
use super::validity::{Standard, Totals};

/// Smallest and largest of the values that stand for a scattered cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    /// Decides which cluster is the worst.
    pub smallest: f64,
    /// What a unit that joins must not fall short of.
    pub largest: f64,
}

/// Room for the single flows of one cluster, used again for each.
#[derive(Default)]
pub(super) struct Scratch {
    flows: Vec<f64>,
    members: Vec<UnitIx>,
}

impl Scratch {
    /// The range for a cluster with at least two units.
    pub fn range(&mut self, clusters: &Clusters<'_>, founder: UnitIx, standard: &Standard) -> Range {
        self.members.clear();
        self.members.extend(clusters.members(founder));
        let smallest_margin = self.members.iter().map(|&unit| larger_margin(clusters.own(unit))).fold(f64::INFINITY, f64::min);

        let mut ends = Ends::default();
        self.flows.clear();
        for &unit in &self.members {
            for (other, persons) in clusters.flows().leaving(unit) {
                if clusters.home(other) == founder {
                    ends.add(persons);
                    if persons >= smallest_margin {
                        self.flows.push(persons);
                    }
                }
            }
        }
        self.flows.sort_unstable_by(f64::total_cmp);
        self.members.iter().fold(Range { smallest: f64::INFINITY, largest: f64::NEG_INFINITY }, |range, &unit| {
            self.values_of(clusters.own(unit), &ends, standard)
                .into_iter()
                .flatten()
                .fold(range, |range, value| Range { smallest: range.smallest.min(value), largest: range.largest.max(value) })
        })
    }

    /// The extreme values of one unit: those of the ends that do not make it look closed, and 1 if some flow does.
    fn values_of(&self, unit: Totals, ends: &Ends, standard: &Standard) -> [Option<f64>; 3] {
        if ends.is_empty() {
            return [Some(standard.of(Totals { internal: 0.0, ..unit })), None, None];
        }
        let closing = larger_margin(unit);
        let value = |internal: Option<f64>| internal.map(|internal| standard.of(Totals { internal, ..unit }));
        let closed = self.flows.binary_search_by(|flow| flow.total_cmp(&closing)).is_ok();
        [value(ends.smallest_but(closing)), value(ends.largest_but(closing)), closed.then_some(1.0)]
    }
}

/// The flow that equals this makes the unit's self-containment exactly 1.
const fn larger_margin(unit: Totals) -> f64 {
    unit.residents.max(unit.jobs)
}

/// The two smallest and the two largest different values of a list.
struct Ends {
    low: [f64; 2],
    high: [f64; 2],
}

impl Default for Ends {
    fn default() -> Self {
        Self { low: [f64::INFINITY; 2], high: [f64::NEG_INFINITY; 2] }
    }
}

impl Ends {
    fn add(&mut self, value: f64) {
        if value < self.low[0] {
            self.low = [value, self.low[0]];
        } else if value > self.low[0] && value < self.low[1] {
            self.low[1] = value;
        }
        if value > self.high[0] {
            self.high = [value, self.high[0]];
        } else if value < self.high[0] && value > self.high[1] {
            self.high[1] = value;
        }
    }

    const fn is_empty(&self) -> bool {
        self.low[0].is_infinite()
    }

    fn smallest_but(&self, unwanted: f64) -> Option<f64> {
        first_but(self.low, unwanted)
    }

    fn largest_but(&self, unwanted: f64) -> Option<f64> {
        first_but(self.high, unwanted)
    }
}

#[expect(clippy::float_cmp, reason = "the flow that closes a unit equals its margin exactly")]
fn first_but(ends: [f64; 2], unwanted: f64) -> Option<f64> {
    ends.into_iter().find(|&value| value != unwanted).filter(|value| value.is_finite())
}
