//! The form of the database, step by step; one history for both engines.
//!
//! Each step is a text of SQL under `migrations/`, in which `{bytes}` and `{number}` stand for words that the engines
//! spell differently and lines between `-- only sqlite` or `-- only postgres` and `-- both` are for one engine. A step is
//! never edited once it was released. All steps that are missing are made in one transaction: a program that is killed
//! meanwhile leaves the old form behind.

mod step;

use sea_orm_migration::MigratorTrait;

use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Store};

use step::Steps;

/// Number of the lock that nodes share while they look after the form: "steps" in ASCII.
const LOCK: i64 = 0x73_7465_7073;

/// Brings the form up to date.
pub async fn run(store: &Store) -> Result<(), Error> {
    let tx = store.begin().await?;
    if store.engine() == Engine::Postgres {
        Sql::new("SELECT pg_advisory_xact_lock($1)").with(LOCK).run(&tx).await?;
    }
    Steps::install(&tx).await?;
    let known: Vec<&str> = step::STEPS.iter().map(|step| step.name).collect();
    for row in Sql::new("SELECT version FROM seaql_migrations ORDER BY version").all(&tx).await? {
        let made: String = Columns::of(&row).take()?;
        if !known.contains(&made.as_str()) {
            return Err(Error::NewerSchema { step: made });
        }
    }
    Steps::up(&tx, None).await?;
    Ok(tx.commit().await?)
}
