//! How records point to each other: what is written must point to live records of the same partnership or of the whole
//! portal, what is deleted must not be pointed to.
//!
//! Foreign keys guard the same in the database; they know neither deletions that can be taken back nor lists of ids.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::record::{Kind, Record, Shape};
use sea_orm::ConnectionTrait;

use super::IDS;
use crate::sql::{Columns, Sql};
use crate::{Engine, Error};

/// How many users of a record are told.
const TOLD: i64 = 50;
/// The column that is no field.
const PARTNERSHIP: &str = "partnership";

/// Checks the records of one call, when all of its changes are made.
pub async fn check(tx: &impl ConnectionTrait, engine: Engine, saved: &[Record]) -> Result<(), Error> {
    let last: BTreeMap<(Kind, &str), &Record> =
        saved.iter().map(|record| ((record.kind(), record.id.as_str()), record)).collect();
    let (live, deleted): (Vec<_>, Vec<_>) = last.into_values().partition(|record| record.deleted_at.is_none());
    targets_are_live(tx, &live).await?;
    let mut gone: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for record in deleted {
        gone.entry(record.kind()).or_default().push(&record.id);
    }
    for (kind, ids) in gone {
        nobody_points_to(tx, engine, kind, &ids).await?;
    }
    Ok(())
}

/// Everything that a record points to: field, kind, id.
fn targets(record: &Record) -> Vec<(&'static str, Kind, &str)> {
    let mut targets = Vec::new();
    if let Some(partnership) = &record.content.partnership {
        targets.push((PARTNERSHIP, Kind::Partnerships, partnership.as_str()));
    }
    for field in record.kind().fields() {
        match field.shape {
            Shape::Link(kind) => targets.extend(record.text(field.name).map(|id| (field.name, kind, id))),
            Shape::Links(kind) => targets.extend(record.list(field.name).into_iter().map(|id| (field.name, kind, id))),
            _ => {}
        }
    }
    targets
}

/// What a record points to must be live, and belong to the whole portal or to the same partnership.
async fn targets_are_live(tx: &impl ConnectionTrait, records: &[&Record]) -> Result<(), Error> {
    let mut asked: BTreeMap<Kind, BTreeSet<&str>> = BTreeMap::new();
    for (_, target, id) in records.iter().copied().flat_map(targets) {
        asked.entry(target).or_default().insert(id);
    }
    let mut homes: BTreeMap<(Kind, String), Option<String>> = BTreeMap::new();
    for (target, ids) in asked {
        let all: Vec<&str> = ids.into_iter().collect();
        for part in all.chunks(IDS) {
            let mut sql = Sql::new(format!("SELECT id, partnership FROM {target} WHERE deleted_at IS NULL AND id IN ("));
            sql.bind_all(part.iter().copied()).push(")");
            for row in &sql.all(tx).await? {
                let mut columns = Columns::of(row);
                homes.insert((target, columns.take()?), columns.take()?);
            }
        }
    }
    for record in records {
        let is_within = |home: &Option<String>| home.is_none() || *home == record.content.partnership;
        for (field, target, id) in targets(record) {
            if !homes.get(&(target, id.to_owned())).is_some_and(is_within) {
                return Err(Error::NoTarget { kind: record.kind(), field, id: id.to_owned() });
            }
        }
    }
    Ok(())
}

async fn nobody_points_to(tx: &impl ConnectionTrait, engine: Engine, kind: Kind, ids: &[&str]) -> Result<(), Error> {
    let mut users: BTreeMap<String, BTreeSet<(Kind, String)>> = BTreeMap::new();
    for other in Kind::ALL {
        for (column, is_list) in pointing(other, kind) {
            for (target, user) in users_of(tx, engine, (other, column, is_list), ids).await? {
                users.entry(target).or_default().insert((other, user));
            }
        }
    }
    match users.into_iter().next() {
        Some((id, by)) => Err(Error::InUse { kind, id, by: by.into_iter().collect() }),
        None => Ok(()),
    }
}

/// Columns of a kind that point to another one, and whether they are lists.
pub fn pointing(kind: Kind, target: Kind) -> Vec<(&'static str, bool)> {
    let fields = kind.fields().iter().filter(|field| field.shape.target() == Some(target));
    let mut columns: Vec<_> = fields.map(|field| (field.name, field.shape.is_list())).collect();
    if target == Kind::Partnerships && kind.may_be_of_partnership() {
        columns.push((PARTNERSHIP, false));
    }
    columns
}

/// Pairs of a target and a live record that points to it.
async fn users_of(
    tx: &impl ConnectionTrait,
    engine: Engine,
    (kind, column, is_list): (Kind, &str, bool),
    ids: &[&str],
) -> Result<Vec<(String, String)>, Error> {
    let mut users = Vec::new();
    if is_list {
        for id in ids {
            let mut sql = Sql::new(format!("SELECT id FROM {kind} WHERE deleted_at IS NULL AND "));
            sql.push(&format!("{}(\"{column}\", ", engine.position())).bind(format!("\"{id}\""));
            sql.push(") > 0 LIMIT ").bind(TOLD);
            for row in &sql.all(tx).await? {
                users.push(((*id).to_owned(), Columns::of(row).take()?));
            }
        }
        return Ok(users);
    }
    for part in ids.chunks(IDS) {
        let mut sql = Sql::new(format!("SELECT \"{column}\", id FROM {kind} WHERE deleted_at IS NULL AND \"{column}\" IN ("));
        sql.bind_all(part.iter().copied()).push(") LIMIT ").bind(TOLD);
        for row in &sql.all(tx).await? {
            let mut columns = Columns::of(row);
            users.push((columns.take()?, columns.take()?));
        }
    }
    Ok(users)
}
