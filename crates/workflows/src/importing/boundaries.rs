//! Boundaries of a year, in any format of GIS programs.

use std::path::PathBuf;

use miedza_sources::boundary::{self, Options, write::to_wkb};
use miedza_store::{BoundarySet, Store};
use miedza_territory::{Country, Level, UnitCode};
use miedza_texts::{Message, key};

use super::{AUTHOR, Imported};
use crate::failure::Failure;

/// A file with boundaries.
#[derive(Clone, Debug)]
pub struct BoundariesFile {
    /// The file.
    pub file: PathBuf,
    /// The country.
    pub country: Country,
    /// The level of its units.
    pub level: Level,
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
    let read = boundary::read(&file.file, &options).map_err(|error| Failure::boundaries(&file.file, &error))?;
    let land = &read.boundaries;
    let shapes: Vec<(UnitCode, Vec<u8>)> =
        land.units.indices().map(|unit| (land.units.code(unit).clone(), to_wkb(&land.shapes[unit]))).collect();
    let name = file.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let set = BoundarySet {
        id: format!("{}-{}-{}", file.country.word(), file.level.word(), file.year),
        country: file.country,
        level: file.level,
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
