//! Variants side by side, by hand.

use serde_json::{Value, json};

use super::*;
use crate::partnership::samples::{made, unit, units, with, words};

fn variant(id: &str, values: Value) -> Kept<Variant> {
    let all = with(json!({"name": words("Wariant"), "state": "draft"}), values);
    made(id, all)
}

#[test]
fn a_variant_is_proposed_then_adopted_then_frozen() {
    use VariantEvent::{Adopt, Propose, TakeBack};
    use VariantState::{Adopted, Draft, Proposed};
    let cases = [
        (Draft, Propose, Ok(Proposed)),
        (Draft, TakeBack, Err(VariantRefusal::NotProposed)),
        (Draft, Adopt, Ok(Adopted)),
        (Proposed, Propose, Err(VariantRefusal::AlreadyProposed)),
        (Proposed, TakeBack, Ok(Draft)),
        (Proposed, Adopt, Ok(Adopted)),
        (Adopted, Propose, Err(VariantRefusal::Frozen)),
        (Adopted, TakeBack, Err(VariantRefusal::Frozen)),
        (Adopted, Adopt, Err(VariantRefusal::Frozen)),
    ];
    for (state, event, expected) in cases {
        assert_eq!(state.next(event), expected, "{state:?} {event:?}");
    }
}

#[test]
fn two_lists_are_held_side_by_side_and_a_changed_kind_makes_no_other_unit() {
    // Koźminek was a rural municipality and is urban-rural now; tables of flows leave the kind out.
    let first: Vec<UnitCode> = units(&["3061011", "3007052", "3007012", "3020052"]);
    let second: Vec<UnitCode> = units(&["306101", "3007053", "3017011"]);

    let compared = compare(&first, &second);

    assert_eq!(compared.both, units::<Vec<_>>(&["3007052", "3061011"]));
    assert_eq!(compared.only_first, units::<Vec<_>>(&["3007012", "3020052"]));
    assert_eq!(compared.only_second, units::<Vec<_>>(&["3017011"]));
    assert!(compare(&first, &first).is_same());
}

#[test]
fn a_unit_of_every_variant_is_beyond_dispute() {
    let variants = [
        variant("a", json!({"units": ["3061011", "3007012"]})),
        variant("b", json!({"units": ["3061011", "3020052"]})),
        variant("c", json!({"units": ["3061011", "3007012"]})),
    ];

    let spread = spread(&variants);

    let expected = [("3007012", 2), ("3020052", 1), ("3061011", 3)].map(|(code, count)| (unit(code), count));
    assert_eq!(spread, BTreeMap::from(expected));
}

#[test]
fn a_unit_from_outside_the_counties_of_the_core_can_belong_to_the_area() {
    let agglomeration = json!({
        "core_units": ["3061011", "3017011"],
        "units": ["3061011", "3017011", "3017052", "3007012", "3020052"],
    });

    let outside = variant("v", agglomeration).outside_core_counties(&Places::default());

    // The city of Kalisz is a county of its own, so the county around it lies outside as well.
    assert_eq!(outside, units::<BTreeSet<_>>(&["3007012", "3020052"]));
    assert!(variant("v", json!({"units": ["3020052"]})).outside_core_counties(&Places::default()).is_empty());
}

#[test]
fn stated_numbers_are_held_against_listed_units() {
    let cases = [
        ("as many", json!({"units": ["3061011", "3007012"], "stated_unit_count": 2}), Some(0)),
        ("one too many", json!({"units": ["3061011", "3007012"], "stated_unit_count": 1}), Some(1)),
        ("too few", json!({"units": ["3061011"], "stated_unit_count": 15}), Some(-14)),
        ("one unit written twice", json!({"units": ["3061011", "306101"], "stated_unit_count": 1}), Some(0)),
        ("nothing listed", json!({"stated_unit_count": 15}), None),
        ("nothing stated", json!({"units": ["3061011"]}), None),
    ];
    for (name, values, expected) in cases {
        assert_eq!(variant("v", values).surplus_units(), expected, "{name}");
    }
}

#[test]
fn a_variant_says_what_it_lacks_to_be_made_again() {
    let cases: [(&str, Value, &[&str]); 4] = [
        ("nothing known", json!({}), &["method", "units"]),
        ("a list", json!({"method": "list", "units": ["3061011"]}), &[]),
        ("a method without its data", json!({"method": "threshold", "units": ["3061011"]}), &["settings", "data_year"]),
        (
            "a method with all",
            json!({"method": "threshold", "settings": {"share": 0.15}, "data_year": 2021, "units": ["3061011"]}),
            &[],
        ),
    ];
    for (name, values, expected) in cases {
        assert_eq!(variant("v", values).lacks(), expected, "{name}");
    }
}
