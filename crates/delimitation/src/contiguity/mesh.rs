//! The rings of all units over one list of vertices, so that what is equal has the same number.
//!
//! Coordinates are equal when they are after rounding to 10⁻⁹ degrees (0.1 mm). Vertices are numbered by sorting, not by
//! a hash map: the same map gives the same numbers.

use geo_types::Coord;
use miedza_territory::{Boundaries, UnitIx};

const PER_DEGREE: f64 = 1e9;

/// Rings over numbered vertices.
pub(crate) struct Mesh {
    /// Where each vertex lies.
    pub points: Vec<Coord<f64>>,
    /// Numbers of vertices, ring after ring, without the closing one.
    pub ids: Vec<u32>,
    /// The unit of each entry of `ids`.
    pub owners: Vec<u32>,
    /// Where rings lie in `ids`, and what they are.
    pub rings: Vec<Ring>,
    /// Entries of `ids` sorted by vertex.
    by_vertex: Vec<u32>,
}

/// A ring of a unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ring {
    /// Its unit.
    pub unit: UnitIx,
    /// Whether it begins a polygon; the holes follow.
    pub outer: bool,
    /// First entry in `ids`.
    pub start: usize,
    /// Entry behind its last.
    pub end: usize,
}

/// An edge, whichever way it runs: its ends in one word, the smaller number first, and the entry that it starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edge {
    pub ends: u64,
    pub position: u32,
}

#[derive(Clone, Copy)]
struct Corner {
    mixed: u64,
    position: u32,
}

impl Mesh {
    /// Numbers all vertices; the unit with a bad coordinate if there is one.
    pub fn of(boundaries: &Boundaries) -> Result<Self, UnitIx> {
        let mut points: Vec<Coord<f64>> = Vec::new();
        let (mut owners, mut rings) = (Vec::new(), Vec::new());
        for (unit, shape) in boundaries.shapes.enumerate() {
            for polygon in shape {
                for (number, ring) in std::iter::once(polygon.exterior()).chain(polygon.interiors()).enumerate() {
                    let start = points.len();
                    let closed = ring.0.len().saturating_sub(1);
                    points.extend_from_slice(&ring.0[..closed]);
                    if points[start..].iter().any(|at| !(at.x.abs() <= 360.0 && at.y.abs() <= 90.0)) {
                        return Err(unit);
                    }
                    owners.resize(points.len(), small(unit.get()));
                    rings.push(Ring { unit, outer: number == 0, start, end: points.len() });
                }
            }
        }
        Ok(Self::numbered(&points, owners, rings))
    }

    fn numbered(all: &[Coord<f64>], owners: Vec<u32>, rings: Vec<Ring>) -> Self {
        let mut corners: Vec<Corner> = all
            .iter()
            .enumerate()
            .map(|(position, at)| Corner { mixed: mixed(rounded(*at)), position: small(position) })
            .collect();
        let key = |corner: &Corner| rounded(all[large(corner.position)]);
        corners.sort_unstable_by(|a, b| {
            a.mixed.cmp(&b.mixed).then_with(|| key(a).cmp(&key(b))).then_with(|| a.position.cmp(&b.position))
        });
        let mut ids = vec![0; all.len()];
        let mut points = Vec::with_capacity(all.len() / 2);
        for run in corners.chunk_by(|a, b| a.mixed == b.mixed && key(a) == key(b)) {
            for corner in run {
                ids[large(corner.position)] = small(points.len());
            }
            points.push(all[large(run[0].position)]);
        }
        let by_vertex = corners.into_iter().map(|corner| corner.position).collect();
        Self { points, ids, owners, rings, by_vertex }
    }

    /// Entries of `ids` that are the same vertex, run by run, each run ascending.
    pub fn same_vertices(&self) -> impl Iterator<Item = &[u32]> {
        self.by_vertex.chunk_by(|a, b| self.ids[large(*a)] == self.ids[large(*b)])
    }

    /// All edges, equal ones side by side.
    pub fn edges(&self) -> Vec<Edge> {
        let mut edges = Vec::with_capacity(self.ids.len());
        for ring in &self.rings {
            for position in ring.start..ring.end {
                let (from, to) = (self.ids[position], self.ids[ring.after(position)]);
                if from != to {
                    edges.push(Edge { ends: ends(from, to), position: small(position) });
                }
            }
        }
        edges.sort_unstable();
        edges
    }

    /// The two ends of an edge, the vertex with the smaller number first.
    pub fn ends_of(&self, edge: Edge) -> (Coord<f64>, Coord<f64>) {
        let (low, high) = split(edge.ends);
        (self.points[large(low)], self.points[large(high)])
    }
}

impl Ring {
    /// The entry that follows one of its own.
    pub const fn after(&self, position: usize) -> usize {
        if position + 1 == self.end { self.start } else { position + 1 }
    }
}

/// Two vertices in one word, the smaller first.
pub(crate) fn ends(one: u32, other: u32) -> u64 {
    (u64::from(one.min(other)) << 32) | u64::from(one.max(other))
}

/// The two vertices of such a word.
pub(crate) fn split(ends: u64) -> (u32, u32) {
    let half = |word: u64| u32::try_from(word & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(ends >> 32), half(ends))
}

fn rounded(at: Coord<f64>) -> (u64, u64) {
    // Adding 0 turns −0 into 0, which has other bits.
    (((at.x * PER_DEGREE).round() + 0.0).to_bits(), ((at.y * PER_DEGREE).round() + 0.0).to_bits())
}

/// A fixed mixing of two words, so that sorting compares one word; equal words are compared in full.
const fn mixed((x, y): (u64, u64)) -> u64 {
    let word = x.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ y.wrapping_mul(0xc2b2_ae3d_27d4_eb4f).rotate_left(31);
    (word ^ (word >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// A position as it is stored; maps have far fewer than four billion vertices.
pub(crate) fn small(position: usize) -> u32 {
    u32::try_from(position).expect("a map that fits memory has fewer than 4 billion vertices")
}

/// A stored position as an index.
#[expect(clippy::as_conversions, reason = "u32 always fits usize on the platforms we build for")]
pub(crate) const fn large(position: u32) -> usize {
    position as usize
}
