//! Counts of a survey as they may be shown: by [`protect`], so that nobody reckons a small one back.
//!
//! A table whose rows add up to persons is protected together with its totals. Where a person may stand in several columns,
//! each column is a list of its own with its total.

use super::counts::CountTable;
use crate::diagnosis::protect::{self, Shown, THRESHOLD, Total};

/// Counts that may be shown; `None` for a hidden one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protected {
    /// By row and column, as in the table.
    pub cells: Vec<Vec<Option<u32>>>,
    /// Of each row; `None` also where rows do not add up to persons.
    pub row_totals: Vec<Option<u32>>,
    /// Of each column.
    pub column_totals: Vec<Option<u32>>,
    /// Of all; `None` also where rows do not add up to persons.
    pub total: Option<u32>,
}

/// The counts that may be shown; none of them where they cannot be protected.
#[must_use]
pub fn protected(table: &CountTable) -> Protected {
    let shown = if table.adds_up { with_totals(table) } else { by_column(table) };
    shown.unwrap_or_else(|| Protected {
        cells: table.counts.iter().map(|row| vec![None; row.len()]).collect(),
        row_totals: vec![None; table.rows.len()],
        column_totals: vec![None; table.columns.len()],
        total: None,
    })
}

fn with_totals(table: &CountTable) -> Option<Protected> {
    let counts = table.counts.iter().map(|row| row.iter().copied().map(u64::from).collect()).collect();
    let found = protect::protect(&protect::CountTable::new(counts).ok()?, THRESHOLD);
    Some(Protected {
        cells: found.cells.iter().map(|row| row.iter().copied().map(count).collect()).collect(),
        row_totals: found.row_totals.into_iter().map(count).collect(),
        column_totals: found.column_totals.into_iter().map(count).collect(),
        total: count(found.total),
    })
}

fn by_column(table: &CountTable) -> Option<Protected> {
    let mut cells = vec![vec![None; table.columns.len()]; table.rows.len()];
    let mut column_totals = Vec::with_capacity(table.columns.len());
    for column in 0..table.columns.len() {
        let counts: Vec<u64> = table.counts.iter().map(|row| row.get(column).copied().map_or(0, u64::from)).collect();
        let listed: Vec<Option<u64>> = counts.iter().copied().map(Some).collect();
        let found = protect::protect_list(&listed, Total::Here(counts.iter().sum()), THRESHOLD).ok()?;
        for (row, shown) in cells.iter_mut().zip(found.counts) {
            row[column] = count(shown);
        }
        column_totals.push(found.total.and_then(count));
    }
    Some(Protected { cells, row_totals: vec![None; table.rows.len()], column_totals, total: None })
}

fn count(shown: Shown) -> Option<u32> {
    match shown {
        Shown::Count(count) => u32::try_from(count).ok(),
        Shown::Suppressed => None,
    }
}

#[cfg(test)]
mod tests;
