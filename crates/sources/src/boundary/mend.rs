//! Polygons as files have them to polygons as RFC 7946 asks, and a list of what had to be mended.
//!
//! Land and holes are mended apart and then subtracted (the way GEOS calls "structure"): what a ring goes around
//! remains land, whichever way it runs. Points of a mended polygon keep the coordinates they had, so that neighbours
//! still fit. Direction of rings is set silently: the formats differ in it.

use geo::BooleanOps;
use geo::algorithm::bool_ops::FillRule;
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_territory::ring;
use serde::Serialize;

use super::feature::Rings;

/// A point of a mended polygon within this many degrees of an old one is that old one; 0.1 mm.
const SAME_POINT: f64 = 1e-9;

/// What was wrong with the land of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Flaw {
    /// A ring did not end where it began.
    UnclosedRing,
    /// A point followed itself.
    RepeatedPoint,
    /// A ring of fewer than three different points, or without any area, was dropped.
    EmptyRing,
    /// Edges crossed or ran along each other.
    SelfCrossing,
    /// A hole did not lie in its land.
    HoleOutside,
    /// Several polygons of one unit overlapped or shared an edge.
    OverlappingParts,
}

/// The land of a unit, mended.
pub(super) struct Mended {
    /// What is left; empty if nothing could be used.
    pub shape: MultiPolygon<f64>,
    /// What was wrong, each once, in order.
    pub flaws: Vec<Flaw>,
}

/// Closes, cleans, untangles and turns the rings of one unit.
pub(super) fn mended(land: Rings) -> Mended {
    let mut flaws = Vec::new();
    let polygons = land.into_iter().filter_map(|rings| polygon(rings, &mut flaws));
    let mut shape = MultiPolygon(polygons.collect());
    let tangle = tangle(&shape);
    if let Some(flaw) = tangle {
        flaws.push(flaw);
        shape = untangled(&shape);
    }
    flaws.sort_unstable();
    flaws.dedup();
    Mended { shape, flaws }
}

fn polygon(rings: Vec<LineString<f64>>, flaws: &mut Vec<Flaw>) -> Option<Polygon<f64>> {
    let mut rings = rings.into_iter();
    let outer = rings.next().and_then(|ring| clean(ring, flaws, 1.0))?;
    let holes = rings.filter_map(|ring| clean(ring, flaws, -1.0)).collect();
    Some(Polygon::new(outer, holes))
}

/// A closed ring without repeated points that runs in the wanted direction; `None` if it encloses nothing.
fn clean(mut ring: LineString<f64>, flaws: &mut Vec<Flaw>, direction: f64) -> Option<LineString<f64>> {
    if ring.0.first() != ring.0.last() {
        flaws.push(Flaw::UnclosedRing);
        ring.close();
    }
    let before = ring.0.len();
    ring.0.dedup();
    if ring.0.len() < before {
        flaws.push(Flaw::RepeatedPoint);
    }
    let area = ring::doubled_area(&ring.0);
    if ring.0.len() < 4 || (area == 0.0 && is_line(&ring)) {
        flaws.push(Flaw::EmptyRing);
        return None;
    }
    if area * direction < 0.0 {
        ring.0.reverse();
    }
    Some(ring)
}

/// Whether all points lie on one line; a ring that encloses nothing may still be a figure of eight.
fn is_line(ring: &LineString<f64>) -> bool {
    let first = ring.0[0];
    ring.0.windows(2).all(|edge| ring::doubled_area(&[first, edge[0], edge[1], first]) == 0.0)
}

fn tangle(shape: &MultiPolygon<f64>) -> Option<Flaw> {
    for polygon in shape {
        if polygon.interiors().iter().any(|hole| !ring::surrounds(&polygon.exterior().0, &hole.0)) {
            return Some(Flaw::HoleOutside);
        }
        let single = MultiPolygon(vec![polygon.clone()]);
        if ring::first_crossing(&single).is_some() {
            return Some(Flaw::SelfCrossing);
        }
    }
    let overlapping =
        shape.0.len() > 1 && (ring::first_crossing(shape).is_some() || has_part_in_part(shape) || has_hole_in_hole(shape));
    overlapping.then_some(Flaw::OverlappingParts)
}

fn has_part_in_part(shape: &MultiPolygon<f64>) -> bool {
    let inside = |inner: &Polygon<f64>, outer: &Polygon<f64>| {
        ring::surrounds(&outer.exterior().0, &inner.exterior().0)
            && !outer.interiors().iter().any(|hole| {
                hole.0.iter().any(|at| inner.exterior().0.contains(at)) || ring::surrounds(&hole.0, &inner.exterior().0)
            })
    };
    let boxes: Vec<_> = shape.iter().map(|polygon| ring::box_of(&polygon.exterior().0)).collect();
    let within = |inner: usize, outer: usize| {
        let ((a, b), (c, d)) = (boxes[inner], boxes[outer]);
        inner != outer && a.x >= c.x && a.y >= c.y && b.x <= d.x && b.y <= d.y && inside(&shape.0[inner], &shape.0[outer])
    };
    (0..boxes.len()).any(|outer| (0..boxes.len()).any(|inner| within(inner, outer)))
}

fn has_hole_in_hole(shape: &MultiPolygon<f64>) -> bool {
    shape.iter().map(Polygon::interiors).any(|holes| {
        let pairs = holes.iter().enumerate().flat_map(|(at, one)| holes.iter().skip(at + 1).map(move |other| (one, other)));
        pairs.into_iter().any(|(one, other)| ring::surrounds(&one.0, &other.0) || ring::surrounds(&other.0, &one.0))
    })
}

/// Land and holes each joined so that everything a ring goes around counts, then subtracted.
fn untangled(shape: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let nothing = MultiPolygon::<f64>(Vec::new());
    let filled = |rings: Vec<LineString<f64>>| {
        rings.into_iter().fold(nothing.clone(), |all, ring| {
            let alone = Polygon::new(ring, Vec::new()).union_with_fill_rule(&nothing, FillRule::NonZero);
            if all.0.is_empty() { alone } else { all.union_with_fill_rule(&alone, FillRule::NonZero) }
        })
    };
    let joined = shape.iter().map(|polygon| {
        let land = filled(vec![polygon.exterior().clone()]);
        if polygon.interiors().is_empty() { land } else { land.difference(&filled(polygon.interiors().to_vec())) }
    });
    let all = joined.fold(nothing.clone(), |all, part| if all.0.is_empty() { part } else { all.union(&part) });
    oriented(snapped(all, shape))
}

/// Puts points back where the file had them; the arithmetic of the mending moves them by parts of a millimetre.
fn snapped(mut shape: MultiPolygon<f64>, old: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let rings = old.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    let mut points: Vec<Coord<f64>> = rings.flat_map(|ring| ring.0.iter().copied()).collect();
    points.sort_unstable_by(|one, other| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
    let put_back = |ring: &mut LineString<f64>| {
        for point in &mut ring.0 {
            let from = points.partition_point(|old| old.x < point.x - SAME_POINT);
            let near = points[from..].iter().take_while(|old| old.x <= point.x + SAME_POINT);
            let same = near.filter(|old| (old.y - point.y).abs() <= SAME_POINT);
            let away = |old: &Coord<f64>| (old.x - point.x).abs() + (old.y - point.y).abs();
            if let Some(old) = same.min_by(|one, other| away(one).total_cmp(&away(other))) {
                *point = *old;
            }
        }
        ring.0.dedup();
    };
    for polygon in &mut shape {
        polygon.exterior_mut(put_back);
        polygon.interiors_mut(|holes| holes.iter_mut().for_each(put_back));
    }
    shape
}

fn oriented(shape: MultiPolygon<f64>) -> MultiPolygon<f64> {
    let turned = |mut ring: LineString<f64>, direction: f64| {
        let area = ring::doubled_area(&ring.0) * direction;
        if area < 0.0 {
            ring.0.reverse();
        }
        (area != 0.0 && ring.0.len() > 3).then_some(ring)
    };
    let polygons = shape.into_iter().filter_map(|polygon| {
        let (outer, holes) = polygon.into_inner();
        Some(Polygon::new(turned(outer, 1.0)?, holes.into_iter().filter_map(|hole| turned(hole, -1.0)).collect()))
    });
    MultiPolygon(polygons.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rings(lists: &[&[(f64, f64)]]) -> Vec<LineString<f64>> {
        lists.iter().map(|points| LineString(points.iter().map(|&(x, y)| Coord { x, y }).collect())).collect()
    }

    fn area(shape: &MultiPolygon<f64>) -> f64 {
        let rings = shape.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        rings.map(|ring| ring::doubled_area(&ring.0)).sum::<f64>() / 2.0
    }

    const SQUARE: &[(f64, f64)] = &[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)];

    #[test]
    fn flawed_land_is_mended_and_the_flaw_is_named() {
        let hole_outside: &[(f64, f64)] = &[(5.0, 0.0), (6.0, 0.0), (6.0, 1.0), (5.0, 0.0)];
        let cases: [(&str, Rings, Vec<Flaw>, f64); 9] = [
            ("a good square", vec![rings(&[SQUARE])], vec![], 16.0),
            ("a clockwise square", vec![rings(&[&SQUARE.iter().rev().copied().collect::<Vec<_>>()])], vec![], 16.0),
            ("an open square", vec![rings(&[&SQUARE[..4]])], vec![Flaw::UnclosedRing], 16.0),
            ("a point twice", vec![rings(&[&[&SQUARE[..2], &SQUARE[1..]].concat()])], vec![Flaw::RepeatedPoint], 16.0),
            (
                "a bow tie",
                vec![rings(&[&[(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0), (0.0, 0.0)]])],
                vec![Flaw::SelfCrossing],
                2.0,
            ),
            ("a hole outside", vec![rings(&[SQUARE, hole_outside])], vec![Flaw::HoleOutside], 16.0),
            ("the square twice", vec![rings(&[SQUARE]), rings(&[SQUARE])], vec![Flaw::OverlappingParts], 16.0),
            ("a line", vec![rings(&[&[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (0.0, 0.0)]])], vec![Flaw::EmptyRing], 0.0),
            ("nothing", vec![], vec![], 0.0),
        ];
        for (name, land, flaws, expected) in cases {
            let found = mended(land);

            assert_eq!(found.flaws, flaws, "{name}");
            assert!((area(&found.shape) - expected).abs() < 1e-6, "{name}: {}", area(&found.shape));
        }
    }

    #[test]
    fn points_of_mended_land_stay_where_the_file_had_them() {
        let spiked = [(20.1, 50.1), (20.3, 50.1), (20.3, 50.123_456_789), (20.25, 50.0), (20.1, 50.3), (20.1, 50.1)];

        let found = mended(vec![rings(&[&spiked])]);

        assert_eq!(found.flaws, [Flaw::SelfCrossing]);
        let has = |x: f64, y: f64| found.shape.iter().any(|polygon| polygon.exterior().0.contains(&Coord { x, y }));
        assert!(spiked.iter().all(|&(x, y)| has(x, y)), "{:?}", found.shape);
    }
}
