//! The search for modules: local moving, splitting, merging, level by level, and several trials of it.

use rayon::prelude::*;

use super::Parameters;
use super::code::length;
use super::moving::Moving;
use super::walk::Walk;
use crate::chance::scramble;
use crate::method::leiden::graph::{at, compact, cut};

/// Rounds of a trial at most; it ends when one shortens nothing.
const MOST_ROUNDS: u64 = 20;

/// One module number for each unit and trial, without gaps; every module hangs together.
pub fn trials(walk: &Walk, parameters: &Parameters) -> Vec<Vec<u32>> {
    let seed = |trial: u32| scramble(u64::from(parameters.seed) ^ scramble(u64::from(trial)));
    (0..parameters.trials).into_par_iter().map(|trial| search(walk, seed(trial))).collect()
}

fn search(walk: &Walk, seed: u64) -> Vec<u32> {
    let mut groups: Vec<u32> = walk.graph.nodes().collect();
    let mut bits = length(walk, &groups);
    for round in 0..MOST_ROUNDS {
        let mut next = groups.clone();
        descend(walk, &mut next, scramble(seed ^ round));
        cut(&walk.graph, &mut next);
        let shorter = length(walk, &next);
        if shorter >= bits {
            break;
        }
        (groups, bits) = (next, shorter);
    }
    groups
}

/// One round: modules, their parts, and the parts as nodes of the next level, until every part is one node.
fn descend(walk: &Walk, groups: &mut [u32], seed: u64) {
    let mut place: Vec<u32> = walk.graph.nodes().collect();
    let mut own = groups.to_vec();
    let mut merged: Option<Walk> = None;
    for depth in 0_u64.. {
        let walk = merged.as_ref().unwrap_or(walk);
        let seed = scramble(seed ^ scramble(depth));
        Moving::new(walk, &mut own, None).settle(seed);
        compact(&mut own);
        let mut parts: Vec<u32> = walk.graph.nodes().collect();
        Moving::new(walk, &mut parts, Some(&own)).settle(scramble(seed));
        let count = compact(&mut parts);
        if count == own.len() {
            break;
        }
        let next = walk.merged(&parts, count);
        let mut of_parts = vec![0; count];
        for (&part, &group) in parts.iter().zip(&own) {
            of_parts[at(part)] = group;
        }
        place.iter_mut().for_each(|node| *node = parts[at(*node)]);
        (own, merged) = (of_parts, Some(next));
    }
    for (group, &node) in groups.iter_mut().zip(&place) {
        *group = own[at(node)];
    }
}
