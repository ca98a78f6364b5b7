//! Two partitions of different lists of units, brought onto one list.
//!
//! Years differ in their units: some were merged or renamed. What both lists hold can be compared; the rest is named.
//! Carrying units from year to year is not done here.

use miedza_territory::{Partition, UnitCode, Units};

/// Two partitions over the units that both lists hold, with what only one of them holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// The units of both lists.
    pub units: Units,
    /// The first partition, over these units.
    pub first: Partition,
    /// The second partition, over these units.
    pub second: Partition,
    /// Codes that only the first list holds, in its order.
    pub missing_in_second: Vec<UnitCode>,
    /// Codes that only the second list holds, in its order.
    pub missing_in_first: Vec<UnitCode>,
}

/// Keeps the units that both lists hold.
///
/// Each partition must be of its own list: a unit beyond its end counts as being in no area.
#[must_use]
pub fn align(first: (&Units, &Partition), second: (&Units, &Partition)) -> Aligned {
    let missing = |one: &Units, other: &Units| -> Vec<UnitCode> {
        one.codes().iter().filter(|code| other.find(code).is_none()).cloned().collect()
    };
    let both = first.0.codes().iter().filter(|code| second.0.find(code).is_some()).cloned();
    let units = Units::new(both.collect());
    let over = |(own, partition): (&Units, &Partition)| {
        let label = |code| own.find(code).filter(|unit| unit.get() < partition.unit_count());
        Partition::from_labels(units.codes().iter().map(|code| label(code).and_then(|unit| partition.area_of(unit))))
    };
    Aligned {
        first: over(first),
        second: over(second),
        missing_in_second: missing(first.0, second.0),
        missing_in_first: missing(second.0, first.0),
        units,
    }
}
