//! Enterprises of four units whose quotients and shifts are round numbers.

use miedza_territory::{Notes, Units, Value};

use super::*;
use crate::diagnosis::toys::{unit, units, variable};
use crate::diagnosis::{Cell, Years};

const PARTS: [&str; 2] = ["small", "large"];

/// Enterprises of three units in 2019 and 2023; the area is the first two, `4` lacks its large ones.
fn block() -> Block {
    let rows = [("1", [10.0, 14.0], [6.0, 6.0]), ("2", [20.0, 22.0], [4.0, 2.0]), ("3", [70.0, 84.0], [90.0, 72.0])];
    let codes = units(&["1", "2", "3", "4"]);
    let mut block = Block::new(PARTS.map(variable), Units::new(codes), Years { first: 2019, last: 2023 });
    let mut put = |part: &str, code: &str, year: u16, value: f64| {
        block.put(&variable(part), &unit(code), year, Cell { value: Value::Known(value), notes: Notes::NONE, import: 1 });
    };
    for (code, small, large) in rows {
        for (year, place) in [(2019, 0), (2023, 1)] {
            put("small", code, year, small[place]);
            put("large", code, year, large[place]);
        }
    }
    put("small", "4", 2019, 1_000.0);
    block
}

fn parts() -> Vec<PartOfWhole> {
    PARTS.map(|code| PartOfWhole { code: code.to_owned(), variable: variable(code) }).to_vec()
}

#[test]
fn quotients_are_shares_over_shares_and_a_unit_without_a_count_is_left_out() {
    let (area, reference) = (units(&["1", "2"]), units(&["1", "2", "3", "4"]));

    let found = composition(&block(), &parts(), Sides { area: &area, reference: &reference }, 2019).expect("counts");

    // 30 of 40 and 10 of 40 in the area; 100 of 200 and 100 of 200 in the reference.
    let quotients: Vec<Option<f64>> = found.parts.iter().map(|part| part.location_quotient).collect();
    assert_eq!(quotients, [Some(1.5), Some(0.5)]);
    assert_eq!((found.specialisation, found.left_out), (Some(0.25), units(&["4"])));
}

#[test]
fn a_change_is_growth_mix_and_the_rest() {
    let (area, reference) = (units(&["1", "2"]), units(&["1", "2", "3", "4"]));

    let found = change(&block(), &parts(), Sides { area: &area, reference: &reference }, (2019, 2023)).expect("counts");

    // The reference stays at 200 in all, small ones grow by a fifth, large ones shrink by a fifth.
    // Small: 30 to 36: 0 + 6 + 0; large: 10 to 8: 0 - 2 + 0.
    let sum = found.of_known.expect("a sum");
    for (shift, expected) in [
        (found.parts[0].shift.expect("small"), [6.0, 0.0, 6.0, 0.0]),
        (found.parts[1].shift.expect("large"), [-2.0, 0.0, -2.0, 0.0]),
        (sum, [4.0, 0.0, 4.0, 0.0]),
    ] {
        for (found, expected) in [shift.change, shift.national, shift.structural, shift.regional].into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{shift:?}");
        }
    }
    assert_eq!((found.missing, found.left_out), (0, units(&["4"])));
}

#[test]
fn a_member_that_lacks_a_count_leaves_the_area_without_it() {
    let (area, reference) = (units(&["1", "4"]), units(&["1", "2", "3"]));
    let sides = Sides { area: &area, reference: &reference };

    let found = composition(&block(), &parts(), sides, 2019).expect("counts");

    assert_eq!((found.parts[0].of_area, found.parts[1].of_area), (Some(1_010.0), None), "missing is not 0");
    assert_eq!((found.parts[0].location_quotient, found.specialisation), (None, None), "nor is the whole known");
    let lone = Sides { area: &area, reference: &area[1..] };
    let refused = composition(&block(), &parts(), lone, 2019);
    assert_eq!(refused, Err(StructureError::NoReference { units: 1, years: "2019".into() }));
}
