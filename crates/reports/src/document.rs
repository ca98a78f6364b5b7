//! The document tree: what a report says, ready in one language, before it has a page format.
//!
//! All numbers, dates and names of figures are finished text here, so that writers need no language. A writer may not
//! leave a block out. There is no layout in the tree but one hint, the page break.

use serde::{Deserialize, Serialize};

/// A whole report in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Language of all text as a tag of BCP 47: `pl`, `cs`, `en`.
    pub language: String,
    /// What kind of document this is, above the title.
    pub kind: String,
    /// Title of the document.
    pub title: String,
    /// A shorter title for the head of each page.
    pub short_title: String,
    /// A sentence below the title; may be empty.
    pub subtitle: String,
    /// Who answers for the document.
    pub author: Option<String>,
    /// One sentence for catalogues and search engines.
    pub description: String,
    /// The day the document bears.
    pub day: Day,
    /// What makes this document itself, for example the hashes of its data; never shown.
    pub identity: String,
    /// Facts on the title page.
    pub facts: Vec<Fact>,
    /// The words that writers add of their own.
    pub words: Words,
    /// The text, from the first heading on.
    pub blocks: Vec<Block>,
}

/// A day of the calendar; given from outside, as the program asks no clock here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Year, for example 2026.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Default for Day {
    /// The first day that archives know.
    fn default() -> Self {
        Self { year: 1970, month: 1, day: 1 }
    }
}

/// Words that a writer needs and no block holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// Heading of the list of chapters.
    pub contents: String,
    /// What a table is called in its caption.
    pub table: String,
    /// What a figure is called in its caption.
    pub figure: String,
    /// "page", before the number.
    pub page: String,
    /// "of", between the number of a page and that of all.
    pub of: String,
    /// The link that leads past the title to the text.
    pub skip: String,
}

/// One piece of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph of running text.
    Paragraph(Paragraph),
    /// A list of points.
    List(List),
    /// A remark that stands out from the text.
    Note(Note),
    /// A strip of a few large figures.
    KeyFigures(KeyFigures),
    /// Terms with what is to be said of them.
    Facts(Facts),
    /// A table.
    Table(Table),
    /// A drawing.
    Figure(Figure),
    /// The list of sources, to which references lead.
    Sources(Sources),
    /// What follows had better begin on a new page.
    PageBreak,
}

/// A heading of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 for chapters, 2 and 3 below.
    pub level: u8,
    /// Number of the chapter, empty where none is wanted.
    pub number: String,
    /// The heading itself.
    pub text: String,
}

/// How a run of letters is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// As the text around it.
    #[default]
    Plain,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// A code, a hash, a name of a program's part.
    Code,
    /// The number of a source; leads to its entry in the list of [`Sources`].
    Source,
}

/// Letters set in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Their style.
    pub style: Style,
}

impl Run {
    /// Letters in a style.
    pub fn new(style: Style, text: impl Into<String>) -> Self {
        Self { text: text.into(), style }
    }

    /// Letters as the text around them.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(Style::Plain, text)
    }
}

/// A paragraph of running text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its letters, in order.
    pub runs: Vec<Run>,
}

/// A list of points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Whether the points are numbered.
    pub is_numbered: bool,
    /// One run of letters or more for each point.
    pub items: Vec<Vec<Run>>,
}

/// Why a note stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Worth knowing.
    #[default]
    Remark,
    /// Figures are estimated, not counted.
    Estimated,
    /// A drawing is schematic, not surveyed.
    Schematic,
    /// Something is doubtful and wants a decision.
    Doubt,
}

/// A remark that stands out from the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Why it stands out; the title says the same in words.
    pub tone: Tone,
    /// What it is about.
    pub title: String,
    /// What is to be said.
    pub runs: Vec<Run>,
}

/// A strip of a few large figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeyFigures {
    /// The figures, best three to eight.
    pub figures: Vec<KeyFigure>,
}

/// One large figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// The figure with its unit.
    pub value: String,
    /// What it counts.
    pub label: String,
}

/// Terms with what is to be said of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// In the order of reading.
    pub facts: Vec<Fact>,
}

/// A term with what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// What is to be said.
    pub runs: Vec<Run>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words, aligned left.
    #[default]
    Text,
    /// Numbers, aligned right.
    Number,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Heading of the column.
    pub title: String,
    /// Unit of its numbers; empty for words.
    pub unit: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Its share of the width of the table, as a part of the sum over all columns.
    pub width: u16,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows, of when; stands above it, after its number.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, by row.
    pub rows: Vec<Vec<String>>,
    /// A last row that sums the others up.
    pub totals: Option<Vec<String>>,
    /// Legend and source, below the table; may be empty.
    pub note: String,
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The drawing as SVG; written by [`crate::figure`], its text escaped there.
    pub svg: String,
    /// What the drawing shows, for those who do not see it.
    pub description: String,
    /// What the drawing shows, below it, after its number.
    pub caption: String,
}

/// The list of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// In the order of their numbers.
    pub entries: Vec<SourceEntry>,
}

/// A source with its number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceEntry {
    /// Its number, by which a run of [`Style::Source`] refers to it.
    pub number: usize,
    /// What is to be said of it.
    pub runs: Vec<Run>,
}

impl Document {
    /// Appends a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Appends a paragraph of plain letters.
    pub fn say(&mut self, text: impl Into<String>) {
        self.push(Block::Paragraph(Paragraph { runs: vec![Run::plain(text)] }));
    }

    /// Appends a chapter heading, numbered in the order of the chapters.
    pub fn chapter(&mut self, text: impl Into<String>) {
        let number = self.blocks.iter().filter(|block| matches!(block, Block::Heading(heading) if heading.level == 1)).count();
        self.push(Block::Heading(Heading { level: 1, number: (number + 1).to_string(), text: text.into() }));
    }

    /// Appends a heading below the chapter's.
    pub fn section(&mut self, text: impl Into<String>) {
        self.push(Block::Heading(Heading { level: 2, number: String::new(), text: text.into() }));
    }

    /// Appends plain points.
    pub fn points(&mut self, points: impl IntoIterator<Item = String>) {
        let items: Vec<Vec<Run>> = points.into_iter().map(|point| vec![Run::plain(point)]).collect();
        if !items.is_empty() {
            self.push(Block::List(List { is_numbered: false, items }));
        }
    }
}
