//! What moves with the units that change their area: persons, jobs, inhabitants.

use miedza_territory::{Partition, UnitVec};
use serde::Serialize;

use super::Comparison;

/// A figure of the units that were compared, and the part of it in units that change their area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Moved {
    /// In units that change.
    pub moved: f64,
    /// In all units that were compared and have the figure.
    pub all: f64,
    /// The one over the other, 0 to 1; `None` where all is 0.
    pub share: Option<f64>,
    /// Units compared whose figure is missing: they are in neither sum.
    pub missing: usize,
}

/// How much of a figure moves; figures are one per unit of both partitions, `None` where missing.
#[must_use]
pub fn moved(found: &Comparison, sides: [&Partition; 2], figures: &UnitVec<Option<f64>>) -> Moved {
    let mut sums = Moved::default();
    let [first, second] = sides;
    for unit in first.units().filter(|&unit| first.area_of(unit).is_some() && second.area_of(unit).is_some()) {
        let Some(figure) = figures[unit] else {
            sums.missing += 1;
            continue;
        };
        sums.all += figure;
        if found.changed.binary_search(&unit).is_ok() {
            sums.moved += figure;
        }
    }
    Moved { share: (sums.all > 0.0).then(|| sums.moved / sums.all), ..sums }
}
