//! One variable of a statistical office over units and periods, with where it came from.
//!
//! A country's municipalities, thirty years and some hundred and fifty variables are tens of millions of values. Written out,
//! one observation has 40 bytes and its code some 32 more on the heap, an allocation for each. A series keeps codes and
//! periods once and per value sixteen bytes without any pointer: the number (8), the unit (4), the period (2), and the state
//! of the value with its notes (2). Thirty million values are 480 MB in place of 2.2 GB, and sorted by unit and period a
//! look-up is two short binary searches and one in the rows.

use std::fmt;

use serde::Serialize;

use crate::code::UnitCode;
use crate::day::Day;
use crate::figure::Period;
use crate::index::UnitIx;
use crate::note::Notes;
use crate::observation::{Missing, Observations, Value};
use crate::unit::Units;

/// Which variable it is and where it came from: what has to stand beside each table and map made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeriesSource {
    /// Short word of the source, by which indicators name it: `bdl`, `czso`, `eurostat`, `own`. ASCII letters, digits and `_`.
    pub source: String,
    /// Identifier of the variable at its source, ASCII letters, digits and `_` only.
    pub variable: String,
    /// Who published it, for people; empty where nobody told.
    pub publisher: String,
    /// What the source calls it.
    pub label: String,
    /// Unit of measure as the source writes it; `None` where it does not tell.
    pub measure: Option<String>,
    /// The day on which it was asked for.
    pub retrieved: Day,
    /// Licence or the line of attribution.
    pub licence: String,
    /// SHA-256 of the bytes that it was read from, 64 hexadecimal digits; for several answers, of them one after the other.
    pub sha256: String,
}

impl SeriesSource {
    /// Whether a text may stand for a source or a variable: ASCII letters, digits and `_`, at least one of them.
    #[must_use]
    pub fn is_word(text: &str) -> bool {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    }

    /// Source and variable as indicators name them, `bdl:72305`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}", self.source, self.variable)
    }

    /// Refuses words that no indicator could name.
    pub(crate) fn checked(self) -> Result<Self, SeriesError> {
        if Self::is_word(&self.source) && Self::is_word(&self.variable) {
            return Ok(self);
        }
        Err(SeriesError::NotAKey { source_word: self.source, variable: self.variable })
    }
}

/// One value of one unit in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Code of the unit, as the register of its country writes it.
    pub unit: UnitCode,
    /// Of which time.
    pub period: Period,
    /// The value, or why there is none.
    pub value: Value,
    /// What the source says beside it.
    pub notes: Notes,
}

/// Why observations make no series.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// Two values for one unit and period.
    #[error("variable {variable} has two values for unit {unit} in {period}; leave one of them out")]
    Contradiction {
        /// The variable.
        variable: String,
        /// The unit.
        unit: UnitCode,
        /// The period.
        period: Period,
    },
    /// Neither a number nor missing.
    #[error("variable {variable} has a value for unit {unit} in {period} that is no finite number; give it as missing")]
    NotFinite {
        /// The variable.
        variable: String,
        /// The unit.
        unit: UnitCode,
        /// The period.
        period: Period,
    },
    /// A source or a variable that no indicator could name.
    #[error("{source_word}:{variable} names no variable; source and variable are ASCII letters, digits and _, such as bdl:72305")]
    NotAKey {
        /// The word of the source.
        source_word: String,
        /// The variable.
        variable: String,
    },
    /// More periods than a series can number.
    #[error("variable {variable} has {periods} periods, more than {}; split it", u16::MAX)]
    TooManyPeriods {
        /// The variable.
        variable: String,
        /// How many there are.
        periods: usize,
    },
}

/// Sixteen bytes, see the header of this file.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Row {
    pub(crate) number: f64,
    pub(crate) unit: UnitIx,
    pub(crate) period: u16,
    /// State in the upper four bits, notes in the lower twelve.
    pub(crate) mark: u16,
}

/// One variable over units and periods, sorted by unit and period.
#[derive(Clone, PartialEq)]
pub struct Series {
    pub(crate) about: SeriesSource,
    pub(crate) units: Units,
    pub(crate) periods: Vec<Period>,
    pub(crate) rows: Vec<Row>,
}

impl Series {
    /// Bytes that one value takes, beside the codes and periods that all share.
    pub const BYTES_PER_VALUE: usize = size_of::<Row>();

    /// Sorts observations by unit and period; one that is given twice stays once.
    ///
    /// # Errors
    /// [`SeriesError`] if a unit has two values in one period, a number is not finite, there are more than 65 535 periods, or
    /// source or variable are no words.
    pub fn new(about: SeriesSource, observations: Vec<Observation>) -> Result<Self, SeriesError> {
        let about = about.checked()?;
        let units = Units::new(observations.iter().map(|observation| observation.unit.clone()).collect());
        let mut periods: Vec<Period> = observations.iter().map(|observation| observation.period).collect();
        periods.sort_unstable();
        periods.dedup();
        if u16::try_from(periods.len()).is_err() {
            return Err(SeriesError::TooManyPeriods { variable: about.variable, periods: periods.len() });
        }
        let mut series = Self { about, units, periods, rows: Vec::with_capacity(observations.len()) };
        for observation in observations {
            series.push(&observation)?;
        }
        series.settle()?;
        Ok(series)
    }

    fn push(&mut self, observation: &Observation) -> Result<(), SeriesError> {
        let Some((unit, period)) = self.place(&observation.unit, observation.period) else { return Ok(()) };
        if observation.value.number().is_some_and(|number| !number.is_finite()) {
            let (variable, unit) = (self.about.variable.clone(), observation.unit.clone());
            return Err(SeriesError::NotFinite { variable, unit, period: observation.period });
        }
        let mark = mark(observation.value, observation.notes);
        self.rows.push(Row { number: observation.value.number().unwrap_or(0.0), unit, period, mark });
        Ok(())
    }

    fn settle(&mut self) -> Result<(), SeriesError> {
        self.rows.sort_by_key(|row| (row.unit, row.period));
        self.rows.dedup();
        let twice = self.rows.windows(2).find(|pair| (pair[0].unit, pair[0].period) == (pair[1].unit, pair[1].period));
        match twice {
            None => Ok(()),
            Some(pair) => Err(SeriesError::Contradiction {
                variable: self.about.variable.clone(),
                unit: self.units.code(pair[0].unit).clone(),
                period: self.periods[usize::from(pair[0].period)],
            }),
        }
    }

    fn place(&self, unit: &UnitCode, period: Period) -> Option<(UnitIx, u16)> {
        let period = self.periods.binary_search(&period).ok()?;
        Some((self.units.find(unit)?, u16::try_from(period).ok()?))
    }

    /// Which variable it is and where it came from.
    #[must_use]
    pub const fn about(&self) -> &SeriesSource {
        &self.about
    }

    /// Puts other words for publisher and licence, where the one who brings the file knows better.
    pub fn set_terms(&mut self, publisher: String, licence: String) {
        (self.about.publisher, self.about.licence) = (publisher, licence);
    }

    /// Units that have a row, in the order of their codes.
    #[must_use]
    pub const fn units(&self) -> &Units {
        &self.units
    }

    /// Periods that have a row, the earliest first.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// How many values there are, missing ones too.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The value of a unit in a period with its notes; `None` if the source has no row for it.
    #[must_use]
    pub fn get(&self, unit: &UnitCode, period: Period) -> Option<(Value, Notes)> {
        let place = self.place(unit, period)?;
        let row = self.rows.binary_search_by_key(&place, |row| (row.unit, row.period)).ok()?;
        Some(self.rows[row].read())
    }

    /// All values, by unit and then by period.
    pub fn iter(&self) -> impl Iterator<Item = (&UnitCode, Period, Value, Notes)> {
        self.rows.iter().map(|row| {
            let (value, notes) = row.read();
            (self.units.code(row.unit), self.periods[usize::from(row.period)], value, notes)
        })
    }

    /// The values of one period, without their notes.
    #[must_use]
    pub fn in_period(&self, period: Period) -> Observations {
        let mut values = Observations::new();
        for (unit, _, value, _) in self.iter().filter(|(_, of, _, _)| *of == period) {
            values.insert(unit.clone(), value);
        }
        values
    }
}

impl fmt::Debug for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: ", self.about)?;
        f.debug_list().entries(self.iter()).finish()
    }
}

/// State of a value in the upper four bits, notes in the lower twelve.
pub(crate) const fn mark(value: Value, notes: Notes) -> u16 {
    state(value) << 12 | notes.bits()
}

/// Whether a value with this mark is a number.
pub(crate) const fn has_number(mark: u16) -> bool {
    mark >> 12 <= 1
}

const fn state(value: Value) -> u16 {
    match value {
        Value::Known(_) => 0,
        Value::Estimated(_) => 1,
        Value::Missing(Missing::Suppressed) => 2,
        Value::Missing(Missing::NotGiven) => 3,
        Value::Missing(Missing::NotApplicable) => 4,
    }
}

impl Row {
    const fn read(self) -> (Value, Notes) {
        let value = match self.mark >> 12 {
            0 => Value::Known(self.number),
            1 => Value::Estimated(self.number),
            2 => Value::Missing(Missing::Suppressed),
            4 => Value::Missing(Missing::NotApplicable),
            _ => Value::Missing(Missing::NotGiven),
        };
        (value, Notes::from_bits(self.mark))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::note::Note;

    fn about() -> SeriesSource {
        SeriesSource {
            source: "bdl".into(),
            variable: "72305".into(),
            publisher: "Statistics Poland (GUS), Local Data Bank".into(),
            label: "ogółem".into(),
            measure: Some("osoba".into()),
            retrieved: Day::new(2026, 1, 5).expect("a day of the test"),
            licence: "open data".into(),
            sha256: "0".repeat(64),
        }
    }

    fn observation(unit: &str, year: u16, value: Value, notes: &[Note]) -> Observation {
        let unit = UnitCode::parse(unit).expect("a code of the test");
        Observation { unit, period: Period::Year(year), value, notes: Notes::of(notes) }
    }

    #[test]
    fn a_value_takes_sixteen_bytes() {
        assert_eq!(Series::BYTES_PER_VALUE, 16);
        assert_eq!(size_of::<Observation>(), 40, "one that is written out, without its code on the heap");
    }

    #[test]
    fn values_are_found_by_unit_and_period_with_their_notes() {
        let given = vec![
            observation("0299021", 2024, Value::Known(7.0), &[Note::Preliminary, Note::BreakInSeries]),
            observation("0299011", 2024, Value::Missing(Missing::NotGiven), &[Note::NotYetAvailable]),
            observation("0299021", 2023, Value::Known(0.0), &[Note::BelowPrecision]),
            observation("0299021", 2023, Value::Known(0.0), &[Note::BelowPrecision]),
        ];

        let series = Series::new(about(), given.clone()).expect("a series");

        assert_eq!(series.len(), 3, "a value that is given twice stays once");
        for one in &given {
            assert_eq!(series.get(&one.unit, one.period), Some((one.value, one.notes)));
        }
        assert_eq!(series.get(&given[1].unit, Period::Year(2023)), None);
        assert_eq!(series.periods(), [Period::Year(2023), Period::Year(2024)]);
        assert_eq!(series.in_period(Period::Year(2024)).len(), 2);
        assert_eq!(series.in_period(Period::Year(1999)).len(), 0);
    }

    #[test]
    fn what_makes_no_series_is_refused() {
        let two = vec![
            observation("0299021", 2024, Value::Known(7.0), &[]),
            observation("0299021", 2024, Value::Missing(Missing::NotGiven), &[]),
        ];
        let infinite = vec![observation("0299021", 2024, Value::Known(f64::NAN), &[])];

        assert_eq!(
            Series::new(about(), two).expect_err("two values").to_string(),
            "variable 72305 has two values for unit 0299021 in 2024; leave one of them out"
        );
        assert!(matches!(Series::new(about(), infinite), Err(SeriesError::NotFinite { .. })));
        for (source, variable) in [("GUS BDL", "72305"), ("bdl", "ogółem"), ("", "1"), ("bdl", "")] {
            let about = SeriesSource { source: source.into(), variable: variable.into(), ..about() };
            assert!(matches!(Series::new(about, Vec::new()), Err(SeriesError::NotAKey { .. })), "{source}:{variable}");
        }
        assert_eq!(about().key(), "bdl:72305");
    }

    proptest! {
        #[test]
        fn the_order_of_observations_does_not_matter(
            values in proptest::collection::btree_map((0_u32..40, 1990_u16..2030), (-9.0..9.0_f64, 0_u16..4096, 0_u8..5), 0..60)
        ) {
            let made: Vec<Observation> = values.into_iter().map(|((unit, year), (number, bits, state))| {
                let value = match state {
                    0 => Value::Known(number),
                    1 => Value::Estimated(number),
                    2 => Value::Missing(Missing::Suppressed),
                    3 => Value::Missing(Missing::NotGiven),
                    _ => Value::Missing(Missing::NotApplicable),
                };
                let notes = Notes::from_bits(bits);
                Observation { notes, ..observation(&format!("{unit:07}"), year, value, &[]) }
            }).collect();
            let mut turned = made.clone();
            turned.reverse();

            let one = Series::new(about(), made.clone()).expect("a series");
            let other = Series::new(about(), turned).expect("a series");

            prop_assert_eq!(&one, &other);
            let back: Vec<Observation> = one.iter()
                .map(|(unit, period, value, notes)| Observation { unit: unit.clone(), period, value, notes })
                .collect();
            prop_assert_eq!(back, made);
        }
    }
}
