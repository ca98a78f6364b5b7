//! Moves made by hand: a table of units and the areas that each may go to.

use std::path::Path;

use miedza_delimitation::Error as MethodError;
use miedza_delimitation::fine_tuning::Wish;
use miedza_sources::table::{Input, Table as Rows};
use miedza_territory::{UnitCode, UnitIx, Units};

use super::columns::pair;
use crate::failure::{Failure, Table};

/// Reads the moves, in the order of the table; rows of one unit that follow each other name its allowed areas.
///
/// # Errors
/// [`Failure`] if the table cannot be read or names a unit that the flows do not hold.
pub fn read(file: &Path, units: &Units) -> Result<Vec<Wish>, Failure> {
    let failed = |error| Failure::table(Table::Partition, file, &error);
    let (mut rows, (unit, area)) =
        Input::open(file).and_then(|input| Rows::find(input, None, |header| pair(header, ["unit", "area"]))).map_err(failed)?;
    let mut wishes: Vec<Wish> = Vec::new();
    while rows.advance().map_err(failed)? {
        let find = |column| known(file, rows.row().field(column), units);
        let (unit, area) = (find(unit)?, find(area)?);
        match wishes.last_mut().filter(|last| last.unit == unit) {
            Some(last) => last.allowed.push(area),
            None => wishes.push(Wish { unit, allowed: vec![area] }),
        }
    }
    Ok(wishes)
}

fn known(file: &Path, text: &str, units: &Units) -> Result<UnitIx, Failure> {
    let parameter = "the table of moves";
    let unknown = |error| Failure::moves(file, &error);
    let code = UnitCode::parse(text).map_err(|_| unknown(MethodError::NotACode { parameter, text: text.to_owned() }))?;
    units.find(&code).ok_or_else(|| unknown(MethodError::UnknownUnit { parameter, code }))
}
