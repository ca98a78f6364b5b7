//! What holds for areas that were searched for, whatever is in the matrix.

use geo_types::Point;
use miedza_delimitation::distance::kilometres;
use miedza_delimitation::method::leiden::{NodeSize, Objective, Parameters, quality, run};
use miedza_delimitation::method::map_equation::{self, Teleportation};
use miedza_delimitation::method::{Action, Input, Outcome};
use miedza_territory::{Flow, Flows, Partition, UnitCode, UnitIx, UnitVec, Units};
use proptest::prelude::*;

type Cells = Vec<(usize, usize, u32)>;

fn matrix(len: usize, cells: &[(usize, usize, u32)]) -> Flows {
    let units = Units::new((0..len).map(|number| UnitCode::parse(&format!("{number:03}")).expect("a code")).collect());
    let flow = |&(from, to, persons): &(usize, usize, u32)| Flow {
        from: UnitIx::new(from),
        to: UnitIx::new(to),
        persons: f64::from(persons),
    };
    Flows::new(units, cells.iter().map(flow).collect()).expect("each pair once")
}

/// Small matrices with few different counts, hence many ties, and seats on a grid, hence equal distances.
fn cells() -> impl Strategy<Value = (usize, Cells)> {
    (2_usize..16).prop_flat_map(|len| {
        let pairs = proptest::collection::btree_map((0..len, 0..len), 0_u32..5, 0..len * 4);
        pairs.prop_map(move |map| (len, map.into_iter().map(|((from, to), persons)| (from, to, persons)).collect()))
    })
}

fn seats(len: usize) -> UnitVec<Option<Point>> {
    let degrees = |number: usize| f64::from(u32::try_from(number).expect("small")) / 10.0;
    (0..len).map(|unit| Some(Point::new(19.0 + degrees(unit % 4), 52.0 + degrees(unit / 4)))).collect()
}

const QUALITIES: [Objective; 4] = [Objective::Modularity, Objective::Cpm, Objective::Gravity, Objective::Radiation];

fn leiden(quality: Objective, resolution: f64) -> Parameters {
    Parameters { quality, resolution, class_km: 10.0, trials: 3, ..Parameters::default() }
}

fn walk(directed: bool, self_flows: bool, teleportation: Teleportation) -> map_equation::Parameters {
    map_equation::Parameters { directed, self_flows, teleportation, trials: 3, ..map_equation::Parameters::default() }
}

fn walks() -> Vec<map_equation::Parameters> {
    let ways = [(false, Teleportation::Unrecorded), (true, Teleportation::Unrecorded), (true, Teleportation::Recorded)];
    ways.iter().flat_map(|&(directed, way)| [false, true].map(|self_flows| walk(directed, self_flows, way))).collect()
}

/// All outcomes on a matrix.
fn outcomes(flows: &Flows, seats: &UnitVec<Option<Point>>, resolution: f64) -> Vec<Outcome> {
    let input = Input { seats: Some(seats), ..Input::new(flows) };
    let searched = QUALITIES.iter().map(|&quality| run(&input, &leiden(quality, resolution)).expect("fits"));
    searched.chain(walks().iter().map(|parameters| map_equation::run(&input, parameters).expect("fits"))).collect()
}

fn hangs_together(flows: &Flows, members: &[UnitIx]) -> bool {
    let (mut reached, mut waiting) = (vec![members[0]], vec![members[0]]);
    while let Some(unit) = waiting.pop() {
        for &other in members {
            let tied = flows.between(unit, other) + flows.between(other, unit) > 0.0;
            if tied && !reached.contains(&other) {
                reached.push(other);
                waiting.push(other);
            }
        }
    }
    reached.len() == members.len()
}

/// Persons of all pairs of units of one area.
fn together(partition: &Partition, of_pair: impl Fn(UnitIx, UnitIx) -> f64) -> f64 {
    let mut sum = 0.0;
    for one in partition.units() {
        for other in partition.units() {
            if partition.area_of(one).is_some() && partition.area_of(one) == partition.area_of(other) {
                sum += of_pair(one, other);
            }
        }
    }
    sum
}

fn away(flows: &Flows, unit: UnitIx) -> [f64; 2] {
    [flows.residents(unit) - flows.internal(unit), flows.jobs(unit) - flows.internal(unit)]
}

/// Expected between two different units, worked out pair by pair.
fn gravity(flows: &Flows, seats: &UnitVec<Option<Point>>, (from, to): (UnitIx, UnitIx)) -> f64 {
    let class = |one: UnitIx, other: UnitIx| (kilometres(seats[one].expect("all"), seats[other].expect("all")) / 10.0).floor();
    let (mut persons, mut product) = (0.0, 0.0);
    for one in flows.units().indices() {
        for other in flows.units().indices().filter(|&other| other != one) {
            if (class(one, other) - class(from, to)).abs() < 0.5 {
                persons += flows.between(one, other);
                product += away(flows, one)[0] * away(flows, other)[1];
            }
        }
    }
    if product > 0.0 { persons / product * away(flows, from)[0] * away(flows, to)[1] } else { 0.0 }
}

fn radiation(flows: &Flows, seats: &UnitVec<Option<Point>>, (from, to): (UnitIx, UnitIx)) -> f64 {
    let distance = |other: UnitIx| kilometres(seats[from].expect("all"), seats[other].expect("all"));
    let chance = |to: UnitIx| {
        let nearer = flows.units().indices().filter(|&unit| unit != from && unit != to && distance(unit) <= distance(to));
        let between: f64 = nearer.map(|unit| flows.jobs(unit)).sum();
        let (own, there) = (flows.jobs(from).max(1.0), flows.jobs(to));
        own * there / ((own + between) * (own + there + between))
    };
    let all: f64 = flows.units().indices().filter(|&unit| unit != from).map(chance).sum();
    if all > 0.0 { away(flows, from)[0] * chance(to) / all } else { 0.0 }
}

/// The quality as the formulas have it, over all pairs.
fn slow(flows: &Flows, seats: &UnitVec<Option<Point>>, partition: &Partition, parameters: &Parameters) -> f64 {
    let total = flows.total();
    let beyond: f64 = flows.units().indices().map(|unit| away(flows, unit)[0]).sum();
    let modelled = |model: &dyn Fn((UnitIx, UnitIx)) -> f64| {
        let pair = |one, other| {
            if one == other { 0.0 } else { flows.between(one, other) - parameters.resolution * model((one, other)) }
        };
        if beyond > 0.0 { together(partition, pair) / beyond } else { 0.0 }
    };
    match parameters.quality {
        Objective::Modularity if total > 0.0 => {
            let expected = |one, other| parameters.resolution * flows.residents(one) * flows.jobs(other) / total;
            together(partition, |one, other| flows.between(one, other) - expected(one, other)) / total
        }
        Objective::Modularity => 0.0,
        Objective::Cpm => together(partition, |one, other| flows.between(one, other) - parameters.resolution),
        Objective::Gravity => modelled(&|pair| gravity(flows, seats, pair)),
        Objective::Radiation => modelled(&|pair| radiation(flows, seats, pair)),
    }
}

fn plogp(x: f64) -> f64 {
    if x > 0.0 { x * libm::log2(x) } else { 0.0 }
}

/// The code length without direction, as the formula has it.
fn slow_length(flows: &Flows, partition: &Partition, self_flows: bool) -> f64 {
    let own = |unit: UnitIx| if self_flows { flows.internal(unit) } else { 0.0 };
    let strength = |unit: UnitIx| away(flows, unit)[0] + away(flows, unit)[1] + own(unit);
    let all: f64 = flows.units().indices().map(strength).sum();
    if all <= 0.0 {
        return 0.0;
    }
    let modules = partition.areas().map(|area| {
        let members = partition.members(area);
        let visit: f64 = members.iter().map(|&unit| strength(unit) / all).sum();
        let leaves = |unit: UnitIx| -> f64 {
            let outside = flows.units().indices().filter(|&other| partition.area_of(other) != Some(area));
            outside.map(|other| (flows.between(unit, other) + flows.between(other, unit)) / all).sum()
        };
        (visit, members.iter().map(|&unit| leaves(unit)).sum::<f64>())
    });
    let modules: Vec<(f64, f64)> = modules.collect();
    let exits: f64 = modules.iter().map(|(_, exit)| exit).sum();
    let bits: f64 = modules.iter().map(|(visit, exit)| plogp(visit + exit) - 2.0 * plogp(*exit)).sum();
    plogp(exits) + bits - flows.units().indices().map(|unit| plogp(strength(unit) / all)).sum::<f64>()
}

#[test]
fn what_a_quality_needs_is_asked_for() {
    let (flows, large) = (matrix(2, &[(0, 1, 3), (1, 1, 5)]), matrix(5001, &[(0, 1, 3)]));
    let (of_large, none) = (seats(5001), UnitVec::filled(2, None));
    let without = Input::new(&flows);
    let cases = [
        ("no seats", without, leiden(Objective::Gravity, 1.0), "quality needs the seats of the units, and it is not given"),
        (
            "a seat is missing",
            Input { seats: Some(&none), ..without },
            leiden(Objective::Radiation, 1.0),
            "quality needs the seats of the units, and it is not given",
        ),
        (
            "too many units",
            Input { seats: Some(&of_large), ..Input::new(&large) },
            leiden(Objective::Gravity, 1.0),
            "quality keeps a figure for each pair of units, for at most 5000 units, and there are 5001",
        ),
        (
            "no inhabitants",
            without,
            Parameters { node_size: NodeSize::Population, ..leiden(Objective::Cpm, 1.0) },
            "node_size needs the population of the units, and it is not given",
        ),
        ("no resolution", without, leiden(Objective::Modularity, 0.0), "resolution is 0, and it must be above 0"),
    ];
    for (name, input, parameters, told) in cases {
        assert_eq!(run(&input, &parameters).expect_err(name).to_string(), told, "{name}");
    }
}

proptest! {
    #[test]
    fn every_unit_with_flows_is_in_one_area_and_told_of_once((len, cells) in cells(), resolution in 0.2_f64..4.0) {
        let flows = matrix(len, &cells);

        for outcome in outcomes(&flows, &seats(len), resolution) {
            for unit in flows.units().indices() {
                let has_flows = flows.residents(unit) + flows.jobs(unit) > 0.0;
                prop_assert_eq!(outcome.partition.area_of(unit).is_some(), has_flows);
                prop_assert_eq!(outcome.excluded.iter().any(|exclusion| exclusion.unit == unit), !has_flows);
                let steps: Vec<_> = outcome.steps_of(unit).collect();
                prop_assert_eq!(steps.len(), 1);
                prop_assert_eq!(steps[0].action, if has_flows { Action::Grouped } else { Action::Excluded });
                prop_assert!(steps[0].figures.share.is_none_or(|share| (0.0..=1.0).contains(&share)));
            }
        }
    }

    #[test]
    fn every_area_hangs_together_by_flows((len, cells) in cells(), resolution in 0.2_f64..4.0) {
        let flows = matrix(len, &cells);

        for outcome in outcomes(&flows, &seats(len), resolution) {
            for area in outcome.partition.areas() {
                prop_assert!(hangs_together(&flows, outcome.partition.members(area)), "{}", outcome.method.name());
            }
        }
    }

    #[test]
    fn the_order_of_the_rows_and_the_number_of_threads_change_nothing((len, cells) in cells(), turn in 0_usize..64) {
        let mut turned = cells.clone();
        turned.rotate_left(turn % cells.len().max(1));
        turned.reverse();
        let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");

        let alone = pool(1).install(|| outcomes(&matrix(len, &cells), &seats(len), 1.0));
        let many = pool(4).install(|| outcomes(&matrix(len, &turned), &seats(len), 1.0));

        prop_assert_eq!(alone, many);
    }

    #[test]
    fn quality_is_that_of_the_formula_over_all_pairs((len, cells) in cells(), resolution in 0.2_f64..4.0) {
        let (flows, seats) = (matrix(len, &cells), seats(len));
        let input = Input { seats: Some(&seats), ..Input::new(&flows) };

        for objective in QUALITIES {
            let parameters = leiden(objective, resolution);
            let outcome = run(&input, &parameters).expect("fits");
            let expected = slow(&flows, &seats, &outcome.partition, &parameters);
            // Units without flows count one pair each with themselves under CPM, whatever the areas.
            let outside = f64::from(u32::try_from(outcome.excluded.len()).expect("small"));
            let expected = if objective == Objective::Cpm { expected - resolution * outside } else { expected };
            let value = outcome.quality.expect("searched").value;
            prop_assert!((value - expected).abs() < 1e-9 * expected.abs().max(1.0), "{objective:?}: {value}, {expected}");
            let again = quality(&input, &outcome.partition, &parameters).expect("fits");
            prop_assert!((again - value).abs() < 1e-9 * value.abs().max(1.0));
        }
        for self_flows in [false, true] {
            let parameters = walk(false, self_flows, Teleportation::Unrecorded);
            let outcome = map_equation::run(&input, &parameters).expect("fits");
            let expected = slow_length(&flows, &outcome.partition, self_flows);
            let value = outcome.quality.expect("searched").value;
            prop_assert!((value - expected).abs() < 1e-9, "{value}, {expected}");
        }
    }

    #[test]
    fn no_single_unit_gains_by_moving_to_another_area((len, cells) in cells(), resolution in 0.2_f64..4.0) {
        let (flows, seats) = (matrix(len, &cells), seats(len));
        let input = Input { seats: Some(&seats), ..Input::new(&flows) };

        for objective in QUALITIES {
            let parameters = leiden(objective, resolution);
            let outcome = run(&input, &parameters).expect("fits");
            let value = quality(&input, &outcome.partition, &parameters).expect("fits");
            for unit in flows.units().indices() {
                for area in outcome.partition.areas() {
                    let label = |other| if other == unit { Some(area) } else { outcome.partition.area_of(other) };
                    let moved = Partition::from_labels(flows.units().indices().map(label));
                    let tied = outcome.partition.members(area).iter().any(|&other| {
                        flows.between(unit, other) + flows.between(other, unit) > 0.0
                    });
                    let gain = quality(&input, &moved, &parameters).expect("fits") - value;
                    prop_assert!(!tied || gain < 1e-9, "{objective:?}: {unit:?} gains {gain}");
                }
            }
        }
    }
}
