//! How long `leiden` takes on made-up countries of growing size, with its default trials and with one.

use geo_types::Point;
use miedza_delimitation::generate::{self, gravity};
use miedza_delimitation::method::Input;
use miedza_delimitation::method::leiden::{Objective, Parameters, run};

fn main() {
    divan::main();
}

/// Units with the mean number of destinations; flows are their product.
const SIZES: [(usize, f64); 6] = [(377, 28.0), (1_000, 20.0), (2_477, 20.0), (8_000, 40.0), (10_000, 100.0), (100_000, 100.0)];

fn measure(bencher: divan::Bencher<'_, '_>, (units, mean_degree): (usize, f64), parameters: &Parameters) {
    let (flows, _) = gravity(&generate::Parameters { units, mean_degree, ..generate::Parameters::default() });

    bencher.bench_local(|| run(&Input::new(&flows), parameters).expect("fitting parameters"));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn one_trial(bencher: divan::Bencher<'_, '_>, size: (usize, f64)) {
    measure(bencher, size, &Parameters { trials: 1, iterations: 1, ..Parameters::default() });
}

#[divan::bench(args = &SIZES[..3], sample_count = 5, sample_size = 1)]
fn default_trials(bencher: divan::Bencher<'_, '_>, size: (usize, f64)) {
    measure(bencher, size, &Parameters::default());
}

#[divan::bench(args = [Objective::Gravity, Objective::Radiation], sample_count = 3, sample_size = 1)]
fn with_distance(bencher: divan::Bencher<'_, '_>, quality: Objective) {
    let (flows, places) = gravity(&generate::Parameters::default());
    let seats = places.iter().map(|&(x, y)| Some(Point::new(15.0 + 8.0 * x, 49.0 + 5.0 * y))).collect();
    let input = Input { seats: Some(&seats), ..Input::new(&flows) };

    bencher.bench_local(|| run(&input, &Parameters { quality, ..Parameters::default() }).expect("fitting parameters"));
}
