//! Tables of two ways, such as answers by municipality, with the totals of rows and columns.

use serde::Serialize;

use super::flow::{Edge, Flow};
use super::{Bounds, ProtectError, Shown, width};

/// Counts in rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountTable {
    counts: Vec<Vec<u64>>,
    columns: usize,
    sum: u64,
}

/// A place in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The row, counted from 0; `None` for the totals of columns.
    pub row: Option<usize>,
    /// The column, counted from 0; `None` for the totals of rows.
    pub column: Option<usize>,
}

/// A table as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProtectedTable {
    /// The counts, row by row.
    pub cells: Vec<Vec<Shown>>,
    /// Totals of the rows.
    pub row_totals: Vec<Shown>,
    /// Totals of the columns.
    pub column_totals: Vec<Shown>,
    /// Total of all.
    pub total: Shown,
}

/// A suppressed count that can be reckoned back too narrowly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Exposed {
    /// Where it stands.
    pub spot: Spot,
    /// What it must lie between.
    pub bounds: Bounds,
}

impl CountTable {
    /// A table of counts, row by row.
    ///
    /// # Errors
    /// [`ProtectError::Ragged`] for rows of different lengths, [`ProtectError::TooLarge`] for a sum beyond all numbers.
    pub fn new(counts: Vec<Vec<u64>>) -> Result<Self, ProtectError> {
        let columns = counts.first().map_or(0, Vec::len);
        if let Some((row, short)) = counts.iter().enumerate().find(|(_, row)| row.len() != columns) {
            return Err(ProtectError::Ragged { row, given: short.len(), wanted: columns });
        }
        let sum = counts.iter().flatten().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        Ok(Self { counts, columns, sum: sum.ok_or(ProtectError::TooLarge)? })
    }

    /// Every place row by row, each row with its total at the end, and the totals of columns last.
    fn spots(&self) -> impl Iterator<Item = Spot> + use<> {
        let (rows, columns) = (self.counts.len(), self.columns);
        let ends = move |at: usize, last: usize| (at < last).then_some(at);
        (0..=rows)
            .flat_map(move |row| (0..=columns).map(move |column| Spot { row: ends(row, rows), column: ends(column, columns) }))
    }

    /// The count or total in a place.
    fn count(&self, spot: Spot) -> u64 {
        let in_row = |row: &Vec<u64>| match spot.column {
            Some(column) => row.get(column).copied().unwrap_or(0),
            None => row.iter().sum(),
        };
        match spot.row {
            Some(row) => self.counts.get(row).map_or(0, in_row),
            None => self.counts.iter().map(in_row).sum(),
        }
    }

    /// The table as a flow: from the node of row totals into rows, from these into columns, and by the node of column totals
    /// back to the first.
    fn flow(&self, is_hidden: impl Fn(Spot, u64) -> bool) -> Flow {
        let (rows, columns) = (self.counts.len(), self.columns);
        let (into_rows, out_of_columns) = (rows + columns, rows + columns + 1);
        // Hiding a total is dearer than hiding every count.
        let of_total = self.counts.iter().flatten().fold(self.sum, |sum, _| sum.saturating_add(1));
        let edge = |spot: Spot| {
            let value = self.count(spot);
            let (from, to) = match (spot.row, spot.column) {
                (Some(row), Some(column)) => (row, rows + column),
                (Some(row), None) => (into_rows, row),
                (None, Some(column)) => (rows + column, out_of_columns),
                (None, None) => (out_of_columns, into_rows),
            };
            let is_total = spot.row.is_none() || spot.column.is_none();
            let cost = value.saturating_add(1).saturating_add(if is_total { of_total } else { 0 });
            Edge { from, to, value, cost: Some(cost), is_hidden: is_hidden(spot, value) }
        };
        Flow { nodes: rows + columns + 2, edges: self.spots().map(edge).collect() }
    }
}

impl ProtectedTable {
    /// What stands in a place; `None` outside the table.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Option<Shown> {
        match (spot.row, spot.column) {
            (Some(row), Some(column)) => self.cells.get(row)?.get(column).copied(),
            (Some(row), None) => self.row_totals.get(row).copied(),
            (None, Some(column)) => self.column_totals.get(column).copied(),
            (None, None) => Some(self.total),
        }
    }
}

/// The table as it may be shown: counts below the threshold are suppressed, and as few others as are needed.
///
/// ```
/// use miedza_planning::diagnosis::protect::{CountTable, Shown, protect};
///
/// let table = CountTable::new(vec![vec![12, 3, 20], vec![30, 40, 9], vec![25, 18, 31]])?;
/// let shown = protect(&table, 5);
/// assert_eq!(shown.cells[0], [Shown::Suppressed, Shown::Suppressed, Shown::Count(20)]);
/// assert_eq!(shown.row_totals[0], Shown::Count(35));
/// # Ok::<(), miedza_planning::diagnosis::protect::ProtectError>(())
/// ```
#[must_use]
pub fn protect(table: &CountTable, threshold: u64) -> ProtectedTable {
    let mut flow = table.flow(|_, value| value < threshold);
    flow.protect(width(threshold));
    let mut shown = flow.edges.iter().map(|edge| if edge.is_hidden { Shown::Suppressed } else { Shown::Count(edge.value) });
    let (mut cells, mut row_totals) = (Vec::new(), Vec::new());
    for _ in 0..table.counts.len() {
        cells.push(shown.by_ref().take(table.columns).collect());
        row_totals.extend(shown.next());
    }
    let column_totals = shown.by_ref().take(table.columns).collect();
    ProtectedTable { cells, row_totals, column_totals, total: shown.next().unwrap_or(Shown::Suppressed) }
}

/// Which suppressed counts can be reckoned back too narrowly from what is shown: none in a table of [`protect`]. A proof, not
/// a guess: the bounds of each count are exact.
#[must_use]
pub fn exposed(table: &CountTable, shown: &ProtectedTable, threshold: u64) -> Vec<Exposed> {
    let flow = table.flow(|spot, _| shown.at(spot) == Some(Shown::Suppressed));
    let hidden = table.spots().enumerate().filter(|(edge, _)| flow.edges[*edge].is_hidden);
    let found = hidden.map(|(edge, spot)| Exposed { spot, bounds: flow.bounds(edge) });
    found.filter(|exposed| !exposed.bounds.is_wide(width(threshold))).collect()
}
