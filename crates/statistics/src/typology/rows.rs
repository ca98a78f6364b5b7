//! Units without gaps as rows, sorted by their values.

use miedza_territory::count;

use crate::Error;
use crate::known::{known, same_length};

/// Units without gaps as rows of figures.
pub(super) struct Rows {
    /// Figures of each row; rows sorted by them.
    pub values: Vec<Vec<f64>>,
    /// The place of each row among the units.
    units: Vec<usize>,
    /// How many units there are, with or without gaps.
    of_units: usize,
}

impl Rows {
    pub fn of(columns: &[Vec<Option<f64>>]) -> Result<Self, Error> {
        let Some(first) = columns.first() else {
            return Err(Error::TooFew { what: "the list of columns".to_owned(), given: 0, needed: 1 });
        };
        for (number, column) in columns.iter().enumerate() {
            let what = format!("column {number}");
            same_length(&what, column.len(), first.len())?;
            known(&what, column)?;
        }
        // Adding 0 makes 0 of −0, which would be sorted apart from it.
        let row =
            |unit: usize| -> Option<Vec<f64>> { columns.iter().map(|column| column[unit].map(|value| value + 0.0)).collect() };
        let mut rows: Vec<(Vec<f64>, usize)> =
            (0..first.len()).filter_map(|unit| row(unit).map(|values| (values, unit))).collect();
        rows.sort_by(|one, other| {
            let values = one.0.iter().zip(&other.0).map(|(one, other)| one.total_cmp(other));
            values.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then).then(one.1.cmp(&other.1))
        });
        let (values, units) = rows.into_iter().unzip();
        Ok(Self { values, units, of_units: first.len() })
    }

    /// Refuses more types than there are different rows, and none.
    pub fn refuse_more_than_different(&self, types: usize) -> Result<(), Error> {
        if types == 0 {
            return Err(Error::OutOfRange { parameter: "the number of types", value: 0.0, wanted: "1 or more" });
        }
        let different = self.values.chunk_by(|one, other| squared(one, other) <= 0.0).count();
        if different < types {
            let what = "the list of different units without gaps".to_owned();
            return Err(Error::TooFew { what, given: different, needed: types });
        }
        Ok(())
    }

    /// What belongs to each row, in the order of units.
    pub fn by_unit<T: Copy>(&self, of_rows: &[T]) -> Vec<Option<T>> {
        let mut by_unit = vec![None; self.of_units];
        self.units.iter().zip(of_rows).for_each(|(unit, of_row)| by_unit[*unit] = Some(*of_row));
        by_unit
    }

    /// Mean row of each label; a label that nobody has stands where no row is near.
    pub fn centres(&self, labels: &[usize], types: usize) -> Vec<Vec<f64>> {
        let figures = self.values.first().map_or(0, Vec::len);
        let (mut sums, mut members) = (vec![vec![0.0; figures]; types], vec![0_usize; types]);
        for (row, label) in self.values.iter().zip(labels) {
            sums[*label].iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
            members[*label] += 1;
        }
        for (sum, members) in sums.iter_mut().zip(members) {
            sum.iter_mut().for_each(|sum| *sum /= count(members));
        }
        sums
    }
}

/// Squared Euclidean distance.
pub(super) fn squared(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).fold(0.0, |sum, (one, other)| sum + (one - other) * (one - other))
}

/// Labels numbered anew in the order in which they first appear.
pub(super) fn renumbered(labels: &[usize]) -> Vec<usize> {
    let mut seen: Vec<usize> = Vec::new();
    let number = |label: &usize| {
        seen.iter().position(|known| known == label).unwrap_or_else(|| {
            seen.push(*label);
            seen.len() - 1
        })
    };
    labels.iter().map(number).collect()
}
