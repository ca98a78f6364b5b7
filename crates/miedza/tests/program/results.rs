//! What a run writes.

use crate::support::{Place, areas};

#[test]
fn two_towns_become_two_areas() {
    let place = Place::with_two_towns();

    place.delimit(&[]).succeeded();

    assert_eq!(areas(&place.text("result/areas.csv")), [vec!["1", "2", "3"], vec!["4", "5", "6"]]);
}

#[test]
fn every_output_is_there_and_nothing_else() {
    let place = Place::with_two_towns();

    place.delimit(&["--units", "units.csv", "--report", "pdf,html,docx"]).succeeded();

    let names: Vec<String> = place.files("result").into_keys().collect();
    assert_eq!(
        names,
        [
            "areas.csv",
            "areas.geojson",
            "areas.gpkg",
            "before_reserve.csv",
            "log.csv",
            "map.svg",
            "report.docx",
            "report.html",
            "report.pdf",
            "summary.json",
            "units.geojson"
        ]
    );
}

#[test]
fn the_summary_says_how_the_areas_were_made() {
    let place = Place::with_two_towns();

    place.delimit(&["--units", "units.csv"]).succeeded();

    let summary = place.summary();
    assert_eq!(summary["method"], "travel_to_work");
    assert_eq!(summary["parameters"]["min_size"], "100");
    assert_eq!(summary["parameters"]["rule"], "istat_compatible");
    assert_eq!(summary["inputs"][0]["role"], "flows");
    assert_eq!(summary["inputs"][0]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(summary["program"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(summary["counts"]["areas"], 2);
    assert_eq!(summary["totals"]["persons"], 2350.0);
    assert_eq!(summary["marks"]["schematic"], true);
    let area = &summary["areas"][0];
    assert_eq!(area["area"], "1");
    assert_eq!(area["seat"], "1");
    assert_eq!(area["units"], 3);
    assert_eq!(area["population"], 3330.0);
    assert_eq!(area["employed_residents"], 1300.0);
    assert_eq!(area["jobs"], 1330.0);
    assert_eq!(area["internal_flow"], 1260.0);
    assert_eq!(area["contiguous"], serde_json::Value::Null, "schematic cells decide nothing");
}

#[test]
fn the_log_answers_why_a_unit_is_where_it_is() {
    let place = Place::with_two_towns();

    place.delimit(&["--units", "units.csv"]).succeeded();

    let log = place.text("result/log.csv");
    assert!(log.starts_with("step,action,unit,from,to,reason,"), "{log}");
    let last_of_six = log.lines().rfind(|line| line.split(',').nth(2) == Some("6")).expect("unit 6 was moved");
    assert!(last_of_six.contains("Sześć (6) joins the area of Cztery (4)"), "{last_of_six}");
}

#[test]
fn the_log_speaks_the_language_that_was_asked_for() {
    let place = Place::with_two_towns();

    place.delimit(&["--units", "units.csv", "--lang", "pl"]).succeeded();

    assert!(place.text("result/log.csv").contains("Sześć (6) wchodzi do obszaru, w którym jest Cztery (4)"));
}

#[test]
fn a_matrix_without_a_diagonal_gets_one_from_employed_residents() {
    let flows = "from,to,n\n1,4,40\n2,1,140\n3,1,100\n3,2,10\n4,1,30\n5,4,120\n6,1,40\n6,4,35\n";
    let place =
        Place::new().file("flows.csv", flows).file("employed.csv", "code;residents\n1;940\n2;200\n3;160\n4;730\n5;200\n6;120\n");

    place.delimit(&["--employed", "employed.csv:residents"]).succeeded();

    assert_eq!(areas(&place.text("result/areas.csv")), [vec!["1", "2", "3"], vec!["4", "5", "6"]]);
    assert_eq!(place.summary()["data"]["diagonal"]["source"], "employed");
}

#[test]
fn a_unit_with_fewer_employed_than_leave_is_cut_and_named() {
    let flows = "from,to,n\n1,4,40\n2,1,140\n3,1,100\n3,2,10\n4,1,30\n5,4,120\n6,1,40\n6,4,35\n";
    let place =
        Place::new().file("flows.csv", flows).file("employed.csv", "code;residents\n1;940\n2;200\n3;160\n4;730\n5;100\n6;120\n");

    place.delimit(&["--employed", "employed.csv"]).succeeded();

    let cut = &place.summary()["data"]["diagonal"]["cut"];
    assert_eq!(cut[0]["unit"], "5");
    assert_eq!(cut[0]["given"], 100.0);
    assert_eq!(cut[0]["moving"], 120.0);
}

#[test]
fn an_estimated_diagonal_is_marked_everywhere() {
    let flows = "from,to,n\n1,4,40\n2,1,140\n3,1,100\n3,2,10\n4,1,30\n5,4,120\n6,1,40\n6,4,35\n";
    let place = Place::with_two_towns().file("flows.csv", flows);

    let run = place
        .delimit(&["--population", "units.csv:population", "--employed-share", "0.4", "--units", "units.csv", "--report", "html"])
        .succeeded();

    assert_eq!(place.summary()["marks"]["estimated"], true);
    assert!(run.talk.contains("estimate"), "{}", run.talk);
    for file in ["map.svg", "report.html", "areas.geojson"] {
        assert!(place.text(&format!("result/{file}")).contains("estimated"), "{file} does not say so");
    }
}

#[test]
fn without_any_figure_only_what_makes_sense_is_run() {
    let place = Place::new().file("flows.csv", "from,to,n\n1,4,40\n2,1,140\n3,1,100\n4,1,30\n5,4,120\n6,1,40\n6,4,35\n");

    let run = place.run(&["delimit", "flows.csv", "--out", "result"]).succeeded();

    let summary = place.summary();
    assert_eq!(summary["method"], "threshold");
    assert_eq!(summary["parameters"]["denominator"], "out_commuters");
    assert!(run.talk.contains("--employed"), "{}", run.talk);
}

#[test]
fn a_search_tells_what_its_areas_are_worth() {
    let place = Place::with_two_towns();
    let cases = [("leiden", "resolution=0.5", "modularity", 0.6997), ("map_equation", "self_flows=true", "code_length", 1.4417)];
    for (method, setting, measure, value) in cases {
        let arguments = ["delimit", "flows.csv", "--out", method, "--method", method, "--set", setting, "--set", "trials=3"];

        let run = place.run(&arguments).succeeded();

        let summary: serde_json::Value =
            serde_json::from_str(&place.text(&format!("{method}/summary.json"))).expect("the summary is JSON");
        assert_eq!(summary["quality"]["name"], measure);
        assert_eq!(summary["quality"]["trials"], 3);
        let found = summary["quality"]["value"].as_f64().expect("a number");
        assert!((found - value).abs() < 1e-4, "{method}: {found}");
        let told = format!("{found:.5}");
        assert!(run.talk.contains(told.trim_end_matches('0')), "{}", run.talk);
        assert!(place.text(&format!("{method}/log.csv")).contains("grouped"), "{method}");
    }
}

#[test]
fn json_on_stdout_is_the_summary() {
    let place = Place::with_two_towns();

    let run = place.delimit(&["--json"]).succeeded();

    let answer: serde_json::Value = serde_json::from_str(&run.answer).expect("JSON");
    assert_eq!(answer, place.summary());
}

#[test]
fn a_list_of_neighbours_is_read_to_its_first_and_last_pair() {
    let flows = "from,to,n\nA,A,100\nA,B,60\nB,A,50\nB,B,80\nC,A,30\nC,C,50\nB,C,20\n";
    let place = Place::new().file("flows.csv", flows).file("nb.csv", "unit,neighbour\nA,B\nB,C\n");

    place.delimit(&["--neighbours", "nb.csv"]).succeeded();

    let contiguity = &place.summary()["contiguity"];
    assert_eq!(contiguity["pairs"], 2);
    assert_eq!(contiguity["islands"].as_array().map(Vec::len), Some(0));
}

#[test]
fn figures_of_areas_leave_out_units_that_take_no_part() {
    // Unit 3 sends nobody, so it is set aside with all its flows: area 1 has 75 residents, 70 of them inside.
    let place = Place::new().file("flows.csv", "from,to,n\n1,1,70\n1,2,5\n2,1,5\n2,2,60\n1,3,60\n");

    place
        .run(&[
            "delimit",
            "flows.csv",
            "--out",
            "result",
            "--set",
            "min_size=20",
            "--set",
            "target_size=80",
            "--set",
            "min_self_containment=0.6",
        ])
        .succeeded();

    let area = &place.summary()["areas"][0];
    assert_eq!(area["employed_residents"], 75.0);
    assert!(area["validity"].as_f64().is_some_and(|validity| validity >= 1.0), "{area}");
}

#[test]
fn the_folder_somebody_stands_in_stays_the_same_folder() {
    let place = Place::with_two_towns();
    std::fs::create_dir(place.path("here")).expect("a folder");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_miedza"))
        .args(["delimit", "../flows.csv", "--out", ".", "--quiet"])
        .current_dir(place.path("here"))
        .output()
        .expect("the program starts");

    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(place.path("here/areas.csv").exists());
    assert_eq!(std::fs::read_dir(place.path(".")).expect("the folder").count(), 3, "nothing is left beside it");
}

#[test]
fn seats_at_one_place_cost_the_map_and_not_the_areas() {
    let seats = "code,lon,lat\n1,18.1,51.7\n2,18.1,51.7\n3,18.0,51.75\n4,18.6,51.7\n5,18.7,51.65\n6,18.35,51.68\n";
    let place = Place::with_two_towns().file("seats.csv", seats);

    let run = place.delimit(&["--units", "seats.csv"]).succeeded();

    assert!(run.talk.contains("the seats of units 1 and 2"), "{}", run.talk);
    assert!(!place.path("result/map.svg").exists() && place.path("result/areas.csv").exists());
}

#[test]
fn areas_whose_seats_have_the_same_name_are_told_apart_by_code() {
    let seats = "code,name,lon,lat\n1,Nowa Ruda,18.1,51.7\n2,Dwa,18.2,51.75\n3,Trzy,18.0,51.75\n4,Nowa Ruda,18.6,51.7\n5,Pięć,18.7,51.65\n6,Sześć,18.35,51.68\n";
    let place = Place::with_two_towns().file("units.csv", seats);

    place.delimit(&["--units", "units.csv"]).succeeded();

    let map = place.text("result/map.svg");
    assert!(map.contains("Nowa Ruda (1)") && map.contains("Nowa Ruda (4)"));
}

#[test]
fn moves_made_by_hand_are_tried_after_the_method() {
    let place = Place::with_two_towns().file("moves.csv", "unit,area\n6,1\n");

    let run = place.delimit(&["--moves", "moves.csv"]).succeeded();

    assert!(run.talk.contains("by a list made by hand: 1"), "{}", run.talk);
    assert_eq!(areas(&place.text("result/areas.csv")), [vec!["1", "2", "3", "6"], vec!["4", "5"]]);
    assert!(place.text("result/log.csv").contains("fine_tuned,6,4,1"), "{}", place.text("result/log.csv"));

    let place = Place::with_two_towns().file("moves.csv", "unit,area\n66,1\n");
    assert_eq!(place.delimit(&["--moves", "moves.csv"]).code, 2);
}
