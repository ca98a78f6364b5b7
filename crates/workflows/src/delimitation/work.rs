//! A delimitation with everything that it rests on, ready to be written.

use std::collections::{BTreeMap, BTreeSet};

use miedza_delimitation::method::Action;
use miedza_sources::commuting::Reading;
use miedza_territory::{AreaIx, Provenance, UnitCode, UnitIx, Units};
use miedza_texts::{Message, key};

use super::figures::FigureTables;
use super::land::Land;
use super::matrix::{DiagonalSource, Matrix};
use super::request::Request;
use super::run::Run;
use super::sentences::{Log, Names};
use super::summary::Marks;
use crate::listing;

/// A delimitation with everything that it rests on.
#[derive(Debug)]
pub struct Work<'a> {
    /// What was asked for.
    pub request: &'a Request,
    /// The flow table.
    pub reading: &'a Reading,
    /// Figures of the units.
    pub tables: &'a FigureTables,
    /// The matrix that the method worked on.
    pub matrix: &'a Matrix,
    /// Boundaries, outlines and neighbours.
    pub land: &'a Land,
    /// The run.
    pub run: &'a Run,
    /// All files.
    pub files: Vec<Provenance>,
    /// What a reader should know.
    pub notes: Vec<Message>,
    /// Names of the areas for people, in their order.
    pub area_names: Vec<String>,
}

/// Names of areas for people: that of the seat, with its code where two seats have the same name.
pub fn area_names(run: &Run, names: &Names) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for figures in &run.areas {
        *seen.entry(names.short(figures.seat)).or_default() += 1;
    }
    let name = |seat: UnitIx| if seen[&names.short(seat)] > 1 { names.full(seat) } else { names.short(seat) };
    run.areas.iter().map(|figures| name(figures.seat)).collect()
}

impl Work<'_> {
    /// The units of the flows.
    pub fn units(&self) -> &Units {
        self.matrix.flows.units()
    }

    /// Names of units.
    pub fn names(&self) -> Names<'_> {
        Names::new(self.units(), &self.tables.names)
    }

    /// What the sentences of the log need.
    pub fn log(&self) -> Log<'_> {
        Log { names: self.names(), run: self.run, matrix: self.matrix }
    }

    /// Code of a unit.
    pub fn code(&self, unit: UnitIx) -> UnitCode {
        self.units().code(unit).clone()
    }

    /// Label of an area: the code of its smallest unit.
    pub fn label(&self, area: AreaIx) -> UnitCode {
        self.run.partition.label(area, self.units()).clone()
    }

    /// Name of an area for people.
    pub fn area_name(&self, area: AreaIx) -> String {
        self.area_names[area.get()].clone()
    }

    /// Whether figures rest on an estimate.
    pub fn is_estimated(&self) -> bool {
        self.matrix.source == DiagonalSource::Population
    }

    /// Whether the flows are modelled and were never counted.
    pub const fn is_modelled(&self) -> bool {
        self.reading.is_modelled()
    }

    /// A figure that rests on persons who live and work in the same unit; `None` where they are not known.
    pub fn resting<T>(&self, figure: T) -> Option<T> {
        self.matrix.has_diagonal().then_some(figure)
    }

    /// Title of map and report.
    pub fn title(&self) -> String {
        let language = self.request.language;
        let method = self.run.settings.method().name();
        let usual = || language.say(&Message::new(key::STUDY_TITLE).with("method", method));
        self.request.title.clone().unwrap_or_else(usual)
    }

    /// Marks that stand wherever the result is shown, in the language asked for.
    pub fn marks(&self) -> Vec<String> {
        let schematic = self.land.is_schematic();
        Marks { modelled: self.is_modelled(), estimated: self.is_estimated(), schematic }.words(self.request.language)
    }

    /// What is to be told of the result itself: units and areas that need a second look.
    pub fn result_notes(&self) -> Vec<Message> {
        let names = self.names();
        let excluded: BTreeSet<UnitIx> = self.run.outcome.excluded.iter().map(|exclusion| exclusion.unit).collect();
        let excluded: Vec<String> = excluded.into_iter().map(|unit| names.full(unit)).collect();
        let unassigned: Vec<String> = self.run.outcome.unassigned.iter().map(|&unit| names.full(unit)).collect();
        let area = |area| self.area_name(area);
        let failing: Vec<String> = self.run.whole.failing.iter().map(|&failing| area(failing)).collect();
        let in_pieces: Vec<String> = self
            .run
            .areas
            .enumerate()
            .filter(|(_, figures)| figures.pieces.is_some_and(|pieces| pieces > 1))
            .map(|(in_pieces, _)| area(in_pieces))
            .collect();
        let mut notes = self.run.notes(&names);
        notes.extend(listing::note(key::NOTE_EXCLUDED, &excluded));
        notes.extend(listing::note(key::NOTE_UNASSIGNED, &unassigned));
        notes.extend(listing::note(key::NOTE_FAILING, &failing));
        notes.extend(self.moved());
        notes.extend(listing::note(key::NOTE_NOT_CONTIGUOUS, &in_pieces));
        notes
    }

    fn moved(&self) -> Vec<Message> {
        let told = [(key::NOTE_MOVED, self.moved_units()), (key::NOTE_MOVED_BY_HAND, self.units_of(Action::FineTuned))];
        told.into_iter().filter(|(_, moved)| *moved > 0).map(|(key, moved)| Message::new(key).with("count", moved)).collect()
    }

    /// How many units the contiguity step moved.
    pub fn moved_units(&self) -> usize {
        self.units_of(Action::MovedForContiguity)
    }

    /// How many units the steps after the method did this with.
    fn units_of(&self, action: Action) -> usize {
        let done = self.run.moves.iter().filter(|step| step.action == action);
        done.map(|step| step.unit).collect::<BTreeSet<_>>().len()
    }
}
