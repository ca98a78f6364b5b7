//! A table on its way out: named columns that any data frame library takes over.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

use crate::arrow;
use crate::said::Said;

/// Named columns of equal length.
///
/// `polars.DataFrame(table)`, `pyarrow.table(table)` and `pandas.DataFrame(table.to_dict())` take it over.
#[pyclass(frozen, module = "miedza")]
#[derive(Clone)]
pub struct Table {
    columns: Vec<(String, Values)>,
}

#[derive(Clone)]
enum Values {
    Texts(Vec<Option<String>>),
    Counts(Vec<Option<i64>>),
    Numbers(Vec<Option<f64>>),
    Switches(Vec<Option<bool>>),
}

impl Table {
    /// A table of two columns of text.
    pub fn of_texts(names: [&str; 2], rows: impl IntoIterator<Item = (String, Option<String>)>) -> Self {
        let (first, second): (Vec<_>, Vec<_>) = rows.into_iter().map(|(first, second)| (Some(first), second)).unzip();
        let [one, other] = names.map(str::to_owned);
        Self { columns: vec![(one, Values::Texts(first)), (other, Values::Texts(second))] }
    }

    /// A table of records that all have the same fields; without a record the table has no column.
    pub fn of_records(records: Vec<Vec<(String, Said)>>) -> Self {
        let mut columns: Vec<(String, Vec<Said>)> = Vec::new();
        for (row, record) in records.into_iter().enumerate() {
            for (place, (name, value)) in record.into_iter().enumerate() {
                if row == 0 {
                    columns.push((name, Vec::new()));
                }
                columns[place].1.push(value);
            }
        }
        Self { columns: columns.into_iter().map(|(name, values)| (name, Values::of(values))).collect() }
    }

    /// A table of these columns, with or without rows; each row has a value for each of them.
    pub fn of_rows<const N: usize>(names: [&str; N], rows: impl IntoIterator<Item = [Said; N]>) -> Self {
        let mut columns = names.map(|name| (name.to_owned(), Vec::new()));
        for row in rows {
            for (column, value) in columns.iter_mut().zip(row) {
                column.1.push(value);
            }
        }
        Self { columns: columns.into_iter().map(|(name, values)| (name, Values::of(values))).collect() }
    }

    fn batch(&self) -> PyResult<RecordBatch> {
        let columns = self.columns.iter().map(|(name, values)| (name, values.array(), true));
        RecordBatch::try_from_iter_with_nullable(columns).map_err(|error| PyValueError::new_err(error.to_string()))
    }
}

impl Values {
    /// Texts where any value is one, else numbers, counts, switches; a column of nothing is one of numbers.
    fn of(values: Vec<Said>) -> Self {
        let has = |is: fn(&Said) -> bool| values.iter().any(is);
        if has(|value| matches!(value, Said::Text(_) | Said::List(_) | Said::Record(_))) {
            Self::Texts(values.into_iter().map(text).collect())
        } else if has(|value| matches!(value, Said::Number(_))) {
            Self::Numbers(values.iter().map(number).collect())
        } else if has(|value| matches!(value, Said::Count(_))) {
            Self::Counts(values.iter().map(|value| if let Said::Count(count) = value { Some(*count) } else { None }).collect())
        } else if has(|value| matches!(value, Said::Switch(_))) {
            Self::Switches(values.iter().map(|value| if let Said::Switch(is) = value { Some(*is) } else { None }).collect())
        } else {
            Self::Numbers(vec![None; values.len()])
        }
    }

    fn array(&self) -> ArrayRef {
        match self {
            Self::Texts(values) => Arc::new(StringArray::from(values.clone())),
            Self::Counts(values) => Arc::new(Int64Array::from(values.clone())),
            Self::Numbers(values) => Arc::new(Float64Array::from(values.clone())),
            Self::Switches(values) => Arc::new(BooleanArray::from(values.clone())),
        }
    }
}

fn text(value: Said) -> Option<String> {
    match value {
        Said::Text(text) => Some(text),
        Said::Nothing => None,
        Said::List(values) => Some(values.into_iter().filter_map(text).collect::<Vec<_>>().join(",")),
        Said::Count(count) => Some(count.to_string()),
        other => Some(format!("{other:?}")),
    }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
const fn number(value: &Said) -> Option<f64> {
    match value {
        Said::Number(number) => Some(*number),
        Said::Count(count) => Some(*count as f64),
        _ => None,
    }
}

#[pymethods]
impl Table {
    /// The names of the columns, in order.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.columns.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Each column as a list.
    pub fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        for (name, values) in &self.columns {
            match values {
                Values::Texts(values) => dict.set_item(name, values)?,
                Values::Counts(values) => dict.set_item(name, values)?,
                Values::Numbers(values) => dict.set_item(name, values)?,
                Values::Switches(values) => dict.set_item(name, values)?,
            }
        }
        Ok(dict)
    }

    /// The columns as a stream of the Arrow PyCapsule interface.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer hand over the schema that it has.
        drop(requested_schema);
        arrow::export(py, self.batch()?)
    }

    fn __len__(&self) -> usize {
        self.columns.first().map_or(0, |(_, values)| values.array().len())
    }

    fn __repr__(&self) -> String {
        format!("Table({} rows: {})", self.__len__(), self.column_names().join(", "))
    }
}
