//! What an analyst asks for when flows are to be modelled.

use std::path::PathBuf;

use miedza_delimitation::estimate::calibration;
use miedza_delimitation::estimate::gravity::Deterrence;
use miedza_sources::units::Source;
use miedza_texts::{Message, key};
use serde::Serialize;

use crate::failure::Failure;

/// A model of flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Without any parameter of distance.
    Radiation,
    /// Residents and jobs kept, a deterrence of distance.
    Gravity,
    /// An old matrix brought to new residents and jobs.
    Furness,
}

impl Model {
    /// Its name in options and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Radiation => "radiation",
            Self::Gravity => "gravity",
            Self::Furness => "furness",
        }
    }
}

/// A form of deterrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `e^(−βd)`.
    Exponential,
    /// `d^−β`.
    Power,
    /// `d^α e^(−βd)`.
    Combined,
}

impl From<Form> for calibration::Form {
    fn from(form: Form) -> Self {
        match form {
            Form::Exponential => Self::Exponential,
            Form::Power => Self::Power,
            Form::Combined => Self::Combined,
        }
    }
}

/// What an analyst asks for.
#[derive(Clone, Debug)]
pub struct EstimateRequest {
    /// Table of units: code, seat, employed residents, jobs, population.
    pub units: PathBuf,
    /// The model.
    pub model: Model,
    /// Employed residents by unit, where they are not in the table of units under a known name.
    pub employed: Option<Source>,
    /// Jobs by unit, likewise.
    pub jobs: Option<Source>,
    /// What draws people in the radiation model, likewise: population, or the jobs where it is not given.
    pub population: Option<Source>,
    /// Whether jobs draw people in the radiation model, not population.
    pub mass_is_jobs: bool,
    /// Counted flows to learn the deterrence from and to hold the model against.
    pub calibrate: Option<PathBuf>,
    /// Form of the deterrence.
    pub form: Form,
    /// `β`; learned where `None`.
    pub beta: Option<f64>,
    /// `α` of the combined form.
    pub alpha: Option<f64>,
    /// Old matrix for `furness`.
    pub seed_flows: Option<PathBuf>,
    /// Share of employed residents who work in their own unit, 0 to 1.
    pub self_share: Option<f64>,
    /// Persons who live and work in the same unit, by unit, instead of a share.
    pub own: Option<Source>,
    /// Flows of fewer persons are not written.
    pub min_flow: f64,
    /// Table to write.
    pub out: PathBuf,
    /// Whether that table may be replaced.
    pub overwrite: bool,
}

impl EstimateRequest {
    /// Refuses numbers out of their range and options that contradict each other.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if let Some(share) = self.self_share.filter(|share| !(0.0..=1.0).contains(share)) {
            return Err(Failure::option("--self-share", share, [0.0, 1.0]));
        }
        let falls = |beta: f64| self.form == Form::Combined || beta >= 0.0;
        if let Some(beta) = self.beta.filter(|&beta| beta.is_finite() && !falls(beta)) {
            let told = Message::new(key::FAILURE_ESTIMATE_OPTION).with("option", "--beta").with("value", beta.to_string());
            return Err(Failure::invalid(told, key::HINT_BETA_BELOW));
        }
        let finite = |value: f64| value.is_finite();
        let numbers = [
            ("--min-flow", Some(self.min_flow), self.min_flow >= 0.0 && finite(self.min_flow)),
            ("--beta", self.beta, self.beta.is_none_or(finite)),
            ("--alpha", self.alpha, self.alpha.is_none_or(finite)),
        ];
        if let Some((option, value, _)) = numbers.into_iter().find(|(.., fits)| !fits) {
            let told = Message::new(key::FAILURE_ESTIMATE_OPTION).with("option", option);
            let told = told.with("value", value.unwrap_or(f64::NAN).to_string());
            return Err(Failure::invalid(told, key::HINT_ESTIMATE_HELP));
        }
        if self.alpha.is_some() != (self.form == Form::Combined && self.beta.is_some()) {
            return Err(Failure::invalid(key::FAILURE_ALPHA, key::HINT_ALPHA));
        }
        Ok(())
    }

    /// The deterrence, where it is given in full.
    pub(super) fn given_deterrence(&self) -> Option<Deterrence> {
        let beta = self.beta?;
        Some(match self.form {
            Form::Exponential => Deterrence::Exponential { beta },
            Form::Power => Deterrence::Power { beta },
            Form::Combined => Deterrence::Combined { alpha: self.alpha?, beta },
        })
    }
}
