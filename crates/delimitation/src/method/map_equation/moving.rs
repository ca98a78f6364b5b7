//! Nodes move to the module that shortens the code most, as in the local moving of Leiden; moves can be held inside given
//! bounds, to split modules into parts.

use super::code::plogp;
use super::walk::{Rates, Walk};
use crate::method::leiden::graph::{Gather, at};
use crate::method::leiden::moving::{Queue, shuffled};

/// Fewer bits than this are rounding.
const ROUNDING: f64 = 1e-12;

/// Modules while nodes move between them.
pub struct Moving<'a> {
    walk: &'a Walk,
    groups: &'a mut [u32],
    /// A node never joins one of other bounds.
    bounds: Option<&'a [u32]>,
    modules: Vec<Rates>,
    bits: Vec<f64>,
    enter: f64,
    /// `plogp(enter)`.
    index: f64,
    sizes: Vec<u32>,
    free: Vec<u32>,
    gather: Gather,
}

/// What a module would be without or with a node.
#[derive(Clone, Copy)]
struct Change {
    rates: Rates,
    bits: f64,
    enter: f64,
}

impl<'a> Moving<'a> {
    /// Ready to move nodes out of the modules that they are in.
    pub fn new(walk: &'a Walk, groups: &'a mut [u32], bounds: Option<&'a [u32]>) -> Self {
        let modules = walk.modules(groups, groups.len());
        let mut sizes = vec![0; groups.len()];
        for &group in groups.iter() {
            sizes[at(group)] += 1;
        }
        let enter = modules.iter().fold(0.0, |sum, module| sum + module.enter(walk.source));
        Self {
            bits: modules.iter().map(|module| module.bits(walk.source)).collect(),
            enter,
            index: plogp(enter),
            modules,
            free: walk.graph.nodes().rev().filter(|&group| sizes[at(group)] == 0).collect(),
            sizes,
            gather: Gather::new(groups.len()),
            walk,
            groups,
            bounds,
        }
    }

    /// Moves nodes until no move shortens the code, beginning with all of them in an order of chance.
    pub fn settle(&mut self, seed: u64) {
        let mut queue = Queue::of(shuffled(self.groups.len(), seed));
        while let Some(node) = queue.pop() {
            let own = self.groups[at(node)];
            let best = self.visit(node, own);
            if best != own {
                for (other, _) in self.walk.graph.row(node).filter(|&(other, _)| self.groups[at(other)] != best) {
                    queue.push(other);
                }
            }
        }
    }

    fn visit(&mut self, node: u32, own: u32) -> u32 {
        let (groups, bounds) = (&*self.groups, self.bounds);
        let within = |other: u32| bounds.is_none_or(|bounds| bounds[at(other)] == bounds[at(node)]);
        let near = self.walk.graph.row(node).filter(|&(other, _)| within(other));
        self.gather.add(near.map(|(other, steps)| (groups[at(other)], steps)));
        let without = self.without(node, own);
        let (mut best, mut least, mut with) = (own, -ROUNDING, without);
        let alone = (self.sizes[at(own)] > 1).then(|| self.free.last().copied()).flatten();
        for group in self.gather.touched().iter().copied().filter(|&group| group != own).chain(alone) {
            let joined = self.with(node, group);
            let bits = self.saving(own, &without, group, &joined);
            if bits < least || (bits <= least && best != own && group < best) {
                (best, least, with) = (group, bits, joined);
            }
        }
        self.gather.clear();
        if best != own {
            self.record(node, (own, without), (best, with));
        }
        best
    }

    /// Bits more if a node goes from one module to another.
    fn saving(&self, from: u32, without: &Change, to: u32, with: &Change) -> f64 {
        let before = |group: u32| (self.modules[at(group)].enter(self.walk.source), self.bits[at(group)]);
        let ((enter_from, bits_from), (enter_to, bits_to)) = (before(from), before(to));
        let enter = self.enter - enter_from - enter_to + without.enter + with.enter;
        plogp(enter) - self.index + (without.bits - bits_from) + (with.bits - bits_to)
    }

    fn change(&self, rates: Rates) -> Change {
        Change { rates, bits: rates.bits(self.walk.source), enter: rates.enter(self.walk.source) }
    }

    fn without(&self, node: u32, group: u32) -> Change {
        let (module, node, steps) = (self.modules[at(group)], self.walk.nodes[at(node)], self.gather.weight(group));
        if self.sizes[at(group)] == 1 {
            return self.change(Rates::default());
        }
        self.change(Rates {
            visit: module.visit - node.visit,
            out: module.out - node.out + steps,
            back: module.back - node.back + steps,
            source: module.source - node.source,
            target: module.target - node.target,
        })
    }

    fn with(&self, node: u32, group: u32) -> Change {
        let (module, node, steps) = (self.modules[at(group)], self.walk.nodes[at(node)], self.gather.weight(group));
        if self.sizes[at(group)] == 0 {
            return self.change(node);
        }
        self.change(Rates {
            visit: module.visit + node.visit,
            out: module.out + node.out - steps,
            back: module.back + node.back - steps,
            source: module.source + node.source,
            target: module.target + node.target,
        })
    }

    fn record(&mut self, node: u32, (from, without): (u32, Change), (to, with): (u32, Change)) {
        self.groups[at(node)] = to;
        self.enter += without.enter + with.enter;
        for (group, change) in [(from, without), (to, with)] {
            self.enter -= self.modules[at(group)].enter(self.walk.source);
            (self.modules[at(group)], self.bits[at(group)]) = (change.rates, change.bits);
        }
        self.index = plogp(self.enter);
        if self.sizes[at(to)] == 0 {
            self.free.pop();
        }
        self.sizes[at(to)] += 1;
        self.sizes[at(from)] -= 1;
        if self.sizes[at(from)] == 0 {
            self.free.push(from);
        }
    }
}
