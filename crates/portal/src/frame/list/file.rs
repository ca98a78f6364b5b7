//! A view of a list as a file: the rows that the address asks for, in its order, all of them, with what else is known of each.
//!
//! The file has the address of the page with `file=` behind it, so it is let out by the same door and holds what the page
//! would show if it had no end. Texts stay texts in it: none of them becomes a formula.

use std::borrow::Cow;

use axum::response::Response;
use miedza_workflows::Failure;
use miedza_workflows::spreadsheet::{Cell, Spreadsheet};
use serde_json::{Map, Value, json};

use super::order::SortKey;
use super::{Column, Listing};
use crate::frame::asker::Asker;
use crate::frame::attachment::attachment;
use crate::frame::licence;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// Text with commas.
    Csv,
    /// A workbook.
    Xlsx,
    /// For programs.
    Json,
}

impl FileForm {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// The ending of its name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The form of an ending.
    #[must_use]
    pub fn parse(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// What browsers and programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// What stands in a file for what a row is sorted by.
fn cell(key: SortKey) -> Cell {
    match key {
        SortKey::Words(words) => words.into(),
        SortKey::Number(number) => Cell::Number(number),
        SortKey::Date(date) => date.to_string().into(),
        SortKey::Missing => Cell::Empty,
    }
}

impl<T> Column<'_, T> {
    fn is_in_files(&self) -> bool {
        !self.name.is_empty() && (self.told.is_some() || self.sorted_by.is_some())
    }

    fn cell(&self, row: &T) -> Cell {
        match (&self.told, &self.sorted_by) {
            (Some(told), _) => told(row),
            (None, Some(sorted_by)) => cell(sorted_by(row)),
            (None, None) => Cell::Empty,
        }
    }
}

impl<T> Listing<'_, T> {
    /// These rows as the file that the address asks for; `None` if it asks for the page.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read or the file not be written.
    pub async fn file(&self, rows: &[T]) -> Result<Option<Response>, Failure> {
        let Some(form) = self.asked.file else { return Ok(None) };
        let columns: Vec<&Column<T>> = self.columns.iter().filter(|column| column.is_in_files()).collect();
        let licence = licence::chosen(self.asker).await?;
        let bytes = match form {
            FileForm::Json => self.json(&columns, rows, licence::written(licence)),
            FileForm::Csv => self.sheet(&columns, rows, |column| column.name.into()).csv()?,
            FileForm::Xlsx => {
                let heading = |column: &Column<T>| format!("{} [{}]", column.heading.label, column.name).into();
                self.sheet(&columns, rows, heading).xlsx()?
            }
        };
        let name = format!("{}.{}", self.file_name, form.ending());
        let mut answer = attachment(form.media_type(), &name, bytes);
        licence::told(&mut answer, licence);
        Ok(Some(answer))
    }

    fn sheet<'c>(
        &self,
        columns: &[&'c Column<'c, T>],
        rows: &[T],
        heading: impl Fn(&'c Column<'c, T>) -> Cow<'c, str>,
    ) -> Spreadsheet {
        let cells = |row: &T| columns.iter().map(|column| column.cell(row)).collect();
        Spreadsheet {
            name: self.file_name.clone(),
            headings: columns.iter().map(|column| heading(column).into_owned()).collect(),
            rows: rows.iter().map(cells).collect(),
            fixed: 1,
        }
    }

    fn json(&self, columns: &[&Column<T>], rows: &[T], licence: Value) -> Vec<u8> {
        let object = |row: &T| {
            let pairs = columns.iter().map(|column| (column.name.to_owned(), value(&column.cell(row))));
            Value::Object(pairs.collect::<Map<_, _>>())
        };
        let labels: Map<String, Value> =
            columns.iter().map(|column| (column.name.to_owned(), json!(column.heading.label))).collect();
        let page = format!("{}{}", self.asker.app.portal().public_address, self.asked.at_page(1));
        let data: Vec<Value> = rows.iter().map(object).collect();
        json!({"data": data, "labels": labels, "total": rows.len(), "page": page, "licence": licence}).to_string().into_bytes()
    }
}

/// A cell as programs read it.
fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Number(number) => whole(*number).map_or_else(|| json!(number), |whole| json!(whole)),
    }
}

/// A table as a file of a form: its headings are the names of its columns. `about` says in JSON what it is about.
///
/// # Errors
/// [`Failure`] if the store cannot be read or the file not be written.
pub async fn table(asker: &Asker, sheet: &Spreadsheet, (form, about): (FileForm, Value)) -> Result<Response, Failure> {
    let licence = licence::chosen(asker).await?;
    let object =
        |row: &Vec<Cell>| Value::Object(sheet.headings.iter().cloned().zip(row.iter().map(value)).collect::<Map<_, _>>());
    let bytes = match form {
        FileForm::Csv => sheet.csv()?,
        FileForm::Xlsx => sheet.xlsx()?,
        FileForm::Json => {
            let data: Vec<Value> = sheet.rows.iter().map(object).collect();
            json!({"about": about, "data": data, "licence": licence::written(licence)}).to_string().into_bytes()
        }
    };
    let mut answer = attachment(form.media_type(), &format!("{}.{}", sheet.name, form.ending()), bytes);
    licence::told(&mut answer, licence);
    Ok(answer)
}

/// A number without a fraction.
fn whole(number: f64) -> Option<i64> {
    let is_whole = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    is_whole.then(|| format!("{number:.0}").parse().ok()).flatten()
}
