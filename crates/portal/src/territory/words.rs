//! Units in words: country, level and kind, days of the registers.

use std::collections::BTreeMap;

use miedza_planning::partnership::namesakes::namesakes;
use miedza_store::KeptUnit;
use miedza_territory::{Country, Day, Level, UnitCode};
use miedza_texts::{Key, Message, key};
use miedza_workflows::labels;

use crate::frame::Asker;

/// Countries with registers.
pub const COUNTRIES: [Country; 2] = [Country::Poland, Country::Czechia];
/// Levels that have pages of their own in lists.
pub const LEVELS: [Level; 4] = Level::ALL;

/// The name of a country.
pub const fn country(country: Country) -> Key {
    match country {
        Country::Poland => key::CHOICE_COUNTRY_PL,
        Country::Czechia => key::CHOICE_COUNTRY_CZ,
    }
}

/// The name of a level, of whatever country.
pub const fn level(level: Level) -> Key {
    match level {
        Level::Region => key::UNIT_LEVEL_REGION,
        Level::County => key::UNIT_LEVEL_COUNTY,
        Level::Municipality => key::UNIT_LEVEL_MUNICIPALITY,
        Level::Part => key::UNIT_LEVEL_PART,
    }
}

/// What kind of unit it is: the kind of a Polish municipality, else its level.
pub fn kind(asker: &Asker, kept: &KeptUnit) -> String {
    let unit = &kept.unit;
    match unit.kind.filter(|_| unit.level != Level::County && unit.level != Level::Region) {
        Some(kind) => asker.tell(&labels::unit_kind(kind)),
        None => asker.tell(&labels::level(unit.country, unit.level)),
    }
}

/// The name of a unit; counties and regions, whose names are mostly adjectives, with their level.
pub fn named(asker: &Asker, kept: &KeptUnit) -> String {
    let key = match (kept.unit.country, kept.unit.level) {
        (Country::Poland, Level::Region) => key::UNIT_NAMED_PL_REGION,
        (Country::Czechia, Level::Region) => key::UNIT_NAMED_CZ_REGION,
        (Country::Poland, Level::County) => key::UNIT_NAMED_PL_COUNTY,
        (Country::Czechia, Level::County) => key::UNIT_NAMED_CZ_COUNTY,
        _ => return kept.unit.name.clone(),
    };
    asker.tell(&Message::new(key).with("name", kept.unit.name.clone()))
}

/// Names of counties in their order, those that another county bears with their region.
pub fn apart_by_region(counties: &[KeptUnit], regions: &[KeptUnit]) -> Vec<String> {
    let equal = namesakes(&counties.iter().map(|kept| (kept.unit.code.clone(), kept.unit.name.clone())).collect());
    let region = |kept: &KeptUnit| regions.iter().find(|region| Some(&region.unit.code) == kept.unit.parent.as_ref());
    let told = |kept: &KeptUnit| match region(kept).filter(|_| equal.contains(&kept.unit.code)) {
        Some(region) => format!("{} ({})", kept.unit.name, region.unit.name),
        None => kept.unit.name.clone(),
    };
    counties.iter().map(told).collect()
}

/// Names of units, each told apart by kind and code from others of that name in the same list.
pub fn apart<'a>(asker: &Asker, units: impl IntoIterator<Item = &'a KeptUnit>) -> BTreeMap<UnitCode, String> {
    apart_by_code(asker, &units.into_iter().map(|kept| (kept.unit.code.clone(), kept.unit.name.clone())).collect())
}

/// The same for names that came without their units; the kind of a Polish municipality is read off its code.
pub fn apart_by_code(asker: &Asker, names: &BTreeMap<UnitCode, String>) -> BTreeMap<UnitCode, String> {
    let equal = namesakes(names);
    let told = |(code, name): (&UnitCode, &String)| {
        let kind = code.kind().map(|kind| asker.tell(&labels::unit_kind(kind)));
        let told = match (equal.contains(code), kind) {
            (false, _) => name.clone(),
            (true, None) => format!("{name} ({code})"),
            (true, Some(kind)) => {
                let apart = Message::new(key::PAGE_UNIT_APART).with("name", name.as_str()).with("kind", kind);
                asker.tell(&apart.with("code", code.as_str()))
            }
        };
        (code.clone(), told)
    };
    names.iter().map(told).collect()
}

/// The day of an edition.
pub fn day(asker: &Asker, day: Day) -> String {
    asker.language.date(day.year().into(), month(day).0, month(day).1)
}

fn month(day: Day) -> (u8, u8) {
    let text = day.to_string();
    let part = |at: std::ops::Range<usize>| text.get(at).and_then(|part| part.parse().ok()).unwrap_or(1);
    (part(5..7), part(8..10))
}

/// A code from an address; `None` if it is none.
pub fn code(text: &str) -> Option<UnitCode> {
    UnitCode::parse(text).ok()
}
