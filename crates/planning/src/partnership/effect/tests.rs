//! What follows from resolutions, by hand.

use serde_json::{Value, json};

use super::*;
use crate::partnership::samples::{date, day, made, with, words};
use crate::record::check;

fn resolution(state: &str) -> Kept<Resolution> {
    made("r", json!({"body": "b", "number": "III/7/2020", "title": words("Uchwała"), "date": "2020-10-19", "state": state}))
}

fn effect(values: Value) -> Kept<Effect> {
    made("e", with(json!({"resolution": "r"}), values))
}

fn membership(id: &str, values: Value) -> Kept<Membership> {
    let all = with(json!({"unit": "0221011", "role": "member"}), values);
    made(id, all)
}

fn document(state: &str) -> Vec<Kept<Document>> {
    vec![made("d", json!({"document_kind": "strategy", "title": words("Strategia"), "state": state}))]
}

fn variant(id: &str, state: &str) -> Kept<Variant> {
    made(id, json!({"name": words("Wariant"), "state": state, "units": ["0221011"]}))
}

/// Carries one effect out against what there is, decided on 19 October 2020.
fn carried(effect: &Kept<Effect>, memberships: &[Kept<Membership>]) -> Result<Vec<Change>, EffectRefusal> {
    let (documents, variants) = (document("revised"), [variant("v", "proposed"), variant("w", "draft")]);
    let holdings = Holdings { memberships, documents: &documents, variants: &variants };
    changes(&resolution("adopted"), effect, holdings, (Some(date("2020-10-19")), day("2020-11-01")))
}

fn set(kind: Kind, id: &str, values: Value) -> Change {
    let Value::Object(values) = values else { panic!("an object: {values}") };
    Change::Set { kind, id: id.to_owned(), values }
}

fn applied() -> Change {
    set(Kind::Effects, "e", json!({"applied_on": "2020-11-01"}))
}

#[test]
fn an_admitted_unit_becomes_a_member_on_the_day_of_the_resolution() {
    let effect = effect(json!({"effect": "admit_member", "unit": "0205011", "document": "d"}));

    let changes = carried(&effect, &[membership("m", json!({"valid_from": "2012"}))]).expect("can be carried out");

    let [Change::Create(draft), mark] = changes.as_slice() else { panic!("a draft and a mark: {changes:?}") };
    let expected = json!({"unit": "0205011", "role": "member", "valid_from": "2020-10-19", "basis": "d"});
    assert_eq!(Value::Object(draft.values.clone()), expected);
    assert_eq!((draft.kind, draft.partnership.as_deref()), (Kind::Memberships, Some("p")));
    assert_eq!(check(draft.kind, &draft.values), []);
    assert_eq!(*mark, applied());
}

#[test]
fn a_membership_ends_the_day_before_in_all_its_roles() {
    let memberships = [
        membership("m1", json!({"valid_from": "2012", "role": "leader"})),
        membership("m2", json!({"valid_from": "2011", "role": "initiator", "valid_to": "2012-04"})),
        membership("m3", json!({"valid_from": "2012"})),
        membership("m4", json!({"valid_from": "2012", "unit": "0221021"})),
    ];
    let on_a_day = effect(json!({"effect": "end_membership", "unit": "0221011", "valid_from": "2021-01-01"}));
    let in_a_month = effect(json!({"effect": "end_membership", "unit": "0221011", "valid_from": "2021-01"}));
    let ended = |id, last| set(Kind::Memberships, id, json!({"valid_to": last}));

    assert_eq!(carried(&on_a_day, &memberships), Ok(vec![ended("m1", "2020-12-31"), ended("m3", "2020-12-31"), applied()]));
    assert_eq!(carried(&in_a_month, &memberships), Ok(vec![ended("m1", "2021-01"), ended("m3", "2021-01"), applied()]));
}

#[test]
fn an_adopted_document_is_in_force_once_its_day_has_come() {
    let due = effect(json!({"effect": "adopt_document", "document": "d"}));
    let later = effect(json!({"effect": "adopt_document", "document": "d", "valid_from": "2021-01-01"}));

    assert_eq!(carried(&due, &[]), Ok(vec![set(Kind::Documents, "d", json!({"state": "in_force"})), applied()]));
    assert_eq!(carried(&later, &[]), Ok(vec![set(Kind::Documents, "d", json!({"state": "adopted"})), applied()]));
}

#[test]
fn an_adopted_variant_names_its_resolution_and_the_others_stay() {
    let effect = effect(json!({"effect": "adopt_variant", "variant": "v"}));

    let adopted = set(Kind::Variants, "v", json!({"state": "adopted", "resolution": "r"}));
    assert_eq!(carried(&effect, &[]), Ok(vec![adopted, applied()]));
}

#[test]
fn lists_and_budgets_are_only_marked_as_changed() {
    assert_eq!(carried(&effect(json!({"effect": "change_budget"})), &[]), Ok(vec![applied()]));
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let member = [membership("m", json!({"valid_from": "2012"}))];
    let left = [membership("m", json!({"valid_from": "2012", "valid_to": "2019"}))];
    let observer = [membership("m", json!({"valid_from": "2012", "role": "observer"}))];
    let admit = json!({"effect": "admit_member", "unit": "0221011"});
    let unit = || UnitCode::parse("0221011").expect("a code");
    let of_another = |kind, id: &str| EffectRefusal::OfAnotherPartnership { kind, id: id.to_owned() };
    let cases = [
        ("no unit", json!({"effect": "admit_member"}), &member, EffectRefusal::TargetMissing { field: "unit" }),
        ("a member already", admit.clone(), &member, EffectRefusal::AlreadyMember { unit: unit() }),
        (
            "no member any more",
            json!({"effect": "end_membership", "unit": "0221011"}),
            &left,
            EffectRefusal::NoMember { unit: unit() },
        ),
        ("no variant", json!({"effect": "adopt_variant"}), &member, EffectRefusal::TargetMissing { field: "variant" }),
        ("unknown variant", json!({"effect": "adopt_variant", "variant": "x"}), &member, of_another(Kind::Variants, "x")),
        ("unknown document", json!({"effect": "adopt_document", "document": "x"}), &member, of_another(Kind::Documents, "x")),
        (
            "carried out before",
            json!({"effect": "change_list", "applied_on": "2020-10-20"}),
            &member,
            EffectRefusal::AlreadyApplied { on: day("2020-10-20") },
        ),
    ];
    for (name, values, memberships, expected) in cases {
        assert_eq!(carried(&effect(values), memberships), Err(expected), "{name}");
    }
    assert!(carried(&effect(admit.clone()), &left).is_ok(), "who left may come back");
    assert!(carried(&effect(admit), &observer).is_ok(), "an observer may become a member");
}

#[test]
fn only_an_adopted_resolution_has_effects() {
    let holdings = Holdings { memberships: &[], documents: &[], variants: &[] };
    for state in ["draft", "rejected", "repealed"] {
        let effect = effect(json!({"effect": "change_list"}));

        let refused = changes(&resolution(state), &effect, holdings, (None, day("2020-11-01")));

        assert_eq!(refused, Err(EffectRefusal::NotAdopted), "{state}");
    }
}

#[test]
fn a_second_variant_is_not_adopted_beside_the_first() {
    let variants = [variant("v", "adopted"), variant("w", "proposed")];
    let holdings = Holdings { memberships: &[], documents: &[], variants: &variants };
    let effect = effect(json!({"effect": "adopt_variant", "variant": "w"}));

    let refused = changes(&resolution("adopted"), &effect, holdings, (None, day("2020-11-01")));

    assert_eq!(refused, Err(EffectRefusal::AnotherVariantAdopted { id: "v".to_owned() }));
}

#[test]
fn what_belongs_to_another_partnership_is_neither_touched_nor_in_the_way() {
    let mut theirs = variant("w", "adopted");
    theirs.partnership = Some("another".to_owned());
    let variants = [variant("v", "proposed"), theirs];
    let holdings = Holdings { memberships: &[], documents: &[], variants: &variants };
    let adopt = |id: &str| {
        let effect = effect(json!({"effect": "adopt_variant", "variant": id}));
        changes(&resolution("adopted"), &effect, holdings, (None, day("2020-11-01")))
    };

    assert!(adopt("v").is_ok());
    assert_eq!(adopt("w"), Err(EffectRefusal::OfAnotherPartnership { kind: Kind::Variants, id: "w".to_owned() }));
}

#[test]
fn a_membership_needs_a_date_to_begin_on() {
    let holdings = Holdings { memberships: &[], documents: &[], variants: &[] };
    let effect = effect(json!({"effect": "admit_member", "unit": "0221011"}));

    assert_eq!(changes(&resolution("adopted"), &effect, holdings, (None, day("2020-11-01"))), Err(EffectRefusal::DateMissing));
}
