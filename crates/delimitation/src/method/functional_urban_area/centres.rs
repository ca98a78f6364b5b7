//! Urban centres of a population grid, and the cities that they make.
//!
//! Source: Dijkstra & Poelman (2012); Dijkstra, Poelman & Veneri (2019). Steps:
//!
//! 1. Cells with at least `density` inhabitants that share a side are a cluster; corners do not join.
//! 2. A cluster of at least `population` inhabitants is an urban centre.
//! 3. Gaps, the cells from which no way leads out of the centre even across corners, are filled, the smallest number of a
//!    centre first; a cell with at least five of its eight neighbours in a centre is added; both again until nothing
//!    changes. No cell has five neighbours in two centres, so the order of the cells does not matter. A cell of another
//!    centre is never taken.
//! 4. A unit with at least `city_share` of its inhabitants on the grid in one centre belongs to the city of that centre; the
//!    largest share decides between two, then the centre that begins further south, then west.
//!
//! Cost: the cells once with a sorted map, and for each centre the rectangle around it.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{UnitIx, UnitVec};

use super::grid::{Cell, Grid};
use crate::error::Error;
use crate::method::cores::Cores;
use crate::method::{Action, Figures, Note, Reason, Step};

/// Neighbours of a cell of which a majority is needed: five of eight.
const MAJORITY: usize = 5;

/// What makes a city on the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Inhabitants of a cell.
    pub density: f64,
    /// Inhabitants of a centre.
    pub population: f64,
    /// Share of the inhabitants of a unit who live in the centre.
    pub city_share: f64,
}

/// Cities, with the log of their units and a note where a centre has none.
pub(super) fn cities(grid: &Grid, units: usize, rule: Rule) -> Result<(Cores, Vec<Step>, Option<Note>), Error> {
    let centre_of = centres(grid, rule);
    let count = centre_of.values().max().map_or(0, |last| last + 1);
    let shares = shares(grid, units, &centre_of);
    let mut found: Vec<Vec<(UnitIx, Figures)>> = vec![Vec::new(); count];
    for (unit, share) in shares.enumerate() {
        if let Some((centre, figures)) = (*share).filter(|(_, figures)| figures.share >= Some(rule.city_share)) {
            found[centre].push((unit, figures));
        }
    }
    let without = found.iter().filter(|city| city.is_empty()).count();
    found.retain(|city| !city.is_empty());
    if found.is_empty() {
        return Err(Error::NoCentre { centres: count, density: rule.density, population: rule.population });
    }
    found.sort_by_key(|city| city[0].0);
    let log = found.iter().flat_map(|city| city.iter().map(|&(unit, figures)| entry(city[0].0, unit, figures))).collect();
    let groups = found.iter().map(|city| city.iter().map(|&(unit, _)| unit).collect()).collect();
    let note = (without > 0).then_some(Note::CentresWithoutCity { centres: without });
    Ok((Cores { groups, reason: Reason::InUrbanCentre }, log, note))
}

fn entry(city: UnitIx, unit: UnitIx, figures: Figures) -> Step {
    Step { to: Some(city), figures, reason: Reason::InUrbanCentre, ..Step::of(Action::Core, unit) }
}

/// The centre that holds most inhabitants of each unit, with how many and their share.
fn shares(grid: &Grid, units: usize, centre_of: &BTreeMap<Cell, usize>) -> UnitVec<Option<(usize, Figures)>> {
    let mut all = UnitVec::filled(units, 0.0);
    let mut inside: UnitVec<BTreeMap<usize, f64>> = UnitVec::filled(units, BTreeMap::new());
    for part in grid.parts() {
        let Some(unit) = part.unit else { continue };
        all[unit] += part.inhabitants;
        if let Some(&centre) = centre_of.get(&part.cell()) {
            *inside[unit].entry(centre).or_default() += part.inhabitants;
        }
    }
    let figures = |unit: UnitIx, persons: f64| {
        let share = (all[unit] > 0.0).then(|| persons / all[unit]);
        Figures { share, persons: Some(persons), ..Figures::default() }
    };
    let most = |centres: &BTreeMap<usize, f64>| {
        centres
            .iter()
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .map(|(&centre, &persons)| (centre, persons))
    };
    inside.enumerate().map(|(unit, centres)| most(centres).map(|(centre, persons)| (centre, figures(unit, persons)))).collect()
}

/// The number of the urban centre of each cell in one, from south to north, then from west to east.
pub(super) fn centres(grid: &Grid, rule: Rule) -> BTreeMap<Cell, usize> {
    let dense: BTreeMap<Cell, f64> = grid.cells().into_iter().filter(|&(_, inhabitants)| inhabitants >= rule.density).collect();
    let mut clusters = clusters(&dense);
    clusters.retain(|cluster| cluster.iter().map(|cell| dense[cell]).sum::<f64>() >= rule.population);
    let numbered = clusters.iter().enumerate().flat_map(|(centre, cells)| cells.iter().map(move |&cell| (cell, centre)));
    let mut centre_of: BTreeMap<Cell, usize> = numbered.collect();
    loop {
        let before = centre_of.len();
        let mut cells: Vec<Vec<Cell>> = vec![Vec::new(); clusters.len()];
        for (&cell, &centre) in &centre_of {
            cells[centre].push(cell);
        }
        for (centre, cells) in cells.iter().enumerate() {
            fill(centre, cells, &mut centre_of);
        }
        smooth(&mut centre_of);
        if centre_of.len() == before {
            return centre_of;
        }
    }
}

/// Cells that share a side with another of the same cluster.
fn clusters(dense: &BTreeMap<Cell, f64>) -> Vec<BTreeSet<Cell>> {
    let mut left: BTreeSet<Cell> = dense.keys().copied().collect();
    let mut clusters = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut cluster = BTreeSet::from([first]);
        let mut front = vec![first];
        while let Some(cell) = front.pop() {
            for beside in sides(cell).into_iter().filter(|beside| left.remove(beside)) {
                cluster.insert(beside);
                front.push(beside);
            }
        }
        clusters.push(cluster);
    }
    clusters
}

/// Adds the cells from which no way leads out of a centre.
fn fill(centre: usize, cells: &[Cell], centre_of: &mut BTreeMap<Cell, usize>) {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
    let columns = || cells.iter().map(|cell| cell.1);
    let (west, east) =
        (columns().min().unwrap_or(first.1).saturating_sub(1), columns().max().unwrap_or(last.1).saturating_add(1));
    let rows = first.0.saturating_sub(1)..=last.0.saturating_add(1);
    let mut left: BTreeSet<Cell> = rows.clone().flat_map(|row| (west..=east).map(move |column| (row, column))).collect();
    for cell in cells {
        left.remove(cell);
    }
    let corner = (*rows.start(), west);
    left.remove(&corner);
    let mut front = vec![corner];
    while let Some(cell) = front.pop() {
        front.extend(around(cell).filter(|beside| left.remove(beside)));
    }
    for gap in left {
        centre_of.entry(gap).or_insert(centre);
    }
}

/// Adds cells that have a majority of their neighbours in one centre, until there are none.
fn smooth(centre_of: &mut BTreeMap<Cell, usize>) {
    let mut front: BTreeSet<Cell> = centre_of.keys().flat_map(|&cell| around(cell)).collect();
    while let Some(cell) = front.pop_first() {
        if centre_of.contains_key(&cell) {
            continue;
        }
        if let Some(centre) = majority(cell, centre_of) {
            centre_of.insert(cell, centre);
            front.extend(around(cell));
        }
    }
}

/// The centre that most neighbours of a cell lie in.
fn majority(cell: Cell, centre_of: &BTreeMap<Cell, usize>) -> Option<usize> {
    let near: Vec<usize> = around(cell).filter_map(|beside| centre_of.get(&beside).copied()).collect();
    let votes = |centre: usize| near.iter().filter(|other| **other == centre).count();
    near.iter().copied().find(|&centre| votes(centre) >= MAJORITY)
}

fn sides((row, column): Cell) -> [Cell; 4] {
    let (south, north) = (row.saturating_sub(1), row.saturating_add(1));
    let (west, east) = (column.saturating_sub(1), column.saturating_add(1));
    [(south, column), (row, west), (row, east), (north, column)]
}

/// The eight cells around one.
fn around((row, column): Cell) -> impl Iterator<Item = Cell> {
    let rows = row.saturating_sub(1)..=row.saturating_add(1);
    let columns = move || column.saturating_sub(1)..=column.saturating_add(1);
    rows.flat_map(move |row| columns().map(move |column| (row, column))).filter(move |&beside| beside != (row, column))
}

#[cfg(test)]
mod tests {
    use super::super::grid::Part;
    use super::*;

    const RULE: Rule = Rule { density: 1_500.0, population: 50_000.0, city_share: 0.5 };

    /// A drawing of cells from north to south, a digit for ten thousand inhabitants and `.` for none.
    fn drawn(drawing: &[&str]) -> Grid {
        let mut parts = Vec::new();
        for (row, line) in drawing.iter().rev().enumerate() {
            for (column, letter) in line.chars().enumerate() {
                let place = |number: usize| i32::try_from(number).expect("a small drawing");
                let inhabitants = letter.to_digit(10).map_or(0.0, |digit| f64::from(digit) * 10_000.0);
                parts.push(Part { column: place(column), row: place(row), inhabitants, unit: Some(UnitIx::new(column)) });
            }
        }
        Grid::new(parts).expect("inhabitants")
    }

    /// The same drawing with the letter of the centre of each cell.
    fn told(drawing: &[&str]) -> Vec<String> {
        let centre_of = centres(&drawn(drawing), RULE);
        let height = i32::try_from(drawing.len()).expect("a small drawing");
        let width = i32::try_from(drawing[0].len()).expect("a small drawing");
        let letter =
            |cell: Cell| centre_of.get(&cell).map_or('.', |&centre| char::from(b'a' + u8::try_from(centre).expect("few")));
        (0..height).rev().map(|row| (0..width).map(|column| letter((row, column))).collect()).collect()
    }

    #[test]
    fn centres_of_drawn_grids_are_those_found_by_hand() {
        let cases: [(&str, &[&str], &[&str]); 7] = [
            ("two cells by a side reach the size", &["23."], &["aa."]),
            ("two cells by a corner do not", &["2..", ".3."], &["...", "..."]),
            ("a cluster below the size is none", &["22.5"], &["...a"]),
            ("a gap is filled", &["111", "1.1", "111"], &["aaa", "aaa", "aaa"]),
            // The middle of the lower edge has five neighbours in the centre, the corner cell only three.
            ("a bay of the edge is smoothed", &["111", "111", "1.1", "..."], &["aaa", "aaa", "aaa", "..."]),
            ("a straight edge is kept", &["11111", "....."], &["aaaaa", "....."]),
            ("two centres touch by a corner and stay two", &["5.", ".5"], &["b.", ".a"]),
        ];
        for (name, drawing, expected) in cases {
            assert_eq!(told(drawing), expected, "{name}");
        }
    }

    #[test]
    fn a_gap_with_a_way_out_across_a_corner_closes_by_its_majority() {
        assert_eq!(told(&["111", "1.1", ".11"]), ["aaa", "aaa", ".aa"]);
    }

    #[test]
    fn a_unit_is_a_city_from_half_of_its_inhabitants_on() {
        let part = |column, inhabitants, unit| Part { column, row: 0, inhabitants, unit: Some(UnitIx::new(unit)) };
        // The centre is columns 0 to 2 with 60,000. Unit 0: 30,000 of 30,000; unit 1: 10,000 of 20,000; unit 2: 20,000 of
        // 40,100, a hair under half.
        let outside =
            [part(10, 1_400.0, 1), part(12, 1_400.0, 1), part(14, 1_400.0, 1), part(16, 1_400.0, 1), part(18, 1_400.0, 1)];
        let more = [part(20, 1_400.0, 1), part(22, 1_400.0, 1), part(24, 200.0, 1), part(26, 1_499.0, 2), part(28, 18_601.0, 2)];
        let centre = [part(0, 30_000.0, 0), part(1, 10_000.0, 1), part(2, 20_000.0, 2)];
        let grid = Grid::new([centre.as_slice(), &outside, &more].concat()).expect("inhabitants");

        let (cores, log, note) = cities(&grid, 4, RULE).expect("a centre");

        assert_eq!(cores.groups, [vec![UnitIx::new(0), UnitIx::new(1)]]);
        let told: Vec<_> = log.iter().map(|step| (step.unit.get(), step.figures.share, step.figures.persons)).collect();
        assert_eq!(told, [(0, Some(1.0), Some(30_000.0)), (1, Some(0.5), Some(10_000.0))]);
        assert_eq!(note, None);
    }

    #[test]
    fn a_centre_in_which_no_unit_has_its_half_is_told() {
        let part = |column, inhabitants, unit: Option<usize>| Part { column, row: 0, inhabitants, unit: unit.map(UnitIx::new) };
        let grid = Grid::new(vec![part(0, 50_000.0, Some(0)), part(5, 60_000.0, None)]).expect("inhabitants");

        let (cores, _, note) = cities(&grid, 1, RULE).expect("one city");

        assert_eq!(cores.groups, [vec![UnitIx::new(0)]]);
        assert_eq!(note, Some(Note::CentresWithoutCity { centres: 1 }));
        let none = cities(&grid, 1, Rule { population: 100_000.0, ..RULE });
        let refusal = none.err().expect("no centre of that size").to_string();
        assert!(refusal.starts_with("the grid has 0 urban centres"), "{refusal}");
    }

    proptest::proptest! {
        #[test]
        fn the_order_of_rows_changes_nothing_and_no_gap_stays(cells in proptest::collection::vec(0_u8..4, 64)) {
            let part = |(at, &many): (usize, &u8)| {
                let place = |number: usize| i32::try_from(number).unwrap_or_default();
                Part { column: place(at % 8), row: place(at / 8), inhabitants: f64::from(many) * 1_000.0, unit: None }
            };
            let parts: Vec<Part> = cells.iter().enumerate().map(part).collect();
            let rule = Rule { population: 6_000.0, ..RULE };

            let found = centres(&Grid::new(parts.clone()).expect("inhabitants"), rule);

            let turned = Grid::new(parts.into_iter().rev().collect()).expect("inhabitants");
            proptest::prop_assert_eq!(&centres(&turned, rule), &found);
            for cell in (0..8).flat_map(|row| (0..8).map(move |column| (row, column))) {
                proptest::prop_assert!(found.contains_key(&cell) || majority(cell, &found).is_none(), "{cell:?}");
            }
        }
    }
}
