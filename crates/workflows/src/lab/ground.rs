//! What a variant stands on, read once and held in memory: the flow table, what is kept of its units, their land, who
//! touches whom, and the runs of methods that were asked for last.
//!
//! Nothing here changes while people work: putting a unit in or out asks only for figures of what is here already. A
//! variant without a flow table stands on the units of its register, with no flow between them; one with a table stands on
//! those of the register too that the table does not hold, and of these only flows are unknown.

use std::collections::BTreeMap;

use miedza_delimitation::contiguity;
use miedza_planning::delimitation::Run;
use miedza_sources::commuting::{DiagonalState, Reading};
use miedza_territory::{Flows, Neighbours, UnitCode, UnitIx, UnitVec, Units};

use super::kept::Kept;
use super::known::Known;
use super::made::Made;
use super::table::{How, TableFile};
use crate::delimitation::figures::{FigureTables, FlowUnits};
use crate::delimitation::land::Land;
use crate::delimitation::sentences::Names;
use crate::failure::Failure;

/// Runs of methods kept for one ground.
const RUNS: usize = 32;
/// Matrices kept for one ground; they differ in the share of inhabitants who are employed.
const MATRICES: usize = 4;

/// What a variant stands on.
#[derive(Debug)]
pub struct Ground {
    /// The flow table as it was read, its flows those among the units here; `None` for a variant without one.
    pub reading: Option<Reading>,
    /// Who goes where, without the diagonal that some methods need.
    pub flows: Flows,
    /// Whether the flow table holds the flows of each unit.
    pub is_told: UnitVec<bool>,
    /// The place beyond the units to which most go from each unit, with their number; `None` where nobody does.
    pub far: UnitVec<Option<(String, f64)>>,
    /// Names, inhabitants and seats.
    pub tables: FigureTables,
    /// Boundaries, or cells around seats.
    pub land: Land,
    /// Who touches whom, as far as it can be told: by cells where boundaries are not known.
    pub touching: Option<Neighbours>,
    /// Land of each unit in square kilometres: what the register states, else what its boundary holds.
    pub area_km2: UnitVec<Option<f64>>,
    /// Name of the county of each unit.
    pub counties: UnitVec<Option<String>>,
    /// The code under which a variant keeps each unit: that of the register, where it has the unit.
    pub codes: UnitVec<String>,
    found: BTreeMap<String, UnitIx>,
    how: How,
    pub(super) matrices: Kept<Option<String>, crate::delimitation::matrix::Matrix>,
    pub(super) runs: Kept<Run, Made>,
}

impl Ground {
    /// Reads a flow table and puts together what is known of its units.
    ///
    /// # Errors
    /// [`Failure`] if the table cannot be read or a boundary lies off the earth.
    pub fn of(table: &TableFile, known: &Known) -> Result<Self, Failure> {
        let mut reading = table.read()?;
        let held = reading.whole_units();
        let units = known.with_others(&held);
        let far = far(&reading, &units, known);
        let is_told = units.codes().iter().map(|code| held.find(code).is_some()).collect();
        reading.flows = reading.among(units);
        let ground = Self::with(reading.flows.clone(), (Some(reading), &held), &table.name, known)?;
        Ok(Self { how: table.how.clone(), is_told, far, ..ground })
    }

    /// The units of a register, without any flow.
    ///
    /// # Errors
    /// [`Failure`] if a boundary lies off the earth.
    pub fn without_flows(known: &Known) -> Result<Self, Failure> {
        let units = Units::new(known.units.iter().map(|unit| unit.code.clone()).collect());
        let flows = Flows::new(units.clone(), Vec::new()).expect("no flow breaks no rule");
        Self::with(flows, (None, &units), "", known)
    }

    fn with(flows: Flows, (reading, held): (Option<Reading>, &Units), file: &str, known: &Known) -> Result<Self, Failure> {
        let units = flows.units();
        let joined = known.beside(held, units);
        let names = joined.each(|known| Some(known.name.clone())).into_inner();
        let tables = FigureTables {
            population: joined.observations(|known| known.population),
            employed: joined.observations(|known| known.employed),
            jobs: joined.observations(|known| known.jobs),
            seats: joined.seats(),
            ..FigureTables::named(names)
        };
        let land = Land::kept(known.boundaries_of(held, units), FlowUnits { units, file }, &tables)?;
        let touching = land.neighbours().cloned().or_else(|| by_cells(&land, units));
        let measured = land.areas_km2();
        let stated = joined.each(|known| known.area_km2);
        let area_km2 = units.indices().map(|unit| stated[unit].or_else(|| measured.as_ref()?[unit])).collect();
        let codes: UnitVec<String> = units
            .indices()
            .map(|unit| joined.unit(unit).map_or_else(|| units.code(unit), |known| &known.code).to_string())
            .collect();
        Ok(Self {
            found: by_every_code(units, &codes),
            is_told: UnitVec::filled(units.len(), false),
            far: UnitVec::filled(units.len(), None),
            area_km2,
            counties: joined.each(|known| known.county.clone()),
            codes,
            touching,
            land,
            tables,
            reading,
            flows,
            how: How::default(),
            matrices: Kept::at_most(MATRICES),
            runs: Kept::at_most(RUNS),
        })
    }

    /// The units, in the order of all vectors here.
    pub const fn units(&self) -> &Units {
        self.flows.units()
    }

    /// The unit of a code with six or seven digits, of the flow table or of the register. A whole municipality is found under
    /// another kind too, since kinds change; a part of one is no unit.
    pub fn find(&self, code: &str) -> Option<UnitIx> {
        let code = code.trim();
        self.found.get(code).copied().or_else(|| self.of_six_digits(code).filter(|_| code.ends_with(['1', '2', '3'])))
    }

    /// The unit that has the first six of the seven digits of a code, whatever its kind.
    pub fn of_six_digits(&self, code: &str) -> Option<UnitIx> {
        let six = code.get(..6).filter(|_| code.len() == 7 && code.bytes().all(|byte| byte.is_ascii_digit()));
        self.found.get(six?).copied()
    }

    /// How many units the flow table holds.
    pub fn told(&self) -> usize {
        self.is_told.iter().filter(|is_told| **is_told).count()
    }

    /// Whether the flow table says that its flows are modelled: then all that rests on them must say so.
    pub fn is_modelled(&self) -> bool {
        self.reading.as_ref().is_some_and(Reading::is_modelled)
    }

    /// Names of units for people.
    pub fn names(&self) -> Names<'_> {
        Names::new(self.units(), &self.tables.names)
    }

    /// The share of inhabitants who are employed that goes with the flow table.
    pub fn employed_share(&self) -> Option<&str> {
        self.how.employed_share.as_deref()
    }

    /// Whether the flow table itself, or figures of the register, tell who works where they live.
    pub fn has_own_diagonal(&self) -> bool {
        let is_counted = self.tables.employed.is_some() || self.tables.jobs.is_some();
        let counts = |reading: &Reading| matches!(reading.report.diagonal, DiagonalState::Full | DiagonalState::Partial { .. });
        is_counted || self.reading.as_ref().is_some_and(counts)
    }

    /// Whether anything can be drawn.
    pub fn land_is_known(&self) -> bool {
        self.land.is_known()
    }

    /// Whether anybody goes anywhere.
    pub const fn has_flows(&self) -> bool {
        !self.flows.is_empty()
    }

    /// Whether who touches whom is told by cells around seats, not by boundaries.
    pub fn touches_by_cells(&self) -> bool {
        self.touching.is_some() && self.land.neighbours().is_none()
    }
}

/// Where most go from each unit of those places that are none of the units: its name, or its code where no register has it.
fn far(reading: &Reading, units: &Units, known: &Known) -> UnitVec<Option<(String, f64)>> {
    let all = reading.flows.units();
    let joined = known.of(all);
    let name = |place: UnitIx| joined.unit(place).map_or_else(|| all.code(place).to_string(), |known| known.name.clone());
    let strongest = |code: &UnitCode| {
        let from = all.find(code)?;
        let beyond = reading.flows.leaving(from).filter(|&(to, _)| !reading.is_whole(to));
        let (to, persons) = beyond.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        Some((name(to), persons))
    };
    units.codes().iter().map(strongest).collect()
}

/// Who touches whom by the cells that are drawn where boundaries are not known. Methods do not rest on it.
fn by_cells(land: &Land, units: &Units) -> Option<Neighbours> {
    let cells = land.boundaries()?;
    let found = contiguity::neighbours(cells, &contiguity::Parameters::default()).ok()?;
    Some(contiguity::carried(&found.neighbours, &cells.units, units))
}

/// Each unit under the code of the flow table, that of the register, and the six digits that a change of kind leaves.
fn by_every_code(units: &Units, codes: &UnitVec<String>) -> BTreeMap<String, UnitIx> {
    let mut found = BTreeMap::new();
    for unit in units.indices() {
        let own = units.code(unit);
        let six = own.without_kind().map(|six| six.to_string());
        for code in six.into_iter().chain([codes[unit].clone(), own.to_string()]) {
            found.entry(code).or_insert(unit);
        }
    }
    found
}
