//! Records as rows: one column per field of their kind, then what every record has.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::diagnosis::Catalogue;
use miedza_planning::record::{Field, Kind, Origin, Record, Shape, Visibility};
use miedza_store::Question;
use miedza_territory::UnitCode;
use miedza_workflows::record::Names;
use miedza_workflows::{Failure, labels};
use serde_json::Value;

use super::column::{Cell, Column, Holds, Named};
use crate::frame::Asker;

/// Where facts come from, in words of the store.
pub const ORIGINS: &[&str] = &["own", "stated", "external", "inferred", "invented"];
const VISIBILITIES: &[&str] = &["private", "partners", "public"];

/// The columns of a kind.
pub fn columns(kind: Kind) -> Vec<Column> {
    let of_field = |field: &Field| Column {
        name: field.name,
        holds: holds(field.shape),
        is_needed: field.is_needed,
        label: labels::field(kind, field.name),
    };
    let common = |name: &'static str, holds| Column::needed(name, holds, labels::field(kind, name));
    let mut columns = vec![common("id", Holds::Text)];
    columns.extend(kind.fields().iter().map(of_field));
    columns.extend([
        common("visibility", Holds::Choice(VISIBILITIES)),
        common("origin", Holds::Choice(ORIGINS)),
        Column::new("source", Holds::Text, labels::field(kind, "source")),
        common("version", Holds::Whole),
        common("updated_at", Holds::Moment),
    ]);
    columns
}

const fn holds(shape: Shape) -> Holds {
    match shape {
        Shape::Line(_) | Shape::Slug | Shape::Weights => Holds::Text,
        Shape::Words | Shape::Prose => Holds::Words,
        Shape::Date | Shape::Day => Holds::Date,
        Shape::Number(..) => Holds::Whole,
        Shape::Decimal => Holds::Decimal,
        Shape::Flag => Holds::Flag,
        Shape::Choice(choices) => Holds::Choice(choices.words),
        Shape::Several(choices) => Holds::Several(choices.words),
        Shape::Unit => Holds::Unit,
        Shape::Units => Holds::Units,
        Shape::Link(kind) => Holds::Link(kind),
        Shape::Links(kind) => Holds::Links(kind),
        Shape::Indicators => Holds::Indicators,
        Shape::Address => Holds::Address,
        Shape::Data => Holds::Data,
    }
}

/// Names of what rows point to, as far as the asker may know them.
#[derive(Clone, Debug, Default)]
pub struct Around {
    units: BTreeMap<String, String>,
    records: BTreeMap<String, String>,
}

impl Around {
    /// The names of everything that these records point to.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn of(asker: &Asker, records: &[Record]) -> Result<Self, Failure> {
        let (mut targets, mut codes) = (BTreeMap::<Kind, BTreeSet<&str>>::new(), BTreeSet::new());
        for record in records {
            for field in record.kind().fields() {
                let words = record.text(field.name).into_iter().chain(record.list(field.name));
                match (field.shape, field.shape.target()) {
                    (_, Some(kind)) => targets.entry(kind).or_default().extend(words),
                    (Shape::Unit | Shape::Units, None) => codes.extend(words),
                    _ => {}
                }
            }
        }
        let mut around = Self::default();
        for (kind, ids) in targets {
            around.add(asker, kind, ids).await?;
        }
        around.add_units(asker, codes).await?;
        Ok(around)
    }

    /// Adds the names of records of a kind.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn add<'a>(&mut self, asker: &Asker, kind: Kind, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Failure> {
        let found = asker.app.store().records(&Question::of(kind).with_ids(ids)).await?;
        let seen = seen(asker, found).await?;
        let names = Names::around(asker.app.store(), &seen, asker.language).await?;
        for record in &seen {
            self.records.insert(record.id.clone(), names.name(record, asker.language));
        }
        Ok(())
    }

    /// Adds the names of units.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn add_units<'a>(&mut self, asker: &Asker, codes: impl IntoIterator<Item = &'a str>) -> Result<(), Failure> {
        let codes: Vec<UnitCode> = codes.into_iter().filter_map(|code| UnitCode::parse(code).ok()).collect();
        let units = asker.app.store().units_by_code(&codes).await?;
        self.units.extend(units.into_iter().map(|(code, kept)| (code.to_string(), kept.unit.name)));
        Ok(())
    }

    /// A unit with its name.
    pub fn unit(&self, code: &str) -> Named {
        Named { id: code.to_owned(), name: self.units.get(code).cloned() }
    }

    /// A record with its name.
    pub fn record(&self, id: &str) -> Named {
        Named { id: id.to_owned(), name: self.records.get(id).cloned() }
    }
}

/// The records that the asker may see.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn seen(asker: &Asker, records: Vec<Record>) -> Result<Vec<Record>, Failure> {
    let ids: BTreeSet<&str> = records.iter().filter_map(|record| record.content.partnership.as_deref()).collect();
    let known = asker.partnership.iter().filter(|partnership| ids.len() == 1 && ids.contains(partnership.id.as_str()));
    let mut partnerships: BTreeMap<String, Record> =
        known.map(|partnership| (partnership.id.clone(), Record::clone(partnership))).collect();
    if partnerships.len() < ids.len() {
        let question = Question::of(Kind::Partnerships).with_ids(ids);
        let found = asker.app.store().records(&question).await?;
        partnerships = found.into_iter().map(|partnership| (partnership.id.clone(), partnership)).collect();
    }
    let is_seen = |record: &Record| match &record.content.partnership {
        Some(id) => partnerships.get(id).is_some_and(|partnership| asker.sees(record, Some(partnership))),
        None if record.kind() == Kind::Partnerships => asker.sees_partnership(record),
        None => asker.sees(record, None),
    };
    let (mut records, is_seen) = (records, is_seen);
    records.retain(is_seen);
    Ok(records)
}

/// A record as a row.
pub fn cells(asker: &Asker, record: &Record, around: &Around) -> Vec<Cell> {
    let kind = record.kind();
    let mut cells = vec![Cell::Text(record.id.clone())];
    cells.extend(kind.fields().iter().map(|field| cell(asker, record, field, around)));
    cells.extend([
        visibility(asker, record.content.visibility),
        origin(asker, record.content.origin),
        Cell::maybe(record.content.source.as_deref()),
        Cell::Whole(record.version),
        Cell::Text(record.updated_at.clone()),
    ]);
    cells
}

/// Who may see it, with its label.
fn visibility(asker: &Asker, visibility: Visibility) -> Cell {
    Cell::Named(Named { id: visibility.name().to_owned(), name: Some(asker.tell(&labels::visibility(visibility))) })
}

/// Where a fact comes from, with its label.
pub fn origin(asker: &Asker, origin: Origin) -> Cell {
    Cell::Named(Named { id: origin.name().to_owned(), name: Some(asker.tell(&labels::origin(origin))) })
}

/// An indicator with its name.
fn indicator(asker: &Asker, code: &str) -> Named {
    let names = Catalogue::held().indicator(code).map(|one| &one.names);
    Named { id: code.to_owned(), name: names.and_then(|names| names.get(&asker.tongue()).cloned()) }
}

fn cell(asker: &Asker, record: &Record, field: &Field, around: &Around) -> Cell {
    let word = |choices, word: &str| Named { id: word.to_owned(), name: Some(asker.tell(&labels::choice(choices, word))) };
    let text = record.text(field.name);
    let list = || record.list(field.name).into_iter();
    match field.shape {
        Shape::Words | Shape::Prose => {
            record.words(field.name).filter(|words| !words.is_empty()).map_or(Cell::Missing, Cell::Words)
        }
        Shape::Number(..) => record.number(field.name).map_or(Cell::Missing, Cell::Whole),
        Shape::Decimal => record.value(field.name).and_then(Value::as_f64).map_or(Cell::Missing, Cell::Decimal),
        Shape::Flag => record.value(field.name).and_then(Value::as_bool).map_or(Cell::Missing, Cell::Flag),
        Shape::Choice(choices) => text.map_or(Cell::Missing, |text| Cell::Named(word(choices, text))),
        Shape::Several(choices) => Cell::Several(list().map(|text| word(choices, text)).collect()),
        Shape::Unit => text.map_or(Cell::Missing, |code| Cell::Named(around.unit(code))),
        Shape::Units => Cell::Several(list().map(|code| around.unit(code)).collect()),
        Shape::Link(_) => text.map_or(Cell::Missing, |id| Cell::Named(around.record(id))),
        Shape::Links(_) => Cell::Several(list().map(|id| around.record(id)).collect()),
        Shape::Indicators => Cell::Several(list().map(|code| indicator(asker, code)).collect()),
        Shape::Data => record.value(field.name).cloned().map_or(Cell::Missing, Cell::Data),
        Shape::Line(_) | Shape::Slug | Shape::Weights | Shape::Date | Shape::Day | Shape::Address => Cell::maybe(text),
    }
}
