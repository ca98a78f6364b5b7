//! What an analyst asks for when flows are to become areas.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use miedza_delimitation::fine_tuning::Reckoning;
use miedza_sources::units::Source;
use miedza_texts::{Language, Message, key};

use crate::failure::Failure;

/// How many inhabitants are employed residents, where only population is known.
#[derive(Clone, Debug, PartialEq)]
pub enum EmployedShare {
    /// One share for all units, above 0 and at most 1.
    Same(f64),
    /// A table of shares.
    Table(Source),
}

impl EmployedShare {
    /// Reads a number, or `FILE[:COLUMN]`.
    ///
    /// # Errors
    /// [`Failure`] for a number that is not above 0 and at most 1.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let refused = || Failure::invalid(Message::new(key::FAILURE_SHARE).with("text", text), key::HINT_SHARE);
        let written = text.trim().replace(',', ".");
        let number = match written.strip_suffix('%') {
            Some(percent) => percent.trim_end().parse::<f64>().map(|percent| percent / 100.0),
            None => written.parse::<f64>(),
        };
        match number {
            Ok(share) if share > 0.0 && share <= 1.0 => Ok(Self::Same(share)),
            Ok(_) => Err(refused()),
            // A bare word that is no file is more likely a slip than a path.
            Err(_) if !text.contains(['.', '/', '\\', ':']) && !Path::new(text).exists() => Err(refused()),
            Err(_) => Ok(Self::Table(Source::from_argument(text))),
        }
    }
}

/// The table of flows and what is known beside it.
#[derive(Clone, Debug, Default)]
pub struct FlowRequest {
    /// The table.
    pub file: PathBuf,
    /// Column of origins, by name or number; found by its name where `None`.
    pub origin: Option<String>,
    /// Column of destinations.
    pub destination: Option<String>,
    /// Column of persons.
    pub persons: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Decimal sign, `comma` or `point`, where the numbers do not tell.
    pub decimal: Option<String>,
    /// Sum rows of the same origin and destination.
    pub sum_duplicates: bool,
    /// Rows whose origin is their destination: `auto`, `keep` or `apart`.
    pub diagonal: String,
    /// Destinations that are no place, `CODE=at_home` or `CODE=outside`.
    pub no_places: Vec<String>,
    /// Employed residents by unit.
    pub employed: Option<Source>,
    /// Jobs by unit.
    pub jobs: Option<Source>,
    /// Population by unit.
    pub population: Option<Source>,
    /// Inhabitants of working age by unit.
    pub working_age: Option<Source>,
    /// Share of the population that is employed.
    pub employed_share: Option<EmployedShare>,
}

/// Boundaries or neighbours of the units.
#[derive(Clone, Debug, Default)]
pub struct BoundaryRequest {
    /// File of polygons.
    pub file: Option<PathBuf>,
    /// Property that holds the code; found by its name and values where `None`.
    pub code: Option<String>,
    /// Layer or object of the file.
    pub layer: Option<String>,
    /// Coordinate system, for instance `EPSG:2180`, instead of the one that the file declares.
    pub crs: Option<String>,
    /// Table of pairs of neighbours.
    pub neighbours: Option<PathBuf>,
    /// `queen` or `rook`.
    pub rule: String,
    /// Widest gap in metres between polygons that still touch; the default of the method where `None`.
    pub gap_m: Option<f64>,
}

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Tagged PDF, PDF/UA-1.
    Pdf,
    /// One self-contained page.
    Html,
    /// Office document.
    Docx,
}

impl Format {
    /// Name of the file in the folder of results.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Pdf => "report.pdf",
            Self::Html => "report.html",
            Self::Docx => "report.docx",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "pdf" => Ok(Self::Pdf),
            "html" => Ok(Self::Html),
            "docx" => Ok(Self::Docx),
            other => Err(format!("{other} is none of pdf, html, docx")),
        }
    }
}

/// What an analyst asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The table of flows and what is known beside it.
    pub flows: FlowRequest,
    /// Name of the method; the default where `None`, or what makes sense for a matrix without a diagonal.
    pub method: Option<String>,
    /// Parameters, `NAME=VALUE`.
    pub settings: Vec<String>,
    /// Table of criteria, for the method of that name.
    pub criteria: Option<PathBuf>,
    /// Population grid, for the cities of `functional_urban_area`.
    pub grid: Option<PathBuf>,
    /// Table of units: names, seats, population; its other columns of numbers are figures that criteria may name.
    pub units: Option<PathBuf>,
    /// TERC register.
    pub register: Option<PathBuf>,
    /// Boundaries or neighbours.
    pub boundaries: BoundaryRequest,
    /// What happens to areas in several pieces: `auto`, `piece`, `unit` or `none`.
    pub repair: String,
    /// Table of moves made by hand, after the contiguity step.
    pub moves: Option<PathBuf>,
    /// Which totals the links of these moves rest on.
    pub moves_totals: Reckoning,
    /// Formats of the report.
    pub reports: Vec<Format>,
    /// Title of report and map.
    pub title: Option<String>,
    /// Lines that name publisher and year.
    pub sources: Vec<String>,
    /// Date of the title page, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Language of report, map, log and talk.
    pub language: Language,
    /// Folder of results.
    pub out: PathBuf,
    /// Whether earlier results in that folder may be replaced.
    pub overwrite: bool,
}
