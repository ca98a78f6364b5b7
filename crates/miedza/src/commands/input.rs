//! Options that several commands share: the flow table, the method, the table of units, the boundaries, the folder of results.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::Failure;
use miedza_workflows::delimitation::{BoundaryRequest, EmployedShare, FlowRequest, Source};

/// Where the results go.
#[derive(Debug, Args)]
pub struct FolderArgs {
    /// Folder for the results; made if it is not there
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,

    /// Replace the results of an earlier run in that folder
    #[arg(long)]
    pub overwrite: bool,
}

/// The method and what it needs beside the flows.
#[derive(Debug, Args)]
pub struct MethodArgs {
    /// Method: travel_to_work (default) or another; `miedza methods` explains them
    #[arg(long, value_name = "M", help_heading = "Method")]
    pub method: Option<String>,

    /// A parameter of the method, as often as needed
    #[arg(long = "set", value_name = "NAME=VALUE", help_heading = "Method")]
    pub settings: Vec<String>,

    /// Table of criteria for the method criteria: columns indicator, comparison, threshold, and relative_to, group, weight,
    /// mandatory where wanted
    #[arg(long, value_name = "FILE", help_heading = "Method")]
    pub criteria: Option<PathBuf>,

    /// Population grid for the cities of functional_urban_area: columns cell (1kmN1756E4220; or x, y in metres of EPSG:3035),
    /// inhabitants, and unit where the middle of the cell is not to tell it
    #[arg(long, value_name = "FILE", help_heading = "Method")]
    pub grid: Option<PathBuf>,
}

/// What is known of the units by name.
#[derive(Debug, Args)]
pub struct UnitArgs {
    /// Table of units: names, seat coordinates, population; other columns of numbers are figures for criteria
    #[arg(long, value_name = "FILE", help_heading = "Units")]
    pub units: Option<PathBuf>,

    /// TERC register for the names of Polish municipalities and for checking their codes
    #[arg(long, value_name = "FILE", help_heading = "Units")]
    pub register: Option<PathBuf>,
}

/// A flow table and what is known beside it.
#[derive(Debug, Args)]
pub struct FlowArgs {
    /// Table of flows: CSV, gzipped CSV, XLSX, ODS or Parquet, found by content
    #[arg(value_name = "FLOWS")]
    file: PathBuf,

    /// Column of origins (place of residence), by name or number
    #[arg(long, value_name = "COLUMN", help_heading = "Flow table")]
    origin: Option<String>,

    /// Column of destinations (place of work), by name or number
    #[arg(long, value_name = "COLUMN", help_heading = "Flow table")]
    destination: Option<String>,

    /// Column of persons, by name or number
    #[arg(long, value_name = "COLUMN", help_heading = "Flow table")]
    persons: Option<String>,

    /// Sheet of a workbook
    #[arg(long, value_name = "NAME", help_heading = "Flow table")]
    sheet: Option<String>,

    /// Decimal sign of the tables, where their numbers do not tell
    #[arg(long, value_name = "SIGN", value_parser = ["comma", "point"], help_heading = "Flow table")]
    decimal: Option<String>,

    /// Sum rows that have the same origin and destination
    #[arg(long, help_heading = "Flow table")]
    sum_duplicates: bool,

    /// Rows whose origin is their destination: recognised, kept as a diagonal, or kept apart
    #[arg(long, value_name = "HOW", default_value = "auto", value_parser = ["auto", "keep", "apart"], help_heading = "Flow table")]
    diagonal: String,

    /// A destination that is no place: its persons count at home (at_home) or are left out (outside)
    #[arg(long = "no-place", value_name = "CODE=at_home|outside", help_heading = "Flow table")]
    no_places: Vec<String>,

    /// Employed residents by unit, from which a missing diagonal is worked out
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Missing diagonal")]
    employed: Option<String>,

    /// Jobs by unit, used where employed residents are not given
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Missing diagonal")]
    jobs: Option<String>,

    /// Population by unit
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Missing diagonal")]
    population: Option<String>,

    /// Inhabitants of working age by unit, for `--set denominator=working_age`
    #[arg(long, value_name = "FILE[:COLUMN]", help_heading = "Method")]
    working_age: Option<String>,

    /// Share of the population that is employed, 0 to 1, or a table of shares; the diagonal is then an estimate
    #[arg(long, value_name = "SHARE|FILE[:COLUMN]", allow_negative_numbers = true, help_heading = "Missing diagonal")]
    employed_share: Option<String>,
}

impl FlowArgs {
    /// The options as the workflow takes them.
    pub fn into_request(self) -> Result<FlowRequest, Failure> {
        let column = |text: Option<String>| text.as_deref().map(Source::from_argument);
        Ok(FlowRequest {
            file: self.file,
            origin: self.origin,
            destination: self.destination,
            persons: self.persons,
            sheet: self.sheet,
            decimal: self.decimal,
            sum_duplicates: self.sum_duplicates,
            diagonal: self.diagonal,
            no_places: self.no_places,
            employed: column(self.employed),
            jobs: column(self.jobs),
            population: column(self.population),
            working_age: column(self.working_age),
            employed_share: self.employed_share.as_deref().map(EmployedShare::parse).transpose()?,
        })
    }
}

/// Boundaries or neighbours of the units.
#[derive(Debug, Args)]
pub struct BoundaryArgs {
    /// Boundaries of the units: GeoJSON, TopoJSON, GeoPackage, Shapefile, GML or a ZIP of one, found by content
    #[arg(long, value_name = "FILE", help_heading = "Boundaries")]
    boundaries: Option<PathBuf>,

    /// Property of the boundaries that holds the code of the unit
    #[arg(long = "boundary-code", value_name = "NAME", help_heading = "Boundaries")]
    code: Option<String>,

    /// Layer or object of the boundary file
    #[arg(long = "boundary-layer", value_name = "NAME", help_heading = "Boundaries")]
    layer: Option<String>,

    /// Coordinate system of the boundaries instead of the one that the file declares
    #[arg(long = "boundary-crs", value_name = "EPSG:CODE", help_heading = "Boundaries")]
    crs: Option<String>,

    /// Table of pairs of neighbours, where no boundaries are at hand
    #[arg(long, value_name = "FILE", help_heading = "Contiguity")]
    neighbours: Option<PathBuf>,

    /// What counts as touching: a shared point (queen) or a shared line (rook)
    #[arg(long, value_name = "RULE", default_value = "queen", value_parser = ["queen", "rook"], help_heading = "Contiguity")]
    rule: String,

    /// Widest gap between polygons that still touch
    #[arg(long = "gap", value_name = "METRES", help_heading = "Contiguity")]
    gap_m: Option<f64>,
}

impl BoundaryArgs {
    /// The options as the workflow takes them.
    pub fn into_request(self) -> BoundaryRequest {
        BoundaryRequest {
            file: self.boundaries,
            code: self.code,
            layer: self.layer,
            crs: self.crs,
            neighbours: self.neighbours,
            rule: self.rule,
            gap_m: self.gap_m,
        }
    }
}
