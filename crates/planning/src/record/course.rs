//! What does not change by typing: a vote and what follows from it are recorded together, on the page of the resolution.
//!
//! A record that is new may say anything, since offices write down what happened long ago.

use serde_json::Value;

use super::{Fault, FaultKind, Kind, Values};

/// The fields of a kind that change only together with what follows, if their change is one of those.
#[must_use]
pub fn check_course(kind: Kind, before: &Values, after: &Values) -> Vec<Fault> {
    let differs = |field: &str| before.get(field) != after.get(field);
    let says = |values: &Values, field: &str, word: &str| values.get(field).and_then(Value::as_str) == Some(word);
    let is_elsewhere = |field: &str| match (kind, field) {
        (Kind::Resolutions, "state") => differs("state"),
        (Kind::Variants, "state") => differs("state") && (says(before, "state", "adopted") || says(after, "state", "adopted")),
        // What was written down by hand stays as it is written; what the program did can be taken back there.
        (Kind::Effects, "applied_on") => differs("applied_on") && before.contains_key("changed"),
        _ => false,
    };
    let fault = |field: &str| Fault { field: field.to_owned(), kind: FaultKind::ChangesElsewhere };
    ["state", "applied_on"].into_iter().filter(|field| is_elsewhere(field)).map(fault).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn values(value: Value) -> Values {
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn votes_adoptions_and_what_the_program_did_change_elsewhere() {
        let cases = [
            (Kind::Resolutions, json!({"state": "draft"}), json!({"state": "adopted"}), Some("state")),
            (Kind::Resolutions, json!({"state": "adopted", "number": "1"}), json!({"state": "adopted", "number": "2"}), None),
            (Kind::Variants, json!({"state": "draft"}), json!({"state": "proposed"}), None),
            (Kind::Variants, json!({"state": "proposed"}), json!({"state": "adopted"}), Some("state")),
            (Kind::Variants, json!({"state": "adopted"}), json!({"state": "draft"}), Some("state")),
            (Kind::Effects, json!({}), json!({"applied_on": "2015-06-12"}), None),
            (Kind::Effects, json!({"applied_on": "2024-05-01", "changed": []}), json!({"changed": []}), Some("applied_on")),
            (Kind::Meetings, json!({"state": "planned"}), json!({"state": "held"}), None),
        ];
        for (kind, before, after, expected) in cases {
            let found = check_course(kind, &values(before.clone()), &values(after));

            assert_eq!(found.first().map(|fault| fault.field.as_str()), expected, "{kind} {before}");
        }
    }
}
