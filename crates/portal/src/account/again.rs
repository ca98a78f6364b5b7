//! After signing in again over a form: what was typed is still there, and is sent once more by whoever typed it.

use askama::Template;
use axum::response::IntoResponse;
use axum_extra::extract::CookieJar;
use miedza_texts::key;
use miedza_workflows::account::Session;

use super::sign_in::let_in;
use super::way_back;
use crate::frame::page::{self, Page};
use crate::frame::parts::Title;
use crate::frame::signed_out::Carried;
use crate::frame::{Answer, Asker, cookies};

#[derive(Template)]
#[template(path = "account/again.html")]
struct AgainPage {
    page: Page,
    title: Title,
    action: String,
    pairs: Vec<(String, String)>,
    go_on: String,
}

/// Lets somebody in and offers the form that was sent before; without one it leads on as ever.
pub fn answer(asker: &Asker, session: Session, typed: &str) -> Answer {
    let carried = Carried { to: session.to.clone(), typed: typed.to_owned() };
    let (Some(to), pairs) = (way_back::own(&carried.to), carried.pairs()) else { return Ok(let_in(asker, session)) };
    if pairs.is_empty() {
        return Ok(let_in(asker, session));
    }
    let jar = CookieJar::new().add(cookies::session(&asker.app, session.token)).add(cookies::gone(&asker.app, cookies::ENTRY));
    let heading = asker.say(key::DRAFT_GO_ON_HEADING);
    let shown = AgainPage {
        page: Page::of(asker, &heading).unlisted(),
        title: Title { lead: asker.say(key::DRAFT_GO_ON_LEAD), heading, ..Title::default() },
        action: to.to_owned(),
        pairs,
        go_on: asker.say(key::DRAFT_GO_ON),
    };
    Ok((jar, page::answer(&shown)?).into_response())
}
