//! How long indices and typologies take on made-up figures of as many municipalities as Poland has.

use miedza_statistics::composite::sensitivity::{Parameters, sensitivity};
use miedza_statistics::composite::{Indicator, Method};
use miedza_statistics::peers::peers;
use miedza_statistics::rank::Direction;
use miedza_statistics::typology::{self, typology_by_silhouette};
use miedza_territory::UnitIx;

fn main() {
    divan::main();
}

const UNITS: u32 = 2477;

/// Figures without any pattern, some of them missing.
fn column(number: u32, gaps: bool) -> Vec<Option<f64>> {
    let value = |unit: u32| f64::from((unit * 7919 + number * 104_729 + unit * unit % 977 * (number + 3)) % 10_007);
    (0..UNITS).map(|unit| (!gaps || !(unit + number).is_multiple_of(17)).then(|| value(unit))).collect()
}

fn indicators(len: u32) -> Vec<Indicator> {
    let one = |number: u32| Indicator {
        name: format!("figure {number}"),
        direction: if number.is_multiple_of(3) { Direction::Destimulant } else { Direction::Stimulant },
        weight: f64::from(number % 4 + 1),
        values: column(number, true),
    };
    (0..len).map(one).collect()
}

#[divan::bench(args = [Method::WeightedMean, Method::Hellwig, Method::Topsis])]
fn sensitivity_of_20_indicators_by_1000_draws(bencher: divan::Bencher<'_, '_>, method: Method) {
    let indicators = indicators(20);

    bencher.bench_local(|| sensitivity(&indicators, method, Parameters::default()).expect("figures fit"));
}

#[divan::bench]
fn peers_of_one_unit_by_20_indicators(bencher: divan::Bencher<'_, '_>) {
    let indicators = indicators(20);

    bencher.bench_local(|| peers(&indicators, UnitIx::new(5), 10).expect("figures fit"));
}

const K_MEANS: typology::Parameters = typology::Parameters { seed: 1, starts: 20, rounds: 300 };

#[divan::bench(args = [typology::Method::Ward, typology::Method::KMeans(K_MEANS)])]
fn typology_of_2_to_10_types_by_10_figures(bencher: divan::Bencher<'_, '_>, method: typology::Method) {
    let columns: Vec<Vec<Option<f64>>> = (0..10).map(|number| column(number, false)).collect();

    bencher.bench_local(|| typology_by_silhouette(&columns, 10, method).expect("figures fit"));
}
