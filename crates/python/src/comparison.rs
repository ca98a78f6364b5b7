//! Two partitions side by side.

use std::collections::BTreeMap;

use miedza_delimitation::compare::{Agreement, Comparison, compare as of_library};
use miedza_territory::{AreaIx, Partition, UnitCode, UnitIx, UnitVec, Units};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::fault::Fault;
use crate::quality::labelled;
use crate::said::{Said, dict};
use crate::units::figures;

/// Both partitions on the units of both, with the labels that each gave its areas.
struct Both {
    units: Units,
    first: Labelled,
    second: Labelled,
}

struct Labelled {
    partition: Partition,
    labels: UnitVec<Option<String>>,
}

/// How alike two partitions are, which area became which, and which units changed.
#[pyfunction]
#[pyo3(signature = (a, b, weights=None))]
pub fn compare<'py>(
    a: &Bound<'py, PyAny>,
    b: &Bound<'py, PyAny>,
    weights: Option<&Bound<'py, PyAny>>,
) -> Result<Bound<'py, PyDict>, Fault> {
    let both = Both::of(labelled(a)?, labelled(b)?);
    let weights = weights.map(|given| both.weights(given)).transpose()?;
    let found = of_library(&both.first.partition, &both.second.partition, weights.as_ref())?;
    Ok(both.told(a.py(), &found)?)
}

impl Both {
    fn of(first: Vec<(UnitCode, Option<String>)>, second: Vec<(UnitCode, Option<String>)>) -> Self {
        let units = Units::new(first.iter().chain(&second).map(|(unit, _)| unit.clone()).collect());
        let (first, second) = (Labelled::of(&units, first), Labelled::of(&units, second));
        Self { units, first, second }
    }

    /// A weight for each unit; none may be missing, since a unit that weighs nothing is not a unit of unknown weight.
    fn weights(&self, given: &Bound<'_, PyAny>) -> Result<UnitVec<f64>, Fault> {
        let figures = figures(given, &self.units)?;
        let weight = |(unit, figure): (UnitIx, &Option<f64>)| {
            figure.ok_or_else(|| Fault::input(format!("the weights lack unit {}", self.code(unit))))
        };
        figures.enumerate().map(weight).collect()
    }

    fn code(&self, unit: UnitIx) -> &str {
        self.units.code(unit).as_str()
    }

    fn told<'py>(&self, py: Python<'py>, found: &Comparison) -> PyResult<Bound<'py, PyDict>> {
        let told = PyDict::new(py);
        told.set_item("by_units", agreement(py, &found.by_units)?)?;
        told.set_item("by_weight", found.by_weight.as_ref().map(|by_weight| agreement(py, by_weight)).transpose()?)?;
        told.set_item("best_matches", self.matches(py, found)?)?;
        let pair = |&(first, second): &(AreaIx, AreaIx)| (self.first.label(first), self.second.label(second));
        told.set_item("assignment", found.assignment.iter().map(pair).collect::<Vec<_>>())?;
        let codes = |units: &[UnitIx]| units.iter().map(|&unit| self.code(unit).to_owned()).collect::<Vec<_>>();
        told.set_item("changed", codes(&found.changed))?;
        told.set_item("changed_weight", found.changed_weight)?;
        told.set_item("compared", found.compared)?;
        told.set_item("only_first", codes(&found.only_first))?;
        told.set_item("only_second", codes(&found.only_second))?;
        Ok(told)
    }

    fn matches<'py>(&self, py: Python<'py>, found: &Comparison) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        for best in &found.best_matches {
            let told = PyDict::new(py);
            told.set_item("first", self.first.label(best.first))?;
            told.set_item("second", self.second.label(best.second))?;
            told.set_item("jaccard", best.jaccard)?;
            told.set_item("moved_out", best.moved_out)?;
            told.set_item("moved_in", best.moved_in)?;
            list.append(told)?;
        }
        Ok(list)
    }
}

impl Labelled {
    fn of(units: &Units, rows: Vec<(UnitCode, Option<String>)>) -> Self {
        let by_code: BTreeMap<UnitCode, Option<String>> = rows.into_iter().collect();
        let label = |code| by_code.get(code).cloned().flatten();
        let labels: UnitVec<Option<String>> = units.codes().iter().map(label).collect();
        Self { partition: Partition::from_labels(labels.iter().cloned()), labels }
    }

    /// The label that an area came with.
    fn label(&self, area: AreaIx) -> &str {
        self.labels[self.partition.members(area)[0]].as_deref().unwrap_or_default()
    }
}

fn agreement<'py>(py: Python<'py>, agreement: &Agreement) -> PyResult<Bound<'py, PyDict>> {
    let Said::Record(fields) = Said::plain(agreement) else { return Ok(PyDict::new(py)) };
    dict(py, &fields)
}
