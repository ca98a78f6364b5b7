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

/// Expected by the gravity of classes of distance, in persons both ways, times `scale`.
pub fn gravity(places: &Places<'_>, class_km: f64, scale: f64) -> Pairs {
    let units: Vec<UnitIx> = places.flows.units().indices().collect();
    let leaving: Vec<f64> = units.iter().map(|&unit| places.leaving(unit)).collect();
    let arriving: Vec<f64> = units.iter().map(|&unit| places.arriving(unit)).collect();
    let mut cells = places.distances();
    let class = |kilometres: f64| (kilometres / class_km).floor();
    let mut classes: std::collections::BTreeMap<u64, [f64; 2]> = std::collections::BTreeMap::new();
    for (&from, row) in units.iter().zip(cells.chunks_exact(units.len())) {
        for (&to, &kilometres) in units.iter().zip(row).filter(|&(&to, _)| to != from) {
            let sums = classes.entry(class(kilometres).to_bits()).or_default();
            sums[1] += leaving[from.get()] * arriving[to.get()];
        }
        for (to, persons) in places.flows.leaving(from).filter(|&(to, _)| to != from) {
            classes.entry(class(row[to.get()]).to_bits()).or_default()[0] += persons;
        }
    }
    for (from, row) in cells.chunks_exact_mut(units.len().max(1)).enumerate() {
        for (to, cell) in row.iter_mut().enumerate() {
            let [persons, product] = classes.get(&class(*cell).to_bits()).copied().unwrap_or_default();
            let deterrence = if product > 0.0 && from != to { persons / product } else { 0.0 };
            *cell = scale * deterrence * (leaving[from] * arriving[to] + leaving[to] * arriving[from]);
        }
    }
    Pairs { nodes: units.len(), cells }
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
