//! The form of the database, step by step; one history for both engines.
//!
//! Each step is a text of SQL under `migrations/`, in which `{bytes}` and `{number}` stand for words that the engines
//! spell differently and lines between `-- only sqlite` or `-- only postgres` and `-- both` are for one engine. A step is
//! never edited once it was released. All steps that are missing are made in one transaction: a program that is killed
//! meanwhile leaves the old form behind.

mod step;

use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;

use crate::sql::{Columns, Sql};
use crate::sqlite_file::APPLICATION;
use crate::{Engine, Error, Store};

use step::Steps;

/// Number of the lock that nodes share while they look after the form: "steps" in ASCII.
const LOCK: i64 = 0x73_7465_7073;

/// Brings the form up to date.
pub async fn run(store: &Store) -> Result<(), Error> {
    make(store, step::STEPS.len()).await
}

/// Brings the form up to this step; a form that is newer already stays as it is.
pub async fn run_to(store: &Store, last: &str) -> Result<(), Error> {
    make(store, step::STEPS.iter().position(|step| step.name == last).map_or(0, |at| at + 1)).await
}

/// Whether this program knows the step.
pub fn knows(name: &str) -> bool {
    step::STEPS.iter().any(|step| step.name == name)
}

/// The table in which the steps are noted.
const STEPS_TABLE: &str = "seaql_migrations";

/// The tables that the steps make, those of the steps themselves last.
pub fn own_tables() -> impl Iterator<Item = &'static str> {
    let lines = step::STEPS.iter().flat_map(|step| step.texts).flat_map(|text| text.lines());
    let made = |line: &'static str| {
        let rest = line.strip_prefix("CREATE TABLE ").or_else(|| line.strip_prefix("CREATE VIRTUAL TABLE "))?;
        rest.split(|sign: char| sign.is_whitespace() || sign == '(').next()
    };
    lines.filter_map(made).chain([STEPS_TABLE])
}

/// The last step that was made.
pub async fn last(store: &Store) -> Result<String, Error> {
    let row = Sql::new("SELECT version FROM seaql_migrations ORDER BY version DESC LIMIT 1").one(store.reader()).await?;
    row.map_or_else(|| Ok(String::new()), |row| Columns::of(&row).take())
}

/// Makes the steps that are missing among the first `count`.
async fn make(store: &Store, count: usize) -> Result<(), Error> {
    let tx = store.begin().await?;
    if store.engine() == Engine::Postgres {
        Sql::new("SELECT pg_advisory_xact_lock($1)").with(LOCK).run(&tx).await?;
    }
    Steps::install(&tx).await?;
    let known: Vec<&str> = step::STEPS.iter().map(|step| step.name).collect();
    let rows = Sql::new("SELECT version FROM seaql_migrations ORDER BY version").all(&tx).await?;
    for row in &rows {
        let made: String = Columns::of(row).take()?;
        if !known.contains(&made.as_str()) {
            return Err(Error::NewerSchema { step: made });
        }
    }
    let missing = count.saturating_sub(rows.len());
    if missing > 0 {
        Steps::up(&tx, Some(u32::try_from(missing).unwrap_or(u32::MAX))).await?;
    }
    if store.engine() == Engine::Sqlite {
        number(&tx).await?;
    }
    Ok(tx.commit().await?)
}

/// Writes our number into the head of the file, where it is not there yet.
async fn number(tx: &impl ConnectionTrait) -> Result<(), Error> {
    let ours = i64::from(APPLICATION);
    let row = Sql::new("SELECT application_id FROM pragma_application_id").one(tx).await?;
    let has: Option<i64> = row.map(|row| Columns::of(&row).take()).transpose()?;
    if has != Some(ours) {
        tx.execute_unprepared(&format!("PRAGMA application_id = {ours}")).await?;
    }
    Ok(())
}
