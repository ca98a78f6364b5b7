//! The near path: edges that no other unit has, and how long they run beside such an edge of another unit.
//!
//! Each edge is laid into a plane around it (metres, longitude narrowed by its latitude). The stretch of it that lies
//! within the gap of another edge follows from the ends of both: it is the part whose distance to the other edge does
//! not exceed the gap, found exactly against a band around that edge.

use geo_types::Coord;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::Touch;
use super::measure::{METRES_PER_DEGREE, length_m, narrowing};

/// Side by side for this many gaps is a line, less is a point.
const GAPS_OF_A_LINE: f64 = 4.0;

/// An edge that only one unit has.
#[derive(Clone, Copy, Debug)]
pub(super) struct LoneEdge {
    pub a: Coord<f64>,
    pub b: Coord<f64>,
    /// Number of the unit.
    pub owner: u32,
}

/// A stretch of an edge, in shares of its length, beside an edge of another unit.
#[derive(Clone, Copy)]
struct Stretch {
    other: u32,
    from: f64,
    to: f64,
}

/// Finds near contacts and takes what they cover off the outer borders.
pub(super) fn touches(lone: &[LoneEdge], gap_m: f64, outer_m: &mut [f64]) -> Vec<Touch> {
    let boxes = lone
        .iter()
        .enumerate()
        .map(|(number, edge)| GeomWithData::new(Rectangle::from_corners([edge.a.x, edge.a.y], [edge.b.x, edge.b.y]), number));
    let tree = RTree::bulk_load(boxes.collect());
    let mut halves = Vec::new();
    let mut stretches = Vec::new();
    for edge in lone {
        stretches.clear();
        for number in beside(&tree, edge, gap_m) {
            let other = &lone[number];
            if other.owner != edge.owner {
                stretches.extend(covered(edge, other, gap_m).map(|(from, to)| Stretch { other: other.owner, from, to }));
            }
        }
        measure(edge, &mut stretches, &mut halves, outer_m);
    }
    paired(&halves, gap_m)
}

fn beside(tree: &RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>, edge: &LoneEdge, gap_m: f64) -> impl Iterator<Item = usize> {
    let up = gap_m / METRES_PER_DEGREE;
    let side = up / narrowing(edge.a.y.abs().max(edge.b.y.abs())).max(1e-6);
    let (low, high) = miedza_territory::ring::box_of(&[edge.a, edge.b]);
    let around = AABB::from_corners([low.x - side, low.y - up], [high.x + side, high.y + up]);
    tree.locate_in_envelope_intersecting(&around).map(|found| found.data)
}

/// Adds, for each unit beside an edge, the length of the edge that it covers; and takes the length that any unit covers
/// off the outer border.
fn measure(edge: &LoneEdge, stretches: &mut [Stretch], halves: &mut Vec<(u32, u32, f64)>, outer_m: &mut [f64]) {
    if stretches.is_empty() {
        return;
    }
    let length = length_m(edge.a, edge.b);
    stretches.sort_by(|a, b| a.from.total_cmp(&b.from).then(a.to.total_cmp(&b.to)));
    outer_m[super::mesh::large(edge.owner)] -= length * union(stretches.iter());
    stretches.sort_by(|a, b| a.other.cmp(&b.other).then(a.from.total_cmp(&b.from)).then(a.to.total_cmp(&b.to)));
    for run in stretches.chunk_by(|a, b| a.other == b.other) {
        halves.push((edge.owner, run[0].other, length * union(run.iter())));
    }
}

/// Length of the union of stretches that are sorted by their start.
fn union<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> f64 {
    let (mut covered, mut reached) = (0.0, 0.0_f64);
    for stretch in stretches {
        covered += (stretch.to - stretch.from.max(reached)).max(0.0);
        reached = reached.max(stretch.to);
    }
    covered
}

/// Touches from the lengths that each unit counted on its own side: the smaller of the two, so that the end of a border
/// that bends away on one side is not counted.
fn paired(halves: &[(u32, u32, f64)], gap_m: f64) -> Vec<Touch> {
    let mut sides: Vec<_> =
        halves.iter().map(|&(one, other, length)| (one.min(other), one.max(other), one > other, length)).collect();
    sides.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then(a.3.total_cmp(&b.3)));
    let pairs = sides.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    pairs
        .map(|pair| {
            let side = |which: bool| pair.iter().filter(|half| half.2 == which).map(|half| half.3).sum::<f64>();
            let length = side(false).min(side(true));
            let border_m = if length > GAPS_OF_A_LINE * gap_m { length } else { 0.0 };
            Touch { one: pair[0].0, other: pair[0].1, border_m }
        })
        .collect()
}

/// The stretch of an edge, in shares of its length, that lies within the gap of another edge.
///
/// Two edges that leave one vertex are near each other around it whatever way they go: they count only where they stay
/// together for as long as makes a line.
fn covered(edge: &LoneEdge, other: &LoneEdge, gap_m: f64) -> Option<(f64, f64)> {
    let meet = edge.a == other.a || edge.a == other.b || edge.b == other.a || edge.b == other.b;
    let (from, to) = beside_each_other(edge, other, gap_m)?;
    let is_long = || (to - from) * length_m(edge.a, edge.b) > GAPS_OF_A_LINE * gap_m;
    (!meet || is_long()).then_some((from, to))
}

fn beside_each_other(edge: &LoneEdge, other: &LoneEdge, gap_m: f64) -> Option<(f64, f64)> {
    let narrow = narrowing(f64::midpoint(edge.a.y, edge.b.y));
    let flat =
        |at: Coord<f64>| Coord { x: (at.x - edge.a.x) * narrow * METRES_PER_DEGREE, y: (at.y - edge.a.y) * METRES_PER_DEGREE };
    let (along, c, d) = (flat(edge.b), flat(other.a), flat(other.b));
    let mut found: Option<(f64, f64)> = None;
    let parts = [in_circle(along, c, gap_m), in_circle(along, d, gap_m), in_band(along, c, d, gap_m)];
    for (from, to) in parts.into_iter().flatten() {
        found = Some(found.map_or((from, to), |(low, high)| (low.min(from), high.max(to))));
    }
    found
}

/// The shares of the way from 0 to `along` that lie within a circle.
fn in_circle(along: Coord<f64>, centre: Coord<f64>, radius: f64) -> Option<(f64, f64)> {
    let squared = along.x * along.x + along.y * along.y;
    let middle = (along.x * centre.x + along.y * centre.y) / squared;
    let (x, y) = (centre.x - middle * along.x, centre.y - middle * along.y);
    let rest = (radius * radius - x * x - y * y) / squared;
    clipped((rest >= 0.0).then(|| (middle - rest.sqrt(), middle + rest.sqrt()))?)
}

/// The shares of the way from 0 to `along` that lie within the band around the straight line from `c` to `d`.
fn in_band(along: Coord<f64>, c: Coord<f64>, d: Coord<f64>, gap: f64) -> Option<(f64, f64)> {
    let (x, y) = (d.x - c.x, d.y - c.y);
    let length = (x * x + y * y).sqrt();
    if length == 0.0 {
        return None;
    }
    let (x, y) = (x / length, y / length);
    let on = within(-(c.x * x + c.y * y), along.x * x + along.y * y, 0.0, length)?;
    let across = within(c.x * y - c.y * x, along.y * x - along.x * y, -gap, gap)?;
    clipped((on.0.max(across.0), on.1.min(across.1)))
}

/// For which shares `t` the value `start + t · slope` lies between two bounds.
fn within(start: f64, slope: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    if slope == 0.0 {
        return (low <= start && start <= high).then_some((0.0, 1.0));
    }
    let (one, other) = ((low - start) / slope, (high - start) / slope);
    Some((one.min(other), one.max(other)))
}

fn clipped((from, to): (f64, f64)) -> Option<(f64, f64)> {
    let (from, to) = (from.max(0.0), to.min(1.0));
    (from <= to).then_some((from, to))
}
