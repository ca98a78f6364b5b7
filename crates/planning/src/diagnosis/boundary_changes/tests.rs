//! A town that took in a village, one that was divided, one that moved: whose figures count before and after.

use super::*;
use crate::diagnosis::toys::{unit, units};
use crate::diagnosis::{AreaTable, Catalogue, Variable};
use miedza_territory::Units;

const UNEMPLOYED: &str = "bdl:10514";

/// A town that a village was joined with, one that was divided, one that moved, and two that exchanged land.
const SHEET: &str = r#"
[[changes]]
year = 2015
before = ["080901", "080902"]
after = ["080901"]
note = { pl = "połączono", cs = "spojeno", en = "joined" }

[[changes]]
year = 2015
before = ["080903"]
after = ["080903", "080904"]
note = { pl = "podzielono", cs = "rozděleno", en = "divided" }

[[changes]]
year = 2015
before = ["080905"]
after = ["086201"]
note = { pl = "przeniesiono", cs = "přesunuto", en = "moved" }
"#;

/// Registered unemployed of 2014 and 2015 by code.
fn settled(members: &[&str], values: &[(&str, Option<f64>, Option<f64>)]) -> AreaTable {
    let changes = BoundaryChanges::read(SHEET).expect("it is whole");
    let unemployed = Variable::parse(UNEMPLOYED).expect("a variable");
    let members = units(members);
    let former = changes.former(&members);
    let all: Vec<UnitCode> = members.iter().chain(&former).cloned().collect();
    let mut block = Block::new([unemployed.clone()], Units::new(all), Years { first: 2014, last: 2015 });
    for (code, of_2014, of_2015) in values {
        for (year, number) in [(2014, of_2014), (2015, of_2015)] {
            if let Some(number) = number {
                let cell = Cell { value: Value::Known(*number), notes: Notes::NONE, import: 1 };
                block.put(&unemployed, &unit(code), year, cell);
            }
        }
    }
    changes.settle(&mut block, &members);
    let catalogue = Catalogue::built_in().expect("it is whole");
    AreaTable::with_former(&catalogue, &block, (&members, &former)).expect("sound values")
}

fn area(table: &AreaTable) -> (Option<f64>, Option<f64>, Vec<u16>) {
    let row = table.row("registered_unemployed").expect("an indicator");
    (row.area_value(2014), row.area_value(2015), row.breaks.clone())
}

#[test]
fn the_sheet_of_the_program_is_whole() {
    let read = BoundaryChanges::read(BUILT_IN).expect("it is whole");

    assert!(!read.0.is_empty());
    for change in &read.0 {
        assert_eq!(change.note.len(), 3, "a note in every language");
        assert!(change.before != change.after || change.before.len() > 1, "{} changes nothing", change.year);
    }
}

#[test]
fn who_was_joined_counts_for_the_area_before_and_only_before() {
    let table = settled(&["0809011"], &[("0809011", Some(70.0), Some(95.0)), ("080902", Some(30.0), Some(0.0))]);

    assert_eq!(area(&table), (Some(100.0), Some(95.0), vec![]));
    let unknown = settled(&["0809011"], &[("0809011", Some(70.0), Some(95.0))]);
    assert_eq!(area(&unknown), (None, Some(95.0), vec![]), "nobody knows the village, and it is no 0");
}

#[test]
fn who_was_cut_out_is_no_gap_beside_the_other_part_and_breaks_the_figures_without_it() {
    let both = [("0809033", Some(100.0), Some(60.0)), ("0809042", None, Some(35.0))];

    assert_eq!(area(&settled(&["0809033", "0809042"], &both)), (Some(100.0), Some(95.0), vec![]));
    assert_eq!(area(&settled(&["0809033"], &both)), (Some(100.0), Some(60.0), vec![2015]), "other land since 2015");
    assert_eq!(area(&settled(&["0809042"], &both)), (None, Some(35.0), vec![]), "nothing to compare with");
}

#[test]
fn who_moved_is_the_same_under_another_code() {
    let changes = BoundaryChanges::read(SHEET).expect("it is whole");
    let members = units(&["0862011", "0809011"]);

    assert_eq!(changes.moved(&members), [(unit("0862011"), unit("080905"))]);
    assert_eq!(changes.former(&members), [unit("080902")]);
    assert!(changes.knows(&unit("080905")) && !changes.knows(&unit("080903")), "the first is no more");
}

#[test]
fn a_reader_is_told_of_changes_within_the_years() {
    let changes = BoundaryChanges::read(SHEET).expect("it is whole");
    let told = |first: u16, last: u16| changes.notes(&units(&["0809042"]), Years { first, last }, Tongue::En);

    assert_eq!(told(2014, 2016), ["divided"]);
    assert!(told(2015, 2016).is_empty() && told(2010, 2014).is_empty());
}

#[test]
fn a_change_without_sides_or_with_a_code_of_a_kind_is_refused() {
    let with = |before: &str| format!("[[changes]]\nyear = 2015\nbefore = [{before}]\nafter = [\"080901\"]\nnote = {{}}\n");

    for (before, named) in [("", ""), ("\"0809011\"", "0809011"), ("\"x y\"", "x y")] {
        let refused = BoundaryChanges::read(&with(before));
        assert_eq!(refused, Err(BoundaryChangesError::Code { year: 2015, text: named.to_owned() }), "{before}");
    }
}
