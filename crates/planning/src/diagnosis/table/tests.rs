//! Tables against figures by hand, and what holds whatever the values are.

use proptest::prelude::*;

use super::*;
use crate::diagnosis::Form;
use crate::diagnosis::samples::{block, catalogue, code, known, variable};

fn table(block: &Block, members: &[&str]) -> AreaTable {
    let members: Vec<UnitCode> = members.iter().map(|text| code(text)).collect();
    AreaTable::new(&catalogue(), block, &members).expect("sound values")
}

#[test]
fn figures_of_area_and_members_are_as_worked_out_by_hand() {
    let block = block(&[
        ("59", "1", 2021, 10.0),
        ("59", "2", 2021, 30.0),
        ("72305", "1", 2021, 1_000.0),
        ("72305", "2", 2021, 4_000.0),
        ("59", "1", 2022, 12.0),
        ("72305", "1", 2022, 1_000.0),
        ("72305", "2", 2022, 3_000.0),
    ]);

    let table = table(&block, &["2", "1", "2"]);

    assert_eq!(table.members(), [code("1"), code("2")]);
    let births = table.row("births_per_1000").expect("an indicator");
    // 40 of 5,000; in 2022 the second lacks its births, and it has 3,000 of 4,000 inhabitants.
    assert_eq!(births.area_values(), [Some(8.0), None]);
    let later = births.area_in(2022).expect("a year").figure;
    assert_eq!((later.of_known, later.missing, later.missing_share), (Some(12.0), 1, 0.75));
    assert_eq!(births.member_values(2021), [Some(10.0), Some(7.5)]);
    assert_eq!(births.member_values(2022), [Some(12.0), None]);
    assert_eq!(births.newest, Some(Newest { year: 2021, of: Whose::Area }));
    assert_eq!(table.row("deaths").expect("an indicator").newest, None);
    assert_eq!(births.member_values(2030), [None, None], "a year that is not there");
}

#[test]
fn a_rate_without_a_weight_has_the_newest_year_of_its_members_and_says_so() {
    let block = block(&[("60270", "1", 2020, 5.0), ("60270", "2", 2021, 7.0)]);

    let row = table(&block, &["1", "2"]).row("unemployment_rate").expect("an indicator").clone();

    assert_eq!(row.newest, Some(Newest { year: 2021, of: Whose::Members }));
    assert_eq!(row.area_values(), [None, None]);
}

#[test]
fn every_figure_tells_its_imports_notes_breaks_and_why_it_is_missing() {
    let mut block = block(&[("72305", "1", 2021, 1_000.0), ("72305", "2", 2021, 500.0), ("59", "1", 2022, 3.0)]);
    let put = |block: &mut Block, id: &str, unit: &str, cell: Cell| block.put(&variable(id), &code(unit), 2022, cell);
    let broken = Notes::of(&[Note::BreakInSeries]);
    put(&mut block, "72305", "1", Cell { value: Value::Estimated(900.0), notes: broken, import: 7 });
    put(&mut block, "72305", "2", Cell { import: 4, ..known(450.0) });
    let secret = Cell { value: Value::Missing(Missing::Suppressed), notes: Notes::of(&[Note::NotDisclosed]), import: 7 };
    put(&mut block, "59", "2", secret);

    let found = table(&block, &["1", "2"]);

    let births = found.row("births_per_1000").expect("an indicator");
    let evidence = &births.area_in(2022).expect("a year").evidence;
    assert_eq!((evidence.imports.as_slice(), evidence.is_estimated), ([1, 4, 7].as_slice(), true));
    assert!(evidence.notes.has(Note::BreakInSeries) && evidence.notes.has(Note::NotDisclosed));
    assert_eq!((births.breaks.as_slice(), births.break_between(2021, 2022)), ([2022].as_slice(), Some(2022)));
    assert_eq!((births.break_between(2022, 2022), births.comparable_since(2022)), (None, 2022));
    let second = births.member_in(1, 2022).expect("a member");
    assert_eq!((second.value, second.why_missing, second.is_estimated), (None, Some(Missing::Suppressed), false));
    let shown = serde_json::to_value(second).expect("plain data");
    assert_eq!(shown["notes"], serde_json::json!(["not_disclosed"]));
}

#[test]
fn values_that_bear_no_figure_are_refused_with_their_place() {
    let block = block(&[("59", "1", 2021, 1.0), ("72305", "1", 2021, -5.0)]);

    let refused = AreaTable::new(&catalogue(), &block, &[code("1")]).expect_err("inhabitants below 0");

    assert!(matches!(&refused, DiagnosisError::Figure { year: 2021, .. }), "{refused:?}");
    let twice = ["3004043", "3004044"].map(code);
    let refused = AreaTable::new(&catalogue(), &block, &twice).expect_err("the town counts twice");
    assert_eq!(refused, DiagnosisError::CountedTwice { part: "3004044".to_owned(), whole: "3004043".to_owned() });
    assert!(AreaTable::new(&catalogue(), &crate::diagnosis::samples::block(&[]), &["3004044", "3004045"].map(code)).is_ok());
    assert!(matches!(table(&block, &[]).row("nothing"), Err(DiagnosisError::NoIndicator { .. })));
}

fn cells() -> impl Strategy<Value = Vec<(usize, usize, u16, f64)>> {
    proptest::collection::vec((0..4_usize, 0..5_usize, 2020..2023_u16, (0..500_i32).prop_map(f64::from)), 0..60)
}

const IDS: [&str; 4] = ["59", "65", "72305", "79130"];
const CODES: [&str; 5] = ["1", "2", "3", "4", "5"];

proptest! {
    #[test]
    fn the_order_of_members_changes_nothing(cells in cells(), order in Just(CODES.to_vec()).prop_shuffle()) {
        let cells: Vec<_> = cells.into_iter().map(|(id, unit, year, value)| (IDS[id], CODES[unit], year, value)).collect();
        let block = block(&cells);

        prop_assert_eq!(table(&block, &CODES), table(&block, &order));
    }

    #[test]
    fn the_table_says_what_the_indicators_say_one_by_one(cells in cells()) {
        let cells: Vec<_> = cells.into_iter().map(|(id, unit, year, value)| (IDS[id], CODES[unit], year, value)).collect();
        let (catalogue, block) = (catalogue(), block(&cells));
        let members: Vec<UnitCode> = CODES.iter().map(|text| code(text)).collect();

        let table = AreaTable::new(&catalogue, &block, &members).expect("sound values");

        for (indicator, row) in catalogue.indicators().iter().zip(table.rows()) {
            for year in block.years().iter() {
                let value = |unit: &UnitCode, variable: &crate::diagnosis::Variable| {
                    block.number(variable, block.units().find(unit)?, year)
                };
                let area = indicator.of_area(&members, value).expect("sound values");
                prop_assert_eq!(row.area_in(year).map(|area| area.figure), Some(area));
                let own: Vec<_> = members.iter().map(|unit| indicator.of_unit(|variable| value(unit, variable))).collect();
                prop_assert_eq!(row.member_values(year), own);
            }
        }
    }

    #[test]
    fn an_area_of_one_is_its_member(cells in cells()) {
        let cells: Vec<_> = cells.into_iter().map(|(id, unit, year, value)| (IDS[id], CODES[unit], year, value)).collect();
        let table = table(&block(&cells), &["3"]);

        for row in table.rows().iter().filter(|row| matches!(row.measure.form, Form::Sum | Form::Ratio)) {
            for year in table.years().iter() {
                let (area, member) = (row.area_value(year), row.member_values(year)[0]);
                prop_assert_eq!(area.is_some(), member.is_some(), "{} {}", &row.measure.code, year);
                let apart = area.zip(member).map_or(0.0, |(area, member)| (area - member).abs() / member.abs().max(1.0));
                prop_assert!(apart < 1e-12);
            }
        }
    }
}
