//! The doubly constrained gravity model: residents and jobs of each unit are kept, distance decides the rest.
//!
//! # Source
//! Wilson (1971) *A family of spatial interaction models, and associated developments*, Environment and Planning 3.
//!
//! # Steps
//! 1. `g(d)` of each pair: `e^(−βd)`, `d^−β` or `d^α e^(−βd)`, `d` in kilometres.
//! 2. Who works in the own unit is known or a share of the residents: those persons are taken from both margins and the
//!    diagonal of `g` is 0. Or the model finds them too, by a distance of a unit from itself.
//! 3. `T_ij = A_i O_i B_j D_j g(d_ij)` with the margins met, by turns: see `estimate::furness`.
//!
//! Cost: `O(n²)` for `g` and for each round of step 3, one matrix of memory beside the distances.

use super::furness::{self, Balanced, Limits, Margins};
use super::{Dense, Distances, Error, Own, Places};

/// How the pull between two units falls with their distance in kilometres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deterrence {
    /// `e^(−βd)`.
    Exponential {
        /// `β`, per kilometre.
        beta: f64,
    },
    /// `d^−β`.
    Power {
        /// `β`.
        beta: f64,
    },
    /// `d^α e^(−βd)`.
    Combined {
        /// `α`; below 0 where short ways are taken more often than the exponential has it.
        alpha: f64,
        /// `β`, per kilometre.
        beta: f64,
    },
}

impl Deterrence {
    /// What the logarithm of the distance and the distance itself are multiplied by in `ln g`.
    #[must_use]
    pub const fn slopes(self) -> [f64; 2] {
        match self {
            Self::Exponential { beta } => [0.0, -beta],
            Self::Power { beta } => [-beta, 0.0],
            Self::Combined { alpha, beta } => [alpha, -beta],
        }
    }

    /// The pull at a distance of at least some metres.
    #[must_use]
    pub fn at(self, km: f64) -> f64 {
        let [of_logarithm, of_distance] = self.slopes();
        let by_logarithm = if of_logarithm == 0.0 { 0.0 } else { of_logarithm * libm::log(km) };
        libm::exp(of_distance * km + by_logarithm)
    }

    /// Its name in options and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exponential { .. } => "exponential",
            Self::Power { .. } => "power",
            Self::Combined { .. } => "combined",
        }
    }

    fn check(self) -> Result<(), Error> {
        match self.slopes().into_iter().find(|slope| !slope.is_finite()) {
            Some(value) => Err(Error::OutOfRange { parameter: "beta", value, wanted: "a number" }),
            None => Ok(()),
        }
    }
}

/// What the model needs beside the figures of units.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// How the pull falls with distance.
    pub deterrence: Deterrence,
    /// Persons who live and work in the same unit.
    pub own: Own,
    /// When the margins count as met.
    pub limits: Limits,
}

/// Flows of the gravity model.
#[derive(Clone, Debug, PartialEq)]
pub struct Attracted {
    /// Persons of each pair, the diagonal included, with the rounds that were needed.
    pub balanced: Balanced,
    /// Units where the given diagonal was cut to their employed residents or jobs.
    pub cut: usize,
}

/// Models flows that keep residents and jobs of each unit.
///
/// # Errors
/// [`Error`] for figures that do not fit, or margins that cannot be met: a unit with more to send than all others take
/// needs persons on its diagonal.
pub fn gravity(places: &Places, distances: &Distances, parameters: &Parameters) -> Result<Attracted, Error> {
    places.check()?;
    parameters.deterrence.check()?;
    let mut margins = Margins::of(&places.residents, &places.jobs)?;
    let within = parameters.own.among(places, &margins.jobs)?;
    if let Some(own) = &within.persons {
        for (unit, persons) in own.enumerate() {
            margins.residents[unit.get()] -= persons;
            margins.jobs[unit.get()] -= persons;
        }
    }
    let seed = pull(distances, parameters.deterrence, within.persons.is_none());
    furness::refuse_impossible(&places.units, &seed, &margins)?;
    let (factors, rounds, error) = furness::factors(&places.units, &seed, &margins, (parameters.limits, None))?;
    let mut flows = furness::applied(seed, &factors);
    if let Some(own) = &within.persons {
        flows.indices().for_each(|unit| *flows.at_mut(unit, unit) = own[unit]);
    }
    let balanced = Balanced { flows, rounds, error, jobs_scaled_by: margins.jobs_scaled_by };
    Ok(Attracted { balanced, cut: within.cut })
}

/// Step 1, with the diagonal or with zeros there.
fn pull(distances: &Distances, deterrence: Deterrence, with_own: bool) -> Dense {
    Dense::by_rows(distances.side(), |from, row| {
        for (cell, &km) in row.iter_mut().zip(distances.from(from)) {
            *cell = deterrence.at(km);
        }
        if !with_own {
            row[from.get()] = 0.0;
        }
    })
}
