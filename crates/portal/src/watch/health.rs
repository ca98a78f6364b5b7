//! Whether the portal works: asked by a balancer or by whoever watches.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use miedza_store::Engine;
use serde::Serialize;

use crate::frame::App;

/// How long the database may take. The way to the answer has asked once before, and all of it takes three seconds at most.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What is told.
#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    version: &'static str,
    database: Database,
    revision: Option<i64>,
    uptime_seconds: u64,
}

#[derive(Serialize)]
struct Database {
    engine: &'static str,
    answers: bool,
}

/// Answers 200 if the database answers in time, else 503.
pub async fn show(State(app): State<App>) -> (StatusCode, [(HeaderName, HeaderValue); 1], Json<Health>) {
    let asked = tokio::time::timeout(PATIENCE, app.store().revision()).await;
    let revision = asked.ok().and_then(Result::ok);
    let answers = revision.is_some();
    let health = Health {
        status: if answers { "ok" } else { "unavailable" },
        version: env!("CARGO_PKG_VERSION"),
        database: Database { engine: engine(app.store().engine()), answers },
        revision,
        uptime_seconds: app.started().elapsed().as_secs(),
    };
    let status = if answers { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(health))
}

/// The word for an engine.
pub const fn engine(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgresql",
    }
}
