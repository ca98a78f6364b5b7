//! The demonstration as a newcomer meets it: loaded, with accounts to sign in with; and a fresh start.

use std::path::Path;

use miedza_store::Store;
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::accounts::ACCOUNTS;
use super::load::load;
use super::own;
use crate::account::ensure_demo;
use crate::failure::Failure;
use crate::opening;

/// An account to sign in with; its password is known only when it was just made.
#[derive(Clone, Debug, Serialize)]
pub struct ShownAccount {
    /// Where to sign in with.
    pub email: String,
    /// Its role.
    pub role: String,
    /// Slug of its partnership; `None` for the whole portal.
    pub partnership: Option<String>,
    /// Its password; `None` if it was made by an earlier run.
    pub password: Option<String>,
}

/// What was loaded.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Demonstration {
    /// How many records are new.
    pub created: usize,
    /// How many were there already.
    pub kept: usize,
    /// Who can sign in.
    pub accounts: Vec<ShownAccount>,
}

impl Demonstration {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        let loaded = Message::new(key::DEMO_LOADED).with("created", self.created).with("kept", self.kept);
        let mut lines = vec![language.say(&loaded)];
        if !self.accounts.is_empty() {
            lines.push(language.say(&Message::new(key::DEMO_ACCOUNTS)));
        }
        for account in &self.accounts {
            let earlier = || language.say(&Message::new(key::DEMO_PASSWORD_BEFORE));
            let password = account.password.clone().unwrap_or_else(earlier);
            let place = account.partnership.as_deref().unwrap_or("–");
            lines.push(format!("  {:<34} {:<28} {:<32} {password}", account.email, account.role, place));
        }
        lines.join("\n")
    }
}

/// Loads the demonstration where it is missing, into a store that is empty or its own.
///
/// # Errors
/// [`Failure`] if the store holds anything else, or cannot keep it.
pub async fn show(store: &Store) -> Result<Demonstration, Failure> {
    own::refuse_others(store).await?;
    let loaded = load(store).await?;
    let passwords = ensure_demo(store, &ACCOUNTS).await?;
    let accounts = ACCOUNTS.iter().zip(passwords).map(|(account, sign_in)| ShownAccount {
        email: account.email.to_owned(),
        role: account.role.name().to_owned(),
        partnership: account.partnership.map(ToOwned::to_owned),
        password: sign_in.password,
    });
    Ok(Demonstration { created: loaded.created.values().sum(), kept: loaded.kept, accounts: accounts.collect() })
}

/// Empties a store of an earlier demonstration, on either engine; one that holds anything else is left alone.
///
/// # Errors
/// [`Failure`] if the store holds anything else, or cannot be emptied.
pub async fn reset(store: &Store) -> Result<(), Failure> {
    own::refuse_others(store).await?;
    Ok(store.begin_anew().await?)
}

/// Refuses a data folder with files that are not those of a store: it was meant for something else.
///
/// # Errors
/// [`Failure`] if there is such a file, or the folder cannot be read.
pub fn refuse_folder(data: &Path) -> Result<(), Failure> {
    if !data.exists() {
        return Ok(());
    }
    if opening::others_in(data)?.is_empty() {
        return Ok(());
    }
    let told = Message::new(key::DEMO_FOREIGN).with("folder", data.display().to_string());
    Err(Failure::invalid(told, key::DEMO_FOREIGN_HINT))
}
