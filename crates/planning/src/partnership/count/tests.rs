//! Stated numbers of members against recorded ones, by hand.

use serde_json::{Value, json};

use super::*;
use crate::partnership::samples::{day, made, with, words};

fn members(count: usize, values: &Value) -> Vec<Kept<Membership>> {
    let one = |place: usize| {
        let unit = format!("0221{:02}2", place + 10);
        made(&unit, with(json!({"unit": unit, "role": "member"}), values.clone()))
    };
    (0..count).map(one).collect()
}

fn document(kind: &str, stated: u32, date: &str) -> Vec<Kept<Document>> {
    let values = json!({
        "document_kind": kind, "title": words("Deklaracja"), "state": "in_force",
        "stated_member_count": stated, "date": date,
    });
    vec![made("d", values)]
}

fn verdict(documents: &[Kept<Document>], memberships: &[Kept<Membership>]) -> CountVerdict {
    let checks = count_checks(documents, &[], &[], memberships);
    assert_eq!(checks.len(), 1);
    checks[0].verdict
}

#[test]
fn fourteen_stated_without_names_are_told_as_such() {
    let mut memberships = members(21, &json!({"known_on": "2015-12-22"}));
    memberships.push(made("leader", json!({"unit": "0265011", "role": "leader", "valid_from": "2011"})));

    let checks = count_checks(&document("declaration", 14, "2012-04"), &[], &[], &memberships);

    assert_eq!((checks[0].stated, checks[0].certain, checks[0].possible), (14, 1, 21));
    assert_eq!(checks[0].verdict, CountVerdict::NamesNotGiven { unnamed: 13 });
}

#[test]
fn a_number_is_held_against_the_members_of_its_date() {
    let since = |from: &str| json!({"valid_from": from});
    let cases = [
        ("as many", "report", 22, members(22, &since("2013")), CountVerdict::Equal),
        ("two are missing", "report", 22, members(20, &since("2013")), CountVerdict::Fewer { missing: 2 }),
        ("one too many", "report", 22, members(23, &since("2013")), CountVerdict::More { surplus: 1 }),
        ("some are possible", "report", 22, members(30, &json!({})), CountVerdict::NamesNotGiven { unnamed: 22 }),
        (
            "a declaration names nobody",
            "declaration",
            22,
            members(3, &since("2013")),
            CountVerdict::NamesNotGiven { unnamed: 19 },
        ),
        ("nobody joined by then", "report", 22, members(22, &since("2016")), CountVerdict::Fewer { missing: 22 }),
    ];
    for (name, kind, stated, memberships, expected) in cases {
        assert_eq!(verdict(&document(kind, stated, "2015-12-22"), &memberships), expected, "{name}");
    }
}

#[test]
fn a_number_of_a_month_is_met_if_it_fits_on_any_day_of_it() {
    let mut memberships = members(22, &json!({"valid_from": "2013"}));
    memberships.push(made("late", json!({"unit": "0205011", "role": "member", "valid_from": "2020-10-19"})));

    let check = |stated| count_checks(&document("report", stated, "2020-10"), &[], &[], &memberships).remove(0);

    assert_eq!((check(22).verdict, check(23).verdict), (CountVerdict::Equal, CountVerdict::Equal));
    assert_eq!(check(22).day, day("2020-10-01"));
    assert_eq!(check(23).day, day("2020-10-31"));
    assert_eq!(check(24).verdict, CountVerdict::Fewer { missing: 1 });
}

#[test]
fn a_declaration_whose_signatories_are_all_named_must_fit() {
    let memberships = members(1, &json!({"valid_from": "2011"}));
    let signature = |id: &str, unit: &str| made(id, json!({"document": "d", "unit": unit}));
    let signatures = [signature("s1", "0221102"), signature("s2", "0221112")];

    let checks = count_checks(&document("declaration", 2, "2012-04"), &[], &signatures, &memberships);

    assert_eq!(checks[0].verdict, CountVerdict::Fewer { missing: 1 });
}

#[test]
fn stated_figures_count_too_and_those_without_a_date_are_passed_over() {
    let figure = |id: &str, values: Value| made::<StatedFigure>(id, values);
    let figures = [
        figure("f1", json!({"figure": "members", "value": 28, "date": "2020-10-19"})),
        figure("f2", json!({"figure": "members", "value": 28})),
        figure("f3", json!({"figure": "population", "value": 448_328, "date": "2020-10-19"})),
        figure("f4", json!({"figure": "members", "value": 28.5, "date": "2020-10-19"})),
        figure("f5", json!({"figure": "members", "value": 27, "document": "d"})),
    ];
    let undated = document("report", 27, "2019");
    let mut documents = undated.clone();
    documents[0].content.stated_member_count = None;

    let checks = count_checks(&documents, &figures, &[], &members(28, &json!({"valid_from": "2019-06-01"})));

    let found: Vec<_> = checks.iter().map(|check| (check.of.1.as_str(), check.verdict)).collect();
    assert_eq!(found, [("f5", CountVerdict::More { surplus: 1 }), ("f1", CountVerdict::Equal)]);
}

#[test]
fn a_declaration_that_names_some_of_those_it_counts_is_a_mismatch() {
    let signature = |id: &str, unit: &str| made(id, json!({"document": "d", "unit": unit}));
    let signed = ["0221102", "0221112", "0221122", "0221132", "0221132"];
    let signatures: Vec<Kept<Signature>> =
        signed.iter().enumerate().map(|(place, unit)| signature(&format!("s{place}"), unit)).collect();
    let recorded = members(3, &json!({"valid_from": "2016-03-10"}));
    let verdict = |signatures: &[Kept<Signature>], memberships: &[Kept<Membership>]| {
        count_checks(&document("declaration", 20, "2016-03-10"), &[], signatures, memberships)[0].verdict
    };

    assert_eq!(verdict(&signatures, &recorded), CountVerdict::NamedOtherwise { named: 4, difference: 16 });
    assert_eq!(verdict(&[], &recorded), CountVerdict::NamesNotGiven { unnamed: 17 }, "nobody is named");
    let joined = members(3, &json!({"valid_from": "2016-03-10", "basis": "d"}));
    assert_eq!(verdict(&[], &joined), CountVerdict::NamedOtherwise { named: 3, difference: 17 }, "members by the declaration");
    let possibly = members(21, &json!({}));
    assert_eq!(verdict(&signatures, &possibly), CountVerdict::NamedOtherwise { named: 4, difference: 16 }, "others possibly");
}
