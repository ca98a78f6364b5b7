//! Flows where nobody counted them: models of who works where, from figures of the units and the distance between them.
//!
//! Two models and one repair: [`radiation`] without any parameter, [`gravity`] with margins kept on both sides and a
//! deterrence that can be calibrated on counted flows, and [`furness`], which brings an old matrix to new margins. What
//! comes out is modelled and must say so wherever it is shown; how near it comes to counted flows is told by [`fit`].
//! All models are dense: memory and time grow with the square of the number of units. Reading, writing and marking tables
//! is for the floors above.
//!
//! # Source
//! Section 12 of the design: Wilson (1971); Hyman (1969); Simini, González, Maritan & Barabási (2012); Masucci et al. (2013).

pub mod calibration;
mod dense;
mod distances;
mod error;
pub mod fit;
pub mod furness;
pub mod gravity;
mod own;
pub mod radiation;
mod search;

use miedza_territory::{Seat, UnitVec, Units};

pub use dense::Dense;
pub use distances::Distances;
pub use error::Error;
pub use own::{Own, Within};

/// Most units that are modelled: the matrix of so many takes 1.8 GB, and so do the distances.
pub const MOST_UNITS: usize = 15_000;

/// What is known of the units between which flows are modelled; one entry per unit in all lists.
#[derive(Clone, Debug)]
pub struct Places {
    /// The units, in the order of all lists.
    pub units: Units,
    /// `O`: employed residents, persons, 0 or more.
    pub residents: UnitVec<f64>,
    /// `D`: jobs, 0 or more.
    pub jobs: UnitVec<f64>,
    /// `m`: what draws people in the radiation model, population or jobs, 0 or more.
    pub mass: UnitVec<f64>,
    /// Seats, longitude and latitude in degrees (WGS 84).
    pub seats: UnitVec<Seat>,
}

impl Places {
    /// Refuses lists of different lengths, more units than a dense matrix bears, and figures that are no counts.
    ///
    /// # Errors
    /// [`Error::WrongLength`], [`Error::TooMany`], [`Error::NotACount`].
    pub fn check(&self) -> Result<(), Error> {
        let units = self.units.len();
        let lengths = [
            ("employed residents", self.residents.len()),
            ("jobs", self.jobs.len()),
            ("mass", self.mass.len()),
            ("seats", self.seats.len()),
        ];
        if let Some(&(what, given)) = lengths.iter().find(|(_, given)| *given != units) {
            return Err(Error::WrongLength { what, given, units });
        }
        if units > MOST_UNITS {
            return Err(Error::TooMany { units, most: MOST_UNITS });
        }
        counts("employed residents", &self.residents, &self.units)?;
        counts("jobs", &self.jobs, &self.units)?;
        counts("mass", &self.mass, &self.units)
    }
}

fn counts(what: &'static str, figures: &UnitVec<f64>, units: &Units) -> Result<(), Error> {
    match figures.enumerate().find(|(_, figure)| !(**figure >= 0.0 && figure.is_finite())) {
        Some((unit, &value)) => Err(Error::NotACount { what, unit: units.code(unit).clone(), value }),
        None => Ok(()),
    }
}

/// Sum in the order of units.
fn total(figures: &[f64]) -> f64 {
    figures.iter().fold(0.0, |sum, figure| sum + figure)
}

#[cfg(test)]
mod tests;
