//! Bringing a matrix to given margins by turns: rows, columns, rows, columns. Also known as Furness, RAS or iterative
//! proportional fitting.
//!
//! # Source
//! Furness (1965) *Time function iteration*; Deming & Stephan (1940) *On a least squares adjustment of a sampled frequency
//! table*.
//!
//! # Steps
//! 1. The jobs are scaled to the employed residents, since both sums must be equal; the factor is told.
//! 2. A pair of 0 stays 0. A unit with persons and no pair above 0, and units tied among themselves only whose sums
//!    differ, are refused: no number of rounds would meet their margins.
//! 3. `A_i = O_i / Σ_j B_j s_ij`, `B_j = D_j / Σ_i A_i s_ij`, until no margin is missed by more than the tolerance times
//!    all persons.
//! 4. `T_ij = A_i B_j s_ij`.
//!
//! Where flows are short and the land is wide, step 3 creeps: each round mends margins of neighbours only. After some
//! rounds the factors are therefore sought by Newton's method (`search.rs`); they are the same.
//! Sums are taken in blocks of a fixed number of rows, in their order: any number of threads gives the same bytes.
//! Cost: `O(n²)` a round, one pass through the matrix.

use miedza_territory::{UnitIx, UnitVec, Units};
use rayon::prelude::*;

use super::search::Search;
use super::{Dense, Error, total};

/// Rows whose column sums are added up before those of other blocks.
const BLOCK: usize = 64;
/// Sums that run side by side within a row.
const LANES: usize = 8;

/// When to stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The largest error of a margin as a part of all persons, above 0.
    pub tolerance: f64,
    /// Most rounds, at least 1; each is one pass through the matrix.
    pub rounds: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { tolerance: 1e-10, rounds: 1000 }
    }
}

/// A matrix with the margins that were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Balanced {
    /// Persons of each pair.
    pub flows: Dense,
    /// Rounds that were needed.
    pub rounds: u32,
    /// The largest error of a margin, persons.
    pub error: f64,
    /// What the jobs were multiplied by so that there are as many as employed residents.
    pub jobs_scaled_by: f64,
}

/// Factors of rows and columns.
#[derive(Clone, Debug)]
pub(super) struct Factors {
    pub rows: Vec<f64>,
    pub columns: Vec<f64>,
}

/// Margins of equal sums.
#[derive(Clone, Debug)]
pub(super) struct Margins {
    pub residents: Vec<f64>,
    pub jobs: Vec<f64>,
    pub jobs_scaled_by: f64,
}

impl Margins {
    /// Scales the jobs (step 1).
    pub fn of(residents: &UnitVec<f64>, jobs: &UnitVec<f64>) -> Result<Self, Error> {
        let sums = (total(residents.as_slice()), total(jobs.as_slice()));
        if sums.0 <= 0.0 {
            return Err(Error::Nobody { what: "employed residents" });
        }
        if sums.1 <= 0.0 {
            return Err(Error::Nobody { what: "jobs" });
        }
        let jobs_scaled_by = sums.0 / sums.1;
        let jobs = jobs.iter().map(|jobs| jobs * jobs_scaled_by).collect();
        Ok(Self { residents: residents.as_slice().to_vec(), jobs, jobs_scaled_by })
    }
}

/// Brings a matrix to the margins of its units.
///
/// # Errors
/// [`Error::NoWay`], [`Error::Apart`] or [`Error::NotMet`] where pairs without flow stand in the way, [`Error::OutOfRange`]
/// for limits that are none, [`Error::WrongLength`], [`Error::NotACount`], [`Error::Nobody`].
pub fn balance(
    units: &Units,
    seed: Dense,
    residents: &UnitVec<f64>,
    jobs: &UnitVec<f64>,
    limits: Limits,
) -> Result<Balanced, Error> {
    for (what, given) in [("employed residents", residents.len()), ("jobs", jobs.len()), ("flows", seed.side())] {
        if given != units.len() {
            return Err(Error::WrongLength { what, given, units: units.len() });
        }
    }
    super::counts("employed residents", residents, units)?;
    super::counts("jobs", jobs, units)?;
    let margins = Margins::of(residents, jobs)?;
    refuse_impossible(units, &seed, &margins)?;
    let (factors, rounds, error) = factors(units, &seed, &margins, (limits, None))?;
    Ok(Balanced { flows: applied(seed, &factors), rounds, error, jobs_scaled_by: margins.jobs_scaled_by })
}

/// Step 4.
pub(super) fn applied(mut seed: Dense, factors: &Factors) -> Dense {
    seed.change_rows(|from, row| {
        let own = factors.rows[from.get()];
        for (cell, column) in row.iter_mut().zip(&factors.columns) {
            *cell *= own * column;
        }
    });
    seed
}

/// Step 3, from given factors or from 1.
pub(super) fn factors(
    units: &Units,
    seed: &Dense,
    margins: &Margins,
    (limits, start): (Limits, Option<&Factors>),
) -> Result<(Factors, u32, f64), Error> {
    check(limits)?;
    let allowed = limits.tolerance * total(&margins.residents);
    let mut search = Search::from(start.map_or_else(|| ones(&margins.jobs), |start| start.columns.clone()));
    let mut worst = (f64::INFINITY, 0);
    while search.passes < limits.rounds {
        let turn = Turn::of(seed, margins, &search.columns);
        search.passes += 1;
        worst = worst_of(&turn.sums, &margins.jobs);
        if worst.0 <= allowed {
            return Ok((Factors { rows: turn.rows, columns: search.columns }, search.passes, worst.0));
        }
        if !worst.0.is_finite() {
            break;
        }
        search.go_on(seed, margins, &turn, (worst.0, limits.rounds));
    }
    let unit = units.code(UnitIx::new(worst.1)).clone();
    Err(Error::NotMet { rounds: limits.rounds, persons: worst.0, unit })
}

fn ones(of: &[f64]) -> Vec<f64> {
    of.iter().map(|persons| if *persons > 0.0 { 1.0 } else { 0.0 }).collect()
}

fn check(limits: Limits) -> Result<(), Error> {
    if limits.tolerance <= 0.0 || !limits.tolerance.is_finite() {
        return Err(Error::OutOfRange { parameter: "tolerance", value: limits.tolerance, wanted: "above 0" });
    }
    if limits.rounds == 0 {
        return Err(Error::OutOfRange { parameter: "rounds", value: 0.0, wanted: "1 or more" });
    }
    Ok(())
}

/// The largest error of a margin and where it is, the first of equal ones.
fn worst_of(sums: &[f64], wanted: &[f64]) -> (f64, usize) {
    let errors = sums.iter().zip(wanted).map(|(sum, wanted)| (sum - wanted).abs()).enumerate();
    errors.fold((0.0, 0), |worst, (at, error)| if error > worst.0 || error.is_nan() { (error, at) } else { worst })
}

/// One pass through the matrix: the factor of each row that meets its margin, and the sums of columns that follow.
pub(super) struct Turn {
    pub rows: Vec<f64>,
    pub sums: Vec<f64>,
}

impl Turn {
    fn of(seed: &Dense, margins: &Margins, columns: &[f64]) -> Self {
        let factor = |row: usize, reached: f64| if reached > 0.0 { margins.residents[row] / reached } else { 0.0 };
        let (rows, mut sums) = pass(seed, columns, factor);
        sums.iter_mut().zip(columns).for_each(|(sum, column)| *sum *= column);
        Self { rows, sums }
    }
}

/// One pass: `weigh` makes a factor of each row from `Σ_j s_ij x_j`; those factors, and `Σ_i factor_i s_ij`.
pub(super) fn pass(seed: &Dense, x: &[f64], weigh: impl Fn(usize, f64) -> f64 + Sync) -> (Vec<f64>, Vec<f64>) {
    let side = seed.side();
    let of_block = |block: usize| {
        let (mut factors, mut sums) = (Vec::with_capacity(BLOCK), vec![0.0; side]);
        for row in block * BLOCK..side.min((block + 1) * BLOCK) {
            let cells = seed.row(UnitIx::new(row));
            let factor = weigh(row, dot(cells, x));
            factors.push(factor);
            if factor != 0.0 {
                sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += factor * cell);
            }
        }
        (factors, sums)
    };
    let blocks: Vec<(Vec<f64>, Vec<f64>)> = (0..side.div_ceil(BLOCK)).into_par_iter().map(of_block).collect();
    let mut sums = vec![0.0; side];
    for (_, of_block) in &blocks {
        sums.iter_mut().zip(of_block).for_each(|(sum, other)| *sum += other);
    }
    (blocks.into_iter().flat_map(|(factors, _)| factors).collect(), sums)
}

/// Sum of products in a fixed order: eight sums side by side, then these.
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut sums = [0.0; LANES];
    let (ones, others) = (one.chunks_exact(LANES), other.chunks_exact(LANES));
    let rest = ones.remainder().iter().zip(others.remainder()).fold(0.0, |sum, (one, other)| sum + one * other);
    for (one, other) in ones.zip(others) {
        for lane in 0..LANES {
            sums[lane] += one[lane] * other[lane];
        }
    }
    total(&sums) + rest
}

/// Step 2.
pub(super) fn refuse_impossible(units: &Units, seed: &Dense, margins: &Margins) -> Result<(), Error> {
    let mut group: Vec<usize> = (0..2 * units.len()).collect();
    let (mut sends, mut takes) = (vec![false; units.len()], vec![false; units.len()]);
    for from in seed.indices().filter(|from| margins.residents[from.get()] > 0.0) {
        for (to, cell) in seed.row(from).iter().enumerate() {
            if *cell > 0.0 && margins.jobs[to] > 0.0 {
                (sends[from.get()], takes[to]) = (true, true);
                join(&mut group, from.get(), units.len() + to);
            }
        }
    }
    let lonely = |persons: &[f64], tied: &[bool]| (0..units.len()).find(|&unit| persons[unit] > 0.0 && !tied[unit]);
    for (what, persons, tied) in [("employed residents", &margins.residents, &sends), ("jobs", &margins.jobs, &takes)] {
        if let Some(unit) = lonely(persons, tied) {
            return Err(Error::NoWay { unit: units.code(UnitIx::new(unit)).clone(), what, persons: persons[unit] });
        }
    }
    refuse_apart(units, &mut group, margins)
}

fn refuse_apart(units: &Units, group: &mut [usize], margins: &Margins) -> Result<(), Error> {
    let side = units.len();
    let (mut residents, mut jobs) = (vec![0.0; 2 * side], vec![0.0; 2 * side]);
    for unit in 0..side {
        residents[root(group, unit)] += margins.residents[unit];
        jobs[root(group, side + unit)] += margins.jobs[unit];
    }
    let allowed = 1e-9 * total(&margins.residents);
    let apart = (0..side).map(|unit| (unit, root(group, unit)));
    match apart.into_iter().find(|(_, root)| (residents[*root] - jobs[*root]).abs() > allowed) {
        Some((unit, root)) => {
            let unit = units.code(UnitIx::new(unit)).clone();
            Err(Error::Apart { unit, residents: residents[root], jobs: jobs[root] })
        }
        None => Ok(()),
    }
}

fn root(group: &mut [usize], mut member: usize) -> usize {
    while group[member] != member {
        group[member] = group[group[member]];
        member = group[member];
    }
    member
}

fn join(group: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(group, one), root(group, other));
    group[one.max(other)] = one.min(other);
}
