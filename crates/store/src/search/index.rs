//! The entries of the search: which words a record has, kept in the transaction that changes the record.

use std::collections::BTreeMap;

use miedza_planning::record::{Kind, Record, Shape};
use miedza_planning::values::Tongue;
use sea_orm::ConnectionTrait;

use super::fold::{Folding, Words};
use crate::Error;
use crate::records::partnership_of;
use crate::sql::Sql;

/// Rows written by one statement.
const ROWS: usize = 200;

/// What can be found of one thing.
pub struct Entry<'a> {
    pub kind: &'a str,
    pub id: &'a str,
    pub partnership: Option<String>,
    pub visibility: &'a str,
    pub name: Words,
    pub text: Words,
}

/// Brings the entries of changed records up to date.
pub async fn of_records(tx: &impl ConnectionTrait, records: &[Record]) -> Result<(), Error> {
    let last: BTreeMap<(Kind, &str), &Record> =
        records.iter().map(|record| ((record.kind(), record.id.as_str()), record)).collect();
    let (live, deleted): (Vec<_>, Vec<_>) = last.into_values().partition(|record| record.deleted_at.is_none());
    let folding = Folding::new();
    for part in live.chunks(ROWS) {
        keep(tx, part.iter().map(|record| entry(&folding, record)).collect()).await?;
    }
    for record in deleted {
        let sql = Sql::new("DELETE FROM search_entries WHERE kind = $1 AND record_id = $2");
        sql.with(record.kind().name()).with(record.id.as_str()).run(tx).await?;
    }
    Ok(())
}

/// Writes entries, new ones or instead of older ones; at most as many as fit into one statement.
pub async fn keep(tx: &impl ConnectionTrait, entries: Vec<Entry<'_>>) -> Result<(), Error> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut sql =
        Sql::new("INSERT INTO search_entries (kind, record_id, partnership, visibility, name_text, search_text) VALUES ");
    for (row, entry) in entries.into_iter().enumerate() {
        sql.push(if row == 0 { "(" } else { ", (" }).bind_all([entry.kind, entry.id]).push(", ");
        sql.bind(entry.partnership).push(", ").bind(entry.visibility).push(", ");
        sql.bind_all([entry.name.into_text(), entry.text.into_text()]).push(")");
    }
    sql.push(
        " ON CONFLICT (kind, record_id) DO UPDATE SET partnership = excluded.partnership, visibility = excluded.visibility, \
         name_text = excluded.name_text, search_text = excluded.search_text",
    );
    sql.run(tx).await?;
    Ok(())
}

fn entry<'a>(folding: &Folding, record: &'a Record) -> Entry<'a> {
    let naming = record.kind().naming_fields();
    let (mut name, mut text) = (Words::default(), Words::default());
    for field in record.kind().fields() {
        let words = if naming.contains(&field.name) { &mut name } else { &mut text };
        match field.shape {
            Shape::Words | Shape::Prose => {
                let translated = record.words(field.name);
                for (tongue, translation) in translated.iter().flat_map(|translated| &translated.texts) {
                    folding.add(&translation.text, Some(*tongue), words);
                }
            }
            Shape::Line(_) | Shape::Slug | Shape::Unit => {
                folding.add(record.text(field.name).unwrap_or_default(), None::<Tongue>, words);
            }
            Shape::Units => record.list(field.name).into_iter().for_each(|code| folding.add(code, None, words)),
            _ => {}
        }
    }
    let visibility = record.content.visibility.name();
    Entry { kind: record.kind().name(), id: &record.id, partnership: partnership_of(record), visibility, name, text }
}
