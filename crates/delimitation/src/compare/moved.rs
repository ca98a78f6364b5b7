//! What moves with the units that change their area, leave all areas or join one: persons, jobs, inhabitants.

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
    /// In units that only the first partition puts into an area.
    pub left: f64,
    /// In units that only the second partition puts into an area.
    pub joined: f64,
    /// Units in an area of either whose figure is missing: they are in no sum.
    pub missing: usize,
}

/// How much of a figure moves; figures are one per unit of both partitions, `None` where missing.
#[must_use]
pub fn moved(found: &Comparison, sides: [&Partition; 2], figures: &UnitVec<Option<f64>>) -> Moved {
    let mut sums = Moved::default();
    let [first, second] = sides;
    for unit in first.units() {
        let is_in = [first, second].map(|side| side.area_of(unit).is_some());
        let Some(figure) = figures[unit].filter(|_| is_in.contains(&true)) else {
            sums.missing += usize::from(is_in.contains(&true));
            continue;
        };
        sums.add(figure, is_in, found.changed.binary_search(&unit).is_ok());
    }
    Moved { share: (sums.all > 0.0).then(|| sums.moved / sums.all), ..sums }
}

impl Moved {
    fn add(&mut self, figure: f64, is_in: [bool; 2], is_changed: bool) {
        match is_in {
            [true, true] => self.all += figure,
            [true, false] => self.left += figure,
            [false, _] => self.joined += figure,
        }
        if is_changed {
            self.moved += figure;
        }
    }
}
