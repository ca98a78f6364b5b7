//! Situations in which Eurostat gives no figures, or gives some that cannot be taken.

use crate::json_stat;

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
}
