//! What a program may want to know of modelled flows. Names of members are part of the promise.

use std::path::PathBuf;

use miedza_delimitation::estimate::calibration::Calibrated;
use miedza_delimitation::estimate::fit::Fit;
use miedza_delimitation::estimate::gravity::Deterrence;
use miedza_sources::commuting::Reading;
use miedza_territory::{Flows, Provenance, UnitCode};
use serde::Serialize;

use super::request::{EstimateRequest, Model};
use super::table::Table;
use super::Made;
use crate::delimitation::summarise::PROGRAM;
use crate::delimitation::summary::Program;

/// A summary of modelled flows.
#[derive(Debug, Serialize)]
pub struct Estimated {
    /// What made it.
    pub program: Program,
    /// The model.
    pub model: Model,
    /// Always true: these flows were never counted.
    pub modelled: bool,
    /// The table of flows.
    pub file: PathBuf,
    /// The files read, with hashes.
    pub inputs: Vec<Provenance>,
    /// Share of employed residents said to work in their own unit; `null` where the model tells, or nobody does.
    pub self_share: Option<f64>,
    /// Flows of fewer persons were not written.
    pub min_flow: f64,
    /// Units that took part.
    pub units: usize,
    /// Units that lack a figure or a seat.
    pub left_out: Vec<UnitCode>,
    /// Persons and pairs.
    pub totals: Totals,
    /// Passes through the matrix until the margins were met; `null` for radiation.
    pub rounds: Option<u32>,
    /// The largest error of a margin in persons; `null` for radiation.
    pub margin_error: Option<f64>,
    /// How the pull falls with distance; `null` for models without it.
    pub deterrence: Option<DeterrenceSummary>,
    /// How it was learned; `null` where it was given.
    pub calibration: Option<Calibration>,
    /// How near the model comes to the counted flows; `null` without any.
    pub fit: Option<Fit>,
}

/// Persons and pairs.
#[derive(Debug, Serialize)]
pub struct Totals {
    /// Employed residents.
    pub residents: f64,
    /// Jobs as given.
    pub jobs: f64,
    /// What jobs were multiplied by so that there are as many as employed residents.
    pub jobs_scaled_by: f64,
    /// Pairs written.
    pub pairs: usize,
    /// Persons written.
    pub persons: f64,
    /// Of them, who live and work in the same unit.
    pub internal: f64,
    /// Persons in flows too small to be written.
    pub below_min_flow: f64,
    /// Persons whose destination the model does not tell.
    pub untold: f64,
}

/// How the pull falls with distance in kilometres.
#[derive(Debug, Serialize)]
pub struct DeterrenceSummary {
    /// `exponential`, `power` or `combined`.
    pub form: &'static str,
    /// `α`; `null` but for the combined form.
    pub alpha: Option<f64>,
    /// `β`.
    pub beta: f64,
}

/// How the deterrence was learned.
#[derive(Debug, Serialize)]
pub struct Calibration {
    /// Models made on the way.
    pub models: u32,
    /// Mean distance of the counted flows, kilometres.
    pub counted_km: f64,
    /// Mean distance of the model with their margins.
    pub modelled_km: f64,
}

impl From<Deterrence> for DeterrenceSummary {
    fn from(deterrence: Deterrence) -> Self {
        let (alpha, beta) = match deterrence {
            Deterrence::Exponential { beta } | Deterrence::Power { beta } => (None, beta),
            Deterrence::Combined { alpha, beta } => (Some(alpha), beta),
        };
        Self { form: deterrence.name(), alpha, beta }
    }
}

impl From<Calibrated> for Calibration {
    fn from(found: Calibrated) -> Self {
        Self { models: found.models, counted_km: found.counted_km, modelled_km: found.modelled_km }
    }
}

impl Estimated {
    pub(super) fn of(
        request: &EstimateRequest,
        table: &Table,
        made: &Made,
        ((flows, below), fit, inputs): (&(Flows, f64), Option<Fit>, &[Reading]),
    ) -> Self {
        let places = &table.places;
        let files = table.files.iter().cloned().chain(inputs.iter().map(|reading| reading.provenance.clone()));
        Self {
            program: PROGRAM,
            model: request.model,
            modelled: true,
            file: request.out.clone(),
            inputs: files.collect(),
            self_share: request.self_share,
            min_flow: request.min_flow,
            units: places.units.len(),
            left_out: table.left_out.clone(),
            totals: Totals {
                residents: places.residents.iter().sum(),
                jobs: places.jobs.iter().sum(),
                jobs_scaled_by: made.jobs_scaled_by,
                pairs: flows.len(),
                persons: flows.total(),
                internal: flows.units().indices().map(|unit| flows.internal(unit)).sum(),
                below_min_flow: *below,
                untold: made.untold,
            },
            rounds: made.rounds.map(|(rounds, _)| rounds),
            margin_error: made.rounds.map(|(_, error)| error),
            deterrence: made.deterrence.map(Into::into),
            calibration: made.calibrated.map(Into::into),
            fit,
        }
    }
}
