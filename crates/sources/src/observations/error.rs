//! Situations in which a file gives no observations at all.

use miedza_territory::SeriesError;

use super::Reason;
use crate::{bdl, eurostat, json_stat};

/// Why there are no observations. Open to a match without a rest, so that a new
/// situation without a sentence for people does not compile.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read as a table.
    #[error(transparent)]
    Table(#[from] crate::Error),
    /// The file is no answer or export of the Local Data Bank.
    #[error(transparent)]
    Bank(#[from] bdl::Error),
    /// The file is no cube.
    #[error(transparent)]
    Cube(#[from] json_stat::Error),
    /// Eurostat's answer is no cube.
    #[error(transparent)]
    Eurostat(#[from] eurostat::Error),
    /// Values that make no series.
    #[error(transparent)]
    Series(#[from] SeriesError),
    /// JSON that is damaged.
    #[error("{file} begins like JSON, but is damaged; download it again")]
    Json {
        /// The file.
        file: Box<str>,
        /// What the reader of JSON says.
        source: serde_json::Error,
    },
    /// A table whose columns do not tell what they hold.
    #[error(
        "{file} does not tell which of its columns hold what, it has {columns}; say which one is the unit, the variable, the period and the value"
    )]
    Unknown {
        /// The file.
        file: Box<str>,
        /// Its columns.
        columns: Box<str>,
        /// Whether it begins like an export of the Local Data Bank, whose subject would tell them.
        is_export: bool,
    },
    /// Table 21 of Statistics Poland, which does not tell its year; an edition has the inhabitants of the year before it.
    #[error("{file} does not tell its year; the edition of a year has the inhabitants of 31 December of the year before")]
    Edition {
        /// The file.
        file: Box<str>,
    },
    /// The word of a source or a variable that was given is none.
    #[error("{word} is no word of a source; write letters, digits and _ only, such as own")]
    NotAWord {
        /// What was given.
        word: Box<str>,
    },
    /// One variable of a source in two units of measure.
    #[error("{file} gives {variable} in {measures}; leave one of them out")]
    Measures {
        /// The file.
        file: Box<str>,
        /// The variable, as `bdl:72305`.
        variable: Box<str>,
        /// The units of measure.
        measures: Box<str>,
    },
    /// What a mapping says of a column cannot be.
    #[error("{file}, column {column}: what the mapping says of it cannot be: {reason}")]
    Mapping {
        /// The file.
        file: Box<str>,
        /// The column.
        column: Box<str>,
        /// Why.
        reason: Reason,
    },
    /// Not a single value was taken.
    #[error("{file} gives no value: all {refused} rows are refused, first line {line}, {what}: {reason}")]
    AllRefused {
        /// The file.
        file: Box<str>,
        /// How many are refused.
        refused: u64,
        /// The first line.
        line: u64,
        /// What stands there.
        what: Box<str>,
        /// Why it is refused.
        reason: Reason,
    },
}
