//! Directed edges back to rings: land is on the left, pieces that touch in a point stay apart.

use geo_types::{Coord, LineString};

/// Joins edges, given by the numbers of their ends, to closed rings without a vertex that occurs twice.
///
/// Every vertex must have as many edges that end there as begin there. Where several begin, the one is taken that keeps
/// the piece of land on the left together; rings that still meet themselves are cut there.
pub(super) fn rings(mut edges: Vec<(u32, u32)>, points: &[Coord<f64>]) -> Vec<LineString<f64>> {
    edges.sort_unstable();
    let mut used = vec![false; edges.len()];
    let mut found = Vec::new();
    for start in 0..edges.len() {
        if used[start] {
            continue;
        }
        let mut walk = vec![edges[start].0];
        let mut at = start;
        loop {
            used[at] = true;
            let (from, to) = edges[at];
            walk.push(to);
            let Some(next) = next_edge(&edges, &used, (from, to), points) else { break };
            at = next;
        }
        cut(&walk, points, &mut found);
    }
    found
}

fn next_edge(edges: &[(u32, u32)], used: &[bool], (from, to): (u32, u32), points: &[Coord<f64>]) -> Option<usize> {
    let first = edges.partition_point(|edge| edge.0 < to);
    let leaving = (first..edges.len()).take_while(|&at| edges[at].0 == to).filter(|&at| !used[at]);
    let back = direction(points, to, from);
    leaving.min_by(|&a, &b| {
        let turn = |at: usize| clockwise(back, direction(points, to, edges[at].1));
        turn(a).total_cmp(&turn(b))
    })
}

fn direction(points: &[Coord<f64>], from: u32, to: u32) -> Coord<f64> {
    let at = |number: u32| points[crate::contiguity::mesh::large(number)];
    at(to) - at(from)
}

/// The angle from one direction clockwise to another, more than 0 and up to a full turn.
fn clockwise(from: Coord<f64>, to: Coord<f64>) -> f64 {
    let angle = libm::atan2(from.y * to.x - from.x * to.y, from.x * to.x + from.y * to.y);
    if angle > 0.0 { angle } else { angle + std::f64::consts::TAU }
}

/// Cuts a closed walk wherever it comes to a vertex for the second time.
fn cut(walk: &[u32], points: &[Coord<f64>], found: &mut Vec<LineString<f64>>) {
    let mut path: Vec<u32> = Vec::with_capacity(walk.len());
    let mut place = std::collections::BTreeMap::new();
    for &vertex in walk {
        if let Some(from) = place.insert(vertex, path.len()) {
            let ring = &path[from..];
            let mut line: Vec<_> = ring.iter().map(|&number| points[crate::contiguity::mesh::large(number)]).collect();
            line.push(line[0]);
            for dropped in ring {
                place.remove(dropped);
            }
            path.truncate(from);
            place.insert(vertex, from);
            found.push(LineString(line));
        }
        path.push(vertex);
    }
}
