//! Boundaries of units, from and to the files that geographers exchange.
//!
//! [`read`] takes GeoJSON, TopoJSON, GeoPackage, Shapefile or GML, packed or not, in any system of coordinates of our table,
//! and gives [`Boundaries`] in longitude and latitude with a [`Report`] of what was found, mended and missed. `write` is
//! the way back. Which units touch and how areas look is not worked out here: that is `miedza-delimitation`.

mod assemble;
mod attributes;
mod codes;
pub(crate) mod collection;
mod container;
mod crs;
mod dbase;
mod error;
mod feature;
mod geopackage;
mod gml;
mod json;
mod mend;
mod nested;
mod packing;
mod shapefile;
mod topojson;
mod wkb;
pub mod write;

use std::path::Path;

use miedza_territory::{Boundaries, Provenance, UnitCode, Units};
use serde::Serialize;
use sha2::{Digest, Sha256};

pub use attributes::{AttributeRow, Attributes, attributes, open_attributes};
pub use crs::Way;
pub use error::Error;
pub use mend::Flaw;
pub use wkb::from_wkb;

/// Vertices that are read without a look at the size of the file.
const HARMLESS_VERTICES: u64 = 1_000_000;

/// How to read boundaries; the default finds everything by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The system of coordinates (`EPSG:2180`), whatever the file declares.
    pub crs: Option<&'a str>,
    /// The layer, object or Shapefile to read, where there are several.
    pub layer: Option<&'a str>,
    /// The attribute that holds the codes.
    pub code: Option<&'a str>,
    /// The attribute that holds the names.
    pub name: Option<&'a str>,
    /// The units of the flows; codes are then written as the flows write them.
    pub match_codes: Option<&'a Units>,
}

/// Boundaries and what is to be told of them.
#[derive(Clone, Debug)]
pub struct Found {
    /// The boundaries, longitude and latitude.
    pub boundaries: Boundaries,
    /// What was found, mended and missed.
    pub report: Report,
}

/// What was found, mended and missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many units of the flows have a boundary; all that were read where no flows were given.
    pub matched: usize,
    /// Units of the flows without a boundary, in order.
    pub without_boundary: Vec<UnitCode>,
    /// How many boundaries belong to no unit of the flows.
    pub without_flows: usize,
    /// Units whose polygons were mended, and what was wrong, in order of codes.
    pub mended: Vec<Mended>,
    /// Units whose polygons had no land left, in order.
    pub dropped: Vec<UnitCode>,
    /// How many features were points, lines or nothing.
    pub without_land: usize,
    /// How many features were left out because a whole of which they are a part is there too.
    pub parts_beside_whole: usize,
    /// The system of coordinates that was taken.
    pub crs: String,
    /// Whether the file had latitude before longitude.
    pub latitude_first: bool,
    /// The layer that was read, where the file names layers.
    pub layer: Option<String>,
    /// The attribute that was read as code.
    pub code_column: String,
    /// The attribute that was read as name.
    pub name_column: Option<String>,
    /// Which file it was.
    pub provenance: Provenance,
}

/// A unit whose polygons were mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mended {
    /// The unit.
    pub unit: UnitCode,
    /// What was wrong, each once.
    pub flaws: Vec<Flaw>,
}

/// Reads boundaries from a file; the other parts of a Shapefile are found beside it.
///
/// # Errors
/// [`Error`], which names the file, and the feature where one is at fault.
pub fn read(path: &Path, options: &Options<'_>) -> Result<Found, Error> {
    let (file, bytes) = bytes_of(path)?;
    found(&file, bytes, &|extension| container::sibling(path, extension), options)
}

/// Name and bytes of a file that is not too big.
fn bytes_of(path: &Path) -> Result<(String, Vec<u8>), Error> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let failed = |source| Error::Io { file: file.clone(), source };
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > packing::LIMIT {
        return Err(Error::TooBig { file, limit: packing::LIMIT });
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    Ok((file, bytes))
}

/// Reads boundaries from the bytes of one file; a bare `.shp` lacks its attributes here, an archive has them.
///
/// # Errors
/// [`Error`], as for [`read`].
///
/// ```
/// use miedza_sources::boundary::{Options, parse};
///
/// let text = r#"{"type": "Feature", "properties": {"kod": 554782, "nazev": "Praha"}, "geometry":
///     {"type": "Polygon", "coordinates": [[[14.2, 50.0], [14.7, 50.0], [14.5, 50.2], [14.2, 50.0]]]}}"#;
///
/// let found = parse("praha.geojson", text.as_bytes().to_vec(), &Options::default()).unwrap();
///
/// assert_eq!(found.boundaries.units.codes()[0].as_str(), "554782");
/// assert_eq!(found.report.crs, "EPSG:4326");
/// ```
pub fn parse(file: &str, bytes: Vec<u8>, options: &Options<'_>) -> Result<Found, Error> {
    found(file, bytes, &|_| None, options)
}

fn found(file: &str, bytes: Vec<u8>, beside: &dyn Fn(&str) -> Option<Vec<u8>>, options: &Options<'_>) -> Result<Found, Error> {
    let (provenance, mut features) = features_of(file, bytes, beside, options)?;
    let placed = crs::place(file, &mut features, options.crs)?;
    assemble::boundaries(provenance, features, &placed, options)
}

/// The features with land, coordinates as the file has them.
fn features_of(
    file: &str,
    bytes: Vec<u8>,
    beside: &dyn Fn(&str) -> Option<Vec<u8>>,
    options: &Options<'_>,
) -> Result<(Provenance, feature::Features), Error> {
    let provenance = Provenance {
        role: "boundaries".to_owned(),
        file: file.to_owned(),
        sha256: hexadecimal(&Sha256::digest(&bytes)),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    let features = container::features(file, bytes, beside, options)?;
    if features.count == 0 {
        return Err(Error::Empty { file: file.to_owned() });
    }
    if features.rows.is_empty() {
        return Err(Error::NoPolygons { file: file.to_owned(), features: features.count, found: features.others.join(", ") });
    }
    refuse_too_many_vertices(&provenance, &features)?;
    Ok((provenance, features))
}

/// A vertex takes more than one byte in any honest file, packed or not.
fn refuse_too_many_vertices(provenance: &Provenance, features: &feature::Features) -> Result<(), Error> {
    let vertices: usize = features.rows.iter().flat_map(|row| &row.land).map(Vec::len).sum();
    let vertices = u64::try_from(vertices).unwrap_or(u64::MAX);
    if vertices > provenance.bytes.max(HARMLESS_VERTICES) {
        let (packed, unpacked) = (provenance.bytes, vertices.saturating_mul(16));
        return Err(Error::Bomb { file: provenance.file.clone(), packed, unpacked });
    }
    Ok(())
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests;
