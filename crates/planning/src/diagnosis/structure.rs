//! Of what an area has more than others, and why a sum of it grew: location quotients and shift-share over a set of counts,
//! such as enterprises by size or persons by age.
//!
//! The figures are those of [`miedza_statistics::location_quotient`] and [`miedza_statistics::shift_share`]; this room sums the
//! counts of the area and of the reference. A count of an area is missing while one of its members lacks it. A unit of the
//! reference that lacks any of the counts is left out of the reference altogether, so that its shares stay true, and is told.

mod counts;
#[cfg(test)]
mod tests;

use miedza_statistics::location_quotient::{Mix, specialisation};
use miedza_statistics::shift_share::{Industry, Shift, shift_share};
use miedza_territory::UnitCode;
use serde::Serialize;
use thiserror::Error;

use super::block::Block;
use super::indicator::Variable;

pub use counts::{CountSet, CountsError, NamedPart};

/// A part of a whole, such as enterprises of 10 to 49 persons.
#[derive(Clone, Debug, PartialEq)]
pub struct PartOfWhole {
    /// Its name in the program.
    pub code: String,
    /// What counts it.
    pub variable: Variable,
}

/// The area and what it is held against.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// Members of the area.
    pub area: &'a [UnitCode],
    /// Units of the reference, such as all municipalities of the voivodeship.
    pub reference: &'a [UnitCode],
}

/// One part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartRow {
    /// Its name in the program.
    pub code: String,
    /// Count of the area; `None` while a member lacks it.
    pub of_area: Option<f64>,
    /// Count of the reference.
    pub of_reference: f64,
    /// Share in the area over the share in the reference, 1 where they are equal; `None` where the count of the area is
    /// missing, or nobody in the reference has any.
    pub location_quotient: Option<f64>,
}

/// Location quotients of an area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Composition {
    /// The year.
    pub year: u16,
    /// The parts, in their order.
    pub parts: Vec<PartRow>,
    /// Florence's coefficient of specialisation, 0 for the mix of the reference; `None` if a count of the area is missing.
    pub specialisation: Option<f64>,
    /// Units of the reference that were left out, in the order given.
    pub left_out: Vec<UnitCode>,
}

/// The change of one part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeRow {
    /// Its name in the program.
    pub code: String,
    /// What the change is made of; `None` while a member lacks a count of either year.
    pub shift: Option<Shift>,
}

/// What the change of an area is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The first year.
    pub from: u16,
    /// The second year.
    pub to: u16,
    /// The parts, in their order.
    pub parts: Vec<ChangeRow>,
    /// Sum of the parts that are known; `None` if none is.
    pub of_known: Option<Shift>,
    /// How many parts are missing: unless it is 0, the sum is not that of the area.
    pub missing: usize,
    /// Units of the reference that were left out, in the order given.
    pub left_out: Vec<UnitCode>,
}

/// Why parts cannot be compared.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum StructureError {
    /// No unit of the reference has all counts.
    #[error("none of {units} units of the reference has all counts of {years}; take another year or other counts")]
    NoReference {
        /// How many units the reference has.
        units: usize,
        /// The years.
        years: String,
    },
    /// The counts cannot be used.
    #[error(transparent)]
    Figure(#[from] miedza_statistics::Error),
}

/// Of which parts the area has more than the reference.
///
/// # Errors
/// [`StructureError::NoReference`]; [`StructureError::Figure`] for negative counts, or if the area or the reference has none at all.
///
/// # Source
/// Florence (1939); the total of the area is the sum of its known parts.
pub fn composition(block: &Block, parts: &[PartOfWhole], sides: Sides<'_>, year: u16) -> Result<Composition, StructureError> {
    let (of_reference, left_out) = reference(block, parts, sides.reference, &[year])?;
    let of_area: Vec<Option<f64>> = parts.iter().map(|part| of_area(block, part, sides.area, year)).collect();
    let of_reference: Vec<f64> = of_reference.into_iter().map(|of_years| of_years[0]).collect();
    let known: Vec<Option<f64>> = of_reference.iter().copied().map(Some).collect();
    // A share of the whole is only known if the whole is; with a part missing the others have no quotient either.
    let (quotients, specialisation) = match of_area.iter().copied().collect::<Option<Vec<f64>>>() {
        None => (vec![None; parts.len()], None),
        Some(all) => {
            let own = Mix { industries: &of_area, total: sum(&all) };
            let found = specialisation(own, Mix { industries: &known, total: sum(&of_reference) })?;
            (found.location_quotients, found.coefficient)
        }
    };
    let row = |(place, part): (usize, &PartOfWhole)| PartRow {
        code: part.code.clone(),
        of_area: of_area[place],
        of_reference: of_reference[place],
        location_quotient: quotients[place],
    };
    Ok(Composition { year, parts: parts.iter().enumerate().map(row).collect(), specialisation, left_out })
}

/// What the change of the area between two years is made of: the growth of the reference, the mix of parts, and the rest.
///
/// # Errors
/// [`StructureError::NoReference`]; [`StructureError::Figure`] for negative counts, or a part that the area has and the
/// reference had nobody in.
///
/// # Source
/// Dunn (1960).
pub fn change(block: &Block, parts: &[PartOfWhole], sides: Sides<'_>, (from, to): (u16, u16)) -> Result<Change, StructureError> {
    let (of_reference, left_out) = reference(block, parts, sides.reference, &[from, to])?;
    let own = |part: &PartOfWhole| Industry {
        before: of_area(block, part, sides.area, from),
        after: of_area(block, part, sides.area, to),
    };
    let own: Vec<Industry> = parts.iter().map(own).collect();
    let whole = |years: &Vec<f64>| Industry { before: Some(years[0]), after: Some(years[1]) };
    let found = shift_share(&own, &of_reference.iter().map(whole).collect::<Vec<_>>())?;
    let row = |(part, shift): (&PartOfWhole, Option<Shift>)| ChangeRow { code: part.code.clone(), shift };
    Ok(Change {
        from,
        to,
        parts: parts.iter().zip(found.industries).map(row).collect(),
        of_known: found.of_known,
        missing: found.missing,
        left_out,
    })
}

fn sum(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |sum, value| sum + value)
}

fn value(block: &Block, part: &PartOfWhole, unit: &UnitCode, year: u16) -> Option<f64> {
    block.number(&part.variable, block.units().find(unit)?, year)
}

fn of_area(block: &Block, part: &PartOfWhole, members: &[UnitCode], year: u16) -> Option<f64> {
    let values: Vec<f64> = members.iter().map(|unit| value(block, part, unit, year)).collect::<Option<_>>()?;
    (!values.is_empty()).then(|| sum(&values))
}

/// Sums by part and year over units that have all of them, and those that have not.
fn reference(
    block: &Block,
    parts: &[PartOfWhole],
    units: &[UnitCode],
    years: &[u16],
) -> Result<(Vec<Vec<f64>>, Vec<UnitCode>), StructureError> {
    let has_all = |unit: &&UnitCode| parts.iter().all(|part| years.iter().all(|year| value(block, part, unit, *year).is_some()));
    let (whole, left_out): (Vec<&UnitCode>, Vec<&UnitCode>) = units.iter().partition(has_all);
    if whole.is_empty() {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        return Err(StructureError::NoReference { units: units.len(), years: years.join(" and ") });
    }
    let of_year = |part: &PartOfWhole, year: u16| {
        whole.iter().fold(0.0, |sum, unit| sum + value(block, part, unit, year).unwrap_or_default())
    };
    let of_part = |part: &PartOfWhole| years.iter().map(|year| of_year(part, *year)).collect();
    Ok((parts.iter().map(of_part).collect(), left_out.into_iter().cloned().collect()))
}
