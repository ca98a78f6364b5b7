//! Why a delimitation could not be made.
//!
//! Each variant is a situation and carries what a person needs to mend it; no sentence here for the screen of an office,
//! and nothing of files: readers have their own errors.

use miedza_territory::UnitCode;

fn listed(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// Why a method, a repair or a comparison was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A parameter is a number out of its range, or contradicts another.
    #[error("{parameter} is {value}, and it must be {wanted}")]
    OutOfRange {
        /// Name of the parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
        /// What would do.
        wanted: String,
    },
    /// A list of cores or of moves names a unit that the flows do not hold.
    #[error("{parameter} names unit {code}, which the flows do not hold")]
    UnknownUnit {
        /// Name of the parameter.
        parameter: &'static str,
        /// The code.
        code: UnitCode,
    },
    /// A unit stands in two cores.
    #[error("{parameter} names unit {code} twice")]
    UnitTwice {
        /// Name of the parameter.
        parameter: &'static str,
        /// The code.
        code: UnitCode,
    },
    /// A list of units holds something that is no code.
    #[error("{parameter} holds {text:?}, which is no code of a unit")]
    NotACode {
        /// Name of the parameter.
        parameter: &'static str,
        /// What was given.
        text: String,
    },
    /// No unit is given as a core and none meets the rule.
    #[error("no unit has at least {min_jobs} jobs and {min_job_ratio} jobs for each employed resident, so there is no core")]
    NoCore {
        /// Jobs asked for.
        min_jobs: f64,
        /// Jobs for each employed resident asked for.
        min_job_ratio: f64,
    },
    /// The population grid makes no city.
    #[error(
        "the grid has {centres} urban centres of {population} inhabitants in cells of at least {density}, and no unit has enough of its inhabitants in one"
    )]
    NoCentre {
        /// Urban centres that there are.
        centres: usize,
        /// Inhabitants of a cell asked for.
        density: f64,
        /// Inhabitants of a centre asked for.
        population: f64,
    },
    /// A setting needs figures that were not handed over.
    #[error("{parameter} needs {figures} of the units, and it is not given")]
    NeedsFigures {
        /// Name of the parameter.
        parameter: &'static str,
        /// Which figures.
        figures: &'static str,
    },
    /// A setting needs a full matrix, and there are too many units for one.
    #[error("{parameter} keeps a figure for each pair of units, for at most {most} units, and there are {units}")]
    TooManyUnits {
        /// Name of the parameter.
        parameter: &'static str,
        /// How many units there are.
        units: usize,
        /// How many it takes.
        most: usize,
    },
    /// A figure of units that nobody handed over under this name.
    #[error("there is no figure {name}; known are {}", listed(known))]
    NoIndicator {
        /// The name.
        name: String,
        /// Names of figures that are there.
        known: Vec<String>,
    },
    /// `criteria` has nothing to compare.
    #[error("criteria is empty, and nothing can be judged without a list of criteria")]
    NoCriteria,
    /// More is asked for than there is.
    #[error("{parameter} asks for {asked}, and the list has {there}")]
    OutOfReach {
        /// Name of the parameter.
        parameter: &'static str,
        /// How many are asked for.
        asked: usize,
        /// How many there are.
        there: usize,
    },
    /// A list of criteria cannot be read.
    #[error(transparent)]
    Criteria(#[from] crate::method::criteria::ListError),
    /// A list of figures is not as long as the list of units.
    #[error("{what} has {given} entries for {units} units")]
    WrongLength {
        /// What was handed over.
        what: &'static str,
        /// How many entries it has.
        given: usize,
        /// How many units there are.
        units: usize,
    },
    /// A setting that no method knows or whose value does not fit.
    #[error(transparent)]
    Setting(#[from] crate::method::SettingError),
}
