//! Who goes from where to where: persons who live in one unit and work in another.
//!
//! Kept as two compressed sparse matrices, by origin and by destination, each row in ascending unit order, so that every
//! sum is taken in one order whatever the order of the rows read.

use crate::index::{UnitIx, UnitVec};
use crate::unit::Units;

/// Persons who live in `from` and work in `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// Unit of residence.
    pub from: UnitIx,
    /// Unit of work.
    pub to: UnitIx,
    /// Persons, 0 or more; a fraction where the source weights its answers.
    pub persons: f64,
}

/// Persons between a unit and places that are none of the units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Beyond {
    /// Who lives in the unit and works elsewhere.
    pub leaving: f64,
    /// Who lives elsewhere and works in the unit.
    pub arriving: f64,
}

/// Why flows do not make a matrix.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FlowError {
    /// Two flows have the same origin and destination.
    #[error("the flow from {from} to {to} is given twice")]
    Duplicate {
        /// Code of the origin.
        from: crate::UnitCode,
        /// Code of the destination.
        to: crate::UnitCode,
    },
    /// Persons are negative or no number.
    #[error("the flow from {from} to {to} counts {persons} persons")]
    NotACount {
        /// Code of the origin.
        from: crate::UnitCode,
        /// Code of the destination.
        to: crate::UnitCode,
        /// What was given.
        persons: f64,
    },
    /// A unit number beyond the list of units.
    #[error("a flow names unit number {number}, and there are {units} units")]
    NoSuchUnit {
        /// The number, counted from 0.
        number: usize,
        /// How many units there are.
        units: usize,
    },
}

/// Flows between units; a pair that is not stored has no flow.
///
/// Residents and jobs are totals of this matrix: persons who work abroad, have no fixed place or were suppressed are in
/// them only if the flows hold them. Who goes beyond the units, or comes from there, is in the totals and in no pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    units: Units,
    by_origin: Sparse,
    by_destination: Sparse,
    residents: UnitVec<f64>,
    jobs: UnitVec<f64>,
    internal: UnitVec<f64>,
    beyond: UnitVec<Beyond>,
    total: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Sparse {
    starts: Vec<u32>,
    others: Vec<UnitIx>,
    persons: Vec<f64>,
}

impl Flows {
    /// Makes the matrix. Flows of 0 persons are dropped; the order of the flows does not matter.
    ///
    /// # Errors
    /// [`FlowError`] if a pair comes twice, persons are negative or not finite, or a unit is not in the list.
    pub fn new(units: Units, mut flows: Vec<Flow>) -> Result<Self, FlowError> {
        check(&units, &flows)?;
        flows.retain(|flow| flow.persons > 0.0);
        flows.sort_unstable_by_key(|flow| (flow.from, flow.to));
        if let Some(pair) = flows.windows(2).find(|pair| (pair[0].from, pair[0].to) == (pair[1].from, pair[1].to)) {
            let (from, to) = (units.code(pair[0].from).clone(), units.code(pair[0].to).clone());
            return Err(FlowError::Duplicate { from, to });
        }
        let by_origin = Sparse::by_origin(units.len(), &flows);
        drop(flows);
        let by_destination = by_origin.turned();

        let residents: UnitVec<f64> = units.indices().map(|unit| by_origin.sum(unit)).collect();
        let jobs = units.indices().map(|unit| by_destination.sum(unit)).collect();
        let internal = units.indices().map(|unit| by_origin.get(unit, unit)).collect();
        let total = residents.iter().sum();
        let beyond = UnitVec::filled(units.len(), Beyond::default());
        Ok(Self { units, by_origin, by_destination, residents, jobs, internal, beyond, total })
    }

    /// The same with persons who go beyond the units and come from there, one entry per unit; they take the place of those
    /// that were held before.
    ///
    /// # Errors
    /// [`FlowError::NotACount`] if persons are negative or no number.
    ///
    /// # Panics
    /// If there is not one entry per unit.
    pub fn with_beyond(mut self, beyond: UnitVec<Beyond>) -> Result<Self, FlowError> {
        assert_eq!(beyond.len(), self.units.len(), "one entry per unit");
        for (unit, persons) in beyond.enumerate() {
            if let Some(persons) =
                [persons.leaving, persons.arriving].into_iter().find(|count| !(*count >= 0.0 && count.is_finite()))
            {
                let code = self.units.code(unit).clone();
                return Err(FlowError::NotACount { from: code.clone(), to: code, persons });
            }
        }
        self.residents = self.units.indices().map(|unit| self.by_origin.sum(unit) + beyond[unit].leaving).collect();
        self.jobs = self.units.indices().map(|unit| self.by_destination.sum(unit) + beyond[unit].arriving).collect();
        self.total = self.residents.iter().sum();
        self.beyond = beyond;
        Ok(self)
    }

    /// The same pairs with other persons, one entry per stored pair in the order of [`Self::iter`]; pairs of 0 persons are
    /// dropped. Persons beyond the units stay. Costs a pass over the pairs, without sorting.
    ///
    /// ```
    /// use miedza_territory::samples;
    ///
    /// let flows = samples::flows(&[("1", "1", 900.0), ("1", "4", 40.0), ("4", "1", 30.0)]);
    /// let drawn = flows.with_persons(&[910.0, 0.0, 33.0]).unwrap();
    ///
    /// assert_eq!((drawn.len(), drawn.total()), (2, 943.0));
    /// ```
    ///
    /// # Errors
    /// [`FlowError::NotACount`] if persons are negative or no number.
    ///
    /// # Panics
    /// If there is not one entry per stored pair.
    pub fn with_persons(&self, persons: &[f64]) -> Result<Self, FlowError> {
        assert_eq!(persons.len(), self.len(), "one entry per stored pair");
        if let Some((flow, &persons)) = self.iter().zip(persons).find(|(_, persons)| !(**persons >= 0.0 && persons.is_finite())) {
            let (from, to) = (self.units.code(flow.from).clone(), self.units.code(flow.to).clone());
            return Err(FlowError::NotACount { from, to, persons });
        }
        let by_origin = self.by_origin.with_persons(persons);
        let by_destination = by_origin.turned();
        let sums = |side: &Sparse| self.units.indices().map(|unit| side.sum(unit)).collect::<UnitVec<f64>>();
        let flows = Self {
            units: self.units.clone(),
            residents: sums(&by_origin),
            jobs: sums(&by_destination),
            internal: self.units.indices().map(|unit| by_origin.get(unit, unit)).collect(),
            beyond: UnitVec::new(Vec::new()),
            total: 0.0,
            by_origin,
            by_destination,
        };
        flows.with_beyond(self.beyond.clone())
    }

    /// The units, in the order of all vectors here.
    #[must_use]
    pub const fn units(&self) -> &Units {
        &self.units
    }

    /// How many pairs have a flow above 0.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.by_origin.others.len()
    }

    /// Whether there is no flow at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.by_origin.others.is_empty()
    }

    /// Destinations of the residents of a unit with their persons, in ascending order, the unit itself among them.
    pub fn leaving(&self, from: UnitIx) -> impl DoubleEndedIterator<Item = (UnitIx, f64)> + ExactSizeIterator + '_ {
        self.by_origin.row(from)
    }

    /// Origins of those who work in a unit with their persons, in ascending order, the unit itself among them.
    pub fn arriving(&self, to: UnitIx) -> impl DoubleEndedIterator<Item = (UnitIx, f64)> + ExactSizeIterator + '_ {
        self.by_destination.row(to)
    }

    /// All flows, by origin, then by destination.
    pub fn iter(&self) -> impl Iterator<Item = Flow> + '_ {
        self.units.indices().flat_map(|from| self.leaving(from).map(move |(to, persons)| Flow { from, to, persons }))
    }

    /// Persons who live in `from` and work in `to`; 0 where the pair is not stored.
    #[must_use]
    pub fn between(&self, from: UnitIx, to: UnitIx) -> f64 {
        self.by_origin.get(from, to)
    }

    /// Persons of a unit who go beyond the units of the matrix, and those who come to it from there.
    #[must_use]
    pub fn beyond(&self, unit: UnitIx) -> Beyond {
        self.beyond[unit]
    }

    /// The same of all units.
    #[must_use]
    pub const fn all_beyond(&self) -> &UnitVec<Beyond> {
        &self.beyond
    }

    /// `R`: employed residents of a unit in this matrix, those who work in it included.
    #[must_use]
    pub fn residents(&self, unit: UnitIx) -> f64 {
        self.residents[unit]
    }

    /// `W`: jobs in a unit in this matrix, those held by its residents included.
    #[must_use]
    pub fn jobs(&self, unit: UnitIx) -> f64 {
        self.jobs[unit]
    }

    /// Persons who live and work in the same unit.
    #[must_use]
    pub fn internal(&self, unit: UnitIx) -> f64 {
        self.internal[unit]
    }

    /// `F`: all persons of the matrix.
    #[must_use]
    pub const fn total(&self) -> f64 {
        self.total
    }

    /// Whether any unit has persons who live and work in it.
    #[must_use]
    pub fn has_diagonal(&self) -> bool {
        self.internal.iter().any(|&persons| persons > 0.0)
    }
}

fn check(units: &Units, flows: &[Flow]) -> Result<(), FlowError> {
    for flow in flows {
        if let Some(unit) = [flow.from, flow.to].into_iter().find(|unit| unit.get() >= units.len()) {
            return Err(FlowError::NoSuchUnit { number: unit.get(), units: units.len() });
        }
        if !(flow.persons >= 0.0 && flow.persons.is_finite()) {
            let (from, to) = (units.code(flow.from).clone(), units.code(flow.to).clone());
            return Err(FlowError::NotACount { from, to, persons: flow.persons });
        }
    }
    Ok(())
}

impl Sparse {
    /// Flows must come sorted by origin and destination.
    fn by_origin(rows: usize, flows: &[Flow]) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for flow in flows {
            starts[flow.from.get() + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let others = flows.iter().map(|flow| flow.to).collect();
        let persons = flows.iter().map(|flow| flow.persons).collect();
        Self { starts, others, persons }
    }

    /// The same places with other persons, those of 0 persons dropped.
    fn with_persons(&self, persons: &[f64]) -> Self {
        let kept = persons.iter().filter(|persons| **persons > 0.0).count();
        let (mut others, mut held) = (Vec::with_capacity(kept), Vec::with_capacity(kept));
        let mut starts = Vec::with_capacity(self.starts.len());
        for row in 0..self.starts.len() - 1 {
            starts.push(place(others.len()));
            for position in self.span(UnitIx::new(row)) {
                if persons[position] > 0.0 {
                    others.push(self.others[position]);
                    held.push(persons[position]);
                }
            }
        }
        starts.push(place(others.len()));
        Self { starts, others, persons: held }
    }

    /// Columns made rows; since rows are walked in order, each new row is ascending without sorting.
    fn turned(&self) -> Self {
        let rows = self.starts.len() - 1;
        let mut starts = vec![0_u32; rows + 1];
        for other in &self.others {
            starts[other.get() + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next: UnitVec<usize> = starts.iter().map(|&start| position(start)).collect();
        let mut others = vec![UnitIx::new(0); self.others.len()];
        let mut persons = vec![0.0; self.persons.len()];
        for row in (0..rows).map(UnitIx::new) {
            for (other, held) in self.row(row) {
                let place = next[other];
                next[other] += 1;
                others[place] = row;
                persons[place] = held;
            }
        }
        Self { starts, others, persons }
    }

    fn span(&self, row: UnitIx) -> std::ops::Range<usize> {
        position(self.starts[row.get()])..position(self.starts[row.get() + 1])
    }

    fn row(&self, row: UnitIx) -> impl DoubleEndedIterator<Item = (UnitIx, f64)> + ExactSizeIterator + '_ {
        let span = self.span(row);
        self.others[span.clone()].iter().copied().zip(self.persons[span].iter().copied())
    }

    fn get(&self, row: UnitIx, other: UnitIx) -> f64 {
        let span = self.span(row);
        self.others[span.clone()].binary_search(&other).map_or(0.0, |position| self.persons[span.start + position])
    }

    fn sum(&self, row: UnitIx) -> f64 {
        // From 0, since the sum of nothing is minus 0.
        self.persons[self.span(row)].iter().fold(0.0, |sum, persons| sum + persons)
    }
}

fn position(start: u32) -> usize {
    usize::try_from(start).expect("u32 fits usize")
}

fn place(position: usize) -> u32 {
    u32::try_from(position).expect("a matrix holds fewer than 4 billion pairs")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::UnitCode;

    fn units(len: usize) -> Units {
        Units::new((0..len).map(|number| UnitCode::parse(&format!("{number:03}")).expect("a code")).collect())
    }

    #[test]
    fn a_pair_given_twice_is_refused() {
        let flow = Flow { from: UnitIx::new(0), to: UnitIx::new(1), persons: 3.0 };

        let refusal = Flows::new(units(2), vec![flow, flow]);

        assert_eq!(refusal.expect_err("twice").to_string(), "the flow from 000 to 001 is given twice");
    }

    #[test]
    fn a_negative_count_is_refused() {
        let flow = Flow { from: UnitIx::new(0), to: UnitIx::new(1), persons: -1.0 };

        assert!(matches!(Flows::new(units(2), vec![flow]), Err(FlowError::NotACount { .. })));
    }

    #[test]
    fn who_goes_beyond_the_units_is_in_the_totals_and_in_no_pair() {
        let flow = Flow { from: UnitIx::new(0), to: UnitIx::new(1), persons: 3.0 };
        let beyond = UnitVec::new(vec![Beyond { leaving: 5.0, arriving: 0.0 }, Beyond { leaving: 0.0, arriving: 2.0 }]);

        let flows = Flows::new(units(2), vec![flow]).and_then(|flows| flows.with_beyond(beyond)).expect("counts");

        let of = |unit| (flows.residents(UnitIx::new(unit)), flows.jobs(UnitIx::new(unit)));
        assert_eq!((of(0), of(1)), ((8.0, 0.0), (0.0, 5.0)));
        assert_eq!((flows.total(), flows.len()), (8.0, 1));
    }

    #[test]
    fn other_persons_that_are_no_count_are_refused() {
        let flow = Flow { from: UnitIx::new(0), to: UnitIx::new(1), persons: 3.0 };
        let flows = Flows::new(units(2), vec![flow]).expect("a matrix");

        let refusal = flows.with_persons(&[f64::NAN]).expect_err("no count");

        assert!(refusal.to_string().starts_with("the flow from 000 to 001 counts"), "{refusal}");
    }

    proptest! {
        #[test]
        fn other_persons_give_the_matrix_that_they_would_make_anew(
            rows in proptest::collection::btree_map((0_usize..9, 0_usize..9), (1_u32..50, 0_u32..3), 0..40),
            leaving in proptest::collection::vec(0_u32..9, 9),
        ) {
            let flow = |(from, to), persons| Flow { from: UnitIx::new(from), to: UnitIx::new(to), persons: f64::from(persons) };
            let beyond: UnitVec<Beyond> =
                leaving.iter().map(|&count| Beyond { leaving: f64::from(count), arriving: f64::from(count / 2) }).collect();
            let made = |list: Vec<Flow>| Flows::new(units(9), list).and_then(|flows| flows.with_beyond(beyond.clone())).expect("a matrix");
            let flows = made(rows.iter().map(|(&pair, &(persons, _))| flow(pair, persons)).collect());
            let others: Vec<f64> = rows.values().map(|&(_, other)| f64::from(other)).collect();

            let changed = flows.with_persons(&others).expect("counts");

            prop_assert_eq!(changed, made(rows.iter().map(|(&pair, &(_, other))| flow(pair, other)).collect()));
        }

        #[test]
        fn the_order_of_the_rows_does_not_matter(
            rows in proptest::collection::btree_map((0_usize..9, 0_usize..9), 0_u32..50, 0..40),
            swap in 0_usize..40,
        ) {
            let mut flows: Vec<Flow> = rows
                .iter()
                .map(|(&(from, to), &persons)| Flow { from: UnitIx::new(from), to: UnitIx::new(to), persons: f64::from(persons) })
                .collect();
            let sorted = Flows::new(units(9), flows.clone()).expect("a matrix");
            let len = flows.len().max(1);
            let turn = if flows.is_empty() { 0 } else { swap % len };
            flows.rotate_left(turn);
            flows.reverse();

            let shuffled = Flows::new(units(9), flows).expect("a matrix");

            prop_assert_eq!(&shuffled, &sorted);
            for flow in sorted.iter() {
                prop_assert!((sorted.between(flow.from, flow.to) - f64::from(rows[&(flow.from.get(), flow.to.get())])).abs() < f64::EPSILON);
            }
            let jobs: f64 = sorted.units().indices().map(|unit| sorted.jobs(unit)).sum();
            prop_assert!((jobs - sorted.total()).abs() < f64::EPSILON);
        }
    }
}
