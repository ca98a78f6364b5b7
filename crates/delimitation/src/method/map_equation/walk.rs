//! The random walker: how often it visits each unit, and how often it steps from one to another.
//!
//! Undirected: rates are in proportion to all that a unit exchanges. Directed: the walker follows flows from origin to
//! destination and now and then, or where no flow leads on, starts anew elsewhere ("teleports"), so that no corner holds it
//! for ever. Unrecorded, restarts pick origins of flows and are left out of the steps that are coded (Lambiotte & Rosvall
//! 2012); recorded, they pick destinations of flows and are coded like other steps.

use miedza_territory::{Flows, UnitIx};

use super::{Parameters, Teleportation};
use crate::method::leiden::graph::{Graph, at};

/// More rounds of the power iteration than this do not change the rates in a way that counts.
const MOST_ROUNDS: usize = 200;
/// Change of all rates together below which they stand still.
const STILL: f64 = 1e-15;

/// What is known of a unit or of a module of units; a module has the sums.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rates {
    /// Share of steps that end here.
    pub visit: f64,
    /// Share of steps that lead from here to another unit along a flow; for a module, to another module.
    pub out: f64,
    /// Share of steps that lead here from another unit along a flow.
    pub back: f64,
    /// Share of steps that teleport from here and are recorded.
    pub source: f64,
    /// Chance that a recorded teleportation ends here.
    pub target: f64,
}

/// The walker on a graph: both directions of the steps between nodes, and the rates of each node.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Steps between two nodes, both directions summed.
    pub graph: Graph,
    /// The rates of each node.
    pub nodes: Vec<Rates>,
    /// Share of all steps that teleport and are recorded.
    pub source: f64,
}

impl Walk {
    /// The walker on a matrix.
    pub fn of(flows: &Flows, parameters: &Parameters) -> Self {
        if parameters.directed { Directed::of(flows, parameters).walk() } else { undirected(flows, parameters) }
    }

    /// The walker between groups, numbered from 0 to `count` without gaps.
    pub fn merged(&self, groups: &[u32], count: usize) -> Self {
        Self { graph: self.graph.merged(groups, count), nodes: self.modules(groups, count), source: self.source }
    }

    /// The rates of groups.
    pub fn modules(&self, groups: &[u32], count: usize) -> Vec<Rates> {
        let mut modules = vec![Rates::default(); count];
        for node in self.graph.nodes() {
            let (own, rates) = (groups[at(node)], self.nodes[at(node)]);
            let inside = self.graph.row(node).filter(|&(other, _)| groups[at(other)] == own);
            // Each step inside is seen from both its ends.
            let inside = inside.fold(0.0, |sum, (_, steps)| sum + steps) / 2.0;
            let module = &mut modules[at(own)];
            module.visit += rates.visit;
            module.out += rates.out - inside;
            module.back += rates.back - inside;
            module.source += rates.source;
            module.target += rates.target;
        }
        modules
    }
}

/// Persons who count on the diagonal.
fn self_flow(flows: &Flows, unit: UnitIx, parameters: &Parameters) -> f64 {
    if parameters.self_flows { flows.internal(unit) } else { 0.0 }
}

fn away(row: impl Iterator<Item = (UnitIx, f64)>, unit: UnitIx) -> f64 {
    row.filter(|&(other, _)| other != unit).fold(0.0, |sum, (_, persons)| sum + persons)
}

fn undirected(flows: &Flows, parameters: &Parameters) -> Walk {
    let units = || flows.units().indices();
    let ends: Vec<f64> = units().map(|unit| away(flows.leaving(unit), unit) + away(flows.arriving(unit), unit)).collect();
    let strengths: Vec<f64> = units().map(|unit| ends[unit.get()] + self_flow(flows, unit, parameters)).collect();
    let all = strengths.iter().fold(0.0, |sum, strength| sum + strength);
    let share = |persons: f64| if all > 0.0 { persons / all } else { 0.0 };
    let rates = |(strength, end): (&f64, &f64)| Rates {
        visit: share(*strength),
        out: share(*end),
        back: share(*end),
        ..Rates::default()
    };
    let nodes = strengths.iter().zip(&ends).map(rates).collect();
    Walk { graph: Graph::of(flows, |_| share(2.0)), nodes, source: 0.0 }
}

/// The directed walker while its rates are found.
struct Directed<'a> {
    flows: &'a Flows,
    parameters: &'a Parameters,
    /// Persons who leave each unit, the diagonal if it counts.
    leaving: Vec<f64>,
    /// Chance that a restart ends in each unit.
    target: Vec<f64>,
}

impl<'a> Directed<'a> {
    fn of(flows: &'a Flows, parameters: &'a Parameters) -> Self {
        let own = |unit| self_flow(flows, unit, parameters);
        let sums = |one_way: &dyn Fn(UnitIx) -> f64| -> Vec<f64> {
            flows.units().indices().map(|unit| one_way(unit) + own(unit)).collect()
        };
        let leaving = sums(&|unit| away(flows.leaving(unit), unit));
        let mut target = match parameters.teleportation {
            Teleportation::Unrecorded => leaving.clone(),
            Teleportation::Recorded => sums(&|unit| away(flows.arriving(unit), unit)),
        };
        let all = target.iter().fold(0.0, |sum, persons| sum + persons);
        target.iter_mut().for_each(|persons| *persons = if all > 0.0 { *persons / all } else { 0.0 });
        Self { flows, parameters, leaving, target }
    }

    /// Steps that end in each unit, if so many begin in each and none teleports.
    fn step(&self, begin: &[f64]) -> Vec<f64> {
        let chance = |from: UnitIx, persons: f64| begin[from.get()] * persons / self.leaving[from.get()];
        let end = self.flows.units().indices().map(|to| {
            let own = self_flow(self.flows, to, self.parameters);
            let stays = if own > 0.0 { chance(to, own) } else { 0.0 };
            let arriving = self.flows.arriving(to).filter(|&(from, _)| from != to);
            arriving.fold(stays, |sum, (from, persons)| sum + chance(from, persons))
        });
        end.collect()
    }

    /// Steps that begin where no flow leads on.
    fn stranded(&self, rates: &[f64]) -> f64 {
        rates.iter().zip(&self.leaving).filter(|(_, leaving)| **leaving <= 0.0).fold(0.0, |sum, (rate, _)| sum + rate)
    }

    /// The rates at which the walker stands still in the long run.
    fn settled(&self) -> Vec<f64> {
        let teleport = self.parameters.teleport;
        let mut rates = self.target.clone();
        for _ in 0..MOST_ROUNDS {
            let restart = teleport + (1.0 - teleport) * self.stranded(&rates);
            let next: Vec<f64> = self
                .step(&rates)
                .iter()
                .zip(&self.target)
                .map(|(end, target)| (1.0 - teleport) * end + restart * target)
                .collect();
            let change = next.iter().zip(&rates).fold(0.0, |sum, (new, old)| sum + (new - old).abs());
            rates = next;
            if change <= STILL {
                break;
            }
        }
        rates
    }

    fn walk(self) -> Walk {
        let rates = self.settled();
        let is_recorded = self.parameters.teleportation == Teleportation::Recorded;
        let followed = if is_recorded { 1.0 - self.parameters.teleport } else { 1.0 / (1.0 - self.stranded(&rates)) };
        let factor = |from: UnitIx| {
            let leaving = self.leaving[from.get()];
            if leaving > 0.0 { followed * rates[from.get()] / leaving } else { 0.0 }
        };
        let visits = if is_recorded { rates.clone() } else { self.step(&rates).iter().map(|end| end * followed).collect() };
        let node = |unit: UnitIx| {
            let (own, rate, target) = (factor(unit), rates[unit.get()], self.target[unit.get()]);
            let arriving = self.flows.arriving(unit).filter(|&(from, _)| from != unit);
            let back = arriving.fold(0.0, |sum, (from, persons)| sum + factor(from) * persons);
            let teleport = if self.leaving[unit.get()] > 0.0 { self.parameters.teleport } else { 1.0 };
            let (source, target) = if is_recorded { (teleport * rate, target) } else { (0.0, 0.0) };
            Rates { visit: visits[unit.get()], out: own * away(self.flows.leaving(unit), unit), back, source, target }
        };
        let nodes: Vec<Rates> = self.flows.units().indices().map(node).collect();
        let source = nodes.iter().fold(0.0, |sum, node| sum + node.source);
        Walk { graph: Graph::of(self.flows, factor), nodes, source }
    }
}
