//! `miedza certainty`: what it writes, what it refuses, and that it writes the same again.

use crate::support::{Place, TWO_TOWNS};

fn certainty(place: &Place, further: &[&str]) -> crate::support::Run {
    let small = ["--set", "min_size=100", "--set", "target_size=500"];
    let arguments = [&["certainty", "flows.csv", "--out", "result", "--replicates", "200"], &small[..], further].concat();
    place.run(&arguments)
}

/// Certainty of a unit, its second area and whether it is on the edge.
fn row(place: &Place, unit: &str) -> (f64, String, String) {
    let table = place.text("result/certainty.csv");
    let line = table.lines().find(|line| line.starts_with(&format!("{unit},"))).expect("a row for the unit");
    let fields: Vec<&str> = line.split(',').collect();
    (fields[2].parse().expect("a share"), fields[3].to_owned(), fields[5].to_owned())
}

#[test]
fn the_unit_between_two_towns_is_on_the_edge_and_the_others_are_not() {
    let place = Place::with_two_towns();

    let run = certainty(&place, &["--units", "units.csv"]).succeeded();

    let (share, second, edge) = row(&place, "6");
    // About 61 of 100 draws leave it with its town; five standard errors of 200 draws are 0.17.
    assert!((0.44..0.78).contains(&share), "{share}");
    assert_eq!((second.as_str(), edge.as_str()), ("1", "true"));
    for unit in ["1", "2", "3", "4", "5"] {
        assert_eq!(row(&place, unit), (1.0, String::new(), "false".to_owned()), "unit {unit}");
    }
    assert!(run.answer.contains("1 of 6 units stay"), "{}", run.answer);
    let names: Vec<String> = place.files("result").into_keys().collect();
    assert_eq!(names, ["areas.csv", "certainty.csv", "certainty.geojson", "certainty.svg", "consensus.csv", "summary.json"]);
    assert!(place.text("result/certainty.svg").contains("50% to below 80%: 1 unit"));
}

#[test]
fn certainty_is_the_same_with_any_number_of_threads_and_another_with_another_seed() {
    let files = |further: &[&str]| {
        let place = Place::with_two_towns();
        certainty(&place, &[&["--units", "units.csv", "--sweep", "min_size=50,100,200"], further].concat()).succeeded();
        place.files("result")
    };

    let first = files(&["--threads", "1"]);

    assert_eq!(first.len(), 8);
    for threads in ["2", "16"] {
        assert_eq!(first, files(&["--threads", threads]), "{threads} threads");
    }
    assert_ne!(first["certainty.csv"], files(&["--seed", "2"])["certainty.csv"]);
}

#[test]
fn areas_are_those_that_delimit_finds() {
    let place = Place::with_two_towns();

    certainty(&place, &[]).succeeded();
    place.run(&["delimit", "flows.csv", "--out", "plain", "--set", "min_size=100", "--set", "target_size=500"]).succeeded();

    assert_eq!(place.text("result/areas.csv"), place.text("plain/areas.csv"));
}

#[test]
fn a_suppressed_flow_is_drawn_only_inside_the_range_that_is_given() {
    // 5 hides a flow to 1. Up to 9 persons change nothing; from 300 on 5 goes with 1.
    let place = Place::new().file("flows.csv", format!("{TWO_TOWNS}5,1,*\n"));

    let without = certainty(&place, &[]).succeeded();
    assert!(without.talk.contains("suppressed flows without a range, which stay out of each replicate: 1"), "{}", without.talk);
    let few = certainty(&place, &["--suppressed", "1-9", "--overwrite"]).succeeded();
    assert!(few.talk.contains("suppressed flows drawn inside their range in each replicate: 1"), "{}", few.talk);
    assert_eq!(row(&place, "5").0.to_bits(), 1.0_f64.to_bits());
    certainty(&place, &["--suppressed", "x=1-9", "--suppressed", "*=300-400", "--overwrite"]).succeeded();

    assert_eq!(row(&place, "5"), (0.0, "1".to_owned(), "true".to_owned()));
}

#[test]
fn a_sweep_tells_each_combination() {
    let place = Place::with_two_towns();

    let run = certainty(&place, &["--sweep", "target_size=50:500:225", "--json"]).succeeded();

    let table = place.text("result/sweep.csv");
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "target_size,areas,inside_share,plateau,refused,variation_to_next_target_size");
    assert!(lines[1].starts_with("50,,,,\"target_size is 50, and it must be above min_size, which is 100\""), "{}", lines[1]);
    assert!(lines[2].starts_with("275,") && lines[3].starts_with("500,2,0.953"), "{table}");
    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!(answer["sweep"]["refused"], 1);
    assert_eq!(place.text("result/sweep_units.csv").lines().next(), Some("unit,area,same_seat,combinations"));
}

#[test]
fn what_cannot_be_drawn_or_swept_is_refused_with_the_way_out() {
    let cases = [
        (["--suppressed", "9-1"], "9-1 is no range of persons", "write LOW-HIGH"),
        (["--sweep", "min_size"], "the parameter min_size cannot be used", "NAME=FIRST:LAST:STEP"),
        (["--sweep", "min_sise=1,2"], "the parameter min_sise=1,2 cannot be used", "NAME=FIRST:LAST:STEP"),
        (["--replicates", "0"], "--replicates is 0", "a number from 1 to 100,000"),
        (["--limit", "2"], "--limit is 2", "a number from 0 to 1"),
    ];
    for (further, told, hint) in cases {
        let place = Place::with_two_towns();
        let arguments = [&["certainty", "flows.csv", "--out", "result"], &further[..]].concat();

        let run = place.run(&arguments);

        assert_eq!(run.code, 2, "{further:?}: {}", run.talk);
        assert!(run.talk.contains(told) && run.talk.contains(hint), "{further:?}: {}", run.talk);
        assert!(!place.path("result").exists(), "{further:?}");
    }
}
