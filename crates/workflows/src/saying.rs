//! What the office says about its portal: read, and said anew.

use miedza_planning::portal::{self, Topic};
use miedza_planning::record::{Fault, Values};
use miedza_store::{Author, Store};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;

/// What is said about a topic, and how often it was changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The values.
    pub values: Values,
    /// Grows by one with each change; 0 if nothing was ever said.
    pub version: i64,
}

/// Why nothing was saved; what was typed is still with the asker.
#[derive(Debug)]
pub enum NotSaid {
    /// Fields to correct.
    Faults(Vec<Fault>),
    /// Somebody else changed it since; as it is now.
    Stale(Said),
    /// Anything else.
    Failure(Failure),
}

/// What is said about a topic now.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn said(store: &Store, topic: Topic) -> Result<Said, Failure> {
    let (value, version) = store.setting_with_version(topic.name()).await?;
    let values = value.and_then(|value| value.as_object().cloned()).unwrap_or_default();
    Ok(Said { values, version })
}

/// What is said about a topic now, read as its type.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn read<T: DeserializeOwned + Default>(store: &Store, topic: Topic) -> Result<T, Failure> {
    Ok(portal::read(store.setting(topic.name()).await?.as_ref()))
}

/// Says something anew, if nobody else has since the version that was seen.
///
/// # Errors
/// [`NotSaid`] with the fields to correct or what somebody else said.
pub async fn say(store: &Store, topic: Topic, said: Said, author: &Author) -> Result<(), NotSaid> {
    let faults = topic.check(&said.values);
    if !faults.is_empty() {
        return Err(NotSaid::Faults(faults));
    }
    let value = Value::Object(said.values);
    let is_saved = store.change_setting(topic.name(), &value, said.version, author).await;
    if is_saved.map_err(|error| NotSaid::Failure(error.into()))? {
        return Ok(());
    }
    Err(NotSaid::Stale(self::said(store, topic).await.map_err(NotSaid::Failure)?))
}
