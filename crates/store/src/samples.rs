//! Stores for tests: one on each engine that is found here, each with a database of its own.
//!
//! SQLite is always there. If the programs of PostgreSQL are found (`initdb` on the path or under `/usr/lib/postgresql`), a
//! throw-away server is started once per test program; it listens on a socket in its own folder and ends with the program.

mod server;

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::ConnectionTrait;
use tempfile::TempDir;

use crate::sql::{Columns, Sql};
use crate::{Error, Place, Store, Uploads, migrations};

/// A store that ends with the test.
#[derive(Debug)]
pub struct Sample {
    /// The store.
    pub store: Store,
    /// Where it lies, to open it a second time.
    pub place: Place,
    /// A folder of its own.
    pub folder: TempDir,
}

impl Sample {
    /// Changes the database past the store, as somebody with a tool of the engine could.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn behind_its_back(&self, sql: &str) -> Result<(), Error> {
        self.store.writer().execute_unprepared(sql).await?;
        Ok(())
    }

    /// Empties the database and gives it the form that this step left behind, as an earlier program would have.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn go_back_to(&self, step: &str) -> Result<(), Error> {
        self.store.drop_own_tables().await?;
        migrations::run_to(&self.store, step).await
    }

    /// The first column of what a question of SQL gives, a text.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn texts(&self, sql: &str) -> Result<Vec<String>, Error> {
        Sql::new(sql).all(self.store.reader()).await?.iter().map(|row| Columns::of(row).take()).collect()
    }
}

/// The engines that are found here.
#[derive(Clone, Copy, Debug)]
pub struct Engines;

impl Engines {
    /// An empty store on each engine; says so if one of them cannot be had.
    pub async fn all() -> Vec<Sample> {
        let mut samples = vec![Self::sqlite().await];
        match Self::postgres().await {
            Some(sample) => samples.push(sample),
            None => say("skipped: no PostgreSQL"),
        }
        samples
    }

    /// An empty store in a file.
    pub async fn sqlite() -> Sample {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let database = format!("sqlite://{}", folder.path().join("miedza.db").display());
        Self::open(database, folder).await
    }

    /// An empty store on the throw-away server; `None` if there is none.
    pub async fn postgres() -> Option<Sample> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = server::running()?;
        let name = format!("sample_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let database = server.create(&name).await;
        let folder = tempfile::tempdir().expect("a folder for the test");
        Some(Self::open(database, folder).await)
    }

    async fn open(database: String, folder: TempDir) -> Sample {
        let place = Place { database, uploads: Uploads::Folder(folder.path().join("uploads")) };
        let store = Store::open(&place).await.expect("the store opens");
        Sample { store, place, folder }
    }
}

#[expect(clippy::print_stdout, reason = "a test says what it left out")]
fn say(text: &str) {
    println!("{text}");
}
