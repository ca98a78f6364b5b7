//! Repair, fine tuning and figures of quality on small regions that can be checked by hand.

use miedza_delimitation::fine_tuning::{Reckoning, Wish, fine_tune};
use miedza_delimitation::method::{Action, Reason};
use miedza_delimitation::pieces::{enclaves, main_piece, pieces};
use miedza_delimitation::quality;
use miedza_delimitation::repair::{Moves, Parameters, repair};
use miedza_territory::{AreaIx, Flows, Neighbours, Partition, UnitIx, samples};

fn chain(units: usize) -> Neighbours {
    Neighbours::from_pairs(units, (1..units).map(|unit| (UnitIx::new(unit - 1), UnitIx::new(unit), None)))
}

/// Five units in a row; `4` and `5` belong to the area of `1` though `3` lies between.
fn broken() -> (Flows, Partition) {
    let flows = samples::flows(&[
        ("1", "1", 100.0),
        ("2", "2", 10.0),
        ("3", "3", 50.0),
        ("4", "4", 20.0),
        ("5", "5", 10.0),
        ("4", "3", 5.0),
        ("5", "1", 30.0),
    ]);
    (flows, Partition::from_labels([1, 1, 2, 1, 1].map(Some)))
}

#[test]
fn the_piece_with_most_residents_stays_and_the_other_moves() {
    let (flows, partition) = broken();
    for moves in [Moves::WholePieces, Moves::UnitByUnit] {
        let repaired = repair(&flows, &partition, &chain(5), &Parameters { moves, ..Parameters::default() }).expect("fits");

        assert_eq!(repaired.partition, Partition::from_labels([1, 1, 2, 2, 2].map(Some)), "{moves:?}");
        assert!(repaired.settled, "{moves:?}");
        assert!(repaired.log.iter().any(|step| step.action == Action::MovedForContiguity), "{moves:?}");
    }
}

#[test]
fn a_piece_without_a_neighbour_stays_and_is_told() {
    let (flows, _) = broken();
    let partition = Partition::from_labels([1, 1, 1, 1, 1].map(Some));

    let island = Neighbours::from_pairs(5, (1..4).map(|unit| (UnitIx::new(unit - 1), UnitIx::new(unit), None)));

    let repaired = repair(&flows, &partition, &island, &Parameters::default()).expect("fits");

    assert_eq!(repaired.partition, partition);
    assert_eq!(repaired.log.len(), 1);
    assert_eq!((repaired.log[0].action, repaired.log[0].reason), (Action::Stayed, Reason::NoNeighbour));
}

#[test]
fn an_enclave_is_listed_and_swallowed_on_demand() {
    let (flows, _) = broken();
    let partition = Partition::from_labels([1, 1, 2, 1, 1].map(Some));
    let mut pairs: Vec<_> = (1..5).map(|unit| (UnitIx::new(unit - 1), UnitIx::new(unit), None)).collect();
    pairs.push((UnitIx::new(1), UnitIx::new(3), None));
    let ring = Neighbours::from_pairs(5, pairs);

    assert_eq!(enclaves(&partition, &ring), [(UnitIx::new(2), AreaIx::new(0))]);
    let listed = repair(&flows, &partition, &ring, &Parameters::default()).expect("fits");
    assert_eq!((listed.partition.len(), listed.enclaves.len()), (2, 1));

    let swallowed =
        repair(&flows, &partition, &ring, &Parameters { swallow_enclaves: true, ..Parameters::default() }).expect("fits");
    assert_eq!((swallowed.partition.len(), swallowed.enclaves.len()), (1, 0));
}

#[test]
fn pieces_hang_together() {
    let (flows, partition) = broken();
    let found = pieces(&partition, AreaIx::new(0), &chain(5));

    assert_eq!(found, [vec![UnitIx::new(0), UnitIx::new(1)], vec![UnitIx::new(3), UnitIx::new(4)]]);
    assert_eq!(main_piece(&found, &flows), Some(0));
}

#[test]
fn fine_tuning_moves_to_the_allowed_area_with_the_strongest_link() {
    let flows = samples::two_towns();
    let partition = Partition::from_labels([1, 1, 1, 4, 4, 6].map(Some));
    let wish = |allowed: &[usize]| Wish { unit: UnitIx::new(5), allowed: allowed.iter().copied().map(UnitIx::new).collect() };

    // Totals inside the cut matrix: 6 with both areas, 40²/120/1290 = 0.0103 against 35²/120/975 = 0.0105.
    let (both, log) = fine_tune(&flows, &partition, &[wish(&[1, 4])], Reckoning::Restricted).expect("same units");
    assert_eq!(both.area_of(UnitIx::new(5)), both.area_of(UnitIx::new(3)));
    assert_eq!(log[0].action, Action::FineTuned);

    let (first, _) = fine_tune(&flows, &partition, &[wish(&[0])], Reckoning::Restricted).expect("same units");
    assert_eq!(first.area_of(UnitIx::new(5)), first.area_of(UnitIx::new(0)));

    let (none, log) = fine_tune(&flows, &partition, &[wish(&[])], Reckoning::Restricted).expect("same units");
    assert_eq!((none, log[0].action), (partition, Action::Stayed));
}

#[test]
fn fine_tuning_with_full_totals_counts_those_who_come_from_elsewhere() {
    let flows = samples::flows(&[
        ("1", "1", 60.0),
        ("1", "2", 20.0),
        ("1", "3", 20.0),
        ("2", "2", 100.0),
        ("3", "3", 150.0),
        ("4", "2", 280.0),
        ("4", "4", 100.0),
    ]);
    let partition = Partition::from_labels([1, 2, 3, 4].map(Some));
    let wish = [Wish { unit: UnitIx::new(0), allowed: vec![UnitIx::new(1), UnitIx::new(2)] }];
    // 20²/100 over the jobs: within 1, 2 and 3 these are 120 in 2 and 170 in 3; in the full matrix 400 and 170.
    let cases = [(Reckoning::Restricted, 1, 4.0 / 120.0), (Reckoning::Full, 2, 4.0 / 170.0)];

    for (reckoning, area, expected) in cases {
        let (tuned, log) = fine_tune(&flows, &partition, &wish, reckoning).expect("same units");

        assert_eq!(tuned.area_of(UnitIx::new(0)), tuned.area_of(UnitIx::new(area)), "{reckoning:?}");
        let linkage = log[0].figures.linkage.expect("a link");
        assert!((linkage - expected).abs() < 1e-15, "{reckoning:?}: {linkage}");
    }
}

#[test]
fn the_reason_of_a_unit_counts_its_out_commuters() {
    let flows = samples::two_towns();
    let partition = Partition::from_labels([1, 1, 1, 4, 4, 4].map(Some));

    let six = quality::reason(&flows, &partition, UnitIx::new(5));

    assert!((six.out_commuters - 75.0).abs() < 1e-12);
    assert!((six.share_to_seat.expect("not the seat") - 35.0 / 75.0).abs() < 1e-12);
    assert_eq!(six.strongest, Some(UnitIx::new(0)));
    let town = quality::reason(&flows, &partition, UnitIx::new(0));
    assert_eq!((town.share_to_seat, town.share_to_area.map(f64::to_bits)), (None, Some(0)));
}
