//! Why there is no outlook.

use thiserror::Error;

/// Why there is no outlook.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum OutlookError {
    /// Nobody's population is asked for.
    #[error("the area has no members; name at least one municipality")]
    NoMembers,
    /// Members lack ages.
    #[error("{units} members lack their population by age in {year} ({named}); import it, take another year, or leave them out")]
    Incomplete {
        /// The year.
        year: u16,
        /// How many members.
        units: usize,
        /// The first ones.
        named: String,
    },
    /// The sheet of assumptions has nothing of a country.
    #[error("the sheet of assumptions has nothing of the country {country}; add it, or leave its municipalities out")]
    NoAssumptions {
        /// The country, `pl` or `cz`.
        country: &'static str,
    },
    /// There is no scenario of the name.
    #[error("there is no scenario {name}; known are: {known}")]
    UnknownScenario {
        /// The name.
        name: String,
        /// What would do.
        known: String,
    },
    /// The population cannot be projected.
    #[error(transparent)]
    Projection(#[from] miedza_statistics::projection::Error),
}
