//! Parts of a grid in which a parameter hardly matters.

use miedza_territory::count;

use super::{Cell, Step};

/// Neighbours belong together when their variation of information is at most this part of the largest possible, `ln n`.
pub const PLATEAU: f64 = 0.01;

/// Numbers the plateaus, from 1, that with most cells first, the one that begins first on a tie.
pub(super) fn mark(cells: &mut [Cell], steps: &[Step], units: usize) {
    let limit = PLATEAU * libm::log(count(units.max(1)));
    let mut homes: Vec<usize> = (0..cells.len()).collect();
    for step in steps.iter().filter(|step| step.variation <= limit) {
        let (one, other) = (home(&homes, step.from), home(&homes, step.to));
        homes[one.max(other)] = one.min(other);
    }
    let mut sizes = vec![0_usize; cells.len()];
    let found: Vec<usize> = (0..cells.len()).map(|cell| home(&homes, cell)).collect();
    found.iter().for_each(|&home| sizes[home] += 1);
    let mut order: Vec<usize> = (0..cells.len()).filter(|&cell| sizes[cell] > 1).collect();
    order.sort_by_key(|&first| (std::cmp::Reverse(sizes[first]), first));
    for (cell, home) in cells.iter_mut().zip(found) {
        cell.plateau = order.iter().position(|&first| first == home).map(|before| before + 1);
    }
}

fn home(homes: &[usize], mut cell: usize) -> usize {
    while homes[cell] != cell {
        cell = homes[cell];
    }
    cell
}
