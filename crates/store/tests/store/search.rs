//! Search: with or without marks, in any form of a word, and only what the asker may see.

use miedza_planning::record::{Kind, Visibility};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Change, SearchQuestion, Sight, Store, Subject};
use serde_json::json;

use crate::sample::{author, draft, partnership, theme};

async fn found(store: &Store, words: &str) -> Vec<String> {
    let question = SearchQuestion { words: words.to_owned(), ..SearchQuestion::default() };
    store.search(&question).await.expect("an answer").into_iter().map(|hit| hit.id).collect()
}

async fn keep(store: &Store, slug: &str, name: &str) {
    store.create_with_id(slug, theme(slug, name), &author()).await.expect("kept");
}

#[tokio::test]
async fn names_are_found_without_their_marks_by_their_beginnings_and_in_other_forms() {
    for Sample { store, .. } in Engines::all().await {
        keep(&store, "a", "Aglomeracja Wałbrzyska").await;
        keep(&store, "b", "Łódź i okolice").await;
        keep(&store, "c", "Partnerstwo gmin nad Odrą").await;
        keep(&store, "d", "Współpraca, transport—kolej").await;
        let cases = [
            ("walbrzyska", "a"),
            ("Wałbrz", "a"),
            ("WAŁBRZYSKA aglomeracja", "a"),
            ("lodz", "b"),
            ("ŁÓDŹ", "b"),
            ("o\u{301}kolice", "b"),
            ("partnerstwa", "c"),
            ("gminy odra", "c"),
            ("kolej", "d"),
            ("wspolpracy", "d"),
        ];
        for (words, id) in cases {
            assert_eq!(found(&store, words).await, [id], "{words} on {:?}", store.engine());
        }
        for words in ["", "   ", "nigdzie", "wałbrzyska łódź", "\"*'():&|!<->--", "NOT", "x:*", "%"] {
            assert_eq!(found(&store, words).await, <[String; 0]>::default(), "{words} on {:?}", store.engine());
        }
    }
}

#[tokio::test]
async fn what_changed_is_found_by_its_new_words_and_what_was_deleted_not_at_all() {
    for Sample { store, .. } in Engines::all().await {
        keep(&store, "water", "Woda").await;
        let draft = theme("water", "Kanalizacja");
        let change = Change { kind: Kind::Themes, id: "water".to_owned(), seen_version: 1, draft };
        store.update(change, &author()).await.expect("changed");
        assert_eq!(found(&store, "woda").await.len() + found(&store, "kanalizacja").await.len(), 1);

        store.delete(Kind::Themes, "water", 2, &author()).await.expect("deleted");
        assert_eq!(found(&store, "kanalizacja").await.len(), 0);

        store.undelete(Kind::Themes, "water", &author()).await.expect("brought back");
        store.rebuild_search().await.expect("made anew");
        assert_eq!(found(&store, "kanalizacji").await, ["water"]);
    }
}

#[tokio::test]
async fn only_what_the_asker_may_see_is_found() {
    for Sample { store, .. } in Engines::all().await {
        let note = |title: &str| json!({"document_kind": "report", "state": "draft", "title": {"original": "pl", "pl": {"text": title}}});
        let mut internal = partnership("hidden");
        internal.values.insert("state".to_owned(), json!("internal"));
        store.create_with_id("open", partnership("open"), &author()).await.expect("kept");
        store.create_with_id("hidden", internal, &author()).await.expect("kept");
        for home in ["open", "hidden"] {
            for visibility in Visibility::ALL {
                let mut document = draft(Kind::Documents, Some(home), note("Raport"));
                document.visibility = visibility;
                let id = format!("{home}-{}", visibility.name());
                store.create_with_id(&id, document, &author()).await.expect("kept");
            }
        }
        let ask = async |sight: Sight| {
            let question = SearchQuestion { words: "raporty".to_owned(), sight, ..SearchQuestion::default() };
            let mut ids: Vec<_> = store.search(&question).await.expect("an answer").into_iter().map(|hit| hit.id).collect();
            ids.sort();
            ids
        };

        assert_eq!(ask(Sight::Public).await, ["open-public"]);
        let own = ask(Sight::PublicAnd(vec!["hidden".to_owned()])).await;
        assert_eq!(own, ["hidden-partners", "hidden-private", "hidden-public", "open-public"]);
        assert_eq!(ask(Sight::Everything).await.len(), 6);
    }
}

#[tokio::test]
async fn names_weigh_more_than_texts_and_pages_follow_each_other() {
    for Sample { store, .. } in Engines::all().await {
        store.create_with_id("home", partnership("home"), &author()).await.expect("kept");
        for turn in 0..5 {
            let values = json!({
                "title": {"original": "pl", "pl": {"text": format!("Spotkanie {turn}")}}, "date": "2020-01-01",
                "body": {"original": "pl", "pl": {"text": "Dbamy o kolej w dolinie"}}
            });
            store.create_with_id(&format!("n{turn}"), draft(Kind::News, Some("home"), values), &author()).await.expect("kept");
        }
        keep(&store, "rail", "Kolej").await;
        let page = async |offset| {
            let question = SearchQuestion { words: "kolej".to_owned(), limit: 2, offset, ..SearchQuestion::default() };
            store.search(&question).await.expect("an answer")
        };

        let first = page(0).await;
        assert_eq!((first[0].id.as_str(), first[0].subject), ("rail", Subject::Record(Kind::Themes)));
        assert_eq!((page(2).await.len(), page(4).await.len(), page(6).await.len()), (2, 2, 0));
        let only = SearchQuestion {
            words: "kolej".to_owned(),
            subjects: vec![Subject::Record(Kind::News)],
            partnership: Some("home".to_owned()),
            ..SearchQuestion::default()
        };
        assert_eq!(store.search(&only).await.expect("an answer").len(), 5);
    }
}

#[tokio::test]
async fn whole_names_come_first_and_partnerships_before_all_else_on_both_engines() {
    for Sample { store, .. } in Engines::all().await {
        keep(&store, "event", "Wałbrzyska rocznica, aglomeracja i goście z daleka").await;
        keep(&store, "begun", "Zitovlice").await;
        keep(&store, "whole", "Strategia ZIT").await;
        let mut agglomeration = partnership("agglomeration");
        agglomeration.values.insert("short_name".to_owned(), json!({"original": "pl", "pl": {"text": "Aglomeracja Wałbrzyska"}}));
        store.create_with_id("agglomeration", agglomeration, &author()).await.expect("kept");
        let everything =
            |words: &str| SearchQuestion { words: words.to_owned(), sight: Sight::Everything, ..SearchQuestion::default() };

        let named = store.search(&everything("aglomeracja wałbrzyska")).await.expect("an answer");
        let short = store.search(&everything("zit")).await.expect("an answer");

        assert_eq!(named.first().map(|hit| hit.id.as_str()), Some("agglomeration"), "{:?}", store.engine());
        assert_eq!(short.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["whole", "begun"], "{:?}", store.engine());
    }
}
