//! Counts as a flow that goes round: how far a hidden one can be reckoned back, and what has to be hidden with it.

use std::collections::VecDeque;

use super::Bounds;

/// A count on its way from one node to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub from: usize,
    pub to: usize,
    pub value: u64,
    /// What is lost if it is hidden; `None` if it cannot be hidden.
    pub cost: Option<u64>,
    pub is_hidden: bool,
}

/// Counts whose sums agree in every node.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub nodes: usize,
    pub edges: Vec<Edge>,
}

/// One step along an edge: which, and whether with its direction.
type Step = (usize, bool);

impl Flow {
    /// Hides further counts until each of these has a range of this width.
    pub fn protect(&mut self, width: u64) {
        let hidden: Vec<usize> = (0..self.edges.len()).filter(|edge| self.edges[*edge].is_hidden).collect();
        for edge in hidden {
            if !self.bounds(edge).is_wide(width) {
                match self.cheapest_cycle(edge, width) {
                    Some(steps) => steps.into_iter().for_each(|(edge, _)| self.edges[edge].is_hidden = true),
                    None => self.edges.iter_mut().for_each(|edge| edge.is_hidden |= edge.cost.is_some()),
                }
            }
        }
    }

    /// What follows of a hidden count from those that are shown: counts are whole and 0 or more, and the sums agree.
    pub fn bounds(&self, edge: usize) -> Bounds {
        let Edge { from, to, value, .. } = self.edges[edge];
        let least = value - self.greatest_flow(edge, from, to, value);
        let is_free = self.path(to, &|other, forth| other != edge && forth && self.edges[other].is_hidden)[from].is_some();
        let most = (!is_free).then(|| value + self.greatest_flow(edge, to, from, u64::MAX - value));
        Bounds { least, most }
    }

    /// How much can go from one node to another through hidden edges other than one, up to a limit (Edmonds & Karp 1972).
    fn greatest_flow(&self, without: usize, from: usize, to: usize, limit: u64) -> u64 {
        let mut values: Vec<u64> = self.edges.iter().map(|edge| edge.value).collect();
        let mut sum = 0;
        while sum < limit {
            let is_open = |edge: usize, forth: bool| edge != without && self.edges[edge].is_hidden && (forth || values[edge] > 0);
            let reached = self.path(from, &is_open);
            let Some(steps) = self.steps(&reached, from, to) else { break };
            let narrowest = steps.iter().filter(|(_, forth)| !forth).map(|(edge, _)| values[*edge]).min();
            let more = narrowest.unwrap_or(u64::MAX).min(limit - sum);
            for (edge, forth) in steps {
                values[edge] = if forth { values[edge].saturating_add(more) } else { values[edge] - more };
            }
            sum += more;
        }
        sum
    }

    /// The step by which each node is first reached, breadth first; the start by none.
    fn path(&self, from: usize, is_open: &dyn Fn(usize, bool) -> bool) -> Vec<Option<Step>> {
        let mut reached = vec![None; self.nodes];
        let mut next = VecDeque::from([from]);
        while let Some(node) = next.pop_front() {
            for (at, edge) in self.edges.iter().enumerate() {
                for (start, end, forth) in [(edge.from, edge.to, true), (edge.to, edge.from, false)] {
                    if start == node && end != from && reached[end].is_none() && is_open(at, forth) {
                        reached[end] = Some((at, forth));
                        next.push_back(end);
                    }
                }
            }
        }
        reached
    }

    /// The steps from one node to another, last first; `None` if it is not reached.
    fn steps(&self, reached: &[Option<Step>], from: usize, to: usize) -> Option<Vec<Step>> {
        let (mut node, mut steps) = (to, Vec::new());
        while node != from {
            let (edge, forth) = reached[node]?;
            steps.push((edge, forth));
            node = if forth { self.edges[edge].from } else { self.edges[edge].to };
        }
        Some(steps)
    }

    /// The cheapest way back from the end of an edge to its start, along which every count can give or take the width; fewer
    /// steps break ties, then the order of edges (Bellman 1958).
    fn cheapest_cycle(&self, edge: usize, width: u64) -> Option<Vec<Step>> {
        let Edge { from: end, to: start, .. } = self.edges[edge];
        let mut cheapest: Vec<Option<(u64, usize)>> = vec![None; self.nodes];
        let mut reached: Vec<Option<Step>> = vec![None; self.nodes];
        cheapest[start] = Some((0, 0));
        for _ in 0..self.nodes {
            for (at, other) in self.edges.iter().enumerate().filter(|(at, _)| *at != edge) {
                let Some(cost) = other.cost.map(|cost| if other.is_hidden { 0 } else { cost }) else { continue };
                for (from, to, forth) in [(other.from, other.to, true), (other.to, other.from, false)] {
                    let Some((so_far, steps)) = cheapest[from].filter(|_| forth || other.value >= width) else { continue };
                    let found = (so_far.saturating_add(cost), steps + 1);
                    if cheapest[to].is_none_or(|known| found < known) {
                        cheapest[to] = Some(found);
                        reached[to] = Some((at, forth));
                    }
                }
            }
        }
        self.steps(&reached, start, end)
    }
}
