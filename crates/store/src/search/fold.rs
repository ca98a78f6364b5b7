//! Words as they are compared: lower case, without marks, each with its stem.
//!
//! Both engines get the same folded words, because neither folds Polish and Czech as people expect: `lodz` must find Łódź.
//! A stem is taken of the word as it is written and of its folded form, so that those who type without marks find it too.

use std::collections::BTreeSet;

use miedza_planning::values::Tongue;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are hashes and addresses.
const WORD_LENGTH: usize = 40;
/// Most words that are asked for at once.
const ASKED: usize = 12;

/// Makes the words of texts comparable.
pub struct Folding {
    stemmers: [(Tongue, Stemmer); 3],
}

/// A word that is asked for: what begins with it, or has one of its stems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The folded word.
    pub word: String,
    /// Its stems in all languages, the word itself left out.
    pub stems: BTreeSet<String>,
}

impl Folding {
    /// With the stems of all languages of content.
    pub fn new() -> Self {
        let algorithm = |tongue| match tongue {
            Tongue::Pl => Algorithm::Polish,
            Tongue::Cs => Algorithm::Czech,
            Tongue::En => Algorithm::English,
        };
        Self { stemmers: Tongue::ALL.map(|tongue| (tongue, Stemmer::create(algorithm(tongue)))) }
    }

    /// Adds the words of a text, and their stems if the language of the text is known.
    pub fn add(&self, text: &str, tongue: Option<Tongue>, words: &mut Words) {
        for written in text.split(|sign: char| !sign.is_alphanumeric() && !is_combining_mark(sign)) {
            let folded = fold(written);
            if folded.is_empty() || folded.chars().count() > WORD_LENGTH {
                continue;
            }
            if let Some((_, stemmer)) = self.stemmers.iter().find(|(own, _)| Some(*own) == tongue) {
                words.stems.extend(stems(stemmer, written, &folded));
            }
            words.push(&folded);
        }
    }

    /// The words of a question, at most twelve.
    pub fn asked(&self, question: &str) -> Vec<Asked> {
        let written = question.split(|sign: char| !sign.is_alphanumeric() && !is_combining_mark(sign));
        let words = written.map(|written| (written, fold(written))).filter(|(_, word)| !word.is_empty());
        words
            .take(ASKED)
            .map(|(written, word)| {
                let all = self.stemmers.iter().flat_map(|(_, stemmer)| stems(stemmer, written, &word));
                Asked { stems: all.filter(|stem| *stem != word).collect(), word }
            })
            .collect()
    }
}

/// Stems of a word as it is written and without marks, folded.
fn stems(stemmer: &Stemmer, written: &str, folded: &str) -> Vec<String> {
    let of_written = fold(&stemmer.stem(&written.nfc().collect::<String>().to_lowercase()));
    let of_folded = stemmer.stem(folded).into_owned();
    [of_written, of_folded].into_iter().filter(|stem| stem.chars().count() > 1).collect()
}

/// Lower case without marks.
pub fn fold(text: &str) -> String {
    let plain = text.to_lowercase();
    let mut folded = String::with_capacity(plain.len());
    for sign in plain.nfkd().filter(|sign| !is_combining_mark(*sign)) {
        match sign {
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ø' => folded.push('o'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            sign if sign.is_alphanumeric() => folded.push(sign),
            _ => {}
        }
    }
    folded
}

/// Folded words of a record: those that stand in it, in order, and their stems.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    stems: BTreeSet<String>,
}

/// Most bytes of folded words of one record; PostgreSQL takes a megabyte with its positions.
const TEXT_LENGTH: usize = 200_000;

impl Words {
    fn push(&mut self, word: &str) {
        if self.text.len() + word.len() < TEXT_LENGTH {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    /// Adds the words of another one behind its own.
    pub fn join(&mut self, other: Self) {
        for word in other.text.split(' ').filter(|word| !word.is_empty()) {
            self.push(word);
        }
        self.stems.extend(other.stems);
    }

    /// One text of words and stems.
    pub fn into_text(self) -> String {
        let mut text = self.text;
        for stem in self.stems.iter().take_while(|_| text.len() < 2 * TEXT_LENGTH).collect::<Vec<_>>() {
            text.push(' ');
            text.push_str(stem);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_cases_do_not_matter() {
        let cases = [
            ("Łódź", "lodz"),
            ("ZAŻÓŁĆ", "zazolc"),
            ("Příliš", "prilis"),
            ("Žďár", "zdar"),
            ("Đorđe", "dorde"),
            ("Tromsø", "tromso"),
            ("ılgın", "ilgin"),
            ("Große", "grosse"),
            ("ﬁszka", "fiszka"),
            ("Wa\u{142}brzych", "walbrzych"),
            ("o\u{301}", "o"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let folding = Folding::new();
        let cases = [
            (Tongue::Pl, "partnerstwo", "partnerstwa"),
            (Tongue::Pl, "gminy", "gminami"),
            (Tongue::Cs, "obce", "obcemi"),
            (Tongue::En, "meetings", "meeting"),
        ];
        for (tongue, written, asked) in cases {
            let mut words = Words::default();
            folding.add(written, Some(tongue), &mut words);
            let text = words.into_text();
            let asked = folding.asked(asked).remove(0);

            let found = text.split(' ').any(|word| word == asked.word || asked.stems.contains(word));
            assert!(found, "{written} is kept as {text}, asked for as {asked:?}");
        }
    }

    #[test]
    fn what_is_no_word_is_not_asked_for() {
        let folding = Folding::new();

        assert_eq!(folding.asked(" \"*') OR -- \u{301} ").len(), 1);
        assert_eq!(folding.asked("a ".repeat(100).as_str()).len(), ASKED);
    }
}
