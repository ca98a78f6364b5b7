//! Small records for the tests of this room: readings made from JSON as it is kept.

use miedza_territory::UnitCode;
use serde_json::{Value, json};

use super::reading::{Kept, Reading, read};
use crate::record::{Draft, Origin, Record, Visibility};
use crate::values::{Day, PartialDate};

/// The partnership of every sample.
pub const PARTNERSHIP: &str = "p";

/// A value kept under an id.
pub fn kept<T>(id: &str, content: T) -> Kept<T> {
    let partnership = Some(PARTNERSHIP.to_owned());
    Kept { id: id.to_owned(), partnership, origin: Origin::Own, visibility: Visibility::Public, content }
}

/// A record of the kind that `T` is read from.
pub fn record<T: Reading>(id: &str, values: Value) -> Record {
    let values = serde_json::from_value(values).expect("an object");
    let partnership = T::KIND.is_of_partnership().then(|| PARTNERSHIP.to_owned());
    let content = Draft { kind: T::KIND, partnership, visibility: Visibility::Public, origin: Origin::Own, source: None, values };
    let (at, deleted_at) = ("2026-11-22T00:00:00.000000Z".to_owned(), None);
    Record { id: id.to_owned(), content, version: 1, created_at: at.clone(), updated_at: at, updated_by: None, deleted_at }
}

/// A reading made from JSON.
pub fn made<T: Reading>(id: &str, values: Value) -> Kept<T> {
    read(&record::<T>(id, values)).unwrap_or_else(|fault| panic!("{fault}: {:?}", std::error::Error::source(&fault)))
}

/// An object with further values, which go before its own.
pub fn with(mut object: Value, further: Value) -> Value {
    let Value::Object(further) = further else { panic!("an object: {further}") };
    for (field, value) in further {
        object[field] = value;
    }
    object
}

/// A text in Polish.
pub fn words(text: &str) -> Value {
    json!({"original": "pl", "pl": {"text": text}})
}

/// A code.
pub fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).expect("a code of the test")
}

/// Several codes.
pub fn units<B: FromIterator<UnitCode>>(codes: &[&str]) -> B {
    codes.iter().map(|code| unit(code)).collect()
}

/// A day.
pub fn day(text: &str) -> Day {
    text.parse().expect("a day of the test")
}

/// A date.
pub fn date(text: &str) -> PartialDate {
    text.parse().expect("a date of the test")
}
