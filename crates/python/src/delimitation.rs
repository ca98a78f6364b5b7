//! Running a method, and everything that can be asked of what it found.

use std::sync::Arc;

use miedza_delimitation::method::{self, Input, Outcome, Settings, travel_to_work};
use miedza_delimitation::quality;
use miedza_territory::{Flows, Neighbours as Graph, UnitIx};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::contiguity::graph;
use crate::fault::Fault;
use crate::flows::{self, Names};
use crate::frame::Like;
use crate::methods::settings;
use crate::quality::figures;
use crate::said::{Codes, Said, dict};
use crate::table::Table;
use crate::units;

/// Areas that a method made of flows, with the log of its decisions.
#[pyclass(frozen, module = "miedza")]
pub struct Delimitation {
    /// The flows.
    pub flows: Arc<Flows>,
    outcome: Outcome,
    settings: Settings,
    neighbours: Option<Graph>,
    /// The kind of frame that the flows came in.
    pub like: Like,
}

/// What a method may need beside flows, as Python hands it over.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct Aside<'py> {
    neighbours: Option<Bound<'py, PyAny>>,
    population: Option<Bound<'py, PyAny>>,
    working_age: Option<Bound<'py, PyAny>>,
    area_km2: Option<Bound<'py, PyAny>>,
    seats: Option<Bound<'py, PyAny>>,
}

/// Arguments that are none of a method's parameters.
const ASIDE: [&str; 5] = ["neighbours", "population", "working_age", "area_km2", "seats"];

/// Makes areas of flows.
#[pyfunction]
#[pyo3(signature = (flows, method="travel_to_work", *, units=None, origin=None, destination=None, persons=None, **parameters))]
#[pyo3(text_signature = "(flows, method='travel_to_work', *, units=None, neighbours=None, population=None, \
                         working_age=None, area_km2=None, seats=None, origin=None, destination=None, persons=None, \
                         **parameters)")]
pub fn delimit(
    flows: &Bound<'_, PyAny>,
    method: &str,
    units: Option<&Bound<'_, PyAny>>,
    origin: Option<String>,
    destination: Option<String>,
    persons: Option<String>,
    parameters: Option<&Bound<'_, PyDict>>,
) -> Result<Delimitation, Fault> {
    let py = flows.py();
    let parameters = parameters.map_or_else(|| Ok(PyDict::new(py)), PyDictMethods::copy)?;
    let aside = Aside::taken(&parameters)?;
    let settings = settings(method, Some(&parameters))?;
    let flows::Read { flows, like } = flows::read(flows, &Names { origin, destination, persons }, units)?;
    let figures = |given: &Option<Bound<'_, PyAny>>| given.as_ref().map(|given| units::figures(given, flows.units())).transpose();
    let neighbours = aside.neighbours.as_ref().map(|given| graph(given, flows.units())).transpose()?;
    let (population, working_age) = (figures(&aside.population)?, figures(&aside.working_age)?);
    let area_km2 = figures(&aside.area_km2)?;
    let seats = aside.seats.as_ref().map(|given| units::seats(given, flows.units())).transpose()?;
    let input = Input {
        neighbours: neighbours.as_ref(),
        population: population.as_ref(),
        working_age: working_age.as_ref(),
        area_km2: area_km2.as_ref(),
        seats: seats.as_ref(),
        ..Input::new(&flows)
    };
    let outcome = py.detach(|| method::run(&input, &settings))?;
    Ok(Delimitation { flows, outcome, settings, neighbours, like })
}

impl<'py> Aside<'py> {
    /// Takes what is no parameter out of the keyword arguments.
    fn taken(parameters: &Bound<'py, PyDict>) -> PyResult<Self> {
        let aside = PyDict::new(parameters.py());
        for name in ASIDE {
            aside.set_item(name, parameters.get_item(name)?)?;
            if parameters.contains(name)? {
                parameters.del_item(name)?;
            }
        }
        aside.extract()
    }
}

impl Delimitation {
    fn codes(&self) -> Codes<'_> {
        Codes { units: self.flows.units(), partition: &self.outcome.partition }
    }

    fn code(&self, unit: UnitIx) -> String {
        self.flows.units().code(unit).as_str().to_owned()
    }

    /// The label of the area of a unit: the code of its smallest unit.
    pub fn label(&self, unit: UnitIx) -> Option<&str> {
        let area = self.outcome.partition.area_of(unit)?;
        Some(self.outcome.partition.label(area, self.flows.units()).as_str())
    }

    fn quality(&self) -> Result<crate::quality::Figures, Fault> {
        // Only travel_to_work has a standard of validity; the settings of another method lack its parameters.
        let standard = travel_to_work::Parameters::of(&self.settings).ok();
        let standard = standard.as_ref().map(travel_to_work::validity::Standard::new);
        figures(&self.flows, &self.outcome.partition, self.neighbours.as_ref(), standard.as_ref())
    }
}

#[pymethods]
impl Delimitation {
    /// Each unit with its area, a frame of the kind that the flows came in.
    fn areas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let rows = self.flows.units().indices().map(|unit| (self.code(unit), self.label(unit).map(str::to_owned)));
        self.like.make(py, Table::of_texts(["unit", "area"], rows))
    }

    /// Figures of each area.
    fn figures<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyAny>, Fault> {
        let figures = py.detach(|| self.quality())?;
        Ok(self.like.make(py, figures.table(self.codes()))?)
    }

    /// Each decision of the method, in order.
    fn log<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let table =
            py.detach(|| Table::of_records(self.outcome.log.iter().map(|step| Said::fields(step, self.codes())).collect()));
        self.like.make(py, table)
    }

    /// Units that another area pulls at least at this share of what their own does.
    #[pyo3(signature = (share=0.9))]
    fn edges<'py>(&self, py: Python<'py>, share: f64) -> PyResult<Bound<'py, PyAny>> {
        let table = py.detach(|| {
            let edges = quality::edge_units(&self.flows, &self.outcome.partition, share);
            Table::of_records(edges.iter().map(|edge| Said::fields(edge, self.codes())).collect())
        });
        self.like.make(py, table)
    }

    /// Method, parameters, how the run ended, and figures of the whole.
    #[getter]
    fn summary<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyDict>, Fault> {
        let figures = py.detach(|| self.quality())?;
        let summary = PyDict::new(py);
        let parameters = PyDict::new(py);
        self.settings.all().try_for_each(|(parameter, value, _)| parameters.set_item(parameter.name, value))?;
        summary.set_item("method", self.settings.method().name())?;
        summary.set_item("parameters", parameters)?;
        summary.set_item("units", self.flows.units().len())?;
        summary.set_item("flows", self.flows.len())?;
        summary.set_item("persons", self.flows.total())?;
        summary.set_item("steps", self.outcome.steps)?;
        summary.set_item("stop", self.outcome.stop.key())?;
        summary.set_item("notes", self.outcome.notes.iter().map(|note| note.key()).collect::<Vec<_>>())?;
        summary.set_item("excluded", self.outcome.excluded.iter().map(|found| self.code(found.unit)).collect::<Vec<_>>())?;
        summary.set_item("unassigned", self.outcome.unassigned.iter().map(|&unit| self.code(unit)).collect::<Vec<_>>())?;
        summary.update(dict(py, &figures.whole(self.codes()))?.as_mapping())?;
        Ok(summary)
    }

    /// Why a unit is where it is: where its commuters go, and what was decided on it.
    fn why<'py>(&self, unit: &Bound<'py, PyAny>) -> Result<Bound<'py, PyDict>, Fault> {
        let py = unit.py();
        let unit = units::find(self.flows.units(), unit)?;
        let reason = quality::reason(&self.flows, &self.outcome.partition, unit);
        let told = dict(py, &Said::fields(&reason, self.codes()))?;
        let steps = PyList::empty(py);
        self.outcome.steps_of(unit).try_for_each(|step| steps.append(dict(py, &Said::fields(step, self.codes()))?))?;
        told.set_item("steps", steps)?;
        Ok(told)
    }

    /// Each unit's area, `None` where it has none.
    #[getter]
    fn partition<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        units::dict(py, self.flows.units(), |unit| self.label(unit))
    }

    /// The name of the method.
    #[getter]
    fn method(&self) -> &'static str {
        self.settings.method().name()
    }

    fn __len__(&self) -> usize {
        self.outcome.partition.len()
    }

    fn __repr__(&self) -> String {
        format!("Delimitation({}: {} units in {} areas)", self.method(), self.flows.units().len(), self.__len__())
    }
}
