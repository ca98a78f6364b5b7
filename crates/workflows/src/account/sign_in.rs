//! Signing in by password and code, and out again; each sign-in begins a session under a new id.

use miedza_planning::account::{CODES, ENTRY_HOLDS, SESSION_RESTS, normal_email};
use miedza_store::{Account, AccountState, Secrets, SessionDraft};
use serde_json::{Value, json};

use super::limits::{self, Counter};
use super::secret::{Secret, hash_of};
use super::{Visit, password, second_factor};
use crate::failure::Failure;

/// What comes of an attempt to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// Signed in.
    Session(Session),
    /// The password was right; this token is shown together with the code.
    SecondStep(String),
    /// Address, password or code is wrong, or the account may not sign in: which of them is not told.
    Wrong,
    /// Tried too often; the seconds to wait.
    TooOften(i64),
}

/// Where somebody who signs in wants to go, and by which way they come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aim<'a> {
    /// Own address; empty for the own work.
    pub to: &'a str,
    /// The provider that said who they are; `None` for a password or a letter.
    pub through: Option<&'a str>,
}

/// A session that has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The token for the cookie.
    pub token: String,
    /// Where the person wanted to go.
    pub to: String,
}

/// Signs in by address and password.
///
/// # Errors
/// What the store says.
pub async fn sign_in(visit: &Visit<'_>, email: &str, password: String, to: &str) -> Result<Entrance, Failure> {
    let email = normal_email(email).unwrap_or_default();
    let counters = limits::of_guess(visit, &email).await?;
    if let Some(seconds) = limits::count(visit, &counters).await? {
        return Ok(Entrance::TooOften(seconds));
    }
    let account = visit.store.account_by_email(&email).await?.filter(|account| account.state == AccountState::Active);
    let secrets = match &account {
        Some(account) => visit.store.secrets(&account.id).await?.password_hash,
        None => None,
    };
    let fits = password::fits(password, secrets).await?;
    let Some(account) = account.filter(|_| fits) else { return Ok(Entrance::Wrong) };
    limits::forgive(visit, &counters).await?;
    enter(visit, &account, Aim { to, through: None }).await
}

/// Lets somebody in who has shown who they are: at once, or after the code.
///
/// # Errors
/// What the store says.
pub async fn enter(visit: &Visit<'_>, account: &Account, aim: Aim<'_>) -> Result<Entrance, Failure> {
    if !account.has_second_factor {
        return Ok(Entrance::Session(begin(visit, account, aim).await?));
    }
    let wait = json!({"second_step": account.id, "to": aim.to, "through": aim.through});
    Ok(Entrance::SecondStep(wait_for(visit, wait).await?))
}

/// Signs in by the code after the password.
///
/// # Errors
/// What the store says.
pub async fn take_second_step(visit: &Visit<'_>, token: &str, code: &str) -> Result<Entrance, Failure> {
    let hash = hash_of(token);
    let waiting = visit.store.entry(&hash, visit.now).await?.unwrap_or_default();
    let Some(id) = waiting.get("second_step").and_then(Value::as_str) else { return Ok(Entrance::Wrong) };
    let counters = [Counter::of("code", id, CODES)];
    if let Some(seconds) = limits::count(visit, &counters).await? {
        return Ok(Entrance::TooOften(seconds));
    }
    let account = visit.store.account(id).await?.filter(|account| account.state == AccountState::Active);
    let Some(account) = account else { return Ok(Entrance::Wrong) };
    let secrets: Secrets = visit.store.secrets(id).await?;
    if !second_factor::opens(visit.store, id, &secrets, code, visit.now.unix_seconds()).await? {
        return Ok(Entrance::Wrong);
    }
    if visit.store.take_entry(&hash, visit.now).await?.is_none() {
        return Ok(Entrance::Wrong);
    }
    limits::forgive(visit, &counters).await?;
    let to = waiting.get("to").and_then(Value::as_str).unwrap_or_default();
    let through = waiting.get("through").and_then(Value::as_str);
    Ok(Entrance::Session(begin(visit, &account, Aim { to, through }).await?))
}

/// Ends the session of a cookie; gives the provider through which it came, if one did.
///
/// # Errors
/// What the store says.
pub async fn sign_out(visit: &Visit<'_>, token: &str) -> Result<Option<String>, Failure> {
    let data = visit.store.take_session(&hash_of(token)).await?;
    Ok(data.as_ref().and_then(|data| data.get("through")).and_then(Value::as_str).map(ToOwned::to_owned))
}

/// Begins a session of this account under a new id; the one that the browser had before ends.
pub async fn begin(visit: &Visit<'_>, account: &Account, aim: Aim<'_>) -> Result<Session, Failure> {
    if let Some(email) = &account.email {
        limits::know_place(visit, email).await?;
    }
    let secret = Secret::new()?;
    let draft = SessionDraft {
        hash: secret.hash,
        account: Some(account.id.clone()),
        data: json!({"browser": visit.browser, "through": aim.through}),
        now: visit.now,
        expires_at: visit.now.plus(SESSION_RESTS),
    };
    visit.store.begin_session(&draft).await?;
    if let Some(earlier) = &visit.session {
        visit.store.end_session(earlier).await?;
    }
    Ok(Session { token: secret.text, to: aim.to.to_owned() })
}

/// Keeps what is waited for on the way to a sign-in; gives the token that brings it back.
pub async fn wait_for(visit: &Visit<'_>, waiting: Value) -> Result<String, Failure> {
    let secret = Secret::new()?;
    let draft =
        SessionDraft { hash: secret.hash, account: None, data: waiting, now: visit.now, expires_at: visit.now.plus(ENTRY_HOLDS) };
    visit.store.begin_session(&draft).await?;
    Ok(secret.text)
}
