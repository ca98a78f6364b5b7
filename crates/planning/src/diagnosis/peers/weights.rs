//! Weights of nearness as people write them and as addresses carry them: `population:2; seniors_share:0,5`.

use std::fmt::Write as _;

use thiserror::Error;

use super::Weighed;
use crate::diagnosis::Catalogue;

/// The greatest weight that is taken.
pub const GREATEST_WEIGHT: f64 = 1000.0;
/// Most indicators that nearness is measured by.
pub const MOST_WEIGHED: usize = 40;

/// Why weights are not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// An indicator is not in the catalogue.
    #[error("the catalogue has no indicator {code}; take one of its codes")]
    UnknownIndicator {
        /// The code, at most 64 characters.
        code: String,
    },
    /// Behind an indicator stands no weight.
    #[error("{text} is no weight for {code}; write a number from 0 to 1000")]
    NoWeight {
        /// The indicator.
        code: String,
        /// What stands there, at most 64 characters.
        text: String,
    },
    /// An indicator stands there twice.
    #[error("{code} stands there twice; leave one out")]
    Twice {
        /// The indicator.
        code: String,
    },
    /// All weights are 0.
    #[error("all weights are 0; give at least one indicator a weight")]
    AllZero,
    /// More indicators than [`MOST_WEIGHED`].
    #[error("{count} indicators are too many; choose at most {MOST_WEIGHED}")]
    TooMany {
        /// How many.
        count: usize,
    },
}

/// Reads weights: codes of indicators with a number from 0 to 1000 behind a colon, apart from each other by semicolons or
/// lines; one without a number weighs 1. An empty text is an empty list.
///
/// ```
/// use miedza_planning::diagnosis::peers::weights;
///
/// let read = weights("population:2; seniors_share: 0,5; unemployed_per_1000").unwrap();
///
/// assert_eq!(read.iter().map(|one| one.weight).collect::<Vec<_>>(), [2.0, 0.5, 1.0]);
/// ```
///
/// # Errors
/// [`WeightsError`] with the first entry that cannot be taken.
pub fn weights(text: &str) -> Result<Vec<Weighed>, WeightsError> {
    let mut read: Vec<Weighed> = Vec::new();
    for entry in text.split([';', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
        let one = weighed(entry)?;
        if read.iter().any(|other| other.indicator == one.indicator) {
            return Err(WeightsError::Twice { code: one.indicator });
        }
        read.push(one);
    }
    match read.len() {
        count if count > MOST_WEIGHED => Err(WeightsError::TooMany { count }),
        count if count > 0 && read.iter().all(|one| one.weight <= 0.0) => Err(WeightsError::AllZero),
        _ => Ok(read),
    }
}

fn weighed(entry: &str) -> Result<Weighed, WeightsError> {
    let short = |text: &str| text.chars().take(64).collect::<String>();
    let (code, number) = entry.split_once(':').unwrap_or((entry, "1"));
    let (code, number) = (code.trim(), number.trim());
    if Catalogue::held().indicator(code).is_none() {
        return Err(WeightsError::UnknownIndicator { code: short(code) });
    }
    let weight = number.replace(',', ".").parse().ok().filter(|weight| (0.0..=GREATEST_WEIGHT).contains(weight));
    let weight = weight.ok_or_else(|| WeightsError::NoWeight { code: code.to_owned(), text: short(number) })?;
    Ok(Weighed { indicator: code.to_owned(), weight })
}

/// The weights as [`weights()`] reads them, without needless digits.
#[must_use]
pub fn written(weighed: &[Weighed]) -> String {
    let mut text = String::new();
    for one in weighed {
        let apart = if text.is_empty() { "" } else { ";" };
        // Writing into a string cannot fail.
        let _ = write!(text, "{apart}{}:{}", one.indicator, one.weight);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_are_written() {
        let read = weights("population:2;seniors_share:0.5;population_density:1").expect("weights");

        assert_eq!(written(&read), "population:2;seniors_share:0.5;population_density:1");
        assert_eq!(weights(&written(&read)), Ok(read));
        assert_eq!(weights(" ;\n "), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_weight_is_told_with_its_indicator() {
        let code = || "population".to_owned();
        let no_weight = |text: &str| WeightsError::NoWeight { code: code(), text: text.to_owned() };
        let cases = [
            ("nothing:1", WeightsError::UnknownIndicator { code: "nothing".to_owned() }),
            ("population:much", no_weight("much")),
            ("population:-1", no_weight("-1")),
            ("population:NaN", no_weight("NaN")),
            ("population:1001", no_weight("1001")),
            ("population:", no_weight("")),
            ("population:1;population:2", WeightsError::Twice { code: code() }),
            ("population:0;seniors_share:0", WeightsError::AllZero),
        ];
        for (text, expected) in cases {
            assert_eq!(weights(text), Err(expected), "{text}");
        }
    }
}
