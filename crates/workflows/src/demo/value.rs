//! A value of a text as the value of a field: links become ids, texts in several languages take their stored form.

use miedza_planning::record::{Kind, Shape};
use miedza_planning::values::{Tongue, Translated};
use serde_json::Value;

/// Why a value cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub enum ValueFault {
    /// It has another form than the field.
    Form,
    /// It names a record that is not there.
    NoTarget {
        /// Kind of what is named.
        target: Kind,
        /// Its key.
        name: String,
    },
}

/// Reads a value; `find` gives the id of a record by its kind and key.
pub fn read(shape: Shape, value: &toml::Value, find: &dyn Fn(Kind, &str) -> Option<String>) -> Result<Value, ValueFault> {
    match shape {
        Shape::Words | Shape::Prose => translated(value),
        Shape::Link(target) => linked(target, value, find),
        Shape::Links(target) => {
            let keys = value.as_array().ok_or(ValueFault::Form)?;
            keys.iter().map(|key| linked(target, key, find)).collect()
        }
        _ => plain(value),
    }
}

fn plain(value: &toml::Value) -> Result<Value, ValueFault> {
    serde_json::to_value(value).map_err(|_| ValueFault::Form)
}

fn linked(target: Kind, value: &toml::Value, find: &dyn Fn(Kind, &str) -> Option<String>) -> Result<Value, ValueFault> {
    let key = value.as_str().ok_or(ValueFault::Form)?;
    find(target, key).map(Value::String).ok_or_else(|| ValueFault::NoTarget { target, name: key.to_owned() })
}

/// `{ pl = "…", cs = "…", en = "…", original = "cs" }`; without `original` the Polish text is the original.
fn translated(value: &toml::Value) -> Result<Value, ValueFault> {
    let table = value.as_table().ok_or(ValueFault::Form)?;
    let text = |name: &str| table.get(name).map(|text| text.as_str().ok_or(ValueFault::Form)).transpose();
    if table.keys().any(|name| name != "original" && Tongue::parse(name).is_none()) {
        return Err(ValueFault::Form);
    }
    let original = text("original")?.map_or(Some(Tongue::Pl), Tongue::parse).ok_or(ValueFault::Form)?;
    let first = text(original.code())?.ok_or(ValueFault::Form)?;
    let mut translated = Translated::new(original, first);
    for tongue in Tongue::ALL.into_iter().filter(|tongue| *tongue != original) {
        if let Some(text) = text(tongue.code())? {
            translated = translated.with(tongue, text);
        }
    }
    serde_json::to_value(translated).map_err(|_| ValueFault::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<Value, ValueFault> {
        let value: toml::Value = toml::from_str(text).expect("TOML");
        read(Shape::Words, &value, &|_, _| None)
    }

    #[test]
    fn a_text_without_its_original_is_refused() {
        assert_eq!(words(r#"cs = "Rada""#), Err(ValueFault::Form));
        assert_eq!(words("pl = \"Rada\"\nfr = \"Conseil\""), Err(ValueFault::Form));
        assert!(words("original = \"cs\"\ncs = \"Rada\"").is_ok());
    }

    #[test]
    fn a_link_to_nothing_is_told_by_kind_and_key() {
        let fault = read(Shape::Link(Kind::Bodies), &"council".into(), &|_, _| None);

        assert_eq!(fault, Err(ValueFault::NoTarget { target: Kind::Bodies, name: "council".to_owned() }));
    }
}
