//! Registers of units: the shared editions of TERC, and what happened between them.

mod reference;

use miedza_sources::table::Input;
use miedza_sources::teryt;
use miedza_territory::{Level, Reason, RegisterEdition, UnitCode, UnitSuccession, successions};
use reference::shared;

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

fn terc(name: &str) -> Option<RegisterEdition> {
    let input = Input::open(&shared(&format!("pl-terc/{name}"))?).expect("a file");
    Some(teryt::parse(input).unwrap_or_else(|error| panic!("{name}: {error}")))
}

#[test]
fn each_edition_of_the_polish_register_is_read_to_the_last_unit() {
    let cases = [
        ("TERC_Urzedowy_2020-09-26.csv.gz", "2020-01-01", [16, 380, 2_477, 1_321]),
        ("TERC_2024-01-01.json.gz", "2024-01-01", [16, 380, 2_477, 1_459]),
        ("TERC_Urzedowy_2025-11-18.csv.gz", "2025-01-01", [16, 380, 2_479, 1_473]),
    ];
    for (name, day, counts) in cases {
        let Some(edition) = terc(name) else { return };

        assert_eq!(edition.date.to_string(), day, "{name}");
        assert_eq!(Level::ALL.map(|level| edition.count(level)), counts, "{name}");
        assert!(edition.units().all(|unit| unit.parent.as_ref().is_none_or(|parent| edition.find(parent).is_some())), "{name}");
        assert_eq!(edition.find(&code("02")).map(|unit| unit.name.as_str()), Some("dolnośląskie"), "{name}");
        assert!(edition.find(&code("0265")).is_some_and(|unit| unit.is_city_with_county_rights()), "{name}");
        assert_eq!(edition.units().filter(|unit| unit.level == Level::County && unit.is_city_with_county_rights()).count(), 66);
    }
}

fn of(found: &[UnitSuccession], reason: Reason, level: Level) -> Vec<(Option<&str>, Option<&str>)> {
    let asked = found.iter().filter(|one| one.reason == reason && one.level == level);
    asked.map(|one| (one.old_name.as_deref(), one.new_name.as_deref())).collect()
}

#[test]
fn what_happened_to_polish_units_from_2020_to_2025_is_told() {
    let (Some(older), Some(newer)) = (terc("TERC_Urzedowy_2020-09-26.csv.gz"), terc("TERC_Urzedowy_2025-11-18.csv.gz")) else {
        return;
    };

    let found = successions(&older, &newer);

    assert_eq!(of(&found, Reason::KindChanged, Level::Municipality).len(), 76);
    assert_eq!(
        of(&found, Reason::Renamed, Level::Municipality),
        [(Some("Słupsk"), Some("Redzikowo")), (Some("Sitkówka-Nowiny"), Some("Nowiny"))]
    );
    assert_eq!(of(&found, Reason::Renamed, Level::County), [(Some("jeleniogórski"), Some("karkonoski"))]);
    let new: Vec<_> = found.iter().filter(|one| one.reason == Reason::New).filter_map(|one| one.new_code.as_ref()).collect();
    assert_eq!(new, [&code("1207132"), &code("2002162")]);
    assert!(found.iter().all(|one| one.reason != Reason::Gone));
    assert!(found.iter().all(|one| (one.after, one.by) == (older.date, newer.date)));
}
