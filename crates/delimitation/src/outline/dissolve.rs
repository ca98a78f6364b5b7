//! Units of an area to one shape.
//!
//! In a coverage the border inside an area is there twice, once each way: it is cancelled and what remains is stitched
//! to rings. That keeps every vertex as it was. Where units of an area overlap, or their vertices do not match, the
//! cancelled outline crosses itself and the general union is asked instead.

use geo::algorithm::bool_ops::unary_union;
use geo_types::{LineString, MultiPolygon};
use miedza_territory::{AreaIx, AreaVec, Boundaries, Partition, UnitIx, UnitVec, Units, ring};
use rayon::prelude::*;

use super::{Error, stitch};
use crate::contiguity::mesh::{Mesh, Ring};

/// The area of each unit of `boundaries`, where the partition is over another list of units, matched by code; `None` for
/// units that the partition does not know or leaves without an area.
#[must_use]
pub fn areas_of(boundaries: &Boundaries, units: &Units, partition: &Partition) -> UnitVec<Option<AreaIx>> {
    boundaries.units.codes().iter().map(|code| units.find(code).and_then(|unit| partition.area_of(unit))).collect()
}

/// Joins the units of each area to one shape; one per area, empty for an area without boundaries.
///
/// `areas` gives the area of each unit of `boundaries`, `count` how many areas there are. Outer rings run
/// counter-clockwise. The result does not depend on the number of threads.
///
/// # Errors
/// [`Error::Vertex`] for a coordinate off the earth.
pub fn dissolve(
    boundaries: &Boundaries,
    areas: &UnitVec<Option<AreaIx>>,
    count: usize,
) -> Result<AreaVec<MultiPolygon<f64>>, Error> {
    let mesh = Mesh::of(boundaries).map_err(|unit| Error::Vertex { unit: boundaries.units.code(unit).clone() })?;
    let mut members: Vec<(Vec<UnitIx>, Vec<Ring>)> = vec![(Vec::new(), Vec::new()); count];
    for (unit, area) in areas.enumerate() {
        if let Some(area) = area {
            members[area.get()].0.push(unit);
        }
    }
    for ring in &mesh.rings {
        if let Some(area) = areas[ring.unit] {
            members[area.get()].1.push(*ring);
        }
    }
    let shape = |(units, rings): &(Vec<UnitIx>, Vec<Ring>)| {
        if let [single] = units.as_slice() {
            return boundaries.shapes[*single].clone();
        }
        outline(&mesh, rings).unwrap_or_else(|| joined(boundaries, units))
    };
    Ok(AreaVec::new(members.par_iter().map(shape).collect()))
}

/// The outline of rings whose common edges cancel; `None` if what remains is no clean shape.
fn outline(mesh: &Mesh, rings: &[Ring]) -> Option<MultiPolygon<f64>> {
    let mut edges = Vec::new();
    for ring in rings {
        for position in ring.start..ring.end {
            let (from, to) = (mesh.ids[position], mesh.ids[ring.after(position)]);
            if from != to {
                edges.push((from.min(to), from.max(to), from > to));
            }
        }
    }
    edges.sort_unstable();
    let mut left = Vec::new();
    for run in edges.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        match run {
            [(low, high, false)] => left.push((*low, *high)),
            [(low, high, true)] => left.push((*high, *low)),
            [one, other] if one.2 != other.2 => {}
            _ => return None,
        }
    }
    let shape = ring::polygons_of(stitch::rings(left, &mesh.points));
    let is_clean = !shape.0.is_empty() && ring::first_crossing(&shape).is_none();
    is_clean.then_some(shape)
}

/// The general union, for units that overlap or whose vertices do not match.
fn joined(boundaries: &Boundaries, units: &[UnitIx]) -> MultiPolygon<f64> {
    let mut shape = unary_union(units.iter().map(|unit| &boundaries.shapes[*unit]));
    for polygon in &mut shape {
        polygon.exterior_mut(|ring| turn(ring, 1.0));
        polygon.interiors_mut(|holes| holes.iter_mut().for_each(|hole| turn(hole, -1.0)));
    }
    shape
}

fn turn(line: &mut LineString<f64>, direction: f64) {
    if ring::doubled_area(&line.0) * direction < 0.0 {
        line.0.reverse();
    }
}
