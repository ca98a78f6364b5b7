//! What may stand in a field, and how it is written in JSON.

use super::Kind;

/// A closed list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Name of the list; with it and a word the catalogues find the label `choice-LIST-WORD`.
    pub name: &'static str,
    /// The words, in the order in which they are offered.
    pub words: &'static [&'static str],
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line of at most so many characters, the same in every language. JSON string.
    Line(usize),
    /// The part of an address that people read: `a-z`, `0-9`, hyphens. JSON string, unique in its kind.
    Slug,
    /// One line per language. JSON object of [`crate::values::Translated`].
    Words,
    /// Paragraphs per language. JSON object of [`crate::values::Translated`].
    Prose,
    /// A date as precise as it is known. JSON string.
    Date,
    /// A day. JSON string.
    Day,
    /// A whole number within bounds. JSON number.
    Number(i64, i64),
    /// A number with a fraction. JSON number.
    Decimal,
    /// Yes or no. JSON boolean; a missing value means "not said".
    Flag,
    /// One word of a list. JSON string.
    Choice(Choices),
    /// Any words of a list. JSON array of strings.
    Several(Choices),
    /// Code of a territorial unit. JSON string.
    Unit,
    /// Codes of territorial units. JSON array of strings.
    Units,
    /// Id of a record. JSON string.
    Link(Kind),
    /// Ids of records. JSON array of strings.
    Links(Kind),
    /// Codes of indicators of the catalogue. JSON array of strings.
    Indicators,
    /// Weights of indicators, `population:2;seniors_share:1`. JSON string.
    Weights,
    /// An `http` or `https` address. JSON string.
    Address,
    /// What only the program writes and no form shows. JSON object or array.
    Data,
}

/// A field of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name in the store, in sheets and in JSON; with it the catalogues find the label `field-NAME`.
    pub name: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether it must not be missing.
    pub is_needed: bool,
}

impl Shape {
    /// A field that must not be missing.
    #[must_use]
    pub const fn needed(self, name: &'static str) -> Field {
        Field { name, shape: self, is_needed: true }
    }

    /// A field that may be missing.
    #[must_use]
    pub const fn field(self, name: &'static str) -> Field {
        Field { name, shape: self, is_needed: false }
    }

    /// Whether people write it once per language.
    #[must_use]
    pub const fn is_translated(self) -> bool {
        matches!(self, Self::Words | Self::Prose)
    }

    /// Whether it holds several values.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Several(_) | Self::Units | Self::Links(_) | Self::Indicators)
    }

    /// The kind that it points to.
    #[must_use]
    pub const fn target(self) -> Option<Kind> {
        match self {
            Self::Link(kind) | Self::Links(kind) => Some(kind),
            _ => None,
        }
    }

    /// The list that it chooses from.
    #[must_use]
    pub const fn choices(self) -> Option<Choices> {
        match self {
            Self::Choice(choices) | Self::Several(choices) => Some(choices),
            _ => None,
        }
    }
}
