//! How long models of flows take on made-up countries: radiation, gravity with a known deterrence, and its calibration.

use miedza_delimitation::chance::Chance;
use miedza_delimitation::estimate::calibration::{Counted, Form, calibrate};
use miedza_delimitation::estimate::furness::Limits;
use miedza_delimitation::estimate::gravity::{self, Deterrence};
use miedza_delimitation::estimate::{Distances, Own, Places, radiation};
use miedza_territory::{Flows, Seat, UnitCode, Units};

fn main() {
    divan::main();
}

const UNITS: [usize; 3] = [377, 2477, 5000];

/// A country six degrees high and nine wide, employed residents and jobs of a few hundred to some tens of thousands.
fn country(units: usize) -> Places {
    let chance = Chance::new(7);
    let at = |unit: u64, what: u64| chance.at(unit, what);
    let numbers = || (0..).take(units);
    let persons = |what: u64| -> Vec<f64> {
        numbers().map(|unit| libm::round(libm::exp(7.0 + 0.9 * chance.normal_at(unit, what)))).collect()
    };
    let seat = |unit| Seat { x: 15.0 + 9.0 * at(unit, 0), y: 49.0 + 6.0 * at(unit, 1) };
    let jobs = persons(3);
    Places {
        units: Units::new((0..units).map(|unit| UnitCode::parse(&format!("{unit:06}")).expect("a code")).collect()),
        residents: persons(2).into_iter().collect(),
        mass: jobs.iter().copied().collect(),
        jobs: jobs.into_iter().collect(),
        seats: numbers().map(seat).collect(),
    }
}

fn parameters(beta: f64) -> gravity::Parameters {
    gravity::Parameters { deterrence: Deterrence::Exponential { beta }, own: Own::Share(0.4), limits: Limits::default() }
}

fn attracted(places: &Places, distances: &Distances) -> Flows {
    let made = gravity::gravity(places, distances, &parameters(0.08)).expect("margins can be met");
    made.balanced.flows.flows(&places.units, 0.5).expect("a matrix").0
}

#[divan::bench(args = UNITS, sample_count = 3)]
fn distances(bencher: divan::Bencher<'_, '_>, units: usize) {
    let places = country(units);

    bencher.bench_local(|| Distances::between(places.seats.as_slice()));
}

#[divan::bench(args = UNITS, sample_count = 3)]
fn radiated(bencher: divan::Bencher<'_, '_>, units: usize) {
    let places = country(units);
    let km = Distances::between(places.seats.as_slice());
    let parameters = radiation::Parameters { own: Own::Share(0.4), is_finite: true };

    bencher.bench_local(|| radiation::radiation(&places, &km, &parameters).expect("figures fit"));
}

#[divan::bench(args = UNITS, sample_count = 3)]
fn attracted_with_a_known_deterrence(bencher: divan::Bencher<'_, '_>, units: usize) {
    let places = country(units);
    let km = Distances::between(places.seats.as_slice());

    bencher.bench_local(|| gravity::gravity(&places, &km, &parameters(0.08)).expect("margins can be met"));
}

#[divan::bench(args = [377, 2477], sample_count = 2)]
fn calibrated(bencher: divan::Bencher<'_, '_>, units: usize) {
    let places = country(units);
    let km = Distances::between(places.seats.as_slice());
    let flows = attracted(&places, &km);
    let counted = Counted { flows: &flows, with_own: false };

    bencher.bench_local(|| calibrate(counted, &km, Form::Exponential, Limits::default()).expect("the flows have a reach"));
}
