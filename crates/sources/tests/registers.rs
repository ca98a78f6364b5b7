//! Registers of units and their figures: the shared files, and small recorded ones where no shared file has the format.
#![expect(clippy::float_cmp, reason = "whole numbers of persons are exact")]

mod reference;

use std::path::{Path, PathBuf};

use miedza_sources::table::{Column, Input};
use miedza_sources::units::{self, Wanted};
use miedza_sources::{Error, czso, gus, ruian, teryt};
use miedza_territory::{
    Day, Figure, Level, Missing, Period, Reason, RegisterEdition, RegisterUnit, UnitCode, UnitFigures, UnitSuccession, Value,
    successions,
};
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
        assert!(edition.find(&code("0265")).is_some_and(RegisterUnit::is_city_with_county_rights), "{name}");
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

/// The sum of the municipalities of a register, never of their parts.
fn sum(figures: &UnitFigures, edition: &RegisterEdition) -> f64 {
    edition.of_level(Level::Municipality).filter_map(|unit| figures.values.get(&unit.code)?.number()).sum()
}

fn of_kinds(figures: &UnitFigures) -> (usize, f64) {
    let is_whole = |code: &UnitCode| code.kind().is_some_and(|kind| !kind.is_part());
    let known: Vec<f64> =
        figures.values.iter().filter(|(code, _)| is_whole(code)).filter_map(|(_, value)| value.number()).collect();
    (known.len(), known.iter().sum())
}

#[test]
fn population_and_area_of_poland_add_up_to_the_published_totals() {
    /// File, the time that it does not tell, and of each figure: time, municipalities, their sum.
    type Case = (&'static str, Option<&'static str>, &'static [(Figure, &'static str, usize, f64)]);
    let cases: [Case; 6] = [
        (
            "gus_area_population_2022.csv.gz",
            Some("2021-12-31"),
            &[(Figure::Population, "2021-12-31", 2_477, 37_907_704.0), (Figure::AreaKm2, "2021-12-31", 2_477, 312_720.30)],
        ),
        (
            "gus_area_population_2023.csv.gz",
            Some("2022-12-31"),
            &[(Figure::Population, "2022-12-31", 2_477, 37_766_327.0), (Figure::AreaKm2, "2022-12-31", 2_477, 313_931.36)],
        ),
        ("gugik_area_register_2025-01-01.xlsx", Some("2025-01-01"), &[(Figure::AreaKm2, "2025-01-01", 2_479, 313_932.93)]),
        (
            "bdl_P2137_population_by_age_gmina_2020.csv.gz",
            Some("2020-12-31"),
            &[(Figure::Population, "2020-12-31", 2_477, 38_265_013.0)],
        ),
        ("bdl_P2425_population_2023.csv.gz", Some("2023"), &[(Figure::Population, "2023", 2_477, 37_636_510.0)]),
        ("bdl_P2425_density_population_2024.csv.gz", None, &[(Figure::Population, "2024", 2_477, 37_489_090.0)]),
    ];
    for (name, given, expected) in cases {
        let Some(path) = shared(&format!("pl-statistics/{name}")) else { return };
        let given = given.map(|text| text.parse().expect("a period of the test"));

        let found = gus::open(&path, given).unwrap_or_else(|error| panic!("{name}: {error}"));

        let told: Vec<_> = found.iter().map(|set| (set.figure, set.period.to_string(), of_kinds(set))).collect();
        eprintln!("{name}: {told:?}, total {:?}", found.iter().map(|set| set.total).collect::<Vec<_>>());
        assert_eq!(told.len(), expected.len(), "{name}");
        for ((figure, period, (count, sum)), (asked, time, units, total)) in told.into_iter().zip(expected) {
            assert_eq!((figure, period.as_str(), count), (*asked, *time, *units), "{name}");
            // Thousands with two decimals are rounded to ten persons in each unit, halves up; areas to hectares.
            let tolerance = if name.contains("P2425") { 0.5 * miedza_territory::count(*units) } else { 0.005 };
            assert!((sum - total).abs() < tolerance, "{name}: {sum} instead of {total}");
        }
    }
}

/// The demonstration names units of 2024, whose kinds may differ in the tables of other years.
fn by_lasting_digits(figures: &UnitFigures, unit: &UnitCode) -> Option<f64> {
    let six = unit.without_kind();
    let is_it = |code: &UnitCode| {
        code == unit || (six.is_some() && code.without_kind() == six && code.kind().is_some_and(|k| !k.is_part()))
    };
    figures.values.iter().find(|(code, _)| is_it(code)).and_then(|(_, value)| value.number())
}

#[test]
fn the_figures_of_the_demonstration_are_those_of_their_publishers() {
    let files = ["pl-statistics/gus_area_population_2023.csv.gz", "pl-statistics/gugik_area_register_2025-01-01.xlsx"];
    let [Some(inhabitants), Some(areas)] = files.map(shared) else { return };
    let inhabitants = gus::open(&inhabitants, Some(Period::Year(2022))).expect("inhabitants");
    let areas = gus::open(&areas, Some(Period::Year(2025))).expect("areas");
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo/units/figures.csv");
    let read = |figure| {
        let wanted = Wanted::new(figure).in_column(Some(Column::Name(figure.word().into())));
        units::open_figures(&own, &wanted).expect("figures").observations
    };

    let (persons, km2) = (read(Figure::Population), read(Figure::AreaKm2));

    let municipalities = || persons.iter().filter(|(code, _)| code.as_str().len() == 7);
    assert_eq!(municipalities().count(), 81);
    for (unit, value) in municipalities() {
        assert_eq!(by_lasting_digits(population(&inhabitants), unit), value.number(), "inhabitants of {unit}");
    }
    for (unit, value) in km2.iter().filter(|(code, _)| code.as_str().len() != 6) {
        assert_eq!(by_lasting_digits(&areas[0], unit), value.number(), "area of {unit}");
    }
}

#[test]
fn a_file_about_something_else_gives_no_inhabitants() {
    let Some(path) = shared("pl-statistics/bdl_P1944_registered_unemployed_2003_2024.csv.gz") else { return };

    let error = gus::open(&path, None).expect_err("unemployed are no inhabitants");

    assert!(matches!(error, Error::MissingColumn { .. }), "{error}");
}

fn day(text: &str) -> Day {
    text.parse().expect("a day of the test")
}

fn population(figures: &[UnitFigures]) -> &UnitFigures {
    figures.iter().find(|set| set.figure == Figure::Population).expect("population")
}

const CZECH_CITIES: [(&str, &str); 3] = [("500496", "Olomouc"), ("511382", "Přerov"), ("589250", "Prostějov")];

#[test]
fn the_two_halves_of_the_czech_age_table_are_one_register() {
    let files = ["population_age_5y_2020_under1000.csv.gz", "population_age_single_years_2020_1000plus.csv.gz"];
    let paths: Option<Vec<PathBuf>> = files.iter().map(|name| shared(&format!("cz-municipalities/{name}"))).collect();
    let Some(paths) = paths else { return };
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();

    let read = czso::open(&paths, Some(day("2020-12-31"))).expect("municipalities");

    assert_eq!(Level::ALL.map(|level| read.edition.count(level)), [14, 77, 6_258, 0]);
    assert_eq!(sum(population(&read.figures), &read.edition), 10_701_777.0);
    assert!(read.report.unknown_districts.is_empty(), "{:?}", read.report.unknown_districts);
    for (text, name) in CZECH_CITIES {
        assert_eq!(read.edition.find(&code(text)).map(|unit| unit.name.as_str()), Some(name));
    }
    // A military area is listed and nobody lives there.
    assert_eq!(population(&read.figures).values.get(&code("503941")), Some(Value::Known(0.0)));
    let error = czso::open(&[paths[0], paths[0]], Some(day("2020-12-31"))).expect_err("the same half twice");
    assert!(matches!(error, Error::InTwoFiles { .. }), "{error}");
    assert!(matches!(czso::open(&paths, None), Err(Error::NoPeriod { .. })));
}

#[test]
fn the_tax_sharing_table_tells_its_days_and_gives_inhabitants_and_jobs() {
    for (name, has_jobs) in [("rud_2026.csv.gz", true), ("rud_2026.xlsx", false)] {
        let Some(path) = shared(&format!("cz-municipalities/{name}")) else { return };

        let read = czso::open(&[&path], None).unwrap_or_else(|error| panic!("{name}: {error}"));

        assert_eq!(read.edition.date, day("2025-01-01"), "{name}");
        assert_eq!(Level::ALL.map(|level| read.edition.count(level)), [14, 77, 6_254, 0], "{name}");
        assert_eq!(sum(population(&read.figures), &read.edition), 10_909_500.0, "{name}");
        let jobs = read.figures.iter().find(|set| set.figure == Figure::Jobs);
        let found = jobs.map(|jobs| (jobs.period, sum(jobs, &read.edition)));
        assert_eq!(found, has_jobs.then_some((Period::Day(day("2024-12-01")), 5_508_948.0)), "{name}");
        assert!(read.figures.iter().all(|set| set.figure != Figure::AreaKm2), "{name}: the area is cut off by law");
    }
}

#[test]
fn features_cut_prague_into_districts_and_the_register_has_the_city_as_well() {
    let Some(path) = shared("cz-municipalities/obce.topojson.gz") else { return };

    let read = ruian::open(&path, day("2020-12-31")).expect("municipalities");

    assert_eq!(Level::ALL.map(|level| read.edition.count(level)), [14, 77, 6_258, 22]);
    assert_eq!(sum(population(&read.figures), &read.edition), 10_701_777.0);
    assert_eq!(read.report.summed_from_parts, [code("554782")]);
    let first = read.edition.find(&code("500054")).expect("Praha 1");
    assert_eq!((first.level, first.parent.clone()), (Level::Part, Some(code("554782"))));
    for (text, name) in CZECH_CITIES {
        let unit = read.edition.find(&code(text)).expect("a city");
        let district = unit.parent.as_ref().and_then(|parent| read.edition.find(parent));
        assert_eq!((unit.name.as_str(), district.map(|district| district.name.as_str())), (name, Some(name)));
    }
}

#[test]
fn czech_municipalities_that_went_to_another_district_are_told() {
    let (Some(older), Some(newer)) = (shared("cz-municipalities/obce.topojson.gz"), shared("cz-municipalities/rud_2026.csv.gz"))
    else {
        return;
    };
    let older = ruian::open(&older, day("2020-12-31")).expect("municipalities").edition;
    let newer = czso::open(&[&newer], None).expect("municipalities").edition;

    let found = successions(&older, &newer);

    let moved: Vec<&str> = of(&found, Reason::Moved, Level::Municipality).iter().filter_map(|(_, name)| *name).collect();
    assert_eq!(moved.len(), 13, "{moved:?}");
}

fn recorded(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(name)
}

#[test]
fn open_data_of_the_older_kind_gives_each_day_and_keeps_secrets_missing() {
    let read = czso::open(&[&recorded("czso/130149.csv")], None).expect("municipalities");

    assert_eq!(read.edition.date, day("2022-12-31"));
    let names: Vec<_> = read.edition.units().map(|unit| (unit.code.as_str(), unit.name.as_str())).collect();
    assert_eq!(names, [("500496", "Olomouc"), ("500801", "Bohuňovice"), ("511382", "Přerov")]);
    let days: Vec<_> = read.figures.iter().map(|set| (set.figure, set.period.to_string(), set.values.len())).collect();
    assert_eq!(days, [(Figure::Population, "2021-12-31".into(), 1), (Figure::Population, "2022-12-31".into(), 3)]);
    assert_eq!(read.figures[1].values.get(&code("500801")), Some(Value::Missing(Missing::Suppressed)));
    assert_eq!((read.report.suppressed, read.report.left_out), (1, 4));
}

#[test]
fn features_of_the_register_of_identification_become_municipalities() {
    let read = ruian::open(&recorded("ruian/obce.geojson"), day("2024-01-01")).expect("municipalities");

    let names: Vec<_> = read.edition.units().map(|unit| (unit.code.as_str(), unit.name.as_str())).collect();
    assert_eq!(names, [("500496", "Olomouc"), ("589250", "Prostějov")]);
    assert!(read.figures.is_empty());
}

#[test]
fn features_that_are_no_municipalities_are_refused_with_their_number() {
    let feature = |properties: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Polygon","coordinates":[[[17,49],[17.1,49],[17,49.1],[17,49]]]}}}}"#
        )
    };
    let cases = [
        (r#""kod":1,"nazev":"""#, "obce.geojson, feature 1, attribute nazev: the municipality has no name"),
        (r#""kod":"","nazev":"A""#, "obce.geojson, feature 1, attribute kod: the code is empty"),
        (r#""nazev":"A""#, "obce.geojson has no attribute for the code, it has nazev"),
        (r#""kod":1,"ob":"A","obv":"mnoho""#, "obce.geojson, feature 1, attribute obv: mnoho is no number of persons"),
    ];
    for (properties, expected) in cases {
        let error =
            ruian::parse("obce.geojson", feature(properties).into_bytes(), day("2024-01-01")).expect_err("no municipality");

        assert_eq!(error.to_string(), expected);
    }
}
