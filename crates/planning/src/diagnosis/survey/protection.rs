//! Small counts are hidden, with enough others that nobody reckons them back from totals.
//!
//! The table is taken together with its totals, which are rows and columns like the others: in each of them the total is the
//! sum of the rest. Steps:
//! 1. Every count below [`LEAST`] is hidden, a zero too, and totals too.
//! 2. In a line where one count alone is hidden, the next smallest is hidden too.
//! 3. Where the hidden counts of a line add up to less than [`LEAST`] while its total is shown, the next smallest is hidden too.
//! 4. A hidden count that lies on no circuit of hidden counts follows from the lines that it joins; the next smallest of its row
//!    is hidden too.
//!
//! Steps 2 to 4 are gone through until none finds anything. Source of the circuit rule: Gusfield (1988), "A graph theoretic
//! approach to statistical data security". How far a hidden count can be narrowed down by inequalities is not held against a
//! bound here. Cost: c · (r + c) for c hidden counts, each time something is hidden.

use super::counts::CountTable;

/// The smallest count that is shown.
pub const LEAST: u32 = 5;

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

/// The counts that may be shown.
#[must_use]
pub fn protected(table: &CountTable) -> Protected {
    let mut grid = Grid::of(table);
    while let Some((row, column)) = grid.next() {
        grid.hidden[row][column] = true;
    }
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let shown = |row: usize, column: usize| (!grid.hidden[row][column]).then_some(grid.counts[row][column]);
    let total_of = |row: usize| if table.adds_up { shown(row, columns) } else { None };
    Protected {
        cells: (0..rows).map(|row| (0..columns).map(|column| shown(row, column)).collect()).collect(),
        row_totals: (0..rows).map(total_of).collect(),
        column_totals: (0..columns).map(|column| shown(rows, column)).collect(),
        total: total_of(rows),
    }
}

/// The table with its totals: the last row, and the last column where rows add up.
struct Grid {
    counts: Vec<Vec<u32>>,
    hidden: Vec<Vec<bool>>,
    /// Whether the last column is the sum of the others.
    adds_up: bool,
}

type Spot = (usize, usize);

impl Grid {
    fn of(table: &CountTable) -> Self {
        let mut counts = table.counts.clone();
        if table.adds_up {
            counts.iter_mut().for_each(|row| row.push(row.iter().sum()));
        }
        let width = table.columns.len() + usize::from(table.adds_up);
        counts.push((0..width).map(|column| counts.iter().map(|row| row[column]).sum()).collect());
        let hidden = counts.iter().map(|row| row.iter().map(|count| *count < LEAST).collect()).collect();
        Self { counts, hidden, adds_up: table.adds_up }
    }

    fn width(&self) -> usize {
        self.counts.first().map_or(0, Vec::len)
    }

    /// Every line in which the last count is the sum of the others: columns, and rows where they add up.
    fn lines(&self) -> Vec<Vec<Spot>> {
        let height = self.counts.len();
        let columns = (0..self.width()).map(|column| (0..height).map(|row| (row, column)).collect());
        let rows = (0..height).filter(|_| self.adds_up).map(|row| (0..self.width()).map(|column| (row, column)).collect());
        columns.chain(rows).collect()
    }

    /// The next count to hide; `None` when enough are hidden.
    fn next(&self) -> Option<Spot> {
        let lines = self.lines();
        lines.iter().find_map(|line| self.lacking(line)).or_else(|| self.bridge(&lines))
    }

    /// The smallest shown count of a line, the total last among equals.
    fn smallest(&self, line: &[Spot]) -> Option<Spot> {
        let shown = line.iter().copied().filter(|(row, column)| !self.hidden[*row][*column]);
        shown.min_by_key(|(row, column)| self.counts[*row][*column])
    }

    /// What a line lacks: one alone is hidden, or those that are hidden add up to little while the total is shown.
    fn lacking(&self, line: &[Spot]) -> Option<Spot> {
        let is_hidden = |spot: &&Spot| self.hidden[spot.0][spot.1];
        let hidden = line.iter().filter(is_hidden).count();
        let (total, inner) = line.split_last()?;
        let sum: u32 = inner.iter().filter(is_hidden).map(|(row, column)| self.counts[*row][*column]).sum();
        let is_little = hidden > 0 && !self.hidden[total.0][total.1] && sum < LEAST;
        if hidden == 1 || is_little { self.smallest(line) } else { None }
    }

    /// What must be hidden beside a count that lies on no circuit.
    fn bridge(&self, lines: &[Vec<Spot>]) -> Option<Spot> {
        if !self.adds_up {
            return None;
        }
        let spots = (0..self.counts.len()).flat_map(|row| (0..self.width()).map(move |column| (row, column)));
        let alone = spots.filter(|(row, column)| self.hidden[*row][*column] && !self.is_on_circuit((*row, *column)));
        let columns = self.width();
        alone.into_iter().find_map(|(row, column)| {
            let of_row = lines.get(columns + row).and_then(|line| self.smallest(line));
            of_row.or_else(|| lines.get(column).and_then(|line| self.smallest(line)))
        })
    }

    /// Whether the row and the column of a hidden count are joined by other hidden counts too.
    fn is_on_circuit(&self, (row, column): Spot) -> bool {
        let (height, width) = (self.counts.len(), self.width());
        let (mut rows, mut columns) = (vec![false; height], vec![false; width]);
        let mut reached = vec![row];
        rows[row] = true;
        while let Some(from) = reached.pop() {
            for across in (0..width).filter(|across| self.hidden[from][*across] && (from, *across) != (row, column)) {
                if std::mem::replace(&mut columns[across], true) {
                    continue;
                }
                for next in (0..height).filter(|next| self.hidden[*next][across] && (*next, across) != (row, column)) {
                    if !std::mem::replace(&mut rows[next], true) {
                        reached.push(next);
                    }
                }
            }
        }
        columns[column]
    }
}

#[cfg(test)]
mod tests;
