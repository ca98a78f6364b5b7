//! Counts whose sums are exact.
//!
//! Counts with fractions are rounded to a power of two so small that nobody sees it and so chosen that every later sum is
//! exact: then no result hangs on the order of additions, whatever a method adds up first.

use std::borrow::Cow;

use miedza_territory::{Beyond, Flow, Flows};

/// The flows themselves if all are whole numbers, else rounded so that sums of them are exact.
pub(super) fn exact(flows: &Flows) -> Cow<'_, Flows> {
    let is_whole = |beyond: &Beyond| beyond.leaving.fract() == 0.0 && beyond.arriving.fract() == 0.0;
    let are_whole = || flows.iter().all(|flow| flow.persons.fract() == 0.0) && flows.all_beyond().iter().all(is_whole);
    if flows.total() < LARGEST_EXACT && are_whole() {
        return Cow::Borrowed(flows);
    }
    let mut quantum = 1.0 / LARGEST_EXACT;
    while flows.total() / quantum > LARGEST_EXACT / 2.0 {
        quantum *= 2.0;
    }
    let round = |persons: f64| (persons / quantum).round() * quantum;
    let rounded = flows.iter().map(|flow| Flow { persons: round(flow.persons), ..flow }).collect();
    let beyond = flows.all_beyond().iter().map(|held| Beyond { leaving: round(held.leaving), arriving: round(held.arriving) });
    let exact = Flows::new(flows.units().clone(), rounded).and_then(|exact| exact.with_beyond(beyond.collect()));
    Cow::Owned(exact.expect("the same pairs as before, still counts"))
}

/// 2^53: whole numbers up to here are exact.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
