//! What is kept of the units that a variant stands on: names, counties, inhabitants, land, of the year of its flows.

use std::collections::BTreeMap;

use miedza_planning::record::Record;
use miedza_store::{AuditQuestion, KeptFigure, Store, UnitQuestion};
use miedza_territory::{Country, Day, Figure, Level, UnitCode};

use super::known::{Known, KnownUnit};
use crate::failure::Failure;
use crate::territory::shapes;

/// Which units are wanted, as they were when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    countries: Vec<Country>,
    year: Option<u16>,
}

impl Wanted {
    /// The units of the country and year of a flow table, of all countries where it names none; and those of the countries
    /// that the codes of a variant and its partnership point to, since an area may cross a border that a table does not.
    pub fn of_table<'a>(table: &Record, named: impl Iterator<Item = &'a str>) -> Self {
        let own = table.text("country").and_then(Country::from_word);
        let countries = match own {
            Some(own) => distinct(named.map(country_of).chain([own]).collect()),
            None => vec![Country::Poland, Country::Czechia],
        };
        Self { countries, year: table.number("year").and_then(|year| u16::try_from(year).ok()) }
    }

    /// The units of today, of the countries that the codes of a variant and its partnership point to.
    pub fn without_table<'a>(named: impl Iterator<Item = &'a str>) -> Self {
        let countries = distinct(named.map(country_of).collect());
        let all = || vec![Country::Poland, Country::Czechia];
        Self { countries: if countries.is_empty() { all() } else { countries }, year: None }
    }

    /// A name unlike that of any other wish.
    pub fn name(&self) -> String {
        let countries: Vec<&str> = self.countries.iter().map(|country| country.word()).collect();
        format!("{} {:?}", countries.join("+"), self.year)
    }
}

fn distinct(mut countries: Vec<Country>) -> Vec<Country> {
    countries.sort_unstable();
    countries.dedup();
    countries
}

fn country_of(code: &str) -> Country {
    UnitCode::parse(code).map_or(Country::Poland, |code| Country::of_municipality(&code))
}

/// Changes whenever a register, figures or boundaries are imported.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn stamp(store: &Store) -> Result<String, Failure> {
    let mut stamp = String::new();
    for kind in ["register_editions", "figure_sets", "boundary_sets"] {
        let question = AuditQuestion { kind: Some(kind.to_owned()), limit: 1, ..AuditQuestion::default() };
        let newest = store.audit(&question).await?.first().map_or(0, |entry| entry.seq);
        stamp.push_str(&format!("{newest}."));
    }
    Ok(stamp)
}

/// What is kept of the units.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn known(store: &Store, wanted: &Wanted) -> Result<Known, Failure> {
    let mut units = Vec::new();
    for &country in &wanted.countries {
        units.extend(of_country(store, country, wanted.year).await?);
    }
    let codes: Vec<UnitCode> = units.iter().map(|unit| unit.code.clone()).collect();
    let year = wanted.year;
    let population = figure(store, &codes, Figure::Population, year).await?;
    let area_km2 = figure(store, &codes, Figure::AreaKm2, year).await?;
    let employed = figure(store, &codes, Figure::Employed, year).await?;
    let jobs = figure(store, &codes, Figure::Jobs, year).await?;
    for unit in &mut units {
        let of = |figures: &BTreeMap<UnitCode, f64>| figures.get(&unit.code).copied();
        (unit.population, unit.area_km2, unit.employed, unit.jobs) = (of(&population), of(&area_km2), of(&employed), of(&jobs));
    }
    let boundaries = shapes(store, &codes, wanted.year).await?;
    Ok(Known { units, boundaries })
}

async fn of_country(store: &Store, country: Country, year: Option<u16>) -> Result<Vec<KnownUnit>, Failure> {
    let on = year.and_then(|year| Day::new(year, 12, 31));
    let question = |level| UnitQuestion { country: Some(country), level: Some(level), on, ..UnitQuestion::default() };
    let counties = store.units(&question(Level::County)).await?;
    let names: BTreeMap<UnitCode, String> = counties.into_iter().map(|kept| (kept.unit.code, kept.unit.name)).collect();
    let municipalities = store.units(&question(Level::Municipality)).await?;
    let unit = |kept: miedza_store::KeptUnit| KnownUnit {
        county: kept.unit.parent.as_ref().and_then(|parent| names.get(parent).cloned()),
        ..KnownUnit::named(kept.unit.code, kept.unit.name)
    };
    Ok(municipalities.into_iter().map(unit).collect())
}

/// A figure of each unit: of the year that lies nearest to the wanted one, the later on a tie; the last one where no year is
/// wanted.
async fn figure(store: &Store, codes: &[UnitCode], name: Figure, year: Option<u16>) -> Result<BTreeMap<UnitCode, f64>, Failure> {
    let mut nearest: BTreeMap<UnitCode, (u16, f64)> = BTreeMap::new();
    let distance = |found: u16| year.map_or(u16::MAX - found, |year| found.abs_diff(year));
    for KeptFigure { code, period, value, .. } in store.figures(codes, name).await? {
        let (found, Some(number)) = (period.year(), value.number()) else { continue };
        match nearest.get(&code) {
            Some((held, _)) if distance(*held) < distance(found) => {}
            _ => {
                nearest.insert(code, (found, number));
            }
        }
    }
    Ok(nearest.into_iter().map(|(code, (_, number))| (code, number)).collect())
}
