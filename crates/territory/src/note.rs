//! What a source says beside a value: that it is preliminary, that the method changed, why there is none.
//!
//! A [`Value`](crate::Value) tells whether there is a number; notes tell how far it may be trusted and compared. They are a
//! set in two bytes, since a table of a country has tens of millions of them and most are empty.

use std::fmt;

use serde::Serialize;

/// One remark of a source on one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Note {
    /// The sum may lack some of its parts.
    MayBeIncomplete,
    /// More than nothing, but less than the unit in which the figure is published; the value is 0.
    BelowPrecision,
    /// A first estimate that the source will replace.
    Preliminary,
    /// The method changed: not comparable with the period before.
    BreakInSeries,
    /// A sample too small for a precise figure.
    LowPrecision,
    /// Counted together with a city that has the rights of a county.
    WithCity,
    /// A 0 that is the balance of figures that are not 0.
    BalancedZero,
    /// Missing: the source did not publish it.
    NotPublished,
    /// Missing: no information, secret, or without meaning; the source does not tell which.
    NotDisclosed,
    /// Missing: the unit or the variable was not in force in the period.
    NotInForce,
    /// Missing: will be published later.
    NotYetAvailable,
    /// Missing: the source marks it with a flag that nobody here knows.
    UnknownFlag,
}

impl Note {
    /// All notes, in the order in which a set gives them.
    pub const ALL: [Self; 12] = [
        Self::MayBeIncomplete,
        Self::BelowPrecision,
        Self::Preliminary,
        Self::BreakInSeries,
        Self::LowPrecision,
        Self::WithCity,
        Self::BalancedZero,
        Self::NotPublished,
        Self::NotDisclosed,
        Self::NotInForce,
        Self::NotYetAvailable,
        Self::UnknownFlag,
    ];

    const fn bit(self) -> u16 {
        match self {
            Self::MayBeIncomplete => 1,
            Self::BelowPrecision => 1 << 1,
            Self::Preliminary => 1 << 2,
            Self::BreakInSeries => 1 << 3,
            Self::LowPrecision => 1 << 4,
            Self::WithCity => 1 << 5,
            Self::BalancedZero => 1 << 6,
            Self::NotPublished => 1 << 7,
            Self::NotDisclosed => 1 << 8,
            Self::NotInForce => 1 << 9,
            Self::NotYetAvailable => 1 << 10,
            Self::UnknownFlag => 1 << 11,
        }
    }
}

/// The notes on one value.
///
/// ```
/// use miedza_territory::{Note, Notes};
///
/// let notes = Notes::of(&[Note::Preliminary, Note::BreakInSeries]);
///
/// assert!(notes.has(Note::BreakInSeries));
/// assert_eq!(notes.iter().count(), 2);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Notes(u16);

impl Notes {
    /// No note.
    pub const NONE: Self = Self(0);

    /// These notes.
    #[must_use]
    pub fn of(notes: &[Note]) -> Self {
        Self(notes.iter().fold(0, |bits, note| bits | note.bit()))
    }

    /// Whether a note is among them.
    #[must_use]
    pub const fn has(self, note: Note) -> bool {
        self.0 & note.bit() != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// All of them, in the order of [`Note::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Note> {
        Note::ALL.into_iter().filter(move |&note| self.has(note))
    }

    /// Twelve bits, the lowest first in the order of [`Note::ALL`].
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The notes of [`Self::bits`]; higher bits are dropped.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits & 0x0FFF)
    }
}

impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_what_was_put_into_it_and_nothing_else() {
        for (place, note) in Note::ALL.into_iter().enumerate() {
            let alone = Notes::of(&[note]);

            assert_eq!(alone.bits(), 1 << place, "{note:?}");
            assert_eq!(Notes::from_bits(alone.bits()), alone);
            assert_eq!(alone.iter().collect::<Vec<_>>(), [note]);
        }
        assert!(Notes::of(&[]).is_empty() && Notes::NONE.iter().next().is_none());
        assert_eq!(Notes::of(&Note::ALL).iter().collect::<Vec<_>>(), Note::ALL);
    }
}
