//! `import miedza`: functional areas from flows between units, for those who work in Python.
//!
//! A thin door to `miedza-delimitation`: data frames in, data frames out, and nothing computed here. Methods and their
//! parameters are not listed either: they come from the library, so that a method it learns is there at once. Reading files
//! and drawing maps is left to the libraries of Python.

mod arrow;
mod column;
mod comparison;
mod contiguity;
mod delimitation;
mod fault;
mod flows;
mod frame;
mod methods;
mod quality;
mod said;
mod table;
mod units;
mod wkb;

use pyo3::prelude::*;

/// Functional areas from flows between units.
#[pymodule]
mod miedza {
    // Certainty and estimated flows belong here: one file each, one line each.
    #[pymodule_export]
    use super::comparison::compare;
    #[pymodule_export]
    use super::contiguity::{Neighbours, contiguity};
    #[pymodule_export]
    use super::delimitation::{Delimitation, delimit};
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
