//! Pieces of an area: units that hang together by neighbours inside it.
//!
//! Used by the figures of quality and by the repair. Which pieces are to move is decided there.

use miedza_territory::{AreaIx, Flows, Neighbours, Partition, UnitIx, UnitVec};

/// Pieces of one area, each ascending, in the order of their smallest units; one piece for a contiguous area.
#[must_use]
pub fn pieces(partition: &Partition, area: AreaIx, neighbours: &Neighbours) -> Vec<Vec<UnitIx>> {
    let members = partition.members(area);
    let mut seen = vec![false; members.len()];
    let mut pieces = Vec::new();
    for (position, &start) in members.iter().enumerate() {
        if std::mem::replace(&mut seen[position], true) {
            continue;
        }
        let mut piece = vec![start];
        let mut next = 0;
        while let Some(&unit) = piece.get(next) {
            next += 1;
            for contact in neighbours.of(unit) {
                if let Ok(found) = members.binary_search(&contact.unit)
                    && !std::mem::replace(&mut seen[found], true)
                {
                    piece.push(contact.unit);
                }
            }
        }
        piece.sort_unstable();
        pieces.push(piece);
    }
    pieces
}

/// The piece with most employed residents, the one with the smallest unit on a tie; its position in the list.
#[must_use]
pub fn main_piece(pieces: &[Vec<UnitIx>], flows: &Flows) -> Option<usize> {
    let residents = |piece: &Vec<UnitIx>| piece.iter().map(|&unit| flows.residents(unit)).sum::<f64>();
    let sizes = pieces.iter().map(residents).enumerate();
    sizes.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(position, _)| position)
}

/// Units all of whose neighbours belong to one other area, with that area, ascending; units of no area included, units
/// without neighbours not.
#[must_use]
pub fn enclaves(partition: &Partition, neighbours: &Neighbours) -> Vec<(UnitIx, AreaIx)> {
    let surrounding = |unit: UnitIx| {
        let mut around = neighbours.of(unit).iter().map(|contact| partition.area_of(contact.unit));
        let first = around.next()??;
        (partition.area_of(unit) != Some(first) && around.all(|area| area == Some(first))).then_some((unit, first))
    };
    partition.units().filter_map(surrounding).collect()
}

/// A partition that can be changed unit by unit; areas keep the numbers they had.
pub(crate) struct Draft {
    areas: UnitVec<Option<AreaIx>>,
}

impl Draft {
    /// Starts from a partition.
    pub fn of(partition: &Partition) -> Self {
        Self { areas: partition.units().map(|unit| partition.area_of(unit)).collect() }
    }

    /// The area of a unit.
    pub fn area_of(&self, unit: UnitIx) -> Option<AreaIx> {
        self.areas[unit]
    }

    /// Puts a unit into an area.
    pub fn put(&mut self, unit: UnitIx, area: AreaIx) {
        self.areas[unit] = Some(area);
    }

    /// The partition as it is now, areas numbered anew.
    pub fn partition(&self) -> Partition {
        Partition::from_labels(self.areas.iter().copied())
    }
}
