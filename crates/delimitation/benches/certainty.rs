//! How long certainty takes on a made-up country of the size of Poland: one draw, one draw with its method, and a hundred
//! replicates with all that is said of them.

use miedza_delimitation::certainty::{Draw, Parameters, Sample, run};
use miedza_delimitation::generate::{self, gravity};
use miedza_delimitation::method::{Input, Method, Settings, travel_to_work};
use miedza_territory::Flows;

fn main() {
    divan::main();
}

const DRAWS: [Draw; 2] = [Draw::Poisson, Draw::Multinomial];

fn country() -> Flows {
    gravity(&generate::Parameters::default()).0
}

fn parameters(draw: Draw) -> Parameters {
    Parameters { replicates: 100, draw, ..Parameters::default() }
}

#[divan::bench(args = DRAWS)]
fn one_draw(bencher: divan::Bencher<'_, '_>, draw: Draw) {
    let sample = Sample::of(&country(), &parameters(draw)).expect("fits");

    bencher.bench_local(|| sample.replicate(7));
}

#[divan::bench(args = DRAWS)]
fn one_replicate(bencher: divan::Bencher<'_, '_>, draw: Draw) {
    let sample = Sample::of(&country(), &parameters(draw)).expect("fits");
    let settings = travel_to_work::Parameters::default();

    bencher.bench_local(|| travel_to_work::run(&sample.replicate(7), &settings).expect("fits"));
}

#[divan::bench(args = DRAWS, sample_count = 5)]
fn a_hundred_replicates(bencher: divan::Bencher<'_, '_>, draw: Draw) {
    let (flows, settings) = (country(), Settings::new(Method::TravelToWork));

    bencher.bench_local(|| run(&Input::new(&flows), &settings, &parameters(draw)).expect("fits"));
}
