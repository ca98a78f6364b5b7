//! What must hold for the texts of the demonstration.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::Dossier;
use miedza_planning::partnership::check::{Rule, check};
use miedza_planning::record::{Draft, Kind, Origin, Record, Shape};
use miedza_planning::values::{Day, Tongue, Translated};

use super::content::{self, Item, read_files};
use super::embedded::File;
use super::error::ContentError;

fn items() -> Vec<Item> {
    content::read().unwrap_or_else(|error| panic!("{error}: {:?}", std::error::Error::source(&error).map(ToString::to_string)))
}

fn text<'a>(draft: &'a Draft, field: &str) -> Option<&'a str> {
    draft.values.get(field).and_then(serde_json::Value::as_str)
}

fn id_of(items: &[Item], slug: &str) -> String {
    let found = items.iter().find(|item| item.draft.kind == Kind::Partnerships && text(&item.draft, "slug") == Some(slug));
    found.unwrap_or_else(|| panic!("no partnership {slug}")).id.clone()
}

fn of_kind<'a>(items: &'a [Item], kind: Kind, slug: &str) -> Vec<&'a Draft> {
    let id = id_of(items, slug);
    items.iter().map(|item| &item.draft).filter(|draft| draft.kind == kind && draft.partnership.as_ref() == Some(&id)).collect()
}

fn record(item: &Item) -> Record {
    let (created_at, updated_at) = (String::new(), String::new());
    let (id, content) = (item.id.clone(), item.draft.clone());
    Record { id, content, version: 1, created_at, updated_at, updated_by: None, deleted_at: None }
}

/// What the rules read from the texts about a partnership.
fn dossier(items: &[Item], slug: &str) -> Dossier {
    let records: Vec<Record> = items.iter().map(record).collect();
    Dossier::read(&records, &id_of(items, slug)).expect("every record is read").expect("the partnership is there")
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

#[test]
fn every_record_is_checked_and_has_its_own_id() {
    let items = items();

    let ids: BTreeSet<&str> = items.iter().map(|item| item.id.as_str()).collect();

    assert_eq!(ids.len(), items.len());
    assert!(items.iter().all(|item| item.draft.source.as_ref().is_some_and(|source| !source.is_empty())));
    assert!(items.iter().all(|item| item.draft.origin != Origin::Own));
}

#[test]
fn every_link_leads_to_a_record_of_its_kind_that_the_partnership_may_name() {
    let items = items();
    let by_id: BTreeMap<&str, &Draft> = items.iter().map(|item| (item.id.as_str(), &item.draft)).collect();

    for item in &items {
        for field in item.draft.kind.fields() {
            let (Some(target), Some(value)) = (field.shape.target(), item.draft.values.get(field.name)) else { continue };
            let ids = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            for id in ids {
                let found = by_id.get(id.as_str().expect("an id")).expect("a record");
                assert_eq!(found.kind, target);
                assert!(found.partnership.is_none() || found.partnership == item.draft.partnership, "{item:?}");
            }
        }
    }
}

#[test]
fn the_members_on_a_day_are_those_that_the_sources_tell() {
    let items = items();
    let cases = [
        ("aglomeracja-walbrzyska", "2012-04-30", 1, 21),
        ("aglomeracja-walbrzyska", "2015-12-21", 1, 21),
        ("aglomeracja-walbrzyska", "2015-12-22", 22, 0),
        ("aglomeracja-walbrzyska", "2020-10-18", 22, 0),
        ("aglomeracja-walbrzyska", "2020-10-19", 28, 0),
        ("powiat-walecki", "2022-03-31", 6, 0),
        ("aglomeracja-beskidzka", "2020-11-30", 6, 0),
        ("aglomeracja-kalisko-ostrowska", "2013-12-18", 23, 0),
        ("opole-olomouc", "2016-09-30", 2, 1),
        ("opole-olomouc", "2020-02-29", 3, 0),
    ];
    for (slug, on, certain, possible) in cases {
        let members = dossier(&items, slug).members_on(day(on));

        assert_eq!((members.certain.len(), members.possible.len()), (certain, possible), "{slug} on {on}");
    }
}

#[test]
fn what_the_sources_leave_open_is_found_by_the_rules_and_nothing_else_is() {
    let items = items();
    let cases = [
        ("aglomeracja-walbrzyska", &[(Rule::Par001, "names-not-given", 1), (Rule::Del002, "none", 1)][..]),
        ("powiat-walecki", &[(Rule::Dia005, "no-finding", 1)]),
        ("aglomeracja-beskidzka", &[(Rule::Par006, "no-evidence", 4), (Rule::Par006, "no-unit", 4)]),
        (
            "aglomeracja-kalisko-ostrowska",
            &[(Rule::Par001, "names-not-given", 1), (Rule::Del001, "lacks", 3), (Rule::Dia005, "no-finding", 4)],
        ),
        ("opole-olomouc", &[(Rule::Par003, "none", 1)]),
    ];
    for (slug, expected) in cases {
        let mut found: BTreeMap<(Rule, &str), usize> = BTreeMap::new();
        // By which document each of them joined is said nowhere.
        let findings = check(&dossier(&items, slug), day("2026-11-22")).into_iter().filter(|finding| finding.case != "no-basis");
        findings.for_each(|finding| *found.entry((finding.rule, finding.case)).or_default() += 1);

        let expected = expected.iter().map(|(rule, case, count)| ((*rule, *case), *count)).collect();
        assert_eq!(found, expected, "{slug}");
    }
}

#[test]
fn signatories_that_the_text_does_not_name_are_not_made_up() {
    let items = items();

    let declaration = of_kind(&items, Kind::Documents, "aglomeracja-walbrzyska").into_iter();
    let stated: Vec<_> = declaration
        .filter(|draft| text(draft, "document_kind") == Some("declaration"))
        .map(|draft| draft.values.get("stated_member_count").cloned())
        .collect();

    assert_eq!(stated, [Some(14.into())]);
    assert!(of_kind(&items, Kind::Signatures, "aglomeracja-walbrzyska").is_empty());
}

#[test]
fn texts_have_three_languages() {
    for item in items() {
        for (field, value) in &item.draft.values {
            let Ok(words) = serde_json::from_value::<Translated>(value.clone()) else { continue };
            for tongue in Tongue::ALL {
                assert!(words.text(tongue).is_some(), "{} {field} has no {}: {words:?}", item.draft.kind, tongue.code());
            }
        }
    }
}

/// All texts inside a value.
fn strings(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::String(text) => vec![text],
        serde_json::Value::Array(list) => list.iter().flat_map(strings).collect(),
        serde_json::Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

fn looks_like_a_telephone_number(text: &str) -> bool {
    let runs = text.split(|sign: char| !(sign.is_ascii_digit() || " -+()".contains(sign)));
    runs.map(|run| run.bytes().filter(u8::is_ascii_digit).count()).any(|digits| (9..=14).contains(&digits))
}

#[test]
fn no_text_holds_an_address_of_mail_or_a_telephone_number() {
    assert!(looks_like_a_telephone_number("tel. +48 600 100 200") && !looks_like_a_telephone_number("2013-09-01"));
    for item in items() {
        let shape = |name: &str| item.draft.kind.field(name).expect("a field").shape;
        let is_written = |name: &str| name != "sha256" && shape(name).target().is_none() && shape(name) != Shape::Data;
        for (field, value) in item.draft.values.iter().filter(|(field, _)| is_written(field)) {
            for text in strings(value) {
                assert!(!text.contains('@') && !looks_like_a_telephone_number(text), "{field}: {text}");
            }
        }
    }
}

#[test]
fn what_is_invented_says_so_where_it_is_shown() {
    for item in items().iter().filter(|item| item.draft.origin == Origin::Invented) {
        let named = ["name", "title"].into_iter().find_map(|field| item.draft.values.get(field));
        if let (Some(named), false) = (named, item.draft.kind == Kind::AgendaItems) {
            let words: Translated = serde_json::from_value(named.clone()).expect("a text");
            assert!(words.text(Tongue::Pl).is_some_and(|text| text.contains("(przykład)")), "{words:?}");
        }
    }
}

#[test]
fn a_fault_names_its_file_and_its_record() {
    let file = |text| File { path: "themes.toml", partnership: None, text };
    let head = "[sources]\ntext = { origin = \"stated\", name = \"A text\" }\n";
    let record =
        |fields: &str| -> &'static str { format!("{head}[[themes]]\nkey = \"tourism\"\nsource = \"text\"\n{fields}\n").leak() };
    let cases = [
        (record("slug = \"tourism\""), "Missing"),
        (record("slug = \"tourism\"\nname = \"Tourism\""), "name has another form"),
        (record("slug = \"tourism\"\nparent_theme = \"travel\""), "names travel"),
        (record("like = \"others\""), "no pattern others"),
        (record("colour = \"red\""), "colour has another form"),
    ];
    for (text, expected) in cases {
        let fault = read_files(&[file(text)]).expect_err("a fault").to_string();

        assert!(fault.starts_with("demo/themes.toml, themes tourism") && fault.contains(expected), "{fault}");
    }
    assert!(matches!(read_files(&[file("[[flags]]")]), Err(ContentError::UnknownKind { .. })));
}
