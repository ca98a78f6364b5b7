//! Dates for programs that read pages, and the sentences around dates for people.

use miedza_planning::diagnosis::Years;
use miedza_planning::values::PartialDate;
use miedza_texts::{Key, key};

/// A date as HTML allows it; a quarter is no date there and gives nothing.
#[must_use]
pub fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Quarter(..) => String::new(),
        _ => date.to_string(),
    }
}

/// Years as a table shows them.
#[must_use]
pub fn years(Years { first, last }: Years) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The sentence for a beginning. A month stands apart in Polish and Czech: its name is not bent as "from" asks for.
#[must_use]
pub const fn since(date: PartialDate) -> Key {
    if is_bent(date) { key::PAGE_SINCE_DAY } else { key::PAGE_SINCE }
}

/// The sentence for an end.
#[must_use]
pub const fn until(date: PartialDate) -> Key {
    if is_bent(date) { key::PAGE_UNTIL_DAY } else { key::PAGE_UNTIL }
}

/// Whether a date is written as it stands after "from" and "until".
const fn is_bent(date: PartialDate) -> bool {
    matches!(date, PartialDate::Day(_) | PartialDate::Year(_))
}
