//! Situations in which Eurostat gives no figures, or gives some that cannot be taken.

use crate::{json_stat, service};

/// Why there are no observations. Open to a match without a rest, so that a new
/// situation without a sentence for people does not compile.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The answer is no cube, or the cube has another shape than was asked for.
    #[error("the answer is not the cube that was asked for")]
    Cube(#[from] json_stat::Error),
    /// The service is still making the answer.
    #[error("{file}: Eurostat is still making the answer, ask again in some minutes or for less ({label})")]
    Later {
        /// The file.
        file: Box<str>,
        /// What the service says.
        label: Box<str>,
    },
    /// The service never gives an answer of this size.
    #[error("{file}: Eurostat gives no answer of this size, choose fewer categories ({label})")]
    TooLarge {
        /// The file.
        file: Box<str>,
        /// What the service says.
        label: Box<str>,
    },
    /// The service refuses the question.
    #[error("{file}: Eurostat refuses the question with {status}: {label}")]
    Refused {
        /// The file.
        file: Box<str>,
        /// The status, an HTTP status most often.
        status: u64,
        /// What the service says.
        label: Box<str>,
    },
    /// A question that cannot be asked.
    #[error("{part} cannot be {value} in a question to Eurostat: {what}")]
    Question {
        /// Which part of the question.
        part: &'static str,
        /// What was given.
        value: Box<str>,
        /// What would be right.
        what: &'static str,
    },
    /// There is no answer.
    #[error(transparent)]
    Service(#[from] service::Error),
    /// The answer is about another dataset.
    #[error("the answer is the dataset {found}, not {asked} as asked; empty the folder of answers and ask again")]
    OtherDataset {
        /// The dataset that was asked for.
        asked: Box<str>,
        /// The dataset of the answer.
        found: Box<str>,
    },
    /// The answer has no dimension that was asked for: the office has built the dataset anew.
    #[error("the dataset {dataset} has no dimension {dimension} now, it has {found}; compare and ask by these")]
    NoDimension {
        /// The dataset.
        dataset: Box<str>,
        /// The dimension that was asked for.
        dimension: Box<str>,
        /// The dimensions of the answer.
        found: Box<str>,
    },
    /// The answer holds categories that were not asked for.
    #[error("the answer holds {found} of the dimension {dimension}, which was not asked for; the filter was not applied")]
    OtherCategory {
        /// The dimension.
        dimension: Box<str>,
        /// A category that was not asked for.
        found: Box<str>,
    },
}
