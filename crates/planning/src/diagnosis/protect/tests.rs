//! Protected tables against tables by hand, and against an attacker who tries every table that fits what is shown.

use proptest::prelude::*;

use super::*;

fn table(counts: &[&[u64]]) -> CountTable {
    CountTable::new(counts.iter().map(|row| row.to_vec()).collect()).expect("rows of one length")
}

const fn n(count: u64) -> Shown {
    Shown::Count(count)
}

const X: Shown = Shown::Suppressed;

#[test]
fn a_small_count_takes_the_cheapest_rectangle_with_it() {
    let table = table(&[&[12, 3, 20], &[30, 40, 9], &[25, 18, 31]]);

    let shown = protect(&table, THRESHOLD);

    // To raise the 3 by 4, another of its row and another of its column give 4, and the count across takes them. The cheapest
    // such rectangle is that of 12, 18 and 25 (58 with one for each); that of 20, 40 and 9 costs 72, that of 20, 18 and 31 72,
    // that of 12, 40 and 30 85.
    assert_eq!(shown.cells, [vec![X, X, n(20)], vec![n(30), n(40), n(9)], vec![X, X, n(31)]]);
    assert_eq!((shown.row_totals, shown.column_totals), (vec![n(35), n(79), n(74)], vec![n(67), n(61), n(60)]));
    assert_eq!(shown.total, n(188));
}

#[test]
fn a_table_without_small_counts_is_shown_whole_and_an_empty_one_has_nothing_to_show() {
    let whole = protect(&table(&[&[5, 6], &[7, 8]]), THRESHOLD);
    let nobody = protect(&table(&[&[0, 0], &[0, 0]]), THRESHOLD);

    assert_eq!(whole.cells, [[n(5), n(6)], [n(7), n(8)]]);
    assert!(nobody.cells.iter().flatten().chain(&nobody.row_totals).chain([&nobody.total]).all(|shown| *shown == X));
    assert_eq!(protect(&table(&[]), THRESHOLD).total, X, "nothing was counted");
}

#[test]
fn suppressing_small_counts_alone_is_found_out_by_the_check() {
    let counts = table(&[&[12, 3], &[30, 40]]);
    let naive = ProtectedTable {
        cells: vec![vec![n(12), X], vec![n(30), n(40)]],
        row_totals: vec![n(15), n(70)],
        column_totals: vec![n(42), n(43)],
        total: n(85),
    };

    let found = exposed(&counts, &naive, THRESHOLD);

    let spot = Spot { row: Some(0), column: Some(1) };
    assert_eq!(found, [Exposed { spot, bounds: Bounds { least: 3, most: Some(3) } }]);
    assert_eq!(exposed(&counts, &protect(&counts, THRESHOLD), THRESHOLD), []);
}

#[test]
fn two_small_counts_that_add_up_to_little_are_not_enough_for_each_other() {
    // 1 and 0 in one row, of which the total of 21 and the 20 are known: each would lie between 0 and 1.
    let counts = table(&[&[1, 0, 20], &[30, 40, 50]]);
    let mut naive = protect(&table(&[&[5, 5, 20], &[30, 40, 50]]), THRESHOLD);
    naive.cells[0] = vec![X, X, n(20)];
    naive.cells[1] = vec![X, X, n(50)];
    naive.row_totals[0] = n(21);
    naive.column_totals = vec![n(31), n(40), n(70)];
    naive.total = n(141);

    let bounds: Vec<Bounds> = exposed(&counts, &naive, THRESHOLD).into_iter().map(|exposed| exposed.bounds).collect();

    assert_eq!(bounds[..2], [Bounds { least: 0, most: Some(1) }, Bounds { least: 0, most: Some(1) }]);
    assert_eq!(exposed(&counts, &protect(&counts, THRESHOLD), THRESHOLD), []);
}

#[test]
fn lists_are_as_worked_out_by_hand() {
    let cases = [
        ("nothing small", vec![Some(5), Some(9)], Total::Here(14), (vec![n(5), n(9)], Some(n(14)))),
        ("one small takes the next smallest", vec![Some(2), Some(9), Some(7)], Total::Here(18), (vec![X, n(9), X], Some(n(18)))),
        ("two that can vary enough", vec![Some(4), Some(4), Some(9)], Total::Here(17), (vec![X, X, n(9)], Some(n(17)))),
        ("two that cannot", vec![Some(1), Some(1), Some(9)], Total::Here(11), (vec![X, X, X], Some(n(11)))),
        ("no other to take: the total", vec![Some(3)], Total::Here(3), (vec![X], Some(X))),
        ("no total, nothing to reckon with", vec![Some(3), Some(8)], Total::Nowhere, (vec![X, n(8)], None)),
        (
            "a secret under a total of the source",
            vec![None, Some(8), Some(6)],
            Total::Elsewhere(20),
            (vec![X, n(8), X], Some(n(20))),
        ),
        ("a secret alone", vec![None], Total::Elsewhere(20), (vec![X], Some(n(20)))),
    ];
    for (name, counts, total, (expected, of_all)) in cases {
        let found = protect_list(&counts, total, THRESHOLD).expect("sums agree");

        assert_eq!((found.counts.clone(), found.total), (expected, of_all), "{name}");
        let exposed = exposed_in_list(&counts, total, &found, THRESHOLD).expect("sums agree");
        assert_eq!(exposed.is_empty(), name != "a secret alone", "{name}: {exposed:?}");
    }
}

#[test]
fn counts_that_do_not_fit_are_refused() {
    assert_eq!(CountTable::new(vec![vec![1, 2], vec![3]]), Err(ProtectError::Ragged { row: 1, given: 1, wanted: 2 }));
    assert_eq!(CountTable::new(vec![vec![u64::MAX, 2]]), Err(ProtectError::TooLarge));
    let differs = ProtectError::TotalDiffers { total: 9, sum: 12 };
    assert_eq!(protect_list(&[Some(12), None], Total::Here(9), 5), Err(differs));
    let differs = ProtectError::TotalDiffers { total: 13, sum: 12 };
    assert_eq!(protect_list(&[Some(12)], Total::Here(13), 5), Err(differs));
}

/// Somebody who knows what is shown and tries every table of counts up to a limit.
struct Attacker<'a> {
    shown: &'a ProtectedTable,
    rows: usize,
    columns: usize,
    limit: u64,
    /// The least and most of each count that fits, row by row, with the totals.
    found: Vec<Option<(u64, u64)>>,
}

impl Attacker<'_> {
    fn fits(shown: Shown, value: u64) -> bool {
        shown == X || shown == n(value)
    }

    fn attack(&mut self, counts: &mut Vec<u64>) {
        let (at, columns) = (counts.len(), self.columns);
        if at > 0 && at.is_multiple_of(columns) {
            let sum = counts[at - columns..].iter().sum();
            if !Self::fits(self.shown.row_totals[at / columns - 1], sum) {
                return;
            }
        }
        if at == self.rows * columns {
            return self.note(counts);
        }
        let options = match self.shown.cells[at / columns][at % columns] {
            Shown::Count(count) => count..=count,
            Shown::Suppressed => 0..=self.limit,
        };
        for option in options {
            counts.push(option);
            self.attack(counts);
            counts.pop();
        }
    }

    fn note(&mut self, counts: &[u64]) {
        let of_column = |column: usize| counts.iter().skip(column).step_by(self.columns).sum::<u64>();
        let of_columns: Vec<u64> = (0..self.columns).map(of_column).collect();
        let total = counts.iter().sum();
        let is_possible = of_columns.iter().zip(&self.shown.column_totals).all(|(sum, shown)| Self::fits(*shown, *sum));
        if !is_possible || !Self::fits(self.shown.total, total) {
            return;
        }
        let mut all = Vec::new();
        for row in counts.chunks(self.columns) {
            all.extend_from_slice(row);
            all.push(row.iter().sum());
        }
        all.extend(of_columns);
        all.push(total);
        self.found.resize(all.len(), None);
        for (found, value) in self.found.iter_mut().zip(all) {
            *found = Some(found.map_or((value, value), |(least, most)| (least.min(value), most.max(value))));
        }
    }
}

fn counts() -> impl Strategy<Value = Vec<Vec<u64>>> {
    (2..4_usize).prop_flat_map(|columns| proptest::collection::vec(proptest::collection::vec(0..7_u64, columns), 2))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// A threshold of 3 keeps the number of tables to try small; the attacker looks at counts up to 9.
    #[test]
    fn whoever_tries_every_table_learns_no_suppressed_count(counts in counts()) {
        let table = CountTable::new(counts.clone())?;
        let shown = protect(&table, 3);

        let (rows, columns) = (counts.len(), counts[0].len());
        let mut attacker = Attacker { shown: &shown, rows, columns, limit: 9, found: Vec::new() };
        attacker.attack(&mut Vec::new());

        let spots = (0..=rows).flat_map(|row| (0..=columns).map(move |column| (row, column)));
        for ((row, column), found) in spots.zip(&attacker.found) {
            let spot = Spot { row: (row < rows).then_some(row), column: (column < columns).then_some(column) };
            let (least, most) = found.expect("the true table fits");
            match shown.at(spot).expect("a place") {
                Shown::Count(count) => {
                    prop_assert!(count >= 3 && (least, most) == (count, count), "{:?} is shown", spot);
                }
                Shown::Suppressed => prop_assert!(most - least >= 2, "{:?} lies from {} to {}", spot, least, most),
            }
        }
        prop_assert_eq!(exposed(&table, &shown, 3), []);
    }

    /// Whatever is suppressed, sensibly or not: the bounds of the check are what trying every table finds.
    #[test]
    fn the_bounds_of_the_check_are_those_of_trying_every_table(
        counts in counts(),
        hidden in proptest::collection::vec(proptest::bool::weighted(0.6), 12),
    ) {
        let table = CountTable::new(counts.clone())?;
        let mut shown = protect(&table, 0);
        let cells: Vec<&mut Shown> = shown.cells.iter_mut().flatten().collect();
        cells.into_iter().zip(&hidden).filter(|(_, hidden)| **hidden).for_each(|(cell, _)| *cell = X);
        shown.row_totals.iter_mut().zip(&hidden[6..]).filter(|(_, hidden)| **hidden).for_each(|(total, _)| *total = X);

        // The totals of columns are shown: no count can be above 12, and all bounds are finite.
        let (rows, columns) = (counts.len(), counts[0].len());
        let mut attacker = Attacker { shown: &shown, rows, columns, limit: 12, found: Vec::new() };
        attacker.attack(&mut Vec::new());

        // With a threshold beyond all counts every suppressed count is told.
        for Exposed { spot, bounds } in exposed(&table, &shown, 1_000) {
            let at = spot.row.unwrap_or(rows) * (columns + 1) + spot.column.unwrap_or(columns);
            let (least, most) = attacker.found[at].expect("the true table fits");
            prop_assert_eq!((bounds.least, bounds.most), (least, Some(most)), "{:?}", spot);
        }
    }

    #[test]
    fn a_larger_table_passes_its_check_and_hides_totals_last(
        counts in proptest::collection::vec(proptest::collection::vec(0..60_u64, 8), 5),
    ) {
        let table = CountTable::new(counts.clone())?;

        let shown = protect(&table, THRESHOLD);

        prop_assert_eq!(exposed(&table, &shown, THRESHOLD), []);
        prop_assert_eq!(&shown, &protect(&table, THRESHOLD));
        prop_assert_eq!(shown.total, n(counts.iter().flatten().sum()));
    }
}
