//! A series while its file is read: rows come in any order, and units and periods are numbers until all are known.
//!
//! A file of tens of millions of rows must not become as many observations with a code each. A row of a draft has 24 bytes,
//! among them the line on which it stands, so that two values for one unit and period can be told with both their lines;
//! then it becomes the sixteen bytes of a [`Series`] in the same memory. Sorting is in place: n log n steps for n rows.

use crate::code::UnitCode;
use crate::figure::Period;
use crate::index::UnitIx;
use crate::note::Notes;
use crate::observation::Value;
use crate::series::{Row, Series, SeriesError, SeriesSource, has_number, mark};
use crate::unit::Units;

/// A row before codes and periods are in order.
#[derive(Clone, Copy)]
struct Drafted {
    number: f64,
    unit: UnitIx,
    line: u32,
    period: u16,
    mark: u16,
}

impl Drafted {
    const fn place(&self) -> (UnitIx, u16) {
        (self.unit, self.period)
    }

    const fn has_number(&self) -> bool {
        has_number(self.mark)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        (self.number, self.mark) == (other.number, other.mark)
    }
}

/// Two lines that give different values for one unit and period; neither is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// The unit.
    pub unit: &'a UnitCode,
    /// The period.
    pub period: Period,
    /// The line that gives a value first.
    pub first: u32,
    /// The line that gives one again.
    pub second: u32,
}

/// One variable while its rows come in.
///
/// ```
/// use miedza_territory::{Day, Notes, Period, SeriesDraft, SeriesSource, UnitCode, UnitIx, Value};
///
/// let codes = ["0299021", "0299011"].map(|text| UnitCode::parse(text).unwrap());
/// let mut draft = SeriesDraft::default();
/// draft.push((UnitIx::new(0), 0), Value::Known(7.0), Notes::NONE, 2);
/// draft.push((UnitIx::new(1), 0), Value::Known(5.0), Notes::NONE, 3);
///
/// let about = SeriesSource {
///     source: "own".into(),
///     variable: "schools".into(),
///     publisher: String::new(),
///     label: "schools".into(),
///     measure: None,
///     retrieved: Day::new(2026, 1, 5).unwrap(),
///     licence: String::new(),
///     sha256: "0".repeat(64),
/// };
/// let series = draft.into_series(about, &codes, &[Period::Year(2023)], |_| {}).unwrap();
///
/// assert_eq!(series.units().codes()[0].as_str(), "0299011");
/// assert_eq!(series.len(), 2);
/// ```
#[derive(Clone, Default)]
pub struct SeriesDraft {
    rows: Vec<Drafted>,
}

impl SeriesDraft {
    /// Bytes that one value takes while it is drafted.
    pub const BYTES_PER_VALUE: usize = size_of::<Drafted>();

    /// Adds a value; `place` are the numbers of its unit and period in the lists that [`Self::into_series`] is given, `line`
    /// is where it stands in the file.
    pub fn push(&mut self, place: (UnitIx, u16), value: Value, notes: Notes, line: u32) {
        let (unit, period) = place;
        self.rows.push(Drafted { number: value.number().unwrap_or(0.0), unit, line, period, mark: mark(value, notes) });
    }

    /// Puts another number into the row that was added as number `at`, counted from 0, if it holds one; its state stays.
    pub fn set_number(&mut self, at: usize, number: f64) {
        if let Some(row) = self.rows.get_mut(at).filter(|row| row.has_number()) {
            row.number = number;
        }
    }

    /// The number in the row that was added as number `at`, counted from 0; `None` where there is none.
    #[must_use]
    pub fn number(&self, at: usize) -> Option<f64> {
        self.rows.get(at).filter(|row| row.has_number()).map(|row| row.number)
    }

    /// The line of the row that was added as number `at`, counted from 0; `None` where there is none.
    #[must_use]
    pub fn line(&self, at: usize) -> Option<u32> {
        self.rows.get(at).map(|row| row.line)
    }

    /// Takes out the rows that were added under these numbers, counted from 0 and in their order; the others move up.
    pub fn take_out(&mut self, numbers: &[usize]) {
        let mut at = 0..self.rows.len();
        self.rows.retain(|_| at.next().is_some_and(|at| numbers.binary_search(&at).is_err()));
    }

    /// Takes over the rows of another draft.
    pub fn append(&mut self, mut other: Self) {
        self.rows.append(&mut other.rows);
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Sorts the rows by unit and period. A value that is given twice stays once; where two differ none is taken and `told` is
    /// called with the first line and each other one, in the order of units, periods and lines.
    ///
    /// `codes` and `periods` are the lists that the numbers of the rows count in; they may hold one twice.
    ///
    /// # Errors
    /// [`SeriesError`] if a number is not finite, there are more than 65 535 periods, or source or variable are no words.
    pub fn into_series(
        mut self,
        about: SeriesSource,
        codes: &[UnitCode],
        periods: &[Period],
        told: impl FnMut(Conflict<'_>),
    ) -> Result<Series, SeriesError> {
        let about = about.checked()?;
        let (units, used) = self.number_anew(codes, periods);
        if u16::try_from(used.len()).is_err() {
            return Err(SeriesError::TooManyPeriods { variable: about.variable, periods: used.len() });
        }
        if let Some(row) = self.rows.iter().find(|row| !row.number.is_finite()) {
            let (unit, period) = (units.code(row.unit).clone(), used[usize::from(row.period)]);
            return Err(SeriesError::NotFinite { variable: about.variable, unit, period });
        }
        self.sort();
        let before = self.rows.len();
        let conflicts = self.drop_conflicts(&units, &used, told);
        let (units, periods) = if conflicts && before > 0 {
            let numbered = self.number_anew(units.codes(), &used);
            self.sort();
            numbered
        } else {
            (units, used)
        };
        let row = |row: Drafted| Row { number: row.number, unit: row.unit, period: row.period, mark: row.mark };
        let mut rows: Vec<Row> = self.rows.into_iter().map(row).collect();
        rows.shrink_to_fit();
        Ok(Series { about, units, periods, rows })
    }

    fn sort(&mut self) {
        self.rows.sort_unstable_by_key(|row| (row.unit, row.period, row.line));
    }

    /// Numbers units and periods in their order, those without a row left out.
    fn number_anew(&mut self, codes: &[UnitCode], periods: &[Period]) -> (Units, Vec<Period>) {
        let (mut has_unit, mut has_period) = (vec![false; codes.len()], vec![false; periods.len()]);
        for row in &self.rows {
            has_unit[row.unit.get()] = true;
            has_period[usize::from(row.period)] = true;
        }
        let kept = |(code, has): (&UnitCode, &bool)| has.then(|| code.clone());
        let units = Units::new(codes.iter().zip(&has_unit).filter_map(kept).collect());
        let mut used: Vec<Period> = periods.iter().zip(has_period).filter_map(|(period, has)| has.then_some(*period)).collect();
        used.sort_unstable();
        used.dedup();
        let unit: Vec<UnitIx> = codes.iter().map(|code| units.find(code).unwrap_or(UnitIx::new(0))).collect();
        let place = |period: &Period| used.binary_search(period).ok().and_then(|at| u16::try_from(at).ok()).unwrap_or(0);
        let period: Vec<u16> = periods.iter().map(place).collect();
        for row in &mut self.rows {
            (row.unit, row.period) = (unit[row.unit.get()], period[usize::from(row.period)]);
        }
        (units, used)
    }

    /// Leaves one row for each place, none where rows differ; whether any differed.
    fn drop_conflicts(&mut self, units: &Units, periods: &[Period], mut told: impl FnMut(Conflict<'_>)) -> bool {
        let (mut start, mut kept, mut any) = (0, 0, false);
        while let Some(&first) = self.rows.get(start) {
            let group = self.rows[start..].iter().take_while(|row| row.place() == first.place()).count();
            let same = &self.rows[start..start + group];
            if same.iter().all(|row| row.says_the_same(&first)) {
                self.rows[kept] = first;
                kept += 1;
            } else {
                any = true;
                let (unit, period) = (units.code(first.unit), periods[usize::from(first.period)]);
                same[1..].iter().for_each(|row| told(Conflict { unit, period, first: first.line, second: row.line }));
            }
            start += group;
        }
        self.rows.truncate(kept);
        any
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::day::Day;
    use crate::observation::Missing;
    use crate::series::Observation;

    fn about() -> SeriesSource {
        SeriesSource {
            source: "own".into(),
            variable: "a".into(),
            publisher: String::new(),
            label: "a".into(),
            measure: None,
            retrieved: Day::new(2026, 1, 5).expect("a day of the test"),
            licence: String::new(),
            sha256: "0".repeat(64),
        }
    }

    fn codes(texts: &[&str]) -> Vec<UnitCode> {
        texts.iter().map(|text| UnitCode::parse(text).expect("a code of the test")).collect()
    }

    #[test]
    fn a_drafted_value_takes_twenty_four_bytes() {
        assert_eq!(SeriesDraft::BYTES_PER_VALUE, 24);
    }

    #[test]
    fn rows_that_are_taken_out_are_as_if_they_had_never_come() {
        let mut draft = SeriesDraft::default();
        for (unit, line) in (0..4).zip(2..) {
            draft.push((UnitIx::new(unit), 0), Value::Known(1.0), Notes::NONE, line);
        }

        draft.take_out(&[0, 2, 9]);

        assert_eq!((draft.len(), draft.line(0), draft.line(1), draft.line(2)), (2, Some(3), Some(5), None));
    }

    #[test]
    fn of_two_values_for_one_unit_and_period_none_is_taken_and_both_lines_are_told() {
        let (codes, periods) = (codes(&["PL", "20", "3"]), [Period::Year(2024), Period::Year(2023)]);
        let mut draft = SeriesDraft::default();
        let rows = [(0, 0, 1.0, 2), (1, 1, 5.0, 3), (2, 1, 6.0, 4), (0, 0, 2.0, 5), (1, 1, 5.0, 6), (0, 0, 1.0, 7)];
        for (unit, period, number, line) in rows {
            draft.push((UnitIx::new(unit), period), Value::Known(number), Notes::NONE, line);
        }
        let mut told = Vec::new();

        let series = draft
            .into_series(about(), &codes, &periods, |one| told.push((one.unit.to_string(), one.period, one.first, one.second)))
            .expect("a series");

        let (unit, year) = ("PL".to_string(), Period::Year(2024));
        assert_eq!(told, [(unit.clone(), year, 2, 5), (unit, year, 2, 7)]);
        let left: Vec<(&str, Value)> = series.iter().map(|(unit, _, value, _)| (unit.as_str(), value)).collect();
        assert_eq!(left, [("3", Value::Known(6.0)), ("20", Value::Known(5.0))], "numeric codes once the other is gone");
        assert_eq!(series.periods(), [Period::Year(2023)]);
    }

    #[test]
    fn a_missing_value_against_a_number_is_a_conflict_and_no_number_at_all_is_refused() {
        let (codes, periods) = (codes(&["1"]), [Period::Year(2024)]);
        let place = (UnitIx::new(0), 0);
        let mut draft = SeriesDraft::default();
        draft.push(place, Value::Known(0.0), Notes::NONE, 2);
        draft.push(place, Value::Missing(Missing::NotGiven), Notes::NONE, 3);
        let mut endless = SeriesDraft::default();
        endless.push(place, Value::Known(f64::NAN), Notes::NONE, 2);
        let mut conflicts = 0;

        let series = draft.into_series(about(), &codes, &periods, |_| conflicts += 1).expect("a series");

        assert_eq!((series.len(), series.units().len(), conflicts), (0, 0, 1));
        assert!(matches!(endless.into_series(about(), &codes, &periods, |_| {}), Err(SeriesError::NotFinite { .. })));
    }

    proptest! {
        #[test]
        fn a_draft_becomes_the_series_that_its_observations_make(
            values in proptest::collection::btree_map((0_usize..40, 0_u16..30), -9.0..9.0_f64, 0..80),
            turn in any::<bool>(),
        ) {
            let codes: Vec<UnitCode> = (0..40).rev().map(|unit| UnitCode::parse(&format!("{unit:07}")).expect("a code")).collect();
            let periods: Vec<Period> = (0..30).rev().map(|year| Period::Year(1990 + year)).collect();
            let mut rows: Vec<_> = values.into_iter().collect();
            if turn {
                rows.reverse();
            }
            let mut draft = SeriesDraft::default();
            let mut observations = Vec::new();
            for (line, &((unit, period), number)) in (2_u32..).zip(&rows) {
                draft.push((UnitIx::new(unit), period), Value::Known(number), Notes::NONE, line);
                let (unit, period) = (codes[unit].clone(), periods[usize::from(period)]);
                observations.push(Observation { unit, period, value: Value::Known(number), notes: Notes::NONE });
            }

            let drafted = draft.into_series(about(), &codes, &periods, |_| {}).expect("a series");

            prop_assert_eq!(drafted, Series::new(about(), observations).expect("a series"));
        }
    }
}
