//! A list of criteria as text: one line, or one criterion on each line.
//!
//! `density >= 75% of region group morphological weight 2 mandatory; commuters_per_1000_working_age >= 50 group functional`
//!
//! Each criterion says which figure is compared, how and with what; what follows is optional and may come in any order.
//! `15%` is 0.15; `of region` and `of country` take the threshold as a part of a mean. Judging is done elsewhere.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// One thing that is asked of a unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Criterion {
    /// Name of the figure.
    pub indicator: String,
    /// The group it counts for; empty where it has none.
    pub group: String,
    /// How the figure is compared.
    pub comparison: Comparison,
    /// With what, in the unit of the figure, or as a part of a mean.
    pub threshold: f64,
    /// What the threshold is a part of.
    pub relative_to: RelativeTo,
    /// What it counts, 0 or more.
    pub weight: f64,
    /// Whether a unit that does not pass it can never qualify.
    pub mandatory: bool,
}

/// How a figure is compared with a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `>`
    Above,
    /// `<=`
    AtMost,
    /// `<`
    Below,
}

/// What a threshold is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RelativeTo {
    /// Nothing: it is in the unit of the figure.
    #[default]
    Absolute,
    /// The mean of all units.
    CountryMean,
    /// The mean of the units of the same region.
    RegionMean,
}

/// Why a list of criteria cannot be read: which criterion, and what is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("criterion {number}, {text:?}: {fault}")]
pub struct ListError {
    /// Which criterion, from 1.
    pub number: usize,
    /// Its text.
    pub text: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong in a criterion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// No sign of comparison.
    #[error("there is no >=, >, <= or < in it")]
    NoComparison,
    /// Nothing, or several words, before the sign.
    #[error("{0:?} is no name of a figure; one word is wanted before the sign")]
    NoIndicator(String),
    /// What follows the sign is no number.
    #[error("{0:?} is no number such as 50, 0.5 or 75%")]
    NoNumber(String),
    /// `of` is followed by something else.
    #[error("{0:?} comes after `of`, and it must be region or country")]
    NoMean(String),
    /// A word that ends the criterion too early.
    #[error("nothing follows {0}")]
    Unfinished(&'static str),
    /// A weight below 0.
    #[error("the weight {0} is below 0")]
    NegativeWeight(String),
    /// A word that says nothing here.
    #[error("{0:?} is not understood; known are `of region`, `of country`, `group NAME`, `weight NUMBER` and `mandatory`")]
    UnknownWord(String),
}

/// Reads a list; criteria stand apart by semicolons or lines, and empty ones are passed over.
///
/// ```
/// use miedza_delimitation::method::criteria::{RelativeTo, read};
///
/// let criteria = read("density >= 75% of region; commuters_to_core >= 100 mandatory").unwrap();
///
/// assert_eq!(criteria[0].relative_to, RelativeTo::RegionMean);
/// assert!(criteria[1].mandatory);
/// assert_eq!(
///     read("density >= 100; firms > many").unwrap_err().to_string(),
///     "criterion 2, \"firms > many\": \"many\" is no number such as 50, 0.5 or 75%"
/// );
/// ```
///
/// # Errors
/// [`ListError`] with the number of the criterion and what is wrong in it.
pub fn read(text: &str) -> Result<Vec<Criterion>, ListError> {
    let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let read = |(before, part): (usize, &str)| {
        part.parse().map_err(|fault| ListError { number: before + 1, text: part.to_owned(), fault })
    };
    parts.enumerate().map(read).collect()
}

impl FromStr for Criterion {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let at = text.find(['<', '>', '≤', '≥']).ok_or(Fault::NoComparison)?;
        let (indicator, rest) = (text[..at].trim(), &text[at..]);
        if indicator.is_empty() || indicator.contains(char::is_whitespace) {
            return Err(Fault::NoIndicator(indicator.to_owned()));
        }
        let (comparison, rest) = comparison(rest).ok_or(Fault::NoComparison)?;
        let mut words = rest.split_whitespace();
        let number = words.next().unwrap_or_default();
        let threshold = parse_number(number).ok_or_else(|| Fault::NoNumber(number.to_owned()))?;
        let mut criterion = Self {
            indicator: indicator.to_owned(),
            group: String::new(),
            comparison,
            threshold,
            relative_to: RelativeTo::Absolute,
            weight: 1.0,
            mandatory: false,
        };
        while let Some(word) = words.next() {
            criterion.take(word, &mut words)?;
        }
        Ok(criterion)
    }
}

impl Criterion {
    /// Takes one of the optional parts.
    fn take<'a>(&mut self, word: &str, words: &mut impl Iterator<Item = &'a str>) -> Result<(), Fault> {
        match word {
            "of" => self.relative_to = mean(words.next().ok_or(Fault::Unfinished("`of`"))?)?,
            "group" => words.next().ok_or(Fault::Unfinished("`group`"))?.clone_into(&mut self.group),
            "weight" => self.weight = weight(words.next().ok_or(Fault::Unfinished("`weight`"))?)?,
            "mandatory" => self.mandatory = true,
            other => return Err(Fault::UnknownWord(other.to_owned())),
        }
        Ok(())
    }
}

fn mean(word: &str) -> Result<RelativeTo, Fault> {
    match word {
        "region" => Ok(RelativeTo::RegionMean),
        "country" => Ok(RelativeTo::CountryMean),
        other => Err(Fault::NoMean(other.to_owned())),
    }
}

fn weight(word: &str) -> Result<f64, Fault> {
    let number = parse_number(word).ok_or_else(|| Fault::NoNumber(word.to_owned()))?;
    if number < 0.0 { Err(Fault::NegativeWeight(word.to_owned())) } else { Ok(number) }
}

/// The sign at the beginning of a text, and what follows it.
fn comparison(text: &str) -> Option<(Comparison, &str)> {
    let signs = [
        (">=", Comparison::AtLeast),
        ("≥", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        ("≤", Comparison::AtMost),
        (">", Comparison::Above),
        ("<", Comparison::Below),
    ];
    signs.into_iter().find_map(|(sign, comparison)| text.strip_prefix(sign).map(|rest| (comparison, rest)))
}

/// A decimal number, or one per cent of it.
fn parse_number(text: &str) -> Option<f64> {
    let number = match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => text.parse::<f64>().ok()?,
    };
    number.is_finite().then_some(number)
}

impl RelativeTo {
    /// Its stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::CountryMean => "country_mean",
            Self::RegionMean => "region_mean",
        }
    }
}

impl Comparison {
    /// The sign as people write it.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::Above => ">",
            Self::AtMost => "≤",
            Self::Below => "<",
        }
    }

    /// Whether a value passes a threshold.
    #[must_use]
    pub fn holds(self, value: f64, threshold: f64) -> bool {
        match self {
            Self::AtLeast => value >= threshold,
            Self::Above => value > threshold,
            Self::AtMost => value <= threshold,
            Self::Below => value < threshold,
        }
    }

    /// How far a value is on the right side of a threshold; below 0 on the wrong side.
    #[must_use]
    pub fn margin(self, value: f64, threshold: f64) -> f64 {
        match self {
            Self::AtLeast | Self::Above => value - threshold,
            Self::AtMost | Self::Below => threshold - value,
        }
    }
}

impl fmt::Display for Criterion {
    /// As [`read`] takes it.
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.comparison {
            Comparison::AtLeast => ">=",
            Comparison::Above => ">",
            Comparison::AtMost => "<=",
            Comparison::Below => "<",
        };
        write!(into, "{} {sign} {}", self.indicator, self.threshold)?;
        match self.relative_to {
            RelativeTo::Absolute => {}
            RelativeTo::CountryMean => into.write_str(" of country")?,
            RelativeTo::RegionMean => into.write_str(" of region")?,
        }
        if !self.group.is_empty() {
            write!(into, " group {}", self.group)?;
        }
        if self.weight.total_cmp(&1.0).is_ne() {
            write!(into, " weight {}", self.weight)?;
        }
        if self.mandatory { into.write_str(" mandatory") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_is_read_as_it_is_written() {
        let cases = [
            ("density >= 100", "density >= 100"),
            ("density>=100", "density >= 100"),
            ("  share ≤ 15%  ", "share <= 0.15"),
            ("firms > 0.5 of country weight 2", "firms > 0.5 of country weight 2"),
            ("firms < 75% of region mandatory group social", "firms < 0.75 of region group social mandatory"),
        ];
        for (text, written) in cases {
            let criterion: Criterion = text.parse().expect(text);
            assert_eq!(criterion.to_string(), written);
            assert_eq!(written.parse(), Ok(criterion), "{text}");
        }
    }

    #[test]
    fn a_fault_names_its_criterion_and_its_place() {
        let cases = [
            ("density 100", "there is no >=, >, <= or < in it"),
            ("> 100", "\"\" is no name of a figure; one word is wanted before the sign"),
            ("the density > 1", "\"the density\" is no name of a figure; one word is wanted before the sign"),
            ("density >= 1,5", "\"1,5\" is no number such as 50, 0.5 or 75%"),
            ("density >=", "\"\" is no number such as 50, 0.5 or 75%"),
            ("density > 1 of europe", "\"europe\" comes after `of`, and it must be region or country"),
            ("density > 1 of", "nothing follows `of`"),
            ("density > 1 group", "nothing follows `group`"),
            ("density > 1 weight -1", "the weight -1 is below 0"),
            ("density > inf", "\"inf\" is no number such as 50, 0.5 or 75%"),
        ];
        for (text, fault) in cases {
            let told = read(&format!("jobs > 1; {text}")).expect_err(text).to_string();
            assert_eq!(told, format!("criterion 2, {text:?}: {fault}"));
        }
        let told = read("jobs > 1 obligatory").expect_err("no such word").to_string();
        assert!(told.starts_with("criterion 1, \"jobs > 1 obligatory\": \"obligatory\" is not understood"), "{told}");
    }

    #[test]
    fn lines_and_semicolons_part_criteria() {
        assert_eq!(read("a > 1;\n b > 2\n\n;c > 3;").expect("three").len(), 3);
        assert_eq!(read("  ").expect("none"), []);
    }
}
