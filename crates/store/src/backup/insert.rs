//! Rows of a backup into an empty table.

use sea_orm::ConnectionTrait;
use serde_json::{Map, Value};

use super::opened::Opened;
use super::rows::kept;
use super::tables::Table;
use super::{BackupFault, Manifest};
use crate::Error;
use crate::sql::Sql;

/// Most values of a statement; both engines take a few more.
const VALUES: usize = 20_000;
/// Most rows of a statement.
const ROWS: usize = 500;

/// Loads the rows of a table.
pub async fn table(tx: &impl ConnectionTrait, backup: &mut Opened, table: &Table) -> Result<(), Error> {
    if !holds(&backup.manifest, &table.name) {
        return Ok(());
    }
    if table.name == "audit_head" {
        // The one row that an empty place has.
        Sql::new("DELETE FROM audit_head").run(tx).await?;
    }
    let most = ROWS.min(VALUES / table.columns.len().max(1));
    let (mut rows, mut lines) = (Vec::with_capacity(most), backup.lines(&table.name)?);
    while let Some((_, row)) = lines.next()? {
        rows.push(row);
        if rows.len() == most {
            statement(table, &rows)?.run(tx).await?;
            rows.clear();
        }
    }
    if !rows.is_empty() {
        statement(table, &rows)?.run(tx).await?;
    }
    Ok(())
}

fn holds(manifest: &Manifest, table: &str) -> bool {
    manifest.tables.iter().any(|kept| kept.name == table)
}

fn statement(table: &Table, rows: &[Map<String, Value>]) -> Result<Sql, Error> {
    let mut sql = Sql::new(format!("INSERT INTO \"{}\" ({}) VALUES ", table.name, table.names()));
    for (at, row) in rows.iter().enumerate() {
        if let Some(name) = row.keys().find(|name| !table.columns.iter().any(|column| column.name == **name)) {
            return Err(BackupFault::damaged(format!("{} has no column {name}", table.name)).into());
        }
        let values = table.columns.iter().map(|column| kept(column, row.get(&column.name)));
        sql.push(if at == 0 { "(" } else { ", (" }).bind_all(values.collect::<Result<Vec<_>, _>>()?).push(")");
    }
    Ok(sql)
}
