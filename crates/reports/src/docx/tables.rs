//! Tables of the package: heads that repeat on each page, rows that stay whole, hairlines.

use super::body::{TEXT_WIDTH, Text};
use crate::columns::Room;
use crate::document::{Column, ColumnKind, KeyFigure, Run, Style, Table};
use crate::markup::{escape, put};

/// From so many columns on the letters are smaller.
const MANY: usize = 8;

/// Twentieths of a point in a point.
const TWENTIETHS: f64 = 20.0;

/// Letters of a table, and of one with many columns or long words, in points.
const LETTERS: f64 = 9.0;
const SMALL_LETTERS: f64 = 7.5;

/// What stands left and right of the letters of a cell, in points.
const PADDING: f64 = 6.0;

/// Tables with more rows than this get striped rows.
const LONG: usize = 10;

const STRONG_LINE: &str = "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"2F6F45\"";
const HAIRLINE: &str = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C7D0C6\"";

/// How the cells of a row look.
#[derive(Clone, Copy)]
enum Row {
    Head,
    Body { is_striped: bool },
    Totals,
}

impl Text<'_> {
    pub fn table(&mut self, table: &Table) {
        self.tables += 1;
        let word = &self.document.words.table;
        self.caption(word, ("Table", self.tables), &table.caption);
        let room = Room { width: f64::from(TEXT_WIDTH) / TWENTIETHS, letters: LETTERS, padding: PADDING };
        self.is_small = table.columns.len() >= MANY || !room.holds(table);
        let room = Room { letters: if self.is_small { SMALL_LETTERS } else { LETTERS }, ..room };
        let widths = widths(&room, table);
        let caption = escape(&table.caption);
        put(
            &mut self.out,
            format_args!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
                 <w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar>\
                 <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
                 <w:tblCaption w:val=\"{caption}\"/></w:tblPr><w:tblGrid>"
            ),
        );
        for width in &widths {
            put(&mut self.out, format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.out.push_str("</w:tblGrid>\n");
        self.head(table, &widths);
        for (position, row) in table.rows.iter().enumerate() {
            let is_striped = table.rows.len() > LONG && position % 2 == 1;
            self.row(Row::Body { is_striped }, table, (row, &widths));
        }
        if let Some(totals) = &table.totals {
            self.row(Row::Totals, table, (totals, &widths));
        }
        self.out.push_str("</w:tbl>\n");
        let note = Run::plain(&table.note);
        self.paragraph("TableNote", if table.note.is_empty() { &[] } else { std::slice::from_ref(&note) });
    }

    fn head(&mut self, table: &Table, widths: &[String]) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(widths) {
            self.open_cell(Row::Head, width);
            self.open_cell_paragraph(column);
            self.runs(&[Run::new(Style::Strong, &column.title)]);
            if !column.unit.is_empty() {
                self.out.push_str("<w:r><w:br/></w:r>");
                self.runs(&[Run::plain(&column.unit)]);
            }
            self.out.push_str("</w:p></w:tc>");
        }
        self.out.push_str("</w:tr>\n");
    }

    fn row(&mut self, kind: Row, table: &Table, cells: (&[String], &[String])) {
        let (cells, widths) = cells;
        let style = if matches!(kind, Row::Totals) { Style::Strong } else { Style::Plain };
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for ((cell, column), width) in cells.iter().zip(&table.columns).zip(widths) {
            self.open_cell(kind, width);
            self.open_cell_paragraph(column);
            self.runs(&[Run::new(style, cell)]);
            self.out.push_str("</w:p></w:tc>");
        }
        self.out.push_str("</w:tr>\n");
    }

    fn open_cell(&mut self, kind: Row, width: &str) {
        let (borders, fill, vertical) = match kind {
            Row::Head => (format!("<w:top {STRONG_LINE}/><w:bottom {STRONG_LINE}/>"), "", "bottom"),
            Row::Body { is_striped } => (format!("<w:bottom {HAIRLINE}/>"), if is_striped { "F4F7F2" } else { "" }, "top"),
            Row::Totals => (format!("<w:top {STRONG_LINE}/><w:bottom {STRONG_LINE}/>"), "E6EEE0", "top"),
        };
        let shade =
            if fill.is_empty() { String::new() } else { format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>") };
        put(
            &mut self.out,
            format_args!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcBorders>{borders}</w:tcBorders>{shade}<w:vAlign w:val=\"{vertical}\"/></w:tcPr>"
            ),
        );
    }

    fn open_cell_paragraph(&mut self, column: &Column) {
        let style = if self.is_small { "TableTextSmall" } else { "TableText" };
        let side = if column.kind == ColumnKind::Number { "<w:jc w:val=\"right\"/>" } else { "" };
        put(&mut self.out, format_args!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{side}</w:pPr>"));
    }

    /// Up to three large figures side by side.
    pub fn key_line(&mut self, figures: &[KeyFigure]) {
        let width = TEXT_WIDTH / 3;
        put(
            &mut self.out,
            format_args!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
            ),
        );
        for _ in 0..3 {
            put(&mut self.out, format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for position in 0..3 {
            let Some(figure) = figures.get(position) else {
                put(&mut self.out, format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p/></w:tc>"));
                continue;
            };
            put(
                &mut self.out,
                format_args!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcBorders><w:top w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"4F9160\"/></w:tcBorders></w:tcPr>"
                ),
            );
            self.paragraph("KeyValue", &[Run::plain(&figure.value)]);
            self.paragraph("KeyLabel", &[Run::plain(&figure.label)]);
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr></w:tbl>\n");
    }
}

/// Widths of the columns in twentieths of a point.
fn widths(room: &Room, table: &Table) -> Vec<String> {
    room.widths(table).iter().map(|width| format!("{:.0}", width * TWENTIETHS)).collect()
}
