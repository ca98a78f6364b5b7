//! `summary.json` of a study of certainty.

use std::collections::BTreeMap;

use miedza_delimitation::certainty::sweep::Sweep;
use miedza_territory::Provenance;
use serde::Serialize;

use super::table::{AreaRow, CertaintyTable, ConsensusRow, Drawn, UnitRow};
use crate::delimitation::summarise::PROGRAM;
use crate::delimitation::summary::{Marks, Program};
use crate::delimitation::work::Work;

/// Everything that a program may want to know of a study, but for the rows of `certainty.csv`.
#[derive(Clone, Debug, Serialize)]
pub struct CertaintySummary {
    /// What made it.
    pub program: Program,
    /// Name of the method.
    pub method: &'static str,
    /// Parameters as entered, by name; empty texts where nothing is set.
    pub parameters: BTreeMap<&'static str, String>,
    /// The files, with hashes.
    pub inputs: Vec<Provenance>,
    /// Lines that name publisher and year.
    pub sources: Vec<String>,
    /// Marks that stand wherever the result is shown.
    pub marks: Marks,
    /// What was drawn.
    pub drawn: Drawn,
    /// Suppressed flows that stay out of every replicate.
    pub suppressed_left_out: usize,
    /// Units of the flow table.
    pub units: usize,
    /// Certainty below which a unit is on the edge.
    pub limit: f64,
    /// Fewest, middle and most areas of a replicate.
    pub area_counts: [usize; 3],
    /// Mean variation of information between the areas and the replicates, nats.
    pub mean_variation: f64,
    /// What stands for all replicates.
    pub consensus: ConsensusRow,
    /// The sweep; `null` where none was asked for.
    pub sweep: Option<SweepSummary>,
    /// Units on the edge.
    pub edge_units: Vec<UnitRow>,
    /// The areas.
    pub areas: Vec<AreaRow>,
    /// What a reader should know, in the language that was asked for.
    pub notes: Vec<String>,
}

/// A sweep in few figures; its cells stand in `sweep.csv`.
#[derive(Clone, Debug, Serialize)]
pub struct SweepSummary {
    /// Parameters with their values.
    pub parameters: Vec<SweptParameter>,
    /// Combinations.
    pub combinations: usize,
    /// Combinations that the method refused.
    pub refused: usize,
    /// Plateaus, the largest first: how many combinations, and how many areas the first of them has.
    pub plateaus: Vec<Plateau>,
}

/// A parameter with the values that were tried.
#[derive(Clone, Debug, Serialize)]
pub struct SweptParameter {
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub values: Vec<String>,
}

/// Combinations that hardly differ from their neighbours.
#[derive(Clone, Debug, Serialize)]
pub struct Plateau {
    /// Its number in `sweep.csv`.
    pub plateau: usize,
    /// How many combinations.
    pub combinations: usize,
    /// Fewest and most areas of them.
    pub areas: [usize; 2],
}

/// The summary of a study.
pub fn summary(work: &Work, table: &CertaintyTable, suppressed_left_out: usize, sweep: Option<&Sweep>) -> CertaintySummary {
    let settings = &work.run.settings;
    CertaintySummary {
        program: PROGRAM,
        method: settings.method().name(),
        parameters: settings.all().map(|(parameter, value, _)| (parameter.name, value.to_owned())).collect(),
        inputs: work.files.clone(),
        sources: work.request.sources.clone(),
        marks: Marks { modelled: work.is_modelled(), estimated: work.is_estimated(), schematic: work.land.is_schematic() },
        drawn: table.drawn.clone(),
        suppressed_left_out,
        units: table.units.len(),
        limit: table.limit,
        area_counts: table.area_counts,
        mean_variation: table.mean_variation,
        consensus: table.consensus.clone(),
        sweep: sweep.map(sweep_summary),
        edge_units: table.edges().cloned().collect(),
        areas: table.areas.clone(),
        notes: work.notes.iter().map(|note| work.request.language.say(note)).collect(),
    }
}

fn sweep_summary(sweep: &Sweep) -> SweepSummary {
    let numbers = 1..=sweep.cells.iter().filter_map(|cell| cell.plateau).max().unwrap_or_default();
    SweepSummary {
        parameters: sweep.axes.iter().map(|axis| SweptParameter { name: axis.name, values: axis.values.clone() }).collect(),
        combinations: sweep.cells.len(),
        refused: sweep.cells.len() - sweep.made(),
        plateaus: numbers.map(|number| plateau(sweep, number)).collect(),
    }
}

fn plateau(sweep: &Sweep, number: usize) -> Plateau {
    let cells = sweep.cells.iter().filter(|cell| cell.plateau == Some(number));
    let areas: Vec<usize> = cells.filter_map(|cell| cell.made.as_ref().ok()).map(|made| made.labels.areas()).collect();
    let ends = [areas.iter().min(), areas.iter().max()].map(|end| end.copied().unwrap_or_default());
    Plateau { plateau: number, combinations: areas.len(), areas: ends }
}
