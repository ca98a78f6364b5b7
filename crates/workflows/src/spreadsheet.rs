//! A table as a file that Excel, LibreOffice and programs open: text with commas, or a workbook.
//!
//! Texts are written as texts, so that what begins like a formula stays a text; numbers are numbers. Which columns there are
//! and what stands in them is the caller's matter.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::failure::Failure;

/// Most characters of a cell in a workbook.
const LONGEST: usize = 32_767;
/// Most characters of the name of a sheet.
const NAME: usize = 31;
/// What stands at the end of a text that a workbook cannot hold whole.
const CUT: &str = " […]";

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; an empty one is nothing.
    Text(String),
    /// A number.
    Number(f64),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        u32::try_from(count).map_or_else(|_| Self::Text(count.to_string()), |count| Self::Number(count.into()))
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A table with its headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spreadsheet {
    /// Name of the sheet.
    pub name: String,
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
    /// Columns at the left that stay in sight.
    pub fixed: u16,
}

impl Spreadsheet {
    /// Text with commas, UTF-8 with a mark at the beginning, so that Excel reads its letters.
    ///
    /// # Errors
    /// A fault of the program if it cannot be written.
    pub fn csv(&self) -> Result<Vec<u8>, Failure> {
        let written = || -> Result<Vec<u8>, csv::Error> {
            let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
            writer.write_record(&self.headings)?;
            for row in &self.rows {
                writer.write_record(row.iter().map(plain))?;
            }
            Ok(writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
        };
        written().map_err(|error| Failure::fault(&error))
    }

    /// A workbook.
    ///
    /// # Errors
    /// A fault of the program if it cannot be written.
    pub fn xlsx(&self) -> Result<Vec<u8>, Failure> {
        self.workbook().map_err(|error| Failure::fault(&error))
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let name: String = self.name.chars().filter(|sign| !r"[]:*?/\'".contains(*sign)).take(NAME).collect();
        let sheet = book.add_worksheet().set_name(if name.is_empty() { "1" } else { &name })?;
        let (bold, wrapped) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap());
        for (column, heading) in (0_u16..).zip(&self.headings) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
            sheet.set_column_width(column, if heading.contains('.') { 36.0 } else { 20.0 })?;
        }
        for (number, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                write(sheet, (number, column), cell, &wrapped)?;
            }
        }
        sheet.set_freeze_panes(1, self.fixed)?;
        if let (Ok(last_row), Some(last)) = (u32::try_from(self.rows.len()), self.headings.len().checked_sub(1)) {
            sheet.autofilter(0, 0, last_row, u16::try_from(last).unwrap_or(u16::MAX))?;
        }
        book.save_to_buffer()
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, wrapped: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) if text.chars().count() > LONGEST => {
            let cut: String = text.chars().take(LONGEST - CUT.chars().count()).chain(CUT.chars()).collect();
            sheet.write_string_with_format(row, column, cut, wrapped)?;
        }
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, text, wrapped)?;
        }
        Cell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
    }
    Ok(())
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
    }
}

/// A text of which a spreadsheet would take a part for a formula gets an apostrophe there; [`unguarded`] takes it away again.
///
/// Where lists are parted by semicolons, as in Poland and Czechia, a file with commas is cut at the semicolons and lines
/// inside its texts, so what stands after one of them is guarded as well as the beginning.
pub fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    let mut is_beginning = true;
    for sign in text.chars() {
        if is_beginning && begins_a_formula(sign) {
            guarded.push(GUARD);
        }
        guarded.push(sign);
        is_beginning = ends_a_cell(sign);
    }
    guarded
}

/// The text that was [`guarded`].
pub fn unguarded(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut is_beginning = true;
    let mut signs = text.chars().peekable();
    while let Some(mut sign) = signs.next() {
        if is_beginning && sign == GUARD {
            sign = signs.next_if(|next| begins_a_formula(*next)).unwrap_or(GUARD);
        }
        bare.push(sign);
        is_beginning = ends_a_cell(sign);
    }
    bare
}

/// What stands before a sign that would begin a formula.
const GUARD: char = '\'';

/// Whether a cell that begins with this sign may become a formula, or lose the sign itself.
const fn begins_a_formula(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | GUARD | '＝' | '＋' | '－' | '＠')
}

/// Whether a new cell may begin after this sign in some country or other.
const fn ends_a_cell(sign: char) -> bool {
    matches!(sign, ';' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: Vec<Vec<Cell>>) -> Spreadsheet {
        Spreadsheet { name: "Gminy [a/b]".to_owned(), headings: vec!["name".to_owned(), "count".to_owned()], rows, fixed: 1 }
    }

    #[test]
    fn a_text_that_looks_like_a_formula_stays_a_text_and_a_number_stays_a_number() {
        let rows = vec![vec![Cell::Text("=1+1".to_owned()), Cell::Number(-5.0)], vec![Cell::Text("a,b".to_owned()), Cell::Empty]];

        let csv = String::from_utf8(sheet(rows).csv().expect("it is written")).expect("UTF-8");

        assert_eq!(csv, "\u{feff}name,count\n'=1+1,-5\n\"a,b\",\n");
    }

    /// Texts that spreadsheets of some kind have taken for formulas, and plain ones that only look a little like them.
    const TEXTS: [&str; 44] = [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"https://example.org\";\"x\")",
        "=IMPORTXML(CONCAT(\"https://example.org\"),\"//a\")",
        "=WEBSERVICE(\"https://example.org\")",
        "=DDE(\"soffice\";\"x\";\"y\")",
        "=SUM(A1:A9)",
        "=A1",
        "==1",
        "= 1",
        "+1+1",
        "+cmd|' /C calc'!A0",
        "+48 74 665 51 00",
        "-1+1",
        "-2+3+cmd|' /C calc'!A0",
        "-",
        "- first\n- second",
        "@SUM(1+1)",
        "@example",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "first\n=1+1",
        "first\r\n@SUM(1)",
        "a;=1+1",
        "a;+1;-1;@x",
        "a;;=1",
        "a\t=1+1",
        "a\";=1+1",
        "\",=1+1",
        "\"=1+1\"",
        "a,=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "'=1+1",
        "''=1",
        "'quoted'",
        "l'eau; 'x",
        "plain",
        "",
        "=",
        "'",
    ];

    #[test]
    fn no_text_becomes_a_formula_and_each_comes_back_as_it_was() {
        for text in TEXTS {
            let guarded = guarded(text);

            assert_eq!(unguarded(&guarded), text, "{guarded:?}");
            for cell in guarded.split([';', '\t', '\n', '\r']) {
                let begins = cell.trim_start_matches('"').chars().next();
                let is_harmless = begins.is_none_or(|sign| sign == '\'' || !begins_a_formula(sign));
                assert!(is_harmless || cell.starts_with('"'), "{text:?} has the cell {cell:?}");
            }
        }
    }

    #[test]
    fn in_a_workbook_every_text_is_a_text() {
        let rows: Vec<Vec<Cell>> = TEXTS.iter().map(|text| vec![Cell::from(*text), Cell::Number(1.0)]).collect();
        let expected: Vec<&str> = TEXTS.to_vec();

        let book = sheet(rows).xlsx().expect("it is written");
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(book)).expect("it opens");
        let name = calamine::Reader::sheet_names(&book)[0].clone();
        let formulas = calamine::Reader::worksheet_formula(&mut book, &name).expect("formulas");
        let cells = calamine::Reader::worksheet_range(&mut book, &name).expect("cells");

        assert!(formulas.used_cells().next().is_none());
        let texts: Vec<String> = cells.rows().skip(1).map(|row| row[0].to_string()).collect();
        // Excel knows one way to end a line.
        let plain = |text: &str| text.replace('\r', "");
        assert_eq!(
            texts.iter().map(|text| plain(text)).collect::<Vec<_>>(),
            expected.iter().map(|text| plain(text)).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_workbook_takes_any_name_and_any_length() {
        let long = "ż".repeat(60_000);

        let book = sheet(vec![vec![Cell::Text(long), Cell::Number(1.5)]]).xlsx().expect("it is written");

        assert!(book.starts_with(b"PK"));
    }
}
