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

/// Whether a unit is the seat of a county on a day, by the lists and by its code: where a list names the seat of a county, no
/// other unit of the county is one, and a rural municipality has no town. `None` if neither decides it.
#[must_use]
pub fn county_seat(flags: &[Kept<UnitFlag>], unit: &UnitCode, day: Day) -> Option<bool> {
    if flag_of(flags, unit, Flag::CountySeat, day).is_some() {
        return Some(true);
    }
    let kind = unit.kind()?;
    let is_of_county = |entry: &Kept<UnitFlag>| entry.unit.kind().is_some() && county(&entry.unit) == county(unit);
    let is_other = |entry: &Kept<UnitFlag>| is_of_county(entry) && flag_of(flags, &entry.unit, Flag::CountySeat, day).is_some();
    (kind == miedza_territory::Kind::Rural || flags.iter().any(is_other)).then_some(false)
}

/// The digits of the county in a code with a kind.
fn county(unit: &UnitCode) -> Option<&str> {
    unit.as_str().get(..4)
}

/// All that lists say of a unit on a day, each flag once.
#[must_use]
pub fn flags_of<'a>(flags: &'a [Kept<UnitFlag>], unit: &UnitCode, day: Day) -> Vec<&'a Kept<UnitFlag>> {
    Flag::ALL.iter().filter_map(|flag| flag_of(flags, unit, *flag, day)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::partnership::samples::{day, made, unit};

    #[test]
    fn a_county_has_one_seat_and_it_is_a_town() {
        let list = json!({"unit": "3217011", "flag": "county_seat", "list_name": "Powiaty", "list_date": "2020-01-01"});
        let flags = [made("walcz", list)];
        let is_seat = |code: &str, on: &str| county_seat(&flags, &unit(code), day(on));

        assert_eq!(is_seat("3217011", "2021-05-01"), Some(true));
        assert_eq!(is_seat("3217043", "2021-05-01"), Some(false), "another town of the county");
        assert_eq!(is_seat("3217043", "2019-05-01"), None, "before the list");
        assert_eq!(is_seat("3216043", "2021-05-01"), None, "a town of another county");
        assert_eq!(is_seat("3216042", "2019-05-01"), Some(false), "a rural municipality");
        assert_eq!(is_seat("500496", "2021-05-01"), None);
    }
}
