//! What was counted in units: one figure per unit, with its missing values.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::code::UnitCode;

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The source keeps it secret.
    Suppressed,
    /// The field is empty.
    NotGiven,
    /// The source says that it does not apply.
    NotApplicable,
}

/// A value of one unit, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// What the source says.
    Known(f64),
    /// Worked out, not counted.
    Estimated(f64),
    /// No value.
    Missing(Missing),
}

impl Value {
    /// The number, counted or estimated; `None` if it is missing.
    #[must_use]
    #[inline]
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Known(number) | Self::Estimated(number) => Some(number),
            Self::Missing(_) => None,
        }
    }
}

/// One figure per unit, by code.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Observations {
    values: BTreeMap<UnitCode, Value>,
}

impl Observations {
    /// No observation yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { values: BTreeMap::new() }
    }

    /// Adds a value; gives back the one that stood there before.
    pub fn insert(&mut self, code: UnitCode, value: Value) -> Option<Value> {
        self.values.insert(code, value)
    }

    /// The value of a unit; `None` if the source does not list the unit.
    #[must_use]
    pub fn get(&self, code: &UnitCode) -> Option<Value> {
        self.values.get(code).copied()
    }

    /// All values, in the byte order of codes.
    pub fn iter(&self) -> impl Iterator<Item = (&UnitCode, Value)> {
        self.values.iter().map(|(code, value)| (code, *value))
    }

    /// How many units are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether no unit is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}
