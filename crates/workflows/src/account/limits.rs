//! Counting attempts, over all nodes; whoever tries too often waits, and strangers do not lock an owner out.

use miedza_planning::account::{GUESSES_HERE, GUESSES_OF_PLACE, GUESSES_OF_STRANGERS, Limit, PLACE_KNOWN};
use miedza_store::Counted;

use super::Visit;
use super::secret::hash_of;
use crate::failure::Failure;

/// Something that is counted, and how often it may be.
#[derive(Clone, Debug)]
pub struct Counter {
    counted: Counted,
    limit: Limit,
}

impl Counter {
    /// A counter of this thing; its name is kept as a hash only.
    pub fn of(what: &str, whose: &str, limit: Limit) -> Self {
        Self { counted: Counted { key: key(what, whose), seconds: limit.seconds }, limit }
    }
}

/// What one guess at a password counts for.
pub async fn of_guess(visit: &Visit<'_>, email: &str) -> Result<Vec<Counter>, Failure> {
    let here = format!("{email} {}", visit.network);
    let mut counters =
        vec![Counter::of("guess-here", &here, GUESSES_HERE), Counter::of("guess-of-place", &visit.network, GUESSES_OF_PLACE)];
    if !visit.store.knows_place(&place(visit, email), visit.now.minus(PLACE_KNOWN)).await? {
        counters.push(Counter::of("guess-of-strangers", email, GUESSES_OF_STRANGERS));
    }
    Ok(counters)
}

/// Counts one more attempt; seconds to wait if that is too often.
pub async fn count(visit: &Visit<'_>, counters: &[Counter]) -> Result<Option<i64>, Failure> {
    // Whoever is over a limit already costs a question and no writing.
    for counter in counters {
        if visit.store.attempts(&counter.counted, visit.now).await? >= counter.limit.most {
            return Ok(Some(counter.counted.left(visit.now)));
        }
    }
    let counted: Vec<Counted> = counters.iter().map(|counter| counter.counted.clone()).collect();
    let counts = visit.store.count_attempts(&counted, visit.now).await?;
    let over = counters.iter().zip(counts).find(|(counter, count)| *count > counter.limit.most);
    Ok(over.map(|(counter, _)| counter.counted.left(visit.now)))
}

/// Takes an attempt back that turned out well.
pub async fn forgive(visit: &Visit<'_>, counters: &[Counter]) -> Result<(), Failure> {
    let counted: Vec<Counted> = counters.iter().map(|counter| counter.counted.clone()).collect();
    Ok(visit.store.forgive_attempts(&counted, visit.now).await?)
}

/// Notes that the owner of an address signed in from here.
pub async fn know_place(visit: &Visit<'_>, email: &str) -> Result<(), Failure> {
    Ok(visit.store.note_place(&place(visit, email), visit.now).await?)
}

fn place(visit: &Visit<'_>, email: &str) -> String {
    key("place", &format!("{email} {}", visit.network))
}

fn key(what: &str, whose: &str) -> String {
    hash_of(&format!("{what}\n{whose}"))
}
