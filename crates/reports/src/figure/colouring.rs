//! Which areas touch, and colour numbers such that areas that touch differ.
//!
//! Areas are coloured in the order of Matula and Beck (1983): the area with the fewest neighbours left is set aside last
//! come, first coloured. On a planar map six colours always suffice. Among the colours that are free the one used least is
//! taken, so that no colour rules the map.

use std::collections::BTreeSet;

use super::grid::Outline;

/// Colours there are.
pub const COLOURS: usize = 6;

/// Side of the coarse cells in which corners count as touching, in cells of the grid (one pixel).
const REACH: i32 = 4;

/// The pairs of outlines that have corners within about half a pixel of each other; the smaller number first.
pub fn touching(outlines: &[Outline]) -> BTreeSet<(usize, usize)> {
    let mut places: Vec<(i32, i32, usize)> = Vec::new();
    for (area, outline) in outlines.iter().enumerate() {
        for (x, y) in outline.corners() {
            for (shift_x, shift_y) in [(0, 0), (REACH / 2, 0), (0, REACH / 2), (REACH / 2, REACH / 2)] {
                // The four shifted grids are told apart by the remainder of their cells.
                let column = (x + shift_x).div_euclid(REACH) * 2 + i32::from(shift_x > 0);
                let row = (y + shift_y).div_euclid(REACH) * 2 + i32::from(shift_y > 0);
                places.push((column, row, area));
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    let same_place = |one: &(i32, i32, usize), other: &(i32, i32, usize)| one.0 == other.0 && one.1 == other.1;
    let mut pairs = BTreeSet::new();
    for together in places.chunk_by(same_place) {
        for (position, one) in together.iter().enumerate() {
            pairs.extend(together[position + 1..].iter().map(|other| (one.2, other.2)));
        }
    }
    pairs
}

/// A colour number in `0..COLOURS` for each of `count` areas; areas that touch differ wherever six colours allow it.
pub fn colours(count: usize, touching: &BTreeSet<(usize, usize)>) -> Vec<usize> {
    let mut neighbours = vec![Vec::new(); count];
    for &(one, other) in touching {
        if one != other && one < count && other < count {
            neighbours[one].push(other);
            neighbours[other].push(one);
        }
    }
    let mut colours: Vec<Option<usize>> = vec![None; count];
    let mut used = [0_usize; COLOURS];
    for area in smallest_last(&neighbours).into_iter().rev() {
        let mut clashes = [0_usize; COLOURS];
        for neighbour in &neighbours[area] {
            if let Some(colour) = colours[*neighbour] {
                clashes[colour] += 1;
            }
        }
        let best = (0..COLOURS).min_by_key(|colour| (clashes[*colour], used[*colour], *colour)).unwrap_or(0);
        colours[area] = Some(best);
        used[best] += 1;
    }
    colours.into_iter().map(Option::unwrap_or_default).collect()
}

/// The areas in the order in which they are set aside, always one with the fewest neighbours left.
fn smallest_last(neighbours: &[Vec<usize>]) -> Vec<usize> {
    let mut left: Vec<usize> = neighbours.iter().map(Vec::len).collect();
    let mut waiting: BTreeSet<(usize, usize)> = left.iter().copied().enumerate().map(|(area, count)| (count, area)).collect();
    let mut order = Vec::with_capacity(left.len());
    while let Some((_, area)) = waiting.pop_first() {
        order.push(area);
        for &neighbour in &neighbours[area] {
            if waiting.remove(&(left[neighbour], neighbour)) {
                left[neighbour] -= 1;
                waiting.insert((left[neighbour], neighbour));
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_that_touch_differ_in_colour() {
        // A wheel: five areas around a sixth, each touching the next.
        let mut pairs: BTreeSet<(usize, usize)> = (0..5).map(|spoke| (spoke, 5)).collect();
        pairs.extend([(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)]);

        let colours = colours(6, &pairs);

        assert!(pairs.iter().all(|(one, other)| colours[*one] != colours[*other]), "{colours:?}");
    }

    #[test]
    fn outlines_half_a_pixel_apart_touch() {
        let square = |x: i32| Outline { rings: vec![vec![(x, 0), (x + 20, 0), (x + 20, 20), (x, 20)]] };

        let pairs = touching(&[square(0), square(22), square(60)]);

        assert_eq!(pairs.into_iter().collect::<Vec<_>>(), [(0, 1)]);
    }

    #[test]
    fn no_area_has_no_colour() {
        assert!(colours(0, &BTreeSet::new()).is_empty());
    }
}
