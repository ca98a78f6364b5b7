//! Where the seats of units stand, and what the units are called.

use std::collections::BTreeMap;
use std::path::Path;

use miedza_territory::{Provenance, Seat, UnitCode, UnitVec, Units};

use super::columns::{self, CATALOGUE};
use super::figures::name;
use super::join::{Join, Match};
use super::listed::Listed;
use crate::Error;
use crate::table::{Found, Input, Lack, Table};

/// Seats and names by the codes of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Seats {
    /// Longitude and latitude in degrees; units without a position are not in it.
    pub seats: BTreeMap<UnitCode, Seat>,
    /// Names of units, where the file has them.
    pub names: BTreeMap<UnitCode, String>,
    /// Whether the seats are the middle of boxes around the units.
    pub are_box_centres: bool,
    /// Which file it was.
    pub provenance: Provenance,
}

/// Where the columns stand, counted from 0.
struct Places {
    code: usize,
    name: Option<usize>,
    longitude: Vec<usize>,
    latitude: Vec<usize>,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let code = columns::code(None, header)?;
        let point = |word: &str| CATALOGUE.find(word, header);
        let found = |words: &[&str]| -> Option<Vec<usize>> {
            words.iter().map(|word| if let Found::One(column) = point(word) { Some(column) } else { None }).collect()
        };
        let name = columns::name(header).filter(|name| *name != code);
        let (lon, lat) = (found(&["lon"]), found(&["lat"]));
        if let (Some(longitude), Some(latitude)) = (lon, lat) {
            return Ok(Self { code, name, longitude, latitude });
        }
        if let (Some(longitude), Some(latitude)) = (found(&["west", "east"]), found(&["south", "north"])) {
            return Ok(Self { code, name, longitude, latitude });
        }
        columns::one(point("lon"), "the longitude", "a column lon", 1)?;
        let column = columns::one(point("lat"), "the latitude", "a column lat", 2)?;
        Ok(Self { code, name, longitude: vec![column], latitude: vec![column] })
    }
}

/// Reads seats from disk.
///
/// # Errors
/// [`Error`], see [`read_seats`].
pub fn open_seats(path: &Path) -> Result<Seats, Error> {
    read_seats(Input::open(path)?)
}

/// Reads seats: code, longitude and latitude in degrees (WGS 84), or a box of which the middle is taken.
///
/// # Errors
/// [`Error`] if the file is no table, lacks a column, a unit stands in two rows or nowhere on Earth.
pub fn read_seats(input: Input) -> Result<Seats, Error> {
    let provenance = input.provenance("seats");
    let (mut table, places) = Table::find(input, None, Places::find)?;
    let (mut listed, mut found) = (Listed::default(), Vec::new());
    while table.advance()? {
        if listed.add(&table, places.code)? {
            let longitude = degrees(&table, &places.longitude, "longitude", 180.0)?;
            let latitude = degrees(&table, &places.latitude, "latitude", 90.0)?;
            let seat = longitude.zip(latitude).map(|(x, y)| Seat { x, y });
            found.push((seat, places.name.map(|column| name(table.row().field(column)))));
        }
    }
    let (mut seats, mut names) = (BTreeMap::new(), BTreeMap::new());
    for (code, (seat, name)) in listed.with(table.file(), found, |one, other| one.0 == other.0)?.0 {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            names.insert(code.clone(), name);
        }
        if let Some(seat) = seat {
            seats.insert(code, seat);
        }
    }
    Ok(Seats { seats, names, are_box_centres: places.longitude.len() > 1, provenance })
}

/// Degrees of a column, or the middle of two; `None` where a field is empty.
fn degrees(table: &Table, columns: &[usize], axis: &'static str, most: f64) -> Result<Option<f64>, Error> {
    let mut sum = 0.0;
    for &column in columns {
        let written = table.row().field(column);
        if written.is_empty() {
            return Ok(None);
        }
        let number = written.replace(',', ".").parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
        let Some(number) = number else {
            let (file, row) = (table.file().into(), table.row().number());
            return Err(Error::NotOnEarth { file, row, axis, value: written.into() });
        };
        sum += number;
    }
    Ok(Some(sum / miedza_territory::count(columns.len())))
}

impl Seats {
    /// The seats of the units of `flows_file`; `None` where the file has none. A unit known only by its parts takes the
    /// seat of the first, which is the town.
    ///
    /// # Errors
    /// [`Error::CodeSystems`] if the codes of the two files do not belong together.
    pub fn join(&self, units: &Units, flows_file: &str) -> Result<UnitVec<Option<Seat>>, Error> {
        let join = Join::new(units, self.seats.keys().map(|code| (code, true)));
        join.refuse_strangers(&self.provenance.file, flows_file)?;
        let seat = |found: &Match| match found {
            Match::None => None,
            Match::Same(code) | Match::Alike(code) => self.seats.get(code).copied(),
            Match::Parts(parts) => parts.first().and_then(|part| self.seats.get(part)).copied(),
        };
        Ok(join.iter().map(|(_, found)| seat(found)).collect())
    }
}
