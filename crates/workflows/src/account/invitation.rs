//! Inviting people and accepting an invitation: the letter holds a link that works once and ends.

use miedza_planning::account::{NAME_MOST, check_password, normal_email};
use miedza_planning::rights::Grant;
use miedza_store::{Account, AccountChange, AccountState, Author, NewAccount, Purpose, Shown};
use miedza_texts::{Language, key};
use uuid::Uuid;

use super::letter::{Link, language_of};
use super::secret::hash_of;
use super::{Visit, fault, password};
use crate::failure::Failure;

/// Somebody to be given an account.
#[derive(Clone, Debug)]
pub struct Person {
    /// Address of mail, as typed.
    pub email: String,
    /// What the pages call the person.
    pub name: String,
    /// Language of letters.
    pub language: Language,
    /// Roles from the beginning.
    pub grants: Vec<Grant>,
}

/// An account with the address of the link in its letter.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The account.
    pub account: Account,
    /// Where the invitation is accepted.
    pub link: String,
}

/// Makes an account that is invited, and the letter to it.
///
/// # Errors
/// [`Failure`] if the address is none or has an account, or if the name is missing.
pub async fn invite(visit: &Visit<'_>, person: &Person, public_address: &str, author: &Author) -> Result<Invited, Failure> {
    let new = new_account(person)?;
    let link = Link { account: &new.id, recipient: &new.email, language: person.language, purpose: Purpose::Invite, data: None };
    let (token, link) = link.written(visit, public_address)?;
    let account = visit.store.create_account(&NewAccount { invitation: Some(token), ..new.clone() }, author).await?;
    Ok(Invited { account, link })
}

/// Sends a new letter to somebody who has not come yet; the link of the earlier one works no more.
///
/// # Errors
/// [`Failure`] if the account is invited no more.
pub async fn invite_again(visit: &Visit<'_>, account: &str, public_address: &str) -> Result<Invited, Failure> {
    let account = visit.store.account(account).await?.filter(|account| account.state == AccountState::Invited);
    let account = account.ok_or_else(|| Failure::invalid(key::ACCOUNT_NOT_INVITED, key::ACCOUNT_NOT_INVITED_HINT))?;
    let link = Link {
        account: &account.id,
        recipient: account.email.as_deref().unwrap_or_default(),
        language: language_of(&account),
        purpose: Purpose::Invite,
        data: None,
    };
    let (token, link) = link.written(visit, public_address)?;
    visit.store.give_token(&token).await?;
    Ok(Invited { account, link })
}

/// Makes an account with a password, active at once: from the terminal.
///
/// # Errors
/// [`Failure`] as for an invitation, or if the password will not do.
pub async fn add(visit: &Visit<'_>, person: &Person, password: &str, author: &Author) -> Result<Account, Failure> {
    let new = new_account(person)?;
    check_password(password, &new.email).map_err(fault::password)?;
    let changes = vec![AccountChange::Password(password::hash(password.to_owned()).await?), AccountChange::Enabled];
    Ok(visit.store.create_account(&NewAccount { changes, ..new }, author).await?)
}

/// Who is invited by this token; `None` if it works no more.
///
/// # Errors
/// What the store says.
pub async fn invited_by(visit: &Visit<'_>, token: &str) -> Result<Option<Account>, Failure> {
    let hash = hash_of(token);
    let shown = Shown { hash: &hash, purpose: Purpose::Invite, now: visit.now };
    Ok(visit.store.token_owner(shown).await?.map(|(account, _)| account))
}

/// Accepts an invitation with the name and password that were typed; `None` if it works no more.
///
/// # Errors
/// [`Failure`] if name or password will not do.
pub async fn accept(visit: &Visit<'_>, token: &str, name: &str, password: &str) -> Result<Option<Account>, Failure> {
    let Some(account) = invited_by(visit, token).await? else { return Ok(None) };
    let name = checked_name(name)?;
    check_password(password, account.email.as_deref().unwrap_or_default()).map_err(fault::password)?;
    let hash = password::hash(password.to_owned()).await?;
    let changes = [AccountChange::Name(name), AccountChange::Password(hash), AccountChange::Enabled];
    redeem(visit, token, &changes).await
}

/// Accepts an invitation by what a provider said.
pub(super) async fn redeem(visit: &Visit<'_>, token: &str, changes: &[AccountChange]) -> Result<Option<Account>, Failure> {
    let hash = hash_of(token);
    Ok(visit.store.redeem(Shown { hash: &hash, purpose: Purpose::Invite, now: visit.now }, changes).await?)
}

/// A name without white space around it.
///
/// # Errors
/// [`Failure`] if there is none or it is too long.
pub(super) fn checked_name(name: &str) -> Result<String, Failure> {
    let name = name.trim();
    let is_fine = !name.is_empty() && name.chars().count() <= NAME_MOST && !name.chars().any(char::is_control);
    if is_fine { Ok(name.to_owned()) } else { Err(Failure::invalid(key::ACCOUNT_NO_NAME, key::ACCOUNT_NO_NAME_HINT)) }
}

fn new_account(person: &Person) -> Result<NewAccount, Failure> {
    let email = normal_email(&person.email).ok_or_else(fault::email)?;
    Ok(NewAccount {
        id: Uuid::now_v7().to_string(),
        email,
        name: checked_name(&person.name)?,
        language: person.language.code().to_owned(),
        grants: person.grants.clone(),
        changes: Vec::new(),
        invitation: None,
    })
}
