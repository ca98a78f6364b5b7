//! Figures of the Local Data Bank from a service on this machine into a store, as the command fetches them.

#[allow(dead_code, reason = "the faults of the service are tried where its client lies")]
#[path = "../../../sources/tests/service/mod.rs"]
mod service;

use std::path::Path;
use std::time::Duration;

use miedza_store::samples::Engines;
use miedza_workflows::importing::{self, BankQuestion, Imported};
use miedza_workflows::{Failure, Kind};
use service::{Reply, Service};

const VARIABLE: u32 = 990_001;

fn recorded(name: &str, service: &Service) -> Reply {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sources/tests/recorded/bdl").join(name).with_extension("json");
    let text = std::fs::read_to_string(path).expect("a recorded answer");
    Reply::ok(text.replace("SERVICE", service.host()))
}

/// The service on a good day, with one voivodeship.
fn good(path: &str, service: &Service) -> Reply {
    match path {
        path if path.contains("/variables/990001") => recorded("variable", service),
        path if path.contains("/units?") => {
            let unit = r#"{ "id": "030200000000", "name": "WZORCOWE", "level": 2 }"#;
            Reply::ok(format!(r#"{{ "totalRecords": 1, "page": 0, "pageSize": 100, "links": {{}}, "results": [{unit}] }}"#))
        }
        path if path.contains("page=1") => recorded("by-variable-1", service),
        _ => recorded("by-variable-0", service),
    }
}

fn question(folder: &Path, units: &[&str]) -> BankQuestion {
    BankQuestion {
        variables: vec![VARIABLE],
        units: units.iter().map(|unit| (*unit).to_owned()).collect(),
        years: vec![2023, 2024],
        confirms_labels: false,
        labels: folder.join("bdl-labels.csv"),
        keeps_pages: false,
    }
}

async fn fetch(store: &miedza_store::Store, question: &BankQuestion, service: &Service) -> Result<Imported, Failure> {
    let folder = question.labels.with_file_name("pages");
    let address = format!("http://{}/api/v1", service.host());
    let mut settings = importing::bank(folder, "2026-01-05", Some("made-up"), Some(address)).expect("settings of the test");
    settings.asking.first_pause = Duration::from_millis(1);
    settings.asking.attempts = 2;
    importing::fetch_bank(store, question, settings, &|_| ()).await
}

fn pages(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder.join("pages")).expect("the folder of pages");
    entries.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|end| end == "page"))).count()
}

#[tokio::test]
async fn an_unconfirmed_label_stops_before_values_and_a_confirmed_one_counts_from_then_on() {
    let (sample, folder) = (Engines::sqlite().await, tempfile::tempdir().expect("a folder of the test"));
    let service = Service::start(|path, _, service| good(path, service));
    let asked = question(folder.path(), &[]);

    let stopped = fetch(&sample.store, &asked, &service).await.expect_err("nobody confirmed the label");
    let before = service.asked().len();
    let confirming = BankQuestion { confirms_labels: true, ..asked.clone() };
    let first = fetch(&sample.store, &confirming, &service).await.expect("values");
    let list = std::fs::read_to_string(&asked.labels).expect("the file of labels");
    let second = fetch(&sample.store, &asked, &service).await.expect("values");

    let causes = format!("{:?}", stopped.causes);
    assert_eq!((stopped.kind, before), (Kind::Conflict, 1), "only the label was asked for");
    assert!(causes.contains("ogółem; kobiety"), "{causes}");
    assert_eq!(list, "id;label;measure;level;checked\n990001;ogółem, kobiety;osoba;6;2026-01-05\n");
    // The recorded pages hold eight values.
    assert_eq!((first.changed, second.changed), (8, 0));
    assert_eq!(pages(folder.path()), 0, "the next retrieval asks anew");
    let kept = sample.store.observation_variables().await.expect("variables");
    assert_eq!(kept.first().map(|kept| (kept.variable.id.as_str(), kept.values)), Some(("990001", 8)));
}

#[tokio::test]
async fn values_are_asked_for_below_the_units_and_an_unknown_unit_is_refused() {
    let (sample, folder) = (Engines::sqlite().await, tempfile::tempdir().expect("a folder of the test"));
    let service = Service::start(|path, _, service| good(path, service));
    let confirming = |units| BankQuestion { confirms_labels: true, ..question(folder.path(), units) };

    fetch(&sample.store, &confirming(&["02"]), &service).await.expect("values");
    let unknown = fetch(&sample.store, &confirming(&["99"]), &service).await.expect_err("no such voivodeship");

    let paths: Vec<String> = service.asked().into_iter().map(|(path, _)| path).collect();
    let values = paths.iter().find(|path| path.contains("by-variable")).expect("values were asked for");
    assert!(values.contains("unit-level=6") && values.contains("unit-parent-id=030200000000"), "{values}");
    assert_eq!(unknown.kind, Kind::Invalid);
}

#[tokio::test]
async fn a_retrieval_that_broke_off_goes_on_with_the_pages_that_came() {
    let (sample, folder) = (Engines::sqlite().await, tempfile::tempdir().expect("a folder of the test"));
    let mut service =
        Service::start(|path, _, service| if path.contains("page=1") { Reply::status(503) } else { good(path, service) });
    let asked = BankQuestion { confirms_labels: true, ..question(folder.path(), &[]) };

    let broken = fetch(&sample.store, &asked, &service).await.expect_err("the second page does not come");
    let came = pages(folder.path());
    service.behave(|path, _, service| good(path, service));
    let before = service.asked().len();
    let done = fetch(&sample.store, &asked, &service).await.expect("values");

    assert_eq!((broken.kind, came), (Kind::Unavailable, 2), "the label and the first page");
    assert_eq!((done.changed, service.asked().len() - before), (8, 1), "only the second page is asked for");
}
