//! A new password by mail, for whoever has forgotten the old one; whether an address has an account is never told.

use miedza_planning::account::{RESETS_OF_ACCOUNT, RESETS_OF_PLACE, check_password, normal_email};
use miedza_store::{Account, AccountChange, AccountState, Purpose, Shown};
use miedza_texts::key;

use super::letter::{Link, language_of, notice};
use super::limits::{self, Counter};
use super::secret::hash_of;
use super::{Visit, fault, password};
use crate::failure::Failure;

/// Whether a place may ask for letters; seconds to wait if it did so too often.
///
/// # Errors
/// What the store says.
pub async fn may_ask_reset(visit: &Visit<'_>) -> Result<Option<i64>, Failure> {
    limits::count(visit, &[Counter::of("reset-of-place", &visit.network, RESETS_OF_PLACE)]).await
}

/// Sends the letter, if there is an active account and it was not sent too often; what happened is not told.
///
/// Whoever asks has been answered before this is called, so that the time says nothing either.
///
/// # Errors
/// What the store says.
pub async fn send_reset(visit: &Visit<'_>, email: &str, public_address: &str) -> Result<(), Failure> {
    let Some(email) = normal_email(email) else { return Ok(()) };
    let counters = [Counter::of("reset-of-account", &email, RESETS_OF_ACCOUNT)];
    if limits::count(visit, &counters).await?.is_some() {
        return Ok(());
    }
    let account = visit.store.account_by_email(&email).await?.filter(|account| account.state == AccountState::Active);
    match account {
        Some(account) => make_reset(visit, &account, public_address).await.map(drop),
        None => Ok(()),
    }
}

/// Makes the letter; gives the address of its link, for the terminal.
///
/// # Errors
/// [`Failure`] if the account is not active.
pub async fn make_reset(visit: &Visit<'_>, account: &Account, public_address: &str) -> Result<String, Failure> {
    let Some(email) = account.email.as_deref().filter(|_| account.state == AccountState::Active) else {
        return Err(Failure::invalid(key::ACCOUNT_NOT_ACTIVE, key::ACCOUNT_NOT_ACTIVE_HINT));
    };
    let link =
        Link { account: &account.id, recipient: email, language: language_of(account), purpose: Purpose::Reset, data: None };
    let (token, link) = link.written(visit, public_address)?;
    visit.store.give_token(&token).await?;
    Ok(link)
}

/// Whose password this token sets; `None` if it works no more.
///
/// # Errors
/// What the store says.
pub async fn reset_by(visit: &Visit<'_>, token: &str) -> Result<Option<Account>, Failure> {
    let hash = hash_of(token);
    let shown = Shown { hash: &hash, purpose: Purpose::Reset, now: visit.now };
    Ok(visit.store.token_owner(shown).await?.map(|(account, _)| account))
}

/// Sets a new password by the token of the letter; every session ends. `None` if the token works no more.
///
/// # Errors
/// [`Failure`] if the password will not do.
pub async fn reset(visit: &Visit<'_>, token: &str, password: &str) -> Result<Option<Account>, Failure> {
    let Some(account) = reset_by(visit, token).await? else { return Ok(None) };
    check_password(password, account.email.as_deref().unwrap_or_default()).map_err(fault::password)?;
    let changes = [AccountChange::Password(password::hash(password.to_owned()).await?)];
    let hash = hash_of(token);
    let account = visit.store.redeem(Shown { hash: &hash, purpose: Purpose::Reset, now: visit.now }, &changes).await?;
    if let Some(letter) = account.as_ref().and_then(|account| notice(account, key::LETTER_PASSWORD_CHANGED, visit)) {
        visit.store.queue_mail(&letter).await?;
    }
    Ok(account)
}
