//! Faults of the texts of the demonstration: each names the file and the record. They are faults of the program, for the
//! texts are part of it; a test finds them.

use miedza_planning::record::{Fault, Kind};

/// Where in the texts something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Path below `demo/`.
    pub file: &'static str,
    /// Kind of the record.
    pub kind: Kind,
    /// Its key.
    pub key: String,
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "demo/{}, {} {}", self.file, self.kind, self.key)
    }
}

/// What is wrong with the texts of the demonstration.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ContentError {
    /// A text is no TOML.
    #[error("demo/{file} is no TOML")]
    NotToml {
        /// Path below `demo/`.
        file: &'static str,
        /// Where and why.
        source: toml::de::Error,
    },
    /// A table has a name that is no kind.
    #[error("demo/{file} has a table {name}, which is no kind of records")]
    UnknownKind {
        /// Path below `demo/`.
        file: &'static str,
        /// Name of the table.
        name: String,
    },
    /// A record has no key.
    #[error("demo/{file} has a record among {kind} without a key")]
    NoKey {
        /// Path below `demo/`.
        file: &'static str,
        /// Kind of the record.
        kind: Kind,
    },
    /// Two records of a kind have the same key.
    #[error("{spot} stands there twice")]
    Twice {
        /// The second one.
        spot: Spot,
    },
    /// A record names a source, a pattern or a table that is not there.
    #[error("{spot}: there is no {what} {name}")]
    Unknown {
        /// The record.
        spot: Spot,
        /// What was looked for.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// A value has another form than its field.
    #[error("{spot}: {field} has another form")]
    Form {
        /// The record.
        spot: Spot,
        /// The field.
        field: String,
    },
    /// A link names a record that is not there.
    #[error("{spot}: {field} names {name}, which is not among {target}")]
    NoTarget {
        /// The record.
        spot: Spot,
        /// The field.
        field: String,
        /// Kind of what is named.
        target: Kind,
        /// Its key.
        name: String,
    },
    /// Values do not fit the fields of their kind.
    #[error("{spot}: {faults:?}")]
    Faults {
        /// The record.
        spot: Spot,
        /// What is wrong with which field.
        faults: Vec<Fault>,
    },
}
