//! Whether the types of this room say all that records say.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::body::{Body, Seat};
use super::call::{Call, CallAnswer, CallCondition};
use super::count::StatedFigure;
use super::document::Document;
use super::effect::Effect;
use super::evidence::{
    Challenge, Diagnosis, DiagnosisComment, DocumentReview, Finding, Problem, Survey, SurveyQuestion, SwotItem,
};
use super::flag::UnitFlag;
use super::identity::{InstitutionalPartner, Organisation, Partnership, Theme};
use super::material::{Attachment, FlowTable, FunderLine, News};
use super::meeting::{AgendaItem, Attendance, Meeting};
use super::membership::Membership;
use super::participation::Participation;
use super::reading::{Reading, read_all};
use super::resolution::Resolution;
use super::samples::record;
use super::signature::Signature;
use super::stage::Step;
use super::timeline::TimelineEvent;
use super::variant::Variant;
use crate::record::{Field, Kind, Shape, Values, check};

/// A value that fits the shape; of a list of words the one at this place, or the last.
fn sample(shape: Shape, place: usize) -> Value {
    match shape {
        Shape::Line(_) | Shape::Slug | Shape::Link(_) => json!("a"),
        Shape::Words | Shape::Prose => json!({"original": "pl", "pl": {"text": "a"}, "cs": {"text": "b", "of": "0000000a"}}),
        Shape::Date => json!("2012-04"),
        Shape::Day => json!("2012-04-17"),
        Shape::Number(least, most) => json!(2012.clamp(least, most)),
        Shape::Decimal => json!(1.5),
        Shape::Flag => json!(true),
        Shape::Choice(choices) => json!(choices.words[place.min(choices.words.len() - 1)]),
        Shape::Several(choices) => json!([choices.words[place.min(choices.words.len() - 1)]]),
        Shape::Unit => json!("0265011"),
        Shape::Units => json!(["0221011"]),
        Shape::Links(_) => json!(["a"]),
        Shape::Indicators => json!(["births_per_1000"]),
        Shape::Weights => json!("population:2"),
        Shape::Address => json!("https://example.org"),
        Shape::Data => json!({"a": 1}),
    }
}

fn full(kind: Kind, place: usize) -> Values {
    kind.fields().iter().map(|field| (field.name.to_owned(), sample(field.shape, place))).collect()
}

fn longest_list(kind: Kind) -> usize {
    let lists = kind.fields().iter().filter_map(|field| field.shape.choices());
    lists.map(|choices| choices.words.len()).max().unwrap_or(1)
}

fn written<T: Reading + Serialize>(values: &Values) -> Map<String, Value> {
    let read: T = serde_json::from_value(Value::Object(values.clone())).unwrap_or_else(|fault| panic!("{}: {fault}", T::KIND));
    let Value::Object(written) = serde_json::to_value(read).expect("readings are JSON") else { panic!("an object") };
    written
}

/// Reads a record that has every field, once for each word of its lists, and one that has only what is needed.
fn reads_all<T: Reading + Serialize>() -> Kind {
    for place in 0..longest_list(T::KIND) {
        let values = full(T::KIND, place);

        assert_eq!(Value::Object(written::<T>(&values)), Value::Object(values), "{} with word {place}", T::KIND);
    }
    let needed: Vec<&Field> = T::KIND.fields().iter().filter(|field| field.is_needed).collect();
    let least: Values = needed.iter().map(|field| (field.name.to_owned(), sample(field.shape, 0))).collect();
    let mut given = written::<T>(&least);
    given.retain(|_, value| !value.is_null() && *value != json!([]));

    assert_eq!(Value::Object(given), Value::Object(least), "{} with what is needed", T::KIND);
    T::KIND
}

#[test]
fn every_kind_has_a_type_that_reads_every_field_and_every_word() {
    let mut read = vec![
        reads_all::<Partnership>(),
        reads_all::<Organisation>(),
        reads_all::<Theme>(),
        reads_all::<Membership>(),
        reads_all::<Document>(),
        reads_all::<Signature>(),
        reads_all::<Body>(),
        reads_all::<Seat>(),
        reads_all::<Meeting>(),
        reads_all::<AgendaItem>(),
        reads_all::<Attendance>(),
        reads_all::<Resolution>(),
        reads_all::<Effect>(),
        reads_all::<InstitutionalPartner>(),
        reads_all::<TimelineEvent>(),
        reads_all::<Step>(),
        reads_all::<Participation>(),
        reads_all::<Call>(),
        reads_all::<CallCondition>(),
        reads_all::<CallAnswer>(),
        reads_all::<UnitFlag>(),
        reads_all::<StatedFigure>(),
        reads_all::<News>(),
        reads_all::<Attachment>(),
        reads_all::<FunderLine>(),
        reads_all::<FlowTable>(),
        reads_all::<Variant>(),
        reads_all::<Diagnosis>(),
        reads_all::<DiagnosisComment>(),
        reads_all::<Survey>(),
        reads_all::<SurveyQuestion>(),
        reads_all::<DocumentReview>(),
        reads_all::<Finding>(),
        reads_all::<SwotItem>(),
        reads_all::<Problem>(),
        reads_all::<Challenge>(),
    ];
    read.sort();
    let mut all = Kind::ALL.to_vec();
    all.sort();

    assert_eq!(read, all);
}

#[test]
fn a_sample_of_every_kind_fits_its_fields() {
    for kind in Kind::ALL {
        let mut values = full(kind, 0);
        if matches!(kind, Kind::Memberships | Kind::Signatures | Kind::Seats) {
            values.remove("organisation");
        }
        if kind == Kind::StatedFigures {
            values.extend([("figure".to_owned(), json!("amount")), ("rate_currency".to_owned(), json!("pln"))]);
        }

        assert_eq!(check(kind, &values), [], "{kind}");
    }
}

#[test]
fn records_of_other_kinds_and_deleted_ones_are_passed_over() {
    let theme = |id| record::<Theme>(id, json!({"slug": "roads", "name": {"original": "pl", "pl": {"text": "Drogi"}}}));
    let mut deleted = theme("b");
    deleted.deleted_at = Some("2026-11-22T00:00:00.000000Z".to_owned());
    let other = record::<Attendance>("c", json!({"meeting": "m", "seat": "s", "presence": "present"}));

    let read = read_all::<Theme>(&[theme("a"), deleted, other]).expect("readable");

    assert_eq!(read.iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>(), ["a"]);
}
