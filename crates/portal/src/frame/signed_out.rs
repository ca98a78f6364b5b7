//! A form that comes from somebody who is not signed in any more: the way in stands on the same page, and what was typed goes
//! along, so that nothing is lost when a session ends while somebody types.
//!
//! Nothing is kept here: the page carries what was typed, and sends it with the sign-in. Files cannot be carried.

use askama::Template;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use miedza_planning::rights::Refusal;
use miedza_texts::key;
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::address::Address;
use super::asker::Asker;
use super::door::{Form, Row};
use super::page::Page;
use super::parts::{FormField, Title};

/// Most bytes that are carried along.
const MOST: usize = 1 << 20;

/// What was typed into a form before signing in, and where it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Carried {
    /// Where it was sent.
    pub to: String,
    /// The form as it was sent.
    pub typed: String,
}

impl Carried {
    /// The entries, for a form that sends them again.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        let address = format!("/?{}", self.typed).parse::<axum::http::Uri>();
        let read = address.ok().and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
        read.map(|query| query.0).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "frame/signed_out.html")]
struct SignedOutPage {
    page: Page,
    title: Title,
    sign_in_action: String,
    fields: [FormField; 2],
    to: String,
    typed: String,
    sign_in: String,
    other_tab: String,
    sign_in_tab: String,
    pairs: Vec<(String, String)>,
    again: String,
}

/// Whether a form was sent by somebody who has to sign in first.
#[must_use]
pub fn is_lost_form(row: &Row, headers: &HeaderMap, refusal: &Failure) -> bool {
    let is_form = |kind: &str| kind.starts_with("application/x-www-form-urlencoded");
    let sent = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(is_form);
    let accepts = headers.get(header::ACCEPT).and_then(|accepts| accepts.to_str().ok()).unwrap_or_default();
    let is_page = row.form == Form::Page && row.method == "POST" && !accepts.contains("application/json");
    is_page && sent && refusal.told.key == labels::refusal(Refusal::SignIn).0
}

/// The page with the way in and what was typed; `None` if it is too much to be carried.
pub async fn answer(asker: &Asker, request: Request) -> Option<Response> {
    let body = to_bytes(request.into_body(), MOST).await.ok()?;
    let typed = String::from_utf8(body.to_vec()).ok()?;
    let carried = Carried { to: asker.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(), typed };
    let pairs = carried.pairs();
    if pairs.is_empty() {
        return None;
    }
    let heading = asker.say(key::DRAFT_SIGNED_OUT);
    let field = |name: &str, label| FormField { name: name.to_owned(), label: asker.say(label), ..FormField::default() };
    let sign_in = Address::page(asker.language).step("sign-in");
    let shown = SignedOutPage {
        page: Page::of(asker, &heading).unlisted(),
        title: Title { lead: asker.say(key::DRAFT_SIGNED_OUT_LEAD), heading, ..Title::default() },
        sign_in_action: sign_in.clone().into(),
        fields: [field("email", key::ACCOUNT_EMAIL), field("password", key::ACCOUNT_PASSWORD)],
        to: carried.to.clone(),
        typed: carried.typed,
        sign_in: asker.say(key::PORTAL_SIGN_IN),
        other_tab: asker.say(key::DRAFT_OTHER_TAB),
        sign_in_tab: sign_in.into(),
        pairs,
        again: asker.say(key::DRAFT_SEND_AGAIN),
    };
    Some((StatusCode::UNAUTHORIZED, Html(shown.render().ok()?)).into_response())
}
