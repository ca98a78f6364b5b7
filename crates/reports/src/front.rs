//! What stands before the first chapter of a report, in its language: the words of the writers and the facts below the title.

use miedza_texts::{Key, Language, Message, key};

use crate::document::{Fact, Run, Words};

/// The words that writers need.
pub fn words(language: Language) -> Words {
    let word = |key| language.say(&Message::new(key));
    Words {
        contents: word(key::REPORT_CONTENTS),
        table: word(key::REPORT_TABLE),
        figure: word(key::REPORT_FIGURE),
        page: word(key::REPORT_PAGE),
        of: word(key::REPORT_OF),
        skip: word(key::REPORT_SKIP),
    }
}

/// Terms with what is known of them; the others are left out.
pub fn facts(known: impl IntoIterator<Item = (Key, Option<String>)>, language: Language) -> Vec<Fact> {
    let fact = |(term, text): (Key, Option<String>)| {
        let text = text.filter(|text| !text.is_empty())?;
        Some(Fact { term: language.say(&Message::new(term)), runs: vec![Run::plain(text)] })
    };
    known.into_iter().filter_map(fact).collect()
}
