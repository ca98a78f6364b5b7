//! A population grid of square kilometres, with the unit that each inhabitant belongs to.
//!
//! Cells are named by whole numbers, columns to the east and rows to the north; which projection they lie in is the
//! business of the room that reads them. A cell that a border divides stands in several parts, one per unit.

use std::collections::BTreeMap;

use miedza_territory::UnitIx;

use crate::error::Error;

/// Inhabitants of one cell, or of the part of it that lies in one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Kilometres to the east.
    pub column: i32,
    /// Kilometres to the north.
    pub row: i32,
    /// Inhabitants, 0 or more.
    pub inhabitants: f64,
    /// The unit they live in; `None` outside all units of the flows.
    pub unit: Option<UnitIx>,
}

/// A place of the grid: row first, so that cells are ordered from south to north, then from west to east.
pub(super) type Cell = (i32, i32);

/// Inhabitants by square kilometre.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    parts: Vec<Part>,
}

impl Grid {
    /// A grid of these parts, in whatever order they come; cells that are not named have no inhabitants.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for inhabitants below 0 or not finite.
    pub fn new(mut parts: Vec<Part>) -> Result<Self, Error> {
        let wrong = |part: &&Part| !(part.inhabitants.is_finite() && part.inhabitants >= 0.0);
        if let Some(part) = parts.iter().find(wrong) {
            let wanted = "0 inhabitants or more in each cell".to_owned();
            return Err(Error::OutOfRange { parameter: "grid", value: part.inhabitants, wanted });
        }
        // With the inhabitants in the key, sums do not depend on the order of the rows of a table.
        parts.sort_by(|one, other| {
            let key = |part: &Part| (part.row, part.column, part.unit);
            key(one).cmp(&key(other)).then(one.inhabitants.total_cmp(&other.inhabitants))
        });
        Ok(Self { parts })
    }

    /// All parts, from south to north, then from west to east.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// How many units the grid speaks of: one more than the largest number of a unit.
    pub(crate) fn unit_count(&self) -> usize {
        self.parts.iter().filter_map(|part| part.unit).max().map_or(0, |unit| unit.get() + 1)
    }

    /// Inhabitants of each cell, all parts together.
    pub(super) fn cells(&self) -> BTreeMap<Cell, f64> {
        let mut cells = BTreeMap::new();
        for part in &self.parts {
            *cells.entry(part.cell()).or_default() += part.inhabitants;
        }
        cells
    }
}

impl Part {
    pub(super) const fn cell(&self) -> Cell {
        (self.row, self.column)
    }
}
