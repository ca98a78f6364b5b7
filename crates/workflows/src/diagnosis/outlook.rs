//! The population to 2040 in the words of a report.

use miedza_planning::diagnosis::projection::{Assumptions, Figure, Outlook, OutlookError, Parameters, outlook};
use miedza_reports::diagnosis::{AgesOf, Population, ProjectedYear, Source};
use miedza_store::Store;
use miedza_territory::{UnitCode, Units};
use miedza_texts::{Key, Language, Message, key};

use super::cited::{cited, source};
use super::ground::{Ground, failed_by, values};
use crate::failure::Failure;
use crate::lab::aside;
use crate::labels;

/// Five-year ages; the last one is open.
const AGES: usize = 18;

/// An outlook, or which ages are missing.
pub type SoughtOutlook = Result<Outlook, OutlookError>;

/// The outlook of an area, or which ages are missing.
///
/// # Errors
/// [`Failure`] if the store does not answer or figures cannot be projected.
pub async fn sought(store: &Store, ground: &Ground) -> Result<SoughtOutlook, Failure> {
    let assumptions = Assumptions::built_in().map_err(|error| Failure::fault(&error))?;
    let variables: Vec<_> = assumptions.variables().cloned().collect();
    let members: Vec<UnitCode> = ground.subject.members.clone();
    let block = values(store, &variables, Units::new(members.clone()), ground.own.years()).await?;
    aside(move || match outlook(&block, &members, &assumptions, Parameters::default()) {
        Err(error @ (OutlookError::Projection(_) | OutlookError::UnknownScenario { .. })) => Err(failed_by(&error)),
        found => Ok(found),
    })
    .await
}

/// The variables that an outlook starts from, by their names at the source.
///
/// # Errors
/// [`Failure`] for a sheet of assumptions that cannot be read.
pub fn needed() -> Result<Vec<String>, Failure> {
    let assumptions = Assumptions::built_in().map_err(|error| Failure::fault(&error))?;
    Ok(assumptions.variables().map(ToString::to_string).collect())
}

/// The outlook as a report tells it.
#[must_use]
pub fn population(ground: &Ground, outlook: &Outlook, language: Language) -> Population {
    let row = ground.own.row("population").ok();
    let counted = row
        .map(|row| {
            row.years.iter().map(|year| (i32::from(year), row.area_value(year))).filter(|(_, value)| value.is_some()).collect()
        })
        .unwrap_or_default();
    let at = |year: u16| outlook.area.years.iter().find(|at| at.year == year);
    let projected = outlook.area.years.iter().filter(|at| at.year > outlook.from).map(|at| ProjectedYear {
        year: at.year.into(),
        middle: at.figures.get(&Figure::Persons).copied(),
        low: at.band.get(&Figure::Persons).map(|band| band.low),
        high: at.band.get(&Figure::Persons).map(|band| band.high),
    });
    let last = outlook.area.years.last();
    let ages = |of: fn(&miedza_planning::diagnosis::projection::AtYear) -> &Vec<f64>, word: Key| AgesOf {
        name: language.say(&Message::new(word)),
        today: at(outlook.from).map(|at| of(at).iter().copied().map(Some).collect()).unwrap_or_default(),
        later: last.map(|at| of(at).iter().copied().map(Some).collect()).unwrap_or_default(),
    };
    Population {
        counted,
        projected: projected.collect(),
        assumptions: all_assumed(ground, outlook, language),
        ages_today: outlook.from.to_string(),
        ages_later: last.map(|at| at.year.to_string()).unwrap_or_default(),
        age_groups: (0..AGES).map(age_group).collect(),
        ages: vec![ages(|at| &at.women, key::OUTLOOK_WOMEN), ages(|at| &at.men, key::OUTLOOK_MEN)],
        sources: sources(ground, outlook, language),
    }
}

/// The name of a five-year age: 0–4 … 85+.
#[must_use]
pub fn age_group(place: usize) -> String {
    if place + 1 >= AGES { format!("{}+", place * 5) } else { format!("{}–{}", place * 5, place * 5 + 4) }
}

/// Everything that is assumed, one sentence each.
fn assumptions(outlook: &Outlook, language: Language) -> Vec<String> {
    // Where nothing was observed there is no number to tell; what stands for it is told with the names of the municipalities.
    let is_told =
        |assumed: &&miedza_planning::diagnosis::projection::Assumed| assumed.what != "net_migration" || assumed.value.is_some();
    let said = |assumed: &miedza_planning::diagnosis::projection::Assumed| {
        let key = key::find(&format!("outlook-assumed-{}", assumed.what.replace('_', "-")))?;
        let value = assumed.value.map_or_else(String::new, |value| language.number(value, 2));
        let told = Message::new(key).with("value", value).with("source", cited(&assumed.cited.source, language));
        let told = language.say(&told.with("year", assumed.cited.year.as_str()));
        // Across the border each country has assumptions of its own.
        let country = assumed.country.filter(|_| outlook.countries.len() > 1);
        Some(country.map_or_else(|| told.clone(), |country| format!("{}: {told}", language.say(&labels::country(country)))))
    };
    let mut told: Vec<String> = outlook.assumed.iter().filter(is_told).filter_map(said).collect();
    told.push(language.say(&Message::new(key::OUTLOOK_NO_FORECAST)));
    told
}

/// Everything that is assumed, with what is special to the area.
fn all_assumed(ground: &Ground, outlook: &Outlook, language: Language) -> Vec<String> {
    let special = newer_count(ground, outlook, language).into_iter().chain(without_migration(ground, outlook, language));
    assumptions(outlook, language).into_iter().chain(special).collect()
}

/// Inhabitants that were counted after the year that the outlook starts from, beside what it says of that year: it needs
/// ages, and newer totals without ages do not enter it.
fn newer_count(ground: &Ground, outlook: &Outlook, language: Language) -> Option<String> {
    let row = ground.own.row("population").ok()?;
    let (year, counted) = row.years.iter().rev().find_map(|year| Some((year, row.area_value(year)?)))?;
    let at = |year: u16| outlook.area.years.iter().find(|at| at.year == year)?.figures.get(&Figure::Persons).copied();
    let (before, after) = outlook.area.years.windows(2).find_map(|pair| {
        let (one, other) = (pair.first()?, pair.last()?);
        (one.year < year && year <= other.year).then_some((one.year, other.year))
    })?;
    let way = f64::from(year - before) / f64::from(after - before);
    let (from, to) = (at(before)?, at(after)?);
    let told = Message::new(key::OUTLOOK_NEWER_COUNT)
        .with("from", outlook.from.to_string())
        .with("year", year.to_string())
        .with("counted", language.number(counted, 0))
        .with("projected", language.number(from + way * (to - from), 0));
    Some(language.say(&told))
}

/// For which municipalities no migration is assumed, because nobody knows it.
fn without_migration(ground: &Ground, outlook: &Outlook, language: Language) -> Option<String> {
    let names: Vec<String> = outlook.without_migration.iter().map(|code| ground.name(code)).collect();
    match names.len() {
        0 => None,
        all if all == outlook.units.len() => Some(language.say(&Message::new(key::OUTLOOK_ASSUMED_NO_MIGRATION_AT_ALL))),
        _ => Some(language.say(&Message::new(key::OUTLOOK_ASSUMED_NO_MIGRATION).with("names", names.join(", ")))),
    }
}

/// Where the ages of today come from.
fn sources(ground: &Ground, outlook: &Outlook, language: Language) -> Vec<Source> {
    let imports = ground.imports_of("children_share", outlook.from).into_iter();
    imports.map(|import| source(import, [outlook.from], language)).collect()
}
