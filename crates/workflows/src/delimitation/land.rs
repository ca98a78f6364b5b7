//! The land of the units: boundaries or schematic cells, who touches whom, and the outlines of areas.

use std::path::Path;
use std::sync::Arc;

use miedza_delimitation::{contiguity, outline};
use miedza_sources::boundary;
use miedza_sources::table::{Input, Lack, Table as Rows};
use miedza_territory::{AreaIx, AreaVec, Boundaries, Neighbours, Partition, Provenance, Seat, UnitCode, UnitIx, UnitVec, Units};
use miedza_texts::{Message, key};

use super::columns::pair;
use super::figures::{FigureTables, FlowUnits};
use super::notes;
use super::request::BoundaryRequest;
use crate::failure::{Failure, Table};
use crate::{Tell, listing, territory};

type Shape = geo_types::MultiPolygon<f64>;

/// What is known of the land.
#[derive(Clone, Debug, Default)]
pub struct Land {
    /// Boundaries of units of the flows, those that have any.
    boundaries: Option<Arc<Boundaries>>,
    /// Number of each unit of the flows in the boundaries.
    places: Vec<Option<UnitIx>>,
    /// Who touches whom, by units of the flows.
    neighbours: Option<Neighbours>,
    seats: Option<UnitVec<Option<Seat>>>,
    areas: Option<AreaVec<Shape>>,
    /// What is to be told.
    pub notes: Vec<Message>,
    /// The files.
    pub files: Vec<Provenance>,
}

impl Land {
    /// Reads boundaries or neighbours, or draws cells around seats; finds who touches whom.
    ///
    /// # Errors
    /// [`Failure`] that names the file.
    pub fn read(wanted: &BoundaryRequest, flows: FlowUnits, tables: &mut FigureTables, tell: Tell) -> Result<Self, Failure> {
        let mut land = match &wanted.file {
            Some(file) => {
                tell(&key::STAGE_BOUNDARIES.into());
                Self::of_boundaries(file, wanted, flows, tables)?
            }
            None => Self::of_seats(flows, tables),
        };
        if let Some(file) = &wanted.neighbours {
            land.read_neighbours(file, flows)?;
        } else if !land.is_schematic() {
            tell(&key::STAGE_CONTIGUITY.into());
            let parameters = territory::parameters(&wanted.rule, wanted.gap_m);
            let file = wanted.file.as_deref().unwrap_or(Path::new(""));
            land.find_neighbours(&parameters, file, flows)?;
        }
        land.seats.clone_from(&tables.seats);
        Ok(land)
    }

    /// The land of units whose boundaries are kept already; without any, cells around their seats.
    ///
    /// # Errors
    /// [`Failure`] for a boundary that lies off the earth.
    pub fn kept(boundaries: Option<Boundaries>, flows: FlowUnits, tables: &FigureTables) -> Result<Self, Failure> {
        let mut land = match boundaries {
            Some(boundaries) => Self::with(boundaries, flows.units),
            None => Self::of_seats(flows, tables),
        };
        if !land.is_schematic() {
            land.find_neighbours(&contiguity::Parameters::default(), Path::new(""), flows)?;
        }
        land.seats.clone_from(&tables.seats);
        Ok(land)
    }

    fn of_boundaries(
        file: &Path,
        wanted: &BoundaryRequest,
        flows: FlowUnits,
        tables: &mut FigureTables,
    ) -> Result<Self, Failure> {
        let options = boundary::Options {
            crs: wanted.crs.as_deref(),
            layer: wanted.layer.as_deref(),
            code: wanted.code.as_deref(),
            match_codes: Some(flows.units),
            ..boundary::Options::default()
        };
        let read = boundary::read(file, &options).map_err(|error| Failure::boundaries(file, &error))?;
        if read.report.matched == 0 {
            return Err(Failure::other_codes(file, &read.boundaries.units, flows.units));
        }
        let boundaries = read.boundaries.of_units(flows.units);
        tables.add_names(
            flows.units.codes().iter().map(|code| boundaries.units.find(code).and_then(|unit| boundaries.names[unit].clone())),
        );
        let mut land = Self::with(boundaries, flows.units);
        land.notes = notes::boundaries(&read.report);
        land.files.push(read.report.provenance);
        Ok(land)
    }

    fn of_seats(flows: FlowUnits, tables: &FigureTables) -> Self {
        let Some(seats) = &tables.seats else { return Self { notes: vec![key::NOTE_NO_MAP.into()], ..Self::default() } };
        let placed = || seats.enumerate().filter_map(|(unit, seat)| Some((unit, (*seat)?)));
        let units = Units::new(placed().map(|(unit, _)| flows.units.code(unit).clone()).collect());
        let own = |code: &UnitCode| flows.units.find(code).and_then(|unit| seats[unit]);
        let ordered: UnitVec<Seat> = units.codes().iter().filter_map(own).collect();
        let cells = match outline::schematic(&units, &ordered) {
            Ok(cells) => cells,
            // Areas do not rest on seats: they are given without a map, and the reason is told.
            Err(error) => {
                let told = Message::new(key::NOTE_NO_CELLS).with("reason", error.to_string());
                return Self { notes: vec![told], ..Self::default() };
            }
        };
        let mut land = Self::with(cells, flows.units);
        land.notes.push(key::NOTE_SCHEMATIC.into());
        let without: Vec<String> =
            flows.units.indices().filter(|&unit| seats[unit].is_none()).map(|unit| flows.units.code(unit).to_string()).collect();
        land.notes.extend(listing::note(key::NOTE_WITHOUT_SEAT, &without));
        land
    }

    fn with(boundaries: Boundaries, units: &Units) -> Self {
        let places = units.codes().iter().map(|code| boundaries.units.find(code)).collect();
        Self { boundaries: Some(Arc::new(boundaries)), places, ..Self::default() }
    }

    fn find_neighbours(&mut self, parameters: &contiguity::Parameters, file: &Path, flows: FlowUnits) -> Result<(), Failure> {
        let Some(boundaries) = &self.boundaries else { return Ok(()) };
        let found = contiguity::neighbours(boundaries, parameters).map_err(|error| Failure::contiguity(file, &error))?;
        let islands: Vec<String> = found.islands.iter().map(|&unit| boundaries.units.code(unit).to_string()).collect();
        self.neighbours = Some(contiguity::carried(&found.neighbours, &boundaries.units, flows.units));
        self.notes.extend(listing::note(key::NOTE_ISLANDS, &islands));
        Ok(())
    }

    fn read_neighbours(&mut self, file: &Path, flows: FlowUnits) -> Result<(), Failure> {
        let failed = |error| Failure::table(Table::Neighbours, file, &error);
        let input = Input::open(file).map_err(failed)?;
        self.files.push(input.provenance("neighbours"));
        let (mut rows, columns) = Rows::find(input, None, NeighbourColumns::find).map_err(failed)?;
        let find = |code: &str| {
            let code = UnitCode::parse(code).ok()?;
            flows.units.find(&code).or_else(|| flows.units.find(&code.without_kind()?))
        };
        if rows.header().get(columns.unit).is_some_and(|name| find(name).is_some()) {
            rows.header_is_a_row();
        }
        let (mut pairs, mut read) = (Vec::new(), 0);
        while rows.advance().map_err(failed)? {
            read += 1;
            let field = |column: usize| rows.row().field(column);
            let border_m = columns.border_m.and_then(|column| field(column).replace(',', ".").parse::<f64>().ok());
            let border_m = border_m.filter(|metres| metres.is_finite() && *metres >= 0.0);
            pairs
                .extend(find(field(columns.unit)).zip(find(field(columns.neighbour))).map(|(one, other)| (one, other, border_m)));
        }
        if pairs.is_empty() {
            return Err(Failure::other_codes(file, &Units::default(), flows.units));
        }
        if pairs.len() < read {
            self.notes.push(Message::new(key::NOTE_NEIGHBOURS_UNKNOWN_UNITS).with("count", read - pairs.len()));
        }
        self.notes.push(key::NOTE_COAST_UNKNOWN.into());
        self.neighbours = Some(Neighbours::from_pairs(flows.units.len(), pairs));
        Ok(())
    }

    /// The same with the outlines of the areas.
    ///
    /// # Errors
    /// [`Failure`] if a boundary lies off the earth.
    pub fn dissolved(mut self, units: &Units, partition: &Partition) -> Result<Self, Failure> {
        if let Some(boundaries) = &self.boundaries {
            let areas = outline::areas_of(boundaries, units, partition);
            self.areas = Some(outline::dissolve(boundaries, &areas, partition.len()).map_err(|error| Failure::outline(&error))?);
        }
        Ok(self)
    }

    /// Whether a map can be drawn.
    pub const fn is_known(&self) -> bool {
        self.boundaries.is_some()
    }

    /// Whether shapes are cells around seats.
    pub fn is_schematic(&self) -> bool {
        self.boundaries.as_ref().is_some_and(|boundaries| boundaries.schematic)
    }

    /// Who touches whom; `None` where that is not known.
    pub const fn neighbours(&self) -> Option<&Neighbours> {
        self.neighbours.as_ref()
    }

    /// The shape of a unit.
    pub fn unit_shape(&self, unit: UnitIx) -> Option<&Shape> {
        let place = self.places.get(unit.get()).copied().flatten()?;
        Some(&self.boundaries.as_ref()?.shapes[place])
    }

    /// The polygons or cells; `None` where neither boundaries nor seats are known.
    pub fn boundaries(&self) -> Option<&Boundaries> {
        self.boundaries.as_deref()
    }

    /// The outline of an area; `None` where none of its units has a boundary.
    pub fn area_shape(&self, area: AreaIx) -> Option<&Shape> {
        Some(&self.areas.as_ref()?[area]).filter(|shape| !shape.0.is_empty())
    }

    /// Where the seat of a unit stands; without a given one, a point inside its land.
    pub fn seat(&self, unit: UnitIx) -> Option<Seat> {
        let given = self.seats.as_ref().and_then(|seats| seats[unit]);
        given.or_else(|| outline::label_point(self.unit_shape(unit)?))
    }

    /// Land of each unit in square kilometres; `None` where cells are only drawn.
    pub fn areas_km2(&self) -> Option<UnitVec<Option<f64>>> {
        if !self.is_known() || self.is_schematic() {
            return None;
        }
        Some((0..self.places.len()).map(UnitIx::new).map(|unit| self.unit_shape(unit).map(outline::area_km2)).collect())
    }

    /// Land of some units together; `None` where any of them is not known.
    pub fn area_km2(&self, members: &[UnitIx]) -> Option<f64> {
        if self.is_schematic() {
            return None;
        }
        members.iter().map(|&unit| self.unit_shape(unit).map(outline::area_km2)).sum()
    }

    /// Units of the flows that no shape stands for, where a map is drawn.
    pub fn without_shape(&self, units: &Units) -> Vec<UnitIx> {
        if !self.is_known() {
            return Vec::new();
        }
        units.indices().filter(|unit| self.places[unit.get()].is_none()).collect()
    }
}

/// Columns of a unit, its neighbour and, where it is known, the border between them.
struct NeighbourColumns {
    unit: usize,
    neighbour: usize,
    border_m: Option<usize>,
}

impl NeighbourColumns {
    /// By name, or the first two.
    fn find(header: &[String]) -> Result<Self, Lack> {
        let (unit, neighbour) = pair(header, ["unit", "neighbour"])?;
        let border_m = header.iter().position(|column| column.trim() == "border_m");
        Ok(Self { unit, neighbour, border_m })
    }
}
