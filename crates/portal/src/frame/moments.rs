//! Dates for programs that read pages.

use miedza_planning::values::PartialDate;

/// A date as HTML allows it; a quarter is no date there and gives nothing.
#[must_use]
pub fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Quarter(..) => String::new(),
        _ => date.to_string(),
    }
}
