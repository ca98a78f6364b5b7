//! The radiation model: who looks for a job takes the nearest that is good enough, and what lies nearer decides.
//!
//! # Source
//! Simini, González, Maritan & Barabási (2012) *A universal model for mobility and migration patterns*, Nature 484; the
//! correction for a finite land: Masucci, Serras, Johansson & Batty (2013) *Gravity versus radiation models*.
//!
//! # Steps
//! 1. `L_i = O_i` less those who work in their own unit, which the model does not know.
//! 2. `s_ij`: mass of all units no farther from `i` than `j` is, without `i` and `j`.
//! 3. `T_ij = L_i · m_i m_j / ((m_i + s_ij)(m_i + m_j + s_ij))`.
//! 4. `T_ij` is divided by `1 − m_i / M`, `M` the mass of all units, since nobody can go beyond them.
//!
//! # Changes
//! Units equally far from `i`, to the metre, are all inside each other's `s`, so that their order does not matter; a row
//! then sums to less than `L_i`, and what is missing is told. With no ties a row sums to `L_i`. A unit without mass sends
//! nobody: of its residents too it is told that nothing is known.
//!
//! Cost: `O(n² log n)` for the sorting of distances, one matrix of memory.

use miedza_territory::{UnitIx, UnitVec};

use super::{Dense, Distances, Error, Own, Places, total};

/// What the model needs beside the figures of units.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Persons who live and work in the same unit; not [`Own::Modelled`].
    pub own: Own,
    /// Whether rows are stretched since nobody can leave the land (step 4).
    pub is_finite: bool,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { own: Own::Nobody, is_finite: true }
    }
}

/// Flows of the radiation model.
#[derive(Clone, Debug, PartialEq)]
pub struct Radiated {
    /// Persons of each pair, the diagonal included.
    pub flows: Dense,
    /// Persons whose destination the model does not tell: ties of distance, units without mass, step 4 left out.
    pub untold: f64,
    /// Units where the given diagonal was cut to their employed residents or jobs.
    pub cut: usize,
}

/// Models flows without any parameter of distance.
///
/// # Errors
/// [`Error`] for figures that do not fit, or where nobody lives, or for [`Own::Modelled`].
pub fn radiation(places: &Places, distances: &Distances, parameters: &Parameters) -> Result<Radiated, Error> {
    places.check()?;
    let within = parameters.own.within(places)?;
    let Some(own) = within.persons else {
        return Err(Error::OutOfRange { parameter: "self_share", value: f64::NAN, wanted: "given: radiation does not tell it" });
    };
    let (mass, all) = (places.mass.as_slice(), total(places.mass.as_slice()));
    if all <= 0.0 {
        return Err(Error::Nobody { what: "mass" });
    }
    let leaving: UnitVec<f64> = places.residents.enumerate().map(|(unit, residents)| residents - own[unit]).collect();
    let flows = Dense::by_rows(places.units.len(), |from, row| {
        let stay = if parameters.is_finite { 1.0 - mass[from.get()] / all } else { 1.0 };
        if stay > 0.0 && mass[from.get()] > 0.0 {
            spread(from, leaving[from] / stay, (mass, distances.from(from)), row);
        }
        row[from.get()] = own[from];
    });
    let sent = total(&flows.row_sums());
    let untold = (total(places.residents.as_slice()) - sent).max(0.0);
    Ok(Radiated { flows, untold, cut: within.cut })
}

/// Step 3 for one origin.
fn spread(from: UnitIx, leaving: f64, (mass, km): (&[f64], &[f64]), row: &mut [f64]) {
    let mut order: Vec<usize> = (0..row.len()).filter(|to| *to != from.get()).collect();
    order.sort_unstable_by(|one, other| km[*one].total_cmp(&km[*other]).then(one.cmp(other)));
    let (own, mut nearer) = (mass[from.get()], 0.0);
    for together in order.chunk_by(|one, other| km[*one].total_cmp(&km[*other]).is_eq()) {
        let around = nearer + together.iter().fold(0.0, |sum, to| sum + mass[*to]);
        for &to in together {
            let between = (around - mass[to]).max(0.0);
            row[to] = leaving * own * mass[to] / ((own + between) * (own + mass[to] + between));
        }
        nearer = around;
    }
}
