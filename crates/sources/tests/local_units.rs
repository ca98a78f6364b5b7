//! Tables of local administrative units of Europe.

#[expect(dead_code, reason = "other tests make the other formats")]
mod made;

use made::xlsx;
use miedza_sources::gisco::{LocalUnit, read};
use miedza_sources::table::Input;
use miedza_territory::{Missing, Value};

fn told(unit: &LocalUnit) -> String {
    let nuts3 = unit.nuts3.as_ref().map_or("-", |nuts3| nuts3.as_str());
    format!("{} {} {} {nuts3}", unit.country, unit.code, unit.name)
}

#[test]
fn the_attributes_of_gisco_are_units_with_inhabitants_and_area() {
    let units = read(Input::new("lau.csv", include_str!("recorded/gisco/lau_2021.csv")), None).expect("units");

    let expected = [
        ("PL 3217011 Wałcz -", Value::Known(24_000.0), Value::Known(38.112)),
        ("PL 0201011 Bolesławiec -", Value::Known(38_000.0), Value::Known(23.57)),
        ("CZ 500496 Olomouc -", Value::Known(100_000.0), Value::Known(103.33)),
        ("CZ 552356 Bystročice -", Value::Missing(Missing::NotGiven), Value::Known(0.0)),
    ];
    assert_eq!(units.len(), expected.len());
    for (unit, (text, population, area)) in units.iter().zip(expected) {
        assert_eq!((told(unit).as_str(), unit.population, unit.area_km2), (text, Some(population), Some(area)));
        assert_eq!(unit.population_year, Some(2021));
    }
}

#[test]
fn the_correspondence_with_nuts_is_read_by_country() {
    let header = ["NUTS 3 CODE", "LAU CODE", "LAU NAME NATIONAL", "LAU NAME LATIN", "POPULATION", "TOTAL AREA (m2)"];
    let poland = ["PL515", "0201011", "Bolesławiec", "Boleslawiec", "#38000", "#23570000"];
    let czechia = ["CZ071", "500496", "Olomouc", "Olomouc", "#100000", "#103330000"];
    let number = ["PL515", "#201011", "Bolesławiec", "Boleslawiec", "#38000", "#23570000"];
    let book = |row: &[&str]| xlsx(&[("CZ", &[&header, &czechia]), ("PL", &[&header, row])]);

    let units = read(Input::new("lau.xlsx", book(&poland)), Some("PL")).expect("units");

    assert_eq!(units.iter().map(told).collect::<Vec<_>>(), ["PL 0201011 Bolesławiec PL515"]);
    assert_eq!((units[0].population, units[0].area_km2), (Some(Value::Known(38_000.0)), Some(Value::Known(23.57))));
    assert_eq!(units[0].population_year, None);
    assert_eq!(
        read(Input::new("lau.xlsx", book(&number)), Some("PL")).expect_err("zeros are lost").to_string(),
        "lau.xlsx, row 2, column LAU CODE: 201011 is stored as a number, whose leading zeros may be lost; store it as text"
    );
}

#[test]
fn each_fault_is_told_with_row_and_column() {
    let cases = [
        (
            "LAU_NAME\nA\n",
            "f has no column for the code of the unit, it has LAU_NAME; name the column with a column GISCO_ID or LAU CODE",
        ),
        ("LAU CODE,LAU_NAME\n1,A\n", "f has no column for the country"),
        ("GISCO_ID,LAU_NAME,POP_2020,POP_2021\nPL_1,A,1,1\n", "f has several columns for the inhabitants: POP_2020, POP_2021"),
        ("GISCO_ID,LAU_NAME\nPL1,A\n", "f, row 2, column GISCO_ID: PL1 is no identifier such as PL_3217011"),
        ("GISCO_ID,LAU_NAME\nPOL_1,A\n", "f, row 2, column GISCO_ID: it names no country such as PL"),
        ("GISCO_ID,LAU_NAME\nPL_,A\n", "f, row 2, column GISCO_ID holds no code of a unit"),
        ("GISCO_ID,LAU_NAME\nPL_1,\n", "f, row 2, column LAU_NAME: the unit has no name"),
        ("GISCO_ID,LAU_NAME,POP_2021\nPL_1,A,-9999\n", "f, row 2, column POP_2021: -9999 is negative"),
        ("GISCO_ID,LAU_NAME,AREA_KM2\nPL_1,A,wide\n", "f, row 2, column AREA_KM2: wide is not a number"),
        ("GISCO_ID,LAU_NAME\nPL_1,A\nCZ_1,B\nPL_1,C\n", "f: row 4 repeats the unit 1 of row 2"),
    ];
    for (text, expected) in cases {
        let refusal = read(Input::new("f", text), None).expect_err(text).to_string();
        assert!(refusal.starts_with(expected), "{refusal}\ninstead of\n{expected}");
    }
}
