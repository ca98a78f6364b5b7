//! Which unit belongs to which area.

use crate::code::UnitCode;
use crate::index::{AreaIx, AreaVec, UnitIx, UnitVec};
use crate::unit::Units;

/// Units put into areas: each unit in one area or in none.
///
/// Areas are numbered by their smallest unit, so equal partitions are equal whatever labels a method used inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    areas: UnitVec<Option<AreaIx>>,
    members: AreaVec<Vec<UnitIx>>,
}

impl Partition {
    /// Makes areas of the units that carry the same label; units labelled `None` belong to no area.
    ///
    /// ```
    /// use miedza_territory::{AreaIx, Partition, UnitIx};
    ///
    /// let partition = Partition::from_labels([Some(7), None, Some(2), Some(7)]);
    ///
    /// assert_eq!(partition.len(), 2);
    /// assert_eq!(partition.members(AreaIx::new(0)), [UnitIx::new(0), UnitIx::new(3)]);
    /// assert_eq!(partition.area_of(UnitIx::new(1)), None);
    /// ```
    #[must_use]
    pub fn from_labels<L: Ord>(labels: impl IntoIterator<Item = Option<L>>) -> Self {
        let mut numbers = std::collections::BTreeMap::new();
        let mut members: Vec<Vec<UnitIx>> = Vec::new();
        let mut areas = Vec::new();
        for (position, label) in labels.into_iter().enumerate() {
            let area = label.map(|label| {
                *numbers.entry(label).or_insert_with(|| {
                    members.push(Vec::new());
                    AreaIx::new(members.len() - 1)
                })
            });
            if let Some(area) = area {
                members[area.get()].push(UnitIx::new(position));
            }
            areas.push(area);
        }
        Self { areas: UnitVec::new(areas), members: AreaVec::new(members) }
    }

    /// How many areas there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no area.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// How many units there are, those without an area included.
    #[must_use]
    pub const fn unit_count(&self) -> usize {
        self.areas.len()
    }

    /// All areas, in order.
    #[must_use]
    pub fn areas(&self) -> impl DoubleEndedIterator<Item = AreaIx> + ExactSizeIterator + use<> {
        self.members.indices()
    }

    /// All units, in order.
    #[must_use]
    pub fn units(&self) -> impl DoubleEndedIterator<Item = UnitIx> + ExactSizeIterator + use<> {
        self.areas.indices()
    }

    /// The area of a unit; `None` if it belongs to none.
    #[must_use]
    pub fn area_of(&self, unit: UnitIx) -> Option<AreaIx> {
        self.areas[unit]
    }

    /// The units of an area, ascending, at least one.
    #[must_use]
    pub fn members(&self, area: AreaIx) -> &[UnitIx] {
        &self.members[area]
    }

    /// The label of an area: the code of its smallest unit.
    #[must_use]
    pub fn label<'a>(&self, area: AreaIx, units: &'a Units) -> &'a UnitCode {
        units.code(self.members[area][0])
    }

    /// Units that belong to no area, ascending.
    pub fn unassigned(&self) -> impl Iterator<Item = UnitIx> + '_ {
        self.areas.enumerate().filter(|(_, area)| area.is_none()).map(|(unit, _)| unit)
    }
}
