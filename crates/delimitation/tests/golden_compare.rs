//! Measures of agreement against those of scikit-learn.

use std::collections::BTreeMap;

use miedza_delimitation::compare::compare;
use miedza_territory::Partition;

/// Labels of the two partitions of each case.
fn cases() -> BTreeMap<String, (Vec<String>, Vec<String>)> {
    let mut reader = csv::Reader::from_reader(include_str!("golden/compare/partitions.csv").as_bytes());
    let mut cases: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let case = cases.entry(row[0].to_owned()).or_default();
        case.0.push(row[1].to_owned());
        case.1.push(row[2].to_owned());
    }
    cases
}

#[test]
fn measures_are_those_of_another_program() {
    let cases = cases();
    let mut reader = csv::Reader::from_reader(include_str!("golden/compare/expected.csv").as_bytes());
    let mut seen = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        let (first, second) = &cases[&row[0]];
        let labelled = |labels: &Vec<String>| Partition::from_labels(labels.iter().map(Some));

        let found = compare(&labelled(first), &labelled(second), None).expect("same units").by_units;

        let measures = [
            found.adjusted_rand.expect("several units"),
            found.normalised_mutual_information,
            found.variation_of_information,
        ];
        for (column, measure) in measures.into_iter().enumerate() {
            let expected: f64 = row[column + 1].parse().expect("a number");
            assert!((measure - expected).abs() < 1e-9, "{} column {column}: {measure} instead of {expected}", &row[0]);
        }
        seen += 1;
    }
    assert_eq!(seen, cases.len());
}
