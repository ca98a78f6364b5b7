//! Backups: all that is kept in one file, which any engine can take in again.
//!
//! The file is a ZIP: `manifest.json`, a table per file as JSON lines in the order of its key, and the uploads under their
//! hashes. Rows are read in one snapshot, so work goes on meanwhile. Its comment ends with the SHA-256 of every byte
//! before ([`seal`]), so that a single changed byte or a missing end is found. Tables are taken from the catalogue of the
//! engine ([`tables`]): a new table travels without a line here.
//!
//! What does not travel: sessions, one-time links and counted attempts to sign in. Who restores a backup on another machine
//! must not find doors open there that were closed meanwhile.

mod fault;
mod insert;
mod opened;
mod pack;
mod restore;
mod rows;
mod seal;
mod tables;
mod target;
mod unfinished;
mod verdict;

use serde::{Deserialize, Serialize};

pub use fault::BackupFault;
pub use opened::verify_backup;
pub use restore::restore;
pub use unfinished::refuse as refuse_unfinished;
pub use verdict::StoreVerdict;

/// Version of the form of backups; a program reads this one and older ones.
const FORMAT: u32 = 1;
/// Name of the list of contents.
const MANIFEST: &str = "manifest.json";

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the form of the file.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// The last step of the form of the database.
    pub schema: String,
    /// When it was made.
    pub made_at: String,
    /// The engine that it was made from: `sqlite` or `postgres`.
    pub engine: String,
    /// The tables.
    pub tables: Vec<TableKept>,
    /// The uploads.
    pub uploads: Vec<FileKept>,
    /// Uploads that were missing or damaged already when the backup was made, by their hashes.
    pub lost: Vec<String>,
    /// Number of the newest entry of the trail.
    pub audit_seq: i64,
    /// Hash of that entry.
    pub audit_hash: String,
}

/// A table in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableKept {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// SHA-256 of its lines.
    pub sha256: String,
}

/// An upload in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileKept {
    /// SHA-256 of its content.
    pub sha256: String,
    /// How long it is.
    pub bytes: u64,
}

impl Manifest {
    /// How many rows there are in all tables.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    /// Uploads and their bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.uploads.iter().map(|upload| upload.bytes).sum()
    }
}

/// How far a backup, a restore or a check is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// All bytes are read and summed up.
    Reading,
    /// This table is being written, loaded or checked.
    Table(String),
    /// So many uploads are done.
    Uploads {
        /// How many are done.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// The trail is being checked.
    Trail,
}

/// Who is told of the progress.
pub type Told<'a> = &'a (dyn Fn(Progress) + Sync);

/// Place of a table in the file.
fn table_entry(name: &str) -> String {
    format!("tables/{name}.jsonl")
}

/// Place of an upload in the file.
fn upload_entry(sha256: &str) -> String {
    format!("uploads/{sha256}")
}
