//! Records read as types: the value of each kind, with the id it is kept under.
//!
//! The rules of this room work on such readings, never on JSON. A reading holds every field of its kind; a test says so.

use std::ops::Deref;

use serde::de::DeserializeOwned;

use crate::record::{Kind, Origin, Record, Visibility};

/// A type that a kind of records is read as.
pub trait Reading: DeserializeOwned {
    /// The kind.
    const KIND: Kind;
}

/// A kept record, read as the type of its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// Id of the record.
    pub id: String,
    /// Id of its partnership; `None` for what belongs to the whole portal.
    pub partnership: Option<String>,
    /// Where the fact comes from.
    pub origin: Origin,
    /// Who may see it.
    pub visibility: Visibility,
    /// What is kept.
    pub content: T,
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

/// A record that does not fit the type of its kind, which a checked one always does.
#[derive(Debug, thiserror::Error)]
#[error("record {id} of {kind} does not fit its kind")]
pub struct Unreadable {
    /// The kind.
    pub kind: Kind,
    /// Id of the record.
    pub id: String,
    /// What JSON says.
    #[source]
    pub source: serde_json::Error,
}

/// The records of one kind among `records`, read as its type, in their order; deleted ones are passed over.
///
/// # Errors
/// [`Unreadable`] for the first record that does not fit.
pub fn read_all<T: Reading>(records: &[Record]) -> Result<Vec<Kept<T>>, Unreadable> {
    let ours = records.iter().filter(|record| record.kind() == T::KIND && record.deleted_at.is_none());
    ours.map(read).collect()
}

/// One record read as the type of its kind.
///
/// # Errors
/// [`Unreadable`] if it does not fit.
pub fn read<T: Reading>(record: &Record) -> Result<Kept<T>, Unreadable> {
    let content = record.read().map_err(|source| Unreadable { kind: record.kind(), id: record.id.clone(), source })?;
    Ok(Kept {
        id: record.id.clone(),
        partnership: record.content.partnership.clone(),
        origin: record.content.origin,
        visibility: record.content.visibility,
        content,
    })
}
