//! Methods that start from cores, with the tables that they take beside the flows, and moves made by hand.

use serde_json::Value;

use crate::support::{Place, TWO_TOWNS};

const FIGURES: &str =
    "code,name,population,firms\n1,Jeden,2400,90\n2,Dwa,520,20\n3,Trzy,410,5\n4,Cztery,1900,70\n5,Pięć,500,18\n6,Sześć,300,\n";

const CRITERIA: &str = "indicator;comparison;threshold;relative_to;group;weight;mandatory;source
commuters_per_employed;>=;0,5;;functional;;yes;agreed by the partners
firms;>=;40%;country_mean;economic;2;;\n";

#[test]
fn a_table_of_criteria_shows_each_criterion_on_each_unit() {
    let place = Place::new().file("flows.csv", TWO_TOWNS).file("units.csv", FIGURES).file("criteria.csv", CRITERIA);
    let arguments = ["delimit", "flows.csv", "--out", "result", "--units", "units.csv", "--criteria", "criteria.csv"];

    let run = place.run(&[&arguments[..], &["--set", "cores=1,4", "--set", "min_weight=3"]].concat()).succeeded();

    assert_eq!(place.text("result/areas.csv"), "unit,area\n1,1\n2,1\n3,\n4,4\n5,4\n6,\n");
    // Firms of 3 are not enough: the mean is (90 + 20 + 5 + 70 + 18) / 5 = 40.6, two fifths of it 16.24. Of 6 they are unknown.
    let judged = place.text("result/criteria.csv");
    let lines: Vec<Vec<&str>> = judged.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let told: Vec<String> = lines.iter().map(|line| format!("{} {} {} {}", line[0], line[9], line[15], line[4])).collect();
    assert_eq!(
        told,
        [
            "2 commuters_per_employed true true",
            "2 firms true true",
            "3 commuters_per_employed true false",
            "3 firms false false",
            "5 commuters_per_employed true true",
            "5 firms true true",
            "6 commuters_per_employed false false",
            "6 firms unknown false",
        ]
    );
    assert!(run.talk.contains("criteria that could not be judged because a figure is missing: 1"), "{}", run.talk);
    let summary = place.summary();
    assert_eq!(
        summary["parameters"]["criteria"],
        "commuters_per_employed >= 0.5 group functional mandatory; firms >= 40% of country group economic weight 2"
    );
    assert!(summary["inputs"].as_array().is_some_and(|files| files.iter().any(|file| file["role"] == "criteria")), "{summary}");
}

#[test]
fn a_fault_in_a_table_of_criteria_is_refused_with_its_word() {
    let place = Place::new().file("flows.csv", TWO_TOWNS).file("criteria.csv", "indicator,comparison,threshold\nfirms,>=,many\n");

    let run = place.run(&["delimit", "flows.csv", "--out", "result", "--criteria", "criteria.csv"]);

    assert_eq!(run.code, 2);
    assert!(run.talk.contains("criterion 1, \"firms >= many\": \"many\" is no number"), "{}", run.talk);
    assert!(!place.path("result").exists());
}

/// Unit 1 has two cells of 30,000 side by side; 4 has 40,000 in one; two inhabitants live in no unit of the flows.
const GRID: &str = "GRD_ID,TOT_P_2021,LAU
1kmN1756E4220,30000,1\n1kmN1756E4221,30000,1\n1kmN1756E4222,5000,2\n1kmN1770E4225,10000,2\n1kmN1756E4230,40000,4\n1kmN1700E4200,2,77\n";

#[test]
fn a_population_grid_tells_the_cities() {
    let place = Place::new().file("flows.csv", TWO_TOWNS).file("grid.csv", GRID);
    let delimit = |out: &str, further: &[&str]| {
        place.run(&[&["delimit", "flows.csv", "--grid", "grid.csv", "--out", out], further].concat())
    };

    let one = delimit("one", &[]).succeeded();
    delimit("two", &["--set", "grid_population=40000"]).succeeded();

    assert_eq!(place.text("one/areas.csv"), "unit,area\n1,1\n2,1\n3,1\n4,\n5,\n6,1\n");
    assert_eq!(place.text("two/areas.csv"), "unit,area\n1,1\n2,1\n3,1\n4,4\n5,4\n6,1\n");
    assert!(one.talk.contains("2 of 115,002 inhabitants of the population grid live outside"), "{}", one.talk);
    assert!(place.text("one/log.csv").contains("100.0% of its inhabitants (60,000) live in an urban centre"));
    let summary: Value = serde_json::from_str(&place.text("one/summary.json")).expect("JSON");
    assert_eq!(summary["method"], "functional_urban_area");

    let other = delimit("three", &["--method", "leiden"]);
    assert_eq!(other.code, 2);
    assert!(other.talk.contains("leiden does not look at a population grid"), "{}", other.talk);
    let none = delimit("three", &["--set", "grid_population=90000"]);
    assert!(none.code == 2 && none.talk.contains("0 urban centres"), "{}", none.talk);
}

#[test]
fn moves_by_hand_rest_on_the_totals_that_were_asked_for() {
    // A worked example of the page on travel_to_work: 280 come to 2 from 4, which only the full matrix knows.
    let flows = "from,to,persons\n1,1,60\n1,2,20\n1,3,20\n2,2,100\n3,3,150\n4,2,280\n4,4,100\n";
    let place = Place::new().file("flows.csv", flows).file("moves.csv", "unit,area\n1,2\n1,3\n");
    let arguments = ["delimit", "flows.csv", "--method", "threshold", "--set", "cores=1,2,3,4", "--moves", "moves.csv"];
    let areas = |out: &str, further: &[&str]| {
        place.run(&[&arguments[..], &["--out", out], further].concat()).succeeded();
        place.text(&format!("{out}/areas.csv"))
    };

    assert_eq!(areas("restricted", &[]), "unit,area\n1,1\n2,1\n3,3\n4,4\n");
    assert_eq!(areas("full", &["--moves-totals", "full"]), "unit,area\n1,1\n2,2\n3,1\n4,4\n");
}
