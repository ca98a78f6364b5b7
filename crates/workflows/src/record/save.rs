//! Saving, deleting and taking back, each with the rule of versions: who saw an older version chooses first.

use miedza_planning::record::{Draft, Fault, Kind, Origin, Record, Visibility};
use miedza_planning::values::Tongue;
use miedza_store::{Author, Change, Error, Store};
use miedza_texts::key;

use super::around::{circle, settled};
use super::entered::{Entered, read};
use super::units::Checked;
use crate::failure::Failure;

/// What is to be saved.
#[derive(Clone, Debug)]
pub struct Saving {
    /// The record as it is kept, and the version that was on screen; `None` for a new one.
    pub before: Option<(Record, i64)>,
    /// As it should be.
    pub draft: Draft,
}

/// Why nothing was saved; what was typed is still with the asker.
#[derive(Debug)]
pub enum NotSaved {
    /// Fields to correct.
    Faults(Vec<Fault>),
    /// Somebody else changed it since; as it is now.
    Stale(Box<Record>),
    /// Anything else.
    Failure(Failure),
}

impl From<Error> for NotSaved {
    fn from(error: Error) -> Self {
        match error {
            Error::Stale { current } => Self::Stale(current),
            Error::Faults { faults, .. } => Self::Faults(faults),
            other => Self::Failure(other.into()),
        }
    }
}

/// The draft that was typed, on top of what is kept.
pub fn draft_of(kind: Kind, partnership: Option<&str>, entered: &Entered, before: Option<&Record>, tongue: Tongue) -> Draft {
    let kept = before.map(|record| record.content.clone());
    let empty = Draft {
        kind,
        partnership: partnership.map(ToOwned::to_owned),
        visibility: Visibility::default(),
        origin: Origin::default(),
        source: None,
        values: miedza_planning::record::Values::new(),
    };
    let draft = kept.unwrap_or(empty);
    let source = entered.one("source").map_or(draft.source, |source| (!source.is_empty()).then(|| source.to_owned()));
    Draft {
        visibility: entered.one("visibility").and_then(Visibility::parse).unwrap_or(draft.visibility),
        origin: entered.one("origin").and_then(Origin::parse).unwrap_or(draft.origin),
        source,
        values: read(kind, entered, &draft.values, tongue),
        ..draft
    }
}

/// Saves a new record or a change; units stand under the codes that the registers know.
///
/// # Errors
/// [`NotSaved`] with the fields to correct or the other change.
pub async fn save(store: &Store, saving: Saving, author: &Author) -> Result<Record, NotSaved> {
    let before = saving.before.as_ref().map(|(record, _)| record);
    let kept = before.map(|record| &record.content.values);
    let units = Checked::of(store, [(&saving.draft, kept)]).await.map_err(NotSaved::Failure)?;
    let mut settled = settled(saving.draft, before, &units);
    settled.faults.extend(circle(store, &settled.draft, before).await.map_err(NotSaved::Failure)?);
    if !settled.faults.is_empty() {
        return Err(NotSaved::Faults(settled.faults));
    }
    let draft = settled.draft;
    let Some((record, seen_version)) = saving.before else { return Ok(store.create(draft, author).await?) };
    if record.version != seen_version {
        return Err(NotSaved::Stale(Box::new(record)));
    }
    if record.content == draft {
        return Ok(record);
    }
    let change = Change { kind: record.kind(), id: record.id.clone(), seen_version, draft };
    Ok(store.update(change, author).await?)
}

/// Deletes a record; it can be brought back for 30 days.
///
/// # Errors
/// [`Failure`] if others point to it or somebody else changed it since.
pub async fn delete(store: &Store, record: &Record, seen_version: i64, author: &Author) -> Result<(), Failure> {
    Ok(store.delete(record.kind(), &record.id, seen_version, author).await?)
}

/// Takes a change back: the content of an older version becomes the newest one.
///
/// # Errors
/// [`Failure`] if there is no such version or somebody else changed it since.
pub async fn take_back(store: &Store, record: &Record, to_version: i64, author: &Author) -> Result<Record, Failure> {
    let found = store.version(record.kind(), &record.id, to_version).await?;
    let draft = found.ok_or_else(|| Failure::invalid(key::STORE_NOT_FOUND, key::STORE_NOT_FOUND_HINT))?;
    let change = Change { kind: record.kind(), id: record.id.clone(), seen_version: record.version, draft };
    Ok(store.update(change, author).await?)
}
