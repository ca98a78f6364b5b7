//! Counties that a partnership touches, and counties that it covers whole.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Level, UnitCode};

use super::places::{Places, is_same_unit};

/// A county with the members in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountyTouched {
    /// The municipalities in it that are members.
    pub municipalities: BTreeSet<UnitCode>,
    /// Whether the county itself is a member.
    pub takes_part: bool,
}

/// The counties that the units lie in, with the municipalities in each; a city with county rights is a county of its own.
///
/// Units whose county is not known are under `None`.
#[must_use]
pub fn counties<'a>(units: impl IntoIterator<Item = &'a UnitCode>, places: &Places) -> BTreeMap<Option<UnitCode>, CountyTouched> {
    let mut touched: BTreeMap<Option<UnitCode>, CountyTouched> = BTreeMap::new();
    for unit in units {
        let county = touched.entry(places.county(unit)).or_default();
        if places.level(unit) == Some(Level::County) {
            county.takes_part = true;
        } else {
            county.municipalities.insert(unit.clone());
        }
    }
    touched
}

/// How much of a county takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The county.
    pub county: UnitCode,
    /// Its municipalities that are no members; none if it is covered whole.
    pub missing: BTreeSet<UnitCode>,
    /// Whether the county itself is a member.
    pub takes_part: bool,
    /// Whether it is a city with county rights, whose council is that of the county.
    pub is_city: bool,
}

impl Cover {
    /// Whether all its municipalities are members.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty()
    }

    /// Whether the county must take part in a supra-local strategy of the members and does not.
    ///
    /// # Source
    /// Act of 8 March 1990 on municipal self-government, art. 10g(2)(1).
    #[must_use]
    pub fn lacks_its_county(&self) -> bool {
        self.is_whole() && !self.takes_part && !self.is_city
    }
}

/// For each county that members lie in and that `register` holds: what of it is missing.
///
/// `register` names all municipalities of a county, whole ones only. Municipalities are the same if only their kind differs.
#[must_use]
pub fn covers_whole_counties(
    units: &BTreeSet<UnitCode>,
    register: &BTreeMap<UnitCode, BTreeSet<UnitCode>>,
    places: &Places,
) -> Vec<Cover> {
    let touched = counties(units, places);
    let known = register.iter().filter(|(_, municipalities)| !municipalities.is_empty());
    let ours = known.filter_map(|(county, municipalities)| Some((county, municipalities, touched.get(&Some(county.clone()))?)));
    let cover = |(county, municipalities, touched): (&UnitCode, &BTreeSet<UnitCode>, &CountyTouched)| Cover {
        county: county.clone(),
        missing: municipalities.iter().filter(|unit| !holds(&touched.municipalities, unit)).cloned().collect(),
        takes_part: touched.takes_part,
        is_city: is_city_county(county),
    };
    ours.map(cover).collect()
}

fn holds(units: &BTreeSet<UnitCode>, unit: &UnitCode) -> bool {
    units.iter().any(|member| is_same_unit(member, unit))
}

/// Counties numbered from 61 on are Polish cities with county rights.
fn is_city_county(county: &UnitCode) -> bool {
    let number = county.as_str().get(2..).and_then(|number| number.parse::<u8>().ok());
    county.as_str().len() == 4 && county.is_numeric() && number.is_some_and(|number| number >= 61)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partnership::places::Place;
    use crate::partnership::samples::{unit, units};

    #[test]
    fn members_are_counted_by_county_and_a_city_is_a_county_of_its_own() {
        let members: Vec<UnitCode> = units(&["0265011", "0221011", "0221021", "0207011", "3217", "3217011"]);

        let touched = counties(&members, &Places::default());

        let found: Vec<(String, usize, bool)> = touched
            .iter()
            .map(|(county, touched)| (format!("{county:?}"), touched.municipalities.len(), touched.takes_part))
            .collect();
        let expected = [("0207", 1, false), ("0221", 2, false), ("0265", 1, false), ("3217", 1, true)];
        assert_eq!(found, expected.map(|(county, count, takes_part)| (format!("Some({county})"), count, takes_part)));
    }

    #[test]
    fn the_county_of_a_czech_municipality_comes_from_the_register() {
        let place = Place { county: Some(unit("CZ0712")), ..Place::default() };
        let places = Places::new([(unit("500496"), place)].into_iter().collect());
        let members: Vec<UnitCode> = units(&["500496", "511382"]);

        let touched = counties(&members, &places);

        assert_eq!(touched[&Some(unit("CZ0712"))].municipalities, units(&["500496"]));
        assert_eq!(touched[&None].municipalities, units(&["511382"]));
    }

    #[test]
    fn a_county_is_covered_whole_when_each_municipality_takes_part() {
        let register = BTreeMap::from([
            (unit("3217"), units(&["3217011", "3217023", "3217033"])),
            (unit("0265"), units(&["0265011"])),
            (unit("0221"), units(&["0221011"])),
        ]);
        let cover = |members: &[&str]| {
            let covers = covers_whole_counties(&units(members), &register, &Places::default());
            let told = |cover: Cover| (cover.county.to_string(), cover.missing.len(), cover.lacks_its_county());
            covers.into_iter().map(told).collect::<Vec<_>>()
        };
        let told = |county: &str, missing, lacks| (county.to_owned(), missing, lacks);

        assert_eq!(cover(&["3217011", "3217023"]), [told("3217", 1, false)]);
        // A member that was rural when it joined and is urban-rural in the register is the same unit.
        assert_eq!(cover(&["3217011", "3217023", "3217032"]), [told("3217", 0, true)]);
        assert_eq!(cover(&["3217011", "3217023", "3217033", "3217"]), [told("3217", 0, false)]);
        assert_eq!(cover(&["0265011"]), [told("0265", 0, false)]);
        assert_eq!(cover(&[]), []);
    }
}
