//! Bad input: what is refused, how it is told, and that nothing is written over.

use std::fs;
use std::io::Write as _;

use crate::support::{Place, TWO_TOWNS};

/// Runs the default method on a file with this content and expects a refusal that tells all these things.
fn refused(content: impl AsRef<[u8]>, further: &[&str], told: &[&str]) {
    let place = Place::new().file("flows.csv", content);

    let run = place.delimit(further);

    assert_eq!(run.code, 2, "{}\n{}", run.answer, run.talk);
    for word in told {
        assert!(run.talk.contains(word), "{word:?} is not in:\n{}", run.talk);
    }
    assert!(run.talk.contains("hint:"), "no way out in:\n{}", run.talk);
    assert!(!place.path("result").exists(), "something was written");
}

#[test]
fn a_missing_column_is_told_with_those_that_are_there() {
    refused("alpha,beta,gamma\n1,2,3\n", &[], &["flows.csv", "alpha", "--origin"]);
}

#[test]
fn persons_that_are_no_number_are_told_with_row_and_column() {
    refused("from,to,persons\n1,2,10\n2,1,many\n", &[], &["flows.csv", "row 3", "persons", "many"]);
}

#[test]
fn negative_persons_are_refused() {
    refused("from,to,persons\n1,2,-10\n", &[], &["row 2", "-10"]);
}

#[test]
fn a_pair_given_twice_is_summed_only_on_demand() {
    let twice = format!("{TWO_TOWNS}1,4,2\n");
    refused(&twice, &[], &["row 3", "row 16", "--sum-duplicates"]);

    let place = Place::new().file("flows.csv", twice);
    place.delimit(&["--sum-duplicates"]).succeeded();
    assert_eq!(place.summary()["totals"]["persons"], 2352.0);
}

#[test]
fn an_empty_file_and_a_header_alone_are_refused() {
    refused("", &[], &["flows.csv", "empty"]);
    refused("from,to,persons\n", &[], &["flows.csv"]);
}

#[test]
fn a_gzip_that_ends_early_is_refused() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(TWO_TOWNS.repeat(50).as_bytes()).expect("packed");
    let whole = packed.finish().expect("packed");

    refused(&whole[..whole.len() / 2], &[], &["flows.csv"]);
}

#[test]
fn a_bomb_is_refused() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(b"from,to,persons\n").expect("packed");
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..2048 {
        packed.write_all(&zeros).expect("packed");
    }

    refused(packed.finish().expect("packed"), &[], &["flows.csv"]);
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    refused(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", &[], &["flows.csv"]);
    refused(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", &[], &["flows.csv"]);
    refused([0_u8, 159, 146, 150, 0, 1, 2, 3, 255, 254, 0, 0].repeat(20), &[], &["flows.csv"]);
}

#[test]
fn a_file_that_is_not_there_is_not_found() {
    let run = Place::new().run(&["delimit", "nowhere.csv", "--out", "result"]);

    assert_eq!(run.code, 3, "{}", run.talk);
    assert!(run.talk.contains("nowhere.csv"));
}

#[test]
fn an_unknown_method_or_parameter_suggests_the_near_one() {
    refused(TWO_TOWNS, &["--method", "travel_to_wrok"], &["travel_to_work"]);
    refused(TWO_TOWNS, &["--set", "min_sise=5"], &["min_size"]);
    refused(TWO_TOWNS, &["--set", "min_size=500"], &["min_size is set twice: 100 and 500"]);
    refused(TWO_TOWNS, &["--set", "min_size"], &["min_size", "NAME=VALUE"]);
}

#[test]
fn tables_with_other_codes_are_refused() {
    let commuters = "from,to,n\n1,4,40\n2,1,140\n3,1,100\n4,1,30\n5,4,120\n6,1,40\n6,4,35\n";
    let place = Place::new().file("flows.csv", commuters).file("employed.csv", "kod,employed\n500496,10\n554782,20\n");

    let run = place.delimit(&["--employed", "employed.csv"]);

    assert_eq!(run.code, 2, "{}", run.talk);
    assert!(run.talk.contains("employed.csv") && run.talk.contains("554782"), "{}", run.talk);
}

#[test]
fn a_method_that_needs_a_diagonal_says_what_is_missing() {
    let commuters = "from,to,n\n1,4,40\n2,1,140\n4,1,30\n5,4,120\n";
    refused(commuters, &["--method", "travel_to_work"], &["diagonal", "--employed", "threshold"]);
}

#[test]
fn a_folder_with_results_is_replaced_only_on_demand_and_foreign_files_never() {
    let place = Place::with_two_towns();
    place.delimit(&[]).succeeded();
    let before = place.files("result");

    let run = place.delimit(&["--set", "min_size=50"]);

    assert_eq!(run.code, 2, "{}", run.talk);
    assert!(run.talk.contains("--overwrite"), "{}", run.talk);
    assert_eq!(place.files("result"), before);

    fs::write(place.path("result/thesis.docx"), "mine").expect("written");
    let run = place.delimit(&["--overwrite"]);
    assert_eq!(run.code, 2, "{}", run.talk);
    assert!(run.talk.contains("thesis.docx"), "{}", run.talk);
    assert_eq!(place.text("result/thesis.docx"), "mine");
}

#[test]
fn a_failure_in_json_has_kind_cause_and_hint() {
    let place = Place::new().file("flows.csv", "from,to,persons\n1,2,-1\n");

    let run = place.delimit(&["--json"]);

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!(answer["error"]["kind"], "invalid");
    assert!(answer["error"]["hint"].is_string());
}

#[test]
fn a_refusal_is_told_in_the_language_that_was_asked_for() {
    let place = Place::new().file("flows.csv", "from,to,persons\n1,2,-1\n");

    let (polish, czech) = (place.delimit(&["--lang", "pl"]).talk, place.delimit(&["--lang", "cs"]).talk);
    assert!(polish.starts_with("błąd:") && polish.contains("wiersz 2, kolumna persons"), "{polish}");
    assert!(czech.starts_with("chyba:") && czech.contains("řádek 2, sloupec persons"), "{czech}");
}

#[test]
fn a_bomb_of_boundaries_is_refused() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let head = r#"{"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Polygon","coordinates":[[[0,0]"#;
    packed.write_all(head.as_bytes()).expect("packed");
    let points = ",[1,5],[2,6]".repeat(100_000);
    for _ in 0..30 {
        packed.write_all(points.as_bytes()).expect("packed");
    }
    packed.write_all(b",[0,0]]]}}").expect("packed");
    let place = Place::with_two_towns().file("bomb.geojson.gz", packed.finish().expect("packed"));

    let run = place.delimit(&["--boundaries", "bomb.geojson.gz"]);

    assert_eq!(run.code, 2, "{}", run.talk);
    assert!(run.talk.contains("bomb.geojson.gz"), "{}", run.talk);
}

#[test]
fn a_share_above_all_inhabitants_is_refused() {
    let commuters = "from,to,n\n1,4,40\n2,1,140\n4,1,30\n5,4,120\n";
    let place =
        Place::with_two_towns().file("flows.csv", commuters).file("shares.csv", "code,share\n1,0.4\n2,1.4\n4,0.4\n5,0.4\n");

    let run = place.delimit(&["--population", "units.csv", "--employed-share", "shares.csv"]);

    assert_eq!(run.code, 2, "{}", run.talk);
    assert!(run.talk.contains("1.4"), "{}", run.talk);
}

#[test]
fn a_share_of_no_population_is_refused() {
    refused("from,to,n\n1,2,5\n2,1,9\n", &["--employed-share", "0.3"], &["--population", "--employed-share"]);
}

#[test]
fn parameters_that_contradict_each_other_are_named_both() {
    let place = Place::new().file("flows.csv", TWO_TOWNS);

    let run = place.run(&["delimit", "flows.csv", "--out", "result", "--set", "min_size=20000"]);

    assert_eq!(run.code, 2, "{}", run.talk);
    assert!(run.talk.contains("min_size") && run.talk.contains("target_size"), "{}", run.talk);
}
