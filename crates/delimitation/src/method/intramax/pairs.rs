//! Which pair of groups is fused next.
//!
//! Each group knows its best partner. After a fusion only values with the union change, so the others compare it with what
//! they know; one whose partner has gone keeps the old value as a bound and looks again only when that bound comes up.
//! The largest value wins, then the smallest pair of names.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use miedza_territory::{UnitIx, UnitVec};

use super::interaction;
use crate::method::groups::{Exchange, Groups};

/// The best partner of a group, or a bound for it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Best {
    value: f64,
    pair: (UnitIx, UnitIx),
    partner: UnitIx,
    is_bound: bool,
}

/// A group in the queue; out of date if the group has changed since.
#[derive(Clone, Copy, Debug)]
struct Entry {
    best: Best,
    place: UnitIx,
    version: u32,
}

/// All pairs that may be fused.
pub(super) struct Pairs {
    best: UnitVec<Option<Best>>,
    versions: UnitVec<u32>,
    queue: BinaryHeap<Entry>,
    contiguous: bool,
}

impl Pairs {
    /// All pairs of the groups; with `contiguous` only those that touch.
    pub fn of(groups: &Groups, units: usize, contiguous: bool) -> Self {
        let best = UnitVec::filled(units, None);
        let mut pairs = Self { versions: UnitVec::filled(units, 0), queue: BinaryHeap::with_capacity(units), best, contiguous };
        for place in pairs.best.indices() {
            pairs.look_again(groups, place);
        }
        pairs
    }

    /// The pair with the largest value, which is taken out; `None` if no pair is left.
    pub fn next(&mut self, groups: &Groups) -> Option<(UnitIx, UnitIx, f64)> {
        while let Some(entry) = self.queue.pop() {
            if entry.version != self.versions[entry.place] {
                continue;
            }
            if entry.best.is_bound {
                self.look_again(groups, entry.place);
            } else {
                return Some((entry.place, entry.best.partner, entry.best.value));
            }
        }
        None
    }

    /// Takes note of a fusion: the place of the union and the place given up.
    pub fn fused(&mut self, groups: &Groups, (kept, gone): (UnitIx, UnitIx)) {
        self.put(gone, None);
        let mut best = None;
        for exchange in groups.row(kept) {
            let Some(candidate) = self.candidate(groups, kept, exchange) else { continue };
            best = Some(better(best, candidate));
            self.offer(Best { partner: kept, ..candidate }, exchange.with, (kept, gone));
        }
        self.put(kept, best);
    }

    /// Tells a group of its value with a union.
    fn offer(&mut self, union: Best, place: UnitIx, (kept, gone): (UnitIx, UnitIx)) {
        let Some(known) = self.best[place] else { return self.put(place, Some(union)) };
        let partner_has_changed = !known.is_bound && (known.partner == kept || known.partner == gone);
        if union.value > known.value {
            self.put(place, Some(union));
        } else if partner_has_changed {
            self.put(place, Some(Best { is_bound: true, ..known }));
        } else if !known.is_bound && union.order(&known) == Ordering::Greater {
            self.put(place, Some(union));
        }
    }

    fn look_again(&mut self, groups: &Groups, place: UnitIx) {
        let candidates = groups.row(place).iter().filter_map(|exchange| self.candidate(groups, place, exchange));
        let best = candidates.fold(None, |best, candidate| Some(better(best, candidate)));
        self.put(place, best);
    }

    fn candidate(&self, groups: &Groups, place: UnitIx, exchange: &Exchange) -> Option<Best> {
        let (one, other) = (groups.name(place), groups.name(exchange.with));
        let value = interaction(groups.totals(place), groups.totals(exchange.with), exchange);
        let pair = (one.min(other), one.max(other));
        (exchange.touches || !self.contiguous).then_some(Best { value, pair, partner: exchange.with, is_bound: false })
    }

    fn put(&mut self, place: UnitIx, best: Option<Best>) {
        self.best[place] = best;
        self.versions[place] += 1;
        self.queue.extend(best.map(|best| Entry { best, place, version: self.versions[place] }));
    }
}

fn better(best: Option<Best>, candidate: Best) -> Best {
    best.filter(|best| best.order(&candidate) == Ordering::Greater).unwrap_or(candidate)
}

impl Best {
    /// Larger value, then a bound before what is certain, then the smaller pair.
    fn order(&self, other: &Self) -> Ordering {
        let by_value = self.value.total_cmp(&other.value).then(self.is_bound.cmp(&other.is_bound));
        by_value.then(Reverse(self.pair).cmp(&Reverse(other.pair)))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.best.order(&other.best).then(other.place.cmp(&self.place))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Entry {}
