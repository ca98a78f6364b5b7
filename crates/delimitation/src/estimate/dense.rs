//! A matrix with a number for each pair of units, row by row.

use miedza_territory::{Flow, FlowError, Flows, UnitIx, Units};
use rayon::prelude::*;

/// A number for each ordered pair of units, origins as rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Dense {
    side: usize,
    cells: Vec<f64>,
}

impl Dense {
    /// A matrix of zeros for so many units.
    #[must_use]
    pub fn zeros(side: usize) -> Self {
        Self { side, cells: vec![0.0; side * side] }
    }

    /// The matrix of flows.
    #[must_use]
    pub fn of(flows: &Flows) -> Self {
        let mut dense = Self::zeros(flows.units().len());
        for flow in flows.iter() {
            *dense.at_mut(flow.from, flow.to) = flow.persons;
        }
        dense
    }

    /// Fills each row by its own; rows are worked on side by side and do not see each other.
    #[must_use]
    pub fn by_rows(side: usize, fill: impl Fn(UnitIx, &mut [f64]) + Sync) -> Self {
        let mut dense = Self::zeros(side);
        dense.change_rows(fill);
        dense
    }

    /// Changes each row by its own.
    pub fn change_rows(&mut self, change: impl Fn(UnitIx, &mut [f64]) + Sync) {
        let rows = self.cells.par_chunks_mut(self.side.max(1)).enumerate();
        rows.for_each(|(row, cells)| change(UnitIx::new(row), cells));
    }

    /// How many units there are.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.side
    }

    /// The units, in order.
    pub fn indices(&self) -> impl Iterator<Item = UnitIx> + use<> {
        (0..self.side).map(UnitIx::new)
    }

    /// The row of an origin, destinations in their order.
    #[must_use]
    pub fn row(&self, from: UnitIx) -> &[f64] {
        &self.cells[from.get() * self.side..][..self.side]
    }

    /// One cell.
    #[must_use]
    pub fn at(&self, from: UnitIx, to: UnitIx) -> f64 {
        self.cells[from.get() * self.side + to.get()]
    }

    /// One cell, to be changed.
    pub fn at_mut(&mut self, from: UnitIx, to: UnitIx) -> &mut f64 {
        &mut self.cells[from.get() * self.side + to.get()]
    }

    /// Sum of each row.
    #[must_use]
    pub fn row_sums(&self) -> Vec<f64> {
        self.indices().map(|row| super::total(self.row(row))).collect()
    }

    /// Sum of each column, rows added in their order.
    #[must_use]
    pub fn column_sums(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.side];
        for row in self.cells.chunks(self.side.max(1)) {
            for (sum, cell) in sums.iter_mut().zip(row) {
                *sum += cell;
            }
        }
        sums
    }

    /// The cells of at least `least` persons, and above 0, as flows; second the persons of those that were left out.
    ///
    /// # Errors
    /// [`FlowError`] for a cell that is negative or no number.
    pub fn flows(&self, units: &Units, least: f64) -> Result<(Flows, f64), FlowError> {
        let (mut kept, mut left_out) = (Vec::new(), 0.0);
        for from in self.indices() {
            for (to, &persons) in self.indices().zip(self.row(from)) {
                if persons < least {
                    left_out += persons.max(0.0);
                } else if persons != 0.0 {
                    kept.push(Flow { from, to, persons });
                }
            }
        }
        Ok((Flows::new(units.clone(), kept)?, left_out))
    }
}
