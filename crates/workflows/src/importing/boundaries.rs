//! Boundaries of a year, in any format of GIS programs.

use std::path::PathBuf;

use miedza_sources::boundary::{self, Options, write::to_wkb};
use miedza_store::{BoundarySet, Store};
use miedza_territory::{CodeSystem, Country, Level, UnitCode};
use miedza_texts::{Message, key};

use super::{AUTHOR, Imported};
use crate::failure::Failure;
use crate::labels;

/// A file with boundaries.
#[derive(Clone, Debug)]
pub struct BoundariesFile {
    /// The file.
    pub file: PathBuf,
    /// The country; told by the codes where it is not said.
    pub country: Option<Country>,
    /// The level of its units; told by the codes where it is not said.
    pub level: Option<Level>,
    /// The year whose state it shows.
    pub year: u16,
    /// Who published it; the name of the file where it is not said.
    pub source: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
    /// Property that holds the code.
    pub code: Option<String>,
    /// Coordinate system instead of the one that the file declares.
    pub crs: Option<String>,
}

/// Imports a set of boundaries; one of the same country, level and year is replaced.
///
/// # Errors
/// [`Failure`] if the file holds none or the store cannot keep them.
pub async fn boundaries(store: &Store, file: &BoundariesFile) -> Result<Imported, Failure> {
    let options = Options { crs: file.crs.as_deref(), code: file.code.as_deref(), ..Options::default() };
    let read = boundary::read(&file.file, &options).map_err(|error| Failure::imported_boundaries(&file.file, &error))?;
    let land = &read.boundaries;
    let shapes: Vec<(UnitCode, Vec<u8>)> =
        land.units.indices().map(|unit| (land.units.code(unit).clone(), to_wkb(&land.shapes[unit]))).collect();
    let (country, level) = placed(file, land.units.codes())?;
    let name = file.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let set = BoundarySet {
        id: format!("{}-{}-{}", country.word(), level.word(), file.year),
        country,
        level,
        year: file.year,
        source: file.source.clone().unwrap_or_else(|| name.clone()),
        name,
        licence: file.licence.clone(),
        is_schematic: false,
    };
    store.save_boundaries(&set, &shapes, &AUTHOR).await?;
    let told = Message::new(key::IMPORT_BOUNDARIES).with("units", shapes.len()).with("year", file.year.to_string());
    let mut told = vec![told];
    told.extend(crate::delimitation::boundary_notes(&read.report));
    Ok(Imported { told, units: shapes.len(), changed: shapes.len() })
}

/// Country and level of the units: what is said, unless the codes tell of others.
fn placed(file: &BoundariesFile, codes: &[UnitCode]) -> Result<(Country, Level), Failure> {
    let Some((country, level)) = told_by(codes) else {
        return Ok((file.country.unwrap_or(Country::Poland), file.level.unwrap_or(Level::Municipality)));
    };
    let is_other = file.country.is_some_and(|said| said != country) || file.level.is_some_and(|said| said != level);
    if !is_other {
        return Ok((country, level));
    }
    let told = Message::new(key::IMPORT_OTHER_UNITS).with("file", file.file.display().to_string());
    let hint = Message::new(key::IMPORT_OTHER_UNITS_HINT).with("country", country.word()).with("level", level.word());
    Err(Failure::invalid(told.with("level", labels::level(country, level)), hint))
}

/// What the shape of the codes tells of their country and level; `None` where it may be of several.
fn told_by(codes: &[UnitCode]) -> Option<(Country, Level)> {
    let begin = |sign: char| codes.iter().all(|code| code.as_str().starts_with(sign));
    match CodeSystem::of(codes)? {
        CodeSystem::TerytSix | CodeSystem::TerytSeven => Some((Country::Poland, Level::Municipality)),
        CodeSystem::TerytCounty => Some((Country::Poland, Level::County)),
        CodeSystem::Digits(2) => Some((Country::Poland, Level::Region)),
        // All Czech municipalities have six digits that begin with 5.
        CodeSystem::Digits(6) if begin('5') => Some((Country::Czechia, Level::Municipality)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_country_and_level() {
        let told = |codes: &[&str]| {
            let codes: Vec<UnitCode> = codes.iter().map(|code| UnitCode::parse(code).expect("a code")).collect();
            told_by(&codes).map(|(country, level)| (country.word(), level.word()))
        };

        assert_eq!(told(&["0201011", "3217052"]), Some(("pl", "municipality")));
        assert_eq!(told(&["020101", "321705"]), Some(("pl", "municipality")));
        assert_eq!(told(&["0201", "3217"]), Some(("pl", "county")));
        assert_eq!(told(&["02", "32"]), Some(("pl", "region")));
        assert_eq!(told(&["500496", "589250"]), Some(("cz", "municipality")));
        assert_eq!(told(&["3803", "3706"]), None, "Czech districts look like other numbers");
        assert_eq!(told(&["E0600"]), None);
    }
}
