//! Why a figure of spatial association was refused.

use miedza_territory::UnitIx;

/// Why weights or a figure of spatial association were refused. Units are named by their number in the order of codes; who
/// holds the [`Units`](miedza_territory::Units) can tell the code.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A list of figures is not as long as the list of units.
    #[error("{given} values for weights of {units} units: give one value or none for each unit")]
    WrongLength {
        /// How many values were given.
        given: usize,
        /// How many units the weights have.
        units: usize,
    },
    /// A value is infinite or no number.
    #[error("the value of unit number {unit:?} is {value}, which is no number: leave it out as missing")]
    NotANumber {
        /// The unit.
        unit: UnitIx,
        /// What was given.
        value: f64,
    },
    /// Coordinates that no place has.
    #[error("unit number {unit:?} lies at ({x}, {y}), which is {wanted}")]
    NotAPlace {
        /// The unit.
        unit: UnitIx,
        /// First coordinate.
        x: f64,
        /// Second coordinate.
        y: f64,
        /// What it is not.
        wanted: &'static str,
    },
    /// A parameter is a number out of its range.
    #[error("{parameter} is {value}, and it must be {wanted}")]
    OutOfRange {
        /// Name of the parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
        /// What would do.
        wanted: &'static str,
    },
    /// Two units stand at the same place, so that the inverse of their distance is no number.
    #[error("units number {one:?} and {other:?} stand at the same place: use a band, nearest neighbours, or other seats")]
    SamePlace {
        /// The first unit.
        one: UnitIx,
        /// The second unit.
        other: UnitIx,
    },
    /// Fewer units have a value than the figure needs.
    #[error("{units} units have a value, and at least {least} are needed: take a larger area")]
    TooFew {
        /// How many have a value.
        units: usize,
        /// How many are needed.
        least: usize,
    },
    /// All values are equal, so nothing can be alike or unlike.
    #[error("all {units} values are {value}: take a figure that differs between units")]
    Constant {
        /// How many units have a value.
        units: usize,
        /// The value of all.
        value: f64,
    },
    /// No unit with a value has a neighbour with a value.
    #[error("none of the {units} units with a value has a neighbour with a value: reach farther")]
    NoNeighbours {
        /// How many units have a value.
        units: usize,
    },
}
