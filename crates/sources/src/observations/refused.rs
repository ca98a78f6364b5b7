//! Rows and values of a file that were not taken, each with its line and the reason.
//!
//! A file of millions of rows may have as many faults: all are counted, the first thousand are kept to be shown.

use miedza_territory::Period;

use super::Outside;
use crate::bdl::export;

/// How many refused rows are kept.
pub const MOST_KEPT: usize = 1_000;

/// A row, or a value of it, that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Line of the text or row of the sheet on which it begins, number of the record in JSON; counted from 1, 0 where the
    /// file has none of them.
    pub line: u64,
    /// What stands there: the unit, the variable or the value at fault, at most 64 characters.
    pub what: String,
    /// Why.
    pub reason: Reason,
}

/// Why a row or a value was not taken. Open to a match without a rest, so that a new
/// situation without a sentence for people does not compile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// No code of a unit.
    #[error("it is no code of a unit")]
    NotACode,
    /// No code that TERYT can hold.
    #[error("it is none of TERYT with seven digits")]
    NotTeryt,
    /// The unit stands on a line above.
    #[error("its unit stands on line {line} already")]
    Repeated {
        /// That line.
        line: u64,
    },
    /// Fewer fields than the header.
    #[error("it has {fields} fields where the header has {expected}")]
    Short {
        /// How many it has.
        fields: usize,
        /// How many names the header has.
        expected: usize,
    },
    /// Neither a number nor a mark of a missing one.
    #[error("in column {column}, {value} is no number")]
    NotANumber {
        /// The column, by name or counted from 1.
        column: String,
        /// What stands there.
        value: String,
    },
    /// A number that its variable cannot have.
    #[error("in column {column}, {value} is {outside}")]
    OutOfBounds {
        /// Why it cannot have it.
        outside: Outside,
        /// The column, by name or counted from 1.
        column: String,
        /// What stands there.
        value: String,
    },
    /// The name or the measure of a variable is a text.
    #[error("the name of its variable or measure has more than {most} characters")]
    LongName {
        /// How many it may have.
        most: usize,
    },
    /// The identifier of a variable is a text.
    #[error("the identifier of its variable has more than {most} characters")]
    LongIdentifier {
        /// How many it may have.
        most: usize,
    },
    /// No variable is named.
    #[error("it names no variable")]
    NoVariable,
    /// A row of a list of types names none.
    #[error("it names no type")]
    NoType,
    /// Neither a year nor a day.
    #[error("it is no year such as 2023 and no day such as 2023-12-31; parts of a year are not read")]
    NotAPeriod,
    /// A variable of a source that counts in ones, given in thousands.
    #[error("its measure is {measure}, and the source counts this variable in ones; give the numbers in ones")]
    Thousands {
        /// The measure.
        measure: String,
    },
    /// A flag that nobody here knows.
    #[error("{flag} is no flag that is known; write one of Eurostat's letters, such as p or e")]
    UnknownFlag {
        /// The flag.
        flag: String,
    },
    /// Two lines give different values for one unit and period; neither is taken.
    #[error("line {first} gives another value for this unit in {period}; neither is taken, leave one of them out")]
    OtherValue {
        /// The line that gives a value first.
        first: u64,
        /// The period.
        period: Period,
    },
    /// A unit of a list of codes that no register here has.
    #[error("its unit is one of the code list {list}, not a municipality")]
    OtherUnits {
        /// Number of the code list.
        list: String,
    },
    /// Something else than a unit of the Local Data Bank, a locality for instance.
    #[error("it is no unit of the Local Data Bank")]
    NotAUnit,
}

impl From<export::Reason> for Reason {
    fn from(reason: export::Reason) -> Self {
        match reason {
            export::Reason::NotACode => Self::NotTeryt,
            export::Reason::Repeated { line } => Self::Repeated { line },
            export::Reason::Short { fields, expected } => Self::Short { fields, expected },
            export::Reason::NotANumber { column, value } => Self::NotANumber { column: column.to_string(), value },
            export::Reason::OutOfBounds { outside, column, value } => {
                Self::OutOfBounds { outside, column: column.to_string(), value }
            }
        }
    }
}

/// Refused rows while a file is read.
#[derive(Default)]
pub(crate) struct Refusals {
    pub(crate) kept: Vec<Refused>,
    pub(crate) total: u64,
}

impl Refusals {
    pub(crate) fn add(&mut self, line: u64, what: &str, reason: Reason) {
        self.total += 1;
        if self.kept.len() < MOST_KEPT {
            self.kept.push(Refused { line, what: what.chars().take(64).collect(), reason });
        }
    }

    pub(crate) fn sorted(mut self) -> Self {
        self.kept.sort_by_key(|refused| refused.line);
        self
    }
}
