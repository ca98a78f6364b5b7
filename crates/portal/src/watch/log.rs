//! One line per request: a number of its own, the pattern of the address, the status, how long it took.
//!
//! The number goes out with the answer, so that somebody who meets a fault can name the line. A number that the asker sends
//! is not taken over.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;
use uuid::Uuid;

use crate::frame::App;

const NUMBER: HeaderName = HeaderName::from_static("x-request-id");
/// What stands for the pattern of an address that no door has.
const NOWHERE: &str = "nowhere";

/// Counts and logs a request.
pub async fn logged(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let number = Uuid::now_v7().to_string();
    let route = request.extensions().get::<MatchedPath>().map_or(NOWHERE, MatchedPath::as_str).to_owned();
    let method = method(&request);
    let span = tracing::info_span!(target: "miedza::requests", "request", id = %number);
    let mut answer = next.run(request).instrument(span.clone()).await;
    let (status, took) = (answer.status().as_u16(), began.elapsed());
    app.metrics().count(&route, method, status, took);
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(target: "miedza::requests", method, route, status, milliseconds, "answered"));
    if let Ok(number) = HeaderValue::from_str(&number) {
        answer.headers_mut().insert(NUMBER, number);
    }
    answer
}

/// The method; what somebody made up is counted as one.
fn method(request: &Request) -> &'static str {
    match request.method().as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
