//! Pages kept ready for strangers until something changes.
//!
//! What a stranger sees depends on the address, the language, the encoding, the day and on what is kept in the store and
//! nothing else; so a page that was made once is given out again until the newest entry of the audit trail is another one.
//! Nobody who is signed in ever meets a kept page.

use std::collections::HashMap;
use std::sync::Mutex;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use miedza_planning::values::Day;

use super::app::App;
use super::visitor::names_somebody;

/// Most bytes of all kept pages together.
const ROOM: usize = 32 << 20;
/// Most bytes of one kept page.
const LARGEST: usize = 1 << 20;

/// Mark of an answer that may be kept.
#[derive(Clone, Copy, Debug)]
pub struct Keep;

#[derive(Clone)]
struct KeptPage {
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Default)]
struct Shelf {
    revision: i64,
    day: Option<Day>,
    bytes: usize,
    pages: HashMap<String, KeptPage>,
}

/// Pages by address, language and encoding.
#[derive(Default)]
pub struct KeptPages(Mutex<Shelf>);

impl KeptPages {
    fn find(&self, name: &str, revision: i64, day: Day) -> Option<KeptPage> {
        let mut shelf = self.0.lock().ok()?;
        if shelf.revision != revision || shelf.day != Some(day) {
            *shelf = Shelf { revision, day: Some(day), ..Shelf::default() };
        }
        shelf.pages.get(name).cloned()
    }

    fn put(&self, name: String, revision: i64, page: KeptPage) {
        let Ok(mut shelf) = self.0.lock() else { return };
        if shelf.revision != revision || page.body.len() > LARGEST {
            return;
        }
        if shelf.bytes + page.body.len() > ROOM {
            shelf.pages.clear();
            shelf.bytes = 0;
        }
        shelf.bytes += page.body.len();
        shelf.pages.insert(name, page);
    }
}

/// The encodings that matter, in one word.
fn encoding(headers: &HeaderMap) -> &'static str {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accepted.contains("br") {
        "br"
    } else if accepted.contains("gzip") {
        "gzip"
    } else {
        "plain"
    }
}

/// Gives a kept page to a stranger, or makes it and keeps it.
pub async fn keep(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET || names_somebody(request.headers()) {
        return next.run(request).await;
    }
    let Ok(revision) = app.store().revision().await else { return next.run(request).await };
    let language = super::failure::wanted_language(request.headers());
    let name = format!("{} {language} {}", request.uri(), encoding(request.headers()));
    if let Some(page) = app.kept().find(&name, revision, app.today()) {
        let mut answer = Response::new(Body::from(page.body));
        *answer.headers_mut() = page.headers;
        return answer;
    }
    let mut answer = next.run(request).await;
    if answer.status() != StatusCode::OK || answer.extensions_mut().remove::<Keep>().is_none() {
        return answer;
    }
    let (parts, body) = answer.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(body) => {
            app.kept().put(name, revision, KeptPage { headers: parts.headers.clone(), body: body.clone() });
            Response::from_parts(parts, Body::from(body))
        }
        Err(_) => Response::from_parts(parts, Body::empty()),
    }
}
