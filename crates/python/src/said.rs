//! What the library says of itself in its serialised form, with codes in place of numbers of units and areas.
//!
//! A figure that the library learns is so in the tables here without a line. The order is that of the library's types.

use std::fmt;

use miedza_territory::{AreaIx, Partition, UnitIx, Units};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Keys under which the number of a unit stands.
const UNITS: &[&str] = &["unit", "from", "to", "runner_up", "seat", "strongest", "founder", "first", "second", "core"];
/// Keys under which the number of an area stands.
const AREAS: &[&str] = &["area", "own", "other", "failing"];

/// A value, with the fields of a record in their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Not known, or no number.
    Nothing,
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Count(i64),
    /// Any number.
    Number(f64),
    /// A text, a code, a name.
    Text(String),
    /// Several.
    List(Vec<Said>),
    /// By name.
    Record(Vec<(String, Said)>),
}

/// What numbers of units and areas stand for.
#[derive(Clone, Copy)]
pub struct Codes<'a> {
    /// The units.
    pub units: &'a Units,
    /// The areas, named by their smallest unit.
    pub partition: &'a Partition,
}

impl Said {
    /// What a value of the library says, as it is.
    pub fn plain(value: &impl serde::Serialize) -> Self {
        let text = serde_json::to_string(value).expect("the library's types have named fields");
        serde_json::from_str(&text).expect("what was just written")
    }

    /// The fields of a record of the library with codes, records inside it laid flat.
    pub fn fields(value: &impl serde::Serialize, codes: Codes<'_>) -> Vec<(String, Self)> {
        let mut fields = Vec::new();
        if let Self::Record(record) = Self::plain(value) {
            lay_flat(record, codes, &mut fields);
        }
        fields
    }

    /// As an object of Python.
    pub fn object<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(match self {
            Self::Nothing => py.None().into_bound(py),
            Self::Switch(value) => value.into_pyobject(py)?.to_owned().into_any(),
            Self::Count(value) => value.into_pyobject(py)?.into_any(),
            Self::Number(value) => value.into_pyobject(py)?.into_any(),
            Self::Text(value) => value.into_pyobject(py)?.into_any(),
            Self::List(values) => {
                let list = PyList::empty(py);
                values.iter().try_for_each(|value| list.append(value.object(py)?))?;
                list.into_any()
            }
            Self::Record(fields) => dict(py, fields)?.into_any(),
        })
    }
}

/// Fields as a dict.
pub fn dict<'py>(py: Python<'py>, fields: &[(String, Said)]) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    fields.iter().try_for_each(|(name, value)| dict.set_item(name, value.object(py)?))?;
    Ok(dict)
}

fn lay_flat(record: Vec<(String, Said)>, codes: Codes<'_>, fields: &mut Vec<(String, Said)>) {
    for (name, value) in record {
        match value {
            Said::Record(inner) => lay_flat(inner, codes, fields),
            value if UNITS.contains(&name.as_str()) => fields.push((name, codes.unit(value))),
            value if AREAS.contains(&name.as_str()) => fields.push((name, codes.area(value))),
            value => fields.push((name, value)),
        }
    }
}

impl Codes<'_> {
    fn unit(self, value: Said) -> Said {
        coded(value, |number| self.units.code(UnitIx::new(number)).as_str().to_owned())
    }

    fn area(self, value: Said) -> Said {
        coded(value, |number| self.partition.label(AreaIx::new(number), self.units).as_str().to_owned())
    }
}

fn coded(value: Said, code: impl Fn(usize) -> String + Copy) -> Said {
    match value {
        Said::Count(number) => usize::try_from(number).map_or(Said::Nothing, |number| Said::Text(code(number))),
        Said::List(values) => Said::List(values.into_iter().map(|value| coded(value, code)).collect()),
        other => other,
    }
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Said;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Said, E> {
        Ok(Said::Switch(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Said, E> {
        Ok(Said::Count(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Said, E> {
        Ok(i64::try_from(value).map_or_else(|_| Said::Text(value.to_string()), Said::Count))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Said, E> {
        Ok(Said::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Said, E> {
        Ok(Said::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Said, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Said::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Said, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Said::Record(fields))
    }
}
