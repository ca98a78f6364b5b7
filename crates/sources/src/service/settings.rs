//! How a service is asked: limits, patience, bounds.

use std::path::PathBuf;
use std::time::Duration;

use miedza_territory::Day;

use super::Window;

/// Whether an answer that sends on to another address is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirects {
    /// Never: the address is known, and a key in a header must reach no other host.
    Refused,
    /// Within the same host, at most five times.
    WithinHost,
}

/// How long an answer that is kept is taken without asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// As long as it lies there: the folder holds one retrieval, which may take days.
    Always,
    /// On the day on which it came; later it is held against the service by its `ETag`, or asked for anew where it has none.
    Today,
}

/// How a service is asked, and where its answers are kept.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Folder of the answers.
    pub folder: PathBuf,
    /// Today, which is kept with each answer.
    pub today: Day,
    /// Limits of the service.
    pub limits: Vec<Window>,
    /// How often a request is sent at most.
    pub attempts: u32,
    /// The pause before the second attempt; each next one is twice as long.
    pub first_pause: Duration,
    /// The longest wait for a limit; beyond it the retrieval ends, to go on later.
    pub patience: Duration,
    /// How long a connection may take to come about.
    pub connecting: Duration,
    /// How long the service may be silent.
    pub silence: Duration,
    /// How long one request may take with all of its answer.
    pub timeout: Duration,
    /// The most bytes of one answer.
    pub most_bytes: u64,
    /// Whether answers that send on are followed.
    pub redirects: Redirects,
    /// How long an answer that is kept is taken.
    pub trust: Trust,
}

impl Settings {
    /// Two requests a second, five attempts with pauses from two seconds, patience of 15 minutes, answers of at most 64 MiB
    /// within ten minutes.
    #[must_use]
    pub fn new(folder: PathBuf, today: Day) -> Self {
        Self {
            folder,
            today,
            limits: vec![Window { length: Duration::from_secs(1), most: 2 }],
            attempts: 5,
            first_pause: Duration::from_secs(2),
            patience: Duration::from_mins(15),
            connecting: Duration::from_secs(20),
            silence: Duration::from_mins(2),
            timeout: Duration::from_mins(10),
            most_bytes: 64 << 20,
            redirects: Redirects::Refused,
            trust: Trust::Today,
        }
    }
}
