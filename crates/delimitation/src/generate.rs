//! Made-up matrices for benches and tests: a gravity model with a seed.
//!
//! Nothing here stands for a real country. The numbers come from a counter and a fixed scrambling, so a seed gives the
//! same matrix everywhere; the floats come from `libm`.

use miedza_territory::{Flow, Flows, UnitCode, UnitIx, UnitVec, Units, count};

use crate::chance::{Chance, scramble};

/// What kind of country to make up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// How many units.
    pub units: usize,
    /// How many other units the residents of a unit work in, on average.
    pub mean_degree: f64,
    /// Employed residents of a middling unit, persons.
    pub median_residents: f64,
    /// Number from which everything follows.
    pub seed: u64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { units: 2477, mean_degree: 20.0, median_residents: 2500.0, seed: 1 }
    }
}

struct Place {
    x: f64,
    y: f64,
    residents: f64,
    pull: f64,
}

/// Makes a matrix: seats on a square, residents lognormal, each unit sending persons to near and large units, most of
/// them to itself. Seats are given back as well, in the unit square.
///
/// Codes are the numbers 1, 2, … Every count is whole.
#[must_use]
pub fn gravity(parameters: &Parameters) -> (Flows, UnitVec<(f64, f64)>) {
    let codes = (1..=parameters.units).map(|number| UnitCode::parse(&number.to_string()).expect("digits are a code"));
    let units = Units::new(codes.collect());
    let places = places(parameters);
    let grid = Grid::over(&places);
    let flows = units.indices().flat_map(|from| destinations(parameters, &places, &grid, from)).collect();
    let seats = places.iter().map(|place| (place.x, place.y)).collect();
    (Flows::new(units, flows).expect("each pair is made once, of whole counts"), seats)
}

fn places(parameters: &Parameters) -> UnitVec<Place> {
    let chance = Chance::new(parameters.seed);
    let place = |unit: u64| {
        let residents = (parameters.median_residents * libm::exp(1.1 * chance.normal_at(unit, 3))).round().max(20.0);
        let pull = libm::pow(residents, 1.2) * libm::exp(0.5 * chance.normal_at(unit, 4));
        Place { x: chance.at(unit, 1), y: chance.at(unit, 2), residents, pull }
    };
    (0..number(parameters.units)).map(place).collect()
}

fn number(count: usize) -> u64 {
    u64::try_from(count).expect("a count fits 64 bits")
}

/// Flows that leave one unit: the strongest of the pulls around it share its residents.
fn destinations(parameters: &Parameters, places: &UnitVec<Place>, grid: &Grid, from: UnitIx) -> Vec<Flow> {
    let chance = Chance::new(scramble(parameters.seed));
    let origin = &places[from];
    let wanted = parameters.mean_degree * (0.4 + 1.2 * chance.at(number(from.get()), 5));
    let mut pulls: Vec<(f64, UnitIx)> =
        grid.around(origin, wanted * 3.0).filter(|&to| to != from).map(|to| (pull(places, from, to), to)).collect();
    pulls.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let kept = pulls.iter().take_while({
        let mut taken = 0;
        move |_| {
            taken += 1;
            count(taken) <= wanted
        }
    });
    let kept: Vec<(f64, UnitIx)> = kept.copied().collect();
    let total: f64 = kept.iter().map(|(pull, _)| pull).sum();
    let leaving = origin.residents * (0.15 + 0.5 * chance.at(number(from.get()), 6));
    let persons = |pull: f64| (leaving * pull / total).round().max(1.0);
    let out = kept.into_iter().map(|(pull, to)| Flow { from, to, persons: persons(pull) });
    let stay = Flow { from, to: from, persons: (origin.residents - leaving).round() };
    out.chain([stay]).collect()
}

fn pull(places: &UnitVec<Place>, from: UnitIx, to: UnitIx) -> f64 {
    let (origin, destination) = (&places[from], &places[to]);
    let distance = libm::hypot(origin.x - destination.x, origin.y - destination.y);
    destination.pull * libm::exp(-distance * libm::sqrt(count(places.len())) / 2.0)
}

/// Units by square cell, to find those nearby.
struct Grid {
    cells: Vec<Vec<UnitIx>>,
    side: usize,
    units: usize,
}

impl Grid {
    fn over(places: &UnitVec<Place>) -> Self {
        let side = (1..=places.len()).find(|side| side * side * 8 >= places.len()).unwrap_or(1);
        let mut cells = vec![Vec::new(); side * side];
        for (unit, place) in places.enumerate() {
            cells[cell(place.y, side) * side + cell(place.x, side)].push(unit);
        }
        Self { cells, side, units: places.len() }
    }

    /// Units of a square around a place that holds about so many.
    fn around(&self, place: &Place, wanted: f64) -> impl Iterator<Item = UnitIx> + '_ {
        let per_cell = count(self.units) / count(self.side * self.side);
        let reach = (1..self.side).find(|&reach| count((2 * reach + 1) * (2 * reach + 1)) * per_cell >= wanted);
        let reach = reach.unwrap_or(self.side);
        let span = |at: f64| cell(at, self.side).saturating_sub(reach)..=(cell(at, self.side) + reach).min(self.side - 1);
        let columns = span(place.x);
        span(place.y).flat_map(move |row| columns.clone().flat_map(move |column| &self.cells[row * self.side + column])).copied()
    }
}

/// The cell of a coordinate in the unit square.
fn cell(at: f64, side: usize) -> usize {
    let edge = |number: usize| count(number + 1) / count(side);
    let (mut low, mut high) = (0, side - 1);
    while low < high {
        let middle = low.midpoint(high);
        if at < edge(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
