//! Destinations and origins that are no place: home, no fixed place, abroad, unknown, and rows of totals.
//!
//! Those who work at home or have no fixed place count as working where they live, as the Office for National Statistics
//! counts them for its travel-to-work areas; all others stay outside the matrix, and the report says how many they are.
//! Codes and words are data (`no_place.txt`); a table with other codes declares them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::table::fold;

static CATALOGUE: &str = include_str!("no_place.txt");

/// What a code that is no place means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Works mainly at or from home.
    Home,
    /// No fixed place of work.
    NoFixedPlace,
    /// On an installation at sea.
    Offshore,
    /// Abroad.
    Abroad,
    /// A part of the same state that the table does not divide.
    OtherCountry,
    /// Not known, or no code at all.
    Unknown,
    /// A row that adds up others.
    Total,
    /// Declared to be no place, without a word on what it is.
    Declared,
}

/// What becomes of persons whose destination is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// Counted as living and working in the unit of residence.
    AtHome,
    /// Not in the matrix.
    Outside,
}

/// A code that is declared to be no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPlace {
    /// The code as the table writes it.
    pub code: String,
    /// What becomes of its persons.
    pub treatment: Treatment,
}

/// What a code means if it is no place; `declared` comes before what is known.
pub(super) fn recognise(text: &str, declared: &[NoPlace]) -> Option<(Meaning, Treatment)> {
    let known = known(text);
    if let Some(no_place) = declared.iter().find(|no_place| no_place.code.trim() == text.trim()) {
        return Some((known.map_or(Meaning::Declared, |(meaning, _)| meaning), no_place.treatment));
    }
    known
}

fn known(text: &str) -> Option<(Meaning, Treatment)> {
    // Registers leave codes of nines and of zeros free, and tables use them for whatever has no code.
    let is_filler = |digit: char| text.len() >= 4 && text.chars().all(|letter| letter == digit);
    if text.is_empty() || is_filler('9') || is_filler('0') {
        return Some((Meaning::Unknown, Treatment::Outside));
    }
    KNOWN.get(fold(text).as_str()).copied()
}

/// The catalogue by folded code; of a code in several lines the first counts. Taken apart once, since each code of a table is
/// looked for in it.
static KNOWN: LazyLock<BTreeMap<&str, (Meaning, Treatment)>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut parts = line.split(';');
        let (meaning, treatment, code) = (parts.next()?, parts.next()?, parts.next()?);
        Some((code, (meaning_of(meaning)?, treatment_of(treatment)?)))
    };
    CATALOGUE.lines().rev().filter_map(line).collect()
});

fn meaning_of(word: &str) -> Option<Meaning> {
    Some(match word {
        "home" => Meaning::Home,
        "no_fixed_place" => Meaning::NoFixedPlace,
        "offshore" => Meaning::Offshore,
        "abroad" => Meaning::Abroad,
        "other_country" => Meaning::OtherCountry,
        "unknown" => Meaning::Unknown,
        "total" => Meaning::Total,
        _ => return None,
    })
}

fn treatment_of(word: &str) -> Option<Treatment> {
    match word {
        "at_home" => Some(Treatment::AtHome),
        "outside" => Some(Treatment::Outside),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_are_no_place_are_recognised() {
        let cases = [
            ("OD0000001", Some((Meaning::Home, Treatment::AtHome))),
            ("OD0000003", Some((Meaning::NoFixedPlace, Treatment::AtHome))),
            ("S92000003", Some((Meaning::OtherCountry, Treatment::Outside))),
            ("ZAGRANICA", Some((Meaning::Abroad, Treatment::Outside))),
            ("Zahraničí", Some((Meaning::Abroad, Treatment::Outside))),
            ("99999", Some((Meaning::Unknown, Treatment::Outside))),
            ("", Some((Meaning::Unknown, Treatment::Outside))),
            ("Ogółem", Some((Meaning::Total, Treatment::Outside))),
            ("0", None),
            ("E02000001", None),
        ];
        for (code, expected) in cases {
            assert_eq!(recognise(code, &[]), expected, "{code}");
        }
    }

    #[test]
    fn a_declared_treatment_comes_first() {
        let declared = [NoPlace { code: "OD0000001".into(), treatment: Treatment::Outside }];

        assert_eq!(recognise("OD0000001", &declared), Some((Meaning::Home, Treatment::Outside)));
    }

    #[test]
    fn each_line_of_the_catalogue_says_a_meaning_and_a_treatment() {
        for line in CATALOGUE.lines() {
            let mut parts = line.split(';');

            assert!(parts.next().and_then(meaning_of).is_some(), "{line}");
            assert!(parts.next().and_then(treatment_of).is_some(), "{line}");
            assert!(parts.next().is_some_and(|code| code == fold(code)), "{line}");
        }
    }
}
