//! Models against figures worked out by hand, and what holds whatever the figures are.

use miedza_territory::{Flow, Flows, Seat, UnitCode, UnitIx, UnitVec, Units};
use proptest::prelude::*;

use super::calibration::{Counted, Form, calibrate};
use super::fit::fit;
use super::furness::{Limits, balance};
use super::gravity::{Deterrence, gravity};
use super::radiation::radiation;
use super::{Dense, Distances, Error, Own, Places, gravity as attraction, radiation as emission};

fn units(len: usize) -> Units {
    Units::new((0..len).map(|number| UnitCode::parse(&format!("{number:03}")).expect("a code")).collect())
}

fn places(residents: &[f64], jobs: &[f64], mass: &[f64]) -> Places {
    let seat = |number: usize| Seat { x: 17.0 + miedza_territory::count(number * number) / 400.0, y: 51.0 };
    Places {
        units: units(residents.len()),
        residents: residents.iter().copied().collect(),
        jobs: jobs.iter().copied().collect(),
        mass: mass.iter().copied().collect(),
        seats: (0..residents.len()).map(seat).collect(),
    }
}

fn dense(rows: &[&[f64]]) -> Dense {
    Dense::by_rows(rows.len(), |from, row| row.copy_from_slice(rows[from.get()]))
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{what}: {found} instead of {expected}");
}

fn cell(flows: &Dense, from: usize, to: usize) -> f64 {
    flows.at(UnitIx::new(from), UnitIx::new(to))
}

#[test]
fn radiation_is_as_worked_out_by_hand() {
    // Masses 10, 20, 30 in a line; the middle one is as far from the first as from the last, which is a tie.
    let places = places(&[60.0, 30.0, 90.0], &[60.0; 3], &[10.0, 20.0, 30.0]);
    let km = Distances::given(dense(&[&[1.0, 5.0, 9.0], &[5.0, 1.0, 5.0], &[9.0, 5.0, 1.0]]));

    let found = radiation(&places, &km, &emission::Parameters::default()).expect("figures fit");

    // From the first: 10·20/(10·30) = 2/3 and 10·30/(30·60) = 1/6, over 1 − 10/60.
    // From the middle: 20·10/(50·60) = 1/15 and 20·30/(30·60) = 1/3, over 1 − 20/60.
    // From the last: 30·20/(30·50) = 2/5 and 30·10/(50·60) = 1/10, over 1 − 30/60.
    let expected = [(0, 1, 48.0), (0, 2, 12.0), (1, 0, 3.0), (1, 2, 15.0), (2, 1, 72.0), (2, 0, 18.0), (1, 1, 0.0)];
    for (from, to, persons) in expected {
        assert_near(cell(&found.flows, from, to), persons, &format!("{from} to {to}"));
    }
    assert_near(found.untold, 12.0, "the tie of the middle one hides");
}

#[test]
fn without_the_correction_those_who_would_go_beyond_the_land_are_untold() {
    let places = places(&[60.0, 0.0, 0.0], &[60.0; 3], &[10.0, 20.0, 30.0]);
    let km = Distances::given(dense(&[&[1.0, 5.0, 9.0], &[5.0, 1.0, 6.0], &[9.0, 6.0, 1.0]]));
    let parameters = emission::Parameters { own: Own::Share(0.5), is_finite: false };

    let found = radiation(&places, &km, &parameters).expect("figures fit");

    assert_near(cell(&found.flows, 0, 0), 30.0, "half stay");
    assert_near(cell(&found.flows, 0, 1), 20.0, "2/3 of the other half");
    assert_near(cell(&found.flows, 0, 2), 5.0, "1/6 of the other half");
    assert_near(found.untold, 5.0, "10/60 of the other half");
}

#[test]
fn two_by_two_margins_are_met_and_the_odds_kept() {
    let (residents, jobs) = (UnitVec::new(vec![60.0, 40.0]), UnitVec::new(vec![25.0, 25.0]));

    let found = balance(&units(2), dense(&[&[1.0, 0.5], &[0.5, 1.0]]), &residents, &jobs, Limits::default()).expect("possible");

    // x (x − 10) = 4 (60 − x)(50 − x), so 3x² − 430x + 12000 = 0 and x = (430 − √40900) / 6.
    assert!((cell(&found.flows, 0, 0) - (430.0 - libm::sqrt(40_900.0)) / 6.0).abs() < 1e-7);
    assert_near(found.jobs_scaled_by, 2.0, "twice as many residents as jobs");
}

#[test]
fn margins_that_zeros_make_impossible_are_refused_with_the_unit() {
    let cases: [(&str, &[&[f64]], &str); 4] = [
        ("a row of zeros", &[&[0.0, 0.0], &[1.0, 1.0]], "unit 000 has 50 employed residents"),
        ("a column of zeros", &[&[0.0, 1.0], &[0.0, 1.0]], "unit 000 has 40 jobs"),
        ("two lands apart", &[&[1.0, 0.0], &[0.0, 1.0]], "the units tied with 000 send 50 persons and take 40"),
        ("a corner too full", &[&[0.0, 1.0], &[1.0, 1.0]], ""),
    ];
    for (name, rows, expected) in cases {
        let (residents, jobs) = (UnitVec::new(vec![50.0, 50.0]), UnitVec::new(vec![40.0, 60.0]));

        let found = balance(&units(2), dense(rows), &residents, &jobs, Limits::default());

        match found {
            Err(error) => assert!(!expected.is_empty() && error.to_string().starts_with(expected), "{name}: {error}"),
            Ok(found) => assert!(expected.is_empty() && (cell(&found.flows, 0, 1) - 50.0).abs() < 1e-6, "{name}"),
        }
    }
}

#[test]
fn a_unit_with_more_to_send_than_all_others_take_is_named() {
    let places = places(&[90.0, 5.0, 5.0], &[80.0, 10.0, 10.0], &[1.0; 3]);
    let km = Distances::between(places.seats.as_slice());
    let deterrence = Deterrence::Exponential { beta: 0.1 };
    let with = |own| attraction::Parameters { deterrence, own, limits: Limits::default() };

    let refused = gravity(&places, &km, &with(Own::Nobody)).expect_err("90 persons for 20 jobs");
    let found = gravity(&places, &km, &with(Own::Given(UnitVec::new(vec![80.0, 1.0, 1.0]))));

    assert!(matches!(refused, Error::NotMet { ref unit, .. } if unit.as_str() == "000"), "{refused}");
    assert!(found.is_ok(), "{found:?}");
}

#[test]
fn what_a_model_was_made_with_is_learned_back_from_it() {
    let residents: Vec<f64> = (0..30_u32).map(|unit| f64::from(100 + unit * 37 % 411)).collect();
    let jobs: Vec<f64> = (0..30_u32).map(|unit| f64::from(80 + unit * 53 % 611)).collect();
    let places = places(&residents, &jobs, &jobs);
    let km = Distances::between(places.seats.as_slice());
    let cases = [
        (Form::Exponential, Deterrence::Exponential { beta: 0.08 }, Own::Modelled),
        (Form::Exponential, Deterrence::Exponential { beta: 0.02 }, Own::Share(0.4)),
        (Form::Power, Deterrence::Power { beta: 1.7 }, Own::Modelled),
        (Form::Power, Deterrence::Power { beta: 0.3 }, Own::Share(0.2)),
        (Form::Combined, Deterrence::Combined { alpha: -0.6, beta: 0.03 }, Own::Modelled),
        (Form::Combined, Deterrence::Combined { alpha: 0.4, beta: 0.07 }, Own::Share(0.5)),
    ];
    for (form, deterrence, own) in cases {
        let with_own = own == Own::Modelled;
        let made = gravity(&places, &km, &attraction::Parameters { deterrence, own, limits: Limits::default() }).expect("possible");
        let (flows, _) = made.balanced.flows.flows(&places.units, 0.0).expect("a matrix");

        let found = calibrate(Counted { flows: &flows, with_own }, &km, form, Limits::default()).expect("it was made so");

        for (found, expected) in found.deterrence.slopes().into_iter().zip(deterrence.slopes()) {
            assert!((found - expected).abs() < 1e-6, "{deterrence:?}: {found} instead of {expected}");
        }
        assert!((found.counted_km - found.modelled_km).abs() < 1e-6 * found.counted_km);
    }
}

#[test]
fn nobody_between_units_teaches_nothing() {
    let flows = Flows::new(units(2), vec![Flow { from: UnitIx::new(0), to: UnitIx::new(0), persons: 5.0 }]).expect("a matrix");
    let km = Distances::given(dense(&[&[1.0, 5.0], &[5.0, 1.0]]));

    let found = calibrate(Counted { flows: &flows, with_own: false }, &km, Form::Power, Limits::default());

    assert_eq!(found, Err(Error::NothingToLearn));
}

#[test]
fn fit_is_as_worked_out_by_hand() {
    let flows = |cells: &[(usize, usize, f64)]| {
        let flow = |&(from, to, persons)| Flow { from: UnitIx::new(from), to: UnitIx::new(to), persons };
        Flows::new(units(3), cells.iter().map(flow).collect()).expect("a matrix")
    };
    let counted = flows(&[(0, 0, 50.0), (0, 1, 40.0), (1, 2, 20.0), (2, 1, 5.0)]);
    let modelled = flows(&[(0, 0, 60.0), (0, 1, 30.0), (0, 2, 10.0), (1, 2, 20.0)]);
    let km = Distances::given(dense(&[&[1.0, 10.0, 30.0], &[10.0, 1.0, 20.0], &[30.0, 20.0, 1.0]]));

    let found = fit(&modelled, &counted, &km).expect("same units");

    assert_near(found.common_part.expect("persons"), 2.0 * 50.0 / 125.0, "common part");
    assert_eq!(found.positive_pairs, 2);
    assert_near(found.log_rmse.expect("two pairs"), libm::log(4.0 / 3.0) / libm::sqrt(2.0), "log RMSE");
    // Squares: 100 + 100 + 0 + 25 of 1600 + 400 + 25 − 65²/6.
    assert_near(found.r_squared.expect("flows differ"), 1.0 - 225.0 / (2025.0 - 65.0 * 65.0 / 6.0), "R²");
    assert_near(found.counted_km.expect("persons"), (400.0 + 400.0 + 100.0) / 65.0, "mean distance counted");
    assert_near(found.modelled_km.expect("persons"), (300.0 + 300.0 + 400.0) / 60.0, "mean distance modelled");
    // Unit 0: 60/100 against 50/90; unit 1: 0 against 0; unit 2 has nobody in the model.
    assert_near(found.self_containment_error.expect("diagonals"), (0.6 - 5.0 / 9.0) / 2.0, "self-containment");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let residents: Vec<f64> = (0..200_u32).map(|unit| f64::from(100 + unit * 37 % 411) / 3.0).collect();
    let places = places(&residents, &residents, &residents);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            let km = Distances::between(places.seats.as_slice());
            let deterrence = Deterrence::Combined { alpha: -0.3, beta: 0.005 };
            let parameters = attraction::Parameters { deterrence, own: Own::Modelled, limits: Limits::default() };
            let made = gravity(&places, &km, &parameters).expect("possible").balanced.flows;
            let (flows, _) = made.flows(&places.units, 0.0).expect("a matrix");
            let learned = calibrate(Counted { flows: &flows, with_own: true }, &km, Form::Combined, Limits::default());
            (made, learned.expect("it was made so"), radiation(&places, &km, &emission::Parameters::default()).expect("figures"))
        })
    };

    assert_eq!(run(1), run(5));
}

/// Figures of units, 20 to 500 persons, with places on the map.
fn land() -> impl Strategy<Value = Vec<(u32, u32, i32, i32)>> {
    proptest::collection::vec((20_u32..500, 20_u32..500, 0_i32..400, 0_i32..400), 3..14)
}

fn made(land: &[(u32, u32, i32, i32)]) -> Places {
    let figure = |of: fn(&(u32, u32, i32, i32)) -> u32| land.iter().map(|unit| f64::from(of(unit))).collect();
    Places {
        units: units(land.len()),
        residents: figure(|unit| unit.0),
        jobs: figure(|unit| unit.1),
        mass: figure(|unit| unit.1),
        seats: land.iter().map(|unit| Seat { x: 17.0 + f64::from(unit.2) / 200.0, y: 51.0 + f64::from(unit.3) / 200.0 }).collect(),
    }
}

fn attracted(places: &Places) -> Dense {
    let km = Distances::between(places.seats.as_slice());
    let deterrence = Deterrence::Exponential { beta: 0.05 };
    let parameters = attraction::Parameters { deterrence, own: Own::Modelled, limits: Limits::default() };
    gravity(places, &km, &parameters).expect("all pairs may hold persons").balanced.flows
}

fn radiated(places: &Places) -> Dense {
    let km = Distances::between(places.seats.as_slice());
    radiation(places, &km, &emission::Parameters { own: Own::Share(0.3), is_finite: true }).expect("figures fit").flows
}

proptest! {
    #[test]
    fn gravity_keeps_the_margins(land in land()) {
        let places = made(&land);

        let flows = attracted(&places);

        let all: f64 = places.residents.iter().sum();
        let scale = all / places.jobs.iter().sum::<f64>();
        for (row, residents) in flows.row_sums().into_iter().zip(places.residents.iter()) {
            prop_assert!((row - residents).abs() <= 1e-9 * all);
        }
        for (column, jobs) in flows.column_sums().into_iter().zip(places.jobs.iter()) {
            prop_assert!((column - jobs * scale).abs() <= 1e-9 * all);
        }
    }

    #[test]
    fn radiation_sends_nobody_who_is_not_there(land in land()) {
        let places = made(&land);

        let flows = radiated(&places);

        for (row, residents) in flows.row_sums().into_iter().zip(places.residents.iter()) {
            prop_assert!(row <= residents * (1.0 + 1e-12), "{row} of {residents}");
        }
    }

    #[test]
    fn twice_the_persons_are_twice_the_flows(land in land()) {
        let twice: Vec<_> = land.iter().map(|unit| (2 * unit.0, 2 * unit.1, unit.2, unit.3)).collect();
        for model in [attracted, radiated] {
            let (once, twice) = (model(&made(&land)), model(&made(&twice)));

            for (from, to) in once.indices().flat_map(|from| once.indices().map(move |to| (from, to))) {
                prop_assert!((twice.at(from, to) - 2.0 * once.at(from, to)).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn other_numbers_for_the_units_change_nothing(land in land(), turn in 1_usize..13) {
        let turn = turn % land.len();
        let mut turned = land.clone();
        turned.rotate_left(turn);
        for model in [attracted, radiated] {
            let (plain, turned) = (model(&made(&land)), model(&made(&turned)));

            let new = |unit: UnitIx| UnitIx::new((unit.get() + land.len() - turn) % land.len());
            for (from, to) in plain.indices().flat_map(|from| plain.indices().map(move |to| (from, to))) {
                prop_assert!((turned.at(new(from), new(to)) - plain.at(from, to)).abs() < 1e-6);
            }
        }
    }
}
