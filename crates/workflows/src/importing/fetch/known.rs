//! What a service calls a variable, held against what it was called when it came first.
//!
//! A dataset that is built anew keeps its code: another name or unit of measure is the only sign that its values mean
//! something else now. A person compares both before anything is replaced.

use std::collections::BTreeSet;

use miedza_sources::observations::Found;
use miedza_store::KeptVariable;
use miedza_texts::{Message, key};

use crate::failure::{Failure, Kind};

/// Changed names that are told one by one.
const MOST_TOLD: usize = 12;

/// Holds what came against the variables that are kept.
///
/// # Errors
/// [`Failure`] with both names of each variable whose label or unit of measure is another one.
pub(super) fn check(found: &Found, kept: &[KeptVariable]) -> Result<(), Failure> {
    let mut changed = Vec::new();
    for series in &found.series {
        let about = series.about();
        let same = |kept: &&KeptVariable| kept.variable.source == about.source && kept.variable.id == about.variable;
        let Some(before) = kept.iter().find(same) else { continue };
        let is_other_measure = before.measure.is_some() && about.measure.is_some() && before.measure != about.measure;
        let is_named = [&before.label, &about.label].iter().all(|label| is_name(label, &about.variable));
        if is_other_measure || is_named && !is_same_label(&before.label, &about.label) {
            changed.push(told(
                &about.key(),
                (&before.label, before.measure.as_deref()),
                (&about.label, about.measure.as_deref()),
            ));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let failure = Failure::invalid(key::FETCH_CHANGED, key::FETCH_CHANGED_HINT);
    changed.truncate(MOST_TOLD);
    Err(Failure { kind: Kind::Conflict, causes: changed, ..failure })
}

/// Whether a label says more than the identifier: open data of the Czech office has codes alone.
fn is_name(label: &str, variable: &str) -> bool {
    label.split("; ").next().is_some_and(|first| !first.is_empty() && !variable.starts_with(first))
}

/// The label of a variable has one part for each thing that was asked for in several kinds, so that one of two labels may hold
/// more parts than the other.
fn is_same_label(one: &str, other: &str) -> bool {
    let parts = |label: &str| label.split("; ").map(ToOwned::to_owned).collect::<BTreeSet<_>>();
    let (one, other) = (parts(one), parts(other));
    one.is_subset(&other) || other.is_subset(&one)
}

fn told(variable: &str, before: (&str, Option<&str>), now: (&str, Option<&str>)) -> Message {
    let name = |(label, measure): (&str, Option<&str>)| measure.map_or(label.to_owned(), |unit| format!("{label} ({unit})"));
    Message::new(key::FETCH_CHANGED_LABEL).with("variable", variable).with("before", name(before)).with("now", name(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_in_place_of_a_label_names_nothing() {
        let cases =
            [("Počet obyvatel", "2406", true), ("2406", "2406", false), ("2406; muž", "2406_102_1", false), ("", "2406", false)];
        for (label, variable, expected) in cases {
            assert_eq!(is_name(label, variable), expected, "{label} / {variable}");
        }
    }

    #[test]
    fn a_label_with_more_parts_is_the_same_one_and_another_word_is_not() {
        let cases = [
            ("Population on 1 January", "Population on 1 January", true),
            ("Population on 1 January", "Population on 1 January; Females", true),
            ("Population on 1 January; Females; Y15", "Population on 1 January; Females", true),
            ("Population on 1 January", "Population on 31 December", false),
            ("Population; Females", "Population; Males", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(is_same_label(one, other), expected, "{one} / {other}");
        }
    }
}
