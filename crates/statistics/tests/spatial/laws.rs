//! What holds for any land and any figure.

use miedza_statistics::spatial::local::{self, Parameters};
use miedza_statistics::spatial::{Permutations, Places, Reach, Standardisation, Weights, moran};
use miedza_territory::{Seat, UnitIx, UnitVec, count};
use proptest::prelude::*;

type Land = (UnitVec<Seat>, Vec<Option<f64>>);

fn land() -> impl Strategy<Value = Land> {
    let unit = (0.0_f64..50.0, 0.0_f64..50.0, prop::option::weighted(0.9, -100.0_f64..100.0));
    prop::collection::vec(unit, 12..40).prop_map(|units| {
        let seats = units.iter().map(|&(x, y, _)| Seat { x, y }).collect();
        (seats, units.into_iter().map(|(_, _, value)| value).collect())
    })
}

fn weights(seats: &UnitVec<Seat>, reach: Reach) -> Weights {
    Weights::near(&Places::plane(seats).expect("places"), reach, Standardisation::Row).expect("neighbours")
}

const FEW: Permutations = Permutations { count: 199, seed: 3, tail: miedza_statistics::spatial::Tail::TwoSided };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_number_of_threads_gives_the_same_figures((seats, values) in land()) {
        let (weights, values) = (weights(&seats, Reach::Nearest { neighbours: 4 }), UnitVec::new(values));
        prop_assume!(values.iter().flatten().count() >= 8);
        let parameters = Parameters { permutations: FEW, ..Parameters::default() };
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| (moran::global(&values, &weights, Some(FEW)), local::local(&values, &weights, parameters)))
        };

        prop_assert_eq!(run(1), run(3));
    }

    #[test]
    fn local_figures_add_up_to_the_global_one((seats, values) in land()) {
        let (weights, values) = (weights(&seats, Reach::Nearest { neighbours: 4 }), UnitVec::new(values));
        prop_assume!(values.iter().flatten().count() >= 8);
        let parameters = Parameters { permutations: FEW, ..Parameters::default() };
        let (Ok(whole), Ok(parts)) = (moran::global(&values, &weights, None), local::local(&values, &weights, parameters)) else {
            return Ok(());
        };
        prop_assume!(whole.islands.is_empty());

        let sum: f64 = parts.figures.iter().flatten().map(|figures| figures.i).sum();

        let units = count(parts.units);
        prop_assert!((sum / (units - 1.0) - whole.i).abs() < 1e-10);
    }

    #[test]
    fn another_unit_of_measure_changes_nothing((seats, values) in land(), factor in 0.001_f64..1000.0) {
        let weights = weights(&seats, Reach::Nearest { neighbours: 3 });
        prop_assume!(values.iter().flatten().count() >= 8);
        let measured = |factor: f64| values.iter().map(|value| value.map(|value| factor * value + 7.0)).collect();

        let (one, other) = (moran::global(&measured(1.0), &weights, None), moran::global(&measured(factor), &weights, None));

        let (one, other) = (one.expect("figures"), other.expect("figures"));
        prop_assert!((one.i - other.i).abs() < 1e-9);
    }

    #[test]
    fn a_band_is_all_that_is_near_and_nearest_ones_are_no_farther_than_others((seats, _) in land(), km in 1.0_f64..30.0) {
        let places = Places::plane(&seats).expect("places");
        let (band, nearest) = (weights(&seats, Reach::Band { km }), weights(&seats, Reach::Nearest { neighbours: 5 }));

        for unit in seats.indices() {
            let far = |other: UnitIx| places.kilometres(unit, other);
            let expected: Vec<_> = seats.indices().filter(|other| *other != unit && far(*other) <= km).collect();
            let listed = |weights: &Weights| weights.of(unit).iter().map(|(other, _)| *other).collect::<Vec<_>>();
            prop_assert_eq!(listed(&band), expected);
            let near = listed(&nearest);
            let farthest = near.iter().map(|other| far(*other)).fold(0.0, f64::max);
            prop_assert!(near.len() == 5 && seats.indices().all(|other| other == unit || near.contains(&other) || far(other) >= farthest));
        }
    }
}
