//! What is asked of a door: address, what is sent, what it is about; and asking it.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use miedza_planning::rights::{Room, Verb};
use tower::ServiceExt as _;

use crate::domain::Thing;
use crate::visitors::Visitor;

/// Most bytes of an answer.
const LIMIT: usize = 64 << 20;

/// What is sent along.
#[derive(Clone, Debug, Default)]
pub enum Sent {
    #[default]
    Nothing,
    /// A form.
    Form(Vec<(String, String)>),
    /// A form with a file of this name and content.
    File(&'static str, String),
    /// A form of that kind without a file.
    NoFile,
}

impl Sent {
    pub fn form(pairs: &[(&str, &str)]) -> Self {
        Self::Form(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }
}

/// A question to a door.
#[derive(Clone, Debug)]
pub struct Ask {
    pub method: &'static str,
    /// The row that it is about.
    pub path: &'static str,
    pub address: String,
    pub room: Room,
    pub verb: Verb,
    pub thing: Thing,
    /// What is sent where it must be allowed: something that the door lets in and that changes nothing.
    pub idle: Sent,
    /// What is sent where it must be refused: something that would change what is kept.
    pub telling: Sent,
    /// Whether an answer that is let in may say that what is named is not there.
    pub may_be_missing: bool,
    /// Whether it is asked only where it must be refused.
    pub only_refused: bool,
    /// Whether who asks is left out, because the door ends what it is shown.
    pub is_nameless: bool,
}

impl Ask {
    pub fn of(row: (&'static str, &'static str), address: String, (verb, room): (Verb, Room), thing: Thing) -> Self {
        let (method, path) = row;
        let nothing = if method == "GET" { Sent::Nothing } else { Sent::Form(Vec::new()) };
        Self {
            method,
            path,
            address,
            room,
            verb,
            thing,
            idle: nothing.clone(),
            telling: nothing,
            may_be_missing: false,
            only_refused: false,
            is_nameless: false,
        }
    }

    pub fn sending(self, idle: Sent, telling: Sent) -> Self {
        Self { idle, telling, ..self }
    }

    pub fn maybe_missing(self) -> Self {
        Self { may_be_missing: true, ..self }
    }

    pub fn nameless(self) -> Self {
        Self { is_nameless: true, ..self }
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answered {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answered {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn body(sent: &Sent) -> (Option<&'static str>, Body) {
    match sent {
        Sent::Nothing => (None, Body::empty()),
        Sent::Form(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text))).collect();
            (Some("application/x-www-form-urlencoded"), Body::from(pairs.join("&")))
        }
        Sent::File(name, content) => {
            let head = format!("--miedza\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
            let confirm = "--miedza\r\nContent-Disposition: form-data; name=\"confirm\"\r\n\r\nyes\r\n";
            let body = format!("{confirm}{head}{content}\r\n--miedza--\r\n");
            (Some("multipart/form-data; boundary=miedza"), Body::from(body))
        }
        Sent::NoFile => (Some("multipart/form-data; boundary=miedza"), Body::from("--miedza--\r\n")),
    }
}

/// Asks a door.
pub async fn ask(router: &Router, visitor: &Visitor, (method, address): (&str, &str), sent: &Sent) -> Answered {
    let (kind, body) = body(sent);
    let mut request = Request::builder().method(method).uri(address).body(body).expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
    if let Some(kind) = kind {
        request.headers_mut().insert(header::CONTENT_TYPE, kind.parse().expect("a type"));
    }
    if let Some((name, value)) = &visitor.header {
        request.headers_mut().insert(name.clone(), value.clone());
    }
    let answer = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, LIMIT).await.expect("a body");
    Answered { status: parts.status, headers: parts.headers, body }
}

/// Reads an address.
pub async fn get(router: &Router, visitor: &Visitor, address: &str) -> Answered {
    ask(router, visitor, ("GET", address), &Sent::Nothing).await
}
