//! Opening: again and again, by several nodes, and never what a newer program has changed.

use std::time::Instant;

use miedza_planning::record::Kind;
use miedza_store::samples::Engines;
use miedza_store::{AuditVerdict, Error, Place, Question, Store};

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

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let sample = Engines::sqlite().await;
    let file = sample.folder.path().join("letter.db");
    std::fs::write(&file, "Dzień dobry! ".repeat(1000)).expect("written");
    let place = Place { database: format!("sqlite://{}", file.display()), ..sample.place };

    let refused = Store::open(&place).await;

    assert!(matches!(refused, Err(Error::Unreachable { .. } | Error::Database(_))), "{refused:?}");
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
