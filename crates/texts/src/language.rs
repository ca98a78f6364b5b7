//! The three languages of the house.

use std::fmt;
use std::str::FromStr;

/// A language of interface and documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// Polish.
    Pl,
    /// Czech.
    Cs,
    /// English.
    #[default]
    En,
}

impl Language {
    /// All languages, in the order of the house.
    pub const ALL: [Self; 3] = [Self::Pl, Self::Cs, Self::En];

    /// The code of ISO 639-1: `pl`, `cs`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::Cs => "cs",
            Self::En => "en",
        }
    }

    /// The language that a locale such as `pl_PL.UTF-8` names; `None` if it is none of ours.
    pub fn of_locale(locale: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| locale.split(['_', '.', '-']).next() == Some(language.code()))
    }

    pub(crate) const fn position(self) -> usize {
        match self {
            Self::Pl => 0,
            Self::Cs => 1,
            Self::En => 2,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|language| language.code() == text).ok_or_else(|| format!("{text} is none of pl, cs, en"))
    }
}
