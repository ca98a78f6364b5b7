//! One cell of a cube, which knows where it stands.

use super::Dataset;
use super::dimension::Category;

/// A cell: its categories, its value and its status.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) position: usize,
}

impl<'a> Cell<'a> {
    /// Position in the row of all cells, counted from 0, the last dimension running fastest.
    #[must_use]
    pub const fn position(self) -> usize {
        self.position
    }

    /// The value as the nearest double, in the unit of measure that the categories name; `None` if the file lists none, which
    /// is never 0.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        self.dataset.values.get(self.position).copied()
    }

    /// The status as the office writes it; `None` if the file lists none.
    #[must_use]
    pub fn status(self) -> Option<&'a str> {
        self.dataset.statuses.as_ref()?.get(self.position).map(|status| &**status)
    }

    /// Where the cell stands on a dimension, counted from 0; `None` beyond the last dimension.
    #[must_use]
    pub fn coordinate(self, dimension: usize) -> Option<usize> {
        let stride = self.dataset.strides.get(dimension)?;
        let size = self.dataset.dimensions.get(dimension)?.categories.len();
        self.position.checked_div(*stride)?.checked_rem(size)
    }

    /// The category on a dimension; `None` beyond the last dimension.
    #[must_use]
    pub fn category(self, dimension: usize) -> Option<&'a Category> {
        self.dataset.dimensions.get(dimension)?.categories.get(self.coordinate(dimension)?)
    }

    /// The codes of the categories, in the order of the dimensions.
    pub fn codes(self) -> impl Iterator<Item = &'a str> {
        (0..self.dataset.dimensions.len()).filter_map(move |dimension| Some(self.category(dimension)?.code.as_str()))
    }

    /// The cell as people are told of it: `geo=CZ071, time=2023`.
    #[must_use]
    pub fn told(self) -> String {
        let pairs = self.dataset.dimensions.iter().zip(self.codes());
        pairs.map(|(dimension, code)| format!("{}={code}", dimension.id)).collect::<Vec<_>>().join(", ")
    }
}
