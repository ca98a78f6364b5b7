//! What makes a type: its size, its means against those of all, and the unit that stands for it.

use miedza_territory::{UnitCode, Units, count};
use serde::Serialize;

use super::Columns;

/// The mean of an indicator in a type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mean {
    /// Code of the indicator.
    pub indicator: String,
    /// Mean of the units of the type, in the unit of measure of the indicator.
    pub of_kind: f64,
    /// Mean of all units that have the figure.
    pub of_all: f64,
    /// Standard deviations that the type lies above all; what is farthest from 0 makes the type.
    pub apart: f64,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kind {
    /// Its number, from 1.
    pub number: usize,
    /// How many units it has.
    pub size: usize,
    /// The unit that is nearest to all others of the type; of equally near ones the first by code.
    pub medoid: UnitCode,
    /// Means of the indicators, what makes the type first.
    pub means: Vec<Mean>,
    /// Mean silhouette of its units, −1 to 1; `None` with a single type.
    pub silhouette: Option<f64>,
}

/// The types, by number.
pub(super) fn kinds(columns: &Columns, found: &miedza_statistics::typology::Typology, units: &[UnitCode]) -> Vec<Kind> {
    let of_kind = |number: usize| {
        let members: Vec<usize> = (0..units.len()).filter(|place| found.types[*place] == Some(number)).collect();
        let silhouettes: Vec<f64> = members.iter().filter_map(|place| found.silhouettes.get(*place).copied().flatten()).collect();
        Some(Kind {
            number: number + 1,
            size: members.len(),
            medoid: medoid(columns, &members, units)?,
            means: means(columns, &members),
            silhouette: mean(silhouettes.into_iter()),
        })
    };
    (0..found.centres.len()).filter_map(of_kind).collect()
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, values) = values.fold((0.0, 0), |(sum, values), value| (sum + value, values + 1));
    (values > 0).then(|| sum / count(values))
}

fn means(columns: &Columns, members: &[usize]) -> Vec<Mean> {
    let of_members = |column: &[Option<f64>]| mean(members.iter().filter_map(|place| column[*place])).unwrap_or(0.0);
    let one = |(place, code): (usize, &String)| Mean {
        indicator: code.clone(),
        of_kind: of_members(&columns.values[place]),
        of_all: mean(columns.values[place].iter().flatten().copied()).unwrap_or(0.0),
        apart: of_members(&columns.scores[place]),
    };
    let mut means: Vec<Mean> = columns.codes.iter().enumerate().map(one).collect();
    means.sort_by(|one, other| other.apart.abs().total_cmp(&one.apart.abs()));
    means
}

/// The member with the least sum of distances from the others.
fn medoid(columns: &Columns, members: &[usize], units: &[UnitCode]) -> Option<UnitCode> {
    let rows: Vec<Vec<f64>> = members.iter().map(|place| columns.row(*place)).collect::<Option<_>>()?;
    let distance = |one: &[f64], other: &[f64]| {
        one.iter().zip(other).fold(0.0, |sum, (one, other)| sum + (one - other) * (one - other)).sqrt()
    };
    let from_others = |row: &Vec<f64>| rows.iter().fold(0.0, |sum, other| sum + distance(row, other));
    let sums: Vec<f64> = rows.iter().map(from_others).collect();
    let least = sums.iter().copied().fold(f64::INFINITY, f64::min);
    // Sums in another order may differ by rounding, so what is equal up to rounding is equal.
    let nearest = members.iter().zip(&sums).filter(|(_, sum)| **sum <= least * (1.0 + 1e-12));
    Units::new(nearest.map(|(place, _)| units[*place].clone()).collect()).codes().first().cloned()
}
