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
    chain(store, (Kind::Partnerships, "parent_partnership"), parent).await
}

/// The records of a kind that one leads to by a field, the nearest first.
async fn chain(store: &Store, (kind, field): (Kind, &str), parent: Option<&str>) -> Result<Vec<Record>, Failure> {
    let mut found: Vec<Record> = Vec::new();
    let mut next = parent.map(ToOwned::to_owned);
    while let Some(id) = next.take().filter(|id| !found.iter().any(|record| record.id == *id)) {
        let Some(record) = store.record(kind, &id).await? else { break };
        next = record.text(field).map(ToOwned::to_owned);
        found.push(record);
    }
    Ok(found)
}

/// A partnership that would lie in itself, or a problem that would be its own cause, directly or through others.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn circle(store: &Store, draft: &Draft, before: Option<&Record>) -> Result<Option<Fault>, Failure> {
    let field = match draft.kind {
        Kind::Partnerships => "parent_partnership",
        Kind::Problems => "parent_problem",
        _ => return Ok(None),
    };
    let parent = draft.values.get(field).and_then(serde_json::Value::as_str);
    let Some(own) = before.filter(|own| parent.is_some() && parent != own.text(field)) else { return Ok(None) };
    let is_circle = chain(store, (draft.kind, field), parent).await?.iter().any(|record| record.id == own.id);
    Ok(is_circle.then(|| Fault { field: field.to_owned(), kind: FaultKind::InItself }))
}
