//! How long `dominant_flow` takes on made-up countries of growing size.

use miedza_delimitation::generate::{self, gravity};
use miedza_delimitation::method::Input;
use miedza_delimitation::method::dominant_flow::{Parameters, run};

fn main() {
    divan::main();
}

/// Units with the mean number of destinations; flows are their product.
const SIZES: [(usize, f64); 4] = [(377, 28.0), (2477, 20.0), (8000, 40.0), (20_000, 40.0)];

#[divan::bench(args = SIZES)]
fn made_up_country(bencher: divan::Bencher<'_, '_>, (units, mean_degree): (usize, f64)) {
    let (flows, _) = gravity(&generate::Parameters { units, mean_degree, ..generate::Parameters::default() });

    bencher.bench_local(|| run(&Input::new(&flows), &Parameters::default()).expect("no ranks are asked for"));
}
