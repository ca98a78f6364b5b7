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
/// [`Error::Cube`] if the cube has no dimension of territory or time, one of their categories is no code or no time, or a
/// choice names what is not there or is wanting.
pub fn observations(dataset: &Dataset, chosen: &[(&str, &str)]) -> Result<Vec<Observation>, Error> {
    let (geo, time) = (dataset.one_for(Role::Geo)?, dataset.one_for(Role::Time)?);
    let (units, times) = (dataset.units(geo)?, dataset.times(time)?);
    let observation = |cell: Cell<'_>| {
        let geo = units.get(cell.coordinate(geo)?)?.clone();
        let period = *times.get(cell.coordinate(time)?)?;
        let flags = Flags::read(cell.status().unwrap_or_default());
        Some(Observation { geo, period, value: flags.value(cell.value()), flags })
    };
    Ok(dataset.select(&[geo, time], chosen)?.into_iter().filter_map(observation).collect())
}
