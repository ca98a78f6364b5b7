//! Sheets of XLSX workbooks. Numbers become the text that a person would write: `189`, not `189.0`.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};

use super::archive::Archive;
use super::grid::Grid;
use crate::Error;

/// The sheets that hold any cell, by name, in the order of the workbook.
pub(super) fn sheets(file: &str, archive: Archive) -> Result<Vec<(String, Grid)>, Error> {
    let damaged = |error: XlsxError| Error::Damaged { file: file.into(), row: 0, what: error.to_string().into() };
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(archive.into_bytes())).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        // Sheets that hold a chart or a macro have no cells to read.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut grid = Grid::default();
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let added = add(&mut grid, cell.get_position(), cell.get_value());
            added.map_err(|what| Error::TooLarge { file: file.into(), what: what.into() })?;
        }
        sheets.push((name, grid));
    }
    Ok(sheets)
}

fn add(grid: &mut Grid, place: (u32, u32), value: &DataRef<'_>) -> Result<(), &'static str> {
    match value {
        DataRef::Empty => Ok(()),
        DataRef::Int(number) => grid.add(place, &number.to_string(), true),
        DataRef::Float(number) => grid.add(place, &number.to_string(), true),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => grid.add(place, text, false),
        DataRef::SharedString(text) => grid.add(place, text, false),
        DataRef::Bool(truth) => grid.add(place, &truth.to_string(), false),
        DataRef::DateTime(date) => grid.add(place, &date.as_f64().to_string(), true),
        DataRef::Error(error) => grid.add(place, &error.to_string(), false),
    }
}
