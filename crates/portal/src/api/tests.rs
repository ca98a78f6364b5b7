//! Tests of the room beside.

use std::collections::BTreeSet;

use miedza_store::samples::Engines;
use miedza_texts::Language;

use super::*;
use crate::frame::App;

#[tokio::test]
async fn every_door_of_the_interface_is_described_and_every_description_has_its_door() {
    let sample = Engines::sqlite().await;
    let app = App::new(sample.store.clone(), crate::Portal::default());
    let all = crate::routes::doors(&app);
    let doors: BTreeSet<&str> = all.rows().iter().map(|row| row.path).filter(|path| path.starts_with("/api/")).collect();

    let document = openapi::document(Language::En, "https://partnership.example");
    let described: BTreeSet<&str> =
        document["paths"].as_object().expect("the description has paths").keys().map(String::as_str).collect();
    let with_doors: BTreeSet<&str> = described.iter().copied().filter(|path| !endpoint::is_ending(path)).collect();

    assert_eq!(doors, with_doors);
    for ending in described.difference(&with_doors) {
        let part = ending.rsplit_once('.').expect("an ending follows a dot").0;
        assert!(doors.contains(part), "{ending}");
    }
}

#[test]
fn every_reference_of_the_description_leads_somewhere() {
    for language in Language::ALL {
        let document = openapi::document(language, "https://partnership.example");
        let mut references = BTreeSet::new();
        collect(&document, &mut references);
        assert!(references.len() > 10, "{references:?}");
        for reference in references {
            let pointer = reference.strip_prefix('#').expect("references stay in the document");
            assert!(document.pointer(pointer).is_some(), "{language} {reference}");
        }
    }
}

fn collect(value: &serde_json::Value, references: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(object) => {
            references.extend(object.get("$ref").and_then(|reference| reference.as_str()).map(ToOwned::to_owned));
            object.values().for_each(|value| collect(value, references));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

#[test]
fn every_operation_has_a_name_of_its_own_and_describes_its_path() {
    let document = openapi::document(Language::Pl, "https://partnership.example");
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("the description has paths") {
        let operation = &item["get"];
        let name = operation["operationId"].as_str().expect("an operation has a name");
        assert!(names.insert(name.to_owned()), "{name} is used twice");
        for part in path.split('{').skip(1).filter_map(|part| part.split('}').next()) {
            let is_there = |parameter: &serde_json::Value| parameter["in"] == "path" && parameter["name"] == part;
            let parameters = operation["parameters"].as_array().expect("an operation has parameters");
            assert!(parameters.iter().any(is_there), "{path} {part}");
        }
        for status in ["200", "304", "400", "404"] {
            assert!(operation["responses"].get(status).is_some(), "{path} {status}");
        }
    }
}
