//! From pages of answers to one series: flags become notes, odd entries are told, and the label is checked first.
//!
//! Nothing is dropped silently: an entry that has no year or belongs to no unit is left out with a warning, one whose flag is
//! unknown or absent stays as missing with a warning.

use miedza_territory::{Day, Missing, Note, Notes, Observation, Period, Series, SeriesSource, Value};

use super::flag::Flag;
use super::label::Labels;
use super::parse::{Entry, UnitData, Variable, VariableData};
use super::{Error, LICENCE, PUBLISHER, SOURCE, UnitId};
use crate::observations::Outside;
use crate::observations::bounds::Bounds;
use crate::observations::key::Key;

/// Something odd in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// A flag that is not known; the value is missing.
    UnknownFlag {
        /// Identifier of the unit.
        unit: String,
        /// The period.
        period: Period,
        /// The flag.
        flag: i64,
    },
    /// No flag at all; the value is missing.
    NoFlag {
        /// Identifier of the unit.
        unit: String,
        /// The period.
        period: Period,
    },
    /// A flag that promises a number, and none there; the value is missing.
    NoNumber {
        /// Identifier of the unit.
        unit: String,
        /// The period.
        period: Period,
    },
    /// An entry without a year; it is left out.
    NoPeriod {
        /// Identifier of the unit.
        unit: String,
        /// What stands in place of the year; `None` for nothing.
        found: Option<String>,
    },
    /// A number that its variable cannot have; it is left out.
    OutOfBounds {
        /// The unit.
        unit: String,
        /// The period.
        period: Period,
        /// Why it cannot have it.
        outside: Outside,
        /// The number as text.
        number: String,
    },
    /// Values of something else than a unit, for instance of a locality; they are left out.
    NotAUnit {
        /// What stands in place of the identifier.
        unit: String,
    },
}

/// Values that were read, and what was odd.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Gathered {
    /// In the order of the answers.
    pub observations: Vec<Observation>,
    /// In the order of the answers.
    pub warnings: Vec<Warning>,
}

/// From which answers a series is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The day on which they were asked for; of several the first.
    pub retrieved: Day,
    /// SHA-256 of their bytes one after the other, 64 hexadecimal digits.
    pub sha256: String,
}

/// The values of all units of all pages of one variable.
///
/// # Errors
/// [`Error::OtherVariable`] if a page speaks of another variable than `variable`.
pub fn of_variable(variable: u32, pages: &[VariableData]) -> Result<Gathered, Error> {
    let mut gathered = Gathered::default();
    for page in pages {
        if page.variable_id != variable {
            return Err(Error::OtherVariable { asked: variable, found: page.variable_id });
        }
        for unit in &page.page.results {
            gathered.add(&unit.id, &unit.values);
        }
    }
    Ok(gathered)
}

/// The values of one variable in pages of one unit or of several.
#[must_use]
pub fn of_units(variable: u32, pages: &[UnitData]) -> Gathered {
    let mut gathered = Gathered::default();
    for page in pages {
        for found in page.page.results.iter().filter(|found| found.id == variable) {
            gathered.add(&page.unit_id, &found.values);
        }
    }
    gathered
}

/// A series of one variable, if the service calls it what the list of labels expects.
///
/// # Errors
/// [`Error::LabelDiffers`] or [`Error::NotExpected`] before anything else is looked at, [`Error::Series`] if the service gives
/// two values for one unit and year.
pub fn series(variable: &Variable, labels: &Labels, gathered: Gathered, received: Received) -> Result<Series, Error> {
    labels.check(variable)?;
    let about = SeriesSource {
        source: SOURCE.into(),
        variable: variable.id.to_string(),
        publisher: PUBLISHER.into(),
        label: variable.label(),
        measure: variable.measure_unit_name.clone(),
        retrieved: received.retrieved,
        licence: LICENCE.into(),
        sha256: received.sha256,
    };
    Ok(Series::new(about, gathered.observations)?)
}

impl Gathered {
    /// Without the numbers that a variable cannot have; each is told.
    #[must_use]
    pub fn within_bounds(mut self, variable: u32) -> Self {
        let bounds = Bounds::of(&Key { source: SOURCE.into(), variable: variable.to_string() });
        let warnings = &mut self.warnings;
        self.observations.retain(|one| {
            let outside = one.value.number().and_then(|number| Some((bounds.outside(number)?, number)));
            warnings.extend(outside.map(|(outside, number)| Warning::OutOfBounds {
                unit: one.unit.to_string(),
                period: one.period,
                outside,
                number: number.to_string(),
            }));
            outside.is_none()
        });
        self
    }

    fn add(&mut self, unit: &str, entries: &[Entry]) {
        let Ok(id) = UnitId::parse(unit) else {
            self.warnings.push(Warning::NotAUnit { unit: unit.chars().take(64).collect() });
            return;
        };
        for entry in entries {
            match period(entry) {
                Some(period) => self.push(&id, period, entry),
                None => self.warnings.push(Warning::NoPeriod { unit: unit.into(), found: entry.year.clone() }),
            }
        }
    }

    fn push(&mut self, id: &UnitId, period: Period, entry: &Entry) {
        let unit = id.to_string();
        let unknown = (Value::Missing(Missing::NotGiven), Notes::of(&[Note::UnknownFlag]));
        let (value, notes) = match (entry.attr_id, entry.attr_id.and_then(Flag::of)) {
            (_, Some(flag)) => {
                if matches!(flag, Flag::Known(_)) && entry.val.is_none() {
                    self.warnings.push(Warning::NoNumber { unit, period });
                }
                flag.read(entry.val)
            }
            (Some(flag), None) => {
                self.warnings.push(Warning::UnknownFlag { unit, period, flag });
                unknown
            }
            (None, None) => {
                self.warnings.push(Warning::NoFlag { unit, period });
                unknown
            }
        };
        self.observations.push(Observation { unit: id.code().clone(), period, value, notes });
    }
}

fn period(entry: &Entry) -> Option<Period> {
    let period: Period = entry.year.as_deref()?.parse().ok()?;
    matches!(period, Period::Year(_)).then_some(period)
}
