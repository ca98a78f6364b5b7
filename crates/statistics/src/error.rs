//! Why a figure could not be made.

/// Why a figure was refused. Entries are counted from 0 in the order of the list that was handed over.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Two lists that belong together are not of the same length.
    #[error("{what} has {given} entries, and {wanted} are needed, one for each entry of the first list")]
    WrongLength {
        /// Which list.
        what: String,
        /// How many entries it has.
        given: usize,
        /// How many it must have.
        wanted: usize,
    },
    /// A value is infinite or not a number.
    #[error("entry {entry} of {what} is no finite number; hand it over as missing")]
    NotFinite {
        /// Which list.
        what: String,
        /// Where in it.
        entry: usize,
    },
    /// A value must not be negative.
    #[error("entry {entry} of {what} is {value}, and it must be 0 or more; mend it or hand it over as missing")]
    Negative {
        /// Which list.
        what: String,
        /// Where in it.
        entry: usize,
        /// What was given.
        value: f64,
    },
    /// A parameter is a number out of its range.
    #[error("{parameter} is {value}, and it must be {wanted}")]
    OutOfRange {
        /// Name of the parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
        /// What would do.
        wanted: &'static str,
    },
    /// There are not enough known values.
    #[error("{what} has {given} known values, and {needed} are needed; hand over more or leave it out")]
    TooFew {
        /// Which list.
        what: String,
        /// How many known values there are.
        given: usize,
        /// How many are needed.
        needed: usize,
    },
    /// All known values are equal, so nothing can be told apart by them.
    #[error("all known values of {what} are equal, so nothing is told apart by them; leave it out")]
    NoSpread {
        /// Which list.
        what: String,
    },
    /// The values or weights that a figure divides by add up to 0.
    #[error("{what} add up to 0, and the figure divides by them; leave out what they belong to")]
    AllZero {
        /// Which list.
        what: String,
    },
    /// Years do not rise from entry to entry.
    #[error("year {year} at entry {entry} does not come after the one before it; sort the years and hand over each once")]
    NotRising {
        /// Where in the list.
        entry: usize,
        /// The year there.
        year: u16,
    },
    /// All values lie on their lines, so there is no chance to test against.
    #[error("the values on both sides of {year} lie exactly on lines, so there is no scatter to test a break against")]
    NoScatter {
        /// The first year after the break.
        year: u16,
    },
}
