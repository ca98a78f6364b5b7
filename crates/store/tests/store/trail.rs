//! The trail: every change has its line, and no line can be changed or removed unseen.

use miedza_planning::record::Kind;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{AuditQuestion, AuditVerdict, Author, Change, Engine, Error, Store};

use crate::sample::{author, theme};

async fn entries(store: &Store) -> i64 {
    match store.verify_audit().await.expect("an answer") {
        AuditVerdict::Whole { entries, .. } => entries,
        AuditVerdict::Broken { seq } => panic!("broken at {seq}"),
    }
}

/// Takes away what guards the trail.
async fn unguard(sample: &Sample) {
    let triggers: &[&str] = match sample.store.engine() {
        Engine::Sqlite => &["DROP TRIGGER audit_entries_are_not_changed", "DROP TRIGGER audit_entries_are_not_removed"],
        Engine::Postgres => &["DROP TRIGGER audit_entries_are_not_changed ON audit_entries"],
    };
    for trigger in triggers {
        sample.behind_its_back(trigger).await.expect("the trigger goes");
    }
}

async fn ten_changes(store: &Store) {
    let mut record = store.create(theme("water", "Woda"), &author()).await.expect("kept");
    for turn in 2..=10 {
        let draft = theme("water", &format!("Woda {turn}"));
        let change = Change { kind: Kind::Themes, id: record.id.clone(), seen_version: record.version, draft };
        record = store.update(change, &author()).await.expect("changed");
    }
}

#[tokio::test]
async fn a_changed_or_removed_line_is_found() {
    let tricks = [
        ("UPDATE audit_entries SET author = 'account:other' WHERE seq = 4", 4),
        ("UPDATE audit_entries SET after_change = replace(after_change, 'Woda', 'Wody') WHERE seq = 7", 7),
        ("UPDATE audit_entries SET previous_hash = hash WHERE seq = 2", 2),
        ("DELETE FROM audit_entries WHERE seq = 5", 5),
        ("DELETE FROM audit_entries WHERE seq > 8", 9),
        ("UPDATE audit_entries SET seq = 11 WHERE seq = 1", 1),
    ];
    for (trick, expected) in tricks {
        for sample in Engines::all().await {
            ten_changes(&sample.store).await;
            assert_eq!(entries(&sample.store).await, 10);

            unguard(&sample).await;
            sample.behind_its_back(trick).await.expect("the trick works");

            let verdict = sample.store.verify_audit().await.expect("an answer");
            assert_eq!(verdict, AuditVerdict::Broken { seq: expected }, "{trick} on {:?}", sample.store.engine());
        }
    }
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_trail() {
    for sample in Engines::all().await {
        ten_changes(&sample.store).await;
        for trick in ["UPDATE audit_entries SET at = '' WHERE seq = 1", "DELETE FROM audit_entries"] {
            let refused = sample.behind_its_back(trick).await;

            assert!(refused.is_err_and(|fault| format!("{fault:?}").contains("the trail only grows")), "{trick}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_hundred_changes_at_once_one_wins_and_each_has_its_line() {
    for Sample { store, .. } in Engines::all().await {
        let first = store.create(theme("water", "Woda"), &author()).await.expect("kept");
        let mut version = first.version;
        for round in 0..4 {
            let tasks: Vec<_> = (0..25)
                .map(|turn| {
                    let (store, id) = (store.clone(), first.id.clone());
                    let draft = theme("water", &format!("Woda {round} {turn}"));
                    let change = Change { kind: Kind::Themes, id, seen_version: version, draft };
                    tokio::spawn(async move { store.update(change, &author()).await })
                })
                .collect();
            let mut won = 0;
            for task in tasks {
                match task.await.expect("the task ends") {
                    Ok(record) => {
                        won += 1;
                        version = record.version;
                    }
                    Err(Error::Stale { .. }) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            assert_eq!(won, 1);
        }

        assert_eq!(version, 5);
        assert_eq!(store.history(Kind::Themes, &first.id).await.expect("a history").len(), 5);
        assert_eq!(entries(&store).await, 5);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_of_two_nodes_at_once_make_one_chain() {
    for sample in Engines::all().await {
        let other = Store::open(&sample.place).await.expect("a second node");
        let tasks: Vec<_> = (0..40)
            .map(|turn| {
                let store = if turn % 2 == 0 { sample.store.clone() } else { other.clone() };
                tokio::spawn(async move { store.create(theme(&format!("t{turn}"), "Temat"), &author()).await })
            })
            .collect();
        for task in tasks {
            task.await.expect("the task ends").expect("kept");
        }

        assert_eq!(entries(&other).await, 40);
        assert_eq!(sample.store.revision().await.expect("a revision"), 40);
        let seen = other.by_slug(Kind::Themes, "t0").await.expect("an answer");
        assert!(seen.is_some());
    }
}

#[tokio::test]
async fn lines_are_asked_for_by_author_and_kind_in_pages() {
    for Sample { store, .. } in Engines::all().await {
        ten_changes(&store).await;
        store.create(theme("air", "Powietrze"), &Author::Program("demo")).await.expect("kept");

        let by_program = AuditQuestion { author: Some("program:demo".to_owned()), ..AuditQuestion::default() };
        let page = AuditQuestion { kind: Some("themes".to_owned()), before_seq: Some(11), limit: 3, ..AuditQuestion::default() };

        assert_eq!(store.audit(&by_program).await.expect("lines").len(), 1);
        let seqs: Vec<i64> = store.audit(&page).await.expect("lines").iter().map(|entry| entry.seq).collect();
        assert_eq!(seqs, [10, 9, 8]);
    }
}
