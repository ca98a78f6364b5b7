//! The report of a delimitation: from a [`Study`] to a [`Document`] in one language.
//!
//! Eight chapters in the order in which people ask: in brief, question and data, method, map, areas, units, doubts,
//! provenance. No page format and no figure of its own: sums are shown only where every part is known.

mod chapters;
mod doubts;
mod study;
mod tables;

pub use study::{
    AreaRow, CutDiagonal, Data, DiagonalOrigin, Doubts, EdgeUnit, FileUsed, MapPicture, MethodUsed, ParameterUsed, Sources,
    Study, Treatment, UnassignedUnit, UnitRow,
};

use miedza_texts::{Argument, Key, Language, Message, key};

use crate::document::{Document, Fact};
use crate::front;

/// Number of the chapter on doubts, to which others refer.
const DOUBTS: usize = 7;

/// The report of a study in a language.
///
/// ```
/// use miedza_reports::delimitation::{Study, document};
/// use miedza_texts::Language;
///
/// let study = Study { title: "Ziemia Kaliska".to_owned(), ..Study::default() };
///
/// assert_eq!(document(&study, Language::Pl).kind, "Raport z delimitacji");
/// ```
pub fn document(study: &Study, language: Language) -> Document {
    let mut teller = Teller { study, language, document: front(study, language) };
    teller.summary();
    teller.data();
    teller.method();
    teller.map();
    teller.areas();
    teller.units();
    teller.doubts();
    teller.provenance();
    teller.document
}

/// Tells a study in a language, chapter by chapter.
struct Teller<'a> {
    study: &'a Study,
    language: Language,
    document: Document,
}

impl Teller<'_> {
    fn word(&self, key: Key) -> String {
        self.language.say(&Message::new(key))
    }

    fn with(&self, key: Key, name: &'static str, argument: impl Into<Argument>) -> String {
        self.language.say(&Message::new(key).with(name, argument))
    }

    fn number(&self, number: Option<f64>, decimals: usize) -> String {
        self.language.optional(number, decimals)
    }

    /// A share without its sign, for columns that bear it in their head.
    fn share(&self, share: Option<f64>) -> String {
        self.language.optional(share.map(|share| share * 100.0), 1)
    }

    /// Name of an area by its position.
    fn area(&self, area: usize) -> String {
        self.study.areas.get(area).map_or_else(String::new, |area| area.label.clone())
    }

    /// Name of the method in words, or its name in the program.
    fn method_name(&self) -> String {
        let name = &self.study.method.name;
        find("report-method-", name).map_or_else(|| name.clone(), |key| self.word(key))
    }
}

/// The sentence whose key is a beginning and a name of the program.
fn find(beginning: &str, name: &str) -> Option<Key> {
    key::find(&format!("{beginning}{}", name.replace('_', "-")))
}

fn front(study: &Study, language: Language) -> Document {
    let word = |key| language.say(&Message::new(key));
    Document {
        language: language.code().to_owned(),
        kind: word(key::REPORT_KIND),
        title: study.title.clone(),
        short_title: study.title.clone(),
        subtitle: study.subtitle.clone().unwrap_or_default(),
        author: study.author.clone(),
        description: language.say(&Message::new(key::REPORT_DESCRIPTION).with("title", &study.title)),
        day: study.day.unwrap_or_default(),
        identity: identity(study, language),
        facts: front_facts(study, language),
        words: front::words(language),
        blocks: Vec::new(),
    }
}

/// The facts below the title.
fn front_facts(study: &Study, language: Language) -> Vec<Fact> {
    let method = find("report-method-", &study.method.name);
    let facts = [
        (key::REPORT_TERM_PREPARED_BY, study.author.clone()),
        (key::REPORT_TERM_DAY, study.day.map(|day| language.date(day.year, day.month, day.day))),
        (key::REPORT_TERM_DATA, Some(study.data.name.clone())),
        (key::REPORT_TERM_PERIOD, study.data.period.clone()),
        (key::REPORT_TERM_PUBLISHER, study.data.publisher.clone()),
        (key::REPORT_TERM_METHOD, Some(method.map_or_else(|| study.method.name.clone(), |key| language.say(&Message::new(key))))),
        (key::REPORT_TERM_PROGRAM, Some(study.provenance.program.clone())),
    ];
    front::facts(facts, language)
}

/// What makes this report itself: language, method and the hashes of its files.
fn identity(study: &Study, language: Language) -> String {
    let hashes: Vec<&str> = study.provenance.files.iter().map(|file| file.sha256.as_str()).collect();
    let values: Vec<String> =
        study.method.parameters.iter().map(|parameter| format!("{}={}", parameter.name, parameter.value)).collect();
    format!("{language} {} {} {}", study.method.name, values.join(" "), hashes.join(" "))
}
