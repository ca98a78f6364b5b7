//! The same flows with other parameters: which boundaries stay whatever is chosen, and where a choice makes a difference.
//!
//! The grid holds one cell for each combination of values. Cells that differ by one step of one parameter are neighbours;
//! neighbours that hardly differ belong to one plateau. A plateau says that the exact value does not matter there.

mod axis;
mod plateaus;

use miedza_territory::{Flows, Partition, UnitIx, UnitVec};
use rayon::prelude::*;

pub use axis::Axis;
pub use plateaus::PLATEAU;

use super::labels::Labels;
use super::stays::Base;
use super::variation::variation;
use super::watch::{Progress, Watch};
use crate::error::Error;
use crate::method::Settings;
use crate::quality;

/// More combinations than this are refused.
pub const MOST_CELLS: usize = 10_000;

/// A grid of parameters with what each combination came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The parameters with their values.
    pub axes: Vec<Axis>,
    /// One cell per combination, the last parameter changing first.
    pub cells: Vec<Cell>,
    /// Pairs of neighbouring cells that both have areas, ascending.
    pub steps: Vec<Step>,
    /// For each unit in how many cells it is in one area with the seat of its base area; for a unit of no area in how many
    /// it is in none.
    pub same_seat: UnitVec<u32>,
}

/// One combination of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The value of each parameter, in the order of the axes.
    pub values: Vec<String>,
    /// What the method made of it, or why it refused: values may contradict each other.
    pub made: Result<Made, Error>,
    /// Number of its plateau, from 1, the largest first; `None` for a cell alone or without areas.
    pub plateau: Option<usize>,
}

/// Areas of one combination.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The areas.
    pub labels: Labels,
    /// Share of all persons who live and work in the same area, 0 to 1; `None` without any flow.
    pub inside_share: Option<f64>,
}

/// From a cell to a neighbour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Position of the cell.
    pub from: usize,
    /// Position of the cell that has the next value of one parameter.
    pub to: usize,
    /// Which parameter it is, by position in the axes.
    pub axis: usize,
    /// Variation of information between the two, nats.
    pub variation: f64,
}

/// Puts the flows into areas by some settings.
pub type Delimit<'a> = dyn Fn(&Settings) -> Result<Partition, Error> + Sync + 'a;

/// Tries each combination of values on the same flows; `None` if it was stopped.
///
/// # Errors
/// [`Error::OutOfRange`] for a grid of no or of more than [`MOST_CELLS`] cells; [`Error::Setting`] for a value that does not
/// fit. A combination that the method refuses is no error: its cell says why.
pub fn sweep(
    flows: &Flows,
    base: &Partition,
    (settings, axes): (&Settings, Vec<Axis>),
    delimit: &Delimit<'_>,
    watch: &Watch<'_>,
) -> Result<Option<Sweep>, Error> {
    let combinations = combinations(settings, &axes)?;
    let progress = Progress::new(watch, combinations.len());
    let cell = |(values, settings): &(Vec<String>, Settings)| {
        let made = progress.piece(|| delimit(settings))?;
        Some(Cell { values: values.clone(), made: made.map(|partition| Made::of(flows, &partition)), plateau: None })
    };
    let Some(mut cells) = combinations.par_iter().map(cell).collect::<Option<Vec<Cell>>>() else { return Ok(None) };
    let steps = steps(&axes, &cells);
    plateaus::mark(&mut cells, &steps, flows.units().len());
    let made: Vec<Labels> = cells.iter().filter_map(|cell| cell.made.as_ref().ok()).map(|made| made.labels.clone()).collect();
    let same_seat = Base::of(flows, base).follow(&made).iter().map(|found| found.stays).collect();
    Ok(Some(Sweep { axes, cells, steps, same_seat }))
}

impl Sweep {
    /// How many cells have areas.
    #[must_use]
    pub fn made(&self) -> usize {
        self.cells.iter().filter(|cell| cell.made.is_ok()).count()
    }
}

impl Made {
    fn of(flows: &Flows, partition: &Partition) -> Self {
        let is_inside = |from: UnitIx, to| partition.area_of(from).is_some() && partition.area_of(from) == partition.area_of(to);
        let inside = quality::sum(flows.iter().filter(|flow| is_inside(flow.from, flow.to)).map(|flow| flow.persons));
        let inside_share = (flows.total() > 0.0).then(|| inside / flows.total());
        Self { labels: Labels::of(partition), inside_share }
    }
}

/// Every combination of values with its settings, the last parameter changing first.
fn combinations(settings: &Settings, axes: &[Axis]) -> Result<Vec<(Vec<String>, Settings)>, Error> {
    let cells = axes.iter().try_fold(1_usize, |cells, axis| cells.checked_mul(axis.values.len())).unwrap_or(usize::MAX);
    if axes.is_empty() || !(1..=MOST_CELLS).contains(&cells) {
        let wanted = format!("1 to {MOST_CELLS} combinations");
        return Err(Error::OutOfRange { parameter: "sweep", value: miedza_territory::count(cells), wanted });
    }
    let mut combinations = vec![(Vec::new(), settings.clone())];
    for axis in axes {
        let mut longer = Vec::with_capacity(combinations.len() * axis.values.len());
        for (values, settings) in &combinations {
            for value in &axis.values {
                let mut settings = settings.clone();
                settings.set(axis.name, value)?;
                longer.push(([values.as_slice(), std::slice::from_ref(value)].concat(), settings));
            }
        }
        combinations = longer;
    }
    Ok(combinations)
}

/// All pairs of neighbouring cells that both have areas.
fn steps(axes: &[Axis], cells: &[Cell]) -> Vec<Step> {
    let stride = |axis: usize| axes[axis + 1..].iter().map(|later| later.values.len()).product::<usize>();
    let next = |from: usize, axis: usize| {
        let stride = stride(axis);
        let has_next = from / stride % axes[axis].values.len() + 1 < axes[axis].values.len();
        has_next.then_some((from, from + stride, axis))
    };
    let pairs: Vec<_> = (0..cells.len()).flat_map(|from| (0..axes.len()).filter_map(move |axis| next(from, axis))).collect();
    let step = |&(from, to, axis): &(usize, usize, usize)| {
        let (Ok(one), Ok(other)) = (&cells[from].made, &cells[to].made) else { return None };
        Some(Step { from, to, axis, variation: variation(&one.labels, &other.labels) })
    };
    pairs.par_iter().filter_map(step).collect()
}

#[cfg(test)]
mod tests;
