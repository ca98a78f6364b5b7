//! From two tables to an answer, tables and a drawing.

use std::fs;
use std::path::PathBuf;

use miedza_texts::Language;

use super::{CompareRequest, compare};
use crate::delimitation::{BoundaryRequest, Source};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("miedza-compare-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let square = |unit: u32| {
        let (left, right) = (17.0 + 0.1 * f64::from(unit), 17.1 + 0.1 * f64::from(unit));
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{unit}","name":"U{unit}"}},"geometry":{{"type":"Polygon",
            "coordinates":[[[{left},51.0],[{right},51.0],[{right},51.1],[{left},51.1],[{left},51.0]]]}}}}"#
        )
    };
    let features: Vec<String> = (1..=4).map(square).collect();
    let files = [
        ("a.csv", "unit,area\n1,x\n2,x\n3,y\n4,y\n".to_owned()),
        ("b.csv", "unit,area\n1,1\n2,2\n3,1\n4,2\n5,2\n".to_owned()),
        ("people.csv", "code,population\n1,10\n2,20\n3,30\n4,40\n5,50\n".to_owned()),
        ("flows.csv", "from,to,persons\n1,1,5\n2,2,6\n2,1,1\n3,3,4\n4,4,9\n4,3,1\n".to_owned()),
        ("land.geojson", format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a file");
    }
    folder
}

#[test]
fn a_comparison_tells_what_moves_and_draws_it() {
    let folder = folder("all");
    let request = CompareRequest {
        first: folder.join("a.csv"),
        second: folder.join("b.csv"),
        flows: Some(folder.join("flows.csv")),
        population: Some(Source { path: folder.join("people.csv"), column: None }),
        boundaries: BoundaryRequest {
            file: Some(folder.join("land.geojson")),
            rule: "queen".to_owned(),
            ..BoundaryRequest::default()
        },
        out: Some(folder.join("out")),
        language: Language::En,
        ..CompareRequest::default()
    };

    let done = compare(&request, &|_| {}).expect("files that fit");

    // With residents as weight: x holds 1 (5) and 2 (7), y 3 (4) and 4 (10); 1 holds 1 and 3, 2 holds 2 and 4. Pairing x
    // with 1 and y with 2 shares 15 of 26, x with 2 and y with 1 only 11: so 2 and 3 move.
    let moved: Vec<(&str, f64, f64)> =
        done.compared.moved.iter().map(|figure| (figure.figure, figure.sums.moved, figure.sums.all)).collect();
    let expected = [("units", 2.0, 4.0), ("employed_residents", 11.0, 26.0), ("jobs", 11.0, 26.0), ("population", 50.0, 100.0)];
    assert_eq!(moved, expected);
    let pieces = done.compared.contiguity.as_ref().expect("boundaries tell neighbours");
    assert_eq!(pieces.each_ref().map(|side| (side.violations, side.areas)), [(0, 0), (2, 2)]);
    let read = |name: &str| fs::read_to_string(folder.join("out").join(name)).expect(name);
    assert_eq!(read("moves.csv").lines().nth(1), Some("2,U2,x,2,U1,U4,7,6,20,moves,"));
    assert_eq!(read("matches.csv").lines().count(), 5);
    let svg = read("comparison.svg");
    assert!(svg.contains("url(#moved-grid)") && svg.contains("stroke-dasharray=\"18 12\""), "told without colour");
    assert!(done.told(Language::En).contains("jobs that move with them: 11 of 26"), "{}", done.told(Language::En));
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn units_that_drop_out_of_all_areas_are_named_counted_and_drawn() {
    let folder = folder("leave");
    fs::write(folder.join("core.csv"), "unit,area\n1,x\n2,x\n3,\n4,\n").expect("a file");
    fs::write(folder.join("ring.csv"), "unit,area\n1,\n2,x\n3,x\n4,x\n").expect("a file");
    let request = CompareRequest {
        first: folder.join("core.csv"),
        second: folder.join("ring.csv"),
        flows: Some(folder.join("flows.csv")),
        boundaries: BoundaryRequest {
            file: Some(folder.join("land.geojson")),
            rule: "queen".to_owned(),
            ..BoundaryRequest::default()
        },
        out: Some(folder.join("out")),
        language: Language::En,
        ..CompareRequest::default()
    };

    let done = compare(&request, &|_| {}).expect("files that fit");

    // Unit 1 (5 residents, 6 jobs) leaves, 3 (4, 5) and 4 (10, 9) join; both hold 2 (7) of 5 + 7 + 4 + 10 = 26.
    let read = |name: &str| fs::read_to_string(folder.join("out").join(name)).expect(name);
    let moves: Vec<String> = read("moves.csv").lines().skip(1).map(ToOwned::to_owned).collect();
    assert_eq!(moves, ["1,U1,x,,U1,,5,6,,leaves,", "3,U3,,x,,U4,4,5,,joins,", "4,U4,,x,,U4,10,9,,joins,"]);
    assert!((done.compared.best_matches[0].jaccard - 7.0 / 26.0).abs() < 1e-12);
    let told = done.told(Language::En);
    assert!(told.contains("U1 (1): U1 → –") && told.contains("jobs of these units: 6 leave, 14 join"), "{told}");
    let svg = read("comparison.svg");
    assert!(svg.contains("url(#only-grid)") && svg.contains("on one of the two maps only: 3 units"), "told on the map");
    assert!(svg.contains("in no area of this map"), "white is explained");
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn what_rests_on_a_model_says_so_in_every_answer() {
    let folder = folder("modelled");
    fs::create_dir_all(folder.join("made")).expect("a folder");
    fs::copy(folder.join("b.csv"), folder.join("made/areas.csv")).expect("a copy");
    fs::write(folder.join("made/summary.json"), r#"{"marks": {"modelled": true, "estimated": false}}"#).expect("a file");
    let modelled = "from,to,persons,status\n1,2,5,modelled\n2,1,6,modelled\n3,4,4,modelled\n4,3,4,modelled\n";
    fs::write(folder.join("modelled.csv"), modelled).expect("a file");
    let cases = [("b.csv", None, false), ("made/areas.csv", None, true), ("b.csv", Some("modelled.csv"), true)];
    for (second, flows, is_modelled) in cases {
        let request = CompareRequest {
            first: folder.join("a.csv"),
            second: folder.join(second),
            flows: flows.map(|flows| folder.join(flows)),
            boundaries: BoundaryRequest {
                file: Some(folder.join("land.geojson")),
                rule: "queen".to_owned(),
                ..BoundaryRequest::default()
            },
            out: Some(folder.join("out")),
            overwrite: true,
            language: Language::Pl,
            ..CompareRequest::default()
        };

        let done = compare(&request, &|_| {}).expect("files that fit");

        let read = |name: &str| fs::read_to_string(folder.join("out").join(name)).expect(name);
        for name in ["matches.csv", "moves.csv"] {
            assert!(read(name).lines().skip(1).all(|row| row.ends_with(",modelowane") == is_modelled), "{name}: {}", read(name));
        }
        assert_eq!(read("comparison.svg").contains("(modelowane)"), is_modelled, "{second}");
        assert_eq!(read("summary.json").contains("\"modelled\": true"), is_modelled, "{second}");
        assert_eq!(done.told(Language::Pl).contains("modelowane"), is_modelled, "{second}");
    }
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn areas_are_called_by_name_where_no_flows_tell_their_seat() {
    let folder = folder("named");
    let request = CompareRequest {
        first: folder.join("a.csv"),
        second: folder.join("b.csv"),
        boundaries: BoundaryRequest {
            file: Some(folder.join("land.geojson")),
            rule: "queen".to_owned(),
            ..BoundaryRequest::default()
        },
        ..CompareRequest::default()
    };

    let told = compare(&request, &|_| {}).expect("files that fit").told(Language::En);

    // The labels x and y are no codes, 1 and 2 are: U1 and U2.
    assert!(told.contains("U2 (2): x → U2"), "{told}");
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn a_file_that_is_no_table_is_called_so() {
    let folder = folder("json");
    let request =
        CompareRequest { first: folder.join("a.csv"), second: folder.join("land.geojson"), ..CompareRequest::default() };

    let refused = compare(&request, &|_| {}).map(|_| ()).expect_err("no table");

    assert!(Language::En.say(&refused.told).contains("is no table"), "{refused:?}");
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn partitions_without_a_unit_in_common_are_refused() {
    let folder = folder("strangers");
    fs::write(folder.join("c.csv"), "unit,area\n91,x\n92,x\n").expect("a file");
    let request = CompareRequest { first: folder.join("a.csv"), second: folder.join("c.csv"), ..CompareRequest::default() };

    let refused = compare(&request, &|_| {}).map(|_| ()).expect_err("nothing in common");

    assert!(refused.hint.is_some());
    fs::remove_dir_all(folder).expect("our folder");
}
