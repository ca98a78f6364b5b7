//! What the programs of the authors of Leiden and of the map equation found: the same areas have the same value here, and
//! the areas found here are not worse.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use miedza_delimitation::method::{self, Input, Method, Outcome, Settings, leiden, map_equation};
use miedza_delimitation::quality;
use miedza_territory::{Flow, Flows, Partition, UnitCode, Units};
use serde_json::Value;

#[expect(clippy::disallowed_types, reason = "the room is pure, its tests read the answers of others from files")]
fn text(path: &Path) -> String {
    let mut file = std::fs::File::open(path).expect("the file is there");
    let mut text = String::new();
    let read = match path.extension() {
        Some(extension) if extension == "gz" => flate2::read::GzDecoder::new(file).read_to_string(&mut text),
        _ => file.read_to_string(&mut text),
    };
    read.expect("text");
    text
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = text(path);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

fn flows(path: &Path) -> Flows {
    let mut pairs: BTreeMap<(UnitCode, UnitCode), f64> = BTreeMap::new();
    for row in rows(path).iter().skip(1) {
        *pairs.entry((code(&row[0]), code(&row[1]))).or_default() += row[2].parse::<f64>().expect("a number");
    }
    let units = Units::new(pairs.keys().flat_map(|(from, to)| [from.clone(), to.clone()]).collect());
    let find = |code: &UnitCode| units.find(code).expect("listed");
    let list = pairs.iter().map(|((from, to), &persons)| Flow { from: find(from), to: find(to), persons }).collect();
    Flows::new(units.clone(), list).expect("a matrix")
}

/// The areas in a column of a table whose first column holds the units.
fn areas(path: &Path, column: &str, units: &Units) -> Partition {
    let rows = rows(path);
    let place = rows[0].iter().position(|name| name == column).expect("a column");
    let label: BTreeMap<UnitCode, &String> = rows.iter().skip(1).map(|row| (code(&row[0]), &row[place])).collect();
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(method);
    let case = |name: &str| Case {
        name: format!("{method}/{name}"),
        flows: flows(&folder.join(name).join("flows.csv")),
        expected: serde_json::from_str(&text(&folder.join(name).join("expected.json"))).expect("a list"),
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
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let found = given.or_else(|| {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
    });
    if found.is_none() {
        eprintln!("skipped: no shared data");
    }
    found.map(|data| flows(&data.join(matrix).join("flows.csv.gz")))
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
