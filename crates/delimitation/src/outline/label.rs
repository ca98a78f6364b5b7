//! Where a label stands best: the point inside a shape that is farthest from its border.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use geo_types::{Coord, MultiPolygon, Polygon};
use miedza_territory::ring;

use crate::contiguity::measure::narrowing;

/// Share of the shape's extent to which the distance is worked out.
const PRECISION: f64 = 0.02;
/// Most cells looked at; shapes need some dozens.
const MOST_CELLS: usize = 2_000;

#[derive(Clone, Copy)]
struct Cell {
    centre: Coord<f64>,
    half: f64,
    inside: f64,
    best: f64,
}

/// The point inside the largest polygon of a shape that is, to two hundredths of its extent, farthest from the border,
/// longitude and latitude; `None` for an empty shape.
///
/// # Source
/// The search by quartered cells that Garcia-Castellanos & Lombardo (2007), "Poles of inaccessibility", and later map
/// libraries use.
#[must_use]
pub fn label_point(shape: &MultiPolygon<f64>) -> Option<Coord<f64>> {
    let size = |polygon: &&Polygon<f64>| ring::doubled_area(&polygon.exterior().0).abs();
    let largest = shape.iter().reduce(|one, other| if size(&other) > size(&one) { other } else { one })?;
    let narrow = narrowing(largest.exterior().0.first()?.y).max(1e-6);
    let flat =
        |line: &geo_types::LineString<f64>| line.0.iter().map(|at| Coord { x: at.x * narrow, y: at.y }).collect::<Vec<_>>();
    let rings: Vec<Vec<Coord<f64>>> = std::iter::once(largest.exterior()).chain(largest.interiors()).map(flat).collect();
    let found = farthest(&rings);
    Some(Coord { x: found.x / narrow, y: found.y })
}

fn farthest(rings: &[Vec<Coord<f64>>]) -> Coord<f64> {
    let (low, high) = ring::box_of(&rings[0]);
    let (width, height) = (high.x - low.x, high.y - low.y);
    let half = width.max(height) / 2.0;
    let mut best = Cell::new(Coord { x: f64::midpoint(low.x, high.x), y: f64::midpoint(low.y, high.y) }, half, rings);
    let mut waiting = BinaryHeap::from([best]);
    for _ in 0..MOST_CELLS {
        let Some(cell) = waiting.pop() else { break };
        if cell.best - best.inside <= half * PRECISION {
            break;
        }
        for (right, up) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
            let half = cell.half / 2.0;
            let quarter = Cell::new(Coord { x: cell.centre.x + right * half, y: cell.centre.y + up * half }, half, rings);
            if quarter.best > best.inside {
                if quarter.inside > best.inside {
                    best = quarter;
                }
                waiting.push(quarter);
            }
        }
    }
    best.centre
}

impl Cell {
    fn new(centre: Coord<f64>, half: f64, rings: &[Vec<Coord<f64>>]) -> Self {
        let is_inside = rings.iter().filter(|ring| ring::encloses(ring, centre)).count() % 2 == 1;
        let edges = rings.iter().flat_map(|ring| ring.windows(2));
        let nearest = edges.map(|edge| squared_distance(centre, edge[0], edge[1])).fold(f64::INFINITY, f64::min).sqrt();
        let inside = if is_inside { nearest } else { -nearest };
        Self { centre, half, inside, best: inside + half * std::f64::consts::SQRT_2 }
    }
}

fn squared_distance(point: Coord<f64>, a: Coord<f64>, b: Coord<f64>) -> f64 {
    let (along, to) = (b - a, point - a);
    let squared = along.x * along.x + along.y * along.y;
    let share = if squared > 0.0 { ((to.x * along.x + to.y * along.y) / squared).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (to.x - share * along.x, to.y - share * along.y);
    x * x + y * y
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |cell: &Self| (cell.centre.x, cell.centre.y);
        self.best
            .total_cmp(&other.best)
            .then(place(other).0.total_cmp(&place(self).0))
            .then(place(other).1.total_cmp(&place(self).1))
    }
}
