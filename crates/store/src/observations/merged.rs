//! What becomes of the values of one unit when a file brings others; no database here.

use miedza_planning::diagnosis::Cell;
use miedza_territory::{Missing, Period, Value};

use super::Empty;
use super::packed::Cells;

/// Old and new values side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// All values that hold now.
    pub cells: Cells,
    /// Values that were replaced, as they were, missing ones too.
    pub replaced: Cells,
    /// How many are new, or stand where one was missing.
    pub new: u64,
    /// How many stand where there was another one.
    pub revised: u64,
}

/// Puts new values over old ones; both are in the order of periods.
pub fn merged(old: &[(Period, Cell)], new: &[(Period, Cell)], empty: Empty) -> Merged {
    let mut out = Merged { cells: Cells::with_capacity(old.len() + new.len()), ..Merged::default() };
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    loop {
        match (old.peek(), new.peek()) {
            (Some(kept), Some(come)) if kept.0 == come.0 => {
                out.meet(kept, come, empty);
                old.next();
                new.next();
            }
            (Some(kept), come) if come.is_none_or(|come| kept.0 < come.0) => {
                out.cells.push(**kept);
                old.next();
            }
            (_, Some(come)) => {
                out.cells.push(**come);
                out.new += 1;
                new.next();
            }
            (_, None) => return out,
        }
    }
}

impl Merged {
    /// Two values of one time: a known one stays where the new one is merely empty, unless that takes it back.
    fn meet(&mut self, kept: &(Period, Cell), come: &(Period, Cell), empty: Empty) {
        let is_empty = |cell: &Cell| cell.value == Value::Missing(Missing::NotGiven);
        let is_same = (kept.1.value, kept.1.notes) == (come.1.value, come.1.notes);
        if is_same || is_empty(&come.1) && (empty == Empty::SaysNothing || is_empty(&kept.1)) {
            self.cells.push(*kept);
            return;
        }
        self.cells.push(*come);
        self.replaced.push(*kept);
        if is_empty(&kept.1) {
            self.new += 1;
        } else {
            self.revised += 1;
        }
    }

    /// Whether nothing is other than before.
    pub const fn is_as_before(&self) -> bool {
        self.new + self.revised == 0
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::Notes;

    use super::*;

    fn cells(values: &[(u16, Value)], import: u32) -> Cells {
        let cell = |value: Value| Cell { value, notes: Notes::NONE, import };
        values.iter().map(|(year, value)| (Period::Year(*year), cell(*value))).collect()
    }

    #[test]
    fn new_values_come_beside_old_ones_and_others_replace_them() {
        let old = cells(&[(2020, Value::Known(1.0)), (2021, Value::Known(2.0)), (2022, Value::Missing(Missing::NotGiven))], 1);
        let new = cells(
            &[
                (2019, Value::Known(9.0)),
                (2020, Value::Known(1.0)),
                (2021, Value::Missing(Missing::Suppressed)),
                (2022, Value::Known(3.0)),
            ],
            2,
        );

        let found = merged(&old, &new, Empty::SaysNothing);

        let told: Vec<_> = found.cells.iter().map(|(period, cell)| (period.year(), cell.value.number(), cell.import)).collect();
        assert_eq!(told, [(2019, Some(9.0), 2), (2020, Some(1.0), 1), (2021, None, 2), (2022, Some(3.0), 2)]);
        let replaced = cells(&[(2021, Value::Known(2.0)), (2022, Value::Missing(Missing::NotGiven))], 1);
        assert_eq!((found.new, found.revised, found.replaced), (2, 1, replaced));
    }

    #[test]
    fn an_empty_field_takes_no_value_away_and_the_same_file_changes_nothing() {
        let old = cells(&[(2020, Value::Known(1.0)), (2021, Value::Missing(Missing::Suppressed))], 1);

        let emptied = merged(&old, &cells(&[(2020, Value::Missing(Missing::NotGiven))], 2), Empty::SaysNothing);
        let again = merged(&old, &old, Empty::TakesBack);

        assert!(emptied.is_as_before() && again.is_as_before());
        assert_eq!((emptied.cells, again.cells), (old.clone(), old));
    }

    #[test]
    fn an_empty_field_of_an_own_table_takes_the_value_back() {
        let old = cells(&[(2020, Value::Known(1.0)), (2021, Value::Missing(Missing::NotGiven))], 1);
        let come = cells(&[(2020, Value::Missing(Missing::NotGiven)), (2021, Value::Missing(Missing::NotGiven))], 2);

        let found = merged(&old, &come, Empty::TakesBack);

        assert_eq!(found.cells, [come[0], old[1]]);
        assert_eq!((found.new, found.revised, found.replaced), (0, 1, vec![old[0]]));
    }
}
