//! Finds out who asks: nobody, somebody who signed in, or a program with a token.

use axum::http::{HeaderMap, header};
use miedza_planning::rights::Visitor;
use miedza_store::{Caller, Moment};
use miedza_texts::{Message, key};
use miedza_workflows::account::caller;
use miedza_workflows::{Failure, Kind};

use super::app::App;
use super::cookies;

/// The account behind a visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Its id.
    pub account: String,
    /// What it is called on its own pages.
    pub name: String,
    /// Whether a program asks with a token.
    pub is_program: bool,
}

/// Who asks, read from the token or the session cookie; a session that has ended makes a stranger.
///
/// # Errors
/// [`Failure`] if a token does not work, or if the store cannot be read.
pub async fn visitor(app: &App, headers: &HeaderMap) -> Result<(Visitor, Option<SignedIn>), Failure> {
    let now = Moment::from(app.now());
    if let Some(token) = bearer(headers) {
        let caller = caller::by_token(app.store(), token, now).await?.ok_or_else(unknown_token)?;
        return Ok(known(caller, true));
    }
    let Some(token) = cookies::value(headers, cookies::SESSION) else { return Ok((Visitor::default(), None)) };
    let caller = caller::by_session(app.store(), &token, now).await?;
    Ok(caller.map_or_else(|| (Visitor::default(), None), |caller| known(caller, false)))
}

fn known(caller: Caller, is_program: bool) -> (Visitor, Option<SignedIn>) {
    (caller.visitor, Some(SignedIn { account: caller.account, name: caller.name, is_program }))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// A token that was never made, has ended or was revoked: which of them is not told.
fn unknown_token() -> Failure {
    Failure {
        kind: Kind::Refused,
        told: Message::new(key::ACCOUNT_TOKEN_UNKNOWN),
        hint: Some(Message::new(key::ACCOUNT_TOKEN_UNKNOWN_HINT)),
        causes: Vec::new(),
    }
}

/// Whether a request says who asks; such a request never meets a kept page.
#[must_use]
pub fn names_somebody(headers: &HeaderMap) -> bool {
    headers.contains_key(header::AUTHORIZATION) || cookies::value(headers, cookies::SESSION).is_some()
}
