//! `miedza estimate flows`: flows where nobody counted them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use miedza_workflows::delimitation::Source;
use miedza_workflows::estimate::{self, EstimateRequest, Form, Model};

use crate::terminal::{Outcome, Terminal};

/// Models what was not counted.
#[derive(Debug, Args)]
pub struct Estimate {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Model the flows between units from their residents, jobs and distances; the table says that it is modelled
    Flows(Box<FlowsArgs>),
}

/// Models the flows between units.
#[derive(Debug, Args)]
struct FlowsArgs {
    /// Table of units: code, lon and lat of the seat, employed residents, jobs, population
    #[arg(value_name = "UNITS")]
    units: PathBuf,

    /// Model: radiation has no parameter, gravity keeps residents and jobs, furness brings an old matrix to new ones
    #[arg(long, value_name = "M", value_parser = ["radiation", "gravity", "furness"])]
    model: String,

    /// Table of flows to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// Replace that file if it is there
    #[arg(long)]
    overwrite: bool,

    /// Flows of fewer persons are not written
    #[arg(long, value_name = "PERSONS", default_value_t = 0.1)]
    min_flow: f64,

    /// Share of employed residents who work in their own unit, 0 to 1; gravity finds them itself where it is not given
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true)]
    self_share: Option<f64>,

    /// Counted flows to learn the deterrence from and to hold the model against
    #[arg(long, value_name = "FLOWS")]
    calibrate: Option<PathBuf>,

    /// How the pull falls with kilometres: e^(-beta km), km^-beta, or km^alpha e^(-beta km)
    #[arg(long, value_name = "FORM", default_value = "exponential", value_parser = ["exponential", "power", "combined"], help_heading = "Gravity")]
    deterrence: String,

    /// Beta of the deterrence; learned from --calibrate where it is not given
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, help_heading = "Gravity")]
    beta: Option<f64>,

    /// Alpha of the combined deterrence
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, help_heading = "Gravity")]
    alpha: Option<f64>,

    /// What draws people in the radiation model
    #[arg(long, value_name = "FIGURE", default_value = "population", value_parser = ["population", "jobs"], help_heading = "Radiation")]
    mass: String,

    /// Old matrix; a pair without flow there keeps none
    #[arg(long, value_name = "FLOWS", help_heading = "Furness")]
    seed_flows: Option<PathBuf>,

    /// Employed residents, where the table of units does not name them
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Figures")]
    employed: Option<String>,

    /// Jobs, where the table of units does not name them
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Figures")]
    jobs: Option<String>,

    /// Population, where the table of units does not name it
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Figures")]
    population: Option<String>,
}

impl Estimate {
    /// Writes the table and tells what it holds.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let What::Flows(flows) = self.what;
        let done = estimate::estimate(&flows.into_request(), &terminal.teller())?;
        terminal.warn(&done.notes);
        terminal.answer(&done.summary, || done.told(terminal.language()));
        Ok(())
    }
}

impl FlowsArgs {
    fn into_request(self) -> EstimateRequest {
        let column = |text: Option<String>| text.as_deref().map(Source::from_argument);
        EstimateRequest {
            units: self.units,
            model: match self.model.as_str() {
                "radiation" => Model::Radiation,
                "furness" => Model::Furness,
                _ => Model::Gravity,
            },
            employed: column(self.employed),
            jobs: column(self.jobs),
            population: column(self.population),
            mass_is_jobs: self.mass == "jobs",
            calibrate: self.calibrate,
            form: match self.deterrence.as_str() {
                "power" => Form::Power,
                "combined" => Form::Combined,
                _ => Form::Exponential,
            },
            beta: self.beta,
            alpha: self.alpha,
            seed_flows: self.seed_flows,
            self_share: self.self_share,
            min_flow: self.min_flow,
            out: self.out,
            overwrite: self.overwrite,
        }
    }
}
