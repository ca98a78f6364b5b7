//! What is known of the units beside the flows: employed residents, jobs, population, names and seats.

use std::path::Path;

use miedza_sources::Error as TableError;
use miedza_sources::table::{Decimal, Input, Lack, Table as Rows, fold};
use miedza_sources::teryt::Register;
use miedza_sources::units::{Figure, Figures, Join, Match, Seats, Source, Wanted, open_figures, open_seats};
use miedza_territory::{Observations, Provenance, Seat, UnitCode, UnitVec, Units, Value};
use miedza_texts::{Message, key};

use super::request::{EmployedShare, FlowRequest, Request};
use crate::failure::{Failure, Table};

/// Share of the population that is employed.
#[derive(Clone, Debug)]
pub enum ShareFigures {
    /// The same for all units.
    Same(f64),
    /// By unit.
    ByUnit(Observations),
}

/// Figures by the codes of the flows.
#[derive(Clone, Debug, Default)]
pub struct FigureTables {
    /// Employed residents.
    pub employed: Option<Observations>,
    /// Jobs.
    pub jobs: Option<Observations>,
    /// Inhabitants.
    pub population: Option<Observations>,
    /// Inhabitants of working age.
    pub working_age: Option<Observations>,
    /// Share of inhabitants who are employed.
    pub share: Option<ShareFigures>,
    /// Names of units, in their order.
    pub names: Vec<Option<String>>,
    /// Seats of units, where any are known.
    pub seats: Option<UnitVec<Option<Seat>>>,
    /// The files.
    pub files: Vec<Provenance>,
    pub(crate) decimal: Option<Decimal>,
    /// Names that tables of figures give; others come before them, since such tables often write years behind names.
    pub(crate) spare_names: Vec<Option<String>>,
}

/// The units of the flows, and the file that names them.
#[derive(Clone, Copy, Debug)]
pub struct FlowUnits<'a> {
    /// The units.
    pub units: &'a Units,
    /// Name of the file of flows.
    pub file: &'a str,
}

impl FigureTables {
    /// Nothing but names, in the order of the units.
    pub fn named(names: Vec<Option<String>>) -> Self {
        Self { names, ..Self::default() }
    }

    /// Reads all tables that the request names.
    ///
    /// # Errors
    /// [`Failure`] that names the file.
    pub fn read(request: &Request, flows: FlowUnits, register: Option<&Register>) -> Result<Self, Failure> {
        let mut tables =
            Self { names: vec![None; flows.units.len()], decimal: super::decimal(&request.flows), ..Self::default() };
        let FlowRequest { employed, jobs, population, employed_share, .. } = &request.flows;
        tables.employed = tables.figure(employed.as_ref(), Figure::Employed, flows)?;
        tables.jobs = tables.figure(jobs.as_ref(), Figure::Jobs, flows)?;
        tables.population = tables.figure(population.as_ref(), Figure::Population, flows)?;
        tables.working_age = tables.figure(request.flows.working_age.as_ref(), Figure::Population, flows)?;
        tables.share = match employed_share {
            None => None,
            Some(EmployedShare::Same(share)) => Some(ShareFigures::Same(*share)),
            Some(EmployedShare::Table(source)) => {
                tables.figure(Some(source), Figure::EmployedShare, flows)?.map(ShareFigures::ByUnit)
            }
        };
        if let Some(file) = &request.units {
            tables.read_units(file, flows)?;
        }
        if tables.share.is_some() && tables.population.is_none() {
            let told = Message::new(key::FAILURE_NO_FIGURES).with("option", "--population");
            return Err(Failure::invalid(told, key::HINT_SHARE_WITH_POPULATION));
        }
        if let Some(register) = register {
            tables.add_names(flows.units.indices().map(|unit| register.name(flows.units.code(unit)).map(ToOwned::to_owned)));
        }
        Ok(tables)
    }

    /// Names, seats and population alone: of a table of units and of one that only has population.
    ///
    /// # Errors
    /// [`Failure`] that names the file.
    pub fn beside((units, population): (Option<&Path>, Option<&Source>), flows: FlowUnits) -> Result<Self, Failure> {
        let mut tables = Self::named(vec![None; flows.units.len()]);
        tables.population = tables.figure(population, Figure::Population, flows)?;
        if let Some(file) = units {
            tables.read_units(file, flows)?;
        }
        Ok(tables)
    }

    fn figure(&mut self, source: Option<&Source>, figure: Figure, flows: FlowUnits) -> Result<Option<Observations>, Failure> {
        let Some(source) = source else { return Ok(None) };
        let failed = |error| Failure::table(Table::Units, &source.path, &error);
        let wanted = Wanted { decimal: self.decimal, ..Wanted::new(figure).in_column(source.column.clone()) };
        let figures = open_figures(&source.path, &wanted).map_err(failed)?;
        let joined = figures.join(flows.units, flows.file).map_err(failed)?;
        if figure == Figure::EmployedShare {
            refuse_above_one(&figures, &source.path)?;
        }
        let names = file_names(&figures, flows.units);
        add(&mut self.spare_names, names.into_iter());
        self.files.push(figures.provenance);
        Ok(Some(joined.observations))
    }

    /// Names, seats and population of one table; each may be missing, but not all of them.
    fn read_units(&mut self, file: &Path, flows: FlowUnits) -> Result<(), Failure> {
        let failed = |error| Failure::table(Table::Units, file, &error);
        let seats = optional(open_seats(file)).map_err(failed)?;
        let population = optional(open_figures(file, &Wanted::new(Figure::Population))).map_err(failed)?;
        if let Some(figures) = &population {
            self.add_names(file_names(figures, flows.units).into_iter());
            let joined = figures.join(flows.units, flows.file).map_err(failed)?;
            self.population.get_or_insert(joined.observations);
        }
        if let Some(seats) = &seats {
            self.seats = Some(seats.join(flows.units, flows.file).map_err(failed)?);
            self.add_seat_names(seats, flows.units);
        }
        let known = seats.map(|seats| seats.provenance).or(population.map(|figures| figures.provenance));
        match known {
            Some(provenance) => self.files.push(Provenance { role: "units".to_owned(), ..provenance }),
            None => self.read_names(file, flows.units).map_err(failed)?,
        }
        Ok(())
    }

    /// A table of nothing but codes and names.
    fn read_names(&mut self, file: &Path, units: &Units) -> Result<(), TableError> {
        let input = Input::open(file)?;
        let provenance = input.provenance("units");
        let (mut rows, (code, name)) = Rows::find(input, None, name_columns)?;
        let mut names = vec![None; units.len()];
        while rows.advance()? {
            let unit = UnitCode::parse(rows.row().field(code)).ok().and_then(|code| units.find(&code));
            if let Some(unit) = unit {
                names[unit.get()] = Some(rows.row().field(name).to_owned());
            }
        }
        self.add_names(names.into_iter());
        self.files.push(provenance);
        Ok(())
    }

    fn add_seat_names(&mut self, seats: &Seats, units: &Units) {
        let join = Join::new(units, seats.names.keys().map(|code| (code, true)));
        self.add_names(join.iter().map(|(_, found)| own_code(found).and_then(|code| seats.names.get(code)).cloned()));
    }

    /// Puts names where none is known yet.
    pub fn add_names(&mut self, names: impl Iterator<Item = Option<String>>) {
        add(&mut self.names, names);
    }

    /// Uses the names of tables of figures for units that no better source names.
    pub fn settle_names(&mut self) {
        let spare = std::mem::take(&mut self.spare_names);
        self.add_names(spare.into_iter());
    }
}

/// The figure of each unit, where a table is known.
pub fn by_unit(table: Option<&Observations>, units: &Units) -> Option<UnitVec<Option<f64>>> {
    let table = table?;
    Some(units.codes().iter().map(|code| table.get(code).and_then(Value::number)).collect())
}

/// A share of more than all inhabitants is a slip: perhaps per cent, perhaps another column.
fn refuse_above_one(figures: &Figures, file: &Path) -> Result<(), Failure> {
    match figures.observations.iter().find(|(_, value)| value.number().is_some_and(|share| share > 1.0)) {
        Some((code, value)) => Err(Failure::share_above_one(file, code, value.number().unwrap_or(f64::NAN))),
        None => Ok(()),
    }
}

fn add(known: &mut [Option<String>], names: impl Iterator<Item = Option<String>>) {
    for (known, name) in known.iter_mut().zip(names) {
        if known.is_none() {
            *known = name.filter(|name| !name.is_empty());
        }
    }
}

fn file_names(figures: &Figures, units: &Units) -> Vec<Option<String>> {
    let join = Join::new(units, figures.names.keys().map(|code| (code, true)));
    join.iter().map(|(_, found)| own_code(found).and_then(|code| figures.names.get(code)).cloned()).collect()
}

/// Columns of code and name.
fn name_columns(header: &[String]) -> Result<(usize, usize), Lack> {
    let find = |words: &[&str]| header.iter().position(|column| words.contains(&fold(column).as_str()));
    let lack = |role, found| Lack::Missing { role, option: "columns code and name".into(), found };
    let code = find(&["code", "unit", "kod", "teryt", "terc", "id"]).ok_or_else(|| lack("the code of the unit", 0))?;
    let name = find(&["name", "nazwa", "nazev", "nom", "nome"]).ok_or_else(|| lack("the name, seat or population", 1))?;
    Ok((code, name))
}

fn own_code(found: &Match) -> Option<&UnitCode> {
    match found {
        Match::Same(code) | Match::Alike(code) => Some(code),
        Match::None | Match::Parts(_) => None,
    }
}

/// What a file has, or nothing if it lacks the column.
fn optional<T>(read: Result<T, TableError>) -> Result<Option<T>, TableError> {
    match read {
        Ok(found) => Ok(Some(found)),
        Err(TableError::MissingColumn { .. } | TableError::AmbiguousColumn { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
