//! One column of codes or of numbers, whatever it comes in: Arrow arrays, NumPy arrays, series, lists.
//!
//! Codes are texts or whole numbers; a number that came as a fraction (`12.0`) is refused, since a code that lost its
//! leading zeros or its text would be another unit. A missing value is `None`.

use arrow_array::cast::AsArray;
use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::fault::Fault;

/// Values of one column, not looked at yet.
pub enum Column<'py> {
    /// Chunks of an Arrow column.
    Arrow(Vec<ArrayRef>),
    /// Objects of Python.
    List(Bound<'py, PyList>),
}

impl<'py> Column<'py> {
    /// The column of a NumPy array, a series, an Arrow array or any sequence.
    pub fn of(values: &Bound<'py, PyAny>) -> Result<Self, Fault> {
        for name in ["tolist", "to_pylist", "to_list"] {
            if values.hasattr(name)? {
                return Ok(Self::List(values.call_method0(name)?.cast_into().map_err(PyErr::from)?));
            }
        }
        if values.is_instance_of::<PyString>() {
            return Err(Fault::input("a column is a sequence of values, not a text"));
        }
        let list = values.py().import("builtins")?.call_method1("list", (values,))?;
        Ok(Self::List(list.cast_into().map_err(PyErr::from)?))
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Arrow(chunks) => chunks.iter().map(Array::len).sum(),
            Self::List(list) => list.len(),
        }
    }

    /// Hands each code to `take`, in order; `None` where it is missing.
    pub fn codes(&self, take: &mut dyn FnMut(Option<&str>) -> Result<(), Fault>) -> Result<(), Fault> {
        match self {
            Self::Arrow(chunks) => chunks.iter().try_for_each(|chunk| arrow_codes(chunk, take)),
            Self::List(list) => list.iter().try_for_each(|value| match value.cast::<PyString>() {
                Ok(text) => take(Some(&text.to_cow()?)),
                Err(_) => take(code(&value)?.as_deref()),
            }),
        }
    }

    /// Each number, in order; `None` where it is missing or not a number.
    pub fn numbers(&self) -> Result<Vec<Option<f64>>, Fault> {
        match self {
            Self::Arrow(chunks) => {
                let mut numbers = Vec::with_capacity(self.len());
                for chunk in chunks {
                    let cast = cast(chunk, &DataType::Float64)?;
                    numbers.extend(cast.as_primitive::<Float64Type>().iter().map(|value| value.filter(|value| !value.is_nan())));
                }
                Ok(numbers)
            }
            Self::List(list) => list.iter().map(|value| number(&value)).collect(),
        }
    }
}

impl Column<'_> {
    /// Each number, where the column holds nothing but numbers and gaps.
    pub fn only_numbers(&self) -> Option<Vec<Option<f64>>> {
        let is_text = |chunk: &ArrayRef| !chunk.data_type().is_numeric() && *chunk.data_type() != DataType::Null;
        match self {
            Self::Arrow(chunks) if chunks.iter().any(is_text) => None,
            _ => self.numbers().ok(),
        }
    }
}

fn cast(chunk: &ArrayRef, to: &DataType) -> Result<ArrayRef, Fault> {
    arrow_cast::cast(chunk, to).map_err(|error| Fault::input(format!("a column cannot be read: {error}")))
}

fn arrow_codes(chunk: &ArrayRef, take: &mut dyn FnMut(Option<&str>) -> Result<(), Fault>) -> Result<(), Fault> {
    let kind = match chunk.data_type() {
        DataType::Dictionary(_, values) => values,
        kind => kind,
    };
    if kind.is_floating() {
        return Err(Fault::input(format!("a column of codes holds {kind}, and codes are texts or whole numbers")));
    }
    let texts = cast(chunk, &DataType::LargeUtf8)?;
    texts.as_string::<i64>().iter().try_for_each(take)
}

/// The code that an object of Python stands for: a text or a whole number; `None` for a missing value.
pub fn code(value: &Bound<'_, PyAny>) -> Result<Option<String>, Fault> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Some(text.to_cow()?.into_owned()));
    }
    if is_missing(value) {
        return Ok(None);
    }
    if value.hasattr("__index__")? {
        return Ok(Some(value.call_method0("__index__")?.str()?.to_string()));
    }
    Err(Fault::input(format!("{} is no code: codes are texts or whole numbers", value.repr()?)))
}

/// The number that an object of Python stands for; `None` for a missing value.
pub fn number(value: &Bound<'_, PyAny>) -> Result<Option<f64>, Fault> {
    match value.extract::<f64>() {
        Ok(number) => Ok(Some(number).filter(|number| !number.is_nan())),
        Err(_) if is_missing(value) => Ok(None),
        Err(_) => Err(Fault::input(format!("{} is no number", value.repr()?))),
    }
}

/// `None`, not-a-number, and the missing values of pandas, none of which equals itself or has a truth.
fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    value.is_none() || !value.eq(value).unwrap_or(false)
}
