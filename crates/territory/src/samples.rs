//! Tiny regions that a person can check by hand, for tests and for examples in documentation.

use crate::code::UnitCode;
use crate::flow::{Flow, Flows};
use crate::index::UnitIx;
use crate::unit::Units;

/// A unit code of a sample.
#[must_use]
pub fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("samples hold codes only")
}

/// Flows from a table of `(origin, destination, persons)`.
#[must_use]
pub fn flows(rows: &[(&str, &str, f64)]) -> Flows {
    let units = Units::new(rows.iter().flat_map(|(from, to, _)| [code(from), code(to)]).collect());
    let find = |text: &str| -> UnitIx { units.find(&code(text)).expect("listed above") };
    let list = rows.iter().map(|&(from, to, persons)| Flow { from: find(from), to: find(to), persons }).collect();
    Flows::new(units.clone(), list).expect("samples hold each pair once")
}

/// Six municipalities: a town `1` with the villages `2` and `3`, a town `4` with the village `5`, and `6` between them.
///
/// Each town employs most of its residents and those of its villages; `6` sends 40 persons to `1` and 35 to `4`.
#[must_use]
pub fn two_towns() -> Flows {
    flows(&[
        ("1", "1", 900.0),
        ("1", "4", 40.0),
        ("2", "2", 60.0),
        ("2", "1", 140.0),
        ("3", "3", 50.0),
        ("3", "1", 100.0),
        ("3", "2", 10.0),
        ("4", "4", 700.0),
        ("4", "1", 30.0),
        ("5", "5", 80.0),
        ("5", "4", 120.0),
        ("6", "6", 45.0),
        ("6", "1", 40.0),
        ("6", "4", 35.0),
    ])
}
