//! Sources below a table: each stands once, numbered, and the rows point to it.

use miedza_planning::record::Record;
use miedza_texts::key;

use super::desk::Desk;
use crate::frame::marks::{Mark, Said};

/// A source with its number.
pub struct Numbered {
    /// From 1.
    pub number: usize,
    /// Its mark.
    pub mark: Mark,
    /// What the records of this source note; may be empty.
    pub note: Said,
}

/// A row's way to a source.
pub struct SourceLink {
    /// Where the fact comes from, in a word.
    pub word: String,
    /// Number of the source.
    pub number: usize,
    /// Where it stands on the page.
    pub href: String,
}

/// The sources of a page.
pub struct Sources {
    /// Before the number in ids.
    pub id: &'static str,
    /// Heading of the list.
    pub heading: String,
    /// The sources, in the order in which they were met.
    pub list: Vec<Numbered>,
}

impl Sources {
    /// No sources so far.
    pub fn new(desk: &Desk, id: &'static str) -> Self {
        Self { id, heading: desk.say(key::PAGE_SOURCES), list: Vec::new() }
    }

    /// The sources of some records with what these note, each once.
    pub fn of<'a>(&mut self, desk: &Desk, records: impl IntoIterator<Item = &'a Record>) -> Vec<SourceLink> {
        let mut found: Vec<SourceLink> = Vec::new();
        for record in records {
            let (mark, note) = (desk.mark(record), desk.said(record, "note"));
            if mark.is_empty() && note.is_empty() {
                continue;
            }
            let link = self.link(&mark, &note);
            if !found.iter().any(|other| other.number == link.number) {
                found.push(link);
            }
        }
        found
    }

    /// The way to a source; `None` if the mark says nothing.
    pub fn of_mark(&mut self, mark: &Mark) -> Option<SourceLink> {
        (!mark.is_empty()).then(|| self.link(mark, &Said::default()))
    }

    fn link(&mut self, mark: &Mark, note: &Said) -> SourceLink {
        let number = self.number(mark, note);
        SourceLink { word: mark.word.clone(), number, href: format!("#{}-{number}", self.id) }
    }

    fn number(&mut self, mark: &Mark, note: &Said) -> usize {
        let known = self.list.iter().find(|numbered| numbered.mark == *mark && numbered.note == *note);
        if let Some(known) = known {
            return known.number;
        }
        let number = self.list.len() + 1;
        self.list.push(Numbered { number, mark: mark.clone(), note: note.clone() });
        number
    }
}
