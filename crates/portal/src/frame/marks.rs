//! Marks beside what is said: where a fact comes from, and in which language a text is there.

use miedza_planning::record::{Origin, Record};
use miedza_planning::values::{Tongue, Translated, Wording};
use miedza_texts::{Key, key};

use super::asker::Asker;

/// Where a fact comes from: a sign, a word, and the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Tone of the badge.
    pub tone: &'static str,
    /// Sign of the badge.
    pub sign: &'static str,
    /// The word; empty for what the office itself entered.
    pub word: String,
    /// Document, page or register; may be empty.
    pub source: String,
}

impl Mark {
    /// The mark of a record.
    #[must_use]
    pub fn of(asker: &Asker, record: &Record) -> Self {
        Self::new(asker, record.content.origin, record.content.source.as_deref())
    }

    /// The mark of an origin with its source.
    #[must_use]
    pub fn new(asker: &Asker, origin: Origin, source: Option<&str>) -> Self {
        let (tone, sign, word) = match origin {
            Origin::Own => ("", "", None),
            Origin::Stated => ("", "stated", Some(key::PAGE_ORIGIN_STATED)),
            Origin::External => ("info", "external", Some(key::PAGE_ORIGIN_EXTERNAL)),
            Origin::Inferred => ("attention", "inferred", Some(key::PAGE_ORIGIN_INFERRED)),
            Origin::Invented => ("attention", "invented", Some(key::PAGE_ORIGIN_INVENTED)),
        };
        let word = word.map(|word| asker.say(word)).unwrap_or_default();
        Self { tone, sign, word, source: source.unwrap_or_default().to_owned() }
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.word.is_empty() && self.source.is_empty()
    }
}

/// A text of content as a reader of one language meets it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The text, in one piece.
    pub text: String,
    /// The same in paragraphs.
    pub paragraphs: Vec<String>,
    /// Its language where that is not the one of the page; else empty.
    pub language: &'static str,
    /// Says that it is not translated, or that the translation is out of date; empty if all is well.
    pub note: String,
    /// Sign of the note.
    pub sign: &'static str,
}

impl Said {
    /// A text of a record; empty if it has none.
    #[must_use]
    pub fn of(asker: &Asker, record: &Record, field: &str) -> Self {
        Self::text(asker, record.words(field).as_ref())
    }

    /// A text; empty if there is none.
    #[must_use]
    pub fn text(asker: &Asker, text: Option<&Translated>) -> Self {
        let Some(wording) = text.and_then(|text| text.wording(asker.tongue())) else { return Self::default() };
        let (language, note, sign) = match wording {
            Wording::Current(_) => ("", String::new(), ""),
            Wording::OutOfDate(_) => ("", asker.say(key::PAGE_TRANSLATION_OUTDATED), "outdated"),
            Wording::Missing { tongue, .. } => (tongue.code(), asker.say(only_in(tongue)), "missing"),
        };
        let paragraphs = wording.text().split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned);
        Self { paragraphs: paragraphs.collect(), text: wording.text().trim().to_owned(), language, note, sign }
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

const fn only_in(tongue: Tongue) -> Key {
    match tongue {
        Tongue::Pl => key::PAGE_ONLY_IN_POLISH,
        Tongue::Cs => key::PAGE_ONLY_IN_CZECH,
        Tongue::En => key::PAGE_ONLY_IN_ENGLISH,
    }
}
