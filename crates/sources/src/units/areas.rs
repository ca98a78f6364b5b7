//! A partition that somebody else made: unit and area, one row per unit.

use std::collections::BTreeMap;

use miedza_territory::{Partition, Provenance, UnitCode, UnitVec, Units};

use super::columns::CATALOGUE;
use super::listed::Listed;
use crate::Error;
use crate::table::{Found, Input, Lack, Table};

/// Units and the areas that a file puts them into.
#[derive(Clone, Debug, PartialEq)]
pub struct Areas {
    /// The units of the file.
    pub units: Units,
    /// Label of the area of each unit; `None` where the field is empty.
    pub labels: UnitVec<Option<String>>,
    /// The same as a partition.
    pub partition: Partition,
    /// Which file it was.
    pub provenance: Provenance,
}

/// The columns by name, or the first two of a table.
fn find(header: &[String]) -> Result<(usize, usize), Lack> {
    let one = |words: &[&str]| {
        words.iter().find_map(|word| if let Found::One(column) = CATALOGUE.find(word, header) { Some(column) } else { None })
    };
    match (one(&["unit", "code"]), one(&["area"])) {
        (Some(unit), Some(area)) if unit != area => Ok((unit, area)),
        _ if header.len() >= 2 => Ok((0, 1)),
        _ => Err(Lack::Missing { role: "the unit and its area", option: "a header `unit,area`".into(), found: 0 }),
    }
}

/// Reads a partition: a column of units and one of areas, named, or the first two; an empty area leaves the unit out.
/// A table whose first row begins with a code, which has a digit in it, has no header.
///
/// # Errors
/// [`Error`] if the file is no table with two columns, or a unit stands in two rows.
pub fn read_areas(input: Input) -> Result<Areas, Error> {
    let provenance = input.provenance("partition");
    let (mut table, (unit, area)) = Table::find(input, None, find)?;
    if table.header().first().is_some_and(|name| name.contains(|letter: char| letter.is_ascii_digit())) {
        table.header_is_a_row();
    }
    let (mut listed, mut labels) = (Listed::default(), Vec::new());
    while table.advance()? {
        if listed.add_alone(&table, unit)? {
            table.refuse_short(area)?;
            let label = table.row().field(area);
            labels.push((!label.is_empty()).then(|| label.to_string()));
        }
    }
    let (by_code, _): (BTreeMap<UnitCode, Option<String>>, _) = listed.with(table.file(), labels, PartialEq::eq)?;
    let units = Units::new(by_code.keys().cloned().collect());
    let labels: UnitVec<Option<String>> = units.codes().iter().map(|code| by_code[code].clone()).collect();
    let partition = Partition::from_labels(labels.iter().cloned());
    Ok(Areas { units, labels, partition, provenance })
}
