//! How the units of one edition of a register became those of a later one.
//!
//! Only what two editions show: a kind, a name or a county that changed, a code that came or went. Why it happened,
//! which law did it and on which day between the two is not in a register. Whether a new unit was cut out of an old one
//! is not guessed either.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::UnitCode;
use crate::day::Day;
use crate::register::{Country, Level, RegisterEdition, RegisterUnit};

/// What happened to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same municipality has another seventh digit.
    KindChanged,
    /// The same unit has another name.
    Renamed,
    /// The same municipality lies in another county, which both editions name; a Polish one gets another code then.
    Moved,
    /// The later edition has a unit that the earlier one lacks.
    New,
    /// The later edition lacks a unit of the earlier one.
    Gone,
}

impl Reason {
    /// The word under which the reason is kept.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::KindChanged => "kind_changed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::New => "new",
            Self::Gone => "gone",
        }
    }
}

/// One thing that happened to one unit between two editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSuccession {
    /// The country.
    pub country: Country,
    /// Level of the unit.
    pub level: Level,
    /// The code before; `None` for a new unit.
    pub old_code: Option<UnitCode>,
    /// The code afterwards, the same one if only the name changed; `None` for a unit that is gone.
    pub new_code: Option<UnitCode>,
    /// The name before; `None` for a new unit.
    pub old_name: Option<String>,
    /// The name afterwards; `None` for a unit that is gone.
    pub new_name: Option<String>,
    /// Day of the earlier edition, which does not show it yet.
    pub after: Day,
    /// Day of the later edition, the first that shows it.
    pub by: Day,
    /// What happened.
    pub reason: Reason,
}

/// What happened between two editions of one country, in the order of lasting codes; a unit that changed kind and name
/// is named twice. Empty if the editions are of two countries.
///
/// Town and rural part of an urban-rural municipality are not named: they come and go with its kind.
#[must_use]
pub fn successions(older: &RegisterEdition, newer: &RegisterEdition) -> Vec<UnitSuccession> {
    if older.country != newer.country {
        return Vec::new();
    }
    let (before, afterwards) = (by_lasting_code(older), by_lasting_code(newer));
    let mut pairs: BTreeMap<&UnitCode, (Option<&RegisterUnit>, Option<&RegisterUnit>)> = BTreeMap::new();
    for (code, unit) in &before {
        pairs.entry(code).or_default().0 = Some(unit);
    }
    for (code, unit) in &afterwards {
        pairs.entry(code).or_default().1 = Some(unit);
    }
    let told = |(old, new): (Option<&RegisterUnit>, Option<&RegisterUnit>)| {
        let reasons = [Reason::KindChanged, Reason::Renamed, Reason::Moved, Reason::New, Reason::Gone];
        let happened = reasons.into_iter().filter(move |reason| reason.holds(old, new));
        happened.filter_map(|reason| succession((older.date, newer.date), old, new, reason)).collect::<Vec<_>>()
    };
    pairs.into_values().flat_map(told).collect()
}

impl Reason {
    fn holds(self, old: Option<&RegisterUnit>, new: Option<&RegisterUnit>) -> bool {
        match (self, old, new) {
            (Self::KindChanged, Some(old), Some(new)) => old.code != new.code,
            (Self::Renamed, Some(old), Some(new)) => old.name != new.name,
            (Self::Moved, Some(old), Some(new)) => {
                let is_municipality = old.level == Level::Municipality && new.level == Level::Municipality;
                is_municipality && old.parent.is_some() && new.parent.is_some() && old.parent != new.parent
            }
            (Self::New, None, Some(_)) | (Self::Gone, Some(_), None) => true,
            _ => false,
        }
    }
}

fn succession(
    (after, by): (Day, Day),
    old: Option<&RegisterUnit>,
    new: Option<&RegisterUnit>,
    reason: Reason,
) -> Option<UnitSuccession> {
    let either = new.or(old)?;
    let code = |unit: Option<&RegisterUnit>| unit.map(|unit| unit.code.clone());
    let name = |unit: Option<&RegisterUnit>| unit.map(|unit| unit.name.clone());
    Some(UnitSuccession {
        country: either.country,
        level: either.level,
        old_code: code(old),
        new_code: code(new),
        old_name: name(old),
        new_name: name(new),
        after,
        by,
        reason,
    })
}

/// Units by what lasts of their code; a part that shares its six digits with the whole is left out.
fn by_lasting_code(edition: &RegisterEdition) -> BTreeMap<UnitCode, &RegisterUnit> {
    let mut units = BTreeMap::new();
    for unit in edition.units().filter(|unit| unit.level != Level::Part) {
        units.insert(unit.lasting_code(), unit);
    }
    for unit in edition.of_level(Level::Part) {
        units.entry(unit.lasting_code()).or_insert(unit);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(country: Country, date: &str, units: &[(&str, &str)]) -> RegisterEdition {
        let mut edition = RegisterEdition::new(country, date.parse().expect("a day of the test"));
        for (code, name) in units {
            let code = UnitCode::parse(code).expect("a code of the test");
            let kind = code.kind().filter(|_| country == Country::Poland);
            let level = match (code.as_str().len(), kind) {
                (2, _) => Level::Region,
                (4, _) => Level::County,
                (_, Some(kind)) if kind.is_part() => Level::Part,
                _ => Level::Municipality,
            };
            let name = (*name).to_string();
            edition.insert(RegisterUnit { country, code, level, kind, name, parent: None, is_county_seat: None });
        }
        edition
    }

    fn told(successions: &[UnitSuccession]) -> Vec<(&str, &str, &str)> {
        fn text(code: Option<&UnitCode>) -> &str {
            code.map_or("", UnitCode::as_str)
        }
        successions.iter().map(|one| (text(one.old_code.as_ref()), text(one.new_code.as_ref()), one.reason.word())).collect()
    }

    #[test]
    fn a_changed_kind_a_new_name_and_units_that_come_and_go_are_told() {
        let older = edition(
            Country::Poland,
            "2020-01-01",
            &[
                ("02", "dolnośląskie"),
                ("0206", "jeleniogórski"),
                ("0206011", "Karpacz"),
                ("0206022", "A"),
                ("0206032", "B"),
                ("0206042", "C"),
                ("0206052", "D"),
            ],
        );
        let newer = edition(
            Country::Poland,
            "2025-01-01",
            &[
                ("02", "dolnośląskie"),
                ("0206", "karkonoski"),
                ("0206011", "Karpacz"),
                ("0206023", "A"),
                ("0206024", "A"),
                ("0206025", "A"),
                ("0206032", "B nowe"),
                ("0206043", "C nowe"),
                ("0206062", "E"),
            ],
        );

        let found = successions(&older, &newer);

        let expected = [
            ("0206", "0206", "renamed"),
            ("0206022", "0206023", "kind_changed"),
            ("0206032", "0206032", "renamed"),
            ("0206042", "0206043", "kind_changed"),
            ("0206042", "0206043", "renamed"),
            ("0206052", "", "gone"),
            ("", "0206062", "new"),
        ];
        assert_eq!(told(&found), expected);
        assert_eq!((found[0].after.to_string().as_str(), found[0].by.to_string().as_str()), ("2020-01-01", "2025-01-01"));
    }

    #[test]
    fn a_district_of_a_city_is_told_under_its_own_code() {
        let older = edition(Country::Poland, "2020-01-01", &[("1465011", "Warszawa"), ("1465028", "Bemowo")]);
        let newer = edition(Country::Poland, "2021-01-01", &[("1465011", "Warszawa")]);

        assert_eq!(told(&successions(&older, &newer)), [("1465028", "", "gone")]);
    }

    #[test]
    fn the_digits_of_a_czech_code_name_no_kind() {
        let older = edition(Country::Czechia, "2020-01-01", &[("500496", "Olomouc"), ("500497", "X")]);
        let newer = edition(Country::Czechia, "2025-01-01", &[("500496", "Olomouc"), ("500498", "X")]);

        assert_eq!(told(&successions(&older, &newer)), [("500497", "", "gone"), ("", "500498", "new")]);
        assert!(successions(&older, &edition(Country::Poland, "2025-01-01", &[])).is_empty());
    }
}
