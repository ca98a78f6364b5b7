//! The search for areas: the steps of Leiden one after the other, level by level, and several trials of it.

use rayon::prelude::*;

use super::expected::Expected;
use super::graph::{Graph, at, compact, cut};
use super::moving::Moving;
use super::refinement::refine;
use crate::chance::scramble;

/// How long and how often is searched.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Number from which the trials follow.
    pub seed: u32,
    /// How many trials.
    pub trials: u32,
    /// Rounds of a trial at most, each from the areas of the one before.
    pub iterations: u32,
}

/// What is searched in: who exchanges how much, and how much is expected.
#[derive(Clone, Debug)]
pub struct Level<E> {
    /// The graph.
    pub graph: Graph,
    /// The expectation.
    pub expected: E,
}

/// One group number for each node and trial, without gaps; every group hangs together.
pub fn trials<E: Expected>(level: &Level<E>, effort: Effort) -> Vec<Vec<u32>> {
    let seed = |trial: u32| scramble(u64::from(effort.seed) ^ scramble(u64::from(trial)));
    (0..effort.trials).into_par_iter().map(|trial| search(level, effort, seed(trial))).collect()
}

/// One trial: rounds until one changes nothing.
fn search<E: Expected>(level: &Level<E>, effort: Effort, seed: u64) -> Vec<u32> {
    let mut groups: Vec<u32> = level.graph.nodes().collect();
    for round in 0..effort.iterations {
        let before = groups.clone();
        descend(level, &mut groups, scramble(seed ^ u64::from(round)));
        let count = compact(&mut groups);
        // A cut that parts something leaves work for another round.
        if groups == before && cut(&level.graph, &mut groups) == count {
            return groups;
        }
    }
    cut(&level.graph, &mut groups);
    groups
}

/// One round: local moving, refinement and merging, until every group is one node.
fn descend<E: Expected>(level: &Level<E>, groups: &mut [u32], seed: u64) {
    let total = level.graph.total();
    let mut place: Option<Vec<u32>> = None;
    let mut merged: Option<Level<E>> = None;
    let mut own = groups.to_vec();
    for depth in 0_u64.. {
        let Level { graph, expected } = merged.as_ref().unwrap_or(level);
        let seed = scramble(seed ^ scramble(depth));
        Moving::new(graph, expected, &mut own, total).settle(seed);
        let count = compact(&mut own);
        let mut refined = if count == graph.len() { Vec::new() } else { refine(graph, expected, &own, scramble(seed)) };
        let next = compact(&mut refined);
        if count == graph.len() || next == graph.len() {
            break;
        }
        let level = Level { graph: graph.merged(&refined, next), expected: expected.merged(&refined, next) };
        own = of_groups(&own, &refined, next);
        place = Some(place.map_or_else(|| refined.clone(), |place| place.iter().map(|&node| refined[at(node)]).collect()));
        merged = Some(level);
    }
    for (node, group) in groups.iter_mut().enumerate() {
        *group = own[place.as_ref().map_or(node, |place| at(place[node]))];
    }
}

/// The group of each sub-group.
fn of_groups(groups: &[u32], refined: &[u32], count: usize) -> Vec<u32> {
    let mut of = vec![0; count];
    for (&group, &sub) in groups.iter().zip(refined) {
        of[at(sub)] = group;
    }
    of
}
