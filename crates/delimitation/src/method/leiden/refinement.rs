//! Step 2: refinement. Inside each group all begin anew, each node alone, and only nodes and sub-groups that are well tied
//! to the rest of their group merge: what comes of it hangs together.

use super::expected::Expected;
use super::graph::{Gather, Graph, at};
use super::moving::shuffled;

/// Sub-groups while they grow.
struct Refinement<'a, E: Expected> {
    graph: &'a Graph,
    expected: &'a E,
    groups: &'a [u32],
    refined: Vec<u32>,
    sums: E::Sums,
    /// What each sub-group exchanges with the rest of its group beyond what is expected.
    excess: Vec<f64>,
    is_alone: Vec<bool>,
    gather: Gather,
}

/// The sub-groups of groups: one number for each node, that of the node that the sub-group began with.
pub fn refine<E: Expected>(graph: &Graph, expected: &E, groups: &[u32], seed: u64) -> Vec<u32> {
    let refined: Vec<u32> = graph.nodes().collect();
    let mut refinement = Refinement {
        graph,
        expected,
        groups,
        sums: expected.sums(&refined),
        refined,
        excess: excess(graph, expected, groups),
        is_alone: vec![true; groups.len()],
        gather: Gather::new(groups.len()),
    };
    for node in shuffled(graph.len(), seed) {
        if refinement.is_alone[at(node)] && refinement.excess[at(node)] >= 0.0 {
            refinement.merge(node);
        }
    }
    refinement.refined
}

/// What each node exchanges with the rest of its group beyond what is expected: the well tied have 0 or more.
fn excess<E: Expected>(graph: &Graph, expected: &E, groups: &[u32]) -> Vec<f64> {
    let mut sums = expected.sums(groups);
    let excess = graph.nodes().map(|node| {
        let own = groups[at(node)];
        let inside = graph.row(node).filter(|&(other, _)| groups[at(other)] == own).fold(0.0, |sum, (_, weight)| sum + weight);
        expected.leave(&mut sums, node, groups);
        let excess = inside - expected.between(&sums, node, own);
        expected.join(&mut sums, node, own);
        excess
    });
    excess.collect()
}

impl<E: Expected> Refinement<'_, E> {
    /// Merges a node that is alone into the well-tied sub-group where it gains most; the smaller number wins a tie.
    fn merge(&mut self, node: u32) {
        let (groups, refined) = (self.groups, &self.refined);
        let own = groups[at(node)];
        let inside = self.graph.row(node).filter(|&(other, _)| groups[at(other)] == own);
        self.gather.add(inside.map(|(other, weight)| (refined[at(other)], weight)));
        self.expected.leave(&mut self.sums, node, refined);
        let (mut best, mut most) = (refined[at(node)], 0.0);
        for &group in self.gather.touched() {
            let gain = self.gather.weight(group) - self.expected.between(&self.sums, node, group);
            let is_better = gain > most || (gain >= most && gain > 0.0 && group < best);
            if is_better && self.excess[at(group)] >= 0.0 {
                (best, most) = (group, gain);
            }
        }
        self.gather.clear();
        self.expected.join(&mut self.sums, node, best);
        if best != node {
            self.refined[at(node)] = best;
            self.excess[at(best)] += self.excess[at(node)] - 2.0 * most;
            self.is_alone[at(best)] = false;
        }
    }
}
