//! Modelled flows against those that another program makes of the same figures, pair for pair.
//!
//! The figures lie beside the repository, not in it; where they are absent the tests say so and pass. What the other program
//! found is in `golden/estimate`, with its origin.

mod shared_data;

use std::collections::BTreeMap;
use std::path::Path;

use miedza_delimitation::estimate::calibration::{Counted, Form, calibrate};
use miedza_delimitation::estimate::furness::Limits;
use miedza_delimitation::estimate::gravity::{self, Deterrence};
use miedza_delimitation::estimate::{Dense, Distances, Own, Places, fit::fit, radiation};
use miedza_territory::{Flow, Flows, Seat, UnitCode, UnitVec, Units};
use shared_data::{bytes, code, golden, number, rows};

/// Counted flows, the figures of their units with population as mass, and distances between the middles of the units.
fn land(folder: &Path) -> (Flows, Places, Distances) {
    let zones: serde_json::Value = serde_json::from_slice(&bytes(&folder.join("zones.geojson.gz"))).expect("GeoJSON");
    let seats: BTreeMap<UnitCode, Seat> = zones["features"].as_array().expect("features").iter().map(seat).collect();
    let units = Units::new(seats.keys().cloned().collect());
    let find = |text: &str| units.find(&code(text)).expect("a unit of the zones");
    let flow = |row: &Vec<String>| Flow { from: find(&row[0]), to: find(&row[1]), persons: number(&row[2]) };
    let flows = rows(&folder.join("flows.csv")).iter().map(flow).collect();
    let flows = Flows::new(units.clone(), flows).expect("a matrix");
    let mut mass = UnitVec::filled(units.len(), 0.0);
    for row in rows(&folder.join("masses.csv")) {
        mass[find(&row[0])] = number(&row[1]);
    }
    let places = Places {
        residents: units.indices().map(|unit| flows.residents(unit)).collect(),
        jobs: units.indices().map(|unit| flows.jobs(unit)).collect(),
        seats: units.codes().iter().map(|code| seats[code]).collect(),
        units,
        mass,
    };
    let distances = Distances::between(places.seats.as_slice());
    (flows, places, distances)
}

fn seat(zone: &serde_json::Value) -> (UnitCode, Seat) {
    let figure = |name: &str| zone["properties"][name].as_f64().expect("a number");
    (code(&format!("{:05.0}", figure("ID"))), Seat { x: figure("Longitude"), y: figure("Latitude") })
}

fn attracted(flows: &Flows, (places, distances): (&Places, &Distances), form: Form) -> (Dense, Deterrence) {
    let counted = Counted { flows, with_own: false };
    let deterrence = calibrate(counted, distances, form, Limits::default()).expect("the flows have a reach").deterrence;
    let parameters = gravity::Parameters { deterrence, own: Own::Nobody, limits: Limits::default() };
    (gravity::gravity(places, distances, &parameters).expect("margins can be met").balanced.flows, deterrence)
}

fn near(found: f64, expected: f64, part: f64) -> bool {
    (found - expected).abs() <= part * expected.abs().max(1e-6)
}

#[test]
fn models_of_real_lands_are_those_of_another_program() {
    let Some(data) = shared_data::folder() else { return };
    for name in ["us-kansas-2000", "fr-herault-2020"] {
        let golden = golden("estimate").join(name);
        let (flows, places, distances) = land(&data.join(name));
        let radiated = radiation::radiation(&places, &distances, &radiation::Parameters::default()).expect("figures fit");
        let mut models = vec![(radiated.flows, None)];
        for form in [Form::Exponential, Form::Power, Form::Combined] {
            let (model, deterrence) = attracted(&flows, (&places, &distances), form);
            models.push((model, Some(deterrence)));
        }

        for (row, (model, deterrence)) in rows(&golden.join("figures.csv")).iter().zip(&models) {
            let kept = model.flows(&places.units, 0.0).expect("a matrix").0;
            let fit = fit(&kept, &flows, &distances).expect("same units");
            let slopes = deterrence.map_or([0.0, 0.0], Deterrence::slopes);
            let found = [slopes[0], slopes[1], fit.common_part.expect("persons"), fit.log_rmse.expect("pairs")];
            let found = found.into_iter().chain([fit.r_squared.expect("flows differ"), fit.modelled_km.expect("persons")]);
            for (column, (found, expected)) in found.zip(&row[1..]).enumerate() {
                assert!(near(found, number(expected), 1e-6), "{name} {} column {column}: {found} {expected}", row[0]);
            }
        }
        let unit = |text: &str| places.units.find(&code(text)).expect("a unit");
        for row in rows(&golden.join("expected.csv")) {
            for ((model, _), expected) in models.iter().zip(&row[2..]) {
                let found = model.at(unit(&row[0]), unit(&row[1]));
                assert!(near(found, number(expected), 1e-6), "{name} {} to {}: {found} {expected}", row[0], row[1]);
            }
        }
    }
}
