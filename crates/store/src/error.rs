//! What can go wrong with what is kept; each variant is a situation and carries its data.

use std::error::Error as Cause;

use miedza_planning::record::{Fault, Kind, Record};
use sea_orm::{DbErr, RuntimeErr, SqlErr};

use crate::{BackupFault, UploadRefusal};

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address of the database is of no engine that is known.
    #[error("{database} is no address of a database: write sqlite://FILE or postgres://USER@HOST/NAME")]
    NoEngine {
        /// What was given, without a password.
        database: String,
    },
    /// The database does not answer or cannot be opened.
    #[error("the database {database} cannot be opened")]
    Unreachable {
        /// Its address without a password.
        database: String,
        /// Why.
        source: Box<dyn Cause + Send + Sync>,
    },
    /// The file of the database is none any more, or not whole.
    #[error("the file of the database is damaged: {what}")]
    DamagedDatabase {
        /// What does not fit.
        what: String,
    },
    /// The file of the database is that of another program.
    #[error("{file} belongs to another program")]
    OtherProgram {
        /// The file.
        file: String,
    },
    /// The database does not answer in time.
    #[error("the database does not answer in time")]
    Silent,
    /// The store of objects with the uploads does not answer, or does not let the program in.
    #[error("the store of objects with the uploads does not answer")]
    FilesUnreachable {
        /// Why.
        source: Box<dyn Cause + Send + Sync>,
    },
    /// A newer program has changed the form of the database.
    #[error("the database was written by a newer program: it knows the step {step}, this program does not")]
    NewerSchema {
        /// The first step that is not known.
        step: String,
    },
    /// No record of this kind has this id.
    #[error("no record {id} among {kind}")]
    NotFound {
        /// Where it was looked for.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// The record was deleted before.
    #[error("the record {} among {} was deleted", record.id, record.kind())]
    Deleted {
        /// As it was last.
        record: Box<Record>,
    },
    /// Somebody else changed the record since it was read.
    #[error("the record {} among {} has changed since it was read", current.id, current.kind())]
    Stale {
        /// As it is now.
        current: Box<Record>,
    },
    /// Something of the partnership changed since it was read.
    #[error("the partnership {partnership} has changed since it was read")]
    Overtaken {
        /// Its id.
        partnership: String,
    },
    /// Other records point to what should be deleted.
    #[error("the record {id} among {kind} is used by {} others", by.len())]
    InUse {
        /// Kind of what should be deleted.
        kind: Kind,
        /// Its id.
        id: String,
        /// Kinds and ids of those that point to it, at most 50.
        by: Vec<(Kind, String)>,
    },
    /// Values do not fit the fields of their kind.
    #[error("{} values of a record among {kind} do not fit their fields", faults.len())]
    Faults {
        /// The kind.
        kind: Kind,
        /// What is wrong with which field.
        faults: Vec<Fault>,
    },
    /// A record of this kind must belong to a partnership, or must not.
    #[error("a record among {kind} {}", if *.is_needed { "needs its partnership" } else { "belongs to no partnership" })]
    Partnership {
        /// The kind.
        kind: Kind,
        /// Whether the partnership is missing rather than too much.
        is_needed: bool,
    },
    /// A change names another kind or partnership than the record has.
    #[error("the record {id} among {kind} cannot move to another kind or partnership")]
    Moved {
        /// The kind that it has.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// A field points to a record that is not there.
    #[error("{field} of a record among {kind} points to {id}, which is not there")]
    NoTarget {
        /// Kind of the record with the field.
        kind: Kind,
        /// The field.
        field: &'static str,
        /// The id that it names.
        id: String,
    },
    /// Another record of the kind has this part of the address.
    #[error("the address {slug} is taken among {kind}")]
    SlugTaken {
        /// The kind.
        kind: Kind,
        /// The part of the address.
        slug: String,
    },
    /// An id that is already used, or none at all.
    #[error("{id} cannot be the id of a new record among {kind}")]
    NoId {
        /// The kind.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// The kind has no field by which could be asked so.
    #[error("records among {kind} cannot be asked for by {field} = {value}")]
    NoQuestion {
        /// The kind.
        kind: Kind,
        /// The field.
        field: String,
        /// The value that was asked for.
        value: String,
    },
    /// What was deleted longer ago cannot be brought back.
    #[error("the record {id} among {kind} was deleted more than {days} days ago")]
    TooLate {
        /// The kind.
        kind: Kind,
        /// Its id.
        id: String,
        /// For how long deletions can be taken back.
        days: i64,
    },
    /// No account or role has this id.
    #[error("no account or role {id}")]
    NoAccount {
        /// The id.
        id: String,
    },
    /// Another account has the address.
    #[error("another account has this address")]
    EmailTaken,
    /// Whoever signs in through a provider has another account.
    #[error("another account is tied to this identity")]
    IdentityTaken,
    /// A kept text cannot be read; the database was changed by another program.
    #[error("the kept {what} cannot be read")]
    Unreadable {
        /// What it is.
        what: String,
    },
    /// Something that may be there once is there: an address of mail, an id of a file of boundaries.
    #[error("it is there already")]
    Taken(#[source] Box<dyn Cause + Send + Sync>),
    /// A file that is not kept.
    #[error(transparent)]
    Upload(#[from] UploadRefusal),
    /// A backup that cannot be used, or a place where none can be restored.
    #[error(transparent)]
    Backup(#[from] BackupFault),
    /// A restore was begun here and not finished.
    #[error("a restore was begun here at {began_at} and not finished")]
    UnfinishedRestore {
        /// When it began.
        began_at: String,
    },
    /// A kept file was changed behind the store.
    #[error("the file {sha256} is not what was kept")]
    DamagedFile {
        /// What its content should hash to.
        sha256: String,
    },
    /// The folder for uploads cannot be made or used.
    #[error("{folder} cannot be the folder for uploads")]
    NoFolder {
        /// The folder.
        folder: String,
        /// Why.
        source: std::io::Error,
    },
    /// The folder or the store of objects for files refuses.
    #[error("files cannot be kept or read")]
    Files(#[source] Box<dyn Cause + Send + Sync>),
    /// The disk is full.
    #[error("there is no space left where the data lie")]
    NoSpace,
    /// The folder or file may not be written.
    #[error("the data may only be read, not written")]
    ReadOnly,
    /// Somebody else has been writing for too long.
    #[error("the database is busy")]
    Busy,
    /// Any other fault of the database.
    #[error("the database refused")]
    Database(#[source] Box<dyn Cause + Send + Sync>),
}

/// Codes of SQLite: `SQLITE_BUSY`, `SQLITE_READONLY`, `SQLITE_FULL`; extended codes hold them in their lower byte.
const SQLITE_BUSY: u32 = 5;
const SQLITE_READONLY: u32 = 8;
const SQLITE_FULL: u32 = 13;
/// `SQLITE_CORRUPT`, `SQLITE_NOTADB`.
const SQLITE_DAMAGED: [u32; 2] = [11, 26];
/// Classes of codes of PostgreSQL: the connection failed, too many connections, the server goes down or comes up.
const POSTGRES_SILENT: [&str; 3] = ["08", "533", "57P"];

impl From<DbErr> for Error {
    fn from(fault: DbErr) -> Self {
        if matches!(fault.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
            return Self::Taken(Box::new(fault));
        }
        if is_damage(&fault) {
            return Self::DamagedDatabase { what: fault.to_string() };
        }
        if is_silence(&fault) {
            return Self::Silent;
        }
        match code(&fault).as_deref() {
            Some("53100") => Self::NoSpace,
            Some("25006") => Self::ReadOnly,
            Some(_) => match sqlite_code(&fault) {
                Some(SQLITE_BUSY) => Self::Busy,
                Some(SQLITE_READONLY) => Self::ReadOnly,
                Some(SQLITE_FULL) => Self::NoSpace,
                _ => Self::Database(Box::new(fault)),
            },
            None => Self::Database(Box::new(fault)),
        }
    }
}

/// Whether the engine says that its file is damaged.
pub fn is_damage(fault: &DbErr) -> bool {
    sqlite_code(fault).is_some_and(|code| SQLITE_DAMAGED.contains(&code))
}

/// Whether nobody answers, or nobody will for now.
fn is_silence(fault: &DbErr) -> bool {
    use sea_orm::SqlxError as Sqlx;

    if code(fault).is_some_and(|code| code.len() == 5 && POSTGRES_SILENT.iter().any(|class| code.starts_with(class))) {
        return true;
    }
    match fault {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause))
        | DbErr::Conn(RuntimeErr::SqlxError(cause)) => {
            matches!(**cause, Sqlx::Io(_) | Sqlx::PoolTimedOut | Sqlx::PoolClosed | Sqlx::Tls(_) | Sqlx::Protocol(_))
        }
        _ => false,
    }
}

/// The code of SQLite, without its extension.
fn sqlite_code(fault: &DbErr) -> Option<u32> {
    code(fault).filter(|code| code.len() < 5)?.parse::<u32>().ok().map(|code| code & 0xff)
}

/// The code of the engine for what went wrong.
fn code(fault: &DbErr) -> Option<String> {
    let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = fault else {
        return None;
    };
    match cause {
        RuntimeErr::SqlxError(cause) => cause.as_database_error()?.code().map(std::borrow::Cow::into_owned),
        RuntimeErr::Internal(_) => None,
    }
}
