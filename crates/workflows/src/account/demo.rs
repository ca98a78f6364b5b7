//! Accounts of the demonstration: made once, each with a random password that is told once.

use miedza_planning::rights::{Grant, Role};
use miedza_store::{Author, Store};
use miedza_texts::Language;

use super::Visit;
use super::invitation::{Person, add};
use super::secret::random;
use crate::failure::Failure;

/// An account of the demonstration.
#[derive(Clone, Copy, Debug)]
pub struct DemoAccount {
    /// Address at `example.org`.
    pub email: &'static str,
    /// What the pages call it: a role, no person.
    pub name: &'static str,
    /// Language of its letters.
    pub language: Language,
    /// Its role.
    pub role: Role,
    /// Address of the partnership in which the role holds; `None` for the whole portal.
    pub partnership: Option<&'static str>,
    /// Code of the own unit.
    pub unit: Option<&'static str>,
}

/// How to sign in to an account of the demonstration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoSignIn {
    /// The address.
    pub email: &'static str,
    /// The password, if the account was made just now; it is kept nowhere else.
    pub password: Option<String>,
}

/// Signs of a password that is read from the terminal: none that are taken for another.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Makes those accounts that are missing; the others stay as they are.
///
/// # Errors
/// [`Failure`] if a partnership is missing, or what the store says.
pub async fn ensure_demo(store: &Store, accounts: &[DemoAccount]) -> Result<Vec<DemoSignIn>, Failure> {
    let visit = Visit::of_program(store);
    let mut told = Vec::with_capacity(accounts.len());
    for account in accounts {
        let is_there = store.account_by_email(account.email).await?.is_some();
        let password = if is_there { None } else { Some(make(&visit, account).await?) };
        told.push(DemoSignIn { email: account.email, password });
    }
    Ok(told)
}

async fn make(visit: &Visit<'_>, account: &DemoAccount) -> Result<String, Failure> {
    let partnership = match account.partnership {
        Some(slug) => Some(super::partnership_of(visit.store, slug).await?.id),
        None => None,
    };
    let grant =
        Grant { role: account.role, partnership, unit: account.unit.map(ToOwned::to_owned), valid_from: None, valid_to: None };
    let person = Person {
        email: account.email.to_owned(),
        name: account.name.to_owned(),
        language: account.language,
        grants: vec![grant],
    };
    let password = new_password()?;
    add(visit, &person, &password, &Author::Program("demo")).await?;
    Ok(password)
}

/// Four groups of four signs: 80 random bits.
fn new_password() -> Result<String, Failure> {
    let signs: Vec<char> = random::<16>()?.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
    Ok(signs.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}
