//! Why flows could not be modelled.

use miedza_territory::UnitCode;

/// Why a model of flows was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
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
    /// More units than a dense matrix bears.
    #[error("{units} units are more than the {most} that can be modelled at once")]
    TooMany {
        /// How many units there are.
        units: usize,
        /// How many there may be.
        most: usize,
    },
    /// A figure is negative or no number.
    #[error("{what} of unit {unit} is {value}, which is no count")]
    NotACount {
        /// Which figure.
        what: &'static str,
        /// The unit.
        unit: UnitCode,
        /// What was given.
        value: f64,
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
    /// Nobody lives anywhere, or there is no job anywhere.
    #[error("the units have no {what}, so there is nobody to send")]
    Nobody {
        /// Which figure is 0 everywhere.
        what: &'static str,
    },
    /// A unit has persons to send or to take, and no pair that may hold them.
    #[error("unit {unit} has {persons} {what}, and no pair of the matrix may hold them")]
    NoWay {
        /// The unit.
        unit: UnitCode,
        /// `employed residents` or `jobs`.
        what: &'static str,
        /// How many.
        persons: f64,
    },
    /// Units that are tied among themselves only have more persons to send than to take, or fewer.
    #[error("the units tied with {unit} send {residents} persons and take {jobs}, and no pair leads to others")]
    Apart {
        /// The smallest unit of them.
        unit: UnitCode,
        /// Persons they send.
        residents: f64,
        /// Persons they take.
        jobs: f64,
    },
    /// The margins were not met in the rounds allowed: pairs without flow stand in the way.
    #[error(
        "after {rounds} rounds the margins are missed by up to {persons} persons, most at unit {unit}: pairs without any flow \
         stand in the way"
    )]
    NotMet {
        /// Rounds that were done.
        rounds: u32,
        /// The largest error of a margin.
        persons: f64,
        /// Where it is.
        unit: UnitCode,
    },
    /// There are no counted flows between different units from which a parameter could be learned.
    #[error("the flows to calibrate on hold no persons between different units")]
    NothingToLearn,
    /// The parameters that make the model as far-reaching as the flows were not found.
    #[error("no {deterrence} deterrence gives the mean distance of the flows, {wanted_km} km; the nearest gives {found_km} km")]
    NotCalibrated {
        /// Name of the deterrence.
        deterrence: &'static str,
        /// Mean distance of the counted flows.
        wanted_km: f64,
        /// Mean distance of the model.
        found_km: f64,
    },
}
