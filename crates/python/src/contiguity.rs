//! Which units touch: found from polygons, or taken over from a list, a dict or another library's weights.

use miedza_delimitation::contiguity::{self as touching, Parameters, carried};
use miedza_territory::{Boundaries, Neighbours as Graph, Rule, UnitCode, UnitIx, UnitVec, Units};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};

use crate::column::{Column, code, number};
use crate::fault::Fault;
use crate::frame::{Columns, Like};
use crate::said::Said;
use crate::table::Table;
use crate::units::{codes, dict};
use crate::wkb;

/// Which units touch, and along how many metres of border.
#[pyclass(frozen, module = "miedza")]
pub struct Neighbours {
    units: Units,
    graph: Graph,
    like: Like,
}

/// Finds which units touch.
#[pyfunction]
#[pyo3(signature = (units, geometries=None, *, unit=None, rule="queen", gap_m=20.0))]
pub fn contiguity<'py>(
    units: &Bound<'py, PyAny>,
    geometries: Option<&Bound<'py, PyAny>>,
    unit: Option<&str>,
    rule: &str,
    gap_m: f64,
) -> Result<Neighbours, Fault> {
    let rule = match rule {
        "queen" => Rule::Queen,
        "rook" => Rule::Rook,
        other => return Err(Fault::input(format!("rule is {other:?}, and it must be one of queen, rook"))),
    };
    let (codes, shapes) = match geometries {
        Some(geometries) => (codes(&Column::of(units)?)?, shapes(geometries)?),
        None => of_frame(units, unit)?,
    };
    let boundaries = boundaries(codes, shapes)?;
    let found = units.py().detach(|| touching::neighbours(&boundaries, &Parameters { rule, gap_m }))?;
    Ok(Neighbours { units: boundaries.units, graph: found.neighbours, like: Like::of(units)? })
}

/// Codes and land of a GeoDataFrame; land in another reference system is brought to degrees first.
fn of_frame(frame: &Bound<'_, PyAny>, unit: Option<&str>) -> Result<(Vec<UnitCode>, Vec<geo_types::MultiPolygon>), Fault> {
    if !frame.hasattr("geometry")? {
        return Err(Fault::input("geometries are needed beside the codes, or a GeoDataFrame that holds both"));
    }
    let columns = Columns::of(frame)?;
    let codes = codes(&columns.at(columns.unit(unit)?)?)?;
    let mut land = frame.getattr("geometry")?;
    let system = land.getattr("crs")?;
    if !system.is_none() && !system.getattr("is_geographic")?.is_truthy()? {
        land = land.call_method1("to_crs", (4326,))?;
    }
    Ok((codes, shapes(&land)?))
}

fn shapes(geometries: &Bound<'_, PyAny>) -> Result<Vec<geo_types::MultiPolygon>, Fault> {
    let binary = if geometries.hasattr("to_wkb")? { geometries.call_method0("to_wkb")? } else { geometries.clone() };
    binary.try_iter()?.map(|geometry| shape(&geometry?)).collect()
}

/// The land of one unit: well-known binary, a GeoJSON text or dict, or an object that gives either.
fn shape(geometry: &Bound<'_, PyAny>) -> Result<geo_types::MultiPolygon, Fault> {
    if let Ok(bytes) = geometry.cast::<PyBytes>() {
        return wkb::read(bytes.as_bytes());
    }
    if let Ok(text) = geometry.cast::<PyString>() {
        return wkb::read_json(&text.to_cow()?);
    }
    if geometry.hasattr("wkb")? {
        return shape(&geometry.getattr("wkb")?);
    }
    let record = if geometry.hasattr("__geo_interface__")? { geometry.getattr("__geo_interface__")? } else { geometry.clone() };
    let text = geometry.py().import("json")?.call_method1("dumps", (record,))?;
    wkb::read_json(&text.cast::<PyString>().map_err(PyErr::from)?.to_cow()?)
}

fn boundaries(codes: Vec<UnitCode>, shapes: Vec<geo_types::MultiPolygon>) -> Result<Boundaries, Fault> {
    if codes.len() != shapes.len() {
        return Err(Fault::input(format!("{} units and {} geometries are given", codes.len(), shapes.len())));
    }
    let units = Units::new(codes.clone());
    if units.len() != codes.len() {
        return Err(Fault::input("a unit is given twice"));
    }
    let mut rows: Vec<_> = codes.iter().map(|code| units.find(code)).zip(shapes).collect();
    rows.sort_by_key(|(unit, _)| *unit);
    let names = UnitVec::filled(units.len(), None);
    Ok(Boundaries { units, shapes: rows.into_iter().map(|(_, shape)| shape).collect(), names, schematic: false })
}

/// The neighbours that an object tells, on these units: our own [`Neighbours`], weights of PySAL, a dict of lists, or pairs
/// of codes with or without metres of border. Units that are not in the list are passed over.
pub fn graph(given: &Bound<'_, PyAny>, units: &Units) -> Result<Graph, Fault> {
    if let Ok(known) = given.cast::<Neighbours>() {
        return Ok(carried(&known.get().graph, &known.get().units, units));
    }
    if given.hasattr("neighbors")? {
        return graph(&given.getattr("neighbors")?, units);
    }
    let mut pairs = Vec::new();
    if let Ok(lists) = given.cast::<PyDict>() {
        for (one, others) in lists {
            for other in others.try_iter()? {
                pairs.extend(pair(units, &one, &other?)?.map(|(one, other)| (one, other, None)));
            }
        }
    } else {
        for row in given.try_iter()? {
            let row: Vec<Bound<'_, PyAny>> = row?.try_iter()?.collect::<PyResult<_>>()?;
            let (Some(one), Some(other)) = (row.first(), row.get(1)) else {
                return Err(Fault::input("neighbours are pairs of units"));
            };
            let border_m = row.get(2).map(number).transpose()?.flatten();
            pairs.extend(pair(units, one, other)?.map(|(one, other)| (one, other, border_m)));
        }
    }
    Ok(Graph::from_pairs(units.len(), pairs))
}

fn pair(units: &Units, one: &Bound<'_, PyAny>, other: &Bound<'_, PyAny>) -> Result<Option<(UnitIx, UnitIx)>, Fault> {
    let find = |value| Ok::<_, Fault>(UnitCode::parse(&code(value)?.unwrap_or_default()).ok().and_then(|code| units.find(&code)));
    Ok(find(one)?.zip(find(other)?))
}

#[pymethods]
impl Neighbours {
    /// Each pair once, with metres of shared border.
    fn pairs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let text = |unit| Said::Text(self.units.code(unit).as_str().to_owned());
        let pairs = self.units.indices().flat_map(|unit| self.graph.of(unit).iter().map(move |contact| (unit, contact)));
        let row = |(unit, contact): (UnitIx, &miedza_territory::Contact)| {
            let border_m = contact.border_m.map_or(Said::Nothing, Said::Number);
            let fields = [("unit", text(unit)), ("neighbour", text(contact.unit)), ("border_m", border_m)];
            fields.map(|(name, value)| (name.to_owned(), value)).to_vec()
        };
        let records = pairs.filter(|(unit, contact)| *unit < contact.unit).map(row).collect();
        self.like.make(py, Table::of_records(records))
    }

    /// The neighbours of each unit, as weights of PySAL take them.
    #[getter]
    fn neighbors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        dict(py, &self.units, |unit| {
            self.graph.of(unit).iter().map(|contact| self.units.code(contact.unit).as_str()).collect::<Vec<_>>()
        })
    }

    /// Units without a neighbour.
    #[getter]
    fn islands(&self) -> Vec<&str> {
        self.graph.islands().map(|unit| self.units.code(unit).as_str()).collect()
    }

    /// How many pairs there are.
    fn __len__(&self) -> usize {
        self.graph.pair_count()
    }

    fn __repr__(&self) -> String {
        format!("Neighbours({} units, {} pairs)", self.units.len(), self.__len__())
    }
}
