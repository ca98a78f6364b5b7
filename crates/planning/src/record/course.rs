//! What does not change by typing: a vote and what follows from it are recorded together, on the page of the resolution.
//!
//! A record that is new may say anything, since offices write down what happened long ago.

use serde_json::Value;

use super::{Fault, FaultKind, Kind, Values};

/// What a kept file says of itself: its content, its type, its length.
const OF_FILE: [&str; 3] = ["sha256", "media_type", "bytes"];

/// What of a membership is agreed between the members: who it is, as what, since when, by which document, with how many votes.
const AGREED: [&str; 9] =
    ["unit", "organisation", "role", "ground", "valid_from", "valid_to", "known_on", "basis", "vote_weight"];

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
        // What a file is, it says itself.
        (kind, name) if is_said_by_a_file(kind, name) => differs(name),
        _ => false,
    };
    let told = |field: &str| if is_said_by_a_file(kind, field) { FaultKind::SaidByTheFile } else { FaultKind::ChangesElsewhere };
    let fault = |field: &str| Fault { field: field.to_owned(), kind: told(field) };
    let watched = ["state", "applied_on"].into_iter().chain(OF_FILE);
    watched.filter(|field| is_elsewhere(field)).map(fault).collect()
}

/// Whether a field says what the members of a partnership agree among themselves, so that none of them changes it alone.
#[must_use]
pub fn is_agreed(kind: Kind, field: &str) -> bool {
    kind == Kind::Memberships && AGREED.contains(&field)
}

/// Whether a field says what a kept file says of itself.
#[must_use]
pub fn is_said_by_a_file(kind: Kind, field: &str) -> bool {
    kind == Kind::Attachments && OF_FILE.contains(&field)
}

/// Whether a record of this kind is made by sending a file, and in no other way.
#[must_use]
pub fn is_made_by_a_file(kind: Kind) -> bool {
    kind == Kind::Attachments
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
            (Kind::Attachments, json!({"sha256": "aa", "file_name": "a"}), json!({"sha256": "aa", "file_name": "b"}), None),
            (Kind::Attachments, json!({"sha256": "aa"}), json!({"sha256": "bb"}), Some("sha256")),
            (Kind::Attachments, json!({"sha256": "aa", "bytes": 1}), json!({"sha256": "aa", "bytes": 2}), Some("bytes")),
            (Kind::Meetings, json!({"state": "planned"}), json!({"state": "held"}), None),
        ];
        for (kind, before, after, expected) in cases {
            let found = check_course(kind, &values(before.clone()), &values(after));

            assert_eq!(found.first().map(|fault| fault.field.as_str()), expected, "{kind} {before}");
        }
    }
}
