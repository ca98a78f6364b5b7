//! Cells around seats, for maps of units whose land is not known.
//!
//! A cell is all that lies nearer to its seat than to any other, and within a reach of it: the Voronoi cell cut by a
//! disc. So the cells fill the settled land and end in round bays instead of running to infinity. The corners where
//! three cells meet, and where two meet at the rim, are worked out from the seats in their order, so neighbours get the
//! same corner bit for bit.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_territory::{Boundaries, Seat, UnitVec, Units, count};
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use super::Error;
use crate::contiguity::measure::narrowing;

/// Reach of a cell in median distances between nearest seats.
const REACH: f64 = 1.5;
/// The reach covers at least this share of the nearest distances once, so that scattered regions hold together.
const COVERED: f64 = 0.95;
/// Straight pieces of a full rim.
const RIM: f64 = 48.0;
/// Cell corners nearer than this, in degrees, are one corner.
const SAME_CORNER: f64 = 1e-8;

type Seats = RTree<GeomWithData<[f64; 2], usize>>;

/// A corner of a cell under work, and the neighbour behind the edge that begins there (`None`: the outer frame).
#[derive(Clone, Copy)]
struct Corner {
    at: Coord<f64>,
    behind: Option<usize>,
}

/// Draws a cell around the seat of each unit, with `schematic` set.
///
/// # Errors
/// [`Error::SameSeat`] if two seats coincide, [`Error::Seat`] if one is off the earth.
pub fn schematic(units: &Units, seats: &UnitVec<Seat>) -> Result<Boundaries, Error> {
    let flat = flattened(units, seats)?;
    let tree =
        Seats::bulk_load(flat.points.iter().enumerate().map(|(number, at)| GeomWithData::new([at.x, at.y], number)).collect());
    let reach = reach(&flat.points, &tree);
    let rings: Vec<_> = (0..flat.points.len()).into_par_iter().map(|seat| cell(seat, &flat.points, &tree, reach)).collect();
    let shapes = glued(rings.into_iter().map(|ring| ring.into_iter().map(|at| flat.degrees(at)).collect()).collect());
    Ok(Boundaries { units: units.clone(), shapes, names: UnitVec::filled(units.len(), None), schematic: true })
}

struct Flat {
    points: Vec<Coord<f64>>,
    narrow: f64,
}

impl Flat {
    fn degrees(&self, at: Coord<f64>) -> Coord<f64> {
        Coord { x: at.x / self.narrow, y: at.y }
    }
}

fn flattened(units: &Units, seats: &UnitVec<Seat>) -> Result<Flat, Error> {
    let code = |unit| units.code(unit).clone();
    for (unit, seat) in seats.enumerate() {
        if !(seat.x.abs() <= 180.0 && seat.y.abs() < 90.0) {
            return Err(Error::Seat { unit: code(unit) });
        }
    }
    let mut order: Vec<_> = seats.enumerate().collect();
    order.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.1.y.total_cmp(&b.1.y)).then(a.0.cmp(&b.0)));
    if let Some(pair) = order.windows(2).find(|pair| pair[0].1 == pair[1].1) {
        return Err(Error::SameSeat { one: code(pair[0].0), other: code(pair[1].0) });
    }
    let middle = seats.iter().map(|seat| seat.y).sum::<f64>() / count(seats.len().max(1));
    let narrow = narrowing(middle).max(1e-3);
    Ok(Flat { points: seats.iter().map(|seat| Coord { x: seat.x * narrow, y: seat.y }).collect(), narrow })
}

/// How far a cell goes from its seat at most; a single seat gets a tenth of a degree.
fn reach(points: &[Coord<f64>], tree: &Seats) -> f64 {
    let nearest =
        |at: &Coord<f64>| tree.nearest_neighbor_iter_with_distance_2(&[at.x, at.y]).nth(1).map(|(_, squared)| squared.sqrt());
    let mut distances: Vec<f64> = points.iter().filter_map(nearest).collect();
    if distances.is_empty() {
        return 0.1;
    }
    distances.sort_by(f64::total_cmp);
    let most = distances.iter().enumerate().find(|(rank, _)| count(rank + 1) >= COVERED * count(distances.len()));
    (REACH * distances[distances.len() / 2]).max(most.map_or(0.0, |(_, distance)| *distance))
}

fn cell(seat: usize, points: &[Coord<f64>], tree: &Seats, reach: f64) -> Vec<Coord<f64>> {
    let here = points[seat];
    let frame = 2.0 * reach;
    let corner = |x: f64, y: f64| Corner { at: Coord { x: here.x + x * frame, y: here.y + y * frame }, behind: None };
    let mut corners = vec![corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)];
    for (other, squared) in tree.nearest_neighbor_iter_with_distance_2(&[here.x, here.y]) {
        if squared > 4.0 * reach * reach {
            break;
        }
        if other.data != seat {
            corners = clipped(&corners, seat, other.data, points);
        }
    }
    rounded(&corners, seat, points, reach)
}

/// Cuts off what is nearer to the other seat.
fn clipped(corners: &[Corner], seat: usize, other: usize, points: &[Coord<f64>]) -> Vec<Corner> {
    let (here, there) = (points[seat], points[other]);
    let middle = (here + there) / 2.0;
    let away = there - here;
    let beyond = |at: Coord<f64>| (at.x - middle.x) * away.x + (at.y - middle.y) * away.y;
    let mut kept = Vec::with_capacity(corners.len() + 1);
    for (number, corner) in corners.iter().enumerate() {
        let next = corners[(number + 1) % corners.len()];
        let (from, to) = (beyond(corner.at), beyond(next.at));
        if from <= 0.0 {
            kept.push(*corner);
        }
        if (from <= 0.0) != (to <= 0.0) {
            let crossing = || corner.at + (next.at - corner.at) * (from / (from - to));
            let at = corner.behind.and_then(|third| centre_of(seat, other, third, points)).unwrap_or_else(crossing);
            kept.push(Corner { at, behind: if from <= 0.0 { Some(other) } else { corner.behind } });
        }
    }
    kept
}

/// The point equally far from three seats, from the seats in ascending order; `None` if they lie on a line.
fn centre_of(seat: usize, other: usize, third: usize, points: &[Coord<f64>]) -> Option<Coord<f64>> {
    let mut seats = [seat, other, third];
    seats.sort_unstable();
    let [first, second, third] = seats.map(|seat| points[seat]);
    let (one, two) = (second - first, third - first);
    let doubled = 2.0 * (one.x * two.y - one.y * two.x);
    let (far_one, far_two) = (squared(one), squared(two));
    let away = Coord { x: (two.y * far_one - one.y * far_two) / doubled, y: (one.x * far_two - two.x * far_one) / doubled };
    let centre = first + away;
    (centre.x.is_finite() && centre.y.is_finite() && doubled != 0.0).then_some(centre)
}

/// The part of a cell within reach of its seat, the rim in straight pieces.
fn rounded(corners: &[Corner], seat: usize, points: &[Coord<f64>], reach: f64) -> Vec<Coord<f64>> {
    let here = points[seat];
    let mut ring: Vec<Coord<f64>> = Vec::new();
    let mut left_at: Option<Coord<f64>> = None;
    let mut entered: Option<Coord<f64>> = None;
    for (number, corner) in corners.iter().enumerate() {
        let next = corners[(number + 1) % corners.len()].at;
        let Some(other) = corner.behind else { continue };
        let Some((enter, leave)) = rim_points(seat, other, points, reach) else { continue };
        let share = |at: Coord<f64>| {
            ((at - corner.at).x * (next - corner.at).x + (at - corner.at).y * (next - corner.at).y) / squared(next - corner.at)
        };
        let (enters, leaves) = (share(enter), share(leave));
        if enters >= 1.0 || leaves <= 0.0 || leaves.is_nan() {
            continue;
        }
        let start = if enters > 0.0 { enter } else { corner.at };
        if enters > 0.0 {
            if let Some(from) = left_at.take() {
                rim(here, from, enter, reach, &mut ring);
            } else {
                entered = entered.or(Some(enter));
            }
        }
        if ring.last() != Some(&start) {
            ring.push(start);
        }
        if leaves < 1.0 {
            ring.push(leave);
            left_at = Some(leave);
        }
    }
    close_rim(here, reach, left_at, entered, &mut ring);
    ring
}

fn close_rim(here: Coord<f64>, reach: f64, left_at: Option<Coord<f64>>, entered: Option<Coord<f64>>, ring: &mut Vec<Coord<f64>>) {
    if let Some(from) = left_at {
        let to = entered.or_else(|| ring.first().copied()).unwrap_or(from);
        rim(here, from, to, reach, ring);
    } else if ring.is_empty() {
        let east = Coord { x: here.x + reach, y: here.y };
        ring.push(east);
        rim(here, east, east, reach, ring);
    }
    if let Some(&first) = ring.first() {
        ring.push(first);
    }
}

fn squared(way: Coord<f64>) -> f64 {
    way.x * way.x + way.y * way.y
}

/// Where the border between two seats enters and leaves the disc around the first, run counter-clockwise; worked out
/// from the seats in ascending order, for the disc around the other has the same two points.
fn rim_points(seat: usize, other: usize, points: &[Coord<f64>], reach: f64) -> Option<(Coord<f64>, Coord<f64>)> {
    let (low, high) = (points[seat.min(other)], points[seat.max(other)]);
    let (middle, away) = ((low + high) / 2.0, high - low);
    let length = squared(away).sqrt();
    let half = (reach * reach - length * length / 4.0).max(0.0).sqrt();
    if half == 0.0 {
        return None;
    }
    let side = Coord { x: -away.y / length * half, y: away.x / length * half };
    let (left, right) = (middle + side, middle - side);
    Some(if seat < other { (right, left) } else { (left, right) })
}

/// The rim counter-clockwise between two of its points, both left out; equal points mean the whole rim.
fn rim(here: Coord<f64>, from: Coord<f64>, to: Coord<f64>, reach: f64, ring: &mut Vec<Coord<f64>>) {
    let angle = |at: Coord<f64>| libm::atan2(at.y - here.y, at.x - here.x);
    let start = angle(from);
    let mut turn = angle(to) - start;
    if turn <= 0.0 {
        turn += std::f64::consts::TAU;
    }
    let pieces = (turn / std::f64::consts::TAU * RIM).ceil().max(1.0);
    let mut piece = 1.0;
    while piece < pieces {
        let at = start + turn * piece / pieces;
        ring.push(Coord { x: here.x + reach * libm::cos(at), y: here.y + reach * libm::sin(at) });
        piece += 1.0;
    }
}

/// Makes corners that lie nearly together one: where four seats lie on a circle, three of them give the corner with
/// other last bits than three others.
fn glued(mut rings: Vec<Vec<Coord<f64>>>) -> UnitVec<MultiPolygon<f64>> {
    let mut corners: Vec<Coord<f64>> = rings.iter().flatten().copied().collect();
    let order = |a: &Coord<f64>, b: &Coord<f64>| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y));
    corners.sort_by(order);
    corners.dedup();
    let same = |a: &Coord<f64>, b: &Coord<f64>| (a.x - b.x).abs() <= SAME_CORNER && (a.y - b.y).abs() <= SAME_CORNER;
    for ring in &mut rings {
        for at in ring.iter_mut() {
            let from = corners.partition_point(|corner| corner.x < at.x - SAME_CORNER);
            if let Some(first) =
                corners[from..].iter().take_while(|corner| corner.x <= at.x + SAME_CORNER).find(|corner| same(corner, at))
            {
                *at = *first;
            }
        }
        ring.dedup();
    }
    rings.into_iter().map(|ring| MultiPolygon(vec![Polygon::new(LineString(ring), Vec::new())])).collect()
}
