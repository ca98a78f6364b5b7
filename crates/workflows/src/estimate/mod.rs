//! Flows where nobody counted them: from a table of units to a flow table that says it is modelled.
//!
//! The models are those of `miedza_delimitation::estimate`; here tables are read, joined, written and told of.

mod request;
mod summary;
mod table;
mod told;

use std::fs;
use std::path::Path;

use miedza_delimitation::estimate::calibration::{Calibrated, Counted, calibrate};
use miedza_delimitation::estimate::fit::{Fit, fit};
use miedza_delimitation::estimate::furness::{Limits, balance};
use miedza_delimitation::estimate::gravity::{self, Deterrence, gravity};
use miedza_delimitation::estimate::radiation::{self, radiation};
use miedza_delimitation::estimate::{Dense, Distances, Own};
use miedza_sources::commuting::{self, Reading};
use miedza_territory::{Flows, UnitIx, Units};
use miedza_texts::{Message, key};

pub use request::{EstimateRequest, Form, Model};
pub use summary::Estimated;

use self::table::Table;
use crate::Tell;
use crate::failure::{self, Failure};
use crate::listing;

/// What an estimate came to.
#[derive(Debug)]
pub struct Done {
    /// The summary.
    pub summary: Estimated,
    /// What a reader should know.
    pub notes: Vec<Message>,
}

/// What a model gave.
struct Made {
    flows: Dense,
    /// Passes through the matrix, and the largest error of a margin.
    rounds: Option<(u32, f64)>,
    jobs_scaled_by: f64,
    /// Persons whose destination the model does not tell.
    untold: f64,
    /// Units where persons who stay were cut to residents or jobs.
    cut: usize,
    deterrence: Option<Deterrence>,
    calibrated: Option<Calibrated>,
}

/// Models the flows between the units of a table and writes them as a flow table that says so.
///
/// # Errors
/// [`Failure`] with what was refused, why, and the way out; nothing is written then.
pub fn estimate(request: &EstimateRequest, tell: Tell) -> Result<Done, Failure> {
    request.check()?;
    if request.out.exists() && !request.overwrite {
        return Err(Failure::exists(&request.out));
    }
    tell(&Message::new(key::STAGE_READING).with("file", request.units.display().to_string()));
    let table = Table::read(request)?;
    let units = &table.places.units;
    let counted = request.calibrate.as_deref().map(|file| read_flows(file, units)).transpose()?;
    let seed = request.seed_flows.as_deref().map(|file| read_flows(file, units)).transpose()?;
    tell(&Message::new(key::STAGE_METHOD).with("method", request.model.name()));
    let distances = Distances::between(table.places.seats.as_slice());
    let made = model(request, &table, &distances, (counted.as_ref(), seed.as_ref()))?;
    let kept = made.flows.flows(units, request.min_flow).map_err(|error| Failure::fault(&error))?;
    let fit = counted.as_ref().map(|(flows, _)| held_against(&made, flows, &distances)).transpose()?;
    tell(&key::STAGE_WRITING.into());
    write(&request.out, &table::written(&kept.0)).map_err(|error| Failure::not_written(&request.out, &error))?;
    let inputs = [counted, seed].into_iter().flatten().map(|(_, reading)| reading);
    let inputs: Vec<Reading> = inputs.collect();
    let notes = notes(request, &table, &made, (&inputs, fit.as_ref()));
    let summary = Estimated::of(request, &table, &made, (&kept, fit, &inputs));
    Ok(Done { summary, notes })
}

/// How near the model comes to counted flows: the model itself, not what was large enough to be written.
fn held_against(made: &Made, counted: &Flows, distances: &Distances) -> Result<Fit, Failure> {
    let (whole, _) = made.flows.flows(counted.units(), 0.0).map_err(|error| Failure::fault(&error))?;
    fit(&whole, counted, distances).map_err(|error| refused(&error))
}

fn refused(error: &miedza_delimitation::estimate::Error) -> Failure {
    Failure::estimate(error)
}

/// The flows of a table among the units.
fn read_flows(file: &Path, units: &Units) -> Result<(Flows, Reading), Failure> {
    let reading = commuting::open(file, &commuting::Options::default())
        .map_err(|error| Failure::table(failure::Table::Flows, file, &error))?;
    if units.codes().iter().all(|code| reading.flows.units().find(code).is_none()) {
        return Err(Failure::other_codes(file, reading.flows.units(), units));
    }
    Ok((reading.among(units.clone()), reading))
}

type Given = (Flows, Reading);

fn model(
    request: &EstimateRequest,
    table: &Table,
    distances: &Distances,
    (counted, seed): (Option<&Given>, Option<&Given>),
) -> Result<Made, Failure> {
    match request.model {
        Model::Radiation => radiated(request, table, distances),
        Model::Gravity => attracted(request, table, distances, counted),
        Model::Furness => balanced(table, seed),
    }
}

/// Who works in the own unit, as far as the request says it.
fn own(request: &EstimateRequest, table: &Table) -> Option<Own> {
    table.own.clone().map(Own::Given).or_else(|| request.self_share.map(Own::Share))
}

fn radiated(request: &EstimateRequest, table: &Table, distances: &Distances) -> Result<Made, Failure> {
    let own = own(request, table).unwrap_or(Own::Nobody);
    let parameters = radiation::Parameters { own, is_finite: true };
    let found = radiation(&table.places, distances, &parameters).map_err(|error| refused(&error))?;
    Ok(Made { untold: found.untold, cut: found.cut, ..Made::of(found.flows) })
}

fn attracted(request: &EstimateRequest, table: &Table, distances: &Distances, counted: Option<&Given>) -> Result<Made, Failure> {
    let own = own(request, table).unwrap_or(Own::Modelled);
    let limits = Limits::default();
    let calibrated = match (request.given_deterrence(), counted) {
        (None, Some((flows, _))) => {
            let counted = Counted { flows, with_own: own == Own::Modelled && flows.has_diagonal() };
            Some(calibrate(counted, distances, request.form.into(), limits).map_err(|error| refused(&error))?)
        }
        _ => None,
    };
    let deterrence = request.given_deterrence().or_else(|| Some(calibrated?.deterrence));
    let Some(deterrence) = deterrence else {
        return Err(Failure::invalid(key::FAILURE_NO_DETERRENCE, key::HINT_DETERRENCE));
    };
    let parameters = gravity::Parameters { deterrence, own, limits };
    if let Some(beta) = request.beta.filter(|_| is_too_steep(deterrence, distances)) {
        let told = Message::new(key::FAILURE_ESTIMATE_OPTION).with("option", "--beta").with("value", beta.to_string());
        return Err(Failure::invalid(told, key::HINT_BETA_STEEP));
    }
    let found = gravity(&table.places, distances, &parameters).map_err(|error| refused(&error))?;
    let balanced = found.balanced;
    Ok(Made {
        rounds: Some((balanced.rounds, balanced.error)),
        jobs_scaled_by: balanced.jobs_scaled_by,
        cut: found.cut,
        deterrence: Some(deterrence),
        calibrated,
        ..Made::of(balanced.flows)
    })
}

/// Whether there is a unit whose pull to all others is too small for a number, though the model would send persons there.
fn is_too_steep(deterrence: Deterrence, distances: &Distances) -> bool {
    let units = (0..distances.side()).map(UnitIx::new);
    let nearest = |unit: UnitIx| {
        let others = distances.from(unit).iter().enumerate().filter(|(other, _)| *other != unit.get());
        others.map(|(_, &km)| km).reduce(f64::min)
    };
    units.filter_map(nearest).any(|km| km > 0.0 && deterrence.at(km) <= 0.0)
}

fn balanced(table: &Table, seed: Option<&Given>) -> Result<Made, Failure> {
    let Some((flows, _)) = seed else {
        return Err(Failure::invalid(key::FAILURE_NO_SEED, key::HINT_SEED));
    };
    let places = &table.places;
    let found = balance(&places.units, Dense::of(flows), &places.residents, &places.jobs, Limits::default())
        .map_err(|error| refused(&error))?;
    Ok(Made { rounds: Some((found.rounds, found.error)), jobs_scaled_by: found.jobs_scaled_by, ..Made::of(found.flows) })
}

impl Made {
    const fn of(flows: Dense) -> Self {
        Self { flows, rounds: None, jobs_scaled_by: 1.0, untold: 0.0, cut: 0, deterrence: None, calibrated: None }
    }
}

fn notes(request: &EstimateRequest, table: &Table, made: &Made, (inputs, fit): (&[Reading], Option<&Fit>)) -> Vec<Message> {
    let left_out: Vec<String> = table.left_out.iter().map(ToString::to_string).collect();
    let mut notes: Vec<Message> = listing::note(key::NOTE_ESTIMATE_LEFT_OUT, &left_out).into_iter().collect();
    let scaled = (made.jobs_scaled_by - 1.0).abs() > 1e-9;
    let told = [
        (scaled, Message::new(key::NOTE_ESTIMATE_SCALED).with("factor", miedza_texts::Argument::Number(made.jobs_scaled_by, 4))),
        (made.untold >= 0.5, Message::new(key::NOTE_ESTIMATE_UNTOLD).with("persons", made.untold)),
        (made.cut > 0, Message::new(key::NOTE_ESTIMATE_CUT).with("count", made.cut)),
        (inputs.iter().any(Reading::is_modelled), key::NOTE_ESTIMATE_FROM_MODELLED.into()),
        (request.model == Model::Radiation && own(request, table).is_none(), key::NOTE_ESTIMATE_NO_OWN.into()),
        (fit.is_none(), key::NOTE_ESTIMATE_NO_FIT.into()),
    ];
    notes.extend(told.into_iter().filter(|(holds, _)| *holds).map(|(_, told)| told));
    notes
}

fn write(path: &Path, table: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, table)
}

#[cfg(test)]
mod tests;
