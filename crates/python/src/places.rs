//! The table of units that a model of flows starts from: who lives and works where, and where that is.

use miedza_delimitation::estimate::Places;
use miedza_territory::{Seat, UnitCode, UnitVec, Units};
use pyo3::prelude::*;

use crate::column::Column;
use crate::estimate::Options;
use crate::fault::Fault;
use crate::frame::Columns;
use crate::units;

const RESIDENTS: &[&str] = &["residents", "employed_residents", "employed", "workers", "origins"];
const JOBS: &[&str] = &["jobs", "workplaces", "destinations"];
const POPULATION: &[&str] = &["population", "inhabitants", "mass"];
const LONGITUDE: &[&str] = &["longitude", "lon", "lng", "x"];
const LATITUDE: &[&str] = &["latitude", "lat", "y"];

/// Units with their figures.
pub struct Land {
    /// What the models take.
    pub places: Places,
    /// Persons who live and work in the same unit, where a column of them is named.
    pub own: Option<UnitVec<f64>>,
    /// Units that lack a figure or a seat that the model needs, in the order of the table.
    pub left_out: Vec<String>,
}

/// What of the table a model needs.
#[derive(Clone, Copy)]
pub struct Needs {
    /// Longitude and latitude.
    pub seats: bool,
    /// Population as the mass that draws people; else jobs do.
    pub population: bool,
}

/// Figures of one row; `None` where one is missing.
struct Row {
    code: UnitCode,
    figures: Option<[f64; 4]>,
    seat: Option<Seat>,
}

/// Reads the table; units that lack something are left out and told.
pub fn read(table: &Bound<'_, PyAny>, options: &Options<'_>, needs: Needs) -> Result<Land, Fault> {
    let columns = Columns::of(table)?;
    let unit = columns.at(columns.unit(options.unit.as_deref())?)?;
    let codes = units::codes(&unit)?;
    let listed = Units::new(codes.clone());
    if listed.len() != codes.len() {
        return Err(Fault::input("a unit is given twice"));
    }
    let seats = if needs.seats { seats(&columns, options, (&codes, &listed))? } else { vec![Some(Seat::default()); codes.len()] };
    let figures = figures(&columns, options, needs)?;
    let row = |(place, (code, seat)): (usize, (UnitCode, Option<Seat>))| {
        let [residents, jobs, mass, own] = &figures;
        let all = || Some([residents[place]?, jobs[place]?, mass[place]?, own[place]?]);
        Row { code, figures: all(), seat }
    };
    Ok(land(codes.into_iter().zip(seats).enumerate().map(row).collect(), options.own.is_some()))
}

fn land(rows: Vec<Row>, has_own: bool) -> Land {
    let (whole, lacking): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.figures.is_some() && row.seat.is_some());
    let mut rows: Vec<(UnitCode, [f64; 4], Seat)> =
        whole.into_iter().filter_map(|row| Some((row.code, row.figures?, row.seat?))).collect();
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    let figure = |at: usize| -> UnitVec<f64> { rows.iter().map(|(_, figures, _)| figures[at]).collect() };
    let places = Places {
        units: Units::new(rows.iter().map(|(code, ..)| code.clone()).collect()),
        residents: figure(0),
        jobs: figure(1),
        mass: figure(2),
        seats: rows.iter().map(|(.., seat)| *seat).collect(),
    };
    Land { places, own: has_own.then(|| figure(3)), left_out: lacking.iter().map(|row| row.code.to_string()).collect() }
}

/// Employed residents, jobs, mass and own persons of each row.
fn figures(columns: &Columns<'_>, options: &Options<'_>, needs: Needs) -> Result<[Vec<Option<f64>>; 4], Fault> {
    let residents = column(columns, options.residents.as_deref(), RESIDENTS, "residents")?.numbers()?;
    let jobs = column(columns, options.jobs.as_deref(), JOBS, "jobs")?.numbers()?;
    let mass = match (needs.population, &options.population) {
        (true, named) => column(columns, named.as_deref(), POPULATION, "population")?.numbers()?,
        (false, _) => jobs.clone(),
    };
    let own = match &options.own {
        Some(named) => column(columns, Some(named), &[], "own")?.numbers()?,
        None => vec![Some(0.0); jobs.len()],
    };
    Ok([residents, jobs, mass, own])
}

fn column<'py>(columns: &Columns<'py>, named: Option<&str>, usual: &[&str], option: &str) -> Result<Column<'py>, Fault> {
    let lacking = || Fault::input(format!("{}; say which one it is with {option}=…", columns.told()));
    columns.at(columns.find(named, usual)?.ok_or_else(lacking)?)
}

/// A seat for each row: from `seats=`, or from the columns of longitude and latitude.
fn seats(
    columns: &Columns<'_>,
    options: &Options<'_>,
    (codes, listed): (&[UnitCode], &Units),
) -> Result<Vec<Option<Seat>>, Fault> {
    if let Some(given) = &options.seats {
        let seats = units::seats(given, listed)?;
        let seat = |code| listed.find(code).and_then(|unit| seats[unit]).map(Seat::from);
        return Ok(codes.iter().map(seat).collect());
    }
    let longitudes = column(columns, options.longitude.as_deref(), LONGITUDE, "longitude")?.numbers()?;
    let latitudes = column(columns, options.latitude.as_deref(), LATITUDE, "latitude")?.numbers()?;
    Ok(longitudes.into_iter().zip(latitudes).map(|(x, y)| Some(Seat { x: x?, y: y? })).collect())
}
