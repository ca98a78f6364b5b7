//! Failures as pages and as JSON, and the ways on that each page offers.

use askama::Template;
use axum::Json;
use axum::extract::Query;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use miedza_planning::rights::Refusal;
use miedza_texts::{Language, Message, key};
use miedza_workflows::{Failure, Kind, labels};
use serde_json::json;

use super::address::Address;
use super::asker::Asker;
use super::door::Form;
use super::keep::Keep;
use super::page::Page;
use super::parts::Entry;

/// What a handler answers.
pub type Answer = Result<Response, Told>;

/// A failure on its way to the door, which knows the language and the form of the answer.
pub struct Told(pub Failure);

impl<E: Into<Failure>> From<E> for Told {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Told {
    fn into_response(self) -> Response {
        let mut response = status(self.0.kind).into_response();
        response.extensions_mut().insert(std::sync::Arc::new(self.0));
        response
    }
}

/// The status of a kind of failure.
#[must_use]
pub const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Refused => StatusCode::FORBIDDEN,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// An address that leads nowhere.
#[must_use]
pub fn unknown_address() -> Failure {
    Failure {
        kind: Kind::NotFound,
        told: Message::new(key::PORTAL_NOT_FOUND),
        hint: Some(Message::new(key::PORTAL_NOT_FOUND_HINT)),
        causes: Vec::new(),
    }
}

/// An address that is asked in a way that none of its doors takes.
#[must_use]
pub fn wrong_method() -> Failure {
    Failure::invalid(key::PORTAL_WRONG_METHOD, key::PORTAL_WRONG_METHOD_HINT)
}

/// What the server says before a handler has its say, as a failure: what was sent is too large, or cannot be read at all.
fn unread(answer: &Response) -> Option<Failure> {
    let is_plain = answer.headers().get(header::CONTENT_TYPE).is_some_and(|found| found.as_bytes().starts_with(b"text/plain"));
    match answer.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Some(Failure::invalid(key::PORTAL_TOO_LARGE, key::PORTAL_TOO_LARGE_HINT)),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY if is_plain => {
            Some(Failure::invalid(key::PORTAL_UNREAD, key::PORTAL_UNREAD_HINT))
        }
        _ => None,
    }
}

/// The status of failures that HTTP has a word of its own for.
fn own_status(failure: &Failure) -> Option<StatusCode> {
    let own = [
        (labels::refusal(Refusal::SignIn).0, StatusCode::UNAUTHORIZED),
        (key::ACCOUNT_TOKEN_UNKNOWN, StatusCode::UNAUTHORIZED),
        (key::PORTAL_WRONG_METHOD, StatusCode::METHOD_NOT_ALLOWED),
        (key::PORTAL_TOO_LARGE, StatusCode::PAYLOAD_TOO_LARGE),
        (key::PORTAL_UNREAD, StatusCode::BAD_REQUEST),
    ];
    own.into_iter().find(|(told, _)| *told == failure.told.key).map(|(_, status)| status)
}

/// A right that is missing.
#[must_use]
pub fn refused(refusal: Refusal) -> Failure {
    let (told, hint) = labels::refusal(refusal);
    Failure { kind: Kind::Refused, told: Message::new(told), hint: Some(Message::new(hint)), causes: Vec::new() }
}

/// The language that a browser asks for, Polish if it names none of ours.
#[must_use]
pub fn wanted_language(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut offers: Vec<(f32, Language)> = wanted
        .split(',')
        .filter_map(|offer| {
            let mut parts = offer.trim().split(";q=");
            let language = Language::of_locale(parts.next()?.trim())?;
            Some((parts.next().and_then(|weight| weight.trim().parse().ok()).unwrap_or(1.0), language))
        })
        .collect();
    offers.sort_by(|one, two| two.0.total_cmp(&one.0));
    offers.first().map_or(Language::Pl, |(_, language)| *language)
}

/// The language that an address without one asks for with `?lang=`, else that of the browser.
#[must_use]
pub fn language_of(uri: &Uri, headers: &HeaderMap) -> Language {
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).unwrap_or_default();
    let asked = pairs.iter().find(|(name, _)| name == "lang").and_then(|(_, code)| code.parse().ok());
    asked.unwrap_or_else(|| wanted_language(headers))
}

/// Marks an answer as one that may be kept ready for other strangers.
pub fn kept_back(answer: &mut Response) {
    answer.extensions_mut().insert(Keep);
}

#[derive(Template)]
#[template(path = "frame/failure.html")]
struct FailurePage {
    page: Page,
    heading: String,
    causes: Vec<String>,
    hint: String,
    ways: Vec<Entry>,
    ways_label: String,
    code: String,
}

/// Gives a failure its form; other answers pass unchanged.
pub fn render(asker: &Asker, form: Form, mut answer: Response) -> Response {
    let told = answer.extensions_mut().remove::<std::sync::Arc<Failure>>();
    let Some(failure) = told.or_else(|| unread(&answer).map(std::sync::Arc::new)) else { return answer };
    let status = own_status(&failure).unwrap_or(match failure.kind {
        // Programs only ask: what is wrong is the question, there is no content that could be.
        Kind::Invalid if form == Form::Program => StatusCode::BAD_REQUEST,
        kind => status(kind),
    });
    if failure.kind == Kind::Fault {
        // Without the address, which may hold a secret: the line of the request says by which door.
        tracing::error!(told = failure.told.key.name(), causes = ?failure.causes, "a fault of the program");
    }
    match form {
        Form::Page | Form::File => page(asker, &failure, status),
        Form::Program => problem(asker, &failure, status),
    }
}

fn ways(asker: &Asker, needs_sign_in: bool) -> Vec<Entry> {
    let mut ways = Vec::new();
    if needs_sign_in {
        let back = asker.uri.path_and_query().map_or("/", |path| path.as_str());
        let sign_in = Address::page(asker.language).step("sign-in").ask("to", back);
        ways.push(Entry::new(sign_in, asker.say(key::PORTAL_SIGN_IN)));
    }
    if let Some(partnership) = &asker.partnership
        && asker.sees_partnership(partnership)
    {
        ways.push(Entry::new(Address::partnership(asker.language, asker.slug()), asker.words(partnership, "short_name")));
    }
    ways.push(Entry::new(Address::page(asker.language).step("partnerships"), asker.say(key::PORTAL_MENU_PARTNERSHIPS)));
    ways.push(Entry::new(Address::page(asker.language), asker.say(key::PORTAL_START)));
    ways
}

/// On the terminal failures begin small and end open; on a page they are headings and sentences.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text as a sentence: with a large letter first and a sign at its end.
pub fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{}{end}", capital(text))
}

fn page(asker: &Asker, failure: &Failure, status: StatusCode) -> Response {
    let heading = capital(&asker.tell(&failure.told));
    let shown = FailurePage {
        page: Page::of(asker, &heading).unlisted(),
        causes: failure.causes.iter().map(|cause| sentence(&asker.tell(cause))).collect(),
        hint: failure.hint.as_ref().map(|hint| sentence(&asker.tell(hint))).unwrap_or_default(),
        ways: ways(asker, status == StatusCode::UNAUTHORIZED),
        ways_label: asker.say(key::PORTAL_WAYS_ON),
        code: status.as_u16().to_string(),
        heading,
    };
    match shown.render() {
        Ok(body) => (status, Html(body)).into_response(),
        Err(_) => status.into_response(),
    }
}

fn problem(asker: &Asker, failure: &Failure, status: StatusCode) -> Response {
    let causes: Vec<String> = failure.causes.iter().map(|cause| asker.tell(cause)).collect();
    let body = json!({
        "type": "about:blank",
        "status": status.as_u16(),
        "title": asker.tell(&failure.told),
        "detail": failure.hint.as_ref().map(|hint| asker.tell(hint)),
        "causes": causes,
        "code": failure.told.key.name(),
    });
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
