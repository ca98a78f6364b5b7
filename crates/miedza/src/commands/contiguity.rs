//! `miedza contiguity`: which units touch.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::territory::{self, ContiguityRequest};

use crate::terminal::{Outcome, Terminal};

/// Finds the pairs of units that touch.
#[derive(Debug, Args)]
pub struct Contiguity {
    /// Boundaries: GeoJSON, TopoJSON, GeoPackage, Shapefile, GML or a ZIP of one
    #[arg(value_name = "BOUNDARIES")]
    file: PathBuf,

    /// Table of pairs to write: unit, neighbour, border in metres
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// Replace that file if it is there
    #[arg(long)]
    overwrite: bool,

    /// A shared point (queen) or a shared line (rook)
    #[arg(long, value_name = "RULE", default_value = "queen", value_parser = ["queen", "rook"])]
    rule: String,

    /// Widest gap between polygons that still touch
    #[arg(long = "gap", value_name = "METRES")]
    gap_m: Option<f64>,

    /// Property that holds the code of the unit
    #[arg(long = "boundary-code", value_name = "NAME")]
    code: Option<String>,

    /// Layer or object of the file
    #[arg(long = "boundary-layer", value_name = "NAME")]
    layer: Option<String>,

    /// Coordinate system instead of the one that the file declares
    #[arg(long = "boundary-crs", value_name = "EPSG:CODE")]
    crs: Option<String>,
}

impl Contiguity {
    /// Writes the table and tells what was found.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        let request = ContiguityRequest {
            file: self.file,
            out: self.out,
            overwrite: self.overwrite,
            rule: self.rule,
            gap_m: self.gap_m,
            code: self.code,
            layer: self.layer,
            crs: self.crs,
        };
        let found = territory::contiguity(&request)?;
        terminal.warn(&found.notes);
        terminal.answer(&found.summary, || found.told(terminal.language()));
        Ok(())
    }
}
