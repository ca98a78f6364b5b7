//! What the office keeps: kinds of records, their fields, and what may stand in a field.
//!
//! Forms, lists, sheets, the store and the interface for programs are all drawn from [`Kind::fields`], so a field exists on
//! every floor or on none. A record's values are JSON in the form that [`Shape`] names; the typed readings of
//! [`crate::partnership`] are made from them. Rules between records are not here but with those readings.

mod check;
pub(crate) mod choices;
mod course;
mod fields;
mod kind;
mod shape;

pub use check::{Fault, FaultKind, check, check_fields};
pub use course::{check_course, is_agreed, is_made_by_a_file, is_said_by_a_file};
pub use fields::COMMON_FIELDS;
pub use kind::Kind;
pub use shape::{Choices, Field, Shape};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Values of a record by the name of their field; a missing value has no entry.
pub type Values = Map<String, Value>;

/// Who may see a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Those who may edit it.
    #[default]
    Private,
    /// Everyone with a role in the partnership.
    Partners,
    /// Everyone.
    Public,
}

impl Visibility {
    /// All, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Private, Self::Partners, Self::Public];

    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Partners => "partners",
            Self::Public => "public",
        }
    }

    /// The visibility of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.name() == name)
    }
}

/// Where the fact of a record comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Entered by the office.
    #[default]
    Own,
    /// Stated in the source text.
    Stated,
    /// From another public page or register, which `source` names.
    External,
    /// Inferred, not stated anywhere.
    Inferred,
    /// An invented example of the demonstration.
    Invented,
}

impl Origin {
    /// All origins.
    pub const ALL: [Self; 5] = [Self::Own, Self::Stated, Self::External, Self::Inferred, Self::Invented];

    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Stated => "stated",
            Self::External => "external",
            Self::Inferred => "inferred",
            Self::Invented => "invented",
        }
    }

    /// The origin of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.name() == name)
    }
}

/// A record before it is kept: what was typed or imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Which kind.
    pub kind: Kind,
    /// Id of the partnership that it belongs to; `None` for kinds that belong to the whole portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partnership: Option<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Where the fact comes from.
    pub origin: Origin,
    /// Document, page or register that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Values by field.
    pub values: Values,
}

impl Draft {
    /// Whether it differs from an earlier content in translations at most: every original stays, and so does all else.
    #[must_use]
    pub fn only_translates(&self, before: &Self) -> bool {
        let common = |draft: &Self| (draft.kind, draft.partnership.clone(), draft.visibility, draft.origin, draft.source.clone());
        let same = |field: &Field| {
            let (old, new) = (before.values.get(field.name), self.values.get(field.name));
            old == new || (field.shape.is_translated() && original(old).is_some() && original(old) == original(new))
        };
        common(self) == common(before) && self.kind.fields().iter().all(same)
    }

    /// Whether it changes what the members agree among themselves.
    #[must_use]
    pub fn changes_what_is_agreed(&self, before: &Self) -> bool {
        let differs = |field: &Field| before.values.get(field.name) != self.values.get(field.name);
        self.kind.fields().iter().any(|field| is_agreed(self.kind, field.name) && differs(field))
    }

    /// Whether it differs from an earlier content in who may see it and in translations at most.
    #[must_use]
    pub fn only_shows(&self, before: &Self) -> bool {
        Self { visibility: before.visibility, ..self.clone() }.only_translates(before)
    }
}

/// The original of a text in several languages, with its language.
fn original(value: Option<&Value>) -> Option<(crate::values::Tongue, String)> {
    let texts: crate::values::Translated = serde_json::from_value(value?.clone()).ok()?;
    Some((texts.original, texts.text(texts.original)?.to_owned()))
}

/// A kept record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Stable, opaque.
    pub id: String,
    /// What is kept.
    #[serde(flatten)]
    pub content: Draft,
    /// Grows by one with each change, from 1.
    pub version: i64,
    /// When it was first kept: RFC 3339, UTC, whole microseconds.
    pub created_at: String,
    /// When it was last changed.
    pub updated_at: String,
    /// Account that changed it last; `None` for what the program itself loaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_by: Option<String>,
    /// When it was deleted; it can be brought back for 30 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<String>,
}

impl Record {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.content.kind
    }

    /// The value of a field.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.content.values.get(field)
    }

    /// A value that is a text.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.value(field).and_then(Value::as_str)
    }

    /// A value that is a whole number.
    #[must_use]
    pub fn number(&self, field: &str) -> Option<i64> {
        self.value(field).and_then(Value::as_i64)
    }

    /// A value that is a list of words: codes of units, ids of records, choices.
    #[must_use]
    pub fn list(&self, field: &str) -> Vec<&str> {
        self.value(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// A value that is a text in several languages.
    #[must_use]
    pub fn words(&self, field: &str) -> Option<crate::values::Translated> {
        self.value(field).and_then(|value| serde_json::from_value(value.clone()).ok())
    }

    /// A date as precise as it is known.
    #[must_use]
    pub fn date(&self, field: &str) -> Option<crate::values::PartialDate> {
        self.text(field).and_then(|text| text.parse().ok())
    }

    /// The record read as a type of its kind.
    ///
    /// # Errors
    /// The fault of JSON if the values do not fit the type; kept records fit.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_value(Value::Object(self.content.values.clone()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::values::{Tongue, Translated};

    fn news(title: &Translated, date: &str) -> Draft {
        let values = json!({"title": title, "date": date}).as_object().cloned().expect("an object");
        Draft {
            kind: Kind::News,
            partnership: Some("a".to_owned()),
            visibility: Visibility::Partners,
            origin: Origin::Own,
            source: None,
            values,
        }
    }

    #[test]
    fn a_translation_changes_no_original_and_nothing_else() {
        let title = Translated::new(Tongue::Pl, "Zebranie");
        let before = news(&title, "2024-05-01");
        let hidden = Draft { visibility: Visibility::Public, ..before.clone() };
        let cases = [
            ("nothing", before.clone(), true),
            ("a translation", news(&title.clone().with(Tongue::Cs, "Zasedání"), "2024-05-01"), true),
            ("the original", news(&title.clone().with(Tongue::Pl, "Narada"), "2024-05-01"), false),
            ("another original", news(&Translated::new(Tongue::Cs, "Zebranie"), "2024-05-01"), false),
            ("another field", news(&title, "2024-05-02"), false),
            ("who may see it", hidden, false),
        ];
        for (name, after, expected) in cases {
            assert_eq!(after.only_translates(&before), expected, "{name}");
        }
    }
}
