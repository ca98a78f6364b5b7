//! Czech districts and regions by name, since lists of municipalities name the district and do not code it.
//!
//! The list is data, `districts.txt`: codes of the classification CZ-NUTS of the Czech Statistical Office with the names of
//! 77 districts (Prague is one) and 14 regions. Not here: districts of other years; they have been the same since 2000.

use miedza_territory::{Country, Level, RegisterEdition, RegisterUnit, UnitCode};

use crate::table::fold;

/// One line per unit, `code;name`; codes of regions have five characters, those of districts six.
const LIST: &str = include_str!("districts.txt");

/// Code of the city of Prague as a municipality.
pub(crate) const PRAGUE: &str = "554782";

/// Code of Prague as a district.
pub(crate) const PRAGUE_DISTRICT: &str = "CZ0100";

/// Names under which tables list the district of Prague.
const NAMES_OF_PRAGUE: [&str; 3] = ["praha", "hlavni mesto praha", "hl m praha"];

/// The code of the district of this name; `None` if the list has no such district.
pub(crate) fn code(name: &str) -> Option<UnitCode> {
    let wanted = fold(name);
    let is_prague = NAMES_OF_PRAGUE.contains(&wanted.as_str());
    let named = |(code, name): &(&str, &str)| code.len() == 6 && (fold(name) == wanted || is_prague && *code == PRAGUE_DISTRICT);
    lines().find(named).and_then(|(code, _)| UnitCode::parse(code).ok())
}

/// Adds a district and its region to the register, unless they are there.
pub(crate) fn add(edition: &mut RegisterEdition, district: &UnitCode) {
    let Some(region) = district.as_str().get(..5).and_then(|region| UnitCode::parse(region).ok()) else { return };
    for (code, level, parent) in [(&region, Level::Region, None), (district, Level::County, Some(region.clone()))] {
        let name = lines().find(|(listed, _)| *listed == code.as_str()).map(|(_, name)| name.to_string());
        if let (None, Some(name)) = (edition.find(code), name) {
            let (country, code) = (Country::Czechia, code.clone());
            edition.insert(RegisterUnit { country, code, level, kind: None, name, parent, is_county_seat: None });
        }
    }
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    LIST.lines().filter_map(|line| line.split_once(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_district_is_found_by_its_name_and_lies_in_a_region() {
        let districts: Vec<_> = lines().filter(|(code, _)| code.len() == 6).collect();
        let mut edition = RegisterEdition::new(Country::Czechia, "2025-01-01".parse().expect("a day"));

        for (listed, name) in &districts {
            let found = code(name).unwrap_or_else(|| panic!("no district {name}"));
            assert_eq!(found.as_str(), *listed, "{name}");
            add(&mut edition, &found);
        }

        assert_eq!((edition.count(Level::Region), edition.count(Level::County)), (14, 77));
    }

    #[test]
    fn prague_has_several_names_and_a_stranger_has_no_code() {
        for name in ["Praha", "Hlavní město Praha", "Hl. m. Praha"] {
            assert_eq!(code(name).as_ref().map(UnitCode::as_str), Some(PRAGUE_DISTRICT), "{name}");
        }
        assert_eq!(code("Wałbrzych"), None);
        assert_eq!(code("Olomoucký kraj"), None);
    }
}
