//! Protection of small counts: what may stand on a public page, so that nobody can be told from a number.
//!
//! 1. A count below the threshold is suppressed, 0 among them, and totals too.
//! 2. Further counts are suppressed until none of them can be reckoned back from the rows, the columns and the totals: every
//!    suppressed count could be any of at least as many numbers as lie below the threshold.
//! 3. Which further counts are taken is the cheapest cycle through the table, by what is lost: small counts before large
//!    ones, counts before totals.
//!
//! Tables are read as a flow that goes round: from the totals through rows and columns back to the totals. The range of a
//! suppressed count is then that of a flow on an edge, exactly, by a greatest flow. The same input gives the same table.
//!
//! Not in here: percentages (whoever shows them suppresses them with their counts), and tables that share cells with others,
//! which have to be joined first.
//!
//! # Source
//! Fischetti & Salazar-González (1999) *Models and algorithms for the 2-dimensional cell suppression problem in statistical
//! disclosure control*; Gusfield (1988) *A graph theoretic approach to statistical data security* for the flow; Hundepool et
//! al. (2012) *Statistical disclosure control* for the protection intervals.

mod flow;
mod list;
mod table;

use serde::Serialize;
use thiserror::Error;

pub use list::{ProtectedList, Total, exposed_in_list, protect_list};
pub use table::{CountTable, Exposed, ProtectedTable, Spot, exposed, protect};

/// Counts below it are suppressed on public pages.
pub const THRESHOLD: u64 = 5;

/// A count on a public page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// It may be read.
    Count(u64),
    /// It may not; also where it is suppressed to protect another, which nothing tells apart.
    Suppressed,
}

/// What somebody can reckon back of a suppressed count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bounds {
    /// It cannot be less.
    pub least: u64,
    /// It cannot be more; `None` without a limit.
    pub most: Option<u64>,
}

impl Bounds {
    /// Whether it could be so many numbers beyond the least, or more.
    #[must_use]
    pub fn is_wide(self, width: u64) -> bool {
        self.most.is_none_or(|most| most - self.least >= width)
    }
}

/// Why counts cannot be protected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProtectError {
    /// The rows of a table have different lengths.
    #[error("row {row} has {given} counts, and the first row has {wanted}; fill every row, with 0 for nobody")]
    Ragged {
        /// Which row, counted from 0.
        row: usize,
        /// How many counts it has.
        given: usize,
        /// How many it must have.
        wanted: usize,
    },
    /// The total is not that of the counts.
    #[error("the total is {total}, and the known counts add up to {sum}; take both from the same edition of the source")]
    TotalDiffers {
        /// The total.
        total: u64,
        /// The sum of the known counts.
        sum: u64,
    },
    /// The counts add up to more than a number can hold.
    #[error("the counts add up to more than a number can hold; look for a faulty count")]
    TooLarge,
}

/// By how much a suppressed count must be able to vary.
const fn width(threshold: u64) -> u64 {
    if threshold > 2 { threshold - 1 } else { 1 }
}

#[cfg(test)]
mod tests;
