//! A chapter: its heading, what belongs to it alone, its comment, indicators, drawings and tables.

use miedza_texts::key;

use super::kind::ChapterKind;
use super::study::{ChapterStudy, Comment, SectionStudy, TableStudy};
use super::{Teller, Whose, find};
use crate::document::{Block, Column, ColumnKind, Note, Run, Table, Tone};

impl Teller<'_> {
    /// A chapter of a kind; without data it says in one sentence which data would fill it.
    pub(super) fn chapter(&mut self, kind: ChapterKind) {
        let number = ChapterKind::ALL.iter().position(|other| *other == kind).map_or(0, |position| position + 1);
        let is_own = kind == ChapterKind::Area && self.study.whose == Whose::Own;
        let named =
            if is_own { Some(key::DIAGNOSIS_REPORT_CHAPTER_AREA_OWN) } else { find("diagnosis-report-chapter-", kind.name()) };
        let title = named.map_or_else(String::new, |key| self.word(key));
        self.heading(&number.to_string(), title);
        let before = self.document.blocks.len();
        self.opening_of(kind);
        let study = self.study;
        for chapter in study.chapters.iter().filter(|chapter| chapter.kind == kind) {
            self.content(chapter);
        }
        self.closing_of(kind);
        if self.document.blocks.len() == before
            && let Some(key) = find("diagnosis-report-missing-", kind.name())
        {
            self.say(key);
        }
    }

    fn opening_of(&mut self, kind: ChapterKind) {
        match kind {
            ChapterKind::Introduction => self.introduction(),
            ChapterKind::Area => self.area(),
            ChapterKind::Method => self.method(),
            ChapterKind::Links => self.commuting(),
            ChapterKind::Survey => self.surveys(),
            ChapterKind::Position => self.scores(),
            ChapterKind::Swot => self.swot(),
            ChapterKind::Challenges => self.findings(),
            ChapterKind::Conclusions => self.document.points(self.study.conclusions.iter().cloned()),
            _ => {}
        }
    }

    fn closing_of(&mut self, kind: ChapterKind) {
        match kind {
            ChapterKind::Demography => self.population(),
            ChapterKind::Space => self.planning_documents(),
            ChapterKind::Position => self.strips(),
            _ => {}
        }
    }

    fn content(&mut self, chapter: &ChapterStudy) {
        if let Some(comment) = &chapter.comment {
            self.comment(comment);
        }
        let has_comment = chapter.comment.as_ref().is_some_and(|comment| !comment.text.trim().is_empty());
        let (told, empty): (Vec<_>, Vec<_>) = chapter.indicators.iter().partition(|indicator| indicator.has_figures());
        for indicator in told {
            self.indicator(indicator, has_comment);
        }
        self.members(chapter);
        for figure in &chapter.figures {
            self.picture(figure);
        }
        for table in &chapter.tables {
            self.ready_table(table);
        }
        for section in &chapter.sections {
            self.further(section);
        }
        if !empty.is_empty() {
            let names: Vec<&str> = empty.iter().map(|indicator| indicator.name.as_str()).collect();
            let text = self.with(key::DIAGNOSIS_REPORT_INDICATORS_MISSING, "names", names.join("; "));
            self.document.say(text);
        }
    }

    fn further(&mut self, section: &SectionStudy) {
        self.named_section(&section.title);
        if !section.sentences.is_empty() {
            self.document.say(section.sentences.join(" "));
        }
        for figure in &section.figures {
            self.picture(figure);
        }
        for table in &section.tables {
            self.ready_table(table);
        }
    }

    /// The comment, and a note where it is older than the figures under it.
    fn comment(&mut self, comment: &Comment) {
        for paragraph in comment.text.replace("\r\n", "\n").split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
            self.document.say(paragraph);
        }
        if comment.is_edited && !comment.figures_changed.is_empty() {
            let title = self.word(key::DIAGNOSIS_REPORT_CHANGED);
            let names = comment.figures_changed.join("; ");
            let text = self.with(key::DIAGNOSIS_REPORT_CHANGED_TEXT, "names", names);
            self.document.push(Block::Note(Note { tone: Tone::Doubt, title, runs: vec![Run::plain(text)] }));
        }
    }

    /// A table made elsewhere; columns with a unit hold numbers, and so do those whose cells are nothing else. Columns of words
    /// are as wide as their words want.
    fn ready_table(&mut self, table: &TableStudy) {
        let cells = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
        let column = |(at, (title, unit)): (usize, &(String, String))| {
            let is_number = !unit.is_empty() || (at > 0 && cells(at).count() > 0 && cells(at).all(|cell| is_number(cell)));
            let longest = cells(at).map(|cell| cell.chars().count()).max().unwrap_or_default();
            Column {
                title: title.clone(),
                unit: unit.clone(),
                kind: if is_number { ColumnKind::Number } else { ColumnKind::Text },
                width: if is_number { 12 } else { u16::try_from(longest).unwrap_or(u16::MAX).clamp(14, 44) },
            }
        };
        let fitted = |row: &Vec<String>| {
            let mut row = row.clone();
            row.resize(table.columns.len(), String::new());
            row
        };
        let note = self.note(&table.sources);
        self.table(Table {
            caption: table.caption.clone(),
            columns: table.columns.iter().enumerate().map(column).collect(),
            rows: table.rows.iter().map(fitted).collect(),
            totals: None,
            note,
        });
    }
}

/// Whether a cell holds a number, a year or the sign of what is missing, and nothing else.
fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.' | '−' | '–' | '\u{a0}'))
}
