//! Situations in which an answer is no cube, or a cube is not what was asked of it.

/// Why an answer could not be read as a cube, or a part of it could not be taken.
/// Open to a match without a rest, so that a new situation without a sentence for people does not compile.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// More bytes than are read.
    #[error("{file} has {bytes} bytes, more than {most}; ask for fewer categories")]
    TooManyBytes {
        /// The file.
        file: Box<str>,
        /// Its size.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// More cells than are read.
    #[error("{file} has the sizes {sizes}, more than {most} cells; ask for fewer categories")]
    TooManyCells {
        /// The file.
        file: Box<str>,
        /// The sizes of the dimensions as the file has them.
        sizes: Box<str>,
        /// The limit.
        most: usize,
    },
    /// Not JSON, or JSON of another shape.
    #[error("{file} cannot be read as JSON-stat")]
    Json {
        /// The file.
        file: Box<str>,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
    /// JSON, but no dataset.
    #[error("{file} is no JSON-stat dataset: {found}")]
    NotADataset {
        /// The file.
        file: Box<str>,
        /// What it is instead.
        found: Box<str>,
    },
    /// Parts of the dataset that do not fit each other.
    #[error("{file}: {what}")]
    Shape {
        /// The file.
        file: Box<str>,
        /// What does not fit.
        what: Box<str>,
    },
    /// A dimension that is named and not described.
    #[error("{file} has no dimension {dimension}, it has {dimensions}")]
    NoDimension {
        /// The file.
        file: Box<str>,
        /// The dimension that is asked for.
        dimension: Box<str>,
        /// The dimensions that there are.
        dimensions: Box<str>,
    },
    /// No dimension, or several, for a role.
    #[error("{file} has {found} dimensions for {role}, not one; it has {dimensions}")]
    NoRole {
        /// The file.
        file: Box<str>,
        /// The role.
        role: &'static str,
        /// How many dimensions play it.
        found: usize,
        /// The dimensions that there are.
        dimensions: Box<str>,
    },
    /// A dimension whose categories are not in order.
    #[error("{file}, dimension {dimension}: {what}")]
    Categories {
        /// The file.
        file: Box<str>,
        /// The dimension.
        dimension: Box<str>,
        /// What is wrong.
        what: Box<str>,
    },
    /// A code that a dimension does not have.
    #[error("{file}, dimension {dimension} has no category {code}, it has {categories}")]
    NoCategory {
        /// The file.
        file: Box<str>,
        /// The dimension.
        dimension: Box<str>,
        /// The code that is asked for.
        code: Box<str>,
        /// The first codes that there are.
        categories: Box<str>,
    },
    /// A dimension of several categories of which one must be chosen.
    #[error("{file}, dimension {dimension} has several categories, choose one of {categories}")]
    NotChosen {
        /// The file.
        file: Box<str>,
        /// The dimension.
        dimension: Box<str>,
        /// The first codes that there are.
        categories: Box<str>,
    },
    /// More or fewer values or statuses than cells.
    #[error("{file}: {member} lists {found} cells where the sizes make {cells}")]
    Length {
        /// The file.
        file: Box<str>,
        /// `value` or `status`.
        member: &'static str,
        /// How many it lists.
        found: usize,
        /// How many cells there are.
        cells: usize,
    },
    /// A key that is not the position of a cell, or one that comes twice.
    #[error("{file}: {member} has the key {key}, {what}")]
    Position {
        /// The file.
        file: Box<str>,
        /// `value` or `status`.
        member: &'static str,
        /// The key.
        key: Box<str>,
        /// What is wrong with it.
        what: Box<str>,
    },
    /// A value that is neither a number nor null.
    #[error("{file}, cell {cell}: {value} is not a number")]
    NotANumber {
        /// The file.
        file: Box<str>,
        /// The cell, `dimension=code` for each dimension.
        cell: Box<str>,
        /// What is there.
        value: Box<str>,
    },
    /// A category of the territory that is no code of a unit.
    #[error("{file}, dimension {dimension} holds a category that is no code of a unit")]
    NotACode {
        /// The file.
        file: Box<str>,
        /// The dimension.
        dimension: Box<str>,
        /// Why.
        source: miedza_territory::CodeError,
    },
    /// A category of time that is no time.
    #[error("{file}, dimension {dimension} holds a category that is no time")]
    NotATime {
        /// The file.
        file: Box<str>,
        /// The dimension.
        dimension: Box<str>,
        /// Why.
        source: super::NotATime,
    },
}
