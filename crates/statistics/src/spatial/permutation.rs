//! Permutations: how often, from which seed, and what counts as extreme.
//!
//! # Source
//! Pseudo p values `(M + 1) / (P + 1)`, with `M` of `P` permutations at least as extreme as what was observed: Hope (1968) *A
//! simplified Monte Carlo significance test procedure*; Anselin (1995) *Local indicators of spatial association – LISA*.

use super::Error;

/// How values are permuted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permutations {
    /// How many permutations, at least 1; the smallest p there can be is 1 over one more than this. 9,999 unless said
    /// otherwise.
    pub count: u32,
    /// Where chance begins; the same seed gives the same p.
    pub seed: u64,
    /// What counts as extreme.
    pub tail: Tail,
}

impl Default for Permutations {
    fn default() -> Self {
        Self { count: 9_999, seed: 1, tail: Tail::default() }
    }
}

impl Permutations {
    pub(super) fn check(self) -> Result<Self, Error> {
        let refusal = Error::OutOfRange { parameter: "the number of permutations", value: 0.0, wanted: "at least 1" };
        if self.count > 0 { Ok(self) } else { Err(refusal) }
    }
}

/// What counts as extreme. A permutation that gives what was observed, up to rounding, counts in every tail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tail {
    /// The smaller of both tails, as GeoDa has it and esda by default (there `directed`: the count of the larger ones,
    /// folded). The tail is chosen after looking, so p is half of what a test in both directions would say.
    #[default]
    Directed,
    /// Twice the smaller tail, at most 1: a test in both directions, as esda recommends (there found by percentiles, which
    /// may differ by one permutation).
    TwoSided,
    /// Permutations at least as large: alike neighbours.
    Greater,
    /// Permutations at most as large: unlike neighbours.
    Lesser,
}

/// How many permutations are at least, and how many at most, as large as what was observed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) at_least: u32,
    pub(super) at_most: u32,
}

impl Tally {
    /// Adds a permutation that gave `drawn` where `observed` was observed.
    #[inline]
    pub(super) fn add(&mut self, drawn: f64, observed: Observed) {
        self.at_least += u32::from(drawn >= observed.low);
        self.at_most += u32::from(drawn <= observed.high);
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self { at_least: self.at_least + other.at_least, at_most: self.at_most + other.at_most }
    }

    pub(super) const fn reversed(self) -> Self {
        Self { at_least: self.at_most, at_most: self.at_least }
    }

    /// The pseudo p value, above 0 and at most 1.
    pub(super) fn p(self, permutations: Permutations) -> f64 {
        let share = |extreme: u32| (f64::from(extreme) + 1.0) / (f64::from(permutations.count) + 1.0);
        let smaller = share(self.at_least.min(self.at_most));
        match permutations.tail {
            Tail::Directed => smaller,
            Tail::TwoSided => (2.0 * smaller).min(1.0),
            Tail::Greater => share(self.at_least),
            Tail::Lesser => share(self.at_most),
        }
    }
}

/// What was observed, with room for rounding: the same values summed in another order are the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Observed {
    low: f64,
    high: f64,
}

impl Observed {
    /// `largest` is the largest sum that the same weights can give.
    pub(super) fn new(value: f64, largest: f64) -> Self {
        let room = 1e-12 * largest.abs();
        Self { low: value - room, high: value + room }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tail_counts_its_own_permutations() {
        let tally = Tally { at_least: 3, at_most: 97 };
        // Of 99 permutations one is as large as what was observed.
        let cases = [(Tail::Directed, 0.04), (Tail::TwoSided, 0.08), (Tail::Greater, 0.04), (Tail::Lesser, 0.98)];

        for (tail, expected) in cases {
            let found = tally.p(Permutations { count: 99, seed: 1, tail });
            assert!((found - expected).abs() < 1e-12, "{tail:?}: {found}");
        }
    }

    #[test]
    fn a_sum_in_another_order_is_as_large_in_both_tails() {
        let observed = Observed::new(0.1 + 0.2 + 0.3, 1.0);
        let mut tally = Tally::default();

        tally.add(0.3 + 0.2 + 0.1, observed);

        assert_eq!(tally, Tally { at_least: 1, at_most: 1 });
    }
}
