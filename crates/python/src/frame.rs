//! Data frames by name of column: which kind one is, what columns it has, and how to make another of the same kind.
//!
//! polars and Arrow tables are read through the Arrow interface, so pandas is not needed for them, nor pyarrow for pandas.

use arrow_array::RecordBatch;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::arrow;
use crate::column::Column;
use crate::fault::Fault;
use crate::table::Table;

/// What kind of frame came in, and so what kind goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Like {
    /// `pandas.DataFrame`, also for what comes from GeoPandas.
    Pandas,
    /// `polars.DataFrame`.
    Polars,
    /// `pyarrow.Table`.
    Arrow,
    /// Anything else: our own [`Table`], which hands over its columns through the Arrow interface.
    Table,
}

impl Like {
    /// The kind of an object, by the package that its type comes from.
    pub fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let module: String = object.get_type().getattr("__module__")?.extract()?;
        Ok(match module.split('.').next().unwrap_or_default() {
            "pandas" | "geopandas" => Self::Pandas,
            "polars" => Self::Polars,
            "pyarrow" => Self::Arrow,
            _ => Self::Table,
        })
    }

    /// A table as a frame of this kind.
    pub fn make<'py>(self, py: Python<'py>, table: Table) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Pandas => py.import("pandas")?.call_method1("DataFrame", (table.to_dict(py)?,)),
            Self::Polars => py.import("polars")?.call_method1("DataFrame", (Bound::new(py, table)?,)),
            Self::Arrow => py.import("pyarrow")?.call_method1("table", (Bound::new(py, table)?,)),
            Self::Table => Ok(Bound::new(py, table)?.into_any()),
        }
    }
}

/// Names for a column of codes of units, in lower case.
const UNIT: &[&str] = &["unit", "code", "unit_code", "id", "geoid", "teryt", "geo"];
/// Names for a column of areas.
const VALUE: &[&str] = &["area", "cluster", "label", "value", "population", "weight", "persons"];

/// The columns of a frame.
pub struct Columns<'py> {
    names: Vec<String>,
    source: Source<'py>,
}

enum Source<'py> {
    Batches(Vec<RecordBatch>),
    Objects(Bound<'py, PyAny>),
}

impl<'py> Columns<'py> {
    /// The columns of a frame, of a dict of columns, or of anything with the Arrow interface.
    pub fn of(frame: &Bound<'py, PyAny>) -> Result<Self, Fault> {
        let like = Like::of(frame)?;
        if like == Like::Polars && frame.hasattr("collect")? {
            return Self::of(&frame.call_method0("collect")?);
        }
        if like != Like::Pandas && arrow::speaks(frame) {
            let batches = arrow::import(frame)?;
            let Some(first) = batches.first() else { return Err(Fault::input("the data frame has no row")) };
            let names = first.schema().fields().iter().map(|field| field.name().clone()).collect();
            return Ok(Self { names, source: Source::Batches(batches) });
        }
        let is_frame = like == Like::Pandas && frame.hasattr("columns")? || frame.is_instance_of::<PyDict>();
        if !is_frame {
            let kind = frame.get_type().name()?;
            return Err(Fault::input(format!(
                "{kind} is no data frame: pandas, polars, pyarrow, a dict of columns, or any object with __arrow_c_stream__"
            )));
        }
        let names = frame.try_iter()?.map(|name| Ok(name?.str()?.to_string())).collect::<PyResult<_>>()?;
        Ok(Self { names, source: Source::Objects(frame.clone()) })
    }

    /// The column of a place.
    pub fn at(&self, place: usize) -> Result<Column<'py>, Fault> {
        match &self.source {
            Source::Batches(batches) => Ok(Column::Arrow(batches.iter().map(|batch| batch.column(place).clone()).collect())),
            Source::Objects(frame) => Column::of(&frame.get_item(&self.names[place])?),
        }
    }

    /// The name of the column of a place.
    pub fn name(&self, place: usize) -> &str {
        &self.names[place]
    }

    /// How many columns there are.
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// The place of a column of this name, or else of the first of the usual names.
    pub fn find(&self, asked: Option<&str>, usual: &[&str]) -> Result<Option<usize>, Fault> {
        if let Some(asked) = asked {
            let found = self.names.iter().position(|name| name == asked);
            return found.map(Some).ok_or_else(|| Fault::input(format!("there is no column {asked}; {}", self.told())));
        }
        let plain = |name: &String| name.to_lowercase().replace([' ', '-'], "_");
        Ok(usual.iter().find_map(|usual| self.names.iter().position(|name| plain(name) == *usual)))
    }

    /// The columns as a clause.
    pub fn told(&self) -> String {
        format!("the columns are {}", self.names.join(", "))
    }

    /// The place of the codes of units: asked for, or of a usual name, or the first.
    pub fn unit(&self, asked: Option<&str>) -> Result<usize, Fault> {
        Ok(self.find(asked, UNIT)?.unwrap_or(0))
    }

    /// Codes with the value of the other column, or of the one with a usual name.
    pub fn code_and_value(&self, py: Python<'py>) -> Result<Vec<(String, Bound<'py, PyAny>)>, Fault> {
        let unit = self.unit(None)?;
        let others: Vec<usize> = (0..self.len()).filter(|&place| place != unit).collect();
        let value = match others[..] {
            [only] => only,
            _ => self
                .find(None, VALUE)?
                .ok_or_else(|| Fault::input(format!("one column for units and one for values are needed; {}", self.told())))?,
        };
        let mut codes = Vec::new();
        self.at(unit)?.codes(&mut |text| {
            codes.push(text.unwrap_or_default().to_owned());
            Ok(())
        })?;
        Ok(codes.into_iter().zip(self.at(value)?.objects(py)?).collect())
    }
}

impl<'py> Column<'py> {
    /// Each value as an object of Python: numbers as numbers, all else as text.
    fn objects(&self, py: Python<'py>) -> Result<Vec<Bound<'py, PyAny>>, Fault> {
        match self {
            Self::List(list) => Ok(list.iter().collect()),
            Self::Arrow(chunks) if chunks.first().is_some_and(|chunk| chunk.data_type().is_floating()) => {
                self.numbers()?.into_iter().map(|number| Ok(number.into_pyobject(py)?)).collect()
            }
            Self::Arrow(_) => {
                let mut objects = Vec::with_capacity(self.len());
                self.codes(&mut |text| {
                    objects.push(text.into_pyobject(py)?);
                    Ok(())
                })?;
                Ok(objects)
            }
        }
    }
}
