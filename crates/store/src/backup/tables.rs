//! Which tables there are, what their columns hold, which of them travel: asked of the engine.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;

use super::unfinished;
use crate::sql::{Columns, Sql};
use crate::{Engine, Error};

/// Tables that do not travel: doors that are open, and what the program knows of its own steps.
const LEFT_OUT: [&str; 5] = ["sessions", "one_time_tokens", "login_attempts", "seaql_migrations", unfinished::TABLE];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    Whole,
    Fraction,
    Truth,
    Bytes,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub holds: Holds,
    /// Its place in the key, from 1; 0 for none.
    key: i64,
}

/// A table; its columns are in the order of their names, which is the same on both engines.
#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

impl Table {
    /// The columns of the key; none if only the engine's own number tells rows apart.
    pub fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.columns.iter().filter(|column| column.key > 0).collect();
        key.sort_by_key(|column| column.key);
        key
    }

    /// The columns by which rows are put in order.
    pub fn order(&self) -> Vec<&Column> {
        let key = self.key();
        if key.is_empty() { self.columns.iter().filter(|column| column.holds != Holds::Bytes).collect() } else { key }
    }

    /// The names of the columns, between commas.
    pub fn names(&self) -> String {
        self.columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ")
    }
}

/// The tables that travel, in the order of their names.
pub async fn tables(connection: &impl ConnectionTrait, engine: Engine) -> Result<Vec<Table>, Error> {
    let text = match engine {
        Engine::Sqlite => "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
        Engine::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()",
    };
    let mut names = BTreeSet::new();
    for row in &Sql::new(text).all(connection).await? {
        names.insert(Columns::of(row).take::<String>()?);
    }
    let mut tables = Vec::new();
    for name in names.into_iter().filter(|name| travels(name)) {
        let columns = columns(connection, engine, &name).await?;
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

fn travels(name: &str) -> bool {
    !LEFT_OUT.contains(&name) && !name.starts_with("sqlite_")
}

/// The columns of a table, without those that the engine fills by itself.
async fn columns(connection: &impl ConnectionTrait, engine: Engine, table: &str) -> Result<Vec<Column>, Error> {
    let text = match engine {
        Engine::Sqlite => {
            "SELECT name, lower(type), pk FROM pragma_table_info($1) WHERE NOT (lower(type) = 'integer' AND pk = 1)"
        }
        Engine::Postgres => {
            "SELECT a.attname::text, format_type(a.atttypid, NULL), \
             COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint \
             FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary \
             WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0 AND NOT a.attisdropped \
             AND a.attgenerated = '' AND a.attidentity = ''"
        }
    };
    let mut columns = Vec::new();
    for row in &Sql::new(text).with(table).all(connection).await? {
        let mut row = Columns::of(row);
        let (name, kind): (String, String) = (row.take()?, row.take()?);
        let holds = holds(&kind).ok_or_else(|| Error::Unreadable { what: format!("column {table}.{name} ({kind})") })?;
        columns.push(Column { name, holds, key: row.take()? });
    }
    columns.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(columns)
}

fn holds(kind: &str) -> Option<Holds> {
    match kind {
        "text" => Some(Holds::Text),
        "bigint" => Some(Holds::Whole),
        "double precision" => Some(Holds::Fraction),
        "boolean" => Some(Holds::Truth),
        "blob" | "bytea" => Some(Holds::Bytes),
        _ => None,
    }
}

/// The tables, each after those that its rows must find there at once. SQLite looks at the end only, if it is told so.
pub async fn in_order(tx: &impl ConnectionTrait, engine: Engine, tables: Vec<Table>) -> Result<Vec<Table>, Error> {
    if engine == Engine::Sqlite {
        tx.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
        return Ok(tables);
    }
    let text = "SELECT c.relname::text, p.relname::text FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid \
                JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f' AND NOT k.condeferrable AND c.oid <> p.oid";
    let mut needs = BTreeSet::new();
    for row in &Sql::new(text).all(tx).await? {
        let mut row = Columns::of(row);
        needs.insert((row.take::<String>()?, row.take::<String>()?));
    }
    let (mut order, mut left) = (Vec::<Table>::new(), tables);
    while !left.is_empty() {
        let is_free = |table: &Table| !left.iter().any(|other| needs.contains(&(table.name.clone(), other.name.clone())));
        let next = left.iter().position(is_free).unwrap_or(0);
        order.push(left.remove(next));
    }
    Ok(order)
}
