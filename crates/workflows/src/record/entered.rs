//! What was typed into a form or stands in a row of a sheet, and the values that it means.

use std::collections::BTreeMap;

use miedza_planning::record::{Field, Kind, Shape, Values};
use miedza_planning::values::{Tongue, Translated};
use serde_json::{Number, Value};

/// Texts by the name of their entry; `title.pl`, `title.cs` and `title.en` for a translated field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered(BTreeMap<String, Vec<String>>);

impl Entered {
    /// What a form sent, in its order.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut entered = Self::default();
        for (name, text) in pairs {
            entered.add(name, text);
        }
        entered
    }

    /// Adds an entry; several of one name make a list.
    pub fn add(&mut self, name: String, text: String) {
        self.0.entry(name).or_default().push(text);
    }

    /// The same with another text in an entry.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.0.insert(name.to_owned(), vec![text.to_owned()]);
        self
    }

    /// The first text of an entry, without the space around it; `None` if it was not sent.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(|texts| texts.first()).map(|text| text.trim())
    }

    /// Every text of an entry; one text may hold several words, one per line or parted by semicolons.
    pub fn many(&self, name: &str) -> Vec<&str> {
        let texts = self.0.get(name).into_iter().flatten();
        texts.flat_map(|text| text.split(['\n', ';'])).map(str::trim).filter(|text| !text.is_empty()).collect()
    }

    /// Whether the entry was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// What a form sent without the entries that only steer it: versions, buttons, choices of a merge.
    #[must_use]
    pub fn of_fields(&self) -> Self {
        let steers =
            |name: &str| matches!(name, "seen-version" | "draft" | "discard" | "copy" | "again") || name.starts_with("choose:");
        Self(self.0.iter().filter(|(name, _)| !steers(name)).map(|(name, texts)| (name.clone(), texts.clone())).collect())
    }

    /// All entries, in the order of their names.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(name, texts)| texts.iter().map(|text| (name.as_str(), text.as_str())))
    }
}

impl From<BTreeMap<String, Vec<String>>> for Entered {
    fn from(entries: BTreeMap<String, Vec<String>>) -> Self {
        Self(entries)
    }
}

impl From<Entered> for BTreeMap<String, Vec<String>> {
    fn from(entered: Entered) -> Self {
        entered.0
    }
}

/// The values that were typed; fields that were not sent keep their value of `before`.
///
/// What cannot be understood stays as it was typed, so that [`miedza_planning::record::check`] names its fault.
pub fn read(kind: Kind, entered: &Entered, before: &Values, tongue: Tongue) -> Values {
    read_fields(kind.fields(), entered, before, tongue)
}

/// The same for any fields.
pub fn read_fields(fields: &[Field], entered: &Entered, before: &Values, tongue: Tongue) -> Values {
    let mut values = before.clone();
    for field in fields.iter().filter(|field| was_sent(field, entered)) {
        let value = if field.shape.is_translated() {
            translated(field, entered, before.get(field.name), tongue)
        } else if field.shape.is_list() {
            list(field, entered)
        } else {
            entered.one(field.name).filter(|text| !text.is_empty()).map(|text| single(field.shape, text))
        };
        match value {
            Some(value) => values.insert(field.name.to_owned(), value),
            None => values.remove(field.name),
        };
    }
    values
}

fn was_sent(field: &Field, entered: &Entered) -> bool {
    if field.shape.is_translated() {
        return Tongue::ALL.iter().any(|tongue| entered.has(&entry(field, *tongue)));
    }
    field.shape != Shape::Data && entered.has(field.name)
}

/// The name of the entry of one language.
fn entry(field: &Field, tongue: Tongue) -> String {
    format!("{}.{}", field.name, tongue.code())
}

fn translated(field: &Field, entered: &Entered, before: Option<&Value>, tongue: Tongue) -> Option<Value> {
    let before: Option<Translated> = before.and_then(|value| serde_json::from_value(value.clone()).ok());
    let typed = |tongue: Tongue| entered.one(&entry(field, tongue)).map(|text| text.replace("\r\n", "\n"));
    let first = || Tongue::ALL.into_iter().find(|tongue| typed(*tongue).is_some_and(|text| !text.is_empty()));
    let original = match &before {
        Some(before) => before.original,
        None if typed(tongue).is_some_and(|text| !text.is_empty()) => tongue,
        None => first()?,
    };
    let mut texts = before.unwrap_or_else(|| Translated::new(original, ""));
    for tongue in [original].into_iter().chain(Tongue::ALL.into_iter().filter(|tongue| *tongue != original)) {
        let Some(text) = typed(tongue) else { continue };
        let is_confirmed = entered.has(&format!("{}.still-right", entry(field, tongue)));
        if texts.text(tongue).unwrap_or_default() != text || is_confirmed {
            texts = texts.with(tongue, text);
        }
    }
    (!texts.is_empty()).then(|| serde_json::to_value(&texts).unwrap_or(Value::Null))
}

fn list(field: &Field, entered: &Entered) -> Option<Value> {
    let words: Vec<Value> = entered.many(field.name).into_iter().map(Value::from).collect();
    (!words.is_empty()).then_some(Value::Array(words))
}

fn single(shape: Shape, text: &str) -> Value {
    let as_typed = || Value::from(text);
    match shape {
        Shape::Number(..) => plain(text).parse::<i64>().map_or_else(|_| as_typed(), Value::from),
        Shape::Decimal => {
            let number = plain(text).replace(',', ".").parse::<f64>().ok().and_then(Number::from_f64);
            number.map_or_else(as_typed, Value::Number)
        }
        Shape::Flag => match text {
            "yes" | "true" => Value::Bool(true),
            "no" | "false" => Value::Bool(false),
            _ => as_typed(),
        },
        _ => as_typed(),
    }
}

/// A number without the spaces that part thousands.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '\u{202f}' && *sign != '\u{a0}')
        .collect::<String>()
        .replace('−', "-")
}

/// The values as entries of a form or a row, in the order of the fields.
pub fn written(kind: Kind, values: &Values) -> Vec<(String, String)> {
    written_fields(kind.fields(), values)
}

/// The same for any fields.
pub fn written_fields(fields: &[Field], values: &Values) -> Vec<(String, String)> {
    fields.iter().filter(|field| field.shape != Shape::Data).flat_map(|field| entries(field, values.get(field.name))).collect()
}

fn entries(field: &Field, value: Option<&Value>) -> Vec<(String, String)> {
    if field.shape.is_translated() {
        let texts: Option<Translated> = value.and_then(|value| serde_json::from_value(value.clone()).ok());
        let text = |tongue| texts.as_ref().and_then(|texts| texts.text(tongue)).unwrap_or_default().to_owned();
        return Tongue::ALL.into_iter().map(|tongue| (entry(field, tongue), text(tongue))).collect();
    }
    vec![(field.name.to_owned(), value.map(text).unwrap_or_default())]
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("; "),
        Value::Null => String::new(),
        // The shortest that is read as the same number: 22 and not 22.0.
        Value::Number(number) if number.is_f64() => number.as_f64().map(|number| number.to_string()).unwrap_or_default(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn entered(pairs: &[(&str, &str)]) -> Entered {
        Entered::new(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    #[test]
    fn values_come_back_from_what_is_written() {
        let before = json!({
            "unit": "0265011", "role": "leader", "valid_from": "2012-04", "vote_weight": 2,
            "linked_to": ["0221011", "0221021"], "note": {"original": "pl", "pl": {"text": "Uwaga"}},
        });
        let values = before.as_object().cloned().expect("an object");

        let again = read(Kind::Memberships, &Entered::new(written(Kind::Memberships, &values)), &Values::new(), Tongue::Pl);

        assert_eq!(again, values);
    }

    #[test]
    fn what_was_not_sent_keeps_its_value_and_what_was_emptied_is_gone() {
        let before = json!({"unit": "0265011", "role": "leader", "vote_weight": 2}).as_object().cloned().expect("an object");

        let values = read(Kind::Memberships, &entered(&[("vote_weight", " ")]), &before, Tongue::Pl);

        assert_eq!(values.get("vote_weight"), None);
        assert_eq!(values.get("role"), before.get("role"));
    }

    #[test]
    fn a_translation_stays_marked_until_it_is_touched_or_confirmed() {
        let before = Translated::new(Tongue::Pl, "Rada").with(Tongue::Cs, "Rada (cs)");
        let values = json!({ "name": before }).as_object().cloned().expect("an object");
        let mark = |values: &Values| -> bool {
            let texts: Translated = serde_json::from_value(values["name"].clone()).expect("texts");
            texts.is_out_of_date(Tongue::Cs)
        };

        let changed = [("name.pl", "Rada Partnerstwa"), ("name.cs", "Rada (cs)")];
        let outdated = read(Kind::Bodies, &entered(&changed), &values, Tongue::Pl);
        let confirmed = [("name.pl", "Rada Partnerstwa"), ("name.cs", "Rada (cs)"), ("name.cs.still-right", "yes")];
        let right = read(Kind::Bodies, &entered(&confirmed), &outdated, Tongue::Pl);

        assert!(mark(&outdated) && !mark(&right));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(single(Shape::Decimal, "1\u{202f}748,5"), json!(1748.5));
        assert_eq!(single(Shape::Number(0, 9), "1 000"), json!(1000));
        assert_eq!(single(Shape::Number(0, 9), "many"), json!("many"));
        assert_eq!((text(&json!(22.0)), text(&json!(1748.5)), text(&json!(7))), ("22".into(), "1748.5".into(), "7".into()));
    }
}
