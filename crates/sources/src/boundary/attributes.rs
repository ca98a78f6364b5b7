//! What the features of a file say of themselves beside their polygons, for rooms that make units of them.

use std::path::Path;

use miedza_territory::Provenance;

use super::feature::Cell;
use super::{Error, Options, container, features_of};

/// Attributes of the features that have land, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributes {
    /// Names of the attributes.
    pub columns: Vec<String>,
    /// One row per feature.
    pub rows: Vec<AttributeRow>,
    /// Which file it was.
    pub provenance: Provenance,
}

/// What one feature says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeRow {
    /// Its number in the file, counted from 1.
    pub feature: usize,
    cells: Vec<Option<String>>,
}

impl AttributeRow {
    /// The attribute of a column, numbers as text; `None` where the feature does not have it.
    #[must_use]
    pub fn text(&self, column: usize) -> Option<&str> {
        self.cells.get(column)?.as_deref()
    }
}

impl Attributes {
    /// Name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.provenance.file
    }

    /// The column with the first of these names that is there, whatever its case.
    #[must_use]
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.columns.iter().position(|column| column.eq_ignore_ascii_case(name)))
    }
}

/// Reads the attributes of a file; the other parts of a Shapefile are found beside it.
///
/// # Errors
/// [`Error`], as for [`read`](super::read).
pub fn open_attributes(path: &Path, options: &Options<'_>) -> Result<Attributes, Error> {
    let (file, bytes) = super::bytes_of(path)?;
    read(&file, bytes, &|extension| container::sibling(path, extension), options)
}

/// Reads the attributes from the bytes of one file.
///
/// # Errors
/// [`Error`], as for [`read`](super::read).
pub fn attributes(file: &str, bytes: Vec<u8>, options: &Options<'_>) -> Result<Attributes, Error> {
    read(file, bytes, &|_| None, options)
}

fn read(
    file: &str,
    bytes: Vec<u8>,
    beside: &dyn Fn(&str) -> Option<Vec<u8>>,
    options: &Options<'_>,
) -> Result<Attributes, Error> {
    let (provenance, features) = features_of(file, bytes, beside, options)?;
    let row = |feature: super::feature::Feature| AttributeRow {
        feature: feature.number,
        cells: feature.cells.iter().map(|cell| cell.as_ref().map(Cell::text)).collect(),
    };
    Ok(Attributes { columns: features.columns, rows: features.rows.into_iter().map(row).collect(), provenance })
}
