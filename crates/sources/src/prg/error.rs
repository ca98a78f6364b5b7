//! Situations in which the register of borders gives no boundaries.

use std::path::PathBuf;

use crate::service;

/// Why there are no boundaries.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no answer.
    #[error(transparent)]
    Service(#[from] service::Error),
    /// A code that no unit of the layer begins with.
    #[error("{code} begins no code of the layer {layer}, which have {digits} digits")]
    NotACode {
        /// What was given.
        code: Box<str>,
        /// The layer.
        layer: &'static str,
        /// How many digits its codes have.
        digits: usize,
    },
    /// The service refuses the question.
    #[error("the service of the register of borders refuses the question: {said}")]
    Report {
        /// What it says.
        said: Box<str>,
    },
    /// The answer is no page of features.
    #[error("the answer is no page of features: {what}")]
    NotAPage {
        /// What is wrong.
        what: Box<str>,
    },
    /// Pages that repeat what came before, so that the end is never reached.
    #[error("page {page} holds the feature {feature}, which came before; the service does not page, ask for less")]
    Repeated {
        /// The page, counted from 1.
        page: usize,
        /// The feature.
        feature: Box<str>,
    },
    /// Fewer features than the service says there are.
    #[error("the service says that there are {matched} features and gives {found}; ask again later")]
    Incomplete {
        /// How many it says.
        matched: u64,
        /// How many came.
        found: u64,
    },
    /// No unit fits the question.
    #[error("the register of borders has no unit that fits; check the codes")]
    Nothing,
    /// The document cannot be written.
    #[error("{} cannot be written; choose a folder that can be written", path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}
