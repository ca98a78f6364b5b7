//! Time for neighbours, outlines and lighter shapes of a large map of squares.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_delimitation::contiguity::{self, Parameters};
use miedza_delimitation::outline;
use miedza_territory::{AreaIx, Boundaries, UnitCode, UnitVec, Units};

fn main() {
    divan::main();
}

/// A board of 50 times 50 squares, each edge in eight pieces: 2,500 units, 80,000 vertices, about as Poland has.
fn board() -> Boundaries {
    let coordinate = |number: u32| f64::from(number) / 80.0;
    let square = |number: u32| {
        let (x, y) = (number % 50 * 8, number / 50 * 8);
        let south = (0..8).map(|step| (x + step, y));
        let east = (0..8).map(|step| (x + 8, y + step));
        let north = (0..8).map(|step| (x + 8 - step, y + 8));
        let west = (0..8).map(|step| (x, y + 8 - step));
        let ring =
            south.chain(east).chain(north).chain(west).map(|(x, y)| Coord { x: 15.0 + coordinate(x), y: 49.0 + coordinate(y) });
        MultiPolygon(vec![Polygon::new(LineString(ring.collect()), Vec::new())])
    };
    let codes = (1..=2500).map(|number| UnitCode::parse(&number.to_string()).expect("digits are a code"));
    Boundaries {
        units: Units::new(codes.collect()),
        shapes: (0..2500).map(square).collect(),
        names: UnitVec::filled(2500, None),
        schematic: false,
    }
}

#[divan::bench]
fn neighbours_of_a_board(bencher: divan::Bencher<'_, '_>) {
    let board = board();
    bencher.bench(|| contiguity::neighbours(&board, &Parameters::default()));
}

#[divan::bench]
fn a_board_in_a_hundred_areas(bencher: divan::Bencher<'_, '_>) {
    let board = board();
    let areas = (0..2500).map(|number| Some(AreaIx::new(number / 25))).collect();
    bencher.bench(|| outline::dissolve(&board, &areas, 100));
}

#[divan::bench]
fn a_lighter_board(bencher: divan::Bencher<'_, '_>) {
    let board = board();
    bencher.bench(|| outline::simplify(&board, 200.0));
}
