//! Opening the database: pools, settings of the engine, the steps of its form, and the only way to begin a change.
//!
//! SQLite has one connection that writes and several that only read, so that a reader never waits and two writers never
//! meet; PostgreSQL has one pool. On SQLite a change begins with `BEGIN IMMEDIATE`: a transaction that reads first and
//! writes later would fail under load.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

use crate::error::is_damage;
use crate::observations::Ahead;
use crate::uploads::{Files, told_by_system};
use crate::{Error, backup, migrations, sqlite_file};

/// How long a writer waits for another process that holds the file.
const BUSY: Duration = Duration::from_secs(10);
/// Most bytes of the log beside the file that stay when it was larger once.
const LOG_BYTES: &str = "67108864";
/// How long is waited for a connection to a file: for those who write before.
const ACQUIRE: Duration = Duration::from_secs(15);
/// How long is waited for a connection to a server. A page asks for some, and nobody looks at an empty window for long.
const ACQUIRE_FROM_SERVER: Duration = Duration::from_secs(2);
/// Connections that only read a SQLite file.
const READERS: u32 = 4;
/// Connections to PostgreSQL.
const CONNECTIONS: u32 = 16;
/// Statements kept prepared per connection: some for each kind of record.
const STATEMENTS: usize = 400;
/// Rows that SQLite reads ahead of who takes them: few make the two threads wait for each other at every row.
const ROWS_AHEAD: usize = 2_000;

/// Which database is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// Where things are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `sqlite://FILE` or `postgres://USER:PASSWORD@HOST/NAME`.
    pub database: String,
    /// Where uploads lie.
    pub uploads: Uploads,
}

/// Where uploads lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uploads {
    /// A folder.
    Folder(PathBuf),
    /// A store of objects that understands S3; credentials and end point come from the environment.
    ObjectStore {
        /// `s3://BUCKET/PREFIX`.
        url: String,
    },
}

/// What is kept. Cheap to clone; all clones share the same connections.
#[derive(Clone, Debug)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    engine: Engine,
    read: DatabaseConnection,
    write: DatabaseConnection,
    files: Files,
    ahead: Ahead,
}

impl Store {
    /// Opens the database, makes it if there is none, and brings its form up to date.
    ///
    /// # Errors
    /// [`Error::NoEngine`], [`Error::Unreachable`], [`Error::NewerSchema`], [`Error::UnfinishedRestore`], or what the engine
    /// says.
    pub async fn open(place: &Place) -> Result<Self, Error> {
        let store = Self::connect(place).await?;
        backup::refuse_unfinished(&store).await?;
        migrations::run(&store).await?;
        Ok(store)
    }

    /// Opens the database, makes it if there is none, and leaves its form as it is.
    pub(crate) async fn connect(place: &Place) -> Result<Self, Error> {
        if !["sqlite://", "postgres://", "postgresql://"].iter().any(|scheme| place.database.starts_with(scheme)) {
            return Err(Error::NoEngine { database: without_password(&place.database) });
        }
        if let Some(file) = place.database.strip_prefix("sqlite://") {
            sqlite_file::check(Path::new(file)).await?;
        }
        let (engine, [read, write]) = connect(&place.database).await.map_err(|fault| unreachable(&place.database, fault))?;
        let files = Files::open(&place.uploads)?;
        Ok(Self { inner: Arc::new(Inner { engine, read, write, files, ahead: Ahead::default() }) })
    }

    /// Ends all connections; what was acknowledged is kept with or without this.
    pub async fn close(self) {
        let closed = [self.inner.read.close_by_ref().await, self.inner.write.close_by_ref().await];
        for fault in closed.into_iter().filter_map(Result::err) {
            tracing::warn!(%fault, "a connection to the database did not end well");
        }
    }

    /// Which database is used.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.inner.engine
    }

    /// For questions.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.inner.read
    }

    /// Observations at hand.
    pub(crate) fn ahead(&self) -> &Ahead {
        &self.inner.ahead
    }

    /// Where uploads lie.
    pub(crate) fn files(&self) -> &Files {
        &self.inner.files
    }

    /// Begins a change of what is no content: sessions, jobs, mail.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, Error> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.inner.write.begin_with_options(options).await?)
    }

    /// For a change that is a single statement.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.inner.write
    }
}

/// The engine of an address, with the pool that reads and the one that writes.
async fn connect(address: &str) -> Result<(Engine, [DatabaseConnection; 2]), DbErr> {
    match address.strip_prefix("sqlite://") {
        Some(file) => Ok((Engine::Sqlite, sqlite(Path::new(file)).await?)),
        None => Ok((Engine::Postgres, postgres(address).await?)),
    }
}

/// Why a database cannot be opened; SQLite itself does not tell a disk that may only be read from any other fault.
fn unreachable(database: &str, fault: DbErr) -> Error {
    let folder = database.strip_prefix("sqlite://").and_then(|file| Path::new(file).parent());
    match folder.and_then(|folder| try_to_write(folder).err()).map(told_by_system) {
        Some(told @ (Error::ReadOnly | Error::NoSpace)) => told,
        _ if is_damage(&fault) => fault.into(),
        _ => Error::Unreachable { database: without_password(database), source: Box::new(fault) },
    }
}

/// Writes a file and removes it.
fn try_to_write(folder: &Path) -> std::io::Result<()> {
    let file = folder.join(format!(".miedza-{}", std::process::id()));
    let written = std::fs::write(&file, [0; 4096]);
    if file.exists() {
        std::fs::remove_file(&file)?;
    }
    written
}

async fn sqlite(file: &Path) -> Result<[DatabaseConnection; 2], DbErr> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|fault| DbErr::Custom(fault.to_string()))?;
    }
    let file = file.to_owned();
    // The one that writes comes first: it makes the file.
    let write = pool(sqlite_options(file.clone(), 1, false)).await?;
    let read = pool(sqlite_options(file, READERS, true)).await?;
    Ok([read, write])
}

async fn postgres(address: &str) -> Result<[DatabaseConnection; 2], DbErr> {
    let mut options = ConnectOptions::new(address);
    options.max_connections(CONNECTIONS).acquire_timeout(ACQUIRE_FROM_SERVER).sqlx_logging(false);
    options.map_sqlx_postgres_opts(|options| options.statement_cache_capacity(STATEMENTS).application_name("miedza"));
    let pool = pool(options).await?;
    Ok([pool.clone(), pool])
}

/// On the heap, because what waits for a connection is large.
async fn pool(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    Box::pin(Database::connect(options)).await
}

fn sqlite_options(file: PathBuf, connections: u32, is_reader: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new("sqlite://miedza");
    options.max_connections(connections).min_connections(1).acquire_timeout(ACQUIRE).test_before_acquire(false);
    options.idle_timeout(None::<Duration>).max_lifetime(None::<Duration>).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |options| of_file(options.filename(&file), is_reader));
    options
}

/// What holds for each connection to a file: nothing that was acknowledged is lost when the power fails.
fn of_file(options: SqliteConnectOptions, is_reader: bool) -> SqliteConnectOptions {
    let options = options.create_if_missing(!is_reader).foreign_keys(true).busy_timeout(BUSY);
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let options =
        options.statement_cache_capacity(STATEMENTS).pragma("journal_size_limit", LOG_BYTES).row_buffer_size(ROWS_AHEAD);
    if is_reader { options.pragma("query_only", "ON") } else { options }
}

/// An address as it may be shown and logged.
fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else {
        return address.to_owned();
    };
    match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}@{host}", user.split_once(':').map_or(user, |(name, _)| name)),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let cases = [
            ("postgres://anna:secret@db.example/miedza", "postgres://anna@db.example/miedza"),
            ("postgres://anna:a@b@db.example/miedza", "postgres://anna@db.example/miedza"),
            ("sqlite:///srv/miedza.db", "sqlite:///srv/miedza.db"),
            ("mysql", "mysql"),
        ];
        for (address, shown) in cases {
            assert_eq!(without_password(address), shown);
        }
    }
}
