//! What is promised to go goes: what has ended, letters that are finished, jobs that are done, deleted entries that nobody
//! brought back.
//!
//! Every node clears; that two do it at once does no harm. The promises stand on the privacy page and at each deletion.

use std::time::Duration;

use miedza_planning::account::{ATTEMPTS_COUNT, LETTER_KNOWN, LETTER_WAITS, PLACE_KNOWN};
use miedza_store::{DAYS_TO_UNDELETE, Error, Moment, Store};
use time::OffsetDateTime;
use tokio::sync::watch;
use tokio::time::timeout;

/// Between two clearings.
const PAUSE: Duration = Duration::from_hours(1);
/// For how long a job that has ended can be looked at.
const JOB_KNOWN: Duration = Duration::from_hours(30 * 24);

/// How much was cleared away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Sessions, tokens of letters, counts of attempts, places.
    pub ended: u64,
    /// Letters that waited too long.
    pub given_up: u64,
    /// Letters of which only the key is left.
    pub letters: u64,
    /// Jobs.
    pub jobs: u64,
    /// Deleted records.
    pub records: u64,
}

/// Clears away what has to go by now.
///
/// # Errors
/// What the store says.
pub async fn clear(store: &Store, now: Moment) -> Result<Cleared, Error> {
    let days = Duration::from_secs(86_400 * DAYS_TO_UNDELETE.unsigned_abs());
    Ok(Cleared {
        ended: store.clear_ended(now, (now.minus(ATTEMPTS_COUNT), now.minus(PLACE_KNOWN))).await?,
        given_up: store.give_up_mails(now.minus(LETTER_WAITS), now).await?,
        letters: store.forget_mails(&now.minus(LETTER_KNOWN).to_string()).await?,
        jobs: store.forget_jobs(&now.minus(JOB_KNOWN).to_string()).await?,
        records: store.purge_deleted(&now.minus(days).to_string()).await?,
    })
}

/// Clears at once and every hour, until it is told to stop.
pub async fn keep_clear(store: Store, clock: fn() -> OffsetDateTime, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = clear(&store, Moment::from(clock())).await {
            tracing::warn!(%error, "what has ended was not cleared away");
        }
        // A closed channel stops as a message does.
        if let Ok(Err(_)) = timeout(PAUSE, stop.changed()).await {
            return;
        }
    }
}
