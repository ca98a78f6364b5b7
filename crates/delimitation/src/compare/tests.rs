//! Comparison against figures worked out by hand and against trying everything.

use std::collections::BTreeMap;

use miedza_territory::{AreaIx, Neighbours, Partition, UnitIx, UnitVec, Units, samples};
use proptest::prelude::*;

use super::{Moved, align, assignment, compare, moved, violations};

fn partition(labels: &[u8]) -> Partition {
    Partition::from_labels(labels.iter().map(|&label| (label > 0).then_some(label)))
}

#[test]
fn equal_partitions_agree_fully() {
    for labels in [&[1, 1, 2, 2, 3][..], &[1, 1, 1], &[1, 2, 3]] {
        let found = compare(&partition(labels), &partition(labels), None).expect("same units");

        assert!((found.by_units.adjusted_rand.expect("several units") - 1.0).abs() < 1e-12, "{labels:?}");
        assert!((found.by_units.normalised_mutual_information - 1.0).abs() < 1e-12, "{labels:?}");
        assert!(found.by_units.variation_of_information < 1e-12, "{labels:?}");
        assert_eq!(found.changed, [], "{labels:?}");
    }
}

#[test]
fn figures_are_as_worked_out_by_hand() {
    // Table: (1,1) 2, (1,2) 1, (2,2) 3; pairs 1 + 0 + 3 = 4, rows 3 + 3 = 6, columns 1 + 6 = 7, all 15.
    let found = compare(&partition(&[1, 1, 1, 2, 2, 2]), &partition(&[1, 1, 2, 2, 2, 2]), None).expect("same units");

    let expected = 6.0 * 7.0 / 15.0;
    assert!((found.by_units.adjusted_rand.expect("six units") - (4.0 - expected) / (6.5 - expected)).abs() < 1e-12);
    // H(A) = ln 2, H(B) = ln 3 - (2/3) ln 2, H(A,B) = ln 6 - (ln 2)/3 - (ln 3)/2.
    let (ln2, ln3) = (std::f64::consts::LN_2, 1.098_612_288_668_11);
    let (first, second, joint) = (ln2, ln3 - ln2 * 2.0 / 3.0, ln2 + ln3 - ln2 / 3.0 - ln3 / 2.0);
    assert!((found.by_units.variation_of_information - (2.0 * joint - first - second)).abs() < 1e-12);
    let information = 2.0 * (first + second - joint) / (first + second);
    assert!((found.by_units.normalised_mutual_information - information).abs() < 1e-12);
    assert_eq!(found.changed.len(), 1);
    assert!((found.best_matches[0].jaccard - 2.0 / 3.0).abs() < 1e-12);
    assert!((found.best_matches[1].jaccard - 3.0 / 4.0).abs() < 1e-12);
    assert!((found.best_matches[1].moved_in - 0.25).abs() < 1e-12);
}

#[test]
fn units_without_an_area_on_one_side_are_told_and_not_compared() {
    let found = compare(&partition(&[1, 1, 0, 2]), &partition(&[1, 1, 1, 0]), None).expect("same units");

    assert_eq!(found.compared, 2);
    assert_eq!(found.only_first.len(), 1);
    assert_eq!(found.only_second.len(), 1);
}

#[test]
fn an_area_that_loses_a_unit_to_none_is_not_like_the_one_before() {
    // First {1, 2, 3, 4}; second {1, 2, 5}: shared 2 of 5 units, by weight 1 + 3 of 16.
    let (first, second) = (partition(&[1, 1, 1, 1, 0]), partition(&[1, 1, 0, 0, 1]));
    let weights = UnitVec::new(vec![1.0, 3.0, 4.0, 2.0, 6.0]);
    let cases = [(None, [2.0 / 5.0, 2.0 / 4.0, 1.0 / 3.0]), (Some(&weights), [4.0 / 16.0, 6.0 / 10.0, 6.0 / 10.0])];
    for (weights, [jaccard, out, came]) in cases {
        let found = compare(&first, &second, weights).expect("same units").best_matches[0];

        let figures = [found.jaccard - jaccard, found.moved_out - out, found.moved_in - came];
        assert!(figures.iter().all(|apart| apart.abs() < 1e-12), "{found:?}");
    }
}

#[test]
fn weights_move_the_best_match() {
    let weights = UnitVec::new(vec![100.0, 1.0, 1.0]);

    let found = compare(&partition(&[1, 1, 1]), &partition(&[1, 2, 2]), Some(&weights)).expect("same units");

    assert_eq!(found.assignment, [(AreaIx::new(0), AreaIx::new(0))]);
    assert!((found.changed_weight - 2.0).abs() < 1e-12);
}

#[test]
fn different_lists_are_compared_on_what_both_hold() {
    let units = |codes: &[&str]| Units::new(codes.iter().map(|text| samples::code(text)).collect());
    let (older, newer) = (units(&["1", "2", "3"]), units(&["2", "3", "4"]));

    let found = align((&older, &partition(&[1, 2, 2])), (&newer, &partition(&[7, 7, 8])));

    assert_eq!(found.units, units(&["2", "3"]));
    assert_eq!((found.first.len(), found.first.clone()), (1, found.second));
    assert_eq!((found.missing_in_second, found.missing_in_first), (vec![samples::code("1")], vec![samples::code("4")]));
}

#[test]
fn what_moves_is_summed_over_units_that_are_in_both() {
    let (first, second) = (partition(&[1, 1, 2, 2, 0]), partition(&[1, 1, 1, 2, 2]));
    let found = compare(&first, &second, None).expect("same units");
    let figures = UnitVec::new(vec![Some(10.0), None, Some(30.0), Some(60.0), Some(900.0)]);

    let found = moved(&found, [&first, &second], &figures);

    assert_eq!(found, Moved { moved: 30.0, all: 100.0, share: Some(0.3), left: 0.0, joined: 900.0, missing: 1 });
}

#[test]
fn pieces_beyond_the_first_are_violations() {
    // A line of seven units; area 1 lies in three pieces of which the middle one is the largest, area 2 in two alike.
    let line = Neighbours::from_pairs(7, (0..6).map(|unit| (UnitIx::new(unit), UnitIx::new(unit + 1), None)));
    let cases: [(&[u8], usize, usize, &[usize]); 3] = [
        (&[1, 2, 1, 1, 2, 1, 0], 3, 2, &[0, 4, 5]),
        (&[1, 1, 1, 2, 2, 2, 2], 0, 0, &[]),
        (&[1, 0, 1, 0, 1, 0, 1], 3, 1, &[2, 4, 6]),
    ];
    for (labels, pieces, areas, apart) in cases {
        let found = violations(&partition(labels), &line);

        let apart: Vec<UnitIx> = apart.iter().copied().map(UnitIx::new).collect();
        assert_eq!((found.violations, found.areas, found.apart), (pieces, areas, apart), "{labels:?}");
    }
}

/// The best sum by trying all assignments of rows to columns.
fn best_sum(cells: &BTreeMap<(AreaIx, AreaIx), f64>, row: usize, taken: u32) -> f64 {
    if row == 5 {
        return 0.0;
    }
    let weight = |column: usize| cells.get(&(AreaIx::new(row), AreaIx::new(column))).copied().unwrap_or(0.0);
    let free = (0..5).filter(|column| taken & (1 << column) == 0);
    free.map(|column| weight(column) + best_sum(cells, row + 1, taken | 1 << column))
        .fold(best_sum(cells, row + 1, taken), f64::max)
}

proptest! {
    #[test]
    fn no_other_assignment_shares_more(
        table in proptest::collection::btree_map((0_usize..5, 0_usize..5), 1_u32..9, 0..16),
    ) {
        let cells = table.iter().map(|(&(row, column), &weight)| ((AreaIx::new(row), AreaIx::new(column)), f64::from(weight)));
        let cells: BTreeMap<_, _> = cells.collect();

        let found = assignment::largest(&cells);

        let sum: f64 = found.iter().map(|pair| cells[pair]).sum();
        prop_assert!((sum - best_sum(&cells, 0, 0)).abs() < 1e-9);
    }
}
