//! Opening: again and again, by several nodes, and never what a newer program has changed.

use std::path::PathBuf;
use std::time::Instant;

use miedza_planning::record::Kind;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{AuditVerdict, Error, Place, Question, Store};
use serde_json::json;

use crate::sample::{author, theme};

#[tokio::test]
async fn what_was_kept_is_there_when_it_is_opened_again() {
    for sample in Engines::all().await {
        sample.store.create(theme("water", "Woda"), &author()).await.expect("kept");
        sample.store.clone().close().await;

        let since = Instant::now();
        let again = Store::open(&sample.place).await.expect("opened again");

        assert_eq!(again.count(&Question::of(Kind::Themes)).await.expect("a count"), 1);
        assert!(since.elapsed().as_secs() < 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nodes_that_start_together_make_one_form() {
    for sample in Engines::all().await {
        let nodes: Vec<_> = (0..4)
            .map(|_| {
                let place = sample.place.clone();
                tokio::spawn(async move { Store::open(&place).await.map(drop) })
            })
            .collect();
        for node in nodes {
            node.await.expect("the task ends").expect("the node starts");
        }
    }
}

/// A row as a program of an earlier form wrote it.
fn row_of_before(table: &str, id: &str, (columns, values): (&str, &str)) -> String {
    let home = if table == "partnerships" { "NULL" } else { "'p'" };
    let then = "2026-11-29T00:00:00.000000Z";
    format!(
        "INSERT INTO {table} (id, partnership, visibility, origin, version, created_at, updated_at, {columns}) \
         VALUES ('{id}', {home}, 'public', 'stated', 3, '{then}', '{then}', {values})"
    )
}

#[tokio::test]
async fn what_an_earlier_program_kept_is_there_in_the_form_of_this_one() {
    let words = r#"'{"original":"pl","pl":{"text":"Tekst"}}'"#;
    let named = format!("'area', {words}, {words}, 'published', 'diagnosis'");
    let rows = [
        row_of_before("partnerships", "p", ("slug, short_name, formal_name, state, stage", &named)),
        row_of_before("diagnoses", "d", ("title, diagnosis_state, peer_rule", &format!("{words}, 'draft', 'nearest'"))),
        row_of_before("diagnoses", "e", ("title, diagnosis_state", &format!("{words}, 'draft'"))),
        row_of_before("stated_figures", "s", ("figure, \"value\", \"date\"", "'allocation_eur', 193600000.5, '2015-06-12'")),
    ];
    for sample in Engines::all().await {
        sample.go_back_to("202611291700_withdrawn_imports").await.expect("the form of before");
        for row in &rows {
            sample.behind_its_back(row).await.expect("a row of before");
        }

        let store = Store::open(&sample.place).await.expect("it is brought forward");

        let value = async |kind, id, field| {
            let record = store.record(kind, id).await.expect("the engine answers").expect("it is there");
            (record.version, record.value(field).cloned())
        };
        assert_eq!(value(Kind::Diagnoses, "d", "peer_rule").await, (3, Some(json!("nearest"))));
        assert_eq!(value(Kind::Diagnoses, "e", "peer_rule").await, (3, None));
        assert_eq!(value(Kind::StatedFigures, "s", "figure").await, (3, Some(json!("allocation_eur"))));
        assert_eq!(value(Kind::StatedFigures, "s", "value").await, (3, Some(json!(193_600_000.5))));
        assert_eq!(value(Kind::StatedFigures, "s", "currency").await, (3, None));
    }
}

#[tokio::test]
async fn what_a_newer_program_wrote_is_refused() {
    for sample in Engines::all().await {
        let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('299901010000_later', 0)";
        sample.behind_its_back(newer).await.expect("written");

        let refused = Store::open(&sample.place).await;

        assert!(matches!(&refused, Err(Error::NewerSchema { step }) if step == "299901010000_later"), "{refused:?}");
    }
}

#[tokio::test]
async fn an_address_of_no_engine_and_one_without_database_are_refused_without_their_password() {
    let sample = Engines::sqlite().await;
    let open = async |database: &str| {
        let place = Place { database: database.to_owned(), ..sample.place.clone() };
        Store::open(&place).await.map(drop).expect_err("refused")
    };

    let unknown = open("mysql://anna:secret@localhost/x").await;
    assert!(matches!(&unknown, Error::NoEngine { database } if database == "mysql://anna@localhost/x"), "{unknown:?}");
    let missing = open("postgres://anna:secret@127.0.0.1:1/x").await;
    assert!(matches!(missing, Error::Unreachable { .. }) && !missing.to_string().contains("secret"), "{missing}");
    let folder = open(&format!("sqlite://{}", sample.folder.path().display())).await;
    assert!(matches!(folder, Error::Unreachable { .. }), "{folder:?}");
}

/// What is done to the bytes of a file.
type Trick = fn(&mut Vec<u8>);

/// A store with some records that is closed, and its file.
async fn closed() -> (Sample, PathBuf) {
    let sample = Engines::sqlite().await;
    for turn in 0..200 {
        sample.store.create(theme(&format!("t{turn}"), &"Woda ".repeat(30)), &author()).await.expect("kept");
    }
    let file = PathBuf::from(sample.place.database.trim_start_matches("sqlite://"));
    sample.store.clone().close().await;
    (sample, file)
}

#[tokio::test]
async fn a_damaged_file_is_told_as_damaged() {
    let tricks: [(&str, Trick); 5] = [
        ("a letter", |bytes| *bytes = "Dzień dobry! ".repeat(1000).into_bytes()),
        ("its head overwritten", |bytes| bytes[..100].fill(0xA5)),
        ("cut in the middle", |bytes| bytes.truncate(bytes.len() / 2)),
        ("a few bytes left", |bytes| bytes.truncate(50)),
        ("random bytes behind the head", |bytes| bytes[100..].fill(0x5A)),
    ];
    for (name, trick) in tricks {
        let (sample, file) = closed().await;
        let mut bytes = std::fs::read(&file).expect("read");
        trick(&mut bytes);
        std::fs::write(&file, &bytes).expect("written");

        let refused = Store::open(&sample.place).await;

        assert!(matches!(refused, Err(Error::DamagedDatabase { .. })), "{name}: {refused:?}");
        assert_eq!(std::fs::read(&file).expect("read"), bytes, "{name}: nothing is written into it");
    }
}

#[tokio::test]
async fn damage_between_the_pages_is_found_by_the_check() {
    let (sample, file) = closed().await;
    let mut bytes = std::fs::read(&file).expect("read");
    let half = bytes.len() / 2;
    bytes[half..half + 40_000].fill(0x5A);
    std::fs::write(&file, &bytes).expect("written");

    let verdict = match Store::open(&sample.place).await {
        Ok(store) => store.verify(&|_| ()).await,
        Err(fault) => Err(fault),
    };

    match verdict {
        Err(Error::DamagedDatabase { .. }) => {}
        Ok(verdict) => assert!(!verdict.engine.is_empty(), "{verdict:?}"),
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_file_of_another_program_is_refused_before_anything_is_written() {
    let tricks = ["DROP TABLE audit_entries; PRAGMA application_id = 0", "PRAGMA application_id = 1196444487"];
    for trick in tricks {
        let sample = Engines::sqlite().await;
        let file = PathBuf::from(sample.place.database.trim_start_matches("sqlite://"));
        sample.behind_its_back(trick).await.expect("changed");
        sample.store.clone().close().await;
        let before = std::fs::read(&file).expect("read");

        let refused = Store::open(&sample.place).await;

        assert!(matches!(refused, Err(Error::OtherProgram { .. })), "{trick}: {refused:?}");
        assert!(std::fs::read(&file).expect("read") == before, "{trick}");
    }
}

#[tokio::test]
async fn a_store_from_before_the_number_is_opened_and_numbered() {
    let sample = Engines::sqlite().await;
    sample.behind_its_back("PRAGMA application_id = 0").await.expect("changed");
    sample.store.clone().close().await;

    let again = Store::open(&sample.place).await.expect("opened");

    again.close().await;
    let file = sample.place.database.trim_start_matches("sqlite://");
    assert_eq!(std::fs::read(file).expect("read").get(68..72), Some(&b"Mdza"[..]));
}

#[tokio::test]
async fn a_server_that_is_gone_is_told_within_seconds() {
    let since = Instant::now();
    let place = Place { database: "postgres://anna@127.0.0.1:1/x".to_owned(), ..Engines::sqlite().await.place };

    let refused = Store::open(&place).await;

    assert!(matches!(refused, Err(Error::Unreachable { .. })), "{refused:?}");
    assert!(since.elapsed().as_secs() < 4, "{:?}", since.elapsed());
}

#[tokio::test]
async fn a_full_disk_and_a_file_that_may_only_be_read_are_told_and_do_no_harm() {
    let sample = Engines::sqlite().await;
    let kept = sample.store.create(theme("water", "Woda"), &author()).await.expect("kept");
    let long = "Zażółć gęślą jaźń. ".repeat(20);

    sample.behind_its_back("PRAGMA max_page_count = 1").await.expect("as if the disk were full");
    let mut full = Ok(kept.clone());
    for turn in 0..200 {
        full = sample.store.create(theme(&format!("t{turn}"), &long), &author()).await;
        if full.is_err() {
            break;
        }
    }
    assert!(matches!(full, Err(Error::NoSpace)), "{full:?}");
    sample.behind_its_back("PRAGMA max_page_count = 100000; PRAGMA query_only = ON").await.expect("room, but no right");
    let refused = sample.store.create(theme("air", "Powietrze"), &author()).await;
    assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
    sample.behind_its_back("PRAGMA query_only = OFF").await.expect("a right again");

    sample.store.create(theme("air", "Powietrze"), &author()).await.expect("kept as before");
    assert_eq!(sample.store.record(Kind::Themes, &kept.id).await.expect("an answer"), Some(kept));
    assert!(matches!(sample.store.verify_audit().await, Ok(AuditVerdict::Whole { .. })));
}
