//! A record as a row: which columns a kind has, and how JSON becomes the values of an engine and back.

use miedza_planning::record::{Draft, Field, Kind, Origin, Record, Shape, Values, Visibility};
use miedza_planning::values::Translated;
use sea_orm::{QueryResult, Value as Kept};
use serde_json::Value;

use crate::Error;
use crate::sql::Columns;

/// Columns that every table of records has, in the order in which they are read.
pub const COMMON: [&str; 10] =
    ["id", "partnership", "visibility", "origin", "source", "version", "created_at", "updated_at", "updated_by", "deleted_at"];

/// All columns of a kind, for SELECT and INSERT; names of fields stand in quotes, because some are words of SQL.
pub fn columns(kind: Kind) -> String {
    let fields = kind.fields().iter().map(|field| format!(", \"{}\"", field.name));
    COMMON.join(", ") + &fields.collect::<String>()
}

/// The record of a row with [`columns`].
pub fn read(kind: Kind, row: &QueryResult) -> Result<Record, Error> {
    let mut columns = Columns::of(row);
    let id = columns.take()?;
    let partnership = columns.take()?;
    let visibility = columns.word(Visibility::parse)?;
    let origin = columns.word(Origin::parse)?;
    let source = columns.take()?;
    let version = columns.take()?;
    let (created_at, updated_at) = (columns.take()?, columns.take()?);
    let (updated_by, deleted_at) = (columns.take()?, columns.take()?);
    let mut values = Values::new();
    for field in kind.fields() {
        if let Some(value) = field_of(field, &mut columns)? {
            values.insert(field.name.to_owned(), value);
        }
    }
    let content = Draft { kind, partnership, visibility, origin, source, values };
    Ok(Record { id, content, version, created_at, updated_at, updated_by, deleted_at })
}

fn field_of(field: &Field, columns: &mut Columns<'_>) -> Result<Option<Value>, Error> {
    Ok(match field.shape {
        Shape::Number(..) => columns.take::<Option<i64>>()?.map(Value::from),
        Shape::Decimal => columns.take::<Option<f64>>()?.map(Value::from),
        Shape::Flag => columns.take::<Option<bool>>()?.map(Value::from),
        shape if is_json(shape) => columns.json()?,
        _ => columns.take::<Option<String>>()?.map(Value::from),
    })
}

/// Whether a field is kept as a text of JSON.
const fn is_json(shape: Shape) -> bool {
    shape.is_translated() || shape.is_list() || matches!(shape, Shape::Data)
}

/// All columns of a record, in the order of [`columns`].
pub fn values(record: &Record) -> Vec<Kept> {
    let content = &record.content;
    let mut values: Vec<Kept> = vec![
        record.id.as_str().into(),
        content.partnership.clone().into(),
        content.visibility.name().into(),
        content.origin.name().into(),
        content.source.clone().into(),
        record.version.into(),
        record.created_at.as_str().into(),
        record.updated_at.as_str().into(),
        record.updated_by.clone().into(),
        record.deleted_at.clone().into(),
    ];
    values.extend(content.kind.fields().iter().map(|field| kept(field.shape, content.values.get(field.name))));
    values
}

fn kept(shape: Shape, value: Option<&Value>) -> Kept {
    match shape {
        Shape::Number(..) => value.and_then(Value::as_i64).into(),
        Shape::Decimal => value.and_then(Value::as_f64).into(),
        Shape::Flag => value.and_then(Value::as_bool).into(),
        shape if is_json(shape) => value.map(ToString::to_string).into(),
        _ => value.and_then(Value::as_str).map(str::to_owned).into(),
    }
}

/// The draft as it will be read back: what is empty is missing, every decimal number has its fraction.
pub fn tidy(mut draft: Draft) -> Draft {
    let kind = draft.kind;
    let shape = |name: &str| kind.field(name).map(|field| field.shape);
    draft.values.retain(|name, value| !is_empty(shape(name), value));
    for (name, value) in &mut draft.values {
        if let (Some(Shape::Decimal), Some(number)) = (shape(name), value.as_f64()) {
            *value = Value::from(number);
        }
    }
    // PostgreSQL keeps no such sign.
    draft.source = draft.source.map(|source| source.replace('\0', "")).filter(|source| !source.trim().is_empty());
    draft
}

fn is_empty(shape: Option<Shape>, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty() && shape.is_some_and(Shape::is_list),
        Value::Object(_) if shape.is_some_and(Shape::is_translated) => {
            serde_json::from_value::<Translated>(value.clone()).is_ok_and(|text| text.is_empty())
        }
        _ => false,
    }
}
