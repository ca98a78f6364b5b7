//! Figures, seats and partitions: small files, and those of the shared data.
#![expect(clippy::float_cmp, reason = "whole numbers of persons are exact")]

mod reference;

use miedza_sources::Error;
use miedza_sources::table::{Column, Input};
use miedza_sources::units::{self, Figure, Figures, Source, Wanted};
use miedza_territory::{Missing, UnitCode, Units, Value};
use reference::shared;

fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code of the test")
}

fn units(codes: &[&str]) -> Units {
    Units::new(codes.iter().map(|text| code(text)).collect())
}

fn figures(text: &str, figure: Figure) -> Result<Figures, Error> {
    units::read_figures(Input::new("figures.csv", text), &Wanted::new(figure))
}

#[test]
fn six_and_seven_digits_are_joined_and_no_part_is_counted_beside_its_whole() {
    let file = "Kod;Nazwa;ogółem;\n0000000;POLSKA;9999;\n0201000;Powiat bolesławiecki;999;\n\
        0201011;Bolesławiec (1);100;\n0201043;Nowogrodziec (3);30;\n0201044;miasto (4);10;\n0201045;obszar wiejski (5);20;\n\
        0201064;miasto (4);7;\n0201065;obszar wiejski (5);8;\n0201072;X (2);;\n";
    let figures = figures(file, Figure::Population).expect("figures");

    for codes in [["020101", "020104", "020106", "020107", "020108"], ["0201011", "0201042", "0201063", "0201072", "0201082"]] {
        let joined = figures.join(&units(&codes), "flows.csv").expect("joined");
        let values: Vec<_> = codes.iter().map(|text| joined.observations.get(&code(text))).collect();

        let expected = [Value::Known(100.0), Value::Known(30.0), Value::Known(15.0), Value::Missing(Missing::NotGiven)];
        assert_eq!(values[..4], expected.map(Some), "{codes:?}");
        assert_eq!(joined.unlisted, [code(codes[4])]);
        assert_eq!(joined.by_parts, 1);
    }
    assert_eq!(figures.names[&code("0201011")], "Bolesławiec");
}

#[test]
fn a_municipality_under_two_kinds_takes_the_figure_that_is_there() {
    let text = "Kod;Nazwa;ogółem\n1004062;Opatówek (2);5000\n1004063;Opatówek (3);\n1018042;X (2);\n1018043;X (3);7000\n";
    let figures = figures(text, Figure::Population).expect("figures");

    for codes in [["100406", "101804"], ["1004063", "1018042"]] {
        let joined = figures.join(&units(&codes), "flows.csv").expect("joined");

        assert_eq!(joined.observations.get(&code(codes[0])), Some(Value::Known(5000.0)), "{codes:?}");
        assert_eq!(joined.observations.get(&code(codes[1])), Some(Value::Known(7000.0)), "{codes:?}");
    }
}

#[test]
fn lost_zeros_do_not_part_the_codes_of_two_files() {
    let figures = figures("PRO_COM_T,popolazione\n001001,2584\n090064,100\n", Figure::Population).expect("figures");

    let joined = figures.join(&units(&["1001", "90064"]), "flows.csv").expect("joined");

    assert_eq!(joined.observations.get(&code("90064")), Some(Value::Known(100.0)));
    assert_eq!(joined.by_other_kind, 2);
}

#[test]
fn two_files_with_different_code_systems_are_told_apart() {
    let figures = figures("kod;obyvatel\n554782;1397880\n529303;17043\n", Figure::Population).expect("figures");

    let error = figures.join(&units(&["020101", "020102"]), "flows.csv").expect_err("strangers");

    assert_eq!(
        error.to_string(),
        "figures.csv does not fit the units of flows.csv: 0 of 2 units found; flows.csv has codes such as 020101, figures.csv such as 554782"
    );
}

#[test]
fn faults_of_figures_are_told_with_their_place() {
    let cases = [
        ("kod;ogółem\n020101;5\n020101;6\n", "figures.csv: row 3 repeats the unit 020101 of row 2"),
        ("kod;ogółem\n020101;much\n", "figures.csv, row 2, column ogółem: much is not a number"),
        ("kod;ogółem\n020101;-1\n", "figures.csv, row 2, column ogółem: -1 is negative"),
        (
            "kod;a;b\n020101;1;2\n",
            "figures.csv has no column for population, it has kod, a, b; name the column with --population FILE:COLUMN",
        ),
        (
            "nic;ogółem\n020101;1\n",
            "figures.csv has no column for the code of the unit, it has nic, ogółem; name the column with --code",
        ),
        (
            "kod;ogółem 2016;ogółem 2017\n1;1;1\n",
            "figures.csv has no column for population, it has kod, ogółem 2016, ogółem 2017; name the column with --population FILE:COLUMN",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(figures(text, Figure::Population).expect_err("a fault").to_string(), expected);
    }
}

#[test]
fn marks_stay_missing_and_thousands_become_persons() {
    let figures =
        figures("teryt;ludność w tysiącach\n0201011;37,06\n0201022;x\n0201032;*\n", Figure::Population).expect("figures");
    let value = |text: &str| figures.observations.get(&code(text));

    assert_eq!(value("0201011"), Some(Value::Known(37_060.0)));
    assert_eq!(value("0201022"), Some(Value::Missing(Missing::NotApplicable)));
    assert_eq!(value("0201032"), Some(Value::Missing(Missing::Suppressed)));
    assert_eq!(figures.scale, 1000.0);
}

#[test]
fn seats_are_points_or_the_middle_of_boxes() {
    let cases = [
        ("code,lon,lat,name\nA,16.9,52.4,Poznań\n", 16.9, 52.4),
        ("areacd,areanm,xmin,ymin,xmax,ymax\nA,Poznań,16,52,17,53\n", 16.5, 52.5),
        ("kod;nazwa;y;x\nA;Poznań;52,4;16,9\n", 16.9, 52.4),
        ("ID,Longitude,Latitude,Area\nA,-98.5,38.5,1\n", -98.5, 38.5),
    ];
    for (text, x, y) in cases {
        let seats = units::read_seats(Input::new("seats.csv", text)).expect("seats");

        assert_eq!(seats.seats[&code("A")], miedza_territory::Seat { x, y }, "{text}");
    }
    let error = units::read_seats(Input::new("seats.csv", "code,x,y\nA,358123.5,507123.1\n")).expect_err("metres");
    assert_eq!(error.to_string(), "seats.csv, row 2: 358123.5 is no longitude in degrees");
}

#[test]
fn a_partition_is_read_and_an_empty_area_leaves_the_unit_out() {
    for text in ["unit,area\n3,b\n1,a\n2,\n4,b\n", "gmina;cosik\n3;b\n1;a\n2;\n4;b\n", "community,cluster\n1,7\n2,\n3,5\n4,5\n"] {
        let areas = units::read_areas(Input::new("areas.csv", text)).expect("areas");

        assert_eq!(areas.units.len(), 4);
        assert_eq!(areas.partition.len(), 2, "{text}");
        assert_eq!(areas.partition.unassigned().count(), 1);
    }
}

/// File with column, figure, units in the file that are municipalities (kinds 1, 2, 3), and their sum.
type Case = (&'static str, Figure, fn(&UnitCode) -> bool, usize, f64);

#[test]
fn the_figures_of_the_shared_data_add_up() {
    let gmina = |code: &UnitCode| code.kind().is_some_and(|kind| !kind.is_part());
    let any = |_: &UnitCode| true;
    let cases: [Case; 13] = [
        ("pl-statistics/bdl_P2137_population_by_age_gmina_2020.csv.gz", Figure::Population, gmina, 2_477, 38_265_013.0),
        ("pl-statistics/gus_area_population_2022.csv.gz", Figure::Population, gmina, 2_477, 37_907_704.0),
        ("pl-statistics/gus_area_population_2023.csv.gz", Figure::Population, gmina, 2_477, 37_766_327.0),
        (
            "pl-statistics/bdl_P1944_registered_unemployed_2003_2024.csv.gz:ogółem;2024;[osoba]",
            Figure::Population,
            gmina,
            2_477,
            786_179.0,
        ),
        ("pl-statistics/gugik_area_register_2025-01-01.xlsx:3", Figure::Population, gmina, 2_479, 0.0),
        (
            "pl-statistics/bdl_P2425_population_2023.csv.gz",
            Figure::Population,
            |code| code.as_str() == "0000000",
            1,
            37_636_510.0,
        ),
        (
            "pl-statistics/bdl_P2425_density_population_2024.csv.gz",
            Figure::Population,
            |code| code.as_str() == "0000000",
            1,
            37_489_090.0,
        ),
        ("cz-municipalities/rud_2026.csv.gz", Figure::Population, any, 6_254, 10_909_500.0),
        ("cz-municipalities/rud_2026.csv.gz", Figure::Jobs, any, 6_254, 5_508_948.0),
        ("it-comuni/comuni_2021.csv.gz", Figure::Population, any, 7_903, 59_433_744.0),
        ("it-comuni/pop_res_2021.json.gz", Figure::Population, any, 0, 0.0),
        ("gb-commuting-2011/msoa11_margins.csv.gz", Figure::Employed, any, 7_201, 26_681_568.0),
        ("fr-herault-2020/masses.csv:Out_Commuters", Figure::Employed, any, 342, 224_851.0),
    ];
    for (name, figure, is_asked, count, sum) in cases {
        let source = Source::from_argument(name);
        let Some(path) = shared(&source.path.to_string_lossy()) else { return };
        let wanted = Wanted::new(figure).in_column(source.column);
        let figures = units::open_figures(&path, &wanted).unwrap_or_else(|error| panic!("{name}: {error}"));

        let asked: Vec<Value> = figures.observations.iter().filter(|(code, _)| is_asked(code)).map(|(_, value)| value).collect();
        let known: Vec<f64> = asked.iter().filter_map(|value| value.number()).collect();

        eprintln!(
            "{name}: {} units, column {}, {} known, sum {}",
            asked.len(),
            figures.column,
            known.len(),
            known.iter().sum::<f64>()
        );
        assert!(count == 0 || known.len() == count, "{name}: {} known of {}", known.len(), asked.len());
        assert!(sum == 0.0 || (known.iter().sum::<f64>() - sum).abs() < 0.5, "{name}: {}", known.iter().sum::<f64>());
    }
}

#[test]
fn a_given_column_that_is_not_there_is_named() {
    let wanted = Wanted::new(Figure::Jobs).in_column(Some(Column::Name("praca".into())));

    let error = units::read_figures(Input::new("f.csv", "kod;ogółem\n1;2\n"), &wanted).expect_err("no column");

    assert_eq!(error.to_string(), "f.csv has no column for jobs, it has kod, ogółem; name the column with --jobs FILE:COLUMN");
}

#[test]
fn the_seats_of_the_shared_data_stand_where_they_should() {
    let cases = [
        ("gb-commuting-2011/msoa11_metadata.csv.gz", 7_201, "E02000001"),
        ("gb-commuting-2011/lad11_metadata.csv.gz", 348, "E06000001"),
        ("it-comuni/comuni_2021.csv.gz", 7_903, "1001"),
    ];
    for (name, count, example) in cases {
        let Some(path) = shared(name) else { return };
        let seats = units::open_seats(&path).unwrap_or_else(|error| panic!("{name}: {error}"));

        assert_eq!(seats.seats.len(), count, "{name}");
        assert!(seats.seats[&code(example)].y > 35.0 && !seats.names[&code(example)].is_empty(), "{name}");
    }
}

#[test]
fn the_first_row_of_a_partition_with_codes_of_letters_is_a_row() {
    let areas = units::read_areas(Input::new("a.csv", "unit,area\nU1,a\nU2,a\nU3,b\n")).expect("a partition");

    assert_eq!(areas.units.len(), 3);
    assert_eq!(areas.partition.len(), 2);
}

#[test]
fn a_partition_without_a_header_keeps_its_first_row() {
    let areas = units::read_areas(Input::new("a.csv", "1,1\n2,1\n3,3\n")).expect("a partition");

    assert_eq!(areas.units.len(), 3);
}
