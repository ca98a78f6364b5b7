//! The diagnostic report: from a [`Study`] to a [`Document`] in one language, and to the [`workbook()`] of its figures.
//!
//! A summary, the nineteen chapters in their fixed order, annexes. Every figure is told with source, year and day of
//! retrieval: a number in brackets leads to the list of sources. A chapter without data says in one sentence which data
//! would fill it. Nothing is reckoned here but sums of which every part is known.

mod annexes;
mod chapter;
mod conclusions;
mod evidence;
mod indicator;
mod kind;
mod links;
mod opening;
mod population;
mod register;
mod standing;
mod study;
mod workbook;

pub use evidence::{
    AgesOf, Answer, Challenge, Commuting, Finding, FindingKind, FlowCount, PlanningDocument, Population, Problem, ProjectedYear,
    Question, Score, Survey, Swot, SwotPoint,
};
pub use kind::ChapterKind;
pub use study::{
    Basis, ChapterStudy, Claim, Comment, Country, Delimitation, Direction, Flag, IndicatorStudy, Mark, Member, MemberYear,
    PeerGroup, Picture, SectionStudy, Source, Study, TableStudy, Whose, YearStudy,
};
pub use workbook::workbook;

use std::cell::RefCell;
use std::collections::BTreeSet;

use miedza_texts::{Argument, Key, Language, Message, key};

use self::register::Register;
use crate::document::{Block, Column, ColumnKind, Day, Document, Fact, Facts, Figure, Heading, Paragraph, Run, Style, Table};
use crate::front;

/// The diagnostic report of a study in a language.
///
/// ```
/// use miedza_reports::diagnosis::{Study, document};
/// use miedza_texts::Language;
///
/// let study = Study { title: "Ziemia Kaliska".to_owned(), ..Study::default() };
///
/// assert_eq!(document(&study, Language::Pl).kind, "Raport diagnostyczny");
/// ```
pub fn document(study: &Study, language: Language) -> Document {
    let mut teller =
        Teller { study, language, register: Register::of(study), document: front(study, language), told: RefCell::default() };
    teller.summary();
    for kind in ChapterKind::ALL {
        teller.chapter(kind);
    }
    teller.annexes();
    teller.document
}

/// Tells a study in a language, chapter by chapter.
struct Teller<'a> {
    study: &'a Study,
    language: Language,
    register: Register,
    document: Document,
    /// Sources that the present section has told in full; further notes name their numbers.
    told: RefCell<BTreeSet<usize>>,
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

    fn count(&self, count: Option<usize>) -> String {
        count.map_or_else(|| self.number(None, 0), |count| self.with(key::REPORT_COUNT, "count", count))
    }

    /// A share without its sign, for columns that bear it in their head.
    fn share(&self, share: Option<f64>, decimals: usize) -> String {
        self.language.optional(share.map(|share| share * 100.0), decimals)
    }

    /// The area as tables and charts name it.
    fn own_area(&self) -> String {
        if self.study.area.is_empty() { self.word(key::DIAGNOSIS_REPORT_OWN_AREA) } else { self.study.area.clone() }
    }

    /// The note below a table or drawing: what the section has not told yet in full, else the number.
    fn note(&self, sources: &[Source]) -> String {
        self.register.note(sources, &mut self.told.borrow_mut(), self.language)
    }

    fn heading(&mut self, number: &str, text: String) {
        self.told.borrow_mut().clear();
        self.document.push(Block::Heading(Heading { level: 1, number: number.to_owned(), text }));
    }

    fn section(&mut self, key: Key) {
        let text = self.word(key);
        self.named_section(&text);
    }

    fn named_section(&mut self, text: &str) {
        self.told.borrow_mut().clear();
        self.document.section(text);
    }

    fn say(&mut self, key: Key) {
        let text = self.word(key);
        self.document.say(text);
    }

    /// A paragraph with references behind it.
    fn say_of(&mut self, text: String, sources: &[Source]) {
        if text.is_empty() {
            return;
        }
        let runs = std::iter::once(Run::plain(text)).chain(self.register.references(sources)).collect();
        self.document.push(Block::Paragraph(Paragraph { runs }));
    }

    fn facts(&mut self, facts: Vec<(Key, String)>) {
        let facts: Vec<Fact> = facts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(term, text)| Fact { term: self.word(term), runs: vec![Run::plain(text)] })
            .collect();
        if !facts.is_empty() {
            self.document.push(Block::Facts(Facts { facts }));
        }
    }

    fn text_column(&self, title: Key, width: u16) -> Column {
        Column { title: self.word(title), unit: String::new(), kind: ColumnKind::Text, width }
    }

    fn number_column(&self, title: Key, unit: Option<Key>, width: u16) -> Column {
        let unit = unit.map_or_else(String::new, |unit| self.word(unit));
        Column { title: self.word(title), unit, kind: ColumnKind::Number, width }
    }

    fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.document.push(Block::Table(table));
        }
    }

    fn figure(&mut self, svg: String, description: String, (caption, sources): (String, &[Source])) {
        let note = self.note(sources);
        let caption = if note.is_empty() { caption } else { format!("{}. {note}", caption.trim_end_matches('.')) };
        self.document.push(Block::Figure(Figure { svg, description, caption }));
    }

    fn picture(&mut self, picture: &Picture) {
        self.figure(picture.svg.clone(), picture.description.clone(), (picture.caption.clone(), &picture.sources));
    }
}

/// The sentence whose key is a beginning and a name.
fn find(beginning: &str, name: &str) -> Option<Key> {
    key::find(&format!("{beginning}{name}"))
}

/// Codes of findings in letters that stand out, in brackets.
fn codes(codes: &[String]) -> Vec<Run> {
    if codes.is_empty() {
        return Vec::new();
    }
    vec![Run::plain(" ("), Run::new(Style::Strong, codes.join(", ")), Run::plain(")")]
}

fn front(study: &Study, language: Language) -> Document {
    let word = |key| language.say(&Message::new(key));
    Document {
        language: language.code().to_owned(),
        kind: word(key::DIAGNOSIS_REPORT_KIND),
        title: study.title.clone(),
        short_title: study.title.clone(),
        subtitle: study.subtitle.clone().unwrap_or_default(),
        author: study.author.clone(),
        description: language.say(&Message::new(key::DIAGNOSIS_REPORT_DESCRIPTION).with("title", &study.title)),
        day: day(study).unwrap_or_default(),
        identity: identity(study, language),
        facts: front_facts(study, language),
        words: front::words(language),
        blocks: Vec::new(),
    }
}

/// The day of a report: the one it was given, else the day on which the newest of its data were retrieved.
fn day(study: &Study) -> Option<Day> {
    study.day.or_else(|| Register::of(study).newest())
}

/// The facts below the title.
fn front_facts(study: &Study, language: Language) -> Vec<Fact> {
    let members = (!study.members.is_empty())
        .then(|| language.say(&Message::new(key::COUNT_MUNICIPALITIES).with("count", study.members.len())));
    let written = |day: Option<Day>| day.map(|day| language.date(day.year, day.month, day.day));
    let facts = [
        (key::DIAGNOSIS_REPORT_TERM_AREA, Some(study.area.clone())),
        (key::DIAGNOSIS_REPORT_TERM_MEMBERS, members),
        (key::REPORT_TERM_PREPARED_BY, study.author.clone()),
        (key::REPORT_TERM_DAY, written(study.day)),
        (key::DIAGNOSIS_REPORT_TERM_DATA_DAY, written(Register::of(study).newest())),
        (key::DIAGNOSIS_REPORT_TERM_DATA_YEARS, study.period.clone()),
        (key::DIAGNOSIS_REPORT_TERM_PEERS, study.peers.as_ref().map(|peers| peers.name.clone())),
        (key::REPORT_TERM_PROGRAM, Some(study.program.clone())),
    ];
    front::facts(facts, language)
}

/// What makes this report itself: language, area, data years and the hashes of its sources.
fn identity(study: &Study, language: Language) -> String {
    let register = Register::of(study);
    let hashes: Vec<&str> = register.all().filter_map(|(_, source)| source.sha256.as_deref()).collect();
    format!("{language} {} {} {}", study.area, study.period.as_deref().unwrap_or_default(), hashes.join(" "))
}
