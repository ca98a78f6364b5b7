//! The study itself, on a matrix that is ready: for the command line and for the lab.

use miedza_delimitation::certainty::sweep::{self, Axis, Sweep};
use miedza_delimitation::certainty::{self, Certainty, Parameters, Watch};
use miedza_delimitation::method::Settings;
use miedza_territory::{Flows, Neighbours, Partition};

use super::table::CertaintyTable;
use crate::delimitation::matrix::Matrix;
use crate::delimitation::run::{Made, UnitFigures};
use crate::failure::Failure;

/// What a study rests on.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The matrix that the method works on.
    pub matrix: &'a Matrix,
    /// The method with its parameters.
    pub settings: &'a Settings,
    /// Figures of the units that some methods ask for.
    pub figures: &'a UnitFigures,
    /// Who touches whom, where that is known.
    pub neighbours: Option<&'a Neighbours>,
    /// What happens to areas in several pieces: `auto`, `piece`, `unit` or `none`.
    pub repair: &'a str,
}

/// What a study came to.
#[derive(Clone, Debug)]
pub struct Studied {
    /// By numbers of units and areas.
    pub certainty: Certainty,
    /// By codes, ready to be written as JSON and read again.
    pub table: CertaintyTable,
}

/// Draws the flows again and again and tells how sure the areas are, contiguity included; `None` if it was stopped.
///
/// What was worked out of the diagonal is worked out again for each replicate, unless the parameters say how else.
///
/// # Errors
/// [`Failure`] if a parameter is out of its range or the method refuses.
pub fn study(basis: &Basis, parameters: &Parameters, watch: &Watch) -> Result<Option<Studied>, Failure> {
    let staying = parameters.staying.clone().or_else(|| basis.matrix.staying.clone());
    let parameters = Parameters { staying, ..parameters.clone() };
    let delimit = |flows: &Flows| basis.delimit(flows, basis.settings);
    let found = certainty::of(&basis.matrix.flows, &delimit, &parameters, watch);
    let found = found.map_err(|error| Failure::method(basis.settings.method(), &error))?;
    Ok(found.map(|certainty| {
        let table = CertaintyTable::of(&certainty, basis, &parameters);
        Studied { certainty, table }
    }))
}

/// Tries each combination of values on the counted flows; `None` if it was stopped.
///
/// # Errors
/// [`Failure`] for a grid of no or too many combinations.
pub fn swept(basis: &Basis, base: &Partition, axes: Vec<Axis>, watch: &Watch) -> Result<Option<Sweep>, Failure> {
    let flows = &basis.matrix.flows;
    let delimit = |settings: &Settings| basis.delimit(flows, settings);
    sweep::sweep(flows, base, (basis.settings, axes), &delimit, watch)
        .map_err(|error| Failure::method(basis.settings.method(), &error))
}

impl Basis<'_> {
    fn delimit(&self, flows: &Flows, settings: &Settings) -> Result<Partition, miedza_delimitation::Error> {
        Made::of(&self.figures.input(flows, self.neighbours), settings, self.repair).map(|made| made.partition)
    }
}
