//! Each rule broken and kept, by hand.

use serde_json::{Value, json};

use super::*;
use crate::partnership::body::{Body, Seat};
use crate::partnership::document::Document;
use crate::partnership::evidence::{Challenge, Finding as Found, Survey, SwotItem};
use crate::partnership::identity::{Organisation, Partnership, Theme};
use crate::partnership::meeting::{Attendance, Meeting};
use crate::partnership::membership::Membership;
use crate::partnership::places::{Place, Places};
use crate::partnership::resolution::Resolution;
use crate::partnership::samples::{PARTNERSHIP, day, record, unit, units, with, words};
use crate::partnership::signature::Signature;
use crate::partnership::timeline::TimelineEvent;
use crate::partnership::variant::Variant;
use crate::record::Record;

const TODAY: &str = "2026-11-22";

fn partnership(values: Value) -> Record {
    let all = with(
        json!({
            "slug": "aglomeracja", "short_name": words("AW"), "formal_name": words("Aglomeracja"),
            "state": "published", "stage": "governance",
        }),
        values,
    );
    record::<Partnership>(PARTNERSHIP, all)
}

fn dossier(values: Value, records: Vec<Record>) -> Dossier {
    let records = [vec![partnership(values)], records].concat();
    Dossier::read(&records, PARTNERSHIP).expect("readable").expect("a partnership")
}

fn member(id: &str, values: Value) -> Record {
    let is_unit = values.get("organisation").is_none();
    let mut all = with(json!({"unit": "0221011", "role": "member", "basis": "d"}), values);
    if !is_unit {
        all.as_object_mut().expect("an object").remove("unit");
    }
    record::<Membership>(id, all)
}

fn document(id: &str, values: Value) -> Record {
    let all = with(json!({"document_kind": "declaration", "title": words("Deklaracja"), "state": "in_force"}), values);
    record::<Document>(id, all)
}

/// The cases of one rule that are broken, each with the id of its record.
fn broken(rule: Rule, dossier: &Dossier) -> Vec<(&'static str, String)> {
    let findings = check(dossier, day(TODAY));
    assert!(findings.iter().all(|finding| finding.rule.cases().contains(&finding.case)), "{findings:?}");
    findings.into_iter().filter(|finding| finding.rule == rule).map(|finding| (finding.case, finding.subject.1)).collect()
}

fn found(cases: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    cases.iter().map(|(case, id)| (*case, (*id).to_owned())).collect()
}

#[test]
fn a_partnership_without_any_record_breaks_no_rule() {
    assert_eq!(check(&dossier(json!({}), Vec::new()), day(TODAY)), []);
}

#[test]
fn stated_numbers_must_fit_and_missing_names_are_only_told() {
    let stated = |kind: &str| document("d", json!({"document_kind": kind, "date": "2012-04", "stated_member_count": 2}));
    let one = || member("m", json!({"valid_from": "2011", "basis": "another"}));

    let wrong = dossier(json!({}), vec![stated("report"), one()]);
    let unnamed = dossier(json!({}), vec![stated("declaration"), one()]);

    assert_eq!(broken(Rule::Par001, &wrong), found(&[("fewer", "d")]));
    assert_eq!(broken(Rule::Par001, &unnamed), found(&[("names-not-given", "d")]));
    let joined = dossier(json!({}), vec![stated("declaration"), member("m", json!({"valid_from": "2011"}))]);
    assert_eq!(broken(Rule::Par001, &joined), found(&[("named-otherwise", "d")]), "it names one of the two");
    let severity = |dossier: &Dossier| check(dossier, day(TODAY)).first().map(|finding| finding.severity);
    assert_eq!((severity(&wrong), severity(&unnamed)), (Some(Severity::Error), Some(Severity::Information)));
}

#[test]
fn codes_are_held_against_the_register_of_their_time() {
    let rows = || {
        vec![
            member("known", json!({"unit": "0221011", "valid_from": "2012"})),
            member("unknown", json!({"unit": "0299999", "valid_from": "2012"})),
            member("later", json!({"unit": "3007053", "valid_from": "2012", "valid_to": "2015"})),
            member("still", json!({"unit": "3007053", "valid_from": "2012"})),
        ]
    };
    let place = |from: Option<&str>| Place { valid_from: from.map(day), ..Place::default() };
    let known = [(unit("0221011"), place(None)), (unit("3007053"), place(Some("2023-01-01")))];
    let placed = dossier(json!({}), rows()).placed(Places::new(known.into_iter().collect()), BTreeMap::new());

    assert_eq!(broken(Rule::Par002, &placed), found(&[("other-time", "later"), ("unknown", "unknown")]));
    assert_eq!(broken(Rule::Par002, &dossier(json!({}), rows())), []);
}

#[test]
fn one_leader_is_wanted_on_every_date_after_formation() {
    let leader = |id: &str, code: &str, values: Value| member(id, with(json!({"unit": code, "role": "leader"}), values));
    let facts = |rows: Vec<Record>| {
        let findings = check(&dossier(json!({"founded": "2012-04-17"}), rows), day(TODAY));
        let of_rule = findings.into_iter().filter(|finding| finding.rule == Rule::Par003);
        let fact = |finding: &Finding, name: &str| finding.facts.get(name).cloned().unwrap_or_default();
        of_rule.map(|finding| (finding.case, fact(&finding, "from"), fact(&finding, "to"))).collect::<Vec<_>>()
    };
    let told = |case: &'static str, from: &str, to: &str| (case, from.to_owned(), to.to_owned());

    assert_eq!(facts(vec![leader("a", "0265011", json!({"valid_from": "2011"}))]), []);
    assert_eq!(facts(Vec::new()), [told("none", "2012-04-17", "")]);
    assert_eq!(
        facts(vec![leader("a", "0265011", json!({"valid_from": "2015-01-01"}))]),
        [told("none", "2012-04-17", "2014-12-31")]
    );
    assert_eq!(
        facts(vec![leader("a", "0265011", json!({"valid_from": "2012", "valid_to": "2019-06-30"}))]),
        [told("none", "2019-07-01", "")]
    );
    let two = |note: Option<&str>| {
        let second = json!({"valid_from": "2015-01-01", "valid_to": "2016-12-31", "note": note.map(words)});
        facts(vec![leader("a", "0265011", json!({"valid_from": "2011"})), leader("b", "0219011", second)])
    };
    assert_eq!(two(None), [told("several", "2015-01-01", "2016-12-31")]);
    assert_eq!(two(Some("współlider na mocy aneksu")), []);
}

#[test]
fn before_formation_no_leader_is_wanted() {
    assert_eq!(broken(Rule::Par003, &dossier(json!({}), vec![member("m", json!({"valid_from": "2011"}))])), []);
    let agreed = document("d", json!({"document_kind": "agreement", "date": "2015-06-12"}));
    assert_eq!(broken(Rule::Par003, &dossier(json!({}), vec![agreed])), found(&[("none", PARTNERSHIP)]));
}

#[test]
fn signatories_of_founding_documents_are_or_become_members() {
    let signature = |id: &str, values: Value| {
        let document = if id.starts_with("zit") { "zit" } else { "d" };
        record::<Signature>(id, with(json!({"document": document}), values))
    };
    let records = vec![
        document("d", json!({"date": "2012-04-17"})),
        document("zit", json!({"document_kind": "zit_agreement", "date": "2015-06-12"})),
        member("later", json!({"unit": "0221021", "valid_from": "2013-10"})),
        member("gone", json!({"unit": "0221031", "valid_from": "2010", "valid_to": "2011"})),
        member("watching", json!({"unit": "0221042", "role": "observer", "valid_from": "2010"})),
        signature("becomes", json!({"unit": "0221021"})),
        signature("left-before", json!({"unit": "0221031"})),
        signature("observes", json!({"unit": "0221042"})),
        signature("never", json!({"unit": "0221053"})),
        signature("explained", json!({"unit": "0221063", "note": words("odmowa rady gminy")})),
        signature("zit-voivodeship", json!({"organisation": "voivodeship"})),
    ];

    let broken = broken(Rule::Par004, &dossier(json!({}), records));

    assert_eq!(broken, found(&[("stranger", "left-before"), ("stranger", "never"), ("stranger", "observes")]));
}

#[test]
fn memberships_of_one_role_do_not_overlap_and_have_a_basis() {
    let without_basis = {
        let mut row = member("no-basis", json!({"unit": "0221042", "valid_from": "2012"}));
        row.content.values.remove("basis");
        row
    };
    let records = vec![
        member("one", json!({"valid_from": "2012"})),
        member("two", json!({"valid_from": "2015"})),
        member("leads", json!({"valid_from": "2012", "role": "leader"})),
        member("six-digits", json!({"unit": "160705", "valid_from": "2012"})),
        member("with-kind", json!({"unit": "1607053", "valid_from": "2012", "role": "leader"})),
        member("whole", json!({"unit": "1607063", "valid_from": "2012", "valid_to": "2019"})),
        member("town", json!({"unit": "1607064", "valid_from": "2012"})),
        member("earlier-kind", json!({"unit": "1607022", "valid_from": "2012", "valid_to": "2015-12-31"})),
        member("later-kind", json!({"unit": "1607023", "valid_from": "2016-01-01"})),
        member("other-unit", json!({"unit": "0221021", "valid_from": "2012"})),
        without_basis,
    ];

    let broken = broken(Rule::Par005, &dossier(json!({}), records));

    let expected = [("no-basis", PARTNERSHIP), ("overlap", "one"), ("other-code", "six-digits"), ("part", "whole")];
    assert_eq!(broken, found(&expected));
}

#[test]
fn a_linked_member_names_its_unit_and_the_evidence() {
    let linked =
        |id: &str, values: Value| member(id, with(json!({"ground": "functionally_linked", "valid_from": "2020-11"}), values));
    let records = vec![
        linked("full", json!({"linked_to": ["2417112"], "link_evidence": ["commuting"]})),
        linked("stated", json!({"unit": "0221021", "linked_to": ["2417112"], "link_evidence": ["stated_only"]})),
        linked("bare", json!({"unit": "0221031"})),
        linked("itself", json!({"unit": "2417113", "linked_to": ["2417112"], "link_evidence": ["commuting"]})),
        member("at-risk", json!({"unit": "0221042", "ground": "marginalisation_risk"})),
    ];

    let broken = broken(Rule::Par006, &dossier(json!({}), records));

    assert_eq!(broken, found(&[("no-evidence", "bare"), ("no-unit", "bare"), ("itself", "itself"), ("no-evidence", "stated")]));
}

#[test]
fn dates_agree_with_their_order_or_are_marked_doubtful() {
    let event = |id: &str, values: Value| record::<TimelineEvent>(id, with(json!({"title": words(id)}), values));
    let later = |doubtful: bool| json!({"event_kind": "declaration", "date": "2014-10-31", "told_as": 1, "doubtful": doubtful});
    let letter = || event("letter", json!({"event_kind": "letter_of_intent", "date": "2013-08", "told_as": 2}));
    let start = |date: &str| event("start", json!({"event_kind": "initiative", "date": date}));
    let broken = |records| broken(Rule::Par007, &dossier(json!({}), records));

    assert_eq!(broken(vec![event("later", later(false)), letter()]), found(&[("told-order", "letter")]));
    assert_eq!(broken(vec![event("later", later(true)), letter()]), []);
    assert_eq!(broken(vec![start("2011"), letter()]), []);
    assert_eq!(broken(vec![start("2014"), letter()]), found(&[("stage-order", "start")]));
}

#[test]
fn resolutions_had_quorum_and_majority() {
    let resolution = |id: &str, votes: (u32, u32), state: &str| {
        let values = json!({
            "body": "b", "meeting": "m", "number": id, "title": words("Uchwała"), "state": state,
            "votes_for": votes.0, "votes_against": votes.1,
        });
        record::<Resolution>(id, values)
    };
    let seat = |id: &str, unit: &str| record::<Seat>(id, json!({"body": "b", "unit": unit, "seat_role": "member"}));
    let there = |id: &str, seat: &str| record::<Attendance>(id, json!({"meeting": "m", "seat": seat, "presence": "present"}));
    let chamber = |quorum: u32| {
        vec![
            record::<Body>(
                "b",
                json!({"name": words("Rada"), "body_kinds": ["partnership_council"], "quorum_percent": quorum, "majority": "simple"}),
            ),
            record::<Meeting>("m", json!({"body": "b", "title": words("Posiedzenie"), "date": "2020-01-15", "state": "held"})),
            seat("s1", "0265011"),
            seat("s2", "0221011"),
            seat("s3", "0221021"),
            there("a1", "s1"),
            there("a2", "s2"),
            resolution("carried", (2, 0), "adopted"),
            resolution("tied", (1, 1), "adopted"),
            resolution("overfull", (3, 0), "adopted"),
            resolution("rejected", (0, 2), "rejected"),
        ]
    };

    let with_quorum = broken(Rule::Par008, &dossier(json!({}), chamber(50)));
    let without = broken(Rule::Par008, &dossier(json!({}), chamber(100)));

    assert_eq!(with_quorum, found(&[("too-many-votes", "overfull"), ("no-majority", "tied")]));
    assert_eq!(without.iter().filter(|(case, _)| *case == "no-quorum").count(), 3);
    let findings = check(&dossier(json!({}), chamber(50)), day(TODAY));
    let weight = |case: &str| findings.iter().find(|finding| finding.case == case).map(|finding| finding.severity);
    assert_eq!((weight("too-many-votes"), weight("no-majority")), (Some(Severity::Error), Some(Severity::Warning)));
}

#[test]
fn a_resolution_has_more_for_than_against_and_a_number_of_its_own() {
    let resolution = |id: &str, values: Value| {
        let all = json!({"body": "b", "number": id, "title": words("Uchwała"), "state": "adopted", "date": "2020-01-15"});
        record::<Resolution>(id, with(all, values))
    };
    let broken = broken(
        Rule::Par008,
        &dossier(
            json!({}),
            vec![
                record::<Body>("b", json!({"name": words("Rada"), "body_kinds": ["partnership_council"]})),
                resolution("lost", json!({"votes_for": 1, "votes_against": 2})),
                resolution("nobody", json!({"votes_for": 0, "votes_against": 0, "votes_abstained": 3})),
                resolution("carried", json!({"votes_for": 2, "votes_against": 1, "number": "I/1/2020"})),
                resolution("next-year", json!({"number": "I/1/2020", "date": "2021-02-01"})),
                resolution("other-body", json!({"number": "I/1/2020", "body": "c"})),
                resolution("second", json!({"number": "i / 1/2020", "state": "draft"})),
            ],
        ),
    );

    assert_eq!(broken, found(&[("no-majority-assumed", "lost"), ("no-majority-assumed", "nobody"), ("same-number", "second")]));
}

#[test]
fn nobody_signs_a_document_twice_or_before_it_was_written() {
    let signature = |id: &str, values: Value| record::<Signature>(id, with(json!({"document": "d"}), values));
    let dossier = dossier(
        json!({}),
        vec![
            document("d", json!({"date": "2016-03-10"})),
            member("m1", json!({"valid_from": "2012"})),
            member("m2", json!({"unit": "1607053", "valid_from": "2012"})),
            signature("on-the-day", json!({"unit": "0221011", "date": "2016-03-10"})),
            signature("early", json!({"unit": "1607053", "date": "2016-03-09"})),
            signature("once-more", json!({"unit": "160705", "date": "2016-03"})),
        ],
    );

    assert_eq!(broken(Rule::Par004, &dossier), found(&[("twice", "once-more")]));
    assert_eq!(broken(Rule::Par007, &dossier), found(&[("signed-before", "early")]));
}

#[test]
fn a_partnership_does_not_lie_in_itself() {
    let nested = |parent: &str, above: &[&str]| {
        let above = above.iter().map(|id| (*id).to_owned()).collect();
        broken(Rule::Par011, &dossier(json!({"parent_partnership": parent}), Vec::new()).below(above)).len()
    };

    assert_eq!(nested("b", &["b", "c"]), 0);
    assert_eq!(nested("b", &["b", PARTNERSHIP]), 1, "each lies in the other");
    assert_eq!(nested(PARTNERSHIP, &[]), 1, "it is its own parent");
}

#[test]
fn the_legal_form_fits_the_kinds_of_members() {
    let records = || {
        vec![
            member("town", json!({"unit": "3217011", "valid_from": "2020"})),
            member("county", json!({"unit": "3217", "valid_from": "2020"})),
            member("ngo", json!({"organisation": "ngo", "valid_from": "2020"})),
            record::<Organisation>("ngo", json!({"name": words("Fundacja"), "actor_kind": "ngo", "country": "pl"})),
        ]
    };
    let misfits = |form: Value| {
        let findings = check(&dossier(form, records()), day(TODAY));
        let of_rule = findings.into_iter().filter(|finding| finding.rule == Rule::Par010);
        of_rule.filter_map(|finding| finding.party.map(|party| party.id().to_owned())).collect::<Vec<_>>()
    };
    let cases: [(Value, &[&str]); 5] = [
        (json!({"legal_form": "agreement"}), &["3217", "ngo"]),
        (json!({"legal_form": "union"}), &["ngo"]),
        (json!({"legal_form": "association"}), &["ngo"]),
        (json!({"legal_form": "project_consortium"}), &[]),
        (json!({}), &[]),
    ];
    for (form, expected) in cases {
        assert_eq!(misfits(form.clone()), expected, "{form}");
    }
}

#[test]
fn a_county_covered_whole_takes_part_itself() {
    let all = ["3217011", "3217023", "3217033", "3217043", "3217052"];
    let row = |code: &&str| member(code, json!({"unit": code, "valid_from": "2020"}));
    let broken = |codes: &[&str]| {
        let register = BTreeMap::from([(unit("3217"), units(&all))]);
        let placed = dossier(json!({}), codes.iter().map(row).collect()).placed(Places::default(), register);
        broken(Rule::Str013, &placed).len()
    };

    assert_eq!(broken(&all), 1);
    assert_eq!(broken(&["3217011", "3217023", "3217033", "3217043", "3217052", "3217"]), 0);
    assert_eq!(broken(&["3217011", "3217023", "3217033", "3217043"]), 0);
}

fn variant(id: &str, values: Value) -> Record {
    let all = with(json!({"name": words(id), "state": "draft", "method": "list", "units": ["0221011"]}), values);
    record::<Variant>(id, all)
}

fn adopting() -> Record {
    record::<Resolution>("r", json!({"body": "b", "number": "1", "title": words("Uchwała"), "state": "adopted"}))
}

#[test]
fn one_variant_is_adopted_by_a_resolution() {
    let adopted = |id: &str, resolution: Option<&str>| variant(id, json!({"state": "adopted", "resolution": resolution}));
    let broken = |stage: &str, records| broken(Rule::Del002, &dossier(json!({"stage": stage}), records));

    assert_eq!(broken("strategy", vec![adopted("v", Some("r")), adopting()]), []);
    assert_eq!(broken("strategy", vec![adopted("v", None)]), found(&[("no-resolution", "v")]));
    assert_eq!(broken("strategy", vec![variant("v", json!({}))]), found(&[("none", PARTNERSHIP)]));
    assert_eq!(broken("delimitation", vec![variant("v", json!({}))]), []);
    assert_eq!(broken("strategy", Vec::new()), []);
    let two = vec![adopted("v", Some("r")), adopted("w", Some("r")), adopting()];
    assert_eq!(broken("strategy", two), found(&[("several", PARTNERSHIP)]));
}

#[test]
fn the_adopted_variant_holds_the_members_unless_its_note_says_why() {
    let members = || {
        vec![
            member("m1", json!({"unit": "0221011", "valid_from": "2012"})),
            member("m2", json!({"unit": "0221021", "valid_from": "2012"})),
            member("m3", json!({"unit": "0221", "valid_from": "2012"})),
        ]
    };
    let adopted = |values: Value| [members(), vec![variant("v", with(json!({"state": "adopted"}), values))]].concat();
    let broken = |values| broken(Rule::Del003, &dossier(json!({}), adopted(values)));

    assert_eq!(broken(json!({"units": ["0221011", "0221021"]})), []);
    assert_eq!(broken(json!({"units": ["0221011", "0221031"]})), found(&[("differs", "v")]));
    assert_eq!(broken(json!({"units": ["0221011"], "note": words("Jedna gmina dołączyła później.")})), []);
}

#[test]
fn a_variant_can_be_made_again_and_was_not_the_only_one() {
    let both = dossier(json!({}), vec![variant("v", json!({"method": "threshold"})), variant("w", json!({}))]);
    let alone = dossier(json!({}), vec![variant("v", json!({"state": "adopted"}))]);

    assert_eq!(broken(Rule::Del001, &both), found(&[("lacks", "v")]));
    assert_eq!(broken(Rule::Del004, &both), []);
    assert_eq!(broken(Rule::Del004, &alone), found(&[("one", "v")]));
}

fn finding(id: &str, further: Value) -> Record {
    let values = json!({"dimension": "social", "finding_kind": "problem", "statement": words("Ubywa mieszkańców")});
    record::<Found>(id, with(values, further))
}

#[test]
fn dia_001_a_finding_names_what_shows_it() {
    let records = vec![
        finding("bare", json!({})),
        finding("empty-note", json!({"evidence_note": {"original": "pl", "pl": {"text": " "}}})),
        finding("indicator", json!({"indicators": ["births_per_1000"]})),
        finding("survey", json!({"surveys": ["s"]})),
        finding("review", json!({"reviews": ["r"]})),
        finding("variant", json!({"variant": "v"})),
        finding("note", json!({"evidence_note": words("Wizja w terenie")})),
    ];

    let expected = found(&[("none", "bare"), ("none", "empty-note")]);
    assert_eq!(broken(Rule::Dia001, &dossier(json!({}), records)), expected);
}

#[test]
fn dia_002_and_003_challenges_and_swot_items_rest_on_findings_that_are_there() {
    let challenge =
        |id: &str, of: &[&str]| record::<Challenge>(id, json!({"statement": words("Zatrzymać młodych"), "findings": of}));
    let item = |id: &str, of: &[&str]| {
        record::<SwotItem>(id, json!({"quadrant": "weakness", "statement": words("Ubywa mieszkańców"), "findings": of}))
    };
    let records = vec![
        finding("f", json!({"variant": "v"})),
        challenge("rests", &["gone", "f"]),
        challenge("hangs", &["gone"]),
        item("rests-too", &["f"]),
        item("bare", &[]),
    ];
    let dossier = dossier(json!({}), records);

    assert_eq!(broken(Rule::Dia002, &dossier), found(&[("none", "hangs")]));
    assert_eq!(broken(Rule::Dia003, &dossier), found(&[("none", "bare")]));
}

#[test]
fn dia_005_declared_themes_have_findings_and_findings_lie_within_them() {
    let theme = |id: &str, parent: Option<&str>| {
        let mut theme = record::<Theme>(id, json!({"slug": id, "name": words(id), "parent_theme": parent}));
        theme.content.partnership = None;
        theme
    };
    let themes = || vec![theme("transport", None), theme("roads", Some("transport")), theme("care", None), theme("sport", None)];
    let declared = json!({"themes": ["transport", "care"]});
    let with_findings = |found: &[(&str, &[&str])]| {
        let findings = found.iter().map(|(id, themes)| finding(id, json!({"variant": "v", "themes": themes})));
        dossier(declared.clone(), themes().into_iter().chain(findings).collect())
    };

    let some = with_findings(&[("a", &["roads"]), ("b", &["sport"]), ("c", &["sport", "roads"]), ("d", &[])]);
    assert_eq!(broken(Rule::Dia005, &some), found(&[("no-finding", "care"), ("outside", "b")]));
    assert_eq!(broken(Rule::Dia005, &with_findings(&[("a", &[])])), [], "no finding names a theme");
    assert_eq!(broken(Rule::Dia005, &with_findings(&[("a", &["roads"]), ("b", &["care"])])), []);
}

#[test]
fn dia_004_a_closed_survey_has_answers_from_every_member_of_its_last_day() {
    let survey = |id: &str, further: Value| {
        let values = json!({"title": words("Ankieta"), "target_group": "residents", "survey_state": "closed"});
        record::<Survey>(id, with(values, further))
    };
    let records = vec![
        member("m1", json!({"unit": "0221011", "valid_from": "2020-01-01"})),
        member("m2", json!({"unit": "0265011", "valid_from": "2020-01-01"})),
        member("m3", json!({"unit": "0221021", "valid_from": "2026-01-01"})),
        survey("all", json!({"valid_to": "2025-05-31"})),
        survey("half", json!({"valid_to": "2025-05-31"})),
        survey("later", json!({"valid_to": "2026-05-31"})),
        survey("nobody", json!({})),
        survey("elsewhere", json!({"attachment": "a"})),
        survey("open", json!({"survey_state": "open"})),
    ];
    let answers = |units: &[&str]| units.iter().map(|unit| ((*unit).to_owned(), 7)).collect::<BTreeMap<_, _>>();
    let both = answers(&["0221011", "0265011"]);
    let by_survey = [("all", both.clone()), ("half", answers(&["", "0221011"])), ("later", both)];
    let answers = by_survey.map(|(survey, units)| (survey.to_owned(), units)).into_iter().collect();

    let dossier = dossier(json!({}), records).answered(answers);

    let expected = found(&[("silent", "half"), ("silent", "later"), ("none", "nobody")]);
    assert_eq!(broken(Rule::Dia004, &dossier), expected);
    let silent = check(&dossier, day(TODAY)).into_iter().find(|finding| finding.subject.1 == "half").expect("a finding");
    assert_eq!(silent.parties["members"], [Party::Unit(unit("0265011"))]);
}
