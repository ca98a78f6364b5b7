//! The mark of flows that nobody counted: a column in which rows say that they are modelled, as Miedza itself writes it.

use crate::column::Column;
use crate::fault::Fault;
use crate::frame::Columns;

/// Name of the column in frames that leave here.
pub const COLUMN: &str = "status";
/// What a modelled row says in it.
pub const MODELLED: &str = "modelled";

const NAMES: &[&str] = &[COLUMN, "obs_status", "modelled", "modeled"];
const MARKS: [&str; 3] = [MODELLED, "modeled", "model"];
/// What a row may say besides where the column is called by the mark itself.
const YES: [&str; 3] = ["1", "true", "yes"];

/// Whether any row of a frame says that it is modelled.
pub fn says_so(columns: &Columns<'_>) -> Result<bool, Fault> {
    let Some(place) = columns.find(None, NAMES)? else { return Ok(false) };
    let is_named = columns.name(place).to_lowercase().starts_with("model");
    let column = columns.at(place)?;
    if let Some(numbers) = column.only_numbers() {
        return Ok(is_named && numbers.into_iter().flatten().any(|number| number != 0.0));
    }
    any(&column, |text| MARKS.contains(&text) || is_named && YES.contains(&text))
}

fn any(column: &Column<'_>, is_mark: impl Fn(&str) -> bool) -> Result<bool, Fault> {
    let mut found = false;
    column.codes(&mut |text| {
        found |= text.is_some_and(|text| is_mark(text.trim().to_lowercase().as_str()));
        Ok(())
    })?;
    Ok(found)
}
