//! The chain of hashes: how a line becomes text, how it is bound to the line before it, how its end is kept.

use std::fmt::Write as _;

use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::COLUMNS;
use crate::Error;
use crate::sql::{Columns, Sql};
use crate::writing::Line;

/// Lines written by one statement; each has twelve values.
const ROWS: usize = 200;

/// Where the chain ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: String,
}

/// What is hashed of a line, beside the hash of the line before.
struct Text<'a> {
    seq: i64,
    at: &'a str,
    author: &'a str,
    action: &'a str,
    kind: &'a str,
    record_id: &'a str,
    partnership: Option<&'a str>,
    version: i64,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl Text<'_> {
    /// SHA-256 over the hash before and the line as canonical JSON: keys in order, no white space.
    fn hash(&self, previous: &str) -> String {
        let quoted = |text: &str| Value::from(text).to_string();
        let kept = |text: Option<&str>| text.unwrap_or("null").to_owned();
        let pairs = [
            ("action", quoted(self.action)),
            ("after", kept(self.after)),
            ("at", quoted(self.at)),
            ("author", quoted(self.author)),
            ("before", kept(self.before)),
            ("kind", quoted(self.kind)),
            ("partnership", self.partnership.map_or_else(|| "null".to_owned(), quoted)),
            ("record_id", quoted(self.record_id)),
            ("seq", self.seq.to_string()),
            ("version", self.version.to_string()),
        ];
        let pairs: Vec<String> = pairs.into_iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
        hexadecimal(&Sha256::digest(format!("{previous}{{{}}}", pairs.join(",")).as_bytes()))
    }
}

/// Bytes as people compare them: two hexadecimal digits each.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a text takes every sign");
        text
    })
}

/// JSON with its keys in order and without white space, the same for equal values.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Array(list) => format!("[{}]", list.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(map) => {
            let mut pairs: Vec<_> = map.iter().collect();
            pairs.sort_unstable_by_key(|(key, _)| *key);
            let pairs = pairs.into_iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}

impl Head {
    /// Before the first line.
    pub fn beginning() -> Self {
        Self { seq: 0, hash: "0".repeat(64) }
    }

    /// The head after this line, or the number of the line if it does not fit.
    pub fn next(&self, row: &QueryResult) -> Result<Result<Self, i64>, Error> {
        let mut columns = Columns::of(row);
        let seq: i64 = columns.take()?;
        let [at, author, action, kind, record_id]: [String; 5] =
            [columns.take()?, columns.take()?, columns.take()?, columns.take()?, columns.take()?];
        let partnership: Option<String> = columns.take()?;
        let version = columns.take()?;
        let (before, after): (Option<String>, Option<String>) = (columns.take()?, columns.take()?);
        let (previous, kept): (String, String) = (columns.take()?, columns.take()?);
        let text = Text {
            seq,
            at: &at,
            author: &author,
            action: &action,
            kind: &kind,
            record_id: &record_id,
            partnership: partnership.as_deref(),
            version,
            before: before.as_deref(),
            after: after.as_deref(),
        };
        Ok(self.fitting(&text, &previous, &kept).ok_or(self.seq + 1))
    }

    /// The head after a row of the trail in a backup; `None` if it does not fit.
    pub fn after(&self, row: &Map<String, Value>) -> Option<Self> {
        let text = |name| row.get(name).and_then(Value::as_str);
        let number = |name| row.get(name).and_then(Value::as_i64);
        let line = Text {
            seq: number("seq")?,
            at: text("at")?,
            author: text("author")?,
            action: text("action")?,
            kind: text("kind")?,
            record_id: text("record_id")?,
            partnership: text("partnership"),
            version: number("version")?,
            before: text("before_change"),
            after: text("after_change"),
        };
        self.fitting(&line, text("previous_hash")?, text("hash")?)
    }

    /// The head that a backup says.
    pub fn of(row: &Map<String, Value>) -> Option<Self> {
        Some(Self { seq: row.get("seq")?.as_i64()?, hash: row.get("hash")?.as_str()?.to_owned() })
    }

    /// The head after a kept line, if the line fits behind this one.
    fn fitting(&self, text: &Text<'_>, previous: &str, kept: &str) -> Option<Self> {
        let fits = text.seq == self.seq + 1 && previous == self.hash && kept == text.hash(previous);
        fits.then(|| Self { seq: text.seq, hash: kept.to_owned() })
    }

    /// The head after a new line, which is added to the statement.
    fn with(&self, sql: &mut Sql, author: &str, at: &str, line: &Line) -> Self {
        let (before, after) = (line.before.as_ref().map(canonical), line.after.as_ref().map(canonical));
        let text = Text {
            seq: self.seq + 1,
            at,
            author,
            action: line.action.name(),
            kind: line.kind,
            record_id: &line.record_id,
            partnership: line.partnership.as_deref(),
            version: line.version,
            before: before.as_deref(),
            after: after.as_deref(),
        };
        let (seq, hash) = (text.seq, text.hash(&self.hash));
        sql.push("(").bind(seq).push(", ").bind_all([at, author, text.action, text.kind, text.record_id]);
        sql.push(", ").bind(line.partnership.clone()).push(", ").bind(line.version).push(", ");
        sql.bind_all([before, after]).push(", ").bind_all([&self.hash, &hash].map(String::as_str)).push(")");
        Self { seq, hash }
    }
}

/// Where the chain ends.
pub async fn head(connection: &impl ConnectionTrait) -> Result<Head, Error> {
    let row = Sql::new("SELECT seq, hash FROM audit_head").one(connection).await?;
    let row = row.ok_or_else(|| Error::Unreadable { what: "head of the trail".to_owned() })?;
    let mut columns = Columns::of(&row);
    Ok(Head { seq: columns.take()?, hash: columns.take()? })
}

/// Adds lines to the end of the chain.
pub async fn append(tx: &impl ConnectionTrait, head: Head, author: &str, at: &str, lines: &[Line]) -> Result<(), Error> {
    let mut head = head;
    for chunk in lines.chunks(ROWS) {
        let mut sql = Sql::new(format!("INSERT INTO audit_entries ({COLUMNS}) VALUES "));
        for (row, line) in chunk.iter().enumerate() {
            sql.push(if row == 0 { "" } else { ", " });
            head = head.with(&mut sql, author, at, line);
        }
        sql.run(tx).await?;
    }
    if lines.is_empty() {
        return Ok(());
    }
    Sql::new("UPDATE audit_head SET seq = $1, hash = $2").with(head.seq).with(head.hash).run(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn equal_values_have_one_text() {
        let value = json!({"b": [1, null, "ł"], "a": {"d": 1.5, "c": true}});

        assert_eq!(canonical(&value), r#"{"a":{"c":true,"d":1.5},"b":[1,null,"ł"]}"#);
    }

    #[test]
    fn a_hash_is_written_in_hexadecimal_digits() {
        assert_eq!(hexadecimal(&[0, 15, 255]), "000fff");
    }
}
