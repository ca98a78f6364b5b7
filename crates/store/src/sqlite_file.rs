//! The file of SQLite before it is opened: whether it is one, whether it is whole as far as its head tells, and whose it is.
//!
//! Opening writes into a file; so a file of another program is known before that. The number of the application in the head
//! is ours once the first step was made; a file without a number is looked at with a connection that only reads.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use sea_orm::{ConnectOptions, Database};

use crate::Error;
use crate::sql::{Columns, Sql};

/// The number in the head of our files: "Mdza" in ASCII.
pub const APPLICATION: u32 = 0x4d64_7a61;
/// How every file of SQLite begins.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Bytes of the head.
const HEAD: usize = 100;

/// Refuses a damaged file and one of another program; a file that is missing or empty is as good as new.
pub async fn check(file: &Path) -> Result<(), Error> {
    let Some((head, length)) = read(file) else { return Ok(()) };
    let number = |at: usize| head.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes);
    if head.len() < HEAD || !head.starts_with(MAGIC) {
        return Err(Error::DamagedDatabase { what: "its head is not that of SQLite".to_owned() });
    }
    let page = match u64::from(number(16) >> 16) {
        1 => 65_536,
        bytes => bytes,
    };
    // Pages may still lie in the log beside the file, and an old SQLite left the number of pages as it was.
    let is_counted = number(24) == number(92) && !has_log(file);
    if is_counted && length < page * u64::from(number(28)) {
        return Err(Error::DamagedDatabase { what: "its end is missing".to_owned() });
    }
    match number(68) {
        APPLICATION => Ok(()),
        0 => refuse_other_tables(file).await,
        _ => Err(other_program(file)),
    }
}

/// The head and the length of a file; nothing if it is missing, empty or cannot be read, which opening will tell.
fn read(file: &Path) -> Option<(Vec<u8>, u64)> {
    let opened = File::open(file).ok()?;
    let about = opened.metadata().ok().filter(|about| about.is_file() && about.len() > 0)?;
    let mut head = Vec::with_capacity(HEAD);
    opened.take(100).read_to_end(&mut head).ok()?;
    Some((head, about.len()))
}

fn has_log(file: &Path) -> bool {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(PathBuf::from(log)).is_ok_and(|about| about.len() > 0)
}

/// Looks at the tables of a file without a number: none, or ours.
async fn refuse_other_tables(file: &Path) -> Result<(), Error> {
    let mut options = ConnectOptions::new("sqlite://miedza");
    options.max_connections(1).sqlx_logging(false);
    let path = file.to_owned();
    options.map_sqlx_sqlite_opts(move |options| options.filename(&path).create_if_missing(false).read_only(true));
    let connection = Box::pin(Database::connect(options)).await?;
    let text = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let rows = Sql::new(text).all(&connection).await;
    connection.close().await?;
    let names = rows?.iter().map(|row| Columns::of(row).take()).collect::<Result<Vec<String>, _>>()?;
    let has = |name: &str| names.iter().any(|other| other == name);
    let is_ours = has("seaql_migrations") && (names.len() == 1 || has("audit_entries"));
    if names.is_empty() || is_ours { Ok(()) } else { Err(other_program(file)) }
}

fn other_program(file: &Path) -> Error {
    Error::OtherProgram { file: file.display().to_string() }
}
