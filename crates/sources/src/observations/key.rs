//! Words by which indicators name a variable: taken over where a table writes them, made of its words where it does not.

use miedza_territory::SeriesSource;
use sha2::{Digest, Sha256};

use crate::table::fold;

/// Most signs of an identifier that is made of words.
pub(crate) const MOST: usize = 80;

/// Source and identifier of a variable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) source: String,
    pub(crate) variable: String,
}

impl Key {
    /// What a table writes as `bdl:72305`; `None` for words.
    pub(crate) fn told(text: &str) -> Option<Self> {
        let (source, variable) = text.trim().split_once(':')?;
        let is_source = |word: &str| SeriesSource::is_word(word) && !word.bytes().any(|byte| byte.is_ascii_uppercase());
        (is_source(source) && SeriesSource::is_word(variable)).then(|| Self { source: source.into(), variable: variable.into() })
    }
}

/// An identifier of words: folded, parted by `_`, ASCII only, at most 80 signs. Where letters had to be left out or the end
/// cut off, eight digits of the SHA-256 of the folded words keep it apart from others. `None` for a text without words.
pub(crate) fn word(text: &str) -> Option<String> {
    word_within(text, MOST)
}

/// The same with another length, at least nine signs.
pub(crate) fn word_within(text: &str, most: usize) -> Option<String> {
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    let (mut word, mut is_whole) = (String::with_capacity(folded.len()), true);
    for letter in folded.chars() {
        match letter {
            ' ' => word.push('_'),
            '²' => word.push('2'),
            '³' => word.push('3'),
            letter if letter.is_ascii_alphanumeric() => word.push(letter),
            _ => is_whole = false,
        }
    }
    if is_whole && word.len() <= most {
        return Some(word);
    }
    let digest = Sha256::digest(folded.as_bytes());
    word.truncate(most.saturating_sub(9));
    word.push('_');
    digest.iter().take(4).for_each(|byte| word.push_str(&format!("{byte:02x}")));
    Some(word)
}

/// Whether the name of a unit of measure says thousands or millions.
pub(crate) fn is_thousands(measure: &str) -> bool {
    let stems = ["tys", "tis", "tysiac", "thousand", "tausend", "mln", "mil", "milion", "million"];
    fold(measure).split(' ').any(|word| stems.iter().any(|stem| word == *stem || stem.len() > 3 && word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_an_identifier_that_stays_the_same() {
        let cases = [
            ("Ludność ogółem", Some("ludnosc_ogolem")),
            ("zużycie wody (m³)", Some("zuzycie_wody_m3")),
            ("  Počet obyvatel, celkem ", Some("pocet_obyvatel_celkem")),
            ("—", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(word(text).as_deref(), expected, "{text}");
        }
        let (long, longer) = ("a ".repeat(60), "a ".repeat(61));
        let (one, other) = (word(&long).expect("words"), word(&longer).expect("words"));
        assert_eq!((one.len(), other.len()), (80, 80));
        assert_ne!(one, other, "what is cut off keeps them apart");
        assert!(SeriesSource::is_word(&word("население").expect("words")));
    }

    #[test]
    fn a_key_is_told_only_where_source_and_identifier_are_words() {
        let told = |text: &str| Key::told(text).map(|key| format!("{}/{}", key.source, key.variable));

        assert_eq!(told(" bdl:72305 ").as_deref(), Some("bdl/72305"));
        for text in ["Uwaga: 5", "bdl:", ":5", "ludność", "a:b:c", "BDL:1"] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn thousands_are_known_in_three_languages() {
        for (measure, expected) in [
            ("tys. osób", true),
            ("tis. Kč", true),
            ("thousand persons", true),
            ("mln zł", true),
            ("osoba", false),
            ("km²", false),
            ("milimetr", false),
        ] {
            assert_eq!(is_thousands(measure), expected, "{measure}");
        }
    }
}
