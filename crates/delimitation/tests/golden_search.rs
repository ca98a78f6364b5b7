//! What the programs of the authors of Leiden and of the map equation found: the same areas have the same value here, and
//! the areas found here are not worse.

mod shared_data;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use miedza_delimitation::method::{self, Input, Method, Outcome, Settings, leiden, map_equation};
use miedza_delimitation::quality;
use miedza_territory::{Flows, Partition, UnitCode, Units};
use serde_json::Value;
use shared_data::{bytes, code, column, flows, golden, rows};

/// The areas in a column of a table whose first column holds the units.
fn areas(path: &Path, name: &str, units: &Units) -> Partition {
    let labels = column(path, name);
    let label: BTreeMap<UnitCode, &String> = rows(path).iter().zip(&labels).map(|(row, label)| (code(&row[0]), label)).collect();
    Partition::from_labels(units.codes().iter().map(|code| label.get(code).copied()))
}

fn run(flows: &Flows, method: Method, values: &[(&str, &str)]) -> Outcome {
    let mut settings = Settings::new(method);
    for (name, value) in values {
        settings.set(name, value).expect("a fitting value");
    }
    method::run(&Input::new(flows), &settings).expect("fitting settings")
}

struct Case {
    name: String,
    flows: Flows,
    expected: Vec<Value>,
    areas: PathBuf,
}

fn cases(method: &str) -> Vec<Case> {
    let folder = golden(method);
    let case = |name: &str| Case {
        name: format!("{method}/{name}"),
        flows: flows(&folder.join(name).join("flows.csv")),
        expected: serde_json::from_slice(&bytes(&folder.join(name).join("expected.json"))).expect("a list"),
        areas: folder.join(name).join("areas.csv"),
    };
    ["two_towns", "made_60", "made_300"].map(case).into()
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn word(value: &Value) -> &str {
    value.as_str().expect("a word")
}

#[test]
fn areas_of_leidenalg_have_the_quality_that_it_gives_them_and_ours_are_not_worse() {
    for Case { name, flows, expected, areas: table } in cases("leiden") {
        for expected in expected {
            let (quality, value) = (word(&expected["quality"]), number(&expected["value"]));
            let parameters = leiden::Parameters {
                quality: if quality == "cpm" { leiden::Objective::Cpm } else { leiden::Objective::Modularity },
                resolution: number(&expected["resolution"]),
                ..leiden::Parameters::default()
            };
            let theirs = areas(&table, word(&expected["column"]), flows.units());

            let again = leiden::quality(&Input::new(&flows), &theirs, &parameters).expect("fits");
            let ours = leiden::run(&Input::new(&flows), &parameters).expect("fits").quality.expect("searched").value;

            let scale = value.abs().max(1.0);
            assert!((again - value).abs() < 1e-9 * scale, "{name}, {expected}: {again}");
            let slack = if quality == "cpm" { 0.0005 } else { 1e-9 };
            assert!(ours >= value - slack * scale, "{name}, {expected}: {ours}");
        }
    }
}

#[test]
fn areas_of_infomap_have_the_code_length_that_it_gives_them_and_ours_are_not_worse() {
    for Case { name, flows, expected, areas: table } in cases("map_equation") {
        for expected in expected {
            let value = number(&expected["value"]);
            let entered = expected["settings"].as_object().expect("settings");
            let entered: Vec<(&str, &str)> = entered.iter().map(|(name, value)| (name.as_str(), word(value))).collect();
            let mut settings = Settings::new(Method::MapEquation);
            entered.iter().for_each(|(name, value)| settings.set(name, value).expect("a fitting value"));
            let parameters = map_equation::Parameters::of(&settings).expect("fits");
            let theirs = areas(&table, word(&expected["column"]), flows.units());

            let again = map_equation::code_length(&Input::new(&flows), &theirs, &parameters).expect("fits");
            let ours = run(&flows, Method::MapEquation, &entered).quality.expect("searched").value;

            assert!((again - value).abs() < 1e-9, "{name}, {expected}: {again}");
            assert!(ours <= value * 1.001, "{name}, {expected}: {ours}");
        }
    }
}

fn shared(matrix: &str) -> Option<Flows> {
    shared_data::folder().map(|data| flows(&data.join(matrix).join("flows.csv.gz")))
}

/// Matrix, areas and the best of 20 runs of leidenalg 0.12.0 (modularity), then those of infomap 2.16.0 (code length without
/// self-flows, without direction).
const REAL: [(&str, usize, f64, f64); 2] =
    [("it-sardinia", 18, 0.774_213_250_530_942_7, 4.998_513_211), ("it-brindisi", 11, 0.673_681_676_985_986, 3.805_725_554)];

#[test]
fn real_matrices_give_what_the_other_programs_found_or_better() {
    for (matrix, areas, modularity, code_length) in REAL {
        let Some(flows) = shared(matrix) else { return };

        let leiden = run(&flows, Method::Leiden, &[]);
        let walk = run(&flows, Method::MapEquation, &[]);

        let found = leiden.quality.expect("searched");
        assert_eq!(leiden.partition.len(), areas, "{matrix}");
        assert!((found.value - modularity).abs() < 1e-12, "{matrix}: {}", found.value);
        let figures = quality::areas(&flows, &leiden.partition, None, None).expect("same units");
        let again = quality::partition(&flows, &figures).modularity.expect("flows");
        assert!((found.value - again).abs() < 1e-12, "{matrix}: {again}");
        let length = walk.quality.expect("searched").value;
        assert!(length <= code_length + 1e-9, "{matrix}: {length}");
    }
}

#[test]
fn areas_by_labour_market_have_a_lower_modularity_than_those_that_were_searched_for() {
    let Some(flows) = shared("it-sardinia") else { return };
    let labour = run(&flows, Method::TravelToWork, &[]).partition;

    let parameters = leiden::Parameters::default();
    let of_labour = leiden::quality(&Input::new(&flows), &labour, &parameters).expect("fits");

    // leidenalg 0.12.0, ModularityVertexPartition.quality() of the same 36 areas.
    assert_eq!(labour.len(), 36);
    assert!((of_labour - LABOUR_MODULARITY).abs() < 1e-12, "{of_labour}");
}

/// See above.
const LABOUR_MODULARITY: f64 = 0.752_162_564_558_508_8;
