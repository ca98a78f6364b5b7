//! The known values of a list, checked once: what is missing is left out here and nowhere else.

use crate::Error;

/// The known values with their places.
///
/// # Errors
/// [`Error::NotFinite`].
pub fn known(what: &str, values: &[Option<f64>]) -> Result<Vec<(usize, f64)>, Error> {
    let known: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(entry, value)| value.map(|value| (entry, value))).collect();
    match known.iter().find(|(_, value)| !value.is_finite()) {
        Some(&(entry, _)) => Err(Error::NotFinite { what: what.to_owned(), entry }),
        None => Ok(known),
    }
}

/// The known values with their places, all of them 0 or more.
///
/// # Errors
/// [`Error::NotFinite`], [`Error::Negative`].
pub fn known_counts(what: &str, values: &[Option<f64>]) -> Result<Vec<(usize, f64)>, Error> {
    let known = known(what, values)?;
    match known.iter().find(|(_, value)| *value < 0.0) {
        Some(&(entry, value)) => Err(Error::Negative { what: what.to_owned(), entry, value }),
        None => Ok(known),
    }
}

/// Values with weights of 0 or more, where both are known: place, value, weight.
///
/// # Errors
/// [`Error::WrongLength`], [`Error::NotFinite`], [`Error::Negative`].
pub fn known_pairs(values: &[Option<f64>], weights: &[Option<f64>]) -> Result<Vec<(usize, f64, f64)>, Error> {
    same_length("weights", weights.len(), values.len())?;
    known_counts("weights", weights)?;
    let known = known("values", values)?;
    Ok(known.into_iter().filter_map(|(entry, value)| weights[entry].map(|weight| (entry, value, weight))).collect())
}

/// Refuses lists of different lengths.
///
/// # Errors
/// [`Error::WrongLength`].
pub fn same_length(what: &str, given: usize, wanted: usize) -> Result<(), Error> {
    if given == wanted { Ok(()) } else { Err(Error::WrongLength { what: what.to_owned(), given, wanted }) }
}

/// Sum in the order of the list.
pub fn total(values: impl IntoIterator<Item = f64>) -> f64 {
    values.into_iter().fold(0.0, |sum, value| sum + value)
}

/// Whether the values are all equal, or so near that their differences are rounding.
pub fn are_equal(values: &[f64]) -> bool {
    let (low, high) =
        values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    high - low <= 1e-12 * high.abs().max(low.abs())
}
