//! `import miedza`: functional areas from flows between units, for those who work in Python.
//!
//! A thin door to `miedza-delimitation`: data frames in, data frames out, and nothing computed here. Methods and their
//! parameters are not listed either: they come from the library, so that a method it learns is there at once. Reading files
//! and drawing maps is left to the libraries of Python.

mod arrow;
mod certainty;
mod column;
mod comparison;
mod contiguity;
mod delimitation;
mod details;
mod estimate;
mod fault;
mod flows;
mod frame;
mod given;
mod indicators;
mod methods;
mod modelled;
mod places;
mod quality;
mod said;
mod sentences;
mod suppressed;
mod table;
mod units;
mod watched;
mod wkb;

use pyo3::prelude::*;

/// Functional areas from flows between units.
#[pymodule]
mod miedza {
    #[pymodule_export]
    use super::certainty::{Certainty, certainty};
    #[pymodule_export]
    use super::comparison::compare;
    #[pymodule_export]
    use super::contiguity::{Neighbours, contiguity};
    #[pymodule_export]
    use super::delimitation::{Delimitation, delimit};
    #[pymodule_export]
    use super::estimate::{Estimate, estimate_flows};
    #[pymodule_export]
    use super::methods::methods;
    #[pymodule_export]
    use super::quality::{Quality, quality};
    #[pymodule_export]
    use super::table::Table;

    use pyo3::prelude::*;

    /// Says which version this is.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
