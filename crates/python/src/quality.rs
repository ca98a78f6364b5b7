//! Figures of any partition, whatever made it.

use std::sync::Arc;

use miedza_delimitation::method::travel_to_work::validity::Standard;
use miedza_delimitation::quality::{self as judging, AreaFigures, PartitionFigures};
use miedza_territory::{AreaVec, Flows, Neighbours, Partition, UnitVec};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::contiguity::graph;
use crate::delimitation::Delimitation;
use crate::fault::Fault;
use crate::flows::{self, Names, Read};
use crate::frame::Like;
use crate::said::{Codes, Said, dict};
use crate::table::Table;
use crate::units::labels;

/// Figures of each area and of the whole.
pub struct Figures {
    areas: AreaVec<AreaFigures>,
    whole: PartitionFigures,
}

/// Works out the figures.
pub fn figures(
    flows: &Flows,
    partition: &Partition,
    neighbours: Option<&Neighbours>,
    standard: Option<&Standard>,
) -> Result<Figures, Fault> {
    let areas = judging::areas(flows, partition, neighbours, standard)?;
    let whole = judging::partition(flows, &areas);
    Ok(Figures { areas, whole })
}

impl Figures {
    /// One row per area.
    pub fn table(&self, codes: Codes<'_>) -> Table {
        let row = |(area, figures): (_, &AreaFigures)| {
            let label = codes.partition.label(area, codes.units).as_str().to_owned();
            let mut fields = vec![("area".to_owned(), Said::Text(label))];
            fields.extend(Said::fields(figures, codes));
            fields
        };
        Table::of_records(self.areas.enumerate().map(row).collect())
    }

    /// Figures of the whole.
    pub fn whole(&self, codes: Codes<'_>) -> Vec<(String, Said)> {
        Said::fields(&self.whole, codes)
    }
}

/// Figures of a partition on flows.
#[pyclass(frozen, module = "miedza")]
pub struct Quality {
    flows: Arc<Flows>,
    partition: Partition,
    figures: Figures,
    like: Like,
    is_modelled: bool,
}

/// Judges a partition by flows.
#[pyfunction]
#[pyo3(signature = (flows, partition, *, neighbours=None, origin=None, destination=None, persons=None))]
pub fn quality(
    flows: &Bound<'_, PyAny>,
    partition: &Bound<'_, PyAny>,
    neighbours: Option<&Bound<'_, PyAny>>,
    origin: Option<String>,
    destination: Option<String>,
    persons: Option<String>,
) -> Result<Quality, Fault> {
    let Read { flows, like, is_modelled } = flows::read(flows, &Names { origin, destination, persons }, None)?;
    let partition = of_units(partition, &flows)?;
    let neighbours = neighbours.map(|given| graph(given, flows.units())).transpose()?;
    let figures = figures(&flows, &partition, neighbours.as_ref(), None)?;
    Ok(Quality { flows, partition, figures, like, is_modelled })
}

/// A partition by codes on the units of flows; units that it does not name belong to no area.
fn of_units(partition: &Bound<'_, PyAny>, flows: &Flows) -> Result<Partition, Fault> {
    let units = flows.units();
    let mut found = UnitVec::filled(units.len(), None);
    for (unit, label) in labelled(partition)? {
        let place = units
            .find(&unit)
            .ok_or_else(|| Fault::input(format!("the partition names unit {unit}, which the flows do not hold")))?;
        found[place] = label;
    }
    Ok(Partition::from_labels(found.into_inner()))
}

/// Units with the label of their area, of a delimitation or of anything that [`labels`] reads.
pub fn labelled(partition: &Bound<'_, PyAny>) -> Result<Vec<(miedza_territory::UnitCode, Option<String>)>, Fault> {
    let Ok(delimitation) = partition.cast::<Delimitation>() else { return labels(partition) };
    let delimitation = delimitation.get();
    let units = delimitation.given.flows.units();
    let label = |unit| (units.code(unit).clone(), delimitation.label(unit).map(str::to_owned));
    Ok(units.indices().map(label).collect())
}

#[pymethods]
impl Quality {
    /// Figures of each area.
    fn figures<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.like.make(py, self.figures.table(self.codes()))
    }

    /// Figures of the whole.
    #[getter]
    fn summary<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let told = dict(py, &self.figures.whole(self.codes()))?;
        told.set_item("modelled", self.is_modelled)?;
        Ok(told)
    }

    fn __repr__(&self) -> String {
        format!("Quality({} areas)", self.partition.len())
    }
}

impl Quality {
    fn codes(&self) -> Codes<'_> {
        Codes { units: self.flows.units(), partition: &self.partition }
    }
}
