//! Flows as a graph that is quick to walk: for each node the other nodes it exchanges persons with, both directions summed.
//!
//! The gain of a move asks for `f_uv + f_vu` and never for one of them, so one symmetric adjacency is enough; what differs
//! by direction, employed residents and jobs, stands with the nodes, in [`Margins`](super::expected::Margins). Flows of a
//! node with itself are the same wherever it is and stand nowhere. 12 bytes for each end of a link.

use miedza_territory::{Flows, UnitIx};

/// A number of nodes or groups as a place in a vector.
#[expect(clippy::as_conversions, reason = "u32 always fits usize on the platforms we build for")]
pub const fn at(number: u32) -> usize {
    number as usize
}

/// A place in a vector as a number; vectors here hold at most `u32::MAX` entries, as those of flows do.
pub fn number(place: usize) -> u32 {
    u32::try_from(place).expect("matrices hold fewer than 4 billion pairs")
}

/// Who exchanges how much with whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    starts: Vec<u32>,
    others: Vec<u32>,
    weights: Vec<f64>,
}

impl Graph {
    /// The graph of a matrix: a node for each unit, persons times a factor of their origin.
    pub fn of(flows: &Flows, factor: impl Fn(UnitIx) -> f64) -> Self {
        let units = flows.units();
        let mut starts = Vec::with_capacity(units.len() + 1);
        starts.push(0);
        let mut links = 0;
        for unit in units.indices() {
            links += exchange(flows, unit, &factor).count();
            starts.push(number(links));
        }
        let mut graph = Self { starts, others: Vec::with_capacity(links), weights: Vec::with_capacity(links) };
        for unit in units.indices() {
            for (other, persons) in exchange(flows, unit, &factor) {
                graph.others.push(number(other.get()));
                graph.weights.push(persons);
            }
        }
        graph
    }

    /// How many nodes there are.
    pub const fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// All nodes, in order.
    pub fn nodes(&self) -> std::ops::Range<u32> {
        0..number(self.len())
    }

    /// The other nodes that a node exchanges persons with, and how many, both directions summed.
    pub fn row(&self, node: u32) -> impl Iterator<Item = (u32, f64)> + '_ {
        let span = at(self.starts[at(node)])..at(self.starts[at(node) + 1]);
        self.others[span.clone()].iter().copied().zip(self.weights[span].iter().copied())
    }

    /// Half the sum of all weights: persons who go from any node to another.
    pub fn total(&self) -> f64 {
        self.weights.iter().fold(0.0, |sum, weight| sum + weight) / 2.0
    }

    /// The graph of groups of nodes; `groups` holds one number below `count` for each node, and every number occurs.
    pub fn merged(&self, groups: &[u32], count: usize) -> Self {
        let (first, members) = members(groups, count);
        let mut merged = Self { starts: vec![0], others: Vec::new(), weights: Vec::new() };
        let mut gather = Gather::new(count);
        for group in 0..count {
            let own = number(group);
            for &node in &members[at(first[group])..at(first[group + 1])] {
                let outside = self.row(node).map(|(other, weight)| (groups[at(other)], weight));
                gather.add(outside.filter(|&(other, _)| other != own));
            }
            for &other in gather.touched() {
                merged.others.push(other);
                merged.weights.push(gather.weight(other));
            }
            gather.clear();
            merged.starts.push(number(merged.others.len()));
        }
        merged
    }
}

/// Where the members of each group begin, and the members group by group, ascending in each.
fn members(groups: &[u32], count: usize) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0_u32; count + 1];
    for &group in groups {
        first[at(group) + 1] += 1;
    }
    for group in 0..count {
        first[group + 1] += first[group];
    }
    let (mut next, mut members) = (first.clone(), vec![0; groups.len()]);
    for (node, &group) in groups.iter().enumerate() {
        members[at(next[at(group)])] = number(node);
        next[at(group)] += 1;
    }
    (first, members)
}

/// Both directions of a unit's flows with other units, ascending by the other unit.
fn exchange(flows: &Flows, unit: UnitIx, factor: impl Fn(UnitIx) -> f64) -> impl Iterator<Item = (UnitIx, f64)> {
    let own = factor(unit);
    let mut leaving = flows.leaving(unit).map(move |(other, persons)| (other, own * persons)).peekable();
    let mut arriving = flows.arriving(unit).map(move |(other, persons)| (other, factor(other) * persons)).peekable();
    let both = std::iter::from_fn(move || match (leaving.peek().copied(), arriving.peek().copied()) {
        (Some(out), Some(back)) if out.0 == back.0 => {
            leaving.next();
            arriving.next();
            Some((out.0, out.1 + back.1))
        }
        (Some(out), Some(back)) if back.0 < out.0 => arriving.next(),
        (None, _) => arriving.next(),
        _ => leaving.next(),
    });
    both.filter(move |&(other, _)| other != unit)
}

/// Sums of weights by group, kept in one place that is swept clean after each use.
#[derive(Debug)]
pub struct Gather {
    weights: Vec<f64>,
    touched: Vec<u32>,
}

impl Gather {
    /// Room for groups numbered below `count`.
    pub fn new(count: usize) -> Self {
        Self { weights: vec![0.0; count], touched: Vec::new() }
    }

    /// Adds weights above 0 to their groups.
    pub fn add(&mut self, weights: impl Iterator<Item = (u32, f64)>) {
        for (group, weight) in weights {
            let sum = &mut self.weights[at(group)];
            if *sum <= 0.0 {
                self.touched.push(group);
            }
            *sum += weight;
        }
    }

    /// What a group has, 0 if nothing.
    pub fn weight(&self, group: u32) -> f64 {
        self.weights[at(group)]
    }

    /// Groups that have something, in the order in which they got it.
    pub fn touched(&self) -> &[u32] {
        &self.touched
    }

    /// Sweeps clean.
    pub fn clear(&mut self) {
        for group in self.touched.drain(..) {
            self.weights[at(group)] = 0.0;
        }
    }
}

/// Numbers groups from 0 without gaps, in the order of their first node; tells how many there are.
pub fn compact(groups: &mut [u32]) -> usize {
    let largest = groups.iter().copied().max().map_or(0, |group| at(group) + 1);
    let mut names = vec![u32::MAX; largest];
    let mut count = 0;
    for group in groups {
        let name = &mut names[at(*group)];
        if *name == u32::MAX {
            *name = count;
            count += 1;
        }
        *group = *name;
    }
    at(count)
}

/// Cuts groups that hang together by no link into their pieces, numbered by first node; tells how many there are then.
pub fn cut(graph: &Graph, groups: &mut [u32]) -> usize {
    let mut pieces = vec![u32::MAX; groups.len()];
    let (mut count, mut waiting) = (0, Vec::new());
    for start in graph.nodes() {
        if pieces[at(start)] != u32::MAX {
            continue;
        }
        pieces[at(start)] = count;
        waiting.push(start);
        while let Some(node) = waiting.pop() {
            for (other, _) in graph.row(node) {
                if pieces[at(other)] == u32::MAX && groups[at(other)] == groups[at(node)] {
                    pieces[at(other)] = count;
                    waiting.push(other);
                }
            }
        }
        count += 1;
    }
    groups.copy_from_slice(&pieces);
    at(count)
}
