//! The table of units that a model starts from, and the table of flows that it ends in.

use std::path::Path;

use miedza_delimitation::estimate::Places;
use miedza_sources::Error as TableError;
use miedza_sources::commuting::{MODELLED, STATUS_COLUMN};
use miedza_sources::units::{Figure, Source, Wanted, open_figures, open_seats};
use miedza_territory::{Flows, Observations, Provenance, Seat, UnitCode, UnitVec, Units, Value};

use super::request::{EstimateRequest, Model};
use crate::failure::{self, Failure};

/// Figures and seats of the units that can take part.
pub(super) struct Table {
    pub places: Places,
    /// Units that lack a figure or a seat that the model needs.
    pub left_out: Vec<UnitCode>,
    pub files: Vec<Provenance>,
}

/// A figure by the codes of its file.
struct Column {
    observations: Observations,
    files: Option<Provenance>,
}

impl Table {
    /// Reads the table of units and those beside it; units that lack something are left out.
    pub fn read(request: &EstimateRequest) -> Result<Self, Failure> {
        let whole = || Source { path: request.units.clone(), column: None };
        let read = |given: &Option<Source>, figure| column(&given.clone().unwrap_or_else(whole), figure);
        let (employed, jobs) = (read(&request.employed, Figure::Employed)?, read(&request.jobs, Figure::Jobs)?);
        let all = Units::new(employed.observations.iter().map(|(code, _)| code.clone()).collect());
        let mass = match request.model {
            Model::Radiation if !request.mass_is_jobs => Some(read(&request.population, Figure::Population)?),
            _ => None,
        };
        let needs_seats = request.model != Model::Furness || request.calibrate.is_some();
        let seats = if needs_seats { Some(seats(&request.units, &all)?) } else { None };
        let number = |column: &Column, code: &UnitCode| column.observations.get(code).and_then(Value::number);
        let row = |code: &UnitCode| {
            let (residents, jobs) = (number(&employed, code)?, number(&jobs, code)?);
            let mass = mass.as_ref().map_or(Some(jobs), |mass| number(mass, code))?;
            let seat = match &seats {
                Some(seats) => seats[all.find(code)?]?,
                None => Seat { x: 0.0, y: 0.0 },
            };
            Some((code.clone(), [residents, jobs, mass], seat))
        };
        let rows: Vec<(UnitCode, [f64; 3], Seat)> = all.codes().iter().filter_map(row).collect();
        let units = Units::new(rows.iter().map(|(code, ..)| code.clone()).collect());
        let left_out = all.codes().iter().filter(|code| units.find(code).is_none()).cloned().collect();
        let mut files: Vec<Provenance> = [Some(employed), Some(jobs), mass].into_iter().flatten().filter_map(|of| of.files).collect();
        files.dedup_by(|one, other| one.sha256 == other.sha256);
        Ok(Self { places: places(units, rows), left_out, files })
    }
}

fn places(units: Units, mut rows: Vec<(UnitCode, [f64; 3], Seat)>) -> Places {
    rows.sort_by_key(|(code, ..)| units.find(code));
    let figure = |at: usize| -> UnitVec<f64> { rows.iter().map(|(_, figures, _)| figures[at]).collect() };
    Places {
        residents: figure(0),
        jobs: figure(1),
        mass: figure(2),
        seats: rows.iter().map(|(.., seat)| *seat).collect(),
        units,
    }
}

fn column(source: &Source, figure: Figure) -> Result<Column, Failure> {
    let failed = |error: TableError| Failure::table(failure::Table::Units, &source.path, &error);
    let figures = open_figures(&source.path, &Wanted::new(figure).in_column(source.column.clone())).map_err(failed)?;
    Ok(Column { observations: figures.observations, files: Some(figures.provenance) })
}

fn seats(file: &Path, units: &Units) -> Result<UnitVec<Option<Seat>>, Failure> {
    let failed = |error: TableError| Failure::table(failure::Table::Units, file, &error);
    let seats = open_seats(file).map_err(failed)?;
    seats.join(units, &file.display().to_string()).map_err(failed)
}

/// Flows as a table, each row with the mark that Miedza knows again; persons to a millionth.
pub(super) fn written(flows: &Flows) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let all = "memory takes all";
    writer.write_record(["from", "to", "persons", STATUS_COLUMN]).expect(all);
    for flow in flows.iter() {
        let persons = format!("{:.6}", flow.persons);
        let persons = persons.trim_end_matches('0').trim_end_matches('.');
        if persons != "0" {
            let (from, to) = (flows.units().code(flow.from), flows.units().code(flow.to));
            writer.write_record([from.as_str(), to.as_str(), persons, MODELLED]).expect(all);
        }
    }
    writer.into_inner().expect(all)
}
