//! The cluster with the smallest validity, at hand after each change.
//!
//! A tournament tree over founders: the winner of each pair goes up, the left one on a tie, so the smallest label wins.
//! A change replays the matches above it and stops as soon as they end as before.

use miedza_territory::{UnitIx, UnitVec};

/// Validities of live clusters; a cluster that is not live stands at infinity.
pub(super) struct Tournament {
    validities: UnitVec<f64>,
    leaves: usize,
    winners: Vec<UnitIx>,
}

impl Tournament {
    /// Sets the tree up over all founders at once.
    pub fn new(mut validities: Vec<f64>) -> Self {
        let leaves = validities.len().next_power_of_two();
        validities.resize(leaves, f64::INFINITY);
        let mut tree =
            Self { validities: UnitVec::new(validities), leaves, winners: (0..2 * leaves).map(|_| UnitIx::new(0)).collect() };
        for leaf in 0..leaves {
            tree.winners[leaves + leaf] = UnitIx::new(leaf);
        }
        for node in (1..leaves).rev() {
            tree.winners[node] = tree.match_at(node);
        }
        tree
    }

    /// The founder of the live cluster with the smallest validity, the smallest label on a tie; `None` if none is live.
    pub fn smallest(&self) -> Option<(UnitIx, f64)> {
        let founder = self.winners[1];
        let validity = self.validities[founder];
        (validity < f64::INFINITY).then_some((founder, validity))
    }

    /// What stands for a cluster now.
    pub fn validity(&self, founder: UnitIx) -> f64 {
        self.validities[founder]
    }

    /// Takes a cluster out.
    pub fn remove(&mut self, founder: UnitIx) {
        self.set(founder, f64::INFINITY);
    }

    /// Changes the validity of a cluster.
    pub fn set(&mut self, founder: UnitIx, validity: f64) {
        self.validities[founder] = validity;
        let mut node = (self.leaves + founder.get()) >> 1;
        while node > 0 {
            let winner = self.match_at(node);
            if winner == self.winners[node] && winner != founder {
                return;
            }
            self.winners[node] = winner;
            node /= 2;
        }
    }

    fn match_at(&self, node: usize) -> UnitIx {
        let (left, right) = (self.winners[2 * node], self.winners[2 * node + 1]);
        if self.validities[right] < self.validities[left] { right } else { left }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_label_wins_a_tie_and_minus_zero_is_zero() {
        let mut tree = Tournament::new(vec![3.0, 0.0, -0.0, 2.0, 0.0]);
        assert_eq!(tree.smallest().expect("live").0, UnitIx::new(1));

        tree.remove(UnitIx::new(1));
        assert_eq!(tree.smallest().expect("live").0, UnitIx::new(2));

        tree.set(UnitIx::new(4), -1.0);
        assert_eq!(tree.smallest().expect("live").0, UnitIx::new(4));

        for founder in 0..5 {
            tree.remove(UnitIx::new(founder));
        }
        assert_eq!(tree.smallest(), None);
    }

    #[test]
    fn a_single_cluster_wins_alone() {
        let mut tree = Tournament::new(vec![0.5]);
        assert_eq!(tree.smallest(), Some((UnitIx::new(0), 0.5)));

        tree.set(UnitIx::new(0), 0.7);
        assert_eq!(tree.smallest(), Some((UnitIx::new(0), 0.7)));
    }
}
