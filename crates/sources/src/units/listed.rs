//! Rows with one unit each: the code as its register writes it, each unit once.

use std::collections::BTreeMap;

use miedza_territory::UnitCode;

use crate::Error;
use crate::commuting::resolve::{pad, written};
use crate::table::Table;

/// Codes of a file in the order of its rows.
#[derive(Default)]
pub(crate) struct Listed {
    codes: Vec<Option<UnitCode>>,
    stored_as_number: Vec<bool>,
    rows: Vec<u64>,
}

impl Listed {
    /// The code of the current row; `None` for a row that names no unit, such as a heading between the rows or a note.
    pub(crate) fn add(&mut self, table: &Table, column: usize) -> Result<bool, Error> {
        let row = table.row();
        let (text, filled) = (row.field(column), row.fields().filter(|field| !field.is_empty()).count());
        if text.is_empty() || filled == 1 {
            return Ok(false);
        }
        self.add_alone(table, column)
    }

    /// The same for a table where a row may hold nothing but the code.
    pub(crate) fn add_alone(&mut self, table: &Table, column: usize) -> Result<bool, Error> {
        let row = table.row();
        let text = row.field(column);
        if text.is_empty() {
            return Ok(false);
        }
        let code = written(text).map_err(|source| Error::NotACode {
            file: table.file().into(),
            row: row.number(),
            column: table.column_name(column),
            source,
        })?;
        self.codes.push(Some(code));
        self.stored_as_number.push(row.is_number(column));
        self.rows.push(row.number());
        Ok(true)
    }

    /// The codes with their values. A unit that stands in two rows is refused, unless both say the same; how often that
    /// happened comes second.
    pub(crate) fn with<T>(
        mut self,
        file: &str,
        values: Vec<T>,
        is_same: impl Fn(&T, &T) -> bool,
    ) -> Result<(BTreeMap<UnitCode, T>, usize), Error> {
        pad(&mut self.codes, &self.stored_as_number);
        let mut first = BTreeMap::new();
        let (mut listed, mut repeated) = (BTreeMap::new(), 0);
        for ((code, row), value) in self.codes.into_iter().zip(self.rows).zip(values) {
            let Some(code) = code else { continue };
            if let Some(earlier) = first.insert(code.clone(), row) {
                if listed.get(&code).is_some_and(|known| is_same(known, &value)) {
                    repeated += 1;
                    continue;
                }
                return Err(Error::DuplicateUnit { file: file.into(), code, first: earlier, second: row });
            }
            listed.insert(code, value);
        }
        if listed.is_empty() {
            return Err(Error::NoRows { file: file.into() });
        }
        Ok((listed, repeated))
    }
}
