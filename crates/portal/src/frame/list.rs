//! Lists: words to filter by, order and page stand in the address, so that a view can be sent, kept and taken out as a file.
//!
//! A page names its columns and hands over its rows; it gets back the rows of the page that is asked for, headings that sort
//! by links, a filter and what stands below the table. A missing value comes last in either direction. Names sort by the
//! rules of the reader's language. Lists too long for memory, such as registers of units, come from the store page by page.
//! The same view goes out as a file, with all its rows.

mod asked;
mod file;
mod order;

use miedza_store::fold;
use miedza_texts::{Message, key};
use miedza_workflows::spreadsheet::Cell;

use super::asker::Asker;
use super::parts::{Entry, Heading, Turn};
pub use asked::AskedList;
pub use file::{FileForm, table};
pub use order::SortKey;

/// Rows on one page, where the page does not say otherwise.
const PER_PAGE: usize = 50;
/// Pages named on each side of the present one.
const NEAR: usize = 2;

/// By what a row is sorted in one column.
type SortedBy<'a, T> = Box<dyn Fn(&T) -> SortKey + Send + Sync + 'a>;

/// What stands in a file of one column.
type ToldBy<'a, T> = Box<dyn Fn(&T) -> Cell + Send + Sync + 'a>;

struct Column<'a, T> {
    name: &'static str,
    heading: Heading,
    sorted_by: Option<SortedBy<'a, T>>,
    /// What stands in files, where it is not what the rows are sorted by.
    told: Option<ToldBy<'a, T>>,
    /// Whether it stands in files only.
    is_unseen: bool,
}

/// A list before it is shown.
pub struct Listing<'a, T> {
    asker: &'a Asker,
    asked: AskedList,
    columns: Vec<Column<'a, T>>,
    per_page: usize,
    own: Vec<&'static str>,
    file_name: String,
}

/// What stands above a table: words to filter by, and what the address says beside them.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Where the form is sent.
    pub action: String,
    /// What the words are.
    pub label: String,
    /// The words so far.
    pub value: String,
    /// The word on the button.
    pub button: String,
    /// What else the address says, carried along.
    pub hidden: Vec<(String, String)>,
    /// The whole list again; its address is empty if the whole list is shown.
    pub clear: Entry,
}

/// What stands below a table.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    /// Which rows of how many.
    pub shown: String,
    /// Name of the list of pages.
    pub pages_label: String,
    /// Further pages.
    pub pages: Vec<Turn>,
    /// Name of the list of files.
    pub files_label: String,
    /// The same view as files.
    pub files: Vec<Entry>,
}

/// A list that is shown.
pub struct List<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// Headings of all columns.
    pub headings: Vec<Heading>,
    /// What stands above the table.
    pub filter: Filter,
    /// What stands below the table.
    pub foot: Foot,
    /// Rows that fit the filter, on all pages.
    pub total: usize,
}

impl<T> List<T> {
    /// `long` for a table of more than ten rows, as its macro takes it.
    #[must_use]
    pub fn size(&self) -> &'static str {
        if self.rows.len() > 10 { "long" } else { "" }
    }
}

impl<'a, T> Listing<'a, T> {
    /// The list that the address asks for; without an order in the address it is sorted by `usual`, `-usual` for the
    /// greatest first.
    #[must_use]
    pub fn of(asker: &'a Asker, usual: &'static str) -> Self {
        let asked = AskedList::of(&asker.uri, usual);
        Self { asker, asked, columns: Vec::new(), per_page: PER_PAGE, own: Vec::new(), file_name: String::new() }
    }

    /// With a column that sorts; `name` is what the address calls it.
    #[must_use]
    pub fn column(mut self, name: &'static str, heading: Heading, sorted_by: impl Fn(&T) -> SortKey + Send + Sync + 'a) -> Self {
        self.columns.push(Column { name, heading, sorted_by: Some(Box::new(sorted_by)), told: None, is_unseen: false });
        self
    }

    /// What stands in files in the last column, where it is not what the rows are sorted by.
    #[must_use]
    pub fn told<C: Into<Cell>>(mut self, told: impl Fn(&T) -> C + Send + Sync + 'a) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.told = Some(Box::new(move |row| told(row).into()));
        }
        self
    }

    /// With a column that stands in files only.
    #[must_use]
    pub fn unseen<C: Into<Cell>>(
        mut self,
        name: &'static str,
        label: impl Into<String>,
        told: impl Fn(&T) -> C + Send + Sync + 'a,
    ) -> Self {
        let told: ToldBy<'a, T> = Box::new(move |row| told(row).into());
        self.columns.push(Column { name, heading: Heading::words(label), sorted_by: None, told: Some(told), is_unseen: true });
        self
    }

    /// With a column that does not sort.
    #[must_use]
    pub fn plain(mut self, heading: Heading) -> Self {
        self.columns.push(Column { name: "", heading, sorted_by: None, told: None, is_unseen: false });
        self
    }

    /// With so many rows on a page.
    #[must_use]
    pub fn per_page(mut self, rows: usize) -> Self {
        self.per_page = rows.max(1);
        self
    }

    /// With fields of the page's own in the filter form: the form itself sends these, so they are not carried along unseen.
    #[must_use]
    pub fn filtered_by(mut self, names: &[&'static str]) -> Self {
        self.own.extend(names);
        self
    }

    /// With files of the same view, of this name.
    #[must_use]
    pub fn as_files(mut self, name: impl Into<String>) -> Self {
        self.file_name = name.into();
        self
    }

    /// A sentence in the asker's language.
    #[must_use]
    pub fn say(&self, key: miedza_texts::Key) -> String {
        self.asker.say(key)
    }

    /// What the address says.
    #[must_use]
    pub fn asked(&self) -> &AskedList {
        &self.asked
    }

    /// The rows that fit, in order, cut into pages. `words` gives the words of a row that the filter looks into.
    #[must_use]
    pub fn show(self, rows: Vec<T>, words: impl Fn(&T) -> String) -> List<T> {
        let rows = self.view(rows, words);
        self.cut(rows)
    }

    /// The rows that fit, in order, on all pages.
    #[must_use]
    pub fn view(&self, rows: Vec<T>, words: impl Fn(&T) -> String) -> Vec<T> {
        let rows = self.fitting(rows, words);
        self.in_order(rows)
    }

    /// Rows in the order that the address asks for.
    #[must_use]
    pub fn in_order(&self, mut rows: Vec<T>) -> Vec<T> {
        self.sort(&mut rows);
        rows
    }

    /// The page that is asked for of rows that fit and are in order.
    #[must_use]
    pub fn cut(self, rows: Vec<T>) -> List<T> {
        let total = rows.len();
        let (first, most) = self.window(total);
        let rows: Vec<T> = rows.into_iter().skip(first).take(most).collect();
        self.list(rows, first, total)
    }

    /// Which rows a store shall give for the page that is asked for, of so many: how many are left out, and how many then come.
    #[must_use]
    pub fn window(&self, total: usize) -> (usize, usize) {
        let pages = total.div_ceil(self.per_page).max(1);
        ((self.asked.page.clamp(1, pages) - 1) * self.per_page, self.per_page)
    }

    /// A page that a store has filtered, ordered and cut out of so many.
    #[must_use]
    pub fn show_page(self, rows: Vec<T>, total: usize) -> List<T> {
        let (first, _) = self.window(total);
        self.list(rows, first, total)
    }

    fn list(self, rows: Vec<T>, first: usize, total: usize) -> List<T> {
        let foot = Foot {
            shown: self.shown(first, rows.len(), total),
            pages_label: self.asker.say(key::LIST_PAGES),
            pages: self.turns(first / self.per_page + 1, total.div_ceil(self.per_page).max(1)),
            files_label: self.asker.say(key::LIST_FILES),
            files: if total == 0 { Vec::new() } else { self.files() },
        };
        List { headings: self.headings(), filter: self.filter(), rows, foot, total }
    }

    /// The rows that fit the words of the address, on all pages and in no order, for a map beside the table.
    #[must_use]
    pub fn fitting(&self, rows: Vec<T>, words: impl Fn(&T) -> String) -> Vec<T> {
        let wanted: Vec<String> = self.asked.words.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        let fits = |row: &T| {
            let text: Vec<String> = words(row).split_whitespace().map(fold).collect();
            wanted.iter().all(|wanted| text.iter().any(|word| word.contains(wanted.as_str())))
        };
        if wanted.is_empty() { rows } else { rows.into_iter().filter(fits).collect() }
    }

    fn sort(&self, rows: &mut Vec<T>) {
        let column = self.columns.iter().find(|column| column.name == self.asked.order.name && !column.name.is_empty());
        let Some(sorted_by) = column.and_then(|column| column.sorted_by.as_ref()) else { return };
        let mut keyed: Vec<(SortKey, T)> = rows.drain(..).map(|row| (sorted_by(&row), row)).collect();
        keyed.sort_by(|(one, _), (two, _)| one.compare(two, self.asker.language, self.asked.order.is_descending));
        rows.extend(keyed.into_iter().map(|(_, row)| row));
    }

    /// Headings of the columns that are shown.
    #[must_use]
    pub fn headings(&self) -> Vec<Heading> {
        self.columns.iter().filter(|column| !column.is_unseen).map(|column| self.heading(column)).collect()
    }

    /// Links to the files of this view; none for a list without a name for them.
    #[must_use]
    pub fn files(&self) -> Vec<Entry> {
        let all = FileForm::ALL.into_iter().filter(|_| !self.file_name.is_empty());
        all.map(|form| Entry::new(self.asked.file(form), form.ending().to_uppercase())).collect()
    }

    fn heading(&self, column: &Column<T>) -> Heading {
        let mut heading = column.heading.clone();
        if column.sorted_by.is_some() {
            let is_current = self.asked.order.name == column.name;
            heading.sort = match (is_current, self.asked.order.is_descending) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            };
            heading.sort_href = self.asked.sorted_by(column.name, is_current && !self.asked.order.is_descending);
        }
        heading
    }

    /// What stands above the table.
    #[must_use]
    pub fn filter(&self) -> Filter {
        let is_whole = self.asked.words.is_empty() && self.own.iter().all(|name| self.asked.value(name).is_none());
        let clear = if is_whole { String::new() } else { self.asked.without(&self.own) };
        Filter {
            action: self.asked.path.clone(),
            label: self.asker.say(key::LIST_WORDS),
            value: self.asked.words.clone(),
            button: self.asker.say(key::LIST_FILTER),
            hidden: self.asked.carried(&self.own),
            clear: Entry::new(clear, self.asker.say(key::LIST_WHOLE)),
        }
    }

    fn shown(&self, first: usize, count: usize, total: usize) -> String {
        if total == 0 {
            return self.asker.say(key::LIST_NONE);
        }
        let message = Message::new(key::LIST_SHOWN).with("first", first + 1).with("last", first + count).with("total", total);
        self.asker.tell(&message)
    }

    fn turns(&self, page: usize, pages: usize) -> Vec<Turn> {
        if pages == 1 {
            return Vec::new();
        }
        let near = |number: &usize| *number == 1 || *number == pages || number.abs_diff(page) <= NEAR;
        let mut turns: Vec<Turn> = Vec::new();
        let mut before = 0;
        for number in (1..=pages).filter(near) {
            if number > before + 1 {
                turns.push(Turn { is_gap: true, ..Turn::default() });
            }
            turns.push(self.turn(number, page));
            before = number;
        }
        turns
    }

    fn turn(&self, number: usize, page: usize) -> Turn {
        let label = self.asker.language.integer(f64::from(u32::try_from(number).unwrap_or(u32::MAX)));
        Turn {
            href: self.asked.at_page(number),
            name: self.asker.tell(&Message::new(key::LIST_PAGE).with("number", label.clone())),
            label,
            is_current: number == page,
            is_gap: false,
        }
    }
}

#[cfg(test)]
mod tests;
