//! Rings of polygons: their direction, what they enclose, and whether they keep clear of themselves.
//!
//! Checking and looking up only. Mending what is wrong is for the room that reads files, drawing for those that write.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};

/// Comparisons after which a shape counts as too tangled to check and is reported like one that crosses itself.
const PATIENCE: usize = 20_000_000;

/// Twice the area that a closed ring encloses, in the square of its unit; positive if it runs counter-clockwise.
#[must_use]
pub fn doubled_area(ring: &[Coord<f64>]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    ring.windows(2)
        .map(|edge| (edge[0].x - origin.x) * (edge[1].y - origin.y) - (edge[1].x - origin.x) * (edge[0].y - origin.y))
        .sum()
}

/// Whether a point lies inside a closed ring; on the ring itself either answer may come.
#[must_use]
pub fn encloses(ring: &[Coord<f64>], point: Coord<f64>) -> bool {
    let mut inside = false;
    for edge in ring.windows(2) {
        let (a, b) = (edge[0], edge[1]);
        if (a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
    }
    inside
}

/// Land under work: twice its area, its outer ring, and the holes found so far.
struct Land {
    doubled_area: f64,
    outer: LineString<f64>,
    holes: Vec<LineString<f64>>,
}

/// Polygons of rings that already run as RFC 7946 asks: counter-clockwise rings are land, clockwise ones holes in the
/// smallest land around them. A hole without land around it becomes land.
#[must_use]
pub fn polygons_of(rings: Vec<LineString<f64>>) -> MultiPolygon<f64> {
    let (mut land, mut holes) = (Vec::new(), Vec::new());
    for outer in rings {
        let doubled_area = doubled_area(&outer.0);
        if doubled_area > 0.0 {
            land.push(Land { doubled_area, outer, holes: Vec::new() });
        } else if doubled_area < 0.0 {
            holes.push(outer);
        }
    }
    for mut hole in holes {
        if let Some(around) = smallest_around(&land, &hole) {
            land[around].holes.push(hole);
        } else {
            hole.0.reverse();
            land.push(Land { doubled_area: doubled_area(&hole.0), outer: hole, holes: Vec::new() });
        }
    }
    MultiPolygon(land.into_iter().map(|land| Polygon::new(land.outer, land.holes)).collect())
}

fn smallest_around(land: &[Land], hole: &LineString<f64>) -> Option<usize> {
    let size = -doubled_area(&hole.0);
    let mut found: Option<usize> = None;
    for (number, candidate) in land.iter().enumerate() {
        let is_smaller = found.is_none_or(|best| candidate.doubled_area < land[best].doubled_area);
        if is_smaller && candidate.doubled_area >= size && surrounds(&candidate.outer.0, &hole.0) {
            found = Some(number);
        }
    }
    found
}

/// Whether a ring lies within another that it does not cross; decided where the two do not touch.
#[must_use]
pub fn surrounds(outer: &[Coord<f64>], inner: &[Coord<f64>]) -> bool {
    let bounds = box_of(outer);
    if inner.iter().any(|at| at.x < bounds.0.x || at.y < bounds.0.y || at.x > bounds.1.x || at.y > bounds.1.y) {
        return false;
    }
    let free = inner.iter().find(|at| !outer.contains(at)).copied();
    let halfway = || inner.windows(2).next().map(|edge| (edge[0] + edge[1]) / 2.0);
    free.or_else(halfway).is_some_and(|at| encloses(outer, at))
}

/// The smallest and the largest coordinates of some points.
#[must_use]
pub fn box_of(points: &[Coord<f64>]) -> (Coord<f64>, Coord<f64>) {
    let start = (Coord { x: f64::INFINITY, y: f64::INFINITY }, Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY });
    points.iter().fold(start, |(low, high), at| {
        (Coord { x: low.x.min(at.x), y: low.y.min(at.y) }, Coord { x: high.x.max(at.x), y: high.y.max(at.y) })
    })
}

/// The first place found where edges of a shape cross or run along each other, or a ring touches itself.
///
/// Rings that touch another ring in a point are fine. Rings must be closed and without repeated neighbouring points.
#[must_use]
pub fn first_crossing(shape: &MultiPolygon<f64>) -> Option<Coord<f64>> {
    let mut edges = edges_of(shape);
    edges.sort_unstable_by(|one, other| one.low.x.total_cmp(&other.low.x).then_with(|| one.low.y.total_cmp(&other.low.y)));
    let mut compared = 0_usize;
    for (position, edge) in edges.iter().enumerate() {
        for other in edges[position + 1..].iter().take_while(|other| other.low.x <= edge.high.x) {
            compared += 1;
            if other.low.y <= edge.high.y && edge.low.y <= other.high.y && edge.is_in_the_way_of(other) {
                return Some(edge.a);
            }
        }
        if compared > PATIENCE {
            return Some(edge.a);
        }
    }
    None
}

struct Edge {
    a: Coord<f64>,
    b: Coord<f64>,
    low: Coord<f64>,
    high: Coord<f64>,
    ring: usize,
    place: usize,
    last: usize,
}

fn edges_of(shape: &MultiPolygon<f64>) -> Vec<Edge> {
    let rings = shape.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    let mut edges = Vec::new();
    for (ring, line) in rings.enumerate() {
        let last = line.0.len().saturating_sub(2);
        edges.extend(line.0.windows(2).enumerate().map(|(place, pair)| {
            let (low, high) = box_of(pair);
            Edge { a: pair[0], b: pair[1], low, high, ring, place, last }
        }));
    }
    edges
}

impl Edge {
    fn follows(&self, other: &Self) -> bool {
        self.ring == other.ring && (self.place == other.place + 1 || (self.place == 0 && other.place == other.last))
    }

    fn is_in_the_way_of(&self, other: &Self) -> bool {
        if self.follows(other) || other.follows(self) {
            let (first, second) = if self.follows(other) { (other, self) } else { (self, other) };
            return turns_back(first.a, first.b, second.b) || (first.last == 1);
        }
        if self.shares_end_with(other) {
            return self.ring == other.ring || self.runs_along(other);
        }
        let ends = [side(other.a, other.b, self.a), side(other.a, other.b, self.b)];
        let others = [side(self.a, self.b, other.a), side(self.a, self.b, other.b)];
        if ends == [0, 0] {
            return self.runs_along(other);
        }
        let crosses = ends[0] * ends[1] < 0 && others[0] * others[1] < 0;
        let touches =
            (ends[0] * ends[1] == 0 && others[0] * others[1] <= 0) || (others[0] * others[1] == 0 && ends[0] * ends[1] <= 0);
        crosses || (touches && self.ring == other.ring)
    }

    fn shares_end_with(&self, other: &Self) -> bool {
        self.a == other.a || self.a == other.b || self.b == other.a || self.b == other.b
    }

    fn runs_along(&self, other: &Self) -> bool {
        let aligned = side(other.a, other.b, self.a) == 0 && side(other.a, other.b, self.b) == 0;
        let shared_x = self.high.x.min(other.high.x) - self.low.x.max(other.low.x);
        let shared_y = self.high.y.min(other.high.y) - self.low.y.max(other.low.y);
        aligned && (shared_x > 0.0 || shared_y > 0.0)
    }
}

/// Whether the way from `a` over `b` to `c` doubles back on itself.
fn turns_back(a: Coord<f64>, b: Coord<f64>, c: Coord<f64>) -> bool {
    side(a, b, c) == 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0.0
}

/// On which side of the line from `a` to `b` a point lies: 1 left, −1 right, 0 where rounding leaves it open.
fn side(a: Coord<f64>, b: Coord<f64>, point: Coord<f64>) -> i8 {
    let (left, right) = ((b.x - a.x) * (point.y - a.y), (b.y - a.y) * (point.x - a.x));
    let difference = left - right;
    if difference.abs() <= 3.4e-16 * (left.abs() + right.abs()) {
        0
    } else if difference > 0.0 {
        1
    } else {
        -1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> LineString<f64> {
        LineString(points.iter().map(|&(x, y)| Coord { x, y }).collect())
    }

    #[test]
    fn shapes_that_cross_themselves_are_told_from_those_that_do_not() {
        type Points = &'static [(f64, f64)];
        let cases: [(&str, Points, bool); 6] = [
            ("a square", &[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)], false),
            ("a bow tie", &[(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)], true),
            ("a spike", &[(0.0, 0.0), (2.0, 0.0), (3.0, 0.0), (2.0, 0.0), (1.0, 1.0), (0.0, 0.0)], true),
            ("a point on the way", &[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (1.0, 1.0), (0.0, 0.0)], false),
            (
                "two lobes at one point",
                &[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (2.0, 2.0), (1.0, 1.0), (0.0, 2.0), (0.0, 0.0)],
                true,
            ),
            ("a corner on an edge", &[(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 0.0), (0.0, 2.0), (0.0, 0.0)], true),
        ];
        for (name, points, expected) in cases {
            let shape = MultiPolygon(vec![Polygon::new(ring(points), vec![])]);

            assert_eq!(first_crossing(&shape).is_some(), expected, "{name}");
        }
    }

    #[test]
    fn a_hole_goes_into_the_smallest_land_around_it() {
        let square = |from: f64, to: f64| ring(&[(from, from), (to, from), (to, to), (from, to), (from, from)]);
        let hole = |from: f64, to: f64| LineString(square(from, to).0.into_iter().rev().collect());

        let shape = polygons_of(vec![square(0.0, 10.0), hole(1.0, 9.0), square(2.0, 8.0), hole(3.0, 4.0), hole(20.0, 21.0)]);

        assert_eq!(shape.0.iter().map(|polygon| polygon.interiors().len()).collect::<Vec<_>>(), [1, 1, 0]);
        assert!(shape.0.iter().all(|polygon| doubled_area(&polygon.exterior().0) > 0.0));
    }
}
