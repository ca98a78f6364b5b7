//! Figures of counties as Statistics Poland publishes them, against those that follow from their municipalities.
//!
//! The figures lie beside the repository at `shared/data`, or where `MIEDZA_SHARED_DATA` says; where they are absent the test
//! says so and passes.

use std::path::{Path, PathBuf};

use miedza_planning::diagnosis::{AreaTable, Block, BoundaryChanges, Catalogue, Cell, Level, Variable, Years};
use miedza_territory::{Notes, UnitCode, Units, Value};

const YEARS: Years = Years { first: 2003, last: 2024 };
const CATALOGUE: &str = r#"
[[indicators]]
code = "population"
area = "demography"
sub_area = "population"
unit = "person"
direction = "neutral"
sum = ["bdl:72305"]
name = { pl = "Ludność", cs = "Obyvatelé", en = "Population" }

[[indicators]]
code = "unemployed"
area = "labour_market"
sub_area = "unemployment"
unit = "person"
direction = "neutral"
sum = ["bdl:10514"]
name = { pl = "Bezrobotni", cs = "Nezaměstnaní", en = "Unemployed" }
"#;

/// A value of a unit in a year.
type Row = (UnitCode, u16, f64);

fn folder() -> Option<PathBuf> {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let found = given.or_else(|| {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
    });
    if found.is_none() {
        eprintln!("skipped: no shared data");
    }
    found.map(|folder| folder.join("pl-statistics"))
}

/// The values of a table whose third and later columns hold one year each; empty fields are no values.
#[expect(clippy::disallowed_types, reason = "the room is pure, its tests read public figures from files")]
fn rows(path: &Path, years: impl Iterator<Item = u16> + Clone) -> Vec<Row> {
    let file = std::fs::File::open(path).expect("a table");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(flate2::read::GzDecoder::new(file));
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.expect("a row");
        let unit = UnitCode::parse(&record[0]).expect("a code");
        let fields = record.iter().skip(2).zip(years.clone()).filter(|(text, _)| !text.is_empty());
        found.extend(fields.map(|(text, year)| (unit.clone(), year, text.parse().expect("a number"))));
    }
    found
}

fn block(id: &str, rows: &[Row]) -> Block {
    let variable = Variable { source: "bdl".to_owned(), id: id.to_owned() };
    let units = Units::new(rows.iter().map(|row| row.0.clone()).collect());
    let mut block = Block::new([variable.clone()], units, YEARS);
    for (unit, year, value) in rows {
        block.put(&variable, unit, *year, Cell { value: Value::Known(*value), notes: Notes::NONE, import: 1 });
    }
    block
}

/// In how many counties and years the sum is that of the source, and in how many there is none since a municipality lacks its
/// value.
fn held_against_counties(block: &Block, indicator: &str) -> (usize, usize) {
    let catalogue = Catalogue::read(CATALOGUE).expect("it is well formed");
    let codes = block.units().codes();
    let is_county = |code: &&UnitCode| code.as_str().ends_with("000") && !code.as_str().ends_with("00000");
    let (mut equal, mut without) = (0, 0);
    for county in codes.iter().filter(is_county) {
        let is_own =
            |code: &&UnitCode| code.as_str().starts_with(&county.as_str()[..4]) && code.as_str().ends_with(['1', '2', '3']);
        let members: Vec<UnitCode> = codes.iter().filter(is_own).cloned().collect();
        let area = AreaTable::new(&catalogue, block, &members).expect("counts");
        let level = Level::new(&catalogue, block, Some(county), &members).expect("counts");
        let row = area.row(indicator).expect("an indicator");
        for (year, published) in YEARS.iter().filter_map(|year| Some((year, level.figure(indicator, year)?.value))) {
            match row.area_value(year) {
                Some(sum) => {
                    assert!((sum - published).abs() < 1e-9, "{county} {indicator} {year}: {sum}, not {published}");
                    equal += 1;
                }
                None => without += 1,
            }
        }
    }
    (equal, without)
}

#[test]
fn municipalities_add_up_to_their_counties_or_have_no_sum() {
    let Some(folder) = folder() else { return };
    let table = |name: &str| folder.join(format!("bdl_{name}.csv.gz"));
    let one_year = || std::iter::once(2020);
    let mut people = rows(&table("P2137_population_by_age_gmina_2020"), one_year());
    people.extend(rows(&table("P2137_population_by_age_powiat_2020"), one_year()));
    let unemployed = rows(&table("P1944_registered_unemployed_2003_2024"), YEARS.first..=YEARS.last);

    // Counted in the tables themselves with the csv module of Python 3.11: in 2,015 counties and years a municipality stands
    // under another code and lacks its value.
    assert_eq!(held_against_counties(&block("72305", &people), "population"), (380, 0));
    assert_eq!(held_against_counties(&block("10514", &unemployed), "unemployed"), (6_335, 2_015));
}

#[test]
fn the_land_of_an_area_is_the_same_before_and_after_changes_of_boundaries() {
    let Some(folder) = folder() else { return };
    let table = rows(&folder.join("bdl_P1944_registered_unemployed_2003_2024.csv.gz"), YEARS.first..=YEARS.last);
    // A store keeps a municipality under what lasts of its code.
    let kept: Vec<Row> = table.into_iter().map(|(unit, year, value)| (unit.lasting(), year, value)).collect();
    let changes = BoundaryChanges::held();
    let area = |members: &[&str], year: u16| {
        let members: Vec<UnitCode> = members.iter().map(|code| UnitCode::parse(code).expect("a code")).collect();
        let former = changes.former(&members);
        let own: Vec<Row> = kept.iter().filter(|row| members.contains(&row.0) || former.contains(&row.0)).cloned().collect();
        let mut block = block("10514", &own);
        changes.settle(&mut block, &members);
        let catalogue = Catalogue::read(CATALOGUE).expect("it is well formed");
        let table = AreaTable::with_former(&catalogue, &block, (&members, &former)).expect("counts");
        let row = table.row("unemployed").expect("an indicator");
        (row.area_value(year), row.breaks.clone())
    };

    // Sums of the rows of the table: 538 + 755 + 114 with Ostrowice, 4,244 + 781 with the rural municipality.
    assert_eq!(area(&["320302", "320306"], 2018), (Some(1_407.0), vec![]));
    assert_eq!(area(&["320302", "320306"], 2019), (Some(1_292.0), vec![]));
    assert_eq!(area(&["320302"], 2018), (Some(538.0), vec![2019]));
    assert_eq!(area(&["086201"], 2014), (Some(5_025.0), vec![]));
    assert_eq!(area(&["180702", "180710"], 2009), (Some(1_155.0), vec![]), "Jaśliska was a part of Dukla");
    assert_eq!(area(&["166101"], 2016), (Some(3_529.0), vec![2017]), "Opole grew");
    assert_eq!(area(&["166101", "160902", "160903", "160904", "160910"], 2016).1, Vec::<u16>::new());
}
