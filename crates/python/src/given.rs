//! What a method works on, as Python hands it over: flows, settings, and what is known of the units beside them.

use std::sync::Arc;

use miedza_delimitation::method::{Indicator, Input, Method, Settings};
use miedza_territory::{Flows, Neighbours as Graph, UnitVec};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::contiguity::graph;
use crate::delimitation::Delimitation;
use crate::fault::Fault;
use crate::flows::{self, Names, Read};
use crate::frame::Like;
use crate::indicators;
use crate::methods;
use crate::units::{self, listed};

/// Everything that a method needs.
#[derive(Clone)]
pub struct Given {
    /// The flows.
    pub flows: Arc<Flows>,
    /// The kind of frame that they came in.
    pub like: Like,
    /// Whether a row of them says that nobody counted it.
    pub is_modelled: bool,
    /// The method and what is set.
    pub settings: Settings,
    /// Which units touch.
    pub neighbours: Option<Graph>,
    population: Option<UnitVec<Option<f64>>>,
    working_age: Option<UnitVec<Option<f64>>>,
    area_km2: Option<UnitVec<Option<f64>>>,
    seats: Option<UnitVec<Option<geo_types::Point>>>,
    indicators: Vec<(String, UnitVec<Option<f64>>)>,
    regions: Option<UnitVec<Option<String>>>,
}

/// Keyword arguments that are none of a method's parameters.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct Aside<'py> {
    units: Option<Bound<'py, PyAny>>,
    neighbours: Option<Bound<'py, PyAny>>,
    population: Option<Bound<'py, PyAny>>,
    working_age: Option<Bound<'py, PyAny>>,
    area_km2: Option<Bound<'py, PyAny>>,
    seats: Option<Bound<'py, PyAny>>,
    indicators: Option<Bound<'py, PyAny>>,
    regions: Option<Bound<'py, PyAny>>,
    origin: Option<String>,
    destination: Option<String>,
    persons: Option<String>,
}

const ASIDE: [&str; 11] = [
    "units",
    "neighbours",
    "population",
    "working_age",
    "area_km2",
    "seats",
    "indicators",
    "regions",
    "origin",
    "destination",
    "persons",
];

/// Takes arguments of these names out of the others, `None` where one is not given.
pub fn taken<'py, T: for<'a> FromPyObject<'a, 'py, Error = PyErr>>(others: &Bound<'py, PyDict>, names: &[&str]) -> PyResult<T> {
    let own = PyDict::new(others.py());
    for name in names {
        own.set_item(name, others.get_item(name)?)?;
        if others.contains(name)? {
            others.del_item(name)?;
        }
    }
    own.extract()
}

impl Given {
    /// Reads flows and what stands beside them; what is left of the keyword arguments are parameters of the method.
    ///
    /// Areas that were made before hand on all that they were made of. Without the name of a method theirs goes on with
    /// its settings, and that of other flows is `travel_to_work`.
    pub fn of(flows: &Bound<'_, PyAny>, method: Option<&str>, parameters: &Bound<'_, PyDict>) -> Result<Self, Fault> {
        let aside: Aside<'_> = taken(parameters, &ASIDE)?;
        let made = flows.cast::<Delimitation>().ok().map(|made| made.get().given.clone());
        let mut settings = match (method, &made) {
            (None, Some(made)) => made.settings.clone(),
            (method, _) => Settings::new(Method::parse(method.unwrap_or("travel_to_work"))?),
        };
        methods::set(&mut settings, parameters)?;
        let mut given = match made {
            Some(made) if aside.units.is_none() => Self { settings, ..made },
            _ => Self::bare(aside.flows(flows)?, settings),
        };
        given.put(&aside)?;
        Ok(given)
    }

    fn bare(Read { flows, like, is_modelled }: Read, settings: Settings) -> Self {
        let (neighbours, population, working_age, area_km2, seats, regions) = (None, None, None, None, None, None);
        let indicators = Vec::new();
        Self { flows, like, is_modelled, settings, neighbours, population, working_age, area_km2, seats, indicators, regions }
    }

    /// Puts in what was handed over, each by the codes of the units.
    fn put(&mut self, aside: &Aside<'_>) -> Result<(), Fault> {
        let flows = Arc::clone(&self.flows);
        let units = flows.units();
        put(&mut self.neighbours, aside.neighbours.as_ref(), |given| graph(given, units))?;
        put(&mut self.population, aside.population.as_ref(), |given| units::figures(given, units))?;
        put(&mut self.working_age, aside.working_age.as_ref(), |given| units::figures(given, units))?;
        put(&mut self.area_km2, aside.area_km2.as_ref(), |given| units::figures(given, units))?;
        put(&mut self.seats, aside.seats.as_ref(), |given| units::seats(given, units))?;
        put(&mut self.regions, aside.regions.as_ref(), |given| units::texts(given, units))?;
        if let Some(given) = &aside.indicators {
            self.indicators = indicators::read(given, units)?;
        }
        Ok(())
    }

    /// Method, parameters, and whether the flows are modelled: what every summary begins with.
    pub fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let (summary, parameters) = (PyDict::new(py), PyDict::new(py));
        self.settings.all().try_for_each(|(parameter, value, _)| parameters.set_item(parameter.name, value))?;
        summary.set_item("method", self.settings.method().name())?;
        summary.set_item("parameters", parameters)?;
        summary.set_item("modelled", self.is_modelled)?;
        Ok(summary)
    }

    /// Hands all of it to `work` in the shape of the library.
    pub fn with_input<T>(&self, work: impl FnOnce(&Input<'_>) -> T) -> T {
        let indicators: Vec<Indicator<'_>> = self.indicators.iter().map(|(name, values)| Indicator { name, values }).collect();
        work(&Input {
            neighbours: self.neighbours.as_ref(),
            population: self.population.as_ref(),
            working_age: self.working_age.as_ref(),
            area_km2: self.area_km2.as_ref(),
            seats: self.seats.as_ref(),
            indicators: &indicators,
            regions: self.regions.as_ref(),
            ..Input::new(&self.flows)
        })
    }
}

impl Aside<'_> {
    fn flows(&self, flows: &Bound<'_, PyAny>) -> Result<Read, Fault> {
        let [origin, destination, persons] = [&self.origin, &self.destination, &self.persons].map(Clone::clone);
        let listed = self.units.as_ref().map(listed).transpose()?;
        flows::read(flows, &Names { origin, destination, persons }, listed)
    }
}

fn put<'py, T>(
    place: &mut Option<T>,
    given: Option<&Bound<'py, PyAny>>,
    read: impl FnOnce(&Bound<'py, PyAny>) -> Result<T, Fault>,
) -> Result<(), Fault> {
    if let Some(given) = given {
        *place = Some(read(given)?);
    }
    Ok(())
}
