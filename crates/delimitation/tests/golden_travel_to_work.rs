//! The areas that the reference program found, partition for partition and label for label.
//!
//! Its answers lie beside the repository, not in it; where they are absent the tests say so and pass.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use miedza_delimitation::method::travel_to_work::validity::Standard;
use miedza_delimitation::method::travel_to_work::{Parameters, run};
use miedza_delimitation::quality;
use miedza_territory::{Flow, Flows, UnitCode, UnitIx, UnitVec, Units};

/// Rows of a CSV file as texts, without the header; gzip is found by its name.
#[expect(clippy::disallowed_types, reason = "the room is pure, its tests read the answers of others from files")]
fn rows(path: &Path) -> Vec<Vec<String>> {
    let file = std::fs::File::open(path).expect("the file is there");
    let bytes: Box<dyn Read> = match path.extension() {
        Some(extension) if extension == "gz" => Box::new(flate2::read::GzDecoder::new(file)),
        _ => Box::new(file),
    };
    let mut reader = csv::Reader::from_reader(bytes);
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

fn flows(path: &Path) -> Flows {
    let mut pairs: BTreeMap<(String, String), f64> = BTreeMap::new();
    for row in rows(path) {
        *pairs.entry((row[0].clone(), row[1].clone())).or_default() += number(&row[2]);
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

fn expect_labels(name: &str, flows: &Flows, labels: &UnitVec<Option<u32>>, answer: &Path) {
    let expected: BTreeMap<UnitCode, u32> =
        rows(answer).iter().map(|row| (code(&row[0]), row[1].parse().expect("a label"))).collect();
    let found: BTreeMap<UnitCode, u32> =
        labels.enumerate().filter_map(|(unit, label)| label.map(|label| (flows.units().code(unit).clone(), label))).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn real_matrices_give_the_labels_of_the_reference_program() {
    let Some(data) = shared_data() else { return };
    let golden = data.join("golden/travel_to_work");
    let cases = [
        ("brindisi", [1000.0, 0.6667, 10_000.0, 0.75]),
        ("brindisi", [500.0, 0.6, 5000.0, 0.7]),
        ("sardinia", [3500.0, 0.6667, 25_000.0, 0.75]),
    ];
    for (matrix, [min_size, min_self_containment, target_size, target_self_containment]) in cases {
        let name = format!("lma_{matrix}_{min_size}_{min_self_containment}_{target_size}_{target_self_containment}");
        let flows = flows(&data.join(format!("it-{matrix}/flows.csv.gz")));
        let parameters =
            Parameters { min_size, min_self_containment, target_size, target_self_containment, ..Parameters::default() };

        let outcome = run(&flows, &parameters).expect("fitting parameters");

        expect_labels(&name, &flows, &outcome.labels, &golden.join(format!("{name}_clusters.csv")));
        let before = golden.join(format!("{name}_before_reserve.csv"));
        if before.exists() {
            let labels = outcome.labels_before_reserve.as_ref().expect("this method has a reserve");
            expect_labels(&name, &flows, labels, &before);
        }
    }
}

#[test]
fn small_matrices_with_many_ties_give_the_labels_of_the_reference_program() {
    let Some(data) = shared_data() else { return };
    let golden = data.join("golden/travel_to_work");
    let parameters = Parameters {
        min_size: 20.0,
        min_self_containment: 0.6,
        target_size: 80.0,
        target_self_containment: 0.75,
        ..Parameters::default()
    };
    for case in 0..8 {
        let name = format!("tie_{case:02}");
        let flows = flows(&golden.join(format!("{name}.csv")));

        let outcome = run(&flows, &parameters).expect("fitting parameters");

        expect_labels(&name, &flows, &outcome.labels, &golden.join(format!("{name}_clusters.csv")));
    }
}

#[test]
fn figures_of_the_areas_are_those_of_the_reference_program() {
    let Some(data) = shared_data() else { return };
    let flows = flows(&data.join("it-sardinia/flows.csv.gz"));
    let parameters = Parameters { min_size: 3500.0, target_size: 25_000.0, ..Parameters::default() };
    let outcome = run(&flows, &parameters).expect("fitting parameters");

    let figures = quality::areas(&flows, &outcome.partition, None, Some(&Standard::new(&parameters))).expect("same units");

    let answer = rows(&data.join("golden/travel_to_work/lma_sardinia_3500_0.6667_25000_0.75_stats.csv"));
    assert_eq!(answer.len(), figures.len());
    for row in answer {
        let label: u32 = row[0].parse().expect("a label");
        let labelled = outcome.labels.enumerate().find(|(_, found)| **found == Some(label)).expect("this label was given");
        let area = &figures[outcome.partition.area_of(labelled.0).expect("a labelled unit has an area")];
        let found = [
            area.totals.residents,
            area.totals.jobs,
            area.validity.expect("a standard was given"),
            area.totals.internal,
            area.demand_self_containment.expect("jobs"),
            area.supply_self_containment.expect("residents"),
            miedza_territory::count(area.units),
            area.cohesion_of_links.unwrap_or(f64::NAN),
            area.cohesion_of_flows.expect("persons inside"),
            miedza_territory::count(area.central_units),
            // The reference program counts the flow of an area with itself as a link both in and out.
            miedza_territory::count(area.areas_in + 1),
            miedza_territory::count(area.areas_out + 1),
            area.commuter_ratio.expect("persons inside"),
            area.home_work_ratio.expect("persons inside"),
        ];
        for (position, value) in found.into_iter().enumerate() {
            let Ok(expected) = row[position + 1].parse::<f64>() else { continue };
            assert!(
                (value - expected).abs() < 1e-9 * expected.abs().max(1.0),
                "area {label}, column {position}: {value}, not {expected}"
            );
        }
    }
}

#[test]
fn a_case_worked_out_by_hand_gives_its_labels() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/travel_to_work/two_towns");
    let flows = flows(&case.join("flows.csv"));
    let parameters = Parameters { min_size: 100.0, target_size: 500.0, ..Parameters::default() };

    let outcome = run(&flows, &parameters).expect("fitting parameters");

    expect_labels("two_towns", &flows, &outcome.labels, &case.join("expected.csv"));
}
