//! The mark of a restore that is under way: a table that is there only meanwhile.
//!
//! It is set before the first upload is kept and goes in the transaction that loads the rows. A place that has it was left
//! in the middle: it is not opened, and the same restore can be begun again.

use sea_orm::ConnectionTrait;

use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Moment, Store};

/// The table.
pub const TABLE: &str = "unfinished_restore";

/// When the restore that was not finished began; `None` if there is none.
pub async fn found(connection: &impl ConnectionTrait, engine: Engine) -> Result<Option<String>, Error> {
    let text = match engine {
        Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = $1",
        Engine::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
    };
    if Sql::new(text).with(TABLE).one(connection).await?.is_none() {
        return Ok(None);
    }
    let row = Sql::new(format!("SELECT began_at FROM {TABLE}")).one(connection).await?;
    Ok(Some(row.map_or_else(|| Ok(String::new()), |row| Columns::of(&row).take())?))
}

/// Sets the mark.
pub async fn mark(store: &Store) -> Result<(), Error> {
    let tx = store.begin().await?;
    tx.execute_unprepared(&format!("CREATE TABLE IF NOT EXISTS {TABLE} (began_at TEXT NOT NULL)")).await?;
    Sql::new(format!("DELETE FROM {TABLE}")).run(&tx).await?;
    Sql::new(format!("INSERT INTO {TABLE} (began_at) VALUES ($1)")).with(Moment::now().to_string()).run(&tx).await?;
    Ok(tx.commit().await?)
}

/// Takes the mark away.
pub async fn clear(tx: &impl ConnectionTrait) -> Result<(), Error> {
    tx.execute_unprepared(&format!("DROP TABLE {TABLE}")).await?;
    Ok(())
}

/// Refuses a place that was left in the middle.
pub async fn refuse(store: &Store) -> Result<(), Error> {
    match found(store.reader(), store.engine()).await? {
        Some(began_at) => Err(Error::UnfinishedRestore { began_at }),
        None => Ok(()),
    }
}
