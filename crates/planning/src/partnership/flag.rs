//! Units on published lists: at risk of permanent marginalisation, medium towns losing functions, and others, each with the
//! list and its date.

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::places::is_same_unit;
use super::reading::{Kept, Reading};
use super::words::words;
use crate::record::Kind;
use crate::values::{Day, PartialDate, Translated};

words! {
    /// What a list says of its units.
    Flag of UNIT_FLAG {
        /// At risk of permanent marginalisation.
        MarginalisationRisk = "marginalisation_risk",
        /// County town with at most 20,000 inhabitants.
        SmallCountyTown = "small_county_town",
        /// Medium town losing functions.
        MediumTownLosingFunctions = "medium_town_losing_functions",
        /// Near a border.
        BorderArea = "border_area",
        /// Seat of a county.
        CountySeat = "county_seat",
    }
}

/// A unit on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitFlag {
    /// Code of the unit.
    pub unit: UnitCode,
    /// What the list says of it.
    pub flag: Flag,
    /// Name of the list.
    pub list_name: String,
    /// Date of the list.
    pub list_date: Option<PartialDate>,
    /// Anything else.
    pub note: Option<Translated>,
}

impl Reading for UnitFlag {
    const KIND: Kind = Kind::UnitFlags;
}

/// The entry that says that a unit has a flag on a day: that of the newest list published by then, a list without a date
/// after all dated ones. `None` if no list names the unit, which does not say that it would not belong there.
#[must_use]
pub fn flag_of<'a>(flags: &'a [Kept<UnitFlag>], unit: &UnitCode, flag: Flag, day: Day) -> Option<&'a Kept<UnitFlag>> {
    let is_known = |entry: &&Kept<UnitFlag>| entry.list_date.is_none_or(|date| date.first_day() <= day);
    let of_unit = flags.iter().filter(|entry| entry.flag == flag && is_same_unit(&entry.unit, unit));
    of_unit.filter(is_known).max_by(|one, two| one.list_date.cmp(&two.list_date).then_with(|| two.id.cmp(&one.id)))
}

/// All that lists say of a unit on a day, each flag once.
#[must_use]
pub fn flags_of<'a>(flags: &'a [Kept<UnitFlag>], unit: &UnitCode, day: Day) -> Vec<&'a Kept<UnitFlag>> {
    Flag::ALL.iter().filter_map(|flag| flag_of(flags, unit, *flag, day)).collect()
}
