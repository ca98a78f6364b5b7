//! Taking an effect back that was carried out by mistake: what it changed becomes again what it was before.
//!
//! That can be done as long as nobody has changed those records since; what was built on them is not thrown away. It corrects a
//! slip of the office and is no decision of a body: a membership that was decided ends by another resolution.

use std::collections::BTreeMap;

use miedza_planning::partnership::effect::Touched;
use miedza_planning::record::{Draft, Kind, Record, Values};
use miedza_store::{Author, Change as Rewrite, Error, Store, Write};
use serde_json::Value;

use super::steady::{rewrite, write};
use crate::failure::Failure;
use crate::partnership::Book;

/// Why an effect cannot be taken back.
#[derive(Debug)]
pub enum NotTakenBack {
    /// It was not carried out.
    NotCarriedOut,
    /// It was carried out by hand; the program does not know what was changed.
    ByHand,
    /// A record has been changed or deleted since.
    ChangedSince {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// Anything else.
    Failure(Failure),
}

impl From<Failure> for NotTakenBack {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Error> for NotTakenBack {
    fn from(error: Error) -> Self {
        Self::Failure(error.into())
    }
}

/// What becomes of a record when an effect is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// The record that the effect changed.
    pub touched: Touched,
    /// Whether the effect made it, so that it is deleted; else it becomes what it was.
    pub is_made: bool,
}

/// What becomes of the records that an effect changed, if it can be taken back.
///
/// # Errors
/// [`NotTakenBack`] with the first reason why not.
pub fn can_be_taken_back(book: &Book, effect: &str) -> Result<Vec<Back>, NotTakenBack> {
    let found = book.dossier.effects.iter().find(|found| found.id == effect);
    let effect = found.filter(|effect| effect.applied_on.is_some()).ok_or(NotTakenBack::NotCarriedOut)?;
    if effect.changed.is_none() {
        return Err(NotTakenBack::ByHand);
    }
    let back = |touched: Touched| {
        let is_as_it_was = book.find(touched.kind, &touched.id).is_some_and(|record| record.version == touched.version);
        if is_as_it_was {
            return Ok(Back { is_made: touched.version == 1, touched });
        }
        Err(NotTakenBack::ChangedSince { kind: touched.kind, id: touched.id })
    };
    effect.touched().into_iter().map(back).collect()
}

/// Takes an effect back; it waits again afterwards.
///
/// # Errors
/// [`NotTakenBack`]; then nothing was changed.
pub async fn take_back(store: &Store, partnership: &Record, effect: &str, author: &Author) -> Result<(), NotTakenBack> {
    let former = former(store, effect).await?;
    let decide = |book: &Book| {
        let mut writes = Vec::new();
        for Back { touched, is_made } in can_be_taken_back(book, effect)? {
            let Touched { kind, id, version: seen_version } = touched;
            let before = || former.get(&id).cloned().ok_or_else(|| NotTakenBack::ChangedSince { kind, id: id.clone() });
            writes.push(if is_made {
                Write::Delete { kind, id, seen_version }
            } else {
                let draft = before()?;
                Write::Update(Rewrite { kind, id, seen_version, draft })
            });
        }
        let waits: Values = ["applied_on", "changed"].map(|field| (field.to_owned(), Value::Null)).into_iter().collect();
        writes.push(Write::Update(rewrite(book, (Kind::Effects, effect), waits)?));
        Ok::<_, NotTakenBack>(writes)
    };
    write(store, partnership, author, decide).await.map(drop)
}

/// The contents that records had before the effect, by their ids; what was once kept stays so.
async fn former(store: &Store, effect: &str) -> Result<BTreeMap<String, Draft>, Error> {
    let mut former = BTreeMap::new();
    let Some(record) = store.record(Kind::Effects, effect).await? else { return Ok(former) };
    let touched: Vec<Touched> =
        record.value("changed").and_then(|changed| serde_json::from_value(changed.clone()).ok()).unwrap_or_default();
    for Touched { kind, id, version } in touched {
        if let Some(draft) = store.version(kind, &id, version - 1).await? {
            former.insert(id, draft);
        }
    }
    Ok(former)
}
