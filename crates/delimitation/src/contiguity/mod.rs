//! Which units touch, and along how much border.
//!
//! In: boundaries. Out: neighbours with the length of shared border, the outer border of each unit, and the islands.
//!
//! Two paths. **Exact**: official boundaries are coverages, neighbours have the same vertices; an edge that occurs in
//! two units (coordinates rounded to 10⁻⁹ degrees) is shared border, a vertex that occurs in two units is a contact.
//! **Near**: only edges that no other unit has are looked at again; where they run within [`Parameters::gap_m`] of such
//! an edge of another unit they are shared border too. That finds vertices that do not match (an edge of one unit beside
//! two of the other), shapes simplified one by one, and slivers. A contact found only this way counts as a line if the
//! two run side by side for more than four times the gap, otherwise as a point.
//!
//! Cost: O(n log n) in the vertices, plus the near path in the edges that stay alone. Checked against a slow reference
//! that compares all pairs. Mending broken polygons is not done here: the room that reads files does it.

pub(crate) mod measure;
pub(crate) mod mesh;
mod near;

#[cfg(test)]
pub(crate) mod tests;

use miedza_territory::{Boundaries, Neighbours, Rule, UnitIx, UnitVec, Units};

use measure::length_m;
use mesh::{Edge, Mesh, large};
use near::LoneEdge;

/// How neighbours are found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// Whether a shared point is enough.
    pub rule: Rule,
    /// Widest gap in metres across which units still touch, 0 or more; 0 asks for exactly equal vertices.
    ///
    /// Default 20. Coordinates of published boundaries are rounded to 5 or 6 decimals (1 to 0.1 m), and borders that were
    /// simplified apart deviate by some metres, while the narrowest strips of land or water that really divide
    /// municipalities are broader.
    pub gap_m: f64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { rule: Rule::Queen, gap_m: 20.0 }
    }
}

/// Why neighbours could not be found.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A gap that is no length.
    #[error("the gap of {gap_m} metres is not a length from 0 to {} metres", GREATEST_GAP_M)]
    Gap {
        /// The gap asked for.
        gap_m: f64,
    },
    /// A vertex that is no place.
    #[error("the boundary of unit {unit} has a vertex that is not a longitude and latitude")]
    Vertex {
        /// Code of the unit.
        unit: miedza_territory::UnitCode,
    },
}

/// Wider gaps would join what is apart.
const GREATEST_GAP_M: f64 = 5_000.0;

/// Neighbours and how they were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The neighbours, with lengths of shared and outer border.
    pub neighbours: Neighbours,
    /// Pairs that share no edge or vertex and are neighbours only by the tolerance, ascending.
    pub only_near: Vec<(UnitIx, UnitIx)>,
    /// Units without any neighbour, ascending.
    pub islands: Vec<UnitIx>,
}

/// A contact of two units, the smaller one first.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Touch {
    one: u32,
    other: u32,
    border_m: f64,
}

/// Finds the neighbours of each unit, in the order of `boundaries.units`.
///
/// Lengths are metres on the sphere of the earth's mean radius (up to 0.3 % off the ellipsoid).
///
/// # Errors
/// [`Error::Gap`] for a gap that is negative or beyond 5 km, [`Error::Vertex`] for a coordinate off the earth.
///
/// ```
/// use geo_types::polygon;
/// use miedza_delimitation::contiguity::{Parameters, neighbours};
/// use miedza_territory::{Boundaries, UnitCode, UnitIx, UnitVec, Units};
///
/// let west = polygon![(x: 20.0, y: 50.0), (x: 20.1, y: 50.0), (x: 20.1, y: 50.1), (x: 20.0, y: 50.1)];
/// let east = polygon![(x: 20.1, y: 50.0), (x: 20.2, y: 50.0), (x: 20.2, y: 50.1), (x: 20.1, y: 50.1)];
/// let units = Units::new(["1", "2"].map(|code| UnitCode::parse(code).unwrap()).to_vec());
/// let names = UnitVec::filled(2, None);
/// let map = Boundaries { units, shapes: UnitVec::new(vec![west.into(), east.into()]), names, schematic: false };
///
/// let found = neighbours(&map, &Parameters::default()).unwrap();
///
/// assert!(found.neighbours.touch(UnitIx::new(0), UnitIx::new(1)));
/// ```
pub fn neighbours(boundaries: &Boundaries, parameters: &Parameters) -> Result<Found, Error> {
    if !(0.0..=GREATEST_GAP_M).contains(&parameters.gap_m) {
        return Err(Error::Gap { gap_m: parameters.gap_m });
    }
    let mesh = Mesh::of(boundaries).map_err(|unit| Error::Vertex { unit: boundaries.units.code(unit).clone() })?;
    let edges = mesh.edges();
    let exact = exact(&mesh, &edges);
    let lone = lone(&mesh, &edges);
    let mut outer_m = vec![0.0; boundaries.shapes.len()];
    for edge in &lone {
        outer_m[large(edge.owner)] += length_m(edge.a, edge.b);
    }
    let near = if parameters.gap_m > 0.0 { near::touches(&lone, parameters.gap_m, &mut outer_m) } else { Vec::new() };
    Ok(put_together(exact, near, UnitVec::new(outer_m), parameters.rule))
}

/// Contacts by shared edges, with their length, and by shared vertices, with length 0; each pair once, ascending.
fn exact(mesh: &Mesh, edges: &[Edge]) -> Vec<Touch> {
    let mut found = Vec::new();
    for run in mesh.same_vertices() {
        each_pair(run.iter().map(|&at| mesh.owners[large(at)]), |one, other| found.push(Touch { one, other, border_m: 0.0 }));
    }
    found.sort_unstable_by_key(|touch| (touch.one, touch.other));
    found.dedup();
    for run in edges.chunk_by(|a, b| a.ends == b.ends).filter(|run| run.len() > 1) {
        let (a, b) = mesh.ends_of(run[0]);
        let border_m = if (a.x, a.y) <= (b.x, b.y) { length_m(a, b) } else { length_m(b, a) };
        each_pair(run.iter().map(|edge| mesh.owners[large(edge.position)]), |one, other| {
            found.push(Touch { one, other, border_m });
        });
    }
    merge(&mut found);
    found
}

/// Calls with each pair of different units in a run, the smaller one first; a pair may come more than once.
fn each_pair(units: impl Iterator<Item = u32> + Clone, mut call: impl FnMut(u32, u32)) {
    let mut rest = units;
    while let Some(one) = rest.next() {
        for other in rest.clone().filter(|other| *other != one) {
            call(one.min(other), one.max(other));
        }
    }
}

/// Edges that no other unit has, in the order of the boundaries.
fn lone(mesh: &Mesh, edges: &[Edge]) -> Vec<LoneEdge> {
    let owner = |edge: &Edge| mesh.owners[large(edge.position)];
    let alone = |run: &&[Edge]| run.iter().all(|edge| owner(edge) == owner(&run[0]));
    let mut found: Vec<Edge> = edges.chunk_by(|a, b| a.ends == b.ends).filter(alone).flatten().copied().collect();
    found.sort_unstable_by_key(|edge| edge.position);
    let edge = |edge: &Edge| {
        let (a, b) = mesh.ends_of(*edge);
        let (a, b) = if (a.x, a.y) <= (b.x, b.y) { (a, b) } else { (b, a) };
        LoneEdge { a, b, owner: owner(edge) }
    };
    found.iter().map(edge).collect()
}

fn put_together(exact: Vec<Touch>, near: Vec<Touch>, outer_m: UnitVec<f64>, rule: Rule) -> Found {
    let known = |touch: &Touch| exact.binary_search_by_key(&(touch.one, touch.other), |found| (found.one, found.other)).is_ok();
    let counts = |touch: &&Touch| rule == Rule::Queen || touch.border_m > 0.0;
    let only_near: Vec<_> = near.iter().filter(counts).filter(|touch| !known(touch)).map(Touch::pair).collect();
    let mut all = exact;
    all.extend(near);
    merge(&mut all);
    let pairs = all.iter().filter(counts).map(|touch| (touch.pair().0, touch.pair().1, Some(touch.border_m)));
    let neighbours = Neighbours::from_pairs(outer_m.len(), pairs).with_outer_border(outer_m);
    let islands = neighbours.islands().collect();
    Found { neighbours, only_near, islands }
}

/// Sorts touches by pair and adds the lengths of equal pairs, in that order.
fn merge(touches: &mut Vec<Touch>) {
    touches.sort_by(|a, b| (a.one, a.other).cmp(&(b.one, b.other)).then(a.border_m.total_cmp(&b.border_m)));
    touches.dedup_by(|next, kept| {
        let same = (next.one, next.other) == (kept.one, kept.other);
        if same {
            kept.border_m += next.border_m;
        }
        same
    });
}

impl Touch {
    fn pair(&self) -> (UnitIx, UnitIx) {
        let unit = |number: u32| UnitIx::new(usize::try_from(number).unwrap_or(usize::MAX));
        (unit(self.one), unit(self.other))
    }
}

/// Carries neighbours over to another list of units by their codes, for instance from all boundaries to the units of
/// flows. Units of the new list without a boundary have no neighbours; contacts with units that it lacks are lost, and
/// their border counts as outer border.
#[must_use]
pub fn carried(neighbours: &Neighbours, from: &Units, to: &Units) -> Neighbours {
    let place: Vec<Option<UnitIx>> = from.codes().iter().map(|code| to.find(code)).collect();
    let mut outer_m = UnitVec::filled(to.len(), 0.0);
    let mut pairs = Vec::new();
    for old in from.indices() {
        let Some(new) = place[old.get()] else { continue };
        outer_m[new] += neighbours.outer_border_m(old).unwrap_or(0.0);
        for contact in neighbours.of(old) {
            match place[contact.unit.get()] {
                Some(other) if new < other => pairs.push((new, other, contact.border_m)),
                Some(_) => {}
                None => outer_m[new] += contact.border_m.unwrap_or(0.0),
            }
        }
    }
    let found = Neighbours::from_pairs(to.len(), pairs);
    let measured = from.indices().next().is_some_and(|unit| neighbours.outer_border_m(unit).is_some());
    if measured { found.with_outer_border(outer_m) } else { found }
}
