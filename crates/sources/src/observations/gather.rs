//! Values of many variables in any order become one series for each, with a few numbers kept for a value.
//!
//! Variables, codes and periods are numbered when they are first met; no row allocates anything. Numbers tell together, for
//! the whole file, what their commas mean. The order of rows changes nothing in the series.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use miedza_territory::{Conflict, Day, Notes, Period, Series, SeriesDraft, SeriesSource, UnitCode, UnitIx, Value};

use super::interned::{Codes, Periods};
use super::key::{Key, word};
use super::{Error, Reason, refused::Refusals};
use crate::commuting::unsettled_told;
use crate::table::{Decimal, Field, Numbers, fold};

/// What all series of a file have in common.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) publisher: String,
    pub(crate) retrieved: Day,
    pub(crate) licence: String,
    pub(crate) sha256: String,
}

impl Origin {
    /// The source of one variable.
    pub(crate) fn of(&self, key: Key, label: String, measure: Option<String>) -> SeriesSource {
        SeriesSource {
            source: key.source,
            variable: key.variable,
            publisher: self.publisher.clone(),
            label,
            measure,
            retrieved: self.retrieved,
            licence: self.licence.clone(),
            sha256: self.sha256.clone(),
        }
    }
}

/// A variable as a file names it.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    pub(crate) key: Key,
    /// Whether the file itself writes the key, so that it must not be changed.
    pub(crate) is_told: bool,
    pub(crate) label: String,
    pub(crate) measure: Option<String>,
}

/// Where a value belongs, by number, and the line on which it stands.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) variable: usize,
    pub(crate) unit: UnitIx,
    pub(crate) period: u16,
    pub(crate) line: u64,
}

/// Series of a file, in the order of their keys, and what was refused.
pub(crate) struct Gathered {
    pub(crate) series: Vec<Series>,
    pub(crate) rows: u64,
    pub(crate) refusals: Refusals,
}

/// Values while a file is read.
#[derive(Default)]
pub(crate) struct Gathering {
    pub(crate) codes: Codes,
    periods: Periods,
    refusals: Refusals,
    /// How many rows were read.
    pub(crate) rows: u64,
    numbers: Numbers,
    /// Variable and row of each number that waits for others to tell what its sign means.
    waiting: Vec<(usize, usize)>,
    names: HashMap<Box<str>, usize>,
    texts: Vec<Box<str>>,
    last: Option<usize>,
    variables: Vec<Variable>,
    drafts: Vec<SeriesDraft>,
}

impl Gathering {
    /// Nothing yet; `decimal` is the decimal sign where it is known.
    pub(crate) fn new(decimal: Option<Decimal>) -> Self {
        Self { numbers: Numbers::with_decimal(decimal), ..Self::default() }
    }

    /// The number of a variable; `make` is asked when the name is met for the first time.
    pub(crate) fn variable(&mut self, name: &str, make: impl FnOnce() -> Result<Variable, Reason>) -> Result<usize, Reason> {
        if let Some(last) = self.last.filter(|last| *self.texts[*last] == *name) {
            return Ok(last);
        }
        let number = if let Some(&number) = self.names.get(name) {
            number
        } else {
            let number = self.variables.len();
            self.variables.push(make()?);
            self.drafts.push(SeriesDraft::default());
            self.texts.push(name.into());
            self.names.insert(name.into(), number);
            number
        };
        self.last = Some(number);
        Ok(number)
    }

    /// Adds a value.
    pub(crate) fn push(&mut self, place: Place, value: Value, notes: Notes) {
        if let Some(draft) = self.drafts.get_mut(place.variable) {
            let line = u32::try_from(place.line).unwrap_or(u32::MAX);
            draft.push((place.unit, place.period), value, notes, line);
        }
    }

    /// Reads a number or the mark of a missing one.
    pub(crate) fn value(&mut self, text: &str, place: Place) -> Option<Value> {
        let waiting = self.numbers.waiting();
        let field = self.numbers.read(text, place.line, self.waiting.len());
        if self.numbers.waiting() > waiting {
            self.waiting.push((place.variable, self.drafts.get(place.variable).map_or(0, SeriesDraft::len)));
        }
        match field {
            Field::Number(number) if number.is_finite() => Some(Value::Known(number)),
            Field::Missing(why) => Some(Value::Missing(why)),
            Field::Number(_) | Field::Other => None,
        }
    }

    /// The series, once all rows are read; `column` is where the numbers stand, for the one that cannot be read.
    pub(crate) fn finish(mut self, file: &str, column: &str, origin: &Origin) -> Result<Gathered, Error> {
        self.settle(file, column)?;
        let Self { codes, periods, mut refusals, rows, variables, drafts, .. } = self;
        let codes = codes.padded();
        let mut series = Vec::new();
        for (variable, draft) in merged(file, variables.into_iter().zip(drafts))? {
            let about = origin.of(variable.key, variable.label, variable.measure);
            let told = |conflict: Conflict<'_>| {
                let reason = Reason::OtherValue { first: conflict.first.into(), period: conflict.period };
                refusals.add(conflict.second.into(), conflict.unit.as_str(), reason);
            };
            let one = draft.into_series(about, &codes, periods.list(), told)?;
            if !one.is_empty() {
                series.push(one);
            }
        }
        Ok(Gathered { series, rows, refusals: refusals.sorted() })
    }

    fn settle(&mut self, file: &str, column: &str) -> Result<(), Error> {
        let (waiting, drafts) = (&self.waiting, &mut self.drafts);
        let put = |position: usize, number: f64| {
            if let Some((variable, row)) = waiting.get(position)
                && let Some(draft) = drafts.get_mut(*variable)
            {
                draft.set_number(*row, number);
            }
        };
        let settled = std::mem::take(&mut self.numbers).settle(put);
        Ok(settled.map_err(|unsettled| unsettled_told(file, column.into(), unsettled))?)
    }

    /// Refuses a row or a value.
    pub(crate) fn refuse(&mut self, line: u64, what: &str, reason: Reason) {
        self.refusals.add(line, what, reason);
    }

    /// The number of a period.
    pub(crate) fn period(&mut self, period: Period) -> Result<u16, Reason> {
        self.periods.number(period).ok_or(Reason::NotAPeriod)
    }
}

type Drafts = Vec<(Variable, SeriesDraft)>;

/// Variables of one key become one. Where words stand for variables in several units of measure, the measure parts them; a
/// key that the file writes itself cannot have two.
fn merged(file: &str, variables: impl Iterator<Item = (Variable, SeriesDraft)>) -> Result<Drafts, Error> {
    let mut by_key: BTreeMap<Key, Drafts> = BTreeMap::new();
    for (variable, draft) in variables {
        by_key.entry(variable.key.clone()).or_default().push((variable, draft));
    }
    let mut merged: BTreeMap<Key, (Variable, SeriesDraft)> = BTreeMap::new();
    for (key, group) in by_key {
        let measure = |variable: &Variable| variable.measure.as_deref().map(fold).filter(|measure| !measure.is_empty());
        let measures: BTreeSet<String> = group.iter().filter_map(|(variable, _)| measure(variable)).collect();
        if measures.len() > 1 && group.iter().any(|(variable, _)| variable.is_told) {
            let named: BTreeSet<&str> = group.iter().filter_map(|(variable, _)| variable.measure.as_deref()).collect();
            let (variable, measures) = (format!("{}:{}", key.source, key.variable), named.into_iter().collect::<Vec<_>>());
            return Err(Error::Measures { file: file.into(), variable: variable.into(), measures: measures.join(", ").into() });
        }
        for (mut variable, draft) in group {
            if let (true, Some(measure)) = (measures.len() > 1, measure(&variable)) {
                let parted = word(&format!("{} {measure}", key.variable));
                variable.key.variable = parted.unwrap_or_else(|| key.variable.clone());
            }
            join(&mut merged, variable, draft);
        }
    }
    Ok(merged.into_values().collect())
}

/// Of two labels and measures the first in byte order counts, whichever row came first.
fn join(merged: &mut BTreeMap<Key, (Variable, SeriesDraft)>, variable: Variable, draft: SeriesDraft) {
    match merged.get_mut(&variable.key) {
        None => {
            merged.insert(variable.key.clone(), (variable, draft));
        }
        Some((known, rows)) => {
            rows.append(draft);
            known.is_told |= variable.is_told;
            known.label = std::cmp::min(std::mem::take(&mut known.label), variable.label);
            known.measure = match (known.measure.take(), variable.measure) {
                (Some(one), Some(other)) => Some(std::cmp::min(one, other)),
                (one, other) => one.or(other),
            };
        }
    }
}

/// A series of units and values that were read elsewhere, of one period.
pub(crate) fn of_period<'a>(
    about: SeriesSource,
    period: Period,
    values: impl Iterator<Item = (&'a UnitCode, Value)>,
) -> Result<Series, Error> {
    let observation = |(unit, value): (&UnitCode, Value)| miedza_territory::Observation {
        unit: unit.clone(),
        period,
        value,
        notes: Notes::NONE,
    };
    Ok(Series::new(about, values.map(observation).collect())?)
}
