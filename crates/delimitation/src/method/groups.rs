//! Groups of units that only ever grow, with the persons between them.
//!
//! Shared by the methods that fuse areas pairwise. Each group has a place, the unit whose row it took over, and a name, its
//! smallest unit; the two differ, since of two rows the shorter is poured into the longer. Which pair is fused is the
//! methods' business. A fusion costs the two rows and, for each entry of the shorter, a search in the row of the other side.

use miedza_territory::{Flows, Neighbours, UnitIx, UnitVec};

use super::travel_to_work::validity::Totals;

/// Persons between a group and another, and whether the two touch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Exchange {
    /// Place of the other group.
    pub with: UnitIx,
    /// Persons from this group to the other.
    pub to: f64,
    /// Persons from the other group to this one.
    pub from: f64,
    /// Whether they have a border in common; false where neighbours are not known.
    pub touches: bool,
}

/// All groups with what is between them.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    totals: UnitVec<Totals>,
    rows: UnitVec<Vec<Exchange>>,
    names: UnitVec<UnitIx>,
}

/// Whether persons who live and work in the same unit count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Diagonal {
    /// They count in the margins, as in the matrix.
    #[default]
    Keep,
    /// They are taken off both margins of their unit before the first step.
    Remove,
}

impl Groups {
    /// Each unit alone.
    pub fn alone(flows: &Flows, neighbours: Option<&Neighbours>, diagonal: Diagonal) -> Self {
        let units = flows.units();
        let totals = |unit: UnitIx| {
            let internal = flows.internal(unit);
            let all = Totals { residents: flows.residents(unit), jobs: flows.jobs(unit), internal };
            match diagonal {
                Diagonal::Keep => all,
                Diagonal::Remove => Totals { residents: all.residents - internal, jobs: all.jobs - internal, internal: 0.0 },
            }
        };
        Self {
            totals: units.indices().map(totals).collect(),
            rows: units.indices().map(|unit| row(flows, neighbours, unit)).collect(),
            names: units.indices().collect(),
        }
    }

    /// What a group counts.
    pub fn totals(&self, place: UnitIx) -> Totals {
        self.totals[place]
    }

    /// The smallest unit of a group.
    pub fn name(&self, place: UnitIx) -> UnitIx {
        self.names[place]
    }

    /// What is between a group and the others, ascending by place.
    pub fn row(&self, place: UnitIx) -> &[Exchange] {
        &self.rows[place]
    }

    /// Fuses two groups; gives the place of the union and the place that is given up.
    pub fn fuse(&mut self, one: UnitIx, other: UnitIx) -> (UnitIx, UnitIx) {
        let (kept, gone) = if self.rows[one].len() >= self.rows[other].len() { (one, other) } else { (other, one) };
        let poured = std::mem::take(&mut self.rows[gone]);
        for exchange in poured.iter().filter(|exchange| exchange.with != kept) {
            redirect(&mut self.rows[exchange.with], gone, kept);
        }
        let between = poured.iter().find(|exchange| exchange.with == kept).map_or(0.0, |exchange| exchange.to + exchange.from);
        let own = std::mem::take(&mut self.rows[kept]);
        self.rows[kept] = united(own, &poured, (kept, gone));
        let (large, small) = (self.totals[kept], self.totals[gone]);
        self.totals[kept] = Totals {
            residents: large.residents + small.residents,
            jobs: large.jobs + small.jobs,
            internal: large.internal + small.internal + between,
        };
        self.names[kept] = self.names[kept].min(self.names[gone]);
        (kept, gone)
    }
}

/// The first row of a unit: whom it exchanges persons with and whom it touches.
fn row(flows: &Flows, neighbours: Option<&Neighbours>, unit: UnitIx) -> Vec<Exchange> {
    let none = |with: UnitIx| Exchange { with, to: 0.0, from: 0.0, touches: false };
    let mut row: Vec<Exchange> = flows.leaving(unit).map(|(with, to)| Exchange { to, ..none(with) }).collect();
    row.extend(flows.arriving(unit).map(|(with, from)| Exchange { from, ..none(with) }));
    let touching = neighbours.into_iter().flat_map(|neighbours| neighbours.of(unit));
    row.extend(touching.map(|contact| Exchange { touches: true, ..none(contact.unit) }));
    row.retain(|exchange| exchange.with != unit && (exchange.touches || exchange.to + exchange.from > 0.0));
    row.sort_by_key(|exchange| exchange.with);
    row.dedup_by(|next, first| first.with == next.with && first.take(next));
    row
}

impl Exchange {
    /// Adds what another entry says of the same pair; always true, for those who drop the other then.
    fn take(&mut self, other: &Self) -> bool {
        self.to += other.to;
        self.from += other.from;
        self.touches |= other.touches;
        true
    }
}

/// Turns an entry for a place that is given up into one for the place of the union.
fn redirect(row: &mut Vec<Exchange>, gone: UnitIx, kept: UnitIx) {
    let find = |row: &[Exchange], place: UnitIx| row.binary_search_by_key(&place, |exchange| exchange.with);
    let Ok(old) = find(row, gone) else { return };
    let moved = Exchange { with: kept, ..row.remove(old) };
    match find(row, kept) {
        Ok(place) => {
            row[place].take(&moved);
        }
        Err(place) => row.insert(place, moved),
    }
}

/// Two ascending rows as one, without what was between the two groups.
fn united(own: Vec<Exchange>, poured: &[Exchange], (kept, gone): (UnitIx, UnitIx)) -> Vec<Exchange> {
    let mut rest = poured.iter().filter(|exchange| exchange.with != kept).peekable();
    let mut row = Vec::with_capacity(own.len() + poured.len());
    for mut exchange in own.into_iter().filter(|exchange| exchange.with != gone) {
        while let Some(&before) = rest.next_if(|next| next.with < exchange.with) {
            row.push(before);
        }
        if let Some(same) = rest.next_if(|next| next.with == exchange.with) {
            exchange.take(same);
        }
        row.push(exchange);
    }
    row.extend(rest);
    row
}

#[cfg(test)]
mod tests {
    use miedza_territory::samples;

    use super::*;

    #[test]
    fn a_fusion_adds_margins_and_keeps_what_is_between() {
        let flows = samples::two_towns();
        let mut groups = Groups::alone(&flows, None, Diagonal::Keep);
        let unit = UnitIx::new;

        let (kept, _) = groups.fuse(unit(0), unit(1));
        let (kept, gone) = groups.fuse(unit(2), kept);

        assert_eq!(groups.name(kept), unit(0));
        assert_eq!(groups.row(gone), []);
        assert_eq!(groups.totals(kept), Totals { residents: 1300.0, jobs: 1330.0, internal: 1260.0 });
        let left: Vec<_> = groups.row(kept).iter().map(|exchange| (exchange.with, exchange.to, exchange.from)).collect();
        assert_eq!(left, [(unit(3), 40.0, 30.0), (unit(5), 0.0, 40.0)]);
        let back = groups.row(unit(5)).iter().find(|exchange| exchange.with == kept).expect("still tied");
        assert_eq!((back.to, back.from), (40.0, 0.0));
    }

    #[test]
    fn without_the_diagonal_only_those_who_leave_and_arrive_count() {
        let groups = Groups::alone(&samples::two_towns(), None, Diagonal::Remove);

        assert_eq!(groups.totals(UnitIx::new(0)), Totals { residents: 40.0, jobs: 310.0, internal: 0.0 });
    }
}
