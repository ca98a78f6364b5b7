//! What can be wrong with a file of boundaries.

use miedza_territory::{CodeError, UnitCode};

/// Why boundaries could not be read or written; each names the file, and the feature where there is one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file system said no.
    #[error("{file} cannot be read or written")]
    Io {
        /// Name of the file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// More bytes than are read at once.
    #[error("{file} holds more than {limit} bytes")]
    TooBig {
        /// Name of the file.
        file: String,
        /// Most bytes that are read.
        limit: u64,
    },
    /// A small file that unpacks to a very large one.
    #[error("{file} unpacks from {packed} bytes to more than {unpacked}, far more than boundaries do")]
    Bomb {
        /// Name of the file.
        file: String,
        /// Bytes before unpacking.
        packed: u64,
        /// Bytes after which unpacking stopped.
        unpacked: u64,
    },
    /// A packed file that is cut off or damaged.
    #[error("{file} is packed but damaged or cut off: {detail}")]
    Packed {
        /// Name of the file.
        file: String,
        /// What the unpacker said.
        detail: String,
    },
    /// A file of no kind that is read here.
    #[error("{file} holds no boundaries: it is {found}, not GeoJSON, TopoJSON, GeoPackage, Shapefile or GML")]
    UnknownKind {
        /// Name of the file.
        file: String,
        /// What it looks like.
        found: String,
    },
    /// JSON that is cut off or not of the shape that it must have.
    #[error("{file} is not readable as GeoJSON or TopoJSON")]
    Json {
        /// Name of the file.
        file: String,
        /// Where and what, the number of the feature included.
        source: serde_json::Error,
    },
    /// A part of a file that cannot be as it is.
    #[error("{file} is damaged: {detail}")]
    Damaged {
        /// Name of the file.
        file: String,
        /// Which part and why.
        detail: String,
    },
    /// One feature that cannot be read.
    #[error("feature {feature} of {file} cannot be read: {detail}")]
    Feature {
        /// Name of the file.
        file: String,
        /// Number of the feature, counted from 1.
        feature: usize,
        /// Why.
        detail: String,
    },
    /// A GeoPackage that SQLite refuses.
    #[error("{file} is not readable as GeoPackage")]
    Database {
        /// Name of the file.
        file: String,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// No feature at all.
    #[error("{file} holds no feature")]
    Empty {
        /// Name of the file.
        file: String,
    },
    /// Points or lines only.
    #[error("{file} holds {features} features, none of them a polygon (found: {found})")]
    NoPolygons {
        /// Name of the file.
        file: String,
        /// How many features there are.
        features: usize,
        /// What they are instead.
        found: String,
    },
    /// A layer was named that the file does not have.
    #[error("{file} has no layer {layer}, only {known}")]
    NoLayer {
        /// Name of the file.
        file: String,
        /// The layer asked for.
        layer: String,
        /// Those that exist, divided by commas.
        known: String,
    },
    /// A column was named that the features do not have.
    #[error("{file} has no column {column}, only {known}")]
    NoColumn {
        /// Name of the file.
        file: String,
        /// The column asked for.
        column: String,
        /// Those that exist, divided by commas.
        known: String,
    },
    /// No column looks like codes of units.
    #[error("no column of {file} looks like codes of units; name the one that holds them (columns: {known})")]
    NoCodes {
        /// Name of the file.
        file: String,
        /// Columns that exist, divided by commas.
        known: String,
    },
    /// A feature without a usable code.
    #[error("feature {feature} of {file} has no usable code in column {column}")]
    Code {
        /// Name of the file.
        file: String,
        /// Number of the feature, counted from 1.
        feature: usize,
        /// The column of codes.
        column: String,
        /// What is wrong with the code.
        source: CodeError,
    },
    /// A system of coordinates that is not in our table.
    #[error("{file} is in the coordinate system {declared}, which is not among the known: {known}")]
    UnknownCrs {
        /// Name of the file.
        file: String,
        /// What the file or the option says.
        declared: String,
        /// Known systems, divided by commas.
        known: String,
    },
    /// Coordinates in metres, and no word of the system.
    #[error("{file} does not declare its coordinate system and its coordinates are no degrees; name one of {known}")]
    NoCrs {
        /// Name of the file.
        file: String,
        /// Known systems, divided by commas.
        known: String,
    },
    /// Coordinates that lie nowhere.
    #[error(
        "feature {feature} of {file} lies at {x}, {y}, which is nowhere on earth in the coordinate system {crs} ({reason}); name the right one among {known}"
    )]
    OffTheEarth {
        /// Name of the file.
        file: String,
        /// Number of the feature, counted from 1.
        feature: usize,
        /// First coordinate as the file has it.
        x: f64,
        /// Second coordinate as the file has it.
        y: f64,
        /// The system that was taken.
        crs: &'static str,
        /// Why it was taken.
        reason: &'static str,
        /// Known systems, divided by commas.
        known: String,
    },
    /// Polygons were there, but nothing of them could be used.
    #[error("no polygon of {file} could be used; the first, of unit {unit}, has no land left after mending")]
    NothingLeft {
        /// Name of the file.
        file: String,
        /// The first unit without land.
        unit: UnitCode,
    },
}
