//! Records as a sheet that Excel and LibreOffice open, and that can come back changed.
//!
//! One row per record, one column per field and language; a heading says what people call it and, in brackets, what it is
//! called here: `Tytuł (pl) [title.pl]`. Texts are written as texts: what begins like a formula stays a text.

use miedza_planning::record::{Kind, Record};
use miedza_texts::Language;

use super::changes::label;
use super::written;
use crate::failure::Failure;
use crate::labels;
use crate::spreadsheet::{Cell, Spreadsheet};

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
    let sheet = Spreadsheet {
        name: language.say(&labels::kind(kind)),
        headings: columns(kind).iter().map(|column| heading(kind, column, language)).collect(),
        rows: records.iter().map(|record| row(record).into_iter().map(Cell::from).collect()).collect(),
        fixed: 2,
    };
    match format {
        SheetFormat::Csv => sheet.csv(),
        SheetFormat::Xlsx => sheet.xlsx(),
    }
}
