//! Slopes of a series: by least squares, and as the median of the slopes between all pairs of years.

use miedza_territory::count;
use serde::Serialize;

use super::{Point, at_least, points};
use crate::Error;
use crate::distribution::{normal_quantile, student_quantile};
use crate::known::total;
use crate::summary::quantile_of_sorted;

/// A slope with its confidence; the slope and its ends are in units of the figure per year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Slope {
    /// Change per year.
    pub slope: f64,
    /// Lower end of the interval of confidence.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
    /// The value of the line in the first year of the list, whether or not that year has a value.
    pub at_first_year: f64,
    /// Known values it rests on.
    pub count: usize,
    /// Missing values.
    pub missing: usize,
}

/// A line by least squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub slope: f64,
    mean_year: f64,
    mean: f64,
    /// Sum of squared deviations of the years.
    spread: f64,
    /// Sum of squared distances from the line.
    pub residual: f64,
    /// Sum of squared deviations from the mean.
    pub scatter: f64,
}

impl Line {
    /// The line through two points or more of different years.
    pub fn through(points: &[Point]) -> Self {
        let mean_year = total(points.iter().map(|point| f64::from(point.year))) / count(points.len());
        let mean = total(points.iter().map(|point| point.value)) / count(points.len());
        let from_mean = |point: &Point| (f64::from(point.year) - mean_year, point.value - mean);
        let spread = total(points.iter().map(from_mean).map(|(years, _)| years * years));
        let slope = total(points.iter().map(from_mean).map(|(years, value)| years * value)) / spread;
        let residual =
            total(points.iter().map(from_mean).map(|(years, value)| (value - slope * years) * (value - slope * years)));
        let scatter = total(points.iter().map(from_mean).map(|(_, value)| value * value));
        Self { slope, mean_year, mean, spread, residual, scatter }
    }

    fn at(&self, year: u16) -> f64 {
        self.mean + self.slope * (f64::from(year) - self.mean_year)
    }
}

/// Slope by least squares, with Student's interval at a confidence between 0 and 1.
///
/// ```
/// let years = [2019, 2020, 2021, 2023];
/// let found = miedza_statistics::trend::least_squares(&years, &[Some(1.0), Some(3.0), None, Some(9.0)], 0.95)?;
/// assert!((found.slope - 2.0).abs() < 1e-12 && found.count == 3);
/// # Ok::<(), miedza_statistics::Error>(())
/// ```
///
/// # Errors
/// [`Error::TooFew`] with fewer than three known values, [`Error::WrongLength`], [`Error::NotRising`], [`Error::NotFinite`],
/// [`Error::OutOfRange`] for the confidence.
pub fn least_squares(years: &[u16], values: &[Option<f64>], confidence: f64) -> Result<Slope, Error> {
    let points = checked(years, values, confidence)?;
    let line = Line::through(&points);
    let freedom = count(points.len() - 2);
    let error = libm::sqrt(line.residual / freedom / line.spread);
    let reach = student_quantile(f64::midpoint(1.0, confidence), freedom) * error;
    Ok(Slope {
        slope: line.slope,
        lower: line.slope - reach,
        upper: line.slope + reach,
        at_first_year: line.at(years[0]),
        count: points.len(),
        missing: years.len() - points.len(),
    })
}

/// Median of the slopes between all pairs of years: single wild years do not move it. The line runs through the median year
/// and the median value.
///
/// The interval is that of Sen (1968), from the normal approximation of Kendall's statistic, equal values taken into account.
///
/// # Errors
/// As [`least_squares`].
///
/// # Source
/// Theil (1950), Sen (1968) *Estimates of the regression coefficient based on Kendall's tau*.
pub fn theil_sen(years: &[u16], values: &[Option<f64>], confidence: f64) -> Result<Slope, Error> {
    let points = checked(years, values, confidence)?;
    let between = |one: &Point, other: &Point| (other.value - one.value) / (f64::from(other.year) - f64::from(one.year));
    let pairs = points.iter().enumerate().flat_map(|(at, one)| points[at + 1..].iter().map(move |other| (one, other)));
    let slopes = sorted(pairs.map(|(one, other)| between(one, other)).collect());
    let slope = quantile_of_sorted(&slopes, 0.5);
    let (lower, upper) = sen_interval(&slopes, &points, confidence);
    let middle_year = quantile_of_sorted(&sorted(points.iter().map(|point| f64::from(point.year)).collect()), 0.5);
    let middle = quantile_of_sorted(&sorted(points.iter().map(|point| point.value).collect()), 0.5);
    Ok(Slope {
        slope,
        lower,
        upper,
        at_first_year: middle + slope * (f64::from(years[0]) - middle_year),
        count: points.len(),
        missing: years.len() - points.len(),
    })
}

/// The slopes whose places are as far from the middle as Kendall's statistic may be.
fn sen_interval(slopes: &[f64], points: &[Point], confidence: f64) -> (f64, f64) {
    let of_ties = |tied: usize| count(tied) * (count(tied) - 1.0) * (2.0 * count(tied) + 5.0);
    let values = sorted(points.iter().map(|point| point.value).collect());
    let ties = total(values.chunk_by(|one, other| one.total_cmp(other).is_eq()).map(|tied| of_ties(tied.len())));
    let deviation = libm::sqrt((of_ties(points.len()) - ties) / 18.0);
    let reach = normal_quantile(f64::midpoint(1.0, confidence)) * deviation;
    let last = slopes.len() - 1;
    let at = |place: f64| slopes[(0..last).find(|&at| count(at) >= place).unwrap_or(last)];
    let lower = libm::rint((count(slopes.len()) - reach) / 2.0) - 1.0;
    let upper = libm::rint(f64::midpoint(count(slopes.len()), reach));
    (at(lower), at(upper))
}

fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}

fn checked(years: &[u16], values: &[Option<f64>], confidence: f64) -> Result<Vec<Point>, Error> {
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(Error::OutOfRange { parameter: "confidence", value: confidence, wanted: "between 0 and 1" });
    }
    let points = points(years, values)?;
    at_least(3, &points)?;
    Ok(points)
}
