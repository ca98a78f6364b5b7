//! Partitions kept by the thousand: one small number per unit.

use miedza_territory::{Partition, UnitIx, UnitVec};

/// The number of the area of each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    of: UnitVec<u32>,
    areas: usize,
}

/// Stands for no area.
const NOWHERE: u32 = u32::MAX;

impl Labels {
    /// The areas of a partition under its own numbers.
    #[must_use]
    pub fn of(partition: &Partition) -> Self {
        let number = |unit| match partition.area_of(unit) {
            Some(area) => u32::try_from(area.get()).expect("an area number fits 32 bits"),
            None => NOWHERE,
        };
        Self { of: partition.units().map(number).collect(), areas: partition.len() }
    }

    /// How many areas there are.
    #[must_use]
    pub const fn areas(&self) -> usize {
        self.areas
    }

    /// How many units there are.
    #[must_use]
    pub const fn units(&self) -> usize {
        self.of.len()
    }

    /// The number of the area of a unit, from 0 up to but not [`Self::areas`]; `None` if it is in none.
    #[must_use]
    pub fn area(&self, unit: UnitIx) -> Option<usize> {
        match self.of[unit] {
            NOWHERE => None,
            label => Some(usize::try_from(label).expect("u32 fits usize")),
        }
    }

    /// Whether two units are in the same area; a unit of no area is with nobody, not with itself either.
    #[must_use]
    pub fn are_together(&self, one: UnitIx, other: UnitIx) -> bool {
        self.of[one] == self.of[other] && self.of[one] != NOWHERE
    }

    /// The partition.
    #[must_use]
    pub fn partition(&self) -> Partition {
        Partition::from_labels(self.of.indices().map(|unit| self.area(unit)))
    }

    /// The units area by area, and where each area begins: one place more than there are groups. Each unit of no area
    /// follows as a group of its own.
    pub(super) fn groups(&self) -> Groups {
        let alone = self.of.iter().filter(|label| **label == NOWHERE).count();
        let mut group = Vec::with_capacity(self.of.len());
        let mut next = self.areas;
        for unit in self.of.indices() {
            group.push(self.area(unit).unwrap_or_else(|| {
                next += 1;
                next - 1
            }));
        }
        let mut starts = vec![0; self.areas + alone + 1];
        for &number in &group {
            starts[number + 1] += 1;
        }
        for number in 1..starts.len() {
            starts[number] += starts[number - 1];
        }
        let mut places = starts.clone();
        let mut units = vec![0; group.len()];
        for (unit, &number) in group.iter().enumerate() {
            units[places[number]] = unit;
            places[number] += 1;
        }
        Groups { of: group, starts, units }
    }
}

/// A partition in which each unit is in one group.
pub(super) struct Groups {
    /// The group of each unit.
    pub of: Vec<usize>,
    starts: Vec<usize>,
    units: Vec<usize>,
}

impl Groups {
    /// How many groups there are.
    pub const fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The units of a group, ascending.
    pub fn members(&self, group: usize) -> &[usize] {
        &self.units[self.starts[group]..self.starts[group + 1]]
    }
}
