//! How much the portal does, as Prometheus reads it.
//!
//! Requests are counted by the pattern of their address, their method and the status of the answer. What waits in the store
//! is asked for when the figures are read, not before.

use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use miedza_store::Moment;
use miedza_workflows::Failure;
use prometheus::{Encoder, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, TextEncoder};

use crate::frame::{Answer, App};

/// Bounds of the classes of durations, in seconds.
const CLASSES: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Counters of one running program.
pub struct Metrics(Option<Counters>);

struct Counters {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    sessions: IntGauge,
    mails: IntGaugeVec,
    jobs: IntGaugeVec,
    revision: IntGauge,
    uptime: IntGauge,
}

impl Counters {
    fn new() -> Result<Self, prometheus::Error> {
        let registry = Registry::new();
        let gauge = |name: &str, help: &str| -> Result<IntGauge, prometheus::Error> {
            let gauge = IntGauge::new(name, help)?;
            registry.register(Box::new(gauge.clone()))?;
            Ok(gauge)
        };
        let gauges = |name: &str, help: &str| -> Result<IntGaugeVec, prometheus::Error> {
            let gauges = IntGaugeVec::new(Opts::new(name, help), &["state"])?;
            registry.register(Box::new(gauges.clone()))?;
            Ok(gauges)
        };
        let requests = IntCounterVec::new(
            Opts::new("miedza_requests_total", "Requests by pattern of the address, method and status."),
            &["route", "method", "status"],
        )?;
        registry.register(Box::new(requests.clone()))?;
        let options = HistogramOpts::new("miedza_request_seconds", "Seconds until an answer began.").buckets(CLASSES.to_vec());
        let seconds = HistogramVec::new(options, &["route"])?;
        registry.register(Box::new(seconds.clone()))?;
        Ok(Self {
            requests,
            seconds,
            sessions: gauge("miedza_sessions", "Sessions of accounts that have not ended.")?,
            mails: gauges("miedza_mails", "Letters in the outbox: waiting, failed.")?,
            jobs: gauges("miedza_jobs", "Jobs by how far they are.")?,
            revision: gauge("miedza_store_revision", "Number of the newest line of the trail.")?,
            uptime: gauge("miedza_uptime_seconds", "Seconds since the program started.")?,
            registry,
        })
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self(Counters::new().map_err(|fault| tracing::error!(%fault, "requests cannot be counted")).ok())
    }
}

impl Metrics {
    /// Counts a request.
    pub fn count(&self, route: &str, method: &str, status: u16, took: Duration) {
        let Some(counters) = &self.0 else { return };
        counters.requests.with_label_values(&[route, method, &status.to_string()]).inc();
        counters.seconds.with_label_values(&[route]).observe(took.as_secs_f64());
    }
}

/// The figures for those whom the door let in.
pub async fn show(State(app): State<App>) -> Answer {
    Ok(read(&app).await?)
}

/// The figures for this machine.
pub async fn show_here(State(app): State<App>) -> Response {
    read(&app).await.unwrap_or_else(|_| axum::http::StatusCode::SERVICE_UNAVAILABLE.into_response())
}

async fn read(app: &App) -> Result<Response, Failure> {
    let watched = app.store().watched(Moment::from(app.now())).await?;
    let revision = app.store().revision().await?;
    let mut text = Vec::new();
    if let Some(counters) = &app.metrics().0 {
        counters.sessions.set(watched.sessions);
        counters.mails.with_label_values(&["waiting"]).set(watched.mails_waiting);
        counters.mails.with_label_values(&["failed"]).set(watched.mails_failed);
        for (state, count) in &watched.jobs {
            counters.jobs.with_label_values(&[state.name()]).set(*count);
        }
        counters.revision.set(revision);
        counters.uptime.set(i64::try_from(app.started().elapsed().as_secs()).unwrap_or(i64::MAX));
        TextEncoder::new().encode(&counters.registry.gather(), &mut text).map_err(|error| Failure::fault(&error))?;
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, text).into_response())
}
