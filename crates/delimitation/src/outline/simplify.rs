//! Lighter shapes whose neighbours still fit.
//!
//! Rings are cut into arcs where borders meet: at vertices with other than two neighbours over all rings. Each arc is
//! simplified once, so units on both sides of it stay glued. Points go in the order of the triangles that they make with
//! their neighbours, smallest first (Visvalingam & Whyatt 1993). An arc whose simplification makes a ring collapse, turn
//! over or cross itself keeps all its points.

use std::collections::BinaryHeap;

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_territory::{Boundaries, UnitVec, ring};

use super::Error;
use crate::contiguity::measure::{METRES_PER_DEGREE, narrowing};
use crate::contiguity::mesh::{Mesh, Ring, ends, large, split};

/// Rounds of giving arcs their points back; two or three are enough on real maps.
const ROUNDS: usize = 8;

/// A ring as arcs: numbers of arcs, and whether each is run backwards.
type ArcRing = Vec<(usize, bool)>;

/// Simplifies all shapes together; details smaller than about `tolerance_m` metres go. 0 keeps all points.
///
/// Units, names and the order of polygons stay; every pair that shared border still does.
///
/// # Errors
/// [`Error::Vertex`] for a coordinate off the earth.
pub fn simplify(boundaries: &Boundaries, tolerance_m: f64) -> Result<Boundaries, Error> {
    let mesh = Mesh::of(boundaries).map_err(|unit| Error::Vertex { unit: boundaries.units.code(unit).clone() })?;
    let junctions = junctions(&mesh);
    let (arcs, rings) = arcs(&mesh, &junctions);
    let mut light: Vec<Vec<u32>> = arcs.iter().map(|arc| simplified(arc, &mesh.points, tolerance_m)).collect();
    for _ in 0..ROUNDS {
        let broken = broken(&mesh, &rings, &light);
        if broken.is_empty() {
            break;
        }
        for arc in broken {
            light[arc].clone_from(&arcs[arc]);
        }
    }
    let shapes = shapes(&mesh, &rings, &light, boundaries.shapes.len());
    Ok(Boundaries { shapes, ..boundaries.clone() })
}

/// Whether each vertex is an end of borders: it has other than two neighbours over all rings.
fn junctions(mesh: &Mesh) -> Vec<bool> {
    let mut pairs: Vec<u64> = mesh.edges().iter().map(|edge| edge.ends).collect();
    pairs.dedup();
    let mut degree = vec![0_u8; mesh.points.len()];
    for pair in pairs {
        let (one, other) = split(pair);
        for end in [one, other] {
            degree[large(end)] = degree[large(end)].saturating_add(1);
        }
    }
    degree.into_iter().map(|degree| degree != 2).collect()
}

/// Cuts rings at junctions; equal arcs, whichever way they run, are stored once.
fn arcs(mesh: &Mesh, junctions: &[bool]) -> (Vec<Vec<u32>>, Vec<ArcRing>) {
    let mut known = std::collections::BTreeMap::new();
    let mut arcs: Vec<Vec<u32>> = Vec::new();
    let mut rings = Vec::with_capacity(mesh.rings.len());
    for ring in &mesh.rings {
        let mut pieces = ArcRing::new();
        for arc in cut(&mesh.ids[ring.start..ring.end], junctions) {
            let backwards: Vec<u32> = arc.iter().rev().copied().collect();
            let turned = backwards < arc;
            let arc = if turned { backwards } else { arc };
            // An arc is known by its first edge and its length: no edge lies in two arcs.
            let key = (ends(arc[0], arc[1]), arc.len());
            let number = *known.entry((key, arc[0])).or_insert_with(|| {
                arcs.push(arc);
                arcs.len() - 1
            });
            pieces.push((number, turned));
        }
        rings.push(pieces);
    }
    (arcs, rings)
}

/// A ring's vertices as arcs from junction to junction; one without junctions begins at its smallest vertex.
fn cut(ids: &[u32], junctions: &[bool]) -> Vec<Vec<u32>> {
    if ids.len() < 3 {
        return Vec::new();
    }
    let first = ids.iter().position(|&id| junctions[large(id)]);
    let smallest = || ids.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
    let start = first.unwrap_or_else(smallest);
    let walk = ids[start..].iter().chain(&ids[..start]).chain(&ids[start..=start]).copied();
    let mut arcs = Vec::new();
    let mut arc: Vec<u32> = Vec::new();
    for id in walk {
        arc.push(id);
        if arc.len() > 1 && (junctions[large(id)] || id == ids[start]) {
            arcs.push(std::mem::replace(&mut arc, vec![id]));
        }
    }
    arcs
}

#[derive(PartialEq)]
struct Candidate {
    size: f64,
    at: usize,
    version: u32,
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        other.size.total_cmp(&self.size).then(other.at.cmp(&self.at)).then(self.version.cmp(&other.version))
    }
}

/// An arc without the points whose triangles are smaller than half the square of the tolerance; its ends stay, and a
/// closed one keeps at least three different points.
fn simplified(arc: &[u32], points: &[Coord<f64>], tolerance_m: f64) -> Vec<u32> {
    let least = if arc.first() == arc.last() { 4 } else { 2 };
    let narrow = narrowing(points[large(arc[0])].y);
    let flat: Vec<_> = arc.iter().map(|&id| points[large(id)]).map(|at| Coord { x: at.x * narrow, y: at.y }).collect();
    let scale = METRES_PER_DEGREE * METRES_PER_DEGREE;
    let size = |a: usize, b: usize, c: usize| ring::doubled_area(&[flat[a], flat[b], flat[c], flat[a]]).abs() * scale;
    let final_at = arc.len() - 1;
    let (mut before, mut after): (Vec<usize>, Vec<usize>) =
        ((0..=final_at).map(|at| at.saturating_sub(1)).collect(), (1..=final_at + 1).collect());
    let mut version = vec![0_u32; arc.len()];
    let mut kept = vec![true; arc.len()];
    let mut left = arc.len();
    let mut waiting: BinaryHeap<_> =
        (1..final_at).map(|at| Candidate { size: size(at - 1, at, at + 1), at, version: 0 }).collect();
    while let Some(next) = waiting.pop() {
        if next.version != version[next.at] || !kept[next.at] {
            continue;
        }
        if next.size >= tolerance_m * tolerance_m || left <= least {
            break;
        }
        kept[next.at] = false;
        left -= 1;
        let (low, high) = (before[next.at], after[next.at]);
        after[low] = high;
        before[high] = low;
        for at in [low, high].into_iter().filter(|&at| at > 0 && at < final_at) {
            version[at] += 1;
            let grown = size(before[at], at, after[at]).max(next.size);
            waiting.push(Candidate { size: grown, at, version: version[at] });
        }
    }
    arc.iter().zip(kept).filter_map(|(&id, kept)| kept.then_some(id)).collect()
}

fn line(mesh: &Mesh, pieces: &ArcRing, light: &[Vec<u32>]) -> LineString<f64> {
    let mut ids: Vec<u32> = Vec::new();
    for &(number, turned) in pieces {
        let arc = &light[number];
        let skip = usize::from(!ids.is_empty());
        if turned {
            ids.extend(arc.iter().rev().skip(skip));
        } else {
            ids.extend(arc.iter().skip(skip));
        }
    }
    LineString(ids.into_iter().map(|id| mesh.points[large(id)]).collect())
}

/// Arcs, not yet given back, of rings that have collapsed, turned over, or cross.
fn broken(mesh: &Mesh, rings: &[ArcRing], light: &[Vec<u32>]) -> Vec<usize> {
    let mut found = Vec::new();
    for (ring, pieces) in mesh.rings.iter().zip(rings).filter(|(_, pieces)| !pieces.is_empty()) {
        let new = line(mesh, pieces, light);
        let old: Vec<_> = (ring.start..ring.end).chain([ring.start]).map(|at| mesh.points[large(mesh.ids[at])]).collect();
        let collapsed = new.0.len() < 4 || ring::doubled_area(&new.0) * ring::doubled_area(&old) <= 0.0;
        let crosses = || ring::first_crossing(&MultiPolygon(vec![Polygon::new(new.clone(), Vec::new())])).is_some();
        if (collapsed || crosses()) && light_differs(ring, pieces, light) {
            found.extend(pieces.iter().map(|piece| piece.0));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn light_differs(ring: &Ring, pieces: &ArcRing, light: &[Vec<u32>]) -> bool {
    let points: usize = pieces.iter().map(|piece| light[piece.0].len() - 1).sum();
    points != ring.end - ring.start
}

fn shapes(mesh: &Mesh, rings: &[ArcRing], light: &[Vec<u32>], units: usize) -> UnitVec<MultiPolygon<f64>> {
    let mut shapes = UnitVec::filled(units, MultiPolygon(Vec::new()));
    for (ring, pieces) in mesh.rings.iter().zip(rings) {
        let new = line(mesh, pieces, light);
        let shape: &mut MultiPolygon<f64> = &mut shapes[ring.unit];
        if ring.outer {
            shape.0.push(Polygon::new(new, Vec::new()));
        } else if let (Some(polygon), false) = (shape.0.last_mut(), new.0.is_empty()) {
            polygon.interiors_push(new);
        }
    }
    shapes
}
