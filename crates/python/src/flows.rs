//! Flows out of a data frame, or out of three columns.

use std::sync::Arc;

use miedza_territory::{Beyond, Flow, Flows, UnitIx, UnitVec, Units};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};

use crate::column::Column;
use crate::delimitation::Delimitation;
use crate::fault::Fault;
use crate::frame::{Columns, Like};
use crate::modelled;
use crate::units::{Met, position};

/// Names of the column of origins, the likeliest first.
pub const ORIGIN: &[&str] =
    &["origin", "from", "residence", "home", "origin_code", "from_code", "orig", "o", "i", "source", "z", "odkud", "skąd"];
/// Names of the column of destinations.
pub const DESTINATION: &[&str] =
    &["destination", "to", "workplace", "work", "destination_code", "to_code", "dest", "d", "j", "target", "do", "kam", "dokąd"];
/// Names of the column of persons.
const PERSONS: &[&str] = &[
    "persons",
    "n",
    "count",
    "flow",
    "flows",
    "fij",
    "commuters",
    "people",
    "number",
    "total",
    "value",
    "weight",
    "liczba",
    "osoby",
    "počet",
];

/// Names of the three columns, where they are not the usual ones.
#[derive(Default)]
pub struct Names {
    /// The unit of residence.
    pub origin: Option<String>,
    /// The unit of work.
    pub destination: Option<String>,
    /// How many persons.
    pub persons: Option<String>,
}

/// Flows, and what kind of frame they came in.
pub struct Read {
    /// The matrix; areas that were made of it before hold it too.
    pub flows: Arc<Flows>,
    /// The kind of frame.
    pub like: Like,
    /// Whether a row says that nobody counted it.
    pub is_modelled: bool,
}

/// Reads flows, or takes those of areas that were made before.
///
/// Where units are listed, they alone take part, and who goes elsewhere or comes from elsewhere is counted beyond them; else
/// the units are those that the flows name.
pub fn read(object: &Bound<'_, PyAny>, names: &Names, units: Option<Units>) -> Result<Read, Fault> {
    if let Ok(made) = object.cast::<Delimitation>() {
        let made = &made.get().given;
        let flows = units.map_or_else(|| Arc::clone(&made.flows), |units| Arc::new(among(&made.flows, units)));
        return Ok(Read { flows, like: made.like, is_modelled: made.is_modelled });
    }
    let like = Like::of(object)?;
    let ([origins, destinations, persons], is_modelled) = columns(object, names)?;
    let mut met = Met::default();
    let rows = Rows {
        origins: met.column(&origins, "origins")?,
        destinations: met.column(&destinations, "destinations")?,
        persons: persons.numbers()?,
    };
    let flows = object.py().detach(|| rows.matrix(&met, units))?;
    Ok(Read { flows: Arc::new(flows), like, is_modelled })
}

/// The flows of a matrix among listed units, with what leaves them and arrives from beyond.
fn among(flows: &Flows, units: Units) -> Flows {
    let places: UnitVec<Option<UnitIx>> = flows.units().codes().iter().map(|code| units.find(code)).collect();
    let mut beyond = UnitVec::filled(units.len(), Beyond::default());
    for (unit, place) in places.enumerate() {
        if let Some(place) = *place {
            beyond[place] = flows.beyond(unit);
        }
    }
    let mut inside = Vec::new();
    for Flow { from, to, persons } in flows.iter() {
        match (places[from], places[to]) {
            (Some(from), Some(to)) => inside.push(Flow { from, to, persons }),
            (from, to) => count_beyond(&mut beyond, from, to, persons),
        }
    }
    Flows::new(units, inside).and_then(|flows| flows.with_beyond(beyond)).expect("a part of a matrix is a matrix")
}

/// Origins, destinations and persons, and whether a row is modelled.
fn columns<'py>(object: &Bound<'py, PyAny>, names: &Names) -> Result<([Column<'py>; 3], bool), Fault> {
    if object.is_instance_of::<PyTuple>() || object.is_instance_of::<PyList>() {
        let three: Vec<Bound<'_, PyAny>> = object.try_iter()?.collect::<PyResult<_>>()?;
        let [origins, destinations, persons] = &three[..] else {
            return Err(Fault::input(format!(
                "three columns are needed, origins, destinations, persons, and {} are given",
                three.len()
            )));
        };
        return Ok(([Column::of(origins)?, Column::of(destinations)?, Column::of(persons)?], false));
    }
    let columns = Columns::of(object)?;
    let places = [
        columns.find(names.origin.as_deref(), ORIGIN)?,
        columns.find(names.destination.as_deref(), DESTINATION)?,
        columns.find(names.persons.as_deref(), PERSONS)?,
    ];
    let [origin, destination, persons] = match places {
        [Some(origin), Some(destination), Some(persons)] => [origin, destination, persons],
        [None, None, None] if columns.len() == 3 => [0, 1, 2],
        places => return Err(unclear(&columns, places)),
    };
    Ok(([columns.at(origin)?, columns.at(destination)?, columns.at(persons)?], modelled::says_so(&columns)?))
}

fn unclear(columns: &Columns<'_>, places: [Option<usize>; 3]) -> Fault {
    let what = ["origin", "destination", "persons"].into_iter().zip(places);
    let lacking: Vec<String> = what.filter(|(_, place)| place.is_none()).map(|(name, _)| format!("{name}=…")).collect();
    Fault::input(format!("{}; say which one it is with {}", columns.told(), lacking.join(", ")))
}

struct Rows {
    origins: Vec<u32>,
    destinations: Vec<u32>,
    persons: Vec<Option<f64>>,
}

impl Rows {
    fn matrix(self, met: &Met, listed: Option<Units>) -> Result<Flows, Fault> {
        let len = self.origins.len();
        if self.destinations.len() != len || self.persons.len() != len {
            let (destinations, persons) = (self.destinations.len(), self.persons.len());
            return Err(Fault::input(format!("{len} origins, {destinations} destinations and {persons} persons are no table")));
        }
        let all = listed.is_none();
        let units = listed.unwrap_or_else(|| met.units());
        let places = met.places(&units);
        let mut beyond = UnitVec::filled(units.len(), Beyond::default());
        let mut flows = Vec::with_capacity(len);
        for (row, persons) in self.persons.iter().enumerate() {
            let persons = persons.ok_or_else(|| Fault::input(format!("row {} has no number of persons", row + 1)))?;
            let place = |number: u32| places[position(number)];
            match (place(self.origins[row]), place(self.destinations[row])) {
                (Some(from), Some(to)) => flows.push(Flow { from, to, persons }),
                (from, to) => count_beyond(&mut beyond, from, to, persons),
            }
        }
        drop(self);
        let flows = Flows::new(units, flows)?;
        Ok(if all { flows } else { flows.with_beyond(beyond)? })
    }
}

fn count_beyond(beyond: &mut UnitVec<Beyond>, from: Option<UnitIx>, to: Option<UnitIx>, persons: f64) {
    if let Some(from) = from {
        beyond[from].leaving += persons;
    }
    if let Some(to) = to {
        beyond[to].arriving += persons;
    }
}
