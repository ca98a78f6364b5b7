//! How sure areas are: the same method on flows that are drawn again and again.

use miedza_delimitation::certainty::{
    self as studying, AreaCertainty, Consensus, Draw, Hidden, Parameters, UnitCertainty, Watch,
};
use miedza_delimitation::method;
use miedza_territory::{AreaIx, Partition, UnitIx, Units};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::fault::Fault;
use crate::given::{Given, taken};
use crate::said::Said;
use crate::suppressed;
use crate::table::Table;
use crate::units;
use crate::watched::watched;

/// How sure each unit and each area is.
#[pyclass(frozen, module = "miedza")]
pub struct Certainty {
    given: Given,
    parameters: Parameters,
    found: studying::Certainty,
}

/// Keyword arguments of the study itself.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct Study<'py> {
    replicates: Option<usize>,
    seed: Option<u64>,
    draw: Option<String>,
    limit: Option<f64>,
    consensus: Option<String>,
    suppressed: Option<Bound<'py, PyAny>>,
}

const STUDY: [&str; 6] = ["replicates", "seed", "draw", "limit", "consensus", "suppressed"];
const DRAWS: [(&str, Draw); 2] = [("poisson", Draw::Poisson), ("multinomial", Draw::Multinomial)];
const CONSENSUS: [(&str, Consensus); 2] = [("medoid", Consensus::Medoid), ("co_assignment", Consensus::CoAssignment)];

/// Draws flows again and again, runs a method on each, and tells how sure its areas are.
#[pyfunction]
#[pyo3(signature = (flows, method=None, **parameters))]
#[pyo3(text_signature = "(flows, method=None, *, replicates=1000, seed=1, draw='poisson', limit=0.8, consensus='medoid', \
                         suppressed=None, units=None, neighbours=None, population=None, working_age=None, area_km2=None, \
                         seats=None, indicators=None, regions=None, origin=None, destination=None, persons=None, \
                         **parameters)")]
pub fn certainty(
    flows: &Bound<'_, PyAny>,
    method: Option<&str>,
    parameters: Option<&Bound<'_, PyDict>>,
) -> Result<Certainty, Fault> {
    let py = flows.py();
    let others = parameters.map_or_else(|| Ok(PyDict::new(py)), PyDictMethods::copy)?;
    let study: Study<'_> = taken(&others, &STUDY)?;
    let given = Given::of(flows, method, &others)?;
    let parameters = study.parameters(given.flows.units())?;
    let found = watched(py, |stop| {
        let watch = Watch { tell: &|_, _| {}, stop };
        given.with_input(|input| {
            let delimit =
                |flows: &_| method::run(&method::Input { flows, ..*input }, &given.settings).map(|outcome| outcome.partition);
            studying::of(&given.flows, &delimit, &parameters, &watch)
        })
    })??;
    let found = found.ok_or_else(|| Fault::input("the study was stopped"))?;
    Ok(Certainty { given, parameters, found })
}

impl Study<'_> {
    fn parameters(&self, units: &Units) -> Result<Parameters, Fault> {
        let usual = Parameters::default();
        let hidden: Option<Vec<Hidden>> = self.suppressed.as_ref().map(|given| suppressed::read(given, units)).transpose()?;
        Ok(Parameters {
            replicates: self.replicates.unwrap_or(usual.replicates),
            seed: self.seed.unwrap_or(usual.seed),
            draw: choice("draw", self.draw.as_deref(), &DRAWS)?,
            limit: self.limit.unwrap_or(usual.limit),
            consensus: choice("consensus", self.consensus.as_deref(), &CONSENSUS)?,
            hidden: hidden.unwrap_or_default(),
            staying: None,
        })
    }
}

/// One of several by its name, the first where none is named.
pub fn choice<T: Copy>(what: &str, name: Option<&str>, all: &[(&str, T)]) -> Result<T, Fault> {
    let found = name.map_or(all.first(), |name| all.iter().find(|(known, _)| *known == name));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|(known, _)| *known).collect();
        Fault::input(format!("{what} is {:?}, and it must be {}", name.unwrap_or_default(), names.join(" or ")))
    })
}

fn name<T: Copy + PartialEq>(value: T, all: &[(&'static str, T)]) -> &'static str {
    all.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}

impl Certainty {
    fn units_of_flows(&self) -> &Units {
        self.given.flows.units()
    }

    fn code(&self, unit: UnitIx) -> Said {
        Said::Text(self.units_of_flows().code(unit).as_str().to_owned())
    }

    fn area(&self, area: AreaIx) -> Said {
        Said::Text(self.found.base.label(area, self.units_of_flows()).as_str().to_owned())
    }

    fn row(&self, unit: UnitIx, found: &UnitCertainty) -> [Said; 6] {
        let (second, share) =
            found.second.map_or((Said::Nothing, Said::Nothing), |(second, share)| (self.area(second), Said::Number(share)));
        let area = found.area.map_or(Said::Nothing, |area| self.area(area));
        [self.code(unit), area, Said::Number(found.certainty), second, share, Said::Switch(found.is_edge)]
    }

    fn row_of_area(&self, area: AreaIx, found: &AreaCertainty) -> [Said; 6] {
        [
            self.area(area),
            self.code(found.seat),
            Said::Count(i64::try_from(self.found.base.members(area).len()).unwrap_or(i64::MAX)),
            Said::Number(found.mean_certainty),
            found.certain_residents.map_or(Said::Nothing, Said::Number),
            Said::Count(found.found_again.into()),
        ]
    }

    fn label<'a>(&'a self, partition: &Partition, unit: UnitIx) -> Option<&'a str> {
        partition.area_of(unit).map(|area| partition.label(area, self.units_of_flows()).as_str())
    }
}

#[pymethods]
impl Certainty {
    /// Each unit: its area, in which share of replicates it stays with the seat, and the area it goes to instead.
    fn units<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let rows = self.found.units.enumerate().map(|(unit, found)| self.row(unit, found));
        let names = ["unit", "area", "certainty", "second", "second_share", "is_edge"];
        self.given.like.make(py, Table::of_rows(names, rows))
    }

    /// Each area: its seat, mean certainty, residents of units that are certain, replicates that found it again.
    fn areas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let rows = self.found.areas.enumerate().map(|(area, found)| self.row_of_area(area, found));
        let names = ["area", "seat", "units", "mean_certainty", "certain_residents", "found_again"];
        self.given.like.make(py, Table::of_rows(names, rows))
    }

    /// Each unit with its area in what stands for all replicates.
    fn consensus<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let units = self.units_of_flows();
        let label = |unit| self.label(&self.found.consensus, unit).map(str::to_owned);
        let rows = units.indices().map(|unit| (units.code(unit).as_str().to_owned(), label(unit)));
        self.given.like.make(py, Table::of_texts(["unit", "area"], rows))
    }

    /// Units whose certainty is below the limit, in the order of codes.
    #[getter]
    fn edges(&self) -> Vec<&str> {
        self.found.edges().map(|unit| self.units_of_flows().code(unit).as_str()).collect()
    }

    /// Each unit's area on the flows as they were counted, `None` where it has none.
    #[getter]
    fn partition<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        units::dict(py, self.units_of_flows(), |unit| self.label(&self.found.base, unit))
    }

    /// What was asked, and what the replicates came to.
    #[getter]
    fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let (summary, found) = (self.given.summary(py)?, &self.found);
        summary.set_item("replicates", found.replicates)?;
        summary.set_item("seed", self.parameters.seed)?;
        summary.set_item("draw", name(self.parameters.draw, &DRAWS))?;
        summary.set_item("limit", self.parameters.limit)?;
        summary.set_item("consensus", name(self.parameters.consensus, &CONSENSUS))?;
        summary.set_item("suppressed", self.parameters.hidden.len())?;
        summary.set_item("units", self.units_of_flows().len())?;
        summary.set_item("areas", found.base.len())?;
        summary.set_item("edges", found.edges().count())?;
        summary.set_item("mean_variation", found.mean_variation)?;
        let [fewest, middle, most] = found.area_counts;
        summary.set_item("area_counts", (fewest, middle, most))?;
        summary.set_item("consensus_areas", found.consensus.len())?;
        Ok(summary)
    }

    fn __repr__(&self) -> String {
        let method = self.given.settings.method().name();
        let (edges, units) = (self.found.edges().count(), self.units_of_flows().len());
        format!("Certainty({method}: {edges} of {units} units on the edge in {} replicates)", self.found.replicates)
    }
}
