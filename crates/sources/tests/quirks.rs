//! What offices do to flow tables, each quirk handled and told.
#![expect(clippy::float_cmp, reason = "whole numbers of persons are exact")]

use miedza_sources::commuting::{self, DiagonalRule, DiagonalState, Duplicates, Meaning, NoPlace, Options, Reading, Treatment};
use miedza_sources::table::Input;
use miedza_sources::teryt::Register;
use miedza_territory::{Missing, UnitCode};

fn csv(text: &str) -> Input {
    Input::new("flows.csv", text)
}

fn read_with(rows: &str, options: &Options<'_>) -> Reading {
    commuting::read(csv(&format!("from;to;n\n{rows}")), options).unwrap_or_else(|error| panic!("{error}"))
}

fn read(rows: &str) -> Reading {
    read_with(rows, &Options::default())
}

fn between(reading: &Reading, from: &str, to: &str) -> f64 {
    let unit = |text: &str| {
        let code = UnitCode::parse(text).expect("a code of the test");
        reading.flows.units().find(&code).unwrap_or_else(|| panic!("{text} is a unit"))
    };
    reading.flows.between(unit(from), unit(to))
}

#[test]
fn suppressed_flows_stay_suppressed_and_their_units_stay_in_the_matrix() {
    let reading = read("a;b;12\na;c;<10\nb;c;*\nb;d;\nc;a;x\n");
    let found: Vec<(u32, &str, &str, Missing, &str)> =
        reading.report.suppressed.iter().map(|s| (s.row, s.from.as_str(), s.to.as_str(), s.reason, s.mark.as_str())).collect();

    let expected = [
        (3, "a", "c", Missing::Suppressed, "<10"),
        (4, "b", "c", Missing::Suppressed, "*"),
        (5, "b", "d", Missing::NotGiven, ""),
        (6, "c", "a", Missing::NotApplicable, "x"),
    ];
    assert_eq!(found, expected);
    assert_eq!((reading.flows.len(), reading.flows.units().len(), reading.report.rows), (1, 4, 5));
}

#[test]
fn the_town_and_the_rural_part_become_one_municipality() {
    let reading = read("0201011;0201044;10\n0201011;0201045;5\n0201044;0201045;7\n0201045;0201011;3\n");

    assert_eq!(between(&reading, "0201011", "0201043"), 15.0);
    assert_eq!(between(&reading, "0201043", "0201011"), 3.0);
    assert_eq!(reading.report.diagonal, DiagonalState::Apart { units: 1, persons: 7.0 });
    assert_eq!((reading.report.folded.parts, reading.report.folded.wholes), (2, 1));
    assert_eq!(reading.report.between_parts.values().sum::<f64>(), 7.0);
}

#[test]
fn a_part_is_not_counted_beside_its_whole() {
    let rows = "0201011;0201043;15\n0201011;0201044;10\n0201011;0201045;5\n0201043;0201011;3\n0201045;0201011;3\n";

    let reading = read(rows);

    assert_eq!((between(&reading, "0201011", "0201043"), between(&reading, "0201043", "0201011")), (15.0, 3.0));
    assert_eq!((reading.report.left_out_parts.rows, reading.report.left_out_parts.persons), (3, 18.0));
}

#[test]
fn a_part_stays_where_its_whole_stands_on_the_other_side_only() {
    let reading = read("0201011;0201044;10\n0201043;0201011;3\n");

    assert_eq!((between(&reading, "0201011", "0201043"), between(&reading, "0201043", "0201011")), (10.0, 3.0));
}

#[test]
fn districts_and_delegations_become_their_city() {
    let reading = read("1465028;0264029;1\n1465038;1061029;2\n1465028;1465038;4\n3064029;1261029;8\n");

    assert_eq!(between(&reading, "1465011", "0264011"), 1.0);
    assert_eq!(between(&reading, "1465011", "1061011"), 2.0);
    assert_eq!(between(&reading, "3064011", "1261011"), 8.0);
    assert_eq!(reading.report.diagonal, DiagonalState::Apart { units: 1, persons: 4.0 });
}

#[test]
fn a_table_that_counts_those_who_stay_adds_flows_between_parts_to_them() {
    let reading = read("0201011;0201011;100\n0201044;0201044;50\n0201044;0201045;7\n0201045;0201011;3\n");

    assert_eq!(between(&reading, "0201043", "0201043"), 57.0);
    assert_eq!(reading.report.diagonal, DiagonalState::Full);
}

#[test]
fn few_polish_rows_from_a_unit_to_itself_are_no_diagonal() {
    let rows = "020101;020102;20\n020102;020101;20\n020103;020101;20\n020104;020101;20\n020104;020104;9\n";
    let of = |diagonal| read_with(rows, &Options { diagonal, ..Options::default() });

    assert_eq!(of(DiagonalRule::Auto).report.diagonal, DiagonalState::Apart { units: 1, persons: 9.0 });
    assert_eq!(of(DiagonalRule::Keep).report.diagonal, DiagonalState::Partial { with: 1, without: 3 });
    assert_eq!(between(&of(DiagonalRule::Keep), "020104", "020104"), 9.0);
    assert_eq!(of(DiagonalRule::Apart).flows.total(), 80.0);
}

#[test]
fn the_register_may_contradict_the_rule() {
    let rows = "020101;020102;20\n020102;020101;20\n020103;020101;20\n020101;020101;9\n";
    let terc = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n02;01;01;1;A;gmina miejska;2020-01-01\n";
    let register = Register::read(csv(terc)).expect("a register");

    let reading = read_with(rows, &Options { register: Some(&register), ..Options::default() });

    assert_eq!(reading.report.diagonal, DiagonalState::Partial { with: 1, without: 2 });
    assert_eq!(reading.report.unknown_units.len(), 2);
}

#[test]
fn codes_that_are_no_place_are_treated_and_told() {
    let no_places = vec![NoPlace { code: "HQ".into(), treatment: Treatment::AtHome }];
    let rows = "a;b;10\na;OD0000001;4\na;HQ;2\nb;zagranica;3\nb;;1\nOgółem;b;14\n";

    let reading = read_with(rows, &Options { no_places, ..Options::default() });
    let told: Vec<(&str, Meaning, f64, f64)> = reading
        .report
        .no_places
        .iter()
        .map(|place| (place.code.as_str(), place.meaning, place.as_destination.persons, place.as_origin.persons))
        .collect();

    let expected = [
        ("", Meaning::Unknown, 1.0, 0.0),
        ("HQ", Meaning::Declared, 2.0, 0.0),
        ("OD0000001", Meaning::Home, 4.0, 0.0),
        ("Ogółem", Meaning::Total, 0.0, 14.0),
        ("zagranica", Meaning::Abroad, 3.0, 0.0),
    ];
    assert_eq!(told, expected);
    assert_eq!((between(&reading, "a", "a"), reading.flows.total()), (6.0, 16.0));
    assert_eq!(reading.report.diagonal, DiagonalState::Absent);
}

#[test]
fn duplicates_are_added_up_only_when_asked() {
    let rows = "a;b;1\na;b;2\na; b;4\nb;a;5\n";

    let refused = commuting::read(csv(&format!("from;to;n\n{rows}")), &Options::default()).expect_err("twice");
    let summed = read_with(rows, &Options { duplicates: Duplicates::Sum, ..Options::default() });

    assert_eq!(refused.to_string(), "flows.csv: row 3 repeats the flow from a to b of row 2");
    assert_eq!((between(&summed, "a", "b"), summed.report.summed_pairs), (7.0, 1));
}

#[test]
fn codes_written_with_spaces_are_the_codes_without() {
    let reading = read("02 01 01 1;020102 2;5\n0201022;0201011;6\n");

    assert_eq!((between(&reading, "0201011", "0201022"), between(&reading, "0201022", "0201011")), (5.0, 6.0));
}

#[test]
fn flows_of_nobody_are_no_flows_but_their_units_stay() {
    let reading = read("a;b;0\nb;c;1,5\n");

    assert_eq!((reading.report.zero_rows, reading.flows.len(), reading.flows.units().len()), (1, 1, 3));
    assert_eq!((reading.report.origin_only, reading.report.destination_only), (1, 1));
}

#[test]
fn six_and_seven_digits_in_one_table_mean_the_same_municipality() {
    let reading = read("020101;0201022;15\n0201022;020101;3\n0201044;0201022;4\n0201045;020101;5\n");

    assert_eq!(between(&reading, "020101", "020102"), 15.0);
    assert_eq!(between(&reading, "020102", "020101"), 3.0);
    assert_eq!(between(&reading, "020104", "020102"), 4.0);
    assert_eq!(reading.flows.units().len(), 3);
    assert_eq!((reading.report.without_kind, reading.report.folded.parts), (1, 2));
}

#[test]
fn a_register_gives_codes_back_the_zero_that_all_of_them_lost() {
    let terc = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n02;01;01;1;Bolesławiec;gmina miejska;2020-01-01\n\
                02;01;02;2;Bolesławiec;gmina wiejska;2020-01-01\n";
    let register = Register::read(Input::new("terc.csv", terc)).expect("a register");
    let json = r#"[{"from": 20101, "to": 20102, "n": 15}, {"from": 20102, "to": 20101, "n": 3}]"#;

    let options = Options { register: Some(&register), ..Options::default() };
    let reading = commuting::read(Input::new("flows.json", json), &options).expect("a table");

    assert_eq!(between(&reading, "020101", "020102"), 15.0);
    assert_eq!(reading.report.padded.codes, 2);
}

#[test]
fn a_first_row_without_a_number_is_a_row_though_columns_are_named() {
    let columns = commuting::Columns { origin: Some("from".into()), destination: Some("to".into()), persons: Some("n".into()) };
    let options = Options { columns, ..Options::default() };

    let reading = read_with("a;b;<10\nb;a;3\n", &options);

    assert_eq!((reading.report.rows, reading.report.suppressed.len()), (2, 1));
}

#[test]
fn a_count_beyond_all_people_is_refused_with_its_row() {
    let error = commuting::read(csv("from;to;n\na;b;3\nb;a;99999999999999999999\n"), &Options::default()).expect_err("no count");

    assert!(error.to_string().contains("row 3, column n: 99999999999999999999"), "{error}");
}

#[test]
fn a_table_whose_rows_are_modelled_says_so() {
    let cases = [
        ("from,to,persons,status\n1,2,5.5,modelled\n2,1,3,modelled\n", 2),
        ("from,to,persons,status\n1,2,5,\n2,1,3,modelled\n", 1),
        ("from,to,persons,modelled\n1,2,5,false\n2,1,3,true\n", 1),
        ("from,to,persons,status\n1,2,5,A\n2,1,3,B\n", 0),
        ("from,to,persons\n1,2,5\n2,1,3\n", 0),
    ];
    for (rows, expected) in cases {
        let reading = read(rows);

        assert_eq!((reading.report.modelled_rows, reading.is_modelled()), (expected, expected > 0), "{rows}");
        assert_eq!(reading.flows.len(), 2, "{rows}");
    }
}
