//! What those who keep a server running look at: whether it works, how much it does, one line per request.
//!
//! Nothing of it names a person: requests are counted and logged by the pattern of their address, never by the address
//! itself, which may hold words that somebody searched for or the secret of a link.

mod health;
mod log;
mod metrics;

use axum::Router;
use axum::routing::get;
use miedza_planning::rights::{Room, Verb};

pub use log::logged;
pub use metrics::Metrics;

use crate::frame::{About, App, Doors, Row};

/// The doors for operators: `/health` for everyone, `/metrics` for administrators and their tokens.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let metrics = Row::program("/metrics", Room::Accounts, About::Portal).needing(Verb::Administer);
    doors.open(app, Row::program("/health", Room::Portal, About::Public), health::show).open(app, metrics, metrics::show)
}

/// The figures without a door, for a listener of their own that only this machine can reach.
pub fn metrics_router(app: &App) -> Router {
    Router::new().route("/metrics", get(metrics::show_here)).with_state(app.clone())
}
