//! What a comparison stands on: both partitions over one list of units, figures of the units, their land.

use std::fs;
use std::path::Path;

use miedza_sources::commuting::{self, DiagonalState};
use miedza_sources::table::Input;
use miedza_sources::units::{Areas, read_areas};
use miedza_territory::{AreaIx, Partition, UnitCode, UnitIx, UnitVec, Units};
use miedza_texts::{Message, key};
use serde_json::Value;

use super::CompareRequest;
use crate::Tell;
use crate::delimitation::figures::{FigureTables, FlowUnits, by_unit};
use crate::delimitation::land::Land;
use crate::delimitation::summary::Marks;
use crate::failure::{Failure, Table};

/// Both partitions with all that is known of their units.
pub(super) struct Ground {
    /// The units of both files.
    pub units: Units,
    /// First and second.
    pub sides: [Labelled; 2],
    /// Residents and jobs, where flows are given.
    pub flows: Option<FlowFigures>,
    /// Inhabitants, where they are given.
    pub population: Option<UnitVec<Option<f64>>>,
    pub tables: FigureTables,
    /// Boundaries, cells or neighbours; nothing where none are given.
    pub land: Land,
    /// What the partitions and the flows are marked with.
    pub marks: Marks,
    pub notes: Vec<Message>,
}

/// A partition over the units of both files, with the labels of its own.
pub(super) struct Labelled {
    pub partition: Partition,
    labels: Vec<String>,
}

/// Persons of each unit from a table of flows; `None` for units that it does not hold.
pub(super) struct FlowFigures {
    pub residents: UnitVec<Option<f64>>,
    pub jobs: UnitVec<Option<f64>>,
    /// Whether the table has no diagonal, so that these are only those who leave and who come.
    pub are_commuters: bool,
    /// Whether any of its rows is modelled.
    pub is_modelled: bool,
}

impl Ground {
    /// Reads everything that the request names.
    pub fn read(request: &CompareRequest, tell: Tell) -> Result<Self, Failure> {
        let (first, second) = (areas(&request.first)?, areas(&request.second)?);
        let units = Units::new(first.units.codes().iter().chain(second.units.codes()).cloned().collect());
        let sides = [Labelled::of(&first, &units), Labelled::of(&second, &units)];
        let mut notes = Vec::new();
        let flows = request.flows.as_deref().map(|file| FlowFigures::read(file, &units, &mut notes)).transpose()?;
        let name = request.first.display().to_string();
        let flow_units = FlowUnits { units: &units, file: &name };
        let mut tables = FigureTables::beside((request.units.as_deref(), request.population.as_ref()), flow_units)?;
        let is_asked = request.boundaries.file.is_some() || request.boundaries.neighbours.is_some() || tables.seats.is_some();
        let land = if is_asked { Land::read(&request.boundaries, flow_units, &mut tables, tell)? } else { Land::default() };
        tables.settle_names();
        notes.extend(land.notes.iter().cloned());
        let population = by_unit(tables.population.as_ref(), &units);
        let is_modelled = flows.as_ref().is_some_and(|flows| flows.is_modelled);
        let beside = marks_beside(&request.first).with(marks_beside(&request.second));
        let marks = beside.with(Marks { modelled: is_modelled, estimated: false, schematic: land.is_schematic() });
        Ok(Self { units, sides, flows, population, tables, land, marks, notes })
    }

    /// What the units weigh: their employed residents, where flows tell them; a unit that the flows do not hold weighs 0.
    pub fn weights(&self) -> Option<UnitVec<f64>> {
        Some(self.flows.as_ref()?.residents.iter().map(|persons| persons.unwrap_or(0.0)).collect())
    }

    /// The name of a unit; `None` where no table tells it.
    pub fn name(&self, unit: UnitIx) -> Option<&str> {
        self.tables.names.get(unit.get())?.as_deref()
    }

    /// What people call an area: its unit with most jobs, or inhabitants, where its name is known; else its
    /// label, or the unit that it is the code of.
    pub fn area_name(&self, side: usize, area: AreaIx) -> String {
        let figures = self.flows.as_ref().map(|flows| &flows.jobs).or(self.population.as_ref());
        let size = |unit: UnitIx| figures.and_then(|figures| figures[unit]).unwrap_or(0.0);
        let members = self.sides[side].partition.members(area).iter().copied();
        let largest = members.reduce(|best, next| if size(next) > size(best) { next } else { best });
        let name = largest.filter(|_| figures.is_some()).and_then(|unit| self.name(unit));
        name.map_or_else(|| self.label_name(side, area), ToOwned::to_owned)
    }

    /// The label of an area, or the name of the unit whose code it is.
    fn label_name(&self, side: usize, area: AreaIx) -> String {
        let label = self.sides[side].name(Some(area));
        let unit = UnitCode::parse(&label).ok().and_then(|code| self.units.find(&code));
        unit.and_then(|unit| self.name(unit)).map_or(label, ToOwned::to_owned)
    }
}

fn areas(file: &Path) -> Result<Areas, Failure> {
    let is_object = fs::read(file).is_ok_and(|bytes| bytes.trim_ascii_start().starts_with(b"{"));
    if is_object {
        return Err(Failure::no_table(Table::Partition, file));
    }
    Input::open(file).and_then(read_areas).map_err(|error| Failure::table(Table::Partition, file, &error))
}

/// What `summary.json` beside a partition says of its flows and figures; nothing where there is none.
fn marks_beside(partition: &Path) -> Marks {
    let summary = fs::read(partition.with_file_name("summary.json")).ok();
    let told = summary.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok()).unwrap_or_default();
    let holds = |mark: &str| told["marks"][mark].as_bool() == Some(true);
    Marks { modelled: holds("modelled"), estimated: holds("estimated"), schematic: false }
}

impl FlowFigures {
    fn read(file: &Path, units: &Units, notes: &mut Vec<Message>) -> Result<Self, Failure> {
        let options = commuting::Options::default();
        let reading = commuting::open(file, &options).map_err(|error| Failure::table(Table::Flows, file, &error))?;
        let (flows, state) = (&reading.flows, reading.report.diagonal);
        if units.codes().iter().all(|code| flows.units().find(code).is_none()) {
            return Err(Failure::other_codes(file, flows.units(), units));
        }
        if reading.is_modelled() {
            notes.push(Message::new(key::NOTE_MODELLED).with("count", reading.report.modelled_rows));
        }
        let own = |code: &UnitCode| flows.units().find(code);
        Ok(Self {
            residents: units.codes().iter().map(|code| own(code).map(|unit| flows.residents(unit))).collect(),
            jobs: units.codes().iter().map(|code| own(code).map(|unit| flows.jobs(unit))).collect(),
            is_modelled: reading.is_modelled(),
            are_commuters: matches!(state, DiagonalState::Absent | DiagonalState::Apart { .. }),
        })
    }
}

impl Labelled {
    fn of(areas: &Areas, units: &Units) -> Self {
        let label = |code: &UnitCode| areas.units.find(code).and_then(|unit| areas.labels[unit].clone());
        let partition = Partition::from_labels(units.codes().iter().map(label));
        let name = |area: AreaIx| label(units.code(partition.members(area)[0])).unwrap_or_default();
        let labels = partition.areas().map(name).collect();
        Self { partition, labels }
    }

    /// The label of an area as its file has it; empty for none.
    pub fn name(&self, area: Option<AreaIx>) -> String {
        area.map_or_else(String::new, |area| self.labels[area.get()].clone())
    }
}
