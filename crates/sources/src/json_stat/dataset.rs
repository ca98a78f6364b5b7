//! A cube as it was read: dimensions in order, and what stands in its cells.

use serde_json::Value;

use super::dimension::{Dimension, Role};
use super::listed::Listed;
use super::{Cell, Error};

/// Most cells that a cube may have; a cube of all municipalities of Europe over thirty years has three million.
pub const MOST_CELLS: usize = 1 << 23;

/// Most dimensions that a cube may have.
pub const MOST_DIMENSIONS: usize = 64;

/// A cube of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub(super) file: Box<str>,
    /// What it is about.
    pub label: Option<String>,
    /// Who made it.
    pub source: Option<String>,
    /// When it was changed last, as the file writes it.
    pub updated: Option<String>,
    /// Notes on the whole.
    pub notes: Vec<String>,
    /// What the office adds beyond the format.
    pub extension: Option<Value>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) strides: Vec<usize>,
    pub(super) length: usize,
    pub(super) values: Listed<f64>,
    pub(super) statuses: Option<Listed<Box<str>>>,
}

impl Dataset {
    /// The file that it was read from.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The dimensions, in the order of the cube.
    #[must_use]
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// How many cells there are: the product of the sizes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether there is no cell, as in the answer to a question that nothing fits.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// All cells, with a value or without, the last dimension running fastest.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.length).map(|position| Cell { dataset: self, position })
    }

    /// The cell at a position; `None` beyond the last.
    #[must_use]
    pub fn cell(&self, position: usize) -> Option<Cell<'_>> {
        (position < self.length).then_some(Cell { dataset: self, position })
    }

    /// Where a dimension stands in the order of the cube.
    ///
    /// # Errors
    /// [`Error::NoDimension`] if there is none of this name.
    pub fn dimension(&self, id: &str) -> Result<usize, Error> {
        let found = self.dimensions.iter().position(|dimension| dimension.id == id);
        found.ok_or_else(|| Error::NoDimension { file: self.file.clone(), dimension: id.into(), dimensions: self.ids() })
    }

    /// The one dimension that plays a role; where the file tells no roles, the one named like the role (`geo`, `time`).
    ///
    /// # Errors
    /// [`Error::NoRole`] if none or several do.
    pub fn one_for(&self, role: Role) -> Result<usize, Error> {
        let plays = |at: &usize| self.dimensions.get(*at).is_some_and(|dimension| dimension.role == Some(role));
        let found: Vec<usize> = (0..self.dimensions.len()).filter(plays).collect();
        let named = || self.dimensions.iter().position(|dimension| dimension.role.is_none() && dimension.id == role.word());
        match (&found[..], named()) {
            ([one], _) => Ok(*one),
            ([], Some(one)) => Ok(one),
            (several, _) => {
                let (file, role, found) = (self.file.clone(), role.word(), several.len());
                Err(Error::NoRole { file, role, found, dimensions: self.ids() })
            }
        }
    }

    fn ids(&self) -> Box<str> {
        self.dimensions.iter().map(|dimension| dimension.id.as_str()).collect::<Vec<_>>().join(", ").into()
    }
}
