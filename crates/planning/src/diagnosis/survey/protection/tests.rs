//! Tables by hand, and tables by chance against an attacker who solves the equations of the totals.

use proptest::prelude::*;

use super::*;

fn table(counts: &[&[u32]]) -> CountTable {
    let width = counts.first().map_or(0, |row| row.len());
    CountTable {
        rows: (0..counts.len()).map(|row| Some(row.to_string())).collect(),
        columns: (0..width).map(|column| column.to_string()).collect(),
        counts: counts.iter().map(|row| row.to_vec()).collect(),
        adds_up: true,
    }
}

#[test]
fn large_counts_stay_as_they_are() {
    let shown = protected(&table(&[&[5, 6], &[7, 8]]));

    assert_eq!(shown.cells, [[Some(5), Some(6)], [Some(7), Some(8)]]);
    assert_eq!((shown.row_totals, shown.column_totals), (vec![Some(11), Some(15)], vec![Some(12), Some(14)]));
    assert_eq!(shown.total, Some(26));
}

#[test]
fn a_small_count_takes_others_with_it_until_nobody_reckons_it_back() {
    // 3 is small; the next smallest of its row and column go too, and the fourth of the circuit.
    let shown = protected(&table(&[&[3, 9, 20], &[8, 10, 30], &[40, 50, 60]]));

    assert_eq!(shown.cells[0], [None, None, Some(20)]);
    assert_eq!(shown.cells[1], [None, None, Some(30)]);
    assert_eq!(shown.cells[2], [Some(40), Some(50), Some(60)]);
    assert_eq!(shown.total, Some(230));
}

#[test]
fn two_small_counts_whose_sum_is_small_too_are_not_told_by_their_total() {
    // 1 and 2 are hidden, but 22 less 19 would say that they make 3 together.
    let shown = protected(&table(&[&[1, 2, 19], &[10, 11, 12]]));

    assert_eq!(shown.cells[0], [None, None, None]);
}

#[test]
fn one_column_of_counts_hides_two_at_least_or_the_total() {
    let column = |counts: &[u32]| CountTable {
        rows: (0..counts.len()).map(|row| Some(row.to_string())).collect(),
        columns: vec![String::new()],
        counts: counts.iter().map(|count| vec![*count]).collect(),
        adds_up: false,
    };

    let two = protected(&column(&[2, 8, 30]));
    assert_eq!((two.cells, two.column_totals), (vec![vec![None], vec![None], vec![Some(30)]], vec![Some(40)]));
    let few = protected(&column(&[1]));
    assert_eq!((few.cells, few.column_totals, few.total), (vec![vec![None]], vec![None], None));
    assert!(protected(&column(&[])).cells.is_empty());
}

/// Whether the hidden count is the same in every table of real numbers with these totals: Gauss, by hand.
fn is_determined(counts: &[Vec<u32>], hidden: &[Vec<bool>], spot: (usize, usize)) -> bool {
    let (height, width) = (counts.len(), counts[0].len());
    let unknown: Vec<(usize, usize)> =
        (0..height).flat_map(|r| (0..width).map(move |c| (r, c))).filter(|(r, c)| hidden[*r][*c]).collect();
    let sign = |at: usize, last: usize| if at == last { -1.0 } else { 1.0 };
    let mut lines: Vec<Vec<f64>> = Vec::new();
    for r in 0..height {
        lines.push(unknown.iter().map(|(ur, uc)| if *ur == r { sign(*uc, width - 1) } else { 0.0 }).collect());
    }
    for c in 0..width {
        lines.push(unknown.iter().map(|(ur, uc)| if *uc == c { sign(*ur, height - 1) } else { 0.0 }).collect());
    }
    let target = unknown.iter().position(|other| *other == spot).expect("it is hidden");
    // It is determined if its unit vector lies in the span of the lines: the rank does not grow with it.
    let rank = |mut lines: Vec<Vec<f64>>| {
        let mut rank = 0;
        for column in 0..unknown.len() {
            let Some(pivot) = (rank..lines.len()).find(|row| lines[*row][column].abs() > 1e-9) else { continue };
            lines.swap(rank, pivot);
            let lead = lines[rank].clone();
            for row in lines.iter_mut().skip(rank + 1) {
                let factor = row[column] / lead[column];
                row.iter_mut().zip(&lead).for_each(|(value, lead)| *value -= factor * lead);
            }
            rank += 1;
        }
        rank
    };
    let mut with = lines.clone();
    with.push((0..unknown.len()).map(|at| f64::from(u8::from(at == target))).collect());
    rank(with) == rank(lines)
}

proptest! {
    #[test]
    fn nobody_who_solves_the_equations_of_the_totals_finds_a_small_count(
        counts in (1_usize..6, 1_usize..5).prop_flat_map(|(rows, columns)| {
            prop::collection::vec(prop::collection::vec(0_u32..25, columns), rows)
        })
    ) {
        let rows: Vec<&[u32]> = counts.iter().map(Vec::as_slice).collect();
        let mut grid = Grid::of(&table(&rows));
        while let Some((row, column)) = grid.next() {
            grid.hidden[row][column] = true;
        }

        for (row, line) in grid.counts.iter().enumerate() {
            for (column, count) in line.iter().enumerate() {
                prop_assert!(grid.hidden[row][column] || *count >= LEAST);
                if grid.hidden[row][column] {
                    prop_assert!(!is_determined(&grid.counts, &grid.hidden, (row, column)), "{row} {column} {:?}", grid.hidden);
                }
            }
        }
    }
}
