//! The register of a country on one day: its units on every level, with their names and the unit above.
//!
//! One shape for the Polish register (TERC) and for Czech lists of municipalities. What a source does not say is `None`:
//! a Czech municipality has no kind, and no source of ours tells which town is the seat of a county.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::{Kind, UnitCode};
use crate::day::Day;

/// A country whose units Miedza knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Country {
    /// Poland; codes are those of TERYT.
    #[serde(rename = "pl")]
    Poland,
    /// Czechia; municipalities have six digits (RÚIAN, the same as ZÚJ), districts and regions the codes of CZ-NUTS.
    #[serde(rename = "cz")]
    Czechia,
}

impl Country {
    /// The word under which the country is kept: `pl` or `cz`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Poland => "pl",
            Self::Czechia => "cz",
        }
    }

    /// The country whose register writes municipalities so: in Czechia six digits that begin with 5, in Poland a code with its
    /// kind, or six digits without it that begin with the number of a voivodeship.
    #[must_use]
    pub fn of_municipality(code: &UnitCode) -> Self {
        let text = code.as_str();
        if text.len() == 6 && text.starts_with('5') { Self::Czechia } else { Self::Poland }
    }

    /// The country of a word; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Poland, Self::Czechia].into_iter().find(|country| country.word() == word)
    }
}

/// Level of a unit, from the widest to the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Voivodeship, kraj.
    Region,
    /// County (powiat), district (okres).
    County,
    /// Municipality (gmina, obec), also a military area that has no self-government.
    Municipality,
    /// Part of a municipality that statistics count apart: town and rural area, district of a city.
    Part,
}

impl Level {
    /// All levels, from the widest.
    pub const ALL: [Self; 4] = [Self::Region, Self::County, Self::Municipality, Self::Part];

    /// The word under which the level is kept.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::County => "county",
            Self::Municipality => "municipality",
            Self::Part => "part",
        }
    }

    /// The level of a word; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// A unit as the register of one day shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterUnit {
    /// The country.
    pub country: Country,
    /// The code: TERYT of 2, 4 or 7 digits; Czech municipalities 6 digits.
    pub code: UnitCode,
    /// The level.
    pub level: Level,
    /// Kind of a Polish municipality or part; `None` above it and in Czechia.
    pub kind: Option<Kind>,
    /// The name as people write it.
    pub name: String,
    /// Code of the unit above; `None` for a region, and where the source names none.
    pub parent: Option<UnitCode>,
    /// Whether the county is governed from here; `None` where the source does not say.
    pub is_county_seat: Option<bool>,
}

impl RegisterUnit {
    /// Whether this is a Polish city with county rights, as county or as municipality: counties from number 61 on.
    ///
    /// # Source
    /// TERYT: numbers 01 to 60 are land counties, 61 to 99 cities with county rights.
    #[must_use]
    pub fn is_city_with_county_rights(&self) -> bool {
        let number = self.code.as_str().get(2..4).and_then(|county| county.parse::<u8>().ok());
        self.country == Country::Poland
            && matches!(self.level, Level::County | Level::Municipality)
            && number.is_some_and(|county| county >= 61)
    }

    /// What stays the same when a municipality changes its kind: six digits of seven, else the whole code.
    #[must_use]
    pub fn lasting_code(&self) -> UnitCode {
        let six = if self.country == Country::Poland { self.code.without_kind() } else { None };
        six.unwrap_or_else(|| self.code.clone())
    }
}

/// The register of a country on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEdition {
    /// The country.
    pub country: Country,
    /// The day whose state it shows.
    pub date: Day,
    units: BTreeMap<UnitCode, RegisterUnit>,
}

impl RegisterEdition {
    /// A register without units.
    #[must_use]
    pub const fn new(country: Country, date: Day) -> Self {
        Self { country, date, units: BTreeMap::new() }
    }

    /// Adds a unit; gives back the one that had its code before.
    pub fn insert(&mut self, unit: RegisterUnit) -> Option<RegisterUnit> {
        self.units.insert(unit.code.clone(), unit)
    }

    /// The unit of a code; `None` if the register does not hold it.
    #[must_use]
    pub fn find(&self, code: &UnitCode) -> Option<&RegisterUnit> {
        self.units.get(code)
    }

    /// All units, in the byte order of their codes, so that a Polish unit stands before those inside it.
    pub fn units(&self) -> impl Iterator<Item = &RegisterUnit> {
        self.units.values()
    }

    /// The units of one level, in the same order.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &RegisterUnit> {
        self.units().filter(move |unit| unit.level == level)
    }

    /// How many units stand on a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.of_level(level).count()
    }

    /// How many units there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(country: Country, code: &str, level: Level) -> RegisterUnit {
        let code = UnitCode::parse(code).expect("a code of the test");
        let kind = code.kind().filter(|_| country == Country::Poland);
        RegisterUnit { country, code, level, kind, name: String::new(), parent: None, is_county_seat: None }
    }

    #[test]
    fn a_municipality_tells_its_country_by_its_code() {
        let cases = [
            ("0265011", Country::Poland),
            ("026501", Country::Poland),
            ("3217052", Country::Poland),
            ("500496", Country::Czechia),
            ("5004961", Country::Poland),
        ];
        for (code, expected) in cases {
            assert_eq!(Country::of_municipality(&UnitCode::parse(code).expect("a code of the test")), expected, "{code}");
        }
    }

    #[test]
    fn counties_from_sixty_one_on_are_cities() {
        let cases = [
            (Country::Poland, "0265", Level::County, true),
            (Country::Poland, "0265011", Level::Municipality, true),
            (Country::Poland, "0221", Level::County, false),
            (Country::Poland, "1465028", Level::Part, false),
            (Country::Poland, "02", Level::Region, false),
            (Country::Czechia, "556661", Level::Municipality, false),
        ];
        for (country, code, level, expected) in cases {
            assert_eq!(unit(country, code, level).is_city_with_county_rights(), expected, "{code}");
        }
    }

    #[test]
    fn words_and_values_are_one_to_one() {
        for level in Level::ALL {
            assert_eq!(Level::from_word(level.word()), Some(level));
        }
        for country in [Country::Poland, Country::Czechia] {
            assert_eq!(Country::from_word(country.word()), Some(country));
        }
        assert_eq!(Country::from_word("PL"), None);
    }
}
