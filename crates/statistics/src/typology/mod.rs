//! Types of units: groups of units that are like each other in what was measured, wherever they lie.
//!
//! Figures come in on one scale, such as that of [`z_scores`](crate::standardise::z_scores); a unit that lacks any of them has
//! no type, since its place is not known. Rows are sorted by their values before anything else, so that neither the order of
//! units nor the number of threads changes a type; types are numbered in that order.
//!
//! # Source
//! Lloyd (1982) and MacQueen (1967) for k-means, Arthur & Vassilvitskii (2007) for its start; Ward (1963) for the hierarchy,
//! Murtagh (1983) for the chain of nearest neighbours; Rousseeuw (1987) for the silhouette.

mod k_means;
mod rows;
mod silhouette;
mod ward;

use miedza_territory::count;
use rayon::prelude::*;
use serde::Serialize;

use crate::Error;
use crate::known::total;
use rows::Rows;

pub use k_means::Parameters;

/// How types are found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    /// K-means with k-means++ starts.
    KMeans(Parameters),
    /// Ward's hierarchy, cut at the number of types.
    Ward,
}

/// Types of units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Typology {
    /// Number of the type of each unit, from 0, in the order of units; `None` for a unit that lacks a figure.
    pub types: Vec<Option<usize>>,
    /// Mean of each figure by type, in the order of figures.
    pub centres: Vec<Vec<f64>>,
    /// Sum of squared distances of units from the centre of their type.
    pub within: f64,
    /// Silhouette of each unit, −1 to 1: how much nearer its own type is than the next; 0 for a type of one unit. `None` as the
    /// types, and with a single type.
    pub silhouettes: Vec<Option<f64>>,
    /// Their mean; `None` with a single type.
    pub silhouette: Option<f64>,
}

/// Types of units by a number of figures; each column has one value per unit, in the order of units.
///
/// ```
/// use miedza_statistics::typology::{Method, typology};
///
/// let column = [Some(0.0), Some(9.0), None, Some(0.5), Some(9.5)].to_vec();
/// let found = typology(&[column], 2, Method::Ward)?;
/// assert_eq!(found.types, [Some(0), Some(1), None, Some(0), Some(1)]);
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::TooFew`] without columns, or with fewer different units without gaps than types; [`Error::WrongLength`],
/// [`Error::NotFinite`]; [`Error::OutOfRange`] for 0 types, starts or rounds.
pub fn typology(columns: &[Vec<Option<f64>>], types: usize, method: Method) -> Result<Typology, Error> {
    let rows = Rows::of(columns)?;
    rows.refuse_more_than_different(types)?;
    let labels = match method {
        Method::KMeans(parameters) => k_means::labels(&rows, types, parameters)?,
        Method::Ward => ward::cut(&ward::merges(&rows), rows.values.len(), types),
    };
    Ok(told(&rows, labels, types))
}

/// The typology with the greatest mean silhouette among those of 2 types up to the most; the fewest types of equal ones. Each
/// is told with its silhouette.
///
/// A silhouette below 0.25 says that there are no types to speak of (Kaufman & Rousseeuw 1990).
///
/// # Errors
/// As [`typology`], and [`Error::OutOfRange`] for fewer than 2 types at most.
pub fn typology_by_silhouette(
    columns: &[Vec<Option<f64>>],
    most: usize,
    method: Method,
) -> Result<(Typology, Vec<(usize, f64)>), Error> {
    let rows = Rows::of(columns)?;
    rows.refuse_more_than_different(most)?;
    let merges = if method == Method::Ward { ward::merges(&rows) } else { Vec::new() };
    let mut told_of: Vec<(usize, f64)> = Vec::new();
    let mut best: Option<(f64, Typology)> = None;
    for types in 2..=most {
        let labels = match method {
            Method::KMeans(parameters) => k_means::labels(&rows, types, parameters)?,
            Method::Ward => ward::cut(&merges, rows.values.len(), types),
        };
        let found = told(&rows, labels, types);
        let silhouette = found.silhouette.unwrap_or(-1.0);
        told_of.push((types, silhouette));
        if best.as_ref().is_none_or(|(so_far, _)| silhouette > *so_far) {
            best = Some((silhouette, found));
        }
    }
    match best {
        Some((_, typology)) => Ok((typology, told_of)),
        None => Err(Error::OutOfRange { parameter: "the most types", value: count(most), wanted: "2 or more" }),
    }
}

/// Labels of sorted rows as types of units.
fn told(rows: &Rows, labels: Vec<usize>, types: usize) -> Typology {
    let centres = rows.centres(&labels, types);
    let within = total(rows.values.iter().zip(&labels).map(|(row, label)| rows::squared(row, &centres[*label])));
    let silhouettes: Vec<f64> = if types > 1 {
        (0..labels.len()).into_par_iter().map(|row| silhouette::of_row(rows, &labels, types, row)).collect()
    } else {
        Vec::new()
    };
    let silhouette = (types > 1).then(|| total(silhouettes.iter().copied()) / count(labels.len()));
    Typology { types: rows.by_unit(&labels), centres, within, silhouettes: rows.by_unit(&silhouettes), silhouette }
}

#[cfg(test)]
mod tests;
