//! The letters that Eurostat puts beside a value or in its place.

use std::fmt;

use miedza_territory::{Missing, Note, Notes, Value};

/// What a letter says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// `b`: not comparable with the times before.
    Break,
    /// `c`: kept secret.
    Confidential,
    /// `d`: defined otherwise than elsewhere.
    OtherDefinition,
    /// `e`: estimated by the country.
    Estimated,
    /// `f`: a forecast.
    Forecast,
    /// `i`: put in by imputation.
    Imputed,
    /// `n`: not significant.
    NotSignificant,
    /// `p`: provisional.
    Provisional,
    /// `r`: revised.
    Revised,
    /// `s`: estimated by Eurostat.
    EurostatEstimate,
    /// `u`: of low reliability.
    LowReliability,
    /// `z`: does not apply.
    NotApplicable,
    /// `:`: not available.
    NotAvailable,
    /// A letter of which nothing is known here.
    Other(char),
}

/// Letters with what they say.
const LETTERS: [(char, Flag); 13] = [
    ('b', Flag::Break),
    ('c', Flag::Confidential),
    ('d', Flag::OtherDefinition),
    ('e', Flag::Estimated),
    ('f', Flag::Forecast),
    ('i', Flag::Imputed),
    ('n', Flag::NotSignificant),
    ('p', Flag::Provisional),
    ('r', Flag::Revised),
    ('s', Flag::EurostatEstimate),
    ('u', Flag::LowReliability),
    ('z', Flag::NotApplicable),
    (':', Flag::NotAvailable),
];

impl Flag {
    /// The letter.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Other(letter) => letter,
            known => LETTERS.iter().find(|(_, flag)| *flag == known).map_or(':', |(letter, _)| *letter),
        }
    }

    fn from_letter(letter: char) -> Self {
        LETTERS.iter().find(|(known, _)| *known == letter).map_or(Self::Other(letter), |(_, flag)| *flag)
    }
}

/// The flags of one value, each once, in the order of their letters in the list of flags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags(Vec<Flag>);

impl Flags {
    /// Reads a status, `bp` or `: c` for instance.
    #[must_use]
    pub fn read(status: &str) -> Self {
        let mut flags: Vec<Flag> = status.chars().filter(|letter| !letter.is_whitespace()).map(Flag::from_letter).collect();
        flags.sort_unstable();
        flags.dedup();
        Self(flags)
    }

    /// Whether there is a flag.
    #[must_use]
    pub fn has(&self, flag: Flag) -> bool {
        self.0.contains(&flag)
    }

    /// The flags.
    pub fn iter(&self) -> impl Iterator<Item = Flag> {
        self.0.iter().copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What they say beside a value; `None` if one of them is not known.
    #[must_use]
    pub fn notes(&self) -> Option<Notes> {
        let mut notes = Vec::new();
        for flag in self.iter() {
            match flag {
                Flag::Other(_) => return None,
                Flag::Break => notes.push(Note::BreakInSeries),
                Flag::Provisional => notes.push(Note::Preliminary),
                Flag::LowReliability | Flag::NotSignificant => notes.push(Note::LowPrecision),
                Flag::Confidential => notes.push(Note::NotDisclosed),
                Flag::NotAvailable => notes.push(Note::NotPublished),
                _ => {}
            }
        }
        Some(Notes::of(&notes))
    }

    /// The value that a number has under these flags: estimates, forecasts and imputations are not counted; without a
    /// number the flag tells the reason. A number that is kept secret is none, whoever let it slip into the file; under any
    /// other flag it stays a number.
    #[must_use]
    pub fn value(&self, number: Option<f64>) -> Value {
        let is_worked_out = [Flag::Estimated, Flag::EurostatEstimate, Flag::Forecast, Flag::Imputed];
        match number {
            _ if self.has(Flag::Confidential) => Value::Missing(Missing::Suppressed),
            Some(number) if is_worked_out.iter().any(|&flag| self.has(flag)) => Value::Estimated(number),
            Some(number) => Value::Known(number),
            None if self.has(Flag::NotApplicable) => Value::Missing(Missing::NotApplicable),
            None => Value::Missing(Missing::NotGiven),
        }
    }
}

impl fmt::Display for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|flag| write!(f, "{}", flag.letter()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_tells_why_a_value_is_missing_and_never_makes_it_nought() {
        let cases = [
            ("", Some(5.0), Value::Known(5.0), ""),
            ("p", Some(5.0), Value::Known(5.0), "p"),
            ("bep", Some(5.0), Value::Estimated(5.0), "bep"),
            ("s", Some(0.0), Value::Estimated(0.0), "s"),
            ("f", Some(5.0), Value::Estimated(5.0), "f"),
            ("u", Some(5.0), Value::Known(5.0), "u"),
            ("u", None, Value::Missing(Missing::NotGiven), "u"),
            (":", None, Value::Missing(Missing::NotGiven), ":"),
            ("c", None, Value::Missing(Missing::Suppressed), "c"),
            (": c", None, Value::Missing(Missing::Suppressed), "c:"),
            ("c", Some(7.0), Value::Missing(Missing::Suppressed), "c"),
            ("ec", Some(7.0), Value::Missing(Missing::Suppressed), "ce"),
            (":z", None, Value::Missing(Missing::NotApplicable), "z:"),
            ("", None, Value::Missing(Missing::NotGiven), ""),
            ("pbp?", Some(5.0), Value::Known(5.0), "bp?"),
        ];
        for (status, number, expected, told) in cases {
            let flags = Flags::read(status);
            assert_eq!(flags.value(number), expected, "{status}");
            assert_eq!(flags.to_string(), told, "{status}");
        }
    }
}
