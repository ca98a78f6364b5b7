//! `self_contained` and `intramax` on real matrices and on cases that another program answered.

mod shared_data;

use std::collections::BTreeMap;

use miedza_delimitation::method::intramax::{self, Diagonal, StopRule};
use miedza_delimitation::method::{Input, Outcome, self_contained};
use miedza_territory::{Flows, UnitIx};
use shared_data::{flows, golden, rows};

/// `unit -> label of its area`, as a table of two columns has it.
fn expect_areas(case: &str, flows: &Flows, outcome: &Outcome) {
    let expected: BTreeMap<String, String> =
        rows(&golden(case).join("expected.csv")).iter().map(|row| (row[0].clone(), row[1].clone())).collect();
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
    let Some(data) = shared_data::folder() else { return };
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
