//! Columns of an answer and what stands in them: the same list gives JSON, sheets and the description of the interface.

use miedza_planning::record::Kind;
use miedza_planning::values::{Tongue, Translated};
use miedza_texts::Message;
use serde_json::{Map, Value, json};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A text, the same in all languages.
    Text,
    /// A text in several languages.
    Words,
    /// A date as precise as it is known: `2012`, `2012-Q3`, `2012-04`, `2012-04-17`.
    Date,
    /// A moment: RFC 3339.
    Moment,
    /// A whole number.
    Whole,
    /// A number with a fraction.
    Decimal,
    /// Yes or no.
    Flag,
    /// One word of a list, with its label.
    Choice(&'static [&'static str]),
    /// Several words of a list, with their labels.
    Several(&'static [&'static str]),
    /// A territorial unit: code and name.
    Unit,
    /// Several territorial units.
    Units,
    /// A record: id and name.
    Link(Kind),
    /// Several records.
    Links(Kind),
    /// Several indicators of the catalogue: code and name.
    Indicators,
    /// An address in the web.
    Address,
    /// Whatever the program wrote: parameters, figures.
    Data,
}

/// A column of an answer.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in JSON and in sheets.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// Whether it always has a value.
    pub is_needed: bool,
    /// What people call it.
    pub label: Message,
}

impl Column {
    /// A column that may be empty.
    pub fn new(name: &'static str, holds: Holds, label: impl Into<Message>) -> Self {
        Self { name, holds, is_needed: false, label: label.into() }
    }

    /// A column that always has a value.
    pub fn needed(name: &'static str, holds: Holds, label: impl Into<Message>) -> Self {
        Self { is_needed: true, ..Self::new(name, holds, label) }
    }
}

/// A word, unit or record with the name that people know it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The word, the code or the id.
    pub id: String,
    /// The name; `None` if it is not known, or not for the asker to know.
    pub name: Option<String>,
}

/// What stands in one place of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Missing,
    /// A text, a date, an address.
    Text(String),
    /// A text in several languages.
    Words(Translated),
    /// A whole number.
    Whole(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// Yes or no.
    Flag(bool),
    /// A word, a unit, a record.
    Named(Named),
    /// Several of them.
    Several(Vec<Named>),
    /// Whatever the program wrote.
    Data(Value),
}

impl Cell {
    /// A text; an empty one is missing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Missing } else { Self::Text(text) }
    }

    /// A text, if there is one.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Missing, |text| Self::text(text))
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Missing, Self::Whole)
    }
}

/// The names of the two parts of a word, a unit and a record in JSON.
pub const fn parts(holds: Holds) -> [&'static str; 2] {
    match holds {
        Holds::Choice(_) | Holds::Several(_) => ["code", "label"],
        Holds::Unit | Holds::Units | Holds::Indicators => ["code", "name"],
        _ => ["id", "name"],
    }
}

/// A cell in JSON; what is missing is `null`, an empty list is a list.
pub fn json(column: &Column, cell: &Cell) -> Value {
    let named = |named: &Named| {
        let [id, name] = parts(column.holds);
        json!({ id: named.id, name: named.name })
    };
    match cell {
        Cell::Missing => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Words(words) => all_languages(words),
        Cell::Whole(number) => json!(number),
        Cell::Decimal(number) => json!(number),
        Cell::Flag(flag) => json!(flag),
        Cell::Named(one) => named(one),
        Cell::Several(list) => list.iter().map(named).collect(),
        Cell::Data(data) => data.clone(),
    }
}

/// A row in JSON.
pub fn object(columns: &[Column], cells: &[Cell]) -> Value {
    let pairs = columns.iter().zip(cells).map(|(column, cell)| (column.name.to_owned(), json(column, cell)));
    Value::Object(pairs.collect::<Map<_, _>>())
}

/// A text in all languages of content; a language without a text is `null`.
fn all_languages(words: &Translated) -> Value {
    let mut object = Map::new();
    for tongue in Tongue::ALL {
        object.insert(tongue.code().to_owned(), json!(words.text(tongue)));
    }
    let outdated: Vec<&str> = Tongue::ALL.into_iter().filter(|tongue| words.is_out_of_date(*tongue)).map(Tongue::code).collect();
    object.insert("original".to_owned(), json!(words.original.code()));
    object.insert("outdated".to_owned(), json!(outdated));
    Value::Object(object)
}

#[cfg(test)]
mod tests {
    use miedza_texts::key;

    use super::*;

    #[test]
    fn a_missing_translation_stays_missing_and_an_old_one_says_so() {
        let words = Translated::new(Tongue::Pl, "Rada").with(Tongue::En, "Council").with(Tongue::Pl, "Rada Partnerstwa");
        let column = Column::new("name", Holds::Words, key::PORTAL_NAME);

        let written = json(&column, &Cell::Words(words));

        let expected = json!({"pl": "Rada Partnerstwa", "cs": null, "en": "Council", "original": "pl", "outdated": ["en"]});
        assert_eq!(written, expected);
    }

    #[test]
    fn words_units_and_records_have_their_own_parts() {
        let named = || Cell::Named(Named { id: "0265011".to_owned(), name: None });
        let cases = [
            (Holds::Unit, json!({"code": "0265011", "name": null})),
            (Holds::Link(Kind::Documents), json!({"id": "0265011", "name": null})),
            (Holds::Choice(&[]), json!({"code": "0265011", "label": null})),
        ];
        for (holds, expected) in cases {
            assert_eq!(json(&Column::new("unit", holds, key::PORTAL_NAME), &named()), expected);
        }
    }
}
