//! What the library can do, as it tells itself; and settings out of keyword arguments.

use miedza_delimitation::method::{Method, Settings};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyList, PyTuple};

use crate::fault::Fault;
use crate::said::{Said, dict};

/// Every method with what it does, its parameters and its presets.
#[pyfunction]
pub fn methods(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
    let list = PyList::empty(py);
    for method in Method::ALL {
        let presets = method.presets().iter().map(|(name, values)| ((*name).to_owned(), preset(values))).collect();
        let fields = [
            ("name", Said::Text(method.name().to_owned())),
            ("summary", Said::Text(method.summary().to_owned())),
            ("parameters", Said::plain(&method.parameters())),
            ("presets", Said::Record(presets)),
        ];
        list.append(dict(py, &fields.map(|(name, value)| (name.to_owned(), value)))?)?;
    }
    Ok(list)
}

fn preset(values: &[(&str, &str)]) -> Said {
    Said::Record(values.iter().map(|(name, value)| ((*name).to_owned(), Said::Text((*value).to_owned()))).collect())
}

/// Sets what keyword arguments ask for; one that is `None` is not set.
pub fn set(settings: &mut Settings, parameters: &Bound<'_, PyDict>) -> Result<(), Fault> {
    for (name, value) in parameters {
        if !value.is_none() {
            settings.set(&name.str()?.to_cow()?, &text(&value, [",", "+"])?)?;
        }
    }
    Ok(())
}

/// A value as the library reads it: a list with its items apart by the first sign, lists inside it by the second.
fn text(value: &Bound<'_, PyAny>, signs: [&str; 2]) -> PyResult<String> {
    if let Ok(switch) = value.cast::<PyBool>() {
        return Ok(if switch.is_true() { "true" } else { "false" }.to_owned());
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let items = value.try_iter()?.map(|item| text(&item?, [signs[1], signs[1]]));
        return Ok(items.collect::<PyResult<Vec<_>>>()?.join(signs[0]));
    }
    Ok(value.str()?.to_string())
}
