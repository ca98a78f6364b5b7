//! How often two units are in one area, and the consensus that follows from it.
//!
//! Source: Lancichinetti & Fortunato (2012), *Consensus clustering in complex networks*, with average linkage in place of a
//! method run again: groups are merged while the mean share of replicates in which their units are together is above one
//! half, the pair with the largest mean first. Counts are whole numbers, so sums do not depend on their order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use miedza_territory::{Partition, UnitIx, UnitVec, count};
use rayon::prelude::*;

use super::labels::{Groups, Labels};

/// In how many replicates two units are in one area; pairs that never are do not stand here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoAssignment {
    replicates: usize,
    /// In how many replicates each unit is in an area.
    placed: UnitVec<u32>,
    /// For each unit the later units that it is ever with, ascending.
    later: UnitVec<Vec<(UnitIx, u32)>>,
}

impl CoAssignment {
    /// Counts the pairs of all replicates; memory and work grow with the pairs that ever occur.
    #[must_use]
    pub fn of(replicates: &[Labels]) -> Self {
        let units = replicates.first().map_or(0, Labels::units);
        let groups: Vec<(usize, Groups)> = replicates.par_iter().map(|labels| (labels.areas(), labels.groups())).collect();
        let pairs = |unit| later(unit, units, &groups);
        let later: Vec<Vec<(UnitIx, u32)>> = (0..units).into_par_iter().map(pairs).collect();
        let placed = |unit| number(replicates.iter().filter(|labels| labels.area(UnitIx::new(unit)).is_some()).count());
        Self { replicates: replicates.len(), placed: (0..units).map(placed).collect(), later: UnitVec::new(later) }
    }

    /// In how many replicates two units are in one area; for a unit and itself: in any area.
    #[must_use]
    pub fn between(&self, one: UnitIx, other: UnitIx) -> u32 {
        if one == other {
            return self.placed[one];
        }
        let pairs = &self.later[one.min(other)];
        pairs.binary_search_by_key(&one.max(other), |pair| pair.0).map_or(0, |place| pairs[place].1)
    }

    /// Pairs of units that are ever in one area, the smaller unit first, ascending, with the number of replicates.
    pub fn pairs(&self) -> impl Iterator<Item = (UnitIx, UnitIx, u32)> + '_ {
        self.later.enumerate().flat_map(|(one, pairs)| pairs.iter().map(move |&(other, times)| (one, other, times)))
    }

    /// The consensus: units that are in an area in at most half of the replicates belong to none.
    #[must_use]
    pub fn consensus(&self) -> Partition {
        let mut merging = Merging::of(self);
        while merging.step() {}
        let is_placed = |unit: UnitIx| 2 * usize::try_from(self.placed[unit]).expect("u32 fits usize") > self.replicates;
        let label = |unit: UnitIx| is_placed(unit).then(|| merging.home(unit.get()));
        Partition::from_labels(self.placed.indices().map(label))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than 4 billion replicates")
}

fn later(unit: usize, units: usize, groups: &[(usize, Groups)]) -> Vec<(UnitIx, u32)> {
    let mut times = vec![0_u32; units - unit];
    for (areas, groups) in groups {
        // Groups behind the areas are units of no area.
        if groups.of[unit] < *areas {
            for &other in groups.members(groups.of[unit]).iter().rev().take_while(|other| **other > unit) {
                times[other - unit] += 1;
            }
        }
    }
    let ever = times.into_iter().enumerate().filter(|(_, times)| *times > 0);
    ever.map(|(after, times)| (UnitIx::new(unit + after), times)).collect()
}

/// A pair of groups that might be merged, with its mean as it was when it was put here.
struct Wish {
    mean: f64,
    pair: (usize, usize),
}

impl Ord for Wish {
    /// The larger mean, then the smaller pair, is the greatest.
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| other.pair.cmp(&self.pair))
    }
}

impl PartialOrd for Wish {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Wish {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Wish {}

/// Groups under way; each is called by its smallest unit.
struct Merging {
    replicates: f64,
    homes: Vec<usize>,
    members: Vec<Vec<usize>>,
    links: Vec<BTreeMap<usize, u64>>,
    wishes: BinaryHeap<Wish>,
}

impl Merging {
    fn of(counted: &CoAssignment) -> Self {
        let units = counted.placed.len();
        let mut merging = Self {
            replicates: count(counted.replicates),
            homes: (0..units).collect(),
            members: (0..units).map(|unit| vec![unit]).collect(),
            links: vec![BTreeMap::new(); units],
            wishes: BinaryHeap::new(),
        };
        for (one, other, times) in counted.pairs() {
            merging.links[one.get()].insert(other.get(), u64::from(times));
            merging.links[other.get()].insert(one.get(), u64::from(times));
            merging.wish(one.get(), other.get());
        }
        merging
    }

    fn home(&self, unit: usize) -> usize {
        self.homes[unit]
    }

    /// Mean share of replicates in which a unit of one and a unit of the other are together.
    fn mean(&self, one: usize, other: usize) -> Option<f64> {
        let times = *self.links[one].get(&other)?;
        let pairs = count(self.members[one].len()) * count(self.members[other].len());
        let times = count(usize::try_from(times).expect("fewer than 2^53 pairs"));
        Some(times / pairs / self.replicates)
    }

    fn wish(&mut self, one: usize, other: usize) {
        if let Some(mean) = self.mean(one, other).filter(|mean| *mean > 0.5) {
            self.wishes.push(Wish { mean, pair: (one.min(other), one.max(other)) });
        }
    }

    /// Merges the pair with the largest mean above one half; tells whether there was one.
    fn step(&mut self) -> bool {
        while let Some(Wish { mean, pair: (one, other) }) = self.wishes.pop() {
            let is_current = self.mean(one, other).is_some_and(|now| now.total_cmp(&mean) == Ordering::Equal);
            if is_current {
                self.merge(one, other);
                return true;
            }
        }
        false
    }

    /// The later group becomes part of the earlier.
    fn merge(&mut self, one: usize, other: usize) {
        let gone = std::mem::take(&mut self.members[other]);
        for &unit in &gone {
            self.homes[unit] = one;
        }
        self.members[one].extend(gone);
        for (third, times) in std::mem::take(&mut self.links[other]) {
            self.links[third].remove(&other);
            if third != one {
                *self.links[one].entry(third).or_default() += times;
                *self.links[third].entry(one).or_default() += times;
            }
        }
        let linked: Vec<usize> = self.links[one].keys().copied().collect();
        for third in linked {
            self.wish(one, third);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels<const N: usize>(areas: [u32; N]) -> Labels {
        Labels::of(&Partition::from_labels(areas.map(|area| (area > 0).then_some(area))))
    }

    #[test]
    fn pairs_are_counted_over_all_replicates() {
        let found = CoAssignment::of(&[labels([1, 1, 2, 0]), labels([1, 1, 1, 0]), labels([1, 2, 2, 2])]);

        let unit = UnitIx::new;
        let pairs: Vec<_> = found.pairs().map(|(one, other, times)| (one.get(), other.get(), times)).collect();
        assert_eq!(pairs, [(0, 1, 2), (0, 2, 1), (1, 2, 2), (1, 3, 1), (2, 3, 1)]);
        assert_eq!(
            [found.between(unit(2), unit(1)), found.between(unit(0), unit(3)), found.between(unit(3), unit(3))],
            [2, 0, 1]
        );
    }

    #[test]
    fn the_consensus_joins_what_is_together_in_most_replicates() {
        // 0–1 and 1–2 are together in 2 of 3, 0–2 in 1: 0 and 1 join first (the smaller pair on a tie); then 2 would join
        // with a mean of (1/3 + 2/3) / 2 = 1/2, which is not above one half. 3 is in an area in 1 of 3 replicates.
        let found = CoAssignment::of(&[labels([1, 1, 2, 0]), labels([1, 1, 1, 0]), labels([1, 2, 2, 2])]).consensus();

        assert_eq!(found, Partition::from_labels([Some(1), Some(1), Some(2), None]));
    }
}
