//! Lists of units with a few figures: table 21 of Statistics Poland and lists of Czech municipalities.
//!
//! Inhabitants and area of table 21 are the same figures, of 31 December and of the same office, as the variables 72305 and 1
//! of the Local Data Bank, and get their keys; publisher and file stay those of the table. It does not tell its year.

use miedza_territory::{Day, Figure, Period, Provenance, Series, UnitFigures, Value};

use super::bounds::Bounds;
use super::gather::{Origin, of_period};
use super::key::Key;
use super::{Error, How, Remark, Taken};
use crate::czso::ages::OfAge;
use crate::table::Input;
use crate::{bdl, czso, gus};

/// Table 21: inhabitants and hectares.
pub(super) fn polish(input: &Input, how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let origin = how.origin("Statistics Poland (GUS), table 21: area and population", bdl::LICENCE, provenance);
    let found = gus::observations(input, how.year.map(Period::Year)).map_err(|error| match error {
        crate::Error::NoPeriod { file, .. } => Error::Edition { file },
        error => error.into(),
    })?;
    let rows = found.iter().map(|figures| figures.values.len()).max().unwrap_or(0);
    let mut taken = Taken::new(Vec::new(), u64::try_from(rows).unwrap_or(u64::MAX));
    for figures in &found {
        match figures.figure {
            Figure::AreaKm2 => taken.add(figures, &origin, ("bdl", "1", "powierzchnia", "ha"), hectares)?,
            _ => taken.add(figures, &origin, ("bdl", "72305", "ludność ogółem (stan na 31 XII)", "person"), |value| value)?,
        }
    }
    taken.series.sort_by_key(|one| one.about().key());
    Ok(taken)
}

/// A list of Czech municipalities: inhabitants, their ages, and those who work there where the list has them. `of_taxes`
/// says that it is the table of the ministry by which taxes are shared.
pub(super) fn czech(input: Input, how: &How, (of_taxes, provenance): (bool, &Provenance)) -> Result<Taken, Error> {
    let day = how.year.and_then(|year| Day::new(year, 12, 31));
    let ages = if of_taxes { Vec::new() } else { czso::ages::ages(input.clone())? };
    let read = czso::read(vec![input], day)?;
    let (publisher, licence, source) = if of_taxes {
        ("Ministry of Finance of the Czech Republic", "", "mfcr")
    } else {
        ("Czech Statistical Office (ČSÚ)", "Český statistický úřad, CC BY 4.0", "czso")
    };
    let origin = how.origin(publisher, licence, provenance);
    let source = how.source.as_deref().unwrap_or(source);
    let units = read.figures.iter().map(|figures| figures.values.len()).max().unwrap_or(0);
    let mut taken = Taken::new(Vec::new(), u64::try_from(units + read.report.left_out).unwrap_or(u64::MAX));
    for figures in &read.figures {
        let described = match (figures.figure, of_taxes) {
            (Figure::Jobs, _) => (source, "employees", "zaměstnanci", "person"),
            (_, true) => (source, "population", "počet obyvatel", "person"),
            (_, false) => (source, "2406", "počet obyvatel", "person"),
        };
        taken.add(figures, &origin, described, |value| value)?;
    }
    let period = read.figures.first().map(|figures| state(figures.figure, figures.period));
    for (age, period) in ages.iter().zip(period.into_iter().cycle()) {
        taken.series.push(of_age(age, period, (&origin, source))?);
    }
    taken.series.sort_by_key(|one| one.about().key());
    if read.report.left_out > 0 {
        taken.remarks.push(Remark::LeftOut { rows: u64::try_from(read.report.left_out).unwrap_or(u64::MAX) });
    }
    Ok(taken)
}

impl Taken {
    /// Adds one figure; `described` are source, variable, label and measure.
    fn add(
        &mut self,
        figures: &UnitFigures,
        origin: &Origin,
        (source, variable, label, measure): (&str, &str, &str, &str),
        turned: impl Fn(Value) -> Value,
    ) -> Result<(), Error> {
        let key = Key { source: source.into(), variable: variable.into() };
        let bounds = Bounds::of(&key);
        let about = origin.of(key, label.into(), Some(measure.into()));
        let refusals = &mut self.refusals;
        let values = figures.values.iter().map(|(code, value)| (code, turned(value)));
        let values = values.filter(|(code, value)| bounds.admit(code, *value, refusals));
        let series = of_period(about, state(figures.figure, figures.period), values)?;
        if !series.is_empty() {
            self.series.push(series);
        }
        Ok(())
    }
}

/// Inhabitants of an age: `2406_age_0_4`, `2406_age_85`.
fn of_age(age: &OfAge, period: Period, (origin, source): (&Origin, &str)) -> Result<Series, Error> {
    let (variable, label) = match age.to {
        Some(to) => (format!("2406_age_{}_{to}", age.from), format!("počet obyvatel; {}–{to} let", age.from)),
        None => (format!("2406_age_{}", age.from), format!("počet obyvatel; {} a více let", age.from)),
    };
    let about = origin.of(Key { source: source.into(), variable }, label, Some("person".into()));
    of_period(about, period, age.values.iter())
}

/// The state of 31 December is the figure of its year, and so are inhabitants of the morning after.
fn state(figure: Figure, period: Period) -> Period {
    match period {
        Period::Day(day) if Day::new(day.year(), 12, 31) == Some(day) => Period::Year(day.year()),
        Period::Day(day) if figure == Figure::Population && Day::new(day.year(), 1, 1) == Some(day) => {
            Period::Year(day.year().saturating_sub(1))
        }
        period => period,
    }
}

/// Square kilometres as hectares, rounded to square metres, so that 22.85 km² are 2285 ha and nothing more.
fn hectares(value: Value) -> Value {
    match value {
        Value::Known(km2) => Value::Known((km2 * 1e6).round() / 1e4),
        value => value,
    }
}
