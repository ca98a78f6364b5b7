//! What is refused, as a `ValueError` with the sentence of the library.
//!
//! An error of Python itself, such as that of a column that cannot be turned into a list, passes as it is.

use miedza_delimitation::method::SettingError;
use miedza_territory::{CodeError, FlowError};
use pyo3::PyErr;
use pyo3::exceptions::PyValueError;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The library refuses.
    #[error(transparent)]
    Method(#[from] miedza_delimitation::Error),
    /// A name or a value that no method has.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// Flows that make no matrix.
    #[error(transparent)]
    Flow(#[from] FlowError),
    /// Boundaries that make no map.
    #[error(transparent)]
    Boundary(#[from] miedza_delimitation::contiguity::Error),
    /// Figures that no model of flows can be made of.
    #[error(transparent)]
    Estimate(#[from] miedza_delimitation::estimate::Error),
    /// A text that is no code.
    #[error("row {row} of {column}: {source}")]
    Code {
        /// The row, from 1.
        row: usize,
        /// What the column holds.
        column: &'static str,
        /// What is wrong with it.
        source: CodeError,
    },
    /// What was handed over cannot be read.
    #[error("{0}")]
    Input(String),
    /// Python refuses.
    #[error(transparent)]
    Python(#[from] PyErr),
}

impl Fault {
    /// Something that was handed over cannot be read.
    pub fn input(told: impl Into<String>) -> Self {
        Self::Input(told.into())
    }
}

impl From<Fault> for PyErr {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Python(error) => error,
            other => PyValueError::new_err(other.to_string()),
        }
    }
}

impl From<std::convert::Infallible> for Fault {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}
