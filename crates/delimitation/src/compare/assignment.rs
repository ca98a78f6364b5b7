//! Which area became which: a one-to-one assignment with as much in common as can be.
//!
//! Kuhn & Munkres' method by shortest augmenting paths with potentials, after splitting the table into parts that share
//! nothing, since areas far apart never compete. Cost: the cube of the largest part.

use std::collections::BTreeMap;

use miedza_territory::AreaIx;

/// Pairs with a common weight above 0, ascending, each area at most once on its side, the sum of weights largest.
pub(super) fn largest(cells: &BTreeMap<(AreaIx, AreaIx), f64>) -> Vec<(AreaIx, AreaIx)> {
    let mut pairs = Vec::new();
    for part in parts(cells) {
        pairs.extend(solve(&part).into_iter().filter(|pair| cells.get(pair).is_some_and(|&weight| weight > 0.0)));
    }
    pairs.sort_unstable();
    pairs
}

type Cell = ((AreaIx, AreaIx), f64);

/// Splits the table into parts that have no row and no column in common.
fn parts(cells: &BTreeMap<(AreaIx, AreaIx), f64>) -> Vec<Vec<Cell>> {
    let mut columns: BTreeMap<AreaIx, Vec<AreaIx>> = BTreeMap::new();
    let mut rows: BTreeMap<AreaIx, Vec<AreaIx>> = BTreeMap::new();
    for &(row, column) in cells.keys() {
        rows.entry(row).or_default().push(column);
        columns.entry(column).or_default().push(row);
    }
    let mut part_of: BTreeMap<AreaIx, usize> = BTreeMap::new();
    let mut parts: Vec<Vec<Cell>> = Vec::new();
    for &start in rows.keys() {
        if part_of.contains_key(&start) {
            continue;
        }
        part_of.insert(start, parts.len());
        let mut front = vec![start];
        while let Some(row) = front.pop() {
            for other in rows[&row].iter().flat_map(|column| &columns[column]) {
                if part_of.insert(*other, parts.len()).is_none() {
                    front.push(*other);
                }
            }
        }
        parts.push(Vec::new());
    }
    for (&(row, column), &weight) in cells {
        parts[part_of[&row]].push(((row, column), weight));
    }
    parts
}

/// Solves one part: smallest cost with cost = −weight, on a square table filled up with zeros.
fn solve(part: &[Cell]) -> Vec<(AreaIx, AreaIx)> {
    let mut rows: Vec<AreaIx> = part.iter().map(|((row, _), _)| *row).collect();
    let mut columns: Vec<AreaIx> = part.iter().map(|((_, column), _)| *column).collect();
    rows.dedup();
    columns.sort_unstable();
    columns.dedup();
    let side = rows.len().max(columns.len());
    let mut cost = vec![vec![0.0; side]; side];
    for ((row, column), weight) in part {
        let place = |list: &[AreaIx], area: &AreaIx| list.binary_search(area).expect("listed above");
        cost[place(&rows, row)][place(&columns, column)] = -weight;
    }
    let row_of = Augmenting::over(&cost).run();
    let named = row_of.into_iter().enumerate().filter_map(|(column, row)| Some((*rows.get(row)?, *columns.get(column)?)));
    named.collect()
}

/// The state of the method; row and column 0 are a place to start from.
struct Augmenting<'a> {
    cost: &'a [Vec<f64>],
    row_potential: Vec<f64>,
    column_potential: Vec<f64>,
    row_of: Vec<usize>,
    came_from: Vec<usize>,
}

impl<'a> Augmenting<'a> {
    fn over(cost: &'a [Vec<f64>]) -> Self {
        let places = cost.len() + 1;
        Self {
            cost,
            row_potential: vec![0.0; places],
            column_potential: vec![0.0; places],
            row_of: vec![0; places],
            came_from: vec![0; places],
        }
    }

    /// The row of each column, both counted from 0.
    fn run(mut self) -> Vec<usize> {
        for row in 1..=self.cost.len() {
            self.row_of[0] = row;
            let mut column = self.shortest_path();
            while column != 0 {
                let before = self.came_from[column];
                self.row_of[column] = self.row_of[before];
                column = before;
            }
        }
        self.row_of.into_iter().skip(1).map(|row| row - 1).collect()
    }

    /// Grows the cheapest path from column 0 until it reaches a column without a row.
    fn shortest_path(&mut self) -> usize {
        let places = self.row_of.len();
        let mut slack = vec![f64::INFINITY; places];
        let mut used = vec![false; places];
        let mut column = 0;
        while self.row_of[column] != 0 {
            used[column] = true;
            let row = self.row_of[column];
            let mut nearest = (f64::INFINITY, 0);
            for next in (1..places).filter(|&next| !used[next]) {
                let reduced = self.cost[row - 1][next - 1] - self.row_potential[row] - self.column_potential[next];
                if reduced < slack[next] {
                    slack[next] = reduced;
                    self.came_from[next] = column;
                }
                if slack[next] < nearest.0 {
                    nearest = (slack[next], next);
                }
            }
            self.shift(nearest.0, &used, &mut slack);
            column = nearest.1;
        }
        column
    }

    fn shift(&mut self, by: f64, used: &[bool], slack: &mut [f64]) {
        for (place, &is_used) in used.iter().enumerate() {
            if is_used {
                self.row_potential[self.row_of[place]] += by;
                self.column_potential[place] -= by;
            } else {
                slack[place] -= by;
            }
        }
    }
}
