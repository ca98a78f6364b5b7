//! JSON: an array of objects is a table whose columns are the names inside; an object of numbers by code is one of two
//! columns. A row is an object, counted from 1.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::row::{Row, Rows};
use crate::Error;

/// Most bytes of a JSON file, which is read as a whole.
const MOST_BYTES: usize = 64 << 20;

/// Names and values of an object, in the order of the file.
struct Object(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Object(entries))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

pub(super) struct Objects {
    rows: std::vec::IntoIter<Row>,
}

impl Objects {
    pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MOST_BYTES {
            let what = format!("{} bytes of JSON are more than {MOST_BYTES}", bytes.len());
            return Err(Error::TooLarge { file: file.into(), what: what.into() });
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let is_array = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
        let parsed = if is_array {
            serde_json::from_slice(bytes)
        } else {
            serde_json::from_slice(bytes).map(|Object(entries)| by_code(entries))
        };
        let objects = parsed.map_err(|error| {
            let found = format!("it begins like JSON, but is no list of objects ({error})");
            Error::NotATable { file: file.into(), found: found.into() }
        })?;
        Ok(Self { rows: rows(&objects).into_iter() })
    }
}

/// `{"001001": 2584, …}` as objects with the names `code` and `value`.
fn by_code(entries: Vec<(String, Value)>) -> Vec<Object> {
    let object = |(code, value)| Object(vec![("code".into(), Value::String(code)), ("value".into(), value)]);
    entries.into_iter().map(object).collect()
}

fn rows(objects: &[Object]) -> Vec<Row> {
    let (mut columns, mut header) = (BTreeMap::new(), Row::default());
    for (name, _) in objects.iter().flat_map(|Object(entries)| entries) {
        let next = columns.len();
        columns.entry(name.as_str()).or_insert_with(|| {
            header.push(name, false);
            next
        });
    }
    let mut rows = vec![header];
    for (Object(entries), number) in objects.iter().zip(1..) {
        let mut fields = vec![(String::new(), false); columns.len()];
        for (name, value) in entries {
            fields[columns[name.as_str()]] = text(value);
        }
        let mut row = Row { number, ..Row::default() };
        for (text, is_number) in &fields {
            row.push(text, *is_number);
        }
        rows.push(row);
    }
    rows
}

fn text(value: &Value) -> (String, bool) {
    match value {
        Value::Null | Value::Array(_) | Value::Object(_) => (String::new(), false),
        Value::Bool(truth) => (truth.to_string(), false),
        Value::Number(number) => (number.to_string(), true),
        Value::String(text) => (text.clone(), false),
    }
}

impl Rows for Objects {
    fn next(&mut self, row: &mut Row) -> Result<bool, Error> {
        let Some(next) = self.rows.next() else { return Ok(false) };
        *row = next;
        Ok(true)
    }
}
