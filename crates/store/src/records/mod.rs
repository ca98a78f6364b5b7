//! Records of any kind: questions about what is kept now, and about what was kept before.
//!
//! One table per kind; which columns it has follows from `Kind::fields()`. How records change is told in [`change`], how
//! they point to each other in [`links`].

mod change;
mod links;
mod purge;
mod row;
mod seen;

use miedza_planning::record::{Draft, Kind, Record, Shape};
use sea_orm::ConnectionTrait;

pub use change::{Change, DAYS_TO_UNDELETE, Write, partnership_of};

use crate::audit::{self, AuditEntry};
use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Question, Store};

/// Ids in one statement.
const IDS: usize = 500;

impl Store {
    /// A live record; `None` if there is none with this id.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn record(&self, kind: Kind, id: &str) -> Result<Option<Record>, Error> {
        Ok(find(self.reader(), kind, id).await?.filter(|record| record.deleted_at.is_none()))
    }

    /// The records that are asked for, in the order of their ids.
    ///
    /// # Errors
    /// [`Error::NoQuestion`] if a field cannot be asked for so, or what the engine says.
    pub async fn records(&self, question: &Question) -> Result<Vec<Record>, Error> {
        let kind = question.kind;
        let mut found = Vec::new();
        for ids in parts(question.ids.as_deref()) {
            let mut sql = Sql::new(format!("SELECT {} FROM {kind} WHERE ", row::columns(kind)));
            condition(&mut sql, question, ids, self.engine())?;
            for row in &sql.all(self.reader()).await? {
                found.push(row::read(kind, row)?);
            }
        }
        // Engines sort texts by the rules of some language; ids sort by bytes.
        found.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        Ok(found)
    }

    /// How many records are asked for.
    ///
    /// # Errors
    /// As [`Self::records`].
    pub async fn count(&self, question: &Question) -> Result<u64, Error> {
        let mut count = 0;
        for ids in parts(question.ids.as_deref()) {
            let mut sql = Sql::new(format!("SELECT COUNT(*) FROM {} WHERE ", question.kind));
            condition(&mut sql, question, ids, self.engine())?;
            if let Some(row) = sql.one(self.reader()).await? {
                count += u64::try_from(Columns::of(&row).take::<i64>()?).unwrap_or(0);
            }
        }
        Ok(count)
    }

    /// The live record whose address holds this part now or held it before; the caller compares the two.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn by_slug(&self, kind: Kind, slug: &str) -> Result<Option<Record>, Error> {
        if kind.field("slug").is_none() {
            return Ok(None);
        }
        let now = self.records(&Question::of(kind).with("slug", slug)).await?.pop();
        if now.is_some() {
            return Ok(now);
        }
        let sql = Sql::new("SELECT record_id FROM old_slugs WHERE kind = $1 AND slug = $2").with(kind.name()).with(slug);
        match sql.one(self.reader()).await? {
            Some(row) => self.record(kind, &Columns::of(&row).take::<String>()?).await,
            None => Ok(None),
        }
    }

    /// Everything that was done with a record, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn history(&self, kind: Kind, id: &str) -> Result<Vec<AuditEntry>, Error> {
        audit::of_record(self.reader(), kind, id).await
    }

    /// The content of an older version; `None` if there was none, or if it was a deletion.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn version(&self, kind: Kind, id: &str, version: i64) -> Result<Option<Draft>, Error> {
        let sql = Sql::new("SELECT after_change FROM audit_entries WHERE kind = $1 AND record_id = $2 AND version = $3");
        match sql.with(kind.name()).with(id).with(version).one(self.reader()).await? {
            Some(row) => Columns::of(&row).json(),
            None => Ok(None),
        }
    }
}

/// All records of a kind, live and deleted.
pub async fn all_of(connection: &impl ConnectionTrait, kind: Kind) -> Result<Vec<Record>, Error> {
    let rows = Sql::new(format!("SELECT {} FROM {kind}", row::columns(kind))).all(connection).await?;
    rows.iter().map(|row| row::read(kind, row)).collect()
}

/// A record, live or deleted.
async fn find(connection: &impl ConnectionTrait, kind: Kind, id: &str) -> Result<Option<Record>, Error> {
    let sql = Sql::new(format!("SELECT {} FROM {kind} WHERE id = $1", row::columns(kind))).with(id);
    sql.one(connection).await?.map(|row| row::read(kind, &row)).transpose()
}

/// Ids in parts that fit into one statement; one part without ids if none are asked for.
fn parts(ids: Option<&[String]>) -> Vec<Option<&[String]>> {
    ids.map_or_else(|| vec![None], |ids| ids.chunks(IDS).map(Some).collect())
}

/// What stands after WHERE.
fn condition(sql: &mut Sql, question: &Question, ids: Option<&[String]>, engine: Engine) -> Result<(), Error> {
    sql.push(if question.deleted { "deleted_at IS NOT NULL" } else { "deleted_at IS NULL" });
    if let Some(partnership) = &question.partnership {
        sql.push(" AND partnership = ").bind(partnership.as_str());
    }
    if let Some(ids) = ids {
        sql.push(" AND id IN (").bind_all(ids.iter().map(String::as_str)).push(")");
    }
    for (field, value) in &question.with {
        has(sql, question.kind, field, value, engine)?;
    }
    Ok(())
}

/// That a field has a value, or that its list holds it.
fn has(sql: &mut Sql, kind: Kind, field: &str, value: &str, engine: Engine) -> Result<(), Error> {
    let refused = || Error::NoQuestion { kind, field: field.to_owned(), value: value.to_owned() };
    if matches!(field, "visibility" | "origin") {
        sql.push(&format!(" AND {field} = ")).bind(value);
        return Ok(());
    }
    let shape = kind.field(field).ok_or_else(refused)?.shape;
    match shape {
        Shape::Number(..) => sql.push(&format!(" AND \"{field}\" = ")).bind(value.parse::<i64>().map_err(|_| refused())?),
        Shape::Flag => sql.push(&format!(" AND \"{field}\" = ")).bind(value.parse::<bool>().map_err(|_| refused())?),
        Shape::Words | Shape::Prose | Shape::Decimal | Shape::Data => return Err(refused()),
        _ if shape.is_list() => {
            sql.push(&format!(" AND {}(\"{field}\", ", engine.position()));
            sql.bind(serde_json::Value::from(value).to_string()).push(") > 0")
        }
        _ => sql.push(&format!(" AND \"{field}\" = ")).bind(value),
    };
    Ok(())
}
