//! From a cube to one observation per unit and time.

use miedza_territory::{UnitCode, Value};

use super::{Error, Flags};
use crate::json_stat::{Cell, Dataset, Role, TimePeriod};

/// What was observed in one unit at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Code of the unit, `CZ071` for instance, of a version of NUTS that the answer does not tell.
    pub geo: UnitCode,
    /// The time.
    pub period: TimePeriod,
    /// The value, in the unit of measure that was chosen, or why there is none.
    pub value: Value,
    /// What else Eurostat says of it.
    pub flags: Flags,
}

/// The observations of a cube, one for each pair of unit and time, units and times in the order of the cube.
///
/// `chosen` are pairs of a dimension and a category, `("sex", "T")`; a dimension of one category need not be chosen. A
/// pair for which the answer lists nothing is an observation without a value.
///
/// # Errors
/// [`Error::Cube`] if the cube has no dimension of territory or time, a choice names what is not there or is wanting;
/// [`Error::NotACode`] or [`Error::NotATime`] if a category is no code or no time.
pub fn observations(dataset: &Dataset, chosen: &[(&str, &str)]) -> Result<Vec<Observation>, Error> {
    let (geo, time) = (dataset.one_for(Role::Geo)?, dataset.one_for(Role::Time)?);
    let codes = categories(dataset, geo, UnitCode::parse).map_err(|(dimension, source)| {
        let (file, dimension) = (dataset.file().into(), dimension.into());
        Error::NotACode { file, dimension, source }
    })?;
    let times = categories(dataset, time, str::parse::<TimePeriod>).map_err(|(dimension, source)| {
        let (file, dimension) = (dataset.file().into(), dimension.into());
        Error::NotATime { file, dimension, source }
    })?;
    let observation = |cell: Cell<'_>| {
        let geo = codes.get(cell.coordinate(geo)?)?.clone();
        let period = *times.get(cell.coordinate(time)?)?;
        let flags = Flags::read(cell.status().unwrap_or_default());
        Some(Observation { geo, period, value: flags.value(cell.value()), flags })
    };
    Ok(dataset.select(&[geo, time], chosen)?.into_iter().filter_map(observation).collect())
}

/// The categories of a dimension, read; else the name of the dimension with the reason.
fn categories<T, E>(dataset: &Dataset, at: usize, read: impl Fn(&str) -> Result<T, E>) -> Result<Vec<T>, (&str, E)> {
    let Some(dimension) = dataset.dimensions().get(at) else { return Ok(Vec::new()) };
    let categories = dimension.categories.iter().map(|category| read(&category.code));
    categories.collect::<Result<_, E>>().map_err(|error| (dimension.id.as_str(), error))
}
