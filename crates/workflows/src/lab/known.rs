//! What is kept of units beside their flows, and how it meets the codes of a flow table.

use std::collections::{BTreeMap, BTreeSet};

use miedza_sources::units::{Join, Match};
use miedza_territory::{Boundaries, Observations, Seat, UnitCode, UnitIx, UnitVec, Units, Value};

/// What is kept of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownUnit {
    /// Code of its register.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
    /// Name of its county.
    pub county: Option<String>,
    /// Inhabitants.
    pub population: Option<f64>,
    /// Land in square kilometres, as its register states it.
    pub area_km2: Option<f64>,
    /// Employed residents.
    pub employed: Option<f64>,
    /// Jobs.
    pub jobs: Option<f64>,
    /// Where its seat stands.
    pub seat: Option<Seat>,
}

impl KnownUnit {
    /// A unit of which nothing is known but its name.
    pub const fn named(code: UnitCode, name: String) -> Self {
        Self { code, name, county: None, population: None, area_km2: None, employed: None, jobs: None, seat: None }
    }
}

/// What is kept of the units of a country.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The units.
    pub units: Vec<KnownUnit>,
    /// Their boundaries, where any were imported.
    pub boundaries: Option<Boundaries>,
}

/// The same, one by one for the units of a flow table.
pub struct Joined<'a> {
    units: &'a Units,
    known: UnitVec<Option<&'a KnownUnit>>,
}

impl Known {
    /// What is kept of each unit of a flow table: by its code, or by the code with another kind or without one.
    pub fn of<'a>(&'a self, units: &'a Units) -> Joined<'a> {
        self.beside(units, units)
    }

    /// The units of a flow table, and beside them those that are kept and that it does not hold.
    pub fn with_others(&self, table: &Units) -> Units {
        let held: BTreeSet<UnitCode> = table.codes().iter().flat_map(UnitCode::whatever_kind).collect();
        let others = self.units.iter().filter(|unit| !unit.code.whatever_kind().iter().any(|name| held.contains(name)));
        Units::new(table.codes().iter().chain(others.map(|unit| &unit.code)).cloned().collect())
    }

    /// What is kept of each of the units, of which those of a flow table are found by any of their names, the others by their
    /// own.
    pub fn beside<'a>(&'a self, table: &Units, units: &'a Units) -> Joined<'a> {
        let by_code: BTreeMap<&UnitCode, &KnownUnit> = self.units.iter().map(|unit| (&unit.code, unit)).collect();
        let join = Join::new(table, self.units.iter().map(|unit| (&unit.code, unit.population.is_some())));
        let of = |code: &UnitCode| match table.find(code) {
            Some(unit) => own(join.of(unit)).and_then(|code| by_code.get(code).copied()),
            None => by_code.get(code).copied(),
        };
        let known = units.codes().iter().map(of).collect();
        Joined { units, known }
    }

    /// Boundaries under the codes of some units, those of a flow table among them, of those that have any.
    pub fn boundaries_of(&self, table: &Units, units: &Units) -> Option<Boundaries> {
        let boundaries = self.boundaries.as_ref()?;
        let join = Join::new(table, boundaries.units.codes().iter().map(|code| (code, true)));
        let place = |unit: UnitIx| match table.find(units.code(unit)) {
            Some(held) => own(join.of(held)).and_then(|code| boundaries.units.find(code)),
            None => units.code(unit).whatever_kind().iter().find_map(|name| boundaries.units.find(name)),
        };
        let mut found: Vec<(UnitIx, UnitIx)> = units.indices().filter_map(|unit| Some((unit, place(unit)?))).collect();
        if found.is_empty() {
            return None;
        }
        // Fewer codes may sort in another way: numbers by number, once the texts among them are gone.
        let of_these = Units::new(found.iter().map(|&(unit, _)| units.code(unit).clone()).collect());
        found.sort_by_key(|&(unit, _)| of_these.find(units.code(unit)));
        Some(Boundaries {
            units: of_these,
            shapes: found.iter().map(|&(_, place)| boundaries.shapes[place].clone()).collect(),
            names: found.iter().map(|&(_, place)| boundaries.names[place].clone()).collect(),
            schematic: boundaries.schematic,
        })
    }
}

impl<'a> Joined<'a> {
    /// What is kept of a unit.
    pub fn unit(&self, unit: UnitIx) -> Option<&'a KnownUnit> {
        self.known[unit]
    }

    /// One thing that is kept, of each unit.
    pub fn each<T>(&self, thing: impl Fn(&KnownUnit) -> Option<T>) -> UnitVec<Option<T>> {
        self.known.iter().map(|known| known.and_then(&thing)).collect()
    }

    /// A figure by the codes of the flow table; `None` where no unit has it.
    pub fn observations(&self, figure: impl Fn(&KnownUnit) -> Option<f64>) -> Option<Observations> {
        let mut observations = Observations::new();
        for (unit, known) in self.known.enumerate() {
            if let Some(number) = known.and_then(&figure) {
                observations.insert(self.units.code(unit).clone(), Value::Known(number));
            }
        }
        (!observations.is_empty()).then_some(observations)
    }

    /// Seats; `None` where no unit has one.
    pub fn seats(&self) -> Option<UnitVec<Option<Seat>>> {
        let seats = self.each(|known| known.seat);
        seats.iter().any(Option::is_some).then_some(seats)
    }
}

fn own(found: &Match) -> Option<&UnitCode> {
    match found {
        Match::Same(code) | Match::Alike(code) => Some(code),
        Match::None | Match::Parts(_) => None,
    }
}
