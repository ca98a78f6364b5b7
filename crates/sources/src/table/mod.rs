//! One reader for any table, whatever file it lies in.
//!
//! What a file is shows in its content: text with commas, semicolons, tabs or bars in UTF-8, UTF-16 or Windows-1250, the
//! same packed with gzip, XLSX and ODS workbooks, Parquet, JSON, or one of these alone in a zip archive. Text and Parquet
//! are streamed; everything that unpacks does so within bounds. What the columns mean is the business of the rooms beside.

mod archive;
mod bounded;
mod columnar;
mod content;
mod delimited;
mod dialect;
mod grid;
mod header;
mod input;
mod number;
mod objects;
mod opendocument;
mod opening;
mod row;
mod workbook;

use std::collections::VecDeque;

use bytes::Bytes;
use serde::Serialize;

pub use header::{Catalogue, Column, Found, Lack, fold};
pub use input::Input;
pub use number::{Decimal, Field, Numbers, Unsettled};
pub use row::Row;

use self::opening::Sheet;
use self::row::Rows;
use crate::Error;

/// In how many rows from the top the header may stand.
const HEAD: usize = 40;

/// What kind of file a table lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Text with a separator.
    Text,
    /// Excel workbook.
    Xlsx,
    /// OpenDocument spreadsheet.
    Ods,
    /// Parquet.
    Parquet,
    /// JSON.
    Json,
}

/// A table with its header, ready to give its rows.
pub struct Table {
    file: Box<str>,
    format: Format,
    sheet: Option<String>,
    rows: Box<dyn Rows>,
    header: Vec<String>,
    header_row: u64,
    waiting: VecDeque<Row>,
    current: Row,
}

impl Table {
    /// Finds the table in a file whose header `look` recognises, in the first sheet where it does, or in `sheet`.
    ///
    /// `look` is given the names of columns that stand in one row, or in two rows one above the other, and says which
    /// columns it wants or what it lacks. Rows after the header are those of the table.
    ///
    /// # Errors
    /// [`Error`] if the file is no table, is out of proportion, or no row is the header that is looked for.
    pub fn find<C>(input: Input, sheet: Option<&str>, look: impl Fn(&[String]) -> Result<C, Lack>) -> Result<(Self, C), Error> {
        Self::find_from(input, (sheet, 0), look)
    }

    /// The same, but rows above a row counted from 1 are no header; `place` is the sheet and that row.
    ///
    /// # Errors
    /// [`Error`], see [`Self::find`].
    pub fn find_from<C>(
        input: Input,
        place: (Option<&str>, u64),
        look: impl Fn(&[String]) -> Result<C, Lack>,
    ) -> Result<(Self, C), Error> {
        let file: Box<str> = input.name().into();
        let (format, sheets) = opening::sheets(&file, input.shared())?;
        let sheets = opening::chosen(&file, sheets, place.0)?;
        let mut nearest: Option<(Lack, Vec<String>)> = None;
        for sheet in sheets {
            let mut table = Self::new(&file, format, (sheet, place.1))?;
            if table.waiting.is_empty() {
                continue;
            }
            match table.look(&look) {
                Ok(found) => return table.with_rows().map(|table| (table, found)),
                Err(lack) if nearest.as_ref().is_none_or(|(known, _)| known.nearness() < lack.0.nearness()) => {
                    nearest = Some(lack);
                }
                Err(_) => {}
            }
        }
        let Some((lack, header)) = nearest else { return Err(Error::Empty { file }) };
        Err(lack_told(file, lack, &header))
    }

    fn new(file: &str, format: Format, (sheet, first): (Sheet, u64)) -> Result<Self, Error> {
        let (mut rows, mut waiting) = (sheet.rows, VecDeque::new());
        let mut row = Row::default();
        while waiting.len() < HEAD && rows.next(&mut row)? {
            if !row.is_blank() && row.number >= first {
                waiting.push_back(row.clone());
            }
        }
        let (file, header) = (file.into(), Vec::new());
        Ok(Self { file, format, sheet: sheet.name, rows, header, header_row: 0, waiting, current: row })
    }

    /// Looks for the header in single rows first, then in pairs of rows.
    fn look<C>(&mut self, look: &impl Fn(&[String]) -> Result<C, Lack>) -> Result<C, (Lack, Vec<String>)> {
        let mut nearest: Option<(Lack, Vec<String>)> = None;
        for height in [1, 2] {
            for first in 0..(self.waiting.len() + 1).saturating_sub(height) {
                let names = self.names(first, height);
                match look(&names) {
                    Ok(found) => return Ok(self.take_header(first, height, names, look).unwrap_or(found)),
                    Err(lack) if nearest.as_ref().is_none_or(|(known, _)| known.nearness() < lack.nearness()) => {
                        nearest = Some((lack, names));
                    }
                    Err(_) => {}
                }
            }
        }
        Err(nearest.unwrap_or_else(|| (Lack::Missing { role: "anything", option: String::new(), found: 0 }, Vec::new())))
    }

    /// Takes the header away from the rows. Where a name of the upper row spans several columns, the row below holds words
    /// only, and the names of both together fit as well, the header has two rows, and what they say together counts.
    /// A row below a header without gaps is a row of the table, whatever it holds.
    fn take_header<C>(
        &mut self,
        first: usize,
        height: usize,
        names: Vec<String>,
        look: &impl Fn(&[String]) -> Result<C, Lack>,
    ) -> Option<C> {
        let is_words = |row: &Row| row.fields().all(|field| !field.starts_with(|letter: char| letter.is_ascii_digit()));
        let upper = &self.waiting[first];
        let fills_gaps =
            |row: &Row| row.fields().enumerate().any(|(column, field)| !field.is_empty() && upper.field(column).is_empty());
        let is_below = self.waiting.get(first + 1).is_some_and(|row| is_words(row) && fills_gaps(row));
        let both = (height == 1 && is_below).then(|| self.names(first, 2));
        let better = both.and_then(|both| look(&both).ok().map(|found| (found, both)));
        self.header_row = self.waiting[first].number;
        let (found, height, names) = better.map_or((None, height, names), |(found, both)| (Some(found), 2, both));
        self.waiting.drain(..first + height);
        self.header = names;
        found
    }

    /// Names in one row, or in two rows, where a name of the upper row reaches to the right until the next one.
    fn names(&self, first: usize, height: usize) -> Vec<String> {
        let text =
            |row: &Row| row.fields().map(|field| field.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>();
        let upper = text(&self.waiting[first]);
        if height == 1 {
            return upper;
        }
        let lower = text(&self.waiting[first + 1]);
        let (mut names, mut above) = (Vec::new(), "");
        for column in 0..upper.len().max(lower.len()) {
            above = upper.get(column).map(String::as_str).filter(|name| !name.is_empty()).unwrap_or(above);
            let below = lower.get(column).map_or("", String::as_str);
            names.push(format!("{above} {below}").trim().to_string());
        }
        names
    }

    fn with_rows(self) -> Result<Self, Error> {
        if self.waiting.is_empty() {
            return Err(Error::NoRows { file: self.file });
        }
        Ok(self)
    }

    /// Gives the header back as a row, for a table that has none.
    pub fn header_is_a_row(&mut self) {
        let mut row = Row { number: self.header_row, ..Row::default() };
        self.header.iter().for_each(|field| row.push(field, false));
        self.waiting.push_front(row);
    }

    /// Goes to the next row; `false` at the end.
    ///
    /// # Errors
    /// [`Error`] if the file is cut off, damaged, no text, or a row of text has more fields than the header.
    pub fn advance(&mut self) -> Result<bool, Error> {
        if let Some(row) = self.waiting.pop_front() {
            self.current = row;
        } else if !self.rows.next(&mut self.current)? {
            return Ok(false);
        }
        if self.rows.is_strict() && self.current.len() > self.header.len() {
            self.refuse_surplus()?;
        }
        Ok(true)
    }

    /// The row that [`Self::advance`] went to.
    #[must_use]
    pub const fn row(&self) -> &Row {
        &self.current
    }

    /// Empty fields behind the last column come from a separator at the end of the line; others do not belong there.
    fn refuse_surplus(&self) -> Result<(), Error> {
        if self.current.fields().skip(self.header.len()).all(str::is_empty) {
            return Ok(());
        }
        let (fields, expected) = (self.current.len(), self.header.len());
        Err(Error::Ragged { file: self.file.clone(), row: self.current.number, fields, expected })
    }

    /// Refuses a row of text that ends before the column that is needed; a sheet leaves out empty cells.
    ///
    /// # Errors
    /// [`Error::Ragged`].
    pub fn refuse_short(&self, column: usize) -> Result<(), Error> {
        if !self.rows.is_strict() || column < self.current.len() {
            return Ok(());
        }
        let (fields, expected) = (self.current.len(), self.header.len());
        Err(Error::Ragged { file: self.file.clone(), row: self.current.number, fields, expected })
    }

    /// Name of the file without its folder.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Names of the columns.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Name of a column counted from 0, or its number where it has none.
    #[must_use]
    pub fn column_name(&self, column: usize) -> Box<str> {
        let name = self.header.get(column).map_or("", String::as_str);
        if name.is_empty() { (column + 1).to_string().into() } else { name.into() }
    }

    /// The row in which the names of columns stand, counted from 1; 0 where the file keeps them apart.
    #[must_use]
    pub const fn header_row(&self) -> u64 {
        self.header_row
    }

    /// What kind of file it is.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Name of the sheet, in a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Encoding of a text file, as far as the rows read so far tell it.
    #[must_use]
    pub fn encoding(&self) -> Option<&'static str> {
        self.rows.encoding()
    }
}

/// The text of a file that is JSON, packed with gzip or not; `None` for any other.
///
/// # Errors
/// [`Error`] if it is packed and cut off or out of proportion.
pub fn json(input: &Input) -> Result<Option<Bytes>, Error> {
    opening::json(input.name(), input.clone().shared())
}

fn lack_told(file: Box<str>, lack: Lack, header: &[String]) -> Error {
    let listed = |names: Vec<&str>| -> Box<str> {
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let more = names.len().saturating_sub(20);
        let shown = names[..names.len() - more].join(", ");
        if more == 0 { shown.into() } else { format!("{shown} and {more} more").into() }
    };
    match lack {
        Lack::Missing { role, option, .. } => {
            let columns = listed(header.iter().map(String::as_str).collect());
            Error::MissingColumn { file, role, columns, option: option.into() }
        }
        Lack::Ambiguous { role, option, columns, .. } => {
            let columns = listed(columns.into_iter().filter_map(|column| header.get(column)).map(String::as_str).collect());
            Error::AmbiguousColumn { file, role, columns, option: option.into() }
        }
    }
}
