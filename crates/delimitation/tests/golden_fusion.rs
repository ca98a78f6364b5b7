//! `self_contained` and `intramax` on real matrices and on cases that another program answered.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use miedza_delimitation::method::intramax::{self, Diagonal, StopRule};
use miedza_delimitation::method::{Input, Outcome, self_contained};
use miedza_territory::{Flow, Flows, UnitCode, UnitIx, Units};

#[expect(clippy::disallowed_methods, reason = "the room is pure, its tests read the answers of others from files")]
fn rows(path: &Path) -> Vec<csv::StringRecord> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = Vec::new();
    if path.extension().is_some_and(|ending| ending == "gz") {
        GzDecoder::new(bytes.as_slice()).read_to_end(&mut text).expect("gzip");
    } else {
        text = bytes;
    }
    csv::Reader::from_reader(text.as_slice()).records().map(|row| row.expect("a row")).collect()
}

fn flows(path: &Path) -> Flows {
    let code = |text: &str| UnitCode::parse(text).expect("a code");
    let mut pairs: BTreeMap<(String, String), f64> = BTreeMap::new();
    for row in rows(path) {
        *pairs.entry((row[0].to_owned(), row[1].to_owned())).or_default() += row[2].parse::<f64>().expect("a number");
    }
    let units = Units::new(pairs.keys().flat_map(|(from, to)| [code(from), code(to)]).collect());
    let find = |text: &str| -> UnitIx { units.find(&code(text)).expect("listed") };
    let list = pairs.iter().map(|((from, to), &persons)| Flow { from: find(from), to: find(to), persons }).collect();
    Flows::new(units.clone(), list).expect("a matrix")
}

fn shared_data() -> Option<PathBuf> {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let found = given.or_else(|| {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
    });
    if found.is_none() {
        eprintln!("skipped: no shared data");
    }
    found
}

fn golden(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(case)
}

/// `unit -> label of its area`, as a table of two columns has it.
fn expect_areas(case: &str, flows: &Flows, outcome: &Outcome) {
    let expected: BTreeMap<String, String> =
        rows(&golden(case).join("expected.csv")).iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
    let label = |unit: UnitIx| {
        let area = outcome.partition.area_of(unit);
        area.map_or_else(String::new, |area| outcome.partition.label(area, flows.units()).to_string())
    };
    let found: BTreeMap<String, String> =
        flows.units().indices().map(|unit| (flows.units().code(unit).to_string(), label(unit))).collect();
    assert_eq!(found, expected, "{case}");
}

/// The dendrogram as `first,second,internal_share`, six digits of the share.
fn expect_fusions(case: &str, flows: &Flows, outcome: &Outcome) {
    let code = |unit: UnitIx| flows.units().code(unit).to_string();
    let expected: Vec<String> =
        rows(&golden(case).join("fusions.csv")).iter().map(|row| format!("{},{},{}", &row[0], &row[1], &row[2])).collect();
    let line = outcome
        .fusions
        .iter()
        .map(|fusion| format!("{},{},{:.6}", code(fusion.first), code(fusion.second), fusion.internal_share));
    assert_eq!(line.collect::<Vec<_>>(), expected, "{case}");
}

#[test]
fn sardinia_has_fifteen_self_contained_areas() {
    let Some(data) = shared_data() else { return };
    let flows = flows(&data.join("it-sardinia/flows.csv.gz"));
    let parameters = self_contained::Parameters { min_flow: 1.0, ..self_contained::Parameters::default() };

    let outcome = self_contained::run(&flows, &parameters).expect("fitting parameters");

    assert_eq!(outcome.partition.len(), 15);
}

#[test]
fn self_contained_gives_the_areas_of_the_independent_program() {
    let case = "self_contained/random_60";
    let flows = flows(&golden(case).join("flows.csv"));
    let parameters = self_contained::Parameters { min_flow: 5.0, large_size: 2500.0, ..self_contained::Parameters::default() };

    let outcome = self_contained::run(&flows, &parameters).expect("fitting parameters");

    expect_areas(case, &flows, &outcome);
}

#[test]
fn intramax_gives_the_tree_of_the_independent_program() {
    for (case, diagonal) in [("intramax/random_60", Diagonal::Keep), ("intramax/random_60_removed", Diagonal::Remove)] {
        let flows = flows(&golden("intramax/random_60").join("flows.csv"));
        let parameters = intramax::Parameters { stop: StopRule::Areas(6), contiguous: false, diagonal };

        let outcome = intramax::run(&Input::new(&flows), &parameters).expect("fitting parameters");

        expect_fusions(case, &flows, &outcome);
        expect_areas(case, &flows, &outcome);
    }
}
