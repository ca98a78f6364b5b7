//! The start page, the choice of a language for those who name none, and addresses that lead nowhere.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use miedza_planning::rights::{Object, Room, Visitor};
use miedza_texts::key;

use crate::frame::door::Form;
use crate::frame::failure::{self, unknown_address, wanted_language};
use crate::frame::page::{self, Page};
use crate::frame::parts::Title;
use crate::frame::{About, Answer, App, Asker, Doors, Row, Told};

/// The doors of the start.
pub fn doors(app: &App, doors: Doors) -> Doors {
    doors.open(app, Row::page("/", Room::Portal, About::Public), choose_language).open(
        app,
        Row::page("/{lang}", Room::Portal, About::Public),
        start,
    )
}

async fn choose_language(headers: HeaderMap) -> Redirect {
    Redirect::temporary(&format!("/{}", wanted_language(&headers)))
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    page: Page,
    title: Title,
}

async fn start(asker: Asker) -> Answer {
    let name = asker.say(key::PORTAL_NAME);
    let title = Title { heading: name.clone(), lead: asker.say(key::PORTAL_LEAD), ..Title::default() };
    page::answer(&StartPage { page: Page::of(&asker, &name), title })
}

/// An address that no door has.
pub async fn nowhere(State(app): State<App>, request: Request) -> Response {
    let first = request.uri().path().split('/').nth(1).and_then(|code| code.parse().ok());
    let form = if request.uri().path().starts_with("/api/") { Form::Program } else { Form::Page };
    let asker = Asker {
        language: first.unwrap_or_else(|| failure::language_of(request.uri(), request.headers())),
        uri: request.uri().clone(),
        visitor: Visitor::default(),
        signed_in: None,
        partnership: None,
        record: None,
        kind: None,
        object: Object::public(),
        app,
    };
    failure::render(&asker, form, Told(unknown_address()).into_response()).await
}
