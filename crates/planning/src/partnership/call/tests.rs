//! Conditions of calls, by hand: what is met, what is missed, what is not known.

use serde_json::{Value, json};

use super::*;
use crate::partnership::membership::members_on;
use crate::partnership::places::{Place, Population};
use crate::partnership::samples::{day, made, unit, with, words};

fn places(of: &[(&str, Option<u64>, Option<bool>)]) -> Places {
    let place = |(code, inhabitants, is_county_seat): &(&str, Option<u64>, Option<bool>)| {
        let population = inhabitants.map(|inhabitants| (2020, inhabitants)).into_iter().collect();
        (unit(code), Place { population, is_county_seat: *is_county_seat, ..Place::default() })
    };
    Places::new(of.iter().map(place).collect())
}

fn flags(units: &[&str]) -> Vec<Kept<UnitFlag>> {
    let entry = |code: &&str| {
        let list = json!({"unit": code, "flag": "marginalisation_risk", "list_name": "KSRR 2030", "list_date": "2019-09"});
        made(&format!("f{code}"), list)
    };
    units.iter().map(entry).collect()
}

fn conditions(of: &[Value]) -> Vec<Kept<CallCondition>> {
    let condition = |(place, values): (usize, &Value)| {
        made(&format!("c{place}"), with(json!({"call": "call", "text": words("Warunek")}), values.clone()))
    };
    of.iter().enumerate().map(condition).collect()
}

/// Rajcza and Ujsoły are at risk, Istebna is linked to Rajcza, Milówka is linked to nobody named.
fn beskids() -> MembersOn {
    let member = |id: &str, values: Value| made(id, values);
    let rows = [
        member("m1", json!({"unit": "2417112", "role": "member", "valid_from": "2020-11", "ground": "marginalisation_risk"})),
        member("m2", json!({"unit": "2417142", "role": "member", "valid_from": "2020-11", "ground": "marginalisation_risk"})),
        member(
            "m3",
            json!({"unit": "2403092", "role": "member", "valid_from": "2020-11", "ground": "functionally_linked", "linked_to": ["2417112"]}),
        ),
        member("m4", json!({"unit": "2417092", "role": "member", "valid_from": "2020-11", "ground": "functionally_linked"})),
        member("m5", json!({"unit": "2417152", "role": "member", "valid_from": "2020-11", "ground": "other"})),
    ];
    members_on(&rows, day("2020-11-30"))
}

#[test]
fn a_small_county_town_is_a_county_seat_of_at_most_twenty_thousand() {
    let people = |inhabitants| Some(Population { inhabitants, year: 2020 });
    let cases = [
        ("exactly the limit", people(20_000), Some(true), Verdict::Met),
        ("one too many", people(20_001), Some(true), Verdict::Missed),
        ("one too many, seat unknown", people(20_001), None, Verdict::Missed),
        ("no seat", people(5_000), Some(false), Verdict::Missed),
        ("no seat, population unknown", None, Some(false), Verdict::Missed),
        ("population unknown", None, Some(true), Verdict::Unknown),
        ("seat unknown", people(5_000), None, Verdict::Unknown),
        ("nothing known", None, None, Verdict::Unknown),
    ];
    for (name, population, is_county_seat, expected) in cases {
        let judged = small_county_town(population, is_county_seat, SMALL_COUNTY_TOWN);

        assert_eq!(judged.verdict, expected, "{name}");
        assert_eq!((judged.grounds.population, judged.grounds.is_county_seat), (population, is_county_seat), "{name}");
    }
}

#[test]
fn the_pilot_admits_units_at_risk_and_those_linked_to_them() {
    let conditions = conditions(&[
        json!({"condition": "small_county_town_or_flag", "flag": "marginalisation_risk"}),
        json!({"condition": "linked_to_eligible"}),
    ]);
    let all = ["2417112", "2417142", "2403092", "2417092", "2417152"].map(|code| (code, Some(9_000), Some(false)));
    let (flags, places) = (flags(&["2417112", "2417142"]), places(&all));

    let found = check(&conditions, &beskids(), Knowledge { flags: &flags, places: &places });

    let verdicts: Vec<_> = found.members.iter().map(|check| (check.party.id(), check.verdict)).collect();
    assert_eq!(
        verdicts,
        [
            ("2403092", Verdict::Met),
            ("2417092", Verdict::Unknown),
            ("2417112", Verdict::Met),
            ("2417142", Verdict::Met),
            ("2417152", Verdict::Missed),
        ]
    );
    let rajcza = &found.members[2].conditions["c0"].grounds;
    let date = Some("2019-09".parse().expect("a month"));
    let list = Listed { flag: Flag::MarginalisationRisk, list: "KSRR 2030".to_owned(), date };
    assert_eq!(rajcza.listed.as_ref(), Some(&list));
    assert_eq!(found.members[4].conditions["c0"].grounds.not_on, Some(list));
    assert!(rajcza.lacking.is_empty(), "what a list decides needs nothing else");
    assert_eq!(found.members[1].conditions["c1"].grounds.lacking, [Lack::LinkedUnit].into());
    assert_eq!(rajcza.population, Some(Population { inhabitants: 9_000, year: 2020 }));
    assert_eq!(found.members[0].conditions["c1"].grounds.linked_to, [unit("2417112")]);
}

#[test]
fn an_unknown_figure_is_unknown_and_not_missed() {
    let limit = |year: Option<i16>| {
        let mut values = json!({"condition": "population_max", "limit": 10_000});
        if let Some(year) = year {
            values["year"] = json!(year);
        }
        conditions(&[values])
    };
    let places = places(&[("2417112", Some(9_000), None), ("2417142", Some(12_000), None), ("2403092", None, None)]);
    let verdicts = |year| {
        let found = check(&limit(year), &beskids(), Knowledge { flags: &[], places: &places });
        found.members.iter().take(4).map(|check| check.verdict).collect::<Vec<_>>()
    };

    assert_eq!(verdicts(None), [Verdict::Unknown, Verdict::Unknown, Verdict::Met, Verdict::Missed]);
    assert_eq!(verdicts(Some(2020)), [Verdict::Unknown, Verdict::Unknown, Verdict::Met, Verdict::Missed]);
    assert_eq!(verdicts(Some(2019)), [Verdict::Unknown; 4]);
}

#[test]
fn a_list_that_nobody_imported_decides_nothing() {
    let conditions = conditions(&[json!({"condition": "flag", "flag": "border_area"})]);

    let found = check(&conditions, &beskids(), Knowledge { flags: &flags(&["2417112"]), places: &Places::default() });

    assert!(found.members.iter().all(|check| check.verdict == Verdict::Unknown));
}

#[test]
fn that_a_text_names_two_units_makes_no_list_of_the_others() {
    let conditions = conditions(&[json!({"condition": "flag", "flag": "marginalisation_risk"})]);
    let mut named = flags(&["2417112"]);
    named[0].origin = Origin::Stated;

    let found = check(&conditions, &beskids(), Knowledge { flags: &named, places: &Places::default() });
    let judged: Vec<_> = found.members.iter().map(|check| &check.conditions["c0"]).collect();

    assert_eq!(judged[2].verdict, Verdict::Met);
    assert_eq!((judged[3].verdict, &judged[3].grounds.lacking), (Verdict::Unknown, &[Lack::List].into()));
}

#[test]
fn what_would_decide_is_told() {
    let people = |inhabitants| Some(Population { inhabitants, year: 2020 });
    let lacking = |population, seat| small_county_town(population, seat, SMALL_COUNTY_TOWN).grounds.lacking;

    assert_eq!(lacking(None, None), [Lack::Population, Lack::CountySeat].into());
    assert_eq!(lacking(people(9_000), None), [Lack::CountySeat].into());
    assert_eq!(lacking(people(30_000), None), [].into(), "too many inhabitants decide alone");
}

#[test]
fn a_later_list_is_not_known_on_an_earlier_day() {
    let later = json!({"unit": "2417112", "flag": "marginalisation_risk", "list_name": "B", "list_date": "2024"});
    let list: Vec<Kept<UnitFlag>> = [flags(&["2417112"]), vec![made("f2", later)]].concat();
    let on =
        |text: &str| flag_of(&list, &unit("2417112"), Flag::MarginalisationRisk, day(text)).map(|entry| entry.list_name.clone());

    assert_eq!(on("2019-01-01"), None);
    assert_eq!(on("2020-11-30"), Some("KSRR 2030".to_owned()));
    assert_eq!(on("2025-01-01"), Some("B".to_owned()));
}

#[test]
fn the_number_of_members_is_a_condition_on_the_partnership() {
    let verdict = |limit: u32| {
        let conditions = conditions(&[json!({"condition": "member_count_min", "limit": limit})]);
        let found = check(&conditions, &beskids(), Knowledge { flags: &[], places: &Places::default() });
        (found.partnership["c0"].verdict, found.partnership["c0"].grounds.members)
    };

    assert_eq!(verdict(5), (Verdict::Met, Some(5)));
    assert_eq!(verdict(6), (Verdict::Missed, Some(5)));
}
