//! An import of observations is taken back: what it brought goes, and what it replaced comes again.

use miedza_store::{Author, Store};
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::AUTHOR;
use crate::failure::{Failure, Kind};

/// What was taken back.
#[derive(Clone, Debug, Serialize)]
pub struct Withdrawn {
    /// Number of the import.
    pub import: u32,
    /// Name of its file.
    pub file: String,
    /// Variables that it had changed.
    pub variables: usize,
    /// Values that are again what they were.
    pub restored: u64,
    /// Values that are gone, for there was none before.
    pub removed: u64,
}

impl Withdrawn {
    /// The answer in words.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let told = Message::new(key::IMPORT_WITHDRAWN).with("import", self.import.to_string()).with("file", self.file.as_str());
        let told = told.with("variables", self.variables).with("restored", self.restored.to_string());
        language.say(&told.with("removed", self.removed.to_string()))
    }
}

/// Takes the import with this number back; `None` is the author on a terminal. Reading its file again brings it again.
///
/// # Errors
/// [`Failure`] if there is no such import, it is withdrawn already, or the store cannot be written.
pub async fn withdraw(store: &Store, import: u32, author: Option<&Author>) -> Result<Withdrawn, Failure> {
    let withdrawn = store.withdraw_observations(import, author.unwrap_or(&AUTHOR)).await?;
    let withdrawn = withdrawn.ok_or_else(|| {
        let told = Message::new(key::IMPORT_NOT_WITHDRAWN).with("import", import.to_string());
        Failure { kind: Kind::NotFound, ..Failure::invalid(told, key::IMPORT_NOT_WITHDRAWN_HINT) }
    })?;
    let (file, variables) = (withdrawn.file, withdrawn.variables);
    Ok(Withdrawn { import, file, variables, restored: withdrawn.restored, removed: withdrawn.removed })
}
