//! Tables by hand and by chance; that nobody narrows a hidden count down is tried where the tables are protected.

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

proptest! {
    #[test]
    fn no_small_count_is_shown_and_none_is_reckoned_back(
        counts in (1_usize..6, 1_usize..5).prop_flat_map(|(rows, columns)| {
            prop::collection::vec(prop::collection::vec(0_u32..25, columns), rows)
        }),
        adds_up in any::<bool>(),
    ) {
        let rows: Vec<&[u32]> = counts.iter().map(Vec::as_slice).collect();
        let table = CountTable { adds_up, ..table(&rows) };

        let shown = protected(&table);

        for (given, shown) in counts.iter().flatten().zip(shown.cells.iter().flatten()) {
            prop_assert!(shown.is_none_or(|shown| shown == *given && shown >= 5));
        }
        // Of a list with its total two at least are hidden, or the total is.
        for column in 0..counts[0].len() {
            let hidden = shown.cells.iter().filter(|row| row[column].is_none()).count();
            prop_assert!(hidden != 1 || shown.column_totals[column].is_none(), "{shown:?}");
        }
    }
}
