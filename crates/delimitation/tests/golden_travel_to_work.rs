//! The areas that the reference program found, partition for partition and label for label.
//!
//! Its answers lie beside the repository, not in it; where they are absent the tests say so and pass.

mod shared_data;

use std::collections::BTreeMap;
use std::path::Path;

use miedza_delimitation::method::travel_to_work::validity::Standard;
use miedza_delimitation::method::travel_to_work::{Parameters, run};
use miedza_delimitation::quality;
use miedza_territory::{Flows, UnitCode, UnitVec};
use shared_data::{code, flows, golden, rows};

fn expect_labels(name: &str, flows: &Flows, labels: &UnitVec<Option<u32>>, answer: &Path) {
    let expected: BTreeMap<UnitCode, u32> =
        rows(answer).iter().map(|row| (code(&row[0]), row[1].parse().expect("a label"))).collect();
    let found: BTreeMap<UnitCode, u32> =
        labels.enumerate().filter_map(|(unit, label)| label.map(|label| (flows.units().code(unit).clone(), label))).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn real_matrices_give_the_labels_of_the_reference_program() {
    let Some(data) = shared_data::folder() else { return };
    let answers = data.join("golden/travel_to_work");
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

        expect_labels(&name, &flows, &outcome.labels, &answers.join(format!("{name}_clusters.csv")));
        let before = answers.join(format!("{name}_before_reserve.csv"));
        if before.exists() {
            let labels = outcome.labels_before_reserve.as_ref().expect("this method has a reserve");
            expect_labels(&name, &flows, labels, &before);
        }
    }
}

#[test]
fn small_matrices_with_many_ties_give_the_labels_of_the_reference_program() {
    let Some(data) = shared_data::folder() else { return };
    let answers = data.join("golden/travel_to_work");
    let parameters = Parameters {
        min_size: 20.0,
        min_self_containment: 0.6,
        target_size: 80.0,
        target_self_containment: 0.75,
        ..Parameters::default()
    };
    for case in 0..8 {
        let name = format!("tie_{case:02}");
        let flows = flows(&answers.join(format!("{name}.csv")));

        let outcome = run(&flows, &parameters).expect("fitting parameters");

        expect_labels(&name, &flows, &outcome.labels, &answers.join(format!("{name}_clusters.csv")));
    }
}

#[test]
fn figures_of_the_areas_are_those_of_the_reference_program() {
    let Some(data) = shared_data::folder() else { return };
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
    let case = golden("travel_to_work/two_towns");
    let flows = flows(&case.join("flows.csv"));
    let parameters = Parameters { min_size: 100.0, target_size: 500.0, ..Parameters::default() };

    let outcome = run(&flows, &parameters).expect("fitting parameters");

    expect_labels("two_towns", &flows, &outcome.labels, &case.join("expected.csv"));
}
