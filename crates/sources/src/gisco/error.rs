//! Situations in which GISCO gives no boundaries.

use std::path::PathBuf;

use crate::service;

/// Why there are no boundaries of local units.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A year of which there can be no file.
    #[error("GISCO has no local units of {year}; its files begin with {first}")]
    NoYear {
        /// The year that was asked for.
        year: u16,
        /// The first year.
        first: u16,
    },
    /// There is no answer.
    #[error(transparent)]
    Service(#[from] service::Error),
    /// The file is no list of features.
    #[error("the file of local units is no list of features, or is cut off; ask for it again")]
    Features(#[source] serde_json::Error),
    /// The file holds no unit of a country.
    #[error("the file of local units holds none of the country {country}")]
    NoUnits {
        /// The country as Eurostat codes it.
        country: Box<str>,
    },
    /// The part of a country cannot be written.
    #[error("{} cannot be written; choose a folder that can be written", path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}
