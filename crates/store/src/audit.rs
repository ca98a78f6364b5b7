//! The trail: one line per change of content, each bound to the one before it by a hash.
//!
//! The hash of a line is SHA-256 over the hash of the line before and the line itself as canonical JSON (keys in order, no
//! white space). A line that was changed, taken out or put in between breaks the chain where it stands; lines taken off
//! the end are missed by the head, which is kept apart. Triggers refuse UPDATE and DELETE on both engines.

mod chain;

use std::collections::BTreeSet;
use std::time::Duration;

use miedza_planning::record::Kind;
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::Value;

pub use chain::{Head, append, canonical, head, hexadecimal};

use crate::sql::{Columns, Sql};
use crate::{Error, Store};

/// Lines read at once while the chain is checked.
const PAGE: i64 = 5000;
/// How long the newest number may take: every page asks for it first, and whoever watches the portal.
const PATIENCE: Duration = Duration::from_secs(1);
const COLUMNS: &str =
    "seq, at, author, action, kind, record_id, partnership, version, before_change, after_change, previous_hash, hash";

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Made new.
    Created,
    /// Changed.
    Updated,
    /// Deleted; it can be brought back.
    Deleted,
    /// Brought back.
    Undeleted,
    /// Gone for good.
    Purged,
    /// Loaded from a file: a register, boundaries, figures.
    Imported,
}

impl Action {
    /// All.
    pub const ALL: [Self; 6] = [Self::Created, Self::Updated, Self::Deleted, Self::Undeleted, Self::Purged, Self::Imported];

    /// The word in the trail.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
            Self::Undeleted => "undeleted",
            Self::Purged => "purged",
            Self::Imported => "imported",
        }
    }

    /// The action of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// A line of the trail.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditEntry {
    /// Its number, from 1 without a gap.
    pub seq: i64,
    /// When.
    pub at: String,
    /// Who: `account:ID` or `program:NAME`.
    pub author: String,
    /// What was done.
    pub action: Action,
    /// With which kind of thing: a kind of record, or another table.
    pub kind: String,
    /// With which of them.
    pub record_id: String,
    /// Partnership that it belongs to.
    pub partnership: Option<String>,
    /// Version that the change led to.
    pub version: i64,
    /// As it was.
    pub before: Option<Value>,
    /// As it became.
    pub after: Option<Value>,
    /// Hash of the line before.
    pub previous_hash: String,
    /// Hash of this line.
    pub hash: String,
}

impl AuditEntry {
    /// Id of the account that did it; `None` if the program did.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.author.strip_prefix("account:")
    }
}

/// Which lines are asked for; the newest come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuestion {
    /// Only those of this partnership.
    pub partnership: Option<String>,
    /// Only those of this kind.
    pub kind: Option<String>,
    /// Only those of this record.
    pub record_id: Option<String>,
    /// Only those by this author, `account:ID` or `program:NAME`.
    pub author: Option<String>,
    /// Only those older than this number.
    pub before_seq: Option<i64>,
    /// At most so many; 0 for 100.
    pub limit: u32,
}

/// What the check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditVerdict {
    /// Every line is as it was written, and none is missing.
    Whole {
        /// How many lines there are.
        entries: i64,
        /// Hash of the last one.
        head: String,
    },
    /// A line was changed, taken out or put in.
    Broken {
        /// Number of the first line that does not fit.
        seq: i64,
    },
}

impl Store {
    /// Number of the newest line of the trail: grows with every change of content.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn revision(&self) -> Result<i64, Error> {
        let asked = tokio::time::timeout(PATIENCE, head(self.reader())).await;
        Ok(asked.map_err(|_| Error::Silent)??.seq)
    }

    /// Lines of the trail, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn audit(&self, question: &AuditQuestion) -> Result<Vec<AuditEntry>, Error> {
        let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM audit_entries WHERE 1 = 1"));
        let texts = [
            ("partnership", &question.partnership),
            ("kind", &question.kind),
            ("record_id", &question.record_id),
            ("author", &question.author),
        ];
        for (column, text) in texts {
            if let Some(text) = text {
                sql.push(&format!(" AND {column} = ")).bind(text.as_str());
            }
        }
        if let Some(seq) = question.before_seq {
            sql.push(" AND seq < ").bind(seq);
        }
        let limit = if question.limit == 0 { 100 } else { question.limit };
        sql.push(" ORDER BY seq DESC LIMIT ").bind(i64::from(limit));
        sql.all(self.reader()).await?.iter().map(entry).collect()
    }

    /// Ids of what an account made in a partnership.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn made_by(&self, account: &str, partnership: &str) -> Result<BTreeSet<String>, Error> {
        let text = "SELECT record_id FROM audit_entries WHERE partnership = $1 AND author = $2 AND version = 1 AND action = $3";
        let author = crate::Author::Account(account.to_owned()).name();
        let sql = Sql::new(text).with(partnership).with(author).with(Action::Created.name());
        sql.all(self.reader()).await?.iter().map(|row| Columns::of(row).take()).collect()
    }

    /// Who made things, by kind and author as the trail names them, and how many; what was purged counts too.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn makers(&self) -> Result<Vec<(String, String, u64)>, Error> {
        let text =
            "SELECT kind, author, COUNT(*) FROM audit_entries WHERE action = $1 GROUP BY kind, author ORDER BY kind, author";
        let rows = Sql::new(text).with(Action::Created.name()).all(self.reader()).await?;
        let read = |row| {
            let mut columns = Columns::of(row);
            Ok((columns.take()?, columns.take()?, u64::try_from(columns.take::<i64>()?).unwrap_or(0)))
        };
        rows.iter().map(read).collect()
    }

    /// Checks the whole chain.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn verify_audit(&self) -> Result<AuditVerdict, Error> {
        let kept = head(self.reader()).await?;
        let mut found = Head::beginning();
        loop {
            let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM audit_entries WHERE seq > "));
            sql.bind(found.seq).push(" AND seq <= ").bind(kept.seq).push(" ORDER BY seq LIMIT ").bind(PAGE);
            let rows = sql.all(self.reader()).await?;
            for row in &rows {
                found = match found.next(row)? {
                    Ok(next) => next,
                    Err(seq) => return Ok(AuditVerdict::Broken { seq }),
                };
            }
            if rows.is_empty() {
                break;
            }
        }
        if found == kept {
            return Ok(AuditVerdict::Whole { entries: found.seq, head: found.hash });
        }
        Ok(AuditVerdict::Broken { seq: found.seq + 1 })
    }
}

/// Every line of a record, the newest first.
pub async fn of_record(connection: &impl ConnectionTrait, kind: Kind, id: &str) -> Result<Vec<AuditEntry>, Error> {
    let text = format!("SELECT {COLUMNS} FROM audit_entries WHERE kind = $1 AND record_id = $2 ORDER BY seq DESC");
    Sql::new(text).with(kind.name()).with(id).all(connection).await?.iter().map(entry).collect()
}

fn entry(row: &QueryResult) -> Result<AuditEntry, Error> {
    let mut columns = Columns::of(row);
    let seq = columns.take()?;
    Ok(AuditEntry {
        seq,
        at: columns.take()?,
        author: columns.take()?,
        action: columns.word(Action::parse)?,
        kind: columns.take()?,
        record_id: columns.take()?,
        partnership: columns.take()?,
        version: columns.take()?,
        before: columns.json()?,
        after: columns.json()?,
        previous_hash: columns.take()?,
        hash: columns.take()?,
    })
}
