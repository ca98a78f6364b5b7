//! How wide the columns of a table are: as wide as their shares say, but none narrower than its longest word, so that no writer
//! has to break a word in two.

use crate::document::{Column, Table};
use crate::figure::text_width;

/// How many times wider strong letters are.
const STRONG: f64 = 1.07;

/// The room that a table has on a page, in points.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Width of the whole table.
    pub width: f64,
    /// Size of the letters.
    pub letters: f64,
    /// What stands left and right of the letters of a cell, both together.
    pub padding: f64,
}

impl Room {
    /// Whether all columns can be as wide as their longest word.
    pub fn holds(&self, table: &Table) -> bool {
        self.least(table).iter().sum::<f64>() <= self.width
    }

    /// Widths of the columns in points; together they fill the room.
    pub fn widths(&self, table: &Table) -> Vec<f64> {
        let least = self.least(table);
        let needed: f64 = least.iter().sum();
        if needed >= self.width {
            return least.iter().map(|width| width * self.width / needed).collect();
        }
        let shares: Vec<f64> = table.columns.iter().map(|column| f64::from(column.width.max(1))).collect();
        let mut widths: Vec<Option<f64>> = vec![None; least.len()];
        // What would be squeezed by its share gets what it needs; the rest share what is left, until nobody is squeezed.
        loop {
            let left = self.width - widths.iter().flatten().sum::<f64>();
            let open: f64 = shares.iter().zip(&widths).filter(|(_, width)| width.is_none()).map(|(share, _)| share).sum();
            let squeezed: Vec<usize> =
                (0..least.len()).filter(|at| widths[*at].is_none() && left * shares[*at] / open < least[*at]).collect();
            if squeezed.is_empty() {
                return shares.iter().zip(&widths).map(|(share, width)| width.unwrap_or(left * share / open)).collect();
            }
            squeezed.into_iter().for_each(|at| widths[at] = Some(least[at]));
        }
    }

    /// The least width of each column: its longest word with what stands beside it.
    fn least(&self, table: &Table) -> Vec<f64> {
        let word = |text: &str| longest_word(text, self.letters);
        let of_column = |(at, column): (usize, &Column)| {
            let head = word(&column.title) * STRONG;
            let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| word(cell));
            let total = table.totals.iter().filter_map(|row| row.get(at)).map(|cell| word(cell) * STRONG);
            cells.chain(total).chain([word(&column.unit)]).fold(head, f64::max) + self.padding
        };
        table.columns.iter().enumerate().map(of_column).collect()
    }
}

/// Width of the longest piece of a text that no line is broken in: lines break at spaces and behind hyphens.
fn longest_word(text: &str, letters: f64) -> f64 {
    let pieces = text.split([' ', '\n']).flat_map(|word| word.split_inclusive(['-', '–']));
    pieces.map(|piece| text_width(piece, letters)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::ColumnKind;

    fn table(cells: &[&str]) -> Table {
        let column = |_: &&str| Column { title: String::new(), unit: String::new(), kind: ColumnKind::Text, width: 10 };
        Table {
            columns: cells.iter().map(column).collect(),
            rows: vec![cells.iter().map(|cell| (*cell).to_owned()).collect()],
            ..Table::default()
        }
    }

    const ROOM: Room = Room { width: 300.0, letters: 9.0, padding: 6.0 };

    #[test]
    fn no_column_is_narrower_than_its_longest_word_and_all_fill_the_room() {
        let table = table(&["konstantynopolitańczykowianeczka", "1", "gmina miejsko-wiejska", "2"]);

        let widths = ROOM.widths(&table);

        assert!(widths[0] >= longest_word("konstantynopolitańczykowianeczka", 9.0) + 6.0, "{widths:?}");
        assert!((widths.iter().sum::<f64>() - 300.0).abs() < 1e-6, "{widths:?}");
        assert!((widths[1] - widths[3]).abs() < 1e-9, "equal shares stay equal: {widths:?}");
    }

    #[test]
    fn a_table_without_squeezed_words_keeps_its_shares() {
        assert_eq!(ROOM.widths(&table(&["a", "b", "c"])), [100.0, 100.0, 100.0]);
    }

    #[test]
    fn too_many_long_words_share_what_there_is() {
        let table = table(&["konstantynopolitańczykowianeczka"; 4]);

        assert!(!ROOM.holds(&table));
        assert_eq!(ROOM.widths(&table), [75.0; 4]);
    }
}
