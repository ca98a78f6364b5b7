//! The view of a coordinator: five hundred partnerships in one table and on one map. `--nocapture` shows how long each page took.

use std::time::Instant;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use miedza_portal::{App, Portal, routes};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{Author, BoundarySet};
use miedza_territory::{Country, Level, RegisterEdition, RegisterUnit, UnitCode};
use miedza_workflows::samples;
use tower::ServiceExt as _;

const PARTNERSHIPS: usize = 500;
/// The promise for a page without an island, in bytes as they go over the wire.
const HEAVIEST: usize = 150_000;

fn unit(code: &str, parent: Option<&str>, level: Level, name: String) -> RegisterUnit {
    let code = UnitCode::parse(code).expect("a code");
    let (kind, parent) = (code.kind(), parent.map(|parent| UnitCode::parse(parent).expect("a code")));
    RegisterUnit { country: Country::Poland, code, level, kind, name, parent, is_county_seat: None }
}

/// A square of land as well-known binary.
fn square(column: usize, row: usize) -> Vec<u8> {
    let degrees = |steps: usize, from: f64, step: f64| from + step * f64::from(u32::try_from(steps).expect("few"));
    let (west, south) = (degrees(column, 14.5, 0.16), degrees(row, 49.2, 0.1));
    let corners = [(0.0, 0.0), (0.16, 0.0), (0.16, 0.1), (0.0, 0.1), (0.0, 0.0)];
    let mut bytes = vec![1, 6, 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0];
    for (east, north) in corners {
        bytes.extend((west + east).to_le_bytes());
        bytes.extend((south + north).to_le_bytes());
    }
    bytes
}

/// Sixteen voivodeships of twenty counties of eight municipalities, each with its land, and the partnerships on them.
async fn country() -> (Sample, App) {
    let sample = Engines::sqlite().await;
    let author = Author::Program("test");
    let mut edition = RegisterEdition::new(Country::Poland, "2024-01-01".parse().expect("a day"));
    let mut land = Vec::new();
    for region in 1..=16 {
        let region_code = format!("{:02}", region * 2);
        edition.insert(unit(&region_code, None, Level::Region, format!("województwo {region}")));
        for county in 1..=20 {
            let county_code = format!("{region_code}{county:02}");
            edition.insert(unit(&county_code, Some(&region_code), Level::County, format!("powiat {region}/{county}")));
            for place in 1..=8 {
                let code = format!("{county_code}{place:02}2");
                edition.insert(unit(&code, Some(&county_code), Level::Municipality, format!("Gmina {region}/{county}/{place}")));
                let number = ((region - 1) * 20 + county - 1) * 8 + place - 1;
                land.push((UnitCode::parse(&code).expect("a code"), square(number % 50, number / 50)));
            }
        }
    }
    sample.store.save_edition(&edition, "test", &author).await.expect("kept");
    let set = BoundarySet {
        id: "pl-municipality-2024-false".to_owned(),
        country: Country::Poland,
        level: Level::Municipality,
        year: 2024,
        name: "test".to_owned(),
        source: "test".to_owned(),
        licence: None,
        is_schematic: false,
    };
    sample.store.save_boundaries(&set, &land, &author).await.expect("kept");
    let records = samples::partnerships(&sample.store, PARTNERSHIPS).await.expect("partnerships");
    assert!(records > PARTNERSHIPS * 8, "{records} records");
    let app = App::new(sample.store.clone(), Portal::default());
    (sample, app)
}

#[expect(clippy::print_stdout, reason = "whoever wants to know how long it takes sees it")]
async fn asked(app: &App, address: &str) -> String {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let began = Instant::now();
    let answer = routes::router(app).oneshot(request).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    let body = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
    println!("{address}: {:?}", began.elapsed());
    String::from_utf8_lossy(&body).into_owned()
}

async fn weight(app: &App, address: &str) -> usize {
    let request = Request::get(address).header(header::ACCEPT_ENCODING, "br, gzip").body(Body::empty()).expect("a request");
    let answer = routes::router(app).oneshot(request).await.expect("an answer");
    assert!(answer.headers().contains_key(header::CONTENT_ENCODING), "{address} goes out packed");
    to_bytes(answer.into_body(), usize::MAX).await.expect("a body").len()
}

fn rows(page: &str) -> usize {
    page.matches("<th scope=\"row\">").count()
}

#[tokio::test]
async fn five_hundred_partnerships_stand_in_one_table_and_on_one_map() {
    let (_sample, app) = country().await;

    let whole = asked(&app, "/en/partnerships").await;
    let deadlines = asked(&app, "/en/partnerships?sort=next").await;
    let stage = asked(&app, "/en/partnerships?stage=diagnosis").await;
    let last = asked(&app, "/en/partnerships?page=10").await;
    let calls = asked(&app, "/en/calls").await;

    assert!(whole.contains("500 partnerships") && whole.contains("<svg class=\"map\""), "{}", whole);
    assert_eq!((rows(&whole), rows(&last)), (50, 50));
    assert!(deadlines.contains("<time datetime=\"2027-01-01\">"), "{}", deadlines);
    // Every nineteenth of them is in this stage.
    assert_eq!(rows(&stage), 27);
    assert!(calls.contains(">64</td>") && calls.contains(">24</td>"), "{}", calls);
    for address in ["/en/partnerships", "/en", "/en/calls", "/en/themes"] {
        let bytes = weight(&app, address).await;
        assert!(bytes <= HEAVIEST, "{address}: {bytes} bytes");
    }
}
