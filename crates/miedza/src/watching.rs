//! What the program writes about its own running while it serves: lines of a log on stderr, figures for Prometheus.

use std::io;
use std::net::SocketAddr;

use clap::{Args, ValueEnum};
use miedza_portal::App;
use miedza_texts::{Message, key};
use miedza_workflows::{Failure, Kind};
use tracing_subscriber::EnvFilter;

/// At its finest level this writes whole addresses, which may hold the secret of a link.
const SILENT: &str = "tower_http::csrf=off";

/// What is written about the running of the program.
#[derive(Debug, Args)]
pub struct Watching {
    /// Write one line per request to stderr; without it only warnings are written
    #[arg(long, value_name = "FORM", value_enum, env = "MIEDZA_LOG")]
    log: Option<LogForm>,
    /// Serve the figures for Prometheus at this address of this machine too, without a token
    #[arg(long, value_name = "ADDR", env = "MIEDZA_METRICS")]
    metrics: Option<SocketAddr>,
}

/// The form of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogForm {
    /// For people
    Text,
    /// For programs: one JSON object per line
    Json,
}

impl Watching {
    /// Begins to write lines; `RUST_LOG` decides which, if it is set.
    pub fn begin(&self) {
        let usual = if self.log.is_some() { "warn,miedza::requests=info" } else { "warn" };
        let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
        let filter = filter.add_directive(SILENT.parse().expect("a directive"));
        let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
        // Lines can be begun once only, which is all that is wanted.
        let _ = match self.log {
            Some(LogForm::Json) => lines.json().flatten_event(true).with_span_list(false).try_init(),
            _ => lines.try_init(),
        };
    }

    /// Serves the figures, if an address was given, as long as the program runs.
    ///
    /// # Errors
    /// [`Failure`] if the address can be reached from other machines or is taken.
    pub async fn serve_figures(&self, app: &App) -> Result<(), Failure> {
        let Some(address) = self.metrics else { return Ok(()) };
        if !address.ip().is_loopback() {
            let told = Message::new(key::SERVE_METRICS_OPEN).with("address", address.to_string());
            return Err(Failure::invalid(told, key::SERVE_METRICS_OPEN_HINT));
        }
        let serving = miedza_portal::serve_metrics(app, address).await.map_err(|error| {
            let told = Message::new(key::SERVE_REFUSED).with("address", address.to_string());
            let hint = Some(key::SERVE_METRICS_HINT.into());
            Failure { kind: Kind::Unavailable, told, hint, causes: Vec::new() }.because(&error)
        })?;
        tokio::spawn(serving);
        Ok(())
    }
}
