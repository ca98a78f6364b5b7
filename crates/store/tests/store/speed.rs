//! What pages and the demonstration rest on is quick; measured by hand with `--ignored --nocapture`.

use std::time::Instant;

use miedza_planning::record::Kind;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Question, Write};
use serde_json::json;

use crate::sample::{author, draft, partnership};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn the_demonstration_is_kept_and_read_quickly() {
    for Sample { store, .. } in Engines::all().await {
        store.create_with_id("home", partnership("home"), &author()).await.expect("kept");
        let membership = |turn: usize| {
            let values = json!({"unit": format!("{turn:07}"), "role": "member", "valid_from": "2012-04", "link_evidence": ["commuting"],
                "note": {"original": "pl", "pl": {"text": "Gmina położona nad rzeką, przystąpiła uchwałą rady"}}});
            Write::Create { id: Some(format!("m{turn}")), draft: draft(Kind::Memberships, Some("home"), values) }
        };

        let since = Instant::now();
        store.save_all((0..1500).map(membership).collect(), &author()).await.expect("kept");
        let saved = since.elapsed();
        let since = Instant::now();
        for _ in 0..100 {
            for kind in &Kind::ALL[..10] {
                store.records(&Question::of(*kind).in_partnership("home").with_ids(["m1", "m2", "m3"])).await.expect("an answer");
            }
        }
        let asked = since.elapsed() / 100;
        let since = Instant::now();
        let all = store.records(&Question::of(Kind::Memberships).in_partnership("home")).await.expect("an answer").len();
        let listed = since.elapsed();
        let since = Instant::now();
        for _ in 0..100 {
            store.revision().await.expect("a revision");
        }
        let revision = since.elapsed() / 100;
        let since = Instant::now();
        store.verify_audit().await.expect("a verdict");

        assert_eq!(all, 1500);
        eprintln!(
            "{:?}: 1500 saved {saved:?}, ten questions {asked:?}, 1500 listed {listed:?}, revision {revision:?}, trail {:?}",
            store.engine(),
            since.elapsed()
        );
    }
}
