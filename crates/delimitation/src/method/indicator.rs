//! Named figures of units that a method may ask for beside its own.

use miedza_territory::UnitVec;

/// A figure of each unit under a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indicator<'a> {
    /// The name; small letters, digits and `_` if it is to stand in a list of criteria.
    pub name: &'a str,
    /// The figure of each unit; `None` where it is not known, which is never 0.
    pub values: &'a UnitVec<Option<f64>>,
}
