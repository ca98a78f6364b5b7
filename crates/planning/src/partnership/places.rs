//! What the rules need to know of units: level, county, seat, population, and from when to when a code was in the register.
//!
//! It is handed in, since planning asks no database. What the register does not say stays unknown; the level and the county
//! of a Polish unit can be read off its code, that of a Czech one cannot.

use std::collections::BTreeMap;

use miedza_territory::{CodeSystem, Level, UnitCode};

use super::tenure::{Certainty, Tenure};
use crate::values::{Day, PartialDate};

/// What is known of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: Option<String>,
    /// Its level.
    pub level: Option<Level>,
    /// Code of its county.
    pub county: Option<UnitCode>,
    /// Whether a county is governed from here.
    pub is_county_seat: Option<bool>,
    /// Inhabitants by year.
    pub population: BTreeMap<i16, u64>,
    /// First day of its code in the register; `None` if the oldest register that is known has it.
    pub valid_from: Option<Day>,
    /// Last day of its code in the register; `None` if the newest one has it.
    pub valid_to: Option<Day>,
    /// Whether registers have it under another kind only: what is known of it is told, but this code is in none.
    pub is_of_other_kind: bool,
}

/// A number of inhabitants with its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// How many.
    pub inhabitants: u64,
    /// In which year.
    pub year: i16,
}

/// What is known of units, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<UnitCode, Place>);

impl Places {
    /// What is known of these units.
    #[must_use]
    pub const fn new(places: BTreeMap<UnitCode, Place>) -> Self {
        Self(places)
    }

    /// What is known of a unit; `None` if no register has its code.
    #[must_use]
    pub fn find(&self, code: &UnitCode) -> Option<&Place> {
        self.0.get(code)
    }

    /// Whether nothing is known of any unit, as before a register is imported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names of units that have one, by code.
    #[must_use]
    pub fn names(&self) -> BTreeMap<UnitCode, String> {
        self.0.iter().filter_map(|(code, place)| Some((code.clone(), place.name.clone()?))).collect()
    }

    /// The level of a unit: from the register, else from the shape of its code.
    #[must_use]
    pub fn level(&self, code: &UnitCode) -> Option<Level> {
        self.find(code).and_then(|place| place.level).or_else(|| level_of_code(code))
    }

    /// The county of a unit, a county being its own: from the register, else the first four digits of a Polish code.
    ///
    /// A city with county rights is a county of its own.
    #[must_use]
    pub fn county(&self, code: &UnitCode) -> Option<UnitCode> {
        if self.level(code) == Some(Level::County) {
            return Some(code.clone());
        }
        let registered = self.find(code).and_then(|place| place.county.clone());
        registered.or_else(|| is_polish(code).then(|| UnitCode::parse(&code.as_str()[..4]).ok())?)
    }

    /// The inhabitants in this year, or in the newest year that is known.
    #[must_use]
    pub fn population(&self, code: &UnitCode, year: Option<i16>) -> Option<Population> {
        let known = &self.find(code)?.population;
        let found = match year {
            Some(year) => known.get_key_value(&year),
            None => known.last_key_value(),
        };
        found.map(|(year, inhabitants)| Population { inhabitants: *inhabitants, year: *year })
    }

    /// Whether the register has the code on a day.
    #[must_use]
    pub fn is_registered_on(&self, code: &UnitCode, day: Day) -> bool {
        let tenure = |place: &Place| Tenure::new(place.valid_from.map(PartialDate::Day), place.valid_to.map(PartialDate::Day));
        self.find(code).is_some_and(|place| tenure(place).on(day) > Certainty::No)
    }
}

fn is_polish(code: &UnitCode) -> bool {
    matches!(CodeSystem::of([code]), Some(CodeSystem::TerytSeven))
}

fn level_of_code(code: &UnitCode) -> Option<Level> {
    match CodeSystem::of([code])? {
        CodeSystem::TerytSeven if code.kind().is_some_and(miedza_territory::Kind::is_part) => Some(Level::Part),
        CodeSystem::TerytSeven | CodeSystem::TerytSix | CodeSystem::Digits(6) => Some(Level::Municipality),
        CodeSystem::TerytCounty => Some(Level::County),
        CodeSystem::Digits(2) => Some(Level::Region),
        _ => None,
    }
}

/// What stays of a code when a Polish municipality changes its kind, as when a village becomes a town: six digits of seven.
/// Any other code stays whole.
#[must_use]
pub fn lasting(code: &UnitCode) -> UnitCode {
    code.without_kind().filter(|_| is_polish(code)).unwrap_or_else(|| code.clone())
}

/// Whether two codes name one unit: they are equal but for the kind of a Polish municipality.
#[must_use]
pub fn is_same_unit(one: &UnitCode, two: &UnitCode) -> bool {
    one == two || lasting(one) == lasting(two)
}
