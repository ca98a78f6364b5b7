//! The matrix that a method works on: the flows read, with a diagonal where one is needed and can be had.

use miedza_delimitation::certainty::Staying;
use miedza_delimitation::diagonal::{Basis, Cut, Diagonal, Origin, Share};
use miedza_sources::commuting::{DiagonalState, Reading};
use miedza_territory::{Flows, UnitIx, UnitVec};
use miedza_texts::{Message, key};
use serde::Serialize;

use super::figures::FigureTables;
use super::sentences::Names;
use crate::listing;

/// Where the persons who live and work in the same unit come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DiagonalSource {
    /// The table counts them.
    Counted,
    /// Nothing tells them.
    Absent,
    /// Employed residents less those who leave.
    Employed,
    /// Jobs less those who arrive.
    Jobs,
    /// Estimated from population.
    Population,
}

/// The matrix with what was done to its diagonal.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The flows for the method.
    pub flows: Flows,
    /// Where the diagonal comes from.
    pub source: DiagonalSource,
    /// Units whose diagonal was cut to 0.
    pub cut: Vec<Cut>,
    /// Units that lack the figure for their diagonal and keep no flows.
    pub missing: Vec<UnitIx>,
    /// How the diagonal of each unit follows from the flows; `None` where it was not worked out.
    pub staying: Option<UnitVec<Staying>>,
    /// What is to be told.
    pub notes: Vec<Message>,
}

impl Matrix {
    /// Whether the method can rely on persons who live and work in the same unit.
    pub fn has_diagonal(&self) -> bool {
        self.source != DiagonalSource::Absent
    }

    /// Puts a diagonal in place where the table lacks one.
    pub fn of(reading: &Reading, tables: &FigureTables, names: &Names) -> Self {
        let counted = matches!(reading.report.diagonal, DiagonalState::Full | DiagonalState::Partial { .. });
        let plain = |source, notes| {
            let (cut, missing) = (Vec::new(), Vec::new());
            Self { flows: reading.flows.clone(), source, cut, missing, staying: None, notes }
        };
        if counted {
            let unused = tables.employed.is_some() || tables.jobs.is_some() || tables.share.is_some();
            let notes = if unused { vec![key::NOTE_DIAGONAL_GIVEN.into()] } else { Vec::new() };
            return plain(DiagonalSource::Counted, notes);
        }
        match basis(tables) {
            Some(basis) => Self::worked_out(&reading.flows, basis, names),
            None => plain(DiagonalSource::Absent, Vec::new()),
        }
    }

    fn worked_out(flows: &Flows, basis: Basis, names: &Names) -> Self {
        let diagonal = Diagonal::work_out(flows, basis);
        let source = source(&diagonal);
        let missing: Vec<UnitIx> = diagonal.missing().collect();
        let told = match source {
            DiagonalSource::Jobs => key::NOTE_DIAGONAL_JOBS,
            DiagonalSource::Population => key::NOTE_DIAGONAL_ESTIMATED,
            _ => key::NOTE_DIAGONAL_EMPLOYED,
        };
        let mut notes = vec![Message::new(told).with("persons", diagonal.total())];
        let written = |units: Vec<UnitIx>| units.into_iter().map(|unit| names.full(unit)).collect::<Vec<_>>();
        notes.extend(listing::note(key::NOTE_DIAGONAL_CUT, &written(diagonal.cut.iter().map(|cut| cut.unit).collect())));
        notes.extend(listing::note(key::NOTE_MISSING_UNITS, &written(missing.clone())));
        let filled = diagonal.fill(flows);
        let staying = Some(Staying::of(&diagonal, &filled));
        Self { flows: filled, source, cut: diagonal.cut, missing, staying, notes }
    }
}

fn basis(tables: &FigureTables) -> Option<Basis<'_>> {
    if tables.employed.is_some() || tables.jobs.is_some() {
        return Some(Basis::Counted { employed: tables.employed.as_ref(), jobs: tables.jobs.as_ref() });
    }
    let share = match tables.share.as_ref()? {
        super::figures::ShareFigures::Same(share) => Share::Same(*share),
        super::figures::ShareFigures::ByUnit(table) => Share::ByUnit(table),
    };
    Some(Basis::Estimated { population: tables.population.as_ref()?, share })
}

fn source(diagonal: &Diagonal) -> DiagonalSource {
    let origins = || diagonal.persons.iter().flatten().map(|(_, origin)| *origin);
    if diagonal.is_estimated() {
        DiagonalSource::Population
    } else if origins().any(|origin| origin == Origin::Employed) {
        DiagonalSource::Employed
    } else {
        DiagonalSource::Jobs
    }
}
