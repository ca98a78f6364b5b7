//! Step 1: fast local moving. Nodes wait in a queue; the first moves to the group where it gains most, and neighbours that
//! are elsewhere then wait again.

use super::expected::Expected;
use super::graph::{Gather, Graph, at, number};
use crate::chance::scramble;

/// Gains below this part of all persons are rounding.
const ROUNDING: f64 = 1e-13;

/// A walk of the nodes between groups.
pub struct Moving<'a, E: Expected> {
    graph: &'a Graph,
    expected: &'a E,
    groups: &'a mut [u32],
    sums: E::Sums,
    sizes: Vec<u32>,
    /// Groups without a node, where a node can be alone.
    free: Vec<u32>,
    gather: Gather,
    least: f64,
}

impl<'a, E: Expected> Moving<'a, E> {
    /// Ready to move nodes out of the groups that they are in; numbers of groups are below the number of nodes.
    pub fn new(graph: &'a Graph, expected: &'a E, groups: &'a mut [u32], total: f64) -> Self {
        let mut sizes = vec![0; groups.len()];
        for &group in groups.iter() {
            sizes[at(group)] += 1;
        }
        let free = graph.nodes().rev().filter(|&group| sizes[at(group)] == 0).collect();
        let gather = Gather::new(groups.len());
        Self { graph, expected, sums: expected.sums(groups), groups, sizes, free, gather, least: total * ROUNDING }
    }

    /// Moves nodes until none gains by moving, beginning with all of them in an order of chance.
    pub fn settle(&mut self, seed: u64) {
        let mut queue = Queue::of(shuffled(self.graph.len(), seed));
        while let Some(node) = queue.pop() {
            let own = self.groups[at(node)];
            let best = self.visit(node, own);
            if best != own {
                for (other, _) in self.graph.row(node) {
                    if self.groups[at(other)] != best {
                        queue.push(other);
                    }
                }
            }
        }
    }

    /// Puts a node where it gains most; it stays unless another group is better, and the smaller number wins a tie.
    fn visit(&mut self, node: u32, own: u32) -> u32 {
        let groups = &*self.groups;
        self.gather.add(self.graph.row(node).map(|(other, weight)| (groups[at(other)], weight)));
        self.expected.leave(&mut self.sums, node, groups);
        let gain = |group| self.gather.weight(group) - self.expected.between(&self.sums, node, group);
        let (mut best, mut most) = (own, gain(own) + self.least);
        for group in self.gather.touched().iter().copied().filter(|&group| group != own) {
            let gain = gain(group);
            if gain > most || (gain >= most && best != own && group < best) {
                (best, most) = (group, gain);
            }
        }
        if most < 0.0 && self.sizes[at(own)] > 1 {
            best = *self.free.last().expect("a group of two nodes leaves one number free");
        }
        self.gather.clear();
        self.expected.join(&mut self.sums, node, best);
        self.record(node, own, best);
        best
    }

    fn record(&mut self, node: u32, from: u32, to: u32) {
        if from == to {
            return;
        }
        self.groups[at(node)] = to;
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

/// Nodes from 0 in an order of chance (Fisher & Yates), the same for the same seed.
pub fn shuffled(len: usize, seed: u64) -> Vec<u32> {
    let mut nodes: Vec<u32> = (0..number(len)).collect();
    for last in (1..len).rev() {
        nodes.swap(last, at(below(number(last + 1), seed, last)));
    }
    nodes
}

/// A number below `bound`, from its own place.
fn below(bound: u32, seed: u64, place: usize) -> u32 {
    let chance = scramble(seed ^ u64::from(number(place))) >> 32;
    u32::try_from((chance * u64::from(bound)) >> 32).expect("below a bound of 32 bits")
}

/// Nodes that wait, each at most once.
pub struct Queue {
    ring: Vec<u32>,
    first: usize,
    len: usize,
    waits: Vec<bool>,
}

impl Queue {
    /// All nodes, in this order.
    pub fn of(ring: Vec<u32>) -> Self {
        Self { first: 0, len: ring.len(), waits: vec![true; ring.len()], ring }
    }

    /// The node that has waited longest.
    pub fn pop(&mut self) -> Option<u32> {
        self.len = self.len.checked_sub(1)?;
        let node = self.ring[self.first];
        self.first = if self.first + 1 == self.ring.len() { 0 } else { self.first + 1 };
        self.waits[at(node)] = false;
        Some(node)
    }

    /// Puts a node at the end unless it waits already.
    pub fn push(&mut self, node: u32) {
        if !std::mem::replace(&mut self.waits[at(node)], true) {
            let end = self.first + self.len;
            let place = if end >= self.ring.len() { end - self.ring.len() } else { end };
            self.ring[place] = node;
            self.len += 1;
        }
    }
}
