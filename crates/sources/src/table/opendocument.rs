//! Sheets of OpenDocument spreadsheets (ODS).
//!
//! A cell or a row may say that it is repeated a million times, mostly to colour the rest of a sheet. Empty ones are
//! passed over, others are repeated within bounds, so that a small file cannot fill the memory.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::grid::Grid;
use crate::Error;

/// Most cells that may come from repetition.
const MOST_REPEATED: usize = 1_000_000;

/// The sheets, by name, in the order of the document.
pub(super) fn sheets(file: &str, archive: &Archive) -> Result<Vec<(String, Grid)>, Error> {
    let content = archive.entry("content.xml")?;
    let mut reading = Reading::default();
    reading.read(&content).map_err(|fault| match fault {
        Fault::Xml(what) => Error::Damaged { file: file.into(), row: u64::from(reading.row), what: what.into() },
        Fault::TooLarge(what) => Error::TooLarge { file: file.into(), what: what.into() },
    })?;
    Ok(reading.sheets)
}

enum Fault {
    Xml(String),
    TooLarge(&'static str),
}

impl From<quick_xml::Error> for Fault {
    fn from(error: quick_xml::Error) -> Self {
        Self::Xml(error.to_string())
    }
}

impl From<&'static str> for Fault {
    fn from(what: &'static str) -> Self {
        Self::TooLarge(what)
    }
}

#[derive(Default)]
struct Reading {
    sheets: Vec<(String, Grid)>,
    row: u32,
    row_repeats: u32,
    column: u32,
    column_repeats: u32,
    /// The number that a cell stores beside the text that it shows.
    value: Option<String>,
    text: String,
    is_text: bool,
    is_note: bool,
    repeated: usize,
}

impl Reading {
    fn read(&mut self, content: &[u8]) -> Result<(), Fault> {
        let mut xml = Reader::from_reader(content);
        xml.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer)? {
                Event::Start(element) => self.start(&element),
                Event::End(element) => self.end(element.name().0)?,
                Event::Text(text) if self.is_text => self.text.push_str(&text.xml10_content()),
                Event::CData(text) if self.is_text => self.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if self.is_text => self.text.push_str(&character(&reference)),
                Event::Eof => return Ok(()),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.name().0 {
            "table:table" => {
                self.sheets.push((attribute(element, "table:name").unwrap_or_default(), Grid::default()));
                self.row = 0;
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.column_repeats = repeats(element, "table:number-columns-repeated");
                self.value = attribute(element, "office:value");
                self.text.clear();
            }
            "office:annotation" => self.is_note = true,
            "text:p" if !self.is_note => {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.is_text = true;
            }
            "text:s" | "text:tab" | "text:line-break" if self.is_text => self.text.push(' '),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "text:p" => self.is_text = false,
            "office:annotation" => self.is_note = false,
            "table:table-cell" | "table:covered-table-cell" => self.end_cell()?,
            "table:table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let after = self.column.saturating_add(self.column_repeats);
        let written = self.value.as_deref().unwrap_or(&self.text);
        if let Some((_, grid)) = self.sheets.last_mut()
            && !written.is_empty()
        {
            grid.add((self.row, self.column), written, self.value.is_some())?;
            for column in self.column + 1..after {
                count_repeated(&mut self.repeated, 1)?;
                grid.repeat_last((self.row, column))?;
            }
        }
        self.column = after;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let after = self.row.saturating_add(self.row_repeats);
        if let Some((_, grid)) = self.sheets.last_mut()
            && self.row_repeats > 1
            && grid.ends_in_row(self.row)
        {
            for row in self.row + 1..after {
                let before = grid.len();
                grid.repeat_row(self.row, row)?;
                count_repeated(&mut self.repeated, grid.len() - before)?;
            }
        }
        self.row = after;
        Ok(())
    }
}

fn count_repeated(repeated: &mut usize, cells: usize) -> Result<(), Fault> {
    *repeated += cells;
    if *repeated > MOST_REPEATED {
        return Err(Fault::TooLarge("a sheet that repeats its cells more than a million times"));
    }
    Ok(())
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn repeats(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

fn character(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.into();
    }
    quick_xml::escape::resolve_xml_entity(&reference.xml10_content()).unwrap_or_default().into()
}
