//! Values of many variables in any order become one series for each, with a few numbers kept for a value.
//!
//! Variables, codes and periods are numbered when they are first met; no row allocates anything. Numbers tell together, for
//! the whole file, what their commas mean. The order of rows changes nothing in the series.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use miedza_territory::{Conflict, Day, Notes, Period, Series, SeriesDraft, SeriesSource, UnitCode, UnitIx, Value};

use super::bounds::Bounds;
use super::interned::{Codes, Periods};
use super::key::{Key, word};
use super::{Error, Reason, refused::Refusals};
use crate::commuting::unsettled_told;
use crate::table::{Decimal, Field, Numbers, fold};

/// Most characters of the identifier of a variable; one that is made of words has at most 80.
const MOST_IDENTIFIER: usize = 100;
/// Most characters of the name of a variable, and of its unit of measure.
const MOST_LABEL: usize = 300;

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

impl Variable {
    /// The variable, if its names are none that would fill a page.
    fn short(self) -> Result<Self, Reason> {
        let is_long = |text: &str, most: usize| text.len() > most && text.chars().count() > most;
        if is_long(&self.key.variable, MOST_IDENTIFIER) {
            return Err(Reason::LongIdentifier { most: MOST_IDENTIFIER });
        }
        let is_label_long =
            is_long(&self.label, MOST_LABEL) || self.measure.as_deref().is_some_and(|text| is_long(text, MOST_LABEL));
        if is_label_long { Err(Reason::LongName { most: MOST_LABEL }) } else { Ok(self) }
    }
}

/// Where a value belongs, by number, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) variable: usize,
    pub(crate) unit: UnitIx,
    pub(crate) period: u16,
    pub(crate) line: u64,
    /// Name of the column.
    pub(crate) column: &'a str,
}

/// A number that waits for others to tell what its sign means.
struct Waiting {
    variable: usize,
    /// Number of its row in the draft.
    row: usize,
    /// Number of its column.
    column: usize,
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
    waiting: Vec<Waiting>,
    /// Names of the columns with numbers that wait.
    columns: Vec<Box<str>>,
    names: HashMap<Box<str>, usize>,
    texts: Vec<Box<str>>,
    last: Option<usize>,
    variables: Vec<Variable>,
    bounds: Vec<Bounds>,
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
            let made = make()?.short()?;
            self.bounds.push(Bounds::of(&made.key));
            self.variables.push(made);
            self.drafts.push(SeriesDraft::default());
            self.texts.push(name.into());
            self.names.insert(name.into(), number);
            number
        };
        self.last = Some(number);
        Ok(number)
    }

    /// Adds a value, unless its variable cannot have it.
    pub(crate) fn push(&mut self, place: Place<'_>, value: Value, notes: Notes) -> Result<(), Reason> {
        let Some(draft) = self.drafts.get_mut(place.variable) else { return Ok(()) };
        // What the sign of a number means that waits is not known yet: it is held against the bounds when it is settled.
        let is_waiting = self.waiting.last().is_some_and(|last| (last.variable, last.row) == (place.variable, draft.len()));
        if let Some(number) = value.number().filter(|_| !is_waiting)
            && let Some(outside) = self.bounds.get(place.variable).copied().unwrap_or_default().outside(number)
        {
            return Err(outside.reason(place.column, &number.to_string()));
        }
        let line = u32::try_from(place.line).unwrap_or(u32::MAX);
        draft.push((place.unit, place.period), value, notes, line);
        Ok(())
    }

    /// Reads a number or the mark of a missing one.
    pub(crate) fn value(&mut self, text: &str, place: Place<'_>) -> Option<Value> {
        let waiting = self.numbers.waiting();
        let field = self.numbers.read(text, place.line, self.waiting.len());
        if self.numbers.waiting() > waiting {
            let row = self.drafts.get(place.variable).map_or(0, SeriesDraft::len);
            let column = self.column(place.column);
            self.waiting.push(Waiting { variable: place.variable, row, column });
        }
        match field {
            Field::Number(number) if number.is_finite() => Some(Value::Known(number)),
            Field::Missing(why) => Some(Value::Missing(why)),
            Field::Number(_) | Field::Other => None,
        }
    }

    /// The number of a column by its name.
    fn column(&mut self, name: &str) -> usize {
        self.columns.iter().position(|known| **known == *name).unwrap_or_else(|| {
            self.columns.push(name.into());
            self.columns.len() - 1
        })
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
            if let Some(Waiting { variable, row, .. }) = waiting.get(position)
                && let Some(draft) = drafts.get_mut(*variable)
            {
                draft.set_number(*row, number);
            }
        };
        let settled = std::mem::take(&mut self.numbers).settle(put);
        settled.map_err(|unsettled| unsettled_told(file, column.into(), unsettled))?;
        self.hold_against_bounds();
        Ok(())
    }

    /// Refuses numbers that have waited and that their variables cannot have.
    fn hold_against_bounds(&mut self) {
        let mut outside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for Waiting { variable, row, column } in std::mem::take(&mut self.waiting) {
            let Some(draft) = self.drafts.get(variable) else { continue };
            let bounds = self.bounds.get(variable).copied().unwrap_or_default();
            let Some((number, line)) = draft.number(row).zip(draft.line(row)) else { continue };
            if let Some(told) = bounds.outside(number) {
                let (text, column) = (number.to_string(), self.columns.get(column).map_or("", |column| &**column));
                self.refusals.add(line.into(), &text, told.reason(column, &text));
                outside.entry(variable).or_default().push(row);
            }
        }
        for (variable, rows) in outside {
            if let Some(draft) = self.drafts.get_mut(variable) {
                draft.take_out(&rows);
            }
        }
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
