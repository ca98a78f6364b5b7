//! Indices against figures of another program and by hand, and what holds whatever the figures are.

use proptest::prelude::*;

use super::nested::{Branch, Content, nested_mean};
use super::sensitivity::{Parameters, sensitivity};
use super::*;

const ALL: [Method; 4] = [Method::WeightedMean, Method::Hellwig, Method::Perkal, Method::Topsis];

fn indicator(name: &str, direction: Direction, weight: f64, values: &[Option<f64>]) -> Indicator {
    Indicator { name: name.to_owned(), direction, weight, values: values.to_vec() }
}

fn five_units() -> Vec<Indicator> {
    vec![
        indicator("income", Direction::Stimulant, 2.0, &[12.0, 18.0, 7.0, 15.0, 10.0].map(Some)),
        indicator("unemployment", Direction::Destimulant, 1.0, &[5.0, 9.0, 4.0, 12.0, 6.5].map(Some)),
        indicator("places in nurseries", Direction::Stimulant, 1.0, &[300.0, 150.0, 220.0, 410.0, 180.0].map(Some)),
    ]
}

fn values(scores: &[Score]) -> Vec<Option<f64>> {
    scores.iter().map(|score| score.value).collect()
}

fn assert_near(found: &[Option<f64>], expected: &[Option<f64>], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        match (found, expected) {
            (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-8, "{what}: {found}, not {expected}"),
            _ => assert_eq!(found, expected, "{what}"),
        }
    }
}

#[test]
fn indices_are_those_of_numpy() {
    // numpy 2.4.6, with X as in `five_units`, d = [1, -1, 1], w = [2, 1, 1]:
    // U = (X-X.min(0))/(X.max(0)-X.min(0)); U[:,1] = 1-U[:,1]; (U*w).sum(1)/w.sum()
    // Z = (X-X.mean(0))/X.std(0)*d; (Z*w).sum(1)/w.sum()
    // D = sqrt((w*(Z.max(0)-Z)**2).sum(1)); 1-D/(D.mean()+2*D.std())
    // V = X/sqrt((X**2).sum(0))*(w/w.sum())*d; p, n = distances from V.max(0), V.min(0); n/(p+n)
    let cases = [
        (Method::WeightedMean, [0.590_253_50, 0.593_75, 0.317_307_69, 0.613_636_36, 0.337_084_79]),
        (Method::Perkal, [0.274_692_30, 0.312_600_05, -0.505_720_90, 0.355_024_98, -0.436_596_41]),
        (Method::Hellwig, [0.480_462_60, 0.329_303_95, 0.068_113_75, 0.388_636_18, 0.192_027_19]),
        (Method::Topsis, [0.561_263_41, 0.600_133_94, 0.364_091_55, 0.583_418_85, 0.355_637_73]),
    ];
    for (method, expected) in cases {
        let found = score(&five_units(), method).expect("figures fit");

        assert_near(&values(&found), &expected.map(Some), &format!("{method:?}"));
        assert!(found.iter().all(|score| (score.coverage - 1.0).abs() < 1e-12), "{method:?}");
    }
}

#[test]
fn what_is_missing_is_left_out_and_counted() {
    let indicators = [
        indicator("a", Direction::Stimulant, 2.0, &[Some(0.0), Some(10.0), Some(5.0), None]),
        indicator("b", Direction::Destimulant, 1.0, &[Some(0.0), None, Some(4.0), Some(1.0)]),
        indicator("c", Direction::Stimulant, 1.0, &[Some(1.0), Some(3.0), None, None]),
    ];

    let found = score(&indicators, Method::WeightedMean).expect("figures fit");

    // Unitarised: a 0, 1, 0.5; b 1, –, 0, 0.75; c 0, 1. The last unit has one quarter of the weights only.
    assert_near(&values(&found), &[Some(0.25), Some(1.0), Some(1.0 / 3.0), None], "values");
    let coverage: Vec<f64> = found.iter().map(|score| score.coverage).collect();
    assert_eq!(coverage, [1.0, 0.75, 0.75, 0.25]);
    for method in ALL {
        assert_eq!(score(&indicators, method).expect("figures fit")[3].value, None, "{method:?}");
    }
}

#[test]
fn the_best_in_all_has_the_index_of_the_ideal() {
    let indicators = [
        indicator("a", Direction::Stimulant, 1.0, &[Some(1.0), Some(2.0), Some(3.0)]),
        indicator("b", Direction::Destimulant, 1.0, &[Some(9.0), Some(8.0), Some(2.0)]),
    ];
    for method in [Method::WeightedMean, Method::Hellwig, Method::Topsis] {
        let found = score(&indicators, method).expect("figures fit");
        assert_near(&[found[2].value], &[Some(1.0)], &format!("{method:?}"));
    }
}

#[test]
fn figures_that_make_no_index_are_refused_by_name() {
    let a = || indicator("a", Direction::Stimulant, 1.0, &[Some(1.0), Some(2.0)]);
    let cases = [
        ("nothing", vec![], "the list of indicators has 0 known values"),
        ("length", vec![a(), indicator("b", Direction::Stimulant, 1.0, &[Some(1.0)])], "b has 1 entries, and 2 are needed"),
        ("constant", vec![indicator("c", Direction::Stimulant, 1.0, &[Some(3.0); 2])], "all known values of c are equal"),
        ("weight", vec![indicator("d", Direction::Stimulant, -1.0, &[])], "entry 0 of the weights of indicators is -1"),
        ("weights", vec![indicator("e", Direction::Stimulant, 0.0, &[])], "the weights of indicators add up to 0"),
    ];
    for (name, indicators, expected) in cases {
        for method in ALL {
            let error = score(&indicators, method).expect_err(name).to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }
}

#[test]
fn means_of_means_are_as_worked_out_by_hand() {
    let leaf = |name: &str, columns: &[[Option<f64>; 3]]| {
        let indicators = columns.iter().map(|values| indicator(name, Direction::Stimulant, 1.0, values)).collect();
        Branch { name: name.to_owned(), content: Content::Indicators(indicators) }
    };
    let branch = |name: &str, parts| Branch { name: name.to_owned(), content: Content::Branches(parts) };
    let schools = leaf("schools", &[[Some(0.0), Some(1.0), Some(0.5)], [Some(0.0), Some(1.0), None]]);
    let health = leaf("health", &[[Some(1.0), Some(0.0), None]]);
    let roads = leaf("roads", &[[Some(0.0), Some(0.2), Some(1.0)]]);
    let services = branch("services", vec![schools, health]);
    let all = branch("all", vec![services, branch("network", vec![roads])]);

    let found = nested_mean(&all).expect("figures fit");

    // Third unit: schools 0.5 with half the coverage, health none; services are covered by (0.5 + 0) / 2, too little; so the
    // whole rests on the network alone and is covered by half.
    let services = &found.parts[0];
    assert_near(&values(&services.scores), &[Some(0.5), Some(0.5), None], "services");
    assert!((services.scores[2].coverage - 0.25).abs() < 1e-12);
    assert_near(&values(&found.scores), &[Some(0.25), Some(0.35), Some(1.0)], "all");
    assert!((found.scores[2].coverage - 0.5).abs() < 1e-12);
    assert!(nested_mean(&branch("empty", vec![])).is_err());
}

#[test]
fn a_part_that_nobody_has_figures_of_lowers_the_coverage_of_the_whole() {
    let leaf = |name: &str, value: Option<f64>, coverage| Branch {
        name: name.to_owned(),
        content: Content::Scores(vec![Score { value, coverage }]),
    };
    let whole = |parts| Branch { name: "whole".to_owned(), content: Content::Branches(parts) };

    let half = nested_mean(&whole(vec![leaf("one", Some(0.25), 1.0), leaf("two", None, 0.0)])).expect("figures fit");
    let third = nested_mean(&whole(vec![leaf("one", Some(0.25), 0.9), leaf("two", None, 0.4)])).expect("figures fit");

    assert_eq!(half.scores, [Score { value: Some(0.25), coverage: 0.5 }]);
    assert_eq!(third.scores, [Score { value: None, coverage: 0.45 }]);
}

#[test]
fn ranges_of_ranks_hold_what_weights_can_do() {
    let up: Vec<Option<f64>> = [0.0, 0.4, 1.0].map(Some).to_vec();
    let down: Vec<Option<f64>> = [1.0, 0.4, 0.0].map(Some).to_vec();
    let indicators = [indicator("a", Direction::Stimulant, 1.1, &up), indicator("b", Direction::Stimulant, 1.0, &down)];
    let parameters = Parameters { change: 0.1, draws: 200, seed: 3 };

    let found = sensitivity(&indicators, Method::WeightedMean, parameters).expect("figures fit");

    // With weights a and b the indices are b, 0.4 (a + b) and a: the middle unit is last while a/b is within 2/3 and 3/2.
    let ranges = |of: &[Option<sensitivity::RankRange>]| {
        of.iter().flatten().map(|range| [range.rank, range.best, range.worst]).collect::<Vec<_>>()
    };
    // a falls to 0.99, below b; b rises to 1.1, as a, or falls to 0.9.
    assert_eq!(ranges(&found.one_at_a_time), [[2.0, 1.0, 2.0], [3.0, 3.0, 3.0], [1.0, 1.0, 2.0]]);
    assert_eq!(ranges(&found.random), [[2.0, 1.0, 3.0], [3.0, 2.0, 3.0], [1.0, 1.0, 3.0]]);
    for refused in [Parameters { change: 0.0, ..parameters }, Parameters { draws: 0, ..parameters }] {
        assert!(sensitivity(&indicators, Method::WeightedMean, refused).is_err());
    }
}

#[test]
fn ranges_are_the_same_with_any_number_of_threads() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| sensitivity(&five_units(), Method::Hellwig, Parameters { draws: 300, ..Parameters::default() }))
    };
    assert_eq!(with(1), with(2));
    assert_eq!(with(1), with(16));
}

fn land() -> impl Strategy<Value = (Vec<Indicator>, Vec<usize>)> {
    let value = || proptest::option::weighted(0.85, (1..1000_i32).prop_map(f64::from));
    (3..9_usize, 1..5_usize).prop_flat_map(move |(units, indicators)| {
        let column = (proptest::collection::vec(value(), units), proptest::bool::ANY, 1..5_i32);
        let columns = proptest::collection::vec(column, indicators).prop_map(|columns| {
            let made = |(values, is_good, weight): (Vec<Option<f64>>, bool, i32)| {
                let direction = if is_good { Direction::Stimulant } else { Direction::Destimulant };
                indicator("figure", direction, f64::from(weight), &values)
            };
            columns.into_iter().map(made).collect()
        });
        (columns, Just((0..units).collect::<Vec<_>>()).prop_shuffle())
    })
}

proptest! {
    #[test]
    fn shuffling_units_and_changing_units_of_measure_changes_no_index((indicators, order) in land(), factor in 0.01..100.0) {
        let moved: Vec<Indicator> = indicators
            .iter()
            .map(|one| {
                let values = order.iter().map(|&unit| one.values[unit].map(|value| value * factor)).collect();
                Indicator { weight: one.weight * 3.0, values, ..one.clone() }
            })
            .collect();
        for method in ALL {
            match (score(&indicators, method), score(&moved, method)) {
                (Ok(before), Ok(after)) => {
                    for (place, &unit) in order.iter().enumerate() {
                        prop_assert_eq!(before[unit].value.is_some(), after[place].value.is_some());
                        let (one, other) = (before[unit].value.unwrap_or(0.0), after[place].value.unwrap_or(0.0));
                        prop_assert!((one - other).abs() < 1e-7, "{:?}: {} and {}", method, one, other);
                    }
                }
                (before, after) => prop_assert_eq!(before.is_err(), after.is_err()),
            }
        }
    }

    #[test]
    fn the_rank_at_the_weights_given_is_within_its_ranges((indicators, _) in land(), seed in 0..99_u64) {
        for method in ALL {
            let parameters = Parameters { seed, draws: 1, change: 0.5 };
            if let Ok(found) = sensitivity(&indicators, method, parameters) {
                let scores = score(&indicators, method)?;
                for (unit, score) in scores.iter().enumerate() {
                    for range in [found.one_at_a_time[unit], found.random[unit]] {
                        prop_assert_eq!(range.is_some(), score.value.is_some());
                        prop_assert!(range.is_none_or(|range| range.best <= range.rank && range.rank <= range.worst));
                    }
                }
            }
        }
    }

    #[test]
    fn indices_of_nearness_stay_within_0_and_1((indicators, _) in land()) {
        for method in [Method::WeightedMean, Method::Topsis] {
            if let Ok(scores) = score(&indicators, method) {
                let values = scores.iter().filter_map(|score| score.value);
                prop_assert!(values.into_iter().all(|value| (-1e-12..=1.0 + 1e-12).contains(&value)));
            }
        }
    }
}
