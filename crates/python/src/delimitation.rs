//! Running a method, and everything that can be asked of what it found.

use std::sync::Arc;

use miedza_delimitation::method::{self, Outcome, Step, travel_to_work};
use miedza_delimitation::quality;
use miedza_territory::{Flows, UnitIx};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::details;
use crate::fault::Fault;
use crate::given::Given;
use crate::quality::figures;
use crate::said::{Codes, Said, dict};
use crate::sentences::Told;
use crate::table::Table;
use crate::units;

/// Areas that a method made of flows, with the log of its decisions.
#[pyclass(frozen, module = "miedza")]
pub struct Delimitation {
    /// What they were made of.
    pub given: Given,
    outcome: Outcome,
}

/// Makes areas of flows.
#[pyfunction]
#[pyo3(signature = (flows, method="travel_to_work", **parameters))]
#[pyo3(text_signature = "(flows, method='travel_to_work', *, units=None, neighbours=None, population=None, \
                         working_age=None, area_km2=None, seats=None, indicators=None, regions=None, origin=None, \
                         destination=None, persons=None, **parameters)")]
pub fn delimit(flows: &Bound<'_, PyAny>, method: &str, parameters: Option<&Bound<'_, PyDict>>) -> Result<Delimitation, Fault> {
    let py = flows.py();
    let parameters = parameters.map_or_else(|| Ok(PyDict::new(py)), PyDictMethods::copy)?;
    let given = Given::of(flows, Some(method), &parameters)?;
    let outcome = py.detach(|| given.with_input(|input| method::run(input, &given.settings)))?;
    Ok(Delimitation { given, outcome })
}

impl Delimitation {
    const fn flows(&self) -> &Arc<Flows> {
        &self.given.flows
    }

    fn codes(&self) -> Codes<'_> {
        Codes { units: self.flows().units(), partition: &self.outcome.partition }
    }

    fn code(&self, unit: UnitIx) -> String {
        self.flows().units().code(unit).as_str().to_owned()
    }

    /// The label of the area of a unit: the code of its smallest unit.
    pub fn label(&self, unit: UnitIx) -> Option<&str> {
        let area = self.outcome.partition.area_of(unit)?;
        Some(self.outcome.partition.label(area, self.flows().units()).as_str())
    }

    fn figures_of_areas(&self) -> Result<crate::quality::Figures, Fault> {
        // Only travel_to_work has a standard of validity; the settings of another method lack its parameters.
        let standard = travel_to_work::Parameters::of(&self.given.settings).ok();
        let standard = standard.as_ref().map(travel_to_work::validity::Standard::new);
        figures(self.flows(), &self.outcome.partition, self.given.neighbours.as_ref(), standard.as_ref())
    }

    /// A step with codes, and what it says in words.
    fn told(&self, step: &Step) -> Vec<(String, Said)> {
        let mut fields = Said::fields(step, self.codes());
        let told = Told { units: self.flows().units(), outcome: &self.outcome, step };
        fields.push(("sentence".to_owned(), Said::Text(told.sentence())));
        fields
    }

    fn make<'py>(&self, py: Python<'py>, table: Table) -> PyResult<Bound<'py, PyAny>> {
        self.given.like.make(py, table)
    }
}

#[pymethods]
impl Delimitation {
    /// Each unit with its area, a frame of the kind that the flows came in.
    fn areas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let rows = self.flows().units().indices().map(|unit| (self.code(unit), self.label(unit).map(str::to_owned)));
        self.make(py, Table::of_texts(["unit", "area"], rows))
    }

    /// Figures of each area.
    fn figures<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyAny>, Fault> {
        let figures = py.detach(|| self.figures_of_areas())?;
        Ok(self.make(py, figures.table(self.codes()))?)
    }

    /// Each decision of the method, in order, with a sentence.
    fn log<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let table = py.detach(|| Table::of_records(self.outcome.log.iter().map(|step| self.told(step)).collect()));
        self.make(py, table)
    }

    /// Units that another area pulls at least at this share of what their own does.
    #[pyo3(signature = (share=0.9))]
    fn edges<'py>(&self, py: Python<'py>, share: f64) -> PyResult<Bound<'py, PyAny>> {
        let table = py.detach(|| {
            let edges = quality::edge_units(self.flows(), &self.outcome.partition, share);
            Table::of_records(edges.iter().map(|edge| Said::fields(edge, self.codes())).collect())
        });
        self.make(py, table)
    }

    /// The tree of methods that join areas two by two: each fusion, in order.
    fn fusions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.make(py, details::fusions(&self.outcome, self.codes()))
    }

    /// Each criterion on each unit: value, threshold, passed or not, and by how much.
    fn judgements<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.make(py, details::judgements(&self.outcome, self.codes()))
    }

    /// What the areas are worth by the measure that the method searched with; `None` for methods that follow rules.
    #[getter]
    fn quality<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        details::quality(&self.outcome).map(|fields| dict(py, &fields)).transpose()
    }

    /// Method, parameters, how the run ended, and figures of the whole.
    #[getter]
    fn summary<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyDict>, Fault> {
        let figures = py.detach(|| self.figures_of_areas())?;
        let (summary, flows) = (self.given.summary(py)?, self.flows());
        summary.set_item("units", flows.units().len())?;
        summary.set_item("flows", flows.len())?;
        summary.set_item("persons", flows.total())?;
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
        let unit = units::find(self.flows().units(), unit)?;
        let reason = quality::reason(self.flows(), &self.outcome.partition, unit);
        let told = dict(py, &Said::fields(&reason, self.codes()))?;
        let steps = PyList::empty(py);
        self.outcome.steps_of(unit).try_for_each(|step| steps.append(dict(py, &self.told(step))?))?;
        told.set_item("steps", steps)?;
        Ok(told)
    }

    /// Each unit's area, `None` where it has none.
    #[getter]
    fn partition<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        units::dict(py, self.flows().units(), |unit| self.label(unit))
    }

    /// The name of the method.
    #[getter]
    fn method(&self) -> &'static str {
        self.given.settings.method().name()
    }

    fn __len__(&self) -> usize {
        self.outcome.partition.len()
    }

    fn __repr__(&self) -> String {
        format!("Delimitation({}: {} units in {} areas)", self.method(), self.flows().units().len(), self.__len__())
    }
}
