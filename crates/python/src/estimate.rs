//! Flows where nobody counted them, from figures of units and the distance between them. They say that they are modelled.

use miedza_delimitation::estimate::calibration::{Calibrated, Counted, Form, calibrate};
use miedza_delimitation::estimate::fit::{Fit, fit};
use miedza_delimitation::estimate::furness::{Balanced, Limits, balance};
use miedza_delimitation::estimate::gravity::{self, Deterrence, gravity};
use miedza_delimitation::estimate::radiation::{self, radiation};
use miedza_delimitation::estimate::{Dense, Distances, Own};
use miedza_territory::{Flow, Flows};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::certainty::choice;
use crate::fault::Fault;
use crate::flows::{self, Names};
use crate::frame::Like;
use crate::given::taken;
use crate::modelled;
use crate::places::{self, Land, Needs};
use crate::said::{Said, dict};
use crate::table::Table;

/// Keyword arguments.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub struct Options<'py> {
    calibrate: Option<Bound<'py, PyAny>>,
    seed_flows: Option<Bound<'py, PyAny>>,
    deterrence: Option<String>,
    beta: Option<f64>,
    alpha: Option<f64>,
    mass: Option<String>,
    self_share: Option<f64>,
    min_flow: Option<f64>,
    /// Column of persons who live and work in the same unit.
    pub own: Option<String>,
    /// Column of codes.
    pub unit: Option<String>,
    /// Column of employed residents.
    pub residents: Option<String>,
    /// Column of jobs.
    pub jobs: Option<String>,
    /// Column of inhabitants.
    pub population: Option<String>,
    /// Column of degrees east.
    pub longitude: Option<String>,
    /// Column of degrees north.
    pub latitude: Option<String>,
    /// Points by unit in place of the two columns.
    pub seats: Option<Bound<'py, PyAny>>,
}

const OPTIONS: [&str; 16] = [
    "calibrate",
    "seed_flows",
    "deterrence",
    "beta",
    "alpha",
    "mass",
    "self_share",
    "min_flow",
    "own",
    "unit",
    "residents",
    "jobs",
    "population",
    "longitude",
    "latitude",
    "seats",
];

#[derive(Clone, Copy, PartialEq)]
enum Model {
    Radiation,
    Gravity,
    Furness,
}

const MODELS: [(&str, Model); 3] = [("radiation", Model::Radiation), ("gravity", Model::Gravity), ("furness", Model::Furness)];
const FORMS: [(&str, Form); 3] = [("exponential", Form::Exponential), ("power", Form::Power), ("combined", Form::Combined)];

/// What a model gave.
struct Made {
    flows: Dense,
    told: Vec<(String, Said)>,
}

/// Modelled flows.
#[pyclass(frozen, module = "miedza")]
pub struct Estimate {
    flows: Flows,
    like: Like,
    fit: Option<Fit>,
    told: Vec<(String, Said)>,
}

/// Models the flows between units.
#[pyfunction]
#[pyo3(signature = (units, model="radiation", **options))]
#[pyo3(text_signature = "(units, model='radiation', *, calibrate=None, seed_flows=None, deterrence='exponential', beta=None, \
                         alpha=None, mass='population', self_share=None, min_flow=0.0, own=None, unit=None, residents=None, \
                         jobs=None, population=None, longitude=None, latitude=None, seats=None)")]
pub fn estimate_flows(units: &Bound<'_, PyAny>, model: &str, options: Option<&Bound<'_, PyDict>>) -> Result<Estimate, Fault> {
    let py = units.py();
    let others = options.map_or_else(|| Ok(PyDict::new(py)), PyDictMethods::copy)?;
    let options: Options<'_> = taken(&others, &OPTIONS)?;
    if let Some(name) = others.keys().iter().next() {
        return Err(Fault::input(format!("estimate_flows has no option {name}")));
    }
    let request = Request::of(model, &options)?;
    let land = places::read(units, &options, request.needs(options.calibrate.is_some()))?;
    let counted = options.calibrate.as_ref().map(|given| counted(given, &land, "calibrate")).transpose()?;
    let seed = options.seed_flows.as_ref().map(|given| counted_in(given, &land)).transpose()?;
    let like = Like::of(units)?;
    py.detach(|| request.estimate(&land, (counted.as_ref(), seed.as_ref()))).map(|made| Estimate { like, ..made })
}

fn counted_in(given: &Bound<'_, PyAny>, land: &Land) -> Result<Flows, Fault> {
    counted(given, land, "seed_flows")
}

/// Counted flows among the units of the table.
fn counted(given: &Bound<'_, PyAny>, land: &Land, what: &str) -> Result<Flows, Fault> {
    let read = flows::read(given, &Names::default(), Some(land.places.units.clone()))?;
    if read.flows.is_empty() {
        return Err(Fault::input(format!("{what} holds no flow between the units of the table")));
    }
    Ok(read.flows.as_ref().clone())
}

/// Everything asked for that is a number or a word.
struct Request {
    model: Model,
    form: Form,
    beta: Option<f64>,
    alpha: Option<f64>,
    mass_is_jobs: bool,
    self_share: Option<f64>,
    min_flow: f64,
}

impl Request {
    fn of(model: &str, options: &Options<'_>) -> Result<Self, Fault> {
        let request = Self {
            model: choice("model", Some(model), &MODELS)?,
            form: choice("deterrence", options.deterrence.as_deref(), &FORMS)?,
            beta: options.beta,
            alpha: options.alpha,
            mass_is_jobs: choice("mass", options.mass.as_deref(), &[("population", false), ("jobs", true)])?,
            self_share: options.self_share,
            min_flow: options.min_flow.unwrap_or(0.0),
        };
        if !(request.min_flow >= 0.0 && request.min_flow.is_finite()) {
            return Err(Fault::input(format!("min_flow is {}, and it must be 0 or more", request.min_flow)));
        }
        if request.alpha.is_some() != (request.form == Form::Combined && request.beta.is_some()) {
            return Err(Fault::input("alpha belongs to deterrence='combined' with beta, and that needs both or neither"));
        }
        Ok(request)
    }

    fn needs(&self, is_calibrated: bool) -> Needs {
        Needs {
            seats: self.model != Model::Furness || is_calibrated,
            population: self.model == Model::Radiation && !self.mass_is_jobs,
        }
    }

    fn estimate(&self, land: &Land, (counted, seed): (Option<&Flows>, Option<&Flows>)) -> Result<Estimate, Fault> {
        let distances = Distances::between(land.places.seats.as_slice());
        let made = match self.model {
            Model::Radiation => self.radiated(land, &distances)?,
            Model::Gravity => self.attracted(land, &distances, counted)?,
            Model::Furness => balanced(land, seed)?,
        };
        let (flows, below) = made.flows.flows(&land.places.units, self.min_flow)?;
        let fit = counted.map(|counted| fit(&flows, counted, &distances)).transpose()?;
        let mut told = self.told(land);
        told.extend(made.told);
        told.push(("persons".to_owned(), Said::Number(flows.total())));
        told.push(("below_min_flow".to_owned(), Said::Number(below)));
        Ok(Estimate { flows, like: Like::Table, fit, told })
    }

    /// Who works in the own unit, as far as it is said.
    fn own(&self, land: &Land) -> Option<Own> {
        land.own.clone().map(Own::Given).or_else(|| self.self_share.map(Own::Share))
    }

    fn radiated(&self, land: &Land, distances: &Distances) -> Result<Made, Fault> {
        let own = self.own(land).unwrap_or(Own::Nobody);
        let found = radiation(&land.places, distances, &radiation::Parameters { own, is_finite: true })?;
        let told = vec![("untold".to_owned(), Said::Number(found.untold)), ("cut".to_owned(), whole(found.cut))];
        Ok(Made { flows: found.flows, told })
    }

    fn attracted(&self, land: &Land, distances: &Distances, counted: Option<&Flows>) -> Result<Made, Fault> {
        let own = self.own(land).unwrap_or(Own::Modelled);
        let limits = Limits::default();
        let calibrated = match (self.given_deterrence(), counted) {
            (None, Some(flows)) => {
                let counted = Counted { flows, with_own: own == Own::Modelled && flows.has_diagonal() };
                Some(calibrate(counted, distances, self.form, limits)?)
            }
            _ => None,
        };
        let deterrence = self.given_deterrence().or_else(|| Some(calibrated?.deterrence));
        let deterrence =
            deterrence.ok_or_else(|| Fault::input("gravity needs beta=…, or calibrate=… with flows to learn it from"))?;
        let found = gravity(&land.places, distances, &gravity::Parameters { deterrence, own, limits })?;
        let mut told = vec![("deterrence".to_owned(), told_deterrence(deterrence))];
        told.push(("calibration".to_owned(), calibrated.map_or(Said::Nothing, told_calibration)));
        told.push(("cut".to_owned(), whole(found.cut)));
        Ok(Made::of(found.balanced, told))
    }

    /// The deterrence, where it is given in full.
    fn given_deterrence(&self) -> Option<Deterrence> {
        let beta = self.beta?;
        Some(match self.form {
            Form::Exponential => Deterrence::Exponential { beta },
            Form::Power => Deterrence::Power { beta },
            Form::Combined => Deterrence::Combined { alpha: self.alpha?, beta },
        })
    }

    fn told(&self, land: &Land) -> Vec<(String, Said)> {
        let model = MODELS.iter().find(|(_, model)| *model == self.model).map_or("", |(name, _)| name);
        let left_out = land.left_out.iter().cloned().map(Said::Text).collect();
        let told = [
            ("model", Said::Text(model.to_owned())),
            ("modelled", Said::Switch(true)),
            ("units", whole(land.places.units.len())),
            ("left_out", Said::List(left_out)),
            ("self_share", self.self_share.map_or(Said::Nothing, Said::Number)),
            ("min_flow", Said::Number(self.min_flow)),
        ];
        told.map(|(name, value)| (name.to_owned(), value)).to_vec()
    }
}

fn balanced(land: &Land, seed: Option<&Flows>) -> Result<Made, Fault> {
    let seed = seed.ok_or_else(|| Fault::input("furness needs seed_flows=…, the flows that are brought to new margins"))?;
    let places = &land.places;
    let found = balance(&places.units, Dense::of(seed), &places.residents, &places.jobs, Limits::default())?;
    Ok(Made::of(found, Vec::new()))
}

impl Made {
    fn of(balanced: Balanced, mut told: Vec<(String, Said)>) -> Self {
        told.push(("rounds".to_owned(), Said::Count(balanced.rounds.into())));
        told.push(("margin_error".to_owned(), Said::Number(balanced.error)));
        told.push(("jobs_scaled_by".to_owned(), Said::Number(balanced.jobs_scaled_by)));
        Self { flows: balanced.flows, told }
    }
}

fn whole(count: usize) -> Said {
    i64::try_from(count).map_or(Said::Nothing, Said::Count)
}

fn told_deterrence(deterrence: Deterrence) -> Said {
    let (alpha, beta) = match deterrence {
        Deterrence::Exponential { beta } | Deterrence::Power { beta } => (Said::Nothing, beta),
        Deterrence::Combined { alpha, beta } => (Said::Number(alpha), beta),
    };
    let fields = [("form", Said::Text(deterrence.name().to_owned())), ("alpha", alpha), ("beta", Said::Number(beta))];
    Said::Record(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn told_calibration(calibrated: Calibrated) -> Said {
    let fields = [
        ("models", Said::Count(calibrated.models.into())),
        ("counted_km", Said::Number(calibrated.counted_km)),
        ("modelled_km", Said::Number(calibrated.modelled_km)),
    ];
    Said::Record(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

#[pymethods]
impl Estimate {
    /// Each pair with persons, marked as modelled.
    fn flows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let code = |unit| Said::Text(self.flows.units().code(unit).as_str().to_owned());
        let mark = || Said::Text(modelled::MODELLED.to_owned());
        let row = |Flow { from, to, persons }| [code(from), code(to), Said::Number(persons), mark()];
        let table = Table::of_rows(["origin", "destination", "persons", modelled::COLUMN], self.flows.iter().map(row));
        self.like.make(py, table)
    }

    /// How near the model comes to the counted flows; `None` without any.
    #[getter]
    fn fit<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.fit.as_ref().map(|fit| Said::plain(fit).object(py)).transpose()
    }

    /// Model, parameters, how the model went, and persons.
    #[getter]
    fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        dict(py, &self.told)
    }

    fn __len__(&self) -> usize {
        self.flows.len()
    }

    fn __repr__(&self) -> String {
        format!("Estimate(modelled: {} units, {} flows)", self.flows.units().len(), self.flows.len())
    }
}
