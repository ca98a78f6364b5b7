//! What flows are compared with: persons expected between two nodes, both directions summed.
//!
//! Two kinds: expectation that is a product of what stands with the nodes ([`Margins`]: modularity and CPM), kept as two
//! sums for each group; and expectation of its own for each pair ([`Pairs`]: models with distance), kept as a full matrix.

use super::graph::{at, number};

/// An expectation of the exchange between nodes, resolution included.
pub trait Expected: Sized + Sync {
    /// What is kept up to date while nodes move between groups.
    type Sums;

    /// The sums of groups; `groups` holds one number for each node.
    fn sums(&self, groups: &[u32]) -> Self::Sums;

    /// Takes a node out of its group.
    fn leave(&self, sums: &mut Self::Sums, node: u32, groups: &[u32]);

    /// Puts the node into a group.
    fn join(&self, sums: &mut Self::Sums, node: u32, group: u32);

    /// Expected between a node that is in no group now and a group.
    fn between(&self, sums: &Self::Sums, node: u32, group: u32) -> f64;

    /// Expected inside all groups together, numbered from 0 to `count` without gaps; of a node with itself only where the
    /// expectation has such.
    fn inside(&self, groups: &[u32], count: usize) -> f64;

    /// The expectation between groups of nodes, numbered from 0 to `count` without gaps.
    fn merged(&self, groups: &[u32], count: usize) -> Self;
}

/// Expectation `scale · (R_u · W_v + R_v · W_u)`.
///
/// Modularity: employed residents and jobs with `scale = γ / F`. CPM: size and size with `scale = γ`.
#[derive(Clone, Debug, PartialEq)]
pub struct Margins {
    /// The two figures of each node.
    pub sides: Vec<[f64; 2]>,
    /// What their product is multiplied by.
    pub scale: f64,
}

fn group_sums(sides: &[[f64; 2]], groups: &[u32], count: usize) -> Vec<[f64; 2]> {
    let mut sums = vec![[0.0; 2]; count];
    for (&[one, other], &group) in sides.iter().zip(groups) {
        let sum = &mut sums[at(group)];
        *sum = [sum[0] + one, sum[1] + other];
    }
    sums
}

impl Expected for Margins {
    type Sums = Vec<[f64; 2]>;

    fn sums(&self, groups: &[u32]) -> Self::Sums {
        group_sums(&self.sides, groups, groups.len())
    }

    fn leave(&self, sums: &mut Self::Sums, node: u32, groups: &[u32]) {
        let ([one, other], sum) = (self.sides[at(node)], &mut sums[at(groups[at(node)])]);
        *sum = [sum[0] - one, sum[1] - other];
    }

    fn join(&self, sums: &mut Self::Sums, node: u32, group: u32) {
        let ([one, other], sum) = (self.sides[at(node)], &mut sums[at(group)]);
        *sum = [sum[0] + one, sum[1] + other];
    }

    fn between(&self, sums: &Self::Sums, node: u32, group: u32) -> f64 {
        let ([residents, jobs], [group_residents, group_jobs]) = (self.sides[at(node)], sums[at(group)]);
        self.scale * (residents * group_jobs + jobs * group_residents)
    }

    fn inside(&self, groups: &[u32], count: usize) -> f64 {
        group_sums(&self.sides, groups, count).iter().fold(0.0, |sum, [one, other]| sum + self.scale * (one * other))
    }

    fn merged(&self, groups: &[u32], count: usize) -> Self {
        Self { sides: group_sums(&self.sides, groups, count), scale: self.scale }
    }
}

/// Expectation of its own for each pair: a full symmetric matrix with nothing on its diagonal, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    /// How many nodes.
    pub nodes: usize,
    /// `nodes × nodes` figures.
    pub cells: Vec<f64>,
}

impl Pairs {
    fn row(&self, node: u32) -> &[f64] {
        &self.cells[at(node) * self.nodes..][..self.nodes]
    }
}

/// The members of each group as chains, so that only groups in question are walked.
#[derive(Clone, Debug)]
pub struct Members {
    first: Vec<u32>,
    next: Vec<u32>,
    before: Vec<u32>,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl Members {
    fn add(&mut self, node: u32, group: u32) {
        let second = std::mem::replace(&mut self.first[at(group)], node);
        (self.before[at(node)], self.next[at(node)]) = (END, second);
        if second != END {
            self.before[at(second)] = node;
        }
    }

    fn remove(&mut self, node: u32, group: u32) {
        let (before, next) = (self.before[at(node)], self.next[at(node)]);
        if before == END {
            self.first[at(group)] = next;
        } else {
            self.next[at(before)] = next;
        }
        if next != END {
            self.before[at(next)] = before;
        }
    }

    fn of(&self, group: u32) -> impl Iterator<Item = u32> + '_ {
        let known = |node: u32| (node != END).then_some(node);
        std::iter::successors(known(self.first[at(group)]), move |&node| known(self.next[at(node)]))
    }
}

impl Expected for Pairs {
    type Sums = Members;

    fn sums(&self, groups: &[u32]) -> Self::Sums {
        let none = || vec![END; groups.len()];
        let mut members = Members { first: none(), next: none(), before: none() };
        for (node, &group) in groups.iter().enumerate() {
            members.add(number(node), group);
        }
        members
    }

    fn leave(&self, sums: &mut Self::Sums, node: u32, groups: &[u32]) {
        sums.remove(node, groups[at(node)]);
    }

    fn join(&self, sums: &mut Self::Sums, node: u32, group: u32) {
        sums.add(node, group);
    }

    fn between(&self, sums: &Self::Sums, node: u32, group: u32) -> f64 {
        let row = self.row(node);
        sums.of(group).fold(0.0, |sum, other| sum + row[at(other)])
    }

    fn inside(&self, groups: &[u32], _: usize) -> f64 {
        let rows = groups.iter().zip(self.cells.chunks_exact(self.nodes.max(1)));
        let inside = rows.map(|(own, row)| {
            let cells = row.iter().zip(groups).filter(|(_, group)| *group == own);
            cells.fold(0.0, |sum, (cell, _)| sum + cell)
        });
        inside.sum::<f64>() / 2.0
    }

    fn merged(&self, groups: &[u32], count: usize) -> Self {
        let mut cells = vec![0.0; count * count];
        for (&group, row) in groups.iter().zip(self.cells.chunks_exact(self.nodes)) {
            let sums = &mut cells[at(group) * count..][..count];
            for (cell, &other) in row.iter().zip(groups) {
                sums[at(other)] += cell;
            }
        }
        for group in 0..count {
            cells[group * count + group] = 0.0;
        }
        Self { nodes: count, cells }
    }
}
