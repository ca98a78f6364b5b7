//! Who asks: the session of a cookie or the token of a program, read in one question.

use std::time::Duration;

use miedza_planning::account::{SESSION_HOLDS, SESSION_RESTS};
use miedza_store::{Caller, Moment, Store};

use super::secret::hash_of;
use crate::failure::Failure;

/// Uses are noted no more often than this, so that reading stays reading.
const NOTED: Duration = Duration::from_mins(5);

/// Who shows this cookie; `None` for a stranger.
///
/// # Errors
/// What the store says.
pub async fn by_session(store: &Store, token: &str, now: Moment) -> Result<Option<Caller>, Failure> {
    let hash = hash_of(token);
    let Some(caller) = store.caller_of_session(&hash, now).await? else { return Ok(None) };
    let end = Moment::parse(&caller.created_at).unwrap_or(now).plus(SESSION_HOLDS);
    if end <= now {
        store.end_session(&hash).await?;
        return Ok(None);
    }
    if is_to_note(caller.last_seen.as_deref(), now) {
        store.touch_session(&hash, now, now.plus(SESSION_RESTS).min(end)).await?;
    }
    Ok(Some(caller))
}

/// Who shows this token; `None` if it is unknown, ended or revoked.
///
/// # Errors
/// What the store says.
pub async fn by_token(store: &Store, token: &str, now: Moment) -> Result<Option<Caller>, Failure> {
    let hash = hash_of(token);
    let caller = store.caller_of_token(&hash, now).await?;
    if caller.as_ref().is_some_and(|caller| is_to_note(caller.last_seen.as_deref(), now)) {
        store.touch_api_token(&hash, now).await?;
    }
    Ok(caller)
}

fn is_to_note(last_seen: Option<&str>, now: Moment) -> bool {
    last_seen.and_then(Moment::parse).is_none_or(|seen| seen.plus(NOTED) <= now)
}
