//! Certainty of small matrices, checked by hand, and its laws.

use std::sync::atomic::AtomicBool;

use miedza_territory::samples::{code, flows, two_towns};
use proptest::prelude::*;

use super::*;
use crate::diagonal::{Basis, Diagonal};
use crate::generate::{self, gravity};
use crate::method::Method;

fn of_settings(flows: &Flows, values: &[(&str, &str)], parameters: &Parameters) -> Certainty {
    let mut settings = Settings::new(Method::TravelToWork);
    for (name, value) in values {
        settings.set(name, value).expect("a fitting value");
    }
    run(&Input::new(flows), &settings, parameters).expect("fitting settings")
}

fn in_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads").install(work)
}

fn unit(flows: &Flows, text: &str) -> UnitIx {
    flows.units().find(&code(text)).expect("a unit of the sample")
}

#[test]
fn one_thread_and_many_give_the_same() {
    let (flows, _) = gravity(&generate::Parameters { units: 300, ..generate::Parameters::default() });
    for (draw, consensus) in [(Draw::Poisson, Consensus::Medoid), (Draw::Multinomial, Consensus::CoAssignment)] {
        let parameters = Parameters { replicates: 60, draw, consensus, ..Parameters::default() };

        let alone = in_threads(1, || of_settings(&flows, &[], &parameters));
        let together = in_threads(4, || of_settings(&flows, &[], &parameters));

        assert_eq!(alone, together, "{draw:?}");
        assert!(alone.edges().count() > 0, "a test of nothing but certain units proves little");
    }
}

#[test]
fn a_seed_gives_the_same_and_another_one_gives_others() {
    let flows = two_towns();
    let replicate =
        |seed, number| Sample::of(&flows, &Parameters { seed, ..Parameters::default() }).expect("fits").replicate(number);

    assert_eq!(replicate(1, 5), replicate(1, 5));
    assert_ne!(replicate(1, 5), replicate(2, 5));
    assert_ne!(replicate(1, 5), replicate(1, 6));
}

#[test]
fn a_multinomial_draw_keeps_the_residents_of_each_unit() {
    let flows = two_towns();
    let sample = Sample::of(&flows, &Parameters { draw: Draw::Multinomial, ..Parameters::default() }).expect("fits");

    for number in 0..50 {
        let drawn = sample.replicate(number);
        for unit in flows.units().indices() {
            assert!((drawn.residents(unit) - flows.residents(unit)).abs() < f64::EPSILON, "replicate {number}");
        }
        assert_ne!(drawn, flows);
    }
}

/// Mean of one flow over 4,000 replicates, and its variance.
fn moments(sample: &Sample, from: UnitIx, to: UnitIx) -> (f64, f64) {
    let drawn: Vec<f64> = (0..4000).map(|number| sample.replicate(number).between(from, to)).collect();
    let mean = drawn.iter().sum::<f64>() / 4000.0;
    (mean, drawn.iter().map(|persons| (persons - mean) * (persons - mean)).sum::<f64>() / 4000.0)
}

#[test]
fn a_drawn_flow_has_the_mean_of_the_counted_one() {
    let flows = two_towns();
    let (from, to) = (unit(&flows, "6"), unit(&flows, "1"));
    // 40 of the 120 residents of 6: Poisson variance 40; multinomial 120 · 1/3 · 2/3 = 26.67. Five standard errors:
    // 5·√(40/4000) = 0.5 for the mean; about 5·√(2/4000) = 11 % for the variance.
    for (draw, variance) in [(Draw::Poisson, 40.0), (Draw::Multinomial, 80.0 / 3.0)] {
        let sample = Sample::of(&flows, &Parameters { draw, ..Parameters::default() }).expect("fits");

        let (mean, spread) = moments(&sample, from, to);

        assert!((mean - 40.0).abs() < 0.5, "{draw:?}: mean {mean}");
        assert!((spread / variance - 1.0).abs() < 0.12, "{draw:?}: variance {spread}");
    }
}

#[test]
fn a_hidden_flow_is_drawn_evenly_inside_its_range() {
    let flows = two_towns();
    let (from, to) = (unit(&flows, "5"), unit(&flows, "1"));
    let hidden = vec![Hidden { from, to, low: 1, high: 9 }];
    let sample = Sample::of(&flows, &Parameters { hidden, ..Parameters::default() }).expect("fits");

    let mut times = [0_u32; 10];
    for number in 0..9000 {
        let persons = sample.replicate(number).between(from, to);
        times[(0..10)
            .find(|&number| f64::from(number) >= persons)
            .and_then(|number| usize::try_from(number).ok())
            .expect("at most 9")] += 1;
    }

    // 1,000 each; chi-square with 8 degrees of freedom passes 27.9 once in 2,000 tries.
    assert_eq!(times[0], 0);
    let statistic: f64 = times[1..].iter().map(|&times| (f64::from(times) - 1000.0) * (f64::from(times) - 1000.0) / 1000.0).sum();
    assert!(statistic < 27.9, "{times:?}");
}

#[test]
fn a_diagonal_that_is_a_rest_stays_the_rest() {
    let commuters = flows(&[("1", "2", 30.0), ("2", "1", 50.0), ("3", "1", 20.0)]);
    let mut employed = miedza_territory::Observations::new();
    for (unit, persons) in [("1", 100.0), ("2", 40.0), ("3", 25.0)] {
        employed.insert(code(unit), miedza_territory::Value::Known(persons));
    }
    for draw in [Draw::Poisson, Draw::Multinomial] {
        let diagonal = Diagonal::work_out(&commuters, Basis::Counted { employed: Some(&employed), jobs: None });
        let filled = diagonal.fill(&commuters);
        let staying = Staying::of(&diagonal, &filled);
        // More leave 2 than it has employed residents: 10 persons are short.
        let rests = [100.0, 40.0, 25.0].map(Staying::RestOfResidents);
        assert_eq!(staying.as_slice(), rests);

        let parameters = Parameters { draw, staying: Some(staying), ..Parameters::default() };
        let sample = Sample::of(&filled, &parameters).expect("fits");

        for number in 0..50 {
            let drawn = sample.replicate(number);
            for (text, residents) in [("1", 100.0), ("2", 40.0), ("3", 25.0)] {
                let unit = unit(&drawn, text);
                let leaving = drawn.residents(unit) - drawn.internal(unit);
                let rest = f64::max(residents - leaving, 0.0);
                assert!((drawn.internal(unit) - rest).abs() < f64::EPSILON, "{draw:?}: {leaving} leave {text}");
            }
        }
    }
}

#[test]
fn a_rest_of_jobs_follows_those_who_arrive() {
    let commuters = flows(&[("1", "2", 30.0), ("2", "1", 50.0), ("3", "1", 20.0)]);
    let mut jobs = miedza_territory::Observations::new();
    for (unit, persons) in [("1", 500.0), ("2", 90.0), ("3", 10.0)] {
        jobs.insert(code(unit), miedza_territory::Value::Known(persons));
    }
    let diagonal = Diagonal::work_out(&commuters, Basis::Counted { employed: None, jobs: Some(&jobs) });
    let filled = diagonal.fill(&commuters);
    let staying = Some(Staying::of(&diagonal, &filled));

    let sample = Sample::of(&filled, &Parameters { staying, ..Parameters::default() }).expect("fits");

    for number in 0..50 {
        let drawn = sample.replicate(number);
        let held: Vec<f64> = drawn.units().indices().map(|unit| drawn.jobs(unit)).collect();
        assert_eq!(held, [500.0, 90.0, 10.0], "replicate {number}");
    }
}

/// Six units in the areas 1–2–3 and 4–5–6; unit 1 and 4 have most jobs, 4 more than 1.
fn base() -> (Flows, Partition) {
    let flows =
        flows(&[("1", "1", 50.0), ("2", "2", 20.0), ("3", "3", 10.0), ("4", "4", 80.0), ("5", "5", 20.0), ("6", "6", 20.0)]);
    (flows, partition([1, 1, 1, 4, 4, 4]))
}

fn partition(areas: [u32; 6]) -> Partition {
    Partition::from_labels(areas.map(|area| (area > 0).then_some(area)))
}

#[test]
fn where_units_went_is_counted_by_seats() {
    let (flows, base) = base();
    let replicates = [
        partition([1, 1, 1, 4, 4, 4]), // as it was
        partition([1, 1, 4, 4, 4, 4]), // 3 goes with the seat of the other area
        partition([1, 1, 1, 1, 1, 1]), // one area: everybody is with the own seat
        partition([1, 3, 3, 4, 4, 0]), // 2 and 3 make a new area, 6 has none
    ]
    .map(|partition| Labels::of(&partition));
    let parameters = Parameters { replicates: 4, ..Parameters::default() };

    let found = sum_up(&flows, base, &replicates, &parameters);

    let certainty: Vec<f64> = found.units.iter().map(|unit| unit.certainty).collect();
    assert_eq!(certainty, [1.0, 0.75, 0.5, 1.0, 1.0, 0.75]);
    let second: Vec<_> = found.units.iter().map(|unit| unit.second.map(|(area, share)| (area.get(), share))).collect();
    assert_eq!(second, [None, None, Some((1, 0.25)), None, None, None]);
    let elsewhere: Vec<_> = found.units.iter().map(|unit| (unit.whereabouts.new_area, unit.whereabouts.nowhere)).collect();
    assert_eq!(elsewhere, [(0, 0), (1, 0), (1, 0), (0, 0), (0, 0), (0, 1)]);
    assert_eq!(found.edges().map(UnitIx::get).collect::<Vec<_>>(), [1, 2, 5]);
}

#[test]
fn an_area_is_found_again_where_half_of_all_units_are_shared() {
    let (flows, base) = base();
    let replicates = [
        partition([1, 1, 1, 4, 4, 4]), // both
        partition([1, 1, 4, 4, 4, 4]), // 2 of 3 and 3 of 4: both
        partition([1, 1, 1, 1, 1, 1]), // 3 of 6 each: both
        partition([1, 2, 3, 4, 4, 0]), // 1 of 3: not; 2 of 3: found
    ]
    .map(|partition| Labels::of(&partition));
    let parameters = Parameters { replicates: 4, limit: 0.9, ..Parameters::default() };

    let found = sum_up(&flows, base, &replicates, &parameters);

    assert_eq!(found.areas.iter().map(|area| area.found_again).collect::<Vec<_>>(), [3, 4]);
    // Certainty 1, 3/4, 1/2 in the first; 1, 1, 3/4 in the second, where 6 is below 0.9 and has 20 of 120 residents.
    assert_eq!(found.areas.iter().map(|area| area.mean_certainty).collect::<Vec<_>>(), [0.75, 2.75 / 3.0]);
    assert_eq!(
        found.areas.iter().map(|area| area.certain_residents).collect::<Vec<_>>(),
        [Some(50.0 / 80.0), Some(100.0 / 120.0)]
    );
    // 2, 2, 1 and 4 areas: the middle is the second of four.
    assert_eq!(found.area_counts, [1, 2, 4]);
    assert_eq!(found.medoid.map(|medoid| medoid.replicate), Some(0));
}

#[test]
fn a_unit_of_no_area_is_certain_of_having_none() {
    let (flows, _) = base();
    let base = partition([1, 1, 1, 4, 4, 0]);
    let replicates = [partition([1, 1, 1, 4, 4, 0]), partition([1, 1, 1, 4, 4, 4])].map(|partition| Labels::of(&partition));

    let found = sum_up(&flows, base, &replicates, &Parameters { replicates: 2, ..Parameters::default() });

    let last = &found.units[UnitIx::new(5)];
    assert_eq!((last.area, last.certainty, last.second), (None, 0.5, Some((AreaIx::new(1), 0.5))));
}

#[test]
fn work_that_is_stopped_gives_nothing_back() {
    let flows = two_towns();
    let delimit = |flows: &Flows| Ok(Partition::from_labels(flows.units().indices().map(|_| Some(1))));
    let stop = AtomicBool::new(true);
    let watch = Watch { tell: &|_, _| {}, stop: &stop };

    let found = of(&flows, &delimit, &Parameters::default(), &watch).expect("no fault");

    assert_eq!(found, None);
}

#[test]
fn whoever_watches_is_told_of_every_replicate() {
    let flows = two_towns();
    let delimit = |flows: &Flows| Ok(Partition::from_labels(flows.units().indices().map(|_| Some(1))));
    let told = std::sync::Mutex::new(Vec::new());
    let tell = |done, of| told.lock().expect("no panic").push((done, of));
    let stop = AtomicBool::new(false);

    of(&flows, &delimit, &Parameters { replicates: 9, ..Parameters::default() }, &Watch { tell: &tell, stop: &stop })
        .expect("fits");

    let mut told = told.into_inner().expect("no panic");
    told.sort_unstable();
    assert_eq!(told, (1..=9).map(|done| (done, 9)).collect::<Vec<_>>());
}

#[test]
fn parameters_out_of_their_range_are_refused() {
    let flows = two_towns();
    let settings = Settings::new(Method::TravelToWork);
    let one = UnitIx::new(0);
    let cases = [
        (Parameters { replicates: 0, ..Parameters::default() }, "replicates is 0, and it must be 1 to 100000"),
        (Parameters { limit: 1.5, ..Parameters::default() }, "limit is 1.5, and it must be from 0 to 1"),
        (
            Parameters { hidden: vec![Hidden { from: one, to: one, low: 9, high: 1 }], ..Parameters::default() },
            "suppressed is 1, and it must be at least as large as where the range begins",
        ),
        (
            Parameters { staying: Some(UnitVec::filled(2, Staying::Counted)), ..Parameters::default() },
            "what is known of the diagonals has 2 entries for 6 units",
        ),
    ];
    for (parameters, told) in cases {
        assert_eq!(run(&Input::new(&flows), &settings, &parameters).expect_err(told).to_string(), told);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn counts_of_a_unit_add_up_to_the_replicates(seed in 0_u64..1000, units in 5_usize..60, is_multinomial: bool) {
        let (flows, _) = gravity(&generate::Parameters { units, mean_degree: 6.0, seed, ..generate::Parameters::default() });
        let draw = if is_multinomial { Draw::Multinomial } else { Draw::Poisson };
        let parameters = Parameters { replicates: 12, seed, draw, consensus: Consensus::CoAssignment, ..Parameters::default() };

        let found = of_settings(&flows, &[("min_size", "3000")], &parameters);

        for unit in &found.units {
            let Whereabouts { stays, others, new_area, nowhere } = &unit.whereabouts;
            prop_assert_eq!(stays + new_area + nowhere + others.iter().map(|other| other.1).sum::<u32>(), 12);
            prop_assert!(unit.second.is_none_or(|(area, _)| Some(area) != unit.area));
        }
        let together = found.co_assignment.as_ref().expect("asked for");
        for (one, other, times) in together.pairs() {
            prop_assert!(one < other && times <= together.between(one, one).min(together.between(other, other)));
        }
        prop_assert_eq!(found.consensus.unit_count(), units);
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(seed in 0_u64..1000, turn in 1_usize..50) {
        let (flows, _) = gravity(&generate::Parameters { units: 30, mean_degree: 5.0, seed, ..generate::Parameters::default() });
        let mut rows: Vec<_> = flows.iter().collect();
        let turn = turn % rows.len();
        rows.rotate_left(turn);
        let shuffled = Flows::new(flows.units().clone(), rows).expect("the same pairs");
        let parameters = Parameters { replicates: 8, seed, ..Parameters::default() };

        prop_assert_eq!(of_settings(&flows, &[], &parameters), of_settings(&shuffled, &[], &parameters));
    }
}
