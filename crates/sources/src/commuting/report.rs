//! What was found and done while a flow table was read, with counts, persons and examples: nothing is changed in silence.

use std::collections::BTreeMap;

use miedza_territory::{CodeSystem, Missing, UnitCode};
use serde::Serialize;

use super::no_place::{Meaning, Treatment};
use crate::table::Format;

/// What reading a flow table found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingReport {
    /// The table itself.
    pub table: TableReport,
    /// Rows that hold a flow, suppressed ones included.
    pub rows: usize,
    /// Rows with a number of persons.
    pub counted_rows: usize,
    /// Persons in all rows that count any.
    pub persons: f64,
    /// Persons in the matrix.
    pub persons_in_matrix: f64,
    /// Rows with 0 persons; their units are in the matrix, the flow is not.
    pub zero_rows: usize,
    /// Rows that hold a note under the table, not a flow.
    pub notes: usize,
    /// Rows that say that their persons are modelled and were never counted.
    pub modelled_rows: usize,
    /// What the shape of the codes says of their register.
    pub code_system: Option<CodeSystem>,
    /// Codes that lost a leading zero and got it back.
    pub padded: Padded,
    /// Codes of seven digits that lost their kind, since the table writes others with six.
    pub without_kind: usize,
    /// Parts of municipalities put into their whole.
    pub folded: Folded,
    /// Rows of parts left out because the table holds their whole too.
    pub left_out_parts: Tally,
    /// Persons per unit who commute between parts of the same unit: kept apart, neither in the matrix nor a diagonal.
    pub between_parts: BTreeMap<UnitCode, f64>,
    /// Codes that are no place, in the order of codes.
    pub no_places: Vec<NoPlaceReport>,
    /// Rows without a number, in the order of rows.
    pub suppressed: Vec<SuppressedFlow>,
    /// Pairs that stood in several rows and were added up.
    pub summed_pairs: usize,
    /// Who lives and works in the same unit, as far as the table tells.
    pub diagonal: DiagonalState,
    /// Units that only send.
    pub origin_only: usize,
    /// Units that only receive.
    pub destination_only: usize,
    /// Units that the register of the given year does not hold; empty where no register was given.
    pub unknown_units: Vec<UnitCode>,
}

/// How the table was found and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableReport {
    /// What kind of file it is.
    pub format: Format,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The encoding of a text file.
    pub encoding: Option<&'static str>,
    /// The row in which the names of columns stand; 0 where the file keeps them apart.
    pub header_row: u64,
    /// Column of the unit of residence.
    pub origin: String,
    /// Column of the unit of work.
    pub destination: String,
    /// Column of the persons.
    pub persons: String,
}

/// Rows of some kind and the persons in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Tally {
    /// How many rows.
    pub rows: usize,
    /// How many persons.
    pub persons: f64,
}

impl Tally {
    pub(super) fn add(&mut self, persons: f64) {
        self.rows += 1;
        self.persons += persons;
    }
}

/// Codes that lost a leading zero, most often in a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Padded {
    /// How many codes got a zero back.
    pub codes: usize,
    /// Codes stored as numbers that were left as they are, because nothing proves how long they should be.
    pub doubtful: usize,
    /// One of them, as the table has it.
    pub example: Option<String>,
}

/// Parts of municipalities (kinds 4, 5, 8 and 9) that became their whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Folded {
    /// How many codes of parts there were.
    pub parts: usize,
    /// How many municipalities they make.
    pub wholes: usize,
    /// One part and its whole.
    pub example: Option<(UnitCode, UnitCode)>,
}

/// A code that is no place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NoPlaceReport {
    /// The code as the table has it; empty where the field is.
    pub code: String,
    /// What it means.
    pub meaning: Meaning,
    /// What became of persons who go there.
    pub treatment: Treatment,
    /// Rows that go there.
    pub as_destination: Tally,
    /// Rows that come from there, which are left out of the matrix.
    pub as_origin: Tally,
}

/// A flow without a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SuppressedFlow {
    /// The row.
    pub row: u32,
    /// Code of the origin as the matrix has it, or as the table has it where it is no place.
    pub from: String,
    /// Code of the destination, likewise.
    pub to: String,
    /// Why there is no number.
    pub reason: Missing,
    /// What stands in its place.
    pub mark: String,
}

/// Who lives and works in the same unit, as far as the table tells. Persons at home or without a fixed place, who may have
/// been added to the diagonal, do not count here.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum DiagonalState {
    /// Each unit that sends anybody has such persons.
    Full,
    /// Some units have.
    Partial {
        /// How many have.
        with: usize,
        /// How many that send persons have none.
        without: usize,
    },
    /// No unit has.
    Absent,
    /// What looked like a diagonal is commuting between parts of the same unit, and was kept apart: the matrix has none.
    Apart {
        /// In how many units.
        units: usize,
        /// How many persons.
        persons: f64,
    },
}
