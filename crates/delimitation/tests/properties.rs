//! What holds for every matrix, whatever is in it.

use miedza_delimitation::method::travel_to_work::validity::{Standard, Totals};
use miedza_delimitation::method::travel_to_work::{Parameters, Rule, run};
use miedza_delimitation::method::{Input, Method, Outcome, Settings, Stop, functional_urban_area, threshold};
use miedza_territory::{Flow, Flows, Neighbours, Partition, UnitCode, UnitIx, Units};
use proptest::prelude::*;

const SMALL: Parameters = Parameters {
    min_size: 20.0,
    min_self_containment: 0.6,
    target_size: 80.0,
    target_self_containment: 0.75,
    rule: Rule::IstatCompatible,
};

fn units(len: usize, prefix: &str) -> Units {
    Units::new((0..len).map(|number| UnitCode::parse(&format!("{prefix}{number:03}")).expect("a code")).collect())
}

fn matrix(units: &Units, cells: &[(usize, usize, u32)]) -> Flows {
    let flow = |&(from, to, persons): &(usize, usize, u32)| Flow {
        from: UnitIx::new(from),
        to: UnitIx::new(to),
        persons: f64::from(persons),
    };
    Flows::new(units.clone(), cells.iter().map(flow).collect()).expect("each pair once")
}

/// Small matrices with few different counts, hence many ties; the diagonal is heavier.
fn cells() -> impl Strategy<Value = (usize, Vec<(usize, usize, u32)>)> {
    (2_usize..16).prop_flat_map(|len| {
        let pairs = proptest::collection::btree_map((0..len, 0..len), 0_u32..5, 0..len * 4);
        pairs.prop_map(move |map| {
            let heavier = |from, to, persons| if from == to { persons * 6 } else { persons };
            (len, map.into_iter().map(|((from, to), persons)| (from, to, heavier(from, to, persons))).collect())
        })
    })
}

fn every_unit_is_accounted_for_once(outcome: &Outcome) {
    let excluded = |unit| outcome.excluded.iter().filter(|exclusion| exclusion.unit == unit).count();
    for unit in outcome.partition.units() {
        let in_area = usize::from(outcome.partition.area_of(unit).is_some());
        let left_over = usize::from(outcome.unassigned.contains(&unit));
        assert_eq!(in_area + left_over + excluded(unit), 1, "unit {unit:?}");
    }
}

fn totals(flows: &Flows, partition: &Partition, members: &[UnitIx], gone: &[UnitIx]) -> Totals {
    let area = partition.area_of(members[0]);
    let kept = |unit: &UnitIx| !gone.contains(unit);
    let mut totals = Totals::default();
    for flow in flows.iter().filter(|flow| kept(&flow.from) && kept(&flow.to)) {
        let (from, to) = (partition.area_of(flow.from) == area, partition.area_of(flow.to) == area);
        totals.residents += if from { flow.persons } else { 0.0 };
        totals.jobs += if to { flow.persons } else { 0.0 };
        totals.internal += if from && to { flow.persons } else { 0.0 };
    }
    totals
}

proptest! {
    #[test]
    fn every_unit_is_in_one_area_or_told_of((len, cells) in cells()) {
        let flows = matrix(&units(len, "0"), &cells);

        for rule in [Rule::IstatCompatible, Rule::Aggregated] {
            every_unit_is_accounted_for_once(&run(&flows, &Parameters { rule, ..SMALL }).expect("fits"));
        }
        for method in [Method::Intramax, Method::SelfContained, Method::DominantFlow] {
            let outcome = miedza_delimitation::method::run(&Input::new(&flows), &Settings::new(method)).expect("fits");
            every_unit_is_accounted_for_once(&outcome);
        }
        for method in [Method::FunctionalUrbanArea, Method::Threshold, Method::Criteria] {
            let mut settings = Settings::new(method);
            settings.set("cores", "0000").expect("a code");
            if method == Method::Criteria {
                settings.set("criteria", "commuters_per_employed >= 10%").expect("a list");
            }
            every_unit_is_accounted_for_once(&miedza_delimitation::method::run(&Input::new(&flows), &settings).expect("fits"));
        }
    }

    #[test]
    fn the_order_of_the_rows_and_a_new_name_in_the_same_order_change_nothing(
        (len, cells) in cells(),
        turn in 0_usize..64,
    ) {
        let mut turned = cells.clone();
        turned.rotate_left(turn % cells.len().max(1));
        turned.reverse();

        let found = run(&matrix(&units(len, "0"), &cells), &SMALL).expect("fits");
        let again = run(&matrix(&units(len, "0"), &turned), &SMALL).expect("fits");
        let renamed = run(&matrix(&units(len, "X"), &cells), &SMALL).expect("fits");

        prop_assert_eq!(&found, &again);
        prop_assert_eq!(&found, &renamed);
        for method in [Method::Intramax, Method::SelfContained, Method::DominantFlow] {
            let run = |flows: &Flows| miedza_delimitation::method::run(&Input::new(flows), &Settings::new(method)).expect("fits");
            let found = run(&matrix(&units(len, "0"), &cells));
            prop_assert_eq!(&found, &run(&matrix(&units(len, "0"), &turned)));
            prop_assert_eq!(&found, &run(&matrix(&units(len, "X"), &cells)));
        }
    }

    #[test]
    fn areas_of_the_aggregated_rule_are_valid_before_the_reserve_is_given_away((len, cells) in cells()) {
        let flows = matrix(&units(len, "0"), &cells);
        let parameters = Parameters { rule: Rule::Aggregated, ..SMALL };

        let outcome = run(&flows, &parameters).expect("fits");

        let before = outcome.before_reserve.expect("this method has a reserve");
        let gone: Vec<UnitIx> = outcome.excluded.iter().map(|exclusion| exclusion.unit).collect();
        let standard = Standard::new(&parameters);
        if outcome.stop == Stop::Settled {
            for area in before.areas() {
                let validity = standard.of(totals(&flows, &before, before.members(area), &gone));
                prop_assert!(validity >= 1.0, "{validity}");
            }
        }
    }

    #[test]
    fn fractions_of_persons_give_the_areas_of_whole_persons((len, cells) in cells()) {
        let whole = matrix(&units(len, "0"), &cells);
        let tenth = |flow: Flow| Flow { persons: flow.persons / 8.0, ..flow };
        let fractions = Flows::new(whole.units().clone(), whole.iter().map(tenth).collect()).expect("the same pairs");
        let parameters = Parameters { min_size: SMALL.min_size / 8.0, target_size: SMALL.target_size / 8.0, ..SMALL };

        let found = run(&fractions, &parameters).expect("fits");

        prop_assert_eq!(found.labels, run(&whole, &SMALL).expect("fits").labels);
    }

    #[test]
    fn a_repaired_partition_is_contiguous_or_says_who_stayed(
        (len, cells) in cells(),
        labels in proptest::collection::vec(proptest::option::weighted(0.9, 0_u8..4), 16),
        pairs in proptest::collection::vec((0_usize..16, 0_usize..16), 0..40),
    ) {
        let flows = matrix(&units(len, "0"), &cells);
        let partition = Partition::from_labels(labels.into_iter().take(len));
        let pairs = pairs.into_iter().filter(|&(one, other)| one < len && other < len);
        let neighbours = Neighbours::from_pairs(len, pairs.map(|(a, b)| (UnitIx::new(a), UnitIx::new(b), None)));

        for moves in [miedza_delimitation::repair::Moves::WholePieces, miedza_delimitation::repair::Moves::UnitByUnit] {
            let parameters = miedza_delimitation::repair::Parameters { moves, ..Default::default() };
            let repaired = miedza_delimitation::repair::repair(&flows, &partition, &neighbours, &parameters).expect("same units");

            let stayed = repaired.log.iter().any(|step| step.action == miedza_delimitation::method::Action::Stayed);
            let pieces = |area| miedza_delimitation::pieces::pieces(&repaired.partition, area, &neighbours).len();
            let broken = repaired.partition.areas().any(|area| pieces(area) > 1);
            prop_assert!(!broken || stayed || !repaired.settled);
            for unit in partition.units() {
                prop_assert_eq!(partition.area_of(unit).is_some(), repaired.partition.area_of(unit).is_some());
            }
        }
    }

    #[test]
    fn a_lower_threshold_keeps_every_unit_of_the_ring((len, cells) in cells(), share in 0.05_f64..0.9) {
        let flows = matrix(&units(len, "0"), &cells);
        let core = vec![vec![UnitCode::parse("0000").expect("a code")]];
        let ring = |share| {
            let parameters = threshold::Parameters { cores: core.clone(), share, ..Default::default() };
            threshold::run(&Input::new(&flows), &parameters).expect("a core").partition
        };

        let (narrow, wide) = (ring(share), ring(share / 2.0));

        for unit in narrow.units() {
            prop_assert!(narrow.area_of(unit).is_none() || wide.area_of(unit).is_some());
        }
        let parameters = functional_urban_area::Parameters { cores: core.clone(), commuting: share, ..Default::default() };
        let zone = functional_urban_area::run(&Input::new(&flows), &parameters).expect("a core").partition;
        prop_assert_eq!(zone, narrow);
    }
}
