//! The flow tables of the shared data, each read without any option.

mod reference;

use miedza_sources::commuting::{self, DiagonalState, Options, Reading, Treatment};
use miedza_sources::teryt::Register;
use miedza_territory::{CodeSystem, UnitCode};
use reference::shared;

fn read(name: &str, options: &Options<'_>) -> Option<Reading> {
    Some(commuting::open(&shared(name)?, options).unwrap_or_else(|error| panic!("{name}: {error}")))
}

/// Name, rows, units of the matrix, sum of persons in the table, and in the matrix.
type Case = (&'static str, usize, usize, f64, f64);

#[test]
fn each_flow_table_of_the_shared_data_is_read_without_options() {
    let cases: [Case; 14] = [
        ("pl-commuting-2016/flows.csv.gz", 28_455, 2_478, 2_867_186.0, 2_867_186.0 - 221_330.0),
        ("pl-migration-2023/flows.csv.gz", 32_663, 0, 328_336.0, 0.0),
        ("pl-migration-powiat-2015/flows.csv.gz", 33_925, 380, 400_574.0, 400_574.0),
        ("it-sardinia/flows.csv.gz", 10_997, 377, 391_395.0, 391_395.0),
        ("it-sardinia/grid_flows_2011.csv.gz", 55_066, 3_566, 292_413.0, 292_413.0),
        ("it-brindisi/flows.csv.gz", 337, 20, 89_192.0, 89_192.0),
        (
            "gb-commuting-2011/lad_flows.csv.gz",
            95_586,
            348,
            26_681_568.0,
            26_681_568.0 - 43_722.0 - 38_097.0 - 27_788.0 - 3_197.0,
        ),
        (
            "gb-commuting-2011/msoa_flows.csv.gz",
            2_402_201,
            7_201,
            26_681_568.0,
            26_681_568.0 - 43_722.0 - 38_097.0 - 27_788.0 - 3_197.0,
        ),
        ("de-kreise-commuting-2019/flows.csv.gz", 44_078, 401, 12_696_929.0, 12_696_929.0),
        ("fr-herault-2020/flows.csv", 7_240, 339, 224_851.0, 224_851.0),
        ("fr-grand-est-2011/flows.csv.gz", 3_350, 159, 2_306_577.0, 2_306_577.0),
        ("fr-reunion-2010/flows.csv", 446, 24, 240_199.7, 240_199.7),
        ("us-kansas-2000/flows.csv", 1_897, 105, 200_347.0, 200_347.0),
        ("it-brindisi/flows.csv.gz", 337, 20, 89_192.0, 89_192.0),
    ];
    for (name, rows, units, persons, in_matrix) in cases {
        let Some(reading) = read(name, &Options::default()) else { return };
        let report = &reading.report;

        eprintln!("{name}: {} units, {:?}, {:?}", reading.flows.units().len(), report.code_system, report.diagonal);
        assert_eq!(report.rows, rows, "{name}");
        assert!((report.persons - persons).abs() < 0.05, "{name}: {}", report.persons);
        assert!(units == 0 || reading.flows.units().len() == units, "{name}: {} units", reading.flows.units().len());
        assert!(in_matrix == 0.0 || (report.persons_in_matrix - in_matrix).abs() < 0.05, "{name}: {}", report.persons_in_matrix);
        assert!(report.suppressed.is_empty(), "{name}");
    }
}

#[test]
fn what_looks_like_the_diagonal_of_poland_2016_is_kept_apart() {
    let Some(path) = shared("pl-terc/TERC_Urzedowy_2020-09-26.csv.gz") else { return };
    let register = Register::open(&path).expect("a register");

    for register in [None, Some(&register)] {
        let options = Options { register, ..Options::default() };
        let Some(reading) = read("pl-commuting-2016/flows.csv.gz", &options) else { return };

        assert_eq!(reading.report.diagonal, DiagonalState::Apart { units: 611, persons: 221_330.0 });
        assert!(!reading.flows.has_diagonal());
        assert_eq!(reading.report.between_parts.len(), 611);
        assert_eq!(reading.report.code_system, Some(CodeSystem::TerytSix));
    }
}

#[test]
fn the_code_that_no_register_holds_any_more_is_named() {
    for vintage in ["TERC_Urzedowy_2020-09-26.csv.gz", "TERC_Urzedowy_2025-11-18.csv.gz", "TERC_2024-01-01.json.gz"] {
        let Some(path) = shared(&format!("pl-terc/{vintage}")) else { return };
        let register = Register::open(&path).expect("a register");
        let options = Options { register: Some(&register), ..Options::default() };
        let Some(reading) = read("pl-commuting-2016/flows.csv.gz", &options) else { return };

        let unknown: Vec<&str> = reading.report.unknown_units.iter().map(UnitCode::as_str).collect();

        assert_eq!(unknown, ["320304"], "{vintage}");
    }
}

#[test]
fn the_registers_hold_the_municipalities_of_their_year() {
    let cases = [
        ("TERC_Urzedowy_2020-09-26.csv.gz", "2020-01-01", 2_477),
        ("TERC_2024-01-01.json.gz", "2024-01-01", 2_477),
        ("TERC_Urzedowy_2025-11-18.csv.gz", "2025-01-01", 2_479),
    ];
    for (name, vintage, municipalities) in cases {
        let Some(path) = shared(&format!("pl-terc/{name}")) else { return };

        let register = Register::open(&path).expect("a register");

        assert_eq!((register.vintage(), register.municipalities().count()), (vintage, municipalities), "{name}");
        assert_eq!(register.counties().count(), 380, "{name}");
    }
}

#[test]
fn parts_and_districts_of_the_polish_migration_become_their_municipalities() {
    let Some(path) = shared("pl-terc/TERC_2024-01-01.json.gz") else { return };
    let register = Register::open(&path).expect("a register");
    let options = Options { register: Some(&register), ..Options::default() };
    let Some(reading) = read("pl-migration-2023/flows.csv.gz", &options) else { return };
    let report = &reading.report;
    let kinds = |code: &UnitCode| code.kind().expect("a TERYT code");

    assert!(reading.flows.units().codes().iter().all(|code| !kinds(code).is_part()));
    assert!(reading.flows.units().len() <= 2_477, "{}", reading.flows.units().len());
    assert_eq!(report.unknown_units, []);
    assert!((report.persons_in_matrix + report.between_parts.values().sum::<f64>() - 328_336.0).abs() < 0.5);
    for city in ["0264011", "1061011", "1465011", "3064011", "1261011"] {
        let unit = reading.flows.units().find(&UnitCode::parse(city).expect("a code"));

        assert!(unit.is_some_and(|unit| reading.flows.jobs(unit) > 1000.0), "{city}");
    }
    assert!(matches!(report.diagonal, DiagonalState::Apart { .. }), "{:?}", report.diagonal);
}

#[test]
fn home_and_no_fixed_place_of_great_britain_count_where_people_live() {
    let Some(reading) = read("gb-commuting-2011/lad_flows.csv.gz", &Options::default()) else { return };
    let expected = [
        ("N92000002", Treatment::Outside, 3_197.0),
        ("OD0000001", Treatment::AtHome, 2_778_019.0),
        ("OD0000002", Treatment::Outside, 43_722.0),
        ("OD0000003", Treatment::AtHome, 2_165_685.0),
        ("OD0000004", Treatment::Outside, 38_097.0),
        ("S92000003", Treatment::Outside, 27_788.0),
    ];

    let found: Vec<(&str, Treatment, f64)> = reading
        .report
        .no_places
        .iter()
        .map(|place| (place.code.as_str(), place.treatment, place.as_destination.persons))
        .collect();

    assert_eq!(found, expected);
}

#[test]
fn counties_keep_their_diagonal() {
    let Some(reading) = read("pl-migration-powiat-2015/flows.csv.gz", &Options::default()) else { return };
    let internal: f64 = reading.flows.units().indices().map(|unit| reading.flows.internal(unit)).sum();

    assert_eq!(reading.report.diagonal, DiagonalState::Partial { with: 318, without: 62 });
    assert!((internal - 136_675.0).abs() < 0.5, "{internal}");
}

#[test]
#[ignore = "measures time, for a quiet machine and a release build"]
fn the_largest_table_is_read_in_two_seconds() {
    let start = std::time::Instant::now();
    let Some(reading) = read("gb-commuting-2011/msoa_flows.csv.gz", &Options::default()) else { return };
    let seconds = start.elapsed().as_secs_f64();

    eprintln!("{} rows in {seconds:.2} s", reading.report.rows);
    assert!(seconds < 2.0, "{seconds}");
}
