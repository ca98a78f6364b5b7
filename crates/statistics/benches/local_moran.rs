//! How long association takes on a made-up country: six nearest neighbours each, as many as touch a municipality of Poland.

use miedza_statistics::spatial::{Permutations, Places, Reach, Standardisation, Weights, local, moran};
use miedza_territory::{Seat, UnitVec};

fn main() {
    divan::main();
}

const UNITS: [usize; 2] = [377, 2477];

/// Fractions of multiples of two irrational numbers: places spread evenly, none twice.
fn seats(units: usize) -> UnitVec<Seat> {
    let number = |unit: usize| miedza_territory::count(unit);
    let part = |x: f64| x - x.floor();
    (0..units)
        .map(|unit| Seat { x: 600.0 * part(number(unit) * 0.754_877_67), y: 600.0 * part(number(unit) * 0.569_840_29) })
        .collect()
}

/// High in one place, low far from it, with some unrest.
fn figures(seats: &UnitVec<Seat>) -> UnitVec<Option<f64>> {
    let figure = |seat: &Seat| 1e4 / (100.0 + seat.x + seat.y) + 20.0 * (seat.x * 7.3 - (seat.x * 7.3).floor());
    seats.iter().map(|seat| Some(figure(seat))).collect()
}

fn weights(seats: &UnitVec<Seat>) -> Weights {
    let places = Places::plane(seats).expect("places");
    Weights::near(&places, Reach::Nearest { neighbours: 6 }, Standardisation::Row).expect("neighbours")
}

#[divan::bench(args = UNITS, sample_count = 10)]
fn weights_of_six_nearest(bencher: divan::Bencher<'_, '_>, units: usize) {
    let seats = seats(units);

    bencher.bench_local(|| weights(&seats));
}

#[divan::bench(args = UNITS, sample_count = 10)]
fn local_by_9999_permutations(bencher: divan::Bencher<'_, '_>, units: usize) {
    let seats = seats(units);
    let (figures, weights) = (figures(&seats), weights(&seats));

    bencher.bench_local(|| local::local(&figures, &weights, local::Parameters::default()).expect("figures differ"));
}

#[divan::bench(args = UNITS, sample_count = 10)]
fn global_by_9999_permutations(bencher: divan::Bencher<'_, '_>, units: usize) {
    let seats = seats(units);
    let (figures, weights) = (figures(&seats), weights(&seats));

    bencher.bench_local(|| moran::global(&figures, &weights, Some(Permutations::default())).expect("figures differ"));
}
