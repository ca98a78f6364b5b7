//! Records held against registers and each other, as forms and sheets bring them.

use miedza_planning::record::{Draft, FaultKind, Kind, Origin, Record, Visibility};
use miedza_store::samples::Engines;
use miedza_store::{Author, Question, Store};
use miedza_territory::{Country, Level, RegisterEdition, RegisterUnit, UnitCode};
use miedza_texts::Language;
use serde_json::{Value, json};

use super::*;

const AUTHOR: Author = Author::Program("test");

fn draft(kind: Kind, partnership: Option<&str>, values: Value) -> Draft {
    let Value::Object(values) = values else { panic!("an object: {values}") };
    let partnership = partnership.map(ToOwned::to_owned);
    Draft { kind, partnership, visibility: Visibility::Public, origin: Origin::Own, source: None, values }
}

fn words(text: &str) -> Value {
    json!({"original": "pl", "pl": {"text": text}})
}

async fn partnership(store: &Store, slug: &str) -> Record {
    let values =
        json!({"slug": slug, "short_name": words(slug), "formal_name": words(slug), "state": "draft", "stage": "initiation"});
    store.create(draft(Kind::Partnerships, None, values), &AUTHOR).await.expect("kept")
}

/// The county of Nysa in small, as two editions of the register show it: Otmuchów became urban-rural between them.
async fn nysa(store: &Store) {
    let editions: [(&str, &[(&str, &str)]); 2] = [
        ("2010-01-01", &[("1607062", "Otmuchów"), ("1607053", "Nysa"), ("1607054", "Nysa - miasto")]),
        ("2020-01-01", &[("1607063", "Otmuchów"), ("1607053", "Nysa"), ("1607054", "Nysa - miasto"), ("1607073", "Paczków")]),
    ];
    for (day, units) in editions {
        let mut edition = RegisterEdition::new(Country::Poland, day.parse().expect("a day"));
        let code = |text: &str| UnitCode::parse(text).expect("a code");
        let county = RegisterUnit {
            country: Country::Poland,
            code: code("1607"),
            level: Level::County,
            kind: None,
            name: "nyski".to_owned(),
            parent: None,
            is_county_seat: None,
        };
        for (text, name) in units {
            let code = code(text);
            let is_part = code.kind().is_some_and(miedza_territory::Kind::is_part);
            edition.insert(RegisterUnit {
                level: if is_part { Level::Part } else { Level::Municipality },
                kind: code.kind(),
                parent: Some(county.code.clone()),
                name: (*name).to_owned(),
                code,
                ..county.clone()
            });
        }
        edition.insert(county);
        store.save_edition(&edition, "test", &AUTHOR).await.expect("an edition");
    }
}

async fn member(store: &Store, partnership: &Record, values: Value) -> Result<Record, NotSaved> {
    let draft = draft(Kind::Memberships, Some(&partnership.id), values);
    save(store, Saving { before: None, draft }, &AUTHOR).await
}

/// The only fault of what was not saved.
fn fault(outcome: Result<Record, NotSaved>) -> (String, FaultKind) {
    match outcome {
        Err(NotSaved::Faults(mut faults)) if faults.len() == 1 => {
            let fault = faults.remove(0);
            (fault.field, fault.kind)
        }
        other => panic!("one fault: {other:?}"),
    }
}

#[tokio::test]
async fn a_code_becomes_that_of_the_unit_that_registers_know() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    nysa(store).await;
    let partnership = partnership(store, "nyskie").await;

    for (typed, kept) in
        [("1607053", "1607053"), ("160705", "1607053"), ("1607052", "1607053"), (" 1607 ", "1607"), ("160706", "1607063")]
    {
        let saved = member(store, &partnership, json!({"unit": typed, "role": "member"})).await.expect("kept");
        assert_eq!(saved.text("unit"), Some(kept), "{typed}");
    }
    let gone = member(store, &partnership, json!({"unit": "1607062", "role": "member", "valid_to": "2015"})).await;
    assert_eq!(gone.expect("kept").text("unit"), Some("1607062"), "an older edition has it");
}

#[tokio::test]
async fn what_no_register_knows_is_refused_with_the_way_out() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    nysa(store).await;
    let partnership = partnership(store, "nyskie").await;
    let refused = async |unit: &str| fault(member(store, &partnership, json!({"unit": unit, "role": "member"})).await).1;

    let near = |kind: FaultKind| match kind {
        FaultKind::UnknownUnit { near, .. } => near.into_iter().map(|(code, _)| code).collect::<Vec<_>>(),
        other => panic!("an unknown unit: {other:?}"),
    };
    assert_eq!(near(refused("1607083").await), ["1607053", "1607063", "1607073"]);
    assert_eq!(near(refused("1607999").await).len(), 3);
    assert_eq!(near(refused("Nysa").await), ["1607053"]);
    assert_eq!(near(refused("Kłodzko").await), [""; 0]);
    let part = FaultKind::PartOfUnit { typed: "1607054".to_owned(), whole: "1607053".to_owned(), name: "Nysa".to_owned() };
    assert_eq!(refused("1607054").await, part);
    let linked = json!({"unit": "1607053", "role": "member", "linked_to": ["1607063", "1607099"]});
    assert_eq!(fault(member(store, &partnership, linked).await).0, "linked_to");
    let itself = json!({"unit": "160705", "role": "member", "linked_to": ["1607053"]});
    assert_eq!(fault(member(store, &partnership, itself).await), ("linked_to".to_owned(), FaultKind::LinkedToItself));
    assert!(store.records(&Question::of(Kind::Memberships)).await.expect("records").is_empty());
}

#[tokio::test]
async fn a_code_of_a_country_without_a_register_is_kept_and_that_is_known() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    nysa(store).await;
    let partnership = partnership(store, "nyskie").await;

    let olomouc = member(store, &partnership, json!({"unit": "500496", "role": "member"})).await.expect("kept");
    let asked = async |record: &Record| Checked::of(store, [(&record.content, None)]).await.expect("an answer").leaves_open();

    assert!(asked(&olomouc).await);
    let nysa = member(store, &partnership, json!({"unit": "1607053", "role": "member"})).await.expect("kept");
    assert!(!asked(&nysa).await);
}

#[tokio::test]
async fn a_sheet_says_the_codes_that_no_register_knows_and_memberships_that_are_there_twice() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    nysa(store).await;
    let partnership = partnership(store, "nyskie").await;
    member(store, &partnership, json!({"unit": "1607073", "role": "member", "valid_from": "2012"})).await.expect("kept");
    let rows = [
        "id,unit,role,valid_from,valid_to,known_on",
        ",160705,member,2012,,",
        ",1607999,member,2012,,",
        ",1607053,member,2014,,",
        ",1607073,member,2020,,",
        ",1607063,member,2012,2015,",
        ",1607063,member,2017,,",
    ];

    let question = Question::of(Kind::Memberships).in_partnership(&*partnership.id);
    let file = ("memberships.csv", rows.join("\r\n").into_bytes());
    let read = read_sheet(store, &question, file, Language::En).await.expect("a sheet");

    assert!(!read.is_clean());
    let told: Vec<(u64, Option<&FaultKind>)> =
        read.changes.iter().map(|change| (change.row, change.faults.first().map(|fault| &fault.kind))).collect();
    assert_eq!(told[0], (2, None));
    assert!(matches!(told[1], (3, Some(FaultKind::UnknownUnit { .. }))), "{told:?}");
    assert_eq!(told[2], (4, Some(&FaultKind::ThereAlready { row: Some(2) })));
    assert_eq!(told[3], (5, Some(&FaultKind::ThereAlready { row: None })));
    assert_eq!((told[4], told[5]), ((6, None), (7, None)));
    assert_eq!(read.changes[0].draft.values.get("unit"), Some(&json!("1607053")));
}

#[tokio::test]
async fn a_published_list_of_flags_is_read_in_as_it_is_and_twice_is_once() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    nysa(store).await;
    let list = "teryt;flag;list_name;list_date;source\n1607053;marginalisation_risk;KSRR 2030;2019-09-17;MFiPR\n\
                160706;marginalisation_risk;KSRR 2030;2019-09-17;MFiPR\n";
    let read = async |text: &str| {
        let file = ("list.csv", text.as_bytes().to_vec());
        read_sheet(store, &Question::of(Kind::UnitFlags), file, Language::En).await.expect("a list")
    };

    let first = read(&format!("{list}1607063;marginalisation_risk;KSRR 2030;2019-09-17;MFiPR\n")).await;
    assert_eq!((first.changes.len(), first.unchanged), (2, 1), "the last row says what the second does");
    assert!(first.is_clean() && first.unknown_columns.is_empty(), "{first:?}");
    let kept = save_sheet(store, first, &AUTHOR).await.expect("kept");
    let again = read(list).await;
    let newer = read(&list.replace("160706;", "1607073;")).await;
    let other = read(&list.replace("marginalisation_risk", "at_risk")).await;

    assert_eq!(kept.len(), 2);
    assert_eq!((kept[0].content.visibility, kept[0].content.origin), (Visibility::Public, Origin::External));
    assert_eq!(kept[0].content.source.as_deref(), Some("MFiPR"));
    assert_eq!((again.changes.len(), again.unchanged), (0, 2), "{:?}", again.changes);
    assert_eq!((newer.changes.len(), newer.unchanged), (1, 1));
    assert_eq!(other.changes[0].faults[0].kind, FaultKind::NoChoice);
}

#[tokio::test]
async fn a_partnership_is_not_put_into_itself() {
    let sample = Engines::sqlite().await;
    let store = &sample.store;
    let (a, b, c) = (partnership(store, "a").await, partnership(store, "b").await, partnership(store, "c").await);
    let into = async |one: &Record, other: &Record| {
        let now = store.record(Kind::Partnerships, &one.id).await.expect("an answer").expect("kept");
        let mut draft = now.content.clone();
        draft.values.insert("parent_partnership".to_owned(), json!(other.id));
        save(store, Saving { before: Some((now.clone(), now.version)), draft }, &AUTHOR).await
    };
    let circle = ("parent_partnership".to_owned(), FaultKind::InItself);

    assert_eq!(fault(into(&a, &a).await), circle);
    into(&a, &b).await.expect("a lies in b");
    assert_eq!(fault(into(&b, &a).await), circle);
    into(&b, &c).await.expect("b lies in c");
    assert_eq!(fault(into(&c, &a).await), circle);
}
