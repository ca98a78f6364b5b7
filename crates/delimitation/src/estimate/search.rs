//! The factors of a balanced matrix by Newton's method, where turns of rows and columns would creep.
//!
//! With the rows met exactly, the columns are met where a convex function of the logarithms of their factors is least. Its
//! second derivative is `diag(c) − Tᵀ diag(1/O) T`, `c` the sums of columns; the step is found by conjugate gradients, one
//! pass through the matrix each, so that the matrix of derivatives is never made.
//!
//! # Source
//! Nocedal & Wright (2006) *Numerical Optimization*, chapters 5 and 7; the function: Bachem & Korte (1979) *On the
//! RAS-algorithm*.

use super::Dense;
use super::furness::{Margins, Turn, dot, pass};

/// Plain rounds before a step of Newton's, and after one that led away.
const PLAIN: u32 = 10;
/// The step is known well enough when this part of its right side is left.
const LEFT: f64 = 0.02;
/// No factor changes by more than this power of e in one step.
const LONGEST: f64 = 3.0;

/// Where the search for the factors of columns is.
pub(super) struct Search {
    /// Factors of columns.
    pub columns: Vec<f64>,
    /// Passes through the matrix so far.
    pub passes: u32,
    plain: u32,
    /// Before a step of Newton's: its error, and the columns that a plain round would have given.
    before: Option<(f64, Vec<f64>)>,
}

impl Search {
    pub fn from(columns: Vec<f64>) -> Self {
        Self { columns, passes: 0, plain: PLAIN, before: None }
    }

    /// Moves the columns on, after a turn that left this error; `most` passes are allowed.
    pub fn go_on(&mut self, seed: &Dense, margins: &Margins, turn: &Turn, (error, most): (f64, u32)) {
        if let Some((before, columns)) = self.before.take()
            && error >= before
        {
            (self.columns, self.plain) = (columns, PLAIN);
            return;
        }
        let ahead = |((column, jobs), sum): ((&f64, &f64), &f64)| if *sum > 0.0 { column * jobs / sum } else { 0.0 };
        let plain: Vec<f64> = self.columns.iter().zip(&margins.jobs).zip(&turn.sums).map(ahead).collect();
        if self.plain > 0 {
            (self.columns, self.plain) = (plain, self.plain - 1);
            return;
        }
        let (way, passes) = Newton { seed, margins, turn, columns: &self.columns }.way(most.saturating_sub(self.passes));
        self.passes += passes;
        self.before = Some((error, plain));
        let longest = way.iter().fold(0.0, |most: f64, step| most.max(step.abs()));
        let shorter = if longest > LONGEST { LONGEST / longest } else { 1.0 };
        self.columns.iter_mut().zip(&way).for_each(|(column, step)| *column *= libm::exp(step * shorter));
    }
}

struct Newton<'a> {
    seed: &'a Dense,
    margins: &'a Margins,
    turn: &'a Turn,
    columns: &'a [f64],
}

impl Newton<'_> {
    /// The step in the logarithms of the factors of columns, and how many passes it took: conjugate gradients, each number
    /// weighed by the sum of its column.
    fn way(&self, most: u32) -> (Vec<f64>, u32) {
        let weigh = |left: &[f64]| -> Vec<f64> {
            let one = |(left, sum): (&f64, &f64)| if *sum > 0.0 { left / sum } else { 0.0 };
            left.iter().zip(&self.turn.sums).map(one).collect()
        };
        let mut left: Vec<f64> = self.margins.jobs.iter().zip(&self.turn.sums).map(|(jobs, sum)| jobs - sum).collect();
        let mut way = vec![0.0; left.len()];
        let mut weighed = weigh(&left);
        let mut ahead = weighed.clone();
        let mut size = dot(&left, &weighed);
        let enough = size * LEFT * LEFT;
        for passes in 0..most {
            if size <= enough || size <= 0.0 {
                return (way, passes);
            }
            let bent = self.bend(&ahead);
            let bend = dot(&ahead, &bent);
            if bend <= 0.0 {
                return (way, passes + 1);
            }
            let by = size / bend;
            way.iter_mut().zip(&ahead).for_each(|(way, ahead)| *way += by * ahead);
            left.iter_mut().zip(&bent).for_each(|(left, bent)| *left -= by * bent);
            weighed = weigh(&left);
            let next = dot(&left, &weighed);
            ahead.iter_mut().zip(&weighed).for_each(|(ahead, weighed)| *ahead = weighed + next / size * *ahead);
            size = next;
        }
        (way, most)
    }

    /// The second derivative times a vector.
    fn bend(&self, by: &[f64]) -> Vec<f64> {
        let x: Vec<f64> = self.columns.iter().zip(by).map(|(column, by)| column * by).collect();
        let weigh = |row: usize, reached: f64| {
            let residents = self.margins.residents[row];
            if residents > 0.0 { self.turn.rows[row] * self.turn.rows[row] * reached / residents } else { 0.0 }
        };
        let (_, sums) = pass(self.seed, &x, weigh);
        let one = |(((sum, by), own), column): (((&f64, &f64), &f64), &f64)| own * by - column * sum;
        sums.iter().zip(by).zip(&self.turn.sums).zip(self.columns).map(one).collect()
    }
}
