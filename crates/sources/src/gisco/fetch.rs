//! What is asked of GISCO: one file of all Europe for a year, from which the units of a country are cut out.
//!
//! The file has about 150 MB. It is streamed to the disk and read from there feature by feature, never held whole.
//!
//! # Source
//! Eurostat, GISCO, distribution of local administrative units, `LAU_RG_01M_{year}_4326.geojson`.

use std::path::Path;

use serde_json::Value;

use super::Error;
use crate::boundary::collection::{Collection, Feature, each_feature};
use crate::service::{self, Answer, Client};

/// Where the service is.
pub const SERVICE: &str = "https://gisco-services.ec.europa.eu/distribution/v2/lau/geojson";

/// Who is named as the publisher.
pub const PUBLISHER: &str = "Eurostat, GISCO";

/// The line that maps made of these boundaries have to print.
pub const LICENCE: &str = "© EuroGeographics for the administrative boundaries; Eurostat, GISCO";

/// Most bytes of the file.
pub const MOST_BYTES: u64 = 1 << 30;

/// The first year of which there is a file.
const FIRST_YEAR: u16 = 2011;

/// The address of the file of a year.
///
/// # Errors
/// [`Error::NoYear`] before the first file.
pub fn address(service: &str, year: u16) -> Result<String, Error> {
    if year < FIRST_YEAR {
        return Err(Error::NoYear { year, first: FIRST_YEAR });
    }
    Ok(format!("{}/LAU_RG_01M_{year}_4326.geojson", service.trim_end_matches('/')))
}

/// Asks for the file of a year.
///
/// # Errors
/// [`Error::NoYear`]; [`Error::Service`] if there is no answer.
pub async fn fetch(client: &Client, service: &str, year: u16) -> Result<Answer, Error> {
    Ok(client.get(&service::address(&address(service, year)?)?).await?)
}

/// Writes the units of a country, coded as Eurostat does (`PL`), from the file of all into one of their own; how many there
/// are. Each gets its national code as `LAU_ID`, which some years have only behind the country in `GISCO_ID`.
///
/// # Errors
/// [`Error::Features`] if the file is damaged, [`Error::NoUnits`] if there is none, [`Error::NotWritten`] if the disk is full.
pub fn cut_out(country: &str, all: &Path, to: &Path) -> Result<usize, Error> {
    let not_written = |source| Error::NotWritten { path: to.to_owned(), source };
    let mut part = Collection::create(to).map_err(not_written)?;
    let mut failed = None;
    let read = each_feature(all, |mut feature| {
        if !is_of(&mut feature, country) {
            return Ok(());
        }
        part.push(&feature).inspect_err(|error| failed = Some(error.kind()))
    });
    if let Some(kind) = failed {
        return Err(not_written(kind.into()));
    }
    read.map_err(Error::Features)?;
    match part.finish().map_err(not_written)? {
        0 => Err(Error::NoUnits { country: country.into() }),
        units => Ok(units),
    }
}

/// Whether a feature is of a country; its national code is then put where it belongs.
fn is_of(feature: &mut Feature, country: &str) -> bool {
    let Some(Value::Object(properties)) = feature.get_mut("properties") else { return false };
    let id = properties.get("GISCO_ID").and_then(Value::as_str).and_then(|id| id.split_once('_'));
    let code = id.filter(|(of, _)| *of == country).map(|(_, code)| code.to_owned());
    let is_named = properties.get("CNTR_CODE").and_then(Value::as_str) == Some(country);
    if let Some(code) = code {
        properties.insert("LAU_ID".into(), code.into());
        return true;
    }
    is_named && properties.contains_key("LAU_ID")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_of_a_country_are_cut_out_with_their_national_codes() {
        let folder = tempfile::tempdir().expect("a folder of the test");
        let (all, part) = (folder.path().join("all.geojson"), folder.path().join("pl.geojson"));
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"GISCO_ID":"PL_3217011","CNTR_CODE":"PL","LAU_NAME":"Wałcz"},"geometry":null},
            {"type":"Feature","properties":{"GISCO_ID":"CZ_500496","CNTR_CODE":"CZ","LAU_ID":"500496"},"geometry":null},
            {"type":"Feature","properties":{"CNTR_CODE":"PL","LAU_ID":"3217022"},"geometry":null},
            {"type":"Feature","properties":null,"geometry":null}]}"#;
        std::fs::write(&all, text).expect("written");

        assert_eq!(cut_out("PL", &all, &part).expect("a part"), 2);
        let part = std::fs::read_to_string(&part).expect("the part");
        assert!(part.contains(r#""LAU_ID":"3217011""#) && part.contains("3217022") && !part.contains("500496"), "{part}");
        assert!(matches!(cut_out("SK", &all, &folder.path().join("sk")), Err(Error::NoUnits { .. })));
        std::fs::write(&all, &text[..200]).expect("written");
        assert!(matches!(cut_out("PL", &all, &folder.path().join("pl")), Err(Error::Features(_))));
    }

    #[test]
    fn a_year_has_one_address_and_none_before_the_first() {
        assert_eq!(
            address(SERVICE, 2021).expect("an address"),
            "https://gisco-services.ec.europa.eu/distribution/v2/lau/geojson/LAU_RG_01M_2021_4326.geojson"
        );
        assert!(matches!(address(SERVICE, 2010), Err(Error::NoYear { .. })));
    }
}
