//! The cookies of the portal: who is signed in, and who is on the way there. No others, so no banner.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use miedza_planning::account::{ENTRY_HOLDS, SESSION_HOLDS};

use super::app::App;

/// Names the session of somebody who signed in.
pub const SESSION: &str = "miedza_session";
/// Names what is waited for between the password and the code, or while a provider is asked.
pub const ENTRY: &str = "miedza_entry";

/// The value of a cookie.
#[must_use]
pub fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    CookieJar::from_headers(headers).get(name).map(|cookie| cookie.value().to_owned())
}

/// The cookie of a session.
#[must_use]
pub fn session(app: &App, token: String) -> Cookie<'static> {
    made(app, SESSION, token, SESSION_HOLDS)
}

/// The cookie of somebody on the way to a sign-in.
#[must_use]
pub fn entry(app: &App, token: String) -> Cookie<'static> {
    made(app, ENTRY, token, ENTRY_HOLDS)
}

/// Takes a cookie back.
#[must_use]
pub fn gone(app: &App, name: &'static str) -> Cookie<'static> {
    made(app, name, String::new(), std::time::Duration::ZERO)
}

fn made(app: &App, name: &'static str, token: String, holds: std::time::Duration) -> Cookie<'static> {
    let seconds = time::Duration::try_from(holds).unwrap_or(time::Duration::ZERO);
    let is_secure = app.portal().public_address.starts_with("https://");
    let cookie = Cookie::build((name, token)).path("/").http_only(true).same_site(SameSite::Lax);
    cookie.secure(is_secure).max_age(seconds).build()
}
