//! Why a figure of a diagnosis could not be made.

use thiserror::Error;

/// Why a figure of a diagnosis was refused.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum DiagnosisError {
    /// The values of a year bear no figure.
    #[error("{indicator} cannot be reckoned for {year}; mend the values of that year, or leave the indicator out")]
    Figure {
        /// Code of the indicator.
        indicator: String,
        /// The year.
        year: u16,
        /// What is wrong with the values.
        #[source]
        source: miedza_statistics::Error,
    },
    /// A part of a municipality stands beside the whole of it.
    #[error("{part} is a part of {whole}, and both are in the list; leave out the part")]
    CountedTwice {
        /// Code of the part.
        part: String,
        /// Code of the whole.
        whole: String,
    },
    /// The catalogue has no such indicator.
    #[error("there is no indicator {code} in the catalogue; take one of its codes")]
    NoIndicator {
        /// The code.
        code: String,
    },
    /// An indicator that cannot say what is better.
    #[error("more of {code} is neither better nor worse; take an indicator with a direction")]
    Neutral {
        /// Its code.
        code: String,
    },
    /// A year outside those of the table.
    #[error("the year {year} is outside the table, which goes from {first} to {last}")]
    NoYear {
        /// The year.
        year: u16,
        /// First year of the table.
        first: u16,
        /// Last year of the table.
        last: u16,
    },
    /// A member is not in the group in which it is to be judged.
    #[error("the member {unit} is not among the units of the table; put the members into the list together with their peers")]
    NotInGroup {
        /// Its code.
        unit: String,
    },
    /// An index of these figures cannot be made.
    #[error("no index can be made of these figures; choose others or another year")]
    Index(#[source] miedza_statistics::Error),
}
