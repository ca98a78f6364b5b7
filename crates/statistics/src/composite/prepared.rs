//! Figures on the scale of a method: what does not depend on the weights, so that weights can be changed many times.

use super::{Indicator, Method};
use crate::Error;
use crate::known::{known_counts, same_length, total};
use crate::standardise::{unitarise, z_scores};
use crate::summary::{Divisor, deviation};

use miedza_territory::count;

/// Figures on the scale of a method, more is better in each.
pub(super) struct Prepared {
    method: Method,
    /// One row per unit, one entry per indicator.
    rows: Vec<Vec<Option<f64>>>,
    /// The best known value of each indicator.
    best: Vec<f64>,
    /// The worst known value of each indicator.
    worst: Vec<f64>,
    /// The weights of the indicators.
    pub weights: Vec<f64>,
}

impl Prepared {
    pub fn of(indicators: &[Indicator], method: Method) -> Result<Self, Error> {
        let Some(first) = indicators.first() else {
            return Err(Error::TooFew { what: "the list of indicators".to_owned(), given: 0, needed: 1 });
        };
        let weights: Vec<f64> = indicators.iter().map(|indicator| indicator.weight).collect();
        check(&weights)?;
        let mut columns = Vec::with_capacity(indicators.len());
        for indicator in indicators {
            same_length(&indicator.name, indicator.values.len(), first.values.len())?;
            columns.push(scaled(indicator, method)?);
        }
        let furthest = |further: fn(f64, f64) -> f64, start: f64| {
            columns.iter().map(|column| column.iter().flatten().copied().fold(start, further)).collect()
        };
        let (best, worst) = (furthest(f64::max, f64::NEG_INFINITY), furthest(f64::min, f64::INFINITY));
        let rows = (0..first.values.len()).map(|unit| columns.iter().map(|column| column[unit]).collect()).collect();
        Ok(Self { method, rows, best, worst, weights })
    }

    /// Share of the weights that known values stand for, by unit.
    pub fn coverage(&self, weights: &[f64]) -> Vec<f64> {
        let all = total(weights.iter().copied());
        let known = |(value, weight): (&Option<f64>, &f64)| value.map(|_| *weight);
        self.rows.iter().map(|row| total(row.iter().zip(weights).filter_map(known)) / all).collect()
    }

    /// The index of the units that shall have one.
    pub fn values(&self, weights: &[f64], has_figure: &[bool]) -> Vec<Option<f64>> {
        let of_row = |(row, has_figure): (&Vec<Option<f64>>, &bool)| if *has_figure { self.value(row, weights) } else { None };
        let values = self.rows.iter().zip(has_figure).map(of_row).collect();
        if self.method == Method::Hellwig { developed(values) } else { values }
    }

    /// The index of one unit; for Hellwig's measure its distance from the best.
    fn value(&self, row: &[Option<f64>], weights: &[f64]) -> Option<f64> {
        match self.method {
            Method::WeightedMean | Method::Perkal => mean(row.iter().zip(weights).map(|(value, weight)| (*value, *weight))),
            Method::Hellwig => {
                let square = |best: f64, value: f64| (best - value) * (best - value);
                let squares = row.iter().zip(&self.best).map(|(value, best)| value.map(|value| square(*best, value)));
                mean(squares.zip(weights).map(|(square, weight)| (square, *weight))).map(libm::sqrt)
            }
            Method::Topsis => {
                let from = |ends: &[f64]| libm::sqrt(total(row.iter().zip(ends).zip(weights).filter_map(weighted_square)));
                let (from_best, from_worst) = (from(&self.best), from(&self.worst));
                (from_best + from_worst > 0.0).then(|| from_worst / (from_best + from_worst))
            }
        }
    }
}

fn weighted_square(((value, end), weight): ((&Option<f64>, &f64), &f64)) -> Option<f64> {
    value.map(|value| weight * (value - end) * weight * (value - end))
}

/// Weighted mean of what is known; a distance over fewer indicators is thereby as long as one over all.
fn mean(values: impl Iterator<Item = (Option<f64>, f64)>) -> Option<f64> {
    let (sum, weight) = values.fold((0.0, 0.0), |(sum, all), (value, weight)| match value {
        Some(value) => (sum + weight * value, all + weight),
        None => (sum, all),
    });
    (weight > 0.0).then(|| sum / weight)
}

/// Hellwig's measure from the distances.
fn developed(distances: Vec<Option<f64>>) -> Vec<Option<f64>> {
    let known: Vec<f64> = distances.iter().flatten().copied().collect();
    let Some(deviation) = deviation(&known, Divisor::Population) else {
        return distances;
    };
    let longest = total(known.iter().copied()) / count(known.len()) + 2.0 * deviation;
    distances.into_iter().map(|distance| distance.filter(|_| longest > 0.0).map(|distance| 1.0 - distance / longest)).collect()
}

/// The values of an indicator on the scale of a method.
fn scaled(indicator: &Indicator, method: Method) -> Result<Vec<Option<f64>>, Error> {
    let Indicator { name, direction, values, .. } = indicator;
    match method {
        Method::WeightedMean => unitarise(name, values, *direction),
        Method::Hellwig | Method::Perkal => {
            let scores = z_scores(name, values, Divisor::Population)?;
            Ok(scores.into_iter().map(|score| score.map(|score| direction.turned(score))).collect())
        }
        Method::Topsis => {
            z_scores(name, values, Divisor::Population)?;
            let length = libm::sqrt(total(values.iter().flatten().map(|value| value * value)));
            Ok(values.iter().map(|value| value.map(|value| direction.turned(value / length))).collect())
        }
    }
}

/// Refuses weights that are negative or add up to 0.
fn check(weights: &[f64]) -> Result<(), Error> {
    let known: Vec<Option<f64>> = weights.iter().copied().map(Some).collect();
    known_counts("the weights of indicators", &known)?;
    if total(weights.iter().copied()) <= 0.0 {
        return Err(Error::AllZero { what: "the weights of indicators".to_owned() });
    }
    Ok(())
}
