//! Why a population could not be projected.

use miedza_territory::UnitCode;

use super::Sex;

/// Why a projection or a figure made from it was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Too few or too many age groups.
    #[error("{given} age groups are given, and from 3 to 25 groups of five years, the last one open, can be projected")]
    Groups {
        /// How many groups were given.
        given: usize,
    },
    /// A list is not as long as it must be.
    #[error("{what} has {given} entries, and it must have {wanted}")]
    WrongLength {
        /// What was handed over.
        what: &'static str,
        /// How many entries it has.
        given: usize,
        /// How many it must have.
        wanted: usize,
    },
    /// A figure of one age and sex is missing; it is never taken for 0.
    #[error("unit {unit} has no {what} of {sex} aged {age}: give the figure, or leave the unit out")]
    Missing {
        /// Which figure.
        what: &'static str,
        /// The unit.
        unit: UnitCode,
        /// The sex.
        sex: Sex,
        /// The age group, such as `15–19` or `85+`.
        age: String,
    },
    /// A figure of one age and sex is out of its range.
    #[error("{what} of {sex} aged {age} in unit {unit} is {value}, and it must be {wanted}")]
    OutOfRange {
        /// Which figure.
        what: &'static str,
        /// The unit.
        unit: UnitCode,
        /// The sex.
        sex: Sex,
        /// The age group.
        age: String,
        /// What was given.
        value: f64,
        /// What would do.
        wanted: &'static str,
    },
    /// A parameter is out of its range.
    #[error("{parameter} is {value}, and it must be {wanted}")]
    Parameter {
        /// Name of the parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
        /// What would do.
        wanted: &'static str,
    },
    /// A year before the first one or after the last one that is projected.
    #[error("year {year} is not projected: choose one from {from} to {until}")]
    Year {
        /// The year asked for.
        year: u16,
        /// First year.
        from: u16,
        /// Last year.
        until: u16,
    },
    /// No proportional change of mortality leads to the life expectancy of the scenario.
    #[error("a life expectancy of {wanted} years cannot be reached for {sex} in unit {unit}: choose a smaller change")]
    LifeExpectancy {
        /// The unit.
        unit: UnitCode,
        /// The sex.
        sex: Sex,
        /// The life expectancy at birth asked for, in years.
        wanted: f64,
    },
    /// The bound of an age span lies inside the open-ended group, which nothing tells how to split.
    #[error("age {age} lies inside the open group {open_from}+: choose a bound up to {open_from}, or give older groups")]
    InsideOpenGroup {
        /// The bound.
        age: u8,
        /// Where the open group begins.
        open_from: u8,
    },
    /// Sprague's multipliers need five closed groups.
    #[error("{closed} closed age groups are too few for Sprague's multipliers, which need 5: split uniformly")]
    TooFewGroups {
        /// How many closed groups there are.
        closed: usize,
    },
    /// An area has a total to be met and nobody to scale.
    #[error("the area of unit {area} shall have {total} {what}, and none is projected there to be scaled")]
    NobodyToScale {
        /// The smallest unit of the area.
        area: UnitCode,
        /// Who: `persons`, or an age and sex.
        what: String,
        /// The total.
        total: f64,
    },
}
