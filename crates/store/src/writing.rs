//! A change of content while it is being made: one transaction, its author, its moment, and the entries of the trail.
//!
//! Changes of content follow one after the other, on PostgreSQL by a lock that ends with the transaction, so that each
//! entry of the trail can name the hash of the one before it.

use sea_orm::DatabaseTransaction;
use serde_json::Value;

use crate::audit::{self, Action, Head};
use crate::sql::Sql;
use crate::{Engine, Error, Moment, Store};

/// Number of the lock that changes of content share on PostgreSQL: "miedza" in ASCII.
const LOCK: i64 = 0x6d69_6564_7a61;

/// Who changes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// The program itself, by the name of what it does.
    Program(&'static str),
    /// Somebody who signed in, by the id of the account.
    Account(String),
}

impl Author {
    /// How the trail names the author.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Program(name) => format!("program:{name}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }

    /// The account; `None` for the program.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::Program(_) => None,
            Self::Account(id) => Some(id),
        }
    }
}

/// What an entry of the trail says beside its author and its moment.
#[derive(Clone, Debug)]
pub struct Line {
    pub action: Action,
    pub kind: &'static str,
    pub record_id: String,
    pub partnership: Option<String>,
    pub version: i64,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// A change of content that is being made; dropped without [`Self::commit`] it leaves nothing behind.
pub struct Writing<'a> {
    pub tx: DatabaseTransaction,
    pub engine: Engine,
    pub author: &'a Author,
    pub at: String,
    head: Head,
    lines: Vec<Line>,
}

impl Store {
    /// Begins a change of content.
    pub(crate) async fn begin_content<'a>(&self, author: &'a Author) -> Result<Writing<'a>, Error> {
        let tx = self.begin().await?;
        if self.engine() == Engine::Postgres {
            Sql::new("SELECT pg_advisory_xact_lock($1)").with(LOCK).run(&tx).await?;
        }
        let head = audit::head(&tx).await?;
        Ok(Writing { tx, engine: self.engine(), author, at: Moment::now().to_string(), head, lines: Vec::new() })
    }
}

impl Writing<'_> {
    /// Adds an entry to the trail.
    pub fn note(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Says in the trail what was loaded.
    pub fn imported(&mut self, kind: &'static str, id: String, what: Value) {
        let (before, after) = (None, Some(what));
        self.note(Line { action: Action::Imported, kind, record_id: id, partnership: None, version: 1, before, after });
    }

    /// Writes the entries and makes everything true at once.
    pub async fn commit(self) -> Result<(), Error> {
        audit::append(&self.tx, self.head, &self.author.name(), &self.at, &self.lines).await?;
        Ok(self.tx.commit().await?)
    }
}
