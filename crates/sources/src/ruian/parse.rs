//! From the attributes of features to the register of a day.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use miedza_territory::{
    Country, Day, Figure, Level, Missing, Observations, Period, RegisterEdition, RegisterUnit, UnitCode, UnitFigures, Value,
};

use super::Error;
use crate::boundary::{self, Attributes, Options};
use crate::czso::districts::{self, PRAGUE, PRAGUE_DISTRICT};
use crate::czso::{Municipalities, Report};

/// Names of attributes, the most telling first.
const CODE: [&str; 5] = ["kod", "kod_obec", "kod_ob", "zuj", "icob"];
const NAME: [&str; 5] = ["nazev", "naz_obec", "nazev_obce", "ob", "obec"];
const DISTRICT: [&str; 4] = ["ok", "naz_lau1", "nazev_okresu", "okres"];
const POPULATION: [&str; 3] = ["obv", "obyvatel", "pocet_obyvatel"];

/// What a feature says.
struct Feature {
    code: UnitCode,
    name: String,
    district: Option<String>,
    population: Option<Value>,
}

/// Reads municipalities from a file of features; the file does not tell its day.
///
/// # Errors
/// [`Error`], see [`parse`].
pub fn open(path: &Path, day: Day) -> Result<Municipalities, Error> {
    features(&boundary::open_attributes(path, &Options::default())?, day)
}

/// Reads municipalities from the bytes of a file of features: `GeoJSON`, `TopoJSON`, `GeoPackage` or Shapefile, packed or not.
///
/// # Errors
/// [`Error`] if the file holds no features, no attribute for code or name, a feature has no code or name, or two
/// features call one municipality by two names.
pub fn parse(file: &str, bytes: Vec<u8>, day: Day) -> Result<Municipalities, Error> {
    features(&boundary::attributes(file, bytes, &Options::default())?, day)
}

fn features(attributes: &Attributes, day: Day) -> Result<Municipalities, Error> {
    let mut found: BTreeMap<UnitCode, Feature> = BTreeMap::new();
    for feature in read(attributes)? {
        match found.get(&feature.code) {
            Some(known) if known.name != feature.name => {
                let (first, second) = (known.name.as_str().into(), feature.name.into());
                return Err(Error::TwoNames { file: attributes.file().into(), code: feature.code, first, second });
            }
            // A municipality may come as several records, one for each piece of land.
            Some(_) => {}
            None => drop(found.insert(feature.code.clone(), feature)),
        }
    }
    Ok(municipalities(attributes, found, day))
}

fn read(attributes: &Attributes) -> Result<Vec<Feature>, Error> {
    let needed = |role, names: &[&str]| {
        attributes.column(names).ok_or_else(|| Error::NoAttribute {
            file: attributes.file().into(),
            role,
            attributes: attributes.columns.join(", ").into(),
        })
    };
    let (code, name) = (needed("the code", &CODE)?, needed("the name", &NAME)?);
    let (district, population) = (attributes.column(&DISTRICT), attributes.column(&POPULATION));
    let feature = |row: &boundary::AttributeRow| {
        let refused = |column: usize, what: String| Error::NotAMunicipality {
            file: attributes.file().into(),
            feature: row.feature,
            attribute: attributes.columns[column].as_str().into(),
            what: what.into(),
        };
        let text = |column: usize| row.text(column).unwrap_or_default();
        let parsed = UnitCode::parse(text(code)).map_err(|error| refused(code, error.to_string()))?;
        if text(name).is_empty() {
            return Err(refused(name, "the municipality has no name".into()));
        }
        let district = district.and_then(|column| row.text(column)).filter(|name| !name.is_empty()).map(ToOwned::to_owned);
        let population = population.map(|column| persons(text(column)).ok_or_else(|| refused(column, told(text(column)))));
        Ok(Feature { code: parsed, name: text(name).to_owned(), district, population: population.transpose()? })
    };
    attributes.rows.iter().map(feature).collect()
}

fn told(text: &str) -> String {
    format!("{text} is no number of persons")
}

fn persons(text: &str) -> Option<Value> {
    if text.is_empty() {
        return Some(Value::Missing(Missing::NotGiven));
    }
    text.parse::<u32>().ok().map(|persons| Value::Known(persons.into()))
}

fn municipalities(attributes: &Attributes, features: BTreeMap<UnitCode, Feature>, day: Day) -> Municipalities {
    let mut edition = RegisterEdition::new(Country::Czechia, day);
    let (mut values, mut report, mut unknown) = (Observations::new(), Report::default(), BTreeSet::new());
    let mut prague = Prague::default();
    for (code, feature) in features {
        let mut parent = feature.district.as_deref().and_then(districts::code);
        match (&parent, feature.district) {
            (Some(district), _) => districts::add(&mut edition, district),
            (None, Some(name)) => drop(unknown.insert(name)),
            (None, None) => {}
        }
        let is_part = parent.as_ref().is_some_and(|parent| parent.as_str() == PRAGUE_DISTRICT) && code.as_str() != PRAGUE;
        if is_part {
            prague.parts.push(feature.population);
            parent = UnitCode::parse(PRAGUE).ok();
        }
        if let Some(population) = feature.population {
            values.insert(code.clone(), population);
        }
        let level = if is_part { Level::Part } else { Level::Municipality };
        edition.insert(RegisterUnit { name: feature.name, ..unit(code, level, parent) });
    }
    prague.complete(&mut edition, &mut values, &mut report);
    report.unknown_districts = unknown.into_iter().collect();
    let figures = if values.is_empty() { Vec::new() } else { vec![population(attributes, values, day)] };
    Municipalities { edition, figures, report }
}

fn unit(code: UnitCode, level: Level, parent: Option<UnitCode>) -> RegisterUnit {
    RegisterUnit { country: Country::Czechia, code, level, kind: None, name: String::new(), parent, is_county_seat: None }
}

fn population(attributes: &Attributes, values: Observations, day: Day) -> UnitFigures {
    let column = attributes.column(&POPULATION).map_or_else(String::new, |column| attributes.columns[column].clone());
    let (country, figure, period, provenance) =
        (Country::Czechia, Figure::Population, Period::Day(day), attributes.provenance.clone());
    UnitFigures { country, figure, period, values, total: None, column, provenance }
}

/// The districts that a file cuts Prague into.
#[derive(Default)]
struct Prague {
    /// Inhabitants of each.
    parts: Vec<Option<Value>>,
}

impl Prague {
    /// Adds the city, unless the file has it or none of its districts.
    fn complete(self, edition: &mut RegisterEdition, values: &mut Observations, report: &mut Report) {
        let (Ok(code), Ok(district)) = (UnitCode::parse(PRAGUE), UnitCode::parse(PRAGUE_DISTRICT)) else { return };
        if self.parts.is_empty() || edition.find(&code).is_some() {
            return;
        }
        let numbers: Option<Vec<f64>> = self.parts.iter().map(|part| part.and_then(Value::number)).collect();
        if let Some(numbers) = numbers {
            values.insert(code.clone(), Value::Known(numbers.iter().sum()));
        }
        edition.insert(RegisterUnit { name: "Praha".into(), ..unit(code.clone(), Level::Municipality, Some(district)) });
        report.summed_from_parts.push(code);
    }
}
