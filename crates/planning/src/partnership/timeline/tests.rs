//! The line of time by hand: dates of every precision, doubtful ones, several kinds of records together.

use serde_json::{Value, json};

use super::*;
use crate::partnership::samples::{made, with, words};

fn event(id: &str, values: Value) -> Kept<TimelineEvent> {
    made(id, with(json!({"title": words(id)}), values))
}

/// What the practice card of Wałbrzych tells, in its order: the later signatures of 2014 before the events of 2013.
fn as_the_card_tells() -> Vec<Kept<TimelineEvent>> {
    [
        ("start", "initiative", "2011"),
        ("paper", "concept_paper", "2012-02"),
        ("declaration", "declaration", "2012-04"),
        ("later-signatures", "declaration", "2014-10-31"),
        ("letter", "letter_of_intent", "2013-08"),
        ("october", "accession", "2013-10"),
        ("november", "accession", "2013-11"),
    ]
    .iter()
    .enumerate()
    .map(|(place, (id, kind, date))| event(id, json!({"event_kind": kind, "date": date, "told_as": place + 1})))
    .collect()
}

const NOTHING: Chronicle<'static> =
    Chronicle { events: &[], memberships: &[], documents: &[], resolutions: &[], meetings: &[], answers: &[] };

fn line(events: &[Kept<TimelineEvent>]) -> Vec<Entry> {
    timeline(Chronicle { events, ..NOTHING })
}

fn ids(entries: impl IntoIterator<Item = impl std::borrow::Borrow<Entry>>) -> Vec<String> {
    entries.into_iter().map(|entry| entry.borrow().of.1.clone()).collect()
}

#[test]
fn both_orders_are_there_and_their_difference_is_told() {
    let line = line(&as_the_card_tells());

    let by_date = ["start", "paper", "declaration", "letter", "october", "november", "later-signatures"];
    let told = ["start", "paper", "declaration", "later-signatures", "letter", "october", "november"];
    assert_eq!(ids(line.clone()), by_date);
    assert_eq!(ids(as_told(&line).into_iter().cloned()), told);
    assert_eq!(ids(out_of_order(&line).into_iter().cloned()), ["later-signatures"]);
}

#[test]
fn dates_of_every_precision_stand_in_order() {
    let dates = ["2012", "2012-Q1", "2012-01", "2012-01-01", "2011-12-31", "2012-Q2", "2012-04"];
    let events: Vec<_> = dates.iter().map(|date| event(date, json!({"event_kind": "other", "date": date}))).collect();
    let undated = event("undated", json!({"event_kind": "other"}));

    let line = line(&[vec![undated], events].concat());

    let expected = ["2011-12-31", "2012", "2012-Q1", "2012-01", "2012-01-01", "2012-Q2", "2012-04", "undated"];
    assert_eq!(ids(line), expected);
}

#[test]
fn imprecise_dates_that_may_agree_are_not_out_of_order() {
    let tell = |dates: &[&str]| {
        let told = |(place, date): (usize, &&str)| {
            event(&format!("e{place}"), json!({"event_kind": "other", "date": date, "told_as": place + 1}))
        };
        ids(out_of_order(&line(&dates.iter().enumerate().map(told).collect::<Vec<_>>())).into_iter().cloned())
    };
    let cases: [(&[&str], &[&str]); 5] = [
        (&["2012-04-17", "2012-04", "2012"], &[]),
        (&["2012", "2012-04", "2012-04-17"], &[]),
        (&["2013", "2012"], &["e1"]),
        (&["2013", "2012", "2011"], &["e1", "e2"]),
        (&["2010", "2014", "2012", "2013"], &["e1"]),
    ];
    for (dates, expected) in cases {
        assert_eq!(tell(dates), expected, "{dates:?}");
    }
}

#[test]
fn a_doubtful_date_stays_as_stated_with_its_note() {
    let doubtful = json!({
        "event_kind": "declaration", "date": "2014-10-31", "doubtful": true, "doubt": words("Podana przed zdarzeniami z 2013 r."),
    });

    let line = line(&[event("e", doubtful)]);

    assert_eq!(line[0].date.map(|date| date.to_string()).as_deref(), Some("2014-10-31"));
    assert!(line[0].is_doubtful && line[0].doubt.is_some());
}

#[test]
fn accessions_of_one_date_stand_together_and_changes_of_role_are_none() {
    let row = |id: &str, values: Value| made::<Membership>(id, values);
    let memberships = [
        row("m1", json!({"unit": "0265011", "role": "initiator", "valid_from": "2011", "valid_to": "2012-04-30"})),
        row("m2", json!({"unit": "0265011", "role": "leader", "valid_from": "2012-04-30"})),
        row("m3", json!({"unit": "0205011", "role": "member", "valid_from": "2020-10-19", "valid_to": "2022-12-31"})),
        row("m4", json!({"unit": "0205032", "role": "member", "valid_from": "2020-10-19"})),
        row("m5", json!({"organisation": "university", "role": "observer", "valid_from": "2020-10-19"})),
        row("m6", json!({"unit": "0221011", "role": "member", "known_on": "2015-12-22"})),
    ];

    let line = timeline(Chronicle { memberships: &memberships, ..NOTHING });

    let told: Vec<(String, EventKind, Vec<&str>)> = line
        .iter()
        .map(|entry| {
            let (Saying::Joined { parties } | Saying::Left { parties }) = &entry.saying else { panic!("a movement") };
            let date = entry.date.expect("dated").to_string();
            (date, entry.event_kind, parties.iter().map(Party::id).collect())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2011".to_owned(), EventKind::Accession, vec!["0265011"]),
            ("2020-10-19".to_owned(), EventKind::Accession, vec!["0205011", "0205032"]),
            ("2022-12-31".to_owned(), EventKind::Withdrawal, vec!["0205011"]),
        ]
    );
}

#[test]
fn what_an_event_tells_is_not_told_twice() {
    let events = [
        event("joined", json!({"event_kind": "accession", "date": "2020-10-19"})),
        event("declared", json!({"event_kind": "declaration", "date": "2012-04", "document": "d1"})),
    ];
    let joined = made("m", json!({"unit": "0205011", "role": "member", "valid_from": "2020-10-19"}));
    let document = |id: &str| {
        made::<Document>(id, json!({"document_kind": "declaration", "title": words(id), "state": "in_force", "date": "2012-04"}))
    };
    let documents = [document("d1"), document("d2")];

    let line = timeline(Chronicle { events: &events, memberships: &[joined], documents: &documents, ..NOTHING });

    assert_eq!(ids(line), ["d2", "declared", "joined"]);
}

#[test]
fn only_what_happened_and_has_a_date_stands_on_the_line() {
    let meeting = |id: &str, state: &str| {
        made::<Meeting>(id, json!({"body": "b", "title": words(id), "date": "2020-01-15", "state": state}))
    };
    let resolution = |id: &str, state: &str, meeting: &str| {
        let values = json!({"body": "b", "number": id, "title": words(id), "state": state, "meeting": meeting});
        made::<Resolution>(id, values)
    };
    let meetings = [meeting("m1", "held"), meeting("m2", "planned"), meeting("m3", "cancelled")];
    let resolutions =
        [resolution("r1", "adopted", "m1"), resolution("r2", "draft", "m1"), resolution("r3", "adopted", "unknown")];
    let answers = [
        made("a1", json!({"call": "c", "state": "accepted", "date": "2020-11-30"})),
        made("a2", json!({"call": "c", "state": "invited"})),
    ];

    let line = timeline(Chronicle { meetings: &meetings, resolutions: &resolutions, answers: &answers, ..NOTHING });

    assert_eq!(ids(line), ["m1", "r1", "a1"]);
}
