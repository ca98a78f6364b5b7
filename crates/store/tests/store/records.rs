//! Records of every kind are kept, changed, deleted, brought back, and found.

use std::collections::BTreeMap;

use miedza_planning::record::{Kind, Record};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Action, Change, Error, Question, Store, Write};
use serde_json::json;

use crate::sample::{author, draft, full, partnership, theme};

fn change(record: &Record, draft: miedza_planning::record::Draft) -> Change {
    Change { kind: record.kind(), id: record.id.clone(), seen_version: record.version, draft }
}

/// One full record of each kind.
async fn one_of_each(store: &Store) -> BTreeMap<Kind, Record> {
    let (mut ids, mut records) = (BTreeMap::new(), BTreeMap::new());
    for kind in Kind::ALL {
        let record = store.create(full(kind, &ids), &author()).await.expect("a full record is kept");
        ids.insert(kind, record.id.clone());
        records.insert(kind, record);
    }
    records
}

#[tokio::test]
async fn every_kind_is_read_back_as_it_was_written() {
    for sample in Engines::all().await {
        for (kind, written) in one_of_each(&sample.store).await {
            let read = sample.store.record(kind, &written.id).await.expect("the store answers");

            assert_eq!(read.as_ref(), Some(&written), "{kind} on {:?}", sample.store.engine());
            assert_eq!(sample.store.records(&Question::of(kind)).await.expect("the store answers"), [written]);
        }
    }
}

#[tokio::test]
async fn a_stale_change_is_refused_with_the_record_as_it_is_now() {
    for Sample { store, .. } in Engines::all().await {
        let first = store.create(theme("water", "Woda"), &author()).await.expect("kept");
        let second = store.update(change(&first, theme("water", "Wody")), &author()).await.expect("changed");

        let refused = store.update(change(&first, theme("water", "Wodociągi")), &author()).await;

        assert!(matches!(refused, Err(Error::Stale { current }) if *current == second));
        assert_eq!((first.version, second.version), (1, 2));
    }
}

#[tokio::test]
async fn the_same_content_again_changes_nothing() {
    for Sample { store, .. } in Engines::all().await {
        let first = store.create(theme("water", "Woda"), &author()).await.expect("kept");
        let revision = store.revision().await.expect("a revision");

        let again = store.update(change(&first, theme("water", "Woda")), &author()).await.expect("kept");

        assert_eq!(again, first);
        assert_eq!(store.revision().await.expect("a revision"), revision);
    }
}

#[tokio::test]
async fn what_was_deleted_is_gone_until_it_is_brought_back() {
    for Sample { store, .. } in Engines::all().await {
        let record = store.create(theme("water", "Woda"), &author()).await.expect("kept");

        store.delete(Kind::Themes, &record.id, 1, &author()).await.expect("deleted");

        assert_eq!(store.record(Kind::Themes, &record.id).await.expect("an answer"), None);
        assert_eq!(store.by_slug(Kind::Themes, "water").await.expect("an answer"), None);
        assert_eq!(store.count(&Question::of(Kind::Themes).deleted()).await.expect("a count"), 1);
        let refused = store.update(change(&record, theme("water", "Wody")), &author()).await;
        assert!(matches!(refused, Err(Error::Deleted { .. })));

        let back = store.undelete(Kind::Themes, &record.id, &author()).await.expect("brought back");

        assert_eq!((back.version, &back.content), (3, &record.content));
        assert_eq!(store.record(Kind::Themes, &record.id).await.expect("an answer"), Some(back));
        let actions: Vec<_> =
            store.history(Kind::Themes, &record.id).await.expect("a history").iter().map(|entry| entry.action).collect();
        assert_eq!(actions, [Action::Undeleted, Action::Deleted, Action::Created]);
    }
}

#[tokio::test]
async fn every_kind_can_be_deleted_and_brought_back() {
    for Sample { store, .. } in Engines::all().await {
        let records = one_of_each(&store).await;
        let all = |write: fn(&Record) -> Write| records.values().map(write).collect::<Vec<_>>();
        let delete = |record: &Record| Write::Delete { kind: record.kind(), id: record.id.clone(), seen_version: 1 };
        let undelete = |record: &Record| Write::Undelete { kind: record.kind(), id: record.id.clone() };

        store.save_all(all(delete), &author()).await.expect("all deleted at once");
        assert_eq!(store.count(&Question::of(Kind::Memberships)).await.expect("a count"), 0);
        store.save_all(all(undelete), &author()).await.expect("all brought back");

        for (kind, record) in &records {
            let back = store.record(*kind, &record.id).await.expect("an answer").expect("a record");
            assert_eq!(back.content, record.content, "{kind}");
        }
    }
}

#[tokio::test]
async fn what_others_point_to_is_not_deleted() {
    for Sample { store, .. } in Engines::all().await {
        let records = one_of_each(&store).await;
        for kind in [Kind::Partnerships, Kind::Organisations, Kind::Themes, Kind::Attachments, Kind::Meetings] {
            let refused = store.delete(kind, &records[&kind].id, 1, &author()).await;

            assert!(matches!(&refused, Err(Error::InUse { by, .. }) if !by.is_empty()), "{kind}: {refused:?}");
        }
    }
}

#[tokio::test]
async fn a_record_cannot_point_to_what_is_not_there() {
    for Sample { store, .. } in Engines::all().await {
        let missing = draft(Kind::StatedFigures, Some("nowhere"), json!({"figure": "members", "value": 22}));
        let refused = store.create(missing, &author()).await;
        assert!(matches!(refused, Err(Error::NoTarget { field: "partnership", .. })), "{refused:?}");

        let mut values = partnership("p").values;
        values.insert("themes".to_owned(), json!(["no-theme"]));
        let refused = store.create(draft(Kind::Partnerships, None, values.into()), &author()).await;
        assert!(matches!(refused, Err(Error::NoTarget { field: "themes", .. })), "{refused:?}");
        assert_eq!(store.revision().await.expect("a revision"), 0);
    }
}

#[tokio::test]
async fn an_old_address_leads_to_the_record_until_another_one_takes_it() {
    for Sample { store, .. } in Engines::all().await {
        let first = store.create(theme("water", "Woda"), &author()).await.expect("kept");
        let moved = store.update(change(&first, theme("waters", "Woda")), &author()).await.expect("changed");
        assert_eq!(store.by_slug(Kind::Themes, "water").await.expect("an answer"), Some(moved.clone()));

        let other = store.create(theme("water", "Inna woda"), &author()).await.expect("kept");

        assert_eq!(store.by_slug(Kind::Themes, "water").await.expect("an answer"), Some(other));
        let refused = store.create(theme("waters", "Trzecia"), &author()).await;
        assert!(matches!(refused, Err(Error::SlugTaken { .. })));
    }
}

#[tokio::test]
async fn an_older_version_is_found_in_the_trail() {
    for Sample { store, .. } in Engines::all().await {
        let first = store.create(theme("water", "Woda"), &author()).await.expect("kept");
        store.update(change(&first, theme("water", "Wody")), &author()).await.expect("changed");

        let old = store.version(Kind::Themes, &first.id, 1).await.expect("an answer");

        assert_eq!(old, Some(first.content));
        assert_eq!(store.version(Kind::Themes, &first.id, 9).await.expect("an answer"), None);
    }
}

#[tokio::test]
async fn records_are_asked_for_by_their_fields() {
    for Sample { store, .. } in Engines::all().await {
        let records = one_of_each(&store).await;
        let home = records[&Kind::Partnerships].id.clone();
        let in_home = |kind| Question::of(kind).in_partnership(home.clone());
        let found = [
            in_home(Kind::Memberships).with("unit", "0265011"),
            in_home(Kind::Memberships).with("linked_to", "E06000001"),
            in_home(Kind::Memberships).with("vote_weight", "0").with("visibility", "partners"),
            in_home(Kind::Documents).with("doubtful", "true"),
            in_home(Kind::Seats).with("body", records[&Kind::Bodies].id.clone()),
            Question::of(Kind::Partnerships).with("themes", records[&Kind::Themes].id.clone()),
            Question::of(Kind::Themes).with_ids([records[&Kind::Themes].id.clone(), "other".to_owned()]),
        ];
        for question in found {
            assert_eq!(store.count(&question).await.expect("a count"), 1, "{question:?}");
        }
        let not_found = [
            in_home(Kind::Memberships).with("linked_to", "e06000001"),
            in_home(Kind::Memberships).with("linked_to", "026501"),
            in_home(Kind::Documents).with("doubtful", "false"),
            Question::of(Kind::Memberships).in_partnership("other"),
            Question::of(Kind::Themes).with_ids(Vec::<String>::new()),
        ];
        for question in not_found {
            assert_eq!(store.records(&question).await.expect("an answer"), [], "{question:?}");
        }
        for (field, value) in [("vote_weight", "many"), ("note", "x"), ("no_field", "x")] {
            let refused = store.records(&in_home(Kind::Memberships).with(field, value)).await;
            assert!(matches!(refused, Err(Error::NoQuestion { .. })), "{field}");
        }
    }
}

#[tokio::test]
async fn one_bad_change_of_many_leaves_nothing_behind() {
    for Sample { store, .. } in Engines::all().await {
        let create = |draft| Write::Create { id: None, draft };
        let bad = draft(Kind::Themes, None, json!({"slug": "Not A Slug", "name": {"original": "pl", "pl": {"text": "x"}}}));

        let refused = store.save_all(vec![create(theme("a", "A")), create(theme("b", "B")), create(bad)], &author()).await;

        assert!(matches!(refused, Err(Error::Faults { faults, .. }) if faults[0].field == "slug"));
        assert_eq!(store.count(&Question::of(Kind::Themes)).await.expect("a count"), 0);
        assert_eq!(store.revision().await.expect("a revision"), 0);
    }
}

#[tokio::test]
async fn ids_of_imports_are_kept_and_taken_once() {
    for Sample { store, .. } in Engines::all().await {
        store.create_with_id("aglomeracja-walbrzyska", partnership("walbrzych"), &author()).await.expect("kept");

        for id in ["aglomeracja-walbrzyska", "", "a b", "ł", "a\"b", &"x".repeat(81)] {
            let refused = store.create_with_id(id, partnership("other"), &author()).await;
            assert!(matches!(refused, Err(Error::NoId { .. })), "{id}");
        }
    }
}

#[tokio::test]
async fn what_was_deleted_long_ago_goes_for_good_but_not_from_the_trail() {
    for Sample { store, .. } in Engines::all().await {
        let record = store.create(theme("water", "Woda"), &author()).await.expect("kept");
        store.delete(Kind::Themes, &record.id, 1, &author()).await.expect("deleted");
        assert_eq!(store.purge_deleted("2020").await.expect("nothing so old"), 0);

        assert_eq!(store.purge_deleted("9999").await.expect("purged"), 1);

        let refused = store.undelete(Kind::Themes, &record.id, &author()).await;
        assert!(matches!(refused, Err(Error::NotFound { .. })));
        assert_eq!(store.version(Kind::Themes, &record.id, 1).await.expect("an answer"), Some(record.content));
    }
}
