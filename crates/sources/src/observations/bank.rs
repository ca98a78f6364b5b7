//! Saved answers of the interface of the Local Data Bank: one page about a variable, or about a unit.
//!
//! A page of values names variables by number only; that its label is the expected one cannot be checked, which is told.

use std::collections::BTreeSet;

use miedza_territory::{Provenance, Series};

use super::gather::Origin;
use super::key::Key;
use super::refused::Refusals;
use super::{Error, How, Reason, Remark, Taken};
use crate::bdl::gather::{Gathered, Warning, of_units, of_variable};
use crate::bdl::label::Labels;
use crate::bdl::parse::{self, Page};
use crate::bdl::{LICENCE, PUBLISHER, SOURCE};

/// The values of one variable.
pub(super) fn by_variable(text: &[u8], how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let page = parse::by_variable(text)?;
    let mut reading = Reading::new(how, provenance)?;
    reading.page(&page.page);
    let variable = page.variable_id;
    reading.add(variable, of_variable(variable, &[page])?)?;
    Ok(reading.taken)
}

/// The values of all variables of one unit.
pub(super) fn by_unit(text: &[u8], how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let page = parse::by_unit(text)?;
    let mut reading = Reading::new(how, provenance)?;
    reading.page(&page.page);
    let variables: BTreeSet<u32> = page.page.results.iter().map(|found| found.id).collect();
    let pages = [page];
    for variable in variables {
        reading.add(variable, of_units(variable, &pages))?;
    }
    Ok(reading.taken)
}

struct Reading {
    origin: Origin,
    labels: Labels,
    taken: Taken,
}

impl Reading {
    fn new(how: &How, provenance: &Provenance) -> Result<Self, Error> {
        let origin = how.origin(PUBLISHER, LICENCE, provenance);
        Ok(Self { origin, labels: Labels::built_in()?, taken: Taken::new(Vec::new(), 0) })
    }

    fn page<T>(&mut self, page: &Page<T>) {
        self.taken.rows = u64::try_from(page.results.len()).unwrap_or(u64::MAX);
        if let Some(total) = page.total_records.filter(|total| *total > self.taken.rows) {
            self.taken.remarks.push(Remark::OnePage { records: self.taken.rows, total });
        }
    }

    fn add(&mut self, variable: u32, gathered: Gathered) -> Result<(), Error> {
        let name = variable.to_string();
        let expected = self.labels.get(variable);
        let label = expected.map_or_else(|| name.clone(), |expected| expected.label.clone());
        let key = Key { source: SOURCE.into(), variable: name.clone() };
        let about = self.origin.of(key, label, expected.map(|expected| expected.measure.clone()));
        let gathered = gathered.within_bounds(variable);
        self.warn(gathered.warnings);
        let series = Series::new(about, gathered.observations)?;
        if !series.is_empty() {
            self.taken.series.push(series);
            self.taken.remarks.push(Remark::LabelNotChecked { variable: name });
        }
        Ok(())
    }

    fn warn(&mut self, warnings: Vec<Warning>) {
        let mut odd = 0;
        let refusals: &mut Refusals = &mut self.taken.refusals;
        for warning in warnings {
            match warning {
                Warning::NoPeriod { unit, .. } => refusals.add(0, &unit, Reason::NotAPeriod),
                Warning::NotAUnit { unit } => refusals.add(0, &unit, Reason::NotAUnit),
                Warning::OutOfBounds { unit, outside, number, .. } => {
                    refusals.add(0, &unit, outside.reason("value", &number));
                }
                Warning::UnknownFlag { .. } | Warning::NoFlag { .. } | Warning::NoNumber { .. } => odd += 1,
            }
        }
        if odd > 0 {
            self.taken.remarks.push(Remark::OddFlags { values: odd });
        }
    }
}
