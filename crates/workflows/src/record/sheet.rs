//! Records as a sheet that Excel and LibreOffice open, and that can come back changed.
//!
//! One row per record, one column per field and language; a heading says what people call it and, in brackets, what it is
//! called here: `Tytuł (pl) [title.pl]`. Texts are written as texts: what begins like a formula stays a text.

use miedza_planning::record::{Kind, Record};
use miedza_texts::Language;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::changes::label;
use super::written;
use crate::failure::Failure;
use crate::labels;

/// The form of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// Text with commas, UTF-8 with a mark at the beginning, so that Excel reads its letters.
    Csv,
    /// A workbook.
    Xlsx,
}

impl SheetFormat {
    /// The form of an ending.
    pub fn parse(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// What the file is for a browser.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Names of the columns before and after the fields.
pub(super) const FIRST: [&str; 2] = ["id", "version"];
pub(super) const LAST: [&str; 3] = ["visibility", "origin", "source"];

/// The cells of a record, in the order of the headings.
pub(super) fn row(record: &Record) -> Vec<String> {
    let first = [record.id.clone(), record.version.to_string()];
    let fields = written(record.kind(), &record.content.values).into_iter().map(|(_, text)| text);
    let content = &record.content;
    let last =
        [content.visibility.name().to_owned(), content.origin.name().to_owned(), content.source.clone().unwrap_or_default()];
    first.into_iter().chain(fields).chain(last).collect()
}

/// Names of all columns.
pub(super) fn columns(kind: Kind) -> Vec<String> {
    let fields = written(kind, &miedza_planning::record::Values::new()).into_iter().map(|(entry, _)| entry);
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    own(&FIRST).into_iter().chain(fields).chain(own(&LAST)).collect()
}

fn heading(kind: Kind, column: &str, language: Language) -> String {
    if column == "version" {
        return "[version]".to_owned();
    }
    format!("{} [{column}]", label(kind, column, language))
}

/// The records of a kind as a sheet.
///
/// # Errors
/// A fault of the program if the workbook cannot be written.
pub fn sheet(kind: Kind, records: &[Record], format: SheetFormat, language: Language) -> Result<Vec<u8>, Failure> {
    let headings: Vec<String> = columns(kind).iter().map(|column| heading(kind, column, language)).collect();
    let rows: Vec<Vec<String>> = records.iter().map(row).collect();
    match format {
        SheetFormat::Csv => csv(&headings, &rows).map_err(|error| Failure::fault(&error)),
        SheetFormat::Xlsx => {
            let name: String = language.say(&labels::kind(kind)).chars().take(31).collect();
            xlsx(&name, &headings, &rows).map_err(|error| Failure::fault(&error))
        }
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe; reading takes it away again.
pub(super) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{text}") } else { text.to_owned() }
}

fn csv(headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    Ok(writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

fn xlsx(name: &str, headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name)?;
    let (bold, wrapped) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap());
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        let width = if heading.contains('.') { 36.0 } else { 20.0 };
        sheet.set_column_width(column, width)?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string_with_format(number, column, cell, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    if let (Ok(last_row), Some(last)) = (u32::try_from(rows.len()), headings.len().checked_sub(1)) {
        sheet.autofilter(0, 0, last_row, u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    book.save_to_buffer()
}
