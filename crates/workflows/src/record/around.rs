//! Faults that only the store shows: units that no register knows, a partnership nested in itself.

use miedza_planning::record::{Draft, Fault, FaultKind, Kind, Record, check, check_course};
use miedza_store::Store;

use super::units::Checked;
use crate::failure::Failure;

/// A draft as it can be kept, and what must be corrected before.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The draft, with the codes that the registers know.
    pub draft: Draft,
    /// The fields to correct.
    pub faults: Vec<Fault>,
}

/// A draft held against its fields, its former content and what the registers made of its units.
pub fn settled(mut draft: Draft, before: Option<&Record>, units: &Checked) -> Settled {
    let mut faults = units.settle(&mut draft);
    let alone = check(draft.kind, &draft.values);
    // A name instead of a code is no code either; one reason is enough.
    let alone = alone.into_iter().filter(|fault| !faults.iter().any(|other| other.field == fault.field)).collect::<Vec<_>>();
    faults.extend(alone);
    if let Some(record) = before {
        faults.extend(check_course(draft.kind, &record.content.values, &draft.values));
    }
    Settled { draft, faults }
}

/// The partnerships that one lies in, the nearest first; where they lie in each other, each stands once.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn above(store: &Store, parent: Option<&str>) -> Result<Vec<Record>, Failure> {
    let mut found: Vec<Record> = Vec::new();
    let mut next = parent.map(ToOwned::to_owned);
    while let Some(id) = next.take().filter(|id| !found.iter().any(|record| record.id == *id)) {
        let Some(record) = store.record(Kind::Partnerships, &id).await? else { break };
        next = record.text("parent_partnership").map(ToOwned::to_owned);
        found.push(record);
    }
    Ok(found)
}

/// A partnership that would lie in itself, directly or through others.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn circle(store: &Store, draft: &Draft, before: Option<&Record>) -> Result<Option<Fault>, Failure> {
    const FIELD: &str = "parent_partnership";
    let Some(own) = before.filter(|_| draft.kind == Kind::Partnerships) else { return Ok(None) };
    let parent = draft.values.get(FIELD).and_then(serde_json::Value::as_str);
    if parent.is_none() || parent == own.text(FIELD) {
        return Ok(None);
    }
    let is_circle = above(store, parent).await?.iter().any(|record| record.id == own.id);
    Ok(is_circle.then(|| Fault { field: FIELD.to_owned(), kind: FaultKind::InItself }))
}
