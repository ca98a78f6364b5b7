//! Situations in which features are no list of municipalities.

use miedza_territory::UnitCode;

use crate::boundary;

/// Why features could not be read as municipalities.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file holds no features that can be read.
    #[error("the features cannot be read")]
    Features(#[from] boundary::Error),
    /// No attribute for something that is needed.
    #[error("{file} has no attribute for {role}, it has {attributes}")]
    NoAttribute {
        /// The file.
        file: Box<str>,
        /// What the attribute is for.
        role: &'static str,
        /// The attributes that were found.
        attributes: Box<str>,
    },
    /// A feature whose attribute does not hold what it should.
    #[error("{file}, feature {feature}, attribute {attribute}: {what}")]
    NotAMunicipality {
        /// The file.
        file: Box<str>,
        /// The feature, counted from 1.
        feature: usize,
        /// The attribute.
        attribute: Box<str>,
        /// What is wrong with it.
        what: Box<str>,
    },
    /// Two features with one code and different names.
    #[error("{file} calls the municipality {code} both {first} and {second}")]
    TwoNames {
        /// The file.
        file: Box<str>,
        /// The code.
        code: UnitCode,
        /// The name of the feature that comes first.
        first: Box<str>,
        /// The other name.
        second: Box<str>,
    },
}
