//! Who is a member on a day, by hand and by property.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::partnership::samples::{day, made};

fn rows(values: &[Value]) -> Vec<Kept<Membership>> {
    values.iter().enumerate().map(|(place, values)| made(&format!("m{place}"), values.clone())).collect()
}

fn codes(members: &[Member]) -> Vec<&str> {
    members.iter().map(|member| member.party.id()).collect()
}

/// The agglomeration of Wałbrzych in small: its leader since 2011, one member known on a day, one that joined in a month, one
/// that joined on a day.
fn agglomeration() -> Vec<Kept<Membership>> {
    rows(&[
        json!({"unit": "0265011", "role": "leader", "valid_from": "2011"}),
        json!({"unit": "0265011", "role": "initiator", "valid_from": "2011", "valid_to": "2012-04"}),
        json!({"unit": "0221011", "role": "member", "known_on": "2015-12-22"}),
        json!({"unit": "0221021", "role": "member", "valid_from": "2013-10"}),
        json!({"unit": "0205011", "role": "member", "valid_from": "2020-10-19"}),
        json!({"organisation": "university", "role": "observer", "valid_from": "2012"}),
    ])
}

#[test]
fn the_list_of_members_follows_the_day_and_the_precision_of_dates() {
    let cases: [(&str, &[&str], &[&str]); 8] = [
        ("2010-12-31", &[], &["0221011"]),
        ("2011-06-01", &[], &["0221011", "0265011"]),
        ("2012-04-17", &["0265011"], &["0221011"]),
        ("2013-10-01", &["0265011"], &["0221011", "0221021"]),
        ("2013-10-31", &["0221021", "0265011"], &["0221011"]),
        ("2015-12-22", &["0221011", "0221021", "0265011"], &[]),
        ("2020-10-18", &["0221011", "0221021", "0265011"], &[]),
        ("2020-10-19", &["0205011", "0221011", "0221021", "0265011"], &[]),
    ];
    for (on, certain, possible) in cases {
        let members = members_on(&agglomeration(), day(on));

        assert_eq!(codes(&members.certain), certain, "certain on {on}");
        assert_eq!(codes(&members.possible), possible, "possible on {on}");
    }
}

#[test]
fn a_unit_with_several_roles_stands_once_with_all_of_them() {
    let members = members_on(&agglomeration(), day("2012-04-01"));

    let leader = members.leaders().next().expect("a leader");

    assert_eq!(codes(&members.certain), ["0265011"]);
    assert_eq!(
        leader.roles.iter().map(|held| (held.role, held.is_certain)).collect::<Vec<_>>(),
        [(MemberRole::Leader, true), (MemberRole::Initiator, true)]
    );
}

#[test]
fn a_role_that_ended_is_not_shown_and_one_that_may_have_ended_is_not_certain() {
    let roles = |on: &str| {
        let members = members_on(&agglomeration(), day(on));
        let held: Vec<_> = members.certain[0].roles.iter().map(|held| (held.role, held.is_certain)).collect();
        held
    };

    assert_eq!(roles("2012-04-17"), [(MemberRole::Leader, true), (MemberRole::Initiator, false)]);
    assert_eq!(roles("2012-05-01"), [(MemberRole::Leader, true)]);
}

#[test]
fn observers_stand_beside_the_members() {
    let members = members_on(&agglomeration(), day("2016-01-01"));

    assert_eq!(codes(&members.beside), ["university"]);
    assert!(!codes(&members.certain).contains(&"university"));
}

#[test]
fn a_possible_member_says_why_it_is_not_certain() {
    let members = members_on(&agglomeration(), day("2013-10-15"));

    let doubts: Vec<_> = members.possible.iter().map(|member| (member.party.id(), member.doubts.clone())).collect();

    assert_eq!(
        doubts,
        [
            ("0221011", vec![Doubt::BeginningNotStated]),
            ("0221021", vec![Doubt::BeginningImprecise("2013-10".parse().expect("a month"))])
        ]
    );
    assert!(members.certain.iter().all(|member| member.doubts.is_empty()));
}

#[test]
fn an_observer_who_may_have_become_a_member_is_a_possible_member() {
    let rows = rows(&[
        json!({"unit": "0221011", "role": "observer", "valid_from": "2010"}),
        json!({"unit": "0221011", "role": "member", "valid_from": "2012"}),
    ]);

    let members = members_on(&rows, day("2012-06-01"));

    assert_eq!((codes(&members.certain).len(), codes(&members.possible), members.beside.len()), (0, vec!["0221011"], 0));
}

prop_compose! {
    fn a_date()(year in 2010_i16..2016, month in 1_u8..=12, of_month in 1_u8..=28, precision in 0..4) -> PartialDate {
        match precision {
            0 => PartialDate::Year(year),
            1 => PartialDate::Quarter(year, month.div_ceil(3)),
            2 => PartialDate::Month(year, month),
            _ => PartialDate::Day(Day::new(year, month, of_month).expect("a day")),
        }
    }
}

prop_compose! {
    fn a_membership()(
        unit in 0..5, role in 0..5_usize,
        from in prop::option::of(a_date()), to in prop::option::of(a_date()), known in prop::option::of(a_date()),
    ) -> Value {
        let mut values = json!({"unit": format!("02210{unit}2"), "role": MemberRole::ALL[role].name()});
        for (field, date) in [("valid_from", from), ("valid_to", to), ("known_on", known)] {
            if let Some(date) = date {
                values[field] = json!(date);
            }
        }
        values
    }
}

/// The same date known only to its year.
fn blurred(date: Option<PartialDate>) -> Option<PartialDate> {
    date.map(|date| PartialDate::Year(date.first_day().year()))
}

proptest! {
    #[test]
    fn every_unit_stands_once_and_in_one_list(values in prop::collection::vec(a_membership(), 0..12), on in a_date()) {
        let members = members_on(&rows(&values), on.first_day());

        let mut listed: Vec<&Party> = members.all().chain(&members.beside).map(|member| &member.party).collect();
        let count = listed.len();
        listed.sort();
        listed.dedup();
        prop_assert_eq!(listed.len(), count);
    }

    #[test]
    fn the_order_of_records_changes_nobody(values in prop::collection::vec(a_membership(), 0..12), on in a_date()) {
        let rows = rows(&values);
        let mut turned = rows.clone();
        turned.reverse();

        let who = |rows: &[Kept<Membership>]| {
            let members = members_on(rows, on.first_day());
            let names = |list: &[Member]| list.iter().map(|member| member.party.clone()).collect::<Vec<_>>();
            (names(&members.certain), names(&members.possible), names(&members.beside))
        };
        prop_assert_eq!(who(&rows), who(&turned));
    }

    #[test]
    fn less_precise_dates_make_nobody_more_certain_and_drop_nobody(
        values in prop::collection::vec(a_membership(), 0..12), on in a_date(),
    ) {
        let rows = rows(&values);
        let mut vague = rows.clone();
        for row in &mut vague {
            row.content.valid_from = blurred(row.valid_from);
            row.content.valid_to = blurred(row.valid_to);
            row.content.known_on = blurred(row.known_on);
        }

        let (sharp, vague) = (members_on(&rows, on.first_day()), members_on(&vague, on.first_day()));

        let certain = |members: &MembersOn, party: &Party| members.certain.iter().any(|member| member.party == *party);
        prop_assert!(vague.certain.iter().all(|member| certain(&sharp, &member.party)));
        prop_assert!(sharp.all().all(|member| vague.all().any(|other| other.party == member.party)));
    }

    #[test]
    fn a_member_is_certain_exactly_if_nothing_is_doubtful(values in prop::collection::vec(a_membership(), 0..12), on in a_date()) {
        let members = members_on(&rows(&values), on.first_day());

        prop_assert!(members.certain.iter().all(|member| member.doubts.is_empty()));
        prop_assert!(members.possible.iter().all(|member| !member.doubts.is_empty()));
    }

    #[test]
    fn a_further_membership_takes_nobody_off_the_list(
        values in prop::collection::vec(a_membership(), 0..12), more in a_membership(), on in a_date(),
    ) {
        let before = members_on(&rows(&values), on.first_day());
        let after = members_on(&rows(&[values, vec![more]].concat()), on.first_day());

        prop_assert!(before.certain.iter().all(|member| after.certain.iter().any(|other| other.party == member.party)));
        prop_assert!(before.all().all(|member| after.all().any(|other| other.party == member.party)));
    }
}

#[test]
fn of_a_whole_year_those_are_certain_who_are_members_on_every_day_of_it() {
    let mut memberships = agglomeration();
    memberships.extend(rows(&[
        json!({"unit": "0205021", "role": "member", "valid_from": "2015", "valid_to": "2020-03-31"}),
        json!({"organisation": "chamber", "role": "observer", "valid_from": "2020-06-01"}),
    ]));
    let cases: [(&str, &[&str], &[&str]); 4] = [
        ("2020", &["0221011", "0221021", "0265011"], &["0205011", "0205021"]),
        ("2020-02", &["0205021", "0221011", "0221021", "0265011"], &[]),
        ("2012-04", &["0265011"], &["0221011"]),
        ("2020-10-19", &["0205011", "0221011", "0221021", "0265011"], &[]),
    ];
    for (on, certain, possible) in cases {
        let members = members_in(&memberships, on.parse().expect("a date"));

        assert_eq!(codes(&members.certain), certain, "certain in {on}");
        assert_eq!(codes(&members.possible), possible, "possible in {on}");
    }
    let year = members_in(&memberships, "2020".parse().expect("a date"));
    assert!(year.possible.iter().all(|member| !member.doubts.is_empty() && !member.is(MemberRole::Member)));
    assert_eq!(codes(&year.beside), ["chamber", "university"]);
}

#[test]
fn a_unit_under_several_codes_and_a_unit_with_its_part_are_one_member() {
    let memberships = rows(&[
        json!({"unit": "160705", "role": "member", "valid_from": "2012"}),
        json!({"unit": "1607053", "role": "leader", "valid_from": "2014"}),
        json!({"unit": "1607064", "role": "member", "valid_from": "2012"}),
        json!({"unit": "1607063", "role": "member", "valid_from": "2012"}),
        json!({"unit": "1607", "role": "member", "valid_from": "2012"}),
    ]);

    let members = members_on(&memberships, day("2020-01-01"));

    assert_eq!(codes(&members.certain), ["1607", "1607053", "1607063"]);
    assert_eq!(members.certain[1].roles.len(), 2);
}
