//! A few examples out of many, for a sentence.

use miedza_texts::{Argument, Message, key};

/// How many examples a sentence bears.
const SHOWN: usize = 5;

/// The first few of the names, and how many more there are.
pub fn examples(names: impl IntoIterator<Item = String>) -> Argument {
    let mut names = names.into_iter();
    let shown: Vec<String> = names.by_ref().take(SHOWN).collect();
    let listed = shown.join(", ");
    match names.count() {
        0 => Argument::Text(listed),
        more => Message::new(key::NOTE_AND_MORE).with("listed", listed).with("count", more).into(),
    }
}

/// A sentence on a number of things with a few examples; nothing for none.
pub fn note(key: miedza_texts::Key, names: &[String]) -> Option<Message> {
    (!names.is_empty()).then(|| Message::new(key).with("count", names.len()).with("examples", examples(names.iter().cloned())))
}
