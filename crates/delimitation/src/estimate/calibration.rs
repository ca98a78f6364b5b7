//! The parameters of distance, learned from counted flows by maximum likelihood.
//!
//! # Source
//! Hyman (1969) *The calibration of trip distribution models*, Environment and Planning 1; Wilson (1971). The doubly
//! constrained model is a Poisson regression with one factor for each origin and each destination, so that likelihood is
//! largest where the model has the same mean as the counted flows: of the distance for `e^(−βd)`, of its logarithm for
//! `d^−β`, of both for `d^α e^(−βd)`.
//!
//! # Steps
//! 1. Margins and means of the counted flows, persons in their own unit left out unless the model finds those too.
//! 2. The model with these margins; its means.
//! 3. A step of Newton's towards equal means, slopes by differences; halved while it leads away.
//!
//! Until the means agree to one part in a hundred million. Cost: some ten models of `estimate::gravity`, each started from
//! the factors of the last.

use miedza_territory::{Flows, UnitIx};
use rayon::prelude::*;

use super::furness::{self, Factors, Limits, Margins};
use super::gravity::Deterrence;
use super::{Dense, Distances, Error};

/// Which deterrence is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `e^(−βd)`.
    Exponential,
    /// `d^−β`.
    Power,
    /// `d^α e^(−βd)`.
    Combined,
}

/// Means agree when they differ by less than this: parts of the mean distance, and of 1 for its logarithm.
const AGREED: f64 = 1e-8;
/// Most steps.
const STEPS: u32 = 60;
/// A parameter moves by this part for its slope.
const NUDGE: f64 = 1e-3;

/// A deterrence that reaches as far as counted flows do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibrated {
    /// The deterrence.
    pub deterrence: Deterrence,
    /// How many models were made on the way.
    pub models: u32,
    /// Mean distance of the counted flows, kilometres.
    pub counted_km: f64,
    /// Mean distance of the model, kilometres.
    pub modelled_km: f64,
}

/// What is learned from: which flows, and whether persons in their own unit are among them.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// The counted flows.
    pub flows: &'a Flows,
    /// Whether the model finds persons in their own unit too, so that they are learned from.
    pub with_own: bool,
}

/// Finds the parameters of a form of deterrence.
///
/// # Errors
/// [`Error::NothingToLearn`], [`Error::NotCalibrated`], or what the models on the way meet.
pub fn calibrate(counted: Counted<'_>, distances: &Distances, form: Form, limits: Limits) -> Result<Calibrated, Error> {
    let units = counted.flows.units().len();
    if distances.side() != units {
        return Err(Error::WrongLength { what: "distances", given: distances.side(), units });
    }
    let mut ground = Ground::of(counted, distances, limits)?;
    let mut at = form.beginning(ground.counted.km);
    let mut error = ground.error(form, &at)?;
    for _ in 0..STEPS {
        if size(&error) < AGREED {
            break;
        }
        // Far from the end margins need not be met to the last digit.
        ground.limits.tolerance = limits.tolerance.max(1e-6 * size(&error));
        let Some((next, next_error)) = ground.step(form, &at, &error)? else { break };
        (at, error) = (next, next_error);
    }
    let (counted_km, modelled_km) = (ground.counted.km, ground.last.km);
    if size(&error) >= AGREED {
        let deterrence = form.with(&at).name();
        return Err(Error::NotCalibrated { deterrence, wanted_km: counted_km, found_km: modelled_km });
    }
    Ok(Calibrated { deterrence: form.with(&at), models: ground.models, counted_km, modelled_km })
}

impl Form {
    /// Where the search begins: one and a half over the mean distance, as Hyman has it, and a first power.
    fn beginning(self, mean_km: f64) -> Vec<f64> {
        let beta = 1.5 / mean_km;
        match self {
            Self::Exponential => vec![beta],
            Self::Power => vec![1.0],
            Self::Combined => vec![0.0, beta],
        }
    }

    fn with(self, at: &[f64]) -> Deterrence {
        match self {
            Self::Exponential => Deterrence::Exponential { beta: at[0] },
            Self::Power => Deterrence::Power { beta: at[0] },
            Self::Combined => Deterrence::Combined { alpha: at[0], beta: at[1] },
        }
    }
}

/// Mean distance in kilometres, and mean of its logarithm.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Means {
    km: f64,
    logarithm: f64,
}

struct Ground<'a> {
    counted_flows: Counted<'a>,
    distances: &'a Distances,
    logarithms: Option<Dense>,
    margins: Margins,
    counted: Means,
    last: Means,
    factors: Option<Factors>,
    limits: Limits,
    models: u32,
}

impl<'a> Ground<'a> {
    /// Step 1.
    fn of(counted_flows: Counted<'a>, distances: &'a Distances, limits: Limits) -> Result<Self, Error> {
        let units = counted_flows.flows.units().len();
        let (mut residents, mut jobs) = (vec![0.0; units], vec![0.0; units]);
        let (mut persons, mut km, mut logarithm) = (0.0, 0.0, 0.0);
        for flow in counted_flows.flows.iter().filter(|flow| counted_flows.with_own || flow.from != flow.to) {
            let distance = distances.from(flow.from)[flow.to.get()];
            residents[flow.from.get()] += flow.persons;
            jobs[flow.to.get()] += flow.persons;
            persons += flow.persons;
            km += flow.persons * distance;
            logarithm += flow.persons * libm::log(distance);
        }
        if persons <= 0.0 {
            return Err(Error::NothingToLearn);
        }
        let counted = Means { km: km / persons, logarithm: logarithm / persons };
        let margins = Margins { residents, jobs, jobs_scaled_by: 1.0 };
        Ok(Self {
            counted_flows,
            distances,
            logarithms: None,
            margins,
            counted,
            last: counted,
            factors: None,
            limits,
            models: 0,
        })
    }

    /// Step 2: how far the means of the model are from those of the counted flows, one number per parameter.
    fn error(&mut self, form: Form, at: &[f64]) -> Result<Vec<f64>, Error> {
        let seed = self.pull(form, form.with(at).slopes());
        let units = self.counted_flows.flows.units();
        let (factors, ..) = furness::factors(units, &seed, &self.margins, (self.limits, self.factors.as_ref()))?;
        self.last = self.means(&seed, &factors);
        self.factors = Some(factors);
        self.models += 1;
        let of_distance = self.last.km / self.counted.km - 1.0;
        let of_logarithm = self.last.logarithm - self.counted.logarithm;
        Ok(match form {
            Form::Exponential => vec![of_distance],
            Form::Power => vec![of_logarithm],
            Form::Combined => vec![of_logarithm, of_distance],
        })
    }

    fn pull(&mut self, form: Form, [of_logarithm, of_distance]: [f64; 2]) -> Dense {
        if form != Form::Exponential && self.logarithms.is_none() {
            self.logarithms = Some(self.distances.logarithms());
        }
        let (logarithms, margins) = (self.logarithms.as_ref(), &self.margins);
        Dense::by_rows(self.distances.side(), |from, row| {
            if margins.residents[from.get()] <= 0.0 {
                return;
            }
            for (to, (cell, km)) in row.iter_mut().zip(self.distances.from(from)).enumerate() {
                let by_logarithm = logarithms.map_or(0.0, |all| of_logarithm * all.row(from)[to]);
                *cell = libm::exp(of_distance * km + by_logarithm);
            }
            if !self.counted_flows.with_own {
                row[from.get()] = 0.0;
            }
        })
    }

    fn means(&self, seed: &Dense, factors: &Factors) -> Means {
        let of_row = |row: usize| {
            let from = UnitIx::new(row);
            let (mut persons, mut km, mut logarithm) = (0.0, 0.0, 0.0);
            for (to, (cell, distance)) in seed.row(from).iter().zip(self.distances.from(from)).enumerate() {
                let here = factors.rows[row] * cell * factors.columns[to];
                persons += here;
                km += here * distance;
                logarithm += self.logarithms.as_ref().map_or(0.0, |all| here * all.row(from)[to]);
            }
            [persons, km, logarithm]
        };
        let rows: Vec<[f64; 3]> = (0..seed.side()).into_par_iter().map(of_row).collect();
        let [persons, km, logarithm] =
            rows.iter().fold([0.0; 3], |sums, row| [sums[0] + row[0], sums[1] + row[1], sums[2] + row[2]]);
        Means { km: km / persons, logarithm: logarithm / persons }
    }

    /// Step 3; `None` where no step leads nearer.
    fn step(&mut self, form: Form, at: &[f64], error: &[f64]) -> Result<Option<(Vec<f64>, Vec<f64>)>, Error> {
        let mut slopes = Vec::new();
        for parameter in 0..at.len() {
            let mut nudged = at.to_vec();
            let by = NUDGE * at[parameter].abs().max(1.0 / self.counted.km);
            nudged[parameter] += by;
            let other = self.error(form, &nudged)?;
            slopes.push(other.iter().zip(error).map(|(other, here)| (other - here) / by).collect::<Vec<f64>>());
        }
        let Some(mut way) = solve(&slopes, error) else { return Ok(None) };
        for _ in 0..40 {
            let next: Vec<f64> = at.iter().zip(&way).map(|(at, way)| at - way).collect();
            // A step too far makes a model whose margins cannot be met; so does none that is nearer.
            if let Ok(found) = self.error(form, &next)
                && size(&found) < size(error)
            {
                return Ok(Some((next, found)));
            }
            way.iter_mut().for_each(|way| *way /= 2.0);
        }
        Ok(None)
    }
}

/// The way `w` with `Σ_p slopes_p w_p = error`, for one or two parameters.
fn solve(slopes: &[Vec<f64>], error: &[f64]) -> Option<Vec<f64>> {
    let way = match slopes {
        [one] => vec![error[0] / one[0]],
        [one, other] => {
            let span = one[0] * other[1] - other[0] * one[1];
            vec![(error[0] * other[1] - other[0] * error[1]) / span, (one[0] * error[1] - error[0] * one[1]) / span]
        }
        _ => return None,
    };
    way.iter().all(|way| way.is_finite()).then_some(way)
}

fn size(error: &[f64]) -> f64 {
    error.iter().fold(0.0, |most, error| if error.is_finite() { error.abs().max(most) } else { f64::INFINITY })
}
