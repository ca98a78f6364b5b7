//! The members of an answer as they stand in the file, before anything is known to fit.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{I64Deserializer, U64Deserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde_json::Value;

use super::listed::Unchecked;

/// The top object, or the one under `dataset` of version 1.x.
#[derive(Deserialize)]
pub(super) struct Root {
    pub class: Option<String>,
    pub dataset: Option<Box<Root>>,
    pub label: Option<String>,
    pub source: Option<String>,
    pub updated: Option<String>,
    pub note: Option<Value>,
    pub id: Option<Vec<String>>,
    pub size: Option<Vec<u64>>,
    pub role: Option<Value>,
    pub dimension: Option<serde_json::Map<String, Value>>,
    pub value: Option<Unchecked<Scalar>>,
    pub status: Option<Unchecked<Box<str>>>,
    pub extension: Option<Value>,
}

/// What may stand in a cell: a number, or something else as it is written.
pub(super) enum Scalar {
    Number(f64),
    Other(Box<str>),
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or null")
            }

            fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Scalar, E> {
                Ok(Scalar::Number(number))
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Scalar, E> {
                let number: U64Deserializer<E> = number.into_deserializer();
                f64::deserialize(number).map(Scalar::Number)
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Scalar, E> {
                let number: I64Deserializer<E> = number.into_deserializer();
                f64::deserialize(number).map(Scalar::Number)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar::Other(text.chars().take(32).collect::<String>().into()))
            }

            fn visit_bool<E: serde::de::Error>(self, truth: bool) -> Result<Scalar, E> {
                Ok(Scalar::Other(truth.to_string().into()))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
