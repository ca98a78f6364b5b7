//! Cells of a sheet in memory: one text, and for each cell that is not empty where its piece of it lies.

use super::row::{Row, Rows};
use crate::Error;

/// Most cells of a sheet, and most columns.
const MOST_CELLS: usize = 20_000_000;
const MOST_COLUMNS: u32 = 16_384;

#[derive(Clone, Copy)]
struct Cell {
    row: u32,
    column: u32,
    start: u32,
    end: u32,
    is_number: bool,
}

/// A sheet; cells are added by row, then by column.
#[derive(Default)]
pub(super) struct Grid {
    text: String,
    cells: Vec<Cell>,
}

impl Grid {
    /// Adds a cell; rows and columns are counted from 0. Empty text adds nothing.
    pub(super) fn add(&mut self, place: (u32, u32), text: &str, is_number: bool) -> Result<(), &'static str> {
        let start = self.text.len();
        self.text.push_str(text);
        self.put(place, start..self.text.len(), is_number)
    }

    /// Adds a cell with the text of the last one.
    pub(super) fn repeat_last(&mut self, place: (u32, u32)) -> Result<(), &'static str> {
        let Some(last) = self.cells.last().copied() else { return Ok(()) };
        self.push(Cell { row: place.0, column: place.1, ..last })
    }

    /// Adds the cells of row `from` once more as row `to`.
    pub(super) fn repeat_row(&mut self, from: u32, to: u32) -> Result<(), &'static str> {
        let first = self.cells.partition_point(|cell| cell.row < from);
        let last = self.cells.partition_point(|cell| cell.row <= from);
        for position in first..last {
            let cell = self.cells[position];
            self.push(Cell { row: to, ..cell })?;
        }
        Ok(())
    }

    fn put(&mut self, (row, column): (u32, u32), text: std::ops::Range<usize>, is_number: bool) -> Result<(), &'static str> {
        if text.is_empty() {
            return Ok(());
        }
        let offset = |at| u32::try_from(at).map_err(|_| "a sheet with more than 4 GB of text");
        self.push(Cell { row, column, start: offset(text.start)?, end: offset(text.end)?, is_number })
    }

    fn push(&mut self, cell: Cell) -> Result<(), &'static str> {
        if self.cells.len() >= MOST_CELLS {
            return Err("a sheet with more than 20 million cells");
        }
        if cell.column >= MOST_COLUMNS {
            return Err("a sheet with more than 16,384 columns");
        }
        if self.cells.last().is_some_and(|last| (last.row, last.column) >= (cell.row, cell.column)) {
            return Err("a sheet whose cells are out of order");
        }
        self.cells.push(cell);
        Ok(())
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether the last cell stands in this row.
    pub(super) fn ends_in_row(&self, row: u32) -> bool {
        self.cells.last().is_some_and(|last| last.row == row)
    }

    pub(super) const fn len(&self) -> usize {
        self.cells.len()
    }

    fn text(&self, cell: Cell) -> &str {
        let at = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
        self.text.get(at(cell.start)..at(cell.end)).unwrap_or("")
    }
}

/// Reads a grid row by row; rows without any cell are passed over.
pub(super) struct GridRows {
    grid: Grid,
    next: usize,
}

impl GridRows {
    pub(super) const fn new(grid: Grid) -> Self {
        Self { grid, next: 0 }
    }
}

impl Rows for GridRows {
    fn next(&mut self, row: &mut Row) -> Result<bool, Error> {
        row.clear();
        let Some(first) = self.grid.cells.get(self.next).copied() else { return Ok(false) };
        row.number = u64::from(first.row) + 1;
        let mut column = 0;
        while let Some(cell) = self.grid.cells.get(self.next).copied().filter(|cell| cell.row == first.row) {
            while column < cell.column {
                row.push("", false);
                column += 1;
            }
            row.push(self.grid.text(cell), cell.is_number);
            column += 1;
            self.next += 1;
        }
        Ok(true)
    }
}
