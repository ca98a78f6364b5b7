//! The report of a variant: figures, rules, units with the reason of each, where it comes from.

use miedza_planning::delimitation::{Base, Finding};
use miedza_planning::values::Day as Today;
use miedza_reports::Document;
use miedza_reports::delimitation::MapPicture;
use miedza_reports::document::{
    Block, Column, ColumnKind, Day, Fact, Facts, Figure, KeyFigure, KeyFigures, Note, Run, Table, Tone, Words,
};
use miedza_texts::{Argument, Key, Language, Message, key};

use super::desk::Desk;
use super::export::drawing;
use super::figures::{Figures, UnitRow};
use super::tell;
use crate::delimitation::summarise::PROGRAM;
use crate::labels;

/// What stands around a variant on paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cover {
    /// Name of the variant, with that of its partnership.
    pub title: String,
    /// Who answers for it.
    pub author: Option<String>,
    /// The day it bears.
    pub day: Option<Today>,
    /// Number of the resolution that adopted it.
    pub resolution: Option<String>,
    /// Lines that name publisher and year of figures and boundaries.
    pub sources: Vec<String>,
    /// Hash of the flow table.
    pub sha256: Option<String>,
}

/// The report of a variant.
pub fn report(desk: &Desk, cover: &Cover, language: Language) -> Document {
    let mut teller = Teller { desk, cover, language, document: front(desk, cover, language) };
    let figures = desk.figures();
    teller.brief(&figures);
    teller.map(&figures);
    teller.rules();
    teller.units();
    teller.origin();
    teller.document
}

fn front(desk: &Desk, cover: &Cover, language: Language) -> Document {
    let word = |key: Key| language.say(&key.into());
    let facts = [
        (key::REPORT_TERM_PREPARED_BY, cover.author.clone()),
        (key::REPORT_TERM_DAY, cover.day.map(|day| labels::day(language, day))),
        (key::LAB_TERM_RESOLUTION, cover.resolution.clone()),
        (key::LAB_TERM_BEGUN, Some(tell::base(desk.base(), language))),
        (key::REPORT_TERM_DATA, Some(cover.source_line(language))),
        (key::REPORT_TERM_PROGRAM, Some(format!("{} {}", PROGRAM.name, PROGRAM.version))),
    ];
    let fact = |(term, text): (Key, Option<String>)| text.map(|text| Fact { term: word(term), runs: vec![Run::plain(text)] });
    Document {
        language: language.code().to_owned(),
        kind: word(key::LAB_REPORT_KIND),
        title: cover.title.clone(),
        short_title: cover.title.clone(),
        author: cover.author.clone(),
        description: language.say(&Message::new(key::LAB_REPORT_DESCRIPTION).with("title", &cover.title)),
        day: cover.day.map(on_paper).unwrap_or_default(),
        identity: format!("{language} {} {}", cover.sha256.as_deref().unwrap_or_default(), desk.codes(&desk.members).join(" ")),
        facts: facts.into_iter().filter_map(fact).collect(),
        words: Words {
            contents: word(key::REPORT_CONTENTS),
            table: word(key::REPORT_TABLE),
            figure: word(key::REPORT_FIGURE),
            page: word(key::REPORT_PAGE),
            of: word(key::REPORT_OF),
            skip: word(key::REPORT_SKIP),
        },
        ..Document::default()
    }
}

fn on_paper(day: Today) -> Day {
    Day { year: day.year().into(), month: day.month(), day: day.day() }
}

struct Teller<'a> {
    desk: &'a Desk,
    cover: &'a Cover,
    language: Language,
    document: Document,
}

impl Teller<'_> {
    fn word(&self, key: Key) -> String {
        self.language.say(&key.into())
    }

    fn brief(&mut self, figures: &Figures) {
        self.document.chapter(self.word(key::LAB_CHAPTER_FIGURES));
        let shown = tell::figures(figures, self.language);
        let figures_shown = shown.iter().take(8).map(|(label, value)| KeyFigure { value: value.clone(), label: label.clone() });
        self.document.push(Block::KeyFigures(KeyFigures { figures: figures_shown.collect() }));
        let facts = shown.into_iter().skip(8).map(|(term, value)| Fact { term, runs: vec![Run::plain(value)] }).collect();
        self.document.push(Block::Facts(Facts { facts }));
        let marks = [
            (self.desk.is_modelled(), Tone::Estimated, key::REPORT_NOTE_MODELLED, key::REPORT_NOTE_MODELLED_TEXT),
            (figures.is_estimated, Tone::Estimated, key::REPORT_NOTE_ESTIMATED, key::REPORT_NOTE_ESTIMATED_TEXT),
            (self.desk.ground.land.is_schematic(), Tone::Schematic, key::REPORT_NOTE_SCHEMATIC, key::REPORT_NOTE_SCHEMATIC_TEXT),
        ];
        for (_, tone, title, text) in marks.into_iter().filter(|(holds, ..)| *holds) {
            let (title, text) = (self.word(title), self.word(text));
            self.document.push(Block::Note(Note { tone, title, runs: vec![Run::plain(text)] }));
        }
    }

    fn map(&mut self, figures: &Figures) {
        let svg = drawing(self.desk, self.cover, self.language);
        if svg.is_empty() {
            return;
        }
        let counted = Message::new(key::LAB_MAP_DESCRIPTION).with("count", figures.units);
        let picture =
            MapPicture { svg, description: self.language.say(&counted), is_schematic: self.desk.ground.land.is_schematic() };
        self.document.chapter(self.word(key::LAB_CHAPTER_MAP));
        let caption = self.cover.title.clone();
        self.document.push(Block::Figure(Figure { svg: picture.svg, description: picture.description, caption }));
    }

    fn rules(&mut self) {
        self.document.chapter(self.word(key::LAB_CHAPTER_RULES));
        let row = |finding: &Finding| {
            let told = tell::finding(self.desk, finding, self.language);
            vec![told.rule, told.verdict, told.figure]
        };
        let rows = self.desk.rules().iter().map(row).collect();
        let columns = vec![
            self.column(key::LAB_COLUMN_RULE, ColumnKind::Text, 34),
            self.column(key::LAB_COLUMN_VERDICT, ColumnKind::Text, 16),
            self.column(key::LAB_COLUMN_FIGURE, ColumnKind::Text, 50),
        ];
        let caption = self.word(key::LAB_CAPTION_RULES);
        self.document.push(Block::Table(Table { caption, columns, rows, ..Table::default() }));
    }

    fn units(&mut self) {
        self.document.chapter(self.word(key::LAB_CHAPTER_UNITS));
        let (rows, _) = self.desk.rows();
        let columns = vec![
            self.column(key::LAB_COLUMN_CODE, ColumnKind::Text, 12),
            self.column(key::LAB_COLUMN_UNIT, ColumnKind::Text, 18),
            self.column(key::LAB_COLUMN_COUNTY, ColumnKind::Text, 16),
            self.column(key::LAB_COLUMN_POPULATION, ColumnKind::Number, 12),
            self.column(key::LAB_COLUMN_SHARE, ColumnKind::Number, 12),
            self.column(key::LAB_COLUMN_WHY, ColumnKind::Text, 40),
        ];
        let mut cells: Vec<Vec<String>> = rows.iter().map(|row| self.unit(row)).collect();
        cells.extend(self.desk.strangers.iter().map(|code| self.stranger(code)));
        let caption = self.word(key::LAB_CAPTION_UNITS);
        let note = self.word(key::REPORT_LEGEND_MISSING);
        self.document.push(Block::Table(Table { caption, columns, rows: cells, totals: None, note }));
    }

    fn unit(&self, row: &UnitRow) -> Vec<String> {
        vec![
            row.code.clone(),
            row.name.clone(),
            row.county.clone().unwrap_or_else(|| self.language.optional(None, 0)),
            self.language.optional(row.population, 0),
            self.language.optional_share(row.share_to_area, 1),
            self.desk.why(row.unit, self.language),
        ]
    }

    fn stranger(&self, code: &str) -> Vec<String> {
        let missing = self.language.optional(None, 0);
        let why = self.word(key::LAB_STRANGER);
        vec![code.to_owned(), missing.clone(), missing.clone(), missing.clone(), missing, why]
    }

    fn column(&self, title: Key, kind: ColumnKind, width: u16) -> Column {
        Column { title: self.word(title), unit: String::new(), kind, width }
    }

    fn origin(&mut self) {
        self.document.chapter(self.word(key::LAB_CHAPTER_ORIGIN));
        self.document.say(tell::base(self.desk.base(), self.language));
        if let Base::Method { run, .. } = self.desk.base() {
            let entered = run.parameters.iter().filter(|(_, value)| !value.is_empty());
            self.document.points(entered.map(|(name, value)| format!("{name} = {value}")));
        }
        let changes = self.desk.history.changes().count();
        if changes > 0 {
            let told = Message::new(key::LAB_CHANGED_BY_HAND).with("count", Argument::from(changes));
            self.document.say(self.language.say(&told));
        }
        self.document.points(self.cover.sources.iter().cloned());
        if let Some(sha256) = &self.cover.sha256 {
            let told = Message::new(key::LAB_TABLE_HASH).with("sha256", sha256);
            self.document.say(self.language.say(&told));
        }
    }
}
