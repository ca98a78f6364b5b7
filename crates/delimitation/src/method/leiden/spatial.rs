//! Null models with distance: how many commuters two units would exchange if only their size and place mattered.
//!
//! Both leave out those who work where they live: the flows compared are those between different units, and so are the
//! sums of each unit (`O_i` leave it, `D_j` come to it).
//!
//! `gravity` is the empirical form of Expert et al. (2011): `P_ij = O_i · D_j · h(d_ij)`, where `h` is read off the flows
//! themselves by classes of distance, `h(d) = Σ f_ij / Σ O_i · D_j` over the pairs of a class. It has no exponent to fit,
//! and in every class as many persons are expected as there are; the sums of single units are not forced.
//!
//! `radiation` is that of Simini et al. (2012): `P_ij = O_i · p_ij / Σ_k p_ik`,
//! `p_ij = m_i · m_j / ((m_i + s_ij) · (m_i + m_j + s_ij))`, where `m` are jobs (at least 1) and `s_ij` the jobs not farther
//! from `i` than `j` is, those of `i` and `j` left out; units at equal distance count as not farther. The division makes
//! each unit's sum that of those who leave it.
//!
//! A full matrix is kept, so the number of units is limited.

use geo_types::Point;
use miedza_territory::{Flows, UnitIx, UnitVec};
use rayon::prelude::*;

use super::expected::Pairs;
use crate::distance::kilometres;
use crate::error::Error;
use crate::method::Input;

/// Most units that a model with distance takes: its matrix then fills 200 MB.
pub const MOST_UNITS: usize = 5000;

/// Where and how large units are.
pub struct Places<'a> {
    flows: &'a Flows,
    seats: Vec<Point>,
}

impl<'a> Places<'a> {
    /// The places of all units; a unit that exchanges nobody needs none.
    ///
    /// # Errors
    /// [`Error::NeedsFigures`] without seats, [`Error::TooManyUnits`] above [`MOST_UNITS`].
    pub fn of(input: &Input<'a>) -> Result<Self, Error> {
        let (flows, units) = (input.flows, input.flows.units());
        if units.len() > MOST_UNITS {
            return Err(Error::TooManyUnits { parameter: "quality", units: units.len(), most: MOST_UNITS });
        }
        let missing = Error::NeedsFigures { parameter: "quality", figures: "the seats" };
        let seats = input.seats.ok_or_else(|| missing.clone())?;
        let place = |unit| seat(flows, seats, unit).ok_or_else(|| missing.clone());
        Ok(Self { flows, seats: units.indices().map(place).collect::<Result<_, _>>()? })
    }

    fn units(&self) -> usize {
        self.seats.len()
    }

    /// Persons who leave a unit for another.
    fn leaving(&self, unit: UnitIx) -> f64 {
        self.flows.leaving(unit).filter(|&(other, _)| other != unit).fold(0.0, |sum, (_, persons)| sum + persons)
    }

    /// Persons who come to a unit from another.
    fn arriving(&self, unit: UnitIx) -> f64 {
        self.flows.arriving(unit).filter(|&(other, _)| other != unit).fold(0.0, |sum, (_, persons)| sum + persons)
    }

    /// Kilometres between all pairs, row by row.
    fn distances(&self) -> Vec<f64> {
        let mut cells = vec![0.0; self.units() * self.units()];
        cells.par_chunks_mut(self.units().max(1)).zip(&self.seats).for_each(|(row, &from)| {
            for (cell, &to) in row.iter_mut().zip(&self.seats) {
                *cell = kilometres(from, to);
            }
        });
        cells
    }
}

/// The seat of a unit; anywhere for one that exchanges nobody, since nothing is expected of it.
fn seat(flows: &Flows, seats: &UnitVec<Option<Point>>, unit: UnitIx) -> Option<Point> {
    let is_closed = flows.leaving(unit).chain(flows.arriving(unit)).all(|(other, _)| other == unit);
    seats[unit].or_else(|| is_closed.then(|| Point::new(0.0, 0.0)))
}

/// More classes of distance than this are not told apart.
const MOST_CLASSES: f64 = 100_000.0;

/// The class of a distance, counted from 0.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "distances are 0 or more, and the classes are capped"
)]
fn class(kilometres: f64, class_km: f64) -> usize {
    (kilometres / class_km).min(MOST_CLASSES) as usize
}

/// How readily people commute over the distances of each class: persons for each product of those who leave and arrive.
fn deterrence(places: &Places<'_>, distances: &[f64], class_km: f64, [leaving, arriving]: [&[f64]; 2]) -> Vec<f64> {
    let units = leaving.len();
    let most = distances.iter().fold(0, |most, &kilometres| class(kilometres, class_km).max(most));
    let (mut persons, mut products) = (vec![0.0; most + 1], vec![0.0; most + 1]);
    for (from, row) in distances.chunks_exact(units.max(1)).enumerate() {
        for (to, &kilometres) in row.iter().enumerate().filter(|&(to, _)| to != from) {
            products[class(kilometres, class_km)] += leaving[from] * arriving[to];
        }
        for (to, there) in places.flows.leaving(UnitIx::new(from)).filter(|(to, _)| to.get() != from) {
            persons[class(row[to.get()], class_km)] += there;
        }
    }
    persons.iter().zip(&products).map(|(persons, product)| if *product > 0.0 { persons / product } else { 0.0 }).collect()
}

/// Expected by the gravity of classes of distance, in persons both ways, times `scale`.
pub fn gravity(places: &Places<'_>, class_km: f64, scale: f64) -> Pairs {
    let units = || places.flows.units().indices();
    let leaving: Vec<f64> = units().map(|unit| places.leaving(unit)).collect();
    let arriving: Vec<f64> = units().map(|unit| places.arriving(unit)).collect();
    let mut cells = places.distances();
    let deterrence = deterrence(places, &cells, class_km, [&leaving, &arriving]);
    cells.par_chunks_mut(leaving.len().max(1)).enumerate().for_each(|(from, row)| {
        for (to, cell) in row.iter_mut().enumerate() {
            let both = leaving[from] * arriving[to] + leaving[to] * arriving[from];
            *cell = if from == to { 0.0 } else { scale * deterrence[class(*cell, class_km)] * both };
        }
    });
    Pairs { nodes: leaving.len(), cells }
}

/// Expected by radiation, in persons both ways, times `scale`.
pub fn radiation(places: &Places<'_>, scale: f64) -> Pairs {
    let (units, flows) = (places.units(), places.flows);
    let jobs: Vec<f64> = flows.units().indices().map(|unit| flows.jobs(unit)).collect();
    let mut one_way = places.distances();
    one_way.par_chunks_mut(units.max(1)).enumerate().for_each(|(from, row)| {
        let leaving = places.leaving(UnitIx::new(from));
        absorb(row, from, &jobs);
        let sum = row.iter().fold(0.0, |sum, part| sum + part);
        let persons = if sum > 0.0 { scale * leaving / sum } else { 0.0 };
        row.iter_mut().for_each(|part| *part *= persons);
    });
    for from in 0..units {
        for to in 0..from {
            let both = one_way[from * units + to] + one_way[to * units + from];
            (one_way[from * units + to], one_way[to * units + from]) = (both, both);
        }
    }
    Pairs { nodes: units, cells: one_way }
}

/// Turns the distances from a unit into the chances `p_ij`.
fn absorb(row: &mut [f64], from: usize, jobs: &[f64]) {
    let mut near: Vec<usize> = (0..row.len()).filter(|&to| to != from).collect();
    near.sort_unstable_by(|&one, &other| row[one].total_cmp(&row[other]).then(one.cmp(&other)));
    let own = jobs[from].max(1.0);
    row[from] = 0.0;
    let mut passed = 0.0;
    for tied in near.chunk_by(|&one, &other| row[one].total_cmp(&row[other]).is_eq()).map(<[usize]>::to_vec).collect::<Vec<_>>() {
        passed += tied.iter().fold(0.0, |sum, &to| sum + jobs[to]);
        for to in tied {
            let (there, between) = (jobs[to], (passed - jobs[to]).max(0.0));
            row[to] = own * there / ((own + between) * (own + there + between));
        }
    }
}
