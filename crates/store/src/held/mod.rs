//! What is kept, held against the trail: whoever changes a row behind the program leaves the line about it as it was.
//!
//! For each thing the newest line of the trail says its version and what it became; rows without a line, lines without a
//! row and versions with a gap are told. Everything is read in one snapshot, so work goes on meanwhile. Names and addresses
//! of accounts are not in the trail; their lines bear a seal instead ([`seal`]). Sessions, jobs, letters and the search are no
//! content and have no lines.

mod accounts;
mod observations;
mod records;
mod seal;
mod settings;
mod territory;

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::record::Kind;
use sea_orm::ConnectionTrait;
use serde_json::Value;

pub use seal::{Rows, of_account, of_token};

use crate::audit::{Action, canonical};
use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Store};

/// Lines read at once.
const PAGE: i64 = 5000;
/// Lines asked for by their numbers in one statement.
const LINES: usize = 500;

/// Something that does not fit its line in the trail.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Misfit {
    /// The kind of thing, as the trail names it: a kind of record, or another table.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What does not fit.
    pub how: How,
}

/// How something does not fit the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is not as its newest line says.
    Changed,
    /// It has another version than its newest line.
    Version {
        /// The version that it has.
        kept: i64,
        /// The version that the trail says.
        told: i64,
    },
    /// No line speaks of it.
    NoLine,
    /// It is gone, and no line says so.
    NoRow,
    /// A version of it has no line.
    Gap,
}

/// The newest line about a thing, without what it says.
#[derive(Clone, Copy, Debug)]
struct Newest {
    seq: i64,
    version: i64,
    action: Action,
}

/// What a line says.
#[derive(Clone, Debug)]
struct Said {
    at: String,
    author: String,
    before: Option<String>,
    after: Option<String>,
}

impl Said {
    /// What the thing became.
    fn after(&self) -> Value {
        self.after.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }
}

/// The newest lines by kind and id, and what was found so far.
struct Held<'a, C> {
    tx: &'a C,
    newest: BTreeMap<String, BTreeMap<String, Newest>>,
    found: BTreeSet<Misfit>,
    unreadable: Vec<Kind>,
    records: u64,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// What does not fit the trail.
    pub misfits: BTreeSet<Misfit>,
    /// Kinds with a record that cannot be read.
    pub unreadable: Vec<Kind>,
    /// How many records could be read.
    pub records: u64,
    /// Guards of the trail that are not there.
    pub guards: Vec<String>,
}

impl Store {
    /// Holds all that is kept against the trail.
    pub(crate) async fn held(&self, told: crate::Told<'_>) -> Result<Found, Error> {
        let tx = self.begin_snapshot().await?;
        let mut held = Held { tx: &tx, newest: BTreeMap::new(), found: BTreeSet::new(), unreadable: Vec::new(), records: 0 };
        held.read_lines().await?;
        for kind in Kind::ALL {
            told(crate::Progress::Table(kind.name().to_owned()));
            held.records(kind).await?;
        }
        held.accounts().await?;
        held.grants().await?;
        held.tokens().await?;
        held.settings().await?;
        held.waivers().await?;
        held.editions().await?;
        held.boundaries().await?;
        held.figures().await?;
        held.observations().await?;
        let Held { found: misfits, unreadable, records, .. } = held;
        let guards = missing_guards(&tx, self.engine()).await?;
        tx.rollback().await?;
        Ok(Found { misfits, unreadable, records, guards })
    }
}

/// Kinds of lines that count no versions: each tells what was loaded or decided anew.
const WITHOUT_VERSIONS: [&str; 6] =
    ["waivers", "register_editions", "boundary_sets", "figure_sets", "observation_variables", "retrievals"];

impl<C: ConnectionTrait> Held<'_, C> {
    /// Reads which line is the newest about each thing, and finds versions that have none.
    async fn read_lines(&mut self) -> Result<(), Error> {
        let mut last = 0_i64;
        loop {
            let text = "SELECT seq, kind, record_id, version, action FROM audit_entries WHERE seq > $1 ORDER BY seq LIMIT $2";
            let rows = Sql::new(text).with(last).with(PAGE).all(self.tx).await?;
            for row in &rows {
                let mut columns = Columns::of(row);
                let (seq, kind, id): (i64, String, String) = (columns.take()?, columns.take()?, columns.take()?);
                let line = Newest { seq, version: columns.take()?, action: columns.word(Action::parse)? };
                last = seq;
                self.read_line(kind, id, line);
            }
            if rows.is_empty() {
                return Ok(());
            }
        }
    }

    fn read_line(&mut self, kind: String, id: String, line: Newest) {
        let has_versions = !WITHOUT_VERSIONS.contains(&kind.as_str());
        let before = self.newest.entry(kind.clone()).or_default().insert(id.clone(), line);
        // What is gone for good may come again under its id: imports and the demonstration.
        let before = before.filter(|before| before.action != Action::Purged).map_or(0, |before| before.version);
        if has_versions && line.version != before + 1 {
            self.tell(&kind, &id, How::Gap);
        }
    }

    fn tell(&mut self, kind: &str, id: &str, how: How) {
        self.found.insert(Misfit { kind: kind.to_owned(), id: id.to_owned(), how });
    }

    /// The newest lines about a kind, taken out of the list.
    fn take(&mut self, kind: &str) -> BTreeMap<String, Newest> {
        self.newest.remove(kind).unwrap_or_default()
    }

    /// What lines say, by their numbers.
    async fn said(&self, seqs: &[i64]) -> Result<BTreeMap<i64, Said>, Error> {
        let mut said = BTreeMap::new();
        for part in seqs.chunks(LINES) {
            let mut sql = Sql::new("SELECT seq, at, author, before_change, after_change FROM audit_entries WHERE seq IN (");
            sql.bind_all(part.iter().copied()).push(")");
            for row in &sql.all(self.tx).await? {
                let mut columns = Columns::of(row);
                let seq = columns.take()?;
                let (at, author) = (columns.take()?, columns.take()?);
                said.insert(seq, Said { at, author, before: columns.take()?, after: columns.take()? });
            }
        }
        Ok(said)
    }

    /// The newest lines about a kind with what they say, by id.
    async fn told_of(&mut self, kind: &str) -> Result<BTreeMap<String, (Newest, Said)>, Error> {
        let newest = self.take(kind);
        let seqs: Vec<i64> = newest.values().map(|line| line.seq).collect();
        let mut said = self.said(&seqs).await?;
        Ok(newest.into_iter().filter_map(|(id, line)| Some((id, (line, said.remove(&line.seq)?)))).collect())
    }

    /// Tells lines that are left over: whatever they speak of is gone.
    fn left_over<'b>(&mut self, kind: &str, ids: impl Iterator<Item = &'b String>) {
        for id in ids {
            self.tell(kind, id, How::NoRow);
        }
    }
}

/// Whether a text of the trail says the same as a value; numbers with a fraction may differ in their last digit, since
/// readers of JSON do not agree about it.
fn says(text: Option<&str>, value: &Value) -> bool {
    let Some(text) = text else { return false };
    text == canonical(value) || serde_json::from_str(text).is_ok_and(|said: Value| alike(&said, value))
}

fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            let (Some(one), Some(other)) = (one.as_f64(), other.as_f64()) else { return false };
            (one - other).abs() <= f64::EPSILON * 4.0 * one.abs()
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len() && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| alike(one, other)))
        }
        _ => one == other,
    }
}

/// Which guards of the trail are not there, or guard no more.
async fn missing_guards(tx: &impl ConnectionTrait, engine: Engine) -> Result<Vec<String>, Error> {
    let (text, guards): (&str, &[&str]) = match engine {
        Engine::Sqlite => (
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entries' AND sql LIKE '%RAISE(ABORT,%' \
             AND sql NOT LIKE '%WHEN%'",
            &["audit_entries_are_not_changed", "audit_entries_are_not_removed"],
        ),
        Engine::Postgres => (
            "SELECT t.tgname::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = 'audit_entries'::regclass \
             AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND p.prosrc LIKE '%RAISE EXCEPTION%'",
            &["audit_entries_are_not_changed"],
        ),
    };
    let rows = Sql::new(text).all(tx).await?;
    let there = rows.iter().map(|row| Columns::of(row).take()).collect::<Result<BTreeSet<String>, _>>()?;
    Ok(guards.iter().filter(|guard| !there.contains(**guard)).map(|guard| (*guard).to_owned()).collect())
}
