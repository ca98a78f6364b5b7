//! Drafts of every kind that point to each other, and an author.

use std::collections::BTreeMap;

use miedza_planning::record::{Draft, Field, Kind, Origin, Shape, Values, Visibility};
use miedza_store::Author;
use serde_json::{Value, json};

/// Whoever writes in the tests.
pub fn author() -> Author {
    Author::Account("0190-anna".to_owned())
}

/// A draft of the office.
pub fn draft(kind: Kind, partnership: Option<&str>, values: Value) -> Draft {
    let Value::Object(values) = values else { panic!("{values} is no object") };
    let partnership = partnership.map(str::to_owned);
    Draft { kind, partnership, visibility: Visibility::Public, origin: Origin::Own, source: None, values }
}

/// A partnership with this address.
pub fn partnership(slug: &str) -> Draft {
    let name = json!({"original": "pl", "pl": {"text": "Aglomeracja Wałbrzyska"}});
    let values = json!({
        "slug": slug, "short_name": name, "formal_name": name, "legal_form": "agreement", "state": "published",
        "stage": "formation"
    });
    draft(Kind::Partnerships, None, values)
}

/// A theme with this address and name.
pub fn theme(slug: &str, name: &str) -> Draft {
    draft(Kind::Themes, None, json!({"slug": slug, "name": {"original": "pl", "pl": {"text": name}}}))
}

/// A record of the kind with all of its fields; it points to the records of `ids`.
pub fn full(kind: Kind, ids: &BTreeMap<Kind, String>) -> Draft {
    let mut values = Values::new();
    for field in kind.fields() {
        if let Some(value) = value(field, ids) {
            values.insert(field.name.to_owned(), value);
        }
    }
    if matches!(kind, Kind::Memberships | Kind::Signatures | Kind::Seats) {
        values.remove("organisation");
    }
    if kind == Kind::StatedFigures {
        let of_amount = [("figure", json!("amount")), ("value", json!(1748.55)), ("rate_currency", json!("czk"))];
        values.extend(of_amount.map(|(name, value)| (name.to_owned(), value)));
    }
    let partnership = kind.may_be_of_partnership().then(|| ids.get(&Kind::Partnerships)).flatten();
    let mut draft = draft(kind, partnership.map(String::as_str), Value::Object(values));
    draft.source = Some("Dz. U. 2023 poz. 225, § 4 — „źródło”".to_owned());
    draft.origin = Origin::External;
    draft.visibility = Visibility::Partners;
    draft
}

fn value(field: &Field, ids: &BTreeMap<Kind, String>) -> Option<Value> {
    Some(match field.shape {
        Shape::Line(most) => json!("Żółć \"’; DROP TABLE x; --".chars().take(most).collect::<String>()),
        Shape::Slug => json!("zazolc"),
        Shape::Words => json!({"original": "pl", "pl": {"text": "Zażółć"}, "cs": {"text": "Příliš", "of": "00000000"}}),
        Shape::Prose => json!({"original": "cs", "cs": {"text": "Příliš žluťoučký kůň\n\núpěl ďábelské ódy."}}),
        Shape::Date => json!("2012-Q3"),
        Shape::Day => json!("2012-04-17"),
        Shape::Number(least, _) => json!(least),
        Shape::Decimal => json!(0.1 + 0.2),
        Shape::Flag => json!(true),
        Shape::Choice(choices) => json!(choices.words[0]),
        Shape::Several(choices) => json!(choices.words),
        Shape::Unit => json!("0265011"),
        Shape::Units => json!(["0221011", "E06000001"]),
        Shape::Link(kind) => json!(ids.get(&kind)?),
        Shape::Links(kind) => json!([ids.get(&kind)?]),
        Shape::Weights => json!("population:2;seniors_share:0.5"),
        Shape::Indicators => json!(["births_per_1000", "population"]),
        Shape::Address => json!("https://example.org/a?b=c&d=e#f"),
        Shape::Data => json!({"nested": [1, 2.5, null, {"b": true}], "a": "ł"}),
    })
}
