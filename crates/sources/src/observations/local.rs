//! Local administrative units of GISCO: inhabitants and area, from a table or from the attributes of a GeoJSON.

use miedza_territory::{Notes, Provenance, Value};
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::gather::{Gathering, Place, Variable};
use super::key::Key;
use super::{Error, How, Reason, Taken};
use crate::gisco::{self, LocalUnit};
use crate::table::Input;

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Option<Map<String, Json>>,
}

/// The attributes of features; their polygons are read elsewhere.
pub(super) fn of_features(file: &str, text: &[u8], how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let told = |source| Error::Json { file: file.into(), source };
    let collection: Collection = serde_json::from_slice(text).map_err(told)?;
    let rows: Vec<Map<String, Json>> = collection.features.into_iter().filter_map(|feature| feature.properties).collect();
    let table = serde_json::to_vec(&rows).map_err(told)?;
    read(Input::new(file, table), how, provenance)
}

/// A table of units.
pub(super) fn read(input: Input, how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let file = input.name().to_owned();
    let units = gisco::read(input, None)?;
    let origin = how.origin("Eurostat, GISCO", "© EuroGeographics; Eurostat, GISCO", provenance);
    let source = how.source.as_deref().unwrap_or("gisco");
    let mut gathering = Gathering::default();
    for (unit, line) in units.iter().zip(1..) {
        gathering.rows += 1;
        add(&mut gathering, (unit, line), (source, how.year, &file))?;
    }
    Ok(gathering.finish(&file, "value", &origin)?.into())
}

fn add(
    gathering: &mut Gathering,
    (unit, line): (&LocalUnit, u64),
    (source, given, file): (&str, Option<u16>, &str),
) -> Result<(), Error> {
    let Some(number) = gathering.codes.number(unit.code.as_str(), false) else {
        gathering.refuse(line, unit.code.as_str(), Reason::NotACode);
        return Ok(());
    };
    let year = unit.population_year.or(given);
    let year = year.ok_or_else(|| crate::Error::NoPeriod { file: file.into(), column: "population".into() })?;
    let figures: [(&str, &str, Option<Value>); 2] =
        [("population", "person", unit.population), ("area_km2", "km²", unit.area_km2)];
    for (name, measure, value) in figures {
        let made = || {
            let key = Key { source: source.into(), variable: name.into() };
            Ok(Variable { key, is_told: false, label: name.into(), measure: Some(measure.into()) })
        };
        let place = gathering
            .period(miedza_territory::Period::Year(year))
            .and_then(|period| Ok((period, gathering.variable(name, made)?)));
        match (place, value) {
            (Ok((period, variable)), Some(value)) => {
                let place = Place { variable, unit: number, period, line, column: name };
                if let Err(reason) = gathering.push(place, value, Notes::NONE) {
                    gathering.refuse(line, unit.code.as_str(), reason);
                }
            }
            (Err(reason), _) => gathering.refuse(line, unit.code.as_str(), reason),
            (Ok(_), None) => {}
        }
    }
    Ok(())
}
