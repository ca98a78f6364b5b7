//! The commands beside `delimit`.

use crate::support::Place;

const SQUARES: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":[[[18,51],[18.1,51],[18.1,51.1],[18,51.1],[18,51]]]}},
{"type":"Feature","properties":{"code":"b"},"geometry":{"type":"Polygon","coordinates":[[[18.1,51],[18.2,51],[18.2,51.1],[18.1,51.1],[18.1,51]]]}},
{"type":"Feature","properties":{"code":"c"},"geometry":{"type":"Polygon","coordinates":[[[18.2,51.1],[18.3,51.1],[18.3,51.2],[18.2,51.2],[18.2,51.1]]]}}]}"#;

#[test]
fn methods_lists_every_parameter_with_its_default() {
    let run = Place::new().run(&["methods", "--json"]).succeeded();

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    let names: Vec<&str> =
        answer["methods"].as_array().expect("a list").iter().filter_map(|method| method["name"].as_str()).collect();
    let cores = ["travel_to_work", "functional_urban_area", "threshold", "criteria", "dominant_flow"];
    assert_eq!(names, [&cores[..], &["intramax", "self_contained", "leiden", "map_equation"]].concat());
    let parameters = answer["methods"][0]["parameters"].as_array().expect("a list");
    let default =
        |name: &str| parameters.iter().find(|parameter| parameter["name"] == name).map(|parameter| parameter["default"].clone());
    for (name, value) in
        [("min_size", "1000"), ("min_self_containment", "0.6667"), ("target_size", "10000"), ("target_self_containment", "0.75")]
    {
        assert_eq!(default(name), Some(value.into()), "{name}");
    }
}

#[test]
fn equal_partitions_agree_whatever_their_labels() {
    let place = Place::new().file("a.csv", "unit,area\n1,x\n2,x\n3,y\n4,y\n").file("b.csv", "unit,area\n1,1\n2,1\n3,3\n4,3\n");

    let run = place.run(&["compare", "a.csv", "b.csv", "--json"]).succeeded();

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!(answer["units"]["adjusted_rand"], 1.0);
    assert_eq!(answer["units"]["variation_of_information"], 0.0);
    assert_eq!(answer["changed"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_unit_that_changes_its_area_is_named() {
    let place = Place::new()
        .file("a.csv", "unit,area\n1,x\n2,x\n3,x\n4,y\n5,y\n6,y\n")
        .file("b.csv", "unit,area\n1,x\n2,x\n3,y\n4,y\n5,y\n6,y\n");

    let run = place.run(&["compare", "a.csv", "b.csv", "--json"]).succeeded();

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!(answer["changed"][0]["unit"], "3");
    let rand = answer["units"]["adjusted_rand"].as_f64().expect("a number");
    // Worked by hand: pairs together in both 4, in A 6, in B 7, expected 6·7/15 = 2.8, so (4 − 2.8) / (6.5 − 2.8).
    assert!((rand - 1.2 / 3.7).abs() < 1e-12, "{rand}");
}

#[test]
fn squares_touch_by_line_or_by_point() {
    let place = Place::new().file("squares.geojson", SQUARES);

    place.run(&["contiguity", "squares.geojson", "--out", "queen.csv"]).succeeded();
    place.run(&["contiguity", "squares.geojson", "--out", "rook.csv", "--rule", "rook"]).succeeded();

    let pairs = |name: &str| {
        place
            .text(name)
            .lines()
            .skip(1)
            .map(|line| line.rsplit_once(',').map_or("", |(pair, _)| pair).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(pairs("queen.csv"), ["a,b", "b,c"]);
    assert_eq!(pairs("rook.csv"), ["a,b"]);
}

#[test]
fn the_demonstration_is_loaded_once_and_can_be_begun_anew() {
    let place = Place::new();
    let load = |further: &[&str]| {
        let arguments = [&["demo", "--load-only", "--data", "shown", "--json"], further].concat();
        let answer: serde_json::Value = serde_json::from_str(&place.run(&arguments).succeeded().answer).expect("JSON");
        (answer["created"].as_u64().expect("a count"), answer["kept"].as_u64().expect("a count"))
    };

    let (created, _) = load(&[]);
    assert!(created > 100, "{created}");
    assert_eq!(load(&[]), (0, created));
    assert_eq!(load(&["--reset"]), (created, 0));
}

#[test]
fn a_folder_that_holds_other_files_is_not_emptied() {
    let place = Place::new().file("letter.txt", "dear");

    let run = place.run(&["demo", "--load-only", "--data", ".", "--reset"]);

    assert_eq!(run.code, 2, "{}", run.talk);
    assert_eq!(place.text("letter.txt"), "dear");
}

#[test]
fn completion_and_manual_know_every_command() {
    let place = Place::new();

    let script = place.run(&["completion", "bash"]).succeeded().answer;
    place.run(&["manual", "--out", "man"]).succeeded();

    for command in ["delimit", "methods", "compare", "estimate", "contiguity", "demo"] {
        assert!(script.contains(command), "{command}");
        assert!(place.path(&format!("man/miedza-{command}.1")).exists(), "{command}");
    }
}

#[test]
fn help_names_every_command_in_a_line() {
    let help = Place::new().run(&["--help"]).succeeded().answer;

    for command in ["delimit", "methods", "compare", "estimate", "contiguity", "demo", "completion", "manual"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command}");
    }
}

#[test]
fn partitions_with_codes_of_letters_are_compared_to_their_last_unit() {
    let place = Place::new().file("a.csv", "unit,area\nU1,a\nU2,a\nU3,b\nU4,b\n");

    let run = place.run(&["compare", "a.csv", "a.csv", "--json"]).succeeded();

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!(answer["common_units"], 4);
}

#[test]
fn flows_of_another_country_give_no_weights() {
    let place = Place::with_two_towns().file("a.csv", "unit,area\nA,1\nB,1\nC,2\n");

    let run = place.run(&["compare", "a.csv", "a.csv", "--flows", "flows.csv"]);

    assert_eq!(run.code, 2, "{}", run.talk);
}

#[test]
fn wrong_arguments_are_told_in_json_as_well() {
    let run = Place::new().run(&["delimit", "flows.csv", "--json", "--nonsense"]);

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!((run.code, answer["error"]["kind"].as_str()), (2, Some("invalid")));
}

#[test]
fn flows_are_modelled_learned_from_and_delimited_with_their_mark() {
    let units = "code,lon,lat,employed,jobs\n1,18,51.7,940,1210\n2,18.1,51.7,200,70\n3,18.2,51.75,160,50\n4,18.6,51.7,730,895\n";
    let place = Place::new().file("units.csv", units);
    let flows = ["estimate", "flows", "units.csv", "--model", "gravity"];

    place.run(&[&flows[..], &["--beta", "0.05", "--out", "flows.csv"]].concat()).succeeded();
    let learned =
        place.run(&[&flows[..], &["--calibrate", "flows.csv", "--min-flow", "0", "--out", "again.csv", "--json"]].concat());
    let areas = place.delimit(&["--units", "units.csv"]).succeeded();

    let answer: serde_json::Value = serde_json::from_str(&learned.succeeded().answer).expect("JSON");
    assert!((answer["deterrence"]["beta"].as_f64().expect("a number") - 0.05).abs() < 1e-3, "{answer}");
    assert_eq!(place.summary()["marks"]["modelled"], true);
    assert!(areas.answer.contains("modelled") || areas.answer.contains("modelowane"), "{}", areas.answer);
}
