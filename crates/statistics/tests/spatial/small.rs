//! Small lands whose figures are counted out by hand or one by one, and refusals.

use miedza_statistics::spatial::local::{self, Class, Parameters, Quadrant};
use miedza_statistics::spatial::significance::Correction;
use miedza_statistics::spatial::{Error, Permutations, Places, Reach, Standardisation, Tail, Weights, moran};
use miedza_territory::{Neighbours, Seat, UnitIx, UnitVec, count};

/// Units in a row, each the neighbour of the next.
fn line(units: usize, standardisation: Standardisation) -> Weights {
    let pairs = (1..units).map(|unit| (UnitIx::new(unit - 1), UnitIx::new(unit), None));
    Weights::contiguity(&Neighbours::from_pairs(units, pairs), standardisation)
}

fn known(values: &[f64]) -> UnitVec<Option<f64>> {
    values.iter().map(|value| Some(*value)).collect()
}

/// The share of all ordered pairs of others whose weighted sum is at least, and at most, the one observed.
fn counted_out(others: &[f64], weights: [f64; 2], observed: f64) -> (f64, f64) {
    let (mut at_least, mut at_most, mut all) = (0, 0, 0);
    for (one, first) in others.iter().enumerate() {
        for (_, second) in others.iter().enumerate().filter(|(other, _)| *other != one) {
            let sum = weights[0] * first + weights[1] * second;
            at_least += usize::from(sum >= observed - 1e-9);
            at_most += usize::from(sum <= observed + 1e-9);
            all += 1;
        }
    }
    (count(at_least) / count(all), count(at_most) / count(all))
}

#[test]
fn four_units_in_a_row_by_hand() {
    // Deviations −1.5, −0.5, 0.5, 1.5; products of neighbours 0.75 − 0.25 + 0.75, both ways; S0 = 6, Σ z² = 5.
    let found = moran::global(&known(&[1.0, 2.0, 3.0, 4.0]), &line(4, Standardisation::None), None).expect("figures");

    assert!((found.i - 4.0 / 6.0 * 2.5 / 5.0).abs() < 1e-14);
    assert!((found.expectation + 1.0 / 3.0).abs() < 1e-14);
    // S1 = 12, S2 = 4 + 16 + 16 + 4 = 40: (16 · 12 − 4 · 40 + 3 · 36) / (15 · 36) − 1 / 9.
    assert!((found.normality.variance - (140.0 / 540.0 - 1.0 / 9.0)).abs() < 1e-14);
}

/// The figures of `docs/methods/spatial.md`.
#[test]
fn the_worked_example_of_the_page_is_true() {
    let (values, weights) = (known(&[1.0, 2.0, 4.0, 9.0]), line(4, Standardisation::Row));
    let whole = moran::global(&values, &weights, None).expect("figures");
    let parts = local::local(&values, &weights, Parameters::default()).expect("figures");

    assert!((whole.i - 9.0 / 38.0).abs() < 1e-14, "{}", whole.i);
    for (unit, product) in [(0, 6.0), (1, 3.0), (2, 0.0), (3, 0.0)] {
        let found = parts.figures[UnitIx::new(unit)].as_ref().expect("it takes part");
        assert!((found.i - 3.0 / 38.0 * product).abs() < 1e-14, "{unit}: {}", found.i);
    }
}

#[test]
fn draws_without_replacement_are_those_counted_out_one_by_one() {
    // The unit in the middle has two neighbours with unequal weights: 1 / 1 and 1 / 2 kilometres.
    let values = [9.0, 1.0, 7.0, 4.0, 2.0, 8.0, 5.0];
    let seats = [10.0, 20.0, 30.0, 31.0, 33.0, 50.0, 60.0];
    let places = Places::plane(&seats.iter().map(|&x| Seat { x, y: 0.0 }).collect()).expect("places");
    let weights = Weights::near(&places, Reach::Inverse { km: 2.0, power: 1.0 }, Standardisation::None).expect("neighbours");
    let others = [9.0, 1.0, 7.0, 2.0, 8.0, 5.0];
    let (at_least, at_most) = counted_out(&others, [1.0, 0.5], 7.0 + 0.5 * 2.0);
    // 4 lies below the mean, so that a larger lag is a smaller figure.
    let expected = [(Tail::Lesser, at_least), (Tail::Greater, at_most), (Tail::Directed, at_least.min(at_most))];

    for (tail, expected) in expected {
        let permutations = Permutations { count: 99_999, seed: 5, tail };
        let found =
            local::local(&known(&values), &weights, Parameters { permutations, ..Parameters::default() }).expect("figures");

        let p = found.figures[UnitIx::new(3)].expect("neighbours").p;
        assert!((p - expected).abs() < 0.008, "{tail:?}: {p} instead of {expected}");
    }
}

#[test]
fn permutations_have_the_moments_of_randomisation() {
    let values: Vec<f64> = (0..30).map(|unit| count((unit * 7) % 30 + unit)).collect();

    let found = moran::global(&known(&values), &line(30, Standardisation::Row), Some(Permutations::default())).expect("figures");

    let simulated = found.simulated.expect("asked for");
    let deviation = found.randomisation.variance.sqrt();
    assert!((simulated.mean - found.expectation).abs() < 0.05 * deviation, "{}", simulated.mean);
    assert!((simulated.standard_deviation / deviation - 1.0).abs() < 0.04, "{}", simulated.standard_deviation / deviation);
}

#[test]
fn a_cluster_an_outlier_an_island_and_a_missing_unit_are_told_apart() {
    // Twelve low units in a row, eight high ones, one without neighbours, one without a value.
    let mut values: Vec<Option<f64>> = (0..20).map(|unit| Some(if unit < 12 { 1.0 } else { 9.0 } + 0.01 * count(unit))).collect();
    values[5] = Some(15.0);
    values.extend([Some(4.0), None]);
    let near = (0..20).flat_map(|unit| [1, 2, 3].map(|step| (UnitIx::new(unit), UnitIx::new((unit + step).min(19)), None)));
    let pairs = near.chain([(UnitIx::new(20), UnitIx::new(21), None)]);
    let weights = Weights::contiguity(&Neighbours::from_pairs(22, pairs), Standardisation::Row);
    let parameters = Parameters { correction: Correction::None, ..Parameters::default() };

    let found = local::local(&UnitVec::new(values), &weights, parameters).expect("figures");

    let class = |unit| found.classes[UnitIx::new(unit)];
    assert_eq!(class(16), Class::Significant(Quadrant::HighHigh));
    assert_eq!(class(5), Class::Significant(Quadrant::HighLow));
    assert_eq!(class(12), Class::NotSignificant);
    assert_eq!((class(20), class(21)), (Class::NoNeighbours, Class::Missing));
    assert_eq!((found.units, found.missing, found.islands), (21, 1, vec![UnitIx::new(20)]));
}

#[test]
fn a_unit_at_the_mean_is_never_significant() {
    let weights = line(5, Standardisation::Row);

    let found = local::local(&known(&[1.0, 2.0, 3.0, 4.0, 5.0]), &weights, Parameters::default()).expect("figures");

    assert!((found.figures[UnitIx::new(2)].expect("neighbours").p - 1.0).abs() < 1e-12);
}

#[test]
fn what_cannot_be_said_is_refused_with_a_way_out() {
    let weights = line(5, Standardisation::Row);
    let global = |values: &[Option<f64>]| moran::global(&UnitVec::new(values.to_vec()), &weights, None);
    let (some, none) = (Some(1.0), None);
    let cases = [
        (global(&[some; 4]), "4 values for weights of 5 units: give one value or none for each unit"),
        (global(&[some; 5]), "all 5 values are 1: take a figure that differs between units"),
        (global(&[some, Some(2.0), some, none, none]), "3 units have a value, and at least 4 are needed: take a larger area"),
        (
            global(&[some, some, some, some, Some(f64::NAN)]),
            "the value of unit number 4 is NaN, which is no number: leave it out as missing",
        ),
    ];

    for (found, expected) in cases {
        assert_eq!(found.expect_err(expected).to_string(), expected);
    }
}

#[test]
fn weights_that_find_nobody_are_refused() {
    let seats = [(0.0, 0.0), (0.0, 0.0), (1.0, 0.0)];
    let places = Places::plane(&seats.iter().map(|&(x, y)| Seat { x, y }).collect()).expect("places");
    let near = |reach| Weights::near(&places, reach, Standardisation::Row);
    let same = Error::SamePlace { one: UnitIx::new(0), other: UnitIx::new(1) };

    assert_eq!(near(Reach::Inverse { km: 5.0, power: 1.0 }), Err(same));
    for reach in [
        Reach::Band { km: 0.0 },
        Reach::Band { km: f64::NAN },
        Reach::Nearest { neighbours: 0 },
        Reach::Nearest { neighbours: 3 },
    ] {
        assert!(matches!(near(reach), Err(Error::OutOfRange { .. })), "{reach:?}");
    }
    assert_eq!(near(Reach::Band { km: 0.5 }).expect("weights").islands().collect::<Vec<_>>(), [UnitIx::new(2)]);
}
