//! Situations in which a file cannot be read, each with the place at fault.
//!
//! Not here: what a person should do about it beyond the option that helps; that is said where texts are written.

use miedza_territory::{CodeError, Day, FlowError, Period, UnitCode};

/// Why a table could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be opened or read.
    #[error("{file} cannot be read")]
    NotReadable {
        /// The file.
        file: Box<str>,
        /// What the system says.
        source: std::io::Error,
    },
    /// Nothing in the file.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: Box<str>,
    },
    /// A header and nothing below it.
    #[error("{file} has no rows below its header")]
    NoRows {
        /// The file.
        file: Box<str>,
    },
    /// Something else than a table.
    #[error("{file} is no table: {found}")]
    NotATable {
        /// The file.
        file: Box<str>,
        /// What it is.
        found: Box<str>,
    },
    /// A small file that unpacks to far more than a table would, or more than we read.
    #[error("{file} is refused: {what}")]
    TooLarge {
        /// The file.
        file: Box<str>,
        /// What is too large, with the figures.
        what: Box<str>,
    },
    /// The compressed data ends too early.
    #[error("{file} ends too early, after row {row}: the file is cut off")]
    Truncated {
        /// The file.
        file: Box<str>,
        /// The last row that was read, 0 for none.
        row: u64,
    },
    /// The file says what it is and then does not hold to it.
    #[error("{file} is damaged, after row {row}: {what}")]
    Damaged {
        /// The file.
        file: Box<str>,
        /// The last row that was read, 0 for none.
        row: u64,
        /// What does not fit.
        what: Box<str>,
    },
    /// Bytes that are no text.
    #[error("{file}, row {row}: {what}")]
    NotText {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// What is there.
        what: &'static str,
    },
    /// More columns or characters in one row than a table has, most often because a quote was not closed.
    #[error("{file}, row {row}: the row is too long, perhaps a quote is not closed")]
    RowTooLong {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
    },
    /// A row that does not have the fields of the header.
    #[error("{file}, row {row}: {fields} fields where the header has {expected}")]
    Ragged {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// How many fields the row has.
        fields: usize,
        /// How many columns the header has.
        expected: usize,
    },
    /// The workbook has no such sheet.
    #[error("{file} has no sheet {sheet}; its sheets are {sheets}")]
    NoSuchSheet {
        /// The file.
        file: Box<str>,
        /// The sheet that was asked for.
        sheet: Box<str>,
        /// The sheets that there are.
        sheets: Box<str>,
    },
    /// No column for something that is needed.
    #[error("{file} has no column for {role}, it has {columns}; name the column with {option}")]
    MissingColumn {
        /// The file.
        file: Box<str>,
        /// What the column is for.
        role: &'static str,
        /// The columns that were found.
        columns: Box<str>,
        /// The option that names the column.
        option: Box<str>,
    },
    /// Several columns could be meant.
    #[error("{file} has several columns for {role}: {columns}; choose one with {option}")]
    AmbiguousColumn {
        /// The file.
        file: Box<str>,
        /// What the column is for.
        role: &'static str,
        /// The columns that could be meant.
        columns: Box<str>,
        /// The option that names the column.
        option: Box<str>,
    },
    /// A field that should count persons, or measure something, does not.
    #[error("{file}, row {row}, column {column}: {value} is not a number")]
    NotANumber {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// The column.
        column: Box<str>,
        /// What is there.
        value: Box<str>,
    },
    /// Less than nobody.
    #[error("{file}, row {row}, column {column}: {value} is negative")]
    Negative {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// The column.
        column: Box<str>,
        /// What is there.
        value: Box<str>,
    },
    /// A number that can be read in two ways and no other number of the column tells which.
    #[error("{file}, row {row}, column {column}: {value} may have a decimal comma or a comma between thousands")]
    AmbiguousNumber {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// The column.
        column: Box<str>,
        /// What is there.
        value: Box<str>,
    },
    /// Numbers with decimal commas and numbers with decimal points in one column.
    #[error("{file}, column {column}: row {comma} has a decimal comma and row {point} a decimal point")]
    MixedDecimals {
        /// The file.
        file: Box<str>,
        /// The column.
        column: Box<str>,
        /// A row with a decimal comma.
        comma: u64,
        /// A row with a decimal point.
        point: u64,
    },
    /// A field that should hold a code of a unit.
    #[error("{file}, row {row}, column {column} holds no code of a unit")]
    NotACode {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// The column.
        column: Box<str>,
        /// What is wrong with it.
        source: CodeError,
    },
    /// A pair of units stands in two rows.
    #[error("{file}: row {second} repeats the flow from {from} to {to} of row {first}")]
    DuplicatePair {
        /// The file.
        file: Box<str>,
        /// Code of the origin.
        from: UnitCode,
        /// Code of the destination.
        to: UnitCode,
        /// The row that gives the pair first.
        first: u64,
        /// The row that gives it again.
        second: u64,
    },
    /// A unit stands in two rows.
    #[error("{file}: row {second} repeats the unit {code} of row {first}")]
    DuplicateUnit {
        /// The file.
        file: Box<str>,
        /// Code of the unit.
        code: UnitCode,
        /// The row that gives the unit first.
        first: u64,
        /// The row that gives it again.
        second: u64,
    },
    /// A row of a register that is no unit.
    #[error("{file}, row {row}, column {column}: {what}")]
    NotAUnit {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// The column.
        column: Box<str>,
        /// What is wrong with it.
        what: Box<str>,
    },
    /// A register whose rows show the state of two days.
    #[error("{file}, row {row} shows the state of {second}, the rows above that of {first}")]
    SeveralDays {
        /// The file.
        file: Box<str>,
        /// The first row of the other day.
        row: u64,
        /// The day of the rows above.
        first: Day,
        /// The day of this row.
        second: Day,
    },
    /// A figure whose time neither the file nor the reader tells.
    #[error("{file} does not tell the day or year of column {column}; it must be given")]
    NoPeriod {
        /// The file.
        file: Box<str>,
        /// The column.
        column: Box<str>,
    },
    /// A figure of another time than the one that was given.
    #[error("{file}, column {column} speaks of {found}, not of {given}")]
    OtherPeriod {
        /// The file.
        file: Box<str>,
        /// The column.
        column: Box<str>,
        /// What the column says.
        found: Period,
        /// What was given.
        given: Period,
    },
    /// A code that the register of the country cannot hold.
    #[error("{file} has the code {code}, which is none of {register}")]
    ForeignCode {
        /// The file.
        file: Box<str>,
        /// The code.
        code: UnitCode,
        /// The register.
        register: &'static str,
    },
    /// A unit that two files of one list hold.
    #[error("{file} holds the unit {code}, which {other} holds too")]
    InTwoFiles {
        /// The file that was read later.
        file: Box<str>,
        /// The file that was read earlier.
        other: Box<str>,
        /// Code of the unit.
        code: UnitCode,
    },
    /// Two files whose codes do not belong together.
    #[error(
        "{file} does not fit the units of {other}: {matched} of {units} units found; {other} has codes such as {other_example}, {file} such as {example}"
    )]
    CodeSystems {
        /// The file that was to be joined.
        file: Box<str>,
        /// A code of that file.
        example: Box<str>,
        /// The file that gave the units.
        other: Box<str>,
        /// A code of the units.
        other_example: Box<str>,
        /// How many units were found.
        matched: usize,
        /// How many units there are.
        units: usize,
    },
    /// A seat that stands nowhere on Earth.
    #[error("{file}, row {row}: {value} is no {axis} in degrees")]
    NotOnEarth {
        /// The file.
        file: Box<str>,
        /// The row.
        row: u64,
        /// Longitude or latitude.
        axis: &'static str,
        /// What is there.
        value: Box<str>,
    },
    /// The flows make no matrix.
    #[error("{file} gives no matrix of flows")]
    Flows {
        /// The file.
        file: Box<str>,
        /// Why.
        source: FlowError,
    },
}
