//! Situations in which features are no list of municipalities, or there are none.

use std::path::PathBuf;

use miedza_territory::UnitCode;

use crate::{boundary, service};

/// Why features could not be read as municipalities.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file holds no features that can be read.
    #[error("the features cannot be read")]
    Features(#[from] boundary::Error),
    /// No attribute for something that is needed.
    #[error("{file} has no attribute for {role}, it has {attributes}")]
    NoAttribute {
        /// The file.
        file: Box<str>,
        /// What the attribute is for.
        role: &'static str,
        /// The attributes that were found.
        attributes: Box<str>,
    },
    /// A feature whose attribute does not hold what it should.
    #[error("{file}, feature {feature}, attribute {attribute}: {what}")]
    NotAMunicipality {
        /// The file.
        file: Box<str>,
        /// The feature, counted from 1.
        feature: usize,
        /// The attribute.
        attribute: Box<str>,
        /// What is wrong with it.
        what: Box<str>,
    },
    /// Two features with one code and different names.
    #[error("{file} calls the municipality {code} both {first} and {second}")]
    TwoNames {
        /// The file.
        file: Box<str>,
        /// The code.
        code: UnitCode,
        /// The name of the feature that comes first.
        first: Box<str>,
        /// The other name.
        second: Box<str>,
    },
    /// There is no answer.
    #[error(transparent)]
    Service(#[from] service::Error),
    /// The service refuses the question.
    #[error("the service of RÚIAN refuses the question: {said}")]
    Report {
        /// What it says.
        said: Box<str>,
    },
    /// The answer is no page of features.
    #[error("the answer is no page of features, or is cut off")]
    NotAPage(#[source] serde_json::Error),
    /// Pages that repeat what came before, so that the end is never reached.
    #[error("page {page} is one that came before, or is empty; the service does not page, ask again later")]
    Repeated {
        /// The page, counted from 1.
        page: usize,
    },
    /// The layer is empty.
    #[error("the service of RÚIAN has no unit on this level")]
    Nothing,
    /// The pages cannot be put together on the disk.
    #[error("{} cannot be written; choose a folder that can be written", path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}
