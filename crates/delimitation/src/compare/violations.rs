//! Areas that do not hang together on the map.

use miedza_territory::{Neighbours, Partition, UnitIx};

use crate::pieces;

/// How far the areas of a partition are from lying in one piece each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Violations {
    /// `Σ (pieces − 1)` over all areas; 0 for a contiguous partition.
    pub violations: usize,
    /// Areas in more than one piece.
    pub areas: usize,
    /// Units outside the main piece of their area, ascending. The main piece is the one with most units, of two the one
    /// with the smallest unit.
    pub apart: Vec<UnitIx>,
}

/// Counts the pieces of areas.
#[must_use]
pub fn violations(partition: &Partition, neighbours: &Neighbours) -> Violations {
    let mut found = Violations::default();
    for area in partition.areas() {
        let pieces = pieces::pieces(partition, area, neighbours);
        if pieces.len() < 2 {
            continue;
        }
        found.violations += pieces.len() - 1;
        found.areas += 1;
        let main = (0..pieces.len()).rev().max_by_key(|&piece| pieces[piece].len()).unwrap_or(0);
        found.apart.extend(pieces.iter().enumerate().filter(|(piece, _)| *piece != main).flat_map(|(_, units)| units));
    }
    found.apart.sort_unstable();
    found
}
