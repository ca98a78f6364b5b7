//! What the attribute of a value (`attrId`) makes of it: a value, a value with notes, 0 below precision, or none.
//!
//! # Source
//! The dictionary `/attributes` of the service. Identifiers 94, 97 and 98 stand in its answer of 2025.
//!
//! Attributes 4, 14 and 91 say "no information, need of statistical secrecy, or it is impossible or pointless to fill in":
//! what may be secret is kept as secret, so that it also takes away a number that was published before.

use miedza_territory::{Missing, Note, Notes, Value};

use super::parse::Attribute;

/// Meaning of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// A value, with notes where there is something to know.
    Known(&'static [Note]),
    /// More than nothing, but less than the format shows: 0 with notes.
    BelowPrecision(&'static [Note]),
    /// No value, whatever number stands there.
    Missing(Missing, &'static [Note]),
}

impl Flag {
    /// The meaning of an identifier; `None` for one that is not known here, which makes a value missing.
    #[must_use]
    pub const fn of(attribute: i64) -> Option<Self> {
        use Note::{
            BalancedZero, BelowPrecision, BreakInSeries, LowPrecision, MayBeIncomplete, NotDisclosed, NotInForce, NotPublished,
            NotYetAvailable, Preliminary, WithCity,
        };
        Some(match attribute {
            0 => Self::Missing(Missing::NotGiven, &[NotPublished]),
            1 => Self::Known(&[]),
            3 => Self::Known(&[MayBeIncomplete]),
            4 | 91 => Self::Missing(Missing::Suppressed, &[NotDisclosed]),
            7 => Self::BelowPrecision(&[BelowPrecision]),
            9 => Self::Known(&[Preliminary]),
            11 => Self::Known(&[BreakInSeries]),
            13 => Self::Known(&[BreakInSeries, MayBeIncomplete]),
            14 => Self::Missing(Missing::Suppressed, &[BreakInSeries, NotDisclosed]),
            15 => Self::Missing(Missing::NotApplicable, &[NotInForce]),
            17 => Self::BelowPrecision(&[BreakInSeries, BelowPrecision]),
            20 | 21 => Self::Known(&[LowPrecision]),
            50 => Self::Missing(Missing::NotGiven, &[NotYetAvailable]),
            94 => Self::Known(&[BalancedZero]),
            97 => Self::Known(&[WithCity]),
            98 => Self::Known(&[BreakInSeries, BalancedZero]),
            _ => return None,
        })
    }

    /// The value that a number has under this flag; a number that should be there and is not is missing.
    #[must_use]
    pub fn read(self, number: Option<f64>) -> (Value, Notes) {
        match self {
            Self::Known(notes) => (number.map_or(Value::Missing(Missing::NotGiven), Value::Known), Notes::of(notes)),
            Self::BelowPrecision(notes) => (Value::Known(0.0), Notes::of(notes)),
            Self::Missing(why, notes) => (Value::Missing(why), Notes::of(notes)),
        }
    }
}

/// Attributes of a dictionary that are not known here, so that somebody can look at them before values go missing.
#[must_use]
pub fn unknown(dictionary: &[Attribute]) -> Vec<&Attribute> {
    dictionary.iter().filter(|attribute| Flag::of(attribute.id).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flag_makes_of_a_number_what_the_dictionary_says() {
        use Note::{BelowPrecision, BreakInSeries, LowPrecision, MayBeIncomplete, NotDisclosed, NotInForce, NotPublished};
        let (not_given, secret) = (Value::Missing(Missing::NotGiven), Value::Missing(Missing::Suppressed));
        let cases: [(i64, Value, &[Note]); 17] = [
            (0, not_given, &[NotPublished]),
            (1, Value::Known(5.0), &[]),
            (3, Value::Known(5.0), &[MayBeIncomplete]),
            (4, secret, &[NotDisclosed]),
            (7, Value::Known(0.0), &[BelowPrecision]),
            (9, Value::Known(5.0), &[Note::Preliminary]),
            (11, Value::Known(5.0), &[BreakInSeries]),
            (13, Value::Known(5.0), &[MayBeIncomplete, BreakInSeries]),
            (14, secret, &[BreakInSeries, NotDisclosed]),
            (15, Value::Missing(Missing::NotApplicable), &[NotInForce]),
            (17, Value::Known(0.0), &[BelowPrecision, BreakInSeries]),
            (20, Value::Known(5.0), &[LowPrecision]),
            (21, Value::Known(5.0), &[LowPrecision]),
            (50, not_given, &[Note::NotYetAvailable]),
            (91, secret, &[NotDisclosed]),
            (97, Value::Known(5.0), &[Note::WithCity]),
            (98, Value::Known(5.0), &[BreakInSeries, Note::BalancedZero]),
        ];
        for (attribute, value, notes) in cases {
            let read = Flag::of(attribute).expect("a flag of the table").read(Some(5.0));

            assert_eq!(read, (value, Notes::of(notes)), "{attribute}");
        }
    }

    #[test]
    fn a_number_that_is_not_there_is_missing_and_an_unknown_flag_has_no_meaning() {
        assert_eq!(Flag::of(1).map(|flag| flag.read(None)), Some((Value::Missing(Missing::NotGiven), Notes::NONE)));
        for attribute in [-1, 2, 5, 16, 99, i64::MAX] {
            assert_eq!(Flag::of(attribute), None, "{attribute}");
        }
    }
}
