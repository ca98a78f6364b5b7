//! The worked example of `docs/methods/estimate.md`: the figures there are those that the program gives.

use miedza_delimitation::estimate::calibration::{Counted, Form, calibrate};
use miedza_delimitation::estimate::furness::Limits;
use miedza_delimitation::estimate::{Dense, Distances, Own, Places, fit::fit, gravity, radiation};
use miedza_territory::{Flows, Seat, UnitVec, samples};

/// Kilometres along the road on which the six municipalities lie.
const ROAD: [f64; 6] = [10.0, 0.0, 22.0, 48.0, 57.0, 34.0];

fn land() -> (Flows, Places, Distances, Own) {
    let flows = samples::two_towns();
    let units = flows.units().clone();
    let jobs: UnitVec<f64> = units.indices().map(|unit| flows.jobs(unit)).collect();
    let own = Own::Given(units.indices().map(|unit| flows.internal(unit)).collect());
    let places = Places {
        residents: units.indices().map(|unit| flows.residents(unit)).collect(),
        mass: jobs.clone(),
        jobs,
        seats: UnitVec::filled(6, Seat { x: 0.0, y: 0.0 }),
        units,
    };
    let km = Dense::by_rows(6, |from, row| {
        row.iter_mut().zip(ROAD).for_each(|(cell, to)| *cell = (ROAD[from.get()] - to).abs().max(1.0));
    });
    (flows, places, Distances::given(km), own)
}

/// Persons between different units, to a tenth, as the page shows them.
fn shown(flows: &Dense) -> Vec<String> {
    let cell = |from, to| if from == to { "·".to_owned() } else { format!("{:.1}", flows.at(from, to)) };
    flows.indices().map(|from| flows.indices().map(|to| cell(from, to)).collect::<Vec<_>>().join(" ")).collect()
}

fn common_part(model: &Dense, counted: &Flows, distances: &Distances) -> f64 {
    let kept = model.flows(counted.units(), 0.0).expect("a matrix").0;
    fit(&kept, counted, distances).expect("same units").common_part.expect("persons")
}

#[test]
fn radiation_on_six_municipalities() {
    let (counted, places, distances, own) = land();

    let found = radiation::radiation(&places, &distances, &radiation::Parameters { own, is_finite: true }).expect("figures fit");

    let page = [
        "· 4.5 2.9 28.6 1.5 2.5",
        "136.4 · 0.3 2.9 0.2 0.2",
        "54.8 0.2 · 1.6 0.1 0.2",
        "21.5 0.6 2.0 · 4.0 2.0",
        "4.9 0.1 0.5 114.0 · 0.4",
        "1.7 0.0 40.2 32.7 0.3 ·",
    ];
    assert_eq!(shown(&found.flows), page);
    assert_eq!(format!("{:.1}", found.untold), "53.1");
    assert_eq!(format!("{:.2}", common_part(&found.flows, &counted, &distances)), "0.80");
}

#[test]
fn gravity_on_six_municipalities() {
    let (counted, places, distances, own) = land();
    let limits = Limits::default();

    let learned =
        calibrate(Counted { flows: &counted, with_own: false }, &distances, Form::Exponential, limits).expect("a reach");
    let parameters = gravity::Parameters { deterrence: learned.deterrence, own, limits };
    let found = gravity::gravity(&places, &distances, &parameters).expect("margins can be met").balanced;

    let page = [
        "· 9.5 0.0 30.5 0.0 0.0",
        "138.8 · 0.0 1.2 0.0 0.0",
        "100.0 0.3 · 9.8 0.0 0.0",
        "29.9 0.1 0.0 · 0.0 0.0",
        "5.9 0.0 0.0 114.0 · 0.0",
        "35.4 0.1 0.0 39.5 0.0 ·",
    ];
    assert_eq!(shown(&found.flows), page);
    assert_eq!(format!("{:.4}", -learned.deterrence.slopes()[1]), "0.1016");
    assert_eq!(format!("{:.2} {:.2}", learned.counted_km, learned.modelled_km), "15.55 15.55");
    assert_eq!(format!("{:.2}", common_part(&found.flows, &counted, &distances)), "0.94");
}
