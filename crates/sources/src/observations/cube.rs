//! Cubes in JSON-stat: each combination of categories beside territory and time is a variable.
//!
//! Its identifier must not depend on which part of a dataset was asked for. Eurostat: the code of the dataset and the codes
//! of all other dimensions, `eurostat:demo_r_d2jan_A_NR_T_TOTAL`. DataStat: the code of what is measured, `czso:2406`, and
//! behind it the dimensions of which another category than the total is taken.

use std::collections::HashMap;

use miedza_territory::{Notes, Period, Provenance, Value};

use super::gather::{Gathering, Place, Variable};
use super::key::{Key, word};
use super::{Error, How, Reason, Taken};
use crate::czso::data_stat;
use crate::eurostat::{self, Flags};
use crate::json_stat::{Category, Cell, Dataset, Dimension, Role};
use crate::table::fold;

/// Who made a cube.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Office {
    Eurostat,
    Czech,
    Other,
}

/// What holds the numbers of a cube.
const VALUE: &str = "value";

/// Reads a cube.
pub(super) fn read(file: &str, text: &[u8], how: &How, provenance: &Provenance) -> Result<Taken, Error> {
    let dataset = eurostat::parse(file, text).map_err(|error| match error {
        eurostat::Error::Cube(error) => Error::Cube(error),
        error => Error::Eurostat(error),
    })?;
    let office = Office::of(&dataset);
    let origin = match office {
        Office::Eurostat => how.origin("Eurostat", "Eurostat, CC BY 4.0", provenance),
        Office::Czech => how.origin("Czech Statistical Office (ČSÚ), DataStat", "Český statistický úřad, CC BY 4.0", provenance),
        Office::Other => how.origin(dataset.source.as_deref().unwrap_or_default(), "", provenance),
    };
    let (geo, time) = (dataset.one_for(Role::Geo)?, dataset.one_for(Role::Time)?);
    let others = (0..dataset.dimensions().len()).filter(|at| ![geo, time].contains(at)).collect();
    let source = how.source.as_deref().unwrap_or(office.word());
    let times = dataset.times(time)?;
    let mut reader = Reader { dataset: &dataset, office, source, others, names: HashMap::new(), room: Vec::new() };
    let mut gathering = Gathering::default();
    for cell in dataset.cells() {
        gathering.rows += 1;
        let when = cell.coordinate(time).and_then(|at| times.get(at)).and_then(|time| time.period());
        if let Err((dimension, reason)) = reader.take(&mut gathering, cell, (geo, time, when)) {
            let code = cell.category(dimension).map_or("", |category| category.code.as_str());
            gathering.refuse(line(cell), code, reason);
        }
    }
    Ok(gathering.finish(file, VALUE, &origin)?.into())
}

/// The number of a cell, counted from 1.
fn line(cell: Cell<'_>) -> u64 {
    u64::try_from(cell.position()).unwrap_or(u64::MAX).saturating_add(1)
}

/// A cube while it is read.
struct Reader<'a> {
    dataset: &'a Dataset,
    office: Office,
    source: &'a str,
    /// Dimensions beside territory and time.
    others: Vec<usize>,
    /// Numbers of variables by their coordinates on the other dimensions.
    names: HashMap<Vec<usize>, usize>,
    /// Room for the coordinates of a cell, used again.
    room: Vec<usize>,
}

impl Reader<'_> {
    /// Takes the value of a cell; else the dimension at fault and why.
    fn take(
        &mut self,
        gathering: &mut Gathering,
        cell: Cell<'_>,
        (geo, time, when): (usize, usize, Option<Period>),
    ) -> Result<(), (usize, Reason)> {
        let unit = cell.category(geo).and_then(|category| gathering.codes.number(&category.code, false));
        let unit = unit.ok_or((geo, Reason::NotACode))?;
        let told = when.ok_or(Reason::NotAPeriod).and_then(|when| gathering.period(when));
        let period = told.map_err(|reason| (time, reason))?;
        let variable = self.variable(gathering, cell).map_err(|reason| (geo, reason))?;
        let (value, notes) = self.office.value(cell);
        let place = Place { variable, unit, period, line: line(cell), column: VALUE };
        gathering.push(place, value, notes).map_err(|reason| (geo, reason))
    }

    fn variable(&mut self, gathering: &mut Gathering, cell: Cell<'_>) -> Result<usize, Reason> {
        self.room.clear();
        self.room.extend(self.others.iter().filter_map(|&other| cell.coordinate(other)));
        if let Some(&variable) = self.names.get(&self.room) {
            return Ok(variable);
        }
        let made = self.office.variable(self.dataset, cell, &self.others, self.source);
        let name = made.key.variable.clone();
        let variable = gathering.variable(&name, || Ok(made))?;
        self.names.insert(self.room.clone(), variable);
        Ok(variable)
    }
}

/// Most letters of flags beside a value.
const MOST_FLAGS: usize = 4;

impl Office {
    fn of(dataset: &Dataset) -> Self {
        let agency = dataset.extension.as_ref().and_then(|extension| extension.get("agencyId")).and_then(|id| id.as_str());
        let source = fold(dataset.source.as_deref().unwrap_or_default());
        let is_czech = |dimension: &Dimension| dimension.id == "CasR" || dimension.id.starts_with("UZ0");
        if agency == Some("ESTAT") || source == "estat" || source == "eurostat" {
            Self::Eurostat
        } else if source == "csu" || source.contains("cesky statisticky") || dataset.dimensions().iter().any(is_czech) {
            Self::Czech
        } else {
            Self::Other
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Eurostat => "eurostat",
            Self::Czech => "czso",
            Self::Other => super::OWN,
        }
    }

    fn value(self, cell: Cell<'_>) -> (Value, Notes) {
        let status = cell.status().unwrap_or_default();
        // What others write as words is no row of letters.
        if self == Self::Czech || self == Self::Other && status.chars().count() > MOST_FLAGS {
            return (data_stat::value(cell), Notes::NONE);
        }
        let flags = Flags::read(status);
        (flags.value(cell.value()), flags.notes().unwrap_or_default())
    }

    /// The variable of a cell, made of its categories beside territory and time.
    fn variable(self, dataset: &Dataset, cell: Cell<'_>, others: &[usize], source: &str) -> Variable {
        let extension = dataset.extension.as_ref();
        let code = extension.and_then(|extension| extension.get("id")).and_then(|id| id.as_str()).map(plain);
        let code = code.or_else(|| word(dataset.label.as_deref().unwrap_or_default()));
        let (mut parts, mut labels, mut measure) = (Vec::new(), Vec::new(), None);
        for &at in others {
            let (Some(dimension), Some(category)) = (dataset.dimensions().get(at), cell.category(at)) else { continue };
            let unit = category.unit.as_ref().and_then(|unit| unit.label.clone());
            measure = measure.or(unit).or_else(|| (dimension.id == "unit").then(|| category.label.clone()));
            if self == Self::Czech {
                if dimension.role == Some(Role::Metric) {
                    parts.insert(0, plain(&category.code));
                    labels.insert(0, category.label.clone());
                } else if !is_total(category) {
                    parts.push(format!("{}_{}", plain(&dimension.id), plain(&category.code)));
                    labels.push(category.label.clone());
                }
            } else {
                parts.push(plain(&category.code));
                if dimension.categories.len() > 1 {
                    labels.push(category.label.clone());
                }
            }
        }
        let has_metric = others.iter().any(|&at| dataset.dimensions().get(at).is_some_and(|one| one.role == Some(Role::Metric)));
        if self != Self::Czech || !has_metric {
            parts.insert(0, code.unwrap_or_else(|| "cube".into()));
            labels.insert(0, dataset.label.clone().unwrap_or_default());
        }
        let key = Key { source: source.into(), variable: parts.join("_") };
        let label = labels.into_iter().filter(|label| !label.is_empty()).collect::<Vec<_>>().join("; ");
        Variable { key, is_told: false, label, measure }
    }
}

/// A code with `_` in place of all that is no ASCII letter or digit.
fn plain(code: &str) -> String {
    code.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect()
}

fn is_total(category: &Category) -> bool {
    ["celkem", "total", "ogolem"].contains(&fold(&category.label).as_str())
}
