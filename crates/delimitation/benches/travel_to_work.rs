//! How long `travel_to_work` takes on made-up countries of growing size.

use miedza_delimitation::generate::{self, gravity};
use miedza_delimitation::method::travel_to_work::{Parameters, run};

fn main() {
    divan::main();
}

/// Units with the mean number of destinations; flows are their product.
const SIZES: [(usize, f64); 6] = [(377, 28.0), (1_000, 20.0), (2_477, 20.0), (8_000, 40.0), (10_000, 100.0), (100_000, 100.0)];

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn made_up_country(bencher: divan::Bencher<'_, '_>, (units, mean_degree): (usize, f64)) {
    let (flows, _) = gravity(&generate::Parameters { units, mean_degree, ..generate::Parameters::default() });

    bencher.bench_local(|| run(&flows, &Parameters::default()).expect("fitting parameters"));
}
