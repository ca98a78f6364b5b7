//! Votes by hand: every rule with its edge.

use serde_json::json;

use super::*;
use crate::partnership::meeting::{Attendance, turnout};
use crate::partnership::samples::{day, made, words};

const RULE: VotingRule = VotingRule { quorum_percent: Some(50), majority: Some(Majority::Simple) };

const fn ballot(for_: u32, against: u32, abstained: u32) -> Ballot {
    Ballot { for_, against, abstained }
}

#[test]
fn a_majority_is_counted_as_its_rule_says() {
    let cases = [
        ("one more for than against", Majority::Simple, ballot(3, 2, 9), true),
        ("as many for as against", Majority::Simple, ballot(3, 3, 0), false),
        ("nobody votes for it", Majority::Simple, ballot(0, 0, 5), false),
        ("more than all others", Majority::Absolute, ballot(6, 2, 3), true),
        ("as many as all others", Majority::Absolute, ballot(5, 2, 3), false),
        ("exactly two thirds", Majority::TwoThirds, ballot(6, 2, 1), true),
        ("a vote less than two thirds", Majority::TwoThirds, ballot(5, 2, 1), false),
        ("two thirds of one vote", Majority::TwoThirds, ballot(1, 0, 0), true),
        ("all for it", Majority::Unanimous, ballot(14, 0, 0), true),
        ("one abstains", Majority::Unanimous, ballot(13, 0, 1), false),
        ("nobody votes", Majority::Unanimous, ballot(0, 0, 0), false),
    ];
    for (name, majority, ballot, expected) in cases {
        assert_eq!(ballot.is_carried(majority), expected, "{name}");
    }
}

#[test]
fn exactly_the_quorum_is_enough() {
    let cases = [
        (50, 22, 11, Some(true)),
        (50, 22, 10, Some(false)),
        (50, 21, 11, Some(true)),
        (50, 21, 10, Some(false)),
        (100, 3, 3, Some(true)),
        (0, 3, 0, Some(true)),
        (50, 0, 0, None),
    ];
    for (percent, seats, present, expected) in cases {
        let rule = VotingRule { quorum_percent: Some(percent), ..RULE };
        let assembly = Assembly { seats, possible: 0, present: Some(present), ballot: Some(ballot(1, 0, 0)) };

        assert_eq!(decide(rule, assembly).has_quorum, expected, "{present} of {seats} with {percent} %");
    }
}

#[test]
fn what_nobody_stated_or_recorded_stays_open() {
    let nothing = decide(VotingRule::default(), Assembly::default());
    let unrecorded = decide(RULE, Assembly { seats: 9, ..Assembly::default() });

    assert_eq!((nothing.has_quorum, nothing.has_majority, nothing.is_void()), (None, None, false));
    assert_eq!(
        nothing.reasons,
        [DecisionReason::QuorumNotStated, DecisionReason::MajorityNotStated, DecisionReason::VotesNotRecorded]
    );
    assert_eq!(unrecorded.reasons, [DecisionReason::AttendanceNotRecorded, DecisionReason::VotesNotRecorded]);
}

#[test]
fn a_missed_vote_says_by_how_much() {
    let decision = decide(RULE, Assembly { seats: 22, possible: 0, present: Some(9), ballot: Some(ballot(4, 5, 1)) });

    assert!(decision.is_void());
    assert_eq!(
        decision.reasons,
        [
            DecisionReason::QuorumMissed { present: 9, needed: 11, seats: 22 },
            DecisionReason::MajorityMissed { for_: 4, needed: 6 },
            DecisionReason::MoreVotesThanPresent { votes: 10, present: 9 },
        ]
    );
}

fn seats() -> Vec<Kept<Seat>> {
    [
        ("s1", json!({"body": "b", "unit": "0265011", "seat_role": "chair"})),
        ("s2", json!({"body": "b", "unit": "0221011", "seat_role": "member", "valid_from": "2012"})),
        ("s3", json!({"body": "b", "unit": "0221021", "seat_role": "member", "valid_to": "2011-12-31"})),
        ("s4", json!({"body": "b", "organisation": "university", "seat_role": "observer"})),
        ("s5", json!({"body": "other", "unit": "0221031", "seat_role": "chair"})),
    ]
    .map(|(id, values)| made(id, values))
    .to_vec()
}

#[test]
fn seats_follow_the_day_and_stand_in_the_order_of_their_roles() {
    let on = |text: &str| {
        let seats = seats();
        let held = seats_on(&seats, "b", day(text));
        held.into_iter().map(|(seat, certainty)| (seat.id.clone(), certainty)).collect::<Vec<_>>()
    };
    let entry = |id: &str, certainty| (id.to_owned(), certainty);

    let (certain, possible) = (Certainty::Certain, Certainty::Possible);
    assert_eq!(on("2011-12-31"), [entry("s1", certain), entry("s3", certain), entry("s4", certain)]);
    assert_eq!(on("2012-05-05"), [entry("s1", certain), entry("s2", possible), entry("s4", certain)]);
    assert_eq!(on("2013-01-01"), [entry("s1", certain), entry("s2", certain), entry("s4", certain)]);
}

#[test]
fn the_turnout_counts_each_voting_seat_once_and_no_observer() {
    let attendance = |id, seat, presence| made(id, json!({"meeting": "m", "seat": seat, "presence": presence}));
    let attendances: Vec<Kept<Attendance>> = vec![
        attendance("a1", "s1", "present"),
        attendance("a2", "s1", "substitute"),
        attendance("a3", "s2", "excused"),
        attendance("a4", "s4", "present"),
    ];

    let turnout = |meeting| turnout(&seats(), &attendances, ("b", meeting), day("2013-01-01"));

    assert_eq!(turnout(Some("m")), Turnout { seats: 2, possible: 0, present: Some(1) });
    assert_eq!(turnout(Some("another")), Turnout { seats: 2, possible: 0, present: None });
    assert_eq!(turnout(None), Turnout { seats: 2, possible: 0, present: None });
}

#[test]
fn a_seat_of_an_imprecise_beginning_counts_where_the_attendance_names_it() {
    let attendance: Kept<Attendance> = made("a", json!({"meeting": "m", "seat": "s2", "presence": "present"}));
    let turnout = |attendances: &[Kept<Attendance>]| turnout(&seats(), attendances, ("b", Some("m")), day("2012-06-01"));

    assert_eq!(turnout(&[attendance]), Turnout { seats: 2, possible: 0, present: Some(1) });
    assert_eq!(turnout(&[]), Turnout { seats: 1, possible: 1, present: None });
}

#[test]
fn a_body_keeps_two_kinds_and_two_names() {
    let body: Kept<Body> = made(
        "b",
        json!({
            "name": words("Rada Partnerstwa"), "second_name": words("Grupa robocza"),
            "body_kinds": ["partnership_council", "working_group"], "parent_organisation": "association",
        }),
    );

    assert_eq!(body.body_kinds, [BodyKind::PartnershipCouncil, BodyKind::WorkingGroup]);
    assert!(body.second_name.is_some() && body.parent_organisation.is_some());
    assert_eq!(body.voting_rule(), VotingRule::default());
}

#[test]
fn a_majority_that_is_not_stated_is_taken_as_the_simple_one_and_says_so() {
    let rule = VotingRule { majority: None, ..RULE };
    let decided = |for_, against, abstained| {
        let ballot = Some(ballot(for_, against, abstained));
        decide(rule, Assembly { seats: 3, possible: 0, present: Some(3), ballot })
    };
    let cases = [((1, 2, 0), Some(false)), ((0, 0, 3), Some(false)), ((1, 1, 1), Some(false)), ((2, 1, 0), Some(true))];

    for ((for_, against, abstained), expected) in cases {
        let decision = decided(for_, against, abstained);

        assert_eq!(decision.has_majority, expected, "{for_} for, {against} against, {abstained} abstained");
        assert_eq!(decision.reasons.first(), Some(&DecisionReason::MajorityNotStated));
    }
    let uncounted = decide(rule, Assembly { seats: 3, possible: 0, present: Some(3), ballot: None });
    assert_eq!(uncounted.has_majority, None);
}

#[test]
fn seats_that_begin_some_day_of_the_year_of_the_meeting_are_possible_and_not_none() {
    let seat = |id: &str| made(id, json!({"body": "b", "unit": "0265011", "seat_role": "member", "valid_from": "2026"}));
    let seats: Vec<Kept<Seat>> = ["s1", "s2", "s3", "s4"].map(seat).to_vec();

    let turnout = turnout(&seats, &[], ("b", Some("m")), day("2026-05-05"));
    let decision = decide(RULE, Assembly { present: Some(0), ..turnout.into() });

    assert_eq!(turnout, Turnout { seats: 0, possible: 4, present: None });
    assert_eq!(decision.reasons.first(), Some(&DecisionReason::SeatsUncertain { possible: 4 }));
}
