//! What pages and the demonstration rest on is quick; measured by hand with `--ignored --nocapture`.

use std::time::Instant;

use miedza_planning::record::Kind;
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Question, SearchQuestion, UnitQuestion, Write};
use miedza_territory::{Country, Day, Level, RegisterEdition, RegisterUnit, UnitCode};
use serde_json::json;

use crate::sample::{author, draft, partnership};

fn register(year: u16) -> RegisterEdition {
    let mut edition = RegisterEdition::new(Country::Poland, Day::new(year, 1, 1).expect("a day"));
    for number in 0..4000_u16 {
        let code = UnitCode::parse(&format!("{:07}", 200_001 + u32::from(number) * 10)).expect("a code");
        let name = format!("Gmina {}", if number % 100 == 0 { number + year } else { number });
        let (country, level, kind, parent) = (Country::Poland, Level::Municipality, code.kind(), None);
        edition.insert(RegisterUnit { country, code, level, kind, name, parent, is_county_seat: None });
    }
    edition
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn a_register_is_kept_quickly_and_a_year_more_costs_little() {
    for Sample { store, .. } in Engines::all().await {
        for year in [2024, 2025, 2025] {
            let since = Instant::now();
            let saved = store.save_edition(&register(year), "TERC", &author()).await.expect("kept");
            eprintln!("{:?}: {year} {saved:?} {:?}", store.engine(), since.elapsed());
        }
        let since = Instant::now();
        let all = store.units(&UnitQuestion::default()).await.expect("units").len();
        eprintln!("{:?}: {all} units {:?}", store.engine(), since.elapsed());
        let since = Instant::now();
        let question = SearchQuestion { words: "gmina 12".to_owned(), ..SearchQuestion::default() };
        let hits = store.search(&question).await.expect("hits").len();
        eprintln!("{:?}: {hits} hits {:?}", store.engine(), since.elapsed());
    }
}

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
