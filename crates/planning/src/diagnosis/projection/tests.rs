//! Wałcz as an independent program has it, and what holds for any population.

use miedza_territory::{Missing, Notes, Units, Value};
use proptest::prelude::*;

use super::start::person_years;
use super::*;
use crate::diagnosis::toys::{unit, units};
use crate::diagnosis::{Cell, Variable, Years};

/// Population of the town and of the rural municipality of Wałcz by age, 31 December 2020 (Local Data Bank, subject P2137).
const TOWN: [u32; 18] = [993, 1140, 1165, 1194, 1293, 1507, 1609, 2134, 2027, 1745, 1519, 1545, 1964, 1975, 1549, 663, 498, 429];
const RURAL: [u32; 18] = [571, 667, 766, 691, 773, 1037, 880, 1027, 982, 875, 743, 853, 996, 757, 485, 217, 168, 176];

fn put(block: &mut Block, variable: &Variable, code: &str, year: u16, value: Value) {
    block.put(variable, &unit(code), year, Cell { value, notes: Notes::NONE, import: 1 });
}

/// Both in 2020, with net migration that is made up: 120 leave the town, 30 come to the villages.
fn walcz() -> (Block, Assumptions) {
    let assumptions = Assumptions::built_in().expect("it is whole");
    let codes = Units::new(units(&["3217011", "3217052"]));
    let mut block = Block::new(assumptions.variables().cloned(), codes, Years { first: 2018, last: 2022 });
    for (code, ages) in [("3217011", TOWN), ("3217052", RURAL)] {
        for (variable, persons) in assumptions.ages.iter().zip(ages) {
            put(&mut block, variable, code, 2020, Value::Known(f64::from(persons)));
        }
    }
    put(&mut block, &assumptions.net_migrants, "3217011", 2020, Value::Known(-120.0));
    put(&mut block, &assumptions.net_migrants, "3217052", 2020, Value::Known(30.0));
    (block, assumptions)
}

fn without_band() -> Parameters {
    Parameters { replicates: 0, ..Parameters::default() }
}

fn found(parameters: Parameters) -> Outlook {
    let (block, assumptions) = walcz();
    outlook(&block, &units(&["3217052", "3217011"]), &assumptions, parameters).expect("both are known")
}

fn at(place: &PlaceCourse, year: u16) -> &AtYear {
    place.years.iter().find(|of| of.year == year).expect("a year")
}

#[test]
fn walcz_is_as_an_independent_program_has_it() {
    // Leslie matrices in numpy 2.4.6 (Python 3.11.7), from the same sheet: a life table from the rates, brought to the
    // life expectancy of each step by bisection, and rates of Rogers & Castro; persons, women, 0–14, 65+, 80+, median age.
    let expected = [
        (0, 2025, [23_797.857_653, 12_324.827_943, 2_832.690_899, 5_915.955_868, 1_020.816_524, 46.501_008]),
        (0, 2030, [22_492.347_691, 11_695.460_464, 2_312.702_167, 6_093.267_829, 1_614.465_715, 49.406_292]),
        (0, 2035, [20_986.070_174, 10_944.032_139, 1_902.121_064, 6_014.592_839, 2_130.500_053, 52.183_521]),
        (0, 2040, [19_391.747_119, 10_132.311_829, 1_666.171_466, 6_008.644_714, 2_373.020_929, 54.773_973]),
        (1, 2025, [12_767.790_059, 6_519.721_973, 1_744.325_294, 2_386.655_490, 359.423_031, 42.006_951]),
        (1, 2030, [12_777.347_106, 6_543.413_693, 1_544.645_979, 2_727.861_055, 534.371_463, 44.253_659]),
        (1, 2040, [12_438.184_410, 6_397.923_119, 1_322.998_470, 3_018.458_016, 1_056.591_788, 48.035_989]),
        (2, 2030, [35_269.694_797, 18_238.874_156, 3_857.348_145, 8_821.128_885, 2_148.837_178, 47.695_975]),
        (2, 2040, [31_829.931_529, 16_530.234_948, 2_989.169_936, 9_027.102_730, 3_429.612_717, 51.996_571]),
    ];

    let found = found(without_band());

    let places: Vec<&PlaceCourse> = found.units.iter().chain([&found.area]).collect();
    for (place, year, [persons, women, young, old, very_old, median]) in expected {
        let of = at(places[place], year);
        let figure = |figure: Figure| of.figures[&figure];
        let pairs = [
            (figure(Figure::Persons), persons),
            (of.women.iter().sum::<f64>(), women),
            (figure(Figure::EuropeanBeforeWorkingAge), young),
            (figure(Figure::Aged65AndOver), old),
            (figure(Figure::Aged80AndOver), very_old),
            (figure(Figure::MedianAge), median),
            (figure(Figure::EuropeanDependency), 100.0 * (young + old) / (persons - young - old)),
        ];
        for (found, expected) in pairs {
            assert!((found - expected).abs() < 1e-4, "{place} {year}: {found} instead of {expected}");
        }
    }
}

/// Population of Olomouc and Šternberk by age, 31 December 2020 (Czech Statistical Office).
const OLOMOUC: [u32; 18] =
    [5758, 5526, 5378, 4116, 4143, 5680, 7056, 7447, 8521, 7675, 5935, 6122, 5959, 6454, 5739, 4205, 2503, 2297];
const STERNBERK: [u32; 18] = [535, 480, 558, 498, 498, 703, 756, 739, 825, 876, 779, 802, 775, 731, 665, 476, 326, 259];

/// Two Czech towns, and two Polish municipalities beside them; nobody moves.
fn across_the_border(members: &[&str]) -> Outlook {
    let (_, assumptions) = walcz();
    let codes = Units::new(units(&["3217011", "3217052", "500496", "505587"]));
    let mut block = Block::new(assumptions.variables().cloned(), codes, Years { first: 2020, last: 2020 });
    for (code, ages) in [("3217011", TOWN), ("3217052", RURAL), ("500496", OLOMOUC), ("505587", STERNBERK)] {
        for (variable, persons) in assumptions.ages.iter().zip(ages) {
            put(&mut block, variable, code, 2020, Value::Known(f64::from(persons)));
        }
    }
    let parameters = Parameters { migration: MigrationFrom::Nowhere, ..without_band() };
    outlook(&block, &units(members), &assumptions, parameters).expect("all are known")
}

#[test]
fn czech_towns_are_as_an_independent_program_has_them_by_the_sheet_of_czechia() {
    // Leslie matrices in numpy (Python 3.11) from the same sheet, as for Wałcz: persons, women, 0–14, 65+, 80+.
    let expected = [
        (0, 2025, [98_762.523_284_626, 50_215.385_298_090, 15_096.900_782_723, 22_220.683_922_109, 5_815.974_284_634]),
        (0, 2040, [90_146.287_652_532, 45_837.282_291_645, 9_746.130_972_414, 24_336.658_038_346, 8_214.758_625_018]),
        (1, 2030, [10_741.149_599_824, 5_477.137_584_120, 1_355.406_393_834, 2_790.676_372_714, 822.543_413_706]),
        (1, 2040, [9_968.153_359_237, 5_087.664_742_132, 1_084.485_317_057, 2_996.804_555_051, 998.065_451_090]),
    ];

    let found = across_the_border(&["500496", "505587"]);

    assert_eq!(found.countries, [Country::Czechia]);
    for (place, year, expected) in expected {
        let of = at(&found.units[place], year);
        let figures = [
            of.figures[&Figure::Persons],
            of.women.iter().sum(),
            of.figures[&Figure::EuropeanBeforeWorkingAge],
            of.figures[&Figure::Aged65AndOver],
            of.figures[&Figure::Aged80AndOver],
        ];
        for (found, expected) in figures.into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-4, "{place} {year}: {found} instead of {expected}");
        }
    }
}

#[test]
fn each_member_of_an_area_across_the_border_is_reckoned_with_its_own_country() {
    let (both, czech) = (across_the_border(&["3217011", "505587"]), across_the_border(&["505587"]));
    let polish = across_the_border(&["3217011"]);

    assert_eq!(both.countries, [Country::Poland, Country::Czechia]);
    let course = |code: &str| both.units.iter().find(|of| of.unit == Some(unit(code))).map(|of| &of.years);
    assert_eq!((course("3217011"), course("505587")), (Some(&polish.units[0].years), Some(&czech.units[0].years)));
    let persons = |outlook: &Outlook| at(&outlook.area, 2040).figures[&Figure::Persons];
    assert!((persons(&both) - persons(&polish) - persons(&czech)).abs() < 1e-9);
    let told: Vec<Option<Country>> = both.assumed.iter().map(|assumed| assumed.country).collect();
    assert_eq!(told, [[Some(Country::Poland); 7], [Some(Country::Czechia); 7]].concat());
}

#[test]
fn a_life_table_is_that_of_its_rates() {
    let mortality = Assumptions::built_in().expect("it is whole").of(Country::Poland).expect("Poland").mortality.clone();

    let (women, men) = (person_years(&mortality.women, Sex::Female), person_years(&mortality.men, Sex::Male));

    // Python 3.11.7, by the same formulas of Preston, Heuveline & Guillot.
    assert!((women.iter().sum::<f64>() - 81.616_542_989_272_06).abs() < 1e-9);
    assert!((men.iter().sum::<f64>() - 73.901_030_599_291_05).abs() < 1e-9);
    // Nobody dies below 100, and then half a year is left: five years in each group, and 15.5 in the last.
    let mut rates = vec![0.0; MORTALITY_AGES];
    rates[MORTALITY_AGES - 1] = 2.0;
    let immortal = person_years(&rates, Sex::Male);
    assert_eq!((immortal[0], immortal[16], immortal[17]), (5.0, 5.0, 15.5));
}

#[test]
#[expect(clippy::float_cmp, reason = "sums are exact")]
fn the_area_is_the_exact_sum_of_its_members_in_every_age_and_count() {
    let found = found(Parameters { years: [2030, 2033].into(), ..without_band() });

    for (place, of_area) in found.area.years.iter().enumerate() {
        for age in 0..AGE_GROUPS {
            let sum: f64 = found.units.iter().map(|unit| unit.years[place].women[age] + unit.years[place].men[age]).sum();
            assert_eq!(of_area.women[age] + of_area.men[age], sum, "{} {age}", of_area.year);
        }
        for figure in &Figure::ALL[..12] {
            let sum: f64 = found.units.iter().map(|unit| unit.years[place].figures[figure]).sum();
            assert_eq!(of_area.figures[figure], sum, "{} {figure:?}", of_area.year);
        }
    }
    let years: Vec<u16> = found.area.years.iter().map(|of| of.year).collect();
    assert_eq!(years, [2020, 2025, 2030, 2033, 2035, 2040]);
}

#[test]
fn parts_of_a_population_add_up_and_the_start_is_what_was_counted() {
    let found = found(without_band());

    let start = at(&found.units[0], 2020);
    assert_eq!((found.from, start.year), (2020, 2020), "the last year in which both are known");
    for (group, persons) in TOWN.into_iter().enumerate() {
        assert!((start.women[group] + start.men[group] - f64::from(persons)).abs() < 1e-5, "{group}");
    }
    for of in &found.area.years {
        let sum = |figures: [Figure; 3]| figures.iter().map(|figure| of.figures[figure]).sum::<f64>();
        let working = [Figure::BeforeWorkingAge, Figure::WorkingAge, Figure::AfterWorkingAge];
        let european = [Figure::EuropeanBeforeWorkingAge, Figure::EuropeanWorkingAge, Figure::EuropeanAfterWorkingAge];
        for parts in [sum(working), sum(european)] {
            assert!((parts - of.figures[&Figure::Persons]).abs() < 1e-6, "{}", of.year);
        }
        assert!(of.figures[&Figure::Aged80AndOver] < of.figures[&Figure::Aged65AndOver]);
    }
}

#[test]
fn bands_lie_around_the_scenario_grow_and_are_the_same_for_the_same_seed() {
    let parameters = || Parameters { replicates: 60, ..Parameters::default() };

    let found_here = found(parameters());

    assert!(at(&found_here.area, 2020).band.is_empty(), "what was counted has no band");
    let width = |year: u16| {
        let of = at(&found_here.area, year);
        let (band, value) = (of.band[&Figure::Persons], of.figures[&Figure::Persons]);
        assert!(band.low < value && value < band.high, "{year}: {band:?} {value}");
        band.high - band.low
    };
    assert!(width(2025) < width(2030) && width(2030) < width(2040));
    assert_eq!(found_here, found(parameters()));
    assert_ne!(found_here, found(Parameters { seed: 2, ..parameters() }));
    let of = at(&found_here.area, 2040);
    let (low, high) = (of.scenarios["low"][&Figure::Persons], of.scenarios["high"][&Figure::Persons]);
    assert!(low < of.figures[&Figure::Persons] && of.figures[&Figure::Persons] < high);
    assert_eq!(of.scenarios["medium"], of.figures);
}

#[test]
fn everything_that_is_assumed_is_told_with_its_source() {
    let found = found(without_band());

    let told: Vec<&str> = found.assumed.iter().map(|assumed| assumed.what).collect();
    let expected = [
        "sexes",
        "mortality",
        "life_expectancy_women",
        "life_expectancy_men",
        "fertility_by_age",
        "total_fertility",
        "boys_per_girl",
        "net_migration",
        "migration_by_age",
    ];
    assert_eq!(told, expected);
    assert!(found.assumed.iter().all(|assumed| !assumed.cited.source.is_empty() && !assumed.cited.year.is_empty()));
    // 90 of 37,613 inhabitants leave in all, and the window of five years holds 2020 alone.
    let net = found.assumed[7].value.expect("a rate");
    assert!((net + 1000.0 * 90.0 / 37_613.0).abs() < 1e-6, "{net}");
    assert_eq!((found.without_migration.len(), found.small.len(), found.courses.len()), (0, 0, 3));
    let written = serde_json::to_value(&found).expect("JSON");
    assert_eq!(written["countries"], serde_json::json!(["pl"]));
    assert_eq!(written["assumed"][5]["value"], 1.099);
    assert!(written["area"]["years"][4]["figures"]["aged_3_to_6"].as_f64().is_some_and(|persons| persons > 0.0));
}

#[test]
fn without_observed_migration_nobody_moves_and_that_is_told() {
    let (mut block, assumptions) = walcz();
    put(&mut block, &assumptions.net_migrants, "3217052", 2020, Value::Missing(Missing::Suppressed));
    let members = units(&["3217011", "3217052"]);

    let found = outlook(&block, &members, &assumptions, without_band()).expect("both are known");

    assert_eq!(found.without_migration, units(&["3217052"]));
    assert_eq!(found.units[1].net_migration_per_1000, None, "it is not 0 per 1,000 observed");
    let closed = Parameters { migration: MigrationFrom::Nowhere, ..without_band() };
    let closed = outlook(&block, &members, &assumptions, closed).expect("both are known");
    assert_eq!(closed.units[1].years, found.units[1].years);
    assert_eq!((closed.without_migration, closed.area.net_migration_per_1000), (members, None));
    // Per 1,000 inhabitants it is taken where persons are not published: 30 of 12,664.
    put(&mut block, &assumptions.net_migrants_per_1000, "3217052", 2020, Value::Known(30_000.0 / 12_664.0));
    let members = units(&["3217052"]);
    let per_1000 = outlook(&block, &members, &assumptions, without_band()).expect("it is known");
    assert!((at(&per_1000.area, 2040).figures[&Figure::Persons] - 12_438.184_410).abs() < 1e-3);
}

#[test]
fn a_mean_of_observed_years_is_taken_and_missing_ones_are_not_0() {
    let (mut block, assumptions) = walcz();
    put(&mut block, &assumptions.net_migrants, "3217011", 2018, Value::Known(-60.0));
    put(&mut block, &assumptions.net_migrants, "3217011", 2022, Value::Known(9_000.0));

    let found = outlook(&block, &units(&["3217011"]), &assumptions, without_band()).expect("it is known");

    // -60 in 2018 and -120 in 2020; 2019 is missing and 2022 lies after the start.
    let net = found.area.net_migration_per_1000.expect("a rate");
    assert!((net + 1000.0 * 90.0 / 24_949.0).abs() < 1e-9, "{net}");
}

#[test]
fn a_small_municipality_is_named() {
    let (mut block, assumptions) = walcz();
    for (variable, persons) in assumptions.ages.iter().zip(RURAL) {
        put(&mut block, variable, "3217052", 2020, Value::Known(f64::from(persons / 8)));
    }

    let found = outlook(&block, &units(&["3217011", "3217052"]), &assumptions, without_band()).expect("both are known");

    assert_eq!(found.small, units(&["3217052"]));
}

#[test]
fn what_cannot_be_projected_is_refused_with_a_way_out() {
    let (mut block, assumptions) = walcz();
    let asked = |block: &Block, members: &[&str], parameters: Parameters| {
        outlook(block, &units(members), &assumptions, parameters).expect_err("it is refused").to_string()
    };
    let both = ["3217011", "3217052"];

    let cases = [
        ("nobody", asked(&block, &[], without_band()), "the area has no members"),
        (
            "stranger",
            asked(&block, &["3217011", "3217043"], without_band()),
            "1 members lack their population by age in 2020 (3217043)",
        ),
        (
            "year",
            asked(&block, &both, Parameters { start: Some(2019), ..without_band() }),
            "2 members lack their population by age in 2019",
        ),
        (
            "scenario",
            asked(&block, &both, Parameters { scenario: "best".into(), ..without_band() }),
            "there is no scenario best; known are: low, medium, high",
        ),
        ("past", asked(&block, &both, Parameters { until: 2015, ..without_band() }), "year 2015 is not projected"),
    ];
    for (name, error, expected) in cases {
        assert!(error.starts_with(expected), "{name}: {error}");
    }
    put(&mut block, &assumptions.ages[4], "3217052", 2020, Value::Missing(Missing::Suppressed));
    let suppressed = asked(&block, &both, without_band());
    assert!(suppressed.starts_with("1 members lack their population by age in 2020 (3217052)"), "not taken for 0: {suppressed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nobody_is_below_0_and_the_area_is_the_sum_whatever_is_counted(
        ages in proptest::collection::vec(proptest::collection::vec(0..3_000_u32, AGE_GROUPS), 1..4),
        net in -40..40_i32,
    ) {
        let assumptions = Assumptions::built_in().expect("it is whole");
        let codes: Vec<String> = (1..=ages.len()).map(|code| code.to_string()).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let years = Years { first: 2023, last: 2023 };
        let mut block = Block::new(assumptions.variables().cloned(), Units::new(units(&codes)), years);
        for (code, ages) in codes.iter().zip(&ages) {
            for (variable, persons) in assumptions.ages.iter().zip(ages) {
                put(&mut block, variable, code, 2023, Value::Known(f64::from(*persons)));
            }
            put(&mut block, &assumptions.net_migrants_per_1000, code, 2023, Value::Known(f64::from(net)));
        }

        let found = outlook(&block, &units(&codes), &assumptions, without_band()).expect("all is known");

        for (place, of_area) in found.area.years.iter().enumerate() {
            for (age, (women, men)) in of_area.women.iter().zip(&of_area.men).enumerate() {
                let members = found.units.iter().map(|unit| &unit.years[place]);
                let sum: f64 = members.clone().map(|of| of.women[age] + of.men[age]).sum();
                prop_assert!((women + men).to_bits() == sum.to_bits() || (women + men == 0.0 && sum == 0.0));
                prop_assert!(members.clone().all(|of| of.women[age] >= 0.0 && of.men[age] >= 0.0));
            }
        }
    }
}
