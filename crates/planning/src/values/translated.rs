//! A text in several languages, with the language it was written in first and what each translation was made from.
//!
//! A missing translation is visible and never silently replaced: [`Translated::wording`] says which of the three cases a
//! reader meets. A translation remembers the original that it was made from by a short hash, so that it is marked out of
//! date as soon as the original changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// Polish.
    Pl,
    /// Czech.
    Cs,
    /// English.
    En,
}

impl Tongue {
    /// All, in the order of the house.
    pub const ALL: [Self; 3] = [Self::Pl, Self::Cs, Self::En];

    /// The code of ISO 639-1.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::Cs => "cs",
            Self::En => "en",
        }
    }

    /// The language of a code; `None` for another.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.code() == code)
    }
}

/// The text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The text.
    pub text: String,
    /// Mark of the original that this was translated from; `None` for the original itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

/// A text in several languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translated {
    /// The language that it was written in first.
    pub original: Tongue,
    /// The texts; an empty one is missing.
    #[serde(flatten)]
    pub texts: BTreeMap<Tongue, Translation>,
}

/// What a reader of one language meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording<'a> {
    /// The text in the reader's language.
    Current(&'a str),
    /// The text in the reader's language, made from an older original.
    OutOfDate(&'a str),
    /// No text in the reader's language; the original is shown with its language named.
    Missing {
        /// The original.
        original: &'a str,
        /// Its language.
        tongue: Tongue,
    },
}

impl<'a> Wording<'a> {
    /// The text that is shown.
    #[must_use]
    pub const fn text(self) -> &'a str {
        match self {
            Self::Current(text) | Self::OutOfDate(text) | Self::Missing { original: text, .. } => text,
        }
    }
}

impl Translated {
    /// A text written in one language, not translated so far.
    #[must_use]
    pub fn new(original: Tongue, text: impl Into<String>) -> Self {
        Self { original, texts: BTreeMap::from([(original, Translation { text: text.into(), of: None })]) }
    }

    /// Sets the text of a language; a translation is marked as made from the present original, an empty text is taken out.
    #[must_use]
    pub fn with(mut self, tongue: Tongue, text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() {
            self.texts.remove(&tongue);
            return self;
        }
        let of = (tongue != self.original).then(|| self.mark());
        self.texts.insert(tongue, Translation { text, of });
        self
    }

    /// The text of a language, if there is one.
    #[must_use]
    pub fn text(&self, tongue: Tongue) -> Option<&str> {
        self.texts.get(&tongue).map(|translation| translation.text.as_str()).filter(|text| !text.trim().is_empty())
    }

    /// What a reader of this language meets; `None` if there is no text at all.
    #[must_use]
    pub fn wording(&self, tongue: Tongue) -> Option<Wording<'_>> {
        if let Some(text) = self.text(tongue) {
            return Some(if self.is_out_of_date(tongue) { Wording::OutOfDate(text) } else { Wording::Current(text) });
        }
        let first = || Tongue::ALL.into_iter().find_map(|tongue| self.text(tongue).map(|text| (tongue, text)));
        let (tongue, original) = self.text(self.original).map(|text| (self.original, text)).or_else(first)?;
        Some(Wording::Missing { original, tongue })
    }

    /// Whether the text of this language was made from an older original.
    #[must_use]
    pub fn is_out_of_date(&self, tongue: Tongue) -> bool {
        let of = self.texts.get(&tongue).and_then(|translation| translation.of.as_ref());
        tongue != self.original && of.is_some_and(|of| *of != self.mark())
    }

    /// Whether no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Tongue::ALL.into_iter().all(|tongue| self.text(tongue).is_none())
    }

    /// Mark of the original: eight hexadecimal digits of an FNV-1a hash, enough to see that a text changed.
    fn mark(&self) -> String {
        let original = self.text(self.original).unwrap_or_default();
        let hash = original.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        format!("{hash:08x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_shows_the_original_and_says_so() {
        let text = Translated::new(Tongue::Pl, "Rada Partnerstwa");

        assert_eq!(text.wording(Tongue::Pl), Some(Wording::Current("Rada Partnerstwa")));
        assert_eq!(text.wording(Tongue::Cs), Some(Wording::Missing { original: "Rada Partnerstwa", tongue: Tongue::Pl }));
    }

    #[test]
    fn a_translation_is_out_of_date_once_the_original_changes() {
        let text = Translated::new(Tongue::Pl, "Rada").with(Tongue::Cs, "Rada (cs)");
        assert_eq!(text.wording(Tongue::Cs), Some(Wording::Current("Rada (cs)")));

        let changed = text.with(Tongue::Pl, "Rada Partnerstwa");

        assert_eq!(changed.wording(Tongue::Cs), Some(Wording::OutOfDate("Rada (cs)")));
    }

    #[test]
    fn an_emptied_text_is_missing() {
        let text = Translated::new(Tongue::En, "Council").with(Tongue::Cs, "Rada").with(Tongue::Cs, "  ");

        assert_eq!(text.text(Tongue::Cs), None);
        assert!(Translated::new(Tongue::Pl, " ").is_empty());
    }

    #[test]
    fn the_stored_form_is_flat() {
        let stored = serde_json::to_string(&Translated::new(Tongue::Pl, "Rada")).expect("texts are JSON");

        assert_eq!(stored, r#"{"original":"pl","pl":{"text":"Rada"}}"#);
    }
}
