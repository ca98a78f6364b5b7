//! Ward's hierarchy: of all pairs of groups those are joined that raise the sum of squared distances from the means the least.
//!
//! # Steps
//! 1. A chain of groups, each the nearest of the one before, ends in two that are nearest to each other: these are joined
//!    (Murtagh 1983). Where groups are equally near, the one before in the chain comes first, then the one found first.
//! 2. The joins are sorted by height, which gives the hierarchy that joining the nearest pair each time would give.
//!
//! Cost: `O(n² m)` for `n` units and `m` figures, and memory in `n` only, since heights are found from means.

use super::rows::{Rows, renumbered, squared};

/// Two groups that are joined, each named by one of its rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Merge {
    pub one: usize,
    pub other: usize,
    /// What the join adds to the sum of squared distances; SciPy's height is the root of twice that.
    pub height: f64,
}

struct Group {
    mean: Vec<f64>,
    members: f64,
}

/// The joins, lowest first.
pub(super) fn merges(rows: &Rows) -> Vec<Merge> {
    let single = |row: &Vec<f64>| Some(Group { mean: row.clone(), members: 1.0 });
    let mut groups: Vec<Option<Group>> = rows.values.iter().map(single).collect();
    let mut merges: Vec<Merge> = Vec::with_capacity(groups.len().saturating_sub(1));
    let mut chain: Vec<usize> = Vec::new();
    while merges.len() + 1 < groups.len() {
        let tip = match chain.last() {
            Some(tip) => *tip,
            None => match groups.iter().position(Option::is_some) {
                Some(first) => {
                    chain.push(first);
                    first
                }
                None => break,
            },
        };
        let before = chain.len().checked_sub(2).map(|at| chain[at]);
        let Some((near, height)) = nearest(&groups, tip, before) else {
            break;
        };
        if before == Some(near) {
            chain.truncate(chain.len() - 2);
            join(&mut groups, tip.min(near), tip.max(near));
            merges.push(Merge { one: tip.min(near), other: tip.max(near), height });
        } else {
            chain.push(near);
        }
    }
    merges.sort_by(|one, other| one.height.total_cmp(&other.height));
    merges
}

/// The nearest other group; the one before in the chain if none is nearer.
fn nearest(groups: &[Option<Group>], tip: usize, before: Option<usize>) -> Option<(usize, f64)> {
    let own = groups[tip].as_ref()?;
    let apart = |other: usize| groups[other].as_ref().map(|group| (other, rise(own, group)));
    let others = (0..groups.len()).filter(|other| *other != tip).filter_map(apart);
    before.and_then(apart).into_iter().chain(others).reduce(|best, one| if one.1 < best.1 { one } else { best })
}

/// What joining two groups adds to the sum of squared distances.
fn rise(one: &Group, other: &Group) -> f64 {
    one.members * other.members / (one.members + other.members) * squared(&one.mean, &other.mean)
}

fn join(groups: &mut [Option<Group>], kept: usize, gone: usize) {
    if let (Some(one), Some(other)) = (groups[kept].take(), groups[gone].take()) {
        let members = one.members + other.members;
        let mean = one.mean.iter().zip(&other.mean).map(|(a, b)| (a * one.members + b * other.members) / members);
        groups[kept] = Some(Group { mean: mean.collect(), members });
    }
}

/// Labels of rows when the lowest joins have left a number of groups.
pub(super) fn cut(merges: &[Merge], rows: usize, types: usize) -> Vec<usize> {
    let mut labels: Vec<usize> = (0..rows).collect();
    for merge in merges.iter().take(rows.saturating_sub(types)) {
        let (one, other) = (labels[merge.one], labels[merge.other]);
        labels.iter_mut().filter(|label| **label == other).for_each(|label| *label = one);
    }
    renumbered(&labels)
}
