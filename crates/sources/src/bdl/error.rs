//! Situations in which the Local Data Bank gives no series, each with the place at fault and the way out.
//!
//! No variant holds the client key: addresses are kept without it, for it travels in a header only.

use miedza_territory::SeriesError;

use crate::service;

/// Why there is no series.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be read as a table.
    #[error(transparent)]
    Table(#[from] crate::Error),
    /// The answer does not have the documented shape.
    #[error(
        "the answer is no {wanted} of the Local Data Bank (line {line}, column {column}); ask again or look at what was received"
    )]
    Shape {
        /// What was wanted.
        wanted: &'static str,
        /// Line of the answer, counted from 1; 0 for none.
        line: usize,
        /// Column of the line.
        column: usize,
        /// What the reader of JSON says.
        source: serde_json::Error,
    },
    /// Longer than any answer of one page.
    #[error("the answer has more than {most} bytes; ask for smaller pages")]
    TooLarge {
        /// How many bytes are read at most.
        most: usize,
    },
    /// No identifier of a unit.
    #[error("{id} is no identifier of a unit, which has twelve digits such as 042815403062")]
    NotAUnitId {
        /// What stands there.
        id: String,
    },
    /// The service calls the variable by another name than was expected.
    #[error(
        "variable {variable} is {returned:?} at the service, not {expected:?} as expected; compare both and confirm the label before it is imported"
    )]
    LabelDiffers {
        /// Identifier of the variable.
        variable: u32,
        /// The label in the list of expected labels.
        expected: String,
        /// The label that the service returned.
        returned: String,
    },
    /// No label is expected for the variable.
    #[error("variable {variable} ({returned:?} at the service) is not in the list of expected labels; confirm its label first")]
    NotExpected {
        /// Identifier of the variable.
        variable: u32,
        /// The label that the service returned.
        returned: String,
    },
    /// A line of the list of expected labels that cannot be read.
    #[error("line {line} of the expected labels: {what}")]
    NotALabel {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// An answer about another variable than the one that was asked for.
    #[error("the answer speaks of variable {found}, not of {asked}; empty the cache and ask again")]
    OtherVariable {
        /// The variable that was asked for.
        asked: u32,
        /// The variable in the answer.
        found: u32,
    },
    /// A heading without a year where none was given.
    #[error("{file}, column {column} does not tell its year; give it")]
    NoPeriod {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// Values that make no series.
    #[error(transparent)]
    Series(#[from] SeriesError),
    /// The service gives no answer.
    #[error(transparent)]
    Service(#[from] service::Error),
    /// A key that cannot stand in a header. The key is not repeated.
    #[error("the client key holds characters that no key has; copy it again")]
    NotAKey,
    /// A link to the next page that leads to another host.
    #[error("the next page is said to lie at {link}, outside of {service}; it is not followed")]
    ForeignLink {
        /// The link.
        link: String,
        /// Address of the service.
        service: String,
    },
    /// Pages that never end.
    #[error("the pages do not end: {link} comes after {pages} pages; ask again or tell the service")]
    PagingLoop {
        /// The link that was not followed.
        link: String,
        /// How many pages were read.
        pages: usize,
    },
}
