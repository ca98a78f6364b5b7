//! Which numbers a variable can have: nobody counts minus five hundred inhabitants, or half a school.
//!
//! What a variable counts is known from the list beside this file (`bounds.csv`), by source and identifier. What is not
//! listed may have any number that a unit can have at all. Not here: whether a number is likely.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use miedza_territory::{UnitCode, Value};

use super::Reason;
use super::key::Key;
use super::refused::Refusals;

/// No figure of any unit is as large: the money of the world in the smallest coin has fewer digits.
const LARGEST: f64 = 1e15;
/// No unit has as many of what is counted one by one: there are fewer people on Earth.
const MOST_COUNTED: f64 = 1e10;

/// The list.
static LISTED: LazyLock<BTreeMap<&'static str, Bounds>> =
    LazyLock::new(|| include_str!("bounds.csv").lines().filter_map(entry).collect());

/// Which numbers a variable can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Bounds {
    /// What is counted one by one: whole and not negative.
    Count,
    /// What is measured: not negative.
    Size,
    /// Any number, for instance of a balance.
    #[default]
    Any,
}

/// Why a variable cannot have a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Less than none of what is counted or measured.
    Negative,
    /// A part of what is counted one by one.
    Fraction,
    /// More than any unit has.
    TooLarge,
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Negative => "negative, which this variable cannot be",
            Self::Fraction => "no whole number, which this variable must be",
            Self::TooLarge => "more than any unit can have",
        })
    }
}

fn entry(line: &'static str) -> Option<(&'static str, Bounds)> {
    let (key, word) = line.split_once(';').filter(|_| !line.starts_with('#'))?;
    let bounds = match word {
        "count" => Bounds::Count,
        "size" => Bounds::Size,
        _ => return None,
    };
    Some((key, bounds))
}

impl Bounds {
    /// The bounds of a variable; a statistic that is broken down has those of the whole.
    pub(crate) fn of(key: &Key) -> Self {
        let whole = key.variable.split('_').next().unwrap_or_default();
        let listed = |variable: &str| LISTED.get(format!("{}:{variable}", key.source).as_str()).copied();
        listed(&key.variable).or_else(|| listed(whole)).unwrap_or_default()
    }

    /// Why a variable cannot have this number; `None` if it can.
    pub(crate) fn outside(self, number: f64) -> Option<Outside> {
        let most = if self == Self::Count { MOST_COUNTED } else { LARGEST };
        match self {
            _ if !number.is_finite() || number.abs() >= most => Some(Outside::TooLarge),
            Self::Count | Self::Size if number < 0.0 => Some(Outside::Negative),
            Self::Count if number.fract() != 0.0 => Some(Outside::Fraction),
            _ => None,
        }
    }
}

impl Bounds {
    /// Whether a value of a unit that stands on no line of its own is taken; else it is refused.
    pub(crate) fn admit(self, unit: &UnitCode, value: Value, refusals: &mut Refusals) -> bool {
        let outside = value.number().and_then(|number| Some((self.outside(number)?, number)));
        if let Some((outside, number)) = outside {
            refusals.add(0, unit.as_str(), outside.reason("value", &number.to_string()));
        }
        outside.is_none()
    }
}

impl Outside {
    /// The reason, with the column and what stands there.
    pub(crate) fn reason(self, column: &str, value: &str) -> Reason {
        Reason::OutOfBounds { outside: self, column: column.to_owned(), value: value.chars().take(64).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bdl::label::Labels;

    fn of(text: &str) -> Bounds {
        Bounds::of(&Key::told(text).expect("a key of the test"))
    }

    #[test]
    fn each_variable_has_the_numbers_that_it_can_have() {
        use Outside::{Fraction, Negative, TooLarge};
        let cases = [
            ("bdl:72305", 10_500.0, None),
            ("bdl:72305", 0.0, None),
            ("bdl:72305", -500.0, Some(Negative)),
            ("bdl:72305", 12.7, Some(Fraction)),
            ("bdl:72305", 99_999_999_999.0, Some(TooLarge)),
            ("bdl:72305", 1e33, Some(TooLarge)),
            ("bdl:1", 2_285.5, None),
            ("bdl:1", -1.0, Some(Negative)),
            ("bdl:60559", 86.6, None),
            ("bdl:1365234", -12.0, None),
            ("bdl:1365239", -1.5, None),
            ("bdl:68", -30.0, None),
            ("bdl:76037", -0.01, None),
            ("czso:2406_102_1", 0.5, Some(Fraction)),
            ("own:wynik", -7.5, None),
            ("own:wynik", -1e15, Some(TooLarge)),
            ("own:wynik", f64::NAN, Some(TooLarge)),
        ];
        for (key, number, expected) in cases {
            assert_eq!(of(key).outside(number), expected, "{key} {number}");
        }
    }

    #[test]
    fn every_variable_of_the_list_of_labels_is_bounded_unless_it_is_money_or_a_balance() {
        let labels = Labels::built_in().expect("a list that can be read");
        let free: Vec<&str> = labels
            .iter()
            .filter(|(id, expected)| of(&format!("bdl:{id}")) == Bounds::Any && expected.measure != "PLN")
            .map(|(_, expected)| expected.label.as_str())
            .collect();

        assert!(free.iter().all(|label| ["saldo", "przyrost"].iter().any(|word| label.starts_with(word))), "{free:?}");
        assert!(LISTED.len() > 100, "the list is read");
    }
}
