//! Keeps the demonstration in a store: as often as one likes, it is there once.
//!
//! A record whose id the store knows already stays as it is, also one that somebody changed or deleted.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::record::Kind;
use miedza_store::{Author, Question, Store, Write};

use super::content::{self, Item};
use crate::failure::Failure;

/// What was loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// How many records are new, by kind.
    pub created: BTreeMap<Kind, usize>,
    /// How many were there already.
    pub kept: usize,
}

/// Loads the five partnerships with all that belongs to them, in one transaction.
///
/// # Errors
/// [`Failure`] if the store cannot keep them.
pub async fn load(store: &Store) -> Result<Loaded, Failure> {
    let items = content::read().map_err(|error| Failure::fault(&error))?;
    let known = known(store, &items).await?;
    let new: Vec<Item> = items.into_iter().filter(|item| !known.contains(&item.id)).collect();
    let mut loaded = Loaded { kept: known.len(), ..Loaded::default() };
    for item in &new {
        *loaded.created.entry(item.draft.kind).or_default() += 1;
    }
    if !new.is_empty() {
        let writes = new.into_iter().map(|item| Write::Create { id: Some(item.id), draft: item.draft });
        store.save_all(writes.collect(), &Author::Program("demo")).await?;
    }
    Ok(loaded)
}

/// Ids that the store knows, of live and of deleted records.
async fn known(store: &Store, items: &[Item]) -> Result<BTreeSet<String>, Failure> {
    let mut ids: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for item in items {
        ids.entry(item.draft.kind).or_default().push(item.id.clone());
    }
    let mut known = BTreeSet::new();
    for (kind, ids) in ids {
        let question = Question::of(kind).with_ids(ids);
        for question in [question.clone(), question.deleted()] {
            known.extend(store.records(&question).await?.into_iter().map(|record| record.id));
        }
    }
    Ok(known)
}
