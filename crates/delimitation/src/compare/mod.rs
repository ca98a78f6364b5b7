//! Two partitions of the same land side by side.
//!
//! How alike they are as a whole, which area became which, and which units changed: section 10. Units are counted alike
//! or weighted, by employed residents for instance; both views differ, so give both. Agreement as a whole is measured over
//! the units that both partitions put into an area; units that only one of them does are told, and count in the areas
//! that hold them, so that an area that loses a unit to none is not like the one before.

mod agreement;
mod align;
mod assignment;
mod moved;
mod violations;

use std::collections::BTreeMap;

use miedza_territory::{AreaIx, Partition, UnitIx, UnitVec};
use serde::Serialize;

pub use agreement::Agreement;
pub use align::{Aligned, align};
pub use moved::{Moved, moved};
pub use violations::{Violations, violations};

use crate::error::Error;

/// Two partitions side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// How alike they are, each unit counting 1.
    pub by_units: Agreement,
    /// How alike they are, each unit counting its weight; `None` where no weights were given.
    pub by_weight: Option<Agreement>,
    /// For each area of the first partition the area of the second that it is most like.
    pub best_matches: Vec<Match>,
    /// Pairs of areas that belong together when each may be used once and the shared weight is as large as can be.
    pub assignment: Vec<(AreaIx, AreaIx)>,
    /// Units that are not in the area assigned to theirs, ascending.
    pub changed: Vec<UnitIx>,
    /// Weight of these units; their number where no weights were given.
    pub changed_weight: f64,
    /// How many units were compared.
    pub compared: usize,
    /// Units that only the first partition puts into an area, ascending.
    pub only_first: Vec<UnitIx>,
    /// Units that only the second partition puts into an area, ascending.
    pub only_second: Vec<UnitIx>,
}

/// An area and the one of the other partition that it is most like.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Match {
    /// The area of the first partition.
    pub first: AreaIx,
    /// The area of the second.
    pub second: AreaIx,
    /// What both hold over what either holds, 0 to 1; all units of both count, also those in no area of the other side.
    pub jaccard: f64,
    /// Share of the first area's weight that is outside the second, 0 to 1.
    pub moved_out: f64,
    /// Share of the second area's weight that is outside the first, 0 to 1.
    pub moved_in: f64,
}

/// How much each pair of areas has in common.
#[derive(Clone, Debug, Default)]
struct Table {
    cells: BTreeMap<(AreaIx, AreaIx), f64>,
    rows: BTreeMap<AreaIx, f64>,
    columns: BTreeMap<AreaIx, f64>,
    total: f64,
}

impl Table {
    fn of(shared: &[(UnitIx, AreaIx, AreaIx)], weight: impl Fn(UnitIx) -> f64) -> Self {
        let mut table = Self::default();
        for &(unit, first, second) in shared {
            let weight = weight(unit);
            *table.cells.entry((first, second)).or_default() += weight;
            *table.rows.entry(first).or_default() += weight;
            *table.columns.entry(second).or_default() += weight;
            table.total += weight;
        }
        table
    }
}

/// Compares two partitions of the same list of units; weights, 0 or more, are one per unit.
///
/// # Errors
/// [`Error::WrongLength`] if the lists differ in length, [`Error::OutOfRange`] for a weight below 0 or no number.
///
/// # Source
/// Hubert & Arabie (1985); Meilă (2007); Vinh, Epps & Bailey (2010).
pub fn compare(first: &Partition, second: &Partition, weights: Option<&UnitVec<f64>>) -> Result<Comparison, Error> {
    check(first, second, weights)?;
    let both = |unit: UnitIx| Some((unit, first.area_of(unit)?, second.area_of(unit)?));
    let shared: Vec<(UnitIx, AreaIx, AreaIx)> = first.units().filter_map(both).collect();
    let in_one = |one: &Partition, other: &Partition| {
        one.units().filter(|&unit| one.area_of(unit).is_some() && other.area_of(unit).is_none()).collect()
    };
    let by_units = Table::of(&shared, |_| 1.0);
    let weighted = weights.map(|weights| Table::of(&shared, |unit| weights[unit]));
    let table = weighted.as_ref().unwrap_or(&by_units);

    let assignment = assignment::largest(&table.cells);
    let changed: Vec<UnitIx> = shared
        .iter()
        .filter(|&&(_, one, other)| assignment.binary_search(&(one, other)).is_err())
        .map(|&(unit, ..)| unit)
        .collect();
    Ok(Comparison {
        by_units: Agreement::of(&by_units),
        by_weight: weighted.as_ref().map(Agreement::of),
        best_matches: best_matches(table, [&sizes(first, weights), &sizes(second, weights)]),
        assignment,
        changed_weight: changed.iter().map(|&unit| weights.map_or(1.0, |weights| weights[unit])).sum(),
        changed,
        compared: shared.len(),
        only_first: in_one(first, second),
        only_second: in_one(second, first),
    })
}

fn check(first: &Partition, second: &Partition, weights: Option<&UnitVec<f64>>) -> Result<(), Error> {
    let units = first.unit_count();
    let lists = [("second partition", Some(second.unit_count())), ("weights", weights.map(UnitVec::len))];
    for (what, given) in lists {
        if let Some(given) = given.filter(|&given| given != units) {
            return Err(Error::WrongLength { what, given, units });
        }
    }
    match weights.and_then(|weights| weights.iter().find(|weight| !(**weight >= 0.0 && weight.is_finite()))) {
        Some(&value) => Err(Error::OutOfRange { parameter: "weight", value, wanted: "0 or more".to_owned() }),
        None => Ok(()),
    }
}

/// The weight of each area with all its units.
fn sizes(partition: &Partition, weights: Option<&UnitVec<f64>>) -> Vec<f64> {
    let size = |area| partition.members(area).iter().map(|&unit| weights.map_or(1.0, |weights| weights[unit])).sum();
    partition.areas().map(size).collect()
}

/// The largest Jaccard index for each area of the first partition; the smaller area on a tie.
fn best_matches(table: &Table, [rows, columns]: [&[f64]; 2]) -> Vec<Match> {
    let mut matches: Vec<Match> = Vec::new();
    for (&(first, second), &shared) in &table.cells {
        let (row, column) = (rows[first.get()], columns[second.get()]);
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        let candidate = Match {
            first,
            second,
            jaccard: share(shared, row + column - shared),
            moved_out: share(row - shared, row),
            moved_in: share(column - shared, column),
        };
        match matches.last_mut() {
            Some(best) if best.first == first => {
                if candidate.jaccard > best.jaccard {
                    *best = candidate;
                }
            }
            _ => matches.push(candidate),
        }
    }
    matches
}

#[cfg(test)]
mod tests;
