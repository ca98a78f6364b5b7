//! What the templates of the frame take: ready words, addresses and marks.

use super::marks::Said;

/// A link, or the place where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether it is the page itself.
    pub is_current: bool,
    /// Language of its words where that is not the one of the page; else empty.
    pub language: &'static str,
}

impl Entry {
    /// A link.
    #[must_use]
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into(), is_current: false, language: "" }
    }

    /// The place where one is.
    #[must_use]
    pub fn here(label: impl Into<String>) -> Self {
        Self { href: String::new(), label: label.into(), is_current: true, language: "" }
    }

    /// A link whose words are content, in whichever language they are there.
    #[must_use]
    pub fn said(href: impl Into<String>, said: &Said) -> Self {
        Self { language: said.language, ..Self::new(href, said.text.clone()) }
    }

    /// The same, marked as the present place if it is.
    #[must_use]
    pub fn current_if(mut self, is_current: bool) -> Self {
        self.is_current = is_current;
        self
    }
}

/// A language to change to.
#[derive(Clone, Debug)]
pub struct LanguageEntry {
    /// The same page in it.
    pub href: String,
    /// `pl`, `cs`, `en`.
    pub code: &'static str,
    /// Its own name.
    pub label: &'static str,
    /// Whether it is the language of the page.
    pub is_current: bool,
}

/// The search form.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Where it is sent.
    pub action: String,
    /// What it is called.
    pub label: String,
    /// What was searched for.
    pub value: String,
}

/// A button that posts.
#[derive(Clone, Debug)]
pub struct Post {
    /// Where it is sent.
    pub action: String,
    /// Kept for forms that carry one.
    pub token: String,
    /// Its words.
    pub label: String,
}

/// The stages beside the page.
#[derive(Clone, Debug)]
pub struct Rail {
    /// What the list is called.
    pub label: String,
    /// Its heading on a phone, with the present stage.
    pub summary: String,
    /// The partnership.
    pub title: Entry,
    /// The stages.
    pub entries: Vec<RailEntry>,
}

/// A stage with what stands under it.
#[derive(Clone, Debug, Default)]
pub struct RailEntry {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// How many, in words; may be empty.
    pub count: String,
    /// Whether it is the page itself.
    pub is_current: bool,
    /// Pages under it.
    pub entries: Vec<Entry>,
}

/// Something that people are told.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    /// `info`, `success`, `attention` or `refusal`.
    pub kind: &'static str,
    /// What.
    pub title: String,
    /// Why; may be empty.
    pub text: String,
    /// Ways on.
    pub ways: Vec<Entry>,
}

/// Who pays, with a logo or in words.
#[derive(Clone, Debug)]
pub struct Funder {
    /// Where it leads; empty for nowhere.
    pub href: String,
    /// The text alternative of the logo, or the words in its place.
    pub name: String,
    /// The picture; empty where there are only words.
    pub logo: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The head of a page.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// What kind of thing it is; may be empty.
    pub kind: String,
    /// The one heading.
    pub heading: String,
    /// One sentence; may be empty.
    pub lead: String,
    /// When and by whom it was last changed; may be empty.
    pub changed: String,
    /// Language of the heading where that is not the one of the page; else empty.
    pub language: &'static str,
    /// Says that the heading is not translated, or that its translation is out of date; empty if all is well.
    pub note: String,
    /// Sign of the note.
    pub sign: &'static str,
}

impl Title {
    /// The head of a page whose heading is content, in whichever language it is there.
    #[must_use]
    pub fn said(heading: &Said) -> Self {
        Self {
            heading: heading.text.clone(),
            language: heading.language,
            note: heading.note.clone(),
            sign: heading.sign,
            ..Self::default()
        }
    }
}

/// Caption of a table.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// Unique on the page.
    pub id: String,
    /// What.
    pub what: String,
    /// When.
    pub when: String,
    /// Source.
    pub source: String,
}

impl Caption {
    /// What a table shows; `id` is unique on the page.
    pub fn new(id: impl Into<String>, what: String) -> Self {
        Self { id: id.into(), what, ..Self::default() }
    }

    /// The same with the time that it is about.
    #[must_use]
    pub fn at(self, when: String) -> Self {
        Self { when, ..self }
    }
}

/// Heading of a column.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// Its words.
    pub label: String,
    /// Unit of its numbers; may be empty.
    pub unit: String,
    /// Address of the list sorted by it; empty if it cannot be sorted.
    pub sort_href: String,
    /// `none`, `ascending`, `descending`, or empty.
    pub sort: &'static str,
    /// Whether it holds numbers.
    pub is_number: bool,
}

impl Heading {
    /// A column of words.
    #[must_use]
    pub fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(label: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { label: label.into(), unit: unit.into(), is_number: true, ..Self::default() }
    }
}

/// A further page of a list.
#[derive(Clone, Debug, Default)]
pub struct Turn {
    /// Where it leads.
    pub href: String,
    /// Its number.
    pub label: String,
    /// What is read aloud.
    pub name: String,
    /// Whether it is shown.
    pub is_current: bool,
    /// Whether pages are left out here.
    pub is_gap: bool,
}

/// A figure that says it at a glance.
#[derive(Clone, Debug, Default)]
pub struct KeyFigure {
    /// What.
    pub label: String,
    /// How much.
    pub value: String,
    /// Unit; may be empty.
    pub unit: String,
    /// Year, source, doubt; may be empty.
    pub note: String,
}

/// A fact in a list of words and values.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// What.
    pub label: String,
    /// The value in words.
    pub value: String,
    /// Where it leads; may be empty.
    pub href: String,
}

/// A date to come.
#[derive(Clone, Debug, Default)]
pub struct DateEntry {
    /// For programs.
    pub iso: String,
    /// In words.
    pub date: String,
    /// Where it leads.
    pub href: String,
    /// What.
    pub label: String,
    /// Where; may be empty.
    pub place: String,
}

/// A step of the thread.
#[derive(Clone, Debug, Default)]
pub struct ThreadStep {
    /// Where it leads; may be empty.
    pub href: String,
    /// What.
    pub label: String,
    /// In few words.
    pub note: String,
    /// Whether the note is seen, not only said aloud where the line shows it.
    pub is_shown: bool,
    /// `done`, `current` or `ahead`.
    pub state: &'static str,
}

/// A map with all that belongs to it.
#[derive(Clone, Debug, Default)]
pub struct MapFigure {
    /// Unique on the page.
    pub id: String,
    /// The drawing, made by the house and inserted as it is.
    pub svg: String,
    /// What.
    pub what: String,
    /// When.
    pub when: String,
    /// Source.
    pub source: String,
    /// Says that the shapes are schematic; may be empty.
    pub schematic: String,
    /// Heading of the list of units.
    pub list_label: String,
    /// The units shown, in words.
    pub units: Vec<Entry>,
    /// What the signs mean.
    pub legend: Vec<Sign>,
}

impl MapFigure {
    /// The same with where its land comes from, before what else is said there.
    #[must_use]
    pub fn of(mut self, source: String) -> Self {
        if !source.is_empty() {
            self.source = if self.source.is_empty() { source } else { format!("{source} {}", self.source) };
        }
        self
    }
}

/// A sign of a map.
#[derive(Clone, Debug, Default)]
pub struct Sign {
    /// Class as on the map.
    pub class: &'static str,
    /// What it means.
    pub label: String,
}

/// A field of a form.
#[derive(Clone, Debug, Default)]
pub struct FormField {
    /// Name and id.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// How to answer; may be empty.
    pub hint: String,
    /// What is wrong with the answer; may be empty.
    pub error: String,
    /// The answer so far.
    pub value: String,
    /// The word "optional"; empty where an answer is needed.
    pub optional: String,
}

/// A choice of a list.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub label: String,
    /// More words; may be empty.
    pub hint: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// One language of a translated field.
#[derive(Clone, Debug, Default)]
pub struct TranslationField {
    /// Name and id.
    pub name: String,
    /// `pl`, `cs`, `en`.
    pub language: &'static str,
    /// Name of the language.
    pub label: String,
    /// The text.
    pub value: String,
    /// Empty, `original`, `missing` or `outdated`.
    pub state: &'static str,
    /// Sign of the mark.
    pub sign: &'static str,
    /// Tone of the mark.
    pub tone: &'static str,
    /// Word of the mark; may be empty.
    pub word: String,
    /// Word of the button that copies the text of another language here; empty where there is none.
    pub copy: String,
    /// Name of the entry that it copies from.
    pub copied_from: String,
}

/// One side of a merge.
#[derive(Clone, Debug, Default)]
pub struct MergeSide {
    /// `yours` or `theirs`.
    pub value: &'static str,
    /// Whose, and when.
    pub label: String,
    /// The text.
    pub text: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A change in a history.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// For programs.
    pub iso: String,
    /// In words.
    pub date: String,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// Field by field.
    pub fields: Vec<Changed>,
}

/// A changed field.
#[derive(Clone, Debug, Default)]
pub struct Changed {
    /// Which.
    pub label: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// Work under way.
#[derive(Clone, Debug, Default)]
pub struct JobProgress {
    /// What is done.
    pub title: String,
    /// In one word.
    pub state: String,
    /// Tone of the mark.
    pub tone: &'static str,
    /// Sign of the mark.
    pub sign: &'static str,
    /// How far, in words.
    pub told: String,
    /// How far.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}
